"""`agenda waarom --tegenover` and `agenda gewichten`: how firm the order is."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
GOUD = Path(__file__).parents[1] / "goud"
CRITERIA = ["wetswijziging", "wal-en-schip", "veiligheid"]
CRITERIA += ["borging-samenwerking", "laaghangend-fruit"]


@pytest.fixture
def data(draai: Callable) -> Callable[..., dict[str, Any]]:
    """What a command says as JSON about the small dossier."""

    def data(*args: str) -> dict[str, Any]:
        afloop = draai(*args, KLEIN, "--formaat", "json")
        assert (afloop.code, afloop.fout) == (0, "")
        return json.loads(afloop.uit)

    return data


@pytest.fixture
def rijen(draai: Callable) -> Callable[..., list[dict[str, str]]]:
    """What a command says as CSV about the small dossier."""

    def rijen(*args: str) -> list[dict[str, str]]:
        tekst = draai(*args, KLEIN, "--formaat", "csv").uit.removeprefix("\ufeff")
        return list(csv.DictReader(io.StringIO(tekst), delimiter=";"))

    return rijen


@pytest.mark.parametrize(
    ("naam", "args"),
    {
        "cli-tegenover.txt": ["waarom", "draken-temmen", "--tegenover", "sterren-tellen", KLEIN],
        "cli-gewichten.txt": ["gewichten", KLEIN, "--stel", "veiligheid=0"],
    }.items(),
)
def test_wat_mensen_lezen_is_zoals_afgesproken(
    naam: str, args: list[object], draai: Callable, goud: Callable, geen_engels: Callable
) -> None:
    afloop = draai(*args)

    assert (afloop.code, afloop.fout) == (0, "")
    geen_engels(afloop.uit)
    goud(GOUD / naam, afloop.uit)


def test_json_van_tegenover_telt_op_en_noemt_het_aandeel_als_breuk(data: Callable) -> None:
    uit = data("waarom", "draken-temmen", "--tegenover", "sterren-tellen")

    assert (uit["schema"], uit["code"], uit["tegenover"]) == (
        "agenda/tegenover/1",
        "draken-temmen",
        "sterren-tellen",
    )
    een, ander = uit["onderwerpen"]
    assert sum(deel["verschil"] for deel in uit["criteria"]) == uit["verschil"]
    assert uit["verschil"] == een["score"] - ander["score"] == 1
    assert (uit["verhouding"], uit["aandeel_boven"]) == ("wisselt", "1/2")
    assert uit["voorwaarde"].startswith("sterren-tellen komt boven draken-temmen zodra")
    assert uit["aandeel_boven_grenzen"] is None


def test_json_van_tegenover_geeft_grenzen_als_er_iets_onbekend_is(data: Callable) -> None:
    uit = data("waarom", "wolken-delen", "--tegenover", "sterren-tellen")

    laag, hoog = map(Fraction, uit["aandeel_boven_grenzen"])
    assert laag <= Fraction(uit["aandeel_boven"]) <= hoog
    assert uit["verschil_grenzen"] == [0, 4]


def test_json_van_tegenover_zonder_plaats_noemt_de_reden_en_geen_aandeel(data: Callable) -> None:
    uit = data("waarom", "draken-temmen", "--tegenover", "zeemeermin-begroeten")

    assert (uit["verhouding"], uit["aandeel_boven"], uit["voorwaarde"]) == (None, None, None)
    assert uit["onderwerpen"][1]["status"] == "niet-toegelaten"
    assert "raakt alleen Rivierenland" in uit["onderwerpen"][1]["redenen"][0]


def test_csv_van_tegenover_heeft_een_rij_per_criterium_en_een_voor_de_score(
    rijen: Callable,
) -> None:
    *criteria, score = rijen("waarom", "draken-temmen", "--tegenover", "sterren-tellen")

    assert len(criteria) == len(CRITERIA)
    assert score["Criterium"] == "Score"
    for kolom in ("Punten", "Punten tegenover", "Verschil"):
        assert sum(int(rij[kolom]) for rij in criteria) == int(score[kolom])
    assert score["Aandeel boven"] == "0,5000"
    assert score["Omslag"].startswith("sterren-tellen komt boven draken-temmen zodra")


@pytest.mark.parametrize("ander", ["maan-poetsen", "zeemeermin-begroeten", "feeen-bijscholen"])
@pytest.mark.parametrize("formaat", ["tabel", "md", "csv"])
def test_tegenover_is_nederlands(
    ander: str, formaat: str, draai: Callable, geen_engels: Callable
) -> None:
    afloop = draai("waarom", "wolken-delen", "--tegenover", ander, KLEIN, "--formaat", formaat)

    assert (afloop.code, afloop.fout) == (0, "")
    geen_engels(afloop.uit)


def test_een_onderwerp_tegenover_zichzelf_is_verkeerd_gebruik(
    draai: Callable, geen_engels: Callable
) -> None:
    afloop = draai("waarom", "maan-poetsen", "--tegenover", "maan-poetsen", KLEIN)

    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout.splitlines()[0] == (
        "Fout: «maan-poetsen» staat er twee keer. Kies twee onderwerpen."
    )
    geen_engels(afloop.fout)


def test_van_twee_onbekende_codes_worden_beide_genoemd(draai: Callable) -> None:
    afloop = draai("waarom", "maan-poets", "--tegenover", "draken-teme", KLEIN)

    assert (afloop.code, afloop.uit) == (2, "")
    assert "bedoelde u «maan-poetsen»?" in afloop.fout
    assert "bedoelde u «draken-temmen»?" in afloop.fout


def test_tekst_van_gebruikers_blijft_tekst_in_tegenover_en_gewichten(
    draai: Callable, maak_dossier: Callable
) -> None:
    onderwerp = (
        "  - {{code: {0}, titel: '=1+1 <b>*{0}*</b>', thema: wonen, plannen: [samen-dichtbij],"
        " regios: [rijk-van-nijmegen, rivierenland], afstemming_nodig: ja, criteria: []}}\n"
    )
    dossier = maak_dossier("onderwerpen:\n" + onderwerp.format("aa") + onderwerp.format("bb"))

    tegenover = draai("waarom", "aa", "--tegenover", "bb", dossier, "--formaat", "md").uit
    gewichten = ["gewichten", dossier, "--stel", "veiligheid=2", "--formaat"]

    for markdown in (tegenover, draai(*gewichten, "md").uit):
        assert r"=1+1 \<b\>\*aa\*\</b\>" in markdown
    assert "'=1+1" in draai(*gewichten, "csv").uit


def test_zonder_stel_staat_er_alleen_hoe_ver_elk_gewicht_kan_schuiven(
    data: Callable, rijen: Callable, draai: Callable
) -> None:
    uit = data("gewichten")

    assert (uit["schema"], uit["top"]) == ("agenda/gewichten/1", 10)
    assert (uit["nieuwe_gewichten"], uit["verschuivingen"], uit["nieuwe_speling"]) == (
        None,
        [],
        None,
    )
    assert [deel["criterium"] for deel in uit["speling"]] == CRITERIA
    assert {rij["Soort"] for rij in rijen("gewichten")} == {"speling"}
    assert "andere gewichten" not in draai("gewichten", KLEIN).uit


def test_json_van_gewichten_zegt_wie_verschuift_en_hoeveel_speling_er_is(data: Callable) -> None:
    uit = data("gewichten", "--stel", "veiligheid=0", "--stel", "wal-en-schip=4", "--top", "2")

    assert uit["gewichten"] == dict.fromkeys(CRITERIA, 1) | {"veiligheid": 2}
    assert uit["nieuwe_gewichten"] == dict.fromkeys(CRITERIA, 1) | {
        "veiligheid": 0,
        "wal-en-schip": 4,
    }
    for deel in uit["verschuivingen"]:
        assert deel["plaatsen_hoger"] == deel["plaats"] - deel["nieuwe_plaats"]
    assert {d["code"]: (d["plaats"], d["nieuwe_plaats"]) for d in uit["verschuivingen"]} == {
        "draken-temmen": (1, 1),
        "sterren-tellen": (2, 2),
        "wolken-delen": (2, 3),
        "maan-poetsen": (4, 3),
    }
    speling = {deel["criterium"]: deel for deel in uit["nieuwe_speling"]}
    assert (
        speling["wal-en-schip"].items()
        >= {
            "criterium": "wal-en-schip",
            "gewicht": 4,
            "van": "2",
            "van_inbegrepen": False,
            "tot": None,
            "tot_inbegrepen": False,
            "zwaarder": None,
        }.items()
    )


def test_de_nieuwe_lijst_is_die_van_prioriteer_met_die_gewichten(
    data: Callable, draai: Callable, maak_dossier: Callable
) -> None:
    zelfde = maak_dossier(
        (KLEIN / "onderwerpen.yaml").read_text("utf-8"),
        instellingen="jaar: 2027\ngewichten: {veiligheid: 0}\n",
    )

    lijst = json.loads(draai("prioriteer", zelfde, "--formaat", "json").uit)["ranglijst"]
    nieuw = data("gewichten", "--stel", "veiligheid=0")["verschuivingen"]

    assert [(d["code"], d["nieuwe_plaats"], d["nieuwe_score"]) for d in nieuw] == [
        (d["code"], d["plaats"], d["score"]) for d in lijst
    ]


def test_csv_van_gewichten_heeft_onderwerpen_en_speling(rijen: Callable) -> None:
    soorten = [rij["Soort"] for rij in rijen("gewichten", "--stel", "veiligheid=0")]

    assert soorten == ["onderwerp"] * 4 + ["speling"] * 5 + ["nieuwe speling"] * 5


def test_alles_wat_er_mis_is_met_stel_staat_in_een_keer_in_de_fout(
    draai: Callable, geen_engels: Callable
) -> None:
    fout = ["veilgheid=3", "wal-en-schip", "wetswijziging=1000", "laaghangend-fruit=-1"]
    fout += ["veiligheid=2", "veiligheid=3", "borging-samenwerking=1,5", "=", "zzz=nee"]

    afloop = draai("gewichten", KLEIN, *(woord for deel in fout for woord in ("--stel", deel)))

    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout.splitlines()[0].split(". ")[0].startswith("Fout: Bij --stel: «veilgheid=3»")
    for zin in (
        "«veilgheid» is geen criterium; bedoelde u «veiligheid»?",
        "«wal-en-schip»: er ontbreekt een =, zoals in wetswijziging=3.",
        "«1000» is geen heel getal van 0 tot en met 100.",
        "«-1» is geen heel getal van 0 tot en met 100.",
        "«1,5» is geen heel getal van 0 tot en met 100.",
        "«veiligheid=3»: veiligheid staat er twee keer.",
        "«zzz» is geen criterium; kies uit wetswijziging,",
        "«nee» is geen heel getal",
        "«=»: ",
    ):
        assert zin in afloop.fout
    assert "«veiligheid=2»" not in afloop.fout
    geen_engels(afloop.fout)


def test_een_tweede_keer_valt_ook_op_als_de_eerste_al_fout_was(draai: Callable) -> None:
    afloop = draai("gewichten", KLEIN, "--stel", "veiligheid=x", "--stel", "veiligheid=1")

    assert afloop.code == 2
    assert "«veiligheid=1»: veiligheid staat er twee keer." in afloop.fout


@pytest.mark.parametrize("formaat", ["tabel", "md", "csv"])
def test_gewichten_is_nederlands(formaat: str, draai: Callable, geen_engels: Callable) -> None:
    geen_engels(draai("gewichten", KLEIN, "--stel", "veiligheid=9", "--formaat", formaat).uit)
