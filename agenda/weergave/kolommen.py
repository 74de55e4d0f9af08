"""How wide the columns of a table are on a screen, so that as few words as can be break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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
    cellen = [_langste(kolom, ".+") for kolom in kolommen]
    nodig = [*map(max, cellen, heel)]
    ruimte = breedte - 2 * (len(nodig) - 1)
    woorden = [_langste(kolom, r"\S+") for kolom in kolommen]
    delen = [_langste(kolom, r"[^\s-]+-?|-") for kolom in kolommen]
    kopwoorden = [_langste([kop], r"\S+") + NAAST_KOP for kop in koppen]
    vast = [
        max(woord, kop, min(_MIN_KOLOM, alles)) if nummer in rekbaar else alles
        for nummer, (woord, kop, alles) in enumerate(zip(woorden, heel, nodig, strict=True))
    ]
    smal = [
        hele if nummer in rekbaar else max(cel, kopwoord)
        for nummer, (hele, cel, kopwoord) in enumerate(zip(nodig, cellen, kopwoorden, strict=True))
    ]
    if sum(vast) <= ruimte:
        return _verdeel(vast, nodig, ruimte, rekbaar), False
    for woord, op_streepjes in ((woorden, False), (delen, True)):
        minstens = [*map(max, woord, kopwoorden)]
        if sum(minstens) <= ruimte:
            return _verdeel(minstens, smal, ruimte, range(len(koppen))), op_streepjes
    return None


def hoe_dan_ook(
    koppen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    breedte: int,
    langste_deel: Callable[[str], int],
) -> list[int]:
    """Widths for a screen on which words must break: at a syllable, or else anywhere.

    Args:
        langste_deel: how much room the largest part of a word takes that is not broken.
    """
    kopwoorden = [_langste([kop], r"\S+") + NAAST_KOP for kop in koppen]
    kolommen = [*zip(*rijen, strict=True)]
    nodig = [*map(max, kopwoorden, (_langste(kolom, ".+") for kolom in kolommen))]
    delen = [
        max((langste_deel(woord) for cel in kolom for woord in set(cel.split())), default=1)
        for kolom in kolommen
    ]
    ruimte = breedte - 2 * (len(nodig) - 1)
    minstens = [*map(max, kopwoorden, delen)]
    return _verdeel(
        minstens if sum(minstens) <= ruimte else kopwoorden, nodig, ruimte, range(len(nodig))
    )


def _langste(cellen: Iterable[str], deel: str) -> int:
    """The length of the longest part in the cells that no line may break."""
    return max((len(stuk) for cel in cellen for stuk in re.findall(deel, cel)), default=1)


def _verdeel(
    minstens: Sequence[int], nodig: Sequence[int], ruimte: int, rekbaar: Sequence[int]
) -> list[int]:
    """Give each column what it must have, and of what is left what it can use.

    The elastic columns go last and share evenly; the narrowest of these first, for what it does
    not need is for the others.
    """
    vaste = [nummer for nummer in range(len(nodig)) if nummer not in rekbaar]
    volgorde = vaste + sorted(rekbaar, key=lambda nummer: nodig[nummer])
    breedtes, over = list(minstens), ruimte
    for beurt, nummer in enumerate(volgorde):
        later = sum(minstens[ander] for ander in volgorde[beurt + 1 :])
        deel = over - later if nummer in vaste else over // (len(volgorde) - beurt)
        breedtes[nummer] = max(minstens[nummer], min(nodig[nummer], deel, over - later))
        over -= breedtes[nummer]
    return breedtes
