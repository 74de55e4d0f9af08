"""A year of work in one file: answer, save, compare, put together, adopt, follow; and no mouse."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_eind import (
    VOORBEELD,
    bewaar,
    dossier,
    kader,
    native,
    opdracht,
    ranglijst,
    zonder_evaluatoren,
)
from bouwers_pagina import keur
from bouwers_samenvoegen import GEMEENTEN
from bouwers_werkplek import (
    ga,
    geef,
    open_met_toetsen,
    open_voorbeeld,
    rust,
    sleep,
    tab_naar,
    tekst,
)
from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Dialog, Page

pytestmark = pytest.mark.traag
ZIP = "Bewaar dossier (zip)"


def beantwoord(pagina: Page) -> None:
    ga(pagina, "Vragen")
    pagina.locator(".kant").first.click()
    pagina.get_by_text("U gaf ").wait_for()
    rust(pagina)


def luister(pagina: Page) -> list[str]:
    """What the browser asks from now on; each time the user goes on."""
    gevraagd: list[str] = []

    def hoor(venster: Dialog) -> None:
        gevraagd.append(venster.type)
        venster.accept()

    pagina.on("dialog", hoor)
    return gevraagd


def test_een_bewaard_dossier_is_twee_keer_gelijk_en_geeft_dezelfde_lijst(
    open_eind: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_eind()
    gevraagd = luister(pagina)
    open_voorbeeld(pagina)
    beantwoord(pagina)
    eerst = ranglijst(pagina)

    assert pagina.locator("#bewaard").inner_text() == "Niet bewaard"
    bewaar(pagina, ZIP).save_as(tmp_path / "een.zip")
    bewaar(pagina, ZIP).save_as(tmp_path / "twee.zip")
    assert pagina.locator("#bewaard").inner_text() == ""
    pagina.reload()
    assert gevraagd == []
    assert dossier(pagina) == ""

    geef(pagina, tmp_path / "een.zip")
    pagina.get_by_role("link", name="Bekijk de lijst").wait_for()
    assert ranglijst(pagina) == eerst
    ga(pagina, "Vragen")
    assert "U gaf 1 antwoord" in tekst(pagina)
    bewaar(pagina, ZIP).save_as(tmp_path / "drie.zip")
    een = (tmp_path / "een.zip").read_bytes()
    assert [(tmp_path / f"{naam}.zip").read_bytes() for naam in ("twee", "drie")] == [een, een]

    shutil.unpack_archive(tmp_path / "een.zip", tmp_path / "uit")
    map_ = tmp_path / "uit" / VOORBEELD.name
    assert (map_ / "onderwerpen.xlsx").read_bytes() == (VOORBEELD / "onderwerpen.xlsx").read_bytes()
    assert native("controleer", map_).returncode == 0


def test_wie_niet_bewaarde_hoort_dat_en_na_opnieuw_laden_is_alles_weg(
    open_eind: Callable[..., Page],
) -> None:
    pagina = open_eind()
    gevraagd = luister(pagina)
    open_voorbeeld(pagina)
    beantwoord(pagina)

    pagina.reload()

    assert gevraagd == ["beforeunload"]
    assert dossier(pagina) == ""
    ga(pagina, "Lijst")
    assert "Er is nog niets open." in tekst(pagina)
    weg = "() => [localStorage.length, sessionStorage.length, document.cookie]"
    assert pagina.evaluate(weg) == [0, 0, ""]
    assert pagina.evaluate("async () => (await indexedDB.databases()).length") == 0


def test_twee_dossiers_een_besluit_en_de_voortgang_daarvan(
    open_eind: Callable[..., Page], tmp_path: Path
) -> None:
    shutil.copytree(VOORBEELD, tmp_path / VOORBEELD.name)
    anders = shutil.copytree(VOORBEELD, tmp_path / "anders")
    with (anders / "dossier.yaml").open("a", encoding="utf-8") as doel:
        doel.write("capaciteit: 1.5\ngewichten: {veiligheid: 9}\n")
    pagina = open_eind()
    open_voorbeeld(pagina)
    sleep(pagina, anders)
    pagina.locator("#verteld").get_by_text("Geopend: anders, 2 bestanden.").wait_for()
    rust(pagina)

    ga(pagina, "Vergelijk")
    assert pagina.locator(".stuk table").count() > 0
    vraag = f"vergelijk {VOORBEELD.name} anders --formaat json"
    antwoord, verwacht = opdracht(pagina, vraag)[0], native(*vraag.split(), map_=tmp_path).stdout
    assert zonder_evaluatoren(antwoord) == zonder_evaluatoren(verwacht)

    ga(pagina, "Besluit")
    pagina.get_by_label("Welk orgaan besloot?").fill("Colleges van de gemeenten")
    pagina.get_by_label("Op welke dag?").fill("2022-03-01")
    pagina.get_by_role("button", name="Leg vast").click()
    pagina.get_by_text("SHA-256 van het ontvangstbewijs").wait_for()
    rust(pagina)
    namen = pagina.locator("#kies-dossier option").all_inner_texts()
    assert "anders: besluit 2022-03-01" in namen
    ga(pagina, "Voortgang")
    assert "vastgestelde onderwerpen" in tekst(pagina)
    werkblad = bewaar(pagina, "Maak het werkblad (stand.xlsx)")
    with werkblad.path().open("rb") as bestand:
        assert "Stand" in load_workbook(bestand).sheetnames

    bewaar(pagina, ZIP).save_as(tmp_path / "anders.zip")
    shutil.unpack_archive(tmp_path / "anders.zip", tmp_path / "uit")
    besluit = tmp_path / "uit" / "anders" / "besluiten" / "2022-03-01"
    klaar = native("controleer", besluit)
    assert (klaar.returncode, klaar.stderr) == (0, "")


def vul_in(pad: Path, rijen: list[dict[str, Any]]) -> None:
    """Topics in a workbook that the program gave, as somebody types them."""
    werkmap = load_workbook(pad)
    blad = werkmap["Onderwerpen"]
    kop = next(rij for rij in range(1, 20) if blad.cell(rij, 1).value == "Code")
    kolommen = {cel.value: cel.column for cel in blad[kop]}
    for nummer, rij in enumerate(rijen, kop + 1):
        for naam, waarde in rij.items():
            blad.cell(nummer, kolommen[naam]).value = waarde
    werkmap.save(pad)


def test_dertien_werkmappen_worden_dezelfde_lijst_als_op_de_opdrachtregel(
    open_eind: Callable[..., Page], tmp_path: Path
) -> None:
    assert native("nieuw", "2027", "--per-gemeente", map_=tmp_path).returncode == 0
    werkmappen = sorted((tmp_path / "2027" / "gemeenten").glob("*.xlsx"))
    assert len(werkmappen) == len(GEMEENTEN) == 13
    for nummer, pad in enumerate(werkmappen):
        eigen = {
            "Code": f"eigen-{nummer}",
            "Titel": f"Iets van {pad.stem}",
            "Thema": "wonen",
            "Veiligheid": "ja",
        }
        samen = {
            "Code": "woonplekken",
            "Titel": "Meer woonplekken",
            "Thema": "wonen",
            "Wal en schip": "ja",
        }
        vul_in(pad, [eigen, samen] if nummer < 3 else [eigen])
    pagina = open_eind()

    sleep(pagina, *werkmappen)
    pagina.get_by_text("13 werkmappen staan klaar").first.wait_for()
    pagina.get_by_label("Jaar").first.fill("2027")
    pagina.get_by_role("button", name="Voeg samen").click()
    rust(pagina)

    klaar = native("samenvoegen", "2027/gemeenten", "--naar", "2027", map_=tmp_path)
    assert klaar.returncode == 0, klaar.stderr
    assert dossier(pagina) == "2027"
    bewaar(pagina, ZIP).save_as(tmp_path / "2027.zip")
    shutil.unpack_archive(tmp_path / "2027.zip", tmp_path / "uit")
    uit, verwacht = tmp_path / "uit" / "2027", tmp_path / "2027"
    assert {p.relative_to(uit).as_posix() for p in uit.rglob("*") if p.is_file()} == {
        p.relative_to(verwacht).as_posix() for p in verwacht.rglob("*") if p.is_file()
    }
    for map_ in (uit, verwacht):
        (map_ / "vergeleken.json").write_text(
            native("indeling", map_, "--formaat", "json").stdout, "utf-8"
        )
    assert ranglijst(pagina)
    assert (uit / "vergeleken.json").read_text() == (verwacht / "vergeleken.json").read_text()


DELEN = (
    *("Openen", "Bevindingen", "Lijst", "Waarom", "Zekerheid", "Samenhang", "Gewichten", "Vragen"),
    *("Regels", "Plan", "Vergelijk", "Gemeenten", "Besluit", "Voortgang", "Documenten"),
    *("Opdracht", "Handleiding"),
)


def test_axe_vindt_niets_en_alles_past_op_een_gewone_laptop(open_eind: Callable[..., Page]) -> None:
    pagina = open_eind()
    assert keur(pagina) == []
    open_voorbeeld(pagina)

    for naam in DELEN:
        ga(pagina, naam)
        assert "Er ging iets mis" not in tekst(pagina), naam
        assert keur(pagina) == [], naam
        assert pagina.evaluate("() => document.documentElement.scrollWidth") == 1366, naam
    assert pagina.locator("#menu a").count() == len(DELEN)
    ga(pagina, "Lijst")
    lijst = kader(pagina)
    assert lijst.locator("html").evaluate("(e) => e.scrollWidth <= e.clientWidth")
    bovenaan = "(e) => e.getBoundingClientRect().top"
    assert lijst.locator(".ranglijst tbody tr[id]").first.evaluate(bovenaan) < 400


def test_met_alleen_het_toetsenbord_van_boven_tot_een_antwoord(
    open_eind: Callable[..., Page],
) -> None:
    pagina = open_eind()
    open_met_toetsen(pagina)

    pagina.keyboard.press("Control+Home")
    pagina.locator(".sla-over").focus()
    tab_naar(pagina, "Vragen")
    pagina.keyboard.press("Enter")
    pagina.locator("h3.vraag").wait_for()
    tab_naar(pagina, "Even zwaar")
    pagina.keyboard.press("Enter")
    pagina.get_by_text("U gaf 1 antwoord").wait_for()

    assert pagina.evaluate("() => document.activeElement.className") == "vraag"
    pagina.locator(".sla-over").focus()
    tab_naar(pagina, "Opdracht")
    pagina.keyboard.press("Enter")
    pagina.get_by_role("heading", name="Opdracht", level=2).wait_for()
    tab_naar(pagina, "")
    assert opdracht(pagina, "--version")[1] == "Klaar, code 0."
