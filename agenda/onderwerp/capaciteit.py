"""How much work there is room for in a year: in all, and in parts and members of the region."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from agenda.onderwerp.omgeving import PerGemeente, Regiocode
from regels.lezen.model import model
from regels.lezen.vorm import weiger

MAX_FTE = 100
"""No topic asks more."""
MAX_CAPACITEIT = 10_000


_FTE = re.compile(r"([0-9]{1,9}(?:[.,][0-9]{1,9})?)\s*(?:fte)?", re.IGNORECASE)


def fte_in(tekst: str) -> Decimal | None:
    """An amount of work as people write it: «0,4», «0.4 fte»; None when it is none."""
    getal = _FTE.fullmatch(tekst.strip())
    return Decimal(getal[1].replace(",", ".")) if getal else None


def lees_fte(waarde: object, hoogstens: int = MAX_FTE) -> Decimal:
    """An amount of work that somebody filled in, without zeros at its end."""
    gelezen = fte_in(waarde) if isinstance(waarde, str) else None
    waarde = waarde if gelezen is None else gelezen
    if type(waarde) not in (int, Decimal) or not 0 <= Decimal(str(waarde)) <= hoogstens:
        raise weiger(f"een getal van 0 tot en met {hoogstens}, zoals 0,4")
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
    leden: Annotated[PerGemeente[Ruimte], Field(description="per lid een getal, in fte")] = Field(
        default_factory=dict
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
