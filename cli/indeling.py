"""`agenda indeling`: what rules together say of each topic and each member."""

from __future__ import annotations

from typing import Annotated, Literal

from cli.lever import lever, lever_bestand
from cli.lezen import lees_agenda
from cli.opties import FORMAAT, HIER, Debug, Dossiermap, Formaat, Themas, Uit


def indeling(
    dossier: Dossiermap = HIER,
    formaat: Annotated[Literal[Formaat, "xlsx"], FORMAAT] = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show the outcome of every classification and check."""
    from agenda.weergave.indeling.overzicht import toon_indeling

    agenda = lees_agenda(dossier, themas)
    agenda.eis_indeling()
    if formaat == "xlsx":
        from agenda.stuk.vormen.excel.werkboek import indeling_werkboek

        lever_bestand(lambda: indeling_werkboek(agenda), formaat, uit)
        return
    lever(toon_indeling(agenda), formaat, uit)
