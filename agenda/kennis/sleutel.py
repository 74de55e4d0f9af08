"""How costs are shared: the parts of a key, and which member takes part in a topic."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, Strict

from agenda.kennis.regio import MAX_LEDEN, LidCode
from regels.lezen.model import model
from regels.lezen.vorm import weiger
from regels.model import MAX_GETAL, Keuzecode, Naam

GELIJK = "gelijk"
SLEUTELVORM = "per lid een heel getal, of gelijk"


def _gelijk_is_leeg(waarde: object) -> object:
    if waarde == GELIJK:
        return {}
    if not waarde:
        raise weiger(SLEUTELVORM)
    return waarde


Sleutel = Annotated[
    dict[
        LidCode,
        Annotated[int, Strict(), Field(ge=0, le=MAX_GETAL)],
    ],
    BeforeValidator(_gelijk_is_leeg),
    Field(max_length=MAX_LEDEN),
]
"""Member → its part, in whatever unit; empty when all have the same part (`gelijk`)."""


@model
class Deelneming:
    """When a member takes part in a topic: a classification or a field over pairs says so.

    Attributes:
        indeling: the code of that classification or field.
        is_: what it says of a member that takes part; in a file `is`.
    """

    indeling: Naam
    is_: Annotated[Keuzecode, Field(alias="is", description="wat er staat bij wie meedoet")]
