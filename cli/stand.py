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
from regels.taal import opsomming, zichtbaar

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.voortgang.gevolgd import GevolgdeAgenda


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
    voorstellen: Annotated[
        bool,
        typer.Option("--voorstellen", help="Toon wie heeft wat de voorstellen vragen."),
    ] = False,
    gemeente: Annotated[
        str | None,
        typer.Option(
            "--gemeente", metavar="GEMEENTE", help="Bij --voorstellen: toon alleen deze gemeente."
        ),
    ] = None,
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
    """Show how it stands with the topics that were adopted, or who has what proposals ask."""
    from agenda.volgen import lees_voortgang, maak_werkblad, volg_agenda
    from cli.volger import toon_voortgang

    dag = None if op is None else lees_dag("--op", op)
    keuzes = {
        "--werkblad": werkblad,
        "--voorstellen": voorstellen,
        "--werkgroepen": werkgroepen,
        "--termijnagenda": termijnagenda,
    }
    _eis_samenhang(formaat, gremium, gemeente, [naam for naam, aan in keuzes.items() if aan])
    if voorstellen:
        from cli.dekking import lever_dekking

        lever_dekking(dossier, dag, gemeente, formaat, uit, themas)
        return
    gevolgd = volg_agenda(dossier, themas, toon_voortgang)
    if werkblad:
        pad = maak_werkblad(gevolgd)
        opdracht = f"agenda stand {quote(str(dossier))}"
        zin = f"Gemaakt: {pad.name}, in de map van het dossier. Vul het in en doe dan: {opdracht}"
        zeg(zichtbaar(zin))
        return
    agenda = lees_voortgang(gevolgd, dag).agenda
    if later := agenda.stand.later:
        zeg(f"Let op: er is ook iets gemeld na {agenda.op}. Toon dat met: --op {later}")
    if werkgroepen:
        from cli.werkgroepen import lever_werkgroepen

        lever_werkgroepen(agenda, formaat, uit)
    elif termijnagenda:
        _lever_termijnagenda(agenda, gremium, formaat, uit)
    else:
        _lever(agenda, formaat, uit)


_ALLEEN_ALS_BLAD = (
    "De vorm {vorm} is er niet van de termijnagenda alleen. Kies csv voor een tabel om te filteren,"
    " of laat --termijnagenda weg: in xlsx is het een eigen blad."
)


def _eis_samenhang(
    formaat: str, gremium: str | None, gemeente: str | None, gekozen: list[str]
) -> None:
    """Choices that mean nothing together are refused."""
    if len(gekozen) > 1:
        raise Gebruiksfout(f"Kies er één: {opsomming(gekozen)}.")
    wat = gekozen[0] if gekozen else ""
    if gremium is not None and wat != "--termijnagenda":
        raise Gebruiksfout("Bij --gremium hoort --termijnagenda.")
    if gemeente is not None and wat != "--voorstellen":
        raise Gebruiksfout("Bij --gemeente hoort --voorstellen.")
    if wat == "--termijnagenda" and formaat in ("xlsx", "docx", "svg"):
        raise Gebruiksfout(_ALLEEN_ALS_BLAD.format(vorm=formaat))
    if wat == "--werkgroepen" and formaat in ("xlsx", "svg"):
        raise Gebruiksfout(f"De vorm {formaat} is er niet van de werkgroepen. Kies csv of docx.")


def _lever(agenda: GevolgdeAgenda, formaat: str, uit: Path | None) -> None:
    from agenda.weergave.voortgang.stand import toon_stand

    if formaat in ("xlsx", "docx"):
        lever_bestand(lambda: _bestand(agenda, formaat), formaat, uit)
        return
    lever(toon_stand(agenda), formaat, uit)


def _bestand(agenda: GevolgdeAgenda, formaat: str) -> bytes:
    if formaat == "xlsx":
        from agenda.stuk.vormen.excel.werkboek import stand_werkboek

        return stand_werkboek(agenda)
    from agenda.stuk.stand import standstuk
    from agenda.stuk.vormen.word.word import docx_van

    return docx_van(standstuk(agenda), agenda.ranglijst)


def _lever_termijnagenda(
    agenda: GevolgdeAgenda, gremium: str | None, formaat: str, uit: Path | None
) -> None:
    from agenda.voortgang.termijnagenda import termijnagenda
    from agenda.weergave.voortgang.termijnagenda import toon_termijnagenda

    stand = agenda.stand
    wie = None if gremium is None else kies_gremium(stand.profiel, gremium)
    lever(toon_termijnagenda(stand, termijnagenda(stand), wie), formaat, uit)
