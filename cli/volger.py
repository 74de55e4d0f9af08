"""Progress on stderr, only for a person at a terminal and only for long work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

MEER_DAN = 50
_STAP = 50


def toon_voortgang(
    stroom: Iterable[T],
    wat: str,
    aantal: int | None = None,
    naam: Callable[[T], str] | None = None,
) -> Iterable[T]:
    """A `Volger` that shows how far the work is."""
    if not sys.stderr.isatty():
        return stroom
    if naam is not None:
        return _met_naam(stroom, wat, aantal, naam)
    if aantal is not None and aantal <= MEER_DAN:
        return stroom
    return _met_teller(stroom, wat, aantal)


def _met_teller(stroom: Iterable[T], wat: str, aantal: int | None) -> Iterator[T]:
    totaal = _totaal(aantal)
    nummer = 0
    for nummer, ding in enumerate(stroom, start=1):
        if nummer % _STAP == 0:
            print(f"\r{wat}: {nummer}{totaal}", end="", file=sys.stderr, flush=True)
        yield ding
    if nummer >= _STAP:
        print(f"\r{wat}: {nummer}{totaal}, klaar", file=sys.stderr, flush=True)


def _met_naam(
    stroom: Iterable[T], wat: str, aantal: int | None, naam: Callable[[T], str]
) -> Iterator[T]:
    """Say of each item that it is being worked on; the line is closed also when that fails."""
    totaal = _totaal(aantal)
    nummer = langste = 0
    slot = ""
    try:
        for nummer, ding in enumerate(stroom, start=1):
            tekstregel = f"{wat}: {naam(ding)} ({nummer}{totaal})"
            langste = max(langste, len(tekstregel))
            print(f"\r{tekstregel.ljust(langste)}", end="", file=sys.stderr, flush=True)
            yield ding
        slot = f"\r{f'{wat}: {nummer}{totaal}, klaar'.ljust(langste)}"
    finally:
        if nummer:
            print(slot, file=sys.stderr, flush=True)


def _totaal(aantal: int | None) -> str:
    return "" if aantal is None else f" van {aantal}"
