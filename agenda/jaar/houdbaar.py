"""How firmly a year plan stands: what all weightings agree on, and what it can lose."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from agenda.jaar.eenstemmig import BUDGET, onderzoek_eenstemmigheid
from agenda.jaar.kegel import inproduct
from agenda.jaar.minste_spijt import hoekwaarden, kies_minste_spijt
from agenda.jaar.plan import Kiezer
from agenda.jaar.wegingen import KLEINSTE_DEEL, wegingskegel
from agenda.rangorde.patroon import patroon_van
from agenda.robuust.uitspraken import GEEN_UITSPRAAK, uitspraak_van_grenzen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.jaar.eenstemmig import Eenstemmigheid
    from agenda.jaar.kegel import Kegel, Vector
    from agenda.jaar.minste_spijt import Hoekwaarden
    from agenda.jaar.opgave import Opgave
    from agenda.jaar.plan import Plan
    from agenda.jaar.vraagstuk import Vraagstuk
    from agenda.onderwerp.grens import Grens
    from agenda.rangorde.patroon import Delen, Patroon
    from agenda.robuust.uitspraken import Uitspraak

_WERK = 90_000
"""A question about more topics takes longer; of so many topics, counted once a question and a
year, no more is asked."""
_MINSTE_BUDGET = 10
GROOT = 200
"""With more topics, each counted once a year, less is worked out: see `krimp`."""


def krimp(stuk: Vraagstuk) -> Fraction:
    """By how much less is worked out of a large problem, because each question takes longer."""
    return min(Fraction(1), Fraction(GROOT, stuk.omvang or 1) ** 3)


class Spijt(NamedTuple):
    """The most that the plan leaves behind, over all weightings.

    Attributes:
        mist: that much, when all weight together is 1.
        mogelijk: what the best plan has there.
        aandelen: the weighting at which that is so: criterion → its share.
    """

    mist: Fraction
    mogelijk: Fraction
    aandelen: Mapping[str, Fraction]


class Labels(NamedTuple):
    """What all weightings agree on, in codes.

    Attributes:
        hangt_af_van: topic on which unknown criteria decide → its own unknown criteria; none when
            it is those of other topics.
        onbekend_bij: the topics with an unknown criterion.
        volledig: whether kern and niet are proved.
        vragen: how many questions were asked.
    """

    kern: tuple[str, ...]
    bespreken: tuple[str, ...]
    niet: tuple[str, ...]
    hangt_af_van: Mapping[str, tuple[str, ...]]
    onbekend_bij: tuple[str, ...]
    volledig: bool
    vragen: int


@dataclass(frozen=True)
class Houdbaarheid:
    """What is to be said of a plan over all weightings within limits.

    Attributes:
        gewichten: criterion → its weight in the dossier.
        grenzen: criterion → its limits.
        gezegd: what all together answered to questions about the weights.
    """

    opgave: Opgave
    plan: Plan
    gewichten: Mapping[str, int]
    grenzen: Mapping[str, Grens]
    gezegd: Uitspraak = GEEN_UITSPRAAK

    @cached_property
    def spijt(self) -> Spijt:
        """The most that the plan leaves behind; it is the most in a corner of the weightings."""
        gekozen = self.plan.gekozen
        hoek = max(self._hoekwaarden, key=lambda hoek: (hoek.mist(gekozen), hoek.aandelen))
        aandelen = dict(zip(self.gewichten, hoek.aandelen, strict=True))
        noemer = self.opgave.noemer
        mogelijk = Fraction(hoek.hoogste, hoek.totaal * noemer)
        return Spijt(hoek.mist(gekozen) / noemer, mogelijk, aandelen)

    @cached_property
    def minste_spijt(self) -> tuple[Plan, Fraction]:
        """The plan that leaves least behind, and how much that is; of equal ones one near ours."""
        waarden = tuple(inproduct([*self.gewichten.values()], c) for c in self._zeker)
        plan, spijt = kies_minste_spijt(self._kiezer, self.plan, waarden, self._hoekwaarden)
        return plan, spijt / self.opgave.noemer

    @cached_property
    def labels(self) -> Labels:
        """Kern, bespreken and niet; where unknown criteria decide, it is for discussion."""
        laag, hoog = self._met_alles_nee, self._met_alles_ja
        anders = (laag.kern ^ hoog.kern) | (laag.niet ^ hoog.niet)
        bespreken = laag.bespreken | anders
        vragen = laag.vragen + (0 if hoog is laag else hoog.vragen)
        return Labels(
            self.opgave.codes(laag.kern - anders),
            self.opgave.codes(bespreken),
            self.opgave.codes(laag.niet - anders),
            {self.opgave.onderwerpen[i].code: self._onbekend(i) for i in sorted(anders)},
            tuple(b.code for i, b in enumerate(self.opgave.onderwerpen) if self._onbekend(i)),
            laag.volledig and hoog.volledig,
            vragen,
        )

    @cached_property
    def deel_wegingen(self) -> dict[str, Fraction]:
        """Code → the share of the weightings in which the plan that is best there holds it.

        Of equally good plans that of the key counts; an unknown criterion counts as no.
        """
        from agenda.robuust.winnaars import tel_winnaars  # brings numpy

        tellingen = sorted(self._met_alles_nee.plannen) or [(0,) * len(self.gewichten)]
        grenzen, kleinste = [*self.grenzen.values()], Fraction(1, KLEINSTE_DEEL)
        delen = tel_winnaars(tellingen, grenzen, kleinste, self.gezegd)
        uit = dict.fromkeys((b.code for b in self.opgave.onderwerpen), Fraction(0))
        for telling, deel in zip(tellingen, delen, strict=True):
            if deel:
                for code in self.opgave.codes(self._plan_met(telling).gekozen):
                    uit[code] += deel
        return uit

    def label(self, code: str) -> str:
        """«kern», «bespreken» or «niet»."""
        labels = self.labels
        return next(naam for naam in ("kern", "niet", "bespreken") if code in getattr(labels, naam))

    @property
    def heeft_grenzen(self) -> bool:
        """Whether not all weightings are looked at."""
        return not all(grens.zegt_niets for grens in self.grenzen.values())

    @property
    def heeft_antwoorden(self) -> bool:
        """Whether answers leave out some weightings."""
        return self.gezegd != GEEN_UITSPRAAK

    @property
    def gewichten_tellen(self) -> bool:
        """Whether the weights of the dossier are among the weightings that are looked at."""
        gewichten = tuple(self.gewichten.values())
        past = all(inproduct(rij, gewichten) >= 0 for rij in self._wegingen.rijen)
        return past and any(gewichten)

    @cached_property
    def _kiezer(self) -> Kiezer:
        return Kiezer(self.opgave.stuk)

    @cached_property
    def _patronen(self) -> tuple[Patroon, ...]:
        return tuple(patroon_van(b.uitslag) for b in self.opgave.onderwerpen)

    @cached_property
    def _zeker(self) -> tuple[Vector, ...]:
        """Per topic how much of each criterion counts, in whole units."""
        return tuple(map(self._eenheden, (patroon.zeker for patroon in self._patronen)))

    @cached_property
    def _mogelijk(self) -> tuple[Vector, ...]:
        """The same, with everything that is unknown."""
        return tuple(map(self._eenheden, (patroon.mogelijk for patroon in self._patronen)))

    def _eenheden(self, delen: Delen) -> Vector:
        return tuple(int(deel * self.opgave.noemer) for deel in delen)

    def _onbekend(self, nummer: int) -> tuple[str, ...]:
        """The criteria of a topic of which something is unknown."""
        delen = zip(self.gewichten, self._zeker[nummer], self._mogelijk[nummer], strict=True)
        return tuple(code for code, zeker, mogelijk in delen if zeker != mogelijk)

    @cached_property
    def _wegingen(self) -> Kegel:
        """All weightings within the limits that fit the answers."""
        grenzen = uitspraak_van_grenzen([*self.grenzen.values()])
        return wegingskegel(len(self.grenzen), grenzen.boven, self.gezegd)

    def _onderzoek(
        self, criteria: tuple[Vector, ...], gekozen: frozenset[int] | None
    ) -> Eenstemmigheid:
        stuk = self.opgave.stuk
        budget = max(_MINSTE_BUDGET, int(min(BUDGET, _WERK / (stuk.omvang or 1)) * krimp(stuk)))
        return onderzoek_eenstemmigheid(stuk, criteria, self._wegingen, budget, gekozen=gekozen)

    @cached_property
    def _met_alles_nee(self) -> Eenstemmigheid:
        """With every unknown criterion no."""
        gekozen = self.plan.gekozen if self.gewichten_tellen else None
        return self._onderzoek(self._zeker, gekozen)

    @cached_property
    def _met_alles_ja(self) -> Eenstemmigheid:
        """With every unknown criterion yes."""
        if not any(map(self._onbekend, range(self.opgave.stuk.aantal))):
            return self._met_alles_nee
        return self._onderzoek(self._mogelijk, None)

    @cached_property
    def _hoekwaarden(self) -> tuple[Hoekwaarden, ...]:
        hoeken = [hoek.vector for hoek in self._wegingen.hoeken]
        return hoekwaarden(self._kiezer, self._zeker, hoeken)

    def _plan_met(self, telling: Vector) -> Plan:
        """Of plans with each criterion so often the first by the key; of many topics any one."""
        precies = [(tuple(c[k] for c in self._zeker), vaak) for k, vaak in enumerate(telling)]
        precies += [(tuple(-ja for ja in van), -aantal) for van, aantal in precies]
        geen_waarde = (0,) * self.opgave.stuk.aantal
        vorige, klein = self.opgave.vorige_nummers, krimp(self.opgave.stuk) == 1
        plan = self._kiezer.kies(geen_waarde, vorige, minstens=precies, op_sleutel=klein)
        assert plan is not None  # noqa: S101 - such a plan was found
        return plan
