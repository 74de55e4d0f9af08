"""One finding about rules that are well formed, whatever topic they judge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from regels.lijstvelden import noem_feit
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from regels.indeling import Indeling
    from regels.model import Regel, Voorwaarde, Waarde

_MAX_FEITEN = 10
_VAN_INDELING = ("uitkomst-nooit", "niet-gedekt")
"""Found of a classification, by whatever versions of its rules."""


class Bevinding(NamedTuple):
    """What was found, and what to do about it.

    Attributes:
        soort: its kind: regels/bevindingsoorten.py.
        regels: the rules that it is about; the first is the one to look at.
        gevonden: in words that can stand after «gevonden»; `verwacht` after «verwacht».
        indeling: the classification that it is about.
        deel: which of its outcomes, or of the conditions of the rule.
    """

    soort: str
    regels: tuple[Regel, ...]
    gevonden: str
    verwacht: str
    suggestie: str
    indeling: Indeling | None = None
    deel: str = ""

    @property
    def van_indeling(self) -> bool:
        """Whether it is about a classification as a whole, and not about one of its rules."""
        return self.soort in _VAN_INDELING

    @property
    def sleutel(self) -> tuple[object, ...]:
        """Equal for the same finding in another period."""
        versies = () if self.van_indeling else tuple((r.code, r.geldig_van) for r in self.regels)
        return self.soort, versies, self.indeling and self.indeling.code, self.deel


def namen(regels: Iterable[Regel]) -> str:
    """The codes of rules in a sentence."""
    return opsomming((regel.code for regel in regels), "en")


def noem_voorwaarde(voorwaarde: Voorwaarde) -> str:
    """A condition as people write it: «kosten_euro: minstens 5», «aard met inkoop»."""
    if ":" in voorwaarde.veld:
        return noem_feit(voorwaarde.veld, voorwaarde.waarde)
    return f"{voorwaarde.veld}: {voorwaarde.verwacht}"


def noem_feiten(feiten: Mapping[str, Waarde | None], namen: Collection[str] | None = None) -> str:
    """Facts in a sentence; of very many only the first."""
    delen = [noem_feit(naam, w) for naam, w in feiten.items() if namen is None or naam in namen]
    over = len(delen) - _MAX_FEITEN
    return opsomming([*delen[:_MAX_FEITEN], *([f"nog {over} feiten"] if over > 0 else [])], "en")
