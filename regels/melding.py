"""What can be wrong with input, as data: where, what was found, what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Plek(NamedTuple):
    """A place in a file: row and column count from 1; `blad` only for a worksheet."""

    bestand: str
    regel: int = 0
    kolom: int = 0
    blad: str = ""

    def __str__(self) -> str:
        if self.blad and self.regel:
            return f"{self.bestand}!{self.blad}!{kolomletters(self.kolom)}{self.regel}"
        if self.blad:
            return f"{self.bestand}!{self.blad}"
        if self.regel:
            return f"{self.bestand}:{self.regel}:{self.kolom}"
        return self.bestand


def kolomletters(kolom: int) -> str:
    """Column 1 is A, 27 is AA, as a spreadsheet names them."""
    letters = ""
    while kolom > 0:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Melding(NamedTuple):
    """One located finding about the input; an error or a warning, in the user's words."""

    plek: Plek
    veld: str
    gevonden: str
    verwacht: str
    suggestie: str = ""

    def __str__(self) -> str:
        delen = [str(self.plek)]
        if self.veld:
            delen.append(self.veld)
        zin = f"gevonden {self.gevonden}; verwacht {self.verwacht}"
        if self.suggestie:
            zin += f"; {self.suggestie}"
        return ": ".join([*delen, zin])


class Invoerfout(Exception):
    """The input is wrong: all findings of one run, sorted by place.

    Args:
        meldingen: every fault that was found, in any order.
    """

    def __init__(self, meldingen: Iterable[Melding]) -> None:
        self.meldingen = tuple(sorted(set(meldingen)))
        super().__init__("\n".join(map(str, self.meldingen)))

    def met(self, meldingen: Iterable[Melding]) -> Invoerfout:
        """This fault together with what was found elsewhere in the same run."""
        anders = list(meldingen)
        return Invoerfout([*self.meldingen, *anders]) if anders else self


class Regelstrijd(Invoerfout):
    """The rules are well formed but contradict themselves or each other."""


class Bestandsfout(Exception):
    """A file is locked, or may not be read or written: its name and a Dutch sentence."""

    def __init__(self, bestand: str, reden: str) -> None:
        self.bestand = bestand
        self.reden = reden
        super().__init__(f"{bestand}: {reden}")
