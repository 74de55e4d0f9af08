"""What a model is made of: a closed class that never changes, and the kinds of values in it.

Pydantic checks them. How it is asked to takes time at every start, for there are some thirty
models: docs/besluiten/006-pydantic-dataclasses.md.
"""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform, get_args

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass
from pydantic_core import CoreSchema, core_schema

from regels.taal import opsomming

T = TypeVar("T")

_LATER = ConfigDict(extra="forbid", defer_build=True)
_METEEN = ConfigDict(extra="forbid")


@dataclass_transform(frozen_default=True, field_specifiers=(Field,))
def model(cls: type[T]) -> type[T]:
    """Make a closed, unchangeable pydantic dataclass; its check is built when it is first used."""
    return _maak(cls, _LATER)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def model_op_naam(cls: type[T]) -> type[T]:
    """Make a model of which the fields are given by name; what must be there may come last."""
    return _maak(cls, _LATER, op_naam=True)


@dataclass_transform(frozen_default=True, field_specifiers=(Field,))
def gedeeld_model(cls: type[T]) -> type[T]:
    """Make a model that is part of several others: its check is built once, and not in each."""
    return _maak(cls, _METEEN)


def _maak(cls: type[T], config: ConfigDict, *, op_naam: bool = False) -> type[T]:
    """What every model has in common is not generated for each anew, as for a frozen dataclass."""
    namen = tuple(cls.__annotations__)
    gemeen = {
        "__setattr__": _weiger_wijziging,
        "__delattr__": _weiger_wijziging,
        "__eq__": _is_gelijk,
        "__hash__": _hash,
        "__repr__": _toon,
        "__getstate__": _toestand,
        "__setstate__": _herstel,
        "_inhoud": staticmethod(attrgetter(*namen)),
    }
    for naam, deel in gemeen.items():
        setattr(cls, naam, deel)
    cls.__doc__ = cls.__doc__ or cls.__name__  # else the signature is worked out to stand there
    maak = dataclass(eq=False, repr=False, slots=True, kw_only=op_naam, config=config)
    return cast("type[T]", maak(cls))


def _weiger_wijziging(zelf: Any, naam: str, *_: object) -> None:
    raise FrozenInstanceError(f"{type(zelf).__name__}.{naam}")


def _is_gelijk(zelf: Any, ander: Any) -> Any:
    if type(zelf) is not type(ander):
        return NotImplemented
    return zelf is ander or zelf._inhoud(zelf) == ander._inhoud(ander)


def _hash(zelf: Any) -> int:
    return hash(zelf._inhoud(zelf))


def _toestand(zelf: Any) -> list[Any]:
    """What a copy is made of; it is not checked again."""
    return [getattr(zelf, naam) for naam in zelf.__dataclass_fields__]


def _herstel(zelf: Any, toestand: list[Any]) -> None:
    for naam, waarde in zip(zelf.__dataclass_fields__, toestand, strict=True):
        object.__setattr__(zelf, naam, waarde)


def _toon(zelf: Any) -> str:
    velden = (f"{naam}={getattr(zelf, naam)!r}" for naam in zelf.__dataclass_fields__)
    return f"{type(zelf).__name__}({', '.join(velden)})"


class Waardesoort:
    """A kind of value, in the annotation of each field that holds it.

    Pydantic can work the same out from loose parts (a type, `Strict`, `Field`, validators), but
    does so for each field again.

    Args:
        schema: how it is checked, in the terms of `pydantic_core.core_schema`.
        description: what is expected, in Dutch; a field may say it more precisely.
    """

    __slots__ = ("_schema", "description")

    def __init__(self, schema: CoreSchema, description: str = "") -> None:
        self._schema = schema
        self.description = description

    def __get_pydantic_core_schema__(self, annotatie: Any, maak: Any) -> CoreSchema:
        return {**self._schema}  # one for each who asks: pydantic writes in what it gets


def geheel_getal(minstens: int, hoogstens: int, description: str) -> Waardesoort:
    """A whole number between two bounds, both of them included."""
    schema = core_schema.int_schema(ge=minstens, le=hoogstens, strict=True)
    return Waardesoort(schema, description)


def naar_vorm(vorm: str, description: str) -> Waardesoort:
    """A text of one form, a regular expression."""
    return Waardesoort(core_schema.str_schema(pattern=vorm, strict=True), description)


def keuze(soort: Any) -> Waardesoort:
    """One of the words of a `Literal`; what is expected names them all."""
    woorden = get_args(soort)
    return Waardesoort(core_schema.literal_schema([*woorden]), opsomming(woorden))
