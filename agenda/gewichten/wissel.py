"""What changes in the top when one weight leaves its room: who passes whom."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from agenda.rangorde.patroon import patroon_van

if TYPE_CHECKING:
    from fractions import Fraction

    from agenda.gewichten.interval import Interval
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.rangorde.score import Getal


class Paar(NamedTuple):
    """Topics that rise, and the topics that they reach or pass; both in the order of the list."""

    stijgt: tuple[Beoordeeld, ...]
    daalt: tuple[Beoordeeld, ...]


class Wissel(NamedTuple):
    """The first change when one weight moves one way.

    Attributes:
        gewicht: the weight at which it happens.
        gelijk: whether those who rise become equal there; otherwise they are equal at that weight,
            and come above as soon as it is passed.
        paren: who passes whom, from the first place to the last; only in the top.
    """

    gewicht: Fraction
    gelijk: bool
    paren: tuple[Paar, ...]


def wissels(
    ranglijst: Ranglijst, nummer: int, top: int, interval: Interval
) -> tuple[Wissel | None, Wissel | None]:
    """The first change with a lighter, and with a heavier weight; None when there is none.

    Args:
        nummer: the position of the criterion whose weight moves.
        top: how many places are looked at.
        interval: the weights at which the places in the top stay the same.
    """
    lichter = zwaarder = None
    if interval.van or not interval.met_van:
        paren = _paren(ranglijst, nummer, top, interval.van)
        omgekeerd = tuple(Paar(paar.daalt, paar.stijgt) for paar in paren)
        lichter = Wissel(interval.van, not interval.met_van, omgekeerd)
    if interval.tot is not None:
        paren = _paren(ranglijst, nummer, top, interval.tot)
        zwaarder = Wissel(interval.tot, not interval.met_tot, paren)
    return lichter, zwaarder


def _paren(ranglijst: Ranglijst, nummer: int, top: int, gewicht: Fraction) -> tuple[Paar, ...]:
    """Who is equal in the top at this weight, and parts when it grows."""
    criterium = ranglijst.criteria[nummer].code
    verschil = gewicht - ranglijst.gewichten[criterium]
    per_score: defaultdict[Fraction, defaultdict[Getal, list[Beoordeeld]]]
    per_score = defaultdict(lambda: defaultdict(list))
    for lid in ranglijst.toegelaten:
        deel = patroon_van(lid.uitslag).zeker[nummer]
        per_score[lid.uitslag.score + verschil * deel][deel].append(lid)
    paren: list[Paar] = []
    erboven = 0
    for score in sorted(per_score, reverse=True):
        if erboven >= top:
            break
        per_deel = [tuple(leden) for _, leden in sorted(per_score[score].items(), reverse=True)]
        paren += [Paar(meer, minder) for meer, minder in pairwise(per_deel)]
        erboven += sum(map(len, per_deel))
    return tuple(paren)
