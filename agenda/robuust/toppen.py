"""Which question settles most of who is in the top."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from math import comb, log2
from operator import mul
from typing import TYPE_CHECKING

from agenda.robuust.exact import MAX_CRITERIA
from agenda.robuust.uitspraken import alle_vlakken, vlak_van

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from agenda.robuust.gebied import Gebied
    from agenda.robuust.uitspraken import Vlak

_MAX_VRAGEN = 1_000
"""With more criteria no more questions are compared: the ones with most criteria fall off."""
_MAX_GETALLEN = 6_000_000
"""So many points times questions are compared; exact cells always fit, of draws the first."""
_GELIJK = 1e-9
"""Entropies are sums of logarithms; closer than this they are the same."""


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
    gebied: Gebied,
    punten: int,
    toppers: Sequence[int],
    vragen: Sequence[Vlak],
    niet: Collection[Vlak],
) -> Vlak | None:
    """The question whose answer leaves least unsaid about who is in the top.

    Of questions that leave as little, the first. It can always be answered in two ways.

    Args:
        gebied: weightings.
        punten: those that are left.
        toppers: per row of values the points where it is in the top.
        vragen: what can be asked, in order of preference.
        niet: what was asked already.

    Returns:
        None when nothing is left to ask.
    """
    over = [vlak for vlak in vragen if vlak not in niet]
    if not over or not punten:
        return None
    punten = gebied.eerste(punten, _MAX_GETALLEN // len(over))
    wisselt = [groep & punten for groep in toppers if 0 < groep & punten < punten]
    nummers: dict[tuple[str, ...], int] = {}
    top_van = [nummers.setdefault(top, len(nummers)) for top in gebied.per_punt(wisselt)]
    delen = [*zip(top_van, gebied.delen, strict=True)]
    samen = _per_top(gebied.kies(delen, punten), len(nummers))
    ongezegd: dict[Vlak, float] = {}
    for vlak in over:
        boven = gebied.boven(vlak) & punten
        if 0 < boven < punten:
            minst = min(boven, boven ^ punten, key=int.bit_count)  # the quickest to add up
            kant = _per_top(gebied.kies(delen, minst), len(nummers))
            ander = [alles - deel for alles, deel in zip(samen, kant, strict=True)]
            ongezegd[vlak] = _ongezegd(kant) + _ongezegd(ander)
    grens = min(ongezegd.values(), default=0.0) + _GELIJK * sum(samen)
    return next((vlak for vlak, bits in ongezegd.items() if bits <= grens), None)


def _per_top(delen: Iterable[tuple[int, int]], aantal: int) -> list[int]:
    uit = [0] * aantal
    for top, deel in delen:
        uit[top] += deel
    return uit


def _ongezegd(per_top: Sequence[int]) -> float:
    """How much is not known of which top it is, in bits times what all tops weigh together."""
    massas = [massa for massa in per_top if massa]
    samen = sum(massas)
    al_bekend: float = sum(map(mul, massas, map(log2, massas)))
    return samen * log2(samen) - al_bekend
