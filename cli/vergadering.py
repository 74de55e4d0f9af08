"""`agenda vergadering`: the agenda of one meeting, or all meetings of the year."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - Typer reads it when it runs
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.kies import kies_gremium, lees_dag
from cli.lever import lever, lever_bestand, vorige_versie
from cli.lezen import lees_agenda
from cli.nederlands import Gebruiksfout
from cli.opties import FORMAAT, HIER, Debug, Dossiermap, Formaat, Themas, Uit

if TYPE_CHECKING:
    from datetime import date

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.vergadering import Vergaderagenda

_VAN_HET_JAAR = ("ics", "svg")


def vergadering(
    dossier: Dossiermap = HIER,
    gremium: Annotated[
        str | None,
        typer.Option(
            "--gremium",
            metavar="NAAM",
            help="Naam of code van het overleg; zonder deze keuze alle vergaderingen van het jaar.",
        ),
    ] = None,
    datum: Annotated[
        str | None,
        typer.Option(
            "--datum", metavar="DATUM", help="De dag, zoals 2027-01-14; anders de eerstvolgende."
        ),
    ] = None,
    formaat: Annotated[Literal[Formaat, "docx", "ics", "svg"], FORMAAT] = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show the agenda of one meeting, or all meetings of the year."""
    from agenda.jaar.jaarplan import agendakalender
    from agenda.jaar.vergadering import zoek_vergadering

    dag = None if datum is None else lees_dag("--datum", datum)
    _eis_samenhang(gremium, dag, formaat)
    jaarkalender = agendakalender(lees_agenda(dossier, themas))
    if gremium is None:
        _lever_jaar(jaarkalender, formaat, uit)
        return
    wie = kies_gremium(jaarkalender.profiel, gremium)
    _lever_een(zoek_vergadering(jaarkalender, wie, dag), formaat, uit)


def _eis_samenhang(gremium: str | None, dag: date | None, formaat: str) -> None:
    """Choices that mean nothing together are refused."""
    if gremium is None and dag is not None:
        raise Gebruiksfout("Bij --datum hoort --gremium.")
    if gremium is None and formaat == "docx":
        raise Gebruiksfout("De vorm docx is er van één vergadering. Zet erbij: --gremium CODE")
    if gremium is not None and formaat in _VAN_HET_JAAR:
        raise Gebruiksfout(f"De vorm {formaat} is er van het hele jaar. Laat --gremium weg.")


def _lever_jaar(jaarkalender: Jaarkalender, formaat: str, uit: Path | None) -> None:
    from agenda.weergave.jaar.kalender import toon_kalender

    lever(toon_kalender(jaarkalender, vorige_versie(formaat, uit)), formaat, uit)


def _lever_een(gevonden: Vergaderagenda, formaat: str, uit: Path | None) -> None:
    from agenda.stuk.vergadering import vergaderstuk
    from agenda.stuk.vormen.md import stuk_md
    from agenda.weergave.vergadering import toon_vergadering

    if formaat == "docx":
        from agenda.stuk.vormen.word.word import stuk_docx

        kalender = gevonden.jaarkalender
        inhoud, peildatum = kalender.profiel.sjabloon_inhoud, kalender.peildatum
        lever_bestand(lambda: stuk_docx(vergaderstuk(gevonden), peildatum, inhoud), formaat, uit)
        return
    weergave = toon_vergadering(gevonden)
    lever(weergave._replace(md=lambda: stuk_md(vergaderstuk(gevonden))), formaat, uit)
