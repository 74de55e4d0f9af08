"""Words of the memo: numbers that begin a sentence, titles that fit, names in a row."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea
from agenda.stuk.plek import afwijking_kort
from agenda.weergave.woorden import telwoord
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.kennis.woorden import Woord
    from agenda.rangorde.besluit import Vastgesteld

MAX_TITEL = 110
"""A longer title is cut off; it stands in full in the list."""


def kort(tekst: str, hoogstens: int = MAX_TITEL) -> str:
    """A text that fits on a line or two; what is cut off ends in «…»."""
    return tekst if len(tekst) <= hoogstens else f"{tekst[: hoogstens - 1].rstrip()}…"


def genoemd(titel: str) -> str:
    """A title within a sentence: between quotation marks, and short."""
    return f"‘{kort(titel)}’"


def genoemde(titels: Iterable[str]) -> str:
    """Titles within a sentence: ‘a’, ‘b’ en ‘c’."""
    return opsomming(map(genoemd, titels), "en")


def aantal(woord: Woord, hoeveel: int) -> str:
    """A number in words with its noun: «één onderwerp», «vier onderwerpen», «25 onderwerpen»."""
    return f"{telwoord(hoeveel)} {woord.een if hoeveel == 1 else woord.meer}"


def met_aanhef(aanhef: str, *zinnen: str) -> Alinea:
    """A paragraph of which the first sentence stands out."""
    if not zinnen:
        return Alinea(aanhef, nadruk=True)
    return Alinea(" ".join(zinnen), aanhef=aanhef)


def is_of_zijn(hoeveel: int) -> str:
    """The verb that goes with a number."""
    return "is" if hoeveel == 1 else "zijn"


def per_plaats(volgorde: Iterable[Vastgesteld]) -> list[tuple[int, list[Vastgesteld]]]:
    """The topics by place, from the first; none where the region does not rank."""
    return [
        (plaats, list(groep))
        for plaats, groep in groupby(volgorde, lambda v: v.plaats)
        if plaats is not None
    ]


def met_afwijking(vastgesteld: Vastgesteld) -> str:
    """A title, marked when the topic was moved."""
    titel = kort(vastgesteld.titel)
    return f"{titel} ({afwijking_kort(vastgesteld)})" if vastgesteld.afwijking else titel
