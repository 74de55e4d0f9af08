"""Draw up the document: the memo, then the chapters in their order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.stuk.begroting import begroting_hoofdstukken
from agenda.stuk.blokken import Alinea, Deel, Stuk
from agenda.stuk.hoe_zeker import hoe_zeker_hoofdstuk
from agenda.stuk.indeling import indeling_hoofdstukken
from agenda.stuk.jaarplan import jaarplan_hoofdstuk
from agenda.stuk.kalender import kalender_hoofdstuk
from agenda.stuk.leeswijzer import leeswijzer
from agenda.stuk.lijsten import ranglijst_deel
from agenda.stuk.motivering import motivering, voor_alle
from agenda.stuk.oplegger.kern import velden
from agenda.stuk.oplegger.oplegger import oplegger
from agenda.stuk.route import route_hoofdstuk
from agenda.stuk.samenhang import samenhang_hoofdstuk
from agenda.stuk.stand import voortgang_hoofdstukken
from agenda.stuk.verantwoording import verantwoording
from agenda.voortgang.gevolgd import gevolgde
from agenda.weergave.besluit import status_tekst
from agenda.weergave.getallen import dag
from agenda.weergave.kop import agenda_van
from agenda.weergave.woorden import als_kop, in_zin
from regels.volger import stil

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.uitleg.jaaragenda import Jaaragenda
    from regels.volger import Volger


OPLEGGER = "oplegger"
"""The part at the front, by the name under which it can be made alone."""


class OnbekendDeel(LookupError):
    """The document of an agenda has no such part.

    Attributes:
        deel: what was asked for.
        bekend: every part that it has.
    """

    def __init__(self, deel: str, bekend: tuple[str, ...]) -> None:
        self.deel, self.bekend = deel, bekend
        super().__init__(deel)


def stel_stuk_op(agenda: Jaaragenda, volg: Volger = stil) -> Stuk:
    """The whole document about one agenda.

    Args:
        agenda: the agenda.
        volg: shows progress.
    """
    ranglijst = agenda.ranglijst
    woorden = ranglijst.profiel.woorden
    wat = "Ranglijst" if ranglijst.rangschikt else "Lijst"
    return Stuk(
        agenda_van(ranglijst),
        f"{wat} met motivering per {woorden.onderwerp.een}",
        (velden(agenda),),
        tuple(_hoofdstukken(agenda, volg)),
        oplegger(agenda),
        _voet(agenda),
    )


def stel_deel_op(agenda: Jaaragenda, deel: str) -> Stuk:
    """One part as a document of its own: the memo, or a chapter by its code.

    Raises:
        OnbekendDeel: the document of this agenda has no such part.
    """
    if deel == OPLEGGER:
        return stel_oplegger_op(agenda)
    hoofdstukken = {hoofdstuk.code: hoofdstuk for hoofdstuk in _hoofdstukken(agenda, stil)}
    if deel not in hoofdstukken:
        raise OnbekendDeel(deel, (OPLEGGER, *hoofdstukken))
    hoofdstuk = replace(hoofdstukken[deel], nieuwe_pagina=False)
    return Stuk(
        agenda_van(agenda.ranglijst),
        hoofdstuk.titel,
        (velden(agenda),),
        (hoofdstuk,),
        voet=_voet(agenda),
    )


def stel_oplegger_op(agenda: Jaaragenda) -> Stuk:
    """The memo alone, as a document of its own."""
    ranglijst = agenda.ranglijst
    bij = "ranglijst" if ranglijst.rangschikt else "lijst"
    vast = "vastgestelde " if agenda.besluit else ""
    return Stuk(
        agenda_van(ranglijst),
        f"Oplegger bij de {vast}{bij}",
        (velden(agenda),),
        (),
        oplegger(agenda),
        _voet(agenda),
    )


def _voet(agenda: Jaaragenda) -> str:
    """How far it is, and on what day the facts were so."""
    peildatum = dag(agenda.ranglijst.dossier.instellingen.peildatum)
    return f"{als_kop(status_tekst(agenda.besluit))} · peildatum {peildatum}"


def _hoofdstukken(agenda: Jaaragenda, volg: Volger) -> Iterator[Deel]:
    """First what is asked for most: the list, how sure it is, and what is not on it."""
    ranglijst = agenda.ranglijst
    yield leeswijzer(agenda)
    yield ranglijst_deel(agenda)
    if gevolgd := gevolgde(agenda):
        yield from voortgang_hoofdstukken(gevolgd)
    if ranglijst.rangschikt:
        yield hoe_zeker_hoofdstuk(agenda)
    if ranglijst.toetst:
        yield from _zonder_plaats(agenda)
    yield from jaarplan_hoofdstuk(agenda)
    yield from indeling_hoofdstukken(agenda)
    yield from samenhang_hoofdstuk(agenda)
    yield route_hoofdstuk(agenda)
    yield from kalender_hoofdstuk(agenda)
    yield from begroting_hoofdstukken(agenda)
    yield _motiveringen(agenda, volg)
    yield verantwoording(agenda)


def _motiveringen(agenda: Jaaragenda, volg: Volger) -> Deel:
    """Of every topic on the agenda why it stands there."""
    lijst, woord = agenda.ranglijst, agenda.ranglijst.profiel.woorden.onderwerp
    volgorde = "in de volgorde van de ranglijst" if lijst.rangschikt else "op titel"
    overal = voor_alle(agenda)
    zinnen = [f"De {woord.meer} staan {volgorde}."]
    if overal:
        zinnen.append(f"Voor alle {len(agenda.volgorde)} geldt: {_in_een_zin(overal)}.")
    geplaatsten = volg(agenda.volgorde, "Motiveringen schrijven", len(agenda.volgorde))
    return Deel(
        "motivering",
        f"Motivering per {woord.een}",
        (Alinea(" ".join(zinnen)),),
        tuple(motivering(agenda, v.berekend, overal, v) for v in geplaatsten),
        nieuwe_pagina=True,
    )


def _in_een_zin(zinnen: Iterable[str]) -> str:
    """Sentences as parts of one: «raakt beide delen; afstemming is nodig»."""
    return "; ".join(in_zin(zin.removesuffix(".")) for zin in zinnen)


def _zonder_plaats(agenda: Jaaragenda) -> Iterator[Deel]:
    """The topics that are not on the agenda, or not yet."""
    ranglijst = agenda.ranglijst
    woord = ranglijst.profiel.woorden.onderwerp
    niet = (
        f"Niet op de agenda betekent niet dat een {woord.een} onbelangrijk is. Eerst staat waaraan"
        f" {woord.zij} niet voldoet."
    )
    for code, titel, inleiding, leden in (
        (
            "onbeslist",
            "Onbeslist: dit moeten we nog weten",
            "Eerst staat wat er nog ontbreekt om de regels toe te passen.",
            ranglijst.onbeslist,
        ),
        (
            "niet-toegelaten",
            "Niet toegelaten: dit past niet bij de regels",
            niet,
            ranglijst.niet_toegelaten,
        ),
    ):
        tekst = inleiding if leden else f"{als_kop(woord.geen)}."
        delen = tuple(motivering(agenda, lid) for lid in leden)
        yield Deel(code, titel, (Alinea(tekst),), delen)
