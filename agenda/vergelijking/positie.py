"""Where a topic stands at each moment on the way from old to new, and what each step does to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from agenda.vergelijking.stappen import STAPPEN, Stapnaam

if TYPE_CHECKING:
    from agenda.onderwerp.oordeel import Telling
    from agenda.rangorde.ranglijst import Ranglijst, Status, Uitslag
    from agenda.rangorde.score import Getal
    from regels.model import Oordeel, Regel

GEEN_REGEL = "geen regel"


class Positie(NamedTuple):
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
    """The judgement of one rule before and after a step; None where there is no such rule.

    Attributes:
        tellingen: how many municipalities said what of it before and after; None where none of
            them speaks.
    """

    regel: Regel
    oud: Oordeel | None
    nieuw: Oordeel | None
    tellingen: tuple[Telling | None, Telling | None] = (None, None)

    @property
    def was(self) -> str:
        """The outcome before: ja, nee, onbekend, verdeeld, or «geen regel»."""
        return _uitkomst(self.oud, self.tellingen[0])

    @property
    def wordt(self) -> str:
        """The outcome after."""
        return _uitkomst(self.nieuw, self.tellingen[1])

    @property
    def anders(self) -> bool:
        """Whether the outcome is another, or as divided and in another way."""
        verdeeld = self.was == "verdeeld" and self.tellingen[0] != self.tellingen[1]
        return self.was != self.wordt or verdeeld


def _uitkomst(oordeel: Oordeel | None, telling: Telling | None) -> str:
    if telling is not None:
        return telling.uitkomst
    return oordeel.uitkomst if oordeel else GEEN_REGEL


class Stapgevolg(NamedTuple):
    """What one step does to one topic."""

    stap: Stapnaam
    van: Positie
    naar: Positie

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
    def doet_iets(self) -> bool:
        """Whether anything about its standing changes, also what nobody sees on the list."""
        van, naar = (
            positie._replace(uitslag=positie.uitslag._replace(stemmen=()))
            for positie in (self.van, self.naar)
        )
        return van != naar

    @property
    def oordelen(self) -> tuple[Oordeelverschil, ...]:
        """The rules whose outcome changed, came or went."""
        voor, na = (
            {o.regel.code: o for o in (*positie.uitslag.uitgangspunten, *positie.uitslag.criteria)}
            for positie in (self.van, self.naar)
        )
        geteld_voor, geteld_na = (_geteld(positie.uitslag) for positie in (self.van, self.naar))
        verschillen = (
            Oordeelverschil(
                (na.get(code) or voor[code]).regel,
                voor.get(code),
                na.get(code),
                (geteld_voor.get(code), geteld_na.get(code)),
            )
            for code in dict.fromkeys((*na, *voor))
        )
        return tuple(verschil for verschil in verschillen if verschil.anders)


def _geteld(uitslag: Uitslag) -> dict[str, Telling]:
    """Criterion → how many municipalities say what; empty where none of them speaks."""
    if not uitslag.tellingen:
        return {}
    delen = zip(uitslag.criteria, uitslag.tellingen, strict=True)
    return {oordeel.regel.code: telling for oordeel, telling in delen}


class Scorelijst:
    """The scores of a ranked list, to find the place that any score would give.

    Args:
        rangschikt: whether places are compared; else every topic stands equally high.
    """

    def __init__(self, ranglijst: Ranglijst, *, rangschikt: bool = True) -> None:
        self._rangschikt = rangschikt
        self._scores = [-geplaatst.uitslag.score for geplaatst in ranglijst.toegelaten]
        self._codes = [geplaatst.code for geplaatst in ranglijst.toegelaten]
        self._uitslag = {b.code: b.uitslag for b in ranglijst.alle}

    def rond(self, score: Getal) -> tuple[list[str], list[str]]:
        """The codes with a higher score, and with this one, in the order of the list."""
        begin, einde = self._plek(score)
        return self._codes[:begin], self._codes[begin:einde]

    def _plek(self, score: Getal) -> tuple[int, int]:
        """How many have a higher score, and how many at least this one."""
        return bisect_left(self._scores, -score), bisect_right(self._scores, -score)

    def positie(self, code: str, uitslag: Uitslag | None = None) -> Positie:
        """Where a topic of the list stands, or would stand with another result for itself."""
        nu = self._uitslag[code]
        dan = uitslag or nu
        if not self._rangschikt:
            return Positie(dan, 1, gedeeld=False)
        mee = nu.status == "toegelaten"  # in the list, so never above or equal to itself
        boven, minstens = self._plek(dan.score)
        gelijk = minstens - boven - (mee and nu.score == dan.score)
        return Positie(dan, boven - (mee and nu.score > dan.score) + 1, gelijk > 0)


def gevolgen(lijsten: list[Scorelijst], code: str, uitslag: Uitslag) -> list[Stapgevolg]:
    """The steps of one topic: its standing in every list, before the last with its own new data.

    Its own new data under the new measure give what the new agenda gives it, whatever others do.
    """
    *tussen, laatste = lijsten
    posities = [lijst.positie(code) for lijst in tussen]
    posities += [tussen[-1].positie(code, uitslag), laatste.positie(code)]
    paren = zip(STAPPEN, posities, posities[1:], strict=False)
    return [Stapgevolg(stap, van, naar) for stap, van, naar in paren]
