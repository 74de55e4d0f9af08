"""The calendar of one agenda: its meetings, and which topics each of them treats."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from agenda.jaar.kalender import maak_kalender
from agenda.jaar.momenten import momenten_op
from agenda.jaar.spreiding import WACHT, Halte, spreid, te_vol
from agenda.jaar.vrij import schoolregios_van, vrije_dagen
from agenda.onderwerp.kalender import GEEN_AFSPRAKEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from agenda.jaar.kalender import Kalender, Vergadering
    from agenda.jaar.momenten import OpDag
    from agenda.jaar.spreiding import Punt, Spreiding
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Gremium, Soort
    from agenda.onderwerp.kalender import Kalenderafspraken
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda


class GeenKalender(Exception):
    """No day follows from the profile, and people fixed none.

    Attributes:
        profiel: code of the profile.
    """

    def __init__(self, profiel: str) -> None:
        super().__init__(profiel)
        self.profiel = profiel


class Eenzijdig(NamedTuple):
    """A meeting without a kind of topic that its body wants in the mix."""

    gremium: str
    datum: date
    ontbreekt: tuple[Soort, ...]


@dataclass(frozen=True)
class Jaarkalender:
    """The year of one agenda.

    Attributes:
        volgorde: codes of the topics that take part, in order of execution.
    """

    agenda: Jaaragenda
    kalender: Kalender
    volgorde: tuple[str, ...]

    @property
    def profiel(self) -> Profiel:
        """The knowledge of the region."""
        return self.agenda.ranglijst.profiel

    @property
    def afspraken(self) -> Kalenderafspraken:
        """What people fixed."""
        return self.agenda.ranglijst.dossier.kalender or GEEN_AFSPRAKEN

    @property
    def peildatum(self) -> date:
        """The day from which topics get a place."""
        return self.agenda.ranglijst.dossier.instellingen.peildatum

    def titel(self, code: str) -> str:
        """The title of a topic."""
        return self.op_code[code].onderwerp.titel

    @cached_property
    def op_code(self) -> dict[str, Beoordeeld]:
        """Every topic of the agenda by code."""
        return {beoordeeld.code: beoordeeld for beoordeeld in self.agenda.alle}

    @cached_property
    def spreiding(self) -> Spreiding:
        """Which topic is treated when."""
        vast = {
            (rij.gremium, code): rij.datum
            for rij in self.afspraken.vaste_datums
            for code in rij.onderwerpen
        }
        ruimte, vanaf = self.afspraken.ruimte, self.peildatum
        return spreid(self.volgorde, self._haltes, self.kalender, ruimte, vanaf, vast)

    @cached_property
    def punten(self) -> dict[tuple[str, date], tuple[Punt, ...]]:
        """(body, day) → what is treated there: by step, then in the order of execution."""
        uit: dict[tuple[str, date], list[Punt]] = {}
        for punt in self.spreiding.punten:
            uit.setdefault((punt.gremium, punt.datum), []).append(punt)
        return {
            plek: tuple(sorted(punten, key=lambda punt: punt.halte.stap))
            for plek, punten in uit.items()
        }

    def onderwerpen_van(self, vergadering: Vergadering) -> tuple[str, ...]:
        """The codes of the topics of a meeting, each once."""
        punten = self.punten.get((vergadering.gremium, vergadering.datum), ())
        return tuple(dict.fromkeys(punt.onderwerp for punt in punten))

    @cached_property
    def te_vol(self) -> tuple[tuple[str, date, int], ...]:
        """Meetings for which people fixed more topics than fit."""
        return tuple(te_vol(self.spreiding, self.afspraken.ruimte))

    @cached_property
    def eenzijdig(self) -> tuple[Eenzijdig, ...]:
        """Meetings without a kind of topic that belongs in the mix."""
        return tuple(self._eenzijdig())

    @cached_property
    def momenten(self) -> tuple[OpDag, ...]:
        """The moments of the profile on the peildatum."""
        return momenten_op(self.profiel.momenten, self.peildatum)

    def gasten(self, vergadering: Vergadering, onderwerp: str | None) -> tuple[str, ...]:
        """Who comes along at a topic in a meeting; without a topic, for the whole meeting."""
        return tuple(
            genodigde.wie
            for genodigde in self.afspraken.gasten
            if genodigde.onderwerp == onderwerp
            and genodigde.gremium in (None, vergadering.gremium)
            and genodigde.datum in (None, vergadering.datum)
        )

    @cached_property
    def onzeker(self) -> dict[str, tuple[str, ...]]:
        """Body with days → the topics of which it is not known whether they come along it.

        For these no room is kept there, and the next step does not wait for it.
        """
        uit: dict[str, list[str]] = {}
        for code in self.volgorde:
            for stap in self.agenda.route(code).op_gewone_weg:
                if stap.uitkomst != "ja" and self.kalender.van(stap.gremium.code):
                    uit.setdefault(stap.gremium.code, []).append(code)
        return {gremium: tuple(codes) for gremium, codes in uit.items()}

    def _haltes(self, code: str) -> tuple[Halte, ...]:
        """The steps of a topic on its usual way; a term before a body counts as a wait."""
        stappen = self.agenda.route(code).op_gewone_weg
        wacht: dict[str, int] = {}
        for stap in stappen:
            termijn = stap.termijn
            if termijn and termijn.gremium:
                wacht[termijn.gremium] = max(WACHT, termijn.dagen_voor or 0)
        return tuple(
            Halte(s.gremium.code, nummer, wacht.get(s.gremium.code, WACHT))
            for nummer, s in enumerate(stappen)
            if s.uitkomst == "ja"
        )

    def _eenzijdig(self) -> Iterator[Eenzijdig]:
        for vergadering in self.kalender.vergaderingen:
            mix = self.profiel.gremium[vergadering.gremium].mix
            codes = self.onderwerpen_van(vergadering)
            soorten = {soort.code for code in codes for soort in self.agenda.soorten(code)}
            if codes and (mist := tuple(s for s in self.profiel.soorten if s.code in mix)):
                ontbreekt = tuple(soort for soort in mist if soort.code not in soorten)
                if ontbreekt:
                    yield Eenzijdig(vergadering.gremium, vergadering.datum, ontbreekt)


def maak_jaarkalender(agenda: Jaaragenda, gekozen: Collection[str] | None = None) -> Jaarkalender:
    """The calendar of an agenda.

    Args:
        agenda: the agenda.
        gekozen: codes of the topics of the year; None for every topic on the agenda.

    Raises:
        GeenKalender: no body has a day.
        ModuleNotFoundError: the library that knows the holidays is missing.
    """
    lijst = agenda.ranglijst
    vrij = vrije_dagen(lijst.dossier.instellingen.jaar, schoolregios_van(lijst.profiel.regio))
    afspraken = lijst.dossier.kalender or GEEN_AFSPRAKEN
    kalender = maak_kalender(gremia_op_route(lijst.profiel), vrij, afspraken)
    if not kalender.vergaderingen and not lijst.profiel.momenten:
        raise GeenKalender(lijst.profiel.regio.code)
    return Jaarkalender(
        agenda,
        kalender,
        tuple(code for code in _volgorde(agenda) if gekozen is None or code in gekozen),
    )


def gremia_op_route(profiel: Profiel) -> tuple[Gremium, ...]:
    """The bodies in the order in which a topic comes along them; the others after these."""
    langs = [profiel.gremium[stap.gremium] for stap in profiel.route]
    return tuple({gremium.code: gremium for gremium in (*langs, *profiel.gremia)}.values())


def _volgorde(agenda: Jaaragenda) -> tuple[str, ...]:
    """The topics on the agenda in order of execution."""
    return tuple(beoordeeld.code for beoordeeld in agenda.samenhang.volgorde)
