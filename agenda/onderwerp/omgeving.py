"""What a topic or a setting may refer to: themes, plans, municipalities, criteria, other topics.

Validators find it in the validation context, as an `Omgeving`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import core_schema
from pydantic_core.core_schema import with_info_after_validator_function as na

from regels.lezen.model import Waardesoort
from regels.lezen.vorm import weiger
from regels.taal import bedoelde_u, opsomming

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from agenda.kennis.profiel import Profiel


MAX_LIJST = 100
_V = TypeVar("_V")


class Omgeving(NamedTuple):
    """What a topic may refer to: the profile, the criteria (code → title), all topic codes."""

    profiel: Profiel
    criteria: Mapping[str, str]
    codes: frozenset[str] = frozenset()


def _in_omgeving(soort: str, namen: Callable[[Omgeving], Collection[object]]) -> Waardesoort:
    """A text that is one of the names that the surroundings of the topic know."""

    def controleer(waarde: Any, info: ValidationInfo) -> Any:
        bekend = namen(omgeving_van(info))
        if waarde not in bekend:
            raise weiger(f"{soort} ({opsomming(bekend)})", bekend)
        return waarde

    return Waardesoort(na(controleer, _TEKST))


def omgeving_van(info: ValidationInfo) -> Omgeving:
    """What the value that is being checked may refer to."""
    omgeving: Omgeving = (info.context or {})["omgeving"]
    return omgeving


def bekend_criterium(code: str, info: ValidationInfo) -> str:
    """A validator: the code is one of a criterion."""
    criteria = omgeving_van(info).criteria
    if not criteria:
        raise weiger("niets: deze regio heeft geen criteria")
    if code not in criteria:
        raise weiger(f"een criterium ({opsomming(criteria)})", criteria)
    return code


def _voorstel(nummer: int, info: ValidationInfo) -> int:
    nummers = omgeving_van(info).profiel.voorstel
    if nummer not in nummers:
        if not nummers:
            raise weiger("niets: deze regio heeft geen voorstellen")
        raise weiger(f"het nummer van een voorstel: {min(nummers)} tot en met {max(nummers)}")
    return nummer


def _gemeente(genoemd: str, info: ValidationInfo) -> str:
    """The code of the member that is called by its name or its code."""
    profiel = omgeving_van(info).profiel
    lid = profiel.vind_lid(genoemd)
    if lid is None:
        namen = [lid.naam for lid in profiel.regio.leden]
        bekend = [*namen, *profiel.lid]
        lijst = "" if bedoelde_u(genoemd, bekend) else f": {opsomming(namen)}"
        wat = profiel.woorden.lid.een
        raise weiger(f"een {wat} in de regio{lijst}", bekend)
    return lid.code


def _een_of_meer(genoemd: Any, een: Callable[[Any], str]) -> str | tuple[str, ...]:
    """One value, or the values of a list; a list of one is that one."""
    if not isinstance(genoemd, list | tuple):
        return een(genoemd)
    if not genoemd:
        raise weiger("een gemeentecode, of een lijst met gemeentecodes")
    codes = sorted({een(deel) for deel in genoemd})
    return codes[0] if len(codes) == 1 else tuple(codes)


def _genoemde_gemeente(genoemd: str, info: ValidationInfo) -> str:
    """The name or code of a member, as it was typed: it is the key of a group."""
    _gemeente(genoemd, info)
    return genoemd


def _op_gemeentecode(waarden: dict[str, _V], info: ValidationInfo) -> dict[str, _V]:
    codes = [_gemeente(genoemd, info) for genoemd in waarden]
    dubbel = {code for code in codes if codes.count(code) > 1}
    if dubbel:
        profiel = omgeving_van(info).profiel
        namen = opsomming(sorted(profiel.lid[code].naam for code in dubbel), "en")
        raise weiger(f"elke {profiel.woorden.lid.een} één keer; twee keer staat er: {namen}")
    return dict(zip(codes, waarden.values(), strict=True))


def _ander_onderwerp(code: str, info: ValidationInfo) -> str:
    if code == info.data.get("code"):
        raise weiger("een ander onderwerp: een onderwerp kan niet op zichzelf wachten")
    codes = omgeving_van(info).codes
    if code not in codes:
        raise weiger("de code van een ander onderwerp in dit dossier", codes)
    return code


def _gesorteerd(waarden: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(sorted(set(waarden)))


def _onderwerp(code: str, info: ValidationInfo) -> str:
    codes = omgeving_van(info).codes
    if code not in codes:
        raise weiger("de code van een onderwerp in dit dossier", codes)
    return code


_KORT = Field(max_length=MAX_LIJST)
_GESORTEERD = AfterValidator(_gesorteerd)
_TEKST = core_schema.str_schema(strict=True)

Themacode = Annotated[str, _in_omgeving("een thema", lambda o: o.profiel.thema)]
Plancode = Annotated[str, _in_omgeving("een plan", lambda o: o.profiel.plan)]
Regiocode = Annotated[str, _in_omgeving("een deelregio", lambda o: o.profiel.deelregio)]
Gemeentecode = Annotated[str, Waardesoort(na(_gemeente, _TEKST))]
_ZOALS_HET_IS = core_schema.plain_serializer_function_ser_schema(lambda waarde: waarde)
Indieners = Annotated[
    str | tuple[str, ...],
    Waardesoort(
        core_schema.no_info_wrap_validator_function(
            _een_of_meer, na(_gemeente, _TEKST), serialization=_ZOALS_HET_IS
        )
    ),
]
"""Who brings something in: one member, or several, each by its name or its code."""
PerGemeente = Annotated[
    dict[Annotated[str, Waardesoort(na(_genoemde_gemeente, _TEKST))], _V],
    AfterValidator(_op_gemeentecode),
]
"""Something per member, under its name or its code; afterwards under its code."""
Criteriumcode = Annotated[str, Waardesoort(na(bekend_criterium, _TEKST))]
Samenwerkingcode = Annotated[
    str, _in_omgeving("een samenwerking", lambda o: o.profiel.samenwerking)
]
Voorstelnummer = Annotated[int, Waardesoort(na(_voorstel, core_schema.int_schema(strict=True)))]
Onderwerpcode = Annotated[str, Waardesoort(na(_ander_onderwerp, _TEKST))]
Dossieronderwerp = Annotated[str, Waardesoort(na(_onderwerp, _TEKST))]

Plancodes = Annotated[tuple[Plancode, ...], _KORT, _GESORTEERD]
Regiocodes = Annotated[tuple[Regiocode, ...], _KORT, _GESORTEERD]
Voorstelnummers = Annotated[tuple[Voorstelnummer, ...], _KORT, _GESORTEERD]
Onderwerpcodes = Annotated[tuple[Onderwerpcode, ...], _KORT, _GESORTEERD]
