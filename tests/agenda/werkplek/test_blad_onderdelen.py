"""Each part of the workplace shows what the program answers."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from bouwers_werkplek import HOOFDMAP, VOORBEELD, ga, geef, open_voorbeeld, rust, tekst

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag
ARNHEM = HOOFDMAP / "voorbeelden" / "centraal-gelderland-2022"

GEWOON = {
    "Waarom": "Uitgangspunten: mag dit op de agenda?",
    "Zekerheid": "Andere gewichten kunnen de top 10 veranderen",
    "Samenhang": "welke onderwerpen dragen bij aan de voorstellen?",
    "Gewichten": "Speling per gewicht",
    "Regels": "Bron van de regel",
    "Plan": "Vergaderingen in 2022",
    "Voortgang": "is nog niets vastgesteld",
    "Vergelijk": "Hier is nu één agenda open.",
    "Handleiding": "Het programma beslist niets.",
}


def test_elk_onderdeel_toont_wat_het_programma_zegt(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)

    for naam, zin in GEWOON.items():
        ga(pagina, naam)
        assert zin in tekst(pagina)
        assert pagina.title() == f"{naam} · Agenda"


def test_een_antwoord_blijft_tot_er_een_bestand_verandert(
    open_werkplek: Callable[..., Page],
) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Zekerheid")
    pagina.evaluate("() => { window.nepDraai = () => { throw new Error('opnieuw'); }; }")

    ga(pagina, "Gewichten")
    assert "Er ging iets mis op deze pagina" in tekst(pagina)
    ga(pagina, "Zekerheid")
    assert "Andere gewichten" in tekst(pagina)


def test_waarom_zet_twee_onderwerpen_naast_elkaar(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Waarom")

    pagina.get_by_label("Onderwerp").select_option("wijk-ggz-teams")
    pagina.get_by_label("Naast").select_option("housing-first")
    rust(pagina)

    assert "Housing First" in tekst(pagina)


def test_vragen_worden_beantwoord_tot_de_top_vastligt(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Vragen")

    for _ in range(30):
        if "ligt vast" in pagina.locator("h3.vraag").inner_text():
            break
        pagina.locator(".kant").first.click()
        rust(pagina)
        assert pagina.evaluate("() => document.activeElement.className") == "vraag"

    assert pagina.locator("h3.vraag").inner_text() == "De top 10 ligt vast"
    assert re.search(r"U gaf \d+ antwoord", tekst(pagina))
    assert pagina.locator("#bewaard").inner_text() == "Niet bewaard"
    pagina.get_by_role("button", name="Neem deze gewichten over").click()
    rust(pagina)
    ga(pagina, "Gewichten")
    assert "In de invoer" not in tekst(pagina)
    ga(pagina, "Vragen")
    pagina.get_by_role("button", name="Haal alle antwoorden weg").click()
    pagina.get_by_role("button", name="Haal weg", exact=True).click()
    pagina.get_by_text("Wat weegt zwaarder:").wait_for()


def test_een_besluit_geeft_voortgang_en_is_te_vergelijken(
    open_werkplek: Callable[..., Page],
) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Besluit")

    pagina.get_by_label("Welk orgaan besloot?").fill("Colleges van de gemeenten")
    pagina.get_by_label("Op welke dag?").fill("2022-03-01")
    pagina.get_by_role("button", name="Andere plaats dan berekend").click()
    rij = pagina.locator(".afwijking")
    rij.get_by_label("Onderwerp").select_option("wijk-ggz-teams")
    rij.get_by_label("Plaats").fill("1")
    rij.get_by_label("Reden").fill('De raad zei: "eerst dit": nu')
    pagina.get_by_role("button", name="Leg vast").click()
    pagina.get_by_text("SHA-256 van het ontvangstbewijs").wait_for()

    ga(pagina, "Voortgang")
    assert "29 vastgestelde onderwerpen" in tekst(pagina)
    with pagina.expect_download() as gekregen:
        pagina.get_by_role("button", name="Maak het werkblad (stand.xlsx)").click()
    assert gekregen.value.suggested_filename == "stand.xlsx"
    ga(pagina, "Vergelijk")
    assert "wijk-ggz-teams" in tekst(pagina)
    ga(pagina, "Besluit")
    pagina.get_by_label("Welk orgaan besloot?").last.fill("college")
    pagina.get_by_label("Op welke dag?").last.fill("2022-04-01")
    pagina.get_by_role("button", name="Schrijf op").click()
    rust(pagina)
    assert "Berg en Dal" in pagina.locator(".stuk").inner_text()


def test_wie_niet_mag_beslissen_hoort_dat(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Besluit")

    pagina.get_by_label("Welk orgaan besloot?").fill("Kernteam")
    pagina.get_by_label("Op welke dag?").fill("2022-03-01")
    pagina.get_by_role("button", name="Leg vast").click()

    pagina.get_by_text("mag niet beslissen").wait_for()


@pytest.mark.parametrize("naam", ["Excel (xlsx)", "Pagina (html)", "Tabel (csv)", "Kalender (ics)"])
def test_elk_document_is_te_bewaren(open_werkplek: Callable[..., Page], naam: str) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Documenten")

    with pagina.expect_download() as gekregen:
        pagina.get_by_role("button", name=f"Bewaar {naam}").click()

    assert gekregen.value.suggested_filename.endswith(naam[-5:-1].strip("("))
    assert "Opslaan als PDF" in tekst(pagina)


def test_alle_stukken_komen_in_een_zip(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Documenten")

    with pagina.expect_download() as gekregen:
        pagina.get_by_role("button", name="Bewaar alle stukken (zip)").click()

    assert gekregen.value.suggested_filename == f"{VOORBEELD.name}-stukken.zip"


def test_een_opdracht_met_aanhalingstekens_wordt_uitgevoerd(
    open_werkplek: Callable[..., Page],
) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Opdracht")
    regel = pagina.get_by_role("textbox", name="Opdracht")

    regel.fill(f'agenda gemeente "West Betuwe" {VOORBEELD.name}')
    regel.press("Enter")
    rust(pagina)
    assert "West Betuwe" in pagina.locator("pre").inner_text()

    regel.fill("agenda nieuw 2030 'mijn map'")
    regel.press("Enter")
    rust(pagina)
    assert pagina.locator("#kies-dossier option").all_inner_texts() == ["mijn map", VOORBEELD.name]
    assert regel.input_value() == "agenda nieuw 2030 'mijn map'"

    regel.fill("agenda bestaatniet")
    regel.press("Enter")
    rust(pagina)
    assert "Code 2." in tekst(pagina)


def test_twee_dossiers_zijn_elk_te_kiezen(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    geef(pagina, ARNHEM, knop="Map kiezen")
    pagina.locator("#verteld").get_by_text(f"Geopend: {ARNHEM.name}").wait_for()

    ga(pagina, "Zekerheid")
    assert "rangschikt niet" in tekst(pagina)
    ga(pagina, "Waarom")
    assert "Bescherming van kind en gezin" in tekst(pagina)
    pagina.locator("#kies-dossier").select_option(VOORBEELD.name)
    rust(pagina)
    ga(pagina, "Zekerheid")
    assert "Andere gewichten" in tekst(pagina)


def test_de_handleiding_leidt_naar_haar_hoofdstukken(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    ga(pagina, "Handleiding")

    pagina.locator(".stuk").get_by_role("link", name="Het blad van één gemeente").first.click()

    kop = pagina.get_by_role("heading", name="Het blad van één gemeente")
    pagina.wait_for_function("() => document.activeElement.tagName === 'H3'")
    assert kop.evaluate("(e) => e.getBoundingClientRect().top") < 200
    assert pagina.locator("#inhoud a:not([href^='#'])").count() == 0


def test_waar_geen_plan_te_maken_is_staat_het_plan_dat_is_bewaard(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek()
    map_ = shutil.copytree(VOORBEELD, tmp_path / "2022")
    (map_ / "jaarplan.md").write_text("# Ons plan\n\n![x](http://weg.invalid/x.png)\n", "utf-8")
    geef(pagina, map_, knop="Map kiezen")
    pagina.get_by_role("link", name="Bekijk de lijst").wait_for()
    pagina.evaluate(
        "() => { const echt = window.nepDraai; window.nepDraai = async (args, alles) =>"
        " args[0] === 'jaarplan' ? {code: 2, uit: '', fout: 'Dat kan hier niet.', geschreven: {},"
        " weg: []} : echt(args, alles); }"
    )

    ga(pagina, "Plan")

    assert "Dat kan hier niet." in tekst(pagina)
    assert pagina.get_by_role("heading", name="Ons plan").is_visible()
    assert pagina.locator("#inhoud img").count() == 0
