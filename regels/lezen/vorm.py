"""Hold what was read against a model, and say every fault in Dutch with its place."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from regels.lezen.model import Waardesoort
from regels.lezen.yaml import los_op
from regels.melding import MAX_GETOOND, Melding, genoeg
from regels.taal import bedoelde_u, opsomming, toon, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from regels.lezen.yaml import Gelezen, Pad

T = TypeVar("T")

ZONDER_AANHALING = "haal de aanhalingstekens weg"
_ZONDER_AANHALING: dict[str, type[Any]] = {"int_type": int, "date_type": date}
_ONBEKEND_VELD = {"unexpected_keyword_argument", "extra_forbidden"}


def weiger(verwacht: str, bekend: Collection[object] = (), hulp: str = "") -> PydanticCustomError:
    """The fault that a validator raises: what was expected, the names it can be, what to do."""
    # Pydantic writes out all that stands here, each time; of a function that is a few words.
    context = {"verwacht": verwacht, "bekend": lambda: bekend, "hulp": hulp}
    return PydanticCustomError("agenda", "{verwacht}", context)


def houd_tegen(
    model: type[T],
    waarde: Any,
    gelezen: Gelezen,
    pad: Pad,
    meldingen: list[Melding],
    context: Mapping[str, Any] | None = None,
    ook: Sequence[str] = (),
) -> T | None:
    """Build a model from what was read.

    Args:
        model: a pydantic dataclass.
        waarde: plain values, as `Gelezen.waarde` holds them at `pad`.
        gelezen: gives the place of each fault.
        pad: where `waarde` stands in the file.
        meldingen: every fault is added to this list.
        context: what the validators of the model need to know.
        ook: names that may stand beside the fields of the model, for who looks for a name.

    Returns:
        The model, or None when there was a fault.
    """
    try:
        controle = cast("Any", _controle)(model)
        return cast("T", controle.validate_python(waarde, context=dict(context or {})))
    except ValidationError as fout:
        faults = fout.errors(include_url=False)
        for fault in faults:
            if genoeg(meldingen):
                break
            if fault["type"] == "missing" and (*pad, *fault["loc"]) in gelezen.gemeld:
                continue
            # A list that misses only what was wrong in it is not too short as well.
            te_kort = fault["type"] == "too_short" and _heeft_fout_in(fault["loc"], faults)
            if not te_kort and (*pad, *fault["loc"]) not in gelezen.gemeld:
                met_tip = len(meldingen) < MAX_GETOOND
                meldingen.append(_melding(model, fault, gelezen, pad, ook, met_tip=met_tip))
        return None


def _heeft_fout_in(loc: Pad, faults: Sequence[Any]) -> bool:
    return any(fault["loc"][: len(loc)] == loc and len(fault["loc"]) > len(loc) for fault in faults)


@cache
def _controle(soort: type[Any]) -> Any:
    """What checks a model, or another kind of value."""
    eigen = getattr(soort, "__pydantic_validator__", None)
    if eigen is not None:
        return eigen
    from pydantic import TypeAdapter  # heavy, and nearly all that is read is a model

    return TypeAdapter(soort)


def _melding(
    model: type[Any], fault: Any, gelezen: Gelezen, pad: Pad, ook: Sequence[str], *, met_tip: bool
) -> Melding:
    """One pydantic error as a located Dutch finding; pydantic's own English is never used.

    Args:
        met_tip: whether to look for the name that was meant.
    """
    # A fault in the name of a key, rather than in what stands under it, ends in «[key]».
    loc: Pad = fault["loc"]
    in_naam = loc[-1:] == ("[key]",) and (*pad, *loc) not in gelezen.plekken
    loc = loc[:-1] if in_naam else loc
    volledig = (*pad, *loc)
    plek = gelezen.plek(volledig)
    veld = gelezen.koppen.get(tuple(deel for deel in loc if isinstance(deel, str))) or veldnaam(loc)
    eigenaar, verwacht = _beschrijving(model, loc, in_naam=in_naam)
    eigen = getattr(eigenaar, "__pydantic_fields__", {})
    velden = [
        veld.alias or naam for naam, veld in eigen.items() if not veld.exclude or veld.description
    ]
    velden += ook if eigenaar is model else ()
    invoer = fault["input"]
    if fault["type"] in _ONBEKEND_VELD:
        gevonden = f"onbekend veld {toon(loc[-1])}"
        verwacht = f"een van de velden {opsomming(velden)}"
        return Melding(plek, veldnaam(loc[:-1]), gevonden, verwacht, bedoelde_u(loc[-1], velden))
    if fault["type"] == "missing":
        return Melding(plek, veld, "niets", f"{verwacht or 'een waarde'} (verplicht)")
    gevonden = toon(invoer if in_naam else gelezen.getypt(volledig, invoer))
    geleerd = gelezen.hulp.get(volledig) or gelezen.hulp.get(volledig[:-1], "")
    if fault["type"] == "agenda":
        context = fault["ctx"]
        geleerd = geleerd or context["hulp"]
        hulp = geleerd or (bedoelde_u(invoer, context["bekend"]()) if met_tip else "")
        return Melding(plek, veld, gevonden, context["verwacht"], hulp)
    if fault["type"] == "dataclass_type":
        return Melding(plek, veld, gevonden, f"een groep met de velden {opsomming(velden, 'en')}")
    hulp = geleerd or _hulp(fault, gelezen)
    return Melding(plek, veld, gevonden, verwacht or "een andere soort waarde", hulp)


def _hulp(fault: Any, gelezen: Gelezen) -> str:
    """What to do about a value of the wrong kind; empty when there is nothing to add."""
    soort, invoer, in_tabel = fault["type"], fault["input"], bool(gelezen.koppen)
    if soort == "literal_error":
        return bedoelde_u(invoer, re.findall("'([^']*)'", fault["ctx"]["expected"]))
    if isinstance(invoer, date) and gelezen.hulp_bij_datum:
        return gelezen.hulp_bij_datum
    if soort == "string_type" and not isinstance(invoer, dict | list | None):
        return "zet er aanhalingstekens omheen als het tekst is"
    if soort in _ZONDER_AANHALING and isinstance(invoer, str) and not in_tabel:
        kaal = los_op(invoer)
        return ZONDER_AANHALING if isinstance(kaal, _ZONDER_AANHALING[soort]) else ""
    if gelezen.hulp_bij_deel and isinstance(fault["loc"][-1], int) and not isinstance(invoer, str):
        return gelezen.hulp_bij_deel
    if soort == "tuple_type" and invoer == "geen":  # as one writes it in a cell
        return "schrijf [] voor geen"
    if soort == "tuple_type" and not isinstance(invoer, dict | None):
        return f"zet er haken omheen: [{zichtbaar(str(invoer))}]"
    return ""


def veldnaam(loc: Iterable[str | int]) -> str:
    """A path as the user knows it: «criteria.veiligheid.bron», list items by their number."""
    return zichtbaar(".".join(str(deel + 1) if isinstance(deel, int) else deel for deel in loc))


def _beschrijving(model: type[Any], loc: Pad, *, in_naam: bool) -> tuple[Any, str]:
    """The model that a path ends in, and what its field expects, from the field's description.

    Args:
        in_naam: whether the path ends in the name of a key, and not in what stands under it.
    """
    verwacht = ""
    for nummer, deel in enumerate(loc, 1):
        eigen: Mapping[str, FieldInfo] = getattr(model, "__pydantic_fields__", {})
        met_naam = (ander for ander in eigen.values() if ander.alias == deel)
        veld = eigen.get(str(deel)) or next(met_naam, None)
        if veld is not None:
            wat = veld.annotation
            if get_origin(wat) is dict and nummer < len(loc):
                wat = get_args(wat)[not in_naam]
            soorten = (deel.description for deel in veld.metadata if isinstance(deel, Waardesoort))
            verwacht = veld.description or next(soorten, "")
            verwacht = verwacht or _uit(wat, "description") or ""
            model = _uit(veld.annotation, "model") or model
    return model, verwacht


def _uit(annotatie: Any, wat: str) -> Any:
    """The first description, or the first model, inside an annotation such as tuple[Code, ...]."""
    if wat == "model" and hasattr(annotatie, "__pydantic_fields__"):
        return annotatie
    if wat == "description" and isinstance(annotatie, FieldInfo | Waardesoort):
        return annotatie.description
    delen = (*get_args(annotatie), *getattr(annotatie, "__metadata__", ()))
    return next((gevonden for deel in delen if (gevonden := _uit(deel, wat))), None)
