"""Agendas for the tests of the forms that leave the house; each form is made once per run."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import unicodedata
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import ranglijst_uit, ranglijst_van

from agenda.exporteren import VORMEN
from agenda.rangorde.besluit import Afwijking, Besluit
from agenda.stuk.blokken import Alinea, Gegevens, Lijst, Onderwerpentabel
from agenda.stuk.opstellen import stel_stuk_op
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.voortgang.bekrachtiging import Bekrachtiging
from agenda.voortgang.gevolgd import Gemeld, GevolgdeAgenda
from agenda.voortgang.standfeit import TOESTANDEN, Actie, Standfeit, Uitvoerder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook

    from agenda.stuk.blokken import Blok

VOORBEELD = Path(__file__).parents[1] / "voorbeelden" / "nijmegen-rivierenland-2022"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NARE_TITELS = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "\"dubbel\" en 'enkel' en «haken»",
    "x" * 300,
    "<r>x</r>",
    "<r><t>x</t></r>",
    "#set page(width: 1cm)",
    "*x* _y_ `z` --- ...",
    "$a$ \\ [b] @c <d> // e",
    "_x000D_ en &amp; </w:t>",
    "+31 6",
    "-1+2",
    "@SUM(A1)",
    "{=1+1}",
    "http://voorbeeld.nl/" + "a" * 200,
)
VREEMDE_TITELS = ("Emoji 🚀 👨‍👩‍👧", "שלום עולם", "مرحبا بالعالم", "你好 世界")


@cache
def voorbeeld() -> Jaaragenda:
    """The agenda of the example."""
    return Jaaragenda(ranglijst_uit(VOORBEELD))


@cache
def afgeweken() -> Jaaragenda:
    """The same, adopted with two topics on another place."""
    lijst = voorbeeld().ranglijst
    afwijkingen = tuple(
        Afwijking(lijst.toegelaten[van].onderwerp.code, plaats, f"<r>Omdat {plaats}</r>")
        for van, plaats in ((20, 1), (0, len(lijst.toegelaten)))
    )
    return Jaaragenda(lijst, Besluit("de colleges", date(2022, 2, 1), afwijkingen))


@cache
def gevolgd() -> Jaaragenda:
    """The adopted agenda of the example on a day, with every state and every thing that misses."""
    codes = [v.code for v in voorbeeld().volgorde]
    wie = Uitvoerder(gemeente="GM0281", functie="beleidsadviseur")
    acties = (
        Actie(wat="Een concept schrijven", gremium="kernteam", voor=date(2022, 5, 1)),
        Actie(wat="Gemeenten vragen", voor=date(2022, 12, 1)),
    )
    feiten = [
        Standfeit(
            onderwerp=codes[0],
            op=date(2022, 4, 1),
            toestand="loopt",
            klaar_op=date(2022, 6, 1),
            volgende_stap="Het concept bespreken",
            wie=wie,
            acties=acties,
            toelichting="Vier gemeenten <b>doen</b> al mee.",
            bron="Verslag van 1 april",
        )
    ]
    feiten += [
        Standfeit(onderwerp=code, op=date(2022, 5, 1), toestand=toestand)
        for code, toestand in zip(codes[1:], TOESTANDEN, strict=False)
    ]
    besluit = Besluit("de colleges", date(2022, 2, 1))
    bekrachtigd = (Bekrachtiging("GM0281", "college", besluit.datum, "ingestemd"),)
    gemeld = Gemeld(tuple(feiten), bekrachtigd)
    return GevolgdeAgenda(voorbeeld().ranglijst, besluit, gemeld=gemeld, op=date(2022, 7, 1))


@cache
def nare_agenda() -> Jaaragenda:
    """Topics whose every text looks like something else; some of each status."""
    onderwerpen = []
    for nummer, titel in enumerate((*NARE_TITELS, *VREEMDE_TITELS)):
        regios = ["rijk-van-nijmegen", "rivierenland"][: 2 - (nummer % 3 == 2)]
        afstemming = "onbekend" if nummer % 3 == 1 else "ja"
        onderwerpen.append(
            {
                "code": f"naar-{nummer}",
                "titel": titel,
                "toelichting": titel,
                "thema": "wonen",
                "plannen": ["samen-dichtbij"],
                "regios": regios,
                "afstemming_nodig": afstemming,
                "criteria": {"veiligheid": {"waarde": "ja", "onderbouwing": titel, "bron": titel}},
            }
        )
    # Its part has the name that a part of another topic has.
    onderwerpen.append({**onderwerpen[0], "code": "naar-0-criteria", "titel": "Botsende naam"})
    return Jaaragenda(ranglijst_van(*onderwerpen))


@cache
def in_vorm(maak: Any, vorm: str) -> bytes:
    """An agenda in one form.

    Args:
        maak: one of the functions above.
    """
    agenda = maak()
    return VORMEN[vorm](agenda, lambda: stel_stuk_op(agenda))


def regels_van(blok: Blok) -> Iterator[tuple[str, ...]]:
    """What stands in a block, line by line: of a table each row, then each remark."""
    match blok:
        case Alinea():
            yield from ((tekst,) for tekst in (blok.aanhef, blok.tekst, blok.bron) if tekst)
        case Lijst():
            yield from ((punt,) for punt in blok.punten)
        case Gegevens():
            yield from blok.rijen
        case Onderwerpentabel(tabel=tabel) | tabel:
            yield from (tuple(map(str, rij)) for rij in tabel.rijen)
            yield from ((noot,) for noot in tabel.noten)


def als_json(maak: Any) -> dict[str, Any]:
    """The agenda as every other form must tell it."""
    uit: dict[str, Any] = json.loads(in_vorm(maak, "json"))
    return uit


def kaal(tekst: str) -> str:
    """Text without what a line break adds or takes: spaces, hyphens, marks without a shape."""
    return "".join(
        teken
        for teken in unicodedata.normalize("NFKC", tekst)
        if not teken.isspace() and teken not in "-\ufffe" and unicodedata.category(teken) != "Cf"
    )


@cache
def word(maak: Any) -> Any:
    """The document in Word, read back."""
    from docx import Document

    return Document(io.BytesIO(in_vorm(maak, "docx")))


def woorden(element: Any) -> str:
    """All text below an element of Word."""
    return "".join(deel.text or "" for deel in element.iter(f"{_W}t"))


def tabel_met(document: Any, *koppen: str) -> list[list[str]]:
    """The rows of the first table in Word that begins with these headings."""
    for tabel in document.tables:
        # python-docx looks for every cell from the start of the table.
        rijen = [["\n".join(p.text for p in c.p_lst) for c in r.tc_lst] for r in tabel._tbl.tr_lst]
        if tuple(rijen[0][: len(koppen)]) == koppen:
            return rijen
    raise AssertionError(f"geen tabel met {koppen}")


def onderwerpdelen(document: Any) -> dict[str, list[str]]:
    """Title of a topic → the paragraphs of the part about it in Word."""
    delen: dict[str, list[str]] = {}
    titel = ""
    for alinea in document.paragraphs:
        if alinea.style.name.startswith("Heading"):
            titel = alinea.text
        elif titel:
            delen.setdefault(titel, []).append(alinea.text)
    return delen


@cache
def pdf_tekst(maak: Any) -> str:
    """What stands in the PDF, as another program reads it."""
    return tekst_van(in_vorm(maak, "pdf"))


def tekst_van(pdf: bytes) -> str:
    """The text of every page, in the order of the page."""
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(pdf)) as document:
        return "\n".join(pagina.get_textpage().get_text_range() for pagina in document)


def _heeft_word() -> bool:
    """Whether LibreOffice is here, with letters as wide as those of Word."""
    if not shutil.which("soffice") or not shutil.which("fc-list"):
        return False
    return "Carlito" in subprocess.run(["fc-list"], capture_output=True, text=True).stdout


ALS_IN_WORD = pytest.mark.skipif(not _heeft_word(), reason="LibreOffice of Carlito ontbreekt")


def als_in_word(docx: bytes, map_: Path) -> bytes:
    """A document of Word as LibreOffice lays it out, in PDF."""
    (map_ / "stuk.docx").write_bytes(docx)
    gezet = ["soffice", f"-env:UserInstallation=file://{map_}/lo", "--headless"]
    opdracht = [*gezet, "--convert-to", "pdf", "--outdir", map_, map_ / "stuk.docx"]
    subprocess.run(opdracht, check=True, capture_output=True)
    return (map_ / "stuk.pdf").read_bytes()


def bladzijden(pdf: bytes) -> list[list[str]]:
    """Every page of a PDF, as lines of text."""
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(pdf)) as document:
        teksten = [pagina.get_textpage().get_text_range() for pagina in document]
    return [[r for r in tekst.splitlines() if r.strip()] for tekst in teksten]


@cache
def groot() -> Jaaragenda:
    """The agenda of 42 topics."""
    return Jaaragenda(ranglijst_uit(Path(__file__).parent / "voorbeeld-42"))


@cache
def werkboek(maak: Any) -> Workbook:
    """The workbook of an agenda, read back, for whoever changes nothing in it."""
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(in_vorm(maak, "xlsx")))


@cache
def blad(maak: Any, naam: str) -> list[dict[str, Any]]:
    """The rows of a sheet in Excel, by heading."""
    koppen, *rijen = werkboek(maak)[naam].iter_rows(values_only=True)
    return [dict(zip(koppen, rij, strict=True)) for rij in rijen]
