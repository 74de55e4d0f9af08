"""Whether weights can fit what was said, and if not: the fewest things that contradict.

All in whole numbers and fractions: the simplex method with Bland's rule, which always ends.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

from agenda.robuust.raken import kleinste_die_raakt
from agenda.robuust.uitspraken import samen_gezegd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.robuust.uitspraken import Uitspraak, Vlak


def passende_weging(uitspraak: Uitspraak, aantal: int) -> tuple[int, ...] | None:
    """Whole weights of at least 1 that fit; None when there are none.

    Looked for is the most that every weight, and every side over the other, can be at least.

    Args:
        uitspraak: everything that was said.
        aantal: the number of criteria, at least one.
    """
    # Each weight is that least plus an unknown of its own; the least is the last unknown.
    rijen = [[-g for g in vlak] + [1 - sum(vlak)] for vlak in uitspraak.boven]
    for vlak in uitspraak.op:
        rij = [*vlak, sum(vlak)]
        rijen += [rij, [-getal for getal in rij]]
    rijen.append([1] * aantal + [aantal])
    rechts = [0] * (len(rijen) - 1) + [1]
    oplossing = _maximaliseer_laatste(rijen, rechts)
    minst = oplossing[-1]
    if not minst:
        return None
    weging = [minst + meer for meer in oplossing[:-1]]
    keer = lcm(*(deel.denominator for deel in weging))
    geheel = [int(deel * keer) for deel in weging]
    return tuple(getal // gcd(*geheel) for getal in geheel)


def _maximaliseer_laatste(rijen: list[list[int]], rechts: list[int]) -> list[Fraction]:
    """Values ≥ 0 for which no row exceeds its right-hand side ≥ 0, and the last is the highest."""
    breed = len(rijen[0])
    tabel = [[Fraction(g) for g in (*rij, b)] for rij, b in zip(rijen, rechts, strict=True)]
    doel = [Fraction(-(k == breed - 1)) for k in range(breed + 1)]
    vrij, basis = list(range(breed)), [breed + n for n in range(len(rijen))]
    while stijgt := [(vrij[k], k) for k in range(breed) if doel[k] < 0]:
        kolom = min(stijgt)[1]
        grenzen = [
            (rij[-1] / rij[kolom], basis[n], n) for n, rij in enumerate(tabel) if rij[kolom] > 0
        ]
        spil = min(grenzen)[2]
        _wissel(tabel, doel, spil, kolom)
        vrij[kolom], basis[spil] = basis[spil], vrij[kolom]
    hoog = {naam: tabel[n][-1] for n, naam in enumerate(basis)}
    return [hoog.get(naam, Fraction(0)) for naam in range(breed)]


def _wissel(tabel: list[list[Fraction]], doel: list[Fraction], spil: int, kolom: int) -> None:
    """Let the unknown of a column and that of a row change places."""
    deler = tabel[spil][kolom]
    nieuw = [getal / deler for getal in tabel[spil]]
    nieuw[kolom] = 1 / deler
    for rij in (*tabel[:spil], *tabel[spil + 1 :], doel):
        if keer := rij[kolom]:
            rij[kolom] = Fraction(0)
            rij[:] = [a - keer * b if b else a for a, b in zip(rij, nieuw, strict=True)]
    tabel[spil] = nieuw


def past_bij(weging: Sequence[int], uitspraak: Uitspraak) -> bool:
    """Whether weights fit something that was said."""
    return all(hoogte(vlak, weging) > 0 for vlak in uitspraak.boven) and not any(
        hoogte(vlak, weging) for vlak in uitspraak.op
    )


def hoogte(vlak: Vlak, weging: Sequence[int]) -> int:
    """How far weights lie above a plane."""
    return sum(a * b for a, b in zip(vlak, weging, strict=True))


def kleinste_tegenspraak(uitspraken: Sequence[Uitspraak], aantal: int) -> tuple[int, ...]:
    """The positions of the fewest things that cannot hold together; of equal sets the first.

    Args:
        uitspraken: what was said.
        aantal: the number of criteria.

    Returns:
        In order; empty when all can hold.
    """
    if passende_weging(samen_gezegd(uitspraken), aantal) is not None:
        return ()
    # What does not fit some weighting: of every contradiction at least one is among these.
    anderen: set[int] = set()
    while True:
        keuze = kleinste_die_raakt(anderen)
        gekozen = [u for n, u in enumerate(uitspraken) if keuze >> n & 1]
        weging = passende_weging(samen_gezegd(gekozen), aantal)
        if weging is None:
            return tuple(n for n in range(len(uitspraken)) if keuze >> n & 1)
        anderen.add(sum(1 << n for n, u in enumerate(uitspraken) if not past_bij(weging, u)))
