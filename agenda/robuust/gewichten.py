"""Draw weightings at random: evenly from all of them, or from a part of them.

Normalising evenly drawn numbers is not even: of five criteria one would hardly ever weigh more than
half. Exponentially distributed numbers divided by their sum are (Dirichlet(1, …, 1)).
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import numpy.typing as npt

    from agenda.robuust.wegingen import Orde

    Matrix = npt.NDArray[np.float64]
    Trekker = Callable[[np.random.Generator, int], Matrix]
    """Draws a number of weightings: draws × criteria; every row adds up to 1."""

ZAAD = 2022
TREKKINGEN = 100_000
_PROEF = 100_000
"""Draws after which it must be clear that enough of them fit."""
_HOOGSTENS_OP = 50
"""Of so many draws at least one must fit."""


class TeWeinig(ValueError):
    """Hardly any weighting meets a demand, so that they cannot be drawn."""


def marge(trekkingen: int) -> float:
    """The half-width of a 95% interval around a share, at its widest (around one half)."""
    return 1.96 * sqrt(0.25 / trekkingen)


def trek_alle(criteria: int) -> Trekker:
    """Draws evenly from all weightings."""

    def trek(kans: np.random.Generator, aantal: int) -> Matrix:
        getallen = kans.standard_exponential((aantal, criteria))
        gewichten: Matrix = getallen / getallen.sum(axis=1, keepdims=True)
        return gewichten

    return trek


def trek_orde(criteria: int, orde: Orde, trek_uit: Trekker | None = None) -> Trekker:
    """Draws evenly from the weightings that fit an order of the criteria.

    No draw is lost: the weights of the criteria that are named change places until they fit. A
    draw is as likely as any other with the same weights in other places, so this stays even.

    Args:
        trek_uit: draws the weightings, in which the criteria that are named are all alike; evenly
            from all weightings when it is not given.
    """
    trek_uit = trek_uit or trek_alle(criteria)
    groepen = [sorted(groep) for groep in orde]
    genoemd = [criterium for groep in groepen for criterium in groep]

    def trek(kans: np.random.Generator, aantal: int) -> Matrix:
        import numpy as np

        gewichten = trek_uit(kans, aantal)
        zwaar_eerst = -np.sort(-gewichten[:, genoemd], axis=1)
        uit = gewichten.copy()
        van = 0
        for groep in groepen:
            plaats = np.argsort(np.argsort(-gewichten[:, groep], axis=1), axis=1)
            blok = zwaar_eerst[:, van : van + len(groep)]
            uit[:, groep] = np.take_along_axis(blok, plaats, axis=1)
            van += len(groep)
        return uit

    return trek


def trek_met_eis(trek: Trekker, eis: Callable[[Matrix], npt.NDArray[np.bool_]]) -> Trekker:
    """Draws evenly from the weightings that meet a demand; the others are drawn again.

    Args:
        trek: draws the weightings from which the fitting ones are kept.
        eis: weightings (draws × criteria) → whether each fits.

    Raises:
        TeWeinig: (when drawing) hardly any weighting meets the demand.
    """

    def trek_passend(kans: np.random.Generator, aantal: int) -> Matrix:
        import numpy as np

        delen: list[Matrix] = []
        nog = aantal
        getrokken = 0
        while getrokken < _PROEF or (aantal - nog) * _HOOGSTENS_OP >= getrokken:
            gewichten = trek(kans, aantal)
            getrokken += aantal
            passend = gewichten[eis(gewichten)][:nog]
            delen.append(passend)
            nog -= len(passend)
            if not nog:
                return np.concatenate(delen)
        raise TeWeinig("fewer than one weighting in fifty meets the demand")

    return trek_passend
