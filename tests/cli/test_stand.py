"""`agenda stand` on the command line: what was adopted followed through the year."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from docx import Document

from cli.uitgang import voer_uit

if TYPE_CHECKING:
    from collections.abc import Callable

GOUD = Path(__file__).parents[1] / "goud"
KLEIN = Path(__file__).parent / "dossier-klein"
DAG = "2027-01-15"
OP = ("--op", "2027-06-01")
FEITEN = """\
stand:
  - onderwerp: draken-temmen
    op: 2027-02-01
    toestand: loopt
    klaar_op: 2027-05-01
    volgende_stap: Het eerste vuur doven
    wie: {gemeente: Tiel, functie: drakentemmer}
    acties:
      - {wat: Een emmer kopen, gremium: Kernteam, voor: 2027-03-01}
      - {wat: Water halen, gremium: Regionale werkgroep, voor: 2027-07-01}
    toelichting: Eén draak doet al mee.
    bron: Verslag van 1 februari
  - {onderwerp: Wolken eerlijk verdelen over de lucht, op: 2027-03-01, toestand: gestopt}
  - {onderwerp: sterren-tellen, op: 2027-03-01, toestand: bezig, klaar_op: 2027-12-01}
  - {onderwerp: sterren-tellen, op: 2027-08-01, toestand: klaar}
"""


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with a decision, made once."""
    map_ = tmp_path_factory.mktemp("stand") / "2027"
    shutil.copytree(KLEIN, map_)
    wie = ("--door", "Colleges van de gemeenten", "--datum", DAG)
    assert voer_uit(["vaststellen", str(map_), *wie, "--als", "md"]) == 0
    return map_


@pytest.fixture
def dossier(gemaakt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, with what was written down of it; named from the folder above it."""
    shutil.copytree(gemaakt, tmp_path / "2027")
    (tmp_path / "2027" / "stand.yaml").write_text(FEITEN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("2027")


def test_de_stand_als_tabel(dossier: Path, draai: Callable, goud: Callable) -> None:
    afloop = draai("stand", dossier, *OP)

    assert afloop.code == 0
    assert afloop.fout == (
        "Let op: er is ook iets gemeld na 2027-06-01. Toon dat met: --op 2027-08-01\n"
    )
    goud(GOUD / "cli-stand.txt", afloop.uit)


def test_de_termijnagenda(dossier: Path, draai: Callable, goud: Callable) -> None:
    goud(GOUD / "cli-stand-termijnagenda.txt", draai("stand", dossier, *OP, "--termijnagenda").uit)


def test_json_heeft_de_vaste_vorm(dossier: Path, draai: Callable) -> None:
    uit = json.loads(draai("stand", dossier, *OP, "--formaat", "json").uit)

    assert (uit["schema"], uit["op"]) == ("agenda/stand/1", "2027-06-01")
    per_code = {o["code"]: o for o in uit["onderwerpen"]}
    assert [*per_code] == ["draken-temmen", "sterren-tellen", "wolken-delen", "maan-poetsen"]
    draken = per_code["draken-temmen"]
    vast = ("toestand", "sinds", "klaar_op", "te_laat")
    assert [draken[naam] for naam in vast] == ["loopt", "2027-02-01", "2027-05-01", True]
    assert draken["wie"] == {"gemeente": "GM0281", "functie": "drakentemmer"}
    assert draken["acties"][0] == {
        "wat": "Een emmer kopen",
        "gremium": "kernteam",
        "voor": "2027-03-01",
    }
    assert per_code["maan-poetsen"]["toestand"] == "niet-begonnen"
    assert [h["soort"] for h in uit["hiaten"] if h["onderwerp"] == "sterren-tellen"] == [
        *("vereiste-gestopt", "geen-volgende-stap", "niemand"),
    ]


def test_csv_heeft_een_rij_per_onderwerp(dossier: Path, draai: Callable) -> None:
    uit = draai("stand", dossier, *OP, "--formaat", "csv").uit
    rijen = list(csv.DictReader(io.StringIO(uit.removeprefix("\ufeff")), delimiter=";"))

    assert [rij["Toestand"] for rij in rijen] == ["loopt", "loopt", "gestopt", "niet-begonnen"]
    assert (rijen[0]["Gemeente"], rijen[0]["Te laat"]) == ("Tiel", "ja")


def test_een_besluit_en_zijn_dossier_geven_dezelfde_stand(dossier: Path, draai: Callable) -> None:
    van_besluit = draai("stand", dossier / "besluiten" / DAG, *OP)

    assert (van_besluit.code, van_besluit.uit) == (0, draai("stand", dossier, *OP).uit)


def test_zonder_dag_gaat_het_over_de_dag_van_het_besluit(dossier: Path, draai: Callable) -> None:
    uit = json.loads(draai("stand", dossier, "--formaat", "json").uit)

    assert uit["op"] == DAG  # later than the peildatum, 1 January
    assert {o["toestand"] for o in uit["onderwerpen"]} == {"niet-begonnen"}


def test_een_dag_voor_het_besluit_is_een_fout(dossier: Path, draai: Callable) -> None:
    afloop = draai("stand", dossier, "--op", "2027-01-14")

    assert (afloop.code, afloop.uit) == (3, "")
    assert "een dag vanaf het besluit, 2027-01-15" in afloop.fout


def test_zonder_besluit_is_er_geen_stand(draai: Callable) -> None:
    afloop = draai("stand", KLEIN)

    assert (afloop.code, afloop.uit) == (2, "")
    assert "nog niets vastgesteld" in afloop.fout


def test_fouten_in_de_feiten_en_in_de_dag_staan_er_samen(dossier: Path, draai: Callable) -> None:
    (dossier / "stand.yaml").write_text(
        "stand: [{onderwerp: draken, op: 2027-02-01, toestand: lopt}]", encoding="utf-8"
    )
    afloop = draai("stand", dossier, "--op", "2027-01-14")

    assert (afloop.code, afloop.uit) == (3, "")
    assert [regel.partition(":")[0] for regel in afloop.fout.splitlines()] == [
        *("--op", "stand.yaml"),
    ]


def test_de_laatste_van_twee_besluiten_telt(dossier: Path, draai: Callable) -> None:
    wie = ("--door", "Colleges van de gemeenten", "--datum", "2027-04-01")
    assert draai("vaststellen", dossier, *wie, "--als", "md").code == 0

    uit = json.loads(draai("stand", dossier, "--formaat", "json").uit)
    assert uit["besluit"]["datum"] == "2027-04-01"


def test_het_werkblad_is_in_te_vullen_en_wordt_nooit_overschreven(
    dossier: Path, draai: Callable
) -> None:
    (dossier / "stand.yaml").unlink()
    afloop = draai("stand", dossier, "--werkblad")
    assert (afloop.code, afloop.uit) == (0, "")
    boek = openpyxl.load_workbook(dossier / "stand.xlsx")
    blad = boek["Stand"]
    assert [blad[f"A{rij}"].value for rij in range(5, 9)] == [
        *("draken-temmen", "sterren-tellen", "wolken-delen", "maan-poetsen"),
    ]
    blad["C5"], blad["D5"] = "1 februari 2027", "klaar"
    boek.save(dossier / "stand.xlsx")
    ingevuld = (dossier / "stand.xlsx").read_bytes()

    opnieuw = draai("stand", dossier, "--werkblad")
    assert opnieuw.code == 5
    assert (dossier / "stand.xlsx").read_bytes() == ingevuld
    uit = json.loads(draai("stand", dossier, *OP, "--formaat", "json").uit)
    assert uit["onderwerpen"][0]["toestand"] == "klaar"


@pytest.mark.parametrize("naam", ["stand.yaml", "stand.xlsx"])
def test_de_uitvoer_komt_nooit_in_de_plaats_van_de_feiten(
    dossier: Path, draai: Callable, naam: str
) -> None:
    vorm = ("--formaat", "xlsx") if naam.endswith("xlsx") else ()
    afloop = draai("stand", dossier, *vorm, "--uit", dossier / naam)

    assert afloop.code == 2
    assert (dossier / "stand.yaml").read_text("utf-8") == FEITEN


def test_het_besluit_blijft_kloppen_en_bevriest_de_stand_niet(
    dossier: Path, draai: Callable
) -> None:
    assert draai("controleer", dossier / "besluiten" / DAG).code == 0
    wie = ("--door", "Colleges van de gemeenten", "--datum", "2027-04-01")
    assert draai("vaststellen", dossier, *wie, "--als", "md").code == 0
    invoer = dossier / "besluiten" / "2027-04-01" / "invoer"
    assert sorted(pad.name for pad in invoer.iterdir()) == ["dossier.yaml", "onderwerpen.yaml"]


def test_word_en_excel_zeggen_hetzelfde(dossier: Path, draai: Callable) -> None:
    for vorm in ("docx", "xlsx"):
        assert draai("stand", dossier, *OP, "--formaat", vorm, "--uit", f"s.{vorm}").code == 0
    document = Document("s.docx")
    tekst = "\n".join(
        [p.text for p in document.paragraphs]
        + [c.text for t in document.tables for rij in t.rows for c in rij.cells]
    )
    boek = openpyxl.load_workbook("s.xlsx")
    bladen = ["Stand", "Wat ontbreekt", "Acties", "Voorstellen", "Termijnagenda"]
    assert boek.sheetnames[: len(bladen)] == bladen
    cellen = "\n".join(str(c.value) for blad in boek for rij in blad.iter_rows() for c in rij)
    for feit in ("Draken leren om geen vuur", "Het eerste vuur doven", "Een emmer kopen", "Tiel"):
        assert feit in tekst
        assert feit in cellen
    assert draai("stand", dossier, "--formaat", "docx").code == 2


@pytest.mark.traag
def test_elke_vorm_geeft_twee_keer_dezelfde_bytes(dossier: Path, draai: Callable) -> None:
    for vorm in ("docx", "xlsx", "svg"):
        for nummer in (1, 2):
            draai("stand", dossier, *OP, "--formaat", vorm, "--uit", f"{nummer}.{vorm}")
        assert Path(f"1.{vorm}").read_bytes() == Path(f"2.{vorm}").read_bytes()


def test_het_plaatje_zegt_van_elk_onderwerp_de_toestand(dossier: Path, draai: Callable) -> None:
    svg = draai("stand", dossier, *OP, "--formaat", "svg").uit

    for woord in ("Loopt", "Gestopt", "had klaar moeten zijn op 1 mei 2027", "De maan poetsen"):
        assert woord in svg


@pytest.mark.parametrize(
    "keuze",
    [
        ("--gremium", "kernteam"),
        ("--termijnagenda", "--formaat", "svg"),
        ("--termijnagenda", "--gremium", "kerntaem"),
        ("--op", "morgen"),
    ],
)
def test_keuzes_die_niets_betekenen_worden_geweigerd(
    dossier: Path, draai: Callable, keuze: tuple[str, ...]
) -> None:
    afloop = draai("stand", dossier, *keuze)

    assert (afloop.code, afloop.uit) == (2, "")


def test_de_evaluatie_heeft_feiten_en_lege_plekken_per_thema(
    dossier: Path, draai: Callable
) -> None:
    assert draai("exporteer", dossier, "--als", "evaluatie", *OP, "--naar", "uit").code == 0
    pad = Path("uit/strategische-agenda-2027-evaluatie.docx")
    document = Document(pad)
    koppen = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert koppen[1:3] == ["Thema 1: Een sluitend netwerk", "Thema 2: Wonen"]
    plekken = [p.text for p in document.paragraphs if p.text.startswith("In te vullen:")]
    assert len(plekken) == 2 + 4 * 6
    xml = zipfile.ZipFile(pad).read("word/document.xml").decode()
    assert xml.count("<w:sdt>") == len(plekken)
    cellen = [c.text for t in document.tables for rij in t.rows for c in rij.cells]
    assert any("Eén draak doet al mee." in cel for cel in cellen)


def test_een_evaluatie_is_er_alleen_van_wat_is_vastgesteld(draai: Callable, tmp_path: Path) -> None:
    afloop = draai("exporteer", KLEIN, "--als", "evaluatie", "--naar", tmp_path / "uit")

    assert (afloop.code, afloop.uit) == (2, "")
    assert not (tmp_path / "uit").exists()


def test_vaststellen_kent_geen_evaluatie(draai: Callable, tmp_path: Path) -> None:
    map_ = shutil.copytree(KLEIN, tmp_path / "2027")
    wie = ("--door", "Colleges van de gemeenten", "--datum", DAG)

    assert draai("vaststellen", map_, *wie, "--als", "evaluatie").code == 2
    assert not (map_ / "besluiten").exists()


def test_controleer_van_een_dossier_ziet_ook_fouten_in_wat_daarna_is_gemeld(
    dossier: Path, draai: Callable
) -> None:
    (dossier / "stand.yaml").write_text(
        "stand: [{onderwerp: draken, op: 2027-02-01, toestand: loopt}]", encoding="utf-8"
    )
    (dossier / "werkgroepen.yaml").write_text("werkgroepen: [{code: a}]", encoding="utf-8")
    onderwerpen = dossier / "onderwerpen.yaml"
    tekst = onderwerpen.read_text("utf-8")
    onderwerpen.write_text(tekst.replace("thema: wonen", "thema: wonnen"), encoding="utf-8")

    afloop = draai("controleer", dossier)
    assert afloop.code == 3
    for bestand in ("stand.yaml", "werkgroepen.yaml", "onderwerpen.yaml"):
        assert bestand in afloop.uit + afloop.fout


def test_controleer_waarschuwt_voor_een_persoon_in_de_stand(dossier: Path, draai: Callable) -> None:
    (dossier / "stand.yaml").write_text(
        FEITEN.replace("drakentemmer", "bel 06-12345678"), encoding="utf-8"
    )
    afloop = draai("controleer", dossier)

    assert afloop.code == 0
    assert "telefoonnummer" in afloop.uit + afloop.fout
