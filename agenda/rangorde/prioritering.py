"""The yearly prioritisation: toets → weeg → rangschik. The explanation follows from its result."""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from agenda.feiten.planwijzer import wijs_plannen
from agenda.feiten.waarneming import Waarneming
from agenda.indeling.indelingen import Indelingen, ongewone_velden
from agenda.rangorde.ranglijst import (
    Beoordeeld,
    Ranglijst,
    Status,
    Uitslag,
    op_titel,
    rangschik,
    status_van,
    weeg,
    weeg_stemmen,
)
from regels.referentie import alle
from regels.toetser import Onenigheid, Toetser, maak_toetser
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from datetime import date

    from agenda.feiten.waarneming import Waarnemer
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Dossier, Onderwerp
    from agenda.onderwerp.oordeel import Gemeenteoordeel, Stem, Stemmen
    from regels.indeling import Indeling
    from regels.model import Oordeel, Regel, Veld, Waarde
    from regels.regelset import Regelset

    Oordelen = tuple[Oordeel, ...]
    Waarden = tuple[Waarde | None, ...]
    """What was observed of a topic, in the order of the fields."""

T = TypeVar("T")


def prioriteer(
    dossier: Dossier,
    profiel: Profiel,
    regelset: Regelset,
    volg: Volger = stil,
    maak: Callable[[tuple[Regel, ...]], Toetser] = maak_toetser,
) -> Ranglijst:
    """Decide on every topic and rank the admitted ones.

    Args:
        dossier: the topics and the settings of the year.
        profiel: what is known of the region.
        regelset: all rules; those in force on the dossier's peildatum count.
        volg: shows progress.
        maak: makes the evaluators.

    Raises:
        GeenRegels: no rules are in force on the peildatum.
        Onenigheid: the two evaluators disagree on a topic; the run stops.

    Bron: Inrichtingsplan §3 (uitgangspunten and criteria; it gives no weights).
    """
    return prioriteer_met(dossier, maatstaf_van(dossier, profiel, regelset), volg, maak)


class Maatstaf(NamedTuple):
    """By what topics are judged and weighed.

    Attributes:
        regels: the rules in force.
        velden: the fields that rules may use, by name.
        peildatum: the day on which plans must hold.
        gewichten: criterion → weight; one that is not named weighs 1.
        indelingen: each after those on which its rules rest.
    """

    profiel: Profiel
    regels: tuple[Regel, ...]
    velden: Mapping[str, Veld]
    peildatum: date
    gewichten: Mapping[str, int]
    indelingen: tuple[Indeling, ...] = ()


def maatstaf_van(dossier: Dossier, profiel: Profiel, regelset: Regelset) -> Maatstaf:
    """The settings of a dossier, with the rules that are in force on its peildatum.

    Raises:
        GeenRegels: no rules are in force then.
    """
    instellingen = dossier.instellingen
    regels = regelset.op(instellingen.peildatum)
    return Maatstaf(
        profiel,
        regels,
        regelset.velden,
        instellingen.peildatum,
        instellingen.gewichten,
        regelset.indelingen,
    )


def prioriteer_met(
    dossier: Dossier,
    maatstaf: Maatstaf,
    volg: Volger = stil,
    maak: Callable[[tuple[Regel, ...]], Toetser] = maak_toetser,
) -> Ranglijst:
    """Decide on every topic and rank the admitted ones, by whatever measure.

    Args:
        dossier: the topics; of its settings nothing is used.
        maatstaf: its own measure, or another one to see what that would do. What a topic refers to
            and the profile of the measure does not know, counts for nothing.

    Raises:
        Onenigheid: the two evaluators disagree on a topic; the run stops.
    """
    regels = maatstaf.regels
    gewichten = {
        regel.code: maatstaf.gewichten.get(regel.code, 1)
        for regel in regels
        if regel.soort == "criterium"
    }
    eigen = tuple(regel for regel in regels if regel.soort in ("uitgangspunt", "criterium"))
    velden = [veld for regel in eigen for veld in regel.velden]
    wijzer = wijs_plannen(maatstaf.profiel, maatstaf.peildatum)
    toetser, ook = maak(eigen), _andere_waarnemers(velden, dossier, maatstaf, maak)
    waarneming = Waarneming(maatstaf.profiel, wijzer, velden, ook)
    stemmen = _stemmen(dossier)
    beoordelaar = Beoordelaar(toetser, waarneming, gewichten, stemmen)
    per_status: dict[Status, list[Beoordeeld]] = defaultdict(list)
    onderwerpen = dossier.onderwerpen
    for onderwerp in volg(onderwerpen, "Onderwerpen beoordelen", len(onderwerpen)):
        uitslag = beoordelaar.beoordeel(onderwerp)
        per_status[uitslag.status].append(Beoordeeld(onderwerp, uitslag))

    def op_volgorde(status: Status) -> tuple[Beoordeeld, ...]:
        return tuple(sorted(per_status[status], key=op_titel))

    return Ranglijst(
        dossier=dossier,
        profiel=maatstaf.profiel,
        regels=regels,
        velden=maatstaf.velden,
        gewichten=gewichten,
        toegelaten=rangschik(per_status["toegelaten"]) if gewichten else op_volgorde("toegelaten"),
        onbeslist=op_volgorde("onbeslist"),
        niet_toegelaten=op_volgorde("niet-toegelaten"),
        evaluatoren=toetser.evaluatoren,
        indelingen=maatstaf.indelingen,
        wijzer=wijzer,
    )


def _andere_waarnemers(
    velden: Iterable[str],
    dossier: Dossier,
    maatstaf: Maatstaf,
    maak: Callable[[tuple[Regel, ...]], Toetser],
) -> dict[str, Waarnemer]:
    """How the fields are observed that no topic holds by itself; most rules use none of these."""
    anders = ongewone_velden(velden, maatstaf.profiel, maatstaf.indelingen)
    if not anders:
        return {}
    indelingen = Indelingen(
        dossier,
        maatstaf.profiel,
        maatstaf.regels,
        maatstaf.velden,
        maatstaf.indelingen,
        maatstaf.peildatum,
        maak,
    )
    return indelingen.waarnemers(anders)


def _stemmen(dossier: Dossier) -> dict[str, dict[str, dict[str, Gemeenteoordeel]]]:
    """Topic → municipality → its answers; most dossiers hold none."""
    if not dossier.oordelen:
        return {}
    from agenda.onderwerp.oordeel import stemmen_van

    return stemmen_van(dossier.oordelen)


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
