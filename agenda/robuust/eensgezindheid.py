"""How far those who put topics in order agree with each other."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from agenda.robuust.verwacht import op_verwacht

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agenda.rangorde.patroon import Delen


def kendall_w(
    verwacht: Sequence[Mapping[Delen, Fraction]], aantallen: Mapping[Delen, int]
) -> Fraction | None:
    """Kendall's coefficient of concordance, with the correction for ties.

    Args:
        verwacht: per judge, per pattern, the expected place; the lowest is the first.
        aantallen: per pattern the number of topics; they share their rank.

    Returns:
        From 0 (no agreement) to 1 (the same order); None when nobody makes any difference.

    Bron: Kendall en Babington Smith (1939), The problem of m rankings.
    """
    rechters, onderwerpen = len(verwacht), sum(aantallen.values())
    sommen: Counter[Delen] = Counter()
    knopen = 0
    for plaatsen in (op_verwacht(deel, aantallen) for deel in verwacht):
        for patroon, (plaats, gelijk) in plaatsen.items():
            sommen[patroon] += 2 * plaats + gelijk - 1  # twice the mean of the shared ranks
        knopen += sum(gelijk**3 - gelijk for gelijk in dict(plaatsen.values()).values())
    kwadraten = Fraction(sum(n * sommen[patroon] ** 2 for patroon, n in aantallen.items()), 4)
    n, m = onderwerpen, rechters
    noemer = m * m * (n**3 - n) - m * knopen
    return (12 * kwadraten - 3 * m * m * n * (n + 1) ** 2) / noemer if noemer else None
