"""Two topics against each other: where the difference in score comes from, and how firm it is."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd
from typing import TYPE_CHECKING, Literal, NamedTuple

from agenda.rangorde.patroon import telt_voor
from agenda.rangorde.score import heel
from agenda.robuust.onderling import gehele, kans_boven

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.score import Getal
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
    def punten(self) -> Getal:
        """The points of the one minus those of the other."""
        return heel(self.een.punten - self.ander.punten)


class Verhouding(NamedTuple):
    """How the one topic relates to the other when all weightings are thinkable.

    Attributes:
        soort: what it is to the other, whatever weights above 0 the criteria have.
        aandeel: the share of all weightings in which the one stands above the other.
    """

    soort: Verhoudingssoort
    aandeel: Fraction


class Voorsprong(NamedTuple):
    """A criterion that counts more for one topic than for another.

    Attributes:
        keer: how many times its weight it is ahead by; whole, and as small as can be for all
            criteria of both topics together.
    """

    regel: Regel
    keer: int


@dataclass(frozen=True, slots=True)
class Paar:
    """Two topics of one list, held against each other.

    Attributes:
        criteria: each criterion for both, in rule order; their points add up to `verschil`.
        voor_een: the criteria that count more for the one, with what is unknown not counting.
        voor_ander: those that count more for the other.
        verhouding: with what is unknown not counting; None when one of them has no place.
        grenzen: the worst and the best relation for the one, once everything unknown is known;
            None when one of them has no place, or when nothing is unknown.
    """

    een: Uitleg
    ander: Uitleg
    criteria: tuple[Criteriumpaar, ...]
    voor_een: tuple[Voorsprong, ...]
    voor_ander: tuple[Voorsprong, ...]
    verhouding: Verhouding | None
    grenzen: tuple[Verhouding, Verhouding] | None

    def lezingen(self, deel: Criteriumpaar) -> tuple[str, str]:
        """What is our reading in the answer on a criterion, for the one and for the other."""
        return self.een.tag(deel.een).lezing, self.ander.tag(deel.ander).lezing

    @property
    def verschil(self) -> Getal:
        """The score of the one minus that of the other."""
        return heel(self.een.score - self.ander.score)

    @property
    def verschil_grenzen(self) -> tuple[Getal, Getal]:
        """The least and the most that `verschil` can become once everything unknown is known."""
        een, ander = self.een, self.ander
        return heel(een.score - ander.score_max), heel(een.score_max - ander.score)

    @property
    def verdeeld(self) -> bool:
        """Whether a criterion of one of them counts for a share of its weight."""
        delen = (*self.een.criteria, *self.ander.criteria)
        return any(deel.telling and deel.waarde == "verdeeld" for deel in delen)

    @property
    def zonder_plaats(self) -> tuple[Uitleg, ...]:
        """Those of the two that are not admitted, so that there is no above and below."""
        return tuple(uitleg for uitleg in (self.een, self.ander) if uitleg.plaats is None)


def zet_tegenover(een: Uitleg, ander: Uitleg) -> Paar:
    """Hold two topics of one list against each other."""
    criteria = tuple(map(Criteriumpaar, een.criteria, ander.criteria))
    (zeker_een, kan_een), (zeker_ander, kan_ander) = _delen(een), _delen(ander)
    zeker = _verschil(zeker_een, zeker_ander)
    verhouding = grenzen = None
    if een.plaats is not None and ander.plaats is not None:
        verhouding = verhouding_van(zeker)
        # Worst: what is unknown of the one is nee and of the other ja; best: the reverse.
        slechtst, best = _verschil(zeker_een, kan_ander), _verschil(kan_een, zeker_ander)
        if slechtst != best:
            grenzen = verhouding_van(slechtst), verhouding_van(best)
    terug = _verschil(zeker_ander, zeker_een)
    voor_een, voor_ander = (tuple(_voorsprongen(criteria, deel)) for deel in (zeker, terug))
    return Paar(een, ander, criteria, voor_een, voor_ander, verhouding, grenzen)


def _delen(uitleg: Uitleg) -> tuple[Delen, Delen]:
    """Per criterion the share of its weight that counts, for certain and possibly."""
    delen = [telt_voor(deel.oordeel.uitkomst, deel.telling) for deel in uitleg.criteria]
    return tuple(zeker for zeker, _ in delen), tuple(kan for _, kan in delen)


def _verschil(een: Delen, ander: Delen) -> Delen:
    return tuple(heel(a - b) for a, b in zip(een, ander, strict=True))


def _voorsprongen(criteria: tuple[Criteriumpaar, ...], verschil: Delen) -> Iterator[Voorsprong]:
    (rij,) = gehele([verschil])
    deler = gcd(*rij)
    for deel, keer in zip(criteria, rij, strict=True):
        if keer > 0:
            yield Voorsprong(deel.regel, keer // deler)


def verhouding_van(verschil: Delen) -> Verhouding:
    """How two topics relate over all weightings.

    Weightings are spread evenly over the simplex: no set of weights is more likely than another.

    Args:
        verschil: per criterion for how much of its weight the one is ahead.

    Returns:
        The relation and the exact share in which the one is above; ties have no share of their
        own, unless the two always tie.
    """
    hoogste, laagste = max(verschil, default=0), min(verschil, default=0)
    soort: Verhoudingssoort = "wisselt"
    if hoogste == laagste == 0:
        soort = "altijd-gelijk"
    elif laagste >= 0:
        soort = "altijd-boven"
    elif hoogste <= 0:
        soort = "altijd-onder"
    return Verhouding(soort, kans_boven(verschil))
