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
        ja_antwoorden: how many criteria were answered with ja.
        lezingen: how many of these answers are our reading.
        score: what the criteria add up to.
        punten: how many points of it rest on our reading.
    """

    ja_antwoorden: int
    lezingen: int
    score: int
    punten: int


def tel_lezingen(beoordeeld: Beoordeeld, gewichten: Mapping[str, int]) -> Lezingen:
    """Count the readings of one topic; its answer may be ja where a criterium does not hold."""
    tags = beoordeeld.onderwerp.criteria
    ja = lezingen = punten = 0
    for oordeel in beoordeeld.uitslag.criteria:
        code = oordeel.regel.code
        tag = tags.get(code, LEEG)
        ja += tag.waarde == "ja"
        if tag.lezing:
            lezingen += tag.waarde == "ja"
            punten += gewichten[code] if oordeel.uitkomst == "ja" else 0
    return Lezingen(ja, lezingen, beoordeeld.uitslag.score, punten)
