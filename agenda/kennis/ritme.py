"""How often a body meets, as data beside the sentence of the source; and in which school region."""

from __future__ import annotations

import operator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, Strict

from regels.lezen.model import model_op_naam
from regels.lezen.vorm import weiger
from regels.model import Bron, Code

_ZONDER = Field(exclude_if=operator.not_)

Tijdvak = Literal["maand", "kwartaal", "halfjaar", "jaar"]
Seizoen = Literal["voorjaar", "najaar"]
Schoolregionaam = Literal["noord", "midden", "zuid"]
SCHOOLREGIOS: tuple[Schoolregionaam, ...] = ("noord", "midden", "zuid")
"""The three regions over which the school holidays of the country are spread."""


@model_op_naam
class Weken:
    """A number of weeks."""

    weken: Annotated[int, Strict(), Field(ge=1, le=52, description="een aantal weken")]


@model_op_naam
class Schema:
    """How often a body meets: one of these, so that days follow from it.

    Attributes:
        hoogstens_elke: no more than so many weeks between two meetings.
        ongeveer: about once in each such part of the year.
        elk: once in each such part of the year.
        perioden: once in each of these seasons.
        dagen_voor: at least so many days before every meeting of `gremia`.
        op: only when somebody asks; no day follows from that.
    """

    hoogstens_elke: Annotated[Weken | None, _ZONDER] = None
    ongeveer: Annotated[Tijdvak | None, Field(description="maand, kwartaal, …"), _ZONDER] = None
    elk: Annotated[Tijdvak | None, Field(description="maand, kwartaal, …"), _ZONDER] = None
    perioden: Annotated[
        tuple[Seizoen, ...],
        Field(max_length=2, description="een lijst met voorjaar, najaar"),
        _ZONDER,
    ] = ()
    dagen_voor: Annotated[
        int | None, Strict(), Field(ge=1, le=100, description="een aantal dagen"), _ZONDER
    ] = None
    gremia: Annotated[
        tuple[Code, ...], Field(max_length=20, description="een lijst gremia"), _ZONDER
    ] = ()
    op: Annotated[Literal["afroep"] | None, Field(description="afroep"), _ZONDER] = None


_SOORTEN = ("hoogstens_elke", "ongeveer", "elk", "perioden", "dagen_voor", "op")


def _een_soort(schema: Schema) -> Schema:
    """A rhythm is of one kind, and only «dagen_voor» names bodies."""
    if sum(bool(getattr(schema, soort)) for soort in _SOORTEN) != 1:
        raise weiger(f"precies één van {', '.join(_SOORTEN)}")
    if bool(schema.gremia) != bool(schema.dagen_voor):
        raise weiger("een lijst gremia bij dagen_voor, en alleen daar")
    return schema


Ritmeschema = Annotated[Schema, AfterValidator(_een_soort)]
"""A rhythm that was checked."""


@model_op_naam
class Schoolregio:
    """In which school region a member lies, with where that stands; «onbekend» needs no source."""

    regio: Annotated[
        Literal["noord", "midden", "zuid", "onbekend"],
        Field(description="noord, midden, zuid of onbekend"),
    ]
    bron: Annotated[Bron | None, _ZONDER] = None
