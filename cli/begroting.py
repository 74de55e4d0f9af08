"""`agenda begroting`: what the year costs whom."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from cli.lever import lever, lever_bestand
from cli.lezen import lees_agenda
from cli.nederlands import Gebruiksfout
from cli.opties import FORMAAT, HIER, Debug, Dossiermap, Formaat, Themas, Uit


def begroting(
    dossier: Dossiermap = HIER,
    bedrag: Annotated[
        str | None,
        typer.Option("--bedrag", metavar="EURO", help="Verdeel alleen dit bedrag, in hele euro's."),
    ] = None,
    sleutel: Annotated[
        str | None,
        typer.Option(
            "--sleutel",
            metavar="CODE",
            help="Verdeel alles met de sleutel van deze samenwerking.",
        ),
    ] = None,
    formaat: Annotated[Literal[Formaat, "xlsx"], FORMAAT] = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Split what the year costs over the members."""
    from agenda.jaar.begroten import maak_begroting
    from agenda.weergave.jaar.begroting import toon_begroting

    los = None if bedrag is None else lees_bedrag(bedrag)
    agenda = lees_agenda(dossier, themas)
    wat = maak_begroting(agenda, los, sleutel)
    if formaat == "xlsx":
        from agenda.stuk.vormen.excel.werkboek import begroting_werkboek

        lever_bestand(lambda: begroting_werkboek(agenda, wat), formaat, uit)
        return
    lever(toon_begroting(agenda, wat), formaat, uit)


def lees_bedrag(getypt: str) -> int:
    """Whole euros, as people type them: «50000», «50.000», «€ 50.000».

    Raises:
        Gebruiksfout: it is something else, or too much.
    """
    from agenda.onderwerp.bedrag import euro_in
    from regels.model import MAX_GETAL

    waarde = euro_in(getypt)
    if waarde is not None and waarde <= MAX_GETAL:
        return waarde
    verwacht = f"een bedrag in hele euro's, zoals 50000, en hoogstens {MAX_GETAL}"
    raise Gebruiksfout(f"--bedrag: gevonden «{getypt}»; verwacht {verwacht}.")
