"""Weigh all weightings exactly, for at most five yes/no criteria.

The weightings fall apart in finitely many cells on which the order of the patterns is the same
(bench/maak_cellen.py makes cellen.json). Counting those cells by their volume gives every chance as
an exact fraction (docs/besluiten/008).
"""

from __future__ import annotations

import json
from functools import cache, cached_property
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.rangorde.patroon import bits_van
from agenda.robuust.wegingen import Gewoon, Orde, past

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

    from agenda.onderwerp.grens import Grens
    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.score import Getal

MAX_CRITERIA = 5
_BESTAND = Path(__file__).with_name("cellen.json")


class Cellen(NamedTuple):
    """The cells of the weightings with w1 > … > wn.

    Attributes:
        gewichten: a weighting inside each cell.
        delen: the volume of each cell.
        noemer: what the volumes add up to.
    """

    gewichten: tuple[tuple[int, ...], ...]
    delen: tuple[int, ...]
    noemer: int


@cache
def lees_cellen(aantal: int) -> Cellen:
    """The cells for a number of criteria, 0 to 5; without criteria there is one empty weighting."""
    if not aantal:
        return Cellen(((),), (1,), 1)
    lijst = json.loads(_BESTAND.read_text(encoding="utf-8"))[str(aantal)]
    gewichten = tuple(tuple(gewicht) for gewicht, _ in lijst["cellen"])
    return Cellen(gewichten, tuple(deel for _, deel in lijst["cellen"]), lijst["noemer"])


@cache
def lees_hoekpunten(aantal: int) -> tuple[tuple[int, ...], ...]:
    """The corners of these cells, each as the smallest whole numbers in proportion."""
    lijst = json.loads(_BESTAND.read_text(encoding="utf-8"))[str(aantal)]
    return tuple(map(tuple, lijst["hoekpunten"]))


def zijn_er_cellen(aantal: int, grenzen: Sequence[Grens], *, heel: bool) -> bool:
    """Whether weightings can be weighed exactly, by cells.

    Args:
        aantal: the number of criteria.
        grenzen: per criterion the limits of its weight; empty when there are none.
        heel: whether every criterion counts wholly or not at all.
    """
    return heel and aantal <= MAX_CRITERIA and not grenzen


class Exact(Gewoon):
    """All weightings that fit an order of the criteria, exactly (see `wegingen.Wegingen`).

    Args:
        aantal: the number of criteria, 0 to 5.
        orde: the order that they must fit; empty for all weightings.
    """

    def __init__(self, aantal: int, orde: Orde = ()) -> None:
        self._cellen = lees_cellen(aantal)
        self._aantal = aantal
        self._rangordes = [r for r in permutations(range(aantal)) if past(r, orde)]

    @property
    def speling(self) -> int:
        """Nothing is left to chance."""
        return 0

    @property
    def totaal(self) -> int:
        """The volume of all cells; of every order of the criteria as often as of the others."""
        return len(self._rangordes) * self._cellen.noemer

    def boven(self, aantallen: Mapping[Delen, int]) -> dict[Delen, dict[int, int]]:
        """How many topics stand above each pattern; see `Wegingen.boven`."""
        import numpy as np

        per_patroon = np.zeros(2**self._aantal, dtype=np.int64)
        nummers = {patroon: bits_van(patroon) for patroon in aantallen}
        per_patroon[list(nummers.values())] = list(aantallen.values())
        volgordes = self._volgordes
        erboven = per_patroon[volgordes]
        erboven = np.cumsum(erboven, axis=-1) - erboven
        breed = int(per_patroon.sum()) + 1
        # Volumes are whole numbers that add up to less than 2^53: doubles hold them exactly.
        massa = np.bincount(
            (volgordes * breed + erboven).ravel(),
            np.broadcast_to(self._delen[None, :, None], volgordes.shape).ravel(),
            minlength=breed * 2**self._aantal,
        ).reshape(-1, breed)
        return {
            patroon: {int(n): int(massa[bits, n]) for n in np.flatnonzero(massa[bits])}
            for patroon, bits in nummers.items()
        }

    def wint(self, paren: Sequence[tuple[Delen, Delen]]) -> Sequence[Getal]:
        """The weight of the weightings in which the first of two patterns scores higher."""
        import numpy as np

        uit: npt.NDArray[Any] = np.zeros(len(paren), dtype=np.int64)
        if paren:
            kaart = self._kaart
            nummers = np.array([[bits_van(een), bits_van(twee)] for een, twee in paren]).T
            for naam in range(len(self._rangordes)):
                een, twee = kaart[naam][nummers]
                uit += _gewonnen(self._aantal)[een, twee]
        return [int(massa) for massa in uit]

    @cached_property
    def _delen(self) -> npt.NDArray[np.float64]:
        import numpy as np

        return np.array(self._cellen.delen, dtype=np.float64)

    @cached_property
    def _kaart(self) -> npt.NDArray[np.int64]:
        """Per order of the criteria: a pattern → what it is when criterion i is the i-th heaviest.

        Orders × patterns.
        """
        import numpy as np

        patronen = np.arange(2**self._aantal)
        rangordes = np.array(self._rangordes, dtype=np.int64)
        bits = patronen[None, None, :] >> rangordes[:, :, None] & 1
        kaart: npt.NDArray[np.int64] = (bits << np.arange(self._aantal)[None, :, None]).sum(axis=1)
        return kaart

    @cached_property
    def _volgordes(self) -> npt.NDArray[np.int64]:
        """Per order of the criteria and cell: the patterns from the highest score to the lowest."""
        import numpy as np

        terug = np.argsort(self._kaart, axis=1)
        return terug[:, _volgordes(self._aantal)]


@cache
def _volgordes(aantal: int) -> npt.NDArray[np.int64]:
    """Per cell of w1 > … > wn the patterns from the highest score to the lowest."""
    import numpy as np

    gewichten = np.array(lees_cellen(aantal).gewichten)
    bits = np.arange(2**aantal)[:, None] >> np.arange(aantal)[None, :] & 1
    return np.argsort(-(gewichten @ bits.T), axis=1, kind="stable")


@cache
def _gewonnen(aantal: int) -> npt.NDArray[np.int64]:
    """The volume of w1 > … > wn in which one pattern scores higher than another."""
    import numpy as np

    plaats = np.argsort(_volgordes(aantal), axis=1)
    hoger = plaats[:, :, None] < plaats[:, None, :]
    delen = np.array(lees_cellen(aantal).delen, dtype=np.int64)
    gewonnen: npt.NDArray[np.int64] = (hoger * delen[:, None, None]).sum(axis=0)
    return gewonnen
