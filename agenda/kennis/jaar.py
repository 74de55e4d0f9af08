"""Moments of a year as a source prints them, and who works together on what."""

import operator
from typing import Annotated, Literal

from pydantic import Field, Strict

from agenda.kennis.regio import MAX_LEDEN, LidCode
from regels.lezen.model import model_op_naam
from regels.model import MAX_GETAL, Bron, Code, Datum, Tekst, Tekstregel, Uitkomst

_ZONDER = Field(exclude_if=operator.not_)


@model_op_naam
class Moment:
    """A moment with the printed words beside the days that we read in them; an absent end is open.

    Attributes:
        reeks: the series that it belongs to.
        woorden: as the source prints it: «eind mei, in ieder geval vóór 1 juni 2014».
    """

    code: Code
    reeks: Code
    naam: Tekstregel
    woorden: Tekstregel
    bron: Bron
    van: Datum | None = None
    tot: Datum | None = None
    opmerking: Annotated[Tekst, _ZONDER] = ""


def niet_later(een: Moment, ander: Moment) -> Uitkomst:
    """Whether one moment is not later than another: ja or nee when that is certain."""
    if een.tot and ander.van and een.tot <= ander.van:
        return "ja"
    if een.van and ander.tot and een.van > ander.tot:
        return "nee"
    return "onbekend"


@model_op_naam
class Samenwerking:
    """Who works together on a topic, and by which key costs are shared.

    Attributes:
        leden: codes, «alle», or «onbekend» where no source says who.
        sleutel: member → its part; None where no source gives a key.
        rest_naar: who takes what is left by rounding.
    """

    code: Code
    naam: Tekstregel
    bron: Bron
    leden: Annotated[
        Literal["alle", "onbekend"] | tuple[LidCode, ...],
        Field(max_length=MAX_LEDEN, description="alle, onbekend of een lijst met leden"),
    ]
    sleutel: Annotated[
        dict[
            LidCode,
            Annotated[int, Strict(), Field(ge=0, le=MAX_GETAL, description="een heel getal")],
        ]
        | None,
        Field(description="per lid een heel getal"),
        _ZONDER,
    ] = None
    rest_naar: Annotated[LidCode | None, _ZONDER] = None
    opmerking: Annotated[Tekst, _ZONDER] = ""
