"""In what share of the weightings one pattern scores higher than another: exact, in closed form.

The difference of two scores is linear in the weights, and the weightings are a simplex. Cut an edge
between a corner where the difference is p > 0 and one where it is -q < 0 at the point where it is
0. That leaves two simplices, p : q in size, with one such corner less each. What is left in the end
lies on one side. It is the divided difference of x₊^(k-1) at the values in the k corners, without
its trouble where values are equal (docs/besluiten/031).
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm, prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agenda.rangorde.patroon import Delen


def kans_boven(verschil: Delen) -> Fraction:
    """The share of all weightings in which the differences per criterion add up to more than 0."""
    return deel_boven(*gehele([verschil]))


def deel_boven(hoeken: Sequence[int]) -> Fraction:
    """The share of a simplex where what has these values in its corners is above 0."""
    hoog = [waarde for waarde in hoeken if waarde > 0]
    laag = [-waarde for waarde in hoeken if waarde < 0]
    if not hoog or not laag:
        return Fraction(bool(hoog))
    # With the first i high and the first j low corners the share is teller / noemer, and the
    # denominator is the product of high + low over all of these pairs.
    rij = [0] * len(laag)
    for i, p in enumerate(hoog):
        links, breed = 1, 1
        for j, q in enumerate(laag):
            hoogte = prod(eerder + q for eerder in hoog[:i])
            links = rij[j] = p * links * hoogte + q * rij[j] * breed
            breed *= p + q
    return Fraction(rij[-1], prod(p + q for p in hoog for q in laag))


def gehele(patronen: Iterable[Delen]) -> list[list[int]]:
    """The same numbers as whole ones, all so many times larger."""
    rijen = [*patronen]
    keer = lcm(*(deel.denominator for rij in rijen for deel in rij))
    return [[deel.numerator * (keer // deel.denominator) for deel in rij] for rij in rijen]
