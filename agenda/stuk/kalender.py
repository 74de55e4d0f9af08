"""The chapter on the year: when bodies meet, what does not fit, and what is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.jaarplan import agendakalender, jaarplan_van
from agenda.stuk.blokken import Alinea, Deel
from agenda.weergave.jaar.kalender import knelpunten_tabel, momentnoten, vergaderingen_tabel
from agenda.weergave.jaar.plankalender import kalender_of_zin
from agenda.weergave.jaar.woorden import keuze_zin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda


def kalender_hoofdstuk(agenda: Jaaragenda) -> Iterator[Deel]:
    """The chapter, when there is anything to say: of what the plan chose, or of every topic."""
    titel = "De vergaderingen van het jaar"
    jaarkalender = kalender_of_zin(lambda: agenda.eenmaal(agendakalender))
    if isinstance(jaarkalender, str):
        if jaarkalender:
            yield Deel("kalender", titel, (Alinea(jaarkalender),), nieuwe_pagina=True)
        return
    knelt = knelpunten_tabel(jaarkalender)
    delen = (Deel("kalender-knelt", knelt.titel, (knelt,)),) if knelt else ()
    blokken = tuple(_blokken(agenda, jaarkalender))
    if blokken or delen:
        yield Deel("kalender", titel, blokken, delen, nieuwe_pagina=True)


def _blokken(agenda: Jaaragenda, jaarkalender: Jaarkalender) -> Iterator[Blok]:
    yield from map(Alinea, momentnoten(jaarkalender))
    if jaarkalender.kalender.vergaderingen:
        yield Alinea(keuze_zin(jaarkalender.profiel, agenda.eenmaal(jaarplan_van)))
        yield vergaderingen_tabel(jaarkalender)
