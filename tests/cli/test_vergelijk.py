"""`agenda vergelijk`: two dossiers, two profiles on one dossier, and a decision."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

GOUD = Path(__file__).parents[1] / "goud"
OUD = """onderwerpen:
  - {code: brug, titel: De brug, thema: wonen, plannen: [samen-dichtbij],
     regios: [rijk-van-nijmegen, rivierenland], afstemming_nodig: ja, criteria: [veiligheid]}
  - {code: pont, titel: De pont, thema: wonen, plannen: [samen-dichtbij],
     regios: [rijk-van-nijmegen, rivierenland], afstemming_nodig: ja, criteria: [veiligheid]}
  - {code: tunnel, titel: De tunnel, thema: wonen, plannen: [samen-dichtbij],
     regios: [rijk-van-nijmegen, rivierenland], afstemming_nodig: ja, criteria: []}
  - {code: veer, titel: Het veer, thema: wonen, plannen: [samen-dichtbij],
     regios: [rijk-van-nijmegen, rivierenland]}
"""
NIEUW = """onderwerpen:
  - {code: brug, titel: De brug, thema: wonen, plannen: [samen-dichtbij],
     regios: [rijk-van-nijmegen, rivierenland], afstemming_nodig: ja, criteria: [veiligheid]}
  - {code: tunnel, titel: De lange tunnel, thema: wonen, plannen: [samen-dichtbij], kosten_euro: 5,
     regios: [rijk-van-nijmegen, rivierenland], afstemming_nodig: ja,
     criteria: [wetswijziging, wal-en-schip, laaghangend-fruit]}
  - {code: veer, titel: Het veer, thema: wonen, plannen: [samen-dichtbij],
     regios: [rijk-van-nijmegen], afstemming_nodig: ja}
  - {code: viaduct, titel: Het viaduct, thema: wonen, plannen: [samen-dichtbij],
     regios: [rijk-van-nijmegen, rivierenland], afstemming_nodig: ja, criteria: [veiligheid]}
"""


@pytest.fixture
def oud(maak_dossier: Callable) -> Path:
    return maak_dossier(OUD, map_="2026", instellingen="jaar: 2026\n")


@pytest.fixture
def nieuw(maak_dossier: Callable) -> Path:
    return maak_dossier(NIEUW, map_="2027", instellingen="jaar: 2027\ngewichten: {veiligheid: 2}\n")


@pytest.fixture
def data(draai: Callable) -> Callable[..., dict[str, Any]]:
    """What the command says as JSON."""

    def data(*args: object) -> dict[str, Any]:
        afloop = draai("vergelijk", *args, "--formaat", "json")
        assert (afloop.code, afloop.fout) == (0, "")
        return json.loads(afloop.uit)

    return data


def test_wat_mensen_lezen_is_zoals_afgesproken(
    oud: Path, nieuw: Path, draai: Callable, goud: Callable, geen_engels: Callable
) -> None:
    afloop = draai("vergelijk", oud, nieuw)

    assert (afloop.code, afloop.fout) == (0, "")
    geen_engels(afloop.uit)
    goud(GOUD / "cli-vergelijk.txt", afloop.uit)


def test_een_dossier_naast_zichzelf_zegt_dat_er_niets_veranderd_is(
    oud: Path, draai: Callable
) -> None:
    afloop = draai("vergelijk", oud, oud)

    assert afloop.code == 0
    assert "\nEr is niets veranderd: " in afloop.uit


@pytest.mark.parametrize("vorm", ["tabel", "json", "csv", "md"])
def test_velden_die_alleen_de_route_veranderen_staan_in_elke_vorm(
    maak_dossier: Callable, draai: Callable, vorm: str
) -> None:
    velden = {"urgent": "Urgent", "juridische_toets": "Juridische toets"}
    velden["groot_beleidsstuk"] = "Groot beleidsstuk"
    onderwerp = OUD.partition("  - {code: pont")[0].replace("}", ", bevoegdheid: college}")
    anders = onderwerp.replace("}", "".join(f", {veld}: ja" for veld in velden) + "}")
    instellingen = "jaar: 2027\n"
    een = maak_dossier(onderwerp, map_="een", instellingen=instellingen)
    ander = maak_dossier(anders, map_="ander", instellingen=instellingen)

    afloop = draai("vergelijk", een, ander, "--formaat", vorm)

    assert (afloop.code, afloop.fout) == (0, "")
    assert "Er is niets veranderd" not in afloop.uit
    for veld, kop in velden.items():
        assert (veld if vorm in ("json", "csv") else kop) in afloop.uit
    assert "route" in afloop.uit


def test_csv_heeft_elk_onderwerp_op_een_rij_en_telt_op(
    oud: Path, nieuw: Path, draai: Callable
) -> None:
    tekst = draai("vergelijk", oud, nieuw, "--formaat", "csv").uit.removeprefix("\ufeff")

    rijen = list(csv.DictReader(io.StringIO(tekst), delimiter=";"))
    assert {rij["Code"]: rij["Wat"] for rij in rijen} == {
        "brug": "verschoven",
        "tunnel": "verschoven",
        "veer": "andere status",
        "viaduct": "nieuw",
        "pont": "weg",
    }
    stappen = [kop for kop in rijen[0] if kop.startswith("Door ")]
    for rij in rijen:
        if rij["Plaatsen hoger"]:
            som = sum(int(rij[kop]) for kop in stappen)
            assert (
                som
                == int(rij["Plaatsen hoger"])
                == int(rij["Plaats oud"]) - int(rij["Plaats nieuw"])
            )


def test_een_strengere_regel_op_hetzelfde_dossier_noemt_wie_erdoor_afvalt(
    oud: Path, eigen_profiel: Path, data: Callable
) -> None:
    regels = eigen_profiel / "regels" / "uitgangspunten.yaml"
    tekst = regels.read_text(encoding="utf-8")
    tekst = tekst.replace(
        "{veld: aantal_geldige_planrelaties, minstens: 1}",
        "{veld: aantal_geldige_planrelaties, minstens: 2}",
    ).replace(
        "{gegeven: {aantal_geldige_planrelaties: 1}, verwacht: ja}",
        "{gegeven: {aantal_geldige_planrelaties: 1}, verwacht: nee}",
    )
    regels.write_text(tekst, encoding="utf-8")

    uit = data(oud, "--themas-nieuw", eigen_profiel)

    assert [(deel["stap"], deel["code"]) for deel in uit["maatstaf"]] == [("regels", "planrelatie")]
    assert uit["oud"]["herkomst"]["invoer_sha256"] == uit["nieuw"]["herkomst"]["invoer_sha256"]
    for deel in uit["beide"]:
        assert deel["nieuw"]["status"] == "niet-toegelaten"
        eerste = deel["stappen"][0]
        assert (eerste["stap"], eerste["regels"]) == ("regels", ["planrelatie"])


def test_een_besluit_brengt_zijn_eigen_regels_en_kennis_mee(
    oud: Path, nieuw: Path, eigen_profiel: Path, draai: Callable, data: Callable
) -> None:
    criteria = eigen_profiel / "regels" / "criteria.yaml"
    tekst = criteria.read_text(encoding="utf-8")
    zin = "Aanpak is nodig voor de veiligheid van inwoners en hun omgeving."
    assert zin in tekst
    toen = shutil.copytree(eigen_profiel, eigen_profiel.parent / "toen")
    (toen / "regels" / "criteria.yaml").write_text(
        tekst.replace(zin, "Zo stond het toen."), encoding="utf-8"
    )
    opties = ("--themas", toen, "--door", "Colleges", "--datum", "2026-01-15", "--als", "json")
    assert draai("vaststellen", oud, *opties).code == 0
    besluit = oud / "besluiten" / "2026-01-15"

    uit = data(besluit, nieuw)

    assert [(d["stap"], d["code"]) for d in uit["maatstaf"]] == [
        ("regels", "veiligheid"),
        ("gewichten", "veiligheid"),
    ]
    assert data(besluit, "--themas-nieuw", eigen_profiel)["maatstaf"][0]["code"] == "veiligheid"


def test_fouten_van_beide_kanten_staan_er_in_een_keer_elk_met_de_map(
    maak_dossier: Callable, draai: Callable
) -> None:
    fout = OUD.replace("thema: wonen", "thema: woonen", 1)
    een = maak_dossier(fout, map_="2026", instellingen="jaar: 2026\n")
    ander = maak_dossier(fout, map_="2027", instellingen="jaar: zeven\n")

    afloop = draai("vergelijk", een, ander)

    assert (afloop.code, afloop.uit) == (3, "")
    assert [regel.partition(":")[0] for regel in afloop.fout.splitlines()] == [
        f"{een}/onderwerpen.yaml",
        f"{ander}/dossier.yaml",
        f"{ander}/onderwerpen.yaml",
    ]


def test_een_fout_in_een_eigen_profiel_noemt_welk_profiel(
    oud: Path, eigen_profiel: Path, draai: Callable
) -> None:
    for bestand in ("regio.yaml", "regels/criteria.yaml"):
        pad = eigen_profiel / bestand
        goed = pad.read_text(encoding="utf-8")
        pad.write_text("fout: 1\n", encoding="utf-8")
        afloop = draai("vergelijk", oud, "--themas-nieuw", eigen_profiel)
        assert afloop.code == 3
        assert all(regel.startswith(f"{pad}:") for regel in afloop.fout.splitlines())
        pad.write_text(goed, encoding="utf-8")


def test_regels_die_elkaar_tegenspreken_geven_code_4(
    oud: Path, eigen_profiel: Path, draai: Callable
) -> None:
    pad = eigen_profiel / "regels" / "criteria.yaml"
    tekst = pad.read_text(encoding="utf-8")
    blok = tekst[tekst.index("  - code: veiligheid") : tekst.index("  - code: borging")]
    pad.write_text(tekst + "\n" + blok, encoding="utf-8")

    assert draai("vergelijk", oud, "--themas-nieuw", eigen_profiel).code == 4


def test_een_dossier_zonder_iets_ernaast_is_verkeerd_gebruik(
    oud: Path, draai: Callable, geen_engels: Callable
) -> None:
    afloop = draai("vergelijk", oud)

    assert (afloop.code, afloop.uit) == (2, "")
    assert "--themas-nieuw" in afloop.fout
    geen_engels(afloop.fout)


def test_een_afwijking_in_een_besluit_staat_apart_en_telt_niet_als_verschuiving(
    oud: Path, draai: Callable, data: Callable
) -> None:
    plaatsen = json.loads(draai("prioriteer", oud, "--formaat", "json").uit)["ranglijst"]
    laatste = plaatsen[-1]["code"]
    opties = ("--door", "Colleges", "--datum", "2026-01-15", "--als", "json")
    afwijking = ("--afwijking", f"{laatste}:1:Er is haast.")
    assert draai("vaststellen", oud, *opties, *afwijking).code == 0
    besluit = oud / "besluiten" / "2026-01-15"

    uit = data(besluit, oud)

    assert [deel["code"] for deel in uit["oud"]["besluit"]["afwijkingen"]] == [laatste]
    assert "besluit" not in uit["nieuw"]
    assert all(deel["stappen"] == [] for deel in uit["beide"])
    tekst = draai("vergelijk", besluit, oud).uit
    assert "Vergeleken is de berekende volgorde; de afwijkingen staan apart." in tekst
    assert "Reden: Er is haast." in tekst


def _met_andere_grens(profiel: Path, *wijzigingen: tuple[str, str]) -> None:
    pad = profiel / "regels" / "uitgangspunten.yaml"
    tekst = pad.read_text(encoding="utf-8")
    for oud, nieuw in wijzigingen:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw)
    pad.write_text(tekst, encoding="utf-8")


def test_kleinste_verzonnen_onderwerp_waarop_de_regels_verschillen(
    oud: Path, eigen_profiel: Path, draai: Callable
) -> None:
    _met_andere_grens(
        eigen_profiel,
        ("aantal_geldige_planrelaties, minstens: 1", "aantal_geldige_planrelaties, minstens: 2"),
        ("aantal_geldige_planrelaties: 1}, verwacht: ja", "kosten_euro: 1}, verwacht: onbekend"),
    )

    tekst = draai("vergelijk", oud, "--themas-nieuw", eigen_profiel).uit
    json_ = draai("vergelijk", oud, "--themas-nieuw", eigen_profiel, "--formaat", "json").uit

    assert "aantal_geldige_planrelaties: 1  toelating op de agenda  onbekend  nee" in tekst
    kleinste = json.loads(json_)["kleinste_verschil"]
    assert kleinste.pop("gezien") > 1
    assert kleinste == {
        "feiten": {"aantal_geldige_planrelaties": 1},
        "wat": "toelating",
        "code": None,
        "oud": "onbekend",
        "nieuw": "nee",
        "exact": True,
    }


def test_regels_die_hetzelfde_zeggen_in_andere_vorm_verschillen_bij_geen_onderwerp(
    oud: Path, eigen_profiel: Path, draai: Callable
) -> None:
    _met_andere_grens(
        eigen_profiel,
        ("aantal_geldige_planrelaties, minstens: 1", "aantal_geldige_planrelaties, meer_dan: 0"),
    )

    tekst = draai("vergelijk", oud, "--themas-nieuw", eigen_profiel).uit
    json_ = draai("vergelijk", oud, "--themas-nieuw", eigen_profiel, "--formaat", "json").uit

    assert "maar zeggen bij elk onderwerp hetzelfde" in tekst
    assert json.loads(json_)["kleinste_verschil"]["feiten"] is None


def test_met_dezelfde_regels_wordt_er_geen_onderwerp_verzonnen(oud: Path, draai: Callable) -> None:
    afloop = draai("vergelijk", oud, oud, "--formaat", "json")

    assert "kleinste_verschil" not in json.loads(afloop.uit)
