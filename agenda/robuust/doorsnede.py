"""The cells on a plane, or where planes meet: exact.

On a plane through the cells lie cells with one dimension less: where two cells lie against each
other, the line between their weightings crosses the one between them.
"""

from __future__ import annotations

from functools import cache
from math import gcd
from typing import TYPE_CHECKING

from agenda.robuust.celgebied import Celgebied, alle_cellen
from agenda.robuust.inhoud import inhouden
from agenda.robuust.lineair import volgt
from agenda.robuust.tegenspraak import hoogte
from agenda.robuust.uitspraken import alle_vlakken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.robuust.celgebied import Weging
    from agenda.robuust.uitspraken import Vlak


@cache
def cellen_op(aantal: int, vlakken: tuple[Vlak, ...]) -> Celgebied:
    """The cells of the weightings that lie on planes, with their share of these.

    Args:
        aantal: the number of criteria, 1 to 5.
        vlakken: planes between two sets of criteria; without planes all cells.
    """
    gebied = alle_cellen(aantal)
    gewichten: list[Weging] = []
    for nummer, vlak in enumerate(vlakken):
        if gebied.op(vlak) != gebied.alles:
            gewichten = [*_doorgesneden(gebied, vlak, vlakken[: nummer + 1])]
            gebied = Celgebied(gewichten, [1] * len(gewichten))
    if not vlakken:
        return gebied
    return Celgebied(gewichten, inhouden(gebied, vlakken))


def _doorgesneden(gebied: Celgebied, vlak: Vlak, vlakken: Sequence[Vlak]) -> Iterator[Weging]:
    """The weightings that stand for the cells on one plane more.

    Two cells lie against each other there when they lie on the same side of every other plane.
    """
    andere = [ander for ander in alle_vlakken(len(vlak)) if not volgt(ander, vlakken)]
    per_cel = gebied.per_punt([gebied.boven(ander) for ander in andere])
    gezien: dict[str, int] = {}
    for nummer, kanten in enumerate(map("".join, per_cel)):
        buur = gezien.setdefault(kanten, nummer)
        if buur != nummer:
            een, ander = gebied.weging(nummer), gebied.weging(buur)
            hoog, laag = abs(hoogte(vlak, een)), abs(hoogte(vlak, ander))
            tussen = [hoog * b + laag * a for a, b in zip(een, ander, strict=True)]
            deler = gcd(*tussen)
            yield tuple(getal // deler for getal in tussen)
