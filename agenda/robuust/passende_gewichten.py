"""Small whole weights that fit what was said."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

from agenda.onderwerp.grens import ALLES
from agenda.robuust.tegenspraak import hoogte
from agenda.robuust.uitspraken import tegenover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from agenda.robuust.uitspraken import Uitspraak, Vlak

    Weging = tuple[int, ...]

_HOOGSTENS = 5_000_000
"""So many numbers are tried, of all weightings together."""


def kleinste_gewichten(
    aantal: int, uitspraak: Uitspraak, eis: Callable[[Weging], bool], bekend: Iterable[Weging]
) -> Weging | None:
    """The whole weights of 1 or more that fit, with the smallest total.

    Of these the ones whose largest weight is smallest, then the ones that come first.

    Args:
        aantal: the number of criteria, at least one.
        uitspraak: what was said.
        eis: what more is asked: whether weights are good.
        bekend: weightings that fit, for when the smallest are too large to be looked for.

    Returns:
        None when there are none among those that were tried; no weight is over 100.
    """
    # The least that must lie above each plane; on a plane is not below it, seen from both sides.
    eisen = [(vlak, 1) for vlak in uitspraak.boven]
    eisen += [(kant, 0) for vlak in uitspraak.op for kant in (vlak, tegenover(vlak))]
    geprobeerd = 0
    for totaal in range(aantal, aantal * ALLES + 1):
        geprobeerd += aantal * comb(totaal - 1, aantal - 1)
        if geprobeerd > _HOOGSTENS:
            break
        if gevonden := _beste(filter(eis, _met_totaal(aantal, totaal, eisen))):
            return gevonden
    return _beste(w for w in bekend if max(w) <= ALLES and eis(w))


def _beste(goed: Iterable[Weging]) -> Weging | None:
    return min(
        goed, key=lambda gewichten: (sum(gewichten), max(gewichten), gewichten), default=None
    )


def _met_totaal(
    aantal: int, totaal: int, eisen: Sequence[tuple[Vlak, int]], begin: Weging = ()
) -> Iterator[Weging]:
    """Every row of whole numbers from 1 to 100 that fits and adds up to a total.

    Args:
        eisen: planes, with how far above it must lie at least.
        begin: what the row begins with.
    """
    over, rest = aantal - len(begin), totaal - sum(begin)
    if not all(_meest(vlak, begin, rest) >= minst for vlak, minst in eisen):
        return
    if not over:
        yield begin
        return
    for eigen in range(max(rest - ALLES * (over - 1), 1), min(rest - over + 1, ALLES) + 1):
        yield from _met_totaal(aantal, totaal, eisen, (*begin, eigen))


def _meest(vlak: Vlak, begin: Weging, rest: int) -> int:
    """At most how far above a plane a row lies, of which the rest adds up to so much."""
    eigen, verder = vlak[: len(begin)], vlak[len(begin) :]
    # Each of the others weighs at least 1; what is over goes to the one that counts most.
    over = (rest - len(verder)) * max(verder) if verder else 0
    return hoogte(eigen, begin) + sum(verder) + over
