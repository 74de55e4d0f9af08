"""The plan that leaves least behind, whatever weighting is looked at.

The regret of a plan is convex in the weights, so it is the most in a corner of the weightings. A
plan with less regret than the last one is asked for until there is none: then that is proved.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from agenda.jaar.kegel import inproduct
from agenda.jaar.oplosser import Onbewezen
from agenda.jaar.vraagstuk import kolom_van, maak_oplosser

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from agenda.jaar.kegel import Vector
    from agenda.jaar.plan import Kiezer, Plan


class Hoekwaarden(NamedTuple):
    """A corner of the weightings.

    Attributes:
        aandelen: the share of each criterion in all weight.
        totaal: all weight together.
        waarden: what each topic brings there.
        hoogste: the most that a plan brings there.
    """

    aandelen: tuple[Fraction, ...]
    totaal: int
    waarden: tuple[int, ...]
    hoogste: int

    def mist(self, gekozen: Collection[int]) -> Fraction:
        """What a plan leaves behind here, when all weight together is 1."""
        return Fraction(self.hoogste - sum(self.waarden[i] for i in gekozen), self.totaal)


def hoekwaarden(
    kiezer: Kiezer, criteria: Sequence[Vector], hoeken: Sequence[Vector]
) -> tuple[Hoekwaarden, ...]:
    """What topics and plans bring in each corner."""
    uit = []
    for hoek in hoeken:
        waarden = tuple(inproduct(hoek, c) for c in criteria)
        aandelen = tuple(Fraction(gewicht, sum(hoek)) for gewicht in hoek)
        uit.append(Hoekwaarden(aandelen, sum(hoek), waarden, kiezer.hoogste(waarden)))
    return tuple(uit)


def kies_minste_spijt(
    kiezer: Kiezer, plan: Plan, waarden: tuple[int, ...], hoeken: Sequence[Hoekwaarden]
) -> tuple[Plan, Fraction]:
    """The plan with the least regret, and that regret.

    Of plans with the same regret it is the one with the highest value; of these the one that
    differs least from the plan, and then the first by the key of `kies`.

    Args:
        plan: what it is compared with.
        waarden: per topic what it brings at the weights of the dossier.
        hoeken: every corner of the weightings.

    Raises:
        Onbewezen: the solver gave no answer that holds.
    """
    spijt = _minste(kiezer, plan, hoeken)
    eisen = [(hoek.waarden, ceil(hoek.hoogste - spijt * hoek.totaal)) for hoek in hoeken]
    gevonden = kiezer.kies(waarden, plan.gekozen, minstens=eisen)
    if gevonden is None:
        raise Onbewezen("a plan that was found before")
    return gevonden, spijt


def _minste(kiezer: Kiezer, plan: Plan, hoeken: Sequence[Hoekwaarden]) -> Fraction:
    """The least regret that any plan has: one below the last is asked for until there is none."""
    stuk = kiezer.vraagstuk
    laatste = [kolom_van(stuk, i, stuk.perioden - 1) for i in range(stuk.aantal)]
    oplosser = maak_oplosser(stuk)
    alles = dict(
        zip(laatste, map(sum, zip(*(h.waarden for h in hoeken), strict=True)), strict=True)
    )
    spijt = max(hoek.mist(plan.gekozen) for hoek in hoeken)
    while spijt:
        for hoek in hoeken:
            meer = floor(hoek.hoogste - spijt * hoek.totaal) + 1
            oplosser.eis(dict(zip(laatste, (-w for w in hoek.waarden), strict=True)), -meer)
        antwoord = oplosser.maximaliseer(alles)
        if antwoord is None:
            break
        gekozen = [i for i, kolom in enumerate(laatste) if antwoord.waarden[kolom]]
        spijt = max(hoek.mist(gekozen) for hoek in hoeken)
    return spijt
