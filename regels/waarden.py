"""The values of a field between which conditions can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.referentie import houdt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regels.model import Veld, Voorwaarde, Waarde


def proefwaarden(
    veld: Veld, voorwaarden: Sequence[Voorwaarde], hoogste: int | None = None
) -> tuple[Waarde, ...]:
    """A few values that stand for all values of a field.

    Whatever a value does to the conditions, one of these does too: a number that is named, or one
    next to it, is the first to hold or to fail. A number field starts at 0.

    Args:
        voorwaarden: conditions on this field, of whatever rules.
        hoogste: the highest number that the field can have, where that is not its own.

    Returns:
        All choices of the field in their order, or numbers from low to high.
    """
    if veld.keuzes:
        return veld.keuzes
    genoemd = {0} | {int(voorwaarde.waarde) for voorwaarde in voorwaarden}
    getallen = {getal + stap for getal in genoemd for stap in (-1, 0, 1)}
    grens = veld.hoogste if hoogste is None else hoogste
    return tuple(getal for getal in sorted(getallen) if 0 <= getal <= grens)


def cellen(veld: Veld, voorwaarden: Sequence[Voorwaarde]) -> tuple[Waarde, ...]:
    """One value for each group of values that no condition can tell apart; in their order.

    Args:
        voorwaarden: conditions on this field, of whatever rules.
    """
    per_gedrag: dict[tuple[bool, ...], Waarde] = {}
    for waarde in proefwaarden(veld, voorwaarden):
        per_gedrag.setdefault(tuple(houdt(v, waarde) for v in voorwaarden), waarde)
    return tuple(per_gedrag.values())
