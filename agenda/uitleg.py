"""Why a topic is on the list, off it, or undecided: the full reasoning as a value.

Table, JSON, Word and HTML are renderings of the same `Uitleg`; its points add up to the score.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.feiten import Waarneming
from agenda.onderwerp import LEEG, Onderwerp, Tag
from agenda.planrelatie import wijs_plannen
from regels.fouten import bedoelde_u

if TYPE_CHECKING:
    from agenda.ranglijst import Beoordeeld, Geplaatst, Ranglijst, Status
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


@dataclass(frozen=True, slots=True)
class Uitleg:
    """The full reasoning for one topic.

    Attributes:
        plaats: None when the topic is not admitted.
        deelt_met: the other topics that have the same place, by title.
        score: what the criteria add up to; it only counts for the list when there is a place.
    """

    onderwerp: Onderwerp
    status: Status
    plaats: int | None
    deelt_met: tuple[Onderwerp, ...]
    uitgangspunten: tuple[Uitgangspunt, ...]
    criteria: tuple[Criterium, ...]
    score: int
    score_max: int


class OnbekendOnderwerp(LookupError):
    """No topic has this code; `suggestie` asks whether the nearest one was meant."""

    def __init__(self, code: str, bekend: list[str]) -> None:
        self.code = code
        self.suggestie = bedoelde_u(code, bekend)
        super().__init__(code)


class Uitlegger:
    """Explains what a ranked list says of its topics."""

    def __init__(self, ranglijst: Ranglijst) -> None:
        self._ranglijst = ranglijst
        peildatum = ranglijst.dossier.instellingen.peildatum
        wijzer = wijs_plannen(ranglijst.profiel, peildatum)
        self._waarneming = Waarneming(ranglijst.profiel, wijzer, ())
        self._op_score: dict[int, list[Geplaatst]] = defaultdict(list)
        for geplaatst in ranglijst.toegelaten:
            self._op_score[geplaatst.uitslag.score].append(geplaatst)

    def leg_uit(self, beoordeeld: Beoordeeld | Geplaatst) -> Uitleg:
        """The full reasoning for a topic of the list."""
        onderwerp, uitslag = beoordeeld.onderwerp, beoordeeld.uitslag
        gelijk = self._op_score[uitslag.score] if uitslag.status == "toegelaten" else []
        return Uitleg(
            onderwerp=onderwerp,
            status=uitslag.status,
            plaats=gelijk[0].plaats if gelijk else None,
            deelt_met=tuple(g.onderwerp for g in gelijk if g.onderwerp.code != onderwerp.code),
            uitgangspunten=tuple(
                Uitgangspunt(oordeel.regel, oordeel.uitkomst, self._redenen(oordeel, onderwerp))
                for oordeel in uitslag.uitgangspunten
            ),
            criteria=tuple(
                Criterium(
                    oordeel.regel,
                    oordeel.uitkomst,
                    self._ranglijst.gewichten[oordeel.regel.code],
                    onderwerp.criteria.get(oordeel.regel.code, LEEG),
                    self._redenen(oordeel, onderwerp),
                )
                for oordeel in uitslag.criteria
            ),
            score=uitslag.score,
            score_max=uitslag.score_max,
        )

    def redenen(self, beoordeeld: Beoordeeld | Geplaatst) -> tuple[str, ...]:
        """Why a topic is not admitted, or what is still unknown: a sentence per condition.

        It states the facts that were found, never a verdict on people.
        """
        beslist = "nee" if beoordeeld.uitslag.status == "niet-toegelaten" else "onbekend"
        return tuple(
            zin_van(reden)
            for oordeel in beoordeeld.uitslag.uitgangspunten
            for reden in self._redenen(oordeel, beoordeeld.onderwerp)
            if reden.uitkomst == beslist
        )

    def _redenen(self, oordeel: Oordeel, onderwerp: Onderwerp) -> tuple[Reden, ...]:
        return tuple(self._reden(toets, onderwerp) for toets in oordeel.toetsen)

    def _reden(self, toets: Toets, onderwerp: Onderwerp) -> Reden:
        veld = self._ranglijst.velden[toets.voorwaarde.veld]
        eenheid = veld.eenheid[toets.voorwaarde.waarde != 1]
        return Reden(
            veld.naam,
            veld.omschrijving,
            toets.gevonden,
            f"{toets.voorwaarde.verwacht} {eenheid}".rstrip(),
            toets.uitkomst,
            self._waarneming.toelichting(veld.naam, onderwerp),
        )


def leg_uit(ranglijst: Ranglijst, code: str) -> Uitleg:
    """The full reasoning for the topic with this code.

    Raises:
        OnbekendOnderwerp: the list has no such topic.
    """
    for beoordeeld in ranglijst.alle:
        if beoordeeld.onderwerp.code == code:
            return Uitlegger(ranglijst).leg_uit(beoordeeld)
    raise OnbekendOnderwerp(code, [b.onderwerp.code for b in ranglijst.alle])


def zin_van(reden: Reden) -> str:
    """One condition in a sentence: «raakt alleen Rivierenland; de regel vraagt minstens 2 …»."""
    gevonden = "onbekend" if reden.gevonden is None else reden.gevonden
    feit = reden.toelichting or f"{reden.omschrijving}: {gevonden}"
    return f"{feit}; de regel vraagt {reden.verwacht}"
