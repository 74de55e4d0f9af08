"""Report things that wait for each other in a circle, with the place of every step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.samenhang.kringen import kringen
from regels.melding import Melding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regels.melding import Plek


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
        weg = " → ".join([kring[0], *(f"{naar} ({stappen[van, naar]})" for van, naar in rondgang)])
        yield Melding(stappen[rondgang[0]], veld, f"een kring: {weg}", verwacht)
