"""All the best orders of a knot: things that beat each other in circles.

An order costs what is lost by each pair that stands against its majority. Circles of three without
a majority in common bound that cost from below: every order breaks each of them at least once. So
only beginnings of an order are looked at that break hardly more than that
(Conitzer, Davenport en Kalagnanam 2006, Improved bounds for computing Kemeny rankings; what may
begin an order is found as in Held en Karp 1962).
"""

from __future__ import annotations

from itertools import accumulate, combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MAX_LEDEN = 64
"""A knot with more members is not put in order."""

MAX_BEGINNEN = 30_000
"""Over more beginnings of an order no knot is put in order."""


class TeGroot(Exception):
    """A knot has too many members, or too many orders that are nearly the best."""


class BesteOrdes(NamedTuple):
    """All orders of a knot that cost least.

    Attributes:
        kosten: what these cost.
        stappen: the members that a best order can begin with, as a set of bits → those that can
            come next.
    """

    kosten: int
    stappen: Mapping[int, int]


def beste_ordes(winst: Sequence[Sequence[int]]) -> BesteOrdes:
    """All orders of a knot that cost least.

    Args:
        winst: per member, per other: by how much it beats that one; 0 when it does not.

    Raises:
        TeGroot: it cannot be told within bounds.
    """
    if len(winst) > MAX_LEDEN:
        raise TeGroot
    zoeker = _Zoeker(winst)
    lagen = _lagen(zoeker, len(winst))
    alles = 2 ** len(winst) - 1
    stappen: dict[int, int] = {}
    eind = {alles}
    for laag, volgende in zip(lagen[-2::-1], lagen[:0:-1], strict=True):
        begin = set()
        for na in eind:
            for lid in leden_van(na):
                voor = na & ~(1 << lid)
                if voor in laag and laag[voor] + zoeker.meerkosten(voor, lid) == volgende[na]:
                    stappen[voor] = stappen.get(voor, 0) | 1 << lid
                    begin.add(voor)
        eind = begin
    return BesteOrdes(zoeker.minstens + lagen[-1][alles], stappen)


def leden_van(groep: int) -> Iterator[int]:
    """The numbers in a set of bits."""
    while groep:
        laagste = groep & -groep
        yield laagste.bit_length() - 1
        groep ^= laagste


def _lagen(zoeker: _Zoeker, aantal: int) -> list[dict[int, int]]:
    """Per length the beginnings of an order that may be a best one → what they cost extra."""
    lagen: list[dict[int, int]] = [{0: 0}]
    over = MAX_BEGINNEN
    for _ in range(aantal):
        volgende: dict[int, int] = {}
        for begin, kosten in lagen[-1].items():
            for lid in leden_van(2**aantal - 1 & ~begin):
                samen = kosten + zoeker.meerkosten(begin, lid)
                na = begin | 1 << lid
                if samen <= min(zoeker.ruimte, volgende.get(na, samen)):
                    volgende[na] = samen
            if len(volgende) > over:
                raise TeGroot
        over -= len(volgende)
        lagen.append(volgende)
    return lagen


class _Zoeker:
    """What an order costs beyond the bound, step by step.

    Attributes:
        minstens: no order costs less.
        ruimte: how much more some order costs, so that a best one costs no more extra.
    """

    def __init__(self, winst: Sequence[Sequence[int]]) -> None:
        rest = [list(rij) for rij in winst]
        driekringen = _driekringen(rest)
        self.minstens = sum(gewicht for _, gewicht in driekringen)
        self.ruimte = _kosten(winst, _goede_orde(winst)) - self.minstens
        leden = range(len(winst))
        # What beats a member and comes later costs the rest of what it beats it by.
        self._verliest = [[(1 << b, rest[b][a]) for b in leden if rest[b][a] > 0] for a in leden]
        # A circle that is gone round the wrong way is broken twice: seen at its second member.
        self._omgekeerd: list[list[tuple[int, int, int]]] = [[] for _ in leden]
        for (a, b, c), gewicht in driekringen:
            for tweede, eerste, derde in ((a, b, c), (b, c, a), (c, a, b)):
                self._omgekeerd[tweede].append((1 << eerste, 1 << derde, gewicht))

    def meerkosten(self, begin: int, lid: int) -> int:
        """What is added to the bound when a member comes right after a beginning."""
        kosten = 0
        for ander, gewicht in self._verliest[lid]:
            if not begin & ander:
                kosten += gewicht
        if kosten <= self.ruimte:
            for eerste, derde, gewicht in self._omgekeerd[lid]:
                if begin & eerste and not begin & derde:
                    kosten += gewicht
        return kosten


def _driekringen(rest: list[list[int]]) -> list[tuple[tuple[int, int, int], int]]:
    """Circles of three, each with a weight that is taken from `rest`: the heaviest first."""
    gevonden = []
    for a, b, c in combinations(range(len(rest)), 3):
        for kring in ((a, b, c), (a, c, b)):
            if gewicht := _lichtste(rest, kring):
                gevonden.append((-gewicht, kring))
    uit = []
    for _, kring in sorted(gevonden):
        if gewicht := _lichtste(rest, kring):
            uit.append((kring, gewicht))
            for een, ander in _paren(kring):
                rest[een][ander] -= gewicht
    return uit


def _paren(kring: tuple[int, int, int]) -> tuple[tuple[int, int], ...]:
    a, b, c = kring
    return (a, b), (b, c), (c, a)


def _lichtste(rest: Sequence[Sequence[int]], kring: tuple[int, int, int]) -> int:
    return min(rest[een][ander] for een, ander in _paren(kring))


def _kosten(winst: Sequence[Sequence[int]], orde: Sequence[int]) -> int:
    return sum(winst[later][eerder] for eerder, later in combinations(orde, 2))


def _goede_orde(winst: Sequence[Sequence[int]]) -> list[int]:
    """An order in which no single member is better off elsewhere."""
    orde = sorted(range(len(winst)), key=lambda lid: (-sum(winst[lid]), lid))
    beter = True
    while beter:
        beter = False
        for lid in range(len(winst)):
            nu = orde.index(lid)
            zonder = orde[:nu] + orde[nu + 1 :]
            # On each step down it loses to one less, and one more stands above it that it beats.
            stappen = (winst[lid][ander] - winst[ander][lid] for ander in zonder)
            kosten = list(accumulate(stappen, initial=0))
            plek = kosten.index(min(kosten))
            if kosten[plek] < kosten[nu]:
                orde, beter = [*zonder[:plek], lid, *zonder[plek:]], True
    return orde
