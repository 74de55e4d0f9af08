"""`agenda vergadering`: the agenda of one meeting of one body."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.lever import lever, lever_bestand
from cli.lezen import lees_agenda
from cli.nederlands import Gebruiksfout
from cli.opties import FORMAAT, HIER, Debug, Dossiermap, Formaat, Themas, Uit

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Gremium


def vergadering(
    gremium: Annotated[
        str,
        typer.Option("--gremium", metavar="CODE", help="De code van het overleg."),
    ],
    dossier: Dossiermap = HIER,
    datum: Annotated[
        str | None,
        typer.Option(
            "--datum", metavar="DATUM", help="De dag, zoals 2027-01-14; anders de eerstvolgende."
        ),
    ] = None,
    formaat: Annotated[Literal[Formaat, "docx"], FORMAAT] = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show the agenda of one meeting."""
    from agenda.jaar.jaarkalender import maak_jaarkalender
    from agenda.jaar.vergadering import zoek_vergadering
    from agenda.stuk.vergadering import vergaderstuk
    from agenda.stuk.vormen.md import stuk_md
    from agenda.stuk.vormen.word.word import stuk_docx
    from agenda.weergave.jaar.vergadering import toon_vergadering

    dag = _dag(datum)
    jaarkalender = maak_jaarkalender(lees_agenda(dossier, themas))
    profiel = jaarkalender.profiel
    gevonden = zoek_vergadering(jaarkalender, _gremium(profiel, gremium), dag)
    if formaat == "docx":
        sjabloon = profiel.sjabloon.inhoud if profiel.sjabloon else None
        peildatum = jaarkalender.peildatum
        lever_bestand(lambda: stuk_docx(vergaderstuk(gevonden), peildatum, sjabloon), formaat, uit)
        return
    weergave = toon_vergadering(gevonden)
    lever(replace(weergave, md=lambda: stuk_md(vergaderstuk(gevonden))), formaat, uit)


def _dag(datum: str | None) -> date | None:
    if datum is None:
        return None
    try:
        return date.fromisoformat(datum)
    except ValueError:
        raise Gebruiksfout(f"--datum: «{datum}» is geen datum zoals 2027-01-14.") from None


def _gremium(profiel: Profiel, gevraagd: str) -> Gremium:
    """The body with this code or name."""
    from regels.taal import bedoelde_u, opsomming

    gezocht = gevraagd.strip().casefold()
    for gremium in profiel.gremia:
        namen = (gremium.code, gremium.naam, *gremium.ook_genoemd)
        if gezocht in (naam.casefold() for naam in namen):
            return gremium
    kies = f"kies uit {opsomming(profiel.gremium)}." if profiel.gremia else "er zijn er geen."
    hulp = bedoelde_u(gevraagd, profiel.gremium) or kies
    raise Gebruiksfout(f"Geen overleg heeft de code «{gevraagd}»; {hulp}")
