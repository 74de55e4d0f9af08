"""durable-rules and the reference evaluator agree, on the shipped rules and on random ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_regels import alleen_met_motor, feiten_bij, maak_regel, maak_voorwaarde, regels
from hypothesis import given, settings
from hypothesis import strategies as st

from regels import referentie
from regels.durable_motor import Motor
from regels.model import MAX_GETAL, MAX_VOORWAARDEN
from regels.operatoren import VERGELIJKWOORDEN
from regels.toetser import Toetser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regels.model import Regel, Uitkomst, Vergelijkwoord, Waarde

pytestmark = alleen_met_motor


def beide(regel: Regel, *feiten: Mapping[str, Waarde | None]) -> list[Uitkomst]:
    """What both evaluators say; a Toetser stops as soon as they differ."""
    toetser = Toetser([regel], Motor([regel]))
    return [toetser.oordeel(regel, feit).uitkomst for feit in feiten]


@given(st.data())
def test_beide_evaluatoren_geven_hetzelfde_antwoord(data: st.DataObject) -> None:
    regel = data.draw(regels)
    feiten = data.draw(st.lists(feiten_bij(regel), min_size=1, max_size=8))

    uitkomsten = beide(regel, *feiten)

    assert uitkomsten == [referentie.oordeel(regel, feit).uitkomst for feit in feiten]


@given(st.data())
def test_beide_evaluatoren_vinden_een_regel_waar_niets_tegen_is(data: st.DataObject) -> None:
    """Random rules seldom hold, so here all conditions that do not hold are left out."""
    regel = data.draw(regels)
    feiten = data.draw(feiten_bij(regel))
    toetsen = referentie.oordeel(regel, feiten).toetsen
    als = [toets.voorwaarde for toets in toetsen if toets.uitkomst != "nee"]
    als = als[: MAX_VOORWAARDEN - 1]
    soepel = maak_regel(*als, maak_voorwaarde("altijd", "is", 1))

    alles_bekend = all(feiten.get(voorwaarde.veld) is not None for voorwaarde in als)

    assert beide(soepel, feiten | {"altijd": 1}) == ["ja" if alles_bekend else "onbekend"]


@pytest.mark.parametrize("vergelijking", VERGELIJKWOORDEN)
@pytest.mark.parametrize("grens", [0, 1, 2**31 - 1, 2**31, 2**32, MAX_GETAL])
def test_grote_getallen_op_en_naast_de_grens(vergelijking: Vergelijkwoord, grens: int) -> None:
    regel = maak_regel(maak_voorwaarde("aantal", vergelijking, grens))
    feiten = [{"aantal": grens + verschil} for verschil in (-(2**32), -1, 0, 1, 2**32)]

    verwacht = [referentie.oordeel(regel, feit).uitkomst for feit in feiten]

    assert beide(regel, *feiten) == verwacht


@pytest.mark.parametrize("vergelijking", VERGELIJKWOORDEN)
def test_de_meeste_voorwaarden_over_een_veld(vergelijking: Vergelijkwoord) -> None:
    als = [maak_voorwaarde("aantal", vergelijking, getal) for getal in range(MAX_VOORWAARDEN)]
    regel = maak_regel(*als)
    feiten = [{"aantal": getal} for getal in range(MAX_VOORWAARDEN + 1)]

    verwacht = [referentie.oordeel(regel, feit).uitkomst for feit in feiten]

    assert beide(regel, *feiten) == verwacht


@pytest.mark.parametrize("woord", ["ja", "true", "5", "", "null", 'a"b', "a\\b", "é", "😀", "$and"])
def test_bijzondere_woorden_zijn_gewone_woorden(woord: str) -> None:
    feiten = [{"woord": woord}, {"woord": f"{woord}x"}, {"woord": "true"}, {"woord": "5"}, {}]
    gelijk = [feit.get("woord") == woord for feit in feiten[:-1]]

    is_woord = beide(maak_regel(maak_voorwaarde("woord", "is", woord)), *feiten)
    niet_woord = beide(maak_regel(maak_voorwaarde("woord", "niet", woord)), *feiten)

    assert is_woord == [*("ja" if zelfde else "nee" for zelfde in gelijk), "onbekend"]
    assert niet_woord == [*("nee" if zelfde else "ja" for zelfde in gelijk), "onbekend"]


def test_woorden_met_dezelfde_hash_zijn_verschillende_waarden() -> None:
    regel = maak_regel(maak_voorwaarde("woord", "is", "costarring"))

    assert beide(regel, {"woord": "costarring"}, {"woord": "liquid"}) == ["ja", "nee"]


@settings(max_examples=20)
@given(st.lists(regels, min_size=2, max_size=6), st.data())
def test_regels_in_een_motor_storen_elkaar_niet(gekozen: list[Regel], data: st.DataObject) -> None:
    samen = [maak_regel(*regel.als, code=f"regel-{n}") for n, regel in enumerate(gekozen)]
    toetser = Toetser(samen, Motor(samen))

    for regel in samen:
        feiten = data.draw(feiten_bij(regel))
        uitkomst = toetser.oordeel(regel, feiten).uitkomst
        assert uitkomst == referentie.oordeel(regel, feiten).uitkomst
