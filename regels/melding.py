"""What can be wrong with input, as data: where, what was found, what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from regels.taal import zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_GETOOND = 100
"""So many findings a person gets to see; whoever mended them asks again."""
MAX_BEWAARD = 10_000
"""So many findings are kept for a program; who finds this many stops looking."""


class Plek(NamedTuple):
    """A place in a file: row and column count from 1; `blad` only for a worksheet."""

    bestand: str
    regel: int = 0
    kolom: int = 0
    blad: str = ""

    def __str__(self) -> str:
        waar = zichtbaar(f"{self.bestand}!{self.blad}" if self.blad else self.bestand)
        if self.blad and self.regel:
            return f"{waar}!{kolomletters(self.kolom)}{self.regel}"
        return f"{waar}:{self.regel}:{self.kolom}" if self.regel else waar


def kolomletters(kolom: int) -> str:
    """Column 1 is A, 27 is AA, as a spreadsheet names them."""
    letters = ""
    while kolom > 0:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Melding(NamedTuple):
    """One located finding about the input; an error or a warning, in the user's words.

    Attributes:
        onderwerp: code of the topic that it is about, where that is known.
        soort: what kind of thing was found about rules: regels/bevindingsoorten.py.
        regels: codes of the rules that it is about.
    """

    plek: Plek
    veld: str
    gevonden: str
    verwacht: str
    suggestie: str = ""
    onderwerp: str = ""
    soort: str = ""
    regels: tuple[str, ...] = ()

    def __str__(self) -> str:
        delen = [str(self.plek)]
        if self.veld:
            delen.append(self.veld)
        zin = f"gevonden {self.gevonden}; verwacht {self.verwacht}"
        if self.suggestie:
            zin += f"; {self.suggestie}"
        return ": ".join([*delen, zin])


def genoeg(meldingen: Sequence[Melding]) -> bool:
    """Whether so much was found that a reader need not look further."""
    return len(meldingen) >= MAX_BEWAARD


class Invoerfout(Exception):
    """The input is wrong: the findings of one run, sorted by place.

    Args:
        meldingen: every fault that was found, in any order.

    Attributes:
        meldingen: the first `MAX_BEWAARD` of them.
        aantal: how many there are; readers stop where there are enough, so there may be more.
    """

    def __init__(self, meldingen: Iterable[Melding]) -> None:
        alle = sorted(set(meldingen))
        self.meldingen, self.aantal = tuple(alle[:MAX_BEWAARD]), len(alle)
        super().__init__("\n".join(self.zinnen))

    @property
    def zinnen(self) -> tuple[str, ...]:
        """A line per finding for people, and how many more there are."""
        over = self.aantal - MAX_GETOOND
        nog = f"en nog {over}; alle fouten toont: agenda controleer --formaat json"
        return (*map(str, self.meldingen[:MAX_GETOOND]), *([nog] if over > 0 else []))

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
