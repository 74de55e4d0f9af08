"""Days with no more than so many weeks between them, as long as holidays leave room for that.

A stretch of holidays that is longer by itself cannot be helped: then the last day before it and the
first day after it are taken, and that is a gap. Nothing else makes one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from agenda.jaar.vrij import dagen_van

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.jaar.vrij import Vrij

WEEK = timedelta(days=7)
DAG = timedelta(days=1)
_AFLOOP = 2 * WEEK
"""So long before the end of the year the last day may fall; the next year is then in reach."""


class Gat(NamedTuple):
    """Two days that follow each other and lie further apart than was allowed."""

    van: date
    tot: date


@dataclass(frozen=True)
class Tussenpoos:
    """How far apart days may lie in one year.

    Attributes:
        weken: no more than so many between two days.
        weekdag: the day of the week that is chosen when it can be; Monday is 0.
        vast: days that are fixed, in order.
        aanloop: so long before the first day others must be able to meet.
    """

    vrij: Vrij
    weken: int
    weekdag: int
    vast: Sequence[date] = ()
    aanloop: timedelta = timedelta(0)

    def dagen(self) -> tuple[tuple[date, ...], tuple[Gat, ...]]:
        """The days, those that are fixed among them, and the gaps that holidays force."""
        dagen = sorted({*self.vast, *self._ankers()})
        for een, ander in pairwise(tuple(dagen)):
            if ander - een > self._hoogstens and not self._gedwongen_tussen(een, ander):
                dagen += self._vul(een, ander)
        dagen.sort()
        gaten = (Gat(*paar) for paar in pairwise(dagen) if paar[1] - paar[0] > self._hoogstens)
        return tuple(dagen), tuple(gaten)

    @property
    def _hoogstens(self) -> timedelta:
        return self.weken * WEEK

    def _gedwongen(self) -> Iterator[tuple[date, date]]:
        """The last open day before each stretch that is too long by itself, and the first after."""
        alle = dagen_van(date(self.vrij.jaar, 1, 1), date(self.vrij.jaar, 12, 31))
        for een, ander in pairwise(filter(self._kan, alle)):
            if ander - een > self._hoogstens:
                yield een, ander

    def _gedwongen_tussen(self, een: date, ander: date) -> bool:
        return any(een <= laatste and eerste <= ander for laatste, eerste in self._gedwongen())

    def _kan(self, dag: date) -> bool:
        return dag in self.vast or self.vrij.open(dag)

    def _ankers(self) -> Iterator[date]:
        """The first and last day of every part of the year between stretches that are too long."""
        open_ = [
            dag
            for dag in dagen_van(date(self.vrij.jaar, 1, 1), date(self.vrij.jaar, 12, 31))
            if self._kan(dag)
        ]
        if not open_:
            return
        laatste = max(open_[0], date(self.vrij.jaar, 12, 31) - _AFLOOP)
        grenzen = list(self._gedwongen())
        begin = (open_[0] + self.aanloop, *(eerste for _, eerste in grenzen))
        einde = (*(voor for voor, _ in grenzen), laatste)
        for nummer, (van, tot) in enumerate(zip(begin, einde, strict=True)):
            # The first fixed day is the first of the year when it comes soon enough.
            bereik = self._hoogstens if nummer == 0 else WEEK
            if dag := self._dichtbij(van, tot, bereik, later=True):
                yield dag
            if dag := self._dichtbij(tot, van, WEEK, later=False):
                yield dag

    def _dichtbij(self, vanaf: date, grens: date, bereik: timedelta, *, later: bool) -> date | None:
        """The best day near an end: none beside one that is fixed, else on the day of the week."""
        stap = DAG if later else -DAG
        dagen = [vanaf + n * stap for n in range((abs(grens - vanaf)).days + 1)]
        if (later and vanaf > grens) or (not later and vanaf < grens):
            return None
        if any(dag in self.vast for dag in dagen if abs(dag - vanaf) <= bereik):
            return None
        dagen = list(filter(self.vrij.open, dagen))
        week = [dag for dag in dagen if abs(dag - vanaf) < WEEK and dag.weekday() == self.weekdag]
        return next(iter(week or dagen), None)

    def _vul(self, een: date, ander: date) -> list[date]:
        """As few days between two as can be, and these spread as evenly as can be."""
        ruimste = self._loop(een, ander, self.weken) or []
        for weken in range(1, self.weken):
            gelopen = self._loop(een, ander, weken)
            if gelopen is not None and len(gelopen) == len(ruimste):
                return gelopen
        return ruimste

    def _loop(self, een: date, ander: date, weken: int) -> list[date] | None:
        """From one day to another, each time the last that can be within so many weeks."""
        uit, vorige = [], een
        while vorige + self._hoogstens < ander:
            dag = self._volgende(vorige, ander, weken)
            if dag is None:
                return None
            uit.append(dag)
            vorige = dag
        return uit

    def _volgende(self, vorige: date, ander: date, weken: int) -> date | None:
        """The last day within so many weeks from which the rest can still be reached."""
        laat_eerst = [
            dag
            for n in range(weken * 7, 0, -1)
            if (dag := vorige + n * DAG) < ander
            and self.vrij.open(dag)
            and self._verder(dag, ander)
        ]
        op_dag = (dag for dag in laat_eerst if dag.weekday() == self.weekdag)
        return next(op_dag, next(iter(laat_eerst), None))

    def _verder(self, dag: date, ander: date) -> bool:
        """Whether from a day the next one is in reach."""
        einde = dag + self._hoogstens
        return einde >= ander or any(map(self.vrij.open, dagen_van(dag + DAG, einde)))
