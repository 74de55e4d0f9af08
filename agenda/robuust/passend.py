"""Weigh the weightings that fit an order and answers (see `wegingen.Wegingen`)."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Any

from agenda.robuust.exact import zijn_er_cellen
from agenda.robuust.gebied import cellen_op
from agenda.robuust.gewichten import marge
from agenda.robuust.onderling import gehele
from agenda.robuust.rondlopen import trek_passende
from agenda.robuust.uitspraken import samen_gezegd, uitspraak_van_grenzen
from agenda.robuust.wegingen import Gewoon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

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

    @property
    def totaal(self) -> int:
        """What all of them weigh together."""
        return self._gebied.totaal

    @property
    def speling(self) -> int:
        """How far a weight may be off by chance."""
        return 0 if self._precies else ceil(marge(self.totaal) * self.totaal)

    def boven(self, aantallen: Mapping[Delen, int]) -> dict[Delen, dict[int, int]]:
        """How many topics stand above each pattern; see `Wegingen.boven`."""
        import numpy as np

        scores = dict(zip(aantallen, self._scores(list(aantallen)), strict=True))
        delen = self._gebied.delen
        uit: dict[Delen, dict[int, int]] = {}
        for patroon, eigen in scores.items():
            erboven = np.zeros(len(delen), dtype=np.int64)
            for ander, aantal in aantallen.items():
                erboven += aantal * (scores[ander] > eigen)
            uit[patroon] = {int(n): int(delen[erboven == n].sum()) for n in np.unique(erboven)}
        return uit

    def gelijk(self, aantallen: Mapping[Delen, int]) -> Mapping[Delen, int]:
        """How many share the place of each pattern: «even» makes patterns equal everywhere."""
        if not self._gezegd.op:
            return super().gelijk(aantallen)
        scores = dict(zip(aantallen, self._scores(list(aantallen)), strict=True))
        return {
            patroon: sum(n for ander, n in aantallen.items() if (scores[ander] == eigen).all())
            for patroon, eigen in scores.items()
        }

    def wint(self, paren: Sequence[tuple[Delen, Delen]]) -> Sequence[Getal]:
        """How much weighs in which the first of two patterns scores higher; see `Wegingen.wint`."""
        # By their identity, for it takes long to look up a tuple of fractions.
        patronen = {id(patroon): patroon for paar in paren for patroon in paar}
        scores = dict(zip(patronen, self._scores([*patronen.values()]), strict=True))
        delen = self._gebied.delen
        return [_gewonnen(delen, scores[id(een)], scores[id(ander)]) for een, ander in paren]

    def _scores(self, patronen: Sequence[Delen]) -> list[npt.NDArray[np.float64]]:
        """Per pattern its score at every point, all so many times as high."""
        import numpy as np

        scores = self._gebied.hoogtes([tuple(rij) for rij in gehele(patronen)])
        return list(np.ascontiguousarray(scores.T))  # row by row is much faster

    @cached_property
    def _gebied(self) -> Gebied:
        if self._precies:
            geheel = cellen_op(self._aantal, self._gezegd.op)
            return geheel.waar(geheel.past(self._gezegd))
        alles = samen_gezegd([uitspraak_van_grenzen(self._grenzen), self._gezegd])
        return trek_passende(alles, self._aantal)


def _gewonnen(
    delen: npt.NDArray[Any], een: npt.NDArray[np.float64], ander: npt.NDArray[np.float64]
) -> Getal:
    """What weighs where the first score is higher; half of it all when they are always equal."""
    hoger = een > ander
    if not hoger.any() and (een == ander).all():
        return Fraction(int(delen.sum()), 2)
    return int(delen[hoger].sum())
