"""`agenda werkplek`: the whole program as one page that works without installation."""

from __future__ import annotations

import hashlib
from pathlib import Path  # noqa: TC003 - Typer reads it when it runs
from typing import Annotated

import typer

from cli.nederlands import Gebruiksfout
from cli.opties import Debug, Themas  # noqa: TC001 - Typer reads them when it runs
from cli.stromen import zeg
from regels.taal import zichtbaar


def werkplek(
    naar: Annotated[
        Path,
        typer.Option("--naar", metavar="BESTAND.html", help="De pagina die wordt gemaakt."),
    ],
    onderdelen: Annotated[
        Path | None,
        typer.Option(
            "--onderdelen",
            metavar="MAP",
            help="Waar de onderdelen staan of komen. Wat er al staat, wordt niet opgehaald.",
            show_default="de bewaarplaats van het systeem",
        ),
    ] = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Make the page, and tell by what it can be known."""
    from agenda.opslag.rollen import GeweigerdDoel
    from agenda.werkplek.bouwen import bouw_werkplek

    if naar.suffix.lower() not in {".html", ".htm"}:
        raise Gebruiksfout("Geef bij --naar een bestand dat op .html eindigt.")
    try:
        lijst = bouw_werkplek(naar, themas, onderdelen)
    except GeweigerdDoel as fout:
        raise Gebruiksfout(f"--naar: {fout}") from fout
    inhoud = naar.read_bytes()
    megabytes = f"{len(inhoud) / 1e6:.1f}".replace(".", ",")
    zeg(f"Gemaakt: {zichtbaar(str(naar))} ({megabytes} MB).")
    zeg(f"SHA-256: {hashlib.sha256(inhoud).hexdigest()}")
    zeg(f"Wat erin zit, met versies en licenties: {zichtbaar(str(lijst))}.")
