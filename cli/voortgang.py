"""Progress on stderr, only for a person at a terminal and only for long work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")

MEER_DAN = 50
_STAP = 50


def toon_voortgang(stroom: Iterable[T], wat: str, aantal: int | None = None) -> Iterable[T]:
    """A `Volger` that shows how far the work is."""
    if not sys.stderr.isatty() or (aantal is not None and aantal <= MEER_DAN):
        return stroom
    return _met_teller(stroom, wat, aantal)


def _met_teller(stroom: Iterable[T], wat: str, aantal: int | None) -> Iterator[T]:
    totaal = f" van {aantal}" if aantal is not None else ""
    nummer = 0
    for nummer, ding in enumerate(stroom, start=1):
        if nummer % _STAP == 0:
            print(f"\r{wat}: {nummer}{totaal}", end="", file=sys.stderr, flush=True)
        yield ding
    if nummer >= _STAP:
        print(f"\r{wat}: {nummer}{totaal}, klaar", file=sys.stderr, flush=True)
