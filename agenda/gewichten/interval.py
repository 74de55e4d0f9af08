"""How far one weight can move before the top of the list does, exactly."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from agenda.rangorde.patroon import geldt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


Getal = int | Fraction


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


class _Uiteinde(NamedTuple):
    """One end that the weight must stay within."""

    getal: Getal
    mee: bool
    onder: bool


def interval_van(
    patronen: Mapping[int, int], gewichten: Sequence[Getal], nummer: int, top: int
) -> Interval:
    """The values of one weight at which the top of the list stays the same.

    The top is every topic whose place is at most `top`, each with its place; who joins or leaves
    it changes it too. When the weight moves, all topics that have the criterion move alike, and
    all that lack it stay. So a place changes only where two of different groups meet, and the
    further the weight moves, the further the place does: what stays the same is one interval.

    Args:
        patronen: which criteria are ja, as bits → how many admitted topics have that.
        gewichten: the weight of each criterion, in the same order.
        nummer: the position of the criterion whose weight moves.
        top: how many places must stay the same.
    """
    gewicht = gewichten[nummer]
    heeft, mist = _resten(patronen, gewichten, nummer)
    return _tussen(
        [*_van_wie_heeft(heeft, mist, gewicht, top), *_van_wie_mist(heeft, mist, gewicht, top)]
    )


def zelfde_top(
    patronen: Mapping[int, int], gewichten: Sequence[Getal], nummer: int, top: int
) -> Interval:
    """The values of one weight at which the same topics are in the top, on whatever place.

    Topics that have the criterion only rise with its weight, the others only fall: each is in the
    top on one side of one number. The arguments are those of `interval_van`.
    """
    gewicht = gewichten[nummer]
    heeft, mist = _resten(patronen, gewichten, nummer)
    grenzen = []
    for getal in _drempels(heeft, mist, top):  # in the top from this number on
        grenzen.append(_Uiteinde(getal, mee=gewicht >= getal, onder=gewicht >= getal))
    for getal in _drempels(mist, heeft, top):  # in the top up to this number, the sign turned
        grenzen.append(_Uiteinde(-getal, mee=gewicht <= -getal, onder=gewicht > -getal))
    return _tussen(grenzen)


def _drempels(eigen: Sequence[Getal], ander: Sequence[Getal], top: int) -> Iterator[Getal]:
    """How far each kind of topic must rise to have fewer than `top` above it."""
    for rest in set(eigen):
        over = top - (len(eigen) - bisect_right(eigen, rest))
        if 0 < over <= len(ander):
            yield ander[-over] - rest


def _resten(
    patronen: Mapping[int, int], gewichten: Sequence[Getal], nummer: int
) -> tuple[list[Getal], list[Getal]]:
    """What the other criteria add up to, of who has the criterion and of who lacks it; sorted."""
    heeft: list[Getal] = []
    mist: list[Getal] = []
    rest = {
        patroon: sum(g for n, g in enumerate(gewichten) if geldt(patroon, n) and n != nummer)
        for patroon in patronen
    }
    for patroon in sorted(patronen, key=rest.__getitem__):
        (heeft if geldt(patroon, nummer) else mist).extend([rest[patroon]] * patronen[patroon])
    return heeft, mist


def _tussen(uiteinden: Iterable[_Uiteinde]) -> Interval:
    """Every number from 0 on that lies within all ends."""
    grenzen = [_Uiteinde(0, mee=True, onder=True), *uiteinden]
    # Of two ends at one number, the one that leaves it out is the narrower.
    laag = max((g for g in grenzen if g.onder), key=lambda g: (g.getal, not g.mee))
    hoog = min((g for g in grenzen if not g.onder), default=None)
    return Interval(
        Fraction(laag.getal),
        laag.mee,
        None if hoog is None else Fraction(hoog.getal),
        hoog is not None and hoog.mee,
    )


def _van_wie_heeft(
    heeft: Sequence[Getal], mist: Sequence[Getal], gewicht: Getal, top: int
) -> Iterator[_Uiteinde]:
    """The ends by the topics that have the criterion: they rise and fall with its weight."""
    for rest in set(heeft):
        gelijken = len(heeft) - bisect_right(heeft, rest)  # of its own kind, always above it
        onder = bisect_right(mist, rest + gewicht)  # of the others, not above it now
        boven = len(mist) - onder
        if gelijken + boven >= top:
            if gelijken < top:  # stays out as long as so many others are above it
                yield _Uiteinde(mist[-(top - gelijken)] - rest, mee=False, onder=False)
            continue
        if onder:
            yield _Uiteinde(mist[onder - 1] - rest, mee=True, onder=True)
        if boven:
            yield _Uiteinde(mist[onder] - rest, mee=False, onder=False)


def _van_wie_mist(
    heeft: Sequence[Getal], mist: Sequence[Getal], gewicht: Getal, top: int
) -> Iterator[_Uiteinde]:
    """The ends by the topics that lack the criterion: the others pass them, upwards or down."""
    for rest in set(mist):
        gelijken = len(mist) - bisect_right(mist, rest)
        onder = bisect_right(heeft, rest - gewicht)
        boven = len(heeft) - onder
        if gelijken + boven >= top:
            if gelijken < top:
                yield _Uiteinde(rest - heeft[-(top - gelijken)], mee=False, onder=True)
            continue
        if onder:
            yield _Uiteinde(rest - heeft[onder - 1], mee=True, onder=False)
        if boven:
            yield _Uiteinde(rest - heeft[onder], mee=False, onder=True)
