"""What lies on planes, and which planes follow: in fractions, so that nothing is rounded."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from agenda.robuust.tegenspraak import hoogte

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.robuust.uitspraken import Vlak


def richtingen(vlakken: Sequence[Vlak], aantal: int) -> tuple[list[int], list[list[int]]]:
    """Whole directions that span what lies on all planes, each with a free criterion of its own.

    Returns:
        The free criteria; and per free criterion its direction, that is 0 at the other ones, and
        the same whole number at its own.
    """
    rijen: list[list[Fraction]] = []
    spillen: list[int] = []
    for vlak in vlakken:
        rij = [Fraction(getal) for getal in vlak]
        for spil, eerder in zip(spillen, rijen, strict=True):
            rij = [a - rij[spil] * b for a, b in zip(rij, eerder, strict=True)]
        spil = next((k for k, getal in enumerate(rij) if getal), -1)
        if spil < 0:
            continue
        rij = [getal / rij[spil] for getal in rij]
        rijen = [[a - r[spil] * b for a, b in zip(r, rij, strict=True)] for r in rijen]
        rijen.append(rij)
        spillen.append(spil)
    vrij = [k for k in range(aantal) if k not in spillen]
    keer = lcm(*(getal.denominator for rij in rijen for getal in rij))
    uit = []
    for criterium in vrij:
        richting = [keer * (k == criterium) for k in range(aantal)]
        for spil, rij in zip(spillen, rijen, strict=True):
            richting[spil] = int(-rij[criterium] * keer)
        uit.append(richting)
    return vrij, uit


def volgt(vlak: Vlak, vlakken: Sequence[Vlak]) -> bool:
    """Whether all that lies on some planes lies on another one too."""
    _, op_alle = richtingen(vlakken, len(vlak))
    return not any(hoogte(vlak, richting) for richting in op_alle)
