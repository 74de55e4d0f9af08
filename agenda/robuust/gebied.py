"""A part of all weightings as points that each stand for a share of it: cells, or draws.

Inside a cell the order of all sets of criteria is the same, so one weighting stands for it all
(docs/besluiten/008). On a plane through the cells lie cells with one dimension less: where two
cells lie against each other, the line between their weightings crosses the one between them.
"""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.robuust.exact import lees_cellen
from agenda.robuust.inhoud import inhouden
from agenda.robuust.uitspraken import alle_vlakken

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from agenda.robuust.uitspraken import Uitspraak, Vlak

    Getallen = npt.NDArray[np.int64]
    Kiezer = npt.NDArray[np.bool_]


class Gebied(NamedTuple):
    """Weightings, each with what it stands for.

    Attributes:
        gewichten: points × criteria, whole numbers above 0.
        delen: per point its share, in whole numbers (of any size where these are Python's own).
    """

    gewichten: Getallen
    delen: npt.NDArray[Any]

    @property
    def totaal(self) -> int:
        """What the shares add up to."""
        return int(self.delen.sum()) if len(self.delen) else 0

    def waar(self, keuze: Kiezer | Getallen) -> Gebied:
        """The points that are chosen, by whether or by number."""
        return Gebied(self.gewichten[keuze], self.delen[keuze])

    def hoogtes(self, vlakken: Sequence[Vlak]) -> npt.NDArray[Any]:
        """Points × planes: how far each lies above it; whole numbers."""
        import numpy as np

        grootste = max((abs(getal) for vlak in vlakken for getal in vlak), default=0)
        hoogstens = int(self.gewichten.sum(axis=1).max(initial=0)) * grootste
        # Doubles are much faster than whole numbers, and exact as long as they are this small.
        getal = np.float64 if hoogstens < 2**53 else object
        rijen = np.array(vlakken, dtype=getal).reshape(-1, self.gewichten.shape[1])
        hoogtes: npt.NDArray[Any] = self.gewichten.astype(getal) @ rijen.T
        return hoogtes

    def past(self, uitspraak: Uitspraak) -> Kiezer:
        """Which points fit what was said."""
        import numpy as np

        past: Kiezer = np.ones(len(self.delen), dtype=np.bool_)
        if uitspraak.boven:
            past &= (self.hoogtes(uitspraak.boven) > 0).all(axis=1)
        if uitspraak.op:
            past &= (self.hoogtes(uitspraak.op) == 0).all(axis=1)
        return past


@cache
def alle_cellen(aantal: int) -> Gebied:
    """The cells of all weightings, for 0 to 5 criteria."""
    import numpy as np

    cellen = lees_cellen(aantal)
    gewichten = np.array(cellen.gewichten, dtype=np.int64).reshape(len(cellen.delen), aantal)
    volgordes = [list(volgorde) for volgorde in permutations(range(aantal))]
    return Gebied(
        np.concatenate([gewichten[:, volgorde] for volgorde in volgordes]),
        np.tile(np.array(cellen.delen, dtype=np.int64), len(volgordes)),
    )


@cache
def cellen_op(aantal: int, vlakken: tuple[Vlak, ...]) -> Gebied:
    """The cells of the weightings that lie on planes, with their share of these.

    Args:
        aantal: the number of criteria, 1 to 5.
        vlakken: planes between two sets of criteria; without planes all cells.
    """
    if not vlakken:
        return alle_cellen(aantal)
    gewichten = alle_cellen(aantal).gewichten
    for nummer, vlak in enumerate(vlakken):
        gewichten = _doorgesneden(gewichten, vlak, vlakken[: nummer + 1])
    return Gebied(gewichten, inhouden(gewichten, vlakken))


def _doorgesneden(gewichten: Getallen, vlak: Vlak, vlakken: Sequence[Vlak]) -> Getallen:
    """The weightings that stand for the cells on one plane more.

    Two cells lie against each other there when they lie on the same side of every other plane.
    """
    import numpy as np

    aantal = gewichten.shape[1]
    hoogte = gewichten @ np.array(vlak)
    if not hoogte.any():  # who lies on the planes before, lies on this one
        return gewichten
    andere = [ander for ander in alle_vlakken(aantal) if not _volgt(ander, vlakken)]
    kant = np.packbits(Gebied(gewichten, hoogte).hoogtes(andere) > 0, axis=1)
    boven, onder = np.flatnonzero(hoogte > 0), np.flatnonzero(hoogte < 0)
    een, ander = _zelfde_rijen(kant[boven], kant[onder])
    boven, onder = boven[een], onder[ander]
    tussen = hoogte[boven, None] * gewichten[onder] - hoogte[onder, None] * gewichten[boven]
    kleinst: Getallen = tussen // np.gcd.reduce(tussen, axis=1, keepdims=True)
    return kleinst


def _zelfde_rijen(een: npt.NDArray[Any], ander: npt.NDArray[Any]) -> tuple[Getallen, Getallen]:
    """The row numbers in two matrices whose rows are equal."""
    import numpy as np

    if not een.shape[1]:  # nothing tells them apart: there is one of each
        nul = np.zeros(min(len(een), len(ander), 1), dtype=np.int64)
        return nul, nul
    als_een, als_ander = (
        np.ascontiguousarray(rijen).view(f"V{rijen.shape[1]}").ravel() for rijen in (een, ander)
    )
    _, plek_een, plek_ander = np.intersect1d(als_een, als_ander, return_indices=True)
    return plek_een, plek_ander


def _volgt(vlak: Vlak, vlakken: Sequence[Vlak]) -> bool:
    """Whether who lies on some planes lies on another one too."""
    import numpy as np

    # Numbers of at most 1, in at most five columns: the ranks of floats are those of fractions.
    rang = np.linalg.matrix_rank
    return bool(rang(np.array([*vlakken, vlak])) == rang(np.array(vlakken)))
