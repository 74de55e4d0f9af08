"""`agenda controleer` as people see it: by topic, on one screen, or in the workbook itself."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from regels.melding import MAX_BEWAARD, MAX_GETOOND

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GOUD = Path(__file__).parents[1] / "goud"
KOP = ["Code", "Titel", "Thema", "Voorstellen", "Afstemming nodig", "Kosten (€)", "Ingediend door"]
CODES = (
    *("wijk-ggz", "opvang-regio", "beschermd-thuis", "vervoer", "schuldhulp", "dagbesteding"),
    *("mantelzorg", "meldpunt", "housing-first", "jongeren"),
)


def dossier_met_rijen(map_: Path, *rijen: list[Any], kop: Sequence[str] = KOP) -> Path:
    map_.mkdir(exist_ok=True)
    (map_ / "dossier.yaml").write_text("jaar: 2027\n", encoding="utf-8")
    boek = openpyxl.Workbook()
    assert boek.active is not None
    boek.active.title = "Onderwerpen"
    for rij in (kop, *rijen):
        boek.active.append(rij)
    boek.save(map_ / "onderwerpen.xlsx")
    return map_


def dossier_met_34_fouten(map_: Path) -> Path:
    """Ten topics: a wrong theme and proposal in each, and further faults in the first ones."""
    rijen = [
        [
            code,
            f"Titel van {code}",
            "wone",
            "26",
            "weet niet" if nummer < 6 else "ja",
            "vijftig" if nummer < 4 else 50,
            "Nijmgen" if nummer < 4 else "Nijmegen",
        ]
        for nummer, code in enumerate(CODES)
    ]
    return dossier_met_rijen(map_, *rijen)


def test_34_fouten_passen_op_een_scherm_en_breken_geen_woord(
    tmp_path: Path, draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    afloop = draai("controleer", dossier_met_34_fouten(tmp_path / "2027"))

    regels = afloop.fout.splitlines()
    assert (afloop.code, afloop.uit) == (3, "")
    assert regels[0] == "34 fouten in onderwerpen.xlsx, bij 10 onderwerpen."
    assert len(regels) <= 40
    assert max(map(len, regels)) <= 80
    assert sum(regel.startswith("wijk-ggz (5): C2 Thema: «wone»") for regel in regels) == 1
    assert all(afloop.fout.count(f"\n{code} (") == 1 for code in CODES)
    woorden = set(afloop.fout.split())
    assert {"«onbekend»?", "«Nijmegen»?", "--gemarkeerd", "controleer"} <= woorden


VELE_KOPPEN = (
    *("Code", "Titel", "Thema", "Plannen", "Voorstellen", "Regio's", "Afstemming nodig"),
    *("Wetswijziging", "Veiligheid", "Onderbouwing Veiligheid", "Afhankelijk van"),
    *("Inspanning (fte)", "Kosten (€)", "Bevoegdheid", "Ingediend door", "Urgent"),
)
VELE_FOUTEN: tuple[dict[str, Any], ...] = (
    {"Code": "wijk-ggz", "Thema": "wone", "Plannen": "samen-dichbij", "Voorstellen": "26"},
    {"Code": "opvang", "Afstemming nodig": "weet niet", "Wetswijziging": "soms", "Urgent": "?"},
    {"Code": "Beschermd Thuis!", "Titel": None, "Thema": "vervoer", "Ingediend door": "Nijmgen"},
    {"Code": "vervoer", "Afhankelijk van": "vervoer", "Inspanning (fte)": "half"},
    {"Code": "vervoer", "Inspanning (fte)": 150, "Afhankelijk van": "wijk-gzz", "Kosten (€)": -5},
    {"Code": "schuldhulp", "Thema": None, "Titel": "x" * 301, "Ingediend door": "Den Haag"},
    {"Code": "dagbesteding", "Titel": '=A1&"x"', "Kosten (€)": "#N/A", "Bevoegdheid": "raadd"},
    {"Code": "mantelzorg", "Afhankelijk van": "meldpunt", "Regio's": "Rijk van Nijmgen"},
    {"Code": "meldpunt", "Afhankelijk van": "mantelzorg", "Voorstellen": "a; b"},
    {"Code": "jongeren", "Voorstellen": date(2027, 3, 2), "Veiligheid": "jaa", "Kosten (€)": "15k"},
    {"Code": "huisvesting", "Onderbouwing Veiligheid": "y" * 10_001, "Plannen": "a; b; c"},
    {"Code": None, "Titel": "Zonder code"},
)


def dossier_met_vele_soorten_fouten(map_: Path) -> Path:
    """Thirty-four faults of nearly all kinds, and what will be asked about beside them."""
    rijen = [{"Titel": f"Titel {n}", "Thema": "wonen", **rij} for n, rij in enumerate(VELE_FOUTEN)]
    rijen[0]["Veiligheid"] = rijen[7]["Veiligheid"] = "ja"
    return dossier_met_rijen(
        map_, *([rij.get(kop) for kop in VELE_KOPPEN] for rij in rijen), kop=VELE_KOPPEN
    )


def test_34_fouten_van_bijna_elke_soort_passen_met_een_waarschuwing_op_een_scherm(
    tmp_path: Path, draai: Callable, monkeypatch: pytest.MonkeyPatch, goud: Callable
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    map_ = dossier_met_vele_soorten_fouten(tmp_path / "2027")

    tekst = draai("controleer", map_).fout
    data = json.loads(draai("controleer", map_, "--formaat", "json").uit)

    assert (len(data["fouten"]), len(data["waarschuwingen"])) == (34, 2)
    assert len(tekst.splitlines()) <= 40
    assert max(map(len, tekst.splitlines())) <= 80
    woorden = tekst.replace(",", " ").replace(":", " ").split()
    assert {fout["plek"].rpartition("!")[2] for fout in data["fouten"]} <= {*woorden}
    goud(GOUD / "cli-controleer-vele-fouten.txt", tekst)


def test_hoogstens_honderd_fouten_worden_getoond(tmp_path: Path, draai: Callable) -> None:
    rijen = [[f"code-{n}", f"Titel {n}", "wone"] for n in range(130)]
    map_ = dossier_met_rijen(tmp_path / "2027", *rijen)

    regels = draai("controleer", map_).fout.splitlines()

    assert sum("«wone»" in regel for regel in regels) == 100
    assert any("en nog 30" in regel for regel in regels)
    data = json.loads(draai("controleer", map_, "--formaat", "json").uit)
    assert (data["aantal"], len(data["fouten"])) == (130, 130)


def test_een_leeg_dossier_zegt_dat_er_nog_geen_onderwerpen_zijn(
    tmp_path: Path, draai: Callable
) -> None:
    afloop = draai("controleer", dossier_met_rijen(tmp_path / "2027"))

    assert (afloop.code, "nog geen onderwerpen" in afloop.uit) == (0, True)


def test_gemarkeerd_maakt_een_kopie_en_laat_het_bestand_zoals_het_is(
    tmp_path: Path, draai: Callable
) -> None:
    map_ = dossier_met_34_fouten(tmp_path / "2027")
    vooraf = (map_ / "onderwerpen.xlsx").read_bytes()
    doel = tmp_path / "gemarkeerd.xlsx"

    afloop = draai("controleer", map_, "--gemarkeerd", doel)

    assert (afloop.code, f"Gemaakt: {doel}" in afloop.fout) == (3, True)
    assert (map_ / "onderwerpen.xlsx").read_bytes() == vooraf
    blad = openpyxl.load_workbook(doel)["Onderwerpen"]
    assert sum(cel.comment is not None for rij in blad.iter_rows() for cel in rij) == 34


def test_gemarkeerd_vervangt_nooit_een_bestand(tmp_path: Path, draai: Callable) -> None:
    map_ = dossier_met_34_fouten(tmp_path / "2027")
    vooraf = (map_ / "onderwerpen.xlsx").read_bytes()

    afloop = draai("controleer", map_, "--gemarkeerd", map_ / "onderwerpen.xlsx")

    assert (afloop.code, "bestaat al" in afloop.fout) == (5, True)
    assert (map_ / "onderwerpen.xlsx").read_bytes() == vooraf


@pytest.mark.parametrize("soort", ["yaml", "csv"])
def test_gemarkeerd_werkt_alleen_bij_een_werkmap(
    soort: str, tmp_path: Path, draai: Callable
) -> None:
    (tmp_path / "dossier.yaml").write_text("jaar: 2027\n", encoding="utf-8")
    (tmp_path / f"onderwerpen.{soort}").write_text("onderwerpen: []\n", encoding="utf-8")

    afloop = draai("controleer", tmp_path, "--gemarkeerd", tmp_path / "uit.xlsx")

    assert (afloop.code, f"onderwerpen.{soort}" in afloop.fout) == (2, True)
    assert not (tmp_path / "uit.xlsx").exists()


def test_gemarkeerd_moet_op_xlsx_eindigen(tmp_path: Path, draai: Callable) -> None:
    map_ = dossier_met_rijen(tmp_path / "2027")

    assert draai("controleer", map_, "--gemarkeerd", tmp_path / "uit.pdf").code == 2


def test_een_werkmap_die_niet_te_lezen_is_wordt_niet_gemarkeerd(
    tmp_path: Path, draai: Callable
) -> None:
    map_ = dossier_met_rijen(tmp_path / "2027")
    (map_ / "onderwerpen.xlsx").write_bytes(b"geen werkmap")

    afloop = draai("controleer", map_, "--gemarkeerd", tmp_path / "uit.xlsx")

    assert (afloop.code, "niet te lezen" in afloop.fout) == (3, True)
    assert not (tmp_path / "uit.xlsx").exists()


def test_een_stuk_zonder_onderwerpen_zegt_dat(tmp_path: Path, draai: Callable) -> None:
    map_ = dossier_met_rijen(tmp_path / "2027")

    afloop = draai("exporteer", map_, "--als", "md", "--naar", tmp_path / "uit")

    (stuk,) = (tmp_path / "uit").glob("*.md")
    assert "nog geen onderwerpen" in afloop.fout
    assert "Er staan nog geen onderwerpen in dit dossier." in stuk.read_text(encoding="utf-8")


@pytest.mark.parametrize("vorm", ["xlsx", "csv"])
def test_een_stuk_van_het_programma_zelf_als_invoer_is_een_zin(
    vorm: str, tmp_path: Path, draai: Callable
) -> None:
    rijen = [["a1", "Een", "wonen", "14", "ja"], ["a2", "Twee", "wonen", "14"]]
    map_ = dossier_met_rijen(tmp_path / "2027", *rijen)
    draai("exporteer", map_, "--als", vorm, "--naar", tmp_path / "uit")
    (stuk,) = (tmp_path / "uit").glob(f"*.{vorm}")
    (map_ / "onderwerpen.xlsx").unlink()
    stuk.rename(map_ / f"onderwerpen.{vorm}")

    afloop = draai("controleer", map_)

    assert (afloop.code, len(afloop.fout.splitlines())) == (3, 1)
    assert "een ranglijst die dit programma zelf maakte" in afloop.fout


def test_een_bestand_dat_nog_open_is_wordt_ook_bij_fouten_genoemd(
    tmp_path: Path, draai: Callable
) -> None:
    map_ = dossier_met_34_fouten(tmp_path / "2027")
    (map_ / ".~lock.onderwerpen.xlsx#").write_text("", encoding="utf-8")
    (map_ / "Kopie van onderwerpen.xlsx").write_bytes(b"")

    afloop = draai("controleer", map_)
    data = json.loads(draai("controleer", map_, "--formaat", "json").uit)

    tekst = " ".join(afloop.fout.split())
    assert "Let op: Kopie van onderwerpen.xlsx: nog een bestand;" in tekst
    assert "wat nog niet is opgeslagen, telt niet mee" in tekst
    assert (data["aantal"], len(data["fouten"]), len(data["waarschuwingen"])) == (36, 34, 2)


def test_ook_bij_een_fout_in_de_koppen_staat_dat_het_bestand_nog_open_is(
    tmp_path: Path, draai: Callable
) -> None:
    map_ = dossier_met_rijen(tmp_path / "2027")
    boek = openpyxl.load_workbook(map_ / "onderwerpen.xlsx")
    assert boek.active is not None
    boek.active["A1"] = "Kode"
    boek.save(map_ / "onderwerpen.xlsx")
    (map_ / ".~lock.onderwerpen.xlsx#").write_text("", encoding="utf-8")

    afloop = draai("controleer", map_)

    assert afloop.code == 3
    assert "geen kolom Code" in afloop.fout
    assert "Let op: onderwerpen.xlsx: een bestand dat nog open is" in " ".join(afloop.fout.split())


def test_fouten_in_twee_bestanden_staan_allebei_in_de_kop(tmp_path: Path, draai: Callable) -> None:
    map_ = dossier_met_rijen(tmp_path / "2027", ["a1", "A", "wone", "26"])
    (map_ / "dossier.yaml").write_text("jaar: veel\n", encoding="utf-8")

    kop = draai("controleer", map_).fout.splitlines()[0]

    assert kop == "2 fouten in onderwerpen.xlsx en 1 in dossier.yaml, bij 1 onderwerp."


def test_de_fouten_van_een_onderwerp_staan_bij_elkaar(tmp_path: Path, draai: Callable) -> None:
    """Two rows with one code: they are told together, each with its own place."""
    rijen = [["a1", "A", "wone"], ["b1", "B", "wone"], ["a1", "C", "wone"]]

    regels = draai("controleer", dossier_met_rijen(tmp_path / "2027", *rijen)).fout.splitlines()

    assert regels[1] == "a1 (3): C2 Thema: «wone», C4: «wone»; bedoelde u «wonen»?"
    assert regels[2].startswith("  A4 Code: «a1»;")
    assert regels[3].startswith("b1 (1): C3")


@pytest.mark.traag
def test_wie_ophoudt_met_tellen_zegt_dat_het_er_minstens_zoveel_zijn(
    tmp_path: Path, draai: Callable
) -> None:
    map_ = tmp_path / "2027"
    map_.mkdir()
    (map_ / "dossier.yaml").write_text("jaar: 2027\n", encoding="utf-8")
    rijen = ["Code;Titel;Thema", *(f"a{n};T;wonenn" for n in range(MAX_BEWAARD + 500))]
    (map_ / "onderwerpen.csv").write_text("\n".join(rijen), encoding="utf-8")

    regels = draai("controleer", map_).fout.splitlines()

    assert regels[0].startswith(f"Minstens {MAX_BEWAARD} fouten in onderwerpen.csv")
    assert any(r.startswith(f"… en nog minstens {MAX_BEWAARD - MAX_GETOOND};") for r in regels)


def test_wat_er_al_stond_staat_er_geen_tweede_keer(
    tmp_path: Path, draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names and examples of what may stand there come once; a place in the same sheet is short."""
    monkeypatch.setenv("COLUMNS", "80")
    rijen = [["a1", "A", "zzz", 26, "", "15k", "Tilburg"], ["a1", "B", "zzz", 27, "", "9k", "Ede"]]

    tekst = " ".join(draai("controleer", dossier_met_rijen(tmp_path, *rijen)).fout.split())

    assert tekst.count("sluitend-netwerk, wonen") == 1
    assert tekst.count("zoals 50000") == 1
    assert tekst.count("1 tot en met 25") == 1
    assert tekst.count("Neder-Betuwe") == 1
    assert "een code die nog niet gebruikt is (zie A2)" in tekst


def test_fouten_die_bij_geen_onderwerp_horen_eindigen_ook_met_wat_te_doen(
    tmp_path: Path, draai: Callable
) -> None:
    rijen = [["a1", "A", "wonen"], ["", "Totaal"], ["NB: let op"]]

    regels = draai("controleer", dossier_met_rijen(tmp_path, *rijen)).fout.splitlines()

    assert regels[0] == "2 fouten in onderwerpen.xlsx."
    assert [regel[:3] for regel in regels if regel[0] in "AB"] == ["B3:", "A4:"]
    assert "--gemarkeerd" in " ".join(regels[-2:])
