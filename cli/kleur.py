"""A little colour on a terminal: it repeats what a word says, and never says anything alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.rangorde.ranglijst import STATUSNAMEN

if TYPE_CHECKING:
    from collections.abc import Mapping

_VET, _ROOD, _GROEN, _GEEL = "1", "31", "32", "33"
_UITKOMSTEN = {"ja": _GROEN, "nee": _ROOD, "onbekend": _GEEL, "verdeeld": _GEEL}
_STATUSSEN = {
    STATUSNAMEN["toegelaten"]: _GROEN,
    STATUSNAMEN["niet-toegelaten"]: _ROOD,
    STATUSNAMEN["onbeslist"]: _GEEL,
}


def _een_van(woorden: Mapping[str, str]) -> str:
    return "|".join(map(re.escape, sorted(woorden, key=len, reverse=True)))


_KOP = re.compile(r"^(?P<woord>(?:\S.*\n){0,3}?\S.*)(?=\n=+$)", re.MULTILINE)
"""The title of a table: the few lines above a line of «=»."""
_PLAATS = re.compile(
    r"^(?P<woord>(?:Berekende plaats|Plaats) \d+|\d+(?: \(gedeeld\))?(?=  ))", re.MULTILINE
)
"""A place: at the beginning of an answer, or in the first column of a table."""
_UITKOMST = re.compile(rf"(?<=─ )(?P<woord>{_een_van(_UITKOMSTEN)})(?= · )", re.IGNORECASE)
_STATUS = re.compile(
    rf"(?:(?<=─ Status: )|^)(?P<woord>{_een_van(_STATUSSEN)})(?=$|[:,])",
    re.MULTILINE | re.IGNORECASE,
)


def gekleurd(tekst: str) -> str:
    """A result as a terminal shows it; without its colours it is the same text."""
    for patroon in (_KOP, _PLAATS):
        tekst = patroon.sub(lambda deel: _zet(deel["woord"], _VET), tekst)
    tekst = _UITKOMST.sub(lambda deel: _met(deel["woord"], _UITKOMSTEN), tekst)
    return _STATUS.sub(lambda deel: _met(deel["woord"], _STATUSSEN), tekst)


def _met(woord: str, kleuren: Mapping[str, str]) -> str:
    return _zet(woord, kleuren[woord.lower()])


def _zet(woord: str, kleur: str) -> str:
    return "\n".join(f"\x1b[{kleur}m{regel}\x1b[0m" for regel in woord.split("\n"))
