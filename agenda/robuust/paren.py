"""Weigh where criteria count for a share: places by drawing, pairs of patterns exactly."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate, chain, combinations, permutations, product
from math import factorial, gcd, lcm, prod
from operator import sub
from typing import TYPE_CHECKING

from agenda.robuust.onderling import deel_boven, gehele
from agenda.robuust.trekkingen import Trekkingen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.score import Getal
    from agenda.robuust.wegingen import Orde

MAX_RANGORDES = 120
"""With more full orders of the criteria that an order names, pairs are drawn too."""


class PrecieseParen(Trekkingen):
    """Random weightings for the places, and the exact share for pairs (see `wegingen.Wegingen`).

    There are no cells for patterns of which criteria count for a share.
    """

    def __init__(self, aantal: int, orde: Orde = ()) -> None:
        super().__init__(aantal, orde)
        self._rangordes = _rangordes(orde)
        self._vrij = [i for i in range(aantal) if not any(i in groep for groep in orde)]
        self._bekend: dict[tuple[int, ...], Fraction] = {}
        if self._rangordes:
            self.speling = 0

    def verwacht_boven(self, aantallen: Mapping[Delen, int]) -> Mapping[Delen, Fraction]:
        """How many topics are expected above each pattern; see `Wegingen.verwacht_boven`."""
        if not self._rangordes:
            return {}
        verwacht = [Fraction(0)] * len(aantallen)
        rijen, hoeveel = gehele(aantallen), [*aantallen.values()]
        for een, ander in combinations(range(len(rijen)), 2):
            kans = self._kans(rijen[een], rijen[ander])
            verwacht[ander] += hoeveel[een] * kans
            verwacht[een] += hoeveel[ander] * (1 - kans)  # different patterns hardly ever tie
        return dict(zip(aantallen, verwacht, strict=True))

    def wint(self, paren: Sequence[tuple[Delen, Delen]]) -> Sequence[Getal]:
        """The weight of the weightings in which the first of two patterns scores higher."""
        if not self._rangordes:
            return super().wint(paren)
        # By their identity, for it takes long to look up a tuple of fractions.
        patronen = {id(patroon): patroon for paar in paren for patroon in paar}
        rijen = dict(zip(patronen, gehele(patronen.values()), strict=True))
        kansen = (self._kans(rijen[id(een)], rijen[id(ander)]) for een, ander in paren)
        return [self.totaal * kans for kans in kansen]

    def _kans(self, een: Sequence[int], ander: Sequence[int]) -> Fraction:
        verschil = tuple(map(sub, een, ander))
        deler = gcd(*verschil) or 1
        verschil = tuple(deel // deler for deel in verschil)
        if verschil not in self._bekend:
            self._bekend[verschil] = self._gemiddelde(verschil)
        return self._bekend[verschil]

    def _gemiddelde(self, verschil: Sequence[int]) -> Fraction:
        """The mean over full orders of the criteria that are named, each as large as the others.

        The corners of the weightings that fit such an order: the first so many of these criteria
        weigh the same and the rest nothing, or all weight is on one of which nothing is said.
        """
        keer = lcm(*range(1, len(verschil) + 1))
        vrij = [verschil[i] * keer for i in self._vrij]
        som = Fraction(0)
        for rangorde in self._rangordes:
            sommen = enumerate(accumulate(verschil[i] for i in rangorde), 1)
            som += deel_boven([*vrij, *(deel * (keer // aantal) for aantal, deel in sommen)])
        return som / len(self._rangordes)


def _rangordes(orde: Orde) -> list[tuple[int, ...]]:
    """The full orders of the criteria that are named; none when there are too many."""
    if prod(factorial(len(groep)) for groep in orde) > MAX_RANGORDES:
        return []
    per_groep = (permutations(sorted(groep)) for groep in orde)
    return [tuple(chain.from_iterable(delen)) for delen in product(*per_groep)]
