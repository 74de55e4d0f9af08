"""What rules ask of facts together, and which facts would have to be different for it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from regels.referentie import houdt
from regels.taal import opsomming
from regels.waarden import proefwaarden

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from regels.model import Regel, Veld, Voorwaarde, Waarde


def eisen_van(regels: Iterable[Regel]) -> dict[str, list[Voorwaarde]]:
    """Field → every condition on it, of whatever rule."""
    per_veld: dict[str, list[Voorwaarde]] = defaultdict(list)
    for regel in regels:
        for voorwaarde in regel.als:
            per_veld[voorwaarde.veld].append(voorwaarde)
    return per_veld


def te_veranderen(
    eisen: Mapping[str, Sequence[Voorwaarde]],
    feiten: Mapping[str, Waarde | None],
    velden: Mapping[str, Veld],
    hoogste: Mapping[str, int],
) -> dict[str, Waarde | None]:
    """The facts that must be different for all conditions to hold.

    All rules must hold and a rule is a conjunction, so every condition must hold, and conditions on
    different fields do not touch each other. A field on which one fails must change; no other
    field needs to. So there is exactly one minimal set, or none.

    Args:
        eisen: field → every condition on it, of whatever rule.
        feiten: field → value; None or an absent field is unknown.
        hoogste: field → the highest number that it can have.

    Returns:
        Field → the nearest value that meets all its conditions, or None when no value does.
    """
    anders: dict[str, Waarde | None] = {}
    for naam, voorwaarden in eisen.items():
        nu = feiten.get(naam)
        if nu is None or not all(houdt(voorwaarde, nu) for voorwaarde in voorwaarden):
            waarden = proefwaarden(velden[naam], voorwaarden, hoogste[naam])
            goed = [w for w in waarden if all(houdt(v, w) for v in voorwaarden)]
            anders[naam] = min(goed, key=lambda w: afstand(nu, w)) if goed else None
    return anders


def gevraagd_van(veld: Veld, voorwaarden: Iterable[Voorwaarde]) -> str:
    """What conditions on one field ask together, in words: «minstens 2 deelregio's»."""
    eisen = (f"{v.verwacht} {veld.eenheid[v.waarde != 1]}".rstrip() for v in voorwaarden)
    return opsomming(dict.fromkeys(eisen), "en")


def afstand(nu: Waarde | None, nieuw: Waarde) -> int:
    """How far a value lies from the value of now; choices all lie equally far."""
    if isinstance(nieuw, str):
        return 0
    return abs(nieuw - (nu if isinstance(nu, int) else 0))
