"""An amount of money: whole euros, never less than nothing."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Strict

from regels.model import MAX_GETAL

Bedrag = Annotated[
    int,
    Strict(),
    Field(ge=0, le=MAX_GETAL, description="een bedrag in hele euro's, zoals 50000"),
]
