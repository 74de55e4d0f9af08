"""The meetings of the year in what people read of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.jaarkalender import GeenKalender
from agenda.weergave.jaar.kalender import (
    knelpunten_tabel,
    vergadering_rijen,
    vergaderingen_tabel,
)
from agenda.weergave.jaar.kalender_json import vergaderingen_json
from agenda.weergave.jaar.woorden import keuze_zin
from agenda.weergave.ontbreekt import of_zin
from agenda.weergave.vormen import Tabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.jaarplan import Jaarplan


def kalender_of_zin(maak: Callable[[], Jaarkalender]) -> Jaarkalender | str:
    """The calendar, or why there is none; the sentence is empty where no body has a day."""
    try:
        return of_zin(maak)
    except GeenKalender:
        return ""


def plankalender_tabellen(jaarplan: Jaarplan) -> Iterator[Tabel]:
    """When what is chosen is treated, and what does not fit; nothing where nothing is chosen."""
    if not jaarplan.eerste_jaar:
        return
    kalender = kalender_of_zin(lambda: jaarplan.kalender)
    if isinstance(kalender, str):
        if kalender:
            yield Tabel(f"Vergaderingen in {jaarplan.opgave.jaren[0]}", (), (), (kalender,))
        return
    if kalender.kalender.vergaderingen:
        yield vergaderingen_tabel(kalender, keuze_zin(kalender.profiel, jaarplan))
    if (knelpunten := knelpunten_tabel(kalender)) is not None:
        yield knelpunten


def plankalender_json(jaarplan: Jaarplan) -> list[dict[str, Any]]:
    """The meetings for programs; none where no day follows.

    Raises:
        ModuleNotFoundError: the library that knows the holidays is missing.
    """
    try:
        return vergaderingen_json(jaarplan.kalender)
    except GeenKalender:
        return []


def behandeld(jaarplan: Jaarplan) -> dict[str, str]:
    """Code → the meetings that treat it, for one cell: «2027-01-14 Kernteam, …».

    Raises:
        ModuleNotFoundError: the library that knows the holidays is missing.
    """
    try:
        rijen = vergadering_rijen(jaarplan.kalender)
    except GeenKalender:
        return {}
    uit: dict[str, list[str]] = {}
    for datum, _, naam, _, code, _ in rijen:
        uit.setdefault(str(code), []).append(f"{datum} {naam}")
    return {code: ", ".join(waar) for code, waar in uit.items() if code}
