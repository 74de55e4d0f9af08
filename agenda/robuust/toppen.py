"""Who is in the top at each of some weightings, and which question settles most of that."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, NamedTuple

from agenda.robuust.exact import MAX_CRITERIA
from agenda.robuust.sorteren import porties
from agenda.robuust.uitspraken import alle_vlakken, vlak_van

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy as np
    import numpy.typing as npt

    from agenda.robuust.gebied import Gebied, Getallen, Kiezer
    from agenda.robuust.uitspraken import Vlak

_MAX_VRAGEN = 1_000
"""With more criteria no more questions are compared: the ones with most criteria fall off."""
_MAX_GETALLEN = 6_000_000
"""So many points times questions are compared; exact cells always fit, of draws the first."""
_SAMEN = 1_000_000
"""So many of these at a time, so that they stay in fast memory."""
_GELIJK = 1e-9
"""Entropies are sums of logarithms; closer than this they are the same."""


class Soorten(NamedTuple):
    """The different rows of values on the criteria, and how many topics have each.

    Attributes:
        waarden: per row, per criterion a whole number; 0 and 1 when criteria are yes or no.
        aantallen: per row how many topics have it, at least 1.
    """

    waarden: tuple[tuple[int, ...], ...]
    aantallen: tuple[int, ...]


def in_top(gebied: Gebied, soorten: Soorten, top: int) -> Kiezer:
    """Points × rows: whether fewer than `top` topics score higher."""
    import numpy as np

    aantallen = np.array(soorten.aantallen, dtype=np.int64)
    if not len(aantallen) or not len(gebied.delen):
        return np.zeros((len(gebied.delen), len(aantallen)), dtype=np.bool_)
    scores = gebied.hoogtes(soorten.waarden)
    volgorde = np.argsort(-scores, axis=1, kind="stable")
    # The lowest score in the top is that of the topic on place `top`, or the lowest of all.
    tot = np.cumsum(aantallen[volgorde], axis=1)
    laatste = np.minimum((tot < top).sum(axis=1), len(aantallen) - 1)
    grens = np.take_along_axis(volgorde, laatste[:, None], axis=1)
    binnen: Kiezer = scores >= np.take_along_axis(scores, grens, axis=1)
    return binnen


def nummer_rijen(rijen: Kiezer) -> tuple[Kiezer, Getallen]:
    """The different rows, and per row which of these it is."""
    import numpy as np

    if not rijen.shape[1]:
        return rijen[:1], np.zeros(len(rijen), dtype=np.int64)
    gepakt = np.ascontiguousarray(np.packbits(rijen, axis=1))
    sleutels = gepakt.view(f"V{gepakt.shape[1]}").ravel()
    _, eerste, nummers = np.unique(sleutels, return_index=True, return_inverse=True)
    return rijen[eerste], nummers.ravel()


@cache
def mogelijke_vragen(aantal: int) -> tuple[Vlak, ...]:
    """The questions that can be asked: two sets of criteria, at most five in all.

    The ones with the fewest criteria first, then in the order of the criteria.
    """
    if aantal <= MAX_CRITERIA:
        vragen: list[Vlak] = list(alle_vlakken(aantal))
    else:
        vragen = [
            vlak_van(links, set(keuze) - set(links), aantal)
            for samen in range(2, _hoogste_samen(aantal) + 1)
            for keuze in combinations(range(aantal), samen)
            for deel in range(samen - 1)
            for rest in combinations(keuze[1:], deel)
            for links in [{keuze[0], *rest}]
        ]
    return tuple(sorted(vragen, key=_eenvoud))


def _hoogste_samen(aantal: int) -> int:
    """How many criteria a question may hold, so that there are not too many questions."""
    samen, vragen = 1, 0
    while samen < MAX_CRITERIA and vragen <= _MAX_VRAGEN:
        samen += 1
        vragen += comb(aantal, samen) * (2 ** (samen - 1) - 1)
    return samen if vragen <= _MAX_VRAGEN else max(samen - 1, 2)


def _eenvoud(vlak: Vlak) -> tuple[int, int, tuple[int, ...]]:
    """Few criteria first, then about as many on both sides, then in the order of the criteria."""
    return sum(map(abs, vlak)), abs(sum(vlak)), tuple(-abs(getal) for getal in vlak)


def kies_vraag(
    gebied: Gebied, toppen: Getallen, vragen: Sequence[Vlak], niet: Collection[Vlak]
) -> Vlak | None:
    """The question whose answer leaves least unsaid about who is in the top.

    Of questions that leave as little, the first. It can always be answered in two ways.

    Args:
        gebied: the weightings that are left.
        toppen: per point the number of the set that is in the top.
        vragen: what can be asked, in order of preference.
        niet: what was asked already.

    Returns:
        None when nothing is left to ask.
    """
    import numpy as np

    over = [vlak for vlak in vragen if vlak not in niet]
    if not over or not len(toppen):
        return None
    genoeg = _MAX_GETALLEN // len(over)
    volgorde = np.argsort(toppen[:genoeg], kind="stable")
    _, eerste = np.unique(toppen[volgorde], return_index=True)
    gewichten = gebied.gewichten[volgorde].T.astype(np.float64)
    delen = (gebied.delen[volgorde] / gebied.totaal).astype(np.float64)
    samen, rijen = np.add.reduceat(delen, eerste), np.array(over, dtype=np.float64)
    ongezegd = np.empty(len(over))
    for deel in porties(len(over), len(delen), samen=_SAMEN):
        boven = rijen[deel] @ gewichten > 0  # in this order much faster
        per_top = np.add.reduceat(np.where(boven, delen, 0.0), eerste, axis=1)
        ongezegd[deel] = _ongezegd(per_top) + _ongezegd(samen - per_top)
        ongezegd[deel][boven.all(axis=1) | ~boven.any(axis=1)] = np.inf
    minst = ongezegd.min()
    return over[int(np.argmax(ongezegd <= minst + _GELIJK))] if np.isfinite(minst) else None


def _ongezegd(massa: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """How much is not known of the column, in bits times mass, per row of a table of masses."""
    import numpy as np

    def maal_log(getallen: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return getallen * np.log2(getallen, where=getallen > 0, out=np.zeros_like(getallen))

    som: npt.NDArray[np.float64] = maal_log(massa.sum(axis=1)) - maal_log(massa).sum(axis=1)
    return som
