"""How much of what was decided of a topic rests on our reading, and not on the source itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.onderwerp.tag import LEEG
from agenda.rangorde.score import heel, punten_van

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.rangorde.ranglijst import Beoordeeld, Uitslag
    from agenda.rangorde.score import Getal


class Lezingen(NamedTuple):
    """The readings among the answers of one topic.

    Attributes:
        lezingen: how many of its answers with ja are our reading; where municipalities speak,
            the answer of each counts.
        punten: how many points of its score rest on our reading; of what municipalities judge,
            the share of them whose ja is a reading.
    """

    lezingen: int
    punten: Getal


_GEEN = Lezingen(0, 0)


def tel_lezingen(beoordeeld: Beoordeeld, gewichten: Mapping[str, int]) -> Lezingen:
    """Count the readings of one topic; its answer may be ja where a criterium does not hold."""
    if beoordeeld.uitslag.stemmen:
        return _tel_stemmen(beoordeeld.uitslag, gewichten)
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


def _tel_stemmen(uitslag: Uitslag, gewichten: Mapping[str, int]) -> Lezingen:
    lezingen = 0
    punten: Getal = 0
    for oordeel, telling, stemmen in zip(
        uitslag.criteria, uitslag.tellingen, uitslag.stemmen, strict=True
    ):
        met = [stem for stem in stemmen if stem.lezing]
        lezingen += sum(stem.waarde == "ja" for stem in met)
        ja = sum(stem.uitkomst == "ja" for stem in met)
        punten += punten_van(ja, telling, gewichten[oordeel.regel.code])
    return Lezingen(lezingen, heel(punten))


def tel_ja_antwoorden(beoordeeld: Beoordeeld) -> int:
    """Count the criteria in force that were answered with ja for one topic.

    Where municipalities speak, the answer of each counts.
    """
    if beoordeeld.uitslag.stemmen:
        return sum(stem.waarde == "ja" for deel in beoordeeld.uitslag.stemmen for stem in deel)
    tags = beoordeeld.onderwerp.criteria
    codes = [oordeel.regel.code for oordeel in beoordeeld.uitslag.criteria]
    return sum(tags.get(code, LEEG).waarde == "ja" for code in codes)
