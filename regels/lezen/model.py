"""What a model is made of: a closed class that never changes, and the kinds of values in it.

Pydantic checks them. How it is asked to takes time at every start, for there are some thirty
models: docs/besluiten/006-pydantic-dataclasses.md.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform, get_args

from pydantic import Field
from pydantic.fields import FieldInfo
from pydantic_core import (
    ArgsKwargs,
    CoreSchema,
    SchemaSerializer,
    SchemaValidator,
    core_schema,
)

from regels.lezen.schema import annotaties, schema_van
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(Field,))
def model(cls: type[T]) -> type[T]:
    """Make a closed, unchangeable dataclass that is checked; its check is made when first used."""
    return _maak(cls)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def model_op_naam(cls: type[T]) -> type[T]:
    """Make a model of which the fields are given by name; what must be there may come last."""
    return _maak(cls, op_naam=True)


class _Later:
    """Something of a class that is made when it is first asked for."""

    def __init__(self, maak: Callable[[type[Any]], Any]) -> None:
        self._maak = maak

    def __set_name__(self, eigenaar: type[Any], naam: str) -> None:
        self._naam = naam

    def __get__(self, deel: object, eigenaar: type[Any]) -> Any:
        gemaakt = self._maak(eigenaar)
        setattr(eigenaar, self._naam, gemaakt)
        return gemaakt


def _veldinfo(cls: type[Any]) -> dict[str, FieldInfo]:
    """What pydantic calls the fields of a model, by name: its kind of value, what is expected."""
    soorten = annotaties(cls)
    velden = {}
    for veld in fields(cls):
        velden[veld.name] = info = FieldInfo.from_annotation(soorten[veld.name])
        if veld.default is not MISSING:
            info.default = veld.default
        elif veld.default_factory is not MISSING:
            info.default_factory = veld.default_factory
    return velden


def _maak(cls: type[T], *, op_naam: bool = False) -> type[T]:
    """What every model has in common is not generated for each anew, as for a frozen dataclass."""
    namen = tuple(cls.__annotations__)
    gemeen = {
        "__init__": _vul,
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
    for naam in namen:
        standaard = cls.__dict__.get(naam)
        if isinstance(standaard, FieldInfo):
            maak_standaard = cast("Callable[[], Any]", standaard.default_factory)
            setattr(cls, naam, field(default_factory=maak_standaard))
    cls.__doc__ = cls.__doc__ or cls.__name__  # else the signature is worked out to stand there
    maak = dataclass(init=False, eq=False, repr=False, slots=True, kw_only=op_naam)
    gemaakt = cast("Any", maak(cls))
    for naam, wat in _LATER.items():
        later = _Later(wat)
        later.__set_name__(gemaakt, naam)
        setattr(gemaakt, naam, later)
    return cast("type[T]", gemaakt)


_LATER: dict[str, Callable[[type[Any]], Any]] = {
    "__pydantic_core_schema__": schema_van,
    "__pydantic_validator__": lambda cls: SchemaValidator(cls.__pydantic_core_schema__),
    "__pydantic_serializer__": lambda cls: SchemaSerializer(cls.__pydantic_core_schema__),
    "__pydantic_fields__": _veldinfo,
    "__get_pydantic_core_schema__": lambda cls: lambda *_: cls.__pydantic_core_schema__,
}
"""What pydantic calls it → how it is made of a model."""


def _vul(zelf: Any, *waarden: Any, **op_naam: Any) -> None:
    """Check what is given, and keep what comes of it."""
    type(zelf).__pydantic_validator__.validate_python(
        ArgsKwargs(waarden, op_naam), self_instance=zelf
    )


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


def als_lijst(waarde: object) -> object:
    """One text may stand by itself where a list of them is asked."""
    return [waarde] if isinstance(waarde, str) else waarde


def keuze(soort: Any) -> Waardesoort:
    """One of the words of a `Literal`; what is expected names them all."""
    woorden = get_args(soort)
    return Waardesoort(core_schema.literal_schema([*woorden]), opsomming(woorden))
