"""Write files whole or not at all: what is new stands beside the old until one step counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.bestanden.besluitmap import is_besluitmap
from agenda.bestanden.journaal import maak_af, schrijf_met_journaal
from agenda.bestanden.nieuwe_map import BestaatAl, schrijf_map
from agenda.bestanden.tijdelijk import VOOR, eis_te_vervangen, schrijf_tijdelijk
from agenda.bestanden.verwisselen import KanNiet, verwissel
from regels.fouten import Bestandsfout

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def schrijf(pad: Path, inhoud: bytes) -> None:
    """Write a file atomically; an existing file is replaced.

    Raises:
        Bestandsfout: the file is locked, or the folder is missing or may not be written.
    """
    _weiger_in_besluit(pad.parent)
    try:
        eis_te_vervangen(pad)
        tijdelijk = schrijf_tijdelijk(pad.parent, inhoud)
        try:
            tijdelijk.replace(pad)
        except BaseException:
            tijdelijk.unlink(missing_ok=True)
            raise
    except OSError as fout:
        reden = "kan niet worden geschreven. Bestaat de map, en is het bestand nergens meer open?"
        raise Bestandsfout(str(pad), reden) from fout


def schrijf_alle(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    """Write several files into a folder, all or none; it is made when it is missing.

    What is guaranteed where stands in docs/besluiten/014-vaststellen.md.

    Args:
        map_: the folder.
        bestanden: name → content.

    Raises:
        Bestandsfout: a file is locked, or the folder may not be written; nothing has changed.
    """
    _weiger_in_besluit(map_)
    try:
        if not map_.exists():
            try:
                schrijf_map(map_, bestanden)
            except BestaatAl:  # somebody was just before us
                schrijf_met_journaal(map_, bestanden)
            return
        if not map_.is_dir():
            reden = "kan niet worden gemaakt. Staat er al een bestand met die naam?"
            raise Bestandsfout(str(map_), reden)
        maak_af(map_)
        try:
            verwissel(map_, bestanden)
        except KanNiet:
            schrijf_met_journaal(map_, bestanden)
    except OSError as fout:
        reden = "kan niet worden geschreven. Mag u hier schrijven, en is het nergens meer open?"
        raise Bestandsfout(_genoemd(fout, map_), reden) from fout


def _genoemd(fout: OSError, map_: Path) -> str:
    """The file that could not be written; the folder when that file has a name of our own."""
    naam = str(fout.filename or map_)
    return str(map_) if VOOR in naam else naam


def _weiger_in_besluit(map_: Path) -> None:
    """A decision is never changed."""
    try:
        hier = map_.resolve()
    except OSError:
        return
    for ouder in (hier, *hier.parents):
        if is_besluitmap(ouder):
            reden = "hoort bij een besluit en wordt niet veranderd. Kies een andere map."
            raise Bestandsfout(str(hier), reden)
