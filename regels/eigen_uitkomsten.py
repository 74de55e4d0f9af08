"""What any classification can come to, beside its own outcomes."""

from __future__ import annotations

BESPREKEN = "bespreken"
GEEN = "geen"
ONBEKEND = "onbekend"
EIGEN_UITKOMSTEN = (BESPREKEN, GEEN, ONBEKEND)
"""What any classification can come to, beside its own outcomes: a clash, no rule, not yet known."""
