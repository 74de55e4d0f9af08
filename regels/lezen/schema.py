"""The check of a model, made from the annotations of its fields.

Pydantic makes the same from the same annotations. It is ready for all that may stand there, and
works out much that no model here asks for; that took a tenth of every start
(docs/besluiten/006-pydantic-dataclasses.md). What is not known here, pydantic still makes.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from inspect import get_annotations, signature
from types import FunctionType, NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import AfterValidator, BeforeValidator, InstanceOf, Strict, WrapValidator
from pydantic.fields import FieldInfo
from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic_core import CoreSchema

_SOORTEN: dict[Any, Callable[[], CoreSchema]] = {
    str: core_schema.str_schema,
    int: core_schema.int_schema,
    bool: core_schema.bool_schema,
    date: core_schema.date_schema,
    Decimal: core_schema.decimal_schema,
    bytes: core_schema.bytes_schema,
    Any: core_schema.any_schema,
    NoneType: core_schema.none_schema,
}
_GRENZEN = {
    "str": {"min_length", "max_length", "pattern", "strict"},
    "int": {"ge", "gt", "le", "lt", "strict"},
    "decimal": {"ge", "gt", "le", "lt", "strict"},
    "tuple": {"min_length", "max_length", "strict"},
    "dict": {"min_length", "max_length", "strict"},
}
"""Kind of schema → the bounds that it holds itself."""
_ROND: dict[type[Any], tuple[int, Any, Any]] = {
    AfterValidator: (
        1,
        core_schema.no_info_after_validator_function,
        core_schema.with_info_after_validator_function,
    ),
    BeforeValidator: (
        1,
        core_schema.no_info_before_validator_function,
        core_schema.with_info_before_validator_function,
    ),
    WrapValidator: (
        2,
        core_schema.no_info_wrap_validator_function,
        core_schema.with_info_wrap_validator_function,
    ),
}
"""A function around a check → how many values it gets, and the schema without and with more."""


class _Onbekend(Exception):
    """An annotation that pydantic must make the check of."""


def schema_van(model: type[Any]) -> CoreSchema:
    """The schema of a model: a dataclass of which the annotations say what is checked."""
    soorten = annotaties(model)
    velden = [
        _veld(veld.name, soorten[veld.name], _veldinfo(veld), kw_only=bool(veld.kw_only))
        for veld in fields(model)
    ]
    return core_schema.dataclass_schema(
        model,
        core_schema.dataclass_args_schema(model.__name__, velden),
        [veld.name for veld in fields(model)],
        slots=True,
        config={"title": model.__name__, "extra_fields_behavior": "forbid"},
    )


def annotaties(model: type[Any]) -> Mapping[str, Any]:
    """The annotation of each field of a model, as types."""
    hier = get_annotations(model)
    if any(isinstance(annotatie, str) for annotatie in hier.values()):
        return get_type_hints(model, include_extras=True)
    return hier


def _veldinfo(veld: Any) -> dict[str, Any]:
    """The default of a field, in the words of pydantic."""
    if veld.default is not MISSING:
        return {"default": veld.default}
    if veld.default_factory is not MISSING:
        return {"default_factory": veld.default_factory}
    return {}


def _veld(
    naam: str, annotatie: Any, standaard: dict[str, Any], *, kw_only: bool
) -> core_schema.DataclassField:
    schema = _schema(annotatie)
    extra: dict[str, Any] = {}
    for info in getattr(annotatie, "__metadata__", ()):
        if isinstance(info, FieldInfo):
            if info.validate_default:
                standaard = standaard | {"validate_default": True}
            if info.alias is not None:
                extra |= {"validation_alias": info.alias, "serialization_alias": info.alias}
            if info.exclude:
                extra["serialization_exclude"] = True
            if info.exclude_if is not None:
                extra["serialization_exclude_if"] = info.exclude_if
    if standaard:
        schema = core_schema.with_default_schema(schema, **standaard)
    return core_schema.dataclass_field(naam, schema, kw_only=kw_only, **extra)


def _schema(annotatie: Any) -> CoreSchema:
    try:
        return _bekend(annotatie)
    except _Onbekend:
        from pydantic import TypeAdapter

        return TypeAdapter(annotatie).core_schema


def _bekend(annotatie: Any) -> CoreSchema:
    if annotatie in _SOORTEN:
        return _SOORTEN[annotatie]()
    if hasattr(annotatie, "__metadata__"):
        return _met_delen(annotatie.__origin__, annotatie.__metadata__)
    eigen = getattr(annotatie, "__get_pydantic_core_schema__", None)
    if eigen is not None:
        schema: CoreSchema = eigen(annotatie, None)
        return schema
    soort, delen = get_origin(annotatie), get_args(annotatie)
    if soort is tuple:
        return _rij(delen)
    if soort is dict:
        return core_schema.dict_schema(*map(_bekend, delen))
    if soort is Literal:
        return core_schema.literal_schema([*delen])
    if soort in (Union, UnionType):
        return _een_van(delen)
    raise _Onbekend


def _rij(delen: tuple[Any, ...]) -> CoreSchema:
    if delen[1:] == (...,):
        return core_schema.tuple_schema([_bekend(delen[0])], variadic_item_index=0)
    return core_schema.tuple_schema([*map(_bekend, delen)])


def _een_van(delen: tuple[Any, ...]) -> CoreSchema:
    echte = [_bekend(deel) for deel in delen if deel is not NoneType]
    schema = echte[0] if len(echte) == 1 else core_schema.union_schema([*echte])
    return core_schema.nullable_schema(schema) if len(echte) < len(delen) else schema


def _met_delen(annotatie: Any, delen: tuple[Any, ...]) -> CoreSchema:
    """A kind of value with what stands beside it in its annotation, from left to right."""
    if any(type(deel) is InstanceOf for deel in delen):
        return core_schema.is_instance_schema(annotatie)
    # A kind of value that brings its own schema needs nothing of what stands before it.
    eigen = [nummer for nummer, deel in enumerate(delen) if _brengt_schema(deel)]
    begin = eigen[-1] if eigen else -1
    schema: CoreSchema
    if eigen:
        schema = delen[begin].__get_pydantic_core_schema__(annotatie, None)
    else:
        schema = _bekend(annotatie)
    for deel in delen[begin + 1 :]:
        if type(deel) in _ROND:
            schema = _functie(deel, schema)
        elif isinstance(deel, Strict):
            schema = _begrensd(schema, "strict", deel.strict)
        elif isinstance(deel, FieldInfo):
            for grens in deel.metadata:
                for naam, waarde in _inhoud(grens):
                    schema = _begrensd(schema, naam, waarde)
    return schema


def _brengt_schema(deel: Any) -> bool:
    return type(deel) not in _ROND and hasattr(deel, "__get_pydantic_core_schema__")


def _inhoud(grens: Any) -> list[tuple[str, Any]]:
    """The bounds in a part of a field, by the names that a schema has for them."""
    namen = getattr(grens, "__slots__", None) or vars(grens)
    return [(naam, getattr(grens, naam)) for naam in namen]


def _functie(deel: Any, schema: CoreSchema) -> CoreSchema:
    aantal, zonder, met = _ROND[type(deel)]
    rond: CoreSchema = (met if _aantal_waarden(deel.func) > aantal else zonder)(deel.func, schema)
    return rond


def _aantal_waarden(functie: Any) -> int:
    """How many values a function must be given."""
    if isinstance(functie, FunctionType):  # nearly all are, and this is much faster
        return functie.__code__.co_argcount - len(functie.__defaults__ or ())
    return sum(deel.default is deel.empty for deel in signature(functie).parameters.values())


def _begrensd(schema: Any, naam: str, waarde: Any) -> Any:
    """The same schema with a bound, which may belong to a schema inside it."""
    if waarde is None:
        return schema
    soort = schema["type"]
    if soort == "nullable" or soort.startswith("function-"):
        return {**schema, "schema": _begrensd(schema["schema"], naam, waarde)}
    if naam in _GRENZEN.get(soort, ()):
        return {**schema, naam: waarde}
    raise _Onbekend
