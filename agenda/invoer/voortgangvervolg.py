"""What was written down of an adopted agenda, as far as it goes along to the next year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.sjabloon import maak_werkmap
from agenda.invoer.standvervolg import standbestand, standwerkmapbladen
from agenda.invoer.vervolgbestanden import Vervolgbestanden, werkgroepen_mee
from agenda.invoer.werkgroepen import lees_werkgroepen
from agenda.opslag.rollen import DEKKINGBESTAND, STANDBESTANDEN, WERKGROEPENBESTAND
from regels.lezen.tekst import lees_bytes

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Dossier
    from agenda.voortgang.overgang import Overgang


def voortgangsbestanden(
    map_: Path,
    dossier: Dossier,
    profiel: Profiel,
    overgang: Overgang,
    nieuw: tuple[int, date],
    ooit: Collection[str],
) -> Vervolgbestanden:
    """The progress that still holds, who works on it, and who has what proposals ask.

    Args:
        map_: the old dossier, where that is written down.
        dossier: what it says, or what was frozen of it, with its profile.
        nieuw: the new year, and its reference date.
        ooit: the codes of everything that was ever adopted.

    Raises:
        Invoerfout: what was written down of groups is wrong.
        Bestandsfout: a file is locked.
    """
    titels = {o.code: o.titel for o in dossier.onderwerpen}
    bestanden = _stand(map_, titels, profiel, overgang, dossier.instellingen.jaar, nieuw)
    herschreven: tuple[str, ...] = ()
    pad = map_ / WERKGROEPENBESTAND
    if pad.exists():
        lees_werkgroepen(map_, profiel, titels, ooit)
        weg = {*overgang.achter, *(titels[code] for code in overgang.achter)}
        groepen = werkgroepen_mee(pad, weg)
        bestanden[WERKGROEPENBESTAND] = groepen.inhoud
        herschreven = () if groepen.met_opmerkingen else (WERKGROEPENBESTAND,)
    if (map_ / DEKKINGBESTAND).exists():  # every fact in it has a day of its own
        bestanden[DEKKINGBESTAND] = lees_bytes(map_ / DEKKINGBESTAND, DEKKINGBESTAND)
    return Vervolgbestanden(bestanden, herschreven)


def _stand(
    map_: Path,
    titels: dict[str, str],
    profiel: Profiel,
    overgang: Overgang,
    oud: int,
    nieuw: tuple[int, date],
) -> dict[str, bytes]:
    """The rows that still hold, in the form in which they were written down."""
    yaml, werkmap = STANDBESTANDEN
    if not overgang.feiten:
        return {}
    if not (map_ / werkmap).exists():
        return {yaml: standbestand(overgang.feiten, oud).encode()}
    jaar, peildatum = nieuw
    mee = {code: titel for code, titel in titels.items() if code in overgang.mee}
    titel = f"Stand van zaken {jaar}, {profiel.regio.naam}"
    bladen = standwerkmapbladen(profiel, mee, overgang.feiten, titel, peildatum)
    return {werkmap: maak_werkmap(jaar, bladen)}
