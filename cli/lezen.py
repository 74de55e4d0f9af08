"""Read a dossier and rank it: what most commands begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.stromen import zeg
from cli.volger import toon_voortgang

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.invoer.dossier import GelezenDossier
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.uitleg.jaaragenda import Jaaragenda


def lees_ranglijst(dossier: Path, themas: Path | None) -> Ranglijst:
    """The ranked list of a dossier; of a decision as it was calculated, and that is said."""
    gelezen, ranglijst = lees(dossier, themas)
    if gelezen.besluit and gelezen.besluit.afwijkingen:
        zeg("Let op: dit gaat over de berekende volgorde. Het besluit wijkt daarvan af.")
    return ranglijst


def lees_agenda(dossier: Path, themas: Path | None) -> Jaaragenda:
    """The agenda of a dossier; of a decision with what was decided."""
    from agenda.uitleg.jaaragenda import Jaaragenda

    gelezen, ranglijst = lees(dossier, themas)
    return Jaaragenda(ranglijst, gelezen.besluit)


def lees(dossier: Path, themas: Path | None) -> tuple[GelezenDossier, Ranglijst]:
    """A dossier as it was read, and its ranked list."""
    from agenda.invoer.dossier import lees_dossier
    from agenda.rangorde.prioritering import prioriteer

    gelezen = lees_dossier(dossier, themas, toon_voortgang)
    ranglijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset, toon_voortgang)
    return gelezen, ranglijst
