"""What several commands share on the command line: the dossier, and the options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Formaat = Literal["tabel", "json", "csv", "md"]
"""The forms that every result has."""

Dossiermap = Annotated[
    Path,
    typer.Argument(
        metavar="DOSSIER",
        help="Map met dossier.yaml en het bestand met onderwerpen, of van een besluit.",
        show_default="de huidige map",
    ),
]
FORMAAT = typer.Option("--formaat", help="Vorm van de uitvoer.")
Formaatkeuze = Annotated[Formaat, FORMAAT]


Uit = Annotated[
    Path | None,
    typer.Option(
        "--uit",
        metavar="BESTAND",
        help="Schrijf de uitvoer naar dit bestand.",
    ),
]
Themas = Annotated[
    Path | None,
    typer.Option("--themas", metavar="PAD", help="Map met een eigen profiel van de regio."),
]
Debug = Annotated[bool, typer.Option("--debug", help="Toon bij een fout de technische details.")]

MAX_TOP = 10_000
"""So many places a top has at most."""

HIER = Path()
"""The default dossier. `--debug` is read where errors end: cli/uitgang.py."""
