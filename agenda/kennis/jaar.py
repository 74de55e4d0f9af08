"""Moments of a year as a source prints them, and who works together on what."""

import operator
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from agenda.kennis.regio import MAX_LEDEN, LidCode
from agenda.kennis.sleutel import SLEUTELVORM, Deelneming, Sleutel
from regels.lezen.model import model_op_naam
from regels.model import Bron, Code, Datum, Tekst, Tekstregel, Uitkomst

_ZONDER = Field(exclude_if=operator.not_)
_MAG_NIETS = Field(exclude_if=lambda waarde: waarde is None)


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
class Ledencapaciteit:
    """How much work each member does for a cooperation.

    Attributes:
        fte_per_lid: in a year.
        minstens: whether a member may do more.
    """

    fte_per_lid: Annotated[
        Decimal, Field(ge=0, le=1000, description="een getal vanaf 0, zoals 0.2")
    ]
    bron: Bron
    minstens: Annotated[Literal["ja", "nee"], Field(description="ja of nee")] = "nee"


@model_op_naam
class Samenwerking:
    """Who works together on a topic, and by which key costs are shared.

    Attributes:
        leden: codes, «alle», or «onbekend» where no source says who.
        sleutel: None where no source gives a key; empty when all members have the same part.
        sleutel_naam: what its parts are: «inwoners op 1 januari 2027».
        sleutel_bron: where its parts stand, when that is not `bron`.
        rest_naar: who takes what is left by rounding.
        rest_bron: where that stands, when that is not `bron`.
        deelname: None when a member cannot stay out of a topic.
        capaciteit: None where no source says how much work there is room for.
    """

    code: Code
    naam: Tekstregel
    bron: Bron
    leden: Annotated[
        Literal["alle", "onbekend"] | tuple[LidCode, ...],
        Field(max_length=MAX_LEDEN, description="alle, onbekend of een lijst met leden"),
    ]
    sleutel: Annotated[Sleutel | None, Field(description=SLEUTELVORM), _MAG_NIETS] = None
    sleutel_naam: Annotated[Tekstregel | None, _MAG_NIETS] = None
    sleutel_bron: Annotated[Bron | None, _MAG_NIETS] = None
    rest_naar: Annotated[LidCode | None, _MAG_NIETS] = None
    rest_bron: Annotated[Bron | None, _MAG_NIETS] = None
    deelname: Annotated[Deelneming | None, _MAG_NIETS] = None
    capaciteit: Annotated[Ledencapaciteit | None, _MAG_NIETS] = None
    opmerking: Annotated[Tekst, _ZONDER] = ""
