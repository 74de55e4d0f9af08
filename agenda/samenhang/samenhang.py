"""How topics, proposals and prerequisites hang together.

Which of the proposals does this year's agenda serve, what must come first, and what falls over
when a topic is dropped? A dependency never changes a score: all of this stands beside the places.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from agenda.rangorde.ranglijst import OnbekendOnderwerp, op_titel
from agenda.samenhang.volgorde import bereikbaar, ketens, ontgrendelt, uitvoervolgorde

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.kennis.profiel import Verband, Voorstel
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.rangorde.besluit import Vastgesteld
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst, Status

Dekkingsgraad = Literal["toegelaten", "onbeslist", "geen"]
"""By which topics a proposal is served best."""

MAX_KETENS = 10
"""How many chains are named: the longest."""


class Dekking(NamedTuple):
    """Which topics serve a proposal, by status, each by place and then title."""

    voorstel: Voorstel
    toegelaten: tuple[Beoordeeld, ...]
    onbeslist: tuple[Beoordeeld, ...]
    niet_toegelaten: tuple[Beoordeeld, ...]

    @property
    def losgelaten(self) -> bool:
        """Whether the proposal was let go."""
        return self.voorstel.staat == "losgelaten"

    @property
    def beste(self) -> Dekkingsgraad:
        """The status of the topics that serve it best; those that are not admitted do not."""
        if self.toegelaten:
            return "toegelaten"
        return "onbeslist" if self.onbeslist else "geen"

    def enige(self, code: str) -> bool:
        """Whether this topic is the only one: no other is admitted; nor, for an undecided topic,
        undecided. A topic that is not admitted serves nothing this year."""
        dragers = self.toegelaten or self.onbeslist
        return len(dragers) == 1 and dragers[0].code == code


class Vereiste(NamedTuple):
    """An admitted topic that needs a topic that is not admitted."""

    onderwerp: Beoordeeld
    vereist: Beoordeeld


class Voorstelverband(NamedTuple):
    """A proposal that says something of another one, and how both are served."""

    van: Dekking
    verband: Verband
    naar: Dekking


class Verbanden(NamedTuple):
    """What one topic is tied to.

    Attributes:
        draagt_bij_aan: the proposals that it serves, by number, with all topics that serve them.
        vereist: the topics that it needs itself; `daarvoor`: those that these need in turn.
        wacht_hierop: the topics that need it; `daarna`: those that need these in turn.
    """

    onderwerp: Beoordeeld
    draagt_bij_aan: tuple[Dekking, ...]
    vereist: tuple[Beoordeeld, ...]
    daarvoor: tuple[Beoordeeld, ...]
    wacht_hierop: tuple[Beoordeeld, ...]
    daarna: tuple[Beoordeeld, ...]

    @property
    def alle_onderwerpen(self) -> tuple[Beoordeeld, ...]:
        """The topic itself and every topic that it is tied to by prerequisites."""
        eerst, later = (*self.daarvoor, *self.vereist), (*self.wacht_hierop, *self.daarna)
        return (*eerst, self.onderwerp, *later)

    @property
    def als_enige(self) -> tuple[Dekking, ...]:
        """The proposals that would lose their only topic without this one."""
        code = self.onderwerp.code
        return tuple(dekking for dekking in self.draagt_bij_aan if dekking.enige(code))


@dataclass(frozen=True)
class Samenhang:
    """Everything that hangs together in one ranked list; each part is made when it is read.

    Lists of topics are sorted by place, then title; topics without a place come last.

    Attributes:
        ranglijst: with the places that count; in an adopted agenda these are the decided ones.
        afgeweken: the topics of which the decided place is not the calculated one.

    Bron: Inrichtingsplan §3 (topics relate to the plan) and Evaluatie, bijlage A (the proposals).
    """

    ranglijst: Ranglijst
    afgeweken: tuple[Vastgesteld, ...] = ()

    @cached_property
    def leeg(self) -> bool:
        """Whether nothing is tied to anything: no proposals, and no topic that needs another."""
        onderwerpen = (lid.onderwerp for lid in self.ranglijst.alle)
        return not (self.dekking or any(o.afhankelijk_van for o in onderwerpen))

    @cached_property
    def leden(self) -> dict[str, Beoordeeld]:
        """Every topic by code, in the order of all lists."""
        zonder_plaats = (*self.ranglijst.onbeslist, *self.ranglijst.niet_toegelaten)
        volgorde = (*self.ranglijst.toegelaten, *sorted(zonder_plaats, key=op_titel))
        return {lid.code: lid for lid in volgorde}

    @cached_property
    def dekking(self) -> dict[int, Dekking]:
        """Of every proposal, by number, which topics serve it."""
        per_voorstel: dict[int, dict[Status, list[Beoordeeld]]] = {
            nummer: {"toegelaten": [], "onbeslist": [], "niet-toegelaten": []}
            for nummer in self.ranglijst.profiel.voorstel
        }
        for lid in self.leden.values():
            for nummer in lid.onderwerp.voorstellen or ():
                per_voorstel[nummer][lid.status].append(lid)
        voorstellen = self.ranglijst.profiel.voorstel
        return {
            nummer: Dekking(voorstellen[nummer], *map(tuple, per_status.values()))
            for nummer, per_status in per_voorstel.items()
        }

    @cached_property
    def zonder_voorstel(self) -> tuple[Beoordeeld, ...]:
        """Topics that serve no proposal, or of which that is not filled in."""
        if not self.dekking:
            return ()
        return tuple(lid for lid in self.leden.values() if not lid.onderwerp.voorstellen)

    @cached_property
    def vereist_niet_toegelaten(self) -> tuple[Vereiste, ...]:
        """What admitted topics need and what is not admitted."""
        return tuple(
            Vereiste(lid, ander)
            for lid in self.ranglijst.toegelaten
            for ander in self._op_volgorde(lid.onderwerp.afhankelijk_van)
            if ander.status != "toegelaten"
        )

    @cached_property
    def voorstelverbanden(self) -> tuple[Voorstelverband, ...]:
        """What the sources say of proposals that need or help another one."""
        return tuple(
            Voorstelverband(dekking, verband, self.dekking[verband.voorstel])
            for dekking in self.dekking.values()
            for verband in dekking.voorstel.verbanden
        )

    @cached_property
    def volgorde(self) -> tuple[Beoordeeld, ...]:
        """The admitted topics in order of execution: what the first one needs goes first.

        What is needed is followed through every topic, admitted or not (see `uitvoervolgorde`).
        """
        op_plaats = (lid.code for lid in self.ranglijst.toegelaten)
        return tuple(self.leden[code] for code in uitvoervolgorde(self._vereist, op_plaats))

    @cached_property
    def ontgrendelt(self) -> dict[str, int]:
        """Of every topic how many admitted topics need it, directly or through others."""
        return ontgrendelt(self._vereist, {lid.code for lid in self.ranglijst.toegelaten})

    @cached_property
    def ketens(self) -> tuple[tuple[Beoordeeld, ...], ...]:
        """The longest chains of prerequisites, in order of execution; at most `MAX_KETENS`."""
        gevonden = ketens(self._vereist, MAX_KETENS)
        return tuple(tuple(self.leden[code] for code in keten) for keten in gevonden)

    def verbanden_van(self, code: str) -> Verbanden:
        """What the topic with this code is tied to.

        Raises:
            OnbekendOnderwerp: the list has no such topic.
        """
        lid = self.leden.get(code)
        if lid is None:
            rangschikt = self.ranglijst.rangschikt
            raise OnbekendOnderwerp(code, self.leden.values(), rangschikt=rangschikt)
        vereist, wachtend = self._vereist[code], self._wachtend[code]
        return Verbanden(
            lid,
            tuple(self.dekking[nummer] for nummer in lid.onderwerp.voorstellen or ()),
            self._op_volgorde(vereist),
            self._op_volgorde(bereikbaar(code, self._vereist) - {*vereist}),
            self._op_volgorde(wachtend),
            self._op_volgorde(bereikbaar(code, self._wachtend) - {*wachtend}),
        )

    def vereist_door(self, onderwerp: Onderwerp) -> tuple[Beoordeeld, ...]:
        """The topics that a topic needs itself."""
        return self._op_volgorde(onderwerp.afhankelijk_van)

    def vereist_via(self, onderwerp: Onderwerp) -> tuple[Beoordeeld, ...]:
        """The admitted topics that a topic needs only through topics that are not admitted."""
        direct = onderwerp.afhankelijk_van
        via = set[str]().union(*(bereikbaar(code, self._doorgegeven) for code in direct)) - {
            *direct
        }
        return self._op_volgorde(c for c in via if self.leden[c].status == "toegelaten")

    @cached_property
    def _rang(self) -> dict[str, int]:
        return {code: n for n, code in enumerate(self.leden)}

    @cached_property
    def _vereist(self) -> dict[str, tuple[str, ...]]:
        return {code: lid.onderwerp.afhankelijk_van for code, lid in self.leden.items()}

    @cached_property
    def _doorgegeven(self) -> dict[str, tuple[str, ...]]:
        """What a topic that is not admitted passes on; who has a turn of its own passes nothing."""
        return {
            code: () if self.leden[code].status == "toegelaten" else vereist
            for code, vereist in self._vereist.items()
        }

    @cached_property
    def _wachtend(self) -> dict[str, list[str]]:
        wachtend: dict[str, list[str]] = {code: [] for code in self.leden}
        for code, vereist in self._vereist.items():
            for eerst in vereist:
                wachtend[eerst].append(code)
        return wachtend

    def _op_volgorde(self, codes: Iterable[str]) -> tuple[Beoordeeld, ...]:
        return tuple(self.leden[code] for code in sorted(codes, key=self._rang.__getitem__))
