"""What the municipalities prefer pair by pair, and three orders that follow from it.

Topics with one pattern tie for everyone, so patterns are put in order, each with its number of
topics. Every place is a competition place: 1 + the number of topics that stand above.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Stemming:
    """Who wins from whom, and by how much.

    Args:
        aantallen: per pattern the number of topics that have it.
        voorsprong: per pattern, per other: how many municipalities more put the first above the
            second than the other way round; below 0 when there are less.
    """

    def __init__(self, aantallen: Sequence[int], voorsprong: Sequence[Sequence[int]]) -> None:
        self.aantallen = tuple(aantallen)
        self.voorsprong = tuple(tuple(rij) for rij in voorsprong)

    @cached_property
    def verslaat(self) -> tuple[int, ...]:
        """Per pattern those that it beats, as a set of bits."""
        return tuple(
            sum(1 << ander for ander, meer in enumerate(rij) if meer > 0) for rij in self.voorsprong
        )

    @cached_property
    def bereikt(self) -> tuple[int, ...]:
        """Per pattern those that it beats, itself or through others, as a set of bits."""
        return bereikt(self.verslaat)

    def plaatsen(self, boven: Callable[[int, int], bool]) -> tuple[int, ...]:
        """Per pattern its place, when `boven` says whether one stands above another."""
        nummers = range(len(self.aantallen))
        return tuple(
            1 + sum(self.aantallen[ander] for ander in nummers if boven(ander, nummer))
            for nummer in nummers
        )


def bereikt(naar: Sequence[int]) -> tuple[int, ...]:
    """Per number what can be reached from it in one step or more, as sets of bits."""
    uit = list(naar)
    for via in range(len(uit)):
        for van, groep in enumerate(uit):
            if groep >> via & 1:
                uit[van] = groep | uit[via]
    return tuple(uit)


def copeland(stemming: Stemming) -> tuple[int, ...]:
    """By points: 1 for every topic that it beats, half a point where neither wins.

    Bron: Copeland (1951), A reasonable social welfare function.
    """
    # Twice the points, so that they are whole, and one topic with its own pattern among the others.
    punten = [
        sum(
            aantal * (1 + (meer > 0) - (meer < 0))
            for aantal, meer in zip(stemming.aantallen, rij, strict=True)
        )
        for rij in stemming.voorsprong
    ]
    return stemming.plaatsen(lambda een, ander: punten[een] > punten[ander])


def schulze(stemming: Stemming) -> tuple[int, ...]:
    """By the strongest way from one to the other: a way is as strong as its smallest lead.

    Bron: Schulze (2011), A new monotonic, clone-independent, reversal symmetric, and
    condorcet-consistent single-winner election method.
    """
    # Its strongest way is stronger when for some lead there is a way with at least that, and none
    # back.
    hoger = [0] * len(stemming.aantallen)
    for minstens in {meer for rij in stemming.voorsprong for meer in rij if meer > 0}:
        naar = [
            sum(1 << ander for ander, meer in enumerate(rij) if meer >= minstens)
            for rij in stemming.voorsprong
        ]
        bereik = [groep | 1 << een for een, groep in enumerate(bereikt(naar))]
        heen_en_terug: defaultdict[int, int] = defaultdict(int)  # they reach the same
        for een, groep in enumerate(bereik):
            heen_en_terug[groep] |= 1 << een
        for een, groep in enumerate(bereik):
            hoger[een] |= groep & ~heen_en_terug[groep]
    return stemming.plaatsen(lambda een, ander: bool(hoger[een] >> ander & 1))


def meerderheid(stemming: Stemming) -> tuple[int, ...]:
    """By who beats whom, itself or through others; who can be beaten back shares a place.

    So everything in a circle shares a place.
    """
    bereik = stemming.bereikt

    def boven(een: int, ander: int) -> bool:
        return bool(bereik[een] >> ander & 1) and not bereik[ander] >> een & 1

    return stemming.plaatsen(boven)
