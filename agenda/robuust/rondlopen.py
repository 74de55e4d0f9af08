"""Draw weightings where the exact cells are not at hand: with more criteria, or within limits.

From a weighting that fits the walk goes on, each time evenly along a line in a random direction
through all that fits. After enough steps every weighting that fits is as likely (hit-and-run).

Bron: Smith (1984), Efficient Monte Carlo procedures for generating points uniformly distributed
over bounded regions, Operations Research 32(6).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.robuust.getrokken import Getrokken, hoogtes
from agenda.robuust.gewichten import ZAAD
from agenda.robuust.lineair import richtingen
from agenda.robuust.sorteren import porties
from agenda.robuust.tegenspraak import passende_weging

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from agenda.robuust.uitspraken import Uitspraak, Vlak

    Matrix = npt.NDArray[np.float64]

TREKKINGEN = 20_000
_STAPPEN = 80
_BIJSTELLEN = 10
"""After so many steps directions are fitted to how the draws now lie."""
_MINSTE_SPREIDING = 1e-12
"""Of all spread together; without it rounding could leave none in some direction."""
_FIJN = 10**8
"""A weight is rounded to such a part, so that scores are whole numbers on every machine."""


def trek_passende(uitspraak: Uitspraak, aantal: int) -> Getrokken:
    """Weightings that fit what was said and can hold, each as likely as any other."""
    begin = passende_weging(uitspraak, aantal)
    assert begin is not None  # noqa: S101 - what contradicts was refused on reading
    return loop_rond(aantal, uitspraak, begin)


def loop_rond(aantal: int, uitspraak: Uitspraak, begin: Sequence[int]) -> Getrokken:
    """Weightings that fit what was said, each as likely as any other.

    Args:
        aantal: the number of criteria.
        uitspraak: what was said; limits belong to it too.
        begin: whole weights that fit.
    """
    import numpy as np

    kans = np.random.default_rng(ZAAD)
    wanden = np.array([*np.eye(aantal, dtype=np.int64).tolist(), *uitspraak.boven], dtype=float)
    vast = [*uitspraak.op, (1,) * aantal]
    vrij, basis = richtingen(vast, aantal)
    assen = np.array(basis, dtype=float)
    punt = np.array(begin, dtype=float) / sum(begin)
    # Criteria by draws: walls along the rows are compared much faster than along the columns.
    punten: Matrix = np.tile(punt[:, None], TREKKINGEN)
    for stap in range(_STAPPEN if vrij else 0):
        if stap and stap % _BIJSTELLEN == 0:
            # Along what is long by long steps: else a narrow area is hardly gone through.
            spreiding = np.atleast_2d(np.cov(punten[vrij]))
            spreiding += np.eye(len(vrij)) * _MINSTE_SPREIDING * spreiding.trace()
            assen = np.linalg.cholesky(spreiding).T @ np.array(basis, dtype=float)
        richting = assen.T @ kans.standard_normal((len(vrij), TREKKINGEN))
        for deel in porties(TREKKINGEN, len(wanden)):
            nu, kant = punten[:, deel], richting[:, deel]
            punten[:, deel] += _stap(kans, wanden @ nu, wanden @ kant) * kant
    gewichten = _op_de_vlakken(punten, uitspraak.op, aantal)
    goed = (gewichten > 0).all(axis=1)
    goed &= (hoogtes(gewichten, uitspraak.boven) > 0).all(axis=1)
    goed &= (hoogtes(gewichten, uitspraak.op) == 0).all(axis=1)
    return Getrokken(gewichten[goed])


def _stap(kans: np.random.Generator, hoogtes: Matrix, helling: Matrix) -> Matrix:
    """How far each draw goes: evenly between the walls behind and in front.

    Args:
        hoogtes: walls × draws: how far it lies from each.
        helling: how fast that grows along its direction.
    """
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        tot = -hoogtes / helling
    voor = np.where(helling < 0, tot, np.inf).min(axis=0)
    achter = np.where(helling > 0, tot, -np.inf).max(axis=0)
    stap: Matrix = kans.uniform(np.minimum(achter, 0.0), np.maximum(voor, 0.0))
    return stap


def _op_de_vlakken(punten: Matrix, vlakken: Sequence[Vlak], aantal: int) -> Any:
    """Whole weights near points, exactly on the planes."""
    import numpy as np

    vrij, basis = richtingen(vlakken, aantal)
    heel = np.rint(punten[vrij].T * _FIJN).astype(np.int64)
    return heel @ np.array(basis, dtype=np.int64)
