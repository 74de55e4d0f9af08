"""What a document is made of, apart from the form in which it leaves the house.

Word, PDF, the page and Markdown render the same `Stuk`, so they say the same in the same order.
All text is text: a renderer escapes what its own form would take for markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import als_kop

if TYPE_CHECKING:
    from collections.abc import Iterator


Merk = Literal["ja", "nee", "onbekend", "verdeeld"]
"""An answer; a form that can draw shows it filled, open, hatched, or in part."""

MERKTEKENS: dict[Merk, str] = {"ja": "■", "nee": "□", "onbekend": "▨", "verdeeld": "◧"}
"""The same for a form that has letters only."""


@dataclass(frozen=True, slots=True)
class Alinea:
    """One paragraph.

    Attributes:
        nadruk: whether it must not be missed.
        aanhef: how it begins, when that must not be missed.
        bron: where it stands; quieter than the text.
        merk: the answer that it is about, for a form that can draw; the text says it too.
        invullen: whether it is an empty place: a person writes here what the text asks.
    """

    tekst: str
    nadruk: bool = False
    aanhef: str = ""
    bron: str = ""
    merk: Merk | None = None
    invullen: bool = False

    @property
    def zinnen(self) -> str:
        """All that it says, for a form that knows no type."""
        return " ".join(filter(None, (self.aanhef, self.tekst, self.bron)))


IN_TE_VULLEN = "In te vullen:"
"""How an empty place begins."""


def in_te_vullen(vraag: str) -> Alinea:
    """An empty place, marked, with what a person must write there."""
    return Alinea(vraag, aanhef=IN_TE_VULLEN, invullen=True)


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
    """Where a topic may stand: its best, worst and mean place.

    Attributes:
        plaatsen: how many places there are.
        grens: the last place of the top.
    """

    beste: int
    slechtste: int
    gemiddeld: float
    plaatsen: int
    grens: int


@dataclass(frozen=True, slots=True)
class Onderwerpentabel:
    """A table with a topic on each row.

    Attributes:
        titel: number of the column with the title; what stands below it in a cell is quieter.
        doelen: per row the `code` of the part about its topic; empty where there is none.
        antwoorden: numbers of the columns that hold answers: «ja», «nee», «?».
        stroken: per row where it may stand, for a form that can draw; the figures say it too.
        dicht: whether the rows stand close, so that many fit on a page.
        bladzijden: whether paper says on which page the part about each topic stands.
    """

    tabel: Tabel
    titel: int
    doelen: tuple[str, ...] = ()
    antwoorden: tuple[int, ...] = ()
    stroken: tuple[Strook, ...] = ()
    dicht: bool = False
    bladzijden: bool = False


Blok = Alinea | Lijst | Gegevens | Tabel | Onderwerpentabel


def tabel_van(blok: Blok) -> Tabel | None:
    """The table that a block is, or holds."""
    if isinstance(blok, Onderwerpentabel):
        return blok.tabel
    return blok if isinstance(blok, Tabel) else None


def noten_eronder(tabel: Tabel) -> tuple[Tabel | Alinea, ...]:
    """A table with its remarks below it, each a paragraph of its own."""
    return (tabel._replace(noten=()), *map(Alinea, tabel.noten))


class Blokje(NamedTuple):
    """An answer as a small block.

    Attributes:
        gewicht: how wide it is beside its neighbours.
        deel: how much of it is filled, where municipalities differ.
    """

    merk: Merk
    gewicht: int
    deel: float = 1.0


@dataclass(frozen=True, slots=True)
class Marge:
    """What stands beside the part about a topic: its place, and what is known at a glance.

    Attributes:
        groot: its place; empty without one.
        klein: what is told of that: «gedeeld», «onbeslist».
        regels: facts, each on a line of its own.
        blokjes: its answers, for a form that can draw; the part tells them in words.
        strook: where it may stand.
    """

    groot: str
    klein: str
    regels: tuple[str, ...] = ()
    blokjes: tuple[Blokje, ...] = ()
    strook: Strook | None = None

    @property
    def zin(self) -> str:
        """The same as a line of text, for a form without a margin."""
        plaats = ", ".join(filter(None, (self.groot and f"Plaats {self.groot}", self.klein)))
        return " · ".join(filter(None, (als_kop(plaats), *self.regels)))


@dataclass(frozen=True, slots=True)
class Deel:
    """A chapter or a part of one.

    Attributes:
        code: what links lead to; unique in the document: «onderwerp-wijk-ggz».
        blokken: what stands in it, before its parts.
        marge: what stands beside it.
        nieuwe_pagina: whether it begins on a new page.
    """

    code: str
    titel: str
    blokken: tuple[Blok, ...] = ()
    delen: tuple[Deel, ...] = ()
    nieuwe_pagina: bool = False
    marge: Marge | None = None

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
        voet: what stands at the foot of every page.
    """

    titel: str
    ondertitel: str
    omslag: tuple[Blok, ...]
    delen: tuple[Deel, ...]
    oplegger: tuple[Deel, ...] = ()
    voet: str = ""

    def alle(self) -> Iterator[tuple[int, Deel]]:
        """The memo, then all chapters and their parts, in reading order, with how deep (from 1)."""
        for deel in (*self.oplegger, *self.delen):
            yield from deel.alle()

    def hoofdstukken(self) -> Iterator[tuple[int, Deel]]:
        """The same without the memo: what a table of contents names."""
        for deel in self.delen:
            yield from deel.alle()
