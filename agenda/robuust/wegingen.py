"""All weightings that count, or those that fit an order of the criteria.

A weighting is drawn evenly from everything that adds up to 1 (Dirichlet(1, …, 1)). A profile is a
set of criteria that hold, as a number: criterion i is the bit 2^i.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Orde = tuple[frozenset[int], ...]
"""Groups of criteria, the heaviest first; in a group, and outside them all, nothing is said."""


class Wegingen(Protocol):
    """Weighs in how many weightings profiles stand where.

    Attributes:
        totaal: what all weightings weigh together.
    """

    @property
    def totaal(self) -> int: ...

    def boven(self, aantallen: Mapping[int, int]) -> dict[int, dict[int, int]]:
        """How many topics stand above each profile.

        Args:
            aantallen: profile → the number of topics that have it; may be 0.

        Returns:
            Profile → number of topics above it → the weight of the weightings in which it is so.
        """
        ...

    def wint(self, paren: Sequence[tuple[int, int]]) -> list[int]:
        """The weight of the weightings in which the first of two profiles scores higher."""
        ...


def altijd_boven(profiel: int, ander: int) -> bool:
    """Whether the first profile scores higher than the second in every weighting."""
    return profiel != ander and profiel & ander == ander


def past(rangorde: Sequence[int], orde: Orde) -> bool:
    """Whether criteria from heavy to light fit an order."""
    genoemd = [criterium for criterium in rangorde if any(criterium in groep for groep in orde)]
    van = 0
    for groep in orde:
        if set(genoemd[van : van + len(groep)]) != groep:
            return False
        van += len(groep)
    return True
