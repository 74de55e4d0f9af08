"""Draw up the document: the cover, then the chapters in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.voortgang import stil
from agenda.weergave.ranglijst import agenda_van
from agenda.weergave.stuk.blokken import Alinea, Deel, Stuk
from agenda.weergave.stuk.lijsten import (
    dekking_tabel,
    niet_toegelaten_tabel,
    onbeslist_tabel,
    ranglijst_deel,
    stevigheid_tabel,
)
from agenda.weergave.stuk.motivering import motivering, motivering_zonder_plaats
from agenda.weergave.stuk.verantwoording import verantwoording
from agenda.weergave.stuk.voorin import omslag, samenvatting

if TYPE_CHECKING:
    from agenda.jaaragenda import Jaaragenda
    from agenda.voortgang import Volger


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
            Deel(
                "motivering",
                "Motivering per onderwerp",
                (Alinea("De onderwerpen staan in de volgorde van de ranglijst."),),
                tuple(motivering(agenda, vastgesteld) for vastgesteld in motiveringen),
                nieuwe_pagina=True,
            ),
            Deel(
                "onbeslist",
                "Onbeslist: dit moeten we nog weten",
                (onbeslist_tabel(agenda),),
                tuple(motivering_zonder_plaats(agenda, b) for b in ranglijst.onbeslist),
                nieuwe_pagina=True,
            ),
            Deel(
                "niet-toegelaten",
                "Niet toegelaten: dit past niet bij de regels",
                (niet_toegelaten_tabel(agenda),),
                tuple(motivering_zonder_plaats(agenda, b) for b in ranglijst.niet_toegelaten),
                nieuwe_pagina=True,
            ),
            Deel(
                "dekking",
                "Wat de voorstellen krijgen",
                (dekking_tabel(agenda),),
                nieuwe_pagina=True,
            ),
            Deel(
                "stevigheid",
                "Hoe stevig is de volgorde?",
                (
                    Alinea(
                        "De gewichten van de criteria zijn een keuze. Deze tabel laat zien welke"
                        " plaats elk onderwerp krijgt als die keuze anders uitvalt."
                    ),
                    stevigheid_tabel(agenda),
                ),
                nieuwe_pagina=True,
            ),
            verantwoording(agenda),
        ),
    )
