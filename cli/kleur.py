"""A little colour on a terminal: it repeats what a word says, and never says anything alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.weergave.woorden import als_kop

if TYPE_CHECKING:
    from collections.abc import Iterable

_VET, _ROOD, _GROEN, _GEEL = "1", "31", "32", "33"
_UITKOMSTEN = {"ja": _GROEN, "nee": _ROOD, "onbekend": _GEEL, "verdeeld": _GEEL}
_STATUSSEN = {
    STATUSNAMEN["toegelaten"]: _GROEN,
    STATUSNAMEN["niet-toegelaten"]: _ROOD,
    STATUSNAMEN["onbeslist"]: _GEEL,
}
_KLEUREN = {**_UITKOMSTEN, **_STATUSSEN}


def _een_van(woorden: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(woorden, key=len, reverse=True)))


_KOP = re.compile(r"^(?P<woord>(?:\S.*\n){0,3}?\S.*)(?=\n=+$)", re.MULTILINE)
"""The title of a table: the few lines above a line of «=»."""
_PLAATS = re.compile(
    r"^(?P<woord>(?:Berekende plaats|Plaats) \d+|\d+(?: \(gedeeld\))?(?=  ))", re.MULTILINE
)
"""A place: at the beginning of an answer, or in the first column of a table."""
_UITKOMST = re.compile(rf"(?<=─ )(?P<woord>{_een_van(map(str.upper, _UITKOMSTEN))})(?= · )")
_STATUS = re.compile(rf"(?<=─ Status: )(?P<woord>{_een_van(_STATUSSEN)})$", re.MULTILINE)
_ANTWOORD = re.compile(rf"^(?P<woord>{_een_van(map(als_kop, _STATUSSEN))})(?=\.)", re.MULTILINE)
"""A status as the first word of an answer; a line that goes on with one has no capital."""


def gekleurd(tekst: str) -> str:
    """A result as a terminal shows it; without its colours it is the same text."""
    for patroon in (_KOP, _PLAATS):
        tekst = patroon.sub(lambda deel: _zet(deel["woord"], _VET), tekst)
    for patroon in (_UITKOMST, _STATUS, _ANTWOORD):
        tekst = patroon.sub(
            lambda deel: _zet(deel["woord"], _KLEUREN[deel["woord"].lower()]), tekst
        )
    return tekst


def _zet(woord: str, kleur: str) -> str:
    return "\n".join(f"\x1b[{kleur}m{regel}\x1b[0m" for regel in woord.split("\n"))
