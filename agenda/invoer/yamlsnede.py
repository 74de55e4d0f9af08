"""Change a YAML file that a person wrote and leave all the rest of its text as it is.

Whoever calls this reads the result back: text can be written in more ways than are known here.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.yamltekst import yaml_waarde
from regels.lezen.yaml import ontleed_yaml
from regels.melding import Invoerfout
from regels.taal import zichtbaar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from regels.lezen.yaml import Gelezen, Pad

NAKIJKEN = "# nakijken: "
"""How a remark begins that the program put there; the next time these are made anew."""
_STREEPJE = re.compile(r"( *)-(?:[ \t]|\r?\n|$)")
_SLEUTEL = re.compile(r"[^\r\n:]*:[ \t]*")
_NAKIJKREGEL = re.compile(rf"^[ \t]*{NAKIJKEN}.*(?:\r?\n|\Z)", re.MULTILINE)


class Knip(NamedTuple):
    """A piece of a text, from `van` to `tot`, and what comes in its place."""

    van: int
    tot: int
    tekst: str = ""


class Yamlsnede:
    """Finds the pieces of a text that say one thing.

    Args:
        tekst: the file.
        gelezen: what it says.
    """

    def __init__(self, tekst: str, gelezen: Gelezen) -> None:
        self._tekst, self._gelezen = tekst, gelezen
        self._regels = tekst.splitlines(keepends=True)
        self._begin = [0, *accumulate(map(len, self._regels))]
        self.einde = "\r\n" if "\r\n" in tekst else "\n"

    def rijen(self, lijst: str, weg: Collection[int]) -> Iterable[Knip]:
        """The rows of a list in block form; what stands between rows stays."""
        aantal = len(self._gelezen.waarde[lijst])
        begin = [self._streepje(self._regel((lijst, nummer))) for nummer in range(aantal)]
        begin.append(len(self._regels))
        for nummer in sorted(weg):
            van, tot = begin[nummer], begin[nummer + 1]
            diepte = self._inspringing(van)
            while tot - 1 > van and self._is_tussen(tot - 1, diepte):
                tot -= 1
            while tot < begin[nummer + 1] and not self._regels[tot].strip():
                tot += 1
            yield Knip(self._begin[van], self._begin[tot])

    def lijst(self, pad: Pad, blijft: Sequence[int], waarden: Sequence[object]) -> Iterable[Knip]:
        """A list of plain values, to hold only these of them.

        Args:
            blijft: which of its values stay.
            waarden: all of them.
        """
        plek = self._gelezen.plek(pad)
        begin = self._begin[plek.regel - 1] + plek.kolom - 1
        kop = _SLEUTEL.match(self._tekst, begin)
        na = kop.end() if kop else begin
        if self._tekst.startswith("[", na):
            tot = self._tekst.find("]", na) + 1
            yield Knip(na, tot, yaml_waarde([waarden[nummer] for nummer in blijft]))
            return
        if not blijft:
            yield Knip(na, na, "[]" if self._tekst[na - 1].isspace() else " []")
        for nummer in range(len(waarden)):
            if nummer not in blijft:
                regel = self._regel((*pad, nummer))
                yield Knip(self._begin[regel], self._begin[regel + 1])

    def veld(self, naam: str, regels: Sequence[str] = ()) -> Iterable[Knip]:
        """A field at the top of the file, with its value; lines come in its place."""
        if (naam,) not in self._gelezen.plekken:
            return
        van = self._regel((naam,))
        later = [self._regel((n,)) for n in self._gelezen.waarde if self._regel((n,)) > van]
        tot = min(later, default=len(self._regels))
        while tot - 1 > van and self._is_tussen(tot - 1, 0):
            tot -= 1
        nieuw = "".join(f"{regel}{self.einde}" for regel in regels)
        yield Knip(self._begin[van], self._begin[tot], nieuw)

    def opmerkingen(self, bij: Mapping[Pad, Sequence[str]]) -> Iterable[Knip]:
        """A line with «# nakijken: …» above the line of each value, as deep as that line is."""
        per_regel: dict[int, list[str]] = {}
        for pad, zinnen in bij.items():
            per_regel.setdefault(self._regel(pad), []).extend(zinnen)
        for regel, zinnen in sorted(per_regel.items()):
            spaties, plek = " " * self._inspringing(regel), self._begin[regel]
            for zin in dict.fromkeys(zinnen):
                yield Knip(plek, plek, f"{spaties}{NAKIJKEN}{zichtbaar(zin)}{self.einde}")

    def _regel(self, pad: Pad) -> int:
        """On which line something stands, counted from 0."""
        return self._gelezen.plek(pad).regel - 1

    def _streepje(self, regel: int) -> int:
        """The line with the dash of a row whose first field stands on this one."""
        for hoger in range(regel, -1, -1):
            if _STREEPJE.match(self._regels[hoger]):
                return hoger
            if hoger < regel and self._regels[hoger].strip()[:1] not in ("", "#"):
                break
        return regel

    def _inspringing(self, regel: int) -> int:
        tekst = self._regels[regel]
        return len(tekst) - len(tekst.lstrip(" "))

    def _is_tussen(self, regel: int, diepte: int) -> bool:
        """Whether a line is empty, or a remark that is no deeper than what stands around it."""
        kaal = self._regels[regel].strip()
        return not kaal or (kaal.startswith("#") and self._inspringing(regel) <= diepte)


def zegt(tekst: str, naam: str) -> object:
    """What a text says as YAML, to hold against what it must say; None when it is no YAML."""
    try:
        return ontleed_yaml(tekst, naam).waarde
    except Invoerfout:
        return None


def pas_toe(tekst: str, knippen: Iterable[Knip]) -> str:
    """The text with each piece replaced; what lies inside another piece goes with that one."""
    uit, waar = [], 0
    for knip in sorted(knippen, key=lambda knip: (knip.van, -knip.tot)):
        if knip.van >= waar:
            uit += [tekst[waar : knip.van], knip.tekst]
            waar = knip.tot
    return "".join([*uit, tekst[waar:]])


def zonder_nakijken(tekst: str) -> str:
    """The text without the remarks that the program put there a year ago."""
    return _NAKIJKREGEL.sub("", tekst)
