"""Why a topic is on the list, off it, or undecided: the full reasoning as a value.

Table, JSON, Word and HTML are renderings of the same `Uitleg`; its points add up to the score.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from agenda.feiten import Waarneming
from agenda.planrelatie import wijs_plannen
from agenda.route import Routewijzer
from agenda.samenhang import Samenhang
from agenda.tag import LEEG
from agenda.verandering import Veranderaar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.onderwerp import Onderwerp
    from agenda.ranglijst import Beoordeeld, Geplaatst, Ranglijst, Status, Uitslag
    from agenda.route import Route
    from agenda.samenhang import Verbanden
    from agenda.tag import Tag
    from agenda.verandering import Verandering
    from regels.model import Oordeel, Regel, Toets, Uitkomst, Waarde


@dataclass(frozen=True, slots=True)
class Reden:
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


@dataclass(frozen=True, slots=True)
class Uitgangspunt:
    """A rule for admission and what became of it for one topic."""

    regel: Regel
    uitkomst: Uitkomst
    voorwaarden: tuple[Reden, ...]


@dataclass(frozen=True, slots=True)
class Criterium:
    """A criterion and what it contributes to the score of one topic."""

    regel: Regel
    waarde: Uitkomst
    gewicht: int
    tag: Tag
    voorwaarden: tuple[Reden, ...]

    @property
    def punten(self) -> int:
        """The weight when the criterion is ja, else 0."""
        return self.gewicht if self.waarde == "ja" else 0


class Uitleg(NamedTuple):
    """The full reasoning for one topic; its words are found when they are read.

    Attributes:
        plaats: None when the topic is not admitted.
        gelijk: all topics that have this place, itself included, by title.
        uitslag: every judgement, with each condition's value found, value asked and outcome.
    """

    onderwerp: Onderwerp
    plaats: int | None
    gelijk: Sequence[Geplaatst]
    uitslag: Uitslag
    woorden: Woorden

    @property
    def status(self) -> Status:
        """Admitted, not admitted or undecided."""
        return self.uitslag.status

    @property
    def score(self) -> int:
        """What the criteria add up to; it only counts for the list when there is a place."""
        return self.uitslag.score

    @property
    def score_max(self) -> int:
        """The score if every unknown criterium turned out ja."""
        return self.uitslag.score_max

    @property
    def deelt_met(self) -> tuple[Onderwerp, ...]:
        """The other topics that have the same place, by title."""
        return tuple(g.onderwerp for g in self.gelijk if g.onderwerp is not self.onderwerp)

    @property
    def uitgangspunten(self) -> tuple[Uitgangspunt, ...]:
        """The rules for admission, in rule order."""
        return tuple(
            Uitgangspunt(o.regel, o.uitkomst, self.woorden.redenen(o, self.onderwerp))
            for o in self.uitslag.uitgangspunten
        )

    @property
    def criteria(self) -> tuple[Criterium, ...]:
        """The criteria, in rule order; their points add up to the score."""
        return tuple(
            Criterium(
                o.regel,
                o.uitkomst,
                self.woorden.gewichten[o.regel.code],
                self.onderwerp.criteria.get(o.regel.code, LEEG),
                self.woorden.redenen(o, self.onderwerp),
            )
            for o in self.uitslag.criteria
        )

    @property
    def verbanden(self) -> Verbanden:
        """What the topic serves, what it needs and what waits for it."""
        return self.woorden.samenhang.verbanden_van(self.onderwerp.code)

    @property
    def route(self) -> Route:
        """Who discusses it, who advises and who decides."""
        return self.woorden.routewijzer.route_van(self.onderwerp)

    @property
    def veranderingen(self) -> tuple[Verandering, ...]:
        """The smallest changes by which the topic would be admitted, or would move."""
        return self.woorden.veranderaar.veranderingen(self.onderwerp, self.uitslag, self.plaats)

    @property
    def redenen(self) -> tuple[str, ...]:
        """Why the topic is not admitted, or what is still unknown: a sentence per condition.

        It states the facts that were found, never a verdict on people.
        """
        beslist = {"niet-toegelaten": "nee", "onbeslist": "onbekend"}.get(self.status)
        return tuple(
            zin_van(reden)
            for uitgangspunt in self.uitgangspunten
            for reden in uitgangspunt.voorwaarden
            if reden.uitkomst == beslist
        )


class Woorden:
    """Finds the words for judgements: what a field says, and where its value comes from.

    Attributes:
        samenhang: what the topics of the list are tied to.
        routewijzer: finds their way to a decision.
    """

    def __init__(self, ranglijst: Ranglijst) -> None:
        self.gewichten = ranglijst.gewichten
        self.samenhang = Samenhang(ranglijst)
        self._velden = ranglijst.velden
        peildatum = ranglijst.dossier.instellingen.peildatum
        wijzer = wijs_plannen(ranglijst.profiel, peildatum)
        self._waarneming = Waarneming(ranglijst.profiel, wijzer, ())
        self.veranderaar = Veranderaar(ranglijst, self._waarneming)
        self._profiel, self._peildatum = ranglijst.profiel, peildatum

    @cached_property
    def routewijzer(self) -> Routewijzer:
        """Finds the way of a topic to a decision."""
        return Routewijzer(self._profiel, self._peildatum)

    def redenen(self, oordeel: Oordeel, onderwerp: Onderwerp) -> tuple[Reden, ...]:
        """Each condition of a judgement on a topic."""
        return tuple(self._reden(toets, onderwerp) for toets in oordeel.toetsen)

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


class Uitlegger:
    """Explains what a ranked list says of its topics."""

    def __init__(self, ranglijst: Ranglijst) -> None:
        self._woorden = Woorden(ranglijst)
        self._op_score: dict[int, list[Geplaatst]] = defaultdict(list)
        for geplaatst in ranglijst.toegelaten:
            self._op_score[geplaatst.uitslag.score].append(geplaatst)

    @property
    def samenhang(self) -> Samenhang:
        """What the topics of the list are tied to."""
        return self._woorden.samenhang

    def leg_uit(self, beoordeeld: Beoordeeld | Geplaatst) -> Uitleg:
        """The full reasoning for a topic of the list."""
        onderwerp, uitslag = beoordeeld.onderwerp, beoordeeld.uitslag
        if uitslag.status != "toegelaten":
            return Uitleg(onderwerp, None, (), uitslag, self._woorden)
        gelijk = self._op_score[uitslag.score]
        return Uitleg(onderwerp, gelijk[0].plaats, gelijk, uitslag, self._woorden)


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
