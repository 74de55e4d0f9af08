"""What a document is made of, apart from the form in which it leaves the house.

Word, PDF, the page and Markdown render the same `Stuk`, so they say the same in the same order.
All text is text: a renderer escapes what its own form would take for markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.weergave.vormen import Tabel

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Alinea:
    """One paragraph; `nadruk` when it must not be missed."""

    tekst: str
    nadruk: bool = False


@dataclass(frozen=True, slots=True)
class Lijst:
    """Points below each other; `genummerd` when their order means something."""

    punten: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True, slots=True)
class Gegevens:
    """Names with their value: «Score» – «3 tot 4»."""

    rijen: tuple[tuple[str, str], ...]


Blok = Alinea | Lijst | Gegevens | Tabel


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
    """A whole document: a cover, then chapters."""

    titel: str
    ondertitel: str
    omslag: tuple[Blok, ...]
    delen: tuple[Deel, ...]

    def alle(self) -> Iterator[tuple[int, Deel]]:
        """All chapters and their parts, in reading order, with how deep each lies (from 1)."""
        for deel in self.delen:
            yield from deel.alle()
