"""The commands of `agenda`: each reads, calls one use case and renders."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from cli import exporteer, vaststellen, vergelijk
from cli.lezen import lees_agenda, lees_ranglijst
from cli.nederlands import Gebruiksfout, Opdracht, Opdrachtgroep
from cli.opties import (
    HIER,
    MAX_TOP,
    Debug,
    Dossiermap,
    Formaat,
    Graafformaat,
    Robuustformaat,
    Themas,
    Uit,
    Vorm,
)
from cli.uitgang import lever
from cli.voortgang import toon_voortgang

if TYPE_CHECKING:
    from agenda.jaaragenda import Jaaragenda
    from agenda.uitleg import Uitleg

app = typer.Typer(
    cls=Opdrachtgroep,
    rich_markup_mode=None,
    add_completion=False,
    help="Bepaal open en herhaalbaar waar de regio dit jaar met voorrang aan werkt.",
)


@app.command(cls=Opdracht, help="Maak een nieuw dossier met een Excel-sjabloon.")
def nieuw(
    jaar: Annotated[int, typer.Argument(metavar="JAAR", min=2000, max=2100, help="Agendajaar.")],
    map_: Annotated[
        Path | None,
        typer.Argument(metavar="MAP", help="De nieuwe map.", show_default="het jaar"),
    ] = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Make a dossier folder."""
    from agenda.bestanden.nieuw import maak_dossier

    doel = map_ or Path(str(jaar))
    maak_dossier(doel, jaar, themas)
    opdracht = f"agenda controleer {quote(str(doel))}"
    if themas is not None:
        opdracht += f" --themas {quote(str(themas))}"
    typer.echo(f"Gemaakt: {doel}. Vul onderwerpen.xlsx in en doe dan: {opdracht}", err=True)


@app.command(cls=Opdracht, help="Controleer alle invoer en toon alle fouten in één keer.")
def controleer(
    dossier: Dossiermap = HIER,
    formaat: Vorm = Formaat.TABEL,
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Check a dossier; errors are told on stderr too, and give exit code 3."""
    from agenda.bestanden.dossier import controleer_dossier
    from agenda.weergave.controle import toon_controle

    controle = controleer_dossier(dossier, themas, toon_voortgang)
    if controle.fout is None:
        lever(toon_controle(controle), formaat.value, uit)
        return
    if formaat is not Formaat.TABEL:
        lever(toon_controle(controle), formaat.value, None)
    raise controle.fout


@app.command(cls=Opdracht, help="Toon de ranglijst, wat onbeslist is en wat niet is toegelaten.")
def prioriteer(
    dossier: Dossiermap = HIER,
    formaat: Vorm = Formaat.TABEL,
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Rank the topics of a dossier."""
    from agenda.weergave.ranglijst import toon_ranglijst

    lever(toon_ranglijst(lees_agenda(dossier, themas)), formaat.value, uit)


@app.command(cls=Opdracht, help="Leg uit waarom een onderwerp wel of niet op de ranglijst staat.")
def waarom(
    code: Annotated[str, typer.Argument(metavar="CODE", help="De code van het onderwerp.")],
    dossier: Dossiermap = HIER,
    tegenover: Annotated[
        str | None,
        typer.Option(
            "--tegenover", metavar="CODE", help="Zet het onderwerp tegenover dit andere onderwerp."
        ),
    ] = None,
    formaat: Vorm = Formaat.TABEL,
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Explain one topic, or why it stands above or below another."""
    if tegenover == code:
        raise Gebruiksfout(f"«{code}» staat er twee keer. Kies twee onderwerpen.")
    agenda = lees_agenda(dossier, themas)
    uitleg = _uitleg(agenda, [code] if tegenover is None else [code, tegenover])
    if tegenover is None:
        from agenda.weergave.uitleg import toon_uitleg

        lever(toon_uitleg(agenda, code), formaat.value, uit)
        return
    from agenda.paar import zet_tegenover
    from agenda.weergave.paar import toon_paar

    lever(toon_paar(zet_tegenover(*uitleg), agenda.ranglijst), formaat.value, uit)


@app.command(
    cls=Opdracht,
    help="Toon wat samenhangt: onderwerpen met voorstellen, en wat eerst moet.",
)
def samenhang(
    dossier: Dossiermap = HIER,
    onderwerp: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Toon alleen waar dit onderwerp aan vastzit."),
    ] = None,
    voorstel: Annotated[
        int | None,
        typer.Option(metavar="NR", help="Toon alleen waar dit voorstel aan vastzit."),
    ] = None,
    zonder: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Toon wat er omvalt als dit onderwerp wegvalt."),
    ] = None,
    formaat: Annotated[
        Graafformaat, typer.Option("--formaat", help="Vorm van de uitvoer.")
    ] = Graafformaat.TABEL,
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show how topics, proposals and prerequisites hang together."""
    from agenda.samenhang import Samenhang
    from agenda.weergave.uitsnede import kies

    if sum(keuze is not None for keuze in (onderwerp, voorstel, zonder)) > 1:
        raise Gebruiksfout("Kies één van --onderwerp, --voorstel en --zonder.")
    geheel = Samenhang(lees_ranglijst(dossier, themas))
    lever(kies(geheel, onderwerp, voorstel, zonder), formaat.value, uit)


@app.command(cls=Opdracht, help="Toon hoeveel er van de gewichten afhangt.")
def gewichten(
    dossier: Dossiermap = HIER,
    stel: Annotated[
        list[str] | None,
        typer.Option(
            "--stel",
            metavar="CRITERIUM=GEWICHT",
            help="Een ander gewicht, zoals veiligheid=3. Mag vaker.",
        ),
    ] = None,
    top: Annotated[
        int, typer.Option("--top", min=1, help="Hoeveel plaatsen gelijk moeten blijven.")
    ] = 10,
    formaat: Vorm = Formaat.TABEL,
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show the ranking with other weights, and how far each weight can move."""
    from agenda.gewichten import beproef
    from agenda.weergave.gewichten import toon_gewichten
    from cli.stel import lees_stel

    ranglijst = lees_ranglijst(dossier, themas)
    andere = lees_stel(stel or (), ranglijst.gewichten)
    lever(toon_gewichten(beproef(ranglijst, andere, top)), formaat.value, uit)


@app.command(cls=Opdracht, help="Toon hoe stevig de volgorde is als de gewichten anders zijn.")
def robuust(
    dossier: Dossiermap = HIER,
    top: Annotated[
        int, typer.Option("--top", min=1, max=MAX_TOP, help="Zo veel plaatsen telt de top.")
    ] = 10,
    formaat: Annotated[
        Robuustformaat, typer.Option("--formaat", help="Vorm van de uitvoer.")
    ] = Robuustformaat.TABEL,
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show the place of every topic over all weightings."""
    from agenda.robuust.robuustheid import onderzoek
    from agenda.weergave.robuust import toon_robuust

    lever(toon_robuust(onderzoek(lees_ranglijst(dossier, themas), top)), formaat.value, uit)


vergelijk.meld_aan(app)


@app.command(cls=Opdracht, help="Toon elke regel als zin, met haar bron.")
def regels(
    dossier: Dossiermap = HIER,
    formaat: Vorm = Formaat.TABEL,
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show the rules of the profile of a dossier; outside a dossier, of the shipped profile."""
    from agenda.bestanden.dossier import lees_profiel_van
    from agenda.weergave.regels import toon_regels

    profiel, regelset = lees_profiel_van(dossier, themas)
    lever(toon_regels(regelset, profiel), formaat.value, uit)


def _uitleg(agenda: Jaaragenda, codes: list[str]) -> list[Uitleg]:
    """The reasoning for each of these topics; all codes that no topic has are told together."""
    from agenda.ranglijst import OnbekendOnderwerp

    gevonden, fouten = [], []
    for code in codes:
        try:
            gevonden.append(agenda.uitleg(code))
        except OnbekendOnderwerp as fout:
            hulp = fout.suggestie or "alle codes staan in: agenda prioriteer"
            fouten.append(f"Geen onderwerp heeft de code «{code}»; {hulp}")
    if fouten:
        raise Gebruiksfout(" ".join(fouten))
    return gevonden


exporteer.meld_aan(app)
vaststellen.meld_aan(app)
