"""Report things that wait for each other in a circle, with the place of every step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.samenhang.kringen import kringen
from regels.melding import Melding
from regels.taal import MAX_TOON, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regels.melding import Plek


MAX_STAPPEN = 20
"""A longer circle is told by its begin and its end."""


def _kort(naam: str) -> str:
    return zichtbaar(naam[:MAX_TOON])


def meld_kringen(
    stappen: Mapping[tuple[str, str], Plek], veld: str, verwacht: str
) -> Iterator[Melding]:
    """A finding per knot of things that wait for each other: one whole circle, in order.

    Args:
        stappen: (who waits, for whom) → where that stands.
        veld: the field that says so.
        verwacht: what should have been there.
    """
    wacht_op: dict[str, list[str]] = {}
    for van, naar in stappen:
        wacht_op.setdefault(van, []).append(naar)
    for kring in kringen(wacht_op):
        rondgang = list(zip(kring, (*kring[1:], kring[0]), strict=True))
        delen = [f"{_kort(naar)} ({stappen[van, naar]})" for van, naar in rondgang]
        if len(delen) > MAX_STAPPEN:
            delen[MAX_STAPPEN - 1 : -1] = [f"… nog {len(delen) - MAX_STAPPEN} …"]
        weg = " → ".join([_kort(kring[0]), *delen])
        yield Melding(stappen[rondgang[0]], veld, f"een kring: {weg}", verwacht)
