"""The rows of a table below each other on a screen: every cell within its column."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from agenda.weergave.kolommen import NAAST_KOP, hoe_dan_ook

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence


def rooster(
    koppen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    rechts: Collection[int],
    past: tuple[list[int], bool] | None,
    breedte: int,
    codes: Callable[[], Collection[str]],
) -> str:
    """Headings and rows as lines of text.

    Args:
        rechts: numbers of the columns (from 0) that stand to the right.
        past: the widths with which no word breaks, as `kolombreedtes` gives them; None without.
        codes: the words that never get a hyphen; only asked when words must break.
    """
    from tabulate import tabulate

    if past:
        breedtes, op_streepjes = past
        vouw = _heel(op_streepjes=op_streepjes)
    else:
        from agenda.weergave.afbreken import Afbreker  # on most screens no word breaks

        afbreker = Afbreker(codes())
        breedtes = hoe_dan_ook(koppen, rijen, breedte, afbreker.langste_deel)
        vouw = afbreker.vouw
    gevouwen = [
        [
            "\n".join(vouw(tekstregel, breedtes[nummer]) for tekstregel in cel.split("\n"))
            for nummer, cel in enumerate(rij)
        ]
        for rij in rijen
    ]
    gevouwen_koppen = [
        textwrap.fill(tekst, max(ruimte - NAAST_KOP, 1), break_long_words=False)
        for tekst, ruimte in zip(koppen, breedtes, strict=True)
    ]
    kanten = ["right" if nummer in rechts else "left" for nummer in range(len(koppen))]
    return tabulate(
        gevouwen,
        headers=gevouwen_koppen,
        tablefmt="simple",
        disable_numparse=True,
        colalign=kanten,
    )


def _heel(*, op_streepjes: bool) -> Callable[[str, int], str]:
    """What wraps text without breaking a word, but perhaps at its own hyphens."""
    return lambda tekst, ruimte: textwrap.fill(tekst, ruimte, break_on_hyphens=op_streepjes)
