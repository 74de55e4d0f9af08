"""`agenda gemeente`: the year of one municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.kies import kies_lid
from cli.lever import lever, lever_bestand
from cli.lezen import lees_agenda
from cli.opties import FORMAAT, HIER, Debug, Dossiermap, Formaat, Themas, Uit

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.jaar.gemeenteblad import Gemeenteblad


def gemeente(
    code: Annotated[
        str, typer.Argument(metavar="GEMEENTE", help="De code of de naam van de gemeente.")
    ],
    dossier: Dossiermap = HIER,
    formaat: Annotated[Literal[Formaat, "docx", "xlsx"], FORMAAT] = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show what one municipality brought in, says, pays and is asked."""
    from agenda.jaar.gemeenteblad import maak_gemeenteblad

    agenda = lees_agenda(dossier, themas)
    profiel = agenda.ranglijst.profiel
    profiel.eis_leden()
    blad = maak_gemeenteblad(agenda, kies_lid(profiel, code))
    if formaat in ("docx", "xlsx"):
        lever_bestand(lambda: _bestand(blad, formaat), formaat, uit)
        return
    _lever_tekst(blad, formaat, uit)


def _lever_tekst(blad: Gemeenteblad, formaat: str, uit: Path | None) -> None:
    from agenda.stuk.gemeenteblad import gemeentestuk
    from agenda.stuk.vormen.md import stuk_md
    from agenda.weergave.jaar.gemeenteblad import toon_gemeenteblad

    weergave = toon_gemeenteblad(blad)._replace(md=lambda: stuk_md(gemeentestuk(blad)))
    lever(weergave, formaat, uit)


def _bestand(blad: Gemeenteblad, formaat: str) -> bytes:
    if formaat == "xlsx":
        from agenda.stuk.vormen.excel.werkboek import gemeente_werkboek

        return gemeente_werkboek(blad)
    from agenda.stuk.gemeenteblad import gemeentestuk
    from agenda.stuk.vormen.word.word import docx_van

    return docx_van(gemeentestuk(blad), blad.agenda.ranglijst)
