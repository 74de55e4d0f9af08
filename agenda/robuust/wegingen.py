"""All weightings that count, or those that fit an order of the criteria.

A weighting is drawn evenly from everything that adds up to 1 (Dirichlet(1, …, 1)). A pattern says
per criterion which share of its weight counts.
"""

from __future__ import annotations

from operator import ge, sub
from typing import TYPE_CHECKING, Protocol

from agenda.onderwerp.grens import ALLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from agenda.onderwerp.grens import Grens
    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.score import Getal

Orde = tuple[frozenset[int], ...]
"""Groups of criteria, the heaviest first; in a group, and outside them all, nothing is said."""


class Wegingen(Protocol):
    """Weighs in how many weightings patterns stand where.

    Attributes:
        totaal: what all weightings weigh together.
        speling: how far the weight of a pair may be off by chance; 0 when it is exact.
    """

    @property
    def totaal(self) -> int: ...

    @property
    def speling(self) -> int: ...

    def boven(self, aantallen: Mapping[Delen, int]) -> dict[Delen, dict[int, int]]:
        """How many topics stand above each pattern.

        Args:
            aantallen: pattern → the number of topics that have it; may be 0.

        Returns:
            Pattern → number of topics above it → the weight of the weightings in which it is so.
        """
        ...

    def verwacht_boven(self, aantallen: Mapping[Delen, int]) -> Mapping[Delen, Fraction]:
        """How many topics are expected above each pattern, where `boven` does not tell exactly.

        Empty when nothing better is known than what follows from `boven`.
        """
        ...

    def gelijk(self, aantallen: Mapping[Delen, int]) -> Mapping[Delen, int]:
        """How many topics share the place of each pattern in every weighting, its own included.

        Args:
            aantallen: pattern → the number of topics that have it.
        """
        ...

    def wint(self, paren: Sequence[tuple[Delen, Delen]]) -> Sequence[Getal]:
        """The weight of the weightings in which the first of two patterns scores higher.

        Of different patterns that score the same in every weighting, half of it all.
        """
        ...


class Gewoon:
    """What weightings answer of which nothing more is known: see `Wegingen`."""

    def gelijk(self, aantallen: Mapping[Delen, int]) -> Mapping[Delen, int]:
        """Only the same pattern shares a place in every weighting."""
        return aantallen

    def verwacht_boven(self, aantallen: Mapping[Delen, int]) -> Mapping[Delen, Fraction]:
        """Nothing: what `boven` tells is the best that is known."""
        del aantallen
        return {}


class TeKrap(ValueError):
    """Hardly any weighting meets both the limits and an order, so they cannot be drawn.

    Attributes:
        orde: the order.
    """

    def __init__(self, orde: Orde) -> None:
        super().__init__(f"hardly any weighting within the limits fits {orde}")
        self.orde = orde


def altijd_boven(patroon: Delen, ander: Delen, grenzen: Sequence[Grens] = ()) -> bool:
    """Whether the first pattern scores higher than the second in every weighting.

    Args:
        grenzen: per criterion the limits of its weight; without them every weighting counts.
    """
    if not grenzen:
        return patroon != ander and all(map(ge, patroon, ander))
    # The weighting that is worst for the first: what is over the least weights goes first to the
    # criteria in which the second has most, then to those that make no difference.
    verschillen = map(sub, patroon, ander)
    over = ALLES - sum(grens.minstens for grens in grenzen)
    minst: Getal = 0
    for verschil, grens in sorted(zip(verschillen, grenzen, strict=True), key=lambda p: p[0]):
        extra = min(over, grens.hoogstens - grens.minstens)
        minst += verschil * (grens.minstens + extra)
        over -= extra
    return patroon != ander and minst >= 0


def past(rangorde: Sequence[int], orde: Orde) -> bool:
    """Whether criteria from heavy to light fit an order."""
    genoemd = [criterium for criterium in rangorde if any(criterium in groep for groep in orde)]
    van = 0
    for groep in orde:
        if set(genoemd[van : van + len(groep)]) != groep:
            return False
        van += len(groep)
    return True
