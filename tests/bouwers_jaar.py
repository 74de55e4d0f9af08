"""A year, bodies and agreements for tests of the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from bouwers_agenda import meegeleverd

from agenda.jaar.kalender import Kalender, maak_kalender
from agenda.jaar.vrij import Vrij, schoolregios_van, vrije_dagen
from agenda.kennis.ritme import Schema, Weken
from agenda.kennis.route import Gremium
from agenda.onderwerp.kalender import Kalenderafspraken, VasteDatum
from regels.model import Bron

JAAR = 2027


def maak_gremium(code: str, schema: Schema | None = None) -> Gremium:
    """A body with nothing special but its rhythm."""
    return Gremium(
        code=code, naam=code, soort="ambtelijk", taak="Iets.", bron=Bron("bron", "1"), schema=schema
    )


def zes_weken(weken: int = 6) -> Schema:
    return Schema(hoogstens_elke=Weken(weken=weken))


def zonder_vakantie(*dicht: date) -> Vrij:
    """A year with only these days off, weekends aside."""
    return Vrij(JAAR, dict.fromkeys(sorted(dicht), "Vakantie"))


def vakantie(van: date, dagen: int) -> list[date]:
    return [van + timedelta(n) for n in range(dagen)]


def vast(gremium: str, *datums: date, **ook: Any) -> Kalenderafspraken:
    """Agreements with these fixed days."""
    rijen = tuple(VasteDatum(gremium=gremium, datum=datum) for datum in datums)
    return Kalenderafspraken(vaste_datums=rijen, **ook)


@cache
def echte_kalender(jaar: int = JAAR) -> Kalender:
    """The calendar of the shipped profile, without agreements."""
    profiel, _ = meegeleverd()
    return maak_kalender(profiel.gremia, vrije_dagen(jaar, schoolregios_van(profiel.regio)))
