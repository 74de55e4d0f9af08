"""`agenda vergadering` on the command line: its forms, and what it says when there is none."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

GOUD = Path(__file__).parents[1] / "goud"
VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
VOORBEELD = VOORBEELDEN / "nijmegen-rivierenland-2022"
WERKGROEP = ("--gremium", "regionale-werkgroep")


def test_de_agenda_van_een_vergadering_als_tabel(draai: Callable, goud: Callable) -> None:
    afloop = draai("vergadering", VOORBEELD, *WERKGROEP)
    assert (afloop.code, afloop.fout) == (0, "")
    goud(GOUD / "cli-vergadering.txt", afloop.uit)


def test_de_agenda_van_een_vergadering_als_stuk(draai: Callable, goud: Callable) -> None:
    woorden = ("--gremium", "pfo", "--datum", "2022-05-19", "--formaat", "md")
    afloop = draai("vergadering", VOORBEELD, *woorden)
    assert (afloop.code, afloop.fout) == (0, "")
    goud(GOUD / "cli-vergadering.md", afloop.uit)


def test_json_heeft_de_vaste_vorm(draai: Callable) -> None:
    uit = json.loads(draai("vergadering", VOORBEELD, *WERKGROEP, "--formaat", "json").uit)
    assert (uit["schema"], uit["gremium"]) == ("agenda/vergadering/1", "regionale-werkgroep")
    assert uit["datum"] == "2022-01-20"  # the next after the peildatum
    assert [punt["stap"] for punt in uit["onderwerpen"]] == [2] * 8
    assert {punt["rol"] for punt in uit["onderwerpen"]} == {"adviseert"}


def test_een_overleg_mag_bij_zijn_naam_worden_genoemd(draai: Callable) -> None:
    met_naam = draai("vergadering", VOORBEELD, "--gremium", "Regionale werkgroep")
    assert met_naam.uit == draai("vergadering", VOORBEELD, *WERKGROEP).uit
    ook_genoemd = draai("vergadering", VOORBEELD, "--gremium", "portefeuillehoudersoverleg")
    assert "PFO van elke deelregio" in ook_genoemd.uit


def test_waarom_noemt_de_vergaderingen_waar_het_kalenderbestand_er_is(
    draai: Callable, tmp_path: Path
) -> None:
    map_ = shutil.copytree(VOORBEELD, tmp_path / "2022")
    uit = draai("waarom", "wijk-ggz-teams", map_).uit
    assert "Wanneer staat het op een agenda? Dat toont: agenda vergadering" in uit
    rij = "{gremium: regionale-werkgroep, datum: 2022-03-03, onderwerpen: [wijk-ggz-teams]}"
    (map_ / "kalender.yaml").write_text(f"vaste_datums: [{rij}]", encoding="utf-8")
    uit = draai("waarom", "wijk-ggz-teams", map_).uit
    assert "Staat op de agenda van" in uit
    assert "Regionale werkgroep, 3 maart 2022" in uit
    data = json.loads(draai("waarom", "wijk-ggz-teams", map_, "--formaat", "json").uit)
    vast = [deel for deel in data["vergaderingen"] if deel["vast"]]
    assert vast == [{"gremium": "regionale-werkgroep", "datum": "2022-03-03", "vast": True}]
    niet = draai("waarom", "kwartiermaker-regio", map_).uit
    assert "Staat op de agenda van" not in niet
    assert "agenda vergadering" not in niet


def test_word_komt_in_een_bestand(draai: Callable, tmp_path: Path) -> None:
    uit = tmp_path / "agenda.docx"
    assert draai("vergadering", VOORBEELD, *WERKGROEP, "--formaat", "docx").code == 2
    afloop = draai("vergadering", VOORBEELD, *WERKGROEP, "--formaat", "docx", "--uit", uit)
    assert (afloop.code, afloop.uit, afloop.fout) == (0, "", "")
    with zipfile.ZipFile(uit) as zip_:
        assert "Regionale werkgroep" in zip_.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("dossier", "woorden", "deel"),
    [
        (VOORBEELD, ("--gremium", "regionale-werkgoep"), "bedoelde u «regionale-werkgroep»"),
        (VOORBEELD, ("--gremium", "juridische-werkgroep"), "onder vaste_datums"),
        (VOORBEELD, (*WERKGROEP, "--datum", "2022-01-21"), "Wel op: 2022-01-20"),
        (VOORBEELD, (*WERKGROEP, "--datum", "morgen"), "geen dag. Schrijf een datum"),
        (VOORBEELD, (*WERKGROEP, "--datum", "20220120"), "geen dag. Schrijf een datum"),
        (VOORBEELDEN / "arnhem-2014", ("--gremium", "bresdo"), "onder vaste_datums"),
        (VOORBEELDEN / "centraal-gelderland-2022", ("--gremium", "raad"), "niet hoe vaak"),
    ],
)
def test_geen_vergadering_wordt_in_een_zin_gezegd(
    dossier: Path, woorden: tuple[str, ...], deel: str, draai: Callable, geen_engels: Callable
) -> None:
    afloop = draai("vergadering", dossier, *woorden)
    assert (afloop.code, afloop.uit) == (2, "")
    assert deel in afloop.fout
    geen_engels(afloop.fout)


def test_zonder_gremium_komen_alle_vergaderingen_van_het_jaar(draai: Callable) -> None:
    uit = json.loads(draai("vergadering", VOORBEELD, "--formaat", "json").uit)
    assert uit["schema"] == "agenda/kalender/1"
    assert {v["gremium"] for v in uit["vergaderingen"]} == {
        *("kernteam", "regionale-werkgroep", "financiele-werkgroep", "pfo", "wethoudersoverleg")
    }
    assert "Wat niet past in de kalender" in draai("vergadering", VOORBEELD).uit


def test_een_kalenderbestand_wordt_vervangen_met_wat_er_stond(
    draai: Callable, tmp_path: Path
) -> None:
    dossier, uit = tmp_path / "dossier", tmp_path / "jaar.ics"
    shutil.copytree(VOORBEELD, dossier)
    woorden = ("vergadering", dossier, "--formaat", "ics", "--uit", uit)
    assert draai(*woorden).code == 0
    eerste = uit.read_bytes()
    assert draai(*woorden).code == 0
    assert uit.read_bytes() == eerste
    rij = "{gremium: wethoudersoverleg, datum: 2022-02-15}"
    (dossier / "kalender.yaml").write_text(f"vaste_datums: [{rij}]", encoding="utf-8")
    assert draai(*woorden).code == 0
    assert b"SEQUENCE:1" in uit.read_bytes()
    uit.write_text("geen kalender", encoding="utf-8")
    afloop = draai(*woorden)
    assert (afloop.code, uit.read_text(encoding="utf-8")) == (2, "geen kalender")


@pytest.mark.parametrize(
    "woorden",
    [
        ("--datum", "2022-01-20"),
        ("--formaat", "docx"),
        (*WERKGROEP, "--formaat", "ics"),
        ("--formaat", "ics", "--uit", "jaar.svg"),
    ],
)
def test_keuzes_die_niet_bij_elkaar_horen_worden_geweigerd(
    woorden: tuple[str, ...], draai: Callable, geen_engels: Callable
) -> None:
    afloop = draai("vergadering", VOORBEELD, *woorden)
    assert (afloop.code, afloop.uit) == (2, "")
    geen_engels(afloop.fout)
