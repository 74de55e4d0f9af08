"""A topic as somebody proposes it, with for each field the row that says how it is filled in."""

from __future__ import annotations

from dataclasses import dataclass as gewone_dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, Strict, ValidationInfo
from pydantic.dataclasses import dataclass

from agenda.omgeving import (
    Criteriumcode,
    Gemeentecode,
    Plancode,
    Regiocode,
    Themacode,
    Voorstelnummer,
    omgeving_van,
)
from regels.model import GESLOTEN, MAX_GETAL, Code, Regeltekst, Tekst, Uitkomst
from regels.vorm import weiger

if TYPE_CHECKING:
    from agenda.instellingen import Instellingen

MAX_LIJST = 100
MAX_FTE = 100


def _ander_onderwerp(code: str, info: ValidationInfo) -> str:
    if code == info.data.get("code"):
        raise weiger("een ander onderwerp: een onderwerp kan niet op zichzelf wachten")
    codes = omgeving_van(info).codes
    if code not in codes:
        raise weiger("de code van een ander onderwerp in dit dossier", sorted(codes))
    return code


def _gesorteerd(waarden: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(sorted(set(waarden)))


def _decimaal(waarde: object) -> Decimal:
    if type(waarde) not in (int, Decimal) or not 0 <= Decimal(str(waarde)) <= MAX_FTE:
        raise weiger(f"een getal van 0 tot en met {MAX_FTE}, zoals 0,4")
    return Decimal(str(waarde)).normalize()


def _bekende_tags(tags: dict[str, Tag], info: ValidationInfo) -> dict[str, Tag]:
    """In the order of the criteria, without the tags that say nothing."""
    return {
        code: tags[code] for code in omgeving_van(info).criteria if tags.get(code, LEEG) != LEEG
    }


Ja_nee_onbekend = Annotated[Uitkomst, Field(description="ja, nee of onbekend")]
Onderwerpcode = Annotated[str, Strict(), AfterValidator(_ander_onderwerp)]


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Tag:
    """What the werkgroep says of one criterion, with why and where it stands."""

    waarde: Ja_nee_onbekend = "onbekend"
    onderbouwing: Annotated[Tekst, Field(description="tekst: waarom dit zo is")] = ""
    bron: Annotated[Tekst, Field(description="tekst: waar het staat")] = ""


LEEG = Tag()


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Onderwerp:
    """A candidate for the agenda. None is unknown; an empty tuple is a real «none».

    Attributes:
        inspanning_fte: fte in the agenda year.
        kosten_euro: whole euros.
    """

    code: Code
    titel: Regeltekst
    thema: Annotated[Themacode, Field(description="de code van een thema")]
    toelichting: Tekst = ""
    plannen: Annotated[
        Annotated[tuple[Plancode, ...], Field(max_length=MAX_LIJST), AfterValidator(_gesorteerd)]
        | None,
        Field(description="een lijst met codes van plannen"),
    ] = None
    voorstellen: Annotated[
        Annotated[
            tuple[Voorstelnummer, ...], Field(max_length=MAX_LIJST), AfterValidator(_gesorteerd)
        ]
        | None,
        Field(description="een lijst met nummers van voorstellen"),
    ] = None
    regios: Annotated[
        Annotated[tuple[Regiocode, ...], Field(max_length=MAX_LIJST), AfterValidator(_gesorteerd)]
        | None,
        Field(description="een lijst met codes van deelregio's"),
    ] = None
    afstemming_nodig: Ja_nee_onbekend = "onbekend"
    criteria: Annotated[
        dict[Criteriumcode, Tag],
        AfterValidator(_bekende_tags),
        Field(description="een lijst van criteria, of per criterium ja, nee of onbekend"),
    ] = Field(default_factory=dict)
    afhankelijk_van: Annotated[
        tuple[Onderwerpcode, ...],
        Field(max_length=MAX_LIJST, description="een lijst met codes van onderwerpen"),
        AfterValidator(_gesorteerd),
    ] = ()
    inspanning_fte: Annotated[Decimal, BeforeValidator(_decimaal)] | None = None
    kosten_euro: (
        Annotated[
            int,
            Strict(),
            Field(ge=0, le=MAX_GETAL, description="een bedrag in hele euro's, zoals 50000"),
        ]
        | None
    ) = None
    bevoegdheid: Annotated[
        Literal["college", "raad", "onbekend"], Field(description="college, raad of onbekend")
    ] = "onbekend"
    ingediend_door: Annotated[Gemeentecode, Field(description="een gemeentecode")] | None = None
    groot_beleidsstuk: Ja_nee_onbekend = "onbekend"
    juridische_toets: Ja_nee_onbekend = "onbekend"
    urgent: Ja_nee_onbekend = "onbekend"


@gewone_dataclass(frozen=True, slots=True)
class Dossier:
    """One agenda year: its settings and its topics, sorted by code."""

    instellingen: Instellingen
    onderwerpen: tuple[Onderwerp, ...]
