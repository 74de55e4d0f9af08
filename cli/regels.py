"""`agenda regels`: the rules as people read them."""

from __future__ import annotations

from cli.lever import lever
from cli.opties import HIER, Debug, Dossiermap, Formaatkeuze, Themas, Uit


def regels(
    dossier: Dossiermap = HIER,
    formaat: Formaatkeuze = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show the rules of the profile of a dossier; outside a dossier, of the shipped profile."""
    from agenda.invoer.dossier import lees_profiel_van
    from agenda.weergave.regels import toon_regels

    profiel, regelset = lees_profiel_van(dossier, themas)
    lever(toon_regels(regelset, profiel), formaat, uit)
