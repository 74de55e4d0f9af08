"""What a document is made of, apart from the form in which it leaves the house.

Word, PDF, the page and Markdown render the same `Stuk`, so they say the same in the same order.
All text is text: a renderer escapes what its own form would take for markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from agenda.weergave.vormen import Tabel

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Alinea:
    """One paragraph; `nadruk` when it must not be missed, `aanhef` when its beginning must not."""

    tekst: str
    nadruk: bool = False
    aanhef: str = ""


@dataclass(frozen=True, slots=True)
class Lijst:
    """Points below each other; `genummerd` when their order means something."""

    punten: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True, slots=True)
class Gegevens:
    """Names with their value: «Score» – «3 tot 4»; `naast` when two fit beside each other."""

    rijen: tuple[tuple[str, str], ...]
    naast: bool = False


class Strook(NamedTuple):
    """Where a topic may stand: its best, worst and mean place."""

    beste: int
    slechtste: int
    gemiddeld: float


@dataclass(frozen=True, slots=True)
class Plaatsentabel:
    """A table of places; a form that can draw also shows where each row may stand.

    Attributes:
        stroken: one for each row; they say no more than the table does.
        plaatsen: how many places there are.
        grens: the last place of the top.
    """

    tabel: Tabel
    stroken: tuple[Strook, ...]
    plaatsen: int
    grens: int


Blok = Alinea | Lijst | Gegevens | Tabel | Plaatsentabel


def tabel_van(blok: Blok) -> Tabel | None:
    """The table that a block is, or holds."""
    if isinstance(blok, Plaatsentabel):
        return blok.tabel
    return blok if isinstance(blok, Tabel) else None


@dataclass(frozen=True, slots=True)
class Deel:
    """A chapter or a part of one.

    Attributes:
        code: what links lead to; unique in the document: «onderwerp-wijk-ggz».
        blokken: what stands in it, before its parts.
        nieuwe_pagina: whether it begins on a new page.
    """

    code: str
    titel: str
    blokken: tuple[Blok, ...] = ()
    delen: tuple[Deel, ...] = ()
    nieuwe_pagina: bool = False

    def alle(self, diepte: int = 1) -> Iterator[tuple[int, Deel]]:
        """This part and all parts in it, in reading order, with how deep each lies (from 1)."""
        yield diepte, self
        for deel in self.delen:
            yield from deel.alle(diepte + 1)


@dataclass(frozen=True, slots=True)
class Stuk:
    """A whole document: what opens it, then chapters.

    Attributes:
        omslag: what stands under the title, before anything else.
        oplegger: the parts of the memo, before the table of contents; empty when there is none.
    """

    titel: str
    ondertitel: str
    omslag: tuple[Blok, ...]
    delen: tuple[Deel, ...]
    oplegger: tuple[Deel, ...] = ()

    def alle(self) -> Iterator[tuple[int, Deel]]:
        """The memo, then all chapters and their parts, in reading order, with how deep (from 1)."""
        for deel in (*self.oplegger, *self.delen):
            yield from deel.alle()

    def hoofdstukken(self) -> Iterator[tuple[int, Deel]]:
        """The same without the memo: what a table of contents names."""
        for deel in self.delen:
            yield from deel.alle()
