"""`agenda stand`: how it stands with what was adopted."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.kies import kies_gremium, lees_dag
from cli.lever import lever, lever_bestand
from cli.nederlands import Gebruiksfout
from cli.opties import FORMAAT, HIER, Debug, Dossiermap, Formaat, Themas, Uit
from cli.stromen import zeg
from regels.taal import zichtbaar

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.voortgang.stand import Stand


def stand(
    dossier: Dossiermap = HIER,
    op: Annotated[
        str | None,
        typer.Option(
            "--op",
            metavar="DATUM",
            help="De dag waarover het gaat, zoals 2027-06-01; anders de peildatum, of de dag van"
            " het besluit als die later is.",
        ),
    ] = None,
    werkblad: Annotated[
        bool,
        typer.Option(
            "--werkblad", help="Maak stand.xlsx in het dossier, om de stand in op te schrijven."
        ),
    ] = False,
    termijnagenda: Annotated[
        bool,
        typer.Option("--termijnagenda", help="Toon wat wanneer te verwachten is, per overleg."),
    ] = False,
    gremium: Annotated[
        str | None,
        typer.Option(
            "--gremium", metavar="NAAM", help="Bij --termijnagenda: alleen van dit overleg."
        ),
    ] = None,
    werkgroepen: Annotated[
        bool,
        typer.Option(
            "--werkgroepen", help="Toon de werkgroepen: wie doet hoeveel, en wat ontbreekt."
        ),
    ] = False,
    formaat: Annotated[Literal[Formaat, "xlsx", "docx", "svg"], FORMAAT] = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show how it stands with the topics that were adopted."""
    from agenda.volgen import maak_werkblad, stand_van, volg_agenda
    from cli.volger import toon_voortgang

    dag = None if op is None else lees_dag("--op", op)
    _eis_samenhang(formaat, gremium, termijnagenda=termijnagenda, werkgroepen=werkgroepen)
    gevolgd = volg_agenda(dossier, themas, toon_voortgang)
    if werkblad:
        pad = maak_werkblad(gevolgd)
        zin = f"Gemaakt: {pad}. Vul het in en doe dan: agenda stand {quote(str(dossier))}"
        zeg(zichtbaar(zin))
        return
    if werkgroepen:
        from cli.werkgroepen import lever_werkgroepen  # most people ask for progress

        lever_werkgroepen(gevolgd, dag, formaat, uit)
        return
    gevonden = stand_van(gevolgd, dag)
    if later := gevonden.later:
        zeg(f"Let op: er is ook iets gemeld na {gevonden.op}. Toon dat met: --op {later}")
    if termijnagenda:
        _lever_termijnagenda(gevonden, gremium, formaat, uit)
    else:
        _lever(gevonden, formaat, uit)


def _eis_samenhang(
    formaat: str, gremium: str | None, *, termijnagenda: bool, werkgroepen: bool
) -> None:
    """Choices that mean nothing together are refused."""
    if termijnagenda and werkgroepen:
        raise Gebruiksfout("Kies --termijnagenda of --werkgroepen, niet allebei.")
    if werkgroepen and formaat in ("xlsx", "svg"):
        raise Gebruiksfout(f"De vorm {formaat} is er niet van de werkgroepen. Kies csv of docx.")
    if gremium is not None and not termijnagenda:
        raise Gebruiksfout("Bij --gremium hoort --termijnagenda.")
    if termijnagenda and formaat in ("xlsx", "docx", "svg"):
        raise Gebruiksfout(
            f"De vorm {formaat} is er niet van de termijnagenda alleen. Kies csv voor een tabel"
            " om te filteren, of laat --termijnagenda weg: in xlsx is het een eigen blad."
        )


def _lever(gevonden: Stand, formaat: str, uit: Path | None) -> None:
    from agenda.weergave.voortgang.stand import toon_stand

    if formaat in ("xlsx", "docx"):
        lever_bestand(lambda: _bestand(gevonden, formaat), formaat, uit)
        return
    lever(toon_stand(gevonden), formaat, uit)


def _bestand(gevonden: Stand, formaat: str) -> bytes:
    if formaat == "xlsx":
        from agenda.stuk.vormen.excel.werkboek import stand_werkboek

        return stand_werkboek(gevonden)
    from agenda.stuk.stand import standstuk
    from agenda.stuk.vormen.word.word import stuk_docx

    lijst = gevonden.agenda.ranglijst
    peildatum, sjabloon = lijst.dossier.instellingen.peildatum, lijst.profiel.sjabloon_inhoud
    return stuk_docx(standstuk(gevonden), peildatum, sjabloon)


def _lever_termijnagenda(
    gevonden: Stand, gremium: str | None, formaat: str, uit: Path | None
) -> None:
    from agenda.voortgang.termijnagenda import termijnagenda
    from agenda.weergave.voortgang.termijnagenda import toon_termijnagenda

    wie = None if gremium is None else kies_gremium(gevonden.profiel, gremium)
    lever(toon_termijnagenda(gevonden, termijnagenda(gevonden), wie), formaat, uit)
