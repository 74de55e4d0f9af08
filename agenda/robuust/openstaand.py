"""Which unknown tag, once known, could change who is in the top.

Here the weights are those of the dossier. Every unknown can still turn out either way, whatever
the others do; so each topic has its own set of scores that it may get.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class OpenTag(NamedTuple):
    """An unknown tag that could change who is in the top."""

    onderwerp: str
    criterium: str


class Kandidaat(NamedTuple):
    """A topic with what is known of its score.

    Attributes:
        zeker: the sum of the weights of its criteria that are ja.
        onbekend: unknown criterion → what each unknown answer adds to its score when it is ja: its
            weight, or equal parts of that for those who still have to say.
    """

    code: str
    zeker: int
    onbekend: Mapping[str, Sequence[int]]


def openstaande_tags(kandidaten: Sequence[Kandidaat], top: int) -> tuple[OpenTag, ...]:
    """The unknown tags that could change who is in the top, in the order of the candidates.

    A topic is in the top when its competition place is at most `top`. A tag could change that when
    there are values for the other unknowns with which ja and nee give another set of topics.
    """
    mededingers = [_Mededinger(kandidaat, _scores(kandidaat)) for kandidaat in kandidaten]
    alle = _Mededingers(mededingers, top)
    return tuple(
        OpenTag(mededinger.kandidaat.code, criterium)
        for mededinger in mededingers
        for criterium in alle.wisselend(mededinger)
    )


class _Mededinger(NamedTuple):
    kandidaat: Kandidaat
    scores: tuple[int, ...]


def _scores(kandidaat: Kandidaat, zonder: str = "") -> tuple[int, ...]:
    """Every score that it may get; `zonder` leaves one criterion at nee."""
    scores = {kandidaat.zeker}
    for criterium, delen in kandidaat.onbekend.items():
        for deel in delen if criterium != zonder else ():
            scores |= {score + deel for score in scores}
    return tuple(sorted(scores))


class _Mededingers:
    """What all candidates together may do."""

    def __init__(self, mededingers: Sequence[_Mededinger], top: int) -> None:
        self._mededingers = mededingers
        self._top = top
        self._tussen: dict[tuple[int, int], Counter[tuple[bool, bool, bool]]] = {}

    def wisselend(self, mededinger: _Mededinger) -> Iterator[str]:
        """The unknown criteria of this candidate by which the top can change.

        From none of its answers ja to all: what changes the top halfway, does so still.
        """
        kandidaat = mededinger.kandidaat
        laatste = [score for score in self._alle_scores if self._ander(mededinger, score)]
        for criterium, delen in kandidaat.onbekend.items():
            erbij = sum(delen)
            if erbij and any(
                self._zelf(mededinger, score, score + erbij)
                or bisect_left(laatste, score) < bisect_left(laatste, score + erbij)
                for score in _scores(kandidaat, criterium)
            ):
                yield criterium

    def _zelf(self, mededinger: _Mededinger, laag: int, hoog: int) -> bool:
        """Whether it can be outside the top with the low score and inside it with the high one.

        Then at least `top` others score more than the low score, and fewer than `top` of these
        more than the high one. Each of the others may lie under, between and above these two, as
        far as its own scores allow.
        """
        ligging = self._tussen.get((laag, hoog))
        if ligging is None:
            ligging = Counter(_ligging(ander, laag, hoog) for ander in self._mededingers)
            self._tussen[laag, hoog] = ligging
        anderen = ligging - Counter([_ligging(mededinger, laag, hoog)])
        tussen = sum(n for (_, midden, _), n in anderen.items() if midden)
        moet_erboven = anderen[False, False, True]
        kan_erboven = moet_erboven + anderen[True, False, True]
        ruimte = self._top - 1
        return moet_erboven <= ruimte and tussen + min(ruimte, kan_erboven) >= self._top

    def _ander(self, mededinger: _Mededinger, score: int) -> bool:
        """Whether another can be the last in the top with this score, and be passed over.

        Then exactly `top` - 1 of all others score more than it.
        """
        zeker, mogelijk = self._hoger(score)
        zeker -= mededinger.scores[0] > score
        mogelijk -= mededinger.scores[-1] > score
        hoogste, lager = self._met[score]
        if score in mededinger.scores:
            hoogste -= mededinger.scores[-1] == score
            lager -= mededinger.scores[-1] > score
        if not hoogste and not lager:
            return False
        # The other that has this score is not above it, whatever else it might have scored.
        return zeker <= self._top - 1 <= mogelijk - (not hoogste)

    def _hoger(self, score: int) -> tuple[int, int]:
        """How many certainly, and how many possibly, score more."""
        aantal = len(self._mededingers)
        laagste, hoogste = self._uitersten
        return aantal - bisect_right(laagste, score), aantal - bisect_right(hoogste, score)

    @cached_property
    def _uitersten(self) -> tuple[list[int], list[int]]:
        laagste = sorted(mededinger.scores[0] for mededinger in self._mededingers)
        return laagste, sorted(mededinger.scores[-1] for mededinger in self._mededingers)

    @cached_property
    def _met(self) -> dict[int, tuple[int, int]]:
        """Score → how many have it as their highest, and how many may have it or more."""
        hoogste: Counter[int] = Counter(mededinger.scores[-1] for mededinger in self._mededingers)
        lager = Counter(
            score for mededinger in self._mededingers for score in mededinger.scores[:-1]
        )
        return {score: (hoogste[score], lager[score]) for score in hoogste | lager}

    @cached_property
    def _alle_scores(self) -> list[int]:
        return sorted(self._met)


def _ligging(mededinger: _Mededinger, laag: int, hoog: int) -> tuple[bool, bool, bool]:
    """Whether its score may lie under, between and above two scores."""
    scores = mededinger.scores
    tussen = bisect_right(scores, laag) < bisect_right(scores, hoog)
    return scores[0] <= laag, tussen, scores[-1] > hoog
