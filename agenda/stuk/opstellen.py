"""Draw up the document: the cover, then the chapters in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Stuk
from agenda.stuk.indeling import indeling_hoofdstukken
from agenda.stuk.jaarplan import jaarplan_hoofdstuk
from agenda.stuk.lijsten import (
    dekking_tabel,
    niet_toegelaten_tabel,
    onbeslist_tabel,
    ranglijst_deel,
    stevigheid_tabel,
)
from agenda.stuk.motivering import motivering, motivering_zonder_plaats
from agenda.stuk.verantwoording import verantwoording
from agenda.stuk.voorin import omslag, samenvatting
from agenda.weergave.kop import agenda_van
from regels.volger import stil

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda
    from regels.volger import Volger


def stel_stuk_op(agenda: Jaaragenda, volg: Volger = stil) -> Stuk:
    """The whole document about one agenda.

    Args:
        agenda: the agenda.
        volg: shows progress.
    """
    ranglijst = agenda.ranglijst
    motiveringen = volg(agenda.volgorde, "Motiveringen schrijven", len(agenda.volgorde))
    return Stuk(
        agenda_van(ranglijst),
        "Ranglijst met motivering per onderwerp",
        omslag(agenda),
        (
            samenvatting(agenda),
            ranglijst_deel(agenda),
            *jaarplan_hoofdstuk(agenda),
            *indeling_hoofdstukken(agenda),
            _hoofdstuk(
                "motivering",
                "Motivering per onderwerp",
                Alinea("De onderwerpen staan in de volgorde van de ranglijst."),
                delen=(motivering(agenda, vastgesteld) for vastgesteld in motiveringen),
            ),
            _hoofdstuk(
                "onbeslist",
                "Onbeslist: dit moeten we nog weten",
                onbeslist_tabel(agenda),
                delen=(motivering_zonder_plaats(agenda, b) for b in ranglijst.onbeslist),
            ),
            _hoofdstuk(
                "niet-toegelaten",
                "Niet toegelaten: dit past niet bij de regels",
                niet_toegelaten_tabel(agenda),
                delen=(motivering_zonder_plaats(agenda, b) for b in ranglijst.niet_toegelaten),
            ),
            _hoofdstuk("dekking", "Wat de voorstellen krijgen", dekking_tabel(agenda)),
            _hoofdstuk(
                "stevigheid",
                "Hoe stevig is de volgorde?",
                Alinea(
                    "De gewichten van de criteria zijn een keuze. Deze tabel laat zien welke"
                    " plaats elk onderwerp krijgt als die keuze anders uitvalt."
                ),
                stevigheid_tabel(agenda),
            ),
            verantwoording(agenda),
        ),
    )


def _hoofdstuk(code: str, titel: str, *blokken: Blok, delen: Iterable[Deel] = ()) -> Deel:
    return Deel(code, titel, blokken, tuple(delen), nieuwe_pagina=True)
