"""What a picture of a graph can show in one region, and by which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.kennis.woorden import EIGEN_WOORDEN, Woorden

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Ranglijst


@dataclass(frozen=True, slots=True)
class Opzet:
    """What there is to draw beside topics by theme.

    Attributes:
        voorstellen: whether the region has proposals.
        plaatsen: whether topics can have a place.
        toetst: whether topics can be kept off the agenda.
    """

    woorden: Woorden = EIGEN_WOORDEN
    voorstellen: bool = True
    plaatsen: bool = True
    toetst: bool = True


ALLES = Opzet()


def opzet_van(ranglijst: Ranglijst) -> Opzet:
    """What a picture of this list can show."""
    profiel = ranglijst.profiel
    return Opzet(profiel.woorden, bool(profiel.voorstellen), ranglijst.rangschikt, ranglijst.toetst)
