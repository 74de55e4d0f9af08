"""The use case: two agendas beside each other, and per topic the steps that moved it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from agenda.prioritering import prioriteer
from agenda.vergelijking.stappen import (
    STAPPEN,
    Kant,
    Stapnaam,
    Toetsers,
    Tussenstand,
    tussenstanden,
)
from agenda.vergelijking.wijzigingen import Wijziging, wijzigingen_van
from agenda.voortgang import Volger, stil

if TYPE_CHECKING:
    from agenda.onderwerp import Onderwerp
    from agenda.ranglijst import Beoordeeld, Geplaatst, Ranglijst, Status, Uitslag
    from regels.model import Oordeel, Regel

GEEN_REGEL = "geen regel"


class Stand(NamedTuple):
    """Where a topic stands at one moment on the way from old to new.

    Attributes:
        plaats: its place; of a topic that is not admitted, the place that its score would give.
        gedeeld: whether an admitted topic other than itself has that place.
    """

    uitslag: Uitslag
    plaats: int
    gedeeld: bool

    @property
    def status(self) -> Status:
        """Admitted, not admitted or undecided."""
        return self.uitslag.status


class Oordeelverschil(NamedTuple):
    """The judgement of one rule before and after a step; None where there is no such rule."""

    regel: Regel
    oud: Oordeel | None
    nieuw: Oordeel | None

    @property
    def was(self) -> str:
        """The outcome before: ja, nee, onbekend, or «geen regel»."""
        return self.oud.uitkomst if self.oud else GEEN_REGEL

    @property
    def wordt(self) -> str:
        """The outcome after."""
        return self.nieuw.uitkomst if self.nieuw else GEEN_REGEL


class Stapgevolg(NamedTuple):
    """What one step does to one topic."""

    stap: Stapnaam
    van: Stand
    naar: Stand

    @property
    def plaatsen(self) -> int:
        """How many places it rises; below 0 it falls."""
        return self.van.plaats - self.naar.plaats

    @property
    def andere_status(self) -> bool:
        """Whether the step changes the status."""
        return self.van.status != self.naar.status

    @property
    def telt(self) -> bool:
        """Whether the step changes the status, or the place of an admitted topic."""
        van, naar = self.van, self.naar
        anders = (van.plaats, van.gedeeld) != (naar.plaats, naar.gedeeld)
        return self.andere_status or (naar.status == "toegelaten" and anders)

    @property
    def oordelen(self) -> tuple[Oordeelverschil, ...]:
        """The rules whose outcome changed, came or went."""
        voor, na = (
            {o.regel.code: o for o in (*stand.uitslag.uitgangspunten, *stand.uitslag.criteria)}
            for stand in (self.van, self.naar)
        )
        verschillen = (
            Oordeelverschil((na.get(code) or voor[code]).regel, voor.get(code), na.get(code))
            for code in dict.fromkeys((*na, *voor))
        )
        return tuple(verschil for verschil in verschillen if verschil.was != verschil.wordt)


class Overgenomen(NamedTuple):
    """A topic that both agendas have.

    Attributes:
        stappen: what each step does to it, in their fixed order; together they bring it from its
            old to its new place.
        wijzigingen: what is filled in differently.
    """

    oud: Geplaatst | Beoordeeld
    nieuw: Geplaatst | Beoordeeld
    stappen: tuple[Stapgevolg, ...]
    wijzigingen: tuple[Wijziging, ...]

    @property
    def onderwerp(self) -> Onderwerp:
        """The topic as the new agenda has it."""
        return self.nieuw.onderwerp

    @property
    def andere_status(self) -> bool:
        """Whether it was admitted and is not any more, or the like."""
        return self.oud.uitslag.status != self.nieuw.uitslag.status

    @property
    def plaatsen(self) -> int | None:
        """How many places it rises (below 0 it falls); None without a place on both sides."""
        statussen = {self.oud.uitslag.status, self.nieuw.uitslag.status}
        return sum(stap.plaatsen for stap in self.stappen) if statussen == {"toegelaten"} else None

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
    """

    oud: Ranglijst
    nieuw: Ranglijst
    tussenstanden: tuple[Tussenstand, ...]
    nieuwe: tuple[Geplaatst | Beoordeeld, ...]
    weg: tuple[Geplaatst | Beoordeeld, ...]
    overgenomen: tuple[Overgenomen, ...]

    @property
    def verschoven(self) -> tuple[Overgenomen, ...]:
        """Topics with a place on both sides that is not the same."""
        return tuple(deel for deel in self.overgenomen if deel.verschoven)

    @property
    def andere_status(self) -> tuple[Overgenomen, ...]:
        """Topics with another status."""
        return tuple(deel for deel in self.overgenomen if deel.andere_status)

    @property
    def gewijzigd(self) -> tuple[Overgenomen, ...]:
        """Topics for which something is filled in differently."""
        return tuple(deel for deel in self.overgenomen if deel.wijzigingen)

    @property
    def zelfde(self) -> bool:
        """Whether nothing at all is different."""
        gebeurd = self.nieuwe or self.weg or self.gewijzigd
        return not gebeurd and not any(stand.verschillen for stand in self.tussenstanden)

    @cached_property
    def alleen(self) -> dict[str, str]:
        """Code → «nieuw» or «weg», of the topics that one agenda has."""
        nieuw = {deel.onderwerp.code: "nieuw" for deel in self.nieuwe}
        return nieuw | {deel.onderwerp.code: "weg" for deel in self.weg}

    def passanten(self, deel: Overgenomen, gevolg: Stapgevolg) -> Passanten:
        """Which other topics passed a topic in one of its steps; their numbers make its move."""
        sleutel = (gevolg.stap, gevolg.van.uitslag.score, gevolg.naar.uitslag.score)
        if sleutel not in self._gepasseerd:
            nummer = STAPPEN.index(gevolg.stap)
            voor = _rond(self._lijsten[nummer], sleutel[1])
            na = _rond(self._lijsten[nummer + 1], sleutel[2])
            self._gepasseerd[sleutel] = tuple(
                [code for code in erbij if code not in eraf]
                for deel_voor, deel_na in zip(voor, na, strict=True)
                for erbij, eraf in ((deel_na, deel_voor), (deel_voor, deel_na))
            )
        eigen = deel.onderwerp.code
        return Passanten(
            *(tuple(c for c in codes if c != eigen) for codes in self._gepasseerd[sleutel])
        )

    @cached_property
    def _gepasseerd(self) -> dict[tuple[Stapnaam, int, int], tuple[list[str], ...]]:
        """Step, score before and score after → who passes; many topics have the same scores."""
        return {}

    @cached_property
    def _lijsten(self) -> tuple[Ranglijst, ...]:
        """The list before the first step and after each; a topic's own data leave the others."""
        tussen = tuple(stand.ranglijst for stand in self.tussenstanden)
        return (self.oud, *tussen, tussen[-1], self.nieuw)


def vergelijk(
    oud: Kant, nieuw: Kant, volg: Volger = stil, maak: Toetsers | None = None
) -> Vergelijking:
    """Hold a new agenda against an old one.

    Raises:
        GeenRegels: one of the two has no rules in force on its peildatum.
        Onenigheid: the two evaluators disagree on a topic; the run stops.
    """
    maak = maak or Toetsers()
    was, wordt = prioriteer(*oud, volg, maak), prioriteer(*nieuw, volg, maak)
    standen = tussenstanden(was, oud, nieuw, maak, volg)
    velden = [_Veld(lijst) for lijst in (was, *(stand.ranglijst for stand in standen), wordt)]
    criteria = tuple(dict.fromkeys((*nieuw.regelset.criteria, *oud.regelset.criteria)))
    oude = {beoordeeld.onderwerp.code: beoordeeld for beoordeeld in was.alle}
    nieuwe = {beoordeeld.onderwerp.code: beoordeeld for beoordeeld in wordt.alle}
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
                tuple(_gevolgen(velden, code, deel.uitslag)),
                wijzigingen_van(oude[code].onderwerp, deel.onderwerp, criteria),
            )
            for code, deel in nieuwe.items()
            if code in oude
        ),
    )


class _Veld:
    """A ranked list as a field of scores, to find the place that any score would give."""

    def __init__(self, ranglijst: Ranglijst) -> None:
        self._scores = [-geplaatst.uitslag.score for geplaatst in ranglijst.toegelaten]
        self._aantal = Counter(self._scores)
        self._uitslag = {b.onderwerp.code: b.uitslag for b in ranglijst.alle}

    def stand(self, code: str, uitslag: Uitslag | None = None) -> Stand:
        """Where a topic of the list stands, or would stand with another result for itself."""
        nu = self._uitslag[code]
        dan = uitslag or nu
        mee = nu.status == "toegelaten"  # in the field, so never above or equal to itself
        boven = bisect_left(self._scores, -dan.score) - (mee and nu.score > dan.score)
        gelijk = self._aantal[-dan.score] - (mee and nu.score == dan.score)
        return Stand(dan, boven + 1, gelijk > 0)


def _gevolgen(velden: list[_Veld], code: str, uitslag: Uitslag) -> list[Stapgevolg]:
    """The steps of one topic: its standing in every field, before the last with its own new data.

    Its own new data under the new measure give what the new agenda gives it, whatever others do.
    """
    *tussen, laatste = velden
    standen = [veld.stand(code) for veld in tussen]
    standen += [tussen[-1].stand(code, uitslag), laatste.stand(code)]
    paren = zip(STAPPEN, standen, standen[1:], strict=False)
    return [Stapgevolg(stap, van, naar) for stap, van, naar in paren]


def _rond(ranglijst: Ranglijst, score: int) -> tuple[dict[str, None], dict[str, None]]:
    """The codes of the admitted topics with a higher score, and with this one, by place."""
    boven: dict[str, None] = {}
    gelijk: dict[str, None] = {}
    for geplaatst in ranglijst.toegelaten:
        if geplaatst.uitslag.score < score:
            break
        (boven if geplaatst.uitslag.score > score else gelijk)[geplaatst.onderwerp.code] = None
    return boven, gelijk
