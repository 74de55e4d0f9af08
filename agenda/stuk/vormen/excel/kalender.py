"""The sheets with the meetings of the year: a row per meeting and topic, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.jaarplan import agendakalender, jaarplan_van
from agenda.stuk.vormen.excel.werkblad import Blad, bladkolommen, leeg_blad
from agenda.weergave.jaar.kalender import VERGADERINGKOPPEN, knelpunten_tabel, vergadering_rijen
from agenda.weergave.jaar.plankalender import kalender_of_zin
from agenda.weergave.jaar.woorden import aannames, keuze_zin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.jaarplan import Jaarplan
    from agenda.uitleg.jaaragenda import Jaaragenda

_NAAM = "Vergaderingen"
_BREEDTES = (12, 26, 34, 8, 30, 60)


def plankalender_bladen(jaarplan: Jaarplan) -> Iterator[Blad]:
    """The meetings with what the plan chose."""
    return _bladen(lambda: jaarplan.kalender, jaarplan)


def kalender_bladen_van(agenda: Jaaragenda) -> Iterator[Blad]:
    """The same for a whole workbook; every topic where there is no plan."""
    return _bladen(lambda: agenda.eenmaal(agendakalender), agenda.eenmaal(jaarplan_van))


def _bladen(maak: Callable[[], Jaarkalender], jaarplan: Jaarplan | None) -> Iterator[Blad]:
    kalender = kalender_of_zin(maak)
    if isinstance(kalender, str):
        if kalender:
            yield leeg_blad(_NAAM, kalender)
        return
    if not kalender.kalender.vergaderingen:
        return
    kolommen = bladkolommen(*zip(VERGADERINGKOPPEN, _BREEDTES, strict=True))
    yield Blad(_NAAM, kolommen, tuple(vergadering_rijen(kalender)), vast=3)
    noten = (keuze_zin(kalender.profiel, jaarplan), *aannames(kalender))
    knelpunten = knelpunten_tabel(kalender)
    yield Blad(
        "Over de vergaderingen",
        bladkolommen(("Wie", 34), ("Wanneer", 22), ("Wat er te zeggen is", 100)),
        (
            *(("", "", zin) for zin in noten),
            *(knelpunten.rijen if knelpunten else ()),
        ),
    )
