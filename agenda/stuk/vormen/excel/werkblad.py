"""A sheet of the workbook as a value: its headings, its rows, and what stays in view."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from agenda.weergave.samenhang.verbanden import naam_en_plek

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agenda.rangorde.ranglijst import Beoordeeld

_MAX_BLADNAAM = 31

Bladcel = str | int | Decimal
Bladrij = tuple[Bladcel, ...]


@dataclass(frozen=True, slots=True)
class Bladkolom:
    """A heading; `breedte` in characters. A narrow column has its heading upright."""

    kop: str
    breedte: int
    rechtop: bool = False


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet.

    Attributes:
        vast: how many columns stay in view when one scrolls to the right.
        boven: what stands above the headings.
        invullen: the headings of the columns that somebody fills in.
        keuzes: numbers of a row and a column (from 0) → what that cell may hold.
    """

    naam: str
    kolommen: tuple[Bladkolom, ...]
    rijen: tuple[Bladrij, ...]
    vast: int = 0
    boven: str = ""
    invullen: tuple[str, ...] = ()
    keuzes: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)

    def zonder(self, *koppen: str) -> Blad:
        """The same sheet without the columns under these headings."""
        over = [nummer for nummer, kolom in enumerate(self.kolommen) if kolom.kop not in koppen]
        return Blad(
            self.naam,
            tuple(self.kolommen[nummer] for nummer in over),
            tuple(tuple(rij[nummer] for nummer in over) for rij in self.rijen),
            sum(nummer < self.vast for nummer in over),
            self.boven,
        )


Drukrij = tuple[Bladcel | None, ...]
"""The cells of a row of a block; None where the cell before it goes on."""


@dataclass(frozen=True, slots=True)
class Drukblok:
    """What stands together on a printed sheet, under a heading over its whole width."""

    kop: str
    rijen: tuple[Drukrij, ...]


@dataclass(frozen=True, slots=True)
class Drukblad:
    """A sheet that is printed: blocks below each other, that share their columns."""

    naam: str
    kolommen: tuple[Bladkolom, ...]
    blokken: tuple[Drukblok, ...]


def bladnaam(woorden: str) -> str:
    """Words as the name of a sheet, as Excel allows it."""
    return re.sub(r"[\[\]:*?/\\']", " ", woorden)[:_MAX_BLADNAAM].strip() or "Lijst"


def bladkolommen(*koppen: tuple[str, int]) -> tuple[Bladkolom, ...]:
    """Headings, each with its width in characters."""
    return tuple(Bladkolom(kop, breedte) for kop, breedte in koppen)


def leeg_blad(naam: str, waarom: str) -> Blad:
    """A sheet that only says why it is empty."""
    return Blad(naam, bladkolommen(("Wat ontbreekt", 90)), ((waarom,),))


def ja_nee(waar: object) -> str:
    """A yes or no as a word."""
    return "ja" if waar else "nee"


def leden_tekst(leden: Iterable[Beoordeeld]) -> str:
    return "\n".join(naam_en_plek(lid, ", ") for lid in leden)
