"""Check a dossier with its register, and a decision with its receipt: all faults at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.controle import Controle
from agenda.invoer.dossier import lees_dossier
from agenda.invoer.onderwerpen import vind_onderwerpen
from agenda.invoer.ontvangstbewijs import controleer_ontvangst
from agenda.opslag.besluitmap import INVOER, is_besluitmap
from agenda.registers.lezen import lees_register
from regels.lezen.tekst import lees_bytes
from regels.melding import Bestandsfout, Invoerfout, Plek
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


def bestand_met_onderwerpen(map_: Path) -> Path | None:
    """The file that was filled in; None when there is none, or more than one."""
    if is_besluitmap(map_):
        map_ = map_ / INVOER
    naam = vind_onderwerpen(map_, [])
    return map_ / naam if naam else None


def schrijf_gemarkeerd(werkmap: Path, controle: Controle, doel: Path) -> bool:
    """Write a copy of a workbook with every finding at its cell.

    Returns:
        False when the workbook cannot be read, and there is nothing to mark.

    Raises:
        Bestandsfout: there is a file with that name already, or it cannot be written.
    """
    from agenda.invoer.gemarkeerd import markeer
    from agenda.opslag.bestand import schrijf

    if doel.exists():
        reden = "bestaat al en wordt niet vervangen. Kies een andere naam, of haal het eerst weg."
        raise Bestandsfout(str(doel), reden)
    onleesbaar = any(m.plek == Plek(werkmap.name) for m in controle.fouten)
    if onleesbaar:
        return False
    inhoud = lees_bytes(werkmap, werkmap.name)
    schrijf(doel, markeer(inhoud, controle.fouten, controle.waarschuwingen))
    return True
