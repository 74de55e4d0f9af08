"""The unknown tags that can still change the top, per topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.vormen import Tabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.robuust.openstaand import OpenTag


def openstaand_tabel(
    ranglijst: Ranglijst, tags: Sequence[OpenTag], top: int, gewichten: str
) -> Tabel:
    """What to find out first.

    Args:
        gewichten: with which weights that is so, as the beginning of a sentence.
    """
    criteria = {regel.code: regel.titel for regel in ranglijst.criteria}
    titels = {b.code: b.titel for b in ranglijst.toegelaten}
    per_onderwerp: dict[str, list[str]] = {}
    for tag in tags:
        per_onderwerp.setdefault(tag.onderwerp, []).append(criteria[tag.criterium])
    return Tabel(
        f"Eerst uitzoeken: dit kan de top {top} veranderen",
        ("Code", "Titel", "Nog onbekend"),
        tuple((code, titels[code], ", ".join(lijst)) for code, lijst in per_onderwerp.items()),
        (f"{gewichten} is dat zo. Ook wat verder nog onbekend is, kan ja of nee worden.",),
        rekbaar=(1, 2),
    )
