"""Put many rows of scores in order at once, and count how many stand above each.

Numpy sorts numbers several times as fast as it finds the order that would sort them. So each score
carries its own row number in its lowest bits, and is sorted with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt

_GETALLEN = 50_000
"""Scores that are handled at a time, so that they stay in fast memory."""


def sorteer(
    scores: npt.NDArray[np.float64],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """The order of each draw.

    Args:
        scores: draws × rows.

    Returns:
        Draws × rows: the row numbers from the lowest score to the highest; and draws: whether all
        scores of a draw are certainly different. Scores that agree in all but their lowest bits are
        in the order of their row numbers, and make a draw uncertain.
    """
    import numpy as np

    rijen = scores.shape[1]
    bits = max(rijen - 1, 0).bit_length()
    # Adding nothing makes 0.0 of -0.0: these are the same score in other bits.
    sleutels: npt.NDArray[Any] = (scores + 0.0).view(np.int64)
    sleutels &= -1 << bits
    sleutels |= np.arange(rijen)
    sleutels.view(np.float64).sort(axis=1)
    # Neighbours that differ in none but their lowest bits: their exclusive or is small.
    verschil = sleutels[:, 1:] ^ sleutels[:, :-1]
    zeker: npt.NDArray[np.bool_] = (verschil.view(np.uint64) >= 1 << bits).all(axis=1)
    sleutels &= (1 << bits) - 1
    return sleutels, zeker


def tel_boven(
    oplopend: npt.NDArray[np.int64], aantallen: npt.NDArray[np.int64], tabel: npt.NDArray[np.int64]
) -> None:
    """Count how many stand above each row, where no two scores in a draw are equal.

    Args:
        oplopend: draws × rows: the row numbers from the lowest score to the highest.
        aantallen: how many each row stands for.
        tabel: rows × numbers above; the counts are added to it.
    """
    import numpy as np

    if (aantallen == 1).all():
        erboven = np.arange(len(aantallen))[::-1]
    else:
        erboven = aantallen.sum() - np.cumsum(aantallen[oplopend], axis=1)
    plek = oplopend * tabel.shape[1]
    plek += erboven
    tabel += np.bincount(plek.ravel(), minlength=tabel.size).reshape(tabel.shape)


def porties(
    trekkingen: int, getallen: int, minstens: int = 1, samen: int = _GETALLEN
) -> Iterator[slice]:
    """Parts of all draws that are best handled together.

    Args:
        getallen: how many numbers one draw takes.
        minstens: how many draws a part has at least.
        samen: how many numbers a part takes at most.
    """
    per_keer = max(samen // max(getallen, 1), minstens)
    for van in range(0, trekkingen, per_keer):
        yield slice(van, min(van + per_keer, trekkingen))
