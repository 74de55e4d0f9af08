"""Which place each pattern is expected on, and in which order that puts them."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from agenda.robuust.verdeling import Ligging, midden

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.rangorde.patroon import Delen
    from agenda.robuust.wegingen import Wegingen


def liggingen_van(
    wegingen: Wegingen, aantallen: Mapping[Delen, int]
) -> dict[Delen, dict[Ligging, int]]:
    """Per pattern where its topics stand → how much weighs in which they stand there.

    Args:
        aantallen: per pattern the number of topics that have it, at least 1.
    """
    boven, gelijk = wegingen.boven(aantallen), wegingen.gelijk(aantallen)
    return {p: {Ligging(n, gelijk[p]): m for n, m in boven[p].items()} for p in aantallen}


def verwachte_plaatsen(
    wegingen: Wegingen,
    aantallen: Mapping[Delen, int],
    liggingen: Mapping[Delen, Mapping[Ligging, int]] | None = None,
) -> dict[Delen, Fraction]:
    """Per pattern its expected place, in the middle of the places that are shared.

    Args:
        aantallen: per pattern the number of topics that have it, at least 1.
        liggingen: where these stand, when that is known already.
    """
    if beter := wegingen.verwacht_boven(aantallen):
        return {patroon: beter[patroon] + midden(aantallen[patroon]) for patroon in aantallen}
    if liggingen is None:
        liggingen = liggingen_van(wegingen, aantallen)
    return {patroon: _gemiddeld(liggingen[patroon], wegingen.totaal) for patroon in aantallen}


def _gemiddeld(liggingen: Mapping[Ligging, int], totaal: int) -> Fraction:
    som = sum((2 * boven + gelijk + 1) * massa for (boven, gelijk), massa in liggingen.items())
    return Fraction(som, 2 * totaal)


def op_verwacht(
    verwacht: Mapping[Delen, Fraction], aantallen: Mapping[Delen, int]
) -> dict[Delen, tuple[int, int]]:
    """Per pattern its competition place, and how many topics share it, by expected place."""
    uit: dict[Delen, tuple[int, int]] = {}
    plaats = 1
    for _, groep in groupby(sorted(verwacht, key=lambda p: verwacht[p]), lambda p: verwacht[p]):
        gelijk = list(groep)
        samen_ = sum(aantallen[patroon] for patroon in gelijk)
        uit |= dict.fromkeys(gelijk, (plaats, samen_))
        plaats += samen_
    return uit
