"""Split an amount over members by a key: whole euros, and the sum is always the amount.

Each gets its part, rounded to whole euros; half a euro goes up. What is left over or short then
goes to one member, whom the key names; else to the largest part.

Bron: Regiobegroting 2022, Financiën (the table of the kwartiermaker; that the centre municipality
takes the difference is our reading of it).
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Aandeel(NamedTuple):
    """What one member pays.

    Attributes:
        lid: its code.
        deel: its part of the whole, exact.
        bedrag: whole euros.
    """

    lid: str
    deel: Fraction
    bedrag: int


class GeenSleutel(ValueError):
    """Nobody can pay: the key has no parts, or only parts of nothing."""


def verdeel(
    bedrag: int, sleutel: Mapping[str, int], rest_naar: str | None = None
) -> tuple[Aandeel, ...]:
    """Split an amount by a key.

    Args:
        bedrag: whole euros, 0 or more.
        sleutel: member → its part, in whatever unit; the parts keep their proportion.
        rest_naar: who takes the difference by rounding; the largest part when it is None or takes
            no part, and at a tie the lowest code.

    Returns:
        Per member of the key, in its order; the amounts add up to `bedrag`.

    Raises:
        GeenSleutel: the parts add up to nothing.

    Example:
        >>> [(a.lid, a.bedrag) for a in verdeel(100, {"a": 1, "b": 1, "c": 1}, "c")]
        [('a', 33), ('b', 33), ('c', 34)]
    """
    totaal = sum(sleutel.values())
    if totaal <= 0:
        raise GeenSleutel
    bedragen = {lid: (2 * bedrag * deel + totaal) // (2 * totaal) for lid, deel in sleutel.items()}
    if not sleutel.get(rest_naar or ""):
        rest_naar = min(sleutel, key=lambda lid: (-sleutel[lid], lid))
    assert rest_naar is not None  # noqa: S101 - there is a largest part
    bedragen[rest_naar] += bedrag - sum(bedragen.values())
    return tuple(
        Aandeel(lid, Fraction(deel, totaal), bedragen[lid]) for lid, deel in sleutel.items()
    )
