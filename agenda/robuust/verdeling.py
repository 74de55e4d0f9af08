"""How the places of one topic are spread over all weightings, as exact shares."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
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


@dataclass(frozen=True, slots=True)
class Verdeling:
    """The share of all weightings in which a topic takes each place.

    Where k topics share k places, each takes every one of them for 1/k.

    Attributes:
        plaatsen: place → share; only places with a share above zero, in order.
        beste: the best competition place that it gets: 1 + the number above it.
        slechtste: the worst: that, plus the number of others with the same score.
    """

    plaatsen: Mapping[int, Fraction]
    beste: int
    slechtste: int

    @property
    def verwacht(self) -> Fraction:
        """The expected place."""
        return sum((plaats * deel for plaats, deel in self.plaatsen.items()), Fraction())

    def kans(self, top: int) -> Fraction:
        """The share of the weightings in which it stands among the first `top`."""
        return sum((deel for plaats, deel in self.plaatsen.items() if plaats <= top), Fraction())


def verdeel(liggingen: Mapping[Ligging, int], totaal: int) -> Verdeling:
    """The distribution that follows from where a topic stands in each weighting.

    Args:
        liggingen: where it stands → how much weighs in which it stands there.
        totaal: what all weightings weigh together.
    """
    plaatsen: defaultdict[int, Fraction] = defaultdict(Fraction)
    for gelijk in {ligging.gelijk for ligging in liggingen}:
        # Whole numbers as long as the places are shared by as many.
        delen: defaultdict[int, int] = defaultdict(int)
        for (boven, aantal), massa in liggingen.items():
            if aantal == gelijk:
                for plaats in range(boven + 1, boven + gelijk + 1):
                    delen[plaats] += massa
        for plaats, massa in delen.items():
            plaatsen[plaats] += Fraction(massa, totaal * gelijk)
    return Verdeling(
        {plaats: plaatsen[plaats] for plaats in sorted(plaatsen)},
        min(ligging.boven for ligging in liggingen) + 1,
        max(ligging.boven + ligging.gelijk for ligging in liggingen),
    )


def samen(liggingen: Iterable[Mapping[Ligging, int]]) -> dict[Ligging, int]:
    """Several weighings of the same topics in one."""
    som: defaultdict[Ligging, int] = defaultdict(int)
    for deel in liggingen:
        for ligging, massa in deel.items():
            som[ligging] += massa
    return dict(som)
