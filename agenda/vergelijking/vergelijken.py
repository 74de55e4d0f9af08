"""The use case: two agendas beside each other, and per topic the steps that moved it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from agenda.onderwerp.invullijst import velden_van_beide
from agenda.onderwerp.oordeel import stemmen_van
from agenda.rangorde.prioritering import prioriteer
from agenda.vergelijking.kleinste import kleinste_van
from agenda.vergelijking.overig import overig_anders
from agenda.vergelijking.positie import Scorelijst, Stapgevolg, gevolgen
from agenda.vergelijking.routes import Routevergelijker, Routeverschil
from agenda.vergelijking.stappen import (
    STAPPEN,
    Kant,
    Stapnaam,
    Toetsers,
    Tussenstand,
    tussenstanden,
)
from agenda.vergelijking.verloop import verloop_van, volgt_jaren
from agenda.vergelijking.wijzigingen import Wijziging, wijzigingen_van
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.rangorde.besluit import Besluit
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.rangorde.score import Getal
    from agenda.vergelijking.verloop import Verloop
    from regels.model import Veld
    from regels.toets.verschil import Kleinste


class Overgenomen(NamedTuple):
    """A topic that both agendas have.

    Attributes:
        stappen: what each step does to it, in their fixed order; together they bring it from its
            old to its new place.
        wijzigingen: what is filled in differently.
        route: both ways to a decision; None when they are the same.
    """

    oud: Beoordeeld
    nieuw: Beoordeeld
    stappen: tuple[Stapgevolg, ...]
    wijzigingen: tuple[Wijziging, ...]
    route: Routeverschil | None

    @property
    def onderwerp(self) -> Onderwerp:
        """The topic as the new agenda has it."""
        return self.nieuw.onderwerp

    @property
    def andere_status(self) -> bool:
        """Whether it was admitted and is not any more, or the like."""
        return self.oud.status != self.nieuw.status

    @property
    def plaatsen(self) -> int | None:
        """How many places it rises (below 0 it falls); None without a place on both sides."""
        if self.oud.plaats is None or self.nieuw.plaats is None:
            return None
        return sum(stap.plaatsen for stap in self.stappen)

    @property
    def verschoven(self) -> bool:
        """Whether its place changed, or is now shared and was not before, or the reverse."""
        van, naar = self.stappen[0].van, self.stappen[-1].naar
        anders = (van.plaats, van.gedeeld) != (naar.plaats, naar.gedeeld)
        return self.plaatsen is not None and anders


class Passanten(NamedTuple):
    """Which other topics passed a topic in one step; codes, in the order of their list.

    Attributes:
        erboven: stand above it after the step, and did not before.
        niet_meer: the reverse.
        gelijk: share its place after the step, and did not before.
        niet_meer_gelijk: the reverse.
    """

    erboven: tuple[str, ...]
    niet_meer: tuple[str, ...]
    gelijk: tuple[str, ...]
    niet_meer_gelijk: tuple[str, ...]


@dataclass(frozen=True)
class Vergelijking:
    """Two agendas beside each other; topics are joined on their code.

    Attributes:
        tussenstanden: the old topics after each step but the last two.
        nieuwe: topics that only the new agenda has, in its order.
        weg: topics that only the old agenda has, in its order.
        overgenomen: topics that both have, in the order of the new agenda.
        besluiten: what was decided of the old and of the new agenda.
        overig: what else is different, by name; it moves no topic.
        kleinste: the smallest invented topic to which the rules of both sides say something else;
            None when they ask the same.
        verloop: what became of every topic; empty when it are not two years that were followed.
    """

    oud: Ranglijst
    nieuw: Ranglijst
    tussenstanden: tuple[Tussenstand, ...]
    nieuwe: tuple[Beoordeeld, ...]
    weg: tuple[Beoordeeld, ...]
    overgenomen: tuple[Overgenomen, ...]
    besluiten: tuple[Besluit | None, Besluit | None]
    overig: tuple[str, ...]
    kleinste: Kleinste | None = None
    verloop: tuple[Verloop, ...] = ()

    @property
    def rangschikt(self) -> bool:
        """Whether both agendas are ranked, so that places can be compared."""
        return _beide_gerangschikt(self.oud, self.nieuw)

    @property
    def toetst(self) -> bool:
        """Whether on either side topics can be kept off the agenda."""
        return self.oud.toetst or self.nieuw.toetst

    @property
    def verschoven(self) -> tuple[Overgenomen, ...]:
        """Topics with a place on both sides that is not the same."""
        return tuple(deel for deel in self.overgenomen if deel.verschoven)

    @property
    def andere_status(self) -> tuple[Overgenomen, ...]:
        """Topics with another status."""
        return tuple(deel for deel in self.overgenomen if deel.andere_status)

    @property
    def opgeheven(self) -> tuple[Overgenomen, ...]:
        """Topics with the same status and place, though steps moved them: these cancel out."""
        return tuple(
            deel
            for deel in self.overgenomen
            if not (deel.verschoven or deel.andere_status) and any(s.telt for s in deel.stappen)
        )

    @property
    def gewijzigd(self) -> tuple[Overgenomen, ...]:
        """Topics for which something is filled in differently."""
        return tuple(deel for deel in self.overgenomen if deel.wijzigingen)

    @property
    def andere_route(self) -> tuple[Overgenomen, ...]:
        """Topics that others discuss, or decide on, than before."""
        return tuple(deel for deel in self.overgenomen if deel.route)

    @property
    def zelfde(self) -> bool:
        """Whether nothing at all is different, also in what no topic is judged by."""
        gebeurd = self.nieuwe or self.weg or self.gewijzigd or self.andere_route or self.overig
        verschillen = any(stand.verschillen for stand in self.tussenstanden)
        return not gebeurd and not verschillen and self.oud.profiel == self.nieuw.profiel

    @property
    def andere_code(self) -> tuple[tuple[Onderwerp, Onderwerp], ...]:
        """Topics that one agenda has under another code, as far as an equal title tells."""
        op_titel = {deel.titel: deel.onderwerp for deel in self.weg}
        return tuple(
            (op_titel[deel.titel], deel.onderwerp) for deel in self.nieuwe if deel.titel in op_titel
        )

    @cached_property
    def velden(self) -> dict[str, Veld]:
        """The fields that rules of either side use, by name."""
        return {**self.oud.velden, **self.nieuw.velden}

    @cached_property
    def alleen(self) -> dict[str, str]:
        """Code → «nieuw» or «weg», of the topics that one agenda has."""
        nieuw = {deel.code: "nieuw" for deel in self.nieuwe}
        return nieuw | {deel.code: "weg" for deel in self.weg}

    def passanten(self, deel: Overgenomen, gevolg: Stapgevolg) -> Passanten:
        """Which other topics passed a topic in one of its steps; their numbers make its move."""
        sleutel = (gevolg.stap, gevolg.van.uitslag.score, gevolg.naar.uitslag.score)
        if sleutel not in self._gepasseerd:
            nummer = STAPPEN.index(gevolg.stap)
            voor = self._scorelijsten[nummer].rond(sleutel[1])
            na = self._scorelijsten[nummer + 1].rond(sleutel[2])
            self._gepasseerd[sleutel] = tuple(
                [code for code in deze if code not in andere]
                for deel_voor, deel_na in zip(voor, na, strict=True)
                for deze, andere in ((deel_na, set(deel_voor)), (deel_voor, set(deel_na)))
            )
        eigen = deel.onderwerp.code
        return Passanten(
            *(tuple(c for c in codes if c != eigen) for codes in self._gepasseerd[sleutel])
        )

    @cached_property
    def _gepasseerd(self) -> dict[tuple[Stapnaam, Getal, Getal], tuple[list[str], ...]]:
        """Step, score before and score after → who passes; many topics have the same scores."""
        return {}

    @cached_property
    def _scorelijsten(self) -> tuple[Scorelijst, ...]:
        """The list before the first step and after each; a topic's own data leave the others."""
        lijsten = _lijsten(self.oud, self.tussenstanden, self.nieuw)
        was, *tussen, wordt = _scorelijsten(lijsten)
        return (was, *tussen, tussen[-1], wordt)


def vergelijk(
    oud: Kant, nieuw: Kant, volg: Volger = stil, maak: Toetsers | None = None
) -> Vergelijking:
    """Hold a new agenda against an old one.

    Raises:
        GeenRegels: one of the two has no rules in force on its peildatum.
        Onenigheid: the two evaluators disagree on a topic; the run stops.
    """
    maak = maak or Toetsers()
    was, wordt = (
        prioriteer(kant.dossier, kant.profiel, kant.regelset, volg, maak) for kant in (oud, nieuw)
    )
    standen = tussenstanden(was, oud, nieuw, maak, volg)
    scores = _scorelijsten(_lijsten(was, standen, wordt))
    routes = Routevergelijker(oud, nieuw)
    criteria = tuple(dict.fromkeys((*nieuw.regelset.criteria, *oud.regelset.criteria)))
    oude = {beoordeeld.code: beoordeeld for beoordeeld in was.alle}
    nieuwe = {beoordeeld.code: beoordeeld for beoordeeld in wordt.alle}
    velden = velden_van_beide(oud.profiel, nieuw.profiel)
    stemmen_oud, stemmen_nieuw = (stemmen_van(kant.dossier.oordelen) for kant in (oud, nieuw))
    volgt = volgt_jaren(oud, nieuw)
    return Vergelijking(
        was,
        wordt,
        standen,
        tuple(deel for code, deel in nieuwe.items() if code not in oude),
        tuple(deel for code, deel in oude.items() if code not in nieuwe),
        tuple(
            Overgenomen(
                oude[code],
                deel,
                tuple(gevolgen(scores, code, deel.uitslag)),
                wijzigingen_van(
                    oude[code].onderwerp,
                    deel.onderwerp,
                    velden,
                    criteria,
                    (stemmen_oud.get(code, {}), stemmen_nieuw.get(code, {})),
                ),
                routes.verschil(oude[code].onderwerp, deel.onderwerp),
            )
            for code, deel in nieuwe.items()
            if code in oude
        ),
        (oud.besluit, nieuw.besluit),
        overig_anders(oud, nieuw),
        kleinste_van(oud, nieuw),
        verloop_van(was.alle, wordt.alle, oud.feiten) if volgt else (),
    )


def _beide_gerangschikt(oud: Ranglijst, nieuw: Ranglijst) -> bool:
    return oud.rangschikt and nieuw.rangschikt


def _scorelijsten(lijsten: tuple[Ranglijst, ...]) -> list[Scorelijst]:
    rangschikt = _beide_gerangschikt(lijsten[0], lijsten[-1])
    return [Scorelijst(lijst, rangschikt=rangschikt) for lijst in lijsten]


def _lijsten(
    oud: Ranglijst, standen: tuple[Tussenstand, ...], nieuw: Ranglijst
) -> tuple[Ranglijst, ...]:
    return (oud, *(stand.ranglijst for stand in standen), nieuw)
