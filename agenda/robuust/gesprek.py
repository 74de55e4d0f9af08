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
from agenda.robuust.doorsnede import cellen_op
from agenda.robuust.exact import zijn_er_cellen
from agenda.robuust.gebied import Gebied, Soorten
from agenda.robuust.gewichten import ZAAD, marge
from agenda.robuust.onderling import gehele
from agenda.robuust.openstaand import OpenTag, openstaande_tags
from agenda.robuust.passende_gewichten import kleinste_gewichten
from agenda.robuust.redenen import Reden, Redenen
from agenda.robuust.robuustheid import Trekking, kandidaten
from agenda.robuust.rondlopen import TREKKINGEN, trek_passende
from agenda.robuust.tegenspraak import hoogte, passende_weging
from agenda.robuust.toppen import kies_vraag, mogelijke_vragen
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
    from collections.abc import Sequence

    from agenda.kennis.regio import Lid
    from agenda.onderwerp.antwoord import Gewichtsantwoord
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
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
        self._bekend: dict[tuple[Vlak, ...], tuple[Gebied, list[int]]] = {}

    @property
    def klaar(self) -> bool:
        """Whether every weighting that fits gives the same top."""
        soorten = set(range(len(self._soorten.aantallen)))
        return bool(self._passend.punten) and self._altijd | self._nooit == soorten

    @cached_property
    def vraag(self) -> Vraag | None:
        """What to ask next; None when the top is settled, or when nothing is left to ask."""
        if self.klaar:
            return None
        gevraagd = [vlak_van_antwoord(antwoord, self._criteria) for _, antwoord in self.antwoorden]
        niet = {kant for vlak in gevraagd if vlak for kant in (vlak, tegenover(vlak))}
        vragen = mogelijke_vragen(len(self._criteria))
        vlak = kies_vraag(*self._passend, vragen, niet)
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
    def trekking(self) -> Trekking | None:
        """How weightings were drawn; None when all were weighed exactly."""
        return None if self._exact else Trekking(TREKKINGEN, ZAAD, marge(TREKKINGEN))

    @cached_property
    def gewichten(self) -> dict[str, int] | None:
        """Criterion → a small whole weight, with the settled top; None when none were found."""
        aantal, alles = len(self._criteria), self._met_grenzen(self._gezegd)
        gebied, punten, _ = self._passend
        bekend = (
            map(gebied.weging, gebied.kies(range(len(gebied.delen)), punten))
            if self._exact
            else filter(None, [passende_weging(alles, aantal)])
        )
        gevonden = kleinste_gewichten(aantal, alles, self._geeft_top, bekend)
        return dict(zip(self._criteria, gevonden, strict=True)) if gevonden else None

    def _geeft_top(self, gewichten: Sequence[int]) -> bool:
        """Whether weights give the settled top, when there is one."""
        if not self.klaar:
            return True
        waarden, aantallen = self._soorten
        scores = [hoogte(rij, gewichten) for rij in waarden]
        hoger, grens = 0, 0  # the lowest score in the top
        for score, aantal in sorted(zip(scores, aantallen, strict=True), reverse=True):
            if hoger < self.top:
                hoger, grens = hoger + aantal, score
        return self._altijd == {soort for soort, score in enumerate(scores) if score >= grens}

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
        punten = self._passend.punten
        return {n for n, toppers in enumerate(self._passend.toppers) if toppers & punten == punten}

    @cached_property
    def _nooit(self) -> set[int]:
        punten = self._passend.punten
        return {n for n, toppers in enumerate(self._passend.toppers) if not toppers & punten}

    @property
    def deel(self) -> Fraction:
        """The share of all weightings that fits; after «even» of those on its plane."""
        geheel, _ = self._met_top(self._gezegd.op)
        return Fraction(geheel.massa(geheel.past(self._gezegd)), geheel.totaal)

    @cached_property
    def _passend(self) -> _Passend:
        gebied, toppers = self._met_top(self._gezegd.op)
        punten = gebied.past(self._gezegd)
        if not self._exact and punten.bit_count() < _GENOEG:
            gebied = self._getrokken(self._gezegd)
            toppers, punten = gebied.in_top(self._soorten, self.top), gebied.alles
        return _Passend(gebied, punten, toppers)

    def _met_top(self, vlakken: tuple[Vlak, ...]) -> tuple[Gebied, list[int]]:
        """All weightings on planes, within the limits, and per row where it is in the top."""
        if vlakken not in self._bekend:
            gebied: Gebied = (
                cellen_op(len(self._criteria), vlakken)
                if self._exact
                else self._getrokken(Uitspraak(op=vlakken))
            )
            self._bekend[vlakken] = gebied, gebied.in_top(self._soorten, self.top)
        return self._bekend[vlakken]

    def _getrokken(self, gezegd: Uitspraak) -> Gebied:
        return trek_passende(self._met_grenzen(gezegd), len(self._criteria))

    def _met_grenzen(self, gezegd: Uitspraak) -> Uitspraak:
        return samen_gezegd([uitspraak_van_grenzen(self._grenzen), gezegd])


class _Passend(NamedTuple):
    """The weightings that fit, as points of an area, and per row of values where it is on top."""

    gebied: Gebied
    punten: int
    toppers: list[int]
