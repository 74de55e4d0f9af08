"""The motivations on paper: whole blocks, one page wide, and no fact of the JSON lost."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import maak_onderwerp, ranglijst_uit, ranglijst_van
from bouwers_oordelen import oordelen_van, stemmen
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from stukken import (
    VOORBEELD,
    afgeweken,
    als_json,
    blad,
    kaal,
    nare_agenda,
    voorbeeld,
    werkboek,
)

from agenda.stuk.vormen.excel.drukblad import kolompixels, vouw
from agenda.stuk.vormen.excel.werkblad import Drukblad, Drukblok, bladkolommen
from agenda.stuk.vormen.excel.werkboek import maak_werkboek
from agenda.uitleg.jaaragenda import Jaaragenda

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

pytestmark = pytest.mark.traag

DONKER = "FF154273"
"""The colour behind the heading of a block."""
BLADBREEDTE, BLADHOOGTE = 841.89, 595.28
"""A4 on its side, in points."""
LANG = "Een lange toelichting over samenwerking in de regio. " * 160


@cache
def zonder_rang() -> Jaaragenda:
    """The agenda of a region that does not rank its topics."""
    return Jaaragenda(ranglijst_uit(VOORBEELD.parent / "arnhem-2014"))


@cache
def met_oordelen() -> Jaaragenda:
    """Topics of which municipalities speak, and one with far too much text for a page."""
    rijen = [*stemmen("brug", "veiligheid", "jjjjjjjjjnnn?"), *stemmen("brug", "wal-en-schip", "j")]
    topics = (
        maak_onderwerp("brug", criteria={}, toelichting=LANG),
        maak_onderwerp("dijk", criteria={}, titel="W" * 300),
    )
    return Jaaragenda(ranglijst_van(*topics, oordelen=oordelen_van(rijen)))


ELK = pytest.mark.parametrize(
    "maak", [voorbeeld, afgeweken, nare_agenda, zonder_rang, met_oordelen]
)


@cache
def werkblad(maak: Any) -> Worksheet:
    return werkboek(maak)["Motivering"]


@cache
def blokken(maak: Any) -> list[tuple[int, int]]:
    """The first and the last row of every block."""
    vel = werkblad(maak)
    begin = [r for r in range(2, vel.max_row + 1) if vel.cell(r, 1).fill.fgColor.rgb == DONKER]
    eind = [r - 2 for r in begin[1:]]  # a white line is between two blocks
    return [*zip(begin, [*eind, vel.max_row], strict=True)]


def tekst(maak: Any, rijen: tuple[int, int]) -> str:
    """What stands in these rows."""
    vel = werkblad(maak)
    cellen = vel.iter_rows(*rijen, values_only=True)
    return "\n".join(str(cel) for rij in cellen for cel in rij if cel is not None)


def hoogte(maak: Any, van: int, tot: int) -> float:
    return sum(float(werkblad(maak).row_dimensions[r].height) for r in range(van, tot + 1))


@ELK
def test_elk_onderwerp_heeft_een_blok_met_plaats_en_titel_in_de_volgorde_van_de_agenda(maak):
    koppen = [werkblad(maak).cell(begin, 1).value for begin, _ in blokken(maak)]
    assert len(koppen) == len(maak().alle)
    plaats = {v.code: v.plaats for v in maak().volgorde}
    for kop, beoordeeld in zip(koppen, maak().alle, strict=True):
        assert kop.endswith(beoordeeld.titel)
        if plaats.get(beoordeeld.code):
            assert kop.startswith(f"Plaats {plaats[beoordeeld.code]}")


@ELK
def test_een_blok_dat_op_een_bladzijde_past_wordt_niet_gebroken(maak):
    vel = werkblad(maak)
    einden = [deel.id for deel in vel.row_breaks.brk]
    vrij = (BLADHOOGTE - 72 * (vel.page_margins.top + vel.page_margins.bottom)) * 100
    bladzijde = vrij / vel.page_setup.scale - vel.row_dimensions[1].height
    for van, tot in blokken(maak):
        if hoogte(maak, van, tot) < 0.97 * bladzijde:
            assert not any(van <= eind < tot for eind in einden), vel.cell(van, 1).value
    for na, tot in zip([1, *einden], [*einden, vel.max_row], strict=True):
        assert hoogte(maak, na + 1, tot) <= bladzijde, na


@ELK
def test_de_kolommen_passen_op_een_liggende_a4_zonder_verkleinen(maak):
    vel = werkblad(maak)
    # XlsxWriter stores the width of a column with its margin; the program asked for whole letters.
    breed = sum(
        kolompixels(int(vel.column_dimensions[k].width))
        for k in "ABCDEF"
        if k in vel.column_dimensions
    )
    kanten = 72 * (vel.page_margins.left + vel.page_margins.right)
    # LibreOffice makes the columns 6% wider than Excel.
    assert 1.06 * breed * 0.75 * vel.page_setup.scale / 100 <= BLADBREEDTE - kanten
    assert vel.page_setup.scale == 88
    assert (vel.page_setup.orientation, vel.page_setup.paperSize) == ("landscape", 9)
    # Excel leaves out every page break of a sheet that it must make fit.
    assert not (vel.sheet_properties.pageSetUpPr and vel.sheet_properties.pageSetUpPr.fitToPage)
    assert vel.print_title_rows == "$1:$1"
    assert vel.oddFooter.right.text == "Bladzijde &P van &N"


def test_te_brede_kolommen_worden_kleiner_gedrukt_en_niet_afgesneden():
    breed = Drukblad("Breed", bladkolommen(*[("Kop", 60)] * 5), (Drukblok("Een", ()),))
    boek = load_workbook(io.BytesIO(maak_werkboek("Proef", date(2027, 1, 1), [breed])))

    assert 5 * kolompixels(60) * 0.75 * boek["Breed"].page_setup.scale / 100 < BLADBREEDTE - 50
    assert boek["Breed"].page_setup.scale < 60


def test_tekst_die_in_geen_rij_past_gaat_eronder_verder_en_is_heel():
    rijen = werkblad(met_oordelen).iter_rows(*blokken(met_oordelen)[0], values_only=True)
    kolom = [rij[1] for rij in rijen if rij[0] in ("Toelichting", "")]
    assert len(kolom) > 1
    assert "".join(kolom) == met_oordelen().uitleg("brug").onderwerp.toelichting


@given(st.text(max_size=400), st.integers(20, 400))
def test_gevouwen_regels_zijn_samen_de_tekst(zin, ruimte):
    plekken = vouw(zin, ruimte, 11)
    assert plekken
    assert plekken[0][0] == 0
    assert plekken[-1][1] == len(zin)
    for (_, eind), (begin, _) in pairwise(plekken):
        assert zin[eind:begin] in ("", "\n")


TALEN = {
    *("schema", "profiel", "thema", "regel", "criterium", "veld", "doel", "soort", "gremium"),
    *("onbekend", "nog_te_bepalen", "gremia", "beslist_niet", "weg", "uitkomst", "staat"),
}
"""Keys that hold the word of a program for what stands in the workbook by its name."""
ELDERS = {
    *("verwacht", "gevraagd"),  # of a rule: its sentence says so
    "zinnen",  # of a route: its steps stand in the matrix, and what each body does beside it
    "deelt_met",  # the topics on the same place of the list
}
EENMAAL = {
    *("zin", "bron", "lezing", "bron_regel", "lezing_regel", "geldig_van", "geldig_tot"),
    *("toegelaten", "onbeslist", "niet_toegelaten"),  # the topics of a proposal
}
"""Keys of what is the same for many topics, and stands in the workbook once."""


def bladeren(waarde: Any, sleutel: str = "") -> Iterator[tuple[str, str]]:
    """Every text in JSON that a reader must find, with its key."""
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from bladeren(deel, naam)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from bladeren(deel, sleutel)
    elif isinstance(waarde, str) and waarde and sleutel not in TALEN | ELDERS:
        yield sleutel, waarde


def gelijk(zin: str) -> str:
    """A text without what a sentence of its own adds: a capital, a full stop."""
    return kaal(zin).casefold().rstrip(".")


@cache
def alles(maak: Any) -> str:
    boek = werkboek(maak)
    cellen = (c for vel in boek for rij in vel.iter_rows(values_only=True) for c in rij)
    return gelijk("\n".join(str(cel) for cel in cellen if cel is not None))


@pytest.mark.parametrize("maak", [voorbeeld, nare_agenda])
def test_elk_feit_uit_de_json_staat_in_het_werkboek_bij_zijn_onderwerp(maak):
    rijen = {rij["Code"]: rij for rij in blad(maak, "Gegevens")}
    verwacht = als_json(maak)
    mist, gezien = [], 0
    for uitleg, plek in zip(verwacht["uitleg"], blokken(maak), strict=True):
        bij = gelijk(tekst(maak, plek) + "\n".join(map(str, rijen[uitleg["code"]].values())))
        for sleutel, zin in bladeren(uitleg):
            gezien += 1
            if gelijk(zin) not in (alles(maak) if sleutel in EENMAAL else bij):
                mist.append((uitleg["code"], sleutel, zin))
    rest = {deel: verwacht[deel] for deel in ("onbeslist", "niet_toegelaten", "routes", "herkomst")}
    mist += [("", *feit) for feit in bladeren(rest) if gelijk(feit[1]) not in alles(maak)]
    assert mist == []
    assert gezien > 400


@pytest.mark.parametrize("maak", [voorbeeld, zonder_rang])
def test_de_route_staat_per_onderwerp_op_een_eigen_blad(maak):
    boek = werkboek(maak)
    _, koppen, *rijen = boek["Route"].iter_rows(values_only=True)
    per_code = {rij[koppen.index("Code")]: dict(zip(koppen, rij, strict=True)) for rij in rijen}
    verwacht = als_json(maak)
    gewoon = maak().ranglijst.profiel.wegen[0].code
    for uitleg in verwacht["uitleg"]:
        stappen = verwacht["routes"][uitleg["route"]]["stappen"]
        langs = {s["naam"]: s["uitkomst"] for s in stappen if s["weg"] == gewoon}
        rij = per_code[uitleg["code"]]
        for gremium in maak().ranglijst.profiel.gremia:
            cel = rij.get(gremium.naam)
            assert bool(cel) is (gremium.naam in langs), (uitleg["code"], gremium.naam)
            if cel:
                assert cel.endswith("?") is (langs[gremium.naam] == "onbekend")


def test_wie_doet_wat_noemt_elk_overleg_met_zijn_bron():
    rijen = blad(voorbeeld, "Wie doet wat")
    profiel = voorbeeld().ranglijst.profiel
    assert {rij["Wie"] for rij in rijen} == {gremium.naam for gremium in profiel.gremia}
    for rij in rijen:
        assert rij["Bron"]
        assert rij["Wat zij doen"]
