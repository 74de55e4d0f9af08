"""Why a topic is on the list, off it, or undecided: the full reasoning as a value.

Table, JSON, Word and HTML are renderings of the same `Uitleg`; its points add up to the score.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from agenda.onderwerp.tag import LEEG
from agenda.rangorde.feiten import TOEGELICHT_UIT, Waarneming
from agenda.rangorde.lezing import tel_lezingen
from agenda.rangorde.planrelatie import wijs_plannen

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.tag import Tag
    from agenda.rangorde.lezing import Lezingen
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst, Status
    from regels.model import Oordeel, Regel, Toets, Uitkomst, Waarde


class Reden(NamedTuple):
    """One condition of a rule, held against the facts.

    Attributes:
        omschrijving: what the field says, in words.
        gevonden: the value found; None is unknown.
        verwacht: what the rule asks, in words.
        toelichting: where the value comes from; empty when the value says it all.
    """

    veld: str
    omschrijving: str
    gevonden: Waarde | None
    verwacht: str
    uitkomst: Uitkomst
    toelichting: str


class Uitgangspunt(NamedTuple):
    """A rule for admission and what became of it for one topic.

    Attributes:
        redenen: why it does not hold, or what is still unknown: a sentence per condition.
    """

    oordeel: Oordeel
    voorwaarden: tuple[Reden, ...]
    redenen: tuple[str, ...]

    @property
    def regel(self) -> Regel:
        """The rule."""
        return self.oordeel.regel

    @property
    def uitkomst(self) -> Uitkomst:
        """Whether it holds."""
        return self.oordeel.uitkomst


class Criterium(NamedTuple):
    """A criterion and what it contributes to the score of one topic.

    Attributes:
        tag: what the werkgroep says of it.
    """

    oordeel: Oordeel
    gewicht: int
    tag: Tag

    @property
    def regel(self) -> Regel:
        """The rule."""
        return self.oordeel.regel

    @property
    def waarde(self) -> Uitkomst:
        """Whether it holds."""
        return self.oordeel.uitkomst

    @property
    def punten(self) -> int:
        """The weight when the criterion is ja, else 0."""
        return self.gewicht if self.oordeel.uitkomst == "ja" else 0


@dataclass(frozen=True, slots=True)
class Uitleg:
    """The full reasoning for one topic.

    Attributes:
        plaats: None when the topic is not admitted.
        gelijk: all topics that have this place, itself included, by title.
        score: what the criteria add up to; it only counts for the list when there is a place.
        score_max: the score if every unknown criterium turned out ja.
        uitgangspunten: the rules for admission, in rule order.
        criteria: in rule order; their points add up to the score.
        redenen: why the topic is not admitted, or what is still unknown: a sentence per condition.
            They state the facts that were found, never a verdict on people.
        lezingen: how much of it is our reading.
    """

    onderwerp: Onderwerp
    status: Status
    plaats: int | None
    gelijk: tuple[Beoordeeld, ...]
    score: int
    score_max: int
    uitgangspunten: tuple[Uitgangspunt, ...]
    criteria: tuple[Criterium, ...]
    redenen: tuple[str, ...]
    lezingen: Lezingen

    @property
    def deelt_met(self) -> tuple[Onderwerp, ...]:
        """The other topics that have the same place, by title."""
        return tuple(g.onderwerp for g in self.gelijk if g.onderwerp is not self.onderwerp)


_BESLIST: dict[Status, Uitkomst] = {"niet-toegelaten": "nee", "onbeslist": "onbekend"}
"""Status → the outcome of the uitgangspunten that keep a topic from being admitted."""


class Uitlegger:
    """Explains what a ranked list says of its topics.

    Topics with the same facts share their judgements; what a judgement says in words is made once
    for all topics of which it says the same.
    """

    def __init__(self, ranglijst: Ranglijst) -> None:
        self._gewichten = ranglijst.gewichten
        self._velden = ranglijst.velden
        wijzer = wijs_plannen(ranglijst.profiel, ranglijst.dossier.instellingen.peildatum)
        self._waarneming = Waarneming(ranglijst.profiel, wijzer, ())
        self._eigen = {regel.code: _eigen_van(regel) for regel in ranglijst.regels}
        self._gelijk = {
            plaats: tuple(groep)
            for plaats, groep in groupby(ranglijst.toegelaten, lambda g: g.plaats)
        }
        self._bekend: dict[tuple[int, object], Uitgangspunt] = {}

    def leg_uit(self, beoordeeld: Beoordeeld) -> Uitleg:
        """The full reasoning for a topic of the list."""
        onderwerp, uitslag, plaats, _ = beoordeeld
        gewichten, tags = self._gewichten, onderwerp.criteria
        uitgangspunten = tuple([self._uitgangspunt(o, onderwerp) for o in uitslag.uitgangspunten])
        beslist = _BESLIST.get(uitslag.status)
        return Uitleg(
            onderwerp,
            uitslag.status,
            plaats,
            self._gelijk.get(plaats, ()),
            uitslag.score,
            uitslag.score_max,
            uitgangspunten,
            tuple(
                [
                    Criterium(o, gewichten[o.regel.code], tags.get(o.regel.code, LEEG))
                    for o in uitslag.criteria
                ]
            ),
            tuple([zin for u in uitgangspunten if u.uitkomst == beslist for zin in u.redenen]),
            tel_lezingen(beoordeeld, gewichten),
        )

    def _uitgangspunt(self, oordeel: Oordeel, onderwerp: Onderwerp) -> Uitgangspunt:
        # What is kept holds the judgement, so no other judgement can get its identity.
        sleutel = id(oordeel), self._eigen[oordeel.regel.code](onderwerp)
        bekend = self._bekend.get(sleutel)
        if bekend is None:
            voorwaarden = tuple([self._reden(toets, onderwerp) for toets in oordeel.toetsen])
            redenen = [zin_van(v) for v in voorwaarden if v.uitkomst == oordeel.uitkomst != "ja"]
            bekend = Uitgangspunt(oordeel, voorwaarden, tuple(redenen))
            self._bekend[sleutel] = bekend
        return bekend

    def _reden(self, toets: Toets, onderwerp: Onderwerp) -> Reden:
        veld = self._velden[toets.voorwaarde.veld]
        eenheid = veld.eenheid[toets.voorwaarde.waarde != 1]
        return Reden(
            veld.naam,
            veld.omschrijving,
            toets.gevonden,
            f"{toets.voorwaarde.verwacht} {eenheid}".rstrip(),
            toets.uitkomst,
            self._waarneming.toelichting(veld.naam, onderwerp),
        )


def _eigen_van(regel: Regel) -> Callable[[Onderwerp], object]:
    """Gives of a topic on what the words of a rule depend, beside its judgement."""
    namen = [naam for veld in regel.velden for naam in TOEGELICHT_UIT.get(veld, ())]
    return attrgetter(*namen) if namen else lambda _: None


def leg_uit(ranglijst: Ranglijst, code: str) -> Uitleg:
    """The full reasoning for the topic with this code.

    Raises:
        OnbekendOnderwerp: the list has no such topic.
    """
    return Uitlegger(ranglijst).leg_uit(ranglijst.zoek(code))


def feit_van(reden: Reden) -> str:
    """What was found for a condition: «raakt alleen Rivierenland», or «veiligheid: onbekend»."""
    gevonden = "onbekend" if reden.gevonden is None else reden.gevonden
    return reden.toelichting or f"{reden.omschrijving}: {gevonden}"


def zin_van(reden: Reden) -> str:
    """One condition in a sentence: «raakt alleen Rivierenland; de regel vraagt minstens 2 …»."""
    return f"{feit_van(reden)}; de regel vraagt {reden.verwacht}"
