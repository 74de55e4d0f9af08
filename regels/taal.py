"""What a Dutch sentence is made of: names joined, a value as found, the name that was meant."""

from __future__ import annotations

from difflib import get_close_matches
from heapq import nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_TOON = 80
_MAX_WOORD = 60
_MAX_NAMEN = 5_000
_KANSRIJK = 30
"""To hold a word against a name takes long; this many names that look like it are enough."""


def toon(waarde: object) -> str:
    """Show a value as found in the input, on one line, short, with control characters visible."""
    if waarde is None or waarde == "":
        return "niets"
    if isinstance(waarde, bool):
        return "«waar»" if waarde else "«onwaar»"
    if isinstance(waarde, dict):
        return "een groep velden"
    if isinstance(waarde, list | tuple):
        return "een lijst" if waarde else "een lege lijst"
    tekst = zichtbaar(str(waarde))
    return f"«{tekst if len(tekst) <= MAX_TOON else tekst[: MAX_TOON - 1] + '…'}»"


def zichtbaar(tekst: str) -> str:
    """Replace characters that would steer a terminal, or hide themselves, by their code."""
    return "".join(t if t.isprintable() else f"\\u{ord(t):04x}" for t in tekst)


def bedoelde_u(gevonden: object, bekend: Iterable[object]) -> str:
    """Suggest the known name that is nearest to what was found; empty when none is near."""
    naam = bijna(gevonden, bekend)
    return f"bedoelde u «{naam}»?" if naam else ""


def bijna(gevonden: object, bekend: Iterable[object]) -> str:
    """The known name that is nearest to what was found; empty when none is near.

    None is near a long text, nor among more names than anyone knows by heart.
    """
    woord = str(gevonden).lower()
    if len(woord) > _MAX_WOORD:
        return ""
    namen = {naam.lower(): naam for naam in sorted(map(str, bekend))}
    if len(namen) > _MAX_NAMEN:
        return ""
    paren = {woord[plek : plek + 2] for plek in range(len(woord) - 1)}
    kansrijk: Iterable[str] = namen
    if len(namen) > _KANSRIJK:
        kansrijk = nlargest(_KANSRIJK, namen, key=lambda n: (sum(p in n for p in paren), n))
    dichtbij: Sequence[str] = get_close_matches(woord, kansrijk, n=1, cutoff=0.6)
    return namen[dichtbij[0]] if dichtbij else ""


def opsomming(namen: Iterable[object], voegwoord: str = "of") -> str:
    """Join names the Dutch way: «a, b of c»."""
    delen = [str(naam) for naam in namen]
    if len(delen) < 2:  # noqa: PLR2004 - one name needs no conjunction
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"


def telling(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """A number with what is counted: «1 punt», «3 punten»."""
    return f"{aantal} {enkelvoud if aantal == 1 else meervoud}"
