"""`agenda regels --toets`, and what faults and warnings in rules mean for the other commands."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
GOUD = Path(__file__).parents[1] / "goud"
REGEL = """
  - code: {code}
    soort: {soort}
    titel: Proefregel
    zin: Het is zo.
    bron: {{document: inrichtingsplan, plaats: "§3"}}
    geldig_van: 2022-01-01
    als:
      - {als}
    voorbeelden:
      - {{gegeven: {{}}, verwacht: onbekend}}
"""


@pytest.fixture
def met_regel(eigen_profiel: Path) -> Callable[..., Path]:
    """A profile with one rule more."""

    def maak(als: str, *, soort: str = "criterium", code: str = "proefregel") -> Path:
        bestand = eigen_profiel / "regels" / "criteria.yaml"
        tekst = bestand.read_text("utf-8") + REGEL.format(code=code, soort=soort, als=als)
        bestand.write_text(tekst, "utf-8")
        return eigen_profiel

    return maak


def test_waarschuwing_laat_de_opdracht_slagen_en_zegt_wat_te_doen(
    met_regel: Callable, draai: Callable, goud: Callable, geen_engels: Callable
) -> None:
    profiel = met_regel("{veld: wetswijziging, is: ja}")

    afloop = draai("regels", KLEIN, "--toets", "--themas", profiel)

    assert (afloop.code, afloop.fout) == (0, "")
    geen_engels(afloop.uit)
    goud(GOUD / "cli-regels-toets-gevonden.txt", afloop.uit)


def test_json_noemt_soort_ernst_regels_en_dekking(met_regel: Callable, draai: Callable) -> None:
    profiel = met_regel("{veld: wetswijziging, is: ja}")

    data = json.loads(
        draai("regels", KLEIN, "--toets", "--themas", profiel, "--formaat", "json").uit
    )

    (bevinding,) = data["bevindingen"]
    assert data["schema"] == "agenda/regeltoets/1"
    assert bevinding["soort"] == "dubbel-criterium"
    assert bevinding["ernst"] == "waarschuwing"
    assert bevinding["regels"] == ["wetswijziging", "proefregel"]
    assert bevinding["plek"] == "regels/criteria.yaml:4:5"
    (proef,) = (regel for regel in data["regels"] if regel["code"] == "proefregel")
    assert proef["dekking"] == {"ja": False, "nee": False, "onbekend": True}
    assert (proef["beoordeeld"], proef["exact"]) == (3, True)
    assert data["beoordeeld"] == sum(regel["beoordeeld"] for regel in data["regels"])
    samen = [groep for groep in data["groepen"] if "proefregel" in groep["regels"]]
    assert [(g["regels"], g["combinaties"], g["exact"]) for g in samen] == [
        (["wetswijziging", "proefregel"], 2, True)
    ]


def test_csv_heeft_een_rij_per_bevinding_en_een_per_regel(
    met_regel: Callable, draai: Callable
) -> None:
    profiel = met_regel("{veld: wetswijziging, is: ja}")

    uit = draai("regels", KLEIN, "--toets", "--themas", profiel, "--formaat", "csv").uit

    eerste, *rest = csv.DictReader(io.StringIO(uit.lstrip("\ufeff")), delimiter=";")
    assert (eerste["Soort"], eerste["Regels"]) == ("dubbel-criterium", "wetswijziging, proefregel")
    assert rest[5]["Over"] == "regel proefregel"
    assert rest[5]["Wat"] == "3 van 3 invoeren beoordeeld; zonder voorbeeld: ja en nee."


def test_waarschuwing_over_regels_staat_ook_in_controleer(
    met_regel: Callable, draai: Callable
) -> None:
    profiel = met_regel("{veld: kosten_euro, minstens: 0}")

    data = json.loads(draai("controleer", KLEIN, "--themas", profiel, "--formaat", "json").uit)

    assert data["fouten"] == []
    gevonden = [w["gevonden"] for w in data["waarschuwingen"] if w["veld"] == "regel proefregel"]
    assert gevonden == ["een regel die altijd ja is als alles bekend is"]


@pytest.mark.parametrize(
    "opdracht",
    [["prioriteer"], ["waarom", "wolken-delen"], ["controleer"], ["regels"], ["regels", "--toets"]],
    ids=" ".join,
)
def test_strijdige_uitgangspunten_houden_elke_opdracht_tegen(
    opdracht: list[str], met_regel: Callable, draai: Callable, geen_engels: Callable
) -> None:
    profiel = met_regel("{veld: aantal_geldige_planrelaties, hoogstens: 0}", soort="uitgangspunt")

    afloop = draai(*opdracht, KLEIN, "--themas", profiel)

    assert (afloop.code, afloop.uit) == (4, "")
    assert "regels die nooit samen ja zijn: proefregel en planrelatie" in afloop.fout
    geen_engels(afloop.fout)


@pytest.mark.parametrize(
    ("als", "soort", "code"),
    [
        ("{veld: onbekend_veld, is: ja}", "onbekend-veld", 3),
        ("{veld: kosten_euro, minder_dan: 0}", "nooit-waar", 4),
    ],
)
def test_json_noemt_ook_wat_bij_het_lezen_is_gevonden(
    als: str, soort: str, code: int, met_regel: Callable, draai: Callable
) -> None:
    profiel = met_regel(als)

    afloop = draai("regels", KLEIN, "--toets", "--themas", profiel, "--formaat", "json")

    (bevinding,) = json.loads(afloop.uit)["bevindingen"]
    assert (afloop.code, bevinding["soort"], bevinding["ernst"]) == (code, soort, "fout")
    assert bevinding["regels"] == ["proefregel"]


@pytest.mark.parametrize("opdracht", [["regels", "--toets"], ["controleer"]], ids=" ".join)
def test_wat_te_veel_is_bij_het_lezen_vinden_toets_en_controleer_toch(
    opdracht: list[str],
    met_regel: Callable,
    draai: Callable,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("regels.toets.bevindingen.MAX_BIJ_LEZEN", 1)
    profiel = met_regel("{veld: aantal_geldige_planrelaties, hoogstens: 0}", soort="uitgangspunt")

    assert draai("prioriteer", KLEIN, "--themas", profiel).code == 0
    afloop = draai(*opdracht, KLEIN, "--themas", profiel)

    assert afloop.code == 4
    assert "regels die nooit samen ja zijn" in afloop.fout


def test_evaluator_die_zich_vergist_geeft_code_4(
    draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Vergeetachtig:
        def vraag(self, *_: object) -> frozenset[int]:
            return frozenset()

    monkeypatch.setattr("regels.durable_motor.beschikbaar", lambda: True)
    monkeypatch.setattr("regels.durable_motor.Motor", lambda _: Vergeetachtig())

    afloop = draai("regels", KLEIN, "--toets")

    assert (afloop.code, afloop.uit) == (4, "")
    assert afloop.fout.startswith("Regel wetswijziging: de twee evaluatoren geven niet hetzelfde")
    assert "ranglijst" not in afloop.fout
