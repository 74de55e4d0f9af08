"""Weightings that were drawn: each stands for as much as any other (see `rondlopen`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.robuust.gebied import Gebied

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from agenda.robuust.gebied import Soorten
    from agenda.robuust.uitspraken import Vlak

    Getallen = npt.NDArray[np.int64]


class Getrokken(Gebied):
    """Draws.

    Attributes:
        gewichten: draws × criteria, whole numbers above 0.
    """

    def __init__(self, gewichten: Getallen) -> None:
        self.gewichten = gewichten
        self.delen = (1,) * len(gewichten)
        self._scores: dict[tuple[int, ...], npt.NDArray[Any]] = {}

    def boven(self, vlak: Vlak) -> int:
        """The draws above a plane."""
        return _als_bits(hoogtes(self.gewichten, [vlak])[:, 0] > 0)

    def weging(self, nummer: int) -> tuple[int, ...]:
        """One of the draws."""
        return tuple(self.gewichten[nummer].tolist())

    def massa(self, punten: int) -> int:
        """How many draws."""
        return punten.bit_count()

    def hoger(self, een: Sequence[int], ander: Sequence[int]) -> int:
        """The draws where the first of two rows of values scores higher."""
        return _als_bits(self._score(een) > self._score(ander))

    def in_top(self, soorten: Soorten, top: int) -> list[int]:
        """Per row the draws where fewer than `top` topics score higher."""
        import numpy as np

        aantallen = np.array(soorten.aantallen, dtype=np.int64)
        if not len(aantallen) or not len(self.gewichten):
            return [0] * len(aantallen)
        scores = hoogtes(self.gewichten, soorten.waarden)
        volgorde = np.argsort(-scores, axis=1, kind="stable")
        # The lowest score in the top is that of the topic on place `top`, or the lowest of all.
        tot = np.cumsum(aantallen[volgorde], axis=1)
        laatste = np.minimum((tot < top).sum(axis=1), len(aantallen) - 1)
        grens = np.take_along_axis(volgorde, laatste[:, None], axis=1)
        binnen = scores >= np.take_along_axis(scores, grens, axis=1)
        return [_als_bits(kolom) for kolom in np.ascontiguousarray(binnen.T)]

    def _score(self, waarden: Sequence[int]) -> npt.NDArray[Any]:
        rij = tuple(waarden)
        if rij not in self._scores:
            self._scores[rij] = hoogtes(self.gewichten, [rij])[:, 0]
        return self._scores[rij]


def hoogtes(gewichten: Getallen, vlakken: Sequence[Vlak]) -> npt.NDArray[Any]:
    """Weightings × planes: how far each lies above it; whole numbers."""
    import numpy as np

    grootste = max((abs(getal) for vlak in vlakken for getal in vlak), default=0)
    hoogstens = int(gewichten.sum(axis=1).max(initial=0)) * grootste
    # Doubles are much faster than whole numbers, and exact as long as they are this small.
    getal = np.float64 if hoogstens < 2**53 else object
    rijen = np.array(vlakken, dtype=getal).reshape(-1, gewichten.shape[1])
    uit: npt.NDArray[Any] = gewichten.astype(getal) @ rijen.T
    return uit


def _als_bits(waar: npt.NDArray[Any]) -> int:
    import numpy as np

    return int.from_bytes(np.packbits(waar.astype(np.bool_)), "big") >> -len(waar) % 8
