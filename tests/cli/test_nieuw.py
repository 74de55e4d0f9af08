"""`agenda nieuw` on the command line: a dossier for a profile of choice, or an empty profile."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import vervang

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def profiel(draai: Callable, tmp_path: Path) -> Path:
    assert draai("nieuw", "--profiel", tmp_path / "onze-regio").code == 0
    return tmp_path / "onze-regio"


def test_een_nieuw_profiel_zegt_waar_u_begint(draai: Callable, tmp_path: Path) -> None:
    afloop = draai("nieuw", "--profiel", tmp_path / "p")

    assert afloop.uit == ""
    assert f"agenda regels --themas {tmp_path / 'p'}" in afloop.fout
    assert (tmp_path / "p" / "LEESMIJ.md").is_file()


def test_op_de_regels_van_een_nieuw_profiel_is_niets_aan_te_merken(
    draai: Callable, profiel: Path
) -> None:
    afloop = draai("regels", "--toets", "--themas", profiel, "--formaat", "json")

    assert (afloop.code, json.loads(afloop.uit)["bevindingen"]) == (0, [])


def test_een_nieuw_profiel_werkt_in_elke_opdracht_die_er_iets_mee_kan(
    draai: Callable, profiel: Path, tmp_path: Path
) -> None:
    map_ = tmp_path / "2027"
    opdrachten = [
        ("nieuw", "2027", map_),
        ("controleer", map_),
        ("indeling", map_),
        ("waarom", "eerste", map_),
        ("samenhang", map_),
        ("regels", map_),
        ("exporteer", map_, "--naar", tmp_path / "stukken"),
        ("vaststellen", map_, "--datum", "2027-01-15", "--door", "Iedereen"),
    ]
    for opdracht in opdrachten:
        afloop = draai(*opdracht, "--themas", profiel)
        if opdracht[0] == "nieuw":
            (map_ / "onderwerpen.xlsx").unlink()
            (map_ / "onderwerpen.csv").write_text(
                "Code;Titel;Thema;Moet het samen\neerste;Eerste;eerste-thema;ja\n"
            )

        assert afloop.code == 0, (opdracht, afloop.fout)


def test_een_profiel_dat_er_al_is_blijft_zoals_het_is(draai: Callable, profiel: Path) -> None:
    (profiel / "regio.yaml").write_text("van mij")

    afloop = draai("nieuw", "--profiel", profiel)

    assert (afloop.code, (profiel / "regio.yaml").read_text()) == (3, "van mij")
    assert "er is niets overschreven" in afloop.fout


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ([], "JAAR ontbreekt. Verwacht: een heel getal vanaf 2000 tot en met 2100."),
        (["2027", "--profiel", "p"], "Na --profiel MAP hoort niets anders"),
        (["--profiel", "p", "--voor", "x"], "Na --profiel MAP hoort niets anders"),
    ],
)
def test_verkeerd_gebruik_is_een_zin_en_code_2(
    draai: Callable,
    woorden: list[str],
    zin: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)

    afloop = draai("nieuw", *woorden)

    assert (afloop.code, afloop.uit) == (2, "")
    assert zin in afloop.fout
    assert list(tmp_path.iterdir()) == []


def test_met_voor_kiest_u_een_ander_profiel(draai: Callable, tmp_path: Path) -> None:
    map_ = tmp_path / "2014"

    assert draai("nieuw", "2014", map_, "--voor", "arnhem-2014").code == 0
    assert draai("controleer", map_).code == 0
    assert 'profiel: "arnhem-2014"' in (map_ / "dossier.yaml").read_text()


def test_een_nieuw_dossier_begint_op_een_dag_waarop_elke_indeling_regels_heeft(
    draai: Callable, tmp_path: Path
) -> None:
    later, eerder = tmp_path / "2014", tmp_path / "2015"

    assert draai("nieuw", "2014", later, "--voor", "arnhem-2014").code == 0
    assert draai("nieuw", "2015", eerder, "--voor", "arnhem-2014").code == 0

    begin = "# Eerder in het jaar gelden nog niet alle regels.\npeildatum: 2014-03-14\n"
    assert begin in (later / "dossier.yaml").read_text()
    gewoon = "van het jaar.\npeildatum: 2015-01-01\n"
    assert gewoon in (eerder / "dossier.yaml").read_text()


def test_een_indeling_zonder_geldige_regel_wordt_gemeld(draai: Callable, tmp_path: Path) -> None:
    map_ = tmp_path / "2014"
    (map_).mkdir()
    (map_ / "dossier.yaml").write_text("jaar: 2014\nprofiel: arnhem-2014\n")
    taak = "{code: taak, titel: Taak, thema: jeugdwet, keuze_regio: ja, keuze_lokaal: nee}"
    (map_ / "onderwerpen.yaml").write_text(f"onderwerpen: [{taak}]\n")

    controle = json.loads(draai("controleer", map_, "--formaat", "json").uit)
    waarom = draai("waarom", "taak", map_).uit

    gevonden = {(m["plek"], m["gevonden"], m["suggestie"]) for m in controle["waarschuwingen"]}
    dag = "«2014-01-01», een dag waarop geen enkele regel van niveau geldt"
    assert len(gevonden) == 4
    assert ("dossier.yaml:1:1", dag, "de eerstvolgende regel geldt vanaf 2014-02-14") in gevonden
    assert "Op de peildatum geldt hier geen enkele regel. Dan is er geen uitkomst." in waarom
    assert "Geen enkele regel zegt ja" not in waarom


def test_een_besluit_bewaart_ook_wat_in_csv_naast_de_onderwerpen_staat(
    draai: Callable, profiel: Path, tmp_path: Path
) -> None:
    bron = "bron: {document: ons-document, plaats: blz. 1}"
    vervang(profiel / "regio.yaml", "\nleden: []", f"\nleden: [{{code: een, naam: Een, {bron}}}]")
    with (profiel / "velden.yaml").open("a") as velden:
        velden.write("  - {code: plek, over: lid, kop: Plek, vraag: Is er plek")
        velden.write(f", soort: ja-nee, {bron}}}\n")
    map_ = tmp_path / "2027"
    map_.mkdir()
    (map_ / "dossier.yaml").write_text("jaar: 2027\nprofiel: onze-regio\n")
    (map_ / "onderwerpen.csv").write_text("Code;Titel;Thema\neen;Een;eerste-thema\n")
    (map_ / "leden.csv").write_text("Gemeente;Plek\nEen;x\n")
    stelvast = ("vaststellen", map_, "--datum", "2027-01-15", "--door", "Iedereen")

    afloop = draai(*stelvast, "--themas", profiel)

    besluit = map_ / "besluiten" / "2027-01-15"
    assert afloop.code == 0, afloop.fout
    assert (besluit / "invoer" / "leden.csv").read_text() == "Gemeente;Plek\nEen;x\n"
    assert draai("controleer", besluit).code == 0


def test_over_leden_csv_wordt_niet_geschreven(draai: Callable, profiel: Path) -> None:
    map_ = profiel.parent / "2027"
    draai("nieuw", "2027", map_, "--themas", profiel)

    doel = map_ / "leden.csv"
    afloop = draai("regels", map_, "--themas", profiel, "--formaat", "csv", "--uit", doel)

    assert (afloop.code, doel.exists()) == (2, False)


@pytest.mark.traag
def test_per_gemeente_zegt_wat_er_is_gemaakt_en_wat_u_daarna_doet(
    draai: Callable, tmp_path: Path
) -> None:
    map_ = tmp_path / "2027"

    eerst, daarna = (draai("nieuw", "2027", map_, "--per-gemeente") for _ in range(2))

    assert (eerst.code, eerst.uit, daarna.code) == (0, "", 0)
    gemeenten = map_ / "gemeenten"
    assert eerst.fout.splitlines() == [
        f"Gemaakt: 13 werkmappen in {gemeenten}. Laat elke gemeente de eigen werkmap invullen.",
        f"Alles binnen? Doe dan: agenda samenvoegen {gemeenten} --naar {map_}",
    ]
    assert daarna.fout.splitlines()[0] == (
        f"Niets gemaakt: in {map_ / 'gemeenten'} staan alle werkmappen al."
    )
    assert "nog leeg: Berg en Dal.xlsx" in daarna.fout


@pytest.mark.parametrize(
    ("woorden", "code", "zin"),
    [
        (["--voor", "centraal-gelderland"], 2, "Dit profiel noemt geen gemeenten bij naam"),
        (["--profiel", "x"], 2, "Na --profiel MAP hoort niets anders"),
        (["--voor", "bestaat-niet"], 3, "bestaat-niet"),
    ],
)
def test_per_gemeente_zonder_antwoord_schrijft_niets(
    draai: Callable, tmp_path: Path, woorden: list[str], code: int, zin: str
) -> None:
    afloop = draai("nieuw", "2027", tmp_path / "2027", "--per-gemeente", *woorden)

    assert (afloop.code, afloop.uit) == (code, "")
    assert zin in afloop.fout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.traag
def test_voorkeuren_en_grenzen_in_csv_worden_bevroren_met_een_besluit(
    draai: Callable, tmp_path: Path
) -> None:
    (tmp_path / "dossier.yaml").write_text("jaar: 2027\n")
    (tmp_path / "onderwerpen.csv").write_text("Code;Titel;Thema\neen;Een;wonen\n")
    (tmp_path / "voorkeuren.csv").write_text("Gemeente;Veiligheid;Wetswijziging\nTiel;1;2\n")
    (tmp_path / "grenzen.csv").write_text("Criterium;Minstens (%)\nVeiligheid;10 %\n")
    (tmp_path / "voorkeuren.yaml").write_text("voorkeuren: {GM0268: [veiligheid]}\n")

    afloop = draai("vaststellen", tmp_path, "--datum", "2027-01-15", "--door", "Iedereen")

    besluit = tmp_path / "besluiten" / "2027-01-15"
    namen = {pad.name for pad in (besluit / "invoer").iterdir()}
    assert afloop.code == 0, afloop.fout
    assert {"voorkeuren.csv", "grenzen.csv", "voorkeuren.yaml"} <= namen
    assert draai("controleer", besluit).code == 0
