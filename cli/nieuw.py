"""`agenda nieuw`: make the folder of a year, or that of a profile."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from agenda.opslag.rollen import GEMEENTENMAP
from cli.nederlands import Gebruiksfout
from cli.opties import Debug, Themas  # noqa: TC001 - Typer reads them when it runs
from regels.taal import opsomming, telling, zichtbaar


def nieuw(
    jaar: Annotated[
        int | None,
        typer.Argument(metavar="JAAR", min=2000, max=2100, help="Agendajaar.", show_default=False),
    ] = None,
    map_: Annotated[
        Path | None,
        typer.Argument(metavar="MAP", help="De nieuwe map.", show_default="het jaar"),
    ] = None,
    voor: Annotated[
        str | None,
        typer.Option("--voor", metavar="CODE", help="Voor welke regio: de code van haar profiel."),
    ] = None,
    vanaf: Annotated[
        Path | None,
        typer.Option(
            "--vanaf",
            metavar="OUD",
            help="Ga verder met een ouder jaar: de map van dat dossier, of van een besluit. Wat"
            " klaar of gestopt is, gaat niet mee.",
        ),
    ] = None,
    profiel: Annotated[
        Path | None,
        typer.Option(
            "--profiel",
            metavar="MAP",
            help="Maak geen dossier, maar een leeg profiel voor een eigen regio.",
        ),
    ] = None,
    per_gemeente: Annotated[
        bool,
        typer.Option(
            "--per-gemeente",
            help="Maak voor elke gemeente een eigen werkmap om in te vullen, ook bij een dossier"
            " dat er al is. Wat er al staat, blijft staan.",
        ),
    ] = False,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Make a dossier folder, workbooks for municipalities, or a profile folder."""
    if profiel is not None:
        if (jaar, map_, voor, vanaf, themas, per_gemeente) != (*[None] * 5, False):
            raise Gebruiksfout("Na --profiel MAP hoort niets anders: een profiel is van elk jaar.")
        zin = _maak_profiel(profiel)
    elif jaar is None:
        raise Gebruiksfout("JAAR ontbreekt. Verwacht: een heel getal vanaf 2000 tot en met 2100.")
    elif vanaf is not None:
        if voor is not None:
            raise Gebruiksfout("Na --vanaf hoort geen --voor: de regio is die van het oude jaar.")
        if per_gemeente:
            opdracht = f"agenda nieuw {jaar} {quote(str(map_ or jaar))}"
            raise Gebruiksfout(
                f"Doe dit in twee keer: {opdracht} --vanaf {quote(str(vanaf))}, en daarna"
                f" {opdracht} --per-gemeente."
            )
        zin = _ga_verder(map_ or Path(str(jaar)), jaar, vanaf, themas)
    elif per_gemeente:
        zin = _deel_uit(map_ or Path(str(jaar)), jaar, themas, voor)
    else:
        zin = _maak_dossier(map_ or Path(str(jaar)), jaar, themas, voor)
    typer.echo("\n".join(map(zichtbaar, zin.splitlines())), err=True)


def _maak_profiel(doel: Path) -> str:
    from agenda.nieuw import maak_profiel

    maak_profiel(doel)
    opdracht = f"agenda regels --themas {quote(str(doel))}"
    return f"Gemaakt: {doel}. Begin met {doel / 'LEESMIJ.md'}, en controleer met: {opdracht}"


def _maak_dossier(doel: Path, jaar: int, themas: Path | None, voor: str | None) -> str:
    from agenda.nieuw import maak_dossier

    maak_dossier(doel, jaar, themas, voor)
    opdracht = _met_themas(f"agenda controleer {quote(str(doel))}", themas)
    return f"Gemaakt: {doel}. Vul onderwerpen.xlsx in en doe dan: {opdracht}"


def _ga_verder(doel: Path, jaar: int, vanaf: Path, themas: Path | None) -> str:
    from agenda.vervolgen import vervolg
    from agenda.weergave.voortgang.vervolg import vervolg_zinnen
    from cli.volger import toon_voortgang

    gemaakt = vervolg(doel, jaar, vanaf, themas, toon_voortgang)
    opdracht = _met_themas(f"agenda controleer {quote(str(doel))}", themas)
    einde = f"Doe daarna: {opdracht}"
    if not gemaakt.leesbaar:
        einde = (
            f"Het profiel van nu neemt nog niet alles aan. Wat er moet veranderen, zegt: {opdracht}"
        )
    return "\n".join([f"Gemaakt: {doel}.", *vervolg_zinnen(gemaakt), einde])


def _met_themas(opdracht: str, themas: Path | None) -> str:
    return opdracht if themas is None else f"{opdracht} --themas {quote(str(themas))}"


def _deel_uit(doel: Path, jaar: int, themas: Path | None, voor: str | None) -> str:
    from agenda.uitdelen import deel_uit

    uit = deel_uit(doel, jaar, themas, voor)
    map_ = doel / GEMEENTENMAP
    zinnen = []
    if uit.gemaakt:
        aantal = f"{telling(len(uit.gemaakt), 'werkmap', 'werkmappen')} in {map_}"
        zinnen.append(f"Gemaakt: {aantal}. Laat {uit.wie} de eigen werkmap invullen.")
    else:
        zinnen.append(f"Niets gemaakt: in {map_} staan alle werkmappen al.")
    if uit.ingevuld:
        zinnen.append(f"Al ingevuld, en niet veranderd: {opsomming(uit.ingevuld, 'en')}.")
    if uit.leeg:
        zinnen.append(
            f"Stond er al, en nog leeg: {opsomming(uit.leeg, 'en')}. Haal weg wat u opnieuw wilt"
            " laten maken."
        )
    samen = f"agenda samenvoegen {quote(str(map_))} --naar {quote(str(doel))}"
    opdracht = _met_themas(samen, themas)
    return "\n".join((*zinnen, f"Alles binnen? Doe dan: {opdracht}"))
