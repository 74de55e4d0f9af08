"""Output: every form of every command, to stdout and to a file, the same on every machine."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agenda.onderwerp.onderwerp import VOORBEELDTITEL

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
OPDRACHTEN = {
    "controleer": ["controleer"],
    "prioriteer": ["prioriteer"],
    "waarom": ["waarom", "sterren-tellen"],
    "tegenover": ["waarom", "sterren-tellen", "--tegenover", "wolken-delen"],
    "gewichten": ["gewichten", "--stel", "veiligheid=0"],
    "regels": ["regels"],
    "regeltoets": ["regels", "--toets"],
    "samenhang": ["samenhang"],
    "robuust": ["robuust"],
    "onderwerp": ["samenhang", "--onderwerp", "wolken-delen"],
    "voorstel": ["samenhang", "--voorstel", "1"],
    "zonder": ["samenhang", "--zonder", "wolken-delen"],
}
CRITERIA = ("wetswijziging", "wal-en-schip", "veiligheid", "borging-samenwerking")
CRITERIA = (*CRITERIA, "laaghangend-fruit")

elke_opdracht = pytest.mark.parametrize("opdracht", OPDRACHTEN.values(), ids=OPDRACHTEN.keys())
elk_formaat = pytest.mark.parametrize("formaat", ["tabel", "json", "csv", "md"])


@elk_formaat
@elke_opdracht
def test_uit_schrijft_dezelfde_bytes_als_stdout(
    opdracht: list[str], formaat: str, draai: Callable, tmp_path: Path
) -> None:
    doel = tmp_path / "uit"

    gewoon = draai(*opdracht, KLEIN, "--formaat", formaat)
    naar_bestand = draai(*opdracht, KLEIN, "--formaat", formaat, "--uit", doel)

    assert (gewoon.code, gewoon.fout) == (0, "")
    assert (naar_bestand.code, naar_bestand.uit, naar_bestand.fout) == (0, "", "")
    assert doel.read_bytes() == gewoon.uit.encode()
    assert [pad.name for pad in tmp_path.iterdir()] == ["uit"]


def test_uit_schrijft_ook_als_echt_proces_dezelfde_bytes(proces: Callable, tmp_path: Path) -> None:
    stdout = proces("prioriteer", KLEIN, "--formaat", "csv").stdout
    proces("prioriteer", KLEIN, "--formaat", "csv", "--uit", "uit")

    assert (tmp_path / "uit").read_bytes() == stdout


def test_uit_vervangt_een_bestaand_bestand(draai: Callable, tmp_path: Path) -> None:
    doel = tmp_path / "uit.md"
    doel.write_text("oud " * 10_000, "utf-8")

    draai("prioriteer", KLEIN, "--formaat", "md", "--uit", doel)

    assert doel.read_text("utf-8") == draai("prioriteer", KLEIN, "--formaat", "md").uit


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze rechten niet")
def test_uit_geeft_een_nieuw_bestand_gewone_rechten(draai: Callable, tmp_path: Path) -> None:
    draai("regels", "--uit", tmp_path / "uit")
    (tmp_path / "gewoon").touch()

    assert (tmp_path / "uit").stat().st_mode == (tmp_path / "gewoon").stat().st_mode


@pytest.mark.parametrize("stap", ["os.fsync", "pathlib.Path.replace"])
def test_mislukt_schrijven_laat_het_oude_bestand_heel(
    stap: str, draai: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(*_: object) -> None:
        raise OSError(28, "No space left on device")

    doel = tmp_path / "uit.json"
    doel.write_text("oud", "utf-8")
    monkeypatch.setattr(stap, vol)

    afloop = draai("prioriteer", KLEIN, "--formaat", "json", "--uit", doel)

    assert (afloop.code, afloop.uit) == (5, "")
    assert doel.read_text("utf-8") == "oud"
    assert [pad.name for pad in tmp_path.iterdir()] == ["uit.json"]


@pytest.mark.parametrize("opdracht", ["prioriteer", "waarom"])
def test_foute_invoer_laat_een_bestaand_bestand_staan(
    opdracht: str, draai: Callable, maak_dossier: Callable, tmp_path: Path
) -> None:
    doel = tmp_path / "uit.json"
    doel.write_text("oud", "utf-8")
    args = ["waarom", "x"] if opdracht == "waarom" else ["prioriteer"]

    afloop = draai(*args, maak_dossier("onderwerpen: [\n"), "--uit", doel)

    assert (afloop.code, doel.read_text("utf-8")) == (3, "oud")


@elke_opdracht
def test_csv_is_een_rechte_tabel_met_bom_en_puntkommas(
    opdracht: list[str], draai: Callable
) -> None:
    uit = draai(*opdracht, KLEIN, "--formaat", "csv").uit

    rijen = list(csv.reader(io.StringIO(uit.removeprefix("\ufeff")), delimiter=";"))
    assert uit.startswith("\ufeff")
    assert len(rijen) > 1
    assert {len(rij) for rij in rijen} == {len(rijen[0])}
    assert all(rijen[0])


@elke_opdracht
def test_json_bestaat_uit_de_gegevens_alleen(opdracht: list[str], draai: Callable) -> None:
    data = json.loads(draai(*opdracht, KLEIN, "--formaat", "json").uit)

    assert re.fullmatch(r"agenda/[a-z]+/[12]", data["schema"])
    assert str(KLEIN.parent) not in json.dumps(data)


def test_json_van_prioriteer_heeft_de_vorm_van_het_contract(draai: Callable) -> None:
    data = json.loads(draai("prioriteer", KLEIN, "--formaat", "json").uit)

    gewichten = dict.fromkeys(CRITERIA, 1) | {"veiligheid": 2}
    assert data["schema"] == "agenda/ranglijst/1"
    assert (data["profiel"], data["jaar"]) == ("nijmegen-rivierenland", 2027)
    assert data["peildatum"] == "2027-01-01"
    assert data["gewichten"] == gewichten
    assert [(r["plaats"], r["gedeeld"], r["code"], r["score"]) for r in data["ranglijst"]] == [
        (1, False, "draken-temmen", 3),
        (2, True, "sterren-tellen", 2),
        (2, True, "wolken-delen", 2),
        (4, False, "maan-poetsen", 0),
    ]
    eerste, _, derde, _ = data["ranglijst"]
    assert eerste["voorstellen"] == [1, 23]
    assert data["ranglijst"][1]["afhankelijk_van"] == ["wolken-delen"]
    assert tuple(eerste["criteria"]) == CRITERIA
    assert (derde["score"], derde["score_max"]) == (2, 6)
    assert all(
        rij["score"] == sum(gewichten[c] for c, w in rij["criteria"].items() if w == "ja")
        for rij in data["ranglijst"]
    )
    assert [(o["code"], o["uitgangspunten"]) for o in data["onbeslist"]] == [
        ("feeen-bijscholen", {"planrelatie": "onbekend", "beide-regios": "onbekend"}),
        ("kabouters-huisvesten", {"planrelatie": "ja", "beide-regios": "onbekend"}),
    ]
    assert {o["code"]: o["uitgangspunten"] for o in data["niet_toegelaten"]} == {
        "zeemeermin-begroeten": {"planrelatie": "ja", "beide-regios": "nee"},
        "eenhoorns-borstelen": {"planrelatie": "nee", "beide-regios": "nee"},
    }
    assert all(o["titel"] and o["redenen"] for o in (*data["onbeslist"], *data["niet_toegelaten"]))


def test_json_zegt_waarmee_de_lijst_gemaakt_is(draai: Callable) -> None:
    herkomst = json.loads(draai("prioriteer", KLEIN, "--formaat", "json").uit)["herkomst"]

    assert herkomst["versie"] == "0.7.0"
    assert "referentie" in herkomst["evaluatoren"]
    assert all(
        re.fullmatch("[0-9a-f]{64}", herkomst[f"{deel}_sha256"])
        for deel in ("regels", "themas", "invoer")
    )


@pytest.mark.traag
@pytest.mark.parametrize("opdracht", [["prioriteer"], ["waarom", "sterren-tellen"]], ids=" ".join)
def test_json_is_in_elke_omgeving_byte_voor_byte_gelijk(
    opdracht: list[str], proces: Callable
) -> None:
    omgevingen = (
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "COLUMNS": "60"},
        {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "nl_NL.UTF-8"},
    )
    een, twee = (proces(*opdracht, KLEIN, "--formaat", "json", env=env) for env in omgevingen)

    assert (een.returncode, twee.returncode) == (0, 0)
    assert een.stdout == twee.stdout
    assert b"\r" not in een.stdout


def test_een_afhankelijkheid_staat_naast_de_plaats(draai: Callable) -> None:
    regels = draai("prioriteer", KLEIN).uit.splitlines()

    (rij,) = (nummer for nummer, regel in enumerate(regels) if "sterren-tellen" in regel)
    assert "kan pas na" in " ".join(regels[rij : rij + 3])


def test_de_volgorde_in_het_bestand_maakt_niet_uit(draai: Callable, maak_dossier: Callable) -> None:
    kop, *onderwerpen = re.split(r"(?m)^(?=  - code: )", (KLEIN / "onderwerpen.yaml").read_text())
    instellingen = (KLEIN / "dossier.yaml").read_text("utf-8")
    # A comment between topics belongs to neither.
    omgekeerd = "".join(re.sub(r"(?m)^ *#.*\n", "", deel) for deel in reversed(onderwerpen))
    ander = maak_dossier("onderwerpen:\n" + omgekeerd, instellingen=instellingen)

    assert kop.endswith("# plaats 1\n")
    assert (
        draai("prioriteer", ander, "--formaat", "json").uit
        == draai("prioriteer", KLEIN, "--formaat", "json").uit
    )


def test_yaml_csv_en_excel_met_dezelfde_inhoud_geven_dezelfde_lijst(
    draai: Callable, maak_dossier: Callable, maak_excel: Callable
) -> None:
    rijen = [
        ("Thema", "code", "TITEL", "Regio’s", "Plannen", "Afstemming nodig", "Veiligheid"),
        ("wonen", "een", "Een", "rijk-van-nijmegen; rivierenland", "samen-dichtbij", "x", "ja"),
        ("wonen", "twee", "Twee", "geen", "geen", "nee", ""),
        ("wonen", "voorbeeld", VOORBEELDTITEL, "", "", "", ""),
    ]
    yaml = """onderwerpen:
  - {code: twee, titel: Twee, thema: wonen, regios: [], plannen: [], afstemming_nodig: nee}
  - {code: een, titel: Een, thema: wonen, regios: [rivierenland, rijk-van-nijmegen],
     plannen: [samen-dichtbij], afstemming_nodig: ja, criteria: {veiligheid: ja}}
"""

    def als_csv(scheidingsteken: str) -> str:
        uit = io.StringIO()
        csv.writer(uit, delimiter=scheidingsteken).writerows(rijen)
        return uit.getvalue()

    met_bom, zonder_cr = "\ufeff" + als_csv(";"), als_csv(",").replace("\r", "")
    dossiers = [
        maak_dossier(yaml, map_="yaml"),
        maak_dossier(met_bom, bestand="onderwerpen.csv", map_="puntkomma"),
        maak_dossier(zonder_cr, bestand="onderwerpen.csv", map_="komma"),
        maak_dossier(maak_excel(rijen), bestand="onderwerpen.xlsx", map_="xlsx"),
    ]

    lijsten = {draai("prioriteer", dossier, "--formaat", "json").uit for dossier in dossiers}

    assert len(lijsten) == 1
    assert len(json.loads(lijsten.pop())["ranglijst"]) == 1


def test_nieuw_maakt_een_dossier_dat_klopt_en_houdt_stdout_vrij(
    draai: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    nieuw = draai("nieuw", "2027")

    assert (nieuw.code, nieuw.uit) == (0, "")
    assert "agenda controleer 2027" in nieuw.fout
    assert draai("controleer", "2027").code == 0


def test_nieuw_overschrijft_geen_bestaand_dossier(
    draai: Callable, maak_dossier: Callable, afdruk: Callable, geen_engels: Callable
) -> None:
    dossier = maak_dossier()
    vooraf = afdruk(dossier)

    afloop = draai("nieuw", "2027", dossier)

    assert afloop.code not in (0, 1)
    assert afloop.uit == ""
    assert afdruk(dossier) == vooraf
    geen_engels(afloop.fout)


def test_een_onderwerp_met_inspanning_en_kosten_geeft_alleen_json(
    draai: Callable, maak_dossier: Callable
) -> None:
    dossier = maak_dossier(
        "onderwerpen:\n"
        "  - {code: een, titel: Een, thema: wonen, inspanning_fte: 0.4, kosten_euro: 5}\n"
    )

    for opdracht in (["prioriteer"], ["waarom", "een"]):
        afloop = draai(*opdracht, dossier, "--formaat", "json")

        assert (afloop.code, afloop.fout) == (0, "")
        assert json.loads(afloop.uit)


def test_een_invoerbestand_wordt_geen_uitvoer(draai: Callable, maak_dossier: Callable) -> None:
    dossier = maak_dossier("onderwerpen: []\n")

    afloop = draai("prioriteer", dossier, "--uit", f"{dossier}/Onderwerpen.YAML")

    assert afloop.code == 2
    assert "hoort bij de invoer van een dossier" in afloop.fout


def test_met_fouten_schrijft_controleer_geen_bestand(
    draai: Callable, maak_dossier: Callable, tmp_path: Path
) -> None:
    dossier = maak_dossier("onderwerpen:\n  - {code: een}\n")

    for formaat in ("tabel", "json", "csv", "md"):
        uit = tmp_path / f"uit.{formaat}"
        assert draai("controleer", dossier, "--formaat", formaat, "--uit", uit).code == 3
        assert not uit.exists()


def test_een_slechte_rij_in_csv_verbergt_de_fouten_daarboven_niet(
    draai: Callable, maak_dossier: Callable
) -> None:
    csv_tekst = 'Code;Titel;Thema\nq1;A;wonnen\nq3;"open;wonen\n'
    dossier = maak_dossier(csv_tekst, bestand="onderwerpen.csv")

    regels = draai("prioriteer", dossier).fout.splitlines()

    assert [regel.partition(": ")[0] for regel in regels] == [
        "onderwerpen.csv:2:3",
        "onderwerpen.csv:3:1",
    ]


@pytest.mark.parametrize(
    ("naam", "raad"),
    [
        ("lijst.docx", "agenda exporteer"),
        ("Lijst.PDF", "agenda exporteer"),
        ("lijst.xlsx", "agenda exporteer"),
        ("lijst.html", "agenda exporteer"),
        ("lijst.csv", "--formaat csv"),
        ("lijst.svg", "--formaat svg"),
    ],
)
def test_een_tabel_voor_het_scherm_wordt_geen_bestand_dat_niet_opent(
    naam: str, raad: str, draai: Callable, tmp_path: Path, geen_engels: Callable
) -> None:
    afloop = draai("prioriteer", KLEIN, "--uit", tmp_path / naam)

    assert afloop.code == 2
    assert f"--uit: «{naam}»" in afloop.fout
    assert raad in " ".join(afloop.fout.split())
    assert list(tmp_path.iterdir()) == []
    geen_engels(afloop.fout)
