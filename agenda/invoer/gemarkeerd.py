"""A copy of the workbook in which every finding stands at its cell; the original is not touched."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Literal

from regels.melding import kolomletters
from regels.taal import zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from regels.melding import Melding, Plek

BLAD = "Bevindingen"
MAX_MARKERINGEN = 10_000
_Lijn = Literal["thick", "dashed", "dotted"]
_SOORTEN: dict[str, tuple[str, str, _Lijn]] = {
    "fout": ("FFC7CE", "9C0006", "thick"),
    "waarschuwing": ("FFEB9C", "7F6000", "dashed"),
}
"""Kind → colour of the cell, colour of its edge, and what the edge looks like without colour."""
_NAKIJKEN: tuple[str, str, _Lijn] = ("DDEBF7", "1F4E79", "dotted")
"""The same, of what must be looked at again in a new year; only who did so takes it away."""
_KOPPEN = ("Soort", "Onderwerp", "Plek", "Veld", "Gevonden", "Verwacht", "Wat te doen")
_BREEDTES = (15, 24, 18, 24, 44, 44, 44)
_TITEL = "Wat de controle vond"
_UITLEG = (
    "Dit is een kopie: verbeter uw eigen bestand, en gooi deze kopie daarna weg. Een dikke rand is"
    " een fout, een streepjesrand een waarschuwing; in de notitie bij de cel staat wat er is. Klik"
    " hieronder op een plek om erheen te gaan. Ging u toch in deze kopie verder? Een volgende"
    " --gemarkeerd haalt weg wat u hebt verbeterd."
)
_MARKERING = re.compile("|".join(f"{soort.upper()}: " for soort in _SOORTEN))
_LETTER = "Calibri"
_KOPREGEL = 4
_MAX_NOTITIE = 4_000
_NOTITIEBREEDTE, _REGELHOOGTE = 45, 18
_VML, _EXCEL = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:excel}"
"""The names of what a note is drawn with."""


def markeer(inhoud: bytes, fouten: Sequence[Melding], waarschuwingen: Sequence[Melding]) -> bytes:
    """Mark each finding in a workbook, and list them all on a first sheet.

    Args:
        inhoud: the workbook, which could be read.

    Returns:
        The new workbook; the same input always gives the same bytes.
    """
    from openpyxl import load_workbook

    with warnings.catch_warnings(action="ignore"):  # in English, of what is not copied
        boek = load_workbook(io.BytesIO(inhoud))
    for oud in boek.worksheets:
        _haal_markering_weg(boek, oud)
    bevindingen = [("fout", melding) for melding in fouten]
    bevindingen += [("waarschuwing", melding) for melding in waarschuwingen]
    getoond = bevindingen[:MAX_MARKERINGEN]
    per_cel = _per_cel(boek, ((m.plek, soort, _zin(m)) for soort, m in getoond))
    for (blad, regel, kolom), hier in per_cel.items():
        vorm = _SOORTEN[min(soort for soort, _ in hier)]  # a fault goes first
        _markeer_cel(boek[blad], regel, kolom, vorm, hier)
    _schrijf_lijst(boek, getoond, len(bevindingen), per_cel)
    return _als_bestand(boek)


def markeer_nakijken(inhoud: bytes, punten: Sequence[tuple[Plek, str]]) -> bytes:
    """Say at cells of a workbook of our own what must be looked at again.

    Args:
        inhoud: the workbook.
        punten: places, each with why.

    Returns:
        The new workbook; the same input always gives the same bytes.
    """
    from openpyxl import load_workbook

    boek = load_workbook(io.BytesIO(inhoud))
    getoond = ((plek, "nakijken", zichtbaar(zin)) for plek, zin in punten[:MAX_MARKERINGEN])
    for (blad, regel, kolom), hier in _per_cel(boek, getoond).items():
        _markeer_cel(boek[blad], regel, kolom, _NAKIJKEN, hier)
    return _als_bestand(boek)


def _per_cel(
    boek: Any, bevindingen: Iterable[tuple[Plek, str, str]]
) -> dict[tuple[str, int, int], list[tuple[str, str]]]:
    """Sheet, row and column → the kind and the sentence of each finding there."""
    uit: dict[tuple[str, int, int], list[tuple[str, str]]] = {}
    for plek, soort, zin in bevindingen:
        if plek.blad in boek.sheetnames and plek.regel and plek.kolom:
            uit.setdefault((plek.blad, plek.regel, plek.kolom), []).append((soort, zin))
    return uit


def _als_bestand(boek: Any) -> bytes:
    _geef_notities_hun_maat(boek)
    uit = io.BytesIO()
    boek.save(uit)
    return _nabewerkt(uit.getvalue())


def _haal_markering_weg(boek: Any, blad: Any) -> None:
    """Take away what an earlier run marked, for whoever went on in its copy.

    Calc forgets who wrote a note, so a mark is known by its colour and edge together. The edge
    that a cell had before is not known any more.
    """
    from openpyxl.comments import Comment
    from openpyxl.styles import Border, PatternFill

    if blad.title.startswith(BLAD) and str(blad["A1"].value).startswith(_TITEL):
        boek.remove(blad)
        return
    kleuren = {(vulling, rand) for vulling, rand, _ in _SOORTEN.values()}
    vullingen = {nr for nr, v in enumerate(boek._fills) if _rgb(v.fgColor) in dict(kleuren)}
    for cel in (cel for rij in blad.iter_rows() for cel in rij if cel.has_style):
        if cel._style.fillId not in vullingen:
            continue
        if (_rgb(cel.fill.fgColor), _rgb(cel.border.left.color)) not in kleuren:
            continue
        cel.fill, cel.border = PatternFill(), Border()
        if getattr(cel, "comment", None) is not None:
            eigen = [deel for deel in cel.comment.text.split("\n\n") if not _MARKERING.match(deel)]
            auteur = cel.comment.author
            cel.comment = Comment("\n\n".join(eigen), auteur) if eigen else None


def _rgb(kleur: Any) -> str:
    """A colour without how opaque it is; empty when it is not said so."""
    return kleur.rgb[-6:] if kleur is not None and kleur.type == "rgb" else ""


def _markeer_cel(
    blad: Any,
    regel: int,
    kolom: int,
    vorm: tuple[str, str, _Lijn],
    hier: Sequence[tuple[str, str]],
) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Border, PatternFill, Side

    vulling, rand, lijn = vorm
    cel = blad.cell(regel, kolom)
    zinnen = [f"{soort.upper()}: {zin}" for soort, zin in hier]
    if (al := getattr(cel, "comment", None)) is not None:
        zinnen.append(al.text)
    tekst = "\n\n".join(zinnen)[:_MAX_NOTITIE]
    notitie = Comment(tekst, "Agenda")
    zijde = Side(style=lijn, color=rand)
    if hasattr(cel, "fill"):
        cel.fill = PatternFill("solid", fgColor=vulling)
        cel.border = Border(left=zijde, right=zijde, top=zijde, bottom=zijde)
        cel.comment = notitie


def _zin(melding: Melding) -> str:
    hulp = f"; {melding.suggestie}" if melding.suggestie else ""
    return zichtbaar(f"{melding.gevonden}; verwacht {melding.verwacht}{hulp}")


def _schrijf_lijst(
    boek: Any,
    bevindingen: Sequence[tuple[str, Melding]],
    aantal: int,
    per_cel: Iterable[tuple[str, int, int]],
) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.hyperlink import Hyperlink

    in_cellen = set(per_cel)
    blad = boek.create_sheet(BLAD, 0)
    boek.active = 0
    for ander in boek.worksheets[1:]:
        ander.sheet_view.tabSelected = False
    kop = _TITEL if aantal else f"{_TITEL}: niets"
    if aantal > len(bevindingen):
        kop += f": de eerste {len(bevindingen)} van {aantal}"
    blad["A1"], blad["A2"] = kop, _UITLEG
    blad["A1"].font = Font(name=_LETTER, bold=True, size=16, color="154273")
    blad.merge_cells(start_row=2, end_row=2, start_column=1, end_column=len(_KOPPEN))
    blad["A2"].alignment = Alignment(wrap_text=True, vertical="top")
    blad.row_dimensions[2].height = 50
    for kolom, (naam, breedte) in enumerate(zip(_KOPPEN, _BREEDTES, strict=True), start=1):
        cel = blad.cell(_KOPREGEL, kolom, naam)
        cel.font = Font(name=_LETTER, bold=True, color="FFFFFF")
        cel.fill = PatternFill("solid", fgColor="154273")
        blad.column_dimensions[kolomletters(kolom)].width = breedte
    for regel, (soort, melding) in enumerate(bevindingen, start=_KOPREGEL + 1):
        plek = melding.plek
        heeft_cel = (plek.blad, plek.regel, plek.kolom) in in_cellen
        adres = f"{kolomletters(plek.kolom)}{plek.regel}" if heeft_cel else str(plek)
        veld = melding.veld.removeprefix(f"{melding.onderwerp}: ")
        gevonden = (melding.gevonden, melding.verwacht, melding.suggestie)
        waarden = (soort, melding.onderwerp, adres, veld, *gevonden)
        hoog = max(len(wrap(w, b)) for w, b in zip(waarden, _BREEDTES, strict=True))
        blad.row_dimensions[regel].height = 15 * hoog + 3
        for kolom, waarde in enumerate(waarden, start=1):
            cel = blad.cell(regel, kolom)
            cel.value = zichtbaar(waarde)
            cel.data_type = "s"  # also when it begins as a formula does
            cel.alignment = Alignment(wrap_text=True, vertical="top")
        blad.cell(regel, 1).fill = PatternFill("solid", fgColor=_SOORTEN[soort][0])
        if heeft_cel:
            naam = plek.blad.replace("'", "''")
            link = blad.cell(regel, 3)
            link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{naam}'!{adres}")
            link.font = Font(name=_LETTER, underline="single", color="0563C1")
    blad.freeze_panes = f"A{_KOPREGEL + 1}"
    blad.page_setup.orientation = "landscape"
    blad.page_setup.paperSize = 9
    blad.page_setup.fitToHeight = 0
    blad.sheet_properties.pageSetUpPr.fitToPage = True
    blad.print_title_rows = f"{_KOPREGEL}:{_KOPREGEL}"


def _geef_notities_hun_maat(boek: Any) -> None:
    """Make every note as large as its text; openpyxl forgets how large one was."""
    for blad in boek.worksheets:
        for rij in blad.iter_rows():
            for notitie in (cel.comment for cel in rij if getattr(cel, "comment", None)):
                regels = notitie.text.split("\n")
                hoogte = sum(1 + len(regel) // _NOTITIEBREEDTE for regel in regels)
                notitie.width, notitie.height = 360, 40 + _REGELHOOGTE * hoogte


def _nabewerkt(inhoud: bytes) -> bytes:
    """The same workbook with each note beside its cell, and without when it was made."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for deel in oud.infolist():
            tekst = oud.read(deel)
            if deel.filename == "docProps/core.xml":
                tekst = re.sub(rb"<dcterms:modified.*?</dcterms:modified>", b"", tekst)
            elif deel.filename.endswith(".vml"):
                tekst = _naast_hun_cel(tekst)
            kaal = zipfile.ZipInfo(deel.filename)
            kaal.compress_type = zipfile.ZIP_DEFLATED
            nieuw.writestr(kaal, tekst)
    return uit.getvalue()


def _naast_hun_cel(tekening: bytes) -> bytes:
    """Notes with a place of their own; without one Excel and Calc show all of them at the top."""
    from openpyxl.xml.functions import SubElement, fromstring, tostring

    boom: Any = fromstring(tekening)
    for vorm in boom.iter(f"{_VML}shape"):
        gegevens = vorm.find(f"{_EXCEL}ClientData")
        rij, kolom = (int(gegevens.findtext(f"{_EXCEL}{naam}")) for naam in ("Row", "Column"))
        hoogte = re.search("height:([0-9]+)", vorm.get("style"))
        onder = rij + 1 + int(hoogte[1] if hoogte else 0) // _REGELHOOGTE
        plek = f"{kolom + 1}, 10, {rij}, 2, {kolom + 4}, 10, {onder}, 2"
        SubElement(gegevens, f"{_EXCEL}Anchor").text = plek
    return bytes(tostring(boom))
