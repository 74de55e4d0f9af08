"""`agenda jaarplan`: what fits in the year."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from cli.lever import lever, lever_bestand
from cli.lezen import lees_ranglijst
from cli.opties import FORMAAT, HIER, Debug, Dossiermap, Formaat, Themas, Uit

MAX_JAREN = 5


def jaarplan(
    dossier: Dossiermap = HIER,
    jaren: Annotated[
        int, typer.Option("--jaren", min=1, max=MAX_JAREN, help="Zo veel jaren telt het plan.")
    ] = 1,
    formaat: Annotated[Literal[Formaat, "xlsx"], FORMAAT] = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show which topics fit, and how firmly that stands."""
    from agenda.jaar.jaarplan import maak_jaarplan
    from agenda.weergave.jaar.jaarplan import toon_jaarplan

    plan = maak_jaarplan(lees_ranglijst(dossier, themas), jaren)
    if formaat == "xlsx":
        from agenda.stuk.vormen.excel.werkboek import jaarplan_werkboek

        lever_bestand(lambda: jaarplan_werkboek(plan), formaat, uit)
        return
    lever(toon_jaarplan(plan), formaat, uit)
