"""What stands in the Excel template, apart from how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

VERPLICHT = "verplicht"
INVULRIJEN = 500
"""The dropdowns work in this many rows, the example included."""


@dataclass(frozen=True, slots=True)
class Codelijst:
    """Codes with their meaning; the code stands first in each row, its name next."""

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str | float, ...], ...]


@dataclass(frozen=True, slots=True)
class Sjabloonkolom:
    """A column of the template.

    Attributes:
        leeg: what an empty cell means; shown above the heading.
        voorbeeld: a number makes this a column of numbers, a day one of days; others hold text.
        breedte: in characters.
        hulp: whether the explanation shows at every cell, not only at the heading.
        keuzes: defined name and values of the dropdown.
        codes: what the codes in a cell mean.
        vooraf: what stands in every row already.
    """

    kop: str
    uitleg: str
    leeg: str
    voorbeeld: str | float | date
    breedte: int
    hulp: bool
    keuzes: tuple[str, tuple[str | int, ...]] | None = None
    codes: Codelijst | None = None
    vooraf: str = ""

    @property
    def getoond(self) -> str | float:
        """The example where it is only shown: a day as people write it."""
        dag = self.voorbeeld
        return f"{dag.day}-{dag.month}-{dag.year}" if isinstance(dag, date) else dag

    @property
    def vorm(self) -> str:
        """The number format: Excel leaves text («@») as it was typed, also «1-7» and «=»."""
        vormen = {str: "@", int: "#,##0", float: "General", date: "d-m-yyyy"}
        return vormen[type(self.voorbeeld)]


@dataclass(frozen=True, slots=True)
class Sjabloonblad:
    """A sheet that people fill in.

    Attributes:
        uitleg: how to fill it in, above the headings.
        rijen: what stands in the first columns of the first rows already, below the example.
        voorbeeld: whether its first row is the example.
        vaste_kolommen: so many stay in view.
        invulrijen: so many rows can be filled in.
        met_vragen: whether the question of each column stands above its heading.
    """

    naam: str
    titel: str
    uitleg: str
    kolommen: tuple[Sjabloonkolom, ...]
    rijen: tuple[tuple[str | float | date, ...], ...] = ()
    voorbeeld: bool = False
    vaste_kolommen: int = 2
    invulrijen: int = INVULRIJEN
    met_vragen: bool = False
