"""How much work there is room for in a year: in all, and in parts and members of the region."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from agenda.onderwerp.omgeving import Gemeentecode, Regiocode
from regels.lezen.model import model
from regels.lezen.vorm import ZONDER_AANHALING, weiger
from regels.lezen.yaml import los_op

MAX_FTE = 100
"""No topic asks more."""
MAX_CAPACITEIT = 10_000


def lees_fte(waarde: object, hoogstens: int = MAX_FTE) -> Decimal:
    """An amount of work that somebody filled in, without zeros at its end."""
    if type(waarde) not in (int, Decimal) or not 0 <= Decimal(str(waarde)) <= hoogstens:
        kaal = los_op(waarde) if isinstance(waarde, str) else waarde
        hulp = ZONDER_AANHALING if kaal is not waarde and isinstance(kaal, int | Decimal) else ""
        raise weiger(f"een getal van 0 tot en met {hoogstens}, zoals 0,4", hulp=hulp)
    return Decimal(str(waarde)).normalize()


Fte = Annotated[Decimal, BeforeValidator(lees_fte)]
"""What a topic asks."""
Ruimte = Annotated[Decimal, BeforeValidator(lambda waarde: lees_fte(waarde, MAX_CAPACITEIT))]
"""What there is."""


@model
class Capaciteit:
    """What there is in fte a year.

    Attributes:
        totaal: None is what the profile says.
        delen: subregion → the most that its members can do together.
        leden: member → the most that it can do itself.
    """

    totaal: Ruimte | None = None
    delen: Annotated[
        dict[Regiocode, Ruimte], Field(description="per deelregio een getal, in fte")
    ] = Field(default_factory=dict)
    leden: Annotated[dict[Gemeentecode, Ruimte], Field(description="per lid een getal, in fte")] = (
        Field(default_factory=dict)
    )


def _een_getal(waarde: Any) -> Any:
    """A bare number is the total."""
    if isinstance(waarde, dict | Capaciteit):
        return waarde
    return Capaciteit(lees_fte(waarde, MAX_CAPACITEIT))


Capaciteitkeuze = Annotated[
    Capaciteit,
    BeforeValidator(_een_getal),
    Field(description="een getal in fte, zoals 2,6, of een groep met «totaal», «delen» en «leden»"),
]
