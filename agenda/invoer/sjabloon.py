"""How the Excel template looks; what it says stands in `sjabloonbladen.py`."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from textwrap import shorten, wrap
from typing import TYPE_CHECKING, Any

from agenda.invoer.rijlezer import VOORBEELDCODE
from agenda.invoer.sjabloonvorm import VERPLICHT, Codelijst, Sjabloonblad, Sjabloonkolom
from regels.melding import kolomletters
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_LABELRIJ, _KOPRIJ, _EERSTE_RIJ = 2, 3, 4
_TITELBREEDTE = 7
_BREED = 160
"""A sheet that is wider than this goes on more pages."""
_KOLOMBREEDTE = 8
"""How wide a column is by itself."""
_HOOGSTE_RIJ = 409
"""Excel knows no higher row."""
_MAX_CODES = 15
"""More codes than this stand on the sheet «Uitleg» only, not in the note at the heading."""
_OPMERKINGBREEDTE = 60
_UITLEGBREEDTES = (34, 86, 46, 18)
_MAX_KOP, _MAX_HULP = 32, 255
"""What Excel shows at a cell: so many characters of a title, and of a text."""

_CEL = {"text_wrap": True, "valign": "top", "num_format": "@"}
_RAND = {"border": 1, "border_color": "#B8C4D0"}
_KOP = {**_CEL, **_RAND, "valign": "vcenter", "bold": True, "bg_color": "#DCE6F0"}
_LABEL = {**_CEL, "valign": "bottom", "font_size": 9, "font_color": "#555555", "italic": True}
_VOORBEELD = {**_CEL, **_RAND, "italic": True, "font_color": "#555555", "bg_color": "#FFF6DC"}
_BLAUW = "#154273"
_STIJLEN: dict[str, dict[str, object]] = {
    "titel": {"bold": True, "font_size": 16, "font_color": _BLAUW, "valign": "vcenter"},
    "kopje": {"bold": True, "font_size": 13, "font_color": _BLAUW},
    "cel": {**_CEL, **_RAND},
    "vooraf": {**_CEL, "font_color": "#555555"},
    "aanwijzing": _CEL,
    "kop": _KOP,
    "kop verplicht": {**_KOP, "bg_color": _BLAUW, "font_color": "#FFFFFF"},
    "label": _LABEL,
    "label verplicht": {**_LABEL, "bold": True, "font_color": _BLAUW},
}


Stijlen = dict[str, Any]


def maak_werkmap(jaar: int, bladen: Sequence[Sjabloonblad]) -> bytes:
    """The template as an Excel file; the same content always gives the same bytes."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it ships no types

    uit = BytesIO()
    omzetten = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    boek = Workbook(uit, {"in_memory": True, **dict.fromkeys(omzetten, False)})
    boek.set_properties(
        {"title": bladen[0].titel[:_MAX_HULP], "created": datetime(jaar, 1, 1, tzinfo=UTC)}
    )
    stijlen = {naam: boek.add_format(stijl) for naam, stijl in _STIJLEN.items()}
    for deel in bladen:
        _vul_blad(boek, boek.add_worksheet(deel.naam), deel, stijlen)
    _vul_uitleg(boek.add_worksheet("Uitleg"), bladen, stijlen)
    _vul_lijsten(boek, boek.add_worksheet("Lijsten"), bladen)
    boek.close()
    return uit.getvalue()


def _gelukt(antwoord: int) -> None:
    """XlsxWriter leaves out what Excel cannot hold, and says so only in what it returns."""
    if antwoord < 0:
        raise RuntimeError(f"XlsxWriter weigert een deel van het sjabloon ({antwoord})")


def _vul_blad(boek: Any, blad: Any, deel: Sjabloonblad, stijlen: Stijlen) -> None:
    laatste_rij = _EERSTE_RIJ + deel.invulrijen - 1
    _vul_boven(blad, deel, stijlen)
    for nummer, kolom in enumerate(deel.kolommen):
        vorm = {"num_format": kolom.vorm}
        soort = " verplicht" if kolom.leeg == VERPLICHT else ""
        _gelukt(blad.set_column(nummer, nummer, kolom.breedte, boek.add_format({**_CEL, **vorm})))
        _gelukt(blad.write(_LABELRIJ, nummer, _label(kolom, deel), stijlen["label" + soort]))
        _gelukt(blad.write(_KOPRIJ, nummer, kolom.kop, stijlen["kop" + soort]))
        _gelukt(blad.write_comment(_KOPRIJ, nummer, *_opmerking(kolom)))
        if deel.voorbeeld:
            stijl = boek.add_format({**_VOORBEELD, **vorm})
            voorbeeld = kolom.voorbeeld if nummer else VOORBEELDCODE
            _gelukt(blad.write(_EERSTE_RIJ, nummer, voorbeeld, stijl))
        if controle := _controle(kolom):
            _gelukt(blad.data_validation(_EERSTE_RIJ, nummer, laatste_rij, nummer, controle))
        for rij in range(_EERSTE_RIJ + deel.voorbeeld, laatste_rij + 1) if kolom.vooraf else ():
            _gelukt(blad.write(rij, nummer, kolom.vooraf, stijlen["vooraf"]))
    vormen = [_celstijl(boek, kolom, stijlen) for kolom in deel.kolommen] if deel.rijen else []
    for rij, cellen in enumerate(deel.rijen, start=_EERSTE_RIJ + deel.voorbeeld):
        hoogte = _hoogte(zip(cellen, (k.breedte for k in deel.kolommen), strict=False))
        _gelukt(blad.set_row(rij, hoogte))
        for nummer, cel in enumerate(cellen):
            _gelukt(blad.write(rij, nummer, cel, vormen[nummer]))
    laatste, vast = len(deel.kolommen), deel.vaste_kolommen
    if not deel.voorbeeld and (deel.rijen or deel.invulrijen == 1):
        rand = {"type": "formula", "criteria": "=TRUE", "format": boek.add_format(_RAND)}
        _gelukt(blad.conditional_format(_EERSTE_RIJ, 0, laatste_rij, laatste - 1, rand))
    blad.freeze_panes(_EERSTE_RIJ, vast)
    blad.autofilter(_KOPRIJ, 0, laatste_rij, laatste - 1)
    bereik = f"A{_EERSTE_RIJ + 1}:{kolomletters(laatste)}{laatste_rij + 1}"
    _gelukt(blad.ignore_errors({"number_stored_as_text": bereik}))
    blad.repeat_rows(_KOPRIJ)
    blad.repeat_columns(0, vast - 1)
    smal = sum(kolom.breedte for kolom in deel.kolommen) < _BREED
    _druk_af(blad, papier=8, bladen_breed=1 if smal else 3)


def _celstijl(boek: Any, kolom: Sjabloonkolom, stijlen: Stijlen) -> Any:
    """How a cell looks that is filled in already: as its column, with an edge."""
    if isinstance(kolom.voorbeeld, str):
        return stijlen["cel"]
    return boek.add_format({**_CEL, **_RAND, "num_format": kolom.vorm})


def _vul_boven(blad: Any, deel: Sjabloonblad, stijlen: Stijlen) -> None:
    """What stands above the headings, and how high each row is."""
    for rij, (stijl, tekst) in enumerate((("titel", deel.titel), ("aanwijzing", deel.uitleg))):
        _gelukt(blad.merge_range(rij, 0, rij, _TITELBREEDTE - 1, tekst, stijlen[stijl]))
    breedtes = [kolom.breedte for kolom in deel.kolommen[:_TITELBREEDTE]]
    breedte = sum(breedtes) + _KOLOMBREEDTE * (_TITELBREEDTE - len(breedtes))
    tekstregels = sum(len(wrap(alinea, breedte)) for alinea in deel.uitleg.split("\n"))
    # Its letters are smaller than those in a cell.
    labels = max(len(wrap(_label(k, deel), k.breedte * 12 // 10)) for k in deel.kolommen)
    for rij, hoogte in enumerate(
        (28, 17 * tekstregels, 16 if labels == 1 else 12 * labels + 4, 34)
    ):
        _gelukt(blad.set_row(rij, hoogte))
    if deel.voorbeeld:
        hoogte = _hoogte((k.getoond, k.breedte) for k in deel.kolommen)
        _gelukt(blad.set_row(_EERSTE_RIJ, hoogte))


def _label(kolom: Sjabloonkolom, deel: Sjabloonblad) -> str:
    """What stands above a heading: what an empty cell means, and the question where asked."""
    return f"{kolom.uitleg} ({kolom.leeg})" if deel.met_vragen else kolom.leeg


def _hoogte(cellen: Iterable[tuple[str | float | date, int]]) -> int:
    """The height of a row whose text wraps; LibreOffice does not work it out by itself."""
    # A column holds somewhat more letters than its width says, which counts in digits.
    regels = max(len(wrap(str(tekst), breedte * 11 // 10)) for tekst, breedte in cellen)
    return min(15 * regels + 3, _HOOGSTE_RIJ)


def _opmerking(kolom: Sjabloonkolom) -> tuple[str, dict[str, Any]]:
    """The note at a heading, in a box that is as high as its text."""
    codes = kolom.codes.rijen if kolom.codes and len(kolom.codes.rijen) <= _MAX_CODES else ()
    tekstregels = [kolom.uitleg, *(f"{code} = {naam}" for code, naam, *_ in codes)]
    hoogte = 20 + 16 * sum(len(wrap(tekstregel, _OPMERKINGBREEDTE)) for tekstregel in tekstregels)
    maten = {"width": 7 * _OPMERKINGBREEDTE, "height": hoogte}
    return "\n".join(tekstregels), {**maten, "font_name": "Calibri", "font_size": 10}


def _controle(kolom: Sjabloonkolom) -> dict[str, Any]:
    """What Excel checks in a cell, and the help it shows there; empty when neither."""
    kop, uitleg = shorten(kolom.kop, _MAX_KOP, placeholder="…"), kolom.uitleg
    if len(uitleg) > _MAX_HULP:
        uitleg = shorten(uitleg, _MAX_HULP, placeholder=" …")
    hulp = {"input_title": kop, "input_message": uitleg} if kolom.hulp else {}
    if kolom.keuzes:
        # A warning: a tick «x» is right too, and `agenda controleer` says what is not.
        fout = {
            "error_type": "warning",
            "error_title": "Klopt dit?",
            "error_message": "Deze waarde staat niet in de lijst.",
        }
        return hulp | fout | {"validate": "list", "source": f"={kolom.keuzes[0]}"}
    return hulp | {"validate": "any"} if hulp else {}


def _vul_uitleg(blad: Any, bladen: Sequence[Sjabloonblad], stijlen: Stijlen) -> None:
    for nummer, breedte in enumerate(_UITLEGBREEDTES):
        _gelukt(blad.set_column(nummer, nummer, breedte))
    namen = opsomming([deel.naam for deel in bladen], "en")
    kop = f"Uitleg bij {'het blad' if len(bladen) == 1 else 'de bladen'} {namen}"
    _gelukt(blad.write(0, 0, kop, stijlen["titel"]))
    koppen = ("Kolom", "Wat vult u in?", "Voorbeeld", "Verplicht?")
    tabellen = [
        Codelijst(
            "Kolommen" if len(bladen) == 1 else f"Kolommen van het blad {deel.naam}",
            koppen,
            tuple((k.kop, k.uitleg, k.getoond, k.leeg) for k in deel.kolommen),
        )
        for deel in bladen
    ]
    tabellen += [k.codes for deel in bladen for k in deel.kolommen if k.codes]
    begin = len(tabellen) + 2
    for wijzer, tabel in enumerate(tabellen, start=1):
        adres = f"internal:'Uitleg'!A{begin + 1}"
        _gelukt(blad.write_url(wijzer, 0, adres, string=f"Naar: {tabel.titel}"))
        _gelukt(blad.write(begin, 0, tabel.titel, stijlen["kopje"]))
        for rij, cellen in enumerate((tabel.koppen, *tabel.rijen), start=begin + 1):
            stijl = stijlen["kop" if cellen is tabel.koppen else "cel"]
            _gelukt(blad.set_row(rij, _hoogte(zip(cellen, _UITLEGBREEDTES, strict=False))))
            for kolom, cel in enumerate(cellen):
                _gelukt(blad.write(rij, kolom, cel, stijl))
        begin += len(tabel.rijen) + 3
    _druk_af(blad, papier=9, bladen_breed=1)


def _vul_lijsten(boek: Any, blad: Any, bladen: Sequence[Sjabloonblad]) -> None:
    lijsten = dict(kolom.keuzes for deel in bladen for kolom in deel.kolommen if kolom.keuzes)
    for nummer, (naam, waarden) in enumerate(lijsten.items()):
        for rij, waarde in enumerate((naam, *waarden)):
            _gelukt(blad.write(rij, nummer, waarde))
        letter = kolomletters(nummer + 1)
        _gelukt(boek.define_name(naam, f"=Lijsten!${letter}$2:${letter}${len(waarden) + 1}"))
    blad.hide()


def _druk_af(blad: Any, papier: int, bladen_breed: int) -> None:
    """Landscape, so many pages wide; paper 8 is A3 and 9 is A4."""
    blad.set_landscape()
    blad.set_paper(papier)
    blad.fit_to_pages(bladen_breed, 0)
    blad.set_footer("&LBlad &A&RBladzijde &P van &N")
