"""Which place a topic would have if its score, or one weight, were different."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from agenda.onderwerp.instellingen import MAX_GEWICHT
from agenda.rangorde.patroon import geldt, patroon_van

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Ranglijst, Uitslag


class Plaatsing:
    """Counts who would stand above a topic; looks at the list once, when first asked."""

    def __init__(self, ranglijst: Ranglijst) -> None:
        self._geplaatst = ranglijst.toegelaten
        self._gewichten = [ranglijst.gewichten[regel.code] for regel in ranglijst.criteria]

    @cached_property
    def _scores(self) -> list[int]:
        """All scores, negative, from high to low."""
        return [-geplaatst.uitslag.score for geplaatst in self._geplaatst]

    @cached_property
    def _patronen(self) -> Counter[tuple[int, int]]:
        """How many topics have which criteria that are ja, with their score."""
        return Counter(
            (patroon_van(geplaatst.uitslag).zeker, geplaatst.uitslag.score)
            for geplaatst in self._geplaatst
        )

    def bij_score(self, score: int, nu: int) -> int:
        """The place of a topic of the list if it had another score.

        Args:
            score: the other score.
            nu: its score in the list.
        """
        return bisect_left(self._scores, -score) + (nu <= score)

    def bij_gewichten(self, nummer: int, uitslag: Uitslag) -> dict[int, int]:
        """The place of a topic of the list for every weight of one criterion.

        Only a topic that differs on the criterion can pass or be passed, at the one weight that
        makes their scores equal; so from each weight to the next, those topics are counted.

        Args:
            nummer: the position of the criterion in rule order.

        Returns:
            Weight 0 to 100 → place; all other weights stay as they are.
        """
        eigen = geldt(patroon_van(uitslag).zeker, nummer)
        heeft: Counter[int] = Counter()
        mist: Counter[int] = Counter()
        for (patroon, score), aantal in self._patronen.items():
            ja = geldt(patroon, nummer)
            if ja != eigen:
                (heeft if ja else mist)[score - uitslag.score] += aantal
        gewicht = self._gewichten[nummer]
        plaatsen = {gewicht: self.bij_score(uitslag.score, uitslag.score)}
        for stap in range(1, MAX_GEWICHT - gewicht + 1):
            vorige = plaatsen[gewicht + stap - 1]
            plaatsen[gewicht + stap] = vorige + heeft[1 - stap] - mist[stap]
        for stap in range(1, gewicht + 1):
            vorige = plaatsen[gewicht - stap + 1]
            plaatsen[gewicht - stap] = vorige + mist[1 - stap] - heeft[stap]
        return plaatsen
