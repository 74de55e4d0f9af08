"""`agenda stand`: how it stands with what was adopted."""

from __future__ import annotations

from shlex import quote
from typing import Annotated, Literal

import typer

from cli.kies import lees_dag
from cli.lever import lever
from cli.opties import FORMAAT, HIER, Debug, Dossiermap, Formaat, Themas, Uit
from regels.taal import zichtbaar


def stand(
    dossier: Dossiermap = HIER,
    op: Annotated[
        str | None,
        typer.Option(
            "--op",
            metavar="DATUM",
            help="De dag waarover het gaat, zoals 2027-06-01; anders de peildatum, of de dag van"
            " het besluit als die later is.",
        ),
    ] = None,
    werkblad: Annotated[
        bool,
        typer.Option(
            "--werkblad", help="Maak stand.xlsx in het dossier, om de stand in op te schrijven."
        ),
    ] = False,
    formaat: Annotated[Literal[Formaat], FORMAAT] = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show how it stands with the topics that were adopted."""
    from agenda.volgen import maak_werkblad, stand_van, volg_agenda
    from agenda.weergave.voortgang.stand import toon_stand
    from cli.volger import toon_voortgang

    dag = None if op is None else lees_dag("--op", op)
    gevolgd = volg_agenda(dossier, themas, toon_voortgang)
    if werkblad:
        pad = maak_werkblad(gevolgd)
        zin = f"Gemaakt: {pad}. Vul het in en doe dan: agenda stand {quote(str(dossier))}"
        typer.echo(zichtbaar(zin), err=True)
        return
    lever(toon_stand(stand_van(gevolgd, dag)), formaat, uit)
