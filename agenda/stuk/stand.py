"""How it stands with what was adopted: a chapter of the document, and a document of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Onderwerpentabel, Stuk, noten_eronder
from agenda.stuk.dekking import dekking_hoofdstuk
from agenda.stuk.verklaringen import herkomst_deel, verklaringen
from agenda.stuk.werkgroepen import werkgroepen_hoofdstuk
from agenda.voortgang.termijnagenda import termijnagenda
from agenda.weergave.getallen import dag
from agenda.weergave.kop import agenda_van
from agenda.weergave.voortgang.besluit import besluittabellen
from agenda.weergave.voortgang.stand import korte_tabel, standtabellen
from agenda.weergave.voortgang.termijnagenda import termijnen_kort
from agenda.weergave.voortgang.woorden import antwoord
from agenda.weergave.woorden import onderwerp_anker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.voortgang.gevolgd import GevolgdeAgenda
    from agenda.voortgang.stand import Stand


def stand_hoofdstuk(stand: Stand, *, met_links: bool = True) -> Deel:
    """The chapter: the answer, a table of topics, then what is missing and what is expected.

    Args:
        met_links: whether the document has a part about each topic, for the table to lead to.
    """
    tabel = korte_tabel(stand)
    doelen = tuple(onderwerp_anker(o.code) for o in stand.onderwerpen) if met_links else ()
    titel = tabel.koppen.index(stand.profiel.woorden.onderwerp.kop)
    blokken = (Alinea(antwoord(stand), nadruk=True), Onderwerpentabel(tabel, titel, doelen))
    return Deel("stand", f"Hoe staat het ervoor op {dag(stand.op)}?", blokken, tuple(_delen(stand)))


def _delen(stand: Stand) -> Iterator[Deel]:
    _, *andere = standtabellen(stand)
    termijnen = termijnen_kort(stand, termijnagenda(stand))
    andere += [termijnen] if termijnen.rijen else []
    for nummer, tabel in enumerate(andere, start=1):
        yield Deel(f"stand-{nummer}", tabel.titel, noten_eronder(tabel))


def voortgang_hoofdstukken(agenda: GevolgdeAgenda) -> Iterator[Deel]:
    """Everything that was written down since the decision; each only where there is something."""
    yield stand_hoofdstuk(agenda.stand)
    yield from _besluiten(agenda)
    if agenda.werkgroepen:
        yield werkgroepen_hoofdstuk(agenda.werkgroepen)
    if agenda.dekking:
        yield dekking_hoofdstuk(agenda.dekking)


def _besluiten(agenda: GevolgdeAgenda) -> Iterator[Deel]:
    """What each member decided, and what follows from that."""
    tabellen = [*besluittabellen(agenda)]
    if tabellen:
        wie = agenda.ranglijst.profiel.woorden.lid.meer
        titel = f"Wat besloten de {wie}?"
        blokken = tuple(blok for tabel in tabellen for blok in noten_eronder(tabel))
        yield Deel("bekrachtiging", titel, blokken)


def standstuk(agenda: GevolgdeAgenda) -> Stuk:
    """The progress as a document of its own."""
    lijst, stand = agenda.ranglijst, agenda.stand
    hoofdstuk = stand_hoofdstuk(stand, met_links=False)
    delen = (*hoofdstuk.delen, *_besluiten(agenda), herkomst_deel(lijst))
    return Stuk(
        f"Stand van zaken op {dag(stand.op)}",
        agenda_van(lijst),
        tuple(verklaringen(agenda)),
        (replace(hoofdstuk, delen=delen),),
    )
