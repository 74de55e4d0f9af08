"""Patterns of criteria that count in full or not at all, written as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agenda.rangorde.patroon import Delen


def delen(bits: int, aantal: int = 5) -> Delen:
    """Which of so many criteria count: criterion i is 2^i."""
    return tuple(bits >> i & 1 for i in range(aantal))
