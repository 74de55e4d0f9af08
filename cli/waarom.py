"""`agenda waarom`: why a topic stands where it stands, also beside another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.kies import kies_lid
from cli.lever import lever
from cli.lezen import lees_agenda
from cli.nederlands import Gebruiksfout
from cli.opties import HIER, Debug, Dossiermap, Formaatkeuze, Themas, Uit

if TYPE_CHECKING:
    from agenda.kennis.regio import Lid
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.uitleg import Uitleg


def waarom(
    code: Annotated[str, typer.Argument(metavar="CODE", help="De code van het onderwerp.")],
    dossier: Dossiermap = HIER,
    tegenover: Annotated[
        str | None,
        typer.Option(
            "--tegenover", metavar="CODE", help="Zet het onderwerp tegenover dit andere onderwerp."
        ),
    ] = None,
    gemeente: Annotated[
        str | None,
        typer.Option(
            "--gemeente",
            metavar="NAAM",
            help="Leg uit wat er geldt bij deze gemeente, en wat het haar kost.",
        ),
    ] = None,
    route: Annotated[
        bool, typer.Option("--route", help="Toon ook wie bespreekt en wie beslist.")
    ] = False,
    formaat: Formaatkeuze = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Explain one topic, or why it stands above or below another."""
    if tegenover == code:
        raise Gebruiksfout(f"«{code}» staat er twee keer. Kies twee onderwerpen.")
    _eis_volgorde(code, dossier)
    if tegenover is not None and gemeente is not None:
        raise Gebruiksfout("Kies één van --tegenover en --gemeente.")
    if route and (tegenover is not None or gemeente is not None):
        raise Gebruiksfout("--route gaat niet samen met --tegenover of --gemeente.")
    agenda = lees_agenda(dossier, themas)
    if tegenover is not None:
        agenda.ranglijst.eis_rangorde()
    uitleg = _uitleg(agenda, [code] if tegenover is None else [code, tegenover])
    if gemeente is not None:
        from agenda.weergave.uitleg.deelname import toon_deelname

        lever(toon_deelname(agenda, code, _lid(agenda, code, gemeente)), formaat, uit)
        return
    if tegenover is None:
        from agenda.weergave.uitleg.uitleg import toon_uitleg

        lever(toon_uitleg(agenda, code, met_route=route), formaat, uit)
        return
    from agenda.uitleg.paar import zet_tegenover
    from agenda.weergave.uitleg.paar import toon_paar

    een, ander = agenda.vastgesteld(code), agenda.vastgesteld(tegenover)
    besloten = (een, ander) if agenda.wijkt_af and een and ander else None
    lever(toon_paar(zet_tegenover(*uitleg), agenda.ranglijst, besloten), formaat, uit)


def _eis_volgorde(code: str, dossier: Path) -> None:
    """Whoever names the folder first, or forgets the code, is told how it goes."""
    from agenda.invoer.dossiermap import is_dossier

    if is_dossier(dossier) or not is_dossier(Path(code)):
        return
    onderwerp = "CODE" if dossier == HIER else str(dossier)
    raise Gebruiksfout(f"Noem eerst de code van een onderwerp: agenda waarom {onderwerp} {code}")


def _lid(agenda: Jaaragenda, code: str, genoemd: str) -> Lid:
    """The member with this name or code, where there is something to say of members."""
    from agenda.weergave.uitleg.kosten import kosten_van

    profiel = agenda.ranglijst.profiel
    deelt_in = any(i.over in ("lid", "deelname") for i in agenda.ranglijst.indelingen)
    if not deelt_in and kosten_van(agenda, code) is None:
        wie = profiel.woorden.lid.een
        raise Gebruiksfout(f"Het profiel {profiel.regio.code} deelt niets in per {wie}.")
    return kies_lid(profiel, genoemd)


def _uitleg(agenda: Jaaragenda, codes: list[str]) -> list[Uitleg]:
    """The reasoning for each of these topics; all codes that no topic has are told together."""
    from agenda.rangorde.ranglijst import OnbekendOnderwerp
    from agenda.weergave.woorden import onbekend_onderwerp

    gevonden, fouten = [], []
    for code in codes:
        try:
            gevonden.append(agenda.uitleg(code))
        except OnbekendOnderwerp as fout:
            fouten.append(onbekend_onderwerp(fout))
    if fouten:
        raise Gebruiksfout(" ".join(fouten))
    return gevonden
