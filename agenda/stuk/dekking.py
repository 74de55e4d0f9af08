"""Who has what proposals ask: a chapter of a document, and a document of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Deel, Stuk, noten_eronder
from agenda.stuk.verklaringen import herkomst_deel, verklaringen
from agenda.weergave.kop import agenda_van
from agenda.weergave.voortgang.dekking import dekking_tabellen
from agenda.weergave.voortgang.dekking_woorden import titel_van

if TYPE_CHECKING:
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.voortgang.dekking import Dekkingsoverzicht


def dekking_hoofdstuk(dekking: Dekkingsoverzicht) -> Deel:
    """The chapter: how many have each part, then who by proposal with the source, and targets."""
    eerste, *andere = dekking_tabellen(dekking, met_bron=True)
    delen = (
        Deel(f"dekking-{nummer}", tabel.titel, noten_eronder(tabel))
        for nummer, tabel in enumerate(andere, start=1)
    )
    return Deel("dekking-per-lid", titel_van(dekking), noten_eronder(eerste), tuple(delen))


def dekkingstuk(dekking: Dekkingsoverzicht, agenda: Jaaragenda) -> Stuk:
    """Who has what as a document of its own."""
    return Stuk(
        titel_van(dekking),
        agenda_van(agenda.ranglijst),
        tuple(verklaringen(agenda)),
        (
            dekking_hoofdstuk(dekking),
            herkomst_deel(agenda.ranglijst),
        ),
    )
