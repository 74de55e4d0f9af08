"""Every example that stands beside a shipped rule holds, for each evaluator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_regels import alleen_met_motor

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import vind_profiel
from regels import referentie
from regels.durable_motor import Motor
from regels.toetser import Toetser

if TYPE_CHECKING:
    from regels.model import Regel, Voorbeeld

_, REGELSET = lees_profiel(vind_profiel("nijmegen-rivierenland", None))
VOORBEELDEN = [
    pytest.param(regel, voorbeeld, id=f"{regel.code}-{regel.geldig_van}-{nummer}")
    for regel in REGELSET.regels
    for nummer, voorbeeld in enumerate(regel.voorbeelden, start=1)
]


@pytest.mark.parametrize(("regel", "voorbeeld"), VOORBEELDEN)
def test_voorbeeld_klopt_volgens_de_referentie(regel: Regel, voorbeeld: Voorbeeld) -> None:
    assert referentie.oordeel(regel, voorbeeld.gegeven).uitkomst == voorbeeld.verwacht


@alleen_met_motor
@pytest.mark.parametrize(("regel", "voorbeeld"), VOORBEELDEN)
def test_voorbeeld_klopt_volgens_beide_evaluatoren(regel: Regel, voorbeeld: Voorbeeld) -> None:
    toetser = Toetser([regel], Motor([regel]))

    assert toetser.oordeel(regel, voorbeeld.gegeven).uitkomst == voorbeeld.verwacht


@pytest.mark.parametrize("regel", REGELSET.regels, ids=lambda regel: regel.code)
def test_regel_laat_elke_uitkomst_zien(regel: Regel) -> None:
    """A reader learns from the examples when a rule holds, when not, and when nobody knows."""
    assert {voorbeeld.verwacht for voorbeeld in regel.voorbeelden} == {"ja", "nee", "onbekend"}


def test_meegeleverde_regels_zijn_de_uitgangspunten_en_criteria_van_het_inrichtingsplan() -> None:
    soorten: dict[str, list[str]] = {"uitgangspunt": [], "criterium": []}
    for regel in REGELSET.regels:
        assert regel.bron.document == "inrichtingsplan"
        soorten[regel.soort].append(regel.code)

    assert soorten["uitgangspunt"] == ["planrelatie", "beide-regios"]
    assert soorten["criterium"] == list(REGELSET.criteria)
    assert len(REGELSET.criteria) == 5
