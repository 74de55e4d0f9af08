"""Count with sets of points, each a set of bits: for all points at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def tel(groepen: Iterable[tuple[int, int]]) -> list[int]:
    """Add up, per point, numbers of some sets that it is in.

    Args:
        groepen: sets of points, each with its number, at least 0.

    Returns:
        The sums in binary: the points whose sum holds 1, those whose sum holds 2, 4, …
    """
    som: list[int] = []
    for punten, getal in groepen:
        for begin in range(getal.bit_length()):
            plek, draag = begin, punten if getal >> begin & 1 else 0
            while draag:
                som += [0] * (plek + 1 - len(som))
                som[plek], draag = som[plek] ^ draag, som[plek] & draag
                plek += 1
    return som


def plus(een: Iterable[int], ander: Iterable[int]) -> list[int]:
    """Add up two sums per point, both of as many digits; see `tel`."""
    uit, draag = [], 0
    for a, b in zip(een, ander, strict=True):
        verschil = a ^ b
        uit.append(verschil ^ draag)
        draag = a & b | verschil & draag
    return [*uit, draag] if draag else uit


def minder_dan(som: Sequence[int], grens: int, alles: int) -> int:
    """The points whose sum is below a limit; see `tel`."""
    minder, gelijk = 0, alles
    for plek in reversed(range(max(len(som), grens.bit_length()))):
        heeft = gelijk & som[plek] if plek < len(som) else 0
        if grens >> plek & 1:
            minder, gelijk = minder | gelijk ^ heeft, heeft
        else:
            gelijk ^= heeft
    return minder


def per_som(som: Sequence[int], alles: int) -> dict[int, int]:
    """Per sum, from low to high, the points that have it; see `tel`."""
    uit = {0: alles} if alles else {}
    for plek, heeft in enumerate(som):
        vorige, uit = uit, {}
        for getal, punten in vorige.items():
            met = punten & heeft
            if met != punten:
                uit[getal] = punten ^ met
            if met:
                uit[getal | 1 << plek] = met
    return dict(sorted(uit.items()))
