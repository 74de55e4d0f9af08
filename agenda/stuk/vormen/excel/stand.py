"""The sheets with progress: a row per topic, what is missing, what is expected, and proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.vormen.excel.dekking import dekking_bladen
from agenda.stuk.vormen.excel.werkblad import Blad, bladkolommen, bladnaam, leeg_blad
from agenda.voortgang.termijnagenda import termijnagenda
from agenda.weergave.ontbreekt import of_zin
from agenda.weergave.voortgang.besluit import besluittabellen
from agenda.weergave.voortgang.groepentabellen import werkgroepen_tabellen
from agenda.weergave.voortgang.stand import (
    acties_tabel,
    hiaten_plat,
    stand_plat,
    voorstellen_tabel,
)
from agenda.weergave.voortgang.termijnagenda import TERMIJNAGENDA, termijnen_plat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.voortgang.gevolgd import GevolgdeAgenda
    from agenda.weergave.vormen import Tabel

_BREEDTES = {
    "Plaats": 8,
    "Code": 26,
    "Titel": 50,
    "Toestand": 16,
    "Te laat": 9,
    "Voorbij": 9,
    "Nr.": 6,
    "Vooruit": 10,
    "Datum": 12,
    "Sinds": 12,
    "Klaar op": 12,
    "Vóór": 18,
}
"""How wide columns are whose content is short; all others are for text."""
_TEKST = 36


def stand_bladen(agenda: GevolgdeAgenda) -> Iterator[Blad]:
    """All sheets, in the order of the table."""
    stand = agenda.stand
    yield _blad("Stand", stand_plat(stand), vast=3)
    if stand.hiaten:
        yield _blad("Wat ontbreekt", hiaten_plat(stand), vast=2)
    if any(o.acties for o in stand.onderwerpen):
        yield _blad("Acties", acties_tabel(stand))
    if stand.voorstellen:
        yield _blad(stand.profiel.woorden.voorstel.koppen[:31], voorstellen_tabel(stand), vast=2)
    termijnen = of_zin(lambda: termijnen_plat(stand, termijnagenda(stand)))
    if isinstance(termijnen, str):
        yield leeg_blad(TERMIJNAGENDA, termijnen)
    else:
        yield _blad(TERMIJNAGENDA, termijnen)
    for tabel in besluittabellen(agenda):
        yield _blad(bladnaam(tabel.titel), tabel, vast=1)
    for tabel in werkgroepen_tabellen(agenda.werkgroepen) if agenda.werkgroepen else ():
        yield _blad(bladnaam(tabel.titel), tabel, vast=1)
    if agenda.dekking:
        yield from dekking_bladen(agenda.dekking)


def _blad(naam: str, tabel: Tabel, vast: int = 0) -> Blad:
    kolommen = bladkolommen(*((kop, _BREEDTES.get(kop, _TEKST)) for kop in tabel.koppen))
    return Blad(naam, kolommen, tabel.rijen, vast)
