"""Ask about the weights until the top is settled: what is known now, and what to ask next.

A question is «which of these two sets of criteria counts more?». Each answer takes away whole
cells, so for yes/no criteria all of it is exact (docs/besluiten/027).
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from agenda.onderwerp.voorkeur import orde_van
from agenda.rangorde.patroon import is_heel, patroon_van
from agenda.rangorde.ranglijst import TOP
from agenda.robuust.exact import zijn_er_cellen
from agenda.robuust.gebied import Gebied, cellen_op
from agenda.robuust.gewichten import ZAAD, marge
from agenda.robuust.onderling import gehele
from agenda.robuust.openstaand import OpenTag, openstaande_tags
from agenda.robuust.passende_gewichten import kleinste_gewichten
from agenda.robuust.redenen import Reden, Redenen
from agenda.robuust.robuustheid import Trekking, kandidaten
from agenda.robuust.rondlopen import TREKKINGEN, trek_passende
from agenda.robuust.tegenspraak import passende_weging
from agenda.robuust.toppen import Soorten, in_top, kies_vraag, mogelijke_vragen, nummer_rijen
from agenda.robuust.uitspraken import (
    Uitspraak,
    samen_gezegd,
    tegenover,
    uitspraak_van,
    uitspraak_van_grenzen,
    uitspraak_van_orde,
    vlak_van_antwoord,
)
from agenda.robuust.weger import grenzen_van

if TYPE_CHECKING:
    from agenda.kennis.regio import Lid
    from agenda.onderwerp.antwoord import Gewichtsantwoord
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.robuust.gebied import Getallen, Kiezer
    from agenda.robuust.uitspraken import Vlak

_GENOEG = 2_000
"""With fewer draws than this that fit, new ones are drawn among what fits."""


class Vraag(NamedTuple):
    """Which counts more: the criteria on one side together, or those on the other?"""

    links: tuple[str, ...]
    rechts: tuple[str, ...]


class Genummerd(NamedTuple):
    """An answer with its number in the file, from 1."""

    nummer: int
    antwoord: Gewichtsantwoord


class Gesprek:
    """How far the questions about the weights are; each answer is worked out when asked for.

    Args:
        ranglijst: the list; its own weights count for nothing.
        top: how many places the top has.
        gemeente: whose answers count, with the order of the criteria that it gave; None for those
            of all together.
    """

    def __init__(self, ranglijst: Ranglijst, top: int = TOP, gemeente: Lid | None = None) -> None:
        self.ranglijst, self.top, self.gemeente = ranglijst, top, gemeente
        dossier, self._criteria = ranglijst.dossier, [regel.code for regel in ranglijst.criteria]
        self._grenzen = grenzen_van(ranglijst, self._criteria)
        patronen = [patroon_van(b.uitslag).zeker for b in ranglijst.toegelaten]
        heel = all(map(is_heel, patronen))
        self._exact = zijn_er_cellen(len(self._criteria), self._grenzen, heel=heel)
        wie = gemeente.code if gemeente else None
        self.antwoorden = tuple(
            Genummerd(nummer, antwoord)
            for nummer, antwoord in enumerate(dossier.antwoorden, 1)
            if antwoord.gemeente == wie
        )
        self._uitspraken = [uitspraak_van(a, self._criteria) for _, a in self.antwoorden]
        voorkeur = dossier.instellingen.voorkeuren.get(wie, ()) if wie else ()
        orde = orde_van(voorkeur, self._criteria)
        self.heeft_voorkeur = len(orde) > 1
        if self.heeft_voorkeur:
            self._uitspraken.append(uitspraak_van_orde(orde, len(self._criteria)))
        self._gezegd = samen_gezegd(self._uitspraken)
        keren = Counter(patronen)
        self._soort_van = [list(keren).index(patroon) for patroon in patronen]
        self._soorten = Soorten(tuple(map(tuple, gehele(keren))), tuple(keren.values()))
        self._bekend: dict[tuple[Vlak, ...], tuple[Gebied, Kiezer]] = {}

    @property
    def klaar(self) -> bool:
        """Whether every weighting that fits gives the same top."""
        return len(self._toppen) == 1

    @cached_property
    def vraag(self) -> Vraag | None:
        """What to ask next; None when the top is settled, or when nothing is left to ask."""
        if self.klaar:
            return None
        gevraagd = [vlak_van_antwoord(antwoord, self._criteria) for _, antwoord in self.antwoorden]
        niet = {kant for vlak in gevraagd if vlak for kant in (vlak, tegenover(vlak))}
        vragen = mogelijke_vragen(len(self._criteria))
        vlak = kies_vraag(self._passend.gebied, self._passend.top_van, vragen, niet)
        return None if vlak is None else Vraag(self._kant(vlak, 1), self._kant(vlak, -1))

    def _kant(self, vlak: Vlak, kant: int) -> tuple[str, ...]:
        paren = zip(self._criteria, vlak, strict=True)
        return tuple(code for code, getal in paren if getal == kant)

    @property
    def in_top(self) -> tuple[Beoordeeld, ...]:
        """The admitted topics that are always in the top."""
        return self._met(self._altijd)

    @property
    def buiten_top(self) -> tuple[Beoordeeld, ...]:
        """Those that never are."""
        return self._met(self._nooit)

    @property
    def open(self) -> tuple[Beoordeeld, ...]:
        """Those that sometimes are."""
        return self._met(set(range(len(self._soorten.aantallen))) - self._altijd - self._nooit)

    def _met(self, soorten: set[int]) -> tuple[Beoordeeld, ...]:
        paren = zip(self.ranglijst.toegelaten, self._soort_van, strict=True)
        return tuple(onderwerp for onderwerp, soort in paren if soort in soorten)

    @property
    def deel(self) -> Fraction:
        """The share of all weightings that fits; after «even» of those on its plane."""
        return self._passend.deel

    @property
    def trekking(self) -> Trekking | None:
        """How weightings were drawn; None when all were weighed exactly."""
        return None if self._exact else Trekking(TREKKINGEN, ZAAD, marge(TREKKINGEN))

    @cached_property
    def gewichten(self) -> dict[str, int] | None:
        """Criterion → a small whole weight, with the settled top; None when none were found."""
        import numpy as np

        def eis(gebied: Gebied) -> Kiezer:
            if not self.klaar:
                return np.ones(len(gebied.delen), dtype=np.bool_)
            toppers = in_top(gebied, self._soorten, self.top)
            zelfde: Kiezer = (toppers == self._toppen[0]).all(axis=1)
            return zelfde

        aantal, alles = len(self._criteria), self._met_grenzen(self._gezegd)
        bekend = self._passend.gebied
        if not self._exact:
            weging = passende_weging(alles, aantal)
            bekend = Gebied(np.array([weging]), np.array([1]))
        gevonden = kleinste_gewichten(aantal, alles, eis, bekend)
        return dict(zip(self._criteria, gevonden, strict=True)) if gevonden else None

    @cached_property
    def redenen(self) -> tuple[Reden, ...]:
        """Why, of each topic that is certain."""
        redenen = Redenen(self._uitspraken, self._met_top)
        per_soort = {
            soort: redenen.van(soort, binnen=soort in self._altijd)
            for soort in self._altijd | self._nooit
        }
        eigen = len(self.antwoorden)
        return tuple(
            Reden(
                onderwerp,
                soort in self._altijd,
                tuple(self.antwoorden[n].nummer for n in per_soort[soort] if n < eigen),
                eigen in per_soort[soort],
            )
            for onderwerp, soort in zip(self.ranglijst.toegelaten, self._soort_van, strict=True)
            if soort in per_soort
        )

    @cached_property
    def openstaand(self) -> tuple[OpenTag, ...]:
        """The unknown tags that can still change the top, with these weights."""
        gewichten = self.gewichten
        if gewichten is None:
            return ()
        return openstaande_tags(kandidaten(self.ranglijst.toegelaten, gewichten), self.top)

    @cached_property
    def _altijd(self) -> set[int]:
        return {nummer for nummer, kolom in enumerate(self._toppen.T) if kolom.all()}

    @cached_property
    def _nooit(self) -> set[int]:
        return {nummer for nummer, kolom in enumerate(self._toppen.T) if not kolom.any()}

    @property
    def _toppen(self) -> Kiezer:
        """The different sets that are in the top: sets × rows."""
        return self._passend.toppen

    @cached_property
    def _passend(self) -> _Passend:
        geheel, toppers = self._met_top(self._gezegd.op)
        past = geheel.past(self._gezegd)
        gebied, toppers = geheel.waar(past), toppers[past]
        deel = Fraction(gebied.totaal, geheel.totaal)
        if not self._exact and len(gebied.delen) < _GENOEG:
            gebied = self._getrokken(self._gezegd)
            toppers = in_top(gebied, self._soorten, self.top)
        return _Passend(gebied, deel, *nummer_rijen(toppers))

    def _met_top(self, vlakken: tuple[Vlak, ...]) -> tuple[Gebied, Kiezer]:
        """All weightings on planes, within the limits, and who is in the top there."""
        if vlakken not in self._bekend:
            gebied = (
                cellen_op(len(self._criteria), vlakken)
                if self._exact
                else self._getrokken(Uitspraak(op=vlakken))
            )
            self._bekend[vlakken] = gebied, in_top(gebied, self._soorten, self.top)
        return self._bekend[vlakken]

    def _getrokken(self, gezegd: Uitspraak) -> Gebied:
        return trek_passende(self._met_grenzen(gezegd), len(self._criteria))

    def _met_grenzen(self, gezegd: Uitspraak) -> Uitspraak:
        return samen_gezegd([uitspraak_van_grenzen(self._grenzen), gezegd])


class _Passend(NamedTuple):
    """The weightings that fit: their share, the different tops, and per point which it has."""

    gebied: Gebied
    deel: Fraction
    toppen: Kiezer
    top_van: Getallen
