"""The fewest things of which every one of some groups holds at least one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def kleinste_die_raakt(groepen: Collection[int]) -> int:
    """The smallest set that shares something with every group; of equal ones the first.

    Args:
        groepen: each a set of bits, none empty.

    Returns:
        A set of bits; first is what holds the lowest bits.
    """
    nodig = _zonder_ruimere(groepen)
    aantal = 0
    while True:
        gevonden = _met_hoogstens(nodig, aantal)
        if gevonden is not None:
            return gevonden
        aantal += 1


def _zonder_ruimere(groepen: Collection[int]) -> list[int]:
    """The groups that hold no other group, the smallest first: the others are hit with those."""
    over: list[int] = []
    for groep in sorted(set(groepen), key=lambda g: (g.bit_count(), g)):
        if not any(kleiner & groep == kleiner for kleiner in over):
            over.append(groep)
    return over


def _met_hoogstens(nodig: list[int], aantal: int) -> int | None:
    """The first set of at most so many things that hits all; None when there is none."""
    if not nodig:
        return 0
    if not aantal:
        return None
    beste = None
    groep = nodig[0]
    while groep:
        bit = groep & -groep
        groep ^= bit
        rest = _met_hoogstens([ander for ander in nodig if not ander & bit], aantal - 1)
        if rest is not None and (beste is None or _eerder(rest | bit, beste)):
            beste = rest | bit
    return beste


def _eerder(een: int, ander: int) -> bool:
    """Whether a set of bits holds the lowest bit in which two sets differ."""
    verschil = een ^ ander
    return bool(verschil & -verschil & een)
