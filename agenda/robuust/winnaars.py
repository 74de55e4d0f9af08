"""In what share of the weightings each of some plans scores highest: drawn, with a fixed seed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from agenda.robuust.gewichten import ZAAD, TeWeinig, marge, trek_met_eis
from agenda.robuust.grenzen import trek_binnen
from agenda.robuust.tegenspraak import passende_weging
from agenda.robuust.uitspraken import (
    GEEN_UITSPRAAK,
    Uitspraak,
    samen_gezegd,
    uitspraak_van_grenzen,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.onderwerp.grens import Grens
    from agenda.robuust.getrokken import Getallen

TREKKINGEN = 20_000
_FIJN = 1_000_000
"""A weight is rounded to such a part, so that scores are whole numbers on every machine."""


def halve_breedte() -> float:
    """The half-width of a 95% interval around a share."""
    return marge(TREKKINGEN)


def tel_winnaars(
    tellingen: Sequence[Sequence[int]],
    grenzen: Sequence[Grens],
    kleinste: Fraction,
    gezegd: Uitspraak = GEEN_UITSPRAAK,
) -> list[Fraction]:
    """Per plan the share of the weightings in which it is the best; of equals the first.

    Args:
        tellingen: per plan how often it has each criterion.
        grenzen: per criterion, in percentages of all weight.
        kleinste: the least share that each criterion has anyhow.
        gezegd: what more was said of the weights.

    Raises:
        TeWeinig: hardly any weighting meets the limits.
    """
    import numpy as np

    gewichten = (
        _trek(grenzen, kleinste)
        if gezegd == GEEN_UITSPRAAK
        else _loop_rond(grenzen, kleinste, gezegd)
    )
    beste = np.argmax(gewichten @ np.array(tellingen, dtype=np.int64).T, axis=1)
    aantallen = np.bincount(beste, minlength=len(tellingen))
    return [Fraction(int(aantal), len(gewichten)) for aantal in aantallen]


def _trek(grenzen: Sequence[Grens], kleinste: Fraction) -> Getallen:
    import numpy as np

    trek = trek_met_eis(trek_binnen(grenzen), lambda w: np.all(w >= float(kleinste), axis=1))
    getrokken = trek(np.random.default_rng(ZAAD), TREKKINGEN)
    return np.rint(getrokken * _FIJN).astype(np.int64)


def _loop_rond(grenzen: Sequence[Grens], kleinste: Fraction, gezegd: Uitspraak) -> Getallen:
    from agenda.robuust.rondlopen import loop_rond

    aantal, (teller, noemer) = len(grenzen), kleinste.as_integer_ratio()
    eigen = tuple(tuple(noemer * (i == j) - teller for j in range(aantal)) for i in range(aantal))
    alles = samen_gezegd([uitspraak_van_grenzen(grenzen), gezegd])
    # Answers may ask for more than that: then what fits them counts, however little it is.
    for uitspraak in (samen_gezegd([alles, Uitspraak(boven=eigen)]), alles):
        begin = passende_weging(uitspraak, aantal)
        if begin is not None:
            return loop_rond(aantal, uitspraak, begin).gewichten
    raise TeWeinig("no weighting meets the limits and what was said")
