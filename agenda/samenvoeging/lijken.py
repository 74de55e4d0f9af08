"""Titles that look alike: perhaps one topic under two codes. Nothing is decided here."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

MAX_VERGELEKEN = 5_000
"""So many pairs of titles are held against each other, those with the most words in common."""
MAX_GEVONDEN = 500
"""So many pairs are proposed."""
_MAX_GETELD = 2_000_000
"""So many pairs are counted, those with rare words first."""
_GRENS = 0.8
_STAM = 4
_KLEINE_WOORDEN = frozenset(
    (
        *("de", "het", "een", "van", "voor", "en", "in", "op", "aan", "met", "bij", "te", "ter"),
        *("tot", "om", "of", "over", "uit", "naar", "als", "door"),
    )
)

Paar = tuple[str, str]
"""Two codes, sorted."""


class Gelijkenis(NamedTuple):
    """Pairs that look alike.

    Attributes:
        paren: sorted by code.
        volledig: whether all pairs with enough words in common were compared and are proposed.
    """

    paren: tuple[Paar, ...]
    volledig: bool


class _Titel(NamedTuple):
    """A title without what people vary in it."""

    woorden: tuple[str, ...]
    getallen: frozenset[str]
    stammen: frozenset[str]

    @property
    def vormen(self) -> tuple[str, str]:
        return " ".join(self.woorden), " ".join(sorted(self.woorden))


def kale_titel(titel: str) -> str:
    """A title without case, accents, marks and spaces: what two people write the same."""
    return " ".join(_alle_woorden(titel))


def _alle_woorden(titel: str) -> list[str]:
    # A letter in mathematical style has a small one only after it became an ordinary letter.
    gewoon = unicodedata.normalize("NFKD", titel).casefold()
    plat = unicodedata.normalize("NFKD", gewoon)
    return re.findall(r"[^\W_]+", "".join(t for t in plat if not unicodedata.combining(t)))


def _ontleed(titel: str) -> _Titel:
    alle = _alle_woorden(titel)
    woorden = tuple(w for w in alle if w not in _KLEINE_WOORDEN) or tuple(alle)
    return _Titel(
        woorden,
        frozenset(w for w in woorden if w.isdecimal()),
        frozenset(w[:_STAM] for w in woorden),
    )


def zoek_gelijkenis(titels: Mapping[str, str], bekend: Collection[Paar] = ()) -> Gelijkenis:
    """Pairs of codes whose titles look alike.

    Titles with other numbers in them are never alike: «fase 1» is not «fase 2».

    Args:
        titels: code → title.
        bekend: pairs of which it is known whether they are one topic.
    """
    ontleed = {code: _ontleed(titels[code]) for code in sorted(titels)}
    kandidaten, volledig = _kandidaten(ontleed)
    gekozen = nlargest(MAX_VERGELEKEN, kandidaten.items(), key=lambda deel: (deel[1], deel[0]))
    gevonden = sorted(
        paar
        for paar, _ in gekozen
        if paar not in bekend and _lijken(ontleed[paar[0]], ontleed[paar[1]])
    )
    volledig = volledig and len(gekozen) == len(kandidaten) and len(gevonden) <= MAX_GEVONDEN
    return Gelijkenis(tuple(gevonden[:MAX_GEVONDEN]), volledig)


def _kandidaten(ontleed: Mapping[str, _Titel]) -> tuple[dict[Paar, int], bool]:
    """Pairs with most words in common: how many.

    Returns:
        The pairs, and whether every word could be counted.
    """
    onder: dict[str, list[str]] = {}
    for code, titel in ontleed.items():
        for stam in titel.stammen:
            onder.setdefault(stam, []).append(code)
    samen: Counter[Paar] = Counter()
    geteld, volledig = 0, True
    for codes in sorted(onder.values(), key=lambda codes: (len(codes), codes)):
        geteld += len(codes) ** 2
        if geteld > _MAX_GETELD:
            volledig = False
            break
        samen.update(_paren(codes))
    genoeg = {paar: len(ontleed[paar[0]].woorden) for paar in _zelfde(ontleed)}
    for (een, ander), aantal in samen.items():
        links, rechts = ontleed[een], ontleed[ander]
        langste = max(len(links.stammen), len(rechts.stammen))
        if links.getallen == rechts.getallen and aantal >= _nodig(langste):
            genoeg[een, ander] = aantal
    return genoeg, volledig


def _nodig(woorden: int) -> int:
    """How many words a title of so many must share with another: two thirds, or all but one."""
    return max(min(woorden - 1, (2 * woorden + 2) // 3), 1)


def _zelfde(ontleed: Mapping[str, _Titel]) -> Iterator[Paar]:
    """Each title that is the same as one before it, however many share their words with it."""
    eerste: dict[tuple[str, ...], str] = {}
    for code, titel in ontleed.items():
        een = eerste.setdefault(titel.woorden, code)
        if een != code and titel.woorden:
            yield een, code


def _paren(codes: list[str]) -> Iterator[Paar]:
    for nummer, code in enumerate(codes):
        yield from ((code, ander) for ander in codes[nummer + 1 :])


def _lijken(een: _Titel, ander: _Titel) -> bool:
    return any(map(_dichtbij, een.vormen, ander.vormen))


def _dichtbij(links: str, rechts: str) -> bool:
    maat = SequenceMatcher(None, links, rechts, autojunk=False)
    hoogste = min(maat.real_quick_ratio(), maat.quick_ratio())  # never less than the real one
    return hoogste >= _GRENS and maat.ratio() >= _GRENS
