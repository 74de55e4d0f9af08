"""The whole document stays short, leaves no page nearly empty, and keeps its codes for the end."""

from __future__ import annotations

import io
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bouwers_agenda import ranglijst_uit
from stukken import (
    ALS_IN_WORD,
    afgeweken,
    als_in_word,
    bladzijden,
    groot,
    in_vorm,
    kaal,
    voorbeeld,
)

from agenda.rangorde.besluit import Afwijking, Besluit
from agenda.stuk.blokken import Alinea, Gegevens, Lijst, tabel_van
from agenda.stuk.opstellen import stel_stuk_op
from agenda.uitleg.jaaragenda import Jaaragenda

pytestmark = pytest.mark.traag

TESTS = Path(__file__).parents[2]
REGELS_KOP_EN_VOET = 2
"""Every page has a title above and its number below."""


@cache
def groot_afgeweken() -> Jaaragenda:
    """The agenda of 42 topics, adopted with two of them on another place."""
    lijst = groot().ranglijst
    afwijkingen = (
        Afwijking(lijst.toegelaten[20].code, 1, "De raden willen hier dit jaar mee beginnen."),
        Afwijking(lijst.toegelaten[0].code, 21, "Eerst moet het verdeelmodel er zijn."),
    )
    return Jaaragenda(lijst, Besluit("de colleges", date(2022, 2, 1), afwijkingen))


@cache
def regio(naam: str) -> Jaaragenda:
    return Jaaragenda(ranglijst_uit(TESTS.parent / "voorbeelden" / naam))


def arnhem() -> Jaaragenda:
    return regio("arnhem-2014")


def centraal() -> Jaaragenda:
    return regio("centraal-gelderland-2022")


@cache
def oordelen() -> Jaaragenda:
    return Jaaragenda(ranglijst_uit(TESTS / "cli" / "dossier-oordelen"))


ALLE = [voorbeeld, afgeweken, groot, groot_afgeweken, arnhem, centraal, oordelen]


def test_het_stuk_van_42_onderwerpen_is_hoogstens_24_bladzijden() -> None:
    assert len(bladzijden(in_vorm(groot, "pdf"))) <= 24


@pytest.mark.parametrize("maak", ALLE)
def test_geen_bladzijde_heeft_minder_dan_vier_regels(maak: Any) -> None:
    for nummer, regels in enumerate(bladzijden(in_vorm(maak, "pdf")), start=1):
        assert len(regels) - REGELS_KOP_EN_VOET >= 4, nummer


@pytest.mark.traag
@ALS_IN_WORD
@pytest.mark.parametrize("maak", [voorbeeld, groot, arnhem, centraal, oordelen])
def test_de_inhoudsopgave_in_word_noemt_de_bladzijden_van_libreoffice(
    maak: Any, tmp_path: Path
) -> None:
    from docx import Document

    docx = in_vorm(maak, "docx")
    alineas = Document(io.BytesIO(docx)).paragraphs
    inhoud = dict(p.text.split("\t") for p in alineas if p.style.name == "toc 1")
    gezet = bladzijden(als_in_word(docx, tmp_path))
    waar = {
        titel: next(n for n, regels in enumerate(gezet, 1) if kaal(titel) in map(kaal, regels[1:]))
        for titel in [p.text for p in alineas if p.style.name == "Heading 1"]
    }
    # The table of contents names each title too, before its number.
    assert {titel: int(bladzijde) for titel, bladzijde in inhoud.items()} == waar
    if maak is groot:
        assert len(gezet) <= 26


@pytest.mark.parametrize("maak", ALLE[:-1])
def test_codes_staan_alleen_in_de_laatste_tabel(maak: Any) -> None:
    agenda = maak()
    eigen = {lid.onderwerp.toelichting for lid in agenda.alle}
    # A code that is one word, such as «inkoopprogramma», is a word of Dutch too.
    codes = [lid.code for lid in agenda.alle if "-" in lid.code]
    patroon = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, codes))})(?![\w-])")
    gezien = []
    for _, deel in stel_stuk_op(agenda).alle():
        teksten: list[object] = []
        for blok in deel.blokken:
            if isinstance(blok, Alinea):
                teksten.append(blok.zinnen)
            elif isinstance(blok, Lijst):
                teksten += blok.punten
            elif isinstance(blok, Gegevens):
                teksten += [cel for rij in blok.rijen for cel in rij]
            elif tabel := tabel_van(blok):
                teksten += [cel for rij in tabel.rijen for cel in rij] + [*tabel.noten]
        gezien += [deel.code for t in teksten if str(t) not in eigen and patroon.search(str(t))]
    assert {*gezien} <= {"codes"}
    assert len(gezien) == len(codes)


@pytest.mark.parametrize("maak", [afgeweken, groot_afgeweken])
def test_overal_waar_een_verplaatst_onderwerp_zijn_plaats_heeft_staat_dat_die_anders_is(
    maak: Any,
) -> None:
    agenda = maak()
    tekst = in_vorm(maak, "md").decode()
    for v in agenda.volgorde:
        if v.afwijking:
            genoemd = re.findall(rf"‘{re.escape(v.titel)}’ \(plaats \d+([^)]*)\)", tekst)
            assert all("anders, berekend: plaats" in slot for slot in genoemd)
            assert f"berekend is plaats {v.berekend.plaats}" in tekst
