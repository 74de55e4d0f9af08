"""The year plan of an agenda, and what is to be said of it: each part is made when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from agenda.jaar.houdbaar import GROOT, Houdbaarheid, krimp
from agenda.jaar.jaarkalender import maak_jaarkalender
from agenda.jaar.noemer import TeFijn
from agenda.jaar.opgave import heeft_capaciteit, maak_opgave
from agenda.jaar.plan import Kiezer
from agenda.jaar.vraagstuk import Vraagstuk
from agenda.onderwerp.grens import Grens
from agenda.robuust.uitspraken import samen_gezegd, uitspraak_van
from agenda.uitleg.jaaragenda import Jaaragenda

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.opgave import Opgave
    from agenda.jaar.plan import Plan
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.rangorde.score import Getal

_EERSTE = 20
"""Of more than `GROOT` topics, each counted once a year, displacement is told of the best places
only: so many, and fewer the more topics there are."""


class Wissel(NamedTuple):
    """What another plan does with the chosen one.

    Attributes:
        erin: codes that come in, and `eruit` those that make room.
        kost: how many points it brings less; a fraction where municipalities differ.
    """

    erin: tuple[str, ...]
    eruit: tuple[str, ...]
    kost: Getal


@dataclass(frozen=True)
class Jaarplan:
    """The plan of one ranked list."""

    lijst: Ranglijst
    opgave: Opgave

    @cached_property
    def plan(self) -> Plan:
        """The plan at the weights of the dossier; an unknown criterion counts as no."""
        plan = self._kiezer.kies(self._waarden, self.opgave.vorige_nummers)
        assert plan is not None  # noqa: S101 - nothing at all always fits
        return plan

    @property
    def punten(self) -> Getal:
        """What the plan brings."""
        return self.opgave.punten(self.plan.waarde)

    @property
    def hoogstens(self) -> Getal:
        """More than this no plan brings; as much as this one when that is proved."""
        return self.opgave.punten(self.plan.waarde + self.plan.marge)

    @cached_property
    def perioden(self) -> dict[str, int]:
        """Code of a chosen topic → the year in which it starts."""
        jaren = self.opgave.jaren
        return {
            b.code: jaren[periode]
            for b, periode in zip(self.opgave.onderwerpen, self.plan.periode, strict=True)
            if periode is not None
        }

    @cached_property
    def eerste_jaar(self) -> frozenset[str]:
        """Codes of what is chosen for the year of the agenda itself."""
        jaar = self.opgave.jaren[0]
        return frozenset(code for code, begin in self.perioden.items() if begin == jaar)

    @cached_property
    def kalender(self) -> Jaarkalender:
        """The meetings of the year of the agenda, with what is chosen for it.

        Raises:
            GeenKalender: no body has a day.
            ModuleNotFoundError: the library that knows the holidays is missing.
        """
        return maak_jaarkalender(Jaaragenda(self.lijst), self.eerste_jaar)

    @cached_property
    def gekozen(self) -> tuple[Beoordeeld, ...]:
        """What is chosen, by year and then the best place first."""
        gekozen = (b for b in self.opgave.onderwerpen if b.code in self.perioden)
        return tuple(sorted(gekozen, key=lambda b: (self.perioden[b.code], b.plaats or 0, b.code)))

    @cached_property
    def weggelaten(self) -> tuple[Beoordeeld, ...]:
        """What could be chosen and was not, the best place first."""
        over = (b for b in self.opgave.onderwerpen if b.code not in self.perioden)
        return tuple(sorted(over, key=lambda b: (b.plaats or 0, b.code)))

    @cached_property
    def over(self) -> dict[int, Fraction]:
        """Year → the room that is left, in fte."""
        opgave = self.opgave
        vol = dict.fromkeys(opgave.jaren, Fraction(0))
        for b in opgave.onderwerpen:
            if b.code in self.perioden:
                vol[self.perioden[b.code]] += Fraction(b.onderwerp.inspanning_fte or 0)
        return {jaar: opgave.capaciteit - fte for jaar, fte in vol.items()}

    @cached_property
    def tegenplan(self) -> Wissel | None:
        """The strongest plan with a topic that was not chosen; None when there is none."""
        buiten = frozenset(range(self.opgave.stuk.aantal)) - self.plan.gekozen
        return self._wissel(self._naast(een_van=buiten)) if buiten else None

    @cached_property
    def minste_spijt(self) -> Wissel | None:
        """What the plan that leaves least behind does with this one; None with many topics."""
        if self._veel:
            return None
        return self._wissel(self.houdbaarheid.minste_spijt[0])

    def verdringt(self, code: str) -> Wissel | None:
        """What makes room when a topic must come in; None when it never fits."""
        nummer = frozenset((self._nummer[code],))
        return self._wissel(self._naast(erin=nummer))

    @cached_property
    def verdringingen(self) -> dict[str, Wissel | None]:
        """Of what was left out what it would displace; of many topics only the best places."""
        return {b.code: self.verdringt(b.code) for b in self._eerste}

    @cached_property
    def houdbaarheid(self) -> Houdbaarheid:
        """How firmly the plan stands, over all weightings."""
        instellingen = self.lijst.dossier.instellingen
        grenzen = {c: instellingen.gewichtsgrenzen.get(c, Grens()) for c in self.lijst.gewichten}
        gezegd = [
            uitspraak_van(antwoord, [*self.lijst.gewichten])
            for antwoord in self.lijst.dossier.antwoorden
            if antwoord.gemeente is None
        ]
        return Houdbaarheid(
            self.opgave, self.plan, self.lijst.gewichten, grenzen, samen_gezegd(gezegd)
        )

    @cached_property
    def klem(self) -> dict[str, tuple[str, ...]]:
        """Of a topic that never fits the limits that it cannot meet by themselves.

        The name of the limit of all together is empty; no names means only all limits together.
        """
        nooit = (code for code, wissel in self.verdringingen.items() if wissel is None)
        return {code: self.waar_het_knelt(code) for code in nooit}

    def waar_het_knelt(self, code: str) -> tuple[str, ...]:
        """The names of the limits that a topic cannot meet by themselves."""
        return tuple(self._in_de_weg(self._nummer[code]))

    # What the parts above are made of.

    @cached_property
    def _kiezer(self) -> Kiezer:
        return Kiezer(self.opgave.stuk)

    @cached_property
    def _nummer(self) -> dict[str, int]:
        return {b.code: i for i, b in enumerate(self.opgave.onderwerpen)}

    @cached_property
    def _waarden(self) -> tuple[int, ...]:
        return tuple(int(b.uitslag.score * self.opgave.noemer) for b in self.opgave.onderwerpen)

    @property
    def _eerste(self) -> tuple[Beoordeeld, ...]:
        eerste = max(1, int(_EERSTE * krimp(self.opgave.stuk)))
        return self.weggelaten[:eerste] if self._veel else self.weggelaten

    @property
    def _veel(self) -> bool:
        return self.opgave.stuk.omvang > GROOT

    def _naast(
        self, erin: frozenset[int] = frozenset(), een_van: frozenset[int] = frozenset()
    ) -> Plan | None:
        """The plan that meets a demand and is nearest to this one; of many topics any such plan."""
        waarden, gekozen, klein = self._waarden, self.plan.gekozen, not self._veel
        return self._kiezer.kies(waarden, gekozen, erin=erin, een_van=een_van, op_sleutel=klein)

    def _wissel(self, ander: Plan | None) -> Wissel | None:
        if ander is None:
            return None
        erin, eruit = ander.gekozen - self.plan.gekozen, self.plan.gekozen - ander.gekozen
        kost = self.opgave.punten(self.plan.waarde - ander.waarde)
        return Wissel(self.opgave.codes(erin), self.opgave.codes(eruit), kost)

    def _in_de_weg(self, nummer: int) -> Iterator[str]:
        stuk = self.opgave.stuk
        lasten = ((stuk.inspanning, stuk.capaciteit), *stuk.extra)
        for grens, (last, ruimte) in zip(self.opgave.grenzen, lasten, strict=True):
            alleen = Vraagstuk(tuple(last), stuk.vereist, tuple(ruimte))
            geen_waarde = (0,) * stuk.aantal
            if Kiezer(alleen).kies(geen_waarde, erin=frozenset((nummer,))) is None:
                yield grens.naam


def maak_jaarplan(lijst: Ranglijst, jaren: int = 1) -> Jaarplan:
    """The plan of a ranked list, for so many years.

    Raises:
        GeenKeuze: the region does not rank.
        GeenCapaciteit: neither the dossier nor the profile says what room there is.
        TeFijn: what municipalities say cannot be counted in whole numbers that are small enough.
    """
    return Jaarplan(lijst, maak_opgave(lijst, jaren))


def jaarplan_van(agenda: Jaaragenda) -> Jaarplan | None:
    """The plan of an agenda for its own year; None where nothing is to be planned.

    That is so where the region does not rank, nobody says what room there is, no admitted topic
    says what it asks, or the points are too fine.
    """
    lijst = agenda.ranglijst
    bekend = any(b.onderwerp.inspanning_fte is not None for b in lijst.toegelaten)
    if not (bekend and lijst.rangschikt and heeft_capaciteit(lijst)):
        return None
    try:
        return maak_jaarplan(lijst)
    except TeFijn:
        return None


def agendakalender(agenda: Jaaragenda) -> Jaarkalender:
    """The calendar of an agenda: what the plan chooses for the year; every topic without a plan.

    Raises:
        GeenKalender: no body has a day.
        ModuleNotFoundError: the library that knows the holidays, or that makes plans, is missing.
    """
    jaarplan = agenda.eenmaal(jaarplan_van)
    return maak_jaarkalender(agenda, None if jaarplan is None else jaarplan.eerste_jaar)
