"""Which weightings count for a list, and how these are weighed: exactly, or by drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.onderwerp.grens import Grens
from agenda.rangorde.patroon import is_heel, patroon_van
from agenda.robuust.exact import Exact, zijn_er_cellen
from agenda.robuust.paren import PrecieseParen
from agenda.robuust.passend import Passend
from agenda.robuust.standpunt import Standpunt, standpunten_van
from agenda.robuust.trekkingen import Trekkingen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.robuust.wegingen import Wegingen


class Weger:
    """Weighs the admitted topics of a list over all weightings, or over those that fit.

    Attributes:
        grenzen: per criterion in force the limits of its weight; empty when there are none.
        patronen: of the admitted topics, in the order of the list.
        heel: whether every criterion counts wholly or not at all.
        precies: whether all weightings are weighed exactly.
        standpunten: code of a municipality → what it said of the weights.
    """

    def __init__(self, ranglijst: Ranglijst) -> None:
        criteria = [regel.code for regel in ranglijst.criteria]
        self._aantal = len(criteria)
        self.grenzen = grenzen_van(ranglijst, criteria)
        self.patronen = [patroon_van(geplaatst.uitslag) for geplaatst in ranglijst.toegelaten]
        self.heel = all(is_heel(delen) for patroon in self.patronen for delen in patroon)
        self.precies = zijn_er_cellen(self._aantal, self.grenzen, heel=self.heel)
        self.standpunten = standpunten_van(ranglijst.dossier, criteria)

    def wegingen(self, gezegd: tuple[Any, ...] = ()) -> Wegingen:
        """The weightings that fit what was said: the parts of a `Standpunt`."""
        standpunt = Standpunt(*gezegd)
        if standpunt.boven or standpunt.op:
            return Passend(self._aantal, standpunt, self.grenzen, heel=self.heel)
        if self.precies:
            return Exact(self._aantal, standpunt.orde)
        if self.heel or self.grenzen:
            return Trekkingen(self._aantal, standpunt.orde, grenzen=self.grenzen)
        return PrecieseParen(self._aantal, standpunt.orde)


def grenzen_van(ranglijst: Ranglijst, criteria: Sequence[str]) -> tuple[Grens, ...]:
    """Per criterion in force the limits of its weight; empty when every weighting meets them."""
    gegeven = ranglijst.dossier.instellingen.gewichtsgrenzen
    grenzen = tuple(gegeven.get(code, Grens()) for code in criteria)
    return () if all(grens.zegt_niets for grens in grenzen) else grenzen
