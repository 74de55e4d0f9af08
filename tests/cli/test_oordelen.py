"""A dossier in which municipalities differ, as a policy officer uses it: checked, adopted, kept."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

OORDELEN = Path(__file__).parent / "dossier-oordelen"
DAG = "2028-01-15"
WIE = ("--door", "Colleges van de gemeenten", "--datum", DAG)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    map_ = tmp_path / "2028"
    shutil.copytree(OORDELEN, map_)
    return map_


@pytest.mark.traag
def test_vaststellen_bevriest_de_oordelen_en_het_besluit_leest_ze_terug(
    dossier: Path, draai: Callable
) -> None:
    voor = json.loads(draai("prioriteer", dossier, "--formaat", "json").uit)
    assert draai("vaststellen", dossier, *WIE).code == 0
    besluit = dossier / "besluiten" / DAG

    assert (besluit / "invoer" / "oordelen.csv").read_bytes() == (
        OORDELEN / "oordelen.csv"
    ).read_bytes()
    na = json.loads(draai("prioriteer", besluit, "--formaat", "json").uit)
    assert na["herkomst"]["invoer_sha256"] == voor["herkomst"]["invoer_sha256"]
    for oud, nieuw in zip(voor["ranglijst"], na["ranglijst"], strict=True):
        assert {sleutel: nieuw[sleutel] for sleutel in oud} == oud
    afloop = draai("controleer", besluit)
    assert afloop.code == 0
    assert "ongewijzigd" in afloop.uit


@pytest.mark.traag
def test_een_oordeel_dat_later_verandert_verandert_het_besluit_niet(
    dossier: Path, draai: Callable
) -> None:
    assert draai("vaststellen", dossier, *WIE).code == 0
    pad = dossier / "oordelen.csv"
    pad.write_text(pad.read_text("utf-8").replace(";ja;", ";nee;"), encoding="utf-8")

    afloop = draai("vergelijk", dossier / "besluiten" / DAG, dossier)

    assert afloop.code == 0
    assert "Veiligheid: verdeeld: 9 ja, 3 nee, 1 onbekend → verdeeld: 12 nee" in " ".join(
        afloop.uit.split()
    )


def test_uitvoer_komt_nooit_over_de_oordelen(dossier: Path, draai: Callable) -> None:
    afloop = draai("prioriteer", dossier, "--formaat", "csv", "--uit", dossier / "oordelen.csv")

    assert afloop.code == 2
    assert (dossier / "oordelen.csv").read_bytes() == (OORDELEN / "oordelen.csv").read_bytes()


def test_fouten_in_de_oordelen_staan_er_alle_met_hun_plek(
    dossier: Path, draai: Callable, geen_engels: Callable
) -> None:
    pad = dossier / "oordelen.csv"
    tekst = pad.read_text("utf-8").replace("Berg en Dal", "Berg en Dall", 1)
    pad.write_text(f"{tekst}nachtopvang;Tiel;Veiligheid;soms;;;\n", encoding="utf-8")

    afloop = draai("controleer", dossier)

    assert afloop.code == 3
    assert "oordelen.csv:2:2" in afloop.fout
    assert "oordelen.csv:127:4" in afloop.fout
    geen_engels(afloop.fout)
