"""The agenda of one meeting: its topics, what is asked, of which kind each is, and who comes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.kalender import Vergadering
    from agenda.jaar.spreiding import Punt
    from agenda.kennis.route import Gremium, Soort
    from agenda.onderwerp.kalender import Tijd
    from agenda.rangorde.besluit import Vastgesteld
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.route import Stap


class GeenVergadering(Exception):
    """A body does not meet on that day, or not any more this year.

    Attributes:
        gremium: the body.
        datum: the day that was asked; None for the next one.
        vanaf: the peildatum.
        datums: the days on which it does meet.
    """

    def __init__(
        self, gremium: Gremium, datum: date | None, vanaf: date, datums: tuple[date, ...]
    ) -> None:
        super().__init__(gremium.code, datum)
        self.gremium, self.datum, self.vanaf, self.datums = gremium, datum, vanaf, datums


class Agendapunt(NamedTuple):
    """A topic on the agenda of a meeting.

    Attributes:
        plaats: where it stands on the list, as decided or else as calculated.
        stap: the step of its route that it takes here, with what is asked.
        nummer: the number of that step, from 1; `van` is how many steps it has.
        soorten: of which kind it is; more when that is not known, none when the region has none.
        daarna: the next day on which it is treated, and by whom; None when there is none.
    """

    onderwerp: Beoordeeld
    plaats: Beoordeeld | Vastgesteld
    stap: Stap
    nummer: int
    van: int
    soorten: tuple[Soort, ...]
    gasten: tuple[str, ...]
    daarna: Punt | None
    vast: bool


@dataclass(frozen=True)
class Vergaderagenda:
    """The agenda of one meeting of one body."""

    jaarkalender: Jaarkalender
    vergadering: Vergadering

    @property
    def gremium(self) -> Gremium:
        """The body."""
        return self.jaarkalender.profiel.gremium[self.vergadering.gremium]

    @property
    def tijd(self) -> Tijd | None:
        """From when till when, when people said so."""
        return self.jaarkalender.afspraken.tijden.get(self.gremium.code)

    @property
    def gasten(self) -> tuple[str, ...]:
        """Who comes along for the whole meeting."""
        return self.jaarkalender.gasten(self.vergadering, None)

    @cached_property
    def punten(self) -> tuple[Agendapunt, ...]:
        """The topics by step of the route, then by place, title and code."""
        sleutel = (self.vergadering.gremium, self.vergadering.datum)
        alle = map(self._punt, self.jaarkalender.punten.get(sleutel, ()))
        return tuple(sorted(alle, key=_volgorde))

    @property
    def voorbereid_door(self) -> tuple[Vergadering, ...]:
        """The meetings that prepare this one."""
        deze = (self.vergadering.gremium, self.vergadering.datum)
        return tuple(v for v in self.jaarkalender.kalender.vergaderingen if deze in v.voor)

    @property
    def ontbreekt(self) -> tuple[Soort, ...]:
        """The kinds of topic that belong in the mix and are not there."""
        deze = (self.vergadering.gremium, self.vergadering.datum)
        alle = (deel.ontbreekt for deel in self.jaarkalender.eenzijdig if deel[:2] == deze)
        return next(alle, ())

    def _punt(self, punt: Punt) -> Agendapunt:
        jaarkalender, code = self.jaarkalender, punt.onderwerp
        agenda = jaarkalender.agenda
        beoordeeld, route = jaarkalender.op_code[code], agenda.route(code).op_gewone_weg
        later = (
            ander
            for ander in jaarkalender.spreiding.punten
            if ander.onderwerp == code and ander.halte.stap > punt.halte.stap
        )
        return Agendapunt(
            beoordeeld,
            agenda.vastgesteld(code) or beoordeeld,
            route[punt.halte.stap],
            punt.halte.stap + 1,
            len(route),
            agenda.soorten(code),
            jaarkalender.gasten(self.vergadering, code),
            next(later, None),
            punt.vast,
        )


def _volgorde(punt: Agendapunt) -> tuple[int, bool, int, str, str]:
    plaats = punt.plaats.plaats
    return punt.nummer, plaats is None, plaats or 0, punt.onderwerp.titel, punt.onderwerp.code


def zoek_vergadering(
    jaarkalender: Jaarkalender, gremium: Gremium, datum: date | None
) -> Vergaderagenda:
    """The meeting of a body on a day; without a day the next one from the peildatum on.

    Raises:
        GeenVergadering: there is none.
    """
    eigen = jaarkalender.kalender.van(gremium.code)
    if datum is None:
        gevonden = jaarkalender.kalender.eerste(gremium.code, jaarkalender.peildatum)
    else:
        gevonden = next((v for v in eigen if v.datum == datum), None)
    if gevonden is None:
        datums = tuple(v.datum for v in eigen)
        raise GeenVergadering(gremium, datum, jaarkalender.peildatum, datums)
    return Vergaderagenda(jaarkalender, gevonden)
