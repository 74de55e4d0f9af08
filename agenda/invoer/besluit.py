"""Read what was decided: `besluit.json` in the folder of a decision."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field, Strict

from agenda.opslag.besluitmap import BESLUITBESTAND
from agenda.rangorde.besluit import Afwijking, Besluit
from regels.lezen.model import model
from regels.lezen.vorm import houd_tegen, weiger
from regels.lezen.yaml import lees_yaml
from regels.melding import Invoerfout
from regels.model import CODEVORM, Tekst, Tekstregel

if TYPE_CHECKING:
    from pathlib import Path

    from regels.melding import Melding

BESLUITSCHEMA = "agenda/besluit/1"


def als_datum(tekst: str) -> date:
    """The day that a text such as «2027-01-15» names.

    Raises:
        ValueError: it names no day.
    """
    dag = date.fromisoformat(tekst)
    if dag.isoformat() != tekst:
        raise ValueError(tekst)
    return dag


def is_datum(tekst: str) -> bool:
    """Whether a text names a day."""
    try:
        als_datum(tekst)
    except ValueError:
        return False
    return True


def _eis_datum(tekst: str) -> str:
    if not is_datum(tekst):
        raise weiger("een datum zoals «2027-01-31»")
    return tekst


Datumtekst = Annotated[
    str,
    Strict(),
    AfterValidator(_eis_datum),
    Field(description="een datum zoals «2027-01-31»"),
]
Plaatsnummer = Annotated[int, Strict(), Field(ge=1, le=1_000_000, description="een plaats vanaf 1")]


@model
class _AfwijkingJson:
    code: Annotated[
        str, Strict(), Field(pattern=f"^{CODEVORM}$", description="de code van een onderwerp")
    ]
    plaats: Plaatsnummer
    berekend: Plaatsnummer
    reden: Annotated[Tekst, Field(min_length=1)]


@model
class _BesluitJson:
    schema: Annotated[
        str, Strict(), Field(pattern=f"^{BESLUITSCHEMA}$", description=f"«{BESLUITSCHEMA}»")
    ]
    door: Tekstregel
    datum: Datumtekst
    afwijkingen: Annotated[tuple[_AfwijkingJson, ...], Field(description="een lijst afwijkingen")]


def lees_besluit(map_: Path) -> Besluit:
    """Read what was decided from the folder of a decision.

    Raises:
        Invoerfout: with every fault.
    """
    meldingen: list[Melding] = []
    gelezen = lees_yaml(map_ / BESLUITBESTAND, BESLUITBESTAND)  # JSON is YAML too
    rauw = houd_tegen(_BesluitJson, gelezen.waarde, gelezen, (), meldingen)
    if rauw is None:
        raise Invoerfout(meldingen)
    afwijkingen = tuple(Afwijking(a.code, a.plaats, a.reden) for a in rauw.afwijkingen)
    return Besluit(rauw.door, als_datum(rauw.datum), afwijkingen)
