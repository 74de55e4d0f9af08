"""`agenda gemeente`: what one municipality brought in, says, pays, and is asked."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

GOUD = Path(__file__).parents[1] / "goud"
VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
ONDERWERPEN = """onderwerpen:
  - code: nachtopvang
    titel: Genoeg plekken in de nacht
    thema: wonen
    voorstellen: [14]
    regios: [rijk-van-nijmegen, rivierenland]
    afstemming_nodig: ja
    ingediend_door: Tiel
    kosten_euro: 50000
    inspanning_per: {GM0281: 0.1}
  - code: veegploeg
    titel: Grip op het aantal veegcontracten
    thema: organisatie
    plannen: []
    voorstellen: []
    regios: [rivierenland]
    afstemming_nodig: nee
    ingediend_door: GM0281
  - code: van-een-ander
    titel: Een onderwerp van een ander
    thema: wonen
    voorstellen: [1]
    regios: [rijk-van-nijmegen, rivierenland]
    afstemming_nodig: ja
    ingediend_door: GM0268
"""
OORDELEN = (
    (
        "  - {onderwerp: nachtopvang, gemeente: Tiel, criterium: veiligheid, waarde: nee,"
        " onderbouwing: Het gaat om wonen}\n"
    ),
    "  - {onderwerp: nachtopvang, gemeente: Tiel, criterium: wetswijziging, waarde: ja}\n",
    "  - {onderwerp: nachtopvang, gemeente: Nijmegen, criterium: veiligheid, waarde: ja}\n",
    "  - {onderwerp: nachtopvang, gemeente: Druten, criterium: veiligheid, waarde: ja}\n",
    "  - {onderwerp: nachtopvang, gemeente: Druten, criterium: wetswijziging, waarde: ja}\n",
    "  - {onderwerp: van-een-ander, gemeente: Druten, criterium: veiligheid, waarde: ja}\n",
)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier in which Tiel brought in two topics, speaks of one, and gave no order."""
    map_ = tmp_path / "2027"
    map_.mkdir()
    inhoud = {"dossier.yaml": "jaar: 2027\n", "onderwerpen.yaml": ONDERWERPEN}
    for naam, tekst in (inhoud | {"oordelen.yaml": "oordelen:\n" + "".join(OORDELEN)}).items():
        (map_ / naam).write_text(tekst, encoding="utf-8")
    return map_


def test_het_blad_als_tabel(draai: Callable, goud: Callable, dossier: Path) -> None:
    afloop = draai("gemeente", "Tiel", dossier)
    assert (afloop.code, afloop.fout) == (0, "")
    goud(GOUD / "cli-gemeente.txt", afloop.uit)


def test_het_blad_als_stuk_noemt_geen_codes(draai: Callable, goud: Callable, dossier: Path) -> None:
    afloop = draai("gemeente", "GM0281", dossier, "--formaat", "md")
    assert (afloop.code, afloop.fout) == (0, "")
    goud(GOUD / "cli-gemeente.md", afloop.uit)
    assert "veegploeg" not in afloop.uit


def test_json_zegt_wat_er_is_ingebracht_gezegd_en_gevraagd(draai: Callable, dossier: Path) -> None:
    uit = json.loads(draai("gemeente", "tiel", dossier, "--formaat", "json").uit)
    assert (uit["schema"], uit["gemeente"]["code"]) == ("agenda/gemeente/1", "GM0281")
    ingebracht = {deel["code"]: deel["status"] for deel in uit["ingebracht"]}
    assert ingebracht == {"nachtopvang": "toegelaten", "veegploeg": "niet-toegelaten"}
    assert uit["spreekt_over"] == 1
    assert uit["afwijkend"] == [
        {
            "onderwerp": "nachtopvang",
            "criterium": "veiligheid",
            "eigen": "nee",
            "onderbouwing": "Het gaat om wonen",
            "anderen": {"ja": 2, "nee": 0, "onbekend": 0},
        }
    ]
    assert uit["inspanning"] == [{"code": "nachtopvang", "fte": "0.1"}]
    open_ = {deel["code"]: deel["criteria"] for deel in uit["openstaand"]}
    assert open_["nachtopvang"] == ["wal-en-schip", "borging-samenwerking", "laaghangend-fruit"]
    assert len(open_["van-een-ander"]) == 5
    assert uit["volgorde"] == []


def test_wie_met_de_meesten_meedoet_wijkt_niet_af(draai: Callable, dossier: Path) -> None:
    uit = json.loads(draai("gemeente", "Druten", dossier, "--formaat", "json").uit)
    assert uit["afwijkend"] == []
    assert uit["ingebracht"] == []
    assert (
        "Bij geen enkel onderwerp staat dat Druten het indiende."
        in draai("gemeente", "Druten", dossier).uit
    )


def test_kosten_zijn_het_deel_van_de_gemeente(draai: Callable) -> None:
    map_ = VOORBEELDEN / "regiobegroting-2022"
    uit = json.loads(draai("gemeente", "Berg en Dal", map_, "--formaat", "json").uit)
    assert uit["kosten"]["totaal"] == 291_296
    assert [deel["bedrag"] for deel in uit["kosten"]["delen"]] == [285_650, 5_646]


def test_zonder_rangorde_zegt_het_wat_de_regels_zeggen(draai: Callable) -> None:
    uit = json.loads(
        draai("gemeente", "Arnhem", VOORBEELDEN / "arnhem-2014", "--formaat", "json").uit
    )
    assert len(uit["indelingen"]) == 31
    assert {deel["veld"] for deel in uit["in_te_vullen"]}
    tekst = draai("gemeente", "Arnhem", VOORBEELDEN / "arnhem-2014").uit
    assert "Wat de regels zeggen van Arnhem" in tekst
    assert "Voorkeur" not in tekst


def test_de_eigen_volgorde_van_de_criteria_zet_de_onderwerpen_anders(
    draai: Callable, goud: Callable, dossier: Path
) -> None:
    voorkeur = "voorkeuren: {Tiel: [veiligheid, wetswijziging]}\n"
    (dossier / "dossier.yaml").write_text(f"jaar: 2027\n{voorkeur}", encoding="utf-8")
    uit = json.loads(draai("gemeente", "Tiel", dossier, "--formaat", "json").uit)
    assert [(deel["code"], deel["plaats"]) for deel in uit["volgorde"]] == [
        ("van-een-ander", 1),
        ("nachtopvang", 2),
    ]
    assert "Voorkeur" not in draai("gemeente", "Tiel", dossier).uit
    goud(GOUD / "cli-gemeente-volgorde.txt", draai("gemeente", "Tiel", dossier).uit)


@pytest.mark.parametrize("vorm", ["docx", "xlsx"])
def test_bestanden(draai: Callable, dossier: Path, tmp_path: Path, vorm: str) -> None:
    assert draai("gemeente", "Tiel", dossier, "--formaat", vorm).code == 2
    uit = tmp_path / f"tiel.{vorm}"
    afloop = draai("gemeente", "Tiel", dossier, "--formaat", vorm, "--uit", uit)
    assert (afloop.code, afloop.uit, afloop.fout) == (0, "", "")
    with zipfile.ZipFile(uit) as zip_:
        alles = b"".join(zip_.read(naam) for naam in zip_.namelist())
    assert b"Genoeg plekken in de nacht" in alles


def test_een_gemeente_die_er_niet_is(draai: Callable, dossier: Path) -> None:
    afloop = draai("gemeente", "Thiel", dossier)
    assert afloop.code == 2
    assert "bedoelde u «Tiel»?" in afloop.fout


def test_volgorde_van_rijen_maakt_niets_uit(draai: Callable, dossier: Path) -> None:
    eerst = draai("gemeente", "Tiel", dossier, "--formaat", "json").uit
    omgekeerd = "oordelen:\n" + "".join(reversed(OORDELEN))
    (dossier / "oordelen.yaml").write_text(omgekeerd, encoding="utf-8")
    assert draai("gemeente", "Tiel", dossier, "--formaat", "json").uit == eerst
