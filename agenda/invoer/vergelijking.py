"""Read two agendas to compare: dossiers, or decisions with the rules and knowledge they used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer import BESTANDEN_ERNAAST, DOSSIERBESTAND, ONDERWERPBESTANDEN
from agenda.invoer.dossier import lees_dossier
from agenda.opslag.besluitmap import is_besluitmap
from agenda.vergelijking.stappen import Kant
from regels.melding import Invoerfout, Melding, Regelstrijd
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def met_profiel(map_: Path, themas: Path | None) -> tuple[Path, Path | None]:
    """A folder with the profile to read it by; a decision is read by the one frozen with it."""
    return map_, None if is_besluitmap(map_) else themas


def lees_kanten(bronnen: Sequence[tuple[Path, Path | None]], volg: Volger = stil) -> list[Kant]:
    """Read dossiers or decisions, each with its profile.

    Raises:
        Invoerfout: with every fault in every one of them; each file with its folder, because the
            same names stand in all.
        Regelstrijd: nothing is wrong but rules that contradict.
        Bestandsfout: a file is locked.
    """
    kanten, strijd = [], True
    meldingen: list[Melding] = []
    for map_, themas in bronnen:
        try:
            gelezen = lees_dossier(map_, themas, volg)
        except Invoerfout as fout:
            strijd = strijd and isinstance(fout, Regelstrijd)
            meldingen += [_met_map(melding, map_, themas) for melding in fout.meldingen]
        else:
            kanten.append(Kant(gelezen.dossier, gelezen.profiel, gelezen.regelset, gelezen.besluit))
    if meldingen:
        raise (Regelstrijd if strijd else Invoerfout)(meldingen)
    return kanten


def _met_map(melding: Melding, map_: Path, themas: Path | None) -> Melding:
    """The finding, at a file that can be told from the one on the other side."""
    bestand = melding.plek.bestand
    if bestand in (DOSSIERBESTAND, *ONDERWERPBESTANDEN, *BESTANDEN_ERNAAST):
        return melding._replace(plek=melding.plek._replace(bestand=str(map_ / bestand)))
    for boven in (themas.parent, themas) if themas else ():
        if (boven / bestand).exists():
            return melding._replace(plek=melding.plek._replace(bestand=str(boven / bestand)))
    return melding
