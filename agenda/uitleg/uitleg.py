"""Why a topic is on the list, off it, or undecided: the full reasoning as a value.

Table, JSON, Word and HTML are renderings of the same `Uitleg`; its points add up to the score.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from agenda.feiten.waarneming import TOEGELICHT_UIT, Waarneming
from agenda.onderwerp.tag import LEEG
from agenda.rangorde.lezing import tel_lezingen
from agenda.rangorde.score import punten_van

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agenda.feiten.waarneming import Toelichter
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.oordeel import Stem, Telling
    from agenda.onderwerp.tag import Tag
    from agenda.rangorde.lezing import Lezingen
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst, Status, Uitslag
    from agenda.rangorde.score import Getal
    from regels.model import Oordeel, Regel, Toets, Uitkomst, Veld, Waarde

    Oordelen = tuple[Oordeel, ...]


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
    """A criterion and what it contributes to a score; topics with the same answers share it.

    Attributes:
        telling: how many municipalities say what of it; None where none of them speaks.
        stemmen: the same, each with its answer, in the order of the region.
    """

    oordeel: Oordeel
    gewicht: int
    telling: Telling | None = None
    stemmen: tuple[Stem, ...] = ()

    @property
    def regel(self) -> Regel:
        """The rule."""
        return self.oordeel.regel

    @property
    def waarde(self) -> str:
        """Whether it holds: ja, nee, onbekend, or verdeeld where municipalities differ."""
        return self.telling.uitkomst if self.telling else self.oordeel.uitkomst

    @property
    def punten(self) -> Getal:
        """The weight when the criterion is ja, else 0; of voices the share that says ja."""
        if self.telling:
            return punten_van(self.telling.ja, self.telling, self.gewicht)
        return self.gewicht if self.oordeel.uitkomst == "ja" else 0


class Uitleg(NamedTuple):
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
    score: Getal
    score_max: Getal
    uitgangspunten: tuple[Uitgangspunt, ...]
    criteria: tuple[Criterium, ...]
    redenen: tuple[str, ...]
    lezingen: Lezingen

    @property
    def deelt_met(self) -> tuple[Onderwerp, ...]:
        """The other topics that have the same place, by title."""
        return tuple(g.onderwerp for g in self.gelijk if g.onderwerp is not self.onderwerp)

    def tag(self, criterium: Criterium) -> Tag:
        """What the werkgroep says of a criterion for this topic; empty where municipalities do."""
        return self.onderwerp.criteria.get(criterium.regel.code, LEEG)


_BESLIST: dict[Status, Uitkomst] = {"niet-toegelaten": "nee", "onbeslist": "onbekend"}
"""Status → the outcome of the uitgangspunten that keep a topic from being admitted."""


class Uitlegger:
    """Explains what a ranked list says of its topics.

    Topics with the same facts share their judgements; what these say in words and in points is made
    once for all topics of which they say the same. What is kept by the identity of judgements also
    holds these judgements, so no others can get that identity.
    """

    def __init__(self, ranglijst: Ranglijst) -> None:
        self._gewichten = ranglijst.gewichten
        self._velden = ranglijst.velden
        self._waarneming = Waarneming(ranglijst.profiel, ranglijst.wijzer, ())
        self._gelijk = {
            plaats: tuple(groep)
            for plaats, groep in groupby(ranglijst.toegelaten, lambda g: g.plaats)
            if plaats is not None
        }
        self._woorden: dict[int, _Woorden] = {}
        self._per_oordelen: dict[int, tuple[Oordelen, list[tuple[_Woorden, bool]]]] = {}
        self._criterium: dict[int, Criterium] = {}
        self._criteria: dict[int, tuple[Oordelen, tuple[Criterium, ...]]] = {}

    def leg_uit(self, beoordeeld: Beoordeeld) -> Uitleg:
        """The full reasoning for a topic of the list."""
        onderwerp, uitslag, plaats, _ = beoordeeld
        status, oordelen, criteria, score, score_max, tellingen, _ = uitslag
        _, alle_woorden = self._per_oordelen.get(id(oordelen)) or self._maak_woorden(
            oordelen, status
        )
        uitgangspunten: tuple[Uitgangspunt, ...] = ()
        redenen: tuple[str, ...] = ()
        for woorden, beslist in alle_woorden:
            uitgangspunt = woorden.bekend.get(woorden.eigen(onderwerp)) or woorden.maak(onderwerp)
            uitgangspunten += (uitgangspunt,)
            if beslist:
                redenen += uitgangspunt.redenen
        return Uitleg(
            onderwerp,
            status,
            plaats,
            () if plaats is None else self._gelijk.get(plaats, ()),
            score,
            score_max,
            uitgangspunten,
            self._verdeelde_criteria(uitslag)
            if tellingen
            else (self._criteria.get(id(criteria)) or self._maak_criteria(criteria))[1],
            redenen,
            tel_lezingen(beoordeeld, self._gewichten),
        )

    def _maak_woorden(
        self, oordelen: Oordelen, status: Status
    ) -> tuple[Oordelen, list[tuple[_Woorden, bool]]]:
        """The words for each judgement, and whether it decides on the status."""
        beslist = _BESLIST.get(status)
        samen = [(self._woorden_bij(deel), deel.uitkomst == beslist) for deel in oordelen]
        gemaakt = self._per_oordelen[id(oordelen)] = (oordelen, samen)
        return gemaakt

    def _woorden_bij(self, oordeel: Oordeel) -> _Woorden:
        woorden = self._woorden.get(id(oordeel))
        if woorden is None:
            woorden = _Woorden(oordeel, self._velden, self._waarneming)
            self._woorden[id(oordeel)] = woorden
        return woorden

    def _maak_criteria(self, oordelen: Oordelen) -> tuple[Oordelen, tuple[Criterium, ...]]:
        bekend = self._criterium
        criteria = [bekend.get(id(deel)) or self._maak_criterium(deel) for deel in oordelen]
        gemaakt = self._criteria[id(oordelen)] = (oordelen, tuple(criteria))
        return gemaakt

    def _verdeelde_criteria(self, uitslag: Uitslag) -> tuple[Criterium, ...]:
        """The criteria of a topic of which municipalities speak; no other topic shares these."""
        delen = zip(uitslag.criteria, uitslag.tellingen, uitslag.stemmen, strict=True)
        gewichten = self._gewichten
        return tuple(
            Criterium(oordeel, gewichten[oordeel.regel.code], telling, stemmen)
            for oordeel, telling, stemmen in delen
        )

    def _maak_criterium(self, oordeel: Oordeel) -> Criterium:
        gemaakt = Criterium(oordeel, self._gewichten[oordeel.regel.code])
        self._criterium[id(oordeel)] = gemaakt
        return gemaakt


class _Woorden:
    """One judgement in words, for every topic that shares it.

    Attributes:
        eigen: gives of a topic on what the words depend, beside the judgement.
        bekend: what was made already, by what `eigen` gives.
    """

    __slots__ = ("_delen", "_oordeel", "bekend", "eigen")

    def __init__(
        self, oordeel: Oordeel, velden: Mapping[str, Veld], waarneming: Waarneming
    ) -> None:
        self._oordeel = oordeel
        self._delen = [
            _deel_van(toets, velden[toets.voorwaarde.veld], waarneming, oordeel.uitkomst)
            for toets in oordeel.toetsen
        ]
        namen = [naam for veld in oordeel.regel.velden for naam in TOEGELICHT_UIT.get(veld, ())]
        self.eigen: Callable[[Onderwerp], object] = attrgetter(*namen) if namen else lambda _: None
        self.bekend: dict[object, Uitgangspunt] = {}

    def maak(self, onderwerp: Onderwerp) -> Uitgangspunt:
        """What became of the rule for this topic, and for those that are like it."""
        voorwaarden = []
        redenen = []
        for vast, toelichter, beslist in self._delen:
            reden = Reden(*vast, toelichter(onderwerp))
            voorwaarden.append(reden)
            if beslist:
                redenen.append(zin_van(reden))
        gemaakt = Uitgangspunt(self._oordeel, tuple(voorwaarden), tuple(redenen))
        self.bekend[self.eigen(onderwerp)] = gemaakt
        return gemaakt


class _Deel(NamedTuple):
    """What one condition of a judgement says to every topic.

    Attributes:
        vast: the parts of its reason that are the same for all.
        toelichter: gives the last part, which is not.
        beslist: whether it is why the rule does not hold, or is unknown.
    """

    vast: tuple[str, str, Waarde | None, str, Uitkomst]
    toelichter: Toelichter
    beslist: bool


def _deel_van(toets: Toets, veld: Veld, waarneming: Waarneming, uitkomst: Uitkomst) -> _Deel:
    voorwaarde = toets.voorwaarde
    verwacht = f"{voorwaarde.verwacht} {veld.eenheid[voorwaarde.waarde != 1]}".rstrip()
    return _Deel(
        (veld.naam, veld.omschrijving, toets.gevonden, verwacht, toets.uitkomst),
        waarneming.toelichter(veld.naam),
        beslist=toets.uitkomst == uitkomst != "ja",
    )


def leg_uit(ranglijst: Ranglijst, code: str) -> Uitleg:
    """The full reasoning for the topic with this code.

    Raises:
        OnbekendOnderwerp: the list has no such topic.
    """
    return Uitlegger(ranglijst).leg_uit(ranglijst.zoek(code))


def feit_van(reden: Reden) -> str:
    """What was found for a condition: «raakt alleen Rivierenland», or «veiligheid: onbekend»."""
    if reden.toelichting:
        return reden.toelichting
    return f"{reden.omschrijving}: {'onbekend' if reden.gevonden is None else reden.gevonden}"


def zin_van(reden: Reden) -> str:
    """One condition in a sentence: «raakt alleen Rivierenland», or «stoelen: 3 (nodig: 5)»."""
    feit = feit_van(reden)
    if reden.toelichting or reden.verwacht in ("ja", "nee"):
        return feit
    return f"{feit} (nodig: {reden.verwacht})"
