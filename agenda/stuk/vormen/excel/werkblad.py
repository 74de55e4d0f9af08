"""A sheet of the workbook as a value: its headings, its rows, and what stays in view."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from agenda.weergave.samenhang.verbanden import naam_en_plek

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.rangorde.ranglijst import Beoordeeld

Bladcel = str | int | Decimal
Bladrij = tuple[Bladcel, ...]


@dataclass(frozen=True, slots=True)
class Bladkolom:
    """A heading; `breedte` in characters."""

    kop: str
    breedte: int


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet; `vast` is how many columns stay in view when one scrolls to the right."""

    naam: str
    kolommen: tuple[Bladkolom, ...]
    rijen: tuple[Bladrij, ...]
    vast: int = 0


def bladkolommen(*koppen: tuple[str, int]) -> tuple[Bladkolom, ...]:
    """Headings, each with its width in characters."""
    return tuple(Bladkolom(kop, breedte) for kop, breedte in koppen)


def ja_nee(waar: object) -> str:
    """A yes or no as a word."""
    return "ja" if waar else "nee"


def leden_tekst(leden: Iterable[Beoordeeld]) -> str:
    return "\n".join(naam_en_plek(lid, ", ") for lid in leden)
