"""Other weights: who moves, and how far one weight can move before the top of the list does."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from agenda.gewichten.interval import Interval, interval_van, zelfde_top
from agenda.gewichten.wissel import Wissel, wissels
from agenda.rangorde.patroon import patroon_van
from agenda.rangorde.ranglijst import TOP, Beoordeeld, rangschik
from agenda.rangorde.score import weeg, weeg_stemmen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agenda.rangorde.ranglijst import Ranglijst
    from regels.model import Regel


class Speling(NamedTuple):
    """How far the weight of one criterion can move while the top of the list stays the same.

    Attributes:
        interval: where every place in the top stays as it is.
        zelfde_top: where the same topics are in the top, on whatever place.
        lichter: what changes first when the weight falls; None when nothing does.
        zwaarder: what changes first when it grows.
    """

    criterium: Regel
    gewicht: int
    interval: Interval
    zelfde_top: Interval
    lichter: Wissel | None
    zwaarder: Wissel | None


class Verschuiving(NamedTuple):
    """One admitted topic under both sets of weights."""

    nu: Beoordeeld
    nieuw: Beoordeeld

    @property
    def plaatsen(self) -> int:
        """How many places it rises; below 0 it falls."""
        assert self.nu.plaats and self.nieuw.plaats  # noqa: S101, PT018 - both are admitted
        return self.nu.plaats - self.nieuw.plaats


@dataclass(frozen=True, slots=True)
class Gewichtenproef:
    """A list, beside what it would be with other weights when those are given.

    Attributes:
        nieuw: the list with the other weights; None when there are none.
        top: how many places must stay the same for a weight to have room.
    """

    nu: Ranglijst
    nieuw: Ranglijst | None
    top: int

    @property
    def verschuivingen(self) -> tuple[Verschuiving, ...]:
        """Each admitted topic, in the order of the new list."""
        if self.nieuw is None:
            return ()
        nu = {geplaatst.code: geplaatst for geplaatst in self.nu.toegelaten}
        return tuple(Verschuiving(nu[g.code], g) for g in self.nieuw.toegelaten)

    @property
    def speling_nu(self) -> tuple[Speling, ...]:
        """The room of each weight, from the weights of now."""
        return spelingen(self.nu, self.top)

    @property
    def speling_nieuw(self) -> tuple[Speling, ...]:
        """The room of each weight, from the other weights."""
        return () if self.nieuw is None else spelingen(self.nieuw, self.top)


def beproef(ranglijst: Ranglijst, andere: Mapping[str, int], top: int = TOP) -> Gewichtenproef:
    """Hold a list against the same list with other weights.

    Args:
        andere: criterium → its other weight; what is left out keeps its weight.
        top: how many places to look at for the room of each weight.
    """
    return Gewichtenproef(ranglijst, herweeg(ranglijst, andere) if andere else None, top)


def herweeg(ranglijst: Ranglijst, andere: Mapping[str, int]) -> Ranglijst:
    """The list with other weights: weighed and ranked anew, on the judgements that it holds.

    Args:
        andere: criterium → its other weight; what is left out keeps its weight.

    Returns:
        The list as `prioriteer` would make it with these weights; its dossier is still the one
        that was read.
    """
    gewichten = {code: andere.get(code, oud) for code, oud in ranglijst.gewichten.items()}

    def gewogen(lijst: Iterable[Beoordeeld]) -> tuple[Beoordeeld, ...]:
        opnieuw = []
        for beoordeeld in lijst:
            uitslag = beoordeeld.uitslag
            criteria, tellingen = uitslag.criteria, uitslag.tellingen
            score, score_max = (
                weeg_stemmen(criteria, tellingen, gewichten)
                if tellingen
                else weeg(criteria, gewichten)
            )
            uitslag = uitslag._replace(score=score, score_max=score_max)
            opnieuw.append(Beoordeeld(beoordeeld.onderwerp, uitslag))
        return tuple(opnieuw)

    return replace(
        ranglijst,
        gewichten=gewichten,
        toegelaten=rangschik(gewogen(ranglijst.toegelaten)),
        onbeslist=gewogen(ranglijst.onbeslist),
        niet_toegelaten=gewogen(ranglijst.niet_toegelaten),
    )


def spelingen(ranglijst: Ranglijst, top: int) -> tuple[Speling, ...]:
    """Per criterion the weights at which the top of the list stays the same, others fixed."""
    patronen = Counter(patroon_van(geplaatst.uitslag).zeker for geplaatst in ranglijst.toegelaten)
    gewichten = [ranglijst.gewichten[regel.code] for regel in ranglijst.criteria]
    uit = []
    for nummer, regel in enumerate(ranglijst.criteria):
        interval = interval_van(patronen, gewichten, nummer, top)
        zelfde = zelfde_top(patronen, gewichten, nummer, top)
        wissel = wissels(ranglijst, nummer, top, interval)
        uit.append(Speling(regel, gewichten[nummer], interval, zelfde, *wissel))
    return tuple(uit)
