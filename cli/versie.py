"""`agenda --version`: which program this is, and who judges its rules."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def meld_aan(app: typer.Typer) -> None:
    """Add the option to the program itself, before any command."""
    app.callback()(programma)


def _toon_versie(gevraagd: bool) -> None:
    if not gevraagd:
        return
    from agenda import __version__
    from regels import durable_motor
    from regels.toetser import evaluatoren

    met_motor = durable_motor.beschikbaar()
    typer.echo(f"agenda {__version__}")
    if not met_motor:
        typer.echo(f"{durable_motor.NAAM}: {_zonder_motor()}")
    for naam in evaluatoren(met_motor=met_motor):
        typer.echo(naam)
    raise typer.Exit


def _zonder_motor() -> str:
    """What it means that the engine does not load, and how to get it."""
    import shlex  # few ever need it

    from regels.durable_motor import BOUWVLAG, NAAM, VERSIE

    waar = {"win32": "op Windows", "emscripten": "in een browser"}.get(sys.platform)
    if waar is not None:
        return f"werkt niet {waar}. De referentie beslist alleen."
    # A build that does not load may still lie in the cache of pip.
    pip = f"{shlex.quote(sys.executable)} -m pip install --force-reinstall --no-cache-dir"
    bouw = f"{BOUWVLAG} {pip} {NAAM}=={VERSIE}"
    return f"laadt niet. De referentie beslist alleen. Zo bouwt u het: {bouw}"


def programma(
    versie: Annotated[
        bool,
        typer.Option(
            "--version", help="Toon de versie en stop.", is_eager=True, callback=_toon_versie
        ),
    ] = False,
) -> None:
    """What the program takes without a command; the option stops it before this."""
