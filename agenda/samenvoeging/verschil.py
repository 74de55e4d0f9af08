"""What files say differently, and what is asked of whoever can settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from agenda.samenvoeging.beslissingen import Sleutel
    from agenda.samenvoeging.inbreng import Gezegd

Verschilsoort = Literal["naam", "feit", "oordeel"]
"""A title or theme, without which there is no topic; another fact; an answer on a criterion."""


class Verschil(NamedTuple):
    """A field of which not all say the same.

    Attributes:
        sleutel: of what, and the name of the field; of an answer the code of the criterion.
        kop: the heading of the field.
        gezegd: who says what, in the order of who.
        beslist: whether somebody chose what holds; answers are never chosen between.
        geldt: what holds; None when that is not known.
    """

    soort: Verschilsoort
    sleutel: Sleutel
    kop: str
    gezegd: tuple[Gezegd, ...]
    beslist: bool = False
    geldt: Any = None

    @property
    def open(self) -> bool:
        """Whether somebody still has to choose."""
        return self.soort != "oordeel" and not self.beslist


class Lijkt(NamedTuple):
    """Two topics that may be one.

    Attributes:
        titels: of both.
        van: who brings in each.
        keuze: the code that stays, «beide», or nothing when nobody chose.
    """

    sleutel: Sleutel
    titels: tuple[str, str]
    van: tuple[tuple[str, ...], tuple[str, ...]]
    keuze: str

    @property
    def codes(self) -> tuple[str, str]:
        """Of both topics, sorted."""
        return self.sleutel.over.onderwerp, self.sleutel.ander

    @property
    def open(self) -> bool:
        """Whether somebody still has to choose."""
        return not self.keuze
