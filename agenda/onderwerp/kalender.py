"""What people agreed on the calendar of a year themselves: `kalender.yaml` in a dossier."""

from __future__ import annotations

import re
from datetime import time
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, Strict

from regels.lezen.model import model_op_naam
from regels.lezen.vorm import weiger
from regels.model import Code, Datum, Tekstregel

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
"""The days on which a meeting can fall, in the order in which Python numbers them."""
Weekdag = Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"]
_GEWONE_WEEKDAG = WEEKDAGEN.index("donderdag")
PER_VERGADERING = 8
"""So many topics fit in a meeting of which nobody said how many; a choice of this program."""
MAX_RIJEN = 1_000
_KLOK = re.compile("([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?::00)?")


def _klok(waarde: object) -> time:
    """A time of the day: «13:30», also «9.00»; YAML takes that last one for a number."""
    gelezen = _KLOK.fullmatch(str(waarde)) if isinstance(waarde, str | time | Decimal) else None
    if gelezen is None:
        raise weiger("een tijd zoals 13:30")
    return time(int(gelezen[1]), int(gelezen[2]))


Klok = Annotated[time, BeforeValidator(_klok)]


@model_op_naam
class Tijd:
    """From when till when a body meets."""

    van: Klok
    tot: Klok


@model_op_naam
class VasteDatum:
    """A day that is fixed: nothing moves it.

    Attributes:
        onderwerpen: what must be treated on that day.
    """

    gremium: Code
    datum: Datum
    onderwerpen: Annotated[
        tuple[Code, ...], Field(max_length=MAX_RIJEN, description="een lijst onderwerpen")
    ] = ()


@model_op_naam
class Genodigde:
    """Who comes along: at a topic wherever it is treated, at a body, or on a day."""

    wie: Tekstregel
    onderwerp: Code | None = None
    gremium: Code | None = None
    datum: Datum | None = None


@model_op_naam
class Kalenderafspraken:
    """`kalender.yaml`: everything may be left out."""

    vaste_datums: Annotated[
        tuple[VasteDatum, ...], Field(max_length=MAX_RIJEN, description="een lijst vaste datums")
    ] = ()
    gasten: Annotated[
        tuple[Genodigde, ...], Field(max_length=MAX_RIJEN, description="een lijst gasten")
    ] = ()
    onderwerpen_per_vergadering: dict[
        Code,
        Annotated[int, Strict(), Field(ge=1, le=1_000, description="een aantal vanaf 1")],
    ] = Field(default_factory=dict)
    weekdagen: dict[Code, Annotated[Weekdag, Field(description="maandag tot en met vrijdag")]] = (
        Field(default_factory=dict)
    )
    tijden: dict[Code, Tijd] = Field(default_factory=dict)

    def weekdag(self, gremium: str) -> int:
        """On which day of the week a body rather meets; Monday is 0."""
        dag = self.weekdagen.get(gremium)
        return WEEKDAGEN.index(dag) if dag else _GEWONE_WEEKDAG

    def ruimte(self, gremium: str) -> int:
        """How many topics fit in one meeting of a body."""
        return self.onderwerpen_per_vergadering.get(gremium, PER_VERGADERING)


GEEN_AFSPRAKEN = Kalenderafspraken()
"""A dossier without the file."""
