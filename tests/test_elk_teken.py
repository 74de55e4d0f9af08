"""Every code point of Unicode is refused when it is read, or shown by every writer."""

from __future__ import annotations

import csv
import html
import io
import json
import sys
import unicodedata
import zipfile
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from bouwers_agenda import ranglijst_van
from pydantic import TypeAdapter, ValidationError
from stukken import tekst_van

from agenda.exporteren import VORMEN
from agenda.rangorde.besluit import Besluit
from agenda.registers.gegevens import Archief
from agenda.registers.mdto import mdto_informatieobject
from agenda.samenhang.samenhang import Samenhang
from agenda.stuk.opstellen import stel_stuk_op
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.ranglijst import toon_ranglijst
from agenda.weergave.samenhang.uitsnede import kies
from agenda.weergave.uitleg.uitleg import toon_uitleg
from regels.lezen.tekst import geen_tekst, schone_tekst
from regels.model import Tekst, Tekstregel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ALLE = range(sys.maxunicode + 1)
STUURT_DE_RICHTING = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
PROEF = sorted(
    {
        *range(0x250),
        *range(0x2000, 0x2070),
        *range(0xD7F0, 0xE010),
        *range(0xFDC8, 0xFE10),
        *range(0xFEF8, 0x10010),
        *(vlak + punt for vlak in range(0, 0x110000, 0x10000) for punt in (0, 0xFFFD, 0xFFFE)),
        # Of every kind of character one.
        *{unicodedata.category(chr(punt)): punt for punt in range(0x30000)}.values(),
    }
)
"""Where the kinds of characters meet."""


def _toegelaten(soort: object) -> set[str]:
    """What a model takes, between two letters."""
    adapter: TypeAdapter[str] = TypeAdapter(soort)
    goed = set()
    for punt in ALLE:
        tekst = schone_tekst(f"a{chr(punt)}b")
        try:
            adapter.validate_python(tekst)
        except ValidationError:
            continue
        goed |= set(tekst)
    return goed


@pytest.mark.traag
@pytest.mark.parametrize("soort", [Tekstregel, Tekst], ids=["regel", "tekst"])
def test_wat_door_het_lezen_komt_kan_elke_schrijver_aan(soort: object) -> None:
    goed = _toegelaten(soort)

    onder = {t for t in goed if t < " "}
    assert onder == ({"\n", "\t"} if soort is Tekst else set())
    for teken in goed:
        punt = ord(teken)
        assert not 0x7F <= punt <= 0x9F
        assert not 0xD800 <= punt <= 0xDFFF
        assert punt & 0xFFFE != 0xFFFE
        assert not 0xFDD0 <= punt <= 0xFDEF
        assert punt not in STUURT_DE_RICHTING
    assert len(goed) > 1_100_000  # letters of every script, also those that are yet to come


@pytest.mark.parametrize(
    "punt", [0x00, 0x0B, 0x9B, 0x202E, 0x2067, 0x200F, 0xFFFE, 0x1FFFF, 0xD800]
)
def test_de_weigering_noemt_het_teken(punt: int) -> None:
    assert f"U+{punt:04X}" in geen_tekst(f"a{chr(punt)}")


def test_twee_helften_zijn_een_teken() -> None:
    assert schone_tekst("\ud83d\ude00") == "😀"


def test_een_stapel_accenten_wordt_niet_op_volgorde_gezet_maar_geweigerd() -> None:
    stapel = "a" + "\u0315\u0300" * 50_000

    assert schone_tekst(stapel) == stapel  # within a second; in order it would take minutes
    assert "accenten" in geen_tekst(stapel)
    assert geen_tekst(schone_tekst("Tiếng Việt " * 900)) == ""


def _agenda(punten: Iterable[int], per: int = 140) -> tuple[Jaaragenda, set[str]]:
    """Titles that hold every character that may be read, each beside a letter of its own."""
    tekens = [chr(p) for p in punten if not geen_tekst(chr(p)) and chr(p) not in "\t\n"]
    titels = [
        schone_tekst("a" + "".join(f"{t}x" for t in tekens[begin : begin + per]))
        for begin in range(0, len(tekens), per)
    ]
    rauw = [
        {
            "code": f"t-{nummer}",
            "titel": titel[:300],
            "toelichting": titel,
            "thema": "wonen",
            "plannen": ["samen-dichtbij"],
            "regios": ["rijk-van-nijmegen", "rivierenland"],
            "afstemming_nodig": "ja",
        }
        for nummer, titel in enumerate(titels)
    ]
    return Jaaragenda(ranglijst_van(*rauw)), set().union(*titels)


def _uit_xml(inhoud: bytes) -> str:
    return "".join(ElementTree.fromstring(inhoud).itertext())  # noqa: S314 - our own


def _uit_zip(inhoud: bytes, deel: str) -> str:
    return _uit_xml(zipfile.ZipFile(io.BytesIO(inhoud)).read(deel))


LEES: dict[str, Callable[[bytes], str]] = {
    "docx": lambda inhoud: _uit_zip(inhoud, "word/document.xml"),
    "xlsx": lambda inhoud: _uit_zip(inhoud, "xl/sharedStrings.xml"),
    "html": lambda inhoud: html.unescape(inhoud.decode()),
    "csv": lambda inhoud: "".join(
        cel
        for rij in csv.reader(io.StringIO(inhoud.decode(), newline=""), delimiter=";")
        for cel in rij
    ),
    "json": lambda inhoud: "".join(str(deel) for deel in _waarden(json.loads(inhoud))),
    "md": lambda inhoud: inhoud.decode(),
}


def _waarden(data: object) -> Iterable[object]:
    if isinstance(data, dict | list):
        for deel in data.values() if isinstance(data, dict) else data:
            yield from _waarden(deel)
    else:
        yield data


def _toont_alles(punten: Iterable[int], vormen: Iterable[str]) -> None:
    agenda, tekens = _agenda(punten)
    stuk = stel_stuk_op(agenda)
    for vorm in vormen:
        gevonden = set(LEES[vorm](VORMEN[vorm](agenda, lambda: stuk)))
        assert {f"U+{ord(t):04X}" for t in tekens - gevonden} == set(), vorm


def test_elk_soort_teken_komt_door_elke_vorm_van_het_stuk() -> None:
    _toont_alles(PROEF, LEES)


@pytest.mark.traag
def test_elk_soort_teken_komt_in_de_pdf_als_zichzelf_of_als_zijn_nummer() -> None:
    agenda, tekens = _agenda(PROEF)

    tekst = tekst_van(VORMEN["pdf"](agenda, lambda: stel_stuk_op(agenda)))
    tekst = "".join(tekst.replace("\u200b", "").split())

    # Some letters share a shape, and a reader of the PDF cannot tell which of them it was.
    zonder_vorm = {t for t in tekens if unicodedata.category(t) in ("Co", "Cn")}
    assert {f"U+{ord(t):04X}" for t in zonder_vorm if f"U+{ord(t):04X}" not in tekst} == set()


@pytest.mark.parametrize("vorm", ["tabel", "md", "csv", "json", "graphml", "dot", "mermaid", "svg"])
def test_elk_soort_teken_komt_door_elke_vorm_van_de_samenhang(vorm: str) -> None:
    agenda, tekens = _agenda(PROEF)

    uit = kies(Samenhang(agenda.ranglijst), None, None, None).als(vorm, 160)

    tekst = _uit_xml(uit.encode()) if vorm in ("graphml", "svg") else uit
    if vorm in ("graphml", "dot", "mermaid"):
        zichtbaar = {t for t in tekens if t.isprintable() and t not in '"<>&\\#$`|[]{}()*_~:;%@'}
        assert {hex(ord(t)) for t in zichtbaar - set(tekst)} == set()


@pytest.mark.parametrize("vorm", ["tabel", "md", "csv", "json"])
def test_elk_soort_teken_komt_door_de_ranglijst_en_de_uitleg(vorm: str) -> None:
    agenda, tekens = _agenda(PROEF)

    gewoon = {t for t in tekens if t.isprintable() and not t.isspace()}
    assert gewoon <= set(toon_ranglijst(agenda).als(vorm, 160)) | set('"\\')
    for beoordeeld in agenda.alle:
        assert toon_uitleg(agenda, beoordeeld.code).als(vorm, 160)


def test_elk_soort_teken_in_wie_het_besloot_komt_in_mdto() -> None:
    agenda, tekens = _agenda(PROEF)
    door = "".join(sorted(tekens))

    besluit = Besluit(door, date(2027, 1, 1))
    inhoud = mdto_informatieobject(agenda.ranglijst, besluit, Archief(), [])

    assert tekens - set(_uit_xml(inhoud)) == set()


@pytest.mark.traag
def test_elk_teken_komt_door_elke_vorm_van_het_stuk() -> None:
    for begin in range(0, len(ALLE), 100_000):
        _toont_alles(ALLE[begin : begin + 100_000], LEES.keys() - {"csv"})  # only holds titles
