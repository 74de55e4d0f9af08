"""Two topics against each other: where the difference in score comes from, and how firm it is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from agenda.uitleg import Criterium, Uitleg
    from regels.model import Regel

Verhouding = Literal["altijd-boven", "altijd-gelijk", "altijd-onder", "wisselt"]


class Verschil(NamedTuple):
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


class Stand(NamedTuple):
    """How two topics stand to each other when all weightings are thinkable.

    Attributes:
        verhouding: the one to the other, whatever weights above 0 the criteria have.
        aandeel: the share of all weightings in which the one stands above the other.
    """

    verhouding: Verhouding
    aandeel: Fraction


@dataclass(frozen=True, slots=True)
class Paar:
    """Two topics of one list, held against each other."""

    een: Uitleg
    ander: Uitleg

    @property
    def criteria(self) -> tuple[Verschil, ...]:
        """Each criterion for both, in rule order; their points add up to `verschil`."""
        return tuple(map(Verschil, self.een.criteria, self.ander.criteria))

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

    @property
    def alleen_een(self) -> tuple[Regel, ...]:
        """The criteria that hold for the one and not, or not yet, for the other."""
        return tuple(
            deel.regel
            for deel in self.criteria
            if deel.een.waarde == "ja" and deel.ander.waarde != "ja"
        )

    @property
    def alleen_ander(self) -> tuple[Regel, ...]:
        """The criteria that hold for the other and not, or not yet, for the one."""
        return Paar(self.ander, self.een).alleen_een

    @property
    def stand(self) -> Stand | None:
        """How they stand to each other, with what is unknown not counting; None without places."""
        if self.zonder_plaats:
            return None
        return stand_van(len(self.alleen_een), len(self.alleen_ander))

    @property
    def grenzen(self) -> tuple[Stand, Stand] | None:
        """The worst and the best stand for the one, once everything unknown is known.

        Worst: its own unknown criteria turn out nee and those of the other ja; best: the reverse.
        None when one of them has no place, or when nothing is unknown.
        """
        waarden = [(deel.een.waarde, deel.ander.waarde) for deel in self.criteria]
        if self.zonder_plaats or not any("onbekend" in paar for paar in waarden):
            return None
        slecht = [(een == "ja", ander != "nee") for een, ander in waarden]
        goed = [(een != "nee", ander == "ja") for een, ander in waarden]
        slechtst, best = (
            stand_van(standen.count((True, False)), standen.count((False, True)))
            for standen in (slecht, goed)
        )
        return slechtst, best


def stand_van(een: int, ander: int) -> Stand:
    """How two topics stand to each other over all weightings.

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
        return Stand("altijd-gelijk", Fraction(0))
    worpen = een + ander - 1
    gunstig = sum(comb(worpen, munten) for munten in range(ander, worpen + 1))
    verhouding: Verhouding = (
        "altijd-boven" if ander == 0 else "altijd-onder" if een == 0 else "wisselt"
    )
    return Stand(verhouding, Fraction(gunstig, 2**worpen))
