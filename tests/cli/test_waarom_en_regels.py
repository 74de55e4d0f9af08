"""`agenda waarom` and `agenda regels`: the reasoning behind one topic, and the rules themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
CODES = (
    "draken-temmen",
    "sterren-tellen",
    "wolken-delen",
    "maan-poetsen",
    "zeemeermin-begroeten",
    "eenhoorns-borstelen",
    "kabouters-huisvesten",
    "feeen-bijscholen",
)


@pytest.fixture
def uitleg(draai: Callable) -> Callable[[str], dict[str, Any]]:
    def uitleg(code: str) -> dict[str, Any]:
        return json.loads(draai("waarom", code, KLEIN, "--formaat", "json").uit)

    return uitleg


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("wolken-dele", "wolken-delen"),
        ("Draken-Temmen", "draken-temmen"),
        ("maan", "maan-poetsen"),
        ("zon", None),
    ],
)
def test_een_onbekende_code_geeft_code_2_en_de_code_die_erop_lijkt(
    getypt: str, bedoeld: str | None, draai: Callable, geen_engels: Callable
) -> None:
    afloop = draai("waarom", getypt, KLEIN)

    eerste = afloop.fout.splitlines()[0]
    tip = f"bedoelde u «{bedoeld}»?" if bedoeld else "alle codes staan in: agenda prioriteer"
    assert (afloop.code, afloop.uit) == (2, "")
    assert eerste == f"Fout: Geen onderwerp heeft de code «{getypt}»; {tip}"
    geen_engels(afloop.fout)


def test_een_deel_van_een_code_of_titel_noemt_wie_het_kan_zijn(draai: Callable) -> None:
    assert "bedoelde u «draken-temmen»?" in draai("waarom", "draken", KLEIN).fout
    assert "alle codes staan in" in draai("waarom", "en", KLEIN).fout


def test_wie_de_map_voor_de_code_zet_leest_hoe_het_hoort(draai: Callable) -> None:
    andersom = draai("waarom", KLEIN, "draken-temmen")
    zonder = draai("waarom", KLEIN)

    assert (andersom.code, zonder.code) == (2, 2)
    eerste = [afloop.fout.splitlines()[0] for afloop in (andersom, zonder)]
    assert eerste == [
        f"Fout: Noem eerst de code van een onderwerp: agenda waarom {code} {KLEIN}"
        for code in ("draken-temmen", "CODE")
    ]


@pytest.mark.parametrize("code", CODES)
def test_json_van_waarom_heeft_de_vorm_van_het_contract(code: str, uitleg: Callable) -> None:
    data = uitleg(code)

    velden = {"code", "status", "plaats", "uitgangspunten", "criteria", "score", "herkomst"}
    assert velden <= set(data)
    assert data["code"] == code
    assert data["status"] in ("toegelaten", "niet-toegelaten", "onbeslist")
    assert [deel["regel"] for deel in data["uitgangspunten"]] == ["planrelatie", "beide-regios"]
    for deel in data["uitgangspunten"]:
        assert {"regel", "uitkomst", "bron", "zin", "voorwaarden"} <= set(deel)
        assert deel["voorwaarden"]
        for voorwaarde in deel["voorwaarden"]:
            assert {"veld", "gevonden", "verwacht", "uitkomst"} <= set(voorwaarde)
    for deel in data["criteria"]:
        velden = {"criterium", "waarde", "gewicht", "punten", "onderbouwing", "bron"}
        assert velden <= set(deel)
    versie = data["herkomst"]["versie"]
    assert versie == "0.7.0"


@pytest.mark.parametrize("code", CODES)
def test_de_punten_tellen_op_tot_de_score(code: str, uitleg: Callable) -> None:
    data = uitleg(code)

    assert sum(deel["punten"] for deel in data["criteria"]) == data["score"]
    assert all(
        deel["punten"] == (deel["gewicht"] if deel["waarde"] == "ja" else 0)
        for deel in data["criteria"]
    )


def test_waarom_zegt_hetzelfde_als_prioriteer(draai: Callable, uitleg: Callable) -> None:
    lijst = json.loads(draai("prioriteer", KLEIN, "--formaat", "json").uit)

    for rij in lijst["ranglijst"]:
        data = uitleg(rij["code"])
        assert data["status"] == "toegelaten"
        assert (data["plaats"], data["score"]) == (rij["plaats"], rij["score"])
        assert {c["criterium"]: c["waarde"] for c in data["criteria"]} == rij["criteria"]
    for status, groep in (("onbeslist", "onbeslist"), ("niet-toegelaten", "niet_toegelaten")):
        for rij in lijst[groep]:
            data = uitleg(rij["code"])
            assert (data["status"], data["plaats"]) == (status, None)
            uitkomsten = {u["regel"]: u["uitkomst"] for u in data["uitgangspunten"]}
            assert uitkomsten == rij["uitgangspunten"]


def test_een_gedeelde_plaats_wordt_gezegd_met_wie_hem_deelt(draai: Callable) -> None:
    tabel = " ".join(draai("waarom", "wolken-delen", KLEIN).uit.split())

    assert "Plaats 2 (gedeeld)" in tabel
    assert "Elke nacht samen de sterren tellen (sterren-tellen)" in tabel


def test_een_eigen_plaats_heet_niet_gedeeld(draai: Callable) -> None:
    tabel = draai("waarom", "draken-temmen", KLEIN).uit

    assert "Plaats 1" in tabel
    assert "gedeeld" not in tabel


def test_niet_toegelaten_wordt_uitgelegd_met_wat_er_gevonden_is(
    draai: Callable, uitleg: Callable
) -> None:
    data = uitleg("zeemeermin-begroeten")
    tabel = " ".join(draai("waarom", "zeemeermin-begroeten", KLEIN).uit.split())

    (nee,) = (u for u in data["uitgangspunten"] if u["uitkomst"] == "nee")
    (deel,) = (v for v in nee["voorwaarden"] if v["uitkomst"] == "nee")
    assert nee["regel"] == "beide-regios"
    assert deel["veld"] == "aantal_geraakte_deelregios"
    assert (deel["gevonden"], data["plaats"]) == (1, None)
    assert "Status: niet toegelaten" in tabel
    assert "Niet toegelaten. Raakt alleen Rivierenland." in tabel
    assert "minstens 2" not in tabel
    assert "Geen plaats" in tabel


def test_onbeslist_wordt_uitgelegd_met_wat_nog_onbekend_is(
    draai: Callable, uitleg: Callable
) -> None:
    data = uitleg("kabouters-huisvesten")
    tabel = " ".join(draai("waarom", "kabouters-huisvesten", KLEIN).uit.split())

    onbekend = [
        v for u in data["uitgangspunten"] for v in u["voorwaarden"] if v["uitkomst"] == "onbekend"
    ]
    assert [(v["veld"], v["gevonden"]) for v in onbekend] == [("afstemming_nodig", "onbekend")]
    assert "Status: onbeslist" in tabel
    assert "Onbeslist. Moeten de deelregio's hierover afstemmen?" in tabel


def test_bij_een_afhankelijkheid_zegt_waarom_waarop_het_onderwerp_wacht(draai: Callable) -> None:
    tabel = draai("waarom", "sterren-tellen", KLEIN).uit

    assert "pas na" in tabel


def test_een_ja_zonder_onderbouwing_valt_op_in_de_uitleg(draai: Callable) -> None:
    assert draai("waarom", "sterren-tellen", KLEIN).uit.count("Onderbouwing: ontbreekt") == 2


@pytest.mark.parametrize("code", CODES)
def test_wat_weergegeven_wordt_is_nederlands(
    code: str, draai: Callable, geen_engels: Callable
) -> None:
    for formaat in ("tabel", "md", "csv"):
        geen_engels(draai("waarom", code, KLEIN, "--formaat", formaat).uit)


def test_regels_werkt_ook_buiten_een_dossier(
    draai: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    buiten = draai("regels")
    monkeypatch.chdir(KLEIN)
    binnen = draai("regels")

    assert (buiten.code, buiten.fout) == (0, "")
    assert buiten.uit == binnen.uit


def test_regels_van_een_map_die_er_niet_is_geeft_een_fout(draai: Callable) -> None:
    afloop = draai("regels", "weg")

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout == "weg: dossier: gevonden niets; verwacht een map met een dossier\n"


def test_regels_noemt_van_elke_regel_de_zin_en_de_bron(
    draai: Callable, geen_engels: Callable
) -> None:
    data = json.loads(draai("regels", KLEIN, "--formaat", "json").uit)
    tabel = " ".join(draai("regels", KLEIN).uit.replace("│", " ").split())

    assert data["schema"] == "agenda/regels/1"
    assert len(data["regels"]) == 18
    for regel in data["regels"]:
        assert " ".join(regel["zin"].split()) in tabel
        assert f"Bron van de regel: {regel['bron']}" in tabel
        assert (regel["geldig_van"] or "altijd") in tabel
    geen_engels(tabel)


def test_regels_in_een_dossier_zijn_die_van_zijn_eigen_profiel(
    draai: Callable, eigen_profiel: Path
) -> None:
    criteria = eigen_profiel / "regels" / "criteria.yaml"
    tekst = criteria.read_text("utf-8")
    criteria.write_text(tekst.replace("Er is haast bij", "Er is grote haast bij"), "utf-8")

    assert "Er is grote haast bij" in draai("regels", KLEIN, "--themas", eigen_profiel).uit
    assert "Er is haast bij" in draai("regels", KLEIN).uit
