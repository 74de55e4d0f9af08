"""`agenda waarom`: why a topic stands where it stands, also beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.lever import lever
from cli.lezen import lees_agenda
from cli.nederlands import Gebruiksfout
from cli.opties import HIER, Debug, Dossiermap, Themas, Uit, Vorm

if TYPE_CHECKING:
    from agenda.ranglijst import Ranglijst
    from agenda.uitleg import Uitleg


def waarom(
    code: Annotated[str, typer.Argument(metavar="CODE", help="De code van het onderwerp.")],
    dossier: Dossiermap = HIER,
    tegenover: Annotated[
        str | None,
        typer.Option(
            "--tegenover", metavar="CODE", help="Zet het onderwerp tegenover dit andere onderwerp."
        ),
    ] = None,
    formaat: Vorm = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Explain one topic, or why it stands above or below another."""
    if tegenover == code:
        raise Gebruiksfout(f"«{code}» staat er twee keer. Kies twee onderwerpen.")
    agenda = lees_agenda(dossier, themas)
    ranglijst = agenda.ranglijst
    if tegenover is None:
        from agenda.weergave.uitleg import toon_uitleg

        (uitleg,) = _uitleg(ranglijst, code)
        lever(toon_uitleg(uitleg, ranglijst, agenda.vastgesteld(code)), formaat, uit)
        return
    from agenda.paar import Paar
    from agenda.weergave.paar import toon_paar

    paar = Paar(*_uitleg(ranglijst, code, tegenover))
    lever(toon_paar(paar, ranglijst), formaat, uit)


def _uitleg(ranglijst: Ranglijst, *codes: str) -> list[Uitleg]:
    """The reasoning for each of these topics; all codes that no topic has are told together."""
    from agenda.ranglijst import OnbekendOnderwerp
    from agenda.uitleg import leg_uit
    from agenda.weergave.woorden import onbekend_onderwerp

    gevonden, fouten = [], []
    for code in codes:
        try:
            gevonden.append(leg_uit(ranglijst, code))
        except OnbekendOnderwerp as fout:
            fouten.append(onbekend_onderwerp(fout))
    if fouten:
        raise Gebruiksfout(" ".join(fouten))
    return gevonden
