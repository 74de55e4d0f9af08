"""How much of each criterion counts for a topic. Equal patterns tie, whatever the weights are."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from agenda.rangorde.score import heel

if TYPE_CHECKING:
    from agenda.onderwerp.oordeel import Telling
    from agenda.rangorde.ranglijst import Uitslag
    from agenda.rangorde.score import Getal
    from regels.model import Uitkomst

    Delen = tuple[Getal, ...]
    """Per criterion in rule order the share of its weight that counts: 0, 1 or a fraction."""


class Patroon(NamedTuple):
    """How much of each criterion counts for a topic: 0 or 1, or a fraction where voices differ.

    Attributes:
        zeker: what is ja.
        mogelijk: that, and what is unknown.
    """

    zeker: Delen
    mogelijk: Delen


def patroon_van(uitslag: Uitslag) -> Patroon:
    """How much of each criterion counts for a topic, for certain and possibly."""
    uitkomsten = [oordeel.uitkomst for oordeel in uitslag.criteria]
    tellingen = uitslag.tellingen or [None] * len(uitkomsten)
    delen = [*map(telt_voor, uitkomsten, tellingen)]
    return Patroon(tuple(zeker for zeker, _ in delen), tuple(kan for _, kan in delen))


def telt_voor(uitkomst: Uitkomst, telling: Telling | None) -> tuple[Getal, Getal]:
    """The share of its weight for which a criterion counts, for certain and possibly."""
    if telling is None:
        return int(uitkomst == "ja"), int(uitkomst != "nee")
    kan = telling.aantal - telling.nee
    return heel(Fraction(telling.ja, telling.aantal)), heel(Fraction(kan, telling.aantal))


def is_heel(delen: Delen) -> bool:
    """Whether each criterion counts in full or not at all."""
    return all(deel in (0, 1) for deel in delen)


def bits_van(delen: Delen) -> int:
    """A pattern of which each criterion counts or does not, as a number: criterion i is 2^i."""
    return sum(2**i for i, deel in enumerate(delen) if deel)
