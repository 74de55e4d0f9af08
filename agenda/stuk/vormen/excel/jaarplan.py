"""The sheet with the year plan: a row for each admitted topic, and what is said of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.jaarplan import jaarplan_van
from agenda.stuk.vormen.excel.werkblad import Blad, bladkolommen, leeg_blad
from agenda.weergave.jaar.jaarplan import KOLOMMEN, blad_rijen
from agenda.weergave.jaar.zinnen import noten_van
from agenda.weergave.ontbreekt import of_zin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.jaarplan import Jaarplan
    from agenda.uitleg.jaaragenda import Jaaragenda

_NAAM = "Jaarplan"


def jaarplan_bladen(jaarplan: Jaarplan) -> tuple[Blad, ...]:
    """The plan, and what is said of it."""
    noten = tuple((zin,) for zin in noten_van(jaarplan))
    return (
        Blad(_NAAM, bladkolommen(*KOLOMMEN), tuple(blad_rijen(jaarplan)), vast=2),
        Blad("Over het jaarplan", bladkolommen(("Wat dit plan zegt", 120)), noten),
    )


def jaarplan_bladen_van(agenda: Jaaragenda) -> Iterator[Blad]:
    """The same for a whole workbook, if there is a plan; or the sentence that it cannot be made."""
    jaarplan = agenda.eenmaal(jaarplan_van)
    if jaarplan is None:
        return
    bladen = of_zin(lambda: jaarplan_bladen(jaarplan))
    yield from (leeg_blad(_NAAM, bladen),) if isinstance(bladen, str) else bladen
