"""Quotation marks as people write them; the terminal has others, that stand out there."""

from __future__ import annotations

_OP_PAPIER = str.maketrans({"«": "‘", "»": "’"})


def op_papier(zin: str) -> str:
    """A sentence of the program that is also shown on a terminal; never a text of a user."""
    return zin.translate(_OP_PAPIER)
