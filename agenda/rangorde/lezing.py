"""How much of what was decided of a topic rests on our reading, and not on the source itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.onderwerp.tag import LEEG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.rangorde.ranglijst import Beoordeeld


class Lezingen(NamedTuple):
    """The readings among the answers of one topic.

    Attributes:
        lezingen: how many of its answers with ja are our reading.
        punten: how many points of its score rest on our reading.
    """

    lezingen: int
    punten: int


_GEEN = Lezingen(0, 0)


def tel_lezingen(beoordeeld: Beoordeeld, gewichten: Mapping[str, int]) -> Lezingen:
    """Count the readings of one topic; its answer may be ja where a criterium does not hold."""
    for tag in beoordeeld.onderwerp.criteria.values():
        if tag.lezing:
            return _tel(beoordeeld, gewichten)
    return _GEEN


def _tel(beoordeeld: Beoordeeld, gewichten: Mapping[str, int]) -> Lezingen:
    tags = beoordeeld.onderwerp.criteria
    lezingen = punten = 0
    for regel, uitkomst, _ in beoordeeld.uitslag.criteria:
        tag = tags.get(regel.code, LEEG)
        if tag.lezing:
            lezingen += tag.waarde == "ja"
            punten += gewichten[regel.code] if uitkomst == "ja" else 0
    return Lezingen(lezingen, punten)


def tel_ja_antwoorden(beoordeeld: Beoordeeld) -> int:
    """Count the criteria in force that the werkgroep answered with ja for one topic."""
    tags = beoordeeld.onderwerp.criteria
    codes = [oordeel.regel.code for oordeel in beoordeeld.uitslag.criteria]
    return sum(tags.get(code, LEEG).waarde == "ja" for code in codes)
