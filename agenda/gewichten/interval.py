"""How far one weight can move before the top of the list does, exactly."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.score import Getal


@dataclass(frozen=True, slots=True)
class Interval:
    """Every number between two ends.

    Attributes:
        van: the lower end; a weight is never below 0.
        tot: the upper end; None when there is none.
        met_van: whether the lower end itself belongs to it.
        met_tot: whether the upper end itself belongs to it.
    """

    van: Fraction
    met_van: bool
    tot: Fraction | None
    met_tot: bool


class _Lijn(NamedTuple):
    """Topics whose scores move alike when the weight does.

    Attributes:
        score: at the weight of now.
        helling: what the score gains when the weight grows by 1.
    """

    score: Getal
    helling: Getal
    aantal: int

    def raakt(self, ander: _Lijn, gewicht: Getal) -> Fraction:
        """The weight at which two that move otherwise have the same score."""
        return gewicht - Fraction(self.score - ander.score) / (self.helling - ander.helling)


def interval_van(
    patronen: Mapping[Delen, int], gewichten: Sequence[Getal], nummer: int, top: int
) -> Interval:
    """The values of one weight at which the top of the list stays the same.

    The top is every topic whose place is at most `top`, each with its place; who joins or leaves
    it changes it too. A score is a line in the weight, and two lines meet once at most: who is
    above whom at both ends of a stretch is so all along it. So what stays the same is one interval,
    and the first to meet are neighbours.

    Args:
        patronen: how much of each criterion counts → how many admitted topics have that.
        gewichten: the weight of each criterion, in the same order.
        nummer: the position of the criterion whose weight moves.
        top: how many places must stay the same.
    """
    boven, onder = _splits(patronen, gewichten, nummer, top)
    paren = [*pairwise(boven), *((boven[-1], lijn) for lijn in onder)]
    return _tussen(_tot_ze_raken(paren, gewichten[nummer]))


def zelfde_top(
    patronen: Mapping[Delen, int], gewichten: Sequence[Getal], nummer: int, top: int
) -> Interval:
    """The values of one weight around that of now at which the same topics are in the top.

    On whatever place. The arguments are those of `interval_van`.
    """
    gewicht = gewichten[nummer]
    boven, onder = _splits(patronen, gewichten, nummer, top)
    uiteinden = _tot_ze_raken([(lid, lijn) for lid in boven for lijn in onder], gewicht)
    # The last place must stay shared by so many that nobody has `top` topics above it.
    samen = sum(lijn.aantal for lijn in boven) - top + 1
    gespiegeld = [lijn._replace(helling=-lijn.helling) for lijn in boven]
    hoogste, laagste = (
        _tot_te_weinig(boven, gewicht, samen),
        _tot_te_weinig(gespiegeld, -gewicht, samen),
    )
    if hoogste is not None:
        uiteinden.append(_Uiteinde(hoogste, mee=True, onder=False))
    if laagste is not None:
        uiteinden.append(_Uiteinde(-laagste, mee=True, onder=True))
    return _tussen(uiteinden)


def _splits(
    patronen: Mapping[Delen, int], gewichten: Sequence[Getal], nummer: int, top: int
) -> tuple[list[_Lijn], list[_Lijn]]:
    """The lines of who is in the top, and of who is not; the highest score of now first."""
    per_lijn: Counter[tuple[Getal, Getal]] = Counter()
    for patroon, aantal in patronen.items():
        score = sum(g * deel for g, deel in zip(gewichten, patroon, strict=True))
        per_lijn[score, patroon[nummer]] += aantal
    boven: list[_Lijn] = []
    onder: list[_Lijn] = []
    erboven = gelijk = 0
    vorige: Getal | None = None
    for (score, helling), aantal in sorted(per_lijn.items(), reverse=True):
        if score != vorige:
            erboven, gelijk, vorige = erboven + gelijk, 0, score
        gelijk += aantal
        (boven if erboven < top else onder).append(_Lijn(score, helling, aantal))
    return boven, onder


def _tot_ze_raken(paren: Iterable[tuple[_Lijn, _Lijn]], gewicht: Getal) -> list[_Uiteinde]:
    """The ends within which of each pair the first stays above the second, or equal to it."""
    uiteinden = []
    for hoog, laag in paren:
        if hoog.helling == laag.helling:
            continue
        raakt = hoog.raakt(laag, gewicht)
        if raakt == gewicht:
            uiteinden.append(_Uiteinde(raakt, mee=True, onder=True))
            uiteinden.append(_Uiteinde(raakt, mee=True, onder=False))
        else:
            uiteinden.append(_Uiteinde(raakt, mee=False, onder=raakt < gewicht))
    return uiteinden


def _tot_te_weinig(lijnen: Sequence[_Lijn], gewicht: Getal, samen: int) -> Fraction | None:
    """The weight above that of now past which fewer than `samen` share the lowest score.

    None when there is none. Past each weight at which the lowest line meets one that rises less,
    the latter is the lowest.
    """
    if not lijnen:
        return None
    nu = Fraction(gewicht)
    laagste = min(lijnen, key=lambda lijn: (lijn.score, lijn.helling))
    while laagste.aantal >= samen:
        trager = [lijn for lijn in lijnen if lijn.helling < laagste.helling]
        if not trager:
            return None
        eerst = laagste
        nu, _, laagste = min(
            ((lijn.raakt(eerst, gewicht), lijn.helling, lijn) for lijn in trager),
            key=lambda punt: punt[:2],
        )
    return nu


class _Uiteinde(NamedTuple):
    """One end that the weight must stay within."""

    getal: Fraction
    mee: bool
    onder: bool


def _tussen(uiteinden: Iterable[_Uiteinde]) -> Interval:
    """Every number from 0 on that lies within all ends."""
    grenzen = [_Uiteinde(Fraction(0), mee=True, onder=True), *uiteinden]
    # Of two ends at one number, the one that leaves it out is the narrower.
    laag = max((g for g in grenzen if g.onder), key=lambda g: (g.getal, not g.mee))
    hoog = min((g for g in grenzen if not g.onder), default=None)
    tot, met_tot = (None, False) if hoog is None else (hoog.getal, hoog.mee)
    return Interval(laag.getal, laag.mee, tot, met_tot)
