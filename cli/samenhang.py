"""`agenda samenhang`: what hangs together."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from cli.lever import lever
from cli.lezen import lees_agenda
from cli.nederlands import Gebruiksfout
from cli.opties import FORMAAT, HIER, Debug, Dossiermap, Formaat, Themas, Uit


def samenhang(
    dossier: Dossiermap = HIER,
    onderwerp: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Toon alleen waar dit onderwerp aan vastzit."),
    ] = None,
    voorstel: Annotated[
        int | None,
        typer.Option(metavar="NR", help="Toon alleen waar dit voorstel aan vastzit."),
    ] = None,
    zonder: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Toon wat er omvalt als dit onderwerp wegvalt."),
    ] = None,
    formaat: Annotated[Literal[Formaat, "graphml", "dot", "mermaid", "svg"], FORMAAT] = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show how topics, proposals and prerequisites hang together."""
    from agenda.weergave.samenhang.uitsnede import kies

    if sum(keuze is not None for keuze in (onderwerp, voorstel, zonder)) > 1:
        raise Gebruiksfout("Kies één van --onderwerp, --voorstel en --zonder.")
    lever(kies(lees_agenda(dossier, themas).samenhang, onderwerp, voorstel, zonder), formaat, uit)
