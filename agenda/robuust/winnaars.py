"""In what share of the weightings each of some plans scores highest: drawn, with a fixed seed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from agenda.robuust.gewichten import ZAAD, marge, trek_met_eis
from agenda.robuust.grenzen import trek_binnen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.onderwerp.grens import Grens

TREKKINGEN = 20_000
_FIJN = 1_000_000
"""A weight is rounded to such a part, so that scores are whole numbers on every machine."""


def halve_breedte() -> float:
    """The half-width of a 95% interval around a share."""
    return marge(TREKKINGEN)


def tel_winnaars(
    tellingen: Sequence[Sequence[int]], grenzen: Sequence[Grens], kleinste: Fraction
) -> list[Fraction]:
    """Per plan the share of the weightings in which it is the best; of equals the first.

    Args:
        tellingen: per plan how often it has each criterion.
        grenzen: per criterion, in percentages of all weight.
        kleinste: the least share that each criterion has anyhow.

    Raises:
        TeWeinig: hardly any weighting meets the limits.
    """
    import numpy as np

    trek = trek_met_eis(trek_binnen(grenzen), lambda w: np.all(w >= float(kleinste), axis=1))
    getrokken = trek(np.random.default_rng(ZAAD), TREKKINGEN)
    gewichten = np.rint(getrokken * _FIJN).astype(np.int64)
    beste = np.argmax(gewichten @ np.array(tellingen, dtype=np.int64).T, axis=1)
    aantallen = np.bincount(beste, minlength=len(tellingen))
    return [Fraction(int(aantal), TREKKINGEN) for aantal in aantallen]
