"""Points as whole numbers: so many units in one that what every municipality says is whole."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING

from agenda.rangorde.patroon import patroon_van

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.rangorde.ranglijst import Beoordeeld

MAX_NOEMER = 1_000_000
"""A solver in floats tells scores apart up to here; 360,360 is enough for thirteen voices."""


class TeFijn(LookupError):
    """Points have so many different denominators that no plan can be proved to be the best."""


def noemer_van(onderwerpen: Iterable[Beoordeeld]) -> int:
    """By how much the share of every criterion is whole, also what is unknown counted as ja.

    Raises:
        TeFijn: it is too large.
    """
    patronen = (patroon_van(b.uitslag) for b in onderwerpen)
    noemer = lcm(*(deel.denominator for p in patronen for delen in p for deel in delen))
    if noemer > MAX_NOEMER:
        raise TeFijn
    return noemer
