"""`agenda robuust`: how firmly the order stands."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from cli.lever import lever
from cli.lezen import lees_ranglijst
from cli.opties import FORMAAT, HIER, MAX_TOP, Debug, Dossiermap, Formaat, Themas, Uit


def robuust(
    dossier: Dossiermap = HIER,
    top: Annotated[
        int, typer.Option("--top", min=1, max=MAX_TOP, help="Zo veel plaatsen telt de top.")
    ] = 10,
    formaat: Annotated[Literal[Formaat, "svg"], FORMAAT] = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show the place of every topic over all weightings."""
    from agenda.robuust.robuustheid import onderzoek
    from agenda.weergave.robuust.robuust import toon_robuust

    ranglijst = lees_ranglijst(dossier, themas)
    ranglijst.eis_rangorde()
    lever(toon_robuust(onderzoek(ranglijst, top)), formaat, uit)
