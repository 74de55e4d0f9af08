"""What every model has in common."""

from __future__ import annotations

from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, fields, replace
from typing import Annotated, Literal, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from regels.lezen.model import (
    Waardesoort,
    geheel_getal,
    keuze,
    model,
    model_op_naam,
    naar_vorm,
)
from regels.model import Code, Datum, Tekst, Tekstregel

ALLE = pytest.mark.parametrize("soort", ["Boom", "Struik"])
Vorm = Literal["rond", "recht", "wild"]


@model
class Boom:
    code: Code
    naam: Tekstregel
    uitleg: Tekst = ""


@model
class Struik:
    code: Code
    naam: Tekstregel
    uitleg: Tekst = ""


@model
class Blad:
    code: Code


@model_op_naam
class Tak:
    lengte: Annotated[int, geheel_getal(1, 9, "een lengte")] = 1
    code: Annotated[str, naar_vorm("^[a-z]+$", "kleine letters")]


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
def test_een_kopie_van_een_model_is_gelijk_en_verandert_ook_niet(soort: str) -> None:
    plant = SOORTEN[soort]("beuk", "Beuk")

    for kopie in (copy(plant), deepcopy(plant)):
        assert kopie == plant
        assert kopie is not plant
        with pytest.raises(FrozenInstanceError):
            kopie.naam = "Eik"


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


def test_een_model_op_naam_mag_iets_verplichts_achteraan_hebben() -> None:
    assert Tak(code="eik") == Tak(code="eik", lengte=1)
    assert replace(Tak(code="eik"), lengte=9).lengte == 9
    with pytest.raises(ValidationError, match="Unexpected positional argument"):
        Tak(1, "eik")  # type: ignore[misc]  # that is what must fail
    with pytest.raises(FrozenInstanceError):
        Tak(code="eik").lengte = 2


@pytest.mark.parametrize(
    "velden", [{"code": "Eik"}, {"code": 1}, {"lengte": 0}, {"lengte": 10}, {"lengte": "5"}]
)
def test_een_waardesoort_houdt_zich_aan_haar_grenzen(velden: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Tak(**{"code": "eik", "lengte": 5, **velden})  # type: ignore[arg-type]
