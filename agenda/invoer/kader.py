"""What a dossier says before there are topics: its settings, and what its region knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.dossier import lees_profiel_van
from agenda.invoer.instellingen import controleer_instellingen, lees_instellingen
from agenda.onderwerp.omgeving import Omgeving
from regels.melding import Invoerfout, Melding

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.instellingen import Instellingen
    from regels.regelset import Regelset


class Kader(NamedTuple):
    """The settings of a dossier, with the knowledge and rules that it is judged by."""

    instellingen: Instellingen
    profiel: Profiel
    regelset: Regelset


def lees_kader(map_: Path, themas: Path | None) -> Kader:
    """Read what a dossier says before there are topics.

    Args:
        map_: the folder.
        themas: a profile folder of the user's own, instead of the shipped one.

    Raises:
        Invoerfout: with every fault in the settings or the profile.
        Bestandsfout: a file is locked.
    """
    profiel, regelset = lees_profiel_van(map_, themas)
    meldingen: list[Melding] = []
    rauw = lees_instellingen(map_, meldingen)
    omgeving = Omgeving(profiel, regelset.criteria)
    instellingen = controleer_instellingen(rauw, omgeving, regelset, meldingen)
    if meldingen or instellingen is None:
        raise Invoerfout(meldingen)
    return Kader(instellingen, profiel, regelset)
