"""Small whole weights that fit what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.onderwerp.grens import ALLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.robuust.gebied import Gebied, Kiezer
    from agenda.robuust.uitspraken import Uitspraak

_HOOGSTENS = 1_000_000
"""So many weightings are tried."""


def kleinste_gewichten(
    aantal: int, uitspraak: Uitspraak, eis: Callable[[Gebied], Kiezer]
) -> tuple[int, ...] | None:
    """The whole weights of 1 or more that fit, with the smallest total.

    Of these the ones whose largest weight is smallest, then the ones that come first.

    Args:
        aantal: the number of criteria, at least one.
        uitspraak: what was said.
        eis: what more is asked: weightings → which of them are good.

    Returns:
        None when there are none among those that were tried; no weight is over 100.
    """
    import numpy as np

    from agenda.robuust.gebied import Gebied

    geprobeerd, totaal = 0, aantal
    while geprobeerd < _HOOGSTENS and totaal <= aantal * ALLES:
        gewichten = _met_totaal(aantal, totaal)
        gebied = Gebied(gewichten, np.ones(len(gewichten), dtype=np.int64))
        gebied = gebied.waar(gebied.past(uitspraak))
        gebied = gebied.waar(eis(gebied))
        if len(gebied.delen):
            return min(map(tuple, gebied.gewichten.tolist()), key=lambda g: (max(g), g))
        geprobeerd += len(gewichten)
        totaal += 1
    return None


def _met_totaal(aantal: int, totaal: int) -> Any:
    """Every row of whole numbers from 1 to 100 that add up to a total."""
    import numpy as np

    rijen = np.arange(1, min(totaal - aantal + 1, ALLES) + 1, dtype=np.int64)[:, None]
    for kolom in range(1, aantal - 1):
        ruimte = np.minimum(totaal - rijen.sum(axis=1) - (aantal - kolom - 1), ALLES)
        vaak = np.repeat(np.arange(len(rijen)), ruimte)
        begin = np.repeat(np.cumsum(ruimte) - ruimte, ruimte)
        rijen = np.column_stack([rijen[vaak], np.arange(len(vaak)) - begin + 1])
    if aantal == 1:
        return rijen[rijen[:, 0] == totaal]
    rest = totaal - rijen.sum(axis=1)
    return np.column_stack([rijen, rest])[rest <= ALLES]
