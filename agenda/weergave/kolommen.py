"""How wide the columns of a table are on a screen, so that no word in them breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MIN_KOLOM = 12
NAAST_KOP = 2
"""How much wider than its heading tabulate makes a column."""


def kolombreedtes(
    koppen: Sequence[str], rekbaar: Sequence[int], rijen: Sequence[Sequence[str]], breedte: int
) -> tuple[list[int], bool] | None:
    """How wide every column is, and whether words break at their hyphens for it.

    Every column is as wide as its longest cell; the elastic ones share what is left of the line.
    Where that would break a word, every column is elastic; then words break at hyphens. None when
    the screen is too narrow for that too.
    """
    kolommen = [*zip(*rijen, strict=True)] or [()] * len(koppen)
    heel = [len(kop) + NAAST_KOP for kop in koppen]
    nodig = [
        max((kop, *(len(tekstregel) for cel in kolom for tekstregel in cel.split("\n"))))
        for kop, kolom in zip(heel, kolommen, strict=True)
    ]
    ruimte = breedte - 2 * (len(nodig) - 1)
    woorden = [_langste(kolom, r"\S+") for kolom in kolommen]
    delen = [_langste(kolom, r"[^\s-]+-?|-") for kolom in kolommen]
    kopwoorden = [_langste([kop], r"\S+") + NAAST_KOP for kop in koppen]
    vast = [
        max(woord, kop, min(_MIN_KOLOM, alles)) if nummer in rekbaar else alles
        for nummer, (woord, kop, alles) in enumerate(zip(woorden, heel, nodig, strict=True))
    ]
    for minstens, op_streepjes in (
        (vast, False),
        ([*map(max, woorden, kopwoorden)], False),
        ([*map(max, delen, kopwoorden)], True),
    ):
        if sum(minstens) <= ruimte:
            return _verdeel(minstens, nodig, ruimte, rekbaar), op_streepjes
    return None


def hoe_dan_ook(rijen: Sequence[Sequence[str]], breedte: int) -> list[int]:
    """Widths for a screen on which words must break: the narrow columns keep what they need."""
    nodig = [max(_langste([*kolom], ".+"), 1) for kolom in zip(*rijen, strict=True)]
    return _verdeel([1] * len(nodig), nodig, breedte - 2 * (len(nodig) - 1), range(len(nodig)))


def _langste(cellen: Iterable[str], deel: str) -> int:
    """The length of the longest part in the cells that no line may break."""
    return max((len(stuk) for cel in cellen for stuk in re.findall(deel, cel)), default=1)


def _verdeel(
    minstens: Sequence[int], nodig: Sequence[int], ruimte: int, rekbaar: Sequence[int]
) -> list[int]:
    """Give each column what it must have, and of what is left what it can use.

    The elastic columns go first, for they hold most; among these the one that can use least: what
    it does not need is for the others.
    """
    over = max(ruimte - sum(minstens), 0)
    breedtes = list(minstens)
    for elastisch in (True, False):
        groep = [n for n in range(len(nodig)) if (n in rekbaar) is elastisch]
        groep.sort(key=lambda nummer: nodig[nummer])
        for beurt, nummer in enumerate(groep):
            erbij = min(nodig[nummer] - minstens[nummer], over // (len(groep) - beurt))
            breedtes[nummer] += erbij
            over -= erbij
    return breedtes
