"""Weigh by drawing weightings at random, for yes/no criteria where exact cells are not at hand."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from agenda.robuust.gewichten import TREKKINGEN, ZAAD, trek_orde

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

    from agenda.robuust.wegingen import Orde

_DEEL = 10_000
"""Draws that are handled at a time, so that they stay in fast memory."""


class Trekkingen:
    """Random weightings that fit an order of the criteria (see `wegingen.Wegingen`).

    The same seed gives the same weightings, so that differences come from the orders alone.

    Args:
        aantal: the number of criteria.
        orde: the order that they must fit; empty for all weightings.
        trekkingen: how many weightings are drawn; each weighs 1.
        zaad: where the random numbers start.
    """

    def __init__(
        self, aantal: int, orde: Orde = (), trekkingen: int = TREKKINGEN, zaad: int = ZAAD
    ) -> None:
        self._aantal = aantal
        self._orde = orde
        self._zaad = zaad
        self.totaal = trekkingen

    def boven(self, aantallen: Mapping[int, int]) -> dict[int, dict[int, int]]:
        """How many topics stand above each profile; see `Wegingen.boven`."""
        import numpy as np

        profielen = list(aantallen)
        per_profiel = np.array(list(aantallen.values()), dtype=np.int64)
        tabel: npt.NDArray[Any] = np.zeros(
            (len(profielen), int(per_profiel.sum()) + 1), dtype=np.int64
        )
        if not profielen:
            return {}
        for gewichten in self._delen():
            scores = gewichten @ self._bits(profielen).T
            tel_boven(np.argsort(-scores, axis=1), per_profiel, tabel)
        return {
            profiel: {int(n): int(rij[n]) for n in np.flatnonzero(rij)}
            for profiel, rij in zip(profielen, tabel, strict=True)
        }

    def wint(self, paren: Sequence[tuple[int, int]]) -> list[int]:
        """The weight of the weightings in which the first of two profiles scores higher."""
        import numpy as np

        if not paren:
            return []
        verschil = self._bits([een for een, _ in paren]) - self._bits([twee for _, twee in paren])
        gewonnen: npt.NDArray[Any] = np.zeros(len(paren), dtype=np.int64)
        for gewichten in self._delen():
            gewonnen += (gewichten @ verschil.T > 0).sum(axis=0)
        return [int(massa) for massa in gewonnen]

    def _bits(self, profielen: Sequence[int]) -> npt.NDArray[np.float64]:
        """Profiles × criteria: 1 where a criterion holds."""
        import numpy as np

        rijen = [[profiel >> i & 1 for i in range(self._aantal)] for profiel in profielen]
        return np.array(rijen, dtype=np.float64)

    def _delen(self) -> Iterable[npt.NDArray[np.float64]]:
        for van in range(0, self.totaal, _DEEL):
            yield self._gewichten[van : van + _DEEL]

    @cached_property
    def _gewichten(self) -> npt.NDArray[np.float64]:
        import numpy as np

        kans = np.random.default_rng(self._zaad)
        return trek_orde(self._aantal, self._orde)(kans, self.totaal)


def tel_boven(
    volgorde: npt.NDArray[np.int64], aantallen: npt.NDArray[np.int64], tabel: npt.NDArray[np.int64]
) -> None:
    """Count how many stand above each row of a matrix of scores, where no two scores are equal.

    Args:
        volgorde: draws × rows: the rows from the highest score to the lowest.
        aantallen: how many each row stands for.
        tabel: rows × numbers above; the counts are added to it.
    """
    import numpy as np

    erboven = aantallen[volgorde]
    erboven = np.cumsum(erboven, axis=1) - erboven
    breed = tabel.shape[1]
    tabel += np.bincount((volgorde * breed + erboven).ravel(), minlength=tabel.size).reshape(
        tabel.shape
    )
