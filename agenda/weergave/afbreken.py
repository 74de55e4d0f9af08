"""Words that do not fit a narrow column: broken at a syllable, and never inside a code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from regels.model import CODEVORM

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

_TAAL = "nl_NL"
_WOORD = re.compile(r"\W*([^\W\d_]{5,})(?:['’][a-z]{1,2})?\W*")
"""What may be a Dutch word: letters alone, with what a sentence puts around them."""
_CODE = re.compile(CODEVORM)
_TREMA = "äëïöü"
"""Broken before one of these, a word would lose it: «zeeën» is «zee-en»."""


class Breekpunt(NamedTuple):
    """A place where a word may go on at the next line.

    Attributes:
        streepje: what is put there: a hyphen, or nothing where the word has one already.
    """

    plek: int
    streepje: str


class Afbreker:
    """Breaks words that do not fit.

    Args:
        codes: words that are codes; a hyphen in one of these would make it another code.
    """

    def __init__(self, codes: Collection[str] = ()) -> None:
        self._codes = codes

    def vouw(self, tekst: str, breedte: int) -> str:
        """A line of text on lines of at most so many characters."""
        regels, regel = [], ""
        for woord in tekst.split():
            punten = self._breekpunten(woord) if len(woord) > breedte else ()
            van = 0
            while van < len(woord):
                begin = f"{regel} " if regel else ""
                ruimte, rest = breedte - len(begin), woord[van:]
                if len(rest) <= ruimte:
                    regel, van = begin + rest, len(woord)
                elif len(rest) > breedte and (knip := _laatste(punten, van, ruimte)):
                    regels.append(f"{begin}{woord[van : knip.plek]}{knip.streepje}")
                    regel, van = "", knip.plek
                elif regel:
                    regels.append(regel)
                    regel = ""
                else:  # not a syllable fits, or it is no word
                    regels.append(rest[:breedte])
                    van += breedte
        return "\n".join([*regels, regel] if regel else regels)

    def langste_deel(self, woord: str) -> int:
        """How much room the largest part of a word takes that is not broken."""
        punten = (*self._breekpunten(woord), Breekpunt(len(woord), ""))
        begin = (0, *(punt.plek for punt in punten))
        return max(
            punt.plek + len(punt.streepje) - van for van, punt in zip(begin, punten, strict=False)
        )

    def _breekpunten(self, woord: str) -> Sequence[Breekpunt]:
        if "-" in woord.strip("-"):
            einden = (deel.end() for deel in re.finditer(r"-+(?=[^-])", woord) if deel.start())
            return [Breekpunt(plek, "") for plek in einden]
        gevonden = _WOORD.fullmatch(woord)
        if gevonden is None or gevonden[1] in self._codes or not gevonden[1][1:].islower():
            return ()
        begin = gevonden.start(1)
        return [Breekpunt(begin + plek, "-") for plek in _lettergrepen()(gevonden[1])]


def _laatste(punten: Sequence[Breekpunt], van: int, ruimte: int) -> Breekpunt | None:
    """The last place to break a word so that what comes before it fits."""
    past = (p for p in punten if van < p.plek and p.plek + len(p.streepje) - van <= ruimte)
    return max(past, default=None)


def codes_in(waarde: object) -> Iterator[str]:
    """The words of a result that may be codes: what looks like one in its JSON."""
    if isinstance(waarde, Mapping):
        for naam, deel in waarde.items():
            yield str(naam)
            yield from codes_in(deel)
    elif isinstance(waarde, str):
        if _CODE.fullmatch(waarde):
            yield waarde
    elif isinstance(waarde, Iterable):
        for deel in waarde:
            yield from codes_in(deel)


@cache
def _lettergrepen() -> Callable[[str], Iterator[int]]:
    """What finds the places between the syllables of a word; none without the library."""
    try:
        from pyphen import Pyphen  # type: ignore[import-untyped]  # loaded when a word must break
    except ImportError:
        return lambda _: iter(())
    woordenboek = Pyphen(lang=_TAAL)

    def vind(woord: str) -> Iterator[int]:
        for plek in woordenboek.positions(woord):
            # Some places change the spelling: «autootje» would be «auto-tje».
            if plek.data is None and woord[plek] not in _TREMA:
                yield int(plek)

    return vind
