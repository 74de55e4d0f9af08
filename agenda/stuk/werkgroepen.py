"""Who works on what: a chapter of the document, and a document of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Stuk, noten_eronder
from agenda.stuk.verklaringen import herkomst_deel, verklaringen
from agenda.weergave.getallen import dag
from agenda.weergave.kop import agenda_van
from agenda.weergave.voortgang.groepentabellen import werkgroepen_tabellen
from agenda.weergave.voortgang.werkgroepen import antwoord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.voortgang.werkgroepen import Werkgroepenoverzicht


def werkgroepen_hoofdstuk(overzicht: Werkgroepenoverzicht) -> Deel:
    """The chapter: the answer, then a part for each table."""
    blokken = (Alinea(antwoord(overzicht), nadruk=True),)
    titel = f"Wie werkt waaraan op {dag(overzicht.op)}?"
    return Deel("werkgroepen", titel, blokken, tuple(_delen(overzicht)))


def _delen(overzicht: Werkgroepenoverzicht) -> Iterator[Deel]:
    for nummer, tabel in enumerate(werkgroepen_tabellen(overzicht), start=1):
        # Without codes: paper is narrow, and each topic has a part of its own that gives its code.
        kaal = tabel.zonder("Code")
        yield Deel(f"werkgroepen-{nummer}", tabel.titel, noten_eronder(kaal))


def werkgroepenstuk(overzicht: Werkgroepenoverzicht) -> Stuk:
    """The groups as a document of its own."""
    lijst = overzicht.agenda.ranglijst
    hoofdstuk = werkgroepen_hoofdstuk(overzicht)
    return Stuk(
        f"Werkgroepen op {dag(overzicht.op)}",
        agenda_van(lijst),
        tuple(verklaringen(overzicht.agenda)),
        (replace(hoofdstuk, delen=(*hoofdstuk.delen, herkomst_deel(lijst))),),
    )
