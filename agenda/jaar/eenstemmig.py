"""Which topics are in the plan whatever the weights are: kern, niet and bespreken, proved.

A plan counts when it fits and, at some weighting, no fitting plan scores higher; all equally good
plans count. The highest score is convex in the weights, and equal to the score of one plan per
cell; so it is known everywhere as soon as it is known in the corners of the cells. Method:
Przybylski, Klamroth and Lacour (2019), in whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agenda.jaar.kegel import Kegel, Vector, inproduct
from agenda.jaar.oplosser import Onbewezen
from agenda.jaar.vraagstuk import kolom_van, maak_oplosser

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from agenda.jaar.oplosser import Antwoord, Oplosser
    from agenda.jaar.vraagstuk import Vraagstuk

BUDGET = 1_500
"""So many questions are asked before it is said that not all was proved."""


@dataclass(frozen=True, slots=True)
class Eenstemmigheid:
    """What every weighting agrees on.

    Attributes:
        kern: in every plan that counts; when not complete, not seen outside one.
        niet: in none of these; when not complete, not seen inside one.
        bespreken: the rest: of each of these both were seen, so that is always proved.
        volledig: whether kern and niet are proved.
        vragen: how many questions were asked.
        plannen: what the best plans hold: per plan how often each criterion, as far as found.
        grootste: the largest number of a weighting that was asked about.
    """

    kern: frozenset[int]
    niet: frozenset[int]
    bespreken: frozenset[int]
    volledig: bool
    vragen: int
    plannen: tuple[Vector, ...]
    grootste: int = 0

    @property
    def ongezien(self) -> frozenset[int]:
        """What no question was answered about: in kern and in niet at the same time."""
        return self.kern & self.niet


class _Op(Exception):
    """The budget is used up."""


@dataclass
class _Onderzoek:
    """One search: the questions that were asked, and what was ever seen in or out of a plan."""

    stuk: Vraagstuk
    criteria: Sequence[Vector]
    oplosser: Oplosser
    budget: int
    vragen: int = 0
    grootste: int = 0
    ooit_in: set[int] = field(default_factory=set)
    ooit_uit: set[int] = field(default_factory=set)

    def vraag(self, doel: dict[int, int]) -> Antwoord:
        if self.vragen >= self.budget:
            raise _Op
        self.vragen += 1
        antwoord = self.oplosser.maximaliseer(doel)
        if antwoord is None:
            raise Onbewezen("a plan that was found before")
        if antwoord.grens != antwoord.waarde:
            raise _Op
        return antwoord

    def laatste(self, onderwerp: int) -> int:
        return kolom_van(self.stuk, onderwerp, self.stuk.perioden - 1)

    def punten(self, weging: Vector) -> dict[int, int]:
        """What each topic brings at a weighting."""
        return {
            self.laatste(i): inproduct(weging, criteria) for i, criteria in enumerate(self.criteria)
        }

    def telling(self, antwoord: Antwoord) -> Vector:
        """How often each criterion stands in a plan."""
        gekozen = [c for i, c in enumerate(self.criteria) if antwoord.waarden[self.laatste(i)]]
        return tuple(map(sum, zip(*gekozen, strict=True))) or (0,) * len(self.criteria[0])

    def zie(self, antwoord: Antwoord) -> bool:
        """As `zie_gekozen`, of an answer."""
        alle = range(self.stuk.aantal)
        return self.zie_gekozen({i for i in alle if antwoord.waarden[self.laatste(i)]})

    def zie_gekozen(self, gekozen: AbstractSet[int]) -> bool:
        """Note which topics a plan that counts holds; says whether that is news."""
        buiten = set(range(self.stuk.aantal)) - gekozen
        nieuw = bool(gekozen - self.ooit_in or buiten - self.ooit_uit)
        self.ooit_in |= gekozen
        self.ooit_uit |= buiten
        return nieuw


def onderzoek_eenstemmigheid(
    stuk: Vraagstuk,
    criteria: Sequence[Vector],
    wegingen: Kegel,
    budget: int = BUDGET,
    zaad: int = 0,
    gekozen: frozenset[int] | None = None,
) -> Eenstemmigheid:
    """Which topics are in every plan that counts, in none, or in some.

    Args:
        stuk: what fits.
        criteria: per topic how much each criterion counts: 0 or 1, or more with voices.
        wegingen: the weightings that are allowed.
        budget: how many questions may be asked.
        zaad: changes the order in which the solver works, and never what is proved.
        gekozen: a plan that counts, as is known already.

    Raises:
        Onbewezen: the solver gave no answer that holds.
    """
    alle = frozenset(range(stuk.aantal))
    if not alle:
        return Eenstemmigheid(alle, alle, alle, volledig=True, vragen=0, plannen=())
    onderzoek = _Onderzoek(stuk, criteria, maak_oplosser(stuk, zaad), budget)
    if gekozen is not None:
        onderzoek.zie_gekozen(gekozen)
    kegel = _met_hoogte(wegingen)
    plannen: list[Vector] = []
    volledig = True
    try:
        _vind_alle_hoeken(onderzoek, kegel, plannen)
    except _Op:
        volledig = False
    kern, niet = alle - onderzoek.ooit_uit, alle - onderzoek.ooit_in
    bespreken = frozenset(onderzoek.ooit_in & onderzoek.ooit_uit)
    return Eenstemmigheid(
        kern, niet, bespreken, volledig, onderzoek.vragen, tuple(plannen), onderzoek.grootste
    )


def _met_hoogte(wegingen: Kegel) -> Kegel:
    """The weightings with one dimension more, for the highest score; 0 or more to begin with."""
    kegel = Kegel([], [])
    kegel.dimensie = wegingen.dimensie + 1
    kegel.rijen = [(*rij, 0) for rij in wegingen.rijen]
    nul = (0,) * wegingen.dimensie
    kegel.rijen.append((*nul, 1))
    alle = (1 << len(wegingen.rijen)) - 1
    hoogte = 1 << len(wegingen.rijen)
    kegel.hoeken = [
        h._replace(vector=(*h.vector, 0), rijen=h.rijen | hoogte) for h in wegingen.hoeken
    ]
    kegel.hoeken.append(type(kegel.hoeken[0])((*nul, 1), alle))
    return kegel


def _vind_alle_hoeken(onderzoek: _Onderzoek, kegel: Kegel, plannen: list[Vector]) -> None:
    """Ask in corner after corner; a higher score gives a new plan, and with it new corners.

    Questions for the score and questions for ties take turns, so that a small budget shows both.

    Raises:
        _Op: the budget is used up.
    """
    bevestigd: dict[Vector, int] = {}  # weighting → the highest score, where it is known
    nagezocht: set[Vector] = set()
    while True:
        open_ = [h.vector for h in kegel.hoeken if any(h.vector[:-1]) and h.vector not in bevestigd]
        if open_:
            hoek = min(open_)
            weging, hoogte = hoek[:-1], hoek[-1]
            onderzoek.grootste = max(onderzoek.grootste, *weging)
            antwoord = onderzoek.vraag(onderzoek.punten(weging))
            onderzoek.zie(antwoord)
            if antwoord.waarde > hoogte:
                telling = onderzoek.telling(antwoord)
                plannen.append(telling)
                kegel.snijd((*(-aantal for aantal in telling), 1))
            else:
                bevestigd[hoek] = hoogte
        hoeken = {h.vector for h in kegel.hoeken}
        te_zoeken = [h for h in bevestigd if h not in nagezocht and h in hoeken]
        if te_zoeken:
            hoek = min(te_zoeken)
            nagezocht.add(hoek)
            _zoek_gelijke(onderzoek, hoek)
        elif not open_:
            return


def _zoek_gelijke(onderzoek: _Onderzoek, hoek: Vector) -> None:
    """Of the plans that are best at a weighting those that show something that was never seen."""
    weging, hoogte = hoek[:-1], hoek[-1]
    punten = onderzoek.punten(weging)
    minstens = onderzoek.oplosser.eis_voor_even({k: -p for k, p in punten.items()}, -hoogte)
    with minstens:
        while True:
            alle = range(onderzoek.stuk.aantal)
            doel = {onderzoek.laatste(i): 1 for i in alle if i not in onderzoek.ooit_in}
            for i in alle:
                if i not in onderzoek.ooit_uit:
                    kolom = onderzoek.laatste(i)
                    doel[kolom] = doel.get(kolom, 0) - 1
            if not doel or not onderzoek.zie(onderzoek.vraag(doel)):
                return
