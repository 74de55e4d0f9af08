"""`agenda prioriteer`: the ranked list."""

from __future__ import annotations

from cli.lever import lever
from cli.lezen import lees_agenda
from cli.opties import HIER, Debug, Dossiermap, Formaatkeuze, Themas, Uit


def prioriteer(
    dossier: Dossiermap = HIER,
    formaat: Formaatkeuze = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Rank the topics of a dossier."""
    from agenda.weergave.ranglijst import toon_ranglijst

    agenda = lees_agenda(dossier, themas)
    agenda.ranglijst.eis_rangorde()
    lever(toon_ranglijst(agenda), formaat, uit)
