"""The names of one kind of thing, and what a text names of them."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCHEIDING = re.compile(r"\s*(?:[,/&+]|\ben\b)\s*", re.IGNORECASE)
"""What stands between the names in a text that names several."""
REEKS = re.compile(
    r"\s*(?:voorstel(?:len)?\s+)?([0-9]{1,3})\s*(?:t/m|tot en met)\s*([0-9]{1,3})\s*", re.IGNORECASE
)
"""«20 t/m 22»."""
MAX_DELEN = 50
"""A text with more parts than this is not cut up; nobody types that on one line."""
_GEEN_LETTERS = re.compile(r"[\W_]+")
_HEEL_GETAL = re.compile(r"\s*(\d+)[.,]0+\s*")
_MAX_ONTHOUDEN = 4_096


class Namen:
    """The names of one kind: what somebody may type, without what varies in it → the values.

    They stand by themselves, beside their code, and after the word for their kind. A code goes
    before a name, and a name that two have is the name of neither.

    Args:
        delen: each value with its names.
        soort: the words for its kind.
        samen: names of several values together.
    """

    def __init__(
        self,
        delen: Sequence[tuple[Any, tuple[str, ...]]],
        *soort: str,
        samen: Mapping[str, tuple[Any, ...]] | None = None,
    ) -> None:
        self.delen = dict(delen)
        self.soort = soort
        self.samen = samen or {}

    @cached_property
    def bekend(self) -> Mapping[str, tuple[Any, ...]]:
        """Made when it is first asked for: most files need no more than a few kinds."""
        voor = [*map(_in_woorden, self.soort)]
        codes: dict[str, tuple[Any, ...]] = {}
        namen: dict[str, set[Any]] = {}
        for code, eigen in self.delen.items():
            codes[_kaal(str(code))] = (code,)
            kaal = _in_woorden(str(code))
            for naam in eigen:
                vol = _in_woorden(naam)
                samen = f"{kaal} {vol}"
                vormen = [_kaal(naam), samen, f"{vol} {kaal}"]
                vormen += [f"{woord} {wie}" for woord in voor for wie in (vol, kaal, samen)]
                for vorm in vormen:
                    namen.setdefault(vorm, set()).add(code)
        enig = {naam: tuple(wie) for naam, wie in namen.items() if len(wie) == 1 and naam}
        gezamenlijk = {_kaal(naam): waarden for naam, waarden in self.samen.items()}
        return {**gezamenlijk, **enig, **codes}

    def vind(self, tekst: str) -> tuple[Any, ...] | None:
        """The values that a text names."""
        gevonden = self.bekend.get(_kaal(tekst))
        return self._reeks(tekst) if gevonden is None else gevonden

    def _reeks(self, tekst: str) -> tuple[Any, ...] | None:
        """The values of «20 t/m 22», when the first is there; of the others is told what is not."""
        grenzen = REEKS.fullmatch(tekst)
        if grenzen is None or self.bekend.get(grenzen[1]) is None:
            return None
        nummers = range(int(grenzen[1]), int(grenzen[2]) + 1)
        return tuple(w for n in nummers for w in self.bekend.get(str(n), (n,))) or None

    def verdeel(self, tekst: str) -> tuple[Any, ...] | None:
        """The values of a text that names several, when it can be read in one way only."""
        grenzen = [(0, 0), *(g.span() for g in SCHEIDING.finditer(tekst)), (len(tekst),) * 2]
        if len(grenzen) > MAX_DELEN:
            return None
        # wegen[n]: the ways to read the text from boundary n on; two are as bad as more.
        wegen: list[list[tuple[Any, ...]]] = [[] for _ in grenzen[:-1]] + [[()]]
        for begin in reversed(range(len(grenzen) - 1)):
            for eind in range(begin + 1, len(grenzen)):
                deel = self.vind(tekst[grenzen[begin][1] : grenzen[eind][0]])
                if deel is not None:
                    wegen[begin] += [(*deel, *rest) for rest in wegen[eind]]
            wegen[begin] = wegen[begin][:2]
        return wegen[0][0] if len(wegen[0]) == 1 else None


@lru_cache(_MAX_ONTHOUDEN)
def _kaal(tekst: str) -> str:
    """A name without what people vary in it: case, spaces, marks; 14,0 is 14."""
    getal = _HEEL_GETAL.fullmatch(tekst)
    return getal[1] if getal else _in_woorden(tekst)


def _in_woorden(tekst: str) -> str:
    return _GEEN_LETTERS.sub(" ", tekst.replace("&", " en ")).strip().casefold()
