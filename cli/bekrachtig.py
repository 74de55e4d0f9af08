"""`agenda bekrachtig`: record what one municipality decided on an adopted agenda."""

from __future__ import annotations

from functools import partial
from pathlib import Path  # noqa: TC003 - Typer reads it when it runs
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from agenda.opslag.besluitmap import BESLUITEN, besluitmap_om, is_besluitmap
from agenda.voortgang.bekrachtiging import UITKOMSTEN
from cli.kies import kies_beslisser, kies_lid, lees_dag, wie_wel
from cli.lever import eis_doel, lever
from cli.nederlands import Gebruiksfout
from cli.opties import HIER, Debug, Formaatkeuze, Uit
from regels.taal import bedoelde_u, opsomming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from agenda.bekrachtigen import Bijgeschreven, TeBekrachtigen
    from agenda.kennis.profiel import Profiel
    from agenda.voortgang.bekrachtiging import Bekrachtiging, Besluituitkomst

T = TypeVar("T")

_HOOGSTENS = 5
"""So many decisions are named in one sentence."""
_KIES = f"Kies uit {opsomming(UITKOMSTEN)}."


def bekrachtig(
    besluit: Annotated[
        Path,
        typer.Argument(
            metavar="BESLUIT",
            help="Map van het besluit, zoals 2027/besluiten/2027-01-15.",
            show_default="de huidige map",
        ),
    ] = HIER,
    gemeente: Annotated[
        str,
        typer.Option(
            "--gemeente",
            metavar="GEMEENTE",
            help="Verplicht. De code of de naam van de gemeente die besloot.",
        ),
    ] = "",
    orgaan: Annotated[
        str,
        typer.Option(
            "--orgaan",
            metavar="CODE",
            help="Verplicht. Het orgaan dat besloot, zoals het in het profiel heet.",
        ),
    ] = "",
    datum: Annotated[
        str,
        typer.Option("--datum", metavar="JJJJ-MM-DD", help="Verplicht. De dag van dat besluit."),
    ] = "",
    uitkomst: Annotated[
        str,
        typer.Option(
            "--uitkomst",
            metavar="UITKOMST",
            help=f"Verplicht. {_KIES}",
        ),
    ] = "",
    formaat: Formaatkeuze = "tabel",
    uit: Uit = None,
    debug: Debug = False,
) -> None:
    """Add a decision to the register beside the folder of an adopted agenda."""
    from agenda.bekrachtigen import bekrachtig_besluit, open_besluit
    from agenda.weergave.voortgang.bekrachtiging import toon_bekrachtiging

    _eis_besluit(besluit)
    te_doen = open_besluit(besluit)
    eis_doel(formaat, uit)
    te_doen.leeg.profiel.eis_leden()
    nieuw = _lees(te_doen.leeg.profiel, gemeente, orgaan, datum, uitkomst)
    gedaan = bekrachtig_besluit(te_doen, nieuw)
    _meld(te_doen, nieuw, gedaan)
    lever(toon_bekrachtiging(gedaan.register), formaat, uit)


def _eis_besluit(map_: Path) -> None:
    """Refuse what is no decision, and name the one that was meant."""
    if is_besluitmap(map_):
        return
    if om := besluitmap_om(map_):
        raise Gebruiksfout(
            f"«{map_}» is een deel van een besluit. Geef de map van het besluit: {om}"
        )
    try:
        gevonden = sorted(d for m in (map_, map_ / BESLUITEN) for d in m.glob("*"))
        besluiten = [str(deel) for deel in gevonden if is_besluitmap(deel)]
    except OSError:  # a name that no file can have
        besluiten = []
    if besluiten:
        hulp = f"Bedoelde u {opsomming(besluiten[-_HOOGSTENS:])}?"
    else:
        hulp = "Een besluit maakt u met: agenda vaststellen"
    raise Gebruiksfout(f"«{map_}» is geen map van een besluit. {hulp}")


def _lees(profiel: Profiel, gemeente: str, orgaan: str, datum: str, uitkomst: str) -> Bekrachtiging:
    """What was decided, from the words of the user.

    Raises:
        Gebruiksfout: with everything that is wrong with them.
    """
    from agenda.voortgang.bekrachtiging import Bekrachtiging

    fouten: list[str] = []

    def lees(keuze: str, getypt: str, lezer: Callable[[str], T], geef: str) -> T | None:
        try:
            if getypt.strip():
                return lezer(getypt)
            fouten.append(f"{keuze} ontbreekt. {geef}")
        except Gebruiksfout as fout:
            fouten.append(f"{keuze}: {fout.message.removeprefix(f'{keuze}: ')}")
        return None

    lid = lees("--gemeente", gemeente, partial(kies_lid, profiel), "Geef een code of een naam.")
    wie = lees("--orgaan", orgaan, partial(kies_beslisser, profiel), wie_wel(profiel))
    dag = lees("--datum", datum, partial(lees_dag, "--datum"), "Geef een dag, zoals 2027-01-31.")
    wat = lees("--uitkomst", uitkomst, _lees_uitkomst, _KIES)
    if lid is None or wie is None or dag is None or wat is None:
        raise Gebruiksfout(" ".join(fouten))
    return Bekrachtiging(lid.code, wie.code, dag, wat)


def _lees_uitkomst(getypt: str) -> Besluituitkomst:
    gevonden = next((u for u in UITKOMSTEN if u == getypt.strip().casefold()), None)
    if gevonden is None:
        from agenda.weergave.woorden import als_kop

        hulp = als_kop(bedoelde_u(getypt, UITKOMSTEN) or _KIES)
        raise Gebruiksfout(f"«{getypt}» is geen uitkomst. {hulp}")
    return gevonden


def _meld(besluit: TeBekrachtigen, nieuw: Bekrachtiging, gedaan: Bijgeschreven) -> None:
    """Say what was written, by what it can be recognised, and what someone may want to look at."""
    from agenda.weergave.voortgang.bekrachtiging import besluit_tekst, register_zinnen

    waar, wat = besluit.pad.name, besluit_tekst(nieuw, besluit.leeg.profiel)
    typer.echo(f"Bijgeschreven in {waar}: {wat}.", err=True)
    typer.echo("\n".join(register_zinnen(gedaan.register)), err=True)
    for zin in _let_op(besluit, nieuw, gedaan):
        typer.echo(f"Let op: {zin}", err=True)


def _let_op(besluit: TeBekrachtigen, nieuw: Bekrachtiging, gedaan: Bijgeschreven) -> Iterator[str]:
    """What may be a slip, or changes what counts for this member."""
    from agenda.voortgang.bekrachtiging import op_dag
    from agenda.weergave.voortgang.bekrachtiging import besluit_tekst

    assert nieuw.datum is not None  # noqa: S101 - it was just typed
    dag = besluit.dag
    if nieuw.datum < dag:
        yield f"dit is voor {dag.isoformat()}, de dag van het besluit zelf. Klopt de datum?"
    elif nieuw.datum.year - dag.year > 1:
        yield f"dit is lang na {dag.isoformat()}, de dag van het besluit zelf. Klopt de datum?"
    eerder, nu = (
        next(b for b in op_dag(alle, besluit.leeg.profiel) if b.gemeente == nieuw.gemeente)
        for alle in (gedaan.eerder, gedaan.register.bekrachtigingen)
    )
    if eerder.datum is None:
        return
    wat = besluit_tekst(eerder, besluit.leeg.profiel)
    if eerder == nieuw:
        yield "dit stond er al. Er staat nu twee keer hetzelfde."
    elif nu == eerder:
        yield f"er staat al een later besluit, en dat blijft gelden: {wat}."
    else:
        yield f"dit komt in de plaats van een eerder besluit: {wat}."
