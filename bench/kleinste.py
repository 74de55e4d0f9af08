"""The least that a program does which really uses pydantic, Typer and YAML, for koude_start.py.

Written as their manuals begin, without rich and completion: one model, one file, one command.
"""

from pathlib import Path

import typer
import yaml
from pydantic import BaseModel


class Dossier(BaseModel):
    """The settings of a year."""

    jaar: int
    profiel: str


app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def toon(dossier: Path) -> None:
    """Read one file, check it and print one line."""
    tekst = (dossier / "dossier.yaml").read_text(encoding="utf-8")
    instellingen = Dossier.model_validate(yaml.safe_load(tekst))
    typer.echo(f"{instellingen.profiel} {instellingen.jaar}")


app()
