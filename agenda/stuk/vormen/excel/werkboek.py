"""The agenda as an Excel workbook to sort and filter: a sheet per list, numbers as numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from agenda.stuk.vormen.excel.begroting import begroting_bladen
from agenda.stuk.vormen.excel.cellen import (
    LETTER,
    MAX_HOOGTE,
    STIJLEN,
    eis_gelukt,
    schrijf,
    schrijf_tekst,
    stijl_van,
)
from agenda.stuk.vormen.excel.dekking import dekking_bladen
from agenda.stuk.vormen.excel.drukblad import vul_blokken, zet_bladzijde
from agenda.stuk.vormen.excel.gemeente import gemeente_bladen
from agenda.stuk.vormen.excel.indeling import indeling_bladen
from agenda.stuk.vormen.excel.jaarplan import jaarplan_bladen
from agenda.stuk.vormen.excel.kalender import plankalender_bladen
from agenda.stuk.vormen.excel.stand import stand_bladen
from agenda.stuk.vormen.excel.werkblad import Drukblad
from agenda.stuk.vormen.excel.werkbladen import bladen_van
from agenda.weergave.kop import agenda_van
from regels.melding import kolomletters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from agenda.jaar.begroting import Begroting
    from agenda.jaar.gemeenteblad import Gemeenteblad
    from agenda.jaar.jaarplan import Jaarplan
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.stuk.vormen.excel.werkblad import Blad, Bladrij
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.voortgang.dekking import Dekkingsoverzicht
    from agenda.voortgang.gevolgd import GevolgdeAgenda

KEUZEBLAD = "Lijsten"
"""The hidden sheet with what there is to choose from."""
_RUIMTE_VOOR_NUMMER = 24
"""So much of the name of a sheet is left before a number."""
_KOLOMMEN_BOVEN = 7
_KOPHOOGTE, _MAX_KOPHOOGTE = 34, 150
_LETTERHOOGTE = 6
"""How much height a letter takes on its side."""
_REGELHOOGTE = 13
_PAPIERBREEDTE = 220
"""About so many characters are readable beside each other on a sheet of A4."""


def werkboek(agenda: Jaaragenda) -> bytes:
    """The workbook; the same agenda always gives the same bytes."""
    return _maak(agenda.ranglijst, bladen_van(agenda))


def indeling_werkboek(agenda: Jaaragenda) -> bytes:
    """A workbook with only what is classified and checked."""
    return _maak(agenda.ranglijst, indeling_bladen(agenda))


def begroting_werkboek(agenda: Jaaragenda, begroting: Begroting) -> bytes:
    """A workbook with only what the year costs and whom."""
    return _maak(agenda.ranglijst, begroting_bladen(begroting, agenda.ranglijst.profiel))


def gemeente_werkboek(blad: Gemeenteblad) -> bytes:
    """A workbook with only the year of one member."""
    return _maak(blad.agenda.ranglijst, gemeente_bladen(blad))


def jaarplan_werkboek(jaarplan: Jaarplan) -> bytes:
    """A workbook with only the year plan and its meetings."""
    bladen = (*jaarplan_bladen(jaarplan), *plankalender_bladen(jaarplan))
    return _maak(jaarplan.lijst, bladen)


def stand_werkboek(agenda: GevolgdeAgenda) -> bytes:
    """A workbook with only how it stands with what was adopted."""
    return _maak(agenda.ranglijst, stand_bladen(agenda))


def dekking_werkboek(dekking: Dekkingsoverzicht, lijst: Ranglijst) -> bytes:
    """A workbook with only who has what proposals ask."""
    return _maak(lijst, dekking_bladen(dekking))


def _maak(lijst: Ranglijst, bladen: Iterable[Blad | Drukblad]) -> bytes:
    return maak_werkboek(agenda_van(lijst), lijst.dossier.instellingen.peildatum, bladen)


def maak_werkboek(titel: str, peildatum: date, bladen: Iterable[Blad | Drukblad]) -> bytes:
    """A workbook with these sheets; the same sheets always give the same bytes.

    Args:
        peildatum: the date that the file carries, instead of the day on which it was made.
    """
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it ships no types

    uit = BytesIO()
    omzetten = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    letter = {"default_format_properties": dict(LETTER)}
    boek = Workbook(uit, {"in_memory": True, **letter, **dict.fromkeys(omzetten, False)})
    boek.set_properties(
        {
            "title": titel,
            "created": datetime(peildatum.year, peildatum.month, peildatum.day, tzinfo=UTC),
        }
    )
    stijlen = {naam: boek.add_format({**LETTER, **stijl}) for naam, stijl in STIJLEN.items()}
    keuzes: list[tuple[str, ...]] = []
    bezet: set[str] = set()
    for blad in bladen:
        naam = _vrije_naam(blad.naam, bezet)
        bezet.add(naam.casefold())
        werkblad = boek.add_worksheet(naam)
        if isinstance(blad, Drukblad):
            vul_blokken(werkblad, blad, stijlen, titel)
        else:
            _vul(werkblad, blad, stijlen, titel, keuzes)
    if keuzes:
        _vul_keuzelijsten(boek.add_worksheet(KEUZEBLAD), keuzes, stijlen["tekst"])
    boek.close()
    return uit.getvalue()


def _vrije_naam(naam: str, bezet: Collection[str]) -> str:
    """The name of a sheet; with a number behind it where another sheet has that name."""
    met_nummer = (f"{naam[:_RUIMTE_VOOR_NUMMER]} ({nummer})" for nummer in count(2))
    return next(n for n in chain([naam], met_nummer) if n.casefold() not in bezet)


def _vul(
    werkblad: Any,
    blad: Blad,
    stijlen: dict[str, Any],
    titel: str,
    keuzes: list[tuple[str, ...]],
) -> None:
    kop = 1 if blad.boven else 0
    if blad.boven:
        _zet_erboven(werkblad, blad, stijlen["boven"])
    eis_gelukt(werkblad.set_row(kop, _kophoogte(blad)))
    for nummer, kolom in enumerate(blad.kolommen):
        eis_gelukt(werkblad.set_column(nummer, nummer, kolom.breedte))
        stijl = "kop-rechtop" if kolom.rechtop else "kop"
        schrijf(werkblad, kop, nummer, kolom.kop, stijlen[stijl])
    breedtes = [kolom.breedte for kolom in blad.kolommen]
    invullen = {n for n, kolom in enumerate(blad.kolommen) if kolom.kop in blad.invullen}
    for rijnummer, rij in enumerate(blad.rijen, start=kop + 1):
        eis_gelukt(werkblad.set_row(rijnummer, _hoogte(rij, breedtes)))
        for nummer, cel in enumerate(rij):
            stijl = "invullen" if nummer in invullen else stijl_van(cel)
            stijl = "midden" if blad.kolommen[nummer].rechtop else stijl
            schrijf(werkblad, rijnummer, nummer, cel, stijlen[stijl])
            if gekozen := blad.keuzes.get((rijnummer - kop - 1, nummer)):
                keuzes.append(gekozen)
                _zet_keuzelijst(werkblad, rijnummer, nummer, len(keuzes), len(gekozen))
    werkblad.freeze_panes(kop + 1, blad.vast)
    werkblad.autofilter(kop, 0, kop + max(len(blad.rijen), 1), len(blad.kolommen) - 1)
    werkblad.repeat_rows(kop)
    werkblad.fit_to_pages(max(1, round(sum(breedtes) / _PAPIERBREEDTE)), 0)
    if blad.vast:
        werkblad.repeat_columns(0, blad.vast - 1)
    zet_bladzijde(werkblad, titel)


def _zet_erboven(werkblad: Any, blad: Blad, stijl: Any) -> None:
    breed = [kolom.breedte for kolom in blad.kolommen[:_KOLOMMEN_BOVEN]]
    tekstregels = sum(len(alinea) // sum(breed) + 1 for alinea in blad.boven.split("\n"))
    eis_gelukt(werkblad.set_row(0, _REGELHOOGTE * tekstregels + 6))
    eis_gelukt(werkblad.merge_range(0, 0, 0, len(breed) - 1, blad.boven, stijl))


def _zet_keuzelijst(werkblad: Any, rij: int, kolom: int, nummer: int, aantal: int) -> None:
    """A dropdown; something else is allowed, with a warning."""
    letter = kolomletters(nummer)
    bron = f"={KEUZEBLAD}!${letter}$1:${letter}${aantal}"
    fout = {"error_type": "warning", "error_title": "Klopt dit?"}
    fout["error_message"] = "Deze waarde staat niet in de lijst."
    eis_gelukt(
        werkblad.data_validation(
            rij, kolom, rij, kolom, fout | {"validate": "list", "source": bron}
        )
    )


def _vul_keuzelijsten(werkblad: Any, keuzes: Sequence[tuple[str, ...]], stijl: Any) -> None:
    for kolom, waarden in enumerate(keuzes):
        for rij, waarde in enumerate(waarden):
            schrijf_tekst(werkblad, rij, kolom, waarde, stijl)
    werkblad.hide()


def _kophoogte(blad: Blad) -> int:
    """The height of the row with the headings; one that is upright is as high as it is long."""
    liggend = [kolom for kolom in blad.kolommen if not kolom.rechtop]
    hoogte = _hoogte(tuple(k.kop for k in liggend), [k.breedte for k in liggend])
    langste = max((len(kolom.kop) for kolom in blad.kolommen if kolom.rechtop), default=0)
    return min(max(hoogte, _KOPHOOGTE, langste * _LETTERHOOGTE), _MAX_KOPHOOGTE)


def _hoogte(rij: Bladrij, breedtes: Sequence[int]) -> int:
    """The height of a row whose text wraps; LibreOffice does not work it out by itself."""
    tekstregels = max(
        sum(len(tekstregel) // breedte + 1 for tekstregel in str(cel).split("\n"))
        for cel, breedte in zip(rij, breedtes, strict=True)
    )
    return min(_REGELHOOGTE * tekstregels + 3, MAX_HOOGTE)
