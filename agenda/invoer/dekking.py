"""Read `dekking.yaml` of a dossier: what a region notes of who has what proposals ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.begroting import meld_bron
from agenda.invoer.dekkingcontrole import controleer_feiten
from agenda.invoer.veldenbestand import goede_rijen, lees_velden
from agenda.onderwerp.dekking import Eigenfeit, Eigenfeiten
from agenda.opslag.rollen import DEKKINGBESTAND
from regels.lezen.vorm import houd_tegen
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from regels.melding import Melding

_VOORBEELD = "feiten: [{onderdeel: …, gemeente: …, toestand: ja, op: 2027-02-01}]"


def lees_dekking(map_: Path, profiel: Profiel) -> tuple[Eigenfeit, ...]:
    """The facts of a dossier, in the order of the file; none when there is no such file.

    Raises:
        Invoerfout: with every fault, each with its place.
        Bestandsfout: the file is locked.
    """
    if profiel.dekking is None or not (map_ / DEKKINGBESTAND).exists():
        return ()
    meldingen: list[Melding] = []
    gelezen = lees_velden(map_ / DEKKINGBESTAND, DEKKINGBESTAND, meldingen, _VOORBEELD)
    if gelezen is None:
        raise Invoerfout(meldingen)
    if gelezen.waarde.get("feiten", ...) is None:  # the heading alone
        gelezen.waarde["feiten"] = []
    lijst = houd_tegen(Eigenfeiten, gelezen.waarde, gelezen, (), meldingen)
    feiten = goede_rijen(Eigenfeit, "feiten", gelezen)
    meldingen += controleer_feiten(feiten, profiel.dekking, profiel, gelezen)
    for nummer, feit in feiten.items():
        if feit.bron is not None:
            meldingen += meld_bron(feit.bron, profiel, gelezen, ("feiten", nummer))
    if meldingen or lijst is None:
        raise Invoerfout(meldingen)
    return lijst.feiten
