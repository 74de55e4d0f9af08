"""A classification: what rules together say a topic is, out of a fixed list of outcomes.

What it comes to: regels/ingedeeld.py; for the facts of one subject: regels/indeler.py.
"""

import operator
from typing import Annotated, Literal

from pydantic import Field

from regels.eigen_uitkomsten import BESPREKEN, GEEN
from regels.lezen.model import keuze, model, model_op_naam
from regels.model import (
    Bron,
    Gegeven,
    Keuzecode,
    Naam,
    Regelover,
    Tekst,
    Tekstregel,
    Veld,
)

MAX_UITKOMSTEN = 40
Botsingsoort = Literal["fout", "bespreken", "volgorde"]

_ZONDER = Field(exclude_if=operator.not_)
_CODE = Field(description="de code van een uitkomst")


@model
class Indelingsuitkomst:
    """One of the outcomes of a classification; its name is its code when it has none."""

    code: Keuzecode
    naam: Annotated[Tekstregel | None, _ZONDER] = None


@model
class Indelingsvoorbeeld:
    """Facts and the outcome that the rules together must give for them."""

    gegeven: Gegeven
    verwacht: Annotated[Keuzecode, _CODE]


@model_op_naam
class Indeling:
    """A classification of topics, members, pairs of these, the year, or what comes after it.

    Attributes:
        naam: the question that it answers: «Op welk niveau».
        botsing: what it is when rules give different outcomes: a fault in the rules, something to
            talk about, or the first of these outcomes.
        anders: the outcome when no rule gives one, or `geen`; None claims that one always does.
    """

    code: Naam
    over: Regelover
    naam: Tekstregel
    uitkomsten: Annotated[
        tuple[Indelingsuitkomst, ...],
        Field(
            min_length=1,
            max_length=MAX_UITKOMSTEN,
            description=f"een lijst met 1 tot {MAX_UITKOMSTEN} uitkomsten",
        ),
    ]
    botsing: Annotated[Botsingsoort, keuze(Botsingsoort)]
    anders: Annotated[Keuzecode | None, _CODE] = None
    bron: Bron
    voorbeelden: Annotated[
        tuple[Indelingsvoorbeeld, ...],
        Field(max_length=1000, description="een lijst voorbeelden"),
    ] = ()
    opmerking: Annotated[Tekst, _ZONDER] = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its own outcomes, in their order."""
        return tuple(uitkomst.code for uitkomst in self.uitkomsten)

    @property
    def waarden(self) -> tuple[str, ...]:
        """Everything that it can come to when all facts are known."""
        bespreken = (BESPREKEN,) if self.botsing == BESPREKEN else ()
        return (*self.codes, *bespreken, *((GEEN,) if self.anders == GEEN else ()))

    def noem(self, uitkomst: str) -> str:
        """An outcome as people call it."""
        return next((u.naam for u in self.uitkomsten if u.code == uitkomst and u.naam), uitkomst)

    @property
    def veld(self) -> Veld:
        """Its outcome as a fact: rules of what is judged later may look at it."""
        namen = tuple((u.code, u.naam) for u in self.uitkomsten if u.naam)
        return Veld(self.code, self.naam, self.waarden, over=self.over, namen=namen)
