"""A part of all weightings as points that each stand for a share of it: cells, or draws."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from itertools import compress, islice, repeat
from operator import sub
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from agenda.robuust.punten import minder_dan, tel
from agenda.robuust.uitspraken import tegenover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.robuust.uitspraken import Uitspraak, Vlak

T = TypeVar("T")

_ALS_GETAL = bytes.maketrans(b"01", b"\0\1")


class Soorten(NamedTuple):
    """The different rows of values on the criteria, and how many topics have each.

    Attributes:
        waarden: per row, per criterion a whole number; 0 and 1 when criteria are yes or no.
        aantallen: per row how many topics have it, at least 1.
    """

    waarden: tuple[tuple[int, ...], ...]
    aantallen: tuple[int, ...]


class Gebied(ABC):
    """Weightings, each with what it stands for.

    A set of them is a set of bits, of which the first point has the highest.

    Attributes:
        delen: per point its share, in whole numbers.
    """

    delen: Sequence[int]

    @abstractmethod
    def boven(self, vlak: Vlak) -> int:
        """The points above a plane."""

    @abstractmethod
    def weging(self, nummer: int) -> tuple[int, ...]:
        """The whole weights at one of the points."""

    @abstractmethod
    def massa(self, punten: int) -> int:
        """What the shares of some points add up to."""

    @cached_property
    def alles(self) -> int:
        """All points."""
        return (1 << len(self.delen)) - 1

    @cached_property
    def totaal(self) -> int:
        """What all shares add up to."""
        return self.massa(self.alles)

    def hoger(self, een: Sequence[int], ander: Sequence[int]) -> int:
        """The points where the first of two rows of values scores higher."""
        return self.boven(tuple(map(sub, een, ander)))

    def op(self, vlak: Vlak) -> int:
        """The points on a plane."""
        return self.alles & ~(self.boven(vlak) | self.boven(tegenover(vlak)))

    def past(self, uitspraak: Uitspraak) -> int:
        """The points that fit what was said."""
        punten = self.alles
        for vlak in uitspraak.boven:
            punten &= self.boven(vlak)
        for vlak in uitspraak.op:
            punten &= self.op(vlak)
        return punten

    def in_top(self, soorten: Soorten, top: int) -> list[int]:
        """Per row the points where fewer than `top` topics score higher."""
        return [
            minder_dan(
                tel(
                    (self.hoger(ander, een), aantal)
                    for ander, aantal in zip(*soorten, strict=True)
                    if ander != een
                ),
                top,
                self.alles,
            )
            for een in soorten.waarden
        ]

    def eerste(self, punten: int, aantal: int) -> int:
        """The first so many of some points."""
        if punten.bit_count() <= aantal:
            return punten
        laatste = next(islice(self.kies(range(len(self.delen)), punten), aantal - 1, None))
        return punten >> (rest := len(self.delen) - 1 - laatste) << rest

    def kies(self, per_punt: Sequence[T], punten: int) -> Iterator[T]:
        """Of something per point that of some points."""
        return compress(per_punt, self._tekens(punten).encode().translate(_ALS_GETAL))

    def per_punt(self, groepen: Sequence[int]) -> Iterator[tuple[str, ...]]:
        """Per point of which sets of points it is one: «1» or «0» for each."""
        if not groepen:
            return repeat((), len(self.delen))
        return zip(*map(self._tekens, groepen), strict=True)

    def _tekens(self, punten: int) -> str:
        return f"{punten:0{len(self.delen)}b}"
