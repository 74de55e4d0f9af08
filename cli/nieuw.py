"""`agenda nieuw`: make the folder of a year."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from cli.opties import Debug, Themas  # noqa: TC001 - Typer reads them when it runs
from regels.taal import zichtbaar


def nieuw(
    jaar: Annotated[int, typer.Argument(metavar="JAAR", min=2000, max=2100, help="Agendajaar.")],
    map_: Annotated[
        Path | None,
        typer.Argument(metavar="MAP", help="De nieuwe map.", show_default="het jaar"),
    ] = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Make a dossier folder."""
    from agenda.nieuw import maak_dossier

    doel = map_ or Path(str(jaar))
    maak_dossier(doel, jaar, themas)
    opdracht = f"agenda controleer {quote(str(doel))}"
    if themas is not None:
        opdracht += f" --themas {quote(str(themas))}"
    zin = f"Gemaakt: {doel}. Vul onderwerpen.xlsx in en doe dan: {opdracht}"
    typer.echo(zichtbaar(zin), err=True)
