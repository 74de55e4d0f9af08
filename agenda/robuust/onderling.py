"""In what share of the weightings one pattern scores higher than another: exact, in closed form.

The difference of two scores is linear in the weights, and the weightings are a simplex. Cut an edge
between a corner where the difference is p > 0 and one where it is -q < 0 at the point where it is
0. That leaves two simplices, p : q in size, with one such corner less each. What is left in the end
lies on one side. It is the divided difference of x₊^(k-1) at the values in the k corners, without
its trouble where values are equal (docs/besluiten/031).
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate, combinations, permutations
from math import factorial, lcm, prod
from operator import sub
from typing import TYPE_CHECKING

from agenda.robuust.trekkingen import Trekkingen
from agenda.robuust.wegingen import past

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.ranglijst import Getal
    from agenda.robuust.wegingen import Orde

MAX_RANGORDES = 120
"""With more full orders that fit an order of the criteria, pairs are drawn too."""


class PrecieseParen(Trekkingen):
    """Random weightings for the places, and the exact share for pairs (see `wegingen.Wegingen`).

    For patterns of which criteria count for a share: there are no cells for these.
    """

    def __init__(self, aantal: int, orde: Orde = ()) -> None:
        super().__init__(aantal, orde)
        self._rangordes = _passende(aantal, orde)
        self._bekend: dict[tuple[Delen, Delen], Fraction] = {}
        if self._rangordes:
            self.speling = 0

    def verwacht_boven(self, aantallen: Mapping[Delen, int]) -> Mapping[Delen, Fraction]:
        """How many topics are expected above each pattern; see `Wegingen.verwacht_boven`."""
        if not self._rangordes:
            return {}
        verwacht = dict.fromkeys(aantallen, Fraction(0))
        for een, ander in combinations(aantallen, 2):
            kans = self._kans(een, ander)
            verwacht[ander] += aantallen[een] * kans
            verwacht[een] += aantallen[ander] * (1 - kans)  # different patterns hardly ever tie
        return verwacht

    def wint(self, paren: Sequence[tuple[Delen, Delen]]) -> Sequence[Getal]:
        """The weight of the weightings in which the first of two patterns scores higher."""
        if not self._rangordes:
            return super().wint(paren)
        return [self.totaal * self._kans(een, ander) for een, ander in paren]

    def _kans(self, een: Delen, ander: Delen) -> Fraction:
        if (een, ander) not in self._bekend:
            verschil = tuple(map(sub, een, ander))
            self._bekend[een, ander] = _gemiddelde(_geheel(verschil), self._rangordes)
        return self._bekend[een, ander]


def kans_boven(verschil: Delen) -> Fraction:
    """The share of all weightings in which the differences per criterion add up to more than 0."""
    return _deel_boven(_geheel(verschil))


def _passende(aantal: int, orde: Orde) -> tuple[tuple[int, ...], ...]:
    """The full orders that fit; an empty one when nothing is said, and none when there are many."""
    genoemd = sum(map(len, orde))
    if len(orde) < 2:  # noqa: PLR2004 - one group has no order
        return ((),)
    aantal_passend = factorial(aantal) * prod(factorial(len(groep)) for groep in orde)
    if aantal_passend > MAX_RANGORDES * factorial(genoemd):
        return ()
    return tuple(r for r in permutations(range(aantal)) if past(r, orde))


def _gemiddelde(verschil: Sequence[int], rangordes: Sequence[tuple[int, ...]]) -> Fraction:
    """The mean over orders of the criteria, each as large as the others.

    The corners of the weightings that fit w1 ≥ w2 ≥ … are those in which the first so many
    criteria weigh the same, and the others nothing.
    """
    if rangordes == ((),):
        return _deel_boven(verschil)
    keer = lcm(*range(1, len(verschil) + 1))
    som = Fraction(0)
    for rangorde in rangordes:
        sommen = enumerate(accumulate(verschil[i] for i in rangorde), 1)
        som += _deel_boven([deel * (keer // aantal) for aantal, deel in sommen])
    return som / len(rangordes)


def _geheel(verschil: Delen) -> list[int]:
    """The same differences as whole numbers, all so many times larger."""
    keer = lcm(*(deel.denominator for deel in verschil))
    return [deel.numerator * (keer // deel.denominator) for deel in verschil]


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
