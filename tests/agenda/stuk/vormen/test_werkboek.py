"""The workbook: sheets, filters, numbers as numbers, and text that stays text."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import pytest
import xlsxwriter
from openpyxl import load_workbook
from stukken import (
    NARE_TITELS,
    VREEMDE_TITELS,
    afgeweken,
    blad,
    in_vorm,
    nare_agenda,
    voorbeeld,
    werkboek,
)

from agenda.stuk.vormen.excel.cellen import MAX_CEL, schrijf_tekst


def terug(tekst: str) -> str:
    """A text written in a cell and read back."""
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as nieuw:
        schrijf_tekst(nieuw.add_worksheet(), 0, 0, tekst, nieuw.add_format())
    return load_workbook(uit).active["A1"].value


def test_elke_lijst_heeft_een_blad():
    overleg = ["Vergaderingen", "Over de vergaderingen"]
    onderwerpen = ["Motivering", "Route", "Wie doet wat", "Gegevens", "Dekking"]
    namen = ["Ranglijst", "Onbeslist", "Niet toegelaten", *overleg, *onderwerpen]
    assert werkboek(voorbeeld).sheetnames == [*namen, "Herkomst"]
    assert werkboek(afgeweken).sheetnames == [*namen, "Afwijkingen", "Herkomst"]


def test_elk_blad_heeft_een_filter_een_vaste_koprij_en_past_op_de_breedte():
    for werkblad in werkboek(voorbeeld):
        if werkblad.title == "Motivering":  # no list: its blocks are there to print
            continue
        kop = 2 if werkblad.title == "Route" else 1  # there an explanation stands above it
        assert werkblad.freeze_panes.endswith(str(kop + 1))
        assert werkblad.auto_filter.ref.partition(":")[0] == f"A{kop}"
        assert werkblad.auto_filter.ref.partition(":")[2] == werkblad.dimensions.partition(":")[2]
        assert werkblad.print_title_rows == f"${kop}:${kop}"
        assert werkblad.page_setup.orientation == "landscape"
        assert werkblad.sheet_properties.pageSetUpPr.fitToPage
        # One page is what it is when nothing is said; only what one filters is wider.
        breed = werkblad.page_setup.fitToWidth or 1
        assert (breed > 1) is (werkblad.title == "Gegevens")
        assert werkblad.page_setup.fitToHeight == 0


def test_getallen_zijn_getallen():
    for rij in blad(voorbeeld, "Gegevens"):
        geplaatst = rij["Status"] == "toegelaten"
        for kop in ("Plaats", "Beste plaats", "Slechtste plaats", "Gemiddelde plaats"):
            assert isinstance(rij[kop], int | float) is geplaatst, (rij["Code"], kop)
        assert isinstance(rij["Score"], int)


def test_afwijkingen_staan_er_met_beide_plaatsen_en_de_reden():
    rijen = blad(afgeweken, "Afwijkingen")
    besluit = afgeweken().besluit
    assert besluit is not None
    assert {(r["Code"], r["Vastgestelde plaats"], r["Reden"]) for r in rijen} == {
        (a.code, a.plaats, a.reden) for a in besluit.afwijkingen
    }


def test_geen_cel_is_een_formule_of_een_link():
    for werkblad in werkboek(nare_agenda):
        assert not werkblad._hyperlinks
        for rij in werkblad.iter_rows():
            assert {cel.data_type for cel in rij} <= {"s", "n"}


@pytest.mark.parametrize("tekst", [*NARE_TITELS, *VREEMDE_TITELS, "<r>", "</r>", "<r></r>"])
def test_tekst_blijft_tekst(tekst):
    assert terug(tekst) == tekst


def test_xml_van_de_gebruiker_komt_niet_als_xml_in_het_werkboek():
    with zipfile.ZipFile(io.BytesIO(in_vorm(nare_agenda, "xlsx"))) as zip_:
        teksten = zip_.read("xl/sharedStrings.xml").decode()
    assert "<r>x</r>" not in teksten
    assert "<r><t>x</t></r>" not in teksten


@pytest.mark.parametrize("teken", ["a", "🚀"])
def test_een_tekst_die_niet_in_een_cel_past_zegt_dat_hij_verdergaat(teken):
    past = teken * (2 * MAX_CEL // len(teken.encode("utf-16-le")))
    assert terug(past) == past
    te_lang = terug(past + "xx")
    assert te_lang.startswith(teken * 1000)
    assert te_lang.endswith("… (past niet in één cel; de hele tekst staat in de andere vormen)")
    assert len(te_lang.encode("utf-16-le")) <= 2 * MAX_CEL


def test_de_eigenschappen_noemen_de_peildatum_en_niet_vandaag():
    eigenschappen = werkboek(voorbeeld).properties
    assert eigenschappen.title == "Strategische agenda 2022, Nijmegen en Rivierenland"
    momenten = {eigenschappen.created, eigenschappen.modified}
    assert {moment.replace(tzinfo=None) for moment in momenten} == {datetime(2022, 1, 1)}  # noqa: DTZ001 - as openpyxl gives it
