"""The check of a model is the one that pydantic would make of it, and is made faster."""

from __future__ import annotations

from dataclasses import MISSING, field, fields
from decimal import Decimal
from functools import partial
from importlib import import_module
from pkgutil import walk_packages
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, ConfigDict, Field, ValidationError
from pydantic.dataclasses import dataclass

import agenda
import regels
from regels.lezen.model import model
from regels.lezen.schema import annotaties

_ZEGT_NIETS = {
    *("ref", "metadata", "cls", "config", "cls_name", "dataclass_name", "slots", "frozen"),
    *("init", "collect_init_only", "computed_fields", "copy_default", "kw_only", "post_init"),
    *("default_factory_takes_data", "function", "serialization", "serialization_exclude_if"),
}
"""What pydantic writes beside a check, and functions, which are other objects each time."""


def _alle_modellen() -> list[type[Any]]:
    namen = [
        deel.name
        for pakket in (regels, agenda)
        for deel in walk_packages(pakket.__path__, f"{pakket.__name__}.")
    ]
    gevonden = {
        soort.__qualname__: soort
        for naam in namen
        for soort in vars(import_module(naam)).values()
        if isinstance(soort, type)
        and "__pydantic_fields__" in vars(soort)
        and soort.__module__ == naam
    }
    return [*gevonden.values()]


def _van_pydantic(soort: type[Any]) -> Any:
    """The same fields, as a dataclass of pydantic itself."""
    inhoud: dict[str, Any] = {"__annotations__": dict(annotaties(soort))}
    for veld in fields(soort):
        if veld.default is not MISSING:
            inhoud[veld.name] = veld.default
        elif veld.default_factory is not MISSING:
            inhoud[veld.name] = field(default_factory=veld.default_factory)
    maak = dataclass(config=ConfigDict(extra="forbid"), kw_only=True, eq=False, repr=False)
    return maak(type(soort.__name__, (), inhoud)).__pydantic_core_schema__


def _kaal(schema: Any) -> Any:
    """A schema as plain values that can be compared."""
    if isinstance(schema, list | tuple):
        return [_kaal(deel) for deel in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "json-or-python":  # only Python values are checked here
        return _kaal(schema["python_schema"])
    if schema.get("type") == "definitions":
        return _kaal(schema["schema"])
    # A bound around what a function looks at stands at the value itself here.
    functie = (schema.get("function") or {}).get("function")
    if isinstance(functie, partial):
        binnen = geheel = _kaal(schema["schema"])
        while "schema" in binnen:
            binnen = binnen["schema"]
        if binnen["type"] not in ("str", "dict"):
            binnen |= functie.keywords
        return geheel
    zegt = {naam: deel for naam, deel in schema.items() if naam not in _ZEGT_NIETS}
    if schema.get("type") in ("str", "dict"):
        zegt.pop("min_length", None)
        zegt.pop("max_length", None)
    return {naam: _kaal(deel) for naam, deel in zegt.items() if deel is not None}


def test_elk_model_wordt_gecontroleerd_zoals_pydantic_het_zou_doen() -> None:
    modellen = _alle_modellen()

    anders = [s for s in modellen if _kaal(s.__pydantic_core_schema__) != _kaal(_van_pydantic(s))]

    assert len(modellen) > 40
    assert anders == []


def _halveer(getal: float, deler: int = 2) -> float:
    return getal / deler


@model
class Meting:
    waarde: Annotated[float, AfterValidator(_halveer), Field(description="een breuk")]
    plaats: tuple[int, str] | None = None
    bij: Annotated[dict[str, Decimal], Field(min_length=1)] = Field(default_factory=dict)


def test_wat_hier_niet_bekend_is_maakt_pydantic_zelf() -> None:
    assert Meting(3.0, (1, "a")).waarde == 1.5
    assert Meting(3.0, bij={"a": Decimal(1)}).bij == {"a": Decimal(1)}
    with pytest.raises(ValidationError, match="should be a valid number"):
        Meting("veel")  # type: ignore[arg-type]  # that is what must fail


@pytest.mark.parametrize("fout", [{"plaats": (1,)}, {"plaats": ("a", "b")}, {"bij": {}}])
def test_ook_delen_van_een_rij_en_grenzen_worden_gecontroleerd(fout: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Meting(1.0, **fout)
