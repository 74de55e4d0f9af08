"""Draw up the document: the memo, then the chapters in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.begroting import begroting_hoofdstukken
from agenda.stuk.blokken import Alinea, Deel, Stuk
from agenda.stuk.indeling import indeling_hoofdstukken
from agenda.stuk.jaarplan import jaarplan_hoofdstuk
from agenda.stuk.kalender import kalender_hoofdstuk
from agenda.stuk.lijsten import (
    dekking_tabel,
    niet_toegelaten_tabel,
    onbeslist_tabel,
    ranglijst_deel,
    stevigheid_tabel,
)
from agenda.stuk.motivering import motivering, motivering_zonder_plaats
from agenda.stuk.oplegger.kern import velden
from agenda.stuk.oplegger.oplegger import oplegger
from agenda.stuk.verantwoording import verantwoording
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
    woorden = ranglijst.profiel.woorden
    wat = "Ranglijst" if ranglijst.rangschikt else "Lijst"
    delen = [
        ranglijst_deel(agenda),
        *jaarplan_hoofdstuk(agenda),
        *indeling_hoofdstukken(agenda),
        *kalender_hoofdstuk(agenda),
        _motiveringen(agenda, volg),
    ]
    if ranglijst.toetst:
        delen += _zonder_plaats(agenda)
    delen += begroting_hoofdstukken(agenda)
    if ranglijst.profiel.voorstellen:
        kop = f"Wat de {woorden.voorstel.meer} krijgen"
        delen.append(_hoofdstuk("dekking", kop, dekking_tabel(agenda)))
    if ranglijst.rangschikt:
        delen.append(_stevigheid(agenda))
    return Stuk(
        agenda_van(ranglijst),
        f"{wat} met motivering per {woorden.onderwerp.een}",
        (velden(agenda),),
        (*delen, verantwoording(agenda)),
        oplegger(agenda),
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
    )


def _motiveringen(agenda: Jaaragenda, volg: Volger) -> Deel:
    """Of every topic on the agenda why it stands there."""
    lijst, woord = agenda.ranglijst, agenda.ranglijst.profiel.woorden.onderwerp
    volgorde = "in de volgorde van de ranglijst" if lijst.rangschikt else "op titel"
    motiveringen = volg(agenda.volgorde, "Motiveringen schrijven", len(agenda.volgorde))
    return _hoofdstuk(
        "motivering",
        f"Motivering per {woord.een}",
        Alinea(f"De {woord.meer} staan {volgorde}."),
        delen=(motivering(agenda, vastgesteld) for vastgesteld in motiveringen),
    )


def _zonder_plaats(agenda: Jaaragenda) -> list[Deel]:
    """The topics that are not on the agenda, or not yet."""
    ranglijst = agenda.ranglijst
    return [
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
    ]


def _stevigheid(agenda: Jaaragenda) -> Deel:
    """What other weights would do."""
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    return _hoofdstuk(
        "stevigheid",
        "Hoe stevig is de volgorde?",
        Alinea(
            "De gewichten van de criteria zijn een keuze. Deze tabel laat zien welke"
            f" plaats {woord.elk} krijgt als die keuze anders uitvalt."
        ),
        stevigheid_tabel(agenda),
    )


def _hoofdstuk(code: str, titel: str, *blokken: Blok, delen: Iterable[Deel] = ()) -> Deel:
    return Deel(code, titel, blokken, tuple(delen), nieuwe_pagina=True)
