"""What every model has in common."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from typing import Literal, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from regels.lezen.model import Waardesoort, gedeeld_model, keuze, model
from regels.model import Code, Datum, Tekst, Tekstregel

ALLE = pytest.mark.parametrize("soort", ["Boom", "Struik"])
Vorm = Literal["rond", "recht", "wild"]


@model
class Boom:
    code: Code
    naam: Tekstregel
    uitleg: Tekst = ""


@gedeeld_model
class Struik:
    code: Code
    naam: Tekstregel
    uitleg: Tekst = ""


@model
class Blad:
    code: Code


SOORTEN = {"Boom": Boom, "Struik": Struik}


@ALLE
def test_een_model_verandert_niet(soort: str) -> None:
    plant = SOORTEN[soort]("beuk", "Beuk")

    with pytest.raises(FrozenInstanceError, match=rf"{soort}\.naam"):
        plant.naam = "Eik"
    with pytest.raises(FrozenInstanceError, match=rf"{soort}\.naam"):
        del plant.naam
    with pytest.raises(FrozenInstanceError):
        plant.anders = 1

    assert plant == SOORTEN[soort]("beuk", "Beuk")


@ALLE
def test_modellen_met_dezelfde_inhoud_zijn_gelijk(soort: str) -> None:
    een, ander = SOORTEN[soort]("beuk", "Beuk"), SOORTEN[soort]("beuk", "Beuk", "")

    assert een == ander
    assert hash(een) == hash(ander)
    assert een != replace(een, uitleg="Een grote boom.")
    assert len({een, ander, replace(een, code="eik")}) == 2


def test_een_model_met_een_veld_is_alleen_gelijk_aan_zijn_soort() -> None:
    assert Blad("beuk") == Blad("beuk")
    assert Blad("beuk") != Blad("eik")
    assert Blad("beuk") != "beuk"
    assert Boom("beuk", "Beuk") != Struik("beuk", "Beuk")


@ALLE
def test_een_model_laat_zien_wat_het_bevat(soort: str) -> None:
    assert repr(SOORTEN[soort]("beuk", "Beuk")) == f"{soort}(code='beuk', naam='Beuk', uitleg='')"
    assert [veld.name for veld in fields(SOORTEN[soort])] == ["code", "naam", "uitleg"]


@ALLE
def test_een_model_heeft_alleen_zijn_eigen_velden(soort: str) -> None:
    with pytest.raises(ValidationError, match="onbekend"):
        SOORTEN[soort]("beuk", "Beuk", onbekend=1)
    with pytest.raises(ValidationError, match="naam"):
        SOORTEN[soort]("beuk")
    assert not hasattr(SOORTEN[soort]("beuk", "Beuk"), "__dict__")


def test_een_keuze_noemt_haar_woorden() -> None:
    soort = keuze(Vorm)

    assert soort.description == "rond, recht of wild"


@pytest.mark.parametrize("soort", [Code, Tekst, Tekstregel, Datum])
def test_een_soort_waarde_geeft_elk_veld_een_eigen_schema(soort: object) -> None:
    (waardesoort,) = (deel for deel in get_args(soort) if isinstance(deel, Waardesoort))
    een, ander = (waardesoort.__get_pydantic_core_schema__(str, None) for _ in range(2))

    assert een == ander
    assert een is not ander
    assert TypeAdapter(soort).core_schema["type"] == een["type"]
