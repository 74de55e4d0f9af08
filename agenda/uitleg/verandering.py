"""The smallest change that would turn out differently: what would have to be otherwise, as a value.

It states facts, never advice. See docs/besluiten/009-kleinste-verandering.md.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from agenda.feiten.waarneming import Waarneming
from agenda.gewichten.plaatsing import Plaatsing
from agenda.rangorde.eisen import afstand, eisen_van, gevraagd_van, te_veranderen
from agenda.rangorde.patroon import patroon_van
from agenda.rangorde.ranglijst import TOP
from agenda.uitleg.wijziging import Feitwijziging, Gewichtwijziging, Mogelijkheid, Verandering
from regels.referentie import oordeel
from regels.waarden import proefwaarden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.oordeel import Gemeenteoordeel
    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst, Uitslag
    from agenda.rangorde.score import Getal
    from agenda.uitleg.stemwijziging import Stemmer
    from agenda.uitleg.wijziging import Doel, Wijziging
    from regels.model import Regel, Waarde

Feiten = dict[str, "Waarde | None"]


class _Poging(NamedTuple):
    """One single change, and the place to which it would bring the topic.

    Attributes:
        soort: what competes for being the smallest: one field, all weights together, or the answers
            of municipalities on all criteria.
        afstand: how far the new value lies from the value of now, or how many of these change.
    """

    soort: str
    afstand: int
    wijziging: Wijziging
    plaats: int


class Veranderaar:
    """Finds the smallest changes for the topics of one list."""

    def __init__(self, ranglijst: Ranglijst) -> None:
        self._ranglijst = ranglijst
        self._waarneming = Waarneming(ranglijst.profiel, ranglijst.wijzer, ())
        self._plaatsing = Plaatsing(ranglijst)
        # Topics with the same criteria share their place, also when a weight changes.
        self._per_patroon: dict[Delen, dict[Doel, tuple[Mogelijkheid, ...]]] = {}

    def veranderingen(self, beoordeeld: Beoordeeld) -> tuple[Verandering, ...]:
        """The smallest change per question: admission, or a higher place, a lower one, the top."""
        onderwerp, uitslag, plaats, _ = beoordeeld
        if uitslag.status != "toegelaten":
            return (self._toelating(onderwerp, uitslag),)
        if plaats is None:
            return ()
        doelen: dict[Doel, Callable[[int], bool]] = {
            "hoger": lambda nieuw: nieuw < plaats,
            "lager": lambda nieuw: nieuw > plaats,
        }
        if len(self._ranglijst.toegelaten) > TOP:
            if plaats > TOP:
                doelen["in-top"] = lambda nieuw: nieuw <= TOP
            else:
                doelen["uit-top"] = lambda nieuw: nieuw > TOP
        stemmer = self._stemmer(onderwerp, uitslag)
        feiten = [*self._andere_feiten(onderwerp, uitslag, stemmer)]
        if stemmer:
            feiten += self._andere_stemmen(uitslag, stemmer)
        patroon = patroon_van(uitslag).zeker
        if patroon not in self._per_patroon:
            gewichten = [*self._andere_gewichten(uitslag)]
            self._per_patroon[patroon] = {d: _kleinste(gewichten, g) for d, g in doelen.items()}
        met_gewichten = self._per_patroon[patroon]
        uit = []
        for doel, gelukt in doelen.items():
            mogelijk = _kleinste(feiten, gelukt)
            if stemmer or not mogelijk:  # what people think is told beside what the weights do
                mogelijk += met_gewichten[doel]
            uit.append(Verandering(doel, mogelijk))
        return tuple(uit)

    def _stemmer(self, onderwerp: Onderwerp, uitslag: Uitslag) -> Stemmer | None:
        """What municipalities do to the score; None when none of them speaks of the topic."""
        if not uitslag.tellingen:
            return None
        from agenda.uitleg.stemwijziging import Stemmer  # few dossiers hold any answer

        return Stemmer(self._ranglijst, uitslag, self._stemmen[onderwerp.code], _feiten(uitslag))

    @cached_property
    def _stemmen(self) -> dict[str, dict[str, dict[str, Gemeenteoordeel]]]:
        from agenda.onderwerp.oordeel import stemmen_van

        return stemmen_van(self._ranglijst.dossier.oordelen)

    def _toelating(self, onderwerp: Onderwerp, uitslag: Uitslag) -> Verandering:
        feiten = _feiten(uitslag)
        eisen = eisen_van(oordeel.regel for oordeel in uitslag.uitgangspunten)
        velden = self._ranglijst.velden
        hoogste = {veld: self._waarneming.hoogste(veld) for veld in eisen}
        anders = te_veranderen(eisen, feiten, velden, hoogste)
        belet = tuple(
            f"{velden[veld].omschrijving}: {gevraagd_van(velden[veld], eisen[veld])}"
            for veld, nieuw in anders.items()
            if nieuw is None
        )
        if belet:
            return Verandering("toelating", (), belet)
        wijzigingen = tuple(
            self._wijziging(onderwerp, feiten, veld, nieuw, gevraagd_van(velden[veld], eisen[veld]))
            for veld, nieuw in anders.items()
            if nieuw is not None
        )
        return Verandering("toelating", (Mogelijkheid(wijzigingen, None),))

    def _andere_feiten(
        self, onderwerp: Onderwerp, uitslag: Uitslag, stemmer: Stemmer | None
    ) -> Iterator[_Poging]:
        """Every change of one fact that criteria look at, by which the topic stays admitted."""
        feiten = _feiten(uitslag)
        alle = [o.regel for o in (*uitslag.uitgangspunten, *uitslag.criteria)]
        eisen = eisen_van(alle)
        for naam in eisen_van(o.regel for o in uitslag.criteria):
            if stemmer and naam in stemmer.tags:
                continue
            veld = self._ranglijst.velden[naam]
            betrokken = [regel for regel in alle if naam in regel.velden]
            for nieuw in proefwaarden(veld, eisen[naam], self._waarneming.hoogste(naam)):
                if nieuw == feiten[naam]:
                    continue
                erbij = self._erbij(betrokken, feiten, feiten | {naam: nieuw})
                if erbij is None:
                    continue
                if stemmer:
                    erbij = stemmer.erbij(naam, nieuw)
                eenheid = veld.eenheid[nieuw != 1]
                wijziging = self._wijziging(
                    onderwerp, feiten, naam, nieuw, f"{nieuw} {eenheid}".rstrip()
                )
                plaats = self._plaatsing.bij_score(uitslag.score + erbij, uitslag.score)
                yield _Poging(naam, afstand(feiten[naam], nieuw), wijziging, plaats)

    def _andere_stemmen(self, uitslag: Uitslag, stemmer: Stemmer) -> Iterator[_Poging]:
        """Every change of answers on one criterion, with the place that the topic would have."""
        for wijziging, erbij in stemmer.andere_stemmen():
            plaats = self._plaatsing.bij_score(uitslag.score + erbij, uitslag.score)
            yield _Poging("oordelen", wijziging.aantal, wijziging, plaats)

    def _erbij(self, betrokken: Iterable[Regel], nu: Feiten, dan: Feiten) -> Getal | None:
        """What other facts add to the score; None when the topic would not stay admitted."""
        erbij = 0
        for regel in betrokken:
            was, wordt = (oordeel(regel, feiten).uitkomst == "ja" for feiten in (nu, dan))
            if regel.soort == "criterium":
                erbij += (wordt - was) * self._ranglijst.gewichten[regel.code]
            elif not wordt:
                return None
        return erbij

    def _andere_gewichten(self, uitslag: Uitslag) -> Iterator[_Poging]:
        """Every change of one weight, with its size and the place that the topic would have."""
        for nummer, deel in enumerate(uitslag.criteria):
            gewicht = self._ranglijst.gewichten[deel.regel.code]
            for nieuw, plaats in self._plaatsing.bij_gewichten(nummer, uitslag).items():
                wijziging = Gewichtwijziging(deel.regel, gewicht, nieuw)
                yield _Poging("gewicht", abs(nieuw - gewicht), wijziging, plaats)

    def _wijziging(
        self, onderwerp: Onderwerp, feiten: Feiten, veld: str, nieuw: Waarde, gevraagd: str
    ) -> Feitwijziging:
        return Feitwijziging(
            self._ranglijst.velden[veld],
            feiten[veld],
            nieuw,
            gevraagd,
            self._waarneming.toelichting(veld, onderwerp),
            self._waarneming.anders(veld, onderwerp, nieuw),
        )


def _kleinste(
    pogingen: Sequence[_Poging], gelukt: Callable[[int], bool]
) -> tuple[Mogelijkheid, ...]:
    """Of each kind of attempt that succeeds, the nearest ones; in the order of the attempts."""
    goed = [poging for poging in pogingen if gelukt(poging.plaats)]
    naast: dict[str, int] = {}
    for poging in goed:
        naast[poging.soort] = min(poging.afstand, naast.get(poging.soort, poging.afstand))
    return tuple(
        Mogelijkheid((poging.wijziging,), poging.plaats)
        for poging in goed
        if poging.afstand == naast[poging.soort]
    )


def _feiten(uitslag: Uitslag) -> Feiten:
    """The facts that the rules in force looked at."""
    return {
        toets.voorwaarde.veld: toets.gevonden
        for oordeel in (*uitslag.uitgangspunten, *uitslag.criteria)
        for toets in oordeel.toetsen
    }
