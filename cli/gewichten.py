"""`agenda gewichten`: what depends on the weights."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.lever import lever
from cli.lezen import lees_ranglijst
from cli.opties import HIER, Debug, Dossiermap, Formaatkeuze, Themas, Uit


def gewichten(
    dossier: Dossiermap = HIER,
    stel: Annotated[
        list[str] | None,
        typer.Option(
            "--stel",
            metavar="CRITERIUM=GEWICHT",
            help="Een ander gewicht, zoals code=3. Mag vaker.",
        ),
    ] = None,
    top: Annotated[
        int, typer.Option("--top", min=1, help="Hoeveel plaatsen gelijk moeten blijven.")
    ] = 10,
    formaat: Formaatkeuze = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show the ranking with other weights, and how far each weight can move."""
    from agenda.gewichten.proef import beproef
    from agenda.weergave.gewichten import toon_gewichten
    from cli.stel import lees_stel

    ranglijst = lees_ranglijst(dossier, themas)
    ranglijst.eis_rangorde()
    andere = lees_stel(stel or (), ranglijst.gewichten)
    lever(toon_gewichten(beproef(ranglijst, andere, top)), formaat, uit)
