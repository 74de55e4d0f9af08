"""`agenda vaststellen`: freeze the agenda that a body adopted."""

from __future__ import annotations

import re
from pathlib import Path  # noqa: TC003 - Typer reads it when it runs
from typing import TYPE_CHECKING, Annotated

import typer

from agenda.kennis.bevoegd import genoemde_gremia
from agenda.opslag.besluitmap import is_besluitmap
from cli.exporteer import Vormen, lees_vormen, zeg_wat_niet
from cli.kies import lees_dag, wie_wel
from cli.nederlands import Gebruiksfout
from cli.opties import HIER, Debug, Themas
from cli.volger import toon_voortgang
from regels.taal import opsomming, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from agenda.kennis.profiel import Profiel
    from agenda.rangorde.besluit import Afwijking, Besluit
    from agenda.uitleg.jaaragenda import Jaaragenda

_MAX = 300
_MAX_REDEN = 2_000
_VOORBEELD = 'zoals code:3:"De reden"'


def vaststellen(
    dossier: Annotated[
        Path,
        typer.Argument(
            metavar="DOSSIER",
            help="Map met dossier.yaml en het bestand met onderwerpen.",
            show_default="de huidige map",
        ),
    ] = HIER,
    door: Annotated[
        str,
        typer.Option(
            "--door",
            metavar="NAAM",
            help="Verplicht. Het orgaan dat besluit, geen persoon.",
        ),
    ] = "",
    datum: Annotated[
        str,
        typer.Option("--datum", metavar="JJJJ-MM-DD", help="Verplicht. De dag van het besluit."),
    ] = "",
    afwijking: Annotated[
        list[str] | None,
        typer.Option(
            "--afwijking",
            metavar="CODE:PLAATS:REDEN",
            help="Een andere plaats dan berekend, met de reden. Mag vaker.",
        ),
    ] = None,
    vorig: Annotated[
        Path | None,
        typer.Option(
            "--vorig",
            metavar="BESLUIT",
            help="Map van het vorige besluit, als dat niet in dit dossier staat.",
        ),
    ] = None,
    als: Vormen = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Freeze the agenda of a dossier in a folder of its own."""
    from agenda.registers.lezen import lees_register
    from agenda.registers.mdto import NOG_TE_BEPALEN, ontbreekt_voor_archief
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.vaststellen import stel_agenda_vast, vorig_bewijs, weiger_tweede_keer
    from agenda.weergave.besluit import bewijs_zinnen
    from cli.lezen import lees

    vormen = lees_vormen(als)
    besluit, fouten = besluit_uit(door, datum, afwijking or ())
    if fouten and not besluit.afwijkingen:
        raise Gebruiksfout(" ".join(fouten))
    doel = weiger_tweede_keer(dossier, besluit)
    gelezen, ranglijst = lees(dossier, themas)
    agenda = Jaaragenda(ranglijst, besluit)
    fouten += [*_onbevoegd(besluit.door, ranglijst.profiel), *_onmogelijk(agenda)]
    if vorig is not None and not is_besluitmap(vorig):
        fouten.append(f"--vorig: «{vorig}» is geen map van een besluit.")
    if fouten:
        raise Gebruiksfout(" ".join(fouten))
    register = lees_register(gelezen.map_, gelezen.profielmap)
    instellingen = gelezen.dossier.instellingen
    genoemd = gelezen.map_ / instellingen.vorig_besluit if instellingen.vorig_besluit else None
    vorige = vorig_bewijs(doel, vorig or genoemd)
    alles = als is not None
    gemaakt = stel_agenda_vast(
        agenda, gelezen, register, doel, vormen, toon_voortgang, vorige, alles=alles
    )
    typer.echo(
        f"Vastgelegd in {zichtbaar(str(doel))}: {gemaakt.aantal} bestanden, alleen-lezen.", err=True
    )
    typer.echo("\n".join(bewijs_zinnen(gemaakt.bewijs)), err=True)
    zeg_wat_niet(gemaakt.niet)
    for zin in _onbekend_orgaan(besluit.door, ranglijst.profiel):
        typer.echo(f"Let op: {zin}", err=True)
    jaar = instellingen.jaar
    if abs(besluit.datum.year - jaar) > 1:
        zin = f"{besluit.datum.isoformat()} ligt ver van het agendajaar {jaar}. Klopt de datum?"
        typer.echo(f"Let op: {zin}", err=True)
    ontbreekt = ontbreekt_voor_archief(register.register.archief)
    if ontbreekt:
        typer.echo(
            f"Let op: in mdto.xml staat «{NOG_TE_BEPALEN}» bij {opsomming(ontbreekt, 'en')}."
            f" Vul dit in register.yaml in, onder archief, voor u een volgend besluit vastlegt.",
            err=True,
        )


def besluit_uit(door: str, datum: str, afwijkingen: Sequence[str]) -> tuple[Besluit, list[str]]:
    """What was decided, from the words of the user, and everything that is wrong with them.

    Returns:
        The decision, with every deviation that is well formed; the day is the first there is when
        the user gave none.
    """
    from agenda.rangorde.besluit import Besluit
    from regels.lezen.tekst import schone_tekst

    wie = schone_tekst(door)
    fouten = []
    if not wie:
        fouten.append(
            "--door ontbreekt. Noem het orgaan dat besluit, zoals het in het profiel heet."
        )
    elif verwacht := _geen_regel(wie, _MAX):
        fouten.append(f"--door: verwacht {verwacht}.")
    dag = _datum(datum, fouten)
    gelezen = [_afwijking(getypt, fouten) for getypt in afwijkingen]
    return Besluit(wie, dag, tuple(a for a in gelezen if a)), fouten


def _onbevoegd(door: str, profiel: Profiel) -> Iterator[str]:
    """Why this body may not adopt the agenda: the region's own rules say who may."""
    genoemd = genoemde_gremia(door, profiel)
    if genoemd.beslissen_niet and not (genoemd.beslissen or genoemd.anders):
        wie = opsomming((f"«{g.naam}»" for g in genoemd.beslissen_niet), "en")
        yield f"--door: {wie} mag niet beslissen. {wie_wel(profiel)}"


def _onbekend_orgaan(door: str, profiel: Profiel) -> Iterator[str]:
    genoemd = genoemde_gremia(door, profiel)
    if profiel.gremia and not any(genoemd):
        yield f"«{door}» staat niet bij de gremia van het profiel. {wie_wel(profiel)}"
    elif genoemd.anders and not genoemd.beslissen:
        wie = opsomming((f"«{g.naam}»" for g in genoemd.anders), "en")
        yield f"{wie} heeft in de route van het profiel een andere rol. {wie_wel(profiel)}"


def _onmogelijk(agenda: Jaaragenda) -> list[str]:
    """What is wrong with the places that topics should get; nothing is written yet."""
    from agenda.rangorde.besluit import OnmogelijkeAfwijkingen

    try:
        _ = agenda.volgorde
    except OnmogelijkeAfwijkingen as fout:
        return [
            f"--afwijking «{a.code}:{a.plaats}»: {reden}{'' if reden.endswith('?') else '.'}"
            for a, reden in fout.fouten
        ]
    return []


def _geen_regel(tekst: str, hoogstens: int) -> str:
    """What was expected of a text; empty when it is one line of text."""
    from regels.lezen.tekst import geen_tekst

    if len(tekst) > hoogstens or re.search("[\n\t\u2028\u2029]", tekst):
        return f"1 tot {hoogstens} tekens op één regel"
    return geen_tekst(tekst)


def _datum(datum: str, fouten: list[str]) -> date:
    from datetime import date

    if not datum:
        fouten.append("--datum ontbreekt. Geef de dag van het besluit, zoals 2027-01-31.")
        return date.min
    try:
        return lees_dag("--datum", datum)
    except Gebruiksfout as fout:
        fouten.append(fout.message)
        return date.min


def _afwijking(getypt: str, fouten: list[str]) -> Afwijking | None:
    from agenda.rangorde.besluit import Afwijking
    from regels.lezen.tekst import schone_tekst

    code, teken, rest = getypt.partition(":")
    plaats, tweede, ruw = rest.partition(":")
    code, plaats, reden = code.strip(), plaats.strip(), _zonder_aanhaling(schone_tekst(ruw))
    kop = f"--afwijking «{getypt}»:"
    eerder = len(fouten)
    if not teken or not code:
        fouten.append(f"{kop} schrijf code, plaats en reden met dubbele punten, {_VOORBEELD}.")
        return None
    if not re.fullmatch("[0-9]{1,6}", plaats) or int(plaats) < 1:
        fouten.append(f"{kop} «{plaats}» is geen plaats. Schrijf een getal vanaf 1, {_VOORBEELD}.")
    if not tweede or not reden:
        fouten.append(f"{kop} de reden ontbreekt. Zet haar achter de plaats, {_VOORBEELD}.")
    elif verwacht := _geen_regel(reden, _MAX_REDEN):
        fouten.append(f"{kop} verwacht als reden {verwacht}.")
    return None if len(fouten) > eerder else Afwijking(code, int(plaats), reden)


def _zonder_aanhaling(reden: str) -> str:
    """A reason without the quotes round it that some shells leave: they are not part of it."""
    geheel = len(reden) > 1 and reden[0] == reden[-1] == '"'
    return reden[1:-1].strip() if geheel else reden
