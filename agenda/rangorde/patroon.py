"""Which criteria hold for a topic. Topics with the same pattern tie, whatever the weights are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Uitslag
    from regels.model import Uitkomst


class Patroon(NamedTuple):
    """Which criteria hold for a topic, each as a set of bits: criterion i is 2^i.

    Attributes:
        zeker: the criteria that are ja.
        mogelijk: those, and the ones that are unknown.
    """

    zeker: int
    mogelijk: int


def patroon_van(uitslag: Uitslag) -> Patroon:
    """Which criteria hold for a topic, for certain and possibly."""

    def bits(*uitkomsten: Uitkomst) -> int:
        return sum(2**i for i, o in enumerate(uitslag.criteria) if o.uitkomst in uitkomsten)

    return Patroon(bits("ja"), bits("ja", "onbekend"))


def geldt(patroon: int, nummer: int) -> bool:
    """Whether a criterion, by its position in rule order, is in a set of bits."""
    return bool(patroon >> nummer & 1)
