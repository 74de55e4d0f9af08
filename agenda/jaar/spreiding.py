"""Spread topics over meetings: who comes first in the order of execution chooses first.

Each step of a topic falls on the first meeting of its body that has room, long enough after the
step before. What people fixed goes before all else. A body without days takes no part.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from agenda.jaar.kalender import Kalender

WACHT = 7
"""So many days lie between two steps of a topic, at least; a choice of this program."""


class Halte(NamedTuple):
    """A step of a topic at a body.

    Attributes:
        stap: its number in the route of the topic, from 0.
        wacht: so many days after the step before, at least.
    """

    gremium: str
    stap: int
    wacht: int = WACHT


class Punt(NamedTuple):
    """A topic on the agenda of a meeting."""

    onderwerp: str
    gremium: str
    datum: date
    halte: Halte
    vast: bool = False


class GeenPlek(NamedTuple):
    """A topic whose way through the year stops, or does not go as it should.

    Attributes:
        soort: `vol` (no meeting with room that is late enough: it stops here), `te-vroeg` (fixed
            on a day before its step before is done: it stays there).
        vanaf: the first day that would have done.
        datum: of `te-vroeg` the day that was fixed.
    """

    soort: Literal["vol", "te-vroeg"]
    onderwerp: str
    gremium: str
    vanaf: date
    datum: date | None = None


class Spreiding(NamedTuple):
    """Where each topic stands, in the order in which they chose, and what does not fit."""

    punten: tuple[Punt, ...]
    zonder: tuple[GeenPlek, ...]


def spreid(
    volgorde: Sequence[str],
    haltes: Callable[[str], Sequence[Halte]],
    kalender: Kalender,
    ruimte: Callable[[str], int],
    vanaf: date,
    vast: Mapping[tuple[str, str], date],
) -> Spreiding:
    """Give every step of every topic a meeting.

    Args:
        volgorde: codes of the topics, in order of execution.
        haltes: the steps of a topic on its usual way, in order.
        ruimte: how many topics fit in one meeting of a body.
        vanaf: earlier meetings are over.
        vast: (body, topic) → the day that people fixed.
    """
    bezet = Counter((gremium, dag) for (gremium, code), dag in vast.items() if code in volgorde)
    punten: list[Punt] = []
    zonder: list[GeenPlek] = []
    for code in volgorde:
        grens, vorige = vanaf, None
        for halte in haltes(code):
            eigen = kalender.van(halte.gremium)
            if not eigen:
                continue
            if vorige is not None:
                grens = vorige + timedelta(days=halte.wacht)
            dag = vast.get((halte.gremium, code))
            if dag is not None:
                if dag < grens:
                    zonder.append(GeenPlek("te-vroeg", code, halte.gremium, grens, dag))
                punten.append(Punt(code, halte.gremium, dag, halte, vast=True))
                vorige = max(dag, vorige or dag)
                continue
            plek = (
                v.datum
                for v in eigen
                if v.datum >= grens and bezet[halte.gremium, v.datum] < ruimte(halte.gremium)
            )
            if (dag := next(plek, None)) is None:
                zonder.append(GeenPlek("vol", code, halte.gremium, grens))
                break
            bezet[halte.gremium, dag] += 1
            punten.append(Punt(code, halte.gremium, dag, halte))
            vorige = dag
    return Spreiding(tuple(punten), tuple(zonder))


def te_vol(spreiding: Spreiding, ruimte: Callable[[str], int]) -> Iterator[tuple[str, date, int]]:
    """Meetings for which people fixed more topics than fit: body, day and how many there are."""
    aantal = Counter((punt.gremium, punt.datum) for punt in spreiding.punten)
    for (gremium, dag), hoeveel in sorted(aantal.items(), key=lambda deel: (deel[0][1], deel[0])):
        if hoeveel > ruimte(gremium):
            yield gremium, dag, hoeveel
