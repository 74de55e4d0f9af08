"""Read a dossier and rank it: what most commands begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.voortgang import toon_voortgang

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.ranglijst import Ranglijst


def lees_ranglijst(dossier: Path, themas: Path | None) -> Ranglijst:
    """The ranked list of a dossier."""
    from agenda.bestanden.dossier import lees_dossier
    from agenda.prioritering import prioriteer

    gelezen = lees_dossier(dossier, themas, toon_voortgang)
    return prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset, toon_voortgang)
