"""Draw weightings evenly from those in which every criterion stays between its own limits.

Limits are whole percentages. So what a criterion weighs above its least is a whole number of steps
and a part of one step. The whole numbers are counted: how many ways they can add up is known. The
parts lie evenly in a slice of the unit cube, where they add up to a whole number. No weighting that
fits is left out or preferred, however small the area is (docs/besluiten/008).
"""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING

from agenda.onderwerp.grens import ALLES, Grens, overlap, vernauw
from agenda.robuust.gewichten import TeWeinig, trek_alle, trek_met_eis, trek_orde

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    import numpy.typing as npt

    from agenda.robuust.gewichten import Matrix, Trekker
    from agenda.robuust.wegingen import Orde


def trek_passend(grenzen: Sequence[Grens], orde: Orde) -> Trekker:
    """Draws evenly from the weightings within limits that fit an order of the criteria.

    Weights change places until they fit the order, as far as the limits of their criteria overlap.
    For this these get the widest limits among them; what is then outside its own is drawn again.

    Args:
        grenzen: per criterion.
        orde: an order that these limits leave room for (`grens.vernauw`).

    Raises:
        TeWeinig: the order and the limits leave no room, or (when drawing) hardly any.
    """
    nauw = vernauw(grenzen, orde)
    if nauw is None:
        raise TeWeinig("no weighting meets the limits and the order")
    ruim, delen = [*nauw], overlap(nauw, orde)
    for deel in delen:
        leden = [nauw[criterium] for groep in deel for criterium in groep]
        wijdst = Grens(min(g.minstens for g in leden), max(g.hoogstens for g in leden))
        for criterium in (criterium for groep in deel for criterium in groep):
            ruim[criterium] = wijdst
    trek = trek_binnen(ruim)
    for deel in delen:
        trek = trek_orde(len(grenzen), deel, trek)
    return trek if ruim == nauw else trek_met_eis(trek, _binnen(nauw))


def _binnen(grenzen: Sequence[Grens]) -> Callable[[Matrix], npt.NDArray[np.bool_]]:
    def eis(gewichten: Matrix) -> npt.NDArray[np.bool_]:
        import numpy as np

        laag = np.array([grens.minstens for grens in grenzen]) / ALLES
        hoog = np.array([grens.hoogstens for grens in grenzen]) / ALLES
        past: npt.NDArray[np.bool_] = np.all((gewichten >= laag) & (gewichten <= hoog), axis=1)
        return past

    return eis


def trek_binnen(grenzen: Sequence[Grens]) -> Trekker:
    """Draws evenly from all weightings within limits.

    Args:
        grenzen: per criterion; they leave room (`grens.geen_ruimte`).
    """
    if all(grens.zegt_niets for grens in grenzen):
        return trek_alle(len(grenzen))
    criteria = len(grenzen)
    stappen = [grens.hoogstens - grens.minstens for grens in grenzen]
    samen = ALLES - sum(grens.minstens for grens in grenzen)

    def trek(kans: np.random.Generator, aantal: int) -> Matrix:
        import numpy as np

        manieren = _manieren(stappen, samen)
        inhouden = np.zeros(criteria)
        for som in range(1, min(criteria, samen + 1)):
            inhouden[som] = _deel_van_kubus(criteria - 1, som - 1) * manieren[0][samen - som]
        sommen = kans.choice(criteria, aantal, p=inhouden / inhouden.sum())
        boven: Matrix = _verdeel(kans, manieren, stappen, samen - sommen).astype(np.float64)
        for som in range(1, criteria):
            hier = np.flatnonzero(sommen == som)
            boven[hier] += _trek_schijf(criteria, som)(kans, len(hier))
        minstens = np.array([grens.minstens for grens in grenzen])
        gewichten: Matrix = (minstens + boven) / ALLES
        return gewichten

    return trek


def _manieren(stappen: Sequence[int], samen: int) -> list[npt.NDArray[np.float64]]:
    """From each criterion on: in how many ways whole steps can add up to 0, 1, … `samen`.

    A criterion takes 0 up to and including one less than its steps: the part comes on top of it.
    """
    import numpy as np

    manieren = [np.eye(1, samen + 1)[0]]
    for stap in reversed(stappen):
        manieren.append(np.convolve(manieren[-1], np.ones(stap))[: samen + 1])
    return manieren[::-1]


def _verdeel(
    kans: np.random.Generator,
    manieren: Sequence[npt.NDArray[np.float64]],
    stappen: Sequence[int],
    over: npt.NDArray[np.int64],
) -> npt.NDArray[np.int64]:
    """Whole steps for every criterion, each way to add up to `over` as likely as the others."""
    import numpy as np

    uit = np.zeros((len(over), len(stappen)), dtype=np.int64)
    for nummer, stap in enumerate(stappen):
        # What is left after this criterion lies from over - stap + 1 up to and including over.
        tot = np.concatenate([[0.0], np.cumsum(manieren[nummer + 1])])
        laag, hoog = tot[np.maximum(over - stap + 1, 0)], tot[over + 1]
        rest = np.searchsorted(tot, kans.uniform(laag, hoog), side="right") - 1
        rest = np.clip(rest, np.maximum(over - stap + 1, 0), over)
        uit[:, nummer] = over - rest
        over = rest
    return uit


def _deel_van_kubus(zijden: int, som: int) -> float:
    """The part of a unit cube whose coordinates add up to `som` up to `som` + 1.

    An Eulerian number (in so many orders of `zijden` things, `som` are higher than the one before)
    out of all orders.
    """
    rij = [1]
    for n in range(2, zijden + 1):
        lang = [0, *rij, 0]
        rij = [(k + 1) * lang[k + 1] + (n - k) * lang[k] for k in range(n)]
    return rij[som] / factorial(zijden)


def _trek_schijf(criteria: int, som: int) -> Trekker:
    """Draws numbers from 0 to 1 that add up to a whole number, evenly."""
    if 2 * som > criteria:
        gespiegeld = _trek_schijf(criteria, criteria - som)
        return lambda kans, aantal: 1 - gespiegeld(kans, aantal)

    def uit_kubus(kans: np.random.Generator, aantal: int) -> Matrix:
        import numpy as np

        vrij = kans.random((aantal, criteria - 1))
        return np.column_stack([vrij, som - vrij.sum(axis=1)])

    def uit_simplex(kans: np.random.Generator, aantal: int) -> Matrix:
        return som * trek_alle(criteria)(kans, aantal)

    # Both hold the slice; from the smaller one, fewer draws are lost.
    kubus_is_kleiner = factorial(criteria - 1) < som ** (criteria - 1)
    return trek_met_eis(
        uit_kubus if kubus_is_kleiner else uit_simplex, _binnen([Grens()] * criteria)
    )
