"""In what share of the weightings one pattern scores higher than another: exact, in closed form.

The difference of two scores is linear in the weights, and the weightings are a simplex. Cut an edge
between a corner where the difference is p > 0 and one where it is -q < 0 at the point where it is
0. That leaves two simplices, p : q in size, with one such corner less each. What is left in the end
lies on one side. It is the divided difference of x₊^(k-1) at the values in the k corners, without
its trouble where values are equal (docs/besluiten/031).
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate, chain, combinations, permutations, product
from math import factorial, gcd, lcm, prod
from operator import sub
from typing import TYPE_CHECKING

from agenda.robuust.trekkingen import Trekkingen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.ranglijst import Getal
    from agenda.robuust.wegingen import Orde

MAX_RANGORDES = 120
"""With more full orders of the criteria that an order names, pairs are drawn too."""


class PrecieseParen(Trekkingen):
    """Random weightings for the places, and the exact share for pairs (see `wegingen.Wegingen`).

    For patterns of which criteria count for a share: there are no cells for these.
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
        gehele, hoeveel = _gehele(aantallen), [*aantallen.values()]
        for een, ander in combinations(range(len(gehele)), 2):
            kans = self._kans(gehele[een], gehele[ander])
            verwacht[ander] += hoeveel[een] * kans
            verwacht[een] += hoeveel[ander] * (1 - kans)  # different patterns hardly ever tie
        return dict(zip(aantallen, verwacht, strict=True))

    def wint(self, paren: Sequence[tuple[Delen, Delen]]) -> Sequence[Getal]:
        """The weight of the weightings in which the first of two patterns scores higher."""
        if not self._rangordes:
            return super().wint(paren)
        # By their identity, for it takes long to look up a tuple of fractions.
        patronen = {id(patroon): patroon for paar in paren for patroon in paar}
        gehele = dict(zip(patronen, _gehele(patronen.values()), strict=True))
        return [
            self.totaal * self._kans(gehele[id(een)], gehele[id(ander)]) for een, ander in paren
        ]

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
            som += _deel_boven([*vrij, *(deel * (keer // aantal) for aantal, deel in sommen)])
        return som / len(self._rangordes)


def kans_boven(verschil: Delen) -> Fraction:
    """The share of all weightings in which the differences per criterion add up to more than 0."""
    return _deel_boven(*_gehele([verschil]))


def _rangordes(orde: Orde) -> list[tuple[int, ...]]:
    """The full orders of the criteria that are named; none when there are too many."""
    if prod(factorial(len(groep)) for groep in orde) > MAX_RANGORDES:
        return []
    per_groep = (permutations(sorted(groep)) for groep in orde)
    return [tuple(chain.from_iterable(delen)) for delen in product(*per_groep)]


def _gehele(patronen: Iterable[Delen]) -> list[list[int]]:
    """The same numbers as whole ones, all so many times larger."""
    rijen = [*patronen]
    keer = lcm(*(deel.denominator for rij in rijen for deel in rij))
    return [[deel.numerator * (keer // deel.denominator) for deel in rij] for rij in rijen]


def _deel_boven(hoeken: Sequence[int]) -> Fraction:
    """The share of a simplex where what has these values in its corners is above 0."""
    hoog = [waarde for waarde in hoeken if waarde > 0]
    laag = [-waarde for waarde in hoeken if waarde < 0]
    if not hoog or not laag:
        return Fraction(bool(hoog))
    # With the first i high and the first j low corners the share is teller / noemer, and the
    # denominator is the product of high + low over all of these pairs.
    rij = [0] * len(laag)
    for i, p in enumerate(hoog):
        links, breed = 1, 1
        for j, q in enumerate(laag):
            hoogte = prod(eerder + q for eerder in hoog[:i])
            links = rij[j] = p * links * hoogte + q * rij[j] * breed
            breed *= p + q
    return Fraction(rij[-1], prod(p + q for p in hoog for q in laag))
