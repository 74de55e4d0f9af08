"""The program `agenda` and its commands, each loaded only when it is asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.main import get_command

from cli import versie
from cli.nederlands import Opdracht, Opdrachtgroep

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer._click.core import Command, Context

OPDRACHTEN = {
    "nieuw": "Maak een nieuw dossier met een Excel-sjabloon.",
    "controleer": "Controleer alle invoer en toon alle fouten in één keer.",
    "samenvoegen": "Voeg werkmappen van gemeenten samen tot één dossier.",
    "prioriteer": "Toon de ranglijst, wat onbeslist is en wat niet is toegelaten.",
    "indeling": "Toon wat de regels samen zeggen per onderwerp en per gemeente.",
    "begroting": "Verdeel wat het jaar kost over de gemeenten.",
    "gemeente": "Toon wat één gemeente inbracht, vindt, betaalt en nog moet doen.",
    "waarom": "Leg uit waarom een onderwerp wel of niet op de ranglijst staat.",
    "samenhang": "Toon wat samenhangt: onderwerpen met voorstellen, en wat eerst moet.",
    "gewichten": "Toon hoeveel er van de gewichten afhangt.",
    "robuust": "Toon hoe stevig de volgorde is als de gewichten anders zijn.",
    "vragen": "Vraag naar de gewichten, met zo min mogelijk vragen.",
    "jaarplan": "Toon wat er in het jaar past, en wat daarvoor moet wijken.",
    "vergelijk": "Toon wat er anders is op twee agenda's, en waardoor.",
    "vergadering": "Toon de vergaderingen van het jaar, of de agenda van één ervan.",
    "regels": "Toon elke regel als zin, met haar bron.",
    "exporteer": "Maak het stuk voor de vergadering, in Word, PDF, Excel en meer.",
    "vaststellen": "Leg de agenda vast zoals zij is vastgesteld.",
    "bekrachtig": "Schrijf op wat één gemeente over een vastgestelde agenda besloot.",
    "stand": "Toon hoe het staat met wat is vastgesteld.",
    "werkplek": "Maak één pagina met het hele programma, die zonder installatie werkt.",
}
"""Every command with its help: the function of that name, in the module here of that name."""


class _Later(Opdracht):
    """A command that is loaded and built when it is asked for; till then a name and a help."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: Context | None = None, **extra: Any
    ) -> Context:
        return _gebouwd(str(self.name)).make_context(info_name, args, parent, **extra)


@cache
def _gebouwd(naam: str) -> Command:
    """A command in full; in one process it can be asked for many times."""
    opdracht: Callable[..., None] = getattr(import_module(f"cli.{naam}"), naam)
    enige = typer.Typer(rich_markup_mode=None, add_completion=False)
    enige.command(naam, cls=Opdracht, help=OPDRACHTEN[naam])(opdracht)
    return get_command(enige)


class _Programma(Opdrachtgroep):
    """The program: it knows every command, and builds none before it is asked for."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        for naam, hulp in OPDRACHTEN.items():
            self.add_command(_Later(naam, help=hulp, rich_markup_mode=None))


app = typer.Typer(
    cls=_Programma,
    rich_markup_mode=None,
    add_completion=False,
    help="Bepaal open en herhaalbaar waar de regio dit jaar met voorrang aan werkt.",
)
versie.meld_aan(app)
