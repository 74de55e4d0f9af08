"""Check the rules of a profile themselves, and what is found in them when a dossier is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.bevindingsoorten import ernst_van
from regels.toets.bevindingen import bevindingen_van, toets_perioden
from regels.toets.toetsen import Regeltoets, toets_regels

if TYPE_CHECKING:
    from regels.melding import Melding
    from regels.regelset import Regelset


def toets(regelset: Regelset) -> tuple[Regeltoets, tuple[Melding, ...]]:
    """The whole check, and its findings with the place of each: faults first.

    Raises:
        Onenigheid: the two evaluators answer differently.
    """
    getoetst = toets_regels(regelset.alle_regels, regelset.alle_indelingen, regelset.alle_velden)
    meldingen = map(regelset.plekken.melding, getoetst.bevindingen)
    return getoetst, tuple(sorted(meldingen, key=lambda melding: (ernst_van(melding), melding)))


def over_regels(regelset: Regelset) -> tuple[list[Melding], list[Melding]]:
    """The faults in rules that are only found by going through everything, and the warnings."""
    perioden = toets_perioden(regelset.alle_regels, regelset.alle_indelingen, regelset.alle_velden)
    meldingen = [regelset.plekken.melding(b) for b in bevindingen_van(perioden)]
    fouten = [melding for melding in meldingen if ernst_van(melding) == "fout"]
    return fouten, [melding for melding in meldingen if melding not in fouten]
