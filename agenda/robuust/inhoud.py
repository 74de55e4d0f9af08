"""The exact volumes of the cells on a plane, or where planes meet.

Each cell is cut up into simplices, seen from one of its corners, as in bench/maak_cellen.py.
Corners of cells on planes are corners of cells that lie on these planes. A set of corners is a set
of bits.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import permutations
from math import gcd, lcm, prod
from typing import TYPE_CHECKING

from agenda.robuust.celgebied import Celgebied
from agenda.robuust.exact import lees_hoekpunten
from agenda.robuust.lineair import richtingen, volgt
from agenda.robuust.tegenspraak import hoogte
from agenda.robuust.uitspraken import alle_vlakken, tegenover

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from agenda.robuust.uitspraken import Vlak

    Punt = tuple[int, ...]


def inhouden(cellen: Celgebied, vlakken: Sequence[Vlak]) -> list[int]:
    """The volume of each cell on some planes, in whole numbers without a common divisor.

    Args:
        cellen: the cells; their own volumes count for nothing.
        vlakken: the planes that they lie on; what is on them all has at most three dimensions.
    """
    aantal = len(cellen.weging(0))
    hoeken = [h for h in _hoeken(aantal) if not any(hoogte(vlak, h) for vlak in vlakken)]
    op_alle = Celgebied(hoeken, [1] * len(hoeken))
    wanden = [wand for wand in _wanden(aantal) if not volgt(wand, vlakken)]
    zijden = [op_alle.op(wand) for wand in wanden]
    # The corners of a cell lie on the same side as the cell itself, or on the plane.
    kanten = [
        {"1": op_alle.boven(wand) | op, "0": op_alle.boven(tegenover(wand)) | op}
        for wand, op in zip(wanden, zijden, strict=True)
    ]
    vrij, _ = richtingen(vlakken, aantal)
    delen = []
    for per_wand in cellen.per_punt([cellen.boven(wand) for wand in wanden]):
        lichaam = op_alle.alles
        for kant, hoger in zip(kanten, per_wand, strict=True):
            lichaam &= kant[hoger]
        stukken = _simplices(lichaam, zijden, len(vrij) - 1)
        # The first corner has the highest bit.
        delen.append(sum(_inhoud([hoeken[-1 - bit] for bit in stuk], vrij) for stuk in stukken))
    keer = lcm(*(deel.denominator for deel in delen))
    geheel = [int(deel * keer) for deel in delen]
    deler = gcd(*geheel)
    return [deel // deler for deel in geheel]


@cache
def _hoeken(aantal: int) -> list[Punt]:
    """The corners of all cells."""
    volgordes = [*permutations(range(aantal))]
    hoeken = {tuple(h[i] for i in v) for h in lees_hoekpunten(aantal) for v in volgordes}
    return sorted(hoeken)


def _wanden(aantal: int) -> list[Vlak]:
    """Every plane that can bound a cell: between two sets of criteria, or where a weight is 0."""
    nul = (tuple(int(i == j) for j in range(aantal)) for i in range(aantal))
    return [*alle_vlakken(aantal), *nul]


def _simplices(lichaam: int, zijden: Collection[int], hoog: int) -> Iterator[tuple[int, ...]]:
    """Cut up a body of at most three dimensions: its first corner with every side without that.

    Args:
        lichaam: its corners.
        zijden: the corners on each plane that may bound it.
        hoog: the number of dimensions.

    Returns:
        The corners of each simplex, by their bit.
    """
    eerste = lichaam & -lichaam
    nummer = eerste.bit_length() - 1
    if not hoog:
        yield (nummer,)
        return
    # In three dimensions three corners of a body are never on one line.
    eigen = {lichaam & zijde for zijde in zijden}
    eigen = {zijde for zijde in eigen if zijde.bit_count() >= hoog}
    for zijde in eigen:
        if not zijde & eerste:
            for rest in _simplices(zijde, eigen, hoog - 1):
                yield (nummer, *rest)


def _inhoud(hoeken: Sequence[Punt], vrij: Sequence[int]) -> Fraction:
    """The volume of a simplex, so many times as large as that of all others on its planes."""
    grootte = _determinant([[hoek[criterium] for criterium in vrij] for hoek in hoeken])
    return Fraction(abs(grootte), prod(map(sum, hoeken)))


def _determinant(matrix: Sequence[Sequence[int]]) -> int:
    """The determinant but for its sign; every division comes out.

    Bron: Bareiss (1968), Sylvester's identity and multistep integer-preserving Gaussian
    elimination, Mathematics of Computation 22.
    """
    deler = 1
    while len(matrix) > 1:
        spil = next((rij for rij in matrix if rij[0]), None)
        if spil is None:
            return 0
        matrix = [
            [(spil[0] * b - rij[0] * a) // deler for a, b in zip(spil[1:], rij[1:], strict=True)]
            for rij in matrix
            if rij is not spil
        ]
        deler = spil[0]
    return matrix[0][0]
