"""What proposals ask of every member or subregion, who has it by the sources, and the targets."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field

from regels.lezen.model import als_lijst, geheel_getal, keuze, model_op_naam
from regels.lezen.vorm import weiger
from regels.model import MAX_GETAL, Bron, Code, Datum, Tekst, Tekstregel

MAX_RIJEN = 1_000
"""No list in either file is longer."""

_Toestand = Literal["ja", "ja-of-bezig", "bezig", "nee", "onbekend"]


def _als_toestand(waarde: Any) -> Any:
    """«Ja of bezig» is the same as `ja-of-bezig`."""
    return "-".join(waarde.casefold().split()) if isinstance(waarde, str) else waarde


Toestand = Annotated[_Toestand, keuze(_Toestand), BeforeValidator(_als_toestand)]
"""Whether it is there: `bezig` is being made; `ja-of-bezig` is where a source leaves that open."""
TOESTANDEN: tuple[_Toestand, ...] = get_args(_Toestand)
Van = Literal["gemeente", "deelregio"]
JaNee = Literal["ja", "nee"]
Doelstaat = Literal["geldt", "losgelaten"]
Grens = Literal["precies", "ongeveer", "minstens", "hoogstens", "meer-dan"]

_WIE = "een naam of een code, een lijst daarvan, of «alle»"


def noemt_allen(naam: str) -> bool:
    """Whether it is the word for all of them: «alle», «Alle gemeenten»."""
    return naam.casefold().split()[:1] == ["alle"]


Wie = Annotated[
    tuple[Tekstregel, ...],
    BeforeValidator(als_lijst),
    Field(min_length=1, max_length=MAX_RIJEN, description=_WIE),
]


def _als_tekst(waarde: Any) -> Any:
    """A year or a day, as the source has it, is text too."""
    if isinstance(waarde, bool):
        raise weiger("een jaar, een dag of woorden")
    return str(waarde) if isinstance(waarde, int | date) else waarde


Wanneer = Annotated[
    Tekstregel,
    BeforeValidator(_als_tekst),
    Field(description="een jaar, een dag of woorden, zoals in de bron"),
]


@model_op_naam
class Onderdeel:
    """One thing that a proposal asks, or that a source names beside it.

    Attributes:
        van: of whom it is asked, or told.
        gevraagd: no where the source names it as an example: then nobody misses it.
    """

    code: Code
    voorstel: Annotated[int, geheel_getal(1, 999, "het nummer van een voorstel")]
    naam: Tekstregel
    van: Annotated[Van, keuze(Van)]
    bron: Bron
    gevraagd: Annotated[JaNee, keuze(JaNee)] = "ja"
    opmerking: Tekst = ""


@model_op_naam
class Dekkingsfeit:
    """Who has a part of a proposal, by a source of the profile.

    Attributes:
        gemeente: members by name or code; of a part that is asked of subregions, those within it.
        op: from which day it is known; None is of old.
        sinds: since when it is so, in the words of the source.
    """

    onderdeel: Code
    toestand: Toestand
    bron: Bron
    gemeente: Wie | None = None
    deelregio: Wie | None = None
    op: Datum | None = None
    sinds: Wanneer | None = None
    toelichting: Tekst = ""


_Waarde = Annotated[int, geheel_getal(0, MAX_GETAL, "een heel getal van 0 of meer")]


@model_op_naam
class Doel:
    """A target that a source names.

    Attributes:
        voorstel: the proposal that it belongs to; else `thema`.
        waarde: None where the target is that something is there.
        tot: the end of a range that begins at `waarde`.
        grens: how the value is meant.
        gemeente: whom it concerns; without this and `deelregio` the whole region.
        staat: whether it holds, or a source says that it was let go.
    """

    code: Code
    naam: Tekstregel
    bron: Bron
    voorstel: Annotated[int, geheel_getal(1, 999, "het nummer van een voorstel")] | None = None
    thema: Code | None = None
    waarde: _Waarde | None = None
    tot: _Waarde | None = None
    eenheid: Tekstregel | None = None
    grens: Annotated[Grens, keuze(Grens)] = "precies"
    wanneer: Wanneer | None = None
    gemeente: Wie | None = None
    deelregio: Wie | None = None
    staat: Annotated[Doelstaat, keuze(Doelstaat)] = "geldt"


@model_op_naam
class Dekkingskennis:
    """`dekking.yaml` of a profile."""

    onderdelen: Annotated[
        tuple[Onderdeel, ...],
        Field(min_length=1, max_length=MAX_RIJEN, description="een lijst onderdelen"),
    ]
    feiten: Annotated[
        tuple[Dekkingsfeit, ...], Field(max_length=MAX_RIJEN, description="een lijst feiten")
    ] = ()
    doelen: Annotated[
        tuple[Doel, ...], Field(max_length=MAX_RIJEN, description="een lijst doelen")
    ] = ()
