"""On a screen of 80 columns every line fits, and no word is broken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT = Path(__file__).parents[2]
DOSSIERS = {
    "voorbeeld": (
        PROJECT / "voorbeelden" / "nijmegen-rivierenland-2022",
        "groeipad-beschermd-thuis",
    ),
    "oordelen": (PROJECT / "tests" / "cli" / "dossier-oordelen", "nachtopvang"),
}
OPDRACHTEN = ("prioriteer", "robuust", "gewichten", "vragen", "gemeente", "waarom")


def woorden_van(opdracht: str, dossier: Path, code: str) -> list[object]:
    if opdracht == "gemeente":
        return [opdracht, "Nijmegen", dossier]
    return [opdracht, code, dossier, "--route"] if opdracht == "waarom" else [opdracht, dossier]


@pytest.mark.traag
@pytest.mark.parametrize("opdracht", OPDRACHTEN)
@pytest.mark.parametrize("naam", DOSSIERS)
def test_elke_regel_past_op_tachtig_kolommen(
    opdracht: str, naam: str, draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    afloop = draai(*woorden_van(opdracht, *DOSSIERS[naam]))

    assert afloop.code == 0
    assert [regel for regel in afloop.uit.splitlines() if len(regel) > 80] == []


def test_op_tachtig_kolommen_breekt_robuust_geen_woord_en_geen_code(
    draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier, code = DOSSIERS["voorbeeld"]
    monkeypatch.setenv("COLUMNS", "80")
    smal = draai("robuust", dossier).uit
    monkeypatch.setenv("COLUMNS", "300")
    breed = draai("robuust", dossier).uit

    assert code in smal.split()
    woorden = {woord for woord in smal.split() if woord.strip("-=")}
    assert woorden - set(breed.split()) == {"Code,", "titel"}


def test_waarom_en_robuust_beginnen_met_het_antwoord(draai: Callable) -> None:
    dossier, code = DOSSIERS["voorbeeld"]

    waarom = " ".join(draai("waarom", code, dossier).uit.split("├─")[0].split())
    robuust = draai("robuust", dossier).uit

    assert "Plaats 1, gedeeld met 3; score 3 van 5; want ja bij wetswijziging" in waarom
    assert robuust.startswith("Andere gewichten kunnen de top 10 veranderen: van de 10")


def test_de_route_staat_er_alleen_met_route(draai: Callable) -> None:
    dossier, code = DOSSIERS["voorbeeld"]

    zonder = draai("waarom", code, dossier).uit
    met = draai("waarom", code, dossier, "--route").uit
    samen = draai("waarom", code, dossier, "--route", "--tegenover", "meldpunt-wvggz")

    assert "1. Kernteam" not in zonder
    assert f"agenda waarom {code} --route" in " ".join(zonder.split())
    assert "1. Kernteam" in met
    assert samen.code == 2
    assert "--route gaat niet samen met" in samen.fout
