"""SMAA-2: rank acceptability of any matrix of values, by drawing weights and values at random.

For graded values, for values that are uncertain themselves, and for demands on the weights. No
command asks for it: it holds the drawing, sorting and counting of `agenda.robuust` against what
others published and against other programs.

Bron: Lahdelma en Salminen (2001), SMAA-2, Operations Research 49(3); the treatment of ties differs
(docs/besluiten/008).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, runtime_checkable

from agenda.robuust.gewichten import TREKKINGEN, ZAAD, marge, trek_alle
from agenda.robuust.sorteren import porties, sorteer, tel_boven
from agenda.robuust.verdeling import Ligging, Verdeling, verdeel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    import numpy.typing as npt

    from agenda.robuust.gewichten import Matrix, Trekker

    Rijen = Iterable[Iterable[float]]


_GETALLEN = 200_000
"""Uncertain values that are drawn at a time; with the seed it fixes which number goes where."""


@runtime_checkable
class Waarden(Protocol):
    """Uncertain values of alternatives on criteria; a higher value is better."""

    @property
    def vorm(self) -> tuple[int, int]: ...

    def trek(self, kans: np.random.Generator, aantal: int) -> npt.NDArray[np.float64]: ...


class _Verdeeld:
    """Two numbers per alternative and criterion, from which the values are drawn."""

    def __init__(self, een: Rijen, twee: Rijen) -> None:
        import numpy as np

        self._een = np.array([[*rij] for rij in een], dtype=np.float64)
        self._twee = np.array([[*rij] for rij in twee], dtype=np.float64)
        if self._een.ndim != 2 or self._een.shape != self._twee.shape:
            raise ValueError("two matrices of the same form: alternatives × criteria")

    @property
    def vorm(self) -> tuple[int, int]:
        """Alternatives and criteria."""
        return self._een.shape[0], self._een.shape[1]


class Normaal(_Verdeeld):
    """Normally distributed values: means and standard deviations, alternatives × criteria."""

    def trek(self, kans: np.random.Generator, aantal: int) -> npt.NDArray[np.float64]:
        """Draws × alternatives × criteria."""
        return kans.normal(self._een, self._twee, (aantal, *self.vorm))


class Gelijkmatig(_Verdeeld):
    """Evenly distributed values: the middle and the most that it may differ, up or down."""

    def trek(self, kans: np.random.Generator, aantal: int) -> npt.NDArray[np.float64]:
        """Draws × alternatives × criteria."""
        laag, hoog = self._een - self._twee, self._een + self._twee
        return kans.uniform(laag, hoog, (aantal, *self.vorm))


class Beta(_Verdeeld):
    """Beta distributed values, alternatives × criteria.

    Args:
        alfa: the first parameter of each distribution.
        beta: the second.
        slechtste: per criterion the number that is worth 0.
        beste: per criterion the number that is worth 1; lower than `slechtste` where less is
            better.
    """

    def __init__(
        self,
        alfa: Rijen,
        beta: Rijen,
        slechtste: Sequence[float] = (),
        beste: Sequence[float] = (),
    ) -> None:
        import numpy as np

        super().__init__(alfa, beta)
        criteria = self.vorm[1]
        self._nul = np.array(slechtste or [0.0] * criteria)
        self._een_waard = np.array(beste or [1.0] * criteria)

    def trek(self, kans: np.random.Generator, aantal: int) -> npt.NDArray[np.float64]:
        """Draws × alternatives × criteria."""
        getrokken = kans.beta(self._een, self._twee, (aantal, *self.vorm))
        waarden: npt.NDArray[np.float64] = (getrokken - self._nul) / (self._een_waard - self._nul)
        return waarden


@dataclass(frozen=True, slots=True)
class Acceptatie:
    """Per alternative the share of the draws in which it takes each place.

    Attributes:
        marge: the half-width of a 95% interval around a share, at its widest.
    """

    verdelingen: tuple[Verdeling, ...]
    trekkingen: int
    zaad: int

    @property
    def marge(self) -> float:
        """How far a share may be off."""
        return marge(self.trekkingen)


def trek_vast(gewichten: Sequence[float]) -> Trekker:
    """Gives the same weighting every time."""

    def trek(kans: np.random.Generator, aantal: int) -> Matrix:
        import numpy as np

        del kans
        return np.tile(np.array(gewichten, dtype=np.float64) / sum(gewichten), (aantal, 1))

    return trek


def smaa(
    waarden: Waarden | Rijen,
    trek: Trekker | None = None,
    trekkingen: int = TREKKINGEN,
    zaad: int = ZAAD,
) -> Acceptatie:
    """Rank alternatives under random weights and, where they are uncertain, random values.

    Args:
        waarden: alternatives × criteria, a higher value is better; or their distributions.
        trek: draws the weights; evenly from all weightings when it is not given.
        trekkingen: how many times is drawn.
        zaad: where the random numbers start.
    """
    import numpy as np

    kans = np.random.default_rng(zaad)
    if isinstance(waarden, Waarden):
        alternatieven, criteria = waarden.vorm
        tabel = _Telling(np.ones(alternatieven, dtype=np.int64))
        trek = trek or trek_alle(criteria)
        for deel in porties(trekkingen, alternatieven * criteria, samen=_GETALLEN):
            aantal = deel.stop - deel.start
            gewichten = trek(kans, aantal)
            tabel.tel(np.einsum("tac,tc->ta", waarden.trek(kans, aantal), gewichten))
        return Acceptatie(tabel.verdelingen(), trekkingen, zaad)
    matrix: Matrix = np.array([[*rij] for rij in waarden], dtype=np.float64)
    # Equal rows are one row that stands for more: they must get the very same score.
    rijen, welke, aantallen = np.unique(matrix, axis=0, return_inverse=True, return_counts=True)
    tabel = _Telling(aantallen)
    trek = trek or trek_alle(matrix.shape[1])
    for deel in porties(trekkingen, len(rijen), len(matrix)):
        tabel.tel(trek(kans, deel.stop - deel.start) @ rijen.T)
    per_rij = tabel.verdelingen()
    return Acceptatie(tuple(per_rij[rij] for rij in welke.ravel()), trekkingen, zaad)


class _Telling:
    """Counts how many stand above each row and how many are equal to it.

    Args:
        aantallen: how many alternatives each row stands for.
    """

    def __init__(self, aantallen: npt.NDArray[np.int64]) -> None:
        import numpy as np

        self._aantallen = aantallen
        breed = int(aantallen.sum()) + 1
        self._tabel: npt.NDArray[Any] = np.zeros((len(aantallen), breed), dtype=np.int64)
        self._gelijk: defaultdict[_Gelijk, int] = defaultdict(int)

    def tel(self, scores: Matrix) -> None:
        """Add draws × rows of scores."""
        oplopend, zeker = sorteer(scores)
        if zeker.all():
            tel_boven(oplopend, self._aantallen, self._tabel)
            return
        tel_boven(oplopend[zeker], self._aantallen, self._tabel)
        self._tel_gelijke(scores[~zeker])

    def _tel_gelijke(self, scores: Matrix) -> None:
        """Draws in which rows may have the same score: these share one block of places."""
        import numpy as np

        volgorde = np.argsort(-scores, axis=1)
        gesorteerd = np.take_along_axis(scores, volgorde, axis=1)
        anders = gesorteerd[:, 1:] != gesorteerd[:, :-1]
        trekkingen, rijen = volgorde.shape
        rand = np.ones((trekkingen, 1), dtype=np.bool_)
        blok = np.cumsum(np.concatenate([rand, anders], axis=1), axis=1) - 1
        blok += np.arange(trekkingen)[:, None] * rijen  # a number of its own for every block
        groot = np.bincount(blok.ravel(), self._aantallen[volgorde].ravel(), trekkingen * rijen)
        groot = groot.astype(np.int64).reshape(trekkingen, rijen)
        boven = np.cumsum(groot, axis=1) - groot
        plekken = np.stack(
            [volgorde.ravel(), boven.ravel()[blok.ravel()], groot.ravel()[blok.ravel()]]
        )
        soorten, keren = np.unique(plekken, axis=1, return_counts=True)
        for (rij, erboven, gelijk), keer in zip(soorten.T.tolist(), keren.tolist(), strict=True):
            self._gelijk[_Gelijk(rij, Ligging(erboven, gelijk))] += keer

    def verdelingen(self) -> tuple[Verdeling, ...]:
        """Per row its distribution over the places."""
        import numpy as np

        liggingen: list[defaultdict[Ligging, int]] = []
        for rij, aantal in zip(self._tabel, self._aantallen.tolist(), strict=True):
            deel: defaultdict[Ligging, int] = defaultdict(int)
            for boven in np.flatnonzero(rij).tolist():
                deel[Ligging(boven, aantal)] += int(rij[boven])
            liggingen.append(deel)
        for (nummer, ligging), keer in self._gelijk.items():
            liggingen[nummer][ligging] += keer
        return tuple(map(verdeel, liggingen))


class _Gelijk(NamedTuple):
    rij: int
    ligging: Ligging
