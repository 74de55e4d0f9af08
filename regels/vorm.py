"""Hold what was read against a model, and say every fault in Dutch with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from regels.fouten import Melding, bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from regels.yaml_lezer import Gelezen, Pad

T = TypeVar("T")

_ONBEKEND_VELD = {"unexpected_keyword_argument", "extra_forbidden"}
_GEEN_GROEP = {"dataclass_type", "dict_type", "dataclass_exact_type"}


def weiger(verwacht: str, bekend: Iterable[object] = ()) -> PydanticCustomError:
    """The fault that a validator raises: what was expected, and the names it can be."""
    return PydanticCustomError("agenda", "{verwacht}", {"verwacht": verwacht, "bekend": [*bekend]})


def houd_tegen(
    model: type[T],
    waarde: Any,
    gelezen: Gelezen,
    pad: Pad,
    meldingen: list[Melding],
    context: Mapping[str, Any] | None = None,
) -> T | None:
    """Build a model from what was read.

    Args:
        model: a pydantic dataclass.
        waarde: plain values, as `Gelezen.waarde` holds them at `pad`.
        gelezen: gives the place of each fault.
        pad: where `waarde` stands in the file.
        meldingen: every fault is added to this list.
        context: what the validators of the model need to know.

    Returns:
        The model, or None when there was a fault.
    """
    try:
        return _adapter(model).validate_python(waarde, context=dict(context or {}))
    except ValidationError as fout:
        for fault in fout.errors(include_url=False):
            meldingen.append(_melding(model, fault, gelezen, pad))
        return None


_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(model: type[T]) -> TypeAdapter[T]:
    if model not in _adapters:
        _adapters[model] = TypeAdapter(model)
    return _adapters[model]


def _melding(model: type[Any], fault: Any, gelezen: Gelezen, pad: Pad) -> Melding:
    """One pydantic error as a located Dutch finding; pydantic's own English is never used."""
    loc: Pad = fault["loc"]
    volledig = (*pad, *loc)
    plek = gelezen.plek(volledig)
    veld = veldnaam(loc)
    eigenaar, verwacht = _beschrijving(model, loc)
    if fault["type"] in _ONBEKEND_VELD:
        velden = list(getattr(eigenaar, "__pydantic_fields__", {}))
        naam = str(loc[-1])
        return Melding(
            plek,
            veldnaam(loc[:-1]),
            f"onbekend veld {toon(naam)}",
            f"een van de velden {opsomming(velden)}",
            bedoelde_u(naam, velden),
        )
    if fault["type"] == "missing":
        return Melding(plek, veld, "niets", verwacht or "een waarde")
    gevonden = toon(gelezen.getypt(volledig, fault["input"]))
    if fault["type"] == "agenda":
        context = fault["ctx"]
        return Melding(
            plek, veld, gevonden, context["verwacht"], bedoelde_u(fault["input"], context["bekend"])
        )
    if fault["type"] in _GEEN_GROEP:
        velden = list(getattr(eigenaar, "__pydantic_fields__", {}))
        return Melding(plek, veld, gevonden, f"een groep met de velden {opsomming(velden, 'en')}")
    suggestie = ""
    if fault["type"] == "literal_error":
        keuzes = re.findall("'([^']*)'", fault["ctx"]["expected"])
        suggestie = bedoelde_u(fault["input"], keuzes)
    elif fault["type"] == "string_type" and volledig in gelezen.rauw:
        suggestie = "zet er aanhalingstekens omheen als het tekst is"
    return Melding(plek, veld, gevonden, verwacht or "een andere soort waarde", suggestie)


def veldnaam(loc: Iterable[str | int]) -> str:
    """A path as the user knows it: «criteria.veiligheid.bron», list items by their number."""
    return ".".join(str(deel + 1) if isinstance(deel, int) else deel for deel in loc)


def _beschrijving(model: type[Any], loc: Pad) -> tuple[Any, str]:
    """The model that a path ends in, and what its field expects, from the field's description."""
    verwacht = ""
    for deel in loc:
        veld: FieldInfo | None = getattr(model, "__pydantic_fields__", {}).get(deel)
        if veld is not None:
            verwacht = veld.description or _uit(veld.annotation, "description") or ""
            model = _uit(veld.annotation, "model") or model
    return model, verwacht


def _uit(annotatie: Any, wat: str) -> Any:
    """The first description, or the first model, inside an annotation such as tuple[Code, ...]."""
    if wat == "model" and hasattr(annotatie, "__pydantic_fields__"):
        return annotatie
    if wat == "description" and isinstance(annotatie, FieldInfo):
        return annotatie.description
    delen = (*get_args(annotatie), *getattr(annotatie, "__metadata__", ()))
    return next((gevonden for deel in delen if (gevonden := _uit(deel, wat))), None)
