"""Weightings as cells: exact, for at most five criteria that are yes or no.

Inside a cell the order of all sets of criteria is the same, so one weighting stands for it all
(docs/besluiten/008).
"""

from __future__ import annotations

from functools import cache, cached_property
from itertools import permutations
from typing import TYPE_CHECKING

from agenda.robuust.exact import lees_cellen
from agenda.robuust.gebied import Gebied
from agenda.robuust.punten import plus
from agenda.robuust.uitspraken import tegenover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.robuust.uitspraken import Vlak

    Weging = tuple[int, ...]


class Celgebied(Gebied):
    """Cells.

    Args:
        gewichten: a weighting inside each cell.
        delen: the volume of each.
        volgordes: orders of the criteria; all of these cells are there once for each.
    """

    def __init__(
        self, gewichten: Sequence[Weging], delen: Sequence[int], volgordes: Sequence[Weging] = ()
    ) -> None:
        self._gewichten, self._delen = gewichten, delen
        self._volgordes = volgordes or [tuple(range(len(gewichten[0])))]
        self.delen = [*delen] * len(self._volgordes)
        self._bekend: dict[Vlak, int] = {}
        self._kant: dict[Vlak, str] = {}
        self._hoogte: dict[Vlak, list[int]] = {}

    def weging(self, nummer: int) -> Weging:
        """The weighting inside one of the cells."""
        volgorde, cel = divmod(nummer, len(self._gewichten))
        return tuple(self._gewichten[cel][criterium] for criterium in self._volgordes[volgorde])

    def boven(self, vlak: Vlak) -> int:
        """The cells above a plane."""
        if vlak not in self._bekend:
            tekens = []
            for volgorde in self._volgordes:
                eigen = sorted(zip(volgorde, vlak, strict=True))
                tekens.append(self._kanten(tuple(getal for _, getal in eigen)))
            self._bekend[vlak] = int("".join(tekens), 2)
        return self._bekend[vlak]

    def massa(self, punten: int) -> int:
        """What the volumes of some cells add up to."""
        # In how many of the orders each cell is among them, in binary: half of these, and the rest.
        keer, over = [punten], len(self._volgordes)
        while over > 1:
            over = (over + 1) // 2
            grens = over * len(self._gewichten)
            laag = (1 << grens) - 1
            keer = plus([deel & laag for deel in keer], [deel >> grens for deel in keer])
        return sum(
            (deel & laag).bit_count() << plek + bit
            for plek, deel in enumerate(keer)
            for bit, laag in enumerate(self._lagen)
        )

    def _kanten(self, vlak: Vlak) -> str:
        """Which of the cells, in their first order, lie above a plane: «1» or «0» for each."""
        if vlak not in self._kant:
            som = self._hoogtes(vlak)
            self._kant[vlak] = "".join(["1" if getal > 0 else "0" for getal in som])
            self._kant[tegenover(vlak)] = "".join(["1" if getal < 0 else "0" for getal in som])
        return self._kant[vlak]

    def _hoogtes(self, vlak: Vlak) -> list[int]:
        """How far each lies above a plane, from that of a plane with one criterion less."""
        if vlak not in self._hoogte:
            nummer = max((n for n, getal in enumerate(vlak) if getal), default=-1)
            if nummer < 0:
                return [0] * len(self._gewichten)
            zonder = self._hoogtes((*vlak[:nummer], *(0 for _ in vlak[nummer:])))
            keer, kolom = vlak[nummer], self._kolommen[nummer]
            self._hoogte[vlak] = [a + keer * b for a, b in zip(zonder, kolom, strict=True)]
        return self._hoogte[vlak]

    @cached_property
    def _kolommen(self) -> list[Weging]:
        return [*zip(*self._gewichten, strict=True)]

    @cached_property
    def _lagen(self) -> list[int]:
        """The volumes in binary: the cells of which it holds 1, those of which it holds 2, …"""
        breed = max(self._delen).bit_length()
        lagen = [*zip(*(f"{deel:0{breed}b}" for deel in self._delen), strict=True)]
        return [int("".join(laag), 2) for laag in reversed(lagen)]


@cache
def alle_cellen(aantal: int) -> Celgebied:
    """The cells of all weightings, for 0 to 5 criteria."""
    cellen = lees_cellen(aantal)
    return Celgebied(cellen.gewichten, cellen.delen, [*permutations(range(aantal))])
