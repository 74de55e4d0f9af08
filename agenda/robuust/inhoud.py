"""The exact volumes of the cells on a plane, or where planes meet.

Each cell is cut up into simplices, seen from one of its corners, as in bench/maak_cellen.py; here
for all cells at once. Corners of cells on planes are corners of cells that lie on these planes.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations, permutations
from math import gcd, lcm, prod
from typing import TYPE_CHECKING, Any

from agenda.robuust.exact import lees_hoekpunten
from agenda.robuust.uitspraken import alle_vlakken

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from agenda.robuust.uitspraken import Vlak

    Getallen = npt.NDArray[np.int64]


def inhouden(gewichten: Getallen, vlakken: Sequence[Vlak]) -> npt.NDArray[Any]:
    """The volume of each cell on some planes, in whole numbers without a common divisor.

    Args:
        gewichten: a weighting inside each cell: cells × criteria.
        vlakken: the planes that they lie on, at least one.
    """
    import numpy as np

    aantal = gewichten.shape[1]
    hoeken = _hoeken(aantal)
    hoeken = hoeken[~(hoeken @ np.array(vlakken).T).any(axis=1)]
    vrij = _vrije_criteria(vlakken, aantal)
    cel, stukken = _simplices(_hoeken_van(gewichten, hoeken), _op_vlak(hoeken), len(vrij) - 1)
    punten = hoeken[stukken]
    groottes = abs(_determinanten(punten[:, :, vrij]))
    noemers = [prod(sommen) for sommen in punten.sum(axis=2).tolist()]
    samen = lcm(*noemers)
    delen = np.zeros(len(gewichten), dtype=object)
    for nummer, grootte, noemer in zip(cel.tolist(), groottes.tolist(), noemers, strict=True):
        delen[nummer] += grootte * (samen // noemer)
    return delen // gcd(*delen)


@cache
def _hoeken(aantal: int) -> Getallen:
    """The corners of all cells: corners × criteria."""
    import numpy as np

    hoeken = np.array(lees_hoekpunten(aantal), dtype=np.int64)
    volgordes = [list(volgorde) for volgorde in permutations(range(aantal))]
    uniek: Getallen = np.unique(np.concatenate([hoeken[:, v] for v in volgordes]), axis=0)
    return uniek


@cache
def _vlakken_en_wanden(aantal: int) -> Getallen:
    """Every plane that can bound a cell: between two sets of criteria, or where a weight is 0."""
    import numpy as np

    return np.array([*alle_vlakken(aantal), *np.eye(aantal, dtype=np.int64)], dtype=np.int64)


def _kanten(punten: Getallen) -> npt.NDArray[np.float32]:
    """On which side of every plane points lie: points × planes, -1, 0 or 1."""
    import numpy as np

    hoogtes = punten.astype(np.float64) @ _vlakken_en_wanden(punten.shape[1]).T
    return np.sign(hoogtes).astype(np.float32)


def _op_vlak(hoeken: Getallen) -> npt.NDArray[np.bool_]:
    """Which corners lie on which plane; the last row is that of no corner, and lies on none."""
    import numpy as np

    op: npt.NDArray[np.bool_] = _kanten(hoeken) == 0
    return np.concatenate([op, np.zeros((1, op.shape[1]), dtype=np.bool_)])


def _hoeken_van(gewichten: Getallen, hoeken: Getallen) -> Getallen:
    """The numbers of the corners of each cell, filled up with the number of no corner."""
    import numpy as np

    cel, hoek = _kanten(gewichten), _kanten(hoeken)
    # A corner of a cell lies nowhere on the other side: as often on this side as it is on neither.
    past = cel @ hoek.T == abs(cel) @ abs(hoek).T
    return _opgeschoven(np.broadcast_to(np.arange(len(hoeken)), past.shape), past, len(hoeken))


def _opgeschoven(nummers: Getallen, houd: npt.NDArray[np.bool_], leeg: int) -> Getallen:
    """Of each row the numbers that are kept, at the front."""
    import numpy as np

    breed = int(houd.sum(axis=1).max(initial=0))
    volgorde = np.argsort(~houd, axis=1, kind="stable")[:, :breed]
    gekozen = np.take_along_axis(nummers, volgorde, axis=1)
    uit: Getallen = np.where(np.take_along_axis(houd, volgorde, axis=1), gekozen, leeg)
    return uit


def _simplices(
    hoeken: Getallen, op_vlak: npt.NDArray[np.bool_], hoog: int
) -> tuple[Getallen, Getallen]:
    """Cut up cells of at most three dimensions.

    Of each body the first corner is joined with every side that it does not lie on.

    Args:
        hoeken: cells × corners, by number; filled up with the last number.
        op_vlak: which corners lie on which plane.
        hoog: the number of dimensions.

    Returns:
        Per simplex the cell that it is part of, and its corners.
    """
    import numpy as np

    leeg = len(op_vlak) - 1
    cel = np.arange(len(hoeken))
    keten = np.zeros((len(hoeken), 0), dtype=np.int64)
    for dimensie in range(hoog, 0, -1):
        op = op_vlak[hoeken]
        # In three dimensions three corners of a body are never on one line.
        zijde = (op.sum(axis=1) >= dimensie) & ~op[:, 0, :]
        rij, vlak = np.nonzero(zijde)
        cel, keten = cel[rij], np.column_stack([keten[rij], hoeken[rij, 0]])
        hoeken = _opgeschoven(hoeken[rij], op[rij, :, vlak], leeg)
        alles = np.unique(np.column_stack([cel, keten, hoeken]), axis=0)  # of planes that coincide
        cel, keten, hoeken = np.split(alles, [1, 1 + keten.shape[1]], axis=1)
        cel = cel.ravel()
    return cel, np.column_stack([keten, hoeken[:, 0]])


def _determinanten(matrices: Getallen) -> Getallen:
    """The determinant of each of some small matrices, in whole numbers."""
    import numpy as np

    orde = matrices.shape[1]
    if orde == 1:
        return matrices[:, 0, 0]
    uit = np.zeros(len(matrices), dtype=np.int64)
    for kolom in range(orde):
        rest = [k for k in range(orde) if k != kolom]
        uit += (-1) ** kolom * matrices[:, 0, kolom] * _determinanten(matrices[:, 1:][:, :, rest])
    return uit


def _vrije_criteria(vlakken: Sequence[Vlak], aantal: int) -> list[int]:
    """Criteria whose weights fix those of the others on the planes, and not one too many."""
    import numpy as np

    matrix = np.array(vlakken)
    rang = int(np.linalg.matrix_rank(matrix))
    vast = next(
        keuze
        for keuze in combinations(range(aantal), rang)
        if np.linalg.matrix_rank(matrix[:, keuze]) == rang
    )
    return [criterium for criterium in range(aantal) if criterium not in vast]
