"""The ways in which many voices make one order, side by side.

No way is the right one: each meets some demands and none meets all (Arrow 1951). So all are shown,
with what they agree on (docs/besluiten/028).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from agenda.robuust.kemeny import kemeny
from agenda.robuust.stemming import Stemming, copeland, meerderheid, schulze

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agenda.rangorde.patroon import Delen
    from agenda.robuust.groep import Duel, Groep


class Manier(StrEnum):
    """A way to come from many voices to one order."""

    GEMIDDELDE = "gemiddelde"
    KEMENY = "kemeny"
    SCHULZE = "schulze"
    COPELAND = "copeland"
    MEERDERHEID = "meerderheid"


class Groepsplaats(NamedTuple):
    """Where a topic stands in an order of the group.

    Attributes:
        beste: its competition place; when several orders are equally good, the best that it has.
        slechtste: the worst that it has in these; otherwise the same place.
    """

    beste: int
    slechtste: int


class Oneens(NamedTuple):
    """How often a municipality sees two topics the other way round than Kemeny's order.

    Attributes:
        aantal: over all municipalities and all pairs of topics.
        van: how often a municipality has a preference between two topics.
    """

    aantal: int
    van: int


@dataclass(frozen=True, slots=True)
class Groepsordes:
    """The orders of all municipalities together, one per way.

    Attributes:
        plaatsen: per way, per pattern its place; Kemeny's is left out when it cannot be told.
        oneens: for Kemeny's order; None when it cannot be told.
    """

    plaatsen: Mapping[Manier, Mapping[Delen, Groepsplaats]]
    oneens: Oneens | None

    def in_top(self, manier: Manier, top: int) -> frozenset[Delen]:
        """The patterns with a place in the top, alone or shared."""
        plaatsen = self.plaatsen[manier]
        return frozenset(p for p, plaats in plaatsen.items() if plaats.beste <= top)

    def altijd_in_top(self, top: int) -> frozenset[Delen]:
        """The patterns that every way puts in the top."""
        return frozenset.intersection(*(self.in_top(manier, top) for manier in self.plaatsen))

    def alleen_bij(self, manier: Manier, top: int) -> frozenset[Delen]:
        """The patterns that one way puts in the top, and no other."""
        andere = (self.in_top(ander, top) for ander in self.plaatsen if ander != manier)
        return self.in_top(manier, top).difference(*andere)


def groepsordes(groep: Groep, aantallen: Mapping[Delen, int]) -> Groepsordes:
    """Put the topics in order in every way.

    Args:
        aantallen: per pattern the number of topics that have it.
    """
    patronen = list(groep.standen)
    stemming = Stemming(
        [aantallen[patroon] for patroon in patronen], _voorsprong(groep.duels, patronen)
    )
    zeker = {
        Manier.GEMIDDELDE: [stand.plaats for stand in groep.standen.values()],
        Manier.SCHULZE: schulze(stemming),
        Manier.COPELAND: copeland(stemming),
        Manier.MEERDERHEID: meerderheid(stemming),
    }
    bereiken = {m: [Groepsplaats(plaats, plaats) for plaats in p] for m, p in zeker.items()}
    oneens = None
    if beste := kemeny(stemming):
        bereiken[Manier.KEMENY] = [Groepsplaats(*plaats) for plaats in beste.plaatsen]
        oneens = _oneens(groep.duels, aantallen, beste.tegen)
    return Groepsordes(
        {m: dict(zip(patronen, bereiken[m], strict=True)) for m in Manier if m in bereiken}, oneens
    )


def _voorsprong(duels: Sequence[Duel], patronen: Sequence[Delen]) -> list[list[int]]:
    nummers = {patroon: nummer for nummer, patroon in enumerate(patronen)}
    uit = [[0] * len(patronen) for _ in patronen]
    for duel in duels:
        een, ander = nummers[duel.een], nummers[duel.ander]
        uit[een][ander] = duel.voor - duel.tegen
        uit[ander][een] = duel.tegen - duel.voor
    return uit


def _oneens(duels: Sequence[Duel], aantallen: Mapping[Delen, int], tegen: int) -> Oneens:
    """Every pair costs the votes of its minority; what goes against a majority comes on top."""
    minst = van = 0
    for duel in duels:
        paren = aantallen[duel.een] * aantallen[duel.ander]
        minst += paren * duel.tegen
        van += paren * (duel.voor + duel.tegen)
    return Oneens(minst + tegen, van)
