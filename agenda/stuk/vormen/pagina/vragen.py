"""What the page needs to ask about the weights: the cells of all weightings, and the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.robuust.exact import lees_cellen
from agenda.robuust.toppen import mogelijke_vragen
from agenda.robuust.weger import Weger
from agenda.stuk.plek import heeft_grens

if TYPE_CHECKING:
    from agenda.onderwerp.antwoord import Gewichtsantwoord
    from agenda.uitleg.jaaragenda import Jaaragenda

_LETTERS = {"links": "l", "rechts": "r", "weet-niet": "w"}
_MINSTENS = 2
"""With fewer criteria there is nothing to ask."""


def kan_vragen(agenda: Jaaragenda) -> bool:
    """Whether the page can settle the top by questions, exactly as the program does.

    The cells on a plane, which «even» leaves, are the program's alone.
    """
    if not agenda.ranglijst.rangschikt or not heeft_grens(agenda):
        return False
    if any(antwoord.antwoord not in _LETTERS for antwoord in _antwoorden(agenda)):
        return False
    return len(agenda.ranglijst.criteria) >= _MINSTENS and Weger(agenda.ranglijst).precies


def vragen_gegevens(agenda: Jaaragenda) -> dict[str, Any] | None:
    """The cells with their volume, every question in order, and what was answered already."""
    if not kan_vragen(agenda):
        return None
    criteria = [regel.code for regel in agenda.ranglijst.criteria]
    cellen = lees_cellen(len(criteria))
    return {
        "cellen": [list(gewichten) for gewichten in cellen.gewichten],
        "delen": list(cellen.delen),
        "noemer": cellen.noemer,
        "vlakken": [list(vlak) for vlak in mogelijke_vragen(len(criteria))],
        "antwoorden": [_kort(antwoord, criteria) for antwoord in _antwoorden(agenda)],
    }


def _antwoorden(agenda: Jaaragenda) -> list[Gewichtsantwoord]:
    """Those of all together."""
    return [a for a in agenda.ranglijst.dossier.antwoorden if a.gemeente is None]


def _kort(antwoord: Gewichtsantwoord, criteria: list[str]) -> str:
    """An answer as the address has it: «2v14l», the criteria by their position from 1."""
    links, rechts = (
        "".join(str(criteria.index(code) + 1) for code in kant if code in criteria)
        for kant in (antwoord.links, antwoord.rechts)
    )
    return f"{links}v{rechts}{_LETTERS[antwoord.antwoord]}"
