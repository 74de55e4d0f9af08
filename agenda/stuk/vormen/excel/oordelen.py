"""The sheet with every answer of a municipality on a criterion, one a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.vormen.excel.werkblad import Blad, bladkolommen
from agenda.weergave.oordelen import OORDELENBLAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.rangorde.ranglijst import Ranglijst


def oordelen_bladen(lijst: Ranglijst) -> Iterator[Blad]:
    """Who says what, why, and where that comes from; no sheet where none of them speaks."""
    if not lijst.dossier.oordelen:
        return
    profiel, woorden = lijst.profiel, lijst.profiel.woorden
    titels = {onderwerp.code: onderwerp.titel for onderwerp in lijst.dossier.onderwerpen}
    criteria = {regel.code: regel.titel for regel in lijst.criteria}
    yield Blad(
        OORDELENBLAD,
        bladkolommen(
            *(("Code", 26), ("Titel", 40), (woorden.lid.kop, 22), ("Criterium", 24)),
            *(("Antwoord", 12), ("Onderbouwing", 60), ("Bron", 36), ("Lezing", 40)),
            ("Vindplaats", 36),
        ),
        tuple(
            (
                oordeel.onderwerp,
                titels[oordeel.onderwerp],
                profiel.lid[oordeel.gemeente].naam,
                criteria.get(oordeel.criterium, oordeel.criterium),
                oordeel.waarde,
                oordeel.onderbouwing,
                oordeel.bron,
                oordeel.lezing,
                oordeel.vindplaats,
            )
            for oordeel in lijst.dossier.oordelen
        ),
        vast=2,
    )
