"""`agenda exporteer`: the agenda in the forms that leave the house."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - Typer reads it when it runs
from typing import TYPE_CHECKING, Annotated

import typer

from cli.kies import lees_dag
from cli.nederlands import Gebruiksfout
from cli.opties import HIER, Debug, Dossiermap, Themas
from cli.volger import toon_voortgang
from regels.taal import bedoelde_u, opsomming, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from agenda.exporteren import Gemaakt
    from agenda.stuk.opstellen import OnbekendDeel

Vormen = Annotated[
    str | None,
    typer.Option(
        "--als",
        metavar="VORMEN",
        help="Welke vormen, met komma's ertussen. Ook mail, algoritmeregister en woo kunnen.",
        show_default="alle stukken",
    ),
]
"""Which exports a command makes; `lees_vormen` reads it."""
_Vormen = Annotated[
    str | None,
    typer.Option(
        "--als",
        metavar="VORMEN",
        help="Welke vormen, met komma's ertussen. Ook mail, algoritmeregister, woo en evaluatie"
        " kunnen.",
        show_default="alle stukken",
    ),
]


def exporteer(
    dossier: Dossiermap = HIER,
    als: _Vormen = None,
    deel: Annotated[
        str | None,
        typer.Option(
            metavar="DEEL",
            help="Maak alleen dit deel van het stuk: oplegger, ranglijst, motivering en meer.",
            show_default="het hele stuk",
        ),
    ] = None,
    op: Annotated[
        str | None,
        typer.Option(
            "--op", metavar="DATUM", help="Van een besluit: de dag waarover de voortgang gaat."
        ),
    ] = None,
    naar: Annotated[Path, typer.Option(metavar="MAP", help="Map voor de bestanden.")] = HIER,
    vervang: Annotated[
        bool,
        typer.Option("--vervang", help="Schrijf ook over bestanden die een ander heeft veranderd."),
    ] = False,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Write the agenda in every form."""
    from agenda.exporteren import EVALUATIE
    from agenda.opslag.export import schrijf_export

    vormen = lees_vormen(als, met_evaluatie=True) if deel is None else lees_deelvormen(deel, als)
    dag = None if op is None else lees_dag("--op", op)
    bestanden = _evaluatie(dossier, themas, dag) if EVALUATIE in vormen else {}
    niet: dict[str, str] = {}
    if gewoon := [vorm for vorm in vormen if vorm != EVALUATIE]:
        gemaakt = _maak(dossier, themas, gewoon, deel, dag).eis(alles=als is not None)
        bestanden, niet = bestanden | gemaakt.bestanden, gemaakt.niet
    schrijf_export(naar, bestanden, vervang=vervang)
    typer.echo(f"Gemaakt in {zichtbaar(str(naar))}: {opsomming(bestanden, 'en')}.", err=True)
    zeg_wat_niet(niet)


def _evaluatie(dossier: Path, themas: Path | None, dag: date | None) -> dict[str, bytes]:
    """The evaluation of what was adopted."""
    from agenda.exporteren import maak_evaluatie
    from agenda.volgen import lees_voortgang, volg_agenda

    gevolgd = volg_agenda(dossier, themas, toon_voortgang)
    return maak_evaluatie(lees_voortgang(gevolgd, dag).agenda)


def _maak(
    dossier: Path, themas: Path | None, vormen: list[str], deel: str | None, dag: date | None
) -> Gemaakt:
    """The agenda, or one part of its document, in each form; of a decision with its progress."""
    from agenda.exporteren import maak_bestanden, maak_deel
    from agenda.registers.lezen import lees_register
    from agenda.stuk.opstellen import OnbekendDeel
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.volgen import Gevolgd, met_voortgang
    from cli.lezen import lees

    gelezen, ranglijst = lees(dossier, themas)
    agenda = Jaaragenda(ranglijst, gelezen.besluit)
    if gelezen.besluit:
        agenda = met_voortgang(Gevolgd.van(agenda, dossier), dag)
    elif dag is not None and vormen:
        raise Gebruiksfout("--op hoort bij een besluit. Noem de map ervan, in besluiten.")
    if not ranglijst.alle:
        meer = ranglijst.profiel.woorden.onderwerp.meer
        typer.echo(f"Let op: er staan nog geen {meer} in dit dossier.", err=True)
    if deel is None:
        register = lees_register(gelezen.map_, gelezen.profielmap)
        return maak_bestanden(agenda, vormen, toon_voortgang, register)
    try:
        return maak_deel(agenda, deel, vormen)
    except OnbekendDeel as fout:
        raise _geen_deel(fout) from None


def zeg_wat_niet(waarom: Mapping[str, str]) -> None:
    """Say which forms could not be made, when nobody asked for these in particular."""
    from agenda.weergave.ontbreekt import niet_gemaakt_zinnen

    for zin in niet_gemaakt_zinnen(waarom):
        typer.echo(zin, err=True)


def lees_vormen(als: str | None, *, met_evaluatie: bool = False) -> list[str]:
    """The names of forms in a list with commas; each once, in the order of the program."""
    from agenda.exporteren import EVALUATIE, MAIL, REGISTERS, VORMEN

    evaluatie = (EVALUATIE,) if met_evaluatie else ()
    return list(VORMEN) if als is None else _kies(als, (*VORMEN, MAIL, *REGISTERS, *evaluatie))


def lees_deelvormen(deel: str, als: str | None) -> list[str]:
    """The same for a part of the document: the forms in which it can be made alone."""
    from agenda.exporteren import DEELVORMEN, MAIL
    from agenda.stuk.opstellen import OPLEGGER

    vormen = tuple(vorm for vorm in DEELVORMEN if deel == OPLEGGER or vorm != MAIL)
    return list(vormen) if als is None else _kies(als, vormen, f" van het deel {zichtbaar(deel)}")


def _geen_deel(fout: OnbekendDeel) -> Gebruiksfout:
    """That the document has no such part, with those that it has."""
    hulp = bedoelde_u(fout.deel, fout.bekend)
    zin = (
        f"--deel: «{zichtbaar(fout.deel)}» is geen deel van dit stuk{f'; {hulp}' if hulp else '.'}"
    )
    return Gebruiksfout(f"{zin} Kies uit {opsomming(fout.bekend)}.")


def _kies(als: str, bekend: tuple[str, ...], waarvan: str = "") -> list[str]:
    gevraagd = [naam.strip() for naam in als.split(",") if naam.strip()]
    fouten = [
        f"--als: «{naam}» is geen vorm{waarvan}"
        f"{f'; {hulp}' if (hulp := bedoelde_u(naam, bekend)) else '.'}"
        for naam in gevraagd
        if naam not in bekend
    ]
    if fouten or not gevraagd:
        fouten = fouten or ["--als: er staat geen vorm."]
        raise Gebruiksfout(" ".join([*fouten, f"Kies uit {opsomming(bekend)}."]))
    return [naam for naam in bekend if naam in gevraagd]
