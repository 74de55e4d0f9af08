"""What is wrong stands beside its cell, and the marked copy comes back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from bouwers_werkplek import VOORBEELD, ga, rust, sleep, tekst
from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag
GEMEEN = "<img src=x onerror=alert(1)> =cmd|' /C calc'!A0 " + "lang " * 20


@pytest.fixture
def fout(tmp_path: Path) -> Path:
    """The example with a theme that is none, and text that some program would run."""
    map_ = shutil.copytree(VOORBEELD, tmp_path / "2022")
    werkmap = load_workbook(map_ / "onderwerpen.xlsx")
    blad = werkmap["Onderwerpen"]
    kop = next(rij for rij in range(1, 9) if blad.cell(rij, 1).value == "Code")
    kolom = [cel.value for cel in blad[kop]].index("Thema") + 1
    blad.cell(kop + 2, kolom).value = "woonen"
    blad.cell(kop + 3, kolom).value = GEMEEN
    werkmap.save(map_ / "onderwerpen.xlsx")
    return map_


def test_elke_fout_staat_bij_haar_cel(open_werkplek: Callable[..., Page], fout: Path) -> None:
    pagina = open_werkplek()

    sleep(pagina, fout)
    tabel = pagina.locator("table.bevindingen")
    tabel.wait_for()

    assert pagina.locator("#teller").inner_text() == "2 fouten"
    rijen = [rij.split("\t") for rij in tabel.locator("tbody tr").all_inner_texts()]
    assert [rij[0].splitlines()[1] for rij in rijen] == ["Onderwerpen, onderwerpen.xlsx"] * 2
    assert "bedoelde u «wonen»" in rijen[0][4]
    assert "<img src=x onerror=alert(1)>" in rijen[1][2]
    assert pagina.locator("#inhoud img").count() == 0


def test_de_gemarkeerde_kopie_is_een_werkmap_met_bevindingen(
    open_werkplek: Callable[..., Page], fout: Path
) -> None:
    pagina = open_werkplek()
    sleep(pagina, fout)

    with pagina.expect_download() as gekregen:
        pagina.get_by_role("button", name="Bewaar de gemarkeerde kopie (Excel)").click()

    with gekregen.value.path().open("rb") as bestand:
        assert load_workbook(bestand).sheetnames[0] == "Bevindingen"
    assert pagina.locator("#bewaard").inner_text() == ""


def test_zonder_goede_invoer_zegt_elk_deel_waarom(
    open_werkplek: Callable[..., Page], fout: Path
) -> None:
    pagina = open_werkplek()
    sleep(pagina, fout)
    pagina.locator("table.bevindingen").wait_for()

    for naam in ("Lijst", "Waarom", "Zekerheid", "Vragen", "Besluit"):
        ga(pagina, naam)
        rust(pagina)
        assert "In de invoer staat iets dat niet klopt." in tekst(pagina)
        assert "woonen" in tekst(pagina)
