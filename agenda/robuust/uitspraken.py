"""What somebody says of the weights, as planes: on which side of each the weights must lie.

A plane is a whole number per criterion: the weights lie on it when weight times number adds up to
0. «Veiligheid counts for more than borging» is the plane with 1 and -1.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from agenda.onderwerp.grens import ALLES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from agenda.onderwerp.antwoord import Gewichtsantwoord
    from agenda.onderwerp.grens import Grens
    from agenda.robuust.wegingen import Orde

Vlak = tuple[int, ...]


class Uitspraak(NamedTuple):
    """One thing that was said, which holds as a whole or not.

    Attributes:
        boven: planes on whose positive side the weights lie.
        op: planes on which they lie.
    """

    boven: tuple[Vlak, ...] = ()
    op: tuple[Vlak, ...] = ()


GEEN_UITSPRAAK = Uitspraak()
"""Nothing was said of the weights."""


def vlak_van(links: Collection[int], rechts: Collection[int], aantal: int) -> Vlak:
    """The plane between two sets of criteria, by their positions."""
    return tuple((i in links) - (i in rechts) for i in range(aantal))


@cache
def alle_vlakken(aantal: int) -> tuple[Vlak, ...]:
    """Every plane between two sets of criteria, once."""
    return tuple(
        vlak
        for vlak in product((1, 0, -1), repeat=aantal)
        if -1 in vlak and next((getal for getal in vlak if getal), 0) == 1
    )


def tegenover(vlak: Vlak) -> Vlak:
    """The same plane, seen from the other side."""
    return tuple(-getal for getal in vlak)


def vlak_van_antwoord(antwoord: Gewichtsantwoord, criteria: Sequence[str]) -> Vlak | None:
    """The plane of a question; None when a side holds no criterion that weighs.

    Args:
        criteria: every criterion that weighs; one that is not in force on the peildatum does not.
    """
    links, rechts = (
        {criteria.index(code) for code in kant if code in criteria}
        for kant in (antwoord.links, antwoord.rechts)
    )
    return vlak_van(links, rechts, len(criteria)) if links and rechts else None


def uitspraak_van(antwoord: Gewichtsantwoord, criteria: Sequence[str]) -> Uitspraak:
    """What an answer says; nothing for «weet-niet»."""
    vlak = vlak_van_antwoord(antwoord, criteria)
    if vlak is None or antwoord.antwoord == "weet-niet":
        return GEEN_UITSPRAAK
    if antwoord.antwoord == "even":
        return Uitspraak(op=(vlak,))
    return Uitspraak(boven=(vlak if antwoord.antwoord == "links" else tegenover(vlak),))


def uitspraak_van_orde(orde: Orde, aantal: int) -> Uitspraak:
    """What an order of the criteria says: everything in a group is heavier than in the next."""
    return Uitspraak(
        boven=tuple(
            vlak_van({zwaar}, {licht}, aantal)
            for groep, volgende in pairwise(orde)
            for zwaar in sorted(groep)
            for licht in sorted(volgende)
        )
    )


def uitspraak_van_grenzen(grenzen: Sequence[Grens]) -> Uitspraak:
    """What limits say: every weight lies between its own."""
    boven = []
    for nummer, grens in enumerate(grenzen):
        eigen = [ALLES * (ander == nummer) for ander in range(len(grenzen))]
        if grens.minstens:
            boven.append(tuple(deel - grens.minstens for deel in eigen))
        if grens.hoogstens < ALLES:
            boven.append(tuple(grens.hoogstens - deel for deel in eigen))
    return Uitspraak(boven=tuple(boven))


def samen_gezegd(uitspraken: Collection[Uitspraak]) -> Uitspraak:
    """Everything that was said; each plane once."""
    return Uitspraak(
        tuple(dict.fromkeys(vlak for uitspraak in uitspraken for vlak in uitspraak.boven)),
        tuple(dict.fromkeys(vlak for uitspraak in uitspraken for vlak in uitspraak.op)),
    )
