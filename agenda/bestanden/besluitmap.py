"""The folder of a decision: its parts, and how it is read back as the dossier it was made from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import AfterValidator, Field, Strict
from pydantic.dataclasses import dataclass as model

from agenda.besluit import Afwijking, Besluit
from regels.fouten import Invoerfout
from regels.model import CODEVORM, GESLOTEN, Regeltekst, Tekst
from regels.vorm import houd_tegen, weiger
from regels.yaml_lezer import lees_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from regels.fouten import Melding

BESLUITEN = "besluiten"
INVOER = "invoer"
PROFIEL = "profiel"
BESLUITBESTAND = "besluit.json"
MDTOBESTAND = "mdto.xml"
RANGLIJSTBESTAND = "ranglijst.json"
ONTVANGSTBEWIJS = "ontvangstbewijs.json"
BESLUITSCHEMA = "agenda/besluit/1"


class Vindplaats(NamedTuple):
    """Where a dossier is read from.

    Attributes:
        map_: the folder with dossier.yaml and the topics.
        profielmap: the profile that was frozen with it; None outside a decision.
        besluit: what was decided; None outside a decision.
    """

    map_: Path
    profielmap: Path | None = None
    besluit: Besluit | None = None


def is_besluitmap(map_: Path) -> bool:
    """Whether a folder is that of a decision, also when one of its parts was taken away."""
    try:
        delen = {
            naam
            for naam in (ONTVANGSTBEWIJS, BESLUITBESTAND, INVOER)
            if (map_ / naam).exists() or (map_ / naam).is_symlink()
        }
    except OSError:  # a name that no file can have
        return False
    return len(delen) > 1


def vind_dossier(map_: Path) -> Vindplaats:
    """Where the dossier stands that a user points at: a dossier folder, or that of a decision.

    What a decision was made from is held against its receipt first.

    Raises:
        Invoerfout: the receipt or the decision cannot be read, or the input of the decision is
            not what it was.
    """
    if not is_besluitmap(map_):
        return Vindplaats(map_)
    from agenda.bestanden.ontvangstbewijs import controleer_ontvangst

    controleer_ontvangst(map_, alleen=(f"{INVOER}/", f"{PROFIEL}/", BESLUITBESTAND))
    return Vindplaats(map_ / INVOER, map_ / PROFIEL, lees_besluit(map_))


def als_datum(tekst: str) -> date:
    """The day that a text such as «2027-01-15» names.

    Raises:
        ValueError: it names no day.
    """
    dag = date.fromisoformat(tekst)
    if dag.isoformat() != tekst:
        raise ValueError(tekst)
    return dag


def _eis_datum(tekst: str) -> str:
    try:
        als_datum(tekst)
    except ValueError:
        raise weiger("een datum zoals «2027-01-31»") from None
    return tekst


Datumtekst = Annotated[
    str,
    Strict(),
    AfterValidator(_eis_datum),
    Field(description="een datum zoals «2027-01-31»"),
]
Plaatsnummer = Annotated[int, Strict(), Field(ge=1, le=1_000_000, description="een plaats vanaf 1")]


@model(frozen=True, config=GESLOTEN)
class _Afwijking:
    code: Annotated[
        str, Strict(), Field(pattern=f"^{CODEVORM}$", description="de code van een onderwerp")
    ]
    plaats: Plaatsnummer
    berekend: Plaatsnummer
    reden: Annotated[Tekst, Field(min_length=1)]


@model(frozen=True, config=GESLOTEN)
class _Besluit:
    schema: Annotated[
        str, Strict(), Field(pattern=f"^{BESLUITSCHEMA}$", description=f"«{BESLUITSCHEMA}»")
    ]
    door: Regeltekst
    datum: Datumtekst
    afwijkingen: Annotated[tuple[_Afwijking, ...], Field(description="een lijst afwijkingen")]


def lees_besluit(map_: Path) -> Besluit:
    """Read what was decided from the folder of a decision.

    Raises:
        Invoerfout: with every fault.
    """
    meldingen: list[Melding] = []
    gelezen = lees_yaml(map_ / BESLUITBESTAND, BESLUITBESTAND)  # JSON is YAML too
    rauw = houd_tegen(_Besluit, gelezen.waarde, gelezen, (), meldingen)
    if rauw is None:
        raise Invoerfout(meldingen)
    afwijkingen = tuple(Afwijking(a.code, a.plaats, a.reden) for a in rauw.afwijkingen)
    return Besluit(rauw.door, als_datum(rauw.datum), afwijkingen)
