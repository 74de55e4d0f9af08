"""Ask about the weights until the top is settled: what is known now, and what to ask next.

A question is «which of these two sets of criteria counts more?». Each answer takes away whole
cells, so for yes/no criteria all of it is exact (docs/besluiten/027).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from agenda.onderwerp.voorkeur import orde_van
from agenda.rangorde.patroon import geldt, patroon_van
from agenda.rangorde.ranglijst import TOP
from agenda.robuust import exact
from agenda.robuust.gebied import Gebied, cellen_op
from agenda.robuust.gewichten import ZAAD, marge
from agenda.robuust.openstaand import Kandidaat, OpenTag, openstaande_tags
from agenda.robuust.passende_gewichten import kleinste_gewichten
from agenda.robuust.redenen import Redenen
from agenda.robuust.robuustheid import Trekking, grenzen_van
from agenda.robuust.rondlopen import TREKKINGEN, loop_rond
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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.kennis.regio import Lid
    from agenda.onderwerp.antwoord import Gewichtsantwoord
    from agenda.onderwerp.grens import Grens
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


class Reden(NamedTuple):
    """Why a topic is in the top, or out of it.

    Attributes:
        antwoorden: numbers of the answers that are needed; none when it is so anyhow.
        voorkeur: whether the order that the municipality gave is needed too.
    """

    onderwerp: Beoordeeld
    in_top: bool
    antwoorden: tuple[int, ...]
    voorkeur: bool = False


@dataclass(frozen=True)
class Gesprek:
    """How far the questions about the weights are.

    Attributes:
        gemeente: whose answers count; None for those of all together.
        antwoorden: the answers that count, in the order of the file.
        heeft_voorkeur: whether the order of the criteria of this municipality counts too.
        vraag: what to ask next; None when the top is settled, or when nothing is left to ask.
        klaar: whether every weighting that fits gives the same top.
        in_top, buiten_top, open: the admitted topics that always, never and sometimes are in it.
        deel: the share of all weightings that fits; after «even» of those on its plane.
        gewichten: criterion → a whole weight; None when no small ones that fit were found.
        redenen: of each topic that is certain.
        openstaand: the unknown tags that can still change the top, with these weights.
        trekking: how weightings were drawn; None when all were weighed exactly.
    """

    ranglijst: Ranglijst
    top: int
    gemeente: Lid | None
    antwoorden: tuple[Genummerd, ...]
    heeft_voorkeur: bool
    vraag: Vraag | None
    klaar: bool
    in_top: tuple[Beoordeeld, ...]
    buiten_top: tuple[Beoordeeld, ...]
    open: tuple[Beoordeeld, ...]
    deel: Fraction
    gewichten: dict[str, int] | None
    redenen: tuple[Reden, ...]
    openstaand: tuple[OpenTag, ...]
    trekking: Trekking | None


def voer_gesprek(ranglijst: Ranglijst, top: int = TOP, gemeente: Lid | None = None) -> Gesprek:
    """Find what is settled by the answers so far, and what to ask next.

    Args:
        ranglijst: the list; its own weights count for nothing.
        top: how many places the top has.
        gemeente: ask this municipality; else all of them together.
    """
    return _Gesprek(ranglijst, top, gemeente).uitkomst()


class _Gesprek:
    """The weightings that fit, and who is in the top there."""

    def __init__(self, ranglijst: Ranglijst, top: int, gemeente: Lid | None) -> None:
        self.ranglijst, self.top, self.gemeente = ranglijst, top, gemeente
        self.criteria = [regel.code for regel in ranglijst.criteria]
        self.grenzen: tuple[Grens, ...] = grenzen_van(ranglijst, self.criteria)
        self.exact = len(self.criteria) <= exact.MAX_CRITERIA and not self.grenzen
        wie = gemeente.code if gemeente else None
        dossier = ranglijst.dossier
        self.antwoorden = tuple(
            Genummerd(nummer, antwoord)
            for nummer, antwoord in enumerate(dossier.antwoorden, 1)
            if antwoord.gemeente == wie
        )
        self.uitspraken = [uitspraak_van(a, self.criteria) for _, a in self.antwoorden]
        voorkeur = dossier.instellingen.voorkeuren.get(wie, ()) if wie else ()
        orde = orde_van(voorkeur, self.criteria)
        self.heeft_voorkeur = len(orde) > 1
        if self.heeft_voorkeur:
            self.uitspraken.append(uitspraak_van_orde(orde, len(self.criteria)))
        self.gezegd = samen_gezegd(self.uitspraken)
        self._bekend: dict[tuple[Vlak, ...], tuple[Gebied, Kiezer]] = {}
        patronen = [patroon_van(b.uitslag).zeker for b in ranglijst.toegelaten]
        self.soort = {patroon: nummer for nummer, patroon in enumerate(dict.fromkeys(patronen))}
        self.soort_van = [self.soort[patroon] for patroon in patronen]
        keren = Counter(patronen)
        self.soorten = Soorten(
            tuple(
                tuple(int(geldt(patroon, i)) for i in range(len(self.criteria)))
                for patroon in self.soort
            ),
            tuple(keren[patroon] for patroon in self.soort),
        )

    def met_top(self, vlakken: tuple[Vlak, ...]) -> tuple[Gebied, Kiezer]:
        """All weightings on planes, within the limits, and who is in the top there."""
        if vlakken not in self._bekend:
            gebied = (
                cellen_op(len(self.criteria), vlakken)
                if self.exact
                else self._getrokken(Uitspraak(op=vlakken))
            )
            self._bekend[vlakken] = gebied, in_top(gebied, self.soorten, self.top)
        return self._bekend[vlakken]

    def _getrokken(self, gezegd: Uitspraak) -> Gebied:
        aantal = len(self.criteria)
        alles = samen_gezegd([uitspraak_van_grenzen(self.grenzen), gezegd])
        begin = passende_weging(alles, aantal)
        assert begin is not None  # noqa: S101 - what contradicts was refused on reading
        return loop_rond(aantal, alles, begin)

    def uitkomst(self) -> Gesprek:
        """What is known now, and what to ask next."""
        geheel, toppers = self.met_top(self.gezegd.op)
        past = geheel.past(self.gezegd)
        passend, toppers = geheel.waar(past), toppers[past]
        deel = Fraction(passend.totaal, geheel.totaal)
        if not self.exact and len(passend.delen) < _GENOEG:
            passend = self._getrokken(self.gezegd)
            toppers = in_top(passend, self.soorten, self.top)
        toppen, nummers = nummer_rijen(toppers)
        altijd = [bool(kolom.all()) for kolom in toppen.T]
        nooit = [not kolom.any() for kolom in toppen.T]
        klaar = len(toppen) == 1
        gewichten = self._gewichten(toppen[0] if klaar else None)
        return Gesprek(
            self.ranglijst,
            self.top,
            self.gemeente,
            self.antwoorden,
            self.heeft_voorkeur,
            None if klaar else self._vraag(passend, nummers),
            klaar,
            self._met(altijd),
            self._met(nooit),
            self._met([not (a or n) for a, n in zip(altijd, nooit, strict=True)]),
            deel,
            gewichten,
            tuple(self._redenen(altijd, nooit)),
            self._openstaand(gewichten),
            None if self.exact else Trekking(TREKKINGEN, ZAAD, marge(TREKKINGEN)),
        )

    def _met(self, keuze: Sequence[bool]) -> tuple[Beoordeeld, ...]:
        paren = zip(self.ranglijst.toegelaten, self.soort_van, strict=True)
        return tuple(onderwerp for onderwerp, soort in paren if keuze[soort])

    def _vraag(self, passend: Gebied, nummers: Getallen) -> Vraag | None:
        gevraagd = [vlak_van_antwoord(antwoord, self.criteria) for _, antwoord in self.antwoorden]
        niet = {kant for vlak in gevraagd if vlak for kant in (vlak, tegenover(vlak))}
        vlak = kies_vraag(passend, nummers, mogelijke_vragen(len(self.criteria)), niet)
        if vlak is None:
            return None
        links, rechts = (
            tuple(code for code, getal in zip(self.criteria, vlak, strict=True) if getal == kant)
            for kant in (1, -1)
        )
        return Vraag(links, rechts)

    def _gewichten(self, toppers: Kiezer | None) -> dict[str, int] | None:
        """Small whole weights that fit; when the top is settled, with that top."""
        import numpy as np

        def eis(gebied: Gebied) -> Kiezer:
            if toppers is None:
                return np.ones(len(gebied.delen), dtype=np.bool_)
            zelfde: Kiezer = (in_top(gebied, self.soorten, self.top) == toppers).all(axis=1)
            return zelfde

        alles = samen_gezegd([uitspraak_van_grenzen(self.grenzen), self.gezegd])
        gevonden = kleinste_gewichten(len(self.criteria), alles, eis)
        return dict(zip(self.criteria, gevonden, strict=True)) if gevonden else None

    def _redenen(self, altijd: Sequence[bool], nooit: Sequence[bool]) -> list[Reden]:
        redenen = Redenen(self.uitspraken, self.met_top)
        per_soort = {
            soort: redenen.van(soort, binnen=altijd[soort])
            for soort in set(self.soort_van)
            if altijd[soort] or nooit[soort]
        }
        eigen = len(self.antwoorden)
        return [
            Reden(
                onderwerp,
                altijd[soort],
                tuple(self.antwoorden[n].nummer for n in per_soort[soort] if n < eigen),
                eigen in per_soort[soort],
            )
            for onderwerp, soort in zip(self.ranglijst.toegelaten, self.soort_van, strict=True)
            if soort in per_soort
        ]

    def _openstaand(self, gewichten: dict[str, int] | None) -> tuple[OpenTag, ...]:
        if gewichten is None:
            return ()
        return openstaande_tags(
            [
                Kandidaat(
                    b.code,
                    sum(gewichten[o.regel.code] for o in b.uitslag.criteria if o.uitkomst == "ja"),
                    {
                        o.regel.code: gewichten[o.regel.code]
                        for o in b.uitslag.criteria
                        if o.uitkomst == "onbekend"
                    },
                )
                for b in self.ranglijst.toegelaten
            ],
            self.top,
        )
