"""The places that a topic can get over all weightings, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.getallen import procent
from agenda.weergave.woorden import telwoord

if TYPE_CHECKING:
    from fractions import Fraction

    from agenda.robuust.verdeling import Verdeling


def bereik(laag: object, hoog: object) -> str:
    """From one value to another; one value when they are the same."""
    return str(laag) if laag == hoog else f"{laag} tot {hoog}"


def deel_van_wegingen(deel: Fraction, *, getrokken: bool) -> str:
    """«elke weging», «96% van de wegingen»; a share that was drawn is no more than about."""
    if deel in (0, 1) and not getrokken:
        return "elke weging" if deel else "geen enkele weging"
    return f"{'ongeveer ' if getrokken else ''}{procent(deel)} van de wegingen"


def kan_zijn(verdeling: Verdeling, gelijk: int) -> str:
    """Where it can stand: «1 tot 4», «1 (gedeeld)» when it always shares that place.

    Args:
        gelijk: how many topics are equal in every weighting, itself included.
    """
    hoogste = verdeling.beste if verdeling.altijd_zelfde else verdeling.slechtste
    return f"{bereik(verdeling.beste, hoogste)}{' (gedeeld)' if gelijk > 1 else ''}"


def deelt_zin(verdeling: Verdeling, gelijk: int) -> str:
    """With how many it always shares its place, and which places when these never change."""
    if gelijk == 1:
        return ""
    wat = (
        f"altijd de plaatsen {bereik(verdeling.beste, verdeling.slechtste)}"
        if verdeling.altijd_zelfde
        else "de plaats altijd"
    )
    return f"deelt {wat} {met_anderen(gelijk)}"


def met_anderen(gelijk: int) -> str:
    """With how many others, out of so many that are equal: «met drie andere»."""
    return f"met {telwoord(gelijk - 1)} {'ander' if gelijk == 2 else 'andere'}"  # noqa: PLR2004 - one other
