"""The orders with which the municipalities disagree least, all of them, exactly.

A municipality disagrees on two topics when it puts them the other way round; who has no preference
between them disagrees with neither. Topics with one pattern stand together.

Bron: Kemeny (1959), Mathematics without numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.robuust.knoop import TeGroot, beste_ordes, leden_van
from agenda.robuust.stemming import bereikt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agenda.robuust.stemming import Stemming

MAX_MENGINGEN = 10_000
"""In more ways best orders of several knots are not mixed."""


class Kemeny(NamedTuple):
    """All orders with the least disagreement.

    Attributes:
        plaatsen: per pattern its best and its worst place in these orders.
        tegen: by how many votes in all pairs of topics stand against their majority.
    """

    plaatsen: tuple[tuple[int, int], ...]
    tegen: int


def kemeny(stemming: Stemming) -> Kemeny | None:
    """All orders with the least disagreement; None when that cannot be told within bounds.

    Only who beats each other in a circle needs a search: between other pairs a best order follows
    the majority. So a best order is a best order of each knot, mixed in any way in which every pair
    of different knots stands as its majority wants.
    """
    try:
        return _Menging(stemming).kemeny
    except TeGroot:
        return None


class _Knoop(NamedTuple):
    """Patterns that beat each other in circles.

    Attributes:
        leden: their numbers; the set of bits of `stappen` is over their positions here.
    """

    leden: tuple[int, ...]
    stappen: Mapping[int, int]

    def volgende(self, begin: int) -> Iterator[int]:
        """What can come next in a best order of the knot, when this came before."""
        deel = sum(1 << i for i, lid in enumerate(self.leden) if begin >> lid & 1)
        return (self.leden[i] for i in leden_van(self.stappen.get(deel, 0)))


class _Menging:
    """Best orders of all knots, and what they ask of everything else."""

    def __init__(self, stemming: Stemming) -> None:
        self._aantallen = stemming.aantallen
        nummers = range(len(self._aantallen))
        samen = [
            sum(1 << b for b in leden_van(stemming.bereikt[a]) if stemming.bereikt[b] >> a & 1)
            for a in nummers
        ]
        # What must come later, as every majority between two knots wants it; and what earlier.
        self._later = bereikt([stemming.verslaat[a] & ~samen[a] for a in nummers])
        self._eerder = [sum(1 << b for b in nummers if self._later[b] >> a & 1) for a in nummers]
        self._knopen = []
        self._tegen = 0
        for leden in sorted({tuple(leden_van(groep)) for groep in samen if groep}):
            ordes = beste_ordes(_winst(stemming, leden))
            self._tegen += ordes.kosten
            self._knopen.append(_Knoop(leden, ordes.stappen))
        self._in_knoop = sum(1 << lid for knoop in self._knopen for lid in knoop.leden)
        self._vrij = [a for a in nummers if not samen[a]]

    @property
    def kemeny(self) -> Kemeny:
        """The best and the worst place of everything."""
        alle = sum(self._aantallen)
        beste = [alle] * len(self._aantallen)
        slechtste = [0] * len(self._aantallen)
        for begin in self._beginnen():
            for lid in self._nu(begin):
                rest = self._in_knoop & ~begin & ~(1 << lid)
                boven = self._met(begin | 1 << lid, self._eerder) & ~(1 << lid)
                onder = self._met(rest | 1 << lid, self._later)
                beste[lid] = min(beste[lid], 1 + self._tel(boven))
                slechtste[lid] = max(slechtste[lid], 1 + alle - self._tel(onder))
        return Kemeny(tuple(zip(beste, slechtste, strict=True)), self._tegen)

    def _beginnen(self) -> set[int]:
        """The members of knots that a best order can begin with, among all members of knots."""
        gezien = {0}
        te_doen = [0]
        while te_doen:
            begin = te_doen.pop()
            nieuw = {begin | 1 << lid for lid in self._uit_knopen(begin)} - gezien
            gezien |= nieuw
            te_doen += nieuw
            if len(gezien) > MAX_MENGINGEN:
                raise TeGroot
        return gezien

    def _uit_knopen(self, begin: int) -> Iterator[int]:
        """Members of knots that can come next."""
        for knoop in self._knopen:
            for lid in knoop.volgende(begin):
                if not self._eerder[lid] & self._in_knoop & ~begin:
                    yield lid

    def _nu(self, begin: int) -> Iterator[int]:
        """All that can come now: after these members of knots, and before all others."""
        yield from self._uit_knopen(begin)
        rest = self._in_knoop & ~begin
        for lid in self._vrij:
            if not self._eerder[lid] & rest and not self._later[lid] & begin:
                yield lid

    def _met(self, groep: int, wat: Sequence[int]) -> int:
        """A set with all that must come earlier, or later, than something in it."""
        uit = groep
        for lid in leden_van(groep):
            uit |= wat[lid]
        return uit

    def _tel(self, groep: int) -> int:
        """How many topics a set of patterns has."""
        return sum(self._aantallen[lid] for lid in leden_van(groep))


def _winst(stemming: Stemming, leden: Sequence[int]) -> list[list[int]]:
    """By how many votes each member beats each other one, over all their pairs of topics."""
    aantallen, voorsprong = stemming.aantallen, stemming.voorsprong
    return [[max(0, voorsprong[a][b]) * aantallen[a] * aantallen[b] for b in leden] for a in leden]
