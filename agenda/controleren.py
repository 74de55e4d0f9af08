"""Check a dossier with its register, and a decision with its receipt: all faults at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.controle import Controle
from agenda.invoer.dossier import lees_dossier
from agenda.invoer.ontvangstbewijs import controleer_ontvangst
from agenda.opslag.besluitmap import is_besluitmap
from agenda.registers.lezen import lees_register
from regels.melding import Invoerfout
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from pathlib import Path


def controleer_dossier(map_: Path, themas: Path | None = None, volg: Volger = stil) -> Controle:
    """Check a dossier: its faults, or else what will be asked about.

    Of a decision every file is held against its receipt first.

    Raises:
        Bestandsfout: a file is locked.
    """
    ongewijzigd = 0
    try:
        if is_besluitmap(map_):
            ongewijzigd = controleer_ontvangst(map_)
        gelezen = lees_dossier(map_, themas, volg)
        lees_register(gelezen.map_, gelezen.profielmap)
    except Invoerfout as fout:
        return Controle(fout=fout)
    return Controle(
        bestand=gelezen.onderwerpen.bestand,
        aantal=len(gelezen.dossier.onderwerpen),
        waarschuwingen=gelezen.waarschuwingen(),
        ongewijzigd=ongewijzigd,
    )
