"""Judge topics by the rules in force: whether they are admitted, and how much they weigh."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Generic, TypeVar

from agenda.rangorde.ranglijst import Status, Uitslag, status_van
from agenda.rangorde.score import weeg, weeg_stemmen
from regels.referentie import alle
from regels.toetser import Onenigheid, Toetser

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from agenda.feiten.waarneming import Waarneming
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.oordeel import Stem, Stemmen
    from regels.model import Oordeel, Regel, Waarde

    Oordelen = tuple[Oordeel, ...]
    Waarden = tuple[Waarde | None, ...]
    """What was observed of a topic, in the order of the fields."""

T = TypeVar("T")


class Beoordelaar:
    """Judges topics: first whether they are admitted, then how much they weigh.

    Args:
        stemmen: topic → municipality → its answers. A criterion is judged with those of each, and
            counts for the share of them for which it holds.
    """

    def __init__(
        self,
        toetser: Toetser,
        waarneming: Waarneming,
        gewichten: Mapping[str, int],
        stemmen: Mapping[str, Stemmen],
    ) -> None:
        self._waarden = waarneming.waarden
        self._stemmen = stemmen
        self._gewichten = gewichten

        def toelating(oordelen: Oordelen) -> tuple[Oordelen, Status]:
            return oordelen, status_van(alle([oordeel.uitkomst for oordeel in oordelen]))

        def weging(oordelen: Oordelen) -> tuple[Oordelen, int, int]:
            return oordelen, *weeg(oordelen, gewichten)

        self._toelating = _Deelbeoordelaar("uitgangspunt", toetser, waarneming.velden, toelating)
        self._weging = _Deelbeoordelaar("criterium", toetser, waarneming.velden, weging)

    def beoordeel(self, onderwerp: Onderwerp) -> Uitslag:
        """Decide on one topic.

        Raises:
            Onenigheid: the two evaluators disagree on it.
        """
        waarden = self._waarden(onderwerp)
        deel, ander = self._toelating, self._weging
        try:
            uitgangspunten, status = deel.bekend.get(deel.sleutel(waarden)) or deel.maak(waarden)
            criteria, score, score_max = ander.bekend.get(ander.sleutel(waarden)) or ander.maak(
                waarden
            )
            stemmen = self._stemmen.get(onderwerp.code)
            per_criterium = self._beoordeel_stemmen(onderwerp, stemmen) if stemmen else ()
        except Onenigheid as fout:
            fout.onderwerp = onderwerp.code
            raise
        if not per_criterium:
            return Uitslag(status, uitgangspunten, criteria, score, score_max)
        from agenda.onderwerp.oordeel import tel

        tellingen = tuple(tel([stem.uitkomst for stem in stemmen]) for stemmen in per_criterium)
        scores = weeg_stemmen(criteria, tellingen, self._gewichten)
        return Uitslag(status, uitgangspunten, criteria, *scores, tellingen, per_criterium)

    def _beoordeel_stemmen(
        self, onderwerp: Onderwerp, stemmen: Stemmen
    ) -> tuple[tuple[Stem, ...], ...]:
        """Per criterion what it comes to with the answers of each municipality."""
        from agenda.onderwerp.oordeel import Stem

        weging = self._weging
        per_gemeente = []
        for gemeente, antwoorden in stemmen.items():
            tags = {code: antwoord.tag for code, antwoord in antwoorden.items()}
            waarden = self._waarden(onderwerp.met_criteria(tags))
            oordelen = (weging.bekend.get(weging.sleutel(waarden)) or weging.maak(waarden))[0]
            per_gemeente.append(
                [Stem(gemeente, antwoorden.get(o.regel.code), o.uitkomst) for o in oordelen]
            )
        return tuple(zip(*per_gemeente, strict=True))


class _Deelbeoordelaar(Generic[T]):
    """The judgements of one kind of rule, in rule order, and what follows from them.

    Few combinations of the values that these rules use exist, however many topics there are; each
    is judged once.

    Attributes:
        sleutel: takes the values that these rules use.
        bekend: what was judged already, by those values.
    """

    def __init__(
        self,
        soort: str,
        toetser: Toetser,
        velden: tuple[str, ...],
        antwoord: Callable[[Oordelen], T],
    ) -> None:
        regels = [regel for regel in toetser.regels if regel.soort == soort]
        self._toetsingen = [_toetsing(toetser, regel, velden) for regel in regels]
        self._antwoord = antwoord
        self.sleutel = _kiezer({veld for regel in regels for veld in regel.velden}, velden)
        self.bekend: dict[object, T] = {}

    def maak(self, waarden: Waarden) -> T:
        """Judge these values, for every topic that has them."""
        gemaakt = self._antwoord(tuple([oordeel(waarden) for oordeel in self._toetsingen]))
        self.bekend[self.sleutel(waarden)] = gemaakt
        return gemaakt


def _toetsing(
    toetser: Toetser, regel: Regel, velden: tuple[str, ...]
) -> Callable[[Waarden], Oordeel]:
    """Judges one rule on a row of values; the evaluators are asked once per combination."""
    kies = _kiezer(regel.velden, velden)
    bekend: dict[object, Oordeel] = {}

    def oordeel(waarden: Waarden) -> Oordeel:
        sleutel = kies(waarden)
        gevonden = bekend.get(sleutel)
        if gevonden is None:
            feiten = dict(zip(velden, waarden, strict=True))
            gevonden = bekend[sleutel] = toetser.oordeel(regel, feiten)
        return gevonden

    return oordeel


def _kiezer(gebruikt: Collection[str], velden: tuple[str, ...]) -> Callable[[Waarden], object]:
    """Takes from a row of values those of the fields that are used."""
    nummers = [nummer for nummer, veld in enumerate(velden) if veld in gebruikt]
    return itemgetter(*nummers) if nummers else lambda _: ()
