"""How the places of one topic are spread over all weightings, as exact shares."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise
from math import gcd, lcm
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Ligging(NamedTuple):
    """Where a topic stands in one order: how many stand above it, how many share its place.

    Attributes:
        gelijk: the topics with the same score, itself included.
    """

    boven: int
    gelijk: int


def midden(gelijk: int) -> Fraction:
    """The place in the middle of so many places that are shared, the first of them being 1."""
    return Fraction(gelijk + 1, 2)


@dataclass(frozen=True, slots=True)
class Verdeling:
    """The share of all weightings in which a topic takes each place.

    Where k topics share k places, each takes every one of them for 1/k.

    Attributes:
        delen: place → how much weighs in which it takes that place, in whole numbers without a
            common divisor; only places above zero, in order.
        totaal: what these add up to.
        beste: the best competition place that it gets: 1 + the number above it.
        slechtste: the worst: that, plus the number of others with the same score.
        rangen: competition place (1 + the number above it) → how much weighs in which it has that
            place, without a common divisor; in order.
        verwacht: the expected place.
    """

    delen: Mapping[int, int]
    totaal: int
    beste: int
    slechtste: int
    rangen: Mapping[int, int]
    verwacht: Fraction

    @property
    def plaatsen(self) -> dict[int, Fraction]:
        """Place → share; only places with a share above zero, in order."""
        return {plaats: Fraction(deel, self.totaal) for plaats, deel in self.delen.items()}

    def kans(self, top: int) -> Fraction:
        """The chance of a place among the first `top`; who shares places has a part of each."""
        in_top = sum(deel for plaats, deel in self.delen.items() if plaats <= top)
        return Fraction(in_top, self.totaal)

    def in_top(self, top: int) -> Fraction:
        """The share of the weightings in which its competition place is at most `top`."""
        deel = sum(deel for rang, deel in self.rangen.items() if rang <= top)
        return Fraction(deel, sum(self.rangen.values()))

    @property
    def altijd_zelfde(self) -> bool:
        """Whether it has the same place in every weighting, alone or shared."""
        return len(self.rangen) == 1


def verdeel(liggingen: Mapping[Ligging, int], verwacht: Fraction | None = None) -> Verdeling:
    """The distribution that follows from where a topic stands in each weighting.

    Args:
        liggingen: where it stands → how much weighs in which it stands there; none empty.
        verwacht: the expected place, when it is better known than that.
    """
    keer = lcm(*{ligging.gelijk for ligging in liggingen})
    stappen: defaultdict[int, int] = defaultdict(int)
    rangen: defaultdict[int, int] = defaultdict(int)
    for (boven, gelijk), massa in liggingen.items():
        rangen[boven + 1] += massa
        stappen[boven + 1] += massa * (keer // gelijk)
        stappen[boven + gelijk + 1] -= massa * (keer // gelijk)
    hoogtes = dict(
        zip(sorted(stappen), accumulate(stappen[n] for n in sorted(stappen)), strict=True)
    )
    delen: dict[int, int] = {}
    for begin, eind in pairwise(hoogtes):
        if hoogtes[begin]:
            delen |= dict.fromkeys(range(begin, eind), hoogtes[begin])
    delen = _zonder_deler(delen)
    totaal = sum(delen.values())
    if verwacht is None:
        verwacht = Fraction(sum(plaats * deel for plaats, deel in delen.items()), totaal)
    return Verdeling(
        delen,
        totaal,
        min(ligging.boven for ligging in liggingen) + 1,
        max(ligging.boven + ligging.gelijk for ligging in liggingen),
        _zonder_deler(rangen),
        verwacht,
    )


def _zonder_deler(delen: Mapping[int, int]) -> dict[int, int]:
    """The same parts in the lowest whole numbers, in order."""
    deler = gcd(*delen.values())
    return {plaats: deel // deler for plaats, deel in sorted(delen.items())}


def opgeteld(liggingen: Iterable[Mapping[Ligging, int]]) -> dict[Ligging, int]:
    """Several weighings of the same topics in one."""
    som: defaultdict[Ligging, int] = defaultdict(int)
    for deel in liggingen:
        for ligging, massa in deel.items():
            som[ligging] += massa
    return dict(som)
