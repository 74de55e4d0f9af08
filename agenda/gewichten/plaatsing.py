"""Which place a topic would have if its score, or one weight, were different."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from fractions import Fraction
from functools import cached_property
from itertools import accumulate
from math import ceil, floor
from typing import TYPE_CHECKING

from agenda.onderwerp.instellingen import MAX_GEWICHT
from agenda.rangorde.patroon import patroon_van

if TYPE_CHECKING:
    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.ranglijst import Ranglijst, Uitslag
    from agenda.rangorde.score import Getal


class Plaatsing:
    """Counts who would stand above a topic; looks at the list once, when first asked."""

    def __init__(self, ranglijst: Ranglijst) -> None:
        self._geplaatst = ranglijst.toegelaten
        self._gewichten = [ranglijst.gewichten[regel.code] for regel in ranglijst.criteria]

    @cached_property
    def _scores(self) -> list[Getal]:
        """All scores, negative, from high to low."""
        return [-geplaatst.uitslag.score for geplaatst in self._geplaatst]

    @cached_property
    def _patronen(self) -> Counter[tuple[Delen, Getal]]:
        """How many topics have how much of each criterion, with their score."""
        return Counter(
            (patroon_van(geplaatst.uitslag).zeker, geplaatst.uitslag.score)
            for geplaatst in self._geplaatst
        )

    def bij_score(self, score: Getal, nu: Getal) -> int:
        """The place of a topic of the list if it had another score.

        Args:
            score: the other score.
            nu: its score in the list.
        """
        return bisect_left(self._scores, -score) + (nu <= score)

    def bij_gewichten(self, nummer: int, uitslag: Uitslag) -> dict[int, int]:
        """The place of a topic of the list for every weight of one criterion.

        Another topic of which more of the criterion counts is above it from some weight on, and one
        of which less counts up to some weight.

        Args:
            nummer: the position of the criterion in rule order.

        Returns:
            Weight 0 to 100 → place; all other weights stay as they are.
        """
        eigen = patroon_van(uitslag).zeker[nummer]
        gewicht = self._gewichten[nummer]
        erbij = [0] * (MAX_GEWICHT + 2)  # who is above from a weight on, less who no longer is
        for (patroon, score), aantal in self._patronen.items():
            meer, verschil = patroon[nummer] - eigen, score - uitslag.score
            if meer == 0 and verschil <= 0:
                continue
            van, tot = 0, MAX_GEWICHT + 1
            if meer > 0:
                van = floor(gewicht - Fraction(verschil) / meer) + 1
            elif meer < 0:
                tot = ceil(gewicht - Fraction(verschil) / meer)
            van, tot = max(van, 0), min(tot, MAX_GEWICHT + 1)
            if van < tot:
                erbij[van] += aantal
                erbij[tot] -= aantal
        return {weegt: boven + 1 for weegt, boven in enumerate(accumulate(erbij[:-1]))}
