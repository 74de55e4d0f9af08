"""The progress of an adopted agenda on a day: of each topic one state, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from agenda.voortgang.standfeit import AF

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.kennis.profiel import Profiel, Voorstel
    from agenda.rangorde.besluit import Besluit, Vastgesteld
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.voortgang.standfeit import Actie, Standfeit, Toestand

Hiaatsoort = Literal[
    "vereiste-gestopt",
    "te-laat",
    "actie-voorbij",
    "geen-stand",
    "geen-volgende-stap",
    "geen-datum",
    "niemand",
]
HIAATSOORTEN: tuple[Hiaatsoort, ...] = get_args(Hiaatsoort)
"""What can be missing, what weighs most first (the order is our choice).

Bron: Inrichtingsplan §2.2.2 (hiaten zichtbaar en bespreekbaar maken).
"""


class GeenBesluit(LookupError):
    """Progress was asked of a dossier in which nothing was adopted; `map_` names it."""

    def __init__(self, map_: str) -> None:
        self.map_ = map_
        super().__init__(map_)


class Periode(NamedTuple):
    """A state with the days on which a topic is in it; `tot` is the first day after it."""

    toestand: Toestand
    van: date
    tot: date | None


class Onderwerpstand(NamedTuple):
    """How it stands with one adopted topic.

    Attributes:
        sinds: since when it is in this state; the day of the decision when nobody wrote anything.
        feit: the row that says so; None when there is none on that day.
        vereist: the adopted topics that it needs, with the state of each.
        wachtend: the codes of adopted topics that need it and are not done.
    """

    vastgesteld: Vastgesteld
    toestand: Toestand
    sinds: date
    feit: Standfeit | None
    te_laat: bool
    vereist: tuple[tuple[str, Toestand], ...]
    wachtend: tuple[str, ...]

    @property
    def code(self) -> str:
        """The code of the topic."""
        return self.vastgesteld.code

    @property
    def titel(self) -> str:
        """The title of the topic."""
        return self.vastgesteld.titel

    @property
    def klaar_op(self) -> date | None:
        """When it should be done, as the last row says."""
        return self.feit.klaar_op if self.feit else None

    @property
    def acties(self) -> tuple[Actie, ...]:
        """What is to be done, as the last row says."""
        return self.feit.acties if self.feit else ()


class Hiaat(NamedTuple):
    """Something that is missing at a topic; `waar` are codes or words of what it is about."""

    soort: Hiaatsoort
    onderwerp: Onderwerpstand
    waar: tuple[str, ...] = ()


class Voorstelstand(NamedTuple):
    """A proposal with the adopted topics that serve it, in the order of the agenda."""

    voorstel: Voorstel
    onderwerpen: tuple[Onderwerpstand, ...]

    @property
    def vooruit(self) -> bool:
        """Whether it comes further: a topic that serves it runs or is done."""
        return any(o.toestand in ("loopt", "klaar") for o in self.onderwerpen)


@dataclass(frozen=True)
class Stand:
    """The progress of an adopted agenda on a day.

    Args:
        agenda: with its decision.
        feiten: every row of every topic, of whatever day.
        op: the day.
    """

    agenda: Jaaragenda
    feiten: tuple[Standfeit, ...]
    op: date

    @property
    def besluit(self) -> Besluit:
        """What was decided."""
        assert self.agenda.besluit is not None  # noqa: S101 - only of what was adopted
        return self.agenda.besluit

    @property
    def profiel(self) -> Profiel:
        """The knowledge of the region, as it was frozen."""
        return self.agenda.ranglijst.profiel

    @cached_property
    def onderwerpen(self) -> tuple[Onderwerpstand, ...]:
        """Every adopted topic, in the order that was decided."""
        return tuple(self._stand(v) for v in self.agenda.volgorde)

    @cached_property
    def op_code(self) -> dict[str, Onderwerpstand]:
        """The same, by code."""
        return {o.code: o for o in self.onderwerpen}

    @cached_property
    def later(self) -> date | None:
        """The last day on which people wrote something, when that is after the day."""
        laatste = max((feit.op for feit in self.feiten), default=self.op)
        return laatste if laatste > self.op else None

    def met_toestand(self, toestand: Toestand) -> tuple[Onderwerpstand, ...]:
        """The topics in one state."""
        return tuple(o for o in self.onderwerpen if o.toestand == toestand)

    @cached_property
    def te_laat(self) -> tuple[Onderwerpstand, ...]:
        """The topics that should have been done."""
        return tuple(o for o in self.onderwerpen if o.te_laat)

    @cached_property
    def hiaten(self) -> tuple[Hiaat, ...]:
        """What is missing, by kind and then in the order of the agenda."""
        alle = [hiaat for onderwerp in self.onderwerpen for hiaat in self._hiaten(onderwerp)]
        return tuple(sorted(alle, key=lambda hiaat: HIAATSOORTEN.index(hiaat.soort)))

    @cached_property
    def hiaten_bij(self) -> dict[str, tuple[Hiaat, ...]]:
        """The same by the code of the topic; one where nothing is missing is not there."""
        uit: dict[str, tuple[Hiaat, ...]] = {}
        for hiaat in self.hiaten:
            uit[hiaat.onderwerp.code] = (*uit.get(hiaat.onderwerp.code, ()), hiaat)
        return uit

    @cached_property
    def voorstellen(self) -> tuple[Voorstelstand, ...]:
        """Every proposal that adopted topics serve, by number."""
        per_nummer: dict[int, list[Onderwerpstand]] = {}
        for onderwerp in self.onderwerpen:
            for nummer in onderwerp.vastgesteld.berekend.onderwerp.voorstellen or ():
                per_nummer.setdefault(nummer, []).append(onderwerp)
        voorstellen = self.profiel.voorstel
        return tuple(
            Voorstelstand(voorstellen[nummer], tuple(per_nummer[nummer]))
            for nummer in sorted(per_nummer)
        )

    def perioden(self, code: str) -> tuple[Periode, ...]:
        """The states of a topic through time, from the decision on or from an earlier row."""
        rijen, begin = self._per_code.get(code, ()), self.besluit.datum
        grenzen: list[tuple[date, Toestand]] = []
        if not rijen or rijen[0].op > begin:
            grenzen.append((begin, "niet-begonnen"))
        for rij in rijen:
            if not grenzen or grenzen[-1][1] != rij.toestand:
                grenzen.append((rij.op, rij.toestand))
        einden = [*(van for van, _ in grenzen[1:]), None]
        return tuple(
            Periode(toestand, van, tot)
            for (van, toestand), tot in zip(grenzen, einden, strict=True)
        )

    @cached_property
    def _per_code(self) -> dict[str, tuple[Standfeit, ...]]:
        """Code → its rows from early to late."""
        uit: dict[str, list[Standfeit]] = {}
        for feit in sorted(self.feiten, key=lambda feit: feit.op):
            uit.setdefault(feit.onderwerp, []).append(feit)
        return {code: tuple(feiten) for code, feiten in uit.items()}

    def _laatste(self, code: str) -> Standfeit | None:
        """The row that counts on the day: the latest that is not after it."""
        tot_nu = [feit for feit in self._per_code.get(code, ()) if feit.op <= self.op]
        return tot_nu[-1] if tot_nu else None

    def _toestand(self, code: str) -> Toestand:
        feit = self._laatste(code)
        return feit.toestand if feit else "niet-begonnen"

    def _stand(self, vastgesteld: Vastgesteld) -> Onderwerpstand:
        code, feit = vastgesteld.code, self._laatste(vastgesteld.code)
        toestand = self._toestand(code)
        perioden = [p for p in self.perioden(code) if p.van <= self.op]
        te_laat = bool(feit and feit.klaar_op and feit.klaar_op < self.op and toestand not in AF)
        wachtend = self._wachtend.get(code, ())
        return Onderwerpstand(
            vastgesteld,
            toestand,
            perioden[-1].van if perioden else self.besluit.datum,
            feit,
            te_laat,
            tuple((ander, self._toestand(ander)) for ander in self._vereist.get(code, ())),
            tuple(ander for ander in wachtend if self._toestand(ander) not in AF),
        )

    @cached_property
    def _vereist(self) -> dict[str, tuple[str, ...]]:
        """Code → the adopted topics that it needs itself, or through topics not on the agenda."""
        samenhang = self.agenda.samenhang
        op_agenda = [v.code for v in self.agenda.volgorde]
        uit = {}
        for vastgesteld in self.agenda.volgorde:
            onderwerp = vastgesteld.berekend.onderwerp
            zelf = {*onderwerp.afhankelijk_van}
            via = {lid.code for lid in samenhang.vereist_via(onderwerp)}
            uit[vastgesteld.code] = tuple(code for code in op_agenda if code in zelf | via)
        return uit

    @cached_property
    def _wachtend(self) -> dict[str, tuple[str, ...]]:
        """Code → the adopted topics that need it."""
        uit: dict[str, list[str]] = {}
        for code, vereist in self._vereist.items():
            for ander in vereist:
                uit.setdefault(ander, []).append(code)
        return {code: tuple(codes) for code, codes in uit.items()}

    def _hiaten(self, onderwerp: Onderwerpstand) -> Iterator[Hiaat]:
        feit = onderwerp.feit
        if onderwerp.toestand in AF:
            return
        gestopt = tuple(code for code, toestand in onderwerp.vereist if toestand == "gestopt")
        if gestopt:
            yield Hiaat("vereiste-gestopt", onderwerp, gestopt)
        if feit is None:
            yield Hiaat("geen-stand", onderwerp)
            return
        if onderwerp.te_laat:
            yield Hiaat("te-laat", onderwerp)
        voorbij = tuple(a.wat for a in feit.acties if a.voor and a.voor < self.op)
        if voorbij:
            yield Hiaat("actie-voorbij", onderwerp, voorbij)
        if onderwerp.toestand == "doorgeschoven":
            return
        if feit.volgende_stap is None:
            yield Hiaat("geen-volgende-stap", onderwerp)
        if onderwerp.toestand == "loopt" and feit.klaar_op is None:
            yield Hiaat("geen-datum", onderwerp)
        if feit.wie is None:
            yield Hiaat("niemand", onderwerp)
