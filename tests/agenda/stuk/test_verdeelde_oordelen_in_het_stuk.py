"""Every document shows where municipalities differ: how many, who, why, and the exact sum."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import maak_onderwerp, ranglijst_van
from bouwers_oordelen import gemeenten, oordeel, oordelen_van, stemmen
from openpyxl import load_workbook

from agenda.stuk.opstellen import stel_stuk_op
from agenda.stuk.vormen.excel.werkboek import werkboek
from agenda.stuk.vormen.md import stuk_md
from agenda.stuk.vormen.pagina.pagina import maak_pagina
from agenda.stuk.weging import blokjes, weging
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.oordelen import MAX_REDENEN, MAX_TEKENS

if TYPE_CHECKING:
    from agenda.stuk.blokken import Blokje
    from agenda.uitleg.uitleg import Criterium

RIJEN = [
    *stemmen("brug", "veiligheid", "jjjjjjjjjnnn?"),
    *stemmen("brug", "wal-en-schip", "j" * 13),
]


@cache
def agenda() -> Jaaragenda:
    eigen = {"wetswijziging": {"waarde": "ja", "onderbouwing": "De wet verandert."}}
    topics = [maak_onderwerp("brug", criteria={}), maak_onderwerp("dijk", criteria=eigen)]
    return Jaaragenda(ranglijst_van(*topics, oordelen=oordelen_van(RIJEN)))


def namen(codes: tuple[str, ...]) -> str:
    profiel = agenda().ranglijst.profiel
    return ", ".join(profiel.lid[code].naam for code in codes)


@pytest.mark.parametrize("vorm", ["md", "pagina"])
def test_het_stuk_noemt_wie_ja_en_wie_nee_zegt_en_telt_precies_op(vorm: str) -> None:
    stuk = stel_stuk_op(agenda())
    tekst = stuk_md(stuk) if vorm == "md" else maak_pagina(agenda(), stuk)

    assert f"Ja (9): {namen(gemeenten()[:9])}." in tekst
    assert f"Nee (3): {namen(gemeenten()[9:12])}." in tekst
    assert "0 + 1 + 9/13 + 0 + 0 = 22/13, afgerond 1,69." in tekst
    assert "Veiligheid: verdeeld: 9 ja, 3 nee, 1 onbekend." in tekst
    assert "(9 van 13)’: van de 13 gemeenten" in tekst
    assert "De wet verandert." in tekst


def test_een_onderwerp_zonder_oordelen_heeft_een_antwoord_van_de_werkgroep() -> None:
    wet, onbekend = weging(agenda().uitleg("dijk"), agenda().ranglijst.profiel)

    assert (wet.aanhef, wet.tekst, wet.merk) == ("Wetswijziging: ja.", "De wet verandert.", "ja")
    assert (onbekend.aanhef, onbekend.merk) == ("Onbekend:", "onbekend")


def test_een_blokje_is_gevuld_voor_het_deel_dat_ja_zegt() -> None:
    delen = {c.regel.code: b for c, b in _blokjes("brug")}

    assert (delen["veiligheid"].merk, delen["veiligheid"].deel) == ("verdeeld", 9 / 13)
    assert (delen["wal-en-schip"].merk, delen["wal-en-schip"].deel) == ("ja", 1)


def _blokjes(code: str) -> zip[tuple[Criterium, Blokje]]:
    uitleg = agenda().uitleg(code)
    return zip(uitleg.criteria, blokjes(uitleg), strict=True)


def test_van_de_redenen_staan_er_enkele_in_het_kort_en_hoeveel_er_nog_zijn() -> None:
    rijen = [
        oordeel("brug", wie, "veiligheid", "ja", onderbouwing=f"Reden {nummer}: {'lang ' * 500}")
        for nummer, wie in enumerate(gemeenten())
    ]
    topic = maak_onderwerp("brug", criteria={})
    vol = Jaaragenda(ranglijst_van(topic, oordelen=oordelen_van(rijen)))

    alineas = weging(vol.uitleg("brug"), vol.ranglijst.profiel)
    tekst = next(a.tekst for a in alineas if a.aanhef.startswith("Veiligheid"))

    assert tekst.startswith("Ja (13): ")
    assert tekst.count("Reden ") == MAX_REDENEN
    assert len(tekst) < (MAX_REDENEN + 2) * MAX_TEKENS
    assert tekst.endswith("En nog 10; zie het blad Oordelen in Excel.")


def test_het_werkboek_rekent_met_getallen_en_heeft_elk_oordeel_op_een_rij() -> None:
    boek = load_workbook(io.BytesIO(werkboek(agenda())))

    kop, brug, dijk = boek["Ranglijst"].iter_rows(values_only=True)
    rij = dict(zip(kop, brug, strict=True))
    assert (rij["Score"], rij["Hoogste score"]) == (1.69, 4.77)
    assert rij["Score precies"] == "1,69 tot 4,77 (22/13 tot 62/13)"
    assert rij["Veiligheid"] == "verdeeld: 9 ja, 3 nee, 1 onbekend"
    assert dict(zip(kop, dijk, strict=True))["Score"] == 1
    kop, brug, _ = boek["Gegevens"].iter_rows(values_only=True)
    rij = dict(zip(kop, brug, strict=True))
    assert rij["Punten Veiligheid"] == 0.69
    assert f"nee (3): {namen(gemeenten()[9:12])}" in rij["Onderbouwing Veiligheid"]
    oordelen = list(boek["Oordelen"].iter_rows(values_only=True))
    assert len(oordelen) == 1 + len(RIJEN)
    assert oordelen[1][:5] == ("brug", "Titel van brug", *oordelen[1][2:4], "ja")


def test_zonder_oordelen_is_het_werkboek_zoals_het_was() -> None:
    boek = load_workbook(io.BytesIO(werkboek(Jaaragenda(ranglijst_van(maak_onderwerp("brug"))))))

    assert "Oordelen" not in boek.sheetnames
    assert "Score precies" not in {cel.value for cel in boek["Ranglijst"][1]}
