"""Files that were made to do harm, or that nobody meant: a sentence each, and the page lives on."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from bouwers_eind import VOORBEELD, dossier, laat_vallen, ranglijst
from bouwers_werkplek import ga, open_voorbeeld, rust, sleep, tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag

WERKMAP = (VOORBEELD / "onderwerpen.xlsx").read_bytes()
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)
GEMENE_NAAM = "<img src=x onerror=top.geraakt=1>.xlsx"
MEGABYTE = bytes(1_000_000)


def zip_met(delen: Iterable[tuple[str, bytes]]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen:
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def bom(naam: str, megabytes: int) -> bytes:
    """A file that is a thousand times as large once it is unpacked."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WERKMAP)) as goed:
        delen = {deel: goed.read(deel) for deel in goed.namelist()}
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for deel, inhoud in delen.items():
            if deel != naam:
                zip_.writestr(deel, inhoud)
        with zip_.open(naam, "w", force_zip64=True) as doel:
            for _ in range(megabytes):
                doel.write(MEGABYTE)
    return uit.getvalue()


def in_plaats_van_de_lijst(pagina: Page, inhoud: bytes) -> None:
    laat_vallen(pagina, {"onderwerpen.xlsx": inhoud})
    pagina.get_by_text(f"In {VOORBEELD.name} gezet: onderwerpen.xlsx.").first.wait_for()
    rust(pagina)


def test_een_werkmap_die_geen_is_geeft_een_bevinding_en_een_goede_maakt_het_goed(
    open_eind: Callable[..., Page],
) -> None:
    pagina = open_eind()
    open_voorbeeld(pagina)
    eerst = ranglijst(pagina)
    gemeen = {
        "leeg": b"",
        "plaatje": PNG,
        "afgebroken": WERKMAP[: len(WERKMAP) // 2],
        "bom": bom("xl/worksheets/sheet1.xml", 400),
    }

    gezegd = {}
    for naam, inhoud in gemeen.items():
        in_plaats_van_de_lijst(pagina, inhoud)
        rij = pagina.locator("table.bevindingen tbody tr").first
        gezegd[naam] = (pagina.locator("#teller").inner_text(), rij.inner_text())
        in_plaats_van_de_lijst(pagina, WERKMAP)
        assert pagina.locator("#teller").inner_text() == "geen", naam

    assert [teller for teller, _ in gezegd.values()] == ["1 fout"] * len(gemeen)
    for naam, (_, zin) in gezegd.items():
        assert "onderwerpen.xlsx" in zin, naam
        assert "Er ging iets mis" not in zin, naam
    assert "groot" in gezegd["bom"][1]
    assert ranglijst(pagina) == eerst


ZIPS = {
    "met een pad naar boven": (
        [("2022/dossier.yaml", b"jaar: 2022\n"), ("2022/../../weg.yaml", b"x")],
        "een naam die niet kan",
    ),
    "met een vast pad": ([("/etc/dossier.yaml", b"jaar: 2022\n")], "een naam die niet kan"),
    "met vijfduizend bestanden": (
        [(f"2022/{n}.yaml", b"") for n in range(5000)],
        "meer dan 2000 bestanden",
    ),
    "zonder iets": ([], "geen enkel bestand"),
}


def test_een_gemeen_zipbestand_krijgt_een_zin_en_een_goed_gaat_daarna_open(
    open_eind: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_eind()
    verteld = pagina.locator("#verteld")

    for naam, (delen, zin) in ZIPS.items():
        laat_vallen(pagina, {f"{naam}.zip": zip_met(delen)})
        verteld.get_by_text(zin).wait_for()
        assert dossier(pagina) == "", naam
    laat_vallen(pagina, {"bom.zip": bom("2022/bom.yaml", 400)})
    verteld.get_by_text("Uitgepakt is dit zip-bestand groter dan 200 MB.").wait_for()
    laat_vallen(pagina, {"los.zip": b"dit is geen zip"})
    verteld.get_by_text("Dit zip-bestand is niet te lezen.").wait_for()
    with (tmp_path / "groot.xlsx").open("wb") as doel:
        doel.truncate(60_000_000)
    sleep(pagina, tmp_path / "groot.xlsx")
    verteld.get_by_text("«groot.xlsx» is te groot: 60 MB.").wait_for()
    assert dossier(pagina) == ""

    goed = [(f"2022/{pad.name}", pad.read_bytes()) for pad in VOORBEELD.iterdir()]
    laat_vallen(pagina, {"2022.zip": zip_met(goed)})
    pagina.get_by_role("link", name="Bekijk de lijst").wait_for()
    assert len(ranglijst(pagina)) > 20


def test_een_naam_met_opmaak_blijft_overal_tekst(open_eind: Callable[..., Page]) -> None:
    pagina = open_eind()

    laat_vallen(pagina, {GEMENE_NAAM: WERKMAP})
    pagina.locator("#venster").get_by_text(f"«{GEMENE_NAAM}»").wait_for()
    pagina.get_by_role("spinbutton", name="Voor welk jaar?").fill("2027")
    pagina.get_by_role("button", name="Maak een dossier").click()
    pagina.get_by_role("link", name="Bekijk de lijst").wait_for()
    laat_vallen(pagina, {"<b onclick=top.geraakt=2>.exe": b"MZ"})
    pagina.locator("#verteld").get_by_text("<b onclick=top.geraakt=2>.exe").wait_for()
    gemeen = [("<img src=x onerror=top.geraakt=3>/dossier.yaml", b"jaar: 2028\n")]
    laat_vallen(pagina, {"map.zip": zip_met(gemeen)})
    pagina.locator("#kies-dossier option").nth(1).wait_for(state="attached")
    rust(pagina)
    for naam in ("Openen", "Bevindingen", "Vergelijk", "Opdracht", "Documenten"):
        ga(pagina, naam)
        assert "Er ging iets mis" not in tekst(pagina), naam

    assert pagina.locator("img, #inhoud b, [onerror], [onclick]").count() == 0
    assert pagina.evaluate("() => window.geraakt ?? null") is None
