"""Weigh the weightings that fit an order and answers (see `wegingen.Wegingen`)."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from math import ceil
from operator import sub
from typing import TYPE_CHECKING

from agenda.robuust.doorsnede import cellen_op
from agenda.robuust.exact import zijn_er_cellen
from agenda.robuust.gewichten import marge
from agenda.robuust.onderling import gehele
from agenda.robuust.punten import per_som, tel
from agenda.robuust.rondlopen import trek_passende
from agenda.robuust.uitspraken import samen_gezegd, uitspraak_van_grenzen
from agenda.robuust.wegingen import Gewoon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agenda.onderwerp.grens import Grens
    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.score import Getal
    from agenda.robuust.gebied import Gebied
    from agenda.robuust.standpunt import Standpunt


class Passend(Gewoon):
    """The weightings that fit what one municipality said: exactly where cells are at hand.

    Args:
        aantal: the number of criteria.
        standpunt: what it said, which can hold.
        grenzen: per criterion the limits of its weight; empty when there are none.
        heel: whether every criterion counts wholly or not at all.
    """

    def __init__(
        self,
        aantal: int,
        standpunt: Standpunt,
        grenzen: Sequence[Grens] = (),
        *,
        heel: bool = True,
    ) -> None:
        self._aantal = aantal
        self._gezegd = standpunt.uitspraak(aantal)
        self._grenzen = grenzen
        self._precies = zijn_er_cellen(aantal, grenzen, heel=heel)
        self._bekend: dict[tuple[int, ...], Getal] = {}

    @cached_property
    def totaal(self) -> int:
        """What all of them weigh together."""
        return self._gebied.massa(self._punten)

    @property
    def speling(self) -> int:
        """How far a weight may be off by chance."""
        return 0 if self._precies else ceil(marge(self.totaal) * self.totaal)

    def boven(self, aantallen: Mapping[Delen, int]) -> dict[Delen, dict[int, int]]:
        """How many topics stand above each pattern; see `Wegingen.boven`."""
        rijen, gebied = gehele(aantallen), self._gebied
        uit: dict[Delen, dict[int, int]] = {}
        for patroon, eigen in zip(aantallen, rijen, strict=True):
            hoger = (gebied.hoger(ander, eigen) for ander in rijen)
            erboven = tel(zip(hoger, aantallen.values(), strict=True))
            per_aantal = per_som(erboven, self._punten)
            uit[patroon] = {n: gebied.massa(punten) for n, punten in per_aantal.items()}
        return uit

    def verwacht_boven(self, aantallen: Mapping[Delen, int]) -> Mapping[Delen, Fraction]:
        """How many topics are expected above each pattern: of cells much faster, pair by pair."""
        if not self._precies:
            return super().verwacht_boven(aantallen)
        rijen, totaal = gehele(aantallen), Fraction(self.totaal)
        return {
            patroon: sum(
                aantal * self._gewonnen(ander, eigen)
                for ander, aantal in zip(rijen, aantallen.values(), strict=True)
                if ander != eigen
            )
            / totaal
            for patroon, eigen in zip(aantallen, rijen, strict=True)
        }

    def gelijk(self, aantallen: Mapping[Delen, int]) -> Mapping[Delen, int]:
        """How many share the place of each pattern: «even» makes patterns equal everywhere."""
        if not self._gezegd.op:
            return super().gelijk(aantallen)
        rijen = gehele(aantallen)
        return {
            patroon: sum(
                aantal
                for ander, aantal in zip(rijen, aantallen.values(), strict=True)
                if not self._hoger(ander, eigen) | self._hoger(eigen, ander)
            )
            for patroon, eigen in zip(aantallen, rijen, strict=True)
        }

    def wint(self, paren: Sequence[tuple[Delen, Delen]]) -> Sequence[Getal]:
        """How much weighs in which the first of two patterns scores higher; see `Wegingen.wint`."""
        # By their identity, for it takes long to look up a tuple of fractions.
        patronen = {id(patroon): patroon for paar in paren for patroon in paar}
        rijen = dict(zip(patronen, gehele(patronen.values()), strict=True))
        return [self._gewonnen(rijen[id(een)], rijen[id(ander)]) for een, ander in paren]

    def _gewonnen(self, een: Sequence[int], ander: Sequence[int]) -> Getal:
        """What weighs where the first scores higher; half of it all when they are always equal."""
        verschil = tuple(map(sub, een, ander))
        if verschil not in self._bekend:
            hoger = self._hoger(een, ander)
            gelijk = not hoger and not self._hoger(ander, een)
            massa = self._gebied.massa(hoger)
            self._bekend[verschil] = Fraction(self.totaal, 2) if gelijk else massa
        return self._bekend[verschil]

    def _hoger(self, een: Sequence[int], ander: Sequence[int]) -> int:
        return self._gebied.hoger(een, ander) & self._punten

    @cached_property
    def _gebied(self) -> Gebied:
        if self._precies:
            return cellen_op(self._aantal, self._gezegd.op)
        alles = samen_gezegd([uitspraak_van_grenzen(self._grenzen), self._gezegd])
        return trek_passende(alles, self._aantal)

    @cached_property
    def _punten(self) -> int:
        """Those of all points that fit."""
        return self._gebied.past(self._gezegd)
