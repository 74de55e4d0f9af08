"""What people write down of a topic on a day: `stand.yaml` or `stand.xlsx` in a dossier."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from agenda.kennis.regio import LidCode
from regels.lezen.model import keuze, model_op_naam
from regels.model import Code, Datum, Tekst, Tekstregel

Toestand = Literal["niet-begonnen", "loopt", "klaar", "gestopt", "doorgeschoven"]
TOESTANDEN: tuple[Toestand, ...] = get_args(Toestand)
NAMEN: dict[Toestand, tuple[str, ...]] = {
    "niet-begonnen": ("niet begonnen", "nog niet begonnen", "niet gestart"),
    "loopt": ("loopt", "lopend", "bezig", "begonnen", "gestart"),
    "klaar": ("klaar", "afgerond", "gereed"),
    "gestopt": ("gestopt", "stopgezet", "beëindigd"),
    "doorgeschoven": ("doorgeschoven", "uitgesteld", "volgend jaar"),
}
"""State → how people call it, its own name first."""
AF: frozenset[Toestand] = frozenset(("klaar", "gestopt"))
"""The states after which nothing more is expected: no next step, no day, never late."""
MAX_RIJEN = 10_000
MAX_ACTIES = 50


@model_op_naam
class Uitvoerder:
    """Who does it: a municipality and a function, never a person."""

    gemeente: LidCode | None = None
    functie: Tekstregel | None = None


@model_op_naam
class Actie:
    """What is to be done, by which body, and by when."""

    wat: Tekstregel
    gremium: Code | None = None
    voor: Datum | None = None


@model_op_naam
class Standfeit:
    """The state of a topic from a day on, until a later row says otherwise.

    Attributes:
        klaar_op: the day on which it should be done; None when nobody named one.
        volgende_stap: what happens next; None when nobody said.

    Bron: Inrichtingsplan §2.2.2 (voortgang bewaken), §2.4.1 en §2.4.4 (agenda met voortgang).
    """

    onderwerp: Code
    op: Datum
    toestand: Annotated[Toestand, keuze(Toestand)]
    klaar_op: Datum | None = None
    volgende_stap: Tekstregel | None = None
    wie: Uitvoerder | None = None
    acties: Annotated[
        tuple[Actie, ...], Field(max_length=MAX_ACTIES, description="een lijst acties")
    ] = ()
    toelichting: Tekst = ""
    bron: Tekst = ""
