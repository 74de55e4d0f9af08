"""An amount of money: whole euros, never less than nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, Strict

from regels.model import MAX_GETAL

_EURO = re.compile(r"^(€|eur(o)?)|(€|eur(o)?)$", re.IGNORECASE)
_HEEL = re.compile(r"[0-9]{1,15}|[0-9]{1,3}(\.[0-9]{3}){1,4}")


def euro_in(tekst: str) -> int | None:
    """Whole euros as people write them: «50000», «€ 50.000», «50000,-»; None when it is no amount.

    Three digits after a point are thousands: an amount in whole euros has no cents.
    """
    kaal = re.sub(r"\s|,(-|00)$", "", _EURO.sub("", tekst.strip()))
    return int(kaal.replace(".", "")) if _HEEL.fullmatch(kaal) else None


def _begrijp(waarde: object) -> object:
    """YAML takes «50.000» for a number with a fraction."""
    gelezen = euro_in(str(waarde)) if isinstance(waarde, str | Decimal) else None
    return waarde if gelezen is None else gelezen


Bedrag = Annotated[
    int,
    BeforeValidator(_begrijp),
    Strict(),
    Field(ge=0, le=MAX_GETAL, description="een bedrag in hele euro's, zoals 50000"),
]
