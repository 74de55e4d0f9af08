"""`dekking.yaml` in a dossier: what people meant is understood, and every fault has its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import als_yaml
from bouwers_dekking import profiel

from agenda.invoer.dekking import lees_dekking
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.onderwerp.dekking import Eigenfeit

GOED: dict[str, Any] = {
    "onderdeel": "zorgnetwerk",
    "gemeente": "Tiel",
    "toestand": "ja",
    "op": date(2027, 2, 1),
}


def _lees(map_: Path, *feiten: Any) -> tuple[Eigenfeit, ...]:
    (map_ / "dekking.yaml").write_text(als_yaml({"feiten": [*feiten]}), encoding="utf-8")
    return lees_dekking(map_, profiel())


def _fouten(map_: Path, *feiten: Any) -> list[str]:
    with pytest.raises(Invoerfout) as gevangen:
        _lees(map_, *feiten)
    return [str(melding) for melding in gevangen.value.meldingen]


def test_zonder_bestand_zijn_er_geen_feiten(tmp_path: Path) -> None:
    assert lees_dekking(tmp_path, profiel()) == ()


@pytest.mark.parametrize("tekst", ["feiten:\n", "feiten: []\n"])
def test_een_lijst_zonder_feiten_mag(tekst: str, tmp_path: Path) -> None:
    (tmp_path / "dekking.yaml").write_text(tekst, encoding="utf-8")
    assert lees_dekking(tmp_path, profiel()) == ()


def test_wat_mensen_bedoelen_wordt_begrepen(tmp_path: Path) -> None:
    een, twee, drie = _lees(
        tmp_path,
        GOED | {"toestand": "Ja of bezig", "gemeente": "gm0281", "bron": "Brief van 28 januari"},
        GOED | {"gemeente": ["Buren", "culemborg"], "sinds": 2025},
        {**GOED, "onderdeel": "maatjes", "gemeente": "Alle gemeenten"}
        | {"bron": {"document": "evaluatie", "plaats": "thema 4"}},
    )

    assert (een.toestand, een.bron and een.bron.tekst) == ("ja-of-bezig", "Brief van 28 januari")
    assert (twee.gemeente, twee.sinds) == (("Buren", "culemborg"), "2025")
    assert drie.bron
    assert drie.bron.plaats == "thema 4"


FOUTEN: dict[str, tuple[dict[str, Any], str]] = {
    "onderdeel bijna goed": (
        {"onderdeel": "zorgnetwerken"},
        "onderdeel: gevonden «zorgnetwerken»; verwacht de code van een onderdeel; bedoelde u «zorg",
    ),
    "gemeente bijna goed": (
        {"gemeente": ["Tiel", "Buuren"]},
        "gemeente: gevonden «Buuren»; verwacht een naam, een code of alle; bedoelde u «Buren»?",
    ),
    "toestand": (
        {"toestand": "soms"},
        "feiten.1.toestand: gevonden «soms»; verwacht ja, ja-of-bezig, bezig, nee of onbekend",
    ),
    "zonder dag": (
        {"op": None},
        "feiten.1.op: gevonden «null»; verwacht een datum zoals 2027-01-31",
    ),
    "niemand": (
        {"gemeente": None},
        "gemeente, deelregio: gevonden geen van beide; verwacht gemeente of deelregio, één van",
    ),
    "bron": (
        {"bron": {"document": "evaluatei", "plaats": "blz. 1"}},
        "bron.document: gevonden «evaluatei»; verwacht een document uit bronnen.yaml:",
    ),
    "veld": (
        {"wie": "Tiel"},
        "feiten.1: gevonden onbekend veld «wie»; verwacht een van de velden onderdeel",
    ),
}


@pytest.mark.parametrize(("anders", "verwacht"), FOUTEN.values(), ids=FOUTEN)
def test_elke_fout_staat_er_met_haar_plek(
    anders: dict[str, Any], verwacht: str, tmp_path: Path
) -> None:
    (fout,) = _fouten(tmp_path, GOED | anders)
    plek, _, zin = fout.partition(" ")

    assert plek.startswith("dekking.yaml:")
    assert zin.startswith(verwacht)


def test_twee_feiten_over_een_vak_op_een_dag_zijn_een_fout(tmp_path: Path) -> None:
    (fout,) = _fouten(tmp_path, GOED, GOED | {"gemeente": "alle", "toestand": "nee"})

    assert "«zorgnetwerk» op 2027-02-01 voor de tweede keer bij Tiel" in fout
    ander = GOED | {"op": date(2027, 2, 2), "toestand": "nee"}
    assert len(_lees(tmp_path, GOED, ander)) == 2


def test_alle_fouten_staan_er_in_een_keer(tmp_path: Path) -> None:
    fouten = _fouten(
        tmp_path, GOED | {"toestand": "soms"}, GOED | {"gemeente": "Thiel"}, "tekst", GOED, GOED
    )

    assert len(fouten) == 4


def test_een_bestand_zonder_lijst_is_een_fout(tmp_path: Path) -> None:
    (tmp_path / "dekking.yaml").write_text("- zorgnetwerk\n", encoding="utf-8")
    with pytest.raises(Invoerfout):
        lees_dekking(tmp_path, profiel())


def test_wie_in_een_regio_zonder_onderdelen_iets_bijhoudt_krijgt_geen_fout(tmp_path: Path) -> None:
    (tmp_path / "dekking.yaml").write_text("onzin: ja\n", encoding="utf-8")

    assert lees_dekking(tmp_path, replace(profiel(), dekking=None)) == ()
