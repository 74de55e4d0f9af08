"""Two topics against each other: where the difference in score comes from, and how firm it is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from agenda.uitleg.uitleg import Criterium, Uitleg
    from regels.model import Regel

Verhoudingssoort = Literal["altijd-boven", "altijd-gelijk", "altijd-onder", "wisselt"]


class Criteriumpaar(NamedTuple):
    """One criterion for both topics of a pair."""

    een: Criterium
    ander: Criterium

    @property
    def regel(self) -> Regel:
        """The criterion."""
        return self.een.regel

    @property
    def punten(self) -> int:
        """The points of the one minus those of the other."""
        return self.een.punten - self.ander.punten


class Verhouding(NamedTuple):
    """How the one topic relates to the other when all weightings are thinkable.

    Attributes:
        soort: what it is to the other, whatever weights above 0 the criteria have.
        aandeel: the share of all weightings in which the one stands above the other.
    """

    soort: Verhoudingssoort
    aandeel: Fraction


@dataclass(frozen=True, slots=True)
class Paar:
    """Two topics of one list, held against each other.

    Attributes:
        criteria: each criterion for both, in rule order; their points add up to `verschil`.
        alleen_een: the criteria that hold for the one and not, or not yet, for the other.
        alleen_ander: the criteria that hold for the other and not, or not yet, for the one.
        verhouding: with what is unknown not counting; None when one of them has no place.
        grenzen: the worst and the best relation for the one, once everything unknown is known;
            None when one of them has no place, or when nothing is unknown.
    """

    een: Uitleg
    ander: Uitleg
    criteria: tuple[Criteriumpaar, ...]
    alleen_een: tuple[Regel, ...]
    alleen_ander: tuple[Regel, ...]
    verhouding: Verhouding | None
    grenzen: tuple[Verhouding, Verhouding] | None

    def lezingen(self, deel: Criteriumpaar) -> tuple[str, str]:
        """What is our reading in the answer on a criterion, for the one and for the other."""
        return self.een.tag(deel.een).lezing, self.ander.tag(deel.ander).lezing

    @property
    def verschil(self) -> int:
        """The score of the one minus that of the other."""
        return self.een.score - self.ander.score

    @property
    def verschil_grenzen(self) -> tuple[int, int]:
        """The least and the most that `verschil` can become once everything unknown is known."""
        return self.een.score - self.ander.score_max, self.een.score_max - self.ander.score

    @property
    def zonder_plaats(self) -> tuple[Uitleg, ...]:
        """Those of the two that are not admitted, so that there is no above and below."""
        return tuple(uitleg for uitleg in (self.een, self.ander) if uitleg.plaats is None)


def zet_tegenover(een: Uitleg, ander: Uitleg) -> Paar:
    """Hold two topics of one list against each other."""
    criteria = tuple(map(Criteriumpaar, een.criteria, ander.criteria))
    alleen_een, alleen_ander = _alleen(een, ander), _alleen(ander, een)
    verhouding = grenzen = None
    if een.plaats is not None and ander.plaats is not None:
        verhouding = verhouding_van(len(alleen_een), len(alleen_ander))
        grenzen = _grenzen(criteria)
    return Paar(een, ander, criteria, alleen_een, alleen_ander, verhouding, grenzen)


def _alleen(een: Uitleg, ander: Uitleg) -> tuple[Regel, ...]:
    """The criteria that hold for the one and not, or not yet, for the other."""
    return tuple(
        deel.regel
        for deel, daar in zip(een.criteria, ander.criteria, strict=True)
        if deel.waarde == "ja" and daar.waarde != "ja"
    )


def _grenzen(criteria: tuple[Criteriumpaar, ...]) -> tuple[Verhouding, Verhouding] | None:
    """Worst: what is unknown of the one is nee and of the other ja; best: the reverse."""
    waarden = [(deel.een.waarde, deel.ander.waarde) for deel in criteria]
    if not any("onbekend" in paar for paar in waarden):
        return None
    slecht = [(een == "ja", ander != "nee") for een, ander in waarden]
    goed = [(een != "nee", ander == "ja") for een, ander in waarden]
    slechtst, best = (
        verhouding_van(gelden.count((True, False)), gelden.count((False, True)))
        for gelden in (slecht, goed)
    )
    return slechtst, best


def verhouding_van(een: int, ander: int) -> Verhouding:
    """How two topics relate over all weightings.

    Weightings are spread evenly over the simplex: no set of weights is more likely than another.
    Dividing it is then the same as drawing every weight from one exponential distribution and
    scaling the sum to 1; which of two sums of such draws is larger is a count of coin tosses.

    Args:
        een: how many criteria only the one has.
        ander: how many criteria only the other has.

    Returns:
        The relation and the exact share in which the one is above; ties have no share of their
        own, unless the two always tie.
    """
    if een == ander == 0:
        return Verhouding("altijd-gelijk", Fraction(0))
    worpen = een + ander - 1
    gunstig = sum(comb(worpen, munten) for munten in range(ander, worpen + 1))
    soort: Verhoudingssoort = (
        "altijd-boven" if ander == 0 else "altijd-onder" if een == 0 else "wisselt"
    )
    return Verhouding(soort, Fraction(gunstig, 2**worpen))
