"""What is classified in the memo: how many, which, and what does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.feiten.boek import JAAR
from agenda.stuk.oplegger.zinnen import genoemde
from agenda.weergave.indeling.tabellen import over_tekst
from agenda.weergave.indeling.woorden import herkenbaar, uitkomst_in_zin
from agenda.weergave.woorden import hoogstens_tekst
from regels.eigen_uitkomsten import ONBEKEND
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.feiten.boek import Waarover
    from agenda.uitleg.jaaragenda import Jaaragenda

MAX_TITELS = 5
"""So many topics with one outcome are named; more of them only in the list itself."""


def indeling_punten(agenda: Jaaragenda) -> Iterator[str]:
    """What is classified in short, a sentence per classification, and every check that fails."""
    if not agenda.deelt_in:
        return
    overzicht = agenda.overzicht
    for nummer, indeling in enumerate(overzicht.over("onderwerp")):
        titels: dict[str, list[str]] = {}
        for deel in overzicht.onderwerpen:
            uitkomst = deel.uitkomsten[nummer].uitkomst
            titels.setdefault(uitkomst, []).append(deel.onderwerp.titel)
        delen = [
            _geteld(herkenbaar(uitkomst_in_zin(indeling, uitkomst)), titels[uitkomst])
            for uitkomst in (*indeling.waarden, ONBEKEND)
            if uitkomst in titels
        ]
        if delen:
            yield f"{indeling.naam}: {opsomming(delen, 'en')}."
    mis: dict[str, list[Waarover]] = {}
    for controle in overzicht.controles:
        if controle.oordeel.uitkomst == "nee":
            mis.setdefault(controle.zin, []).append(controle.over)
    for zin, waarover in mis.items():
        waarbij = hoogstens_tekst([over_tekst(o, op_titel=True) for o in waarover if o != JAAR])
        yield f"{zin.removesuffix('.')}: {waarbij}." if waarbij else zin


def _geteld(uitkomst: str, titels: Sequence[str]) -> str:
    """How many have an outcome, and which when they are few: «1 lokaal (‘Huishoudhulp’)»."""
    welke = f" ({genoemde(titels)})" if len(titels) <= MAX_TITELS else ""
    return f"{len(titels)} {uitkomst}{welke}"
