"""The reference evaluator: walks the conditions of a rule and says of each what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.model import Oordeel, Regel, Toets, Uitkomst, Voorwaarde, Waarde

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def oordeel(regel: Regel, feiten: Mapping[str, Waarde | None]) -> Oordeel:
    """Judge one rule on one set of facts, three-valued.

    Args:
        regel: the rule.
        feiten: field → value; None or an absent field is unknown.

    Returns:
        `ja` when all conditions hold, `nee` when one definitely does not, else `onbekend`.
    """
    toetsen = tuple(toets(voorwaarde, feiten.get(voorwaarde.veld)) for voorwaarde in regel.als)
    return Oordeel(regel, alle([deel.uitkomst for deel in toetsen]), toetsen)


def toets(voorwaarde: Voorwaarde, gevonden: Waarde | None) -> Toets:
    """Hold one condition against what was found; None is unknown."""
    if gevonden is None:
        return Toets(voorwaarde, None, "onbekend")
    return Toets(voorwaarde, gevonden, "ja" if houdt(voorwaarde, gevonden) else "nee")


def houdt(voorwaarde: Voorwaarde, waarde: Waarde) -> bool:
    """Whether a known value meets the condition."""
    return voorwaarde.operator.test(waarde, voorwaarde.waarde)


def alle(uitkomsten: Sequence[Uitkomst]) -> Uitkomst:
    """The three-valued «and»: one `nee` decides, else one `onbekend` leaves it open."""
    if "nee" in uitkomsten:
        return "nee"
    return "onbekend" if "onbekend" in uitkomsten else "ja"
