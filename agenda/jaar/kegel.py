"""Corners of a cone in whole numbers, when half-spaces are cut off it one after another.

The double description method: each corner is a primitive vector of whole numbers with the rows on
which it lies. Two corners are neighbours when they share enough rows and no third lies on all of
these; where a new row separates neighbours, a new corner comes between them.
"""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Vector = tuple[int, ...]


class Hoek(NamedTuple):
    """A corner and the rows on which it lies, as a set of bits."""

    vector: Vector
    rijen: int


class Kegel:
    """All vectors that make no row negative.

    Args:
        rijen: as many independent rows as there are dimensions.
        stralen: the corner of each row's opposite: on all rows but that one.
    """

    def __init__(self, rijen: Sequence[Vector], stralen: Sequence[Vector]) -> None:
        self.dimensie = len(rijen)
        self.rijen = list(rijen)
        self.hoeken = [Hoek(straal, self._op(straal)) for straal in stralen]

    def snijd(self, rij: Vector) -> bool:
        """Keep only what does not make this row negative; says whether anything was cut off."""
        waarden = [inproduct(rij, hoek.vector) for hoek in self.hoeken]
        bit = 1 << len(self.rijen)
        self.rijen.append(rij)
        if min(waarden, default=0) >= 0:
            self.hoeken = [
                Hoek(hoek.vector, hoek.rijen | (0 if waarde else bit))
                for hoek, waarde in zip(self.hoeken, waarden, strict=True)
            ]
            return False
        nieuw = []
        boven = [(h, w) for h, w in zip(self.hoeken, waarden, strict=True) if w > 0]
        onder = [(h, w) for h, w in zip(self.hoeken, waarden, strict=True) if w < 0]
        op = [
            Hoek(h.vector, h.rijen | bit)
            for h, w in zip(self.hoeken, waarden, strict=True)
            if not w
        ]
        for hoek, hoogte in boven:
            for ander, diepte in onder:
                samen = hoek.rijen & ander.rijen
                if samen.bit_count() >= self.dimensie - 2 and self._naast_elkaar(
                    hoek, ander, samen
                ):
                    paren = zip(hoek.vector, ander.vector, strict=True)
                    tussen = primitief(hoogte * b - diepte * a for a, b in paren)
                    nieuw.append(Hoek(tussen, samen | bit))
        self.hoeken = [hoek for hoek, _ in boven] + op + nieuw
        return True

    def _naast_elkaar(self, hoek: Hoek, ander: Hoek, samen: int) -> bool:
        """Whether two corners share enough rows, and no third lies on all of these."""
        return samen.bit_count() >= self.dimensie - 2 and not any(
            derde.rijen & samen == samen
            for derde in self.hoeken
            if derde is not hoek and derde is not ander
        )

    def _op(self, vector: Vector) -> int:
        return sum(1 << n for n, rij in enumerate(self.rijen) if not inproduct(rij, vector))


def inproduct(een: Sequence[int], ander: Sequence[int]) -> int:
    """The sum of the products of two vectors."""
    return sum(a * b for a, b in zip(een, ander, strict=True))


def primitief(getallen: Iterable[int]) -> Vector:
    """A vector in the same direction without a common divisor."""
    vector = tuple(getallen)
    deler = gcd(*vector) or 1
    return tuple(getal // deler for getal in vector)
