"""Weigh by drawing weightings at random, where exact cells are not at hand.

That is so with more than five criteria, with limits on their weights, and where criteria count for
a share.
"""

from __future__ import annotations

from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Any

from agenda.robuust.gewichten import TREKKINGEN, ZAAD, TeWeinig, marge, trek_orde
from agenda.robuust.grenzen import trek_passend
from agenda.robuust.sorteren import porties, sorteer, tel_boven
from agenda.robuust.wegingen import Gewoon, TeKrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

    from agenda.onderwerp.grens import Grens
    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.score import Getal
    from agenda.robuust.wegingen import Orde


class Trekkingen(Gewoon):
    """Random weightings that fit an order of the criteria (see `wegingen.Wegingen`).

    The same seed gives the same weightings, so that differences come from the orders alone.

    Args:
        aantal: the number of criteria.
        orde: the order that they must fit; empty for all weightings.
        trekkingen: how many weightings are drawn; each weighs 1.
        zaad: where the random numbers start.
        grenzen: per criterion the limits of its weight; empty when there are none.
    """

    def __init__(
        self,
        aantal: int,
        orde: Orde = (),
        trekkingen: int = TREKKINGEN,
        zaad: int = ZAAD,
        grenzen: Sequence[Grens] = (),
    ) -> None:
        self._aantal = aantal
        self._orde = orde
        self._zaad = zaad
        self._grenzen = grenzen
        self.totaal = trekkingen
        self.speling = ceil(marge(trekkingen) * trekkingen)

    def boven(self, aantallen: Mapping[Delen, int]) -> dict[Delen, dict[int, int]]:
        """How many topics stand above each pattern; see `Wegingen.boven`."""
        import numpy as np

        # Scores that no double can tell apart keep this order: what holds more is higher.
        patronen = sorted(aantallen, key=lambda patroon: patroon[::-1])
        per_patroon = np.array([aantallen[patroon] for patroon in patronen], dtype=np.int64)
        tabel: npt.NDArray[Any] = np.zeros(
            (len(patronen), int(per_patroon.sum()) + 1), dtype=np.int64
        )
        if not patronen:
            return {}
        delen = _matrix(patronen).T
        for deel in porties(self.totaal, len(patronen), tabel.shape[1]):
            oplopend, _ = sorteer(self._gewichten[deel] @ delen)
            tel_boven(oplopend, per_patroon, tabel)
        boven = dict(zip(patronen, tabel, strict=True))
        return {
            patroon: {int(n): int(boven[patroon][n]) for n in np.flatnonzero(boven[patroon])}
            for patroon in aantallen
        }

    def wint(self, paren: Sequence[tuple[Delen, Delen]]) -> Sequence[Getal]:
        """The weight of the weightings in which the first of two patterns scores higher."""
        import numpy as np

        if not paren:
            return []
        verschil = _matrix([een for een, _ in paren]) - _matrix([twee for _, twee in paren])
        gewonnen: npt.NDArray[Any] = np.zeros(len(paren), dtype=np.int64)
        for deel in porties(self.totaal, len(paren)):
            gewonnen += (self._gewichten[deel] @ verschil.T > 0).sum(axis=0)
        return [int(massa) for massa in gewonnen]

    @cached_property
    def _gewichten(self) -> npt.NDArray[np.float64]:
        import numpy as np

        kans = np.random.default_rng(self._zaad)
        if not self._grenzen:
            return trek_orde(self._aantal, self._orde)(kans, self.totaal)
        try:
            return trek_passend(self._grenzen, self._orde)(kans, self.totaal)
        except TeWeinig as fout:
            raise TeKrap(self._orde) from fout


def _matrix(patronen: Sequence[Delen]) -> npt.NDArray[np.float64]:
    """Patterns × criteria: how much of each counts."""
    import numpy as np

    return np.array(patronen, dtype=np.float64)
