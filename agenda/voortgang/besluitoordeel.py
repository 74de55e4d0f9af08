"""What the rules of a profile make of what its members decided on an adopted agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.voortgang.groepsfeiten import feiten_van_besluit
from agenda.voortgang.nabeoordeling import Nabeoordelaar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.voortgang.nabeoordeling import Naoordeel


def beoordeel_besluit(geteld: Mapping[str, int], lijst: Ranglijst, op: date) -> Naoordeel | None:
    """What follows from what members decided; None where the profile has no rule for it.

    Args:
        geteld: outcome (ingestemd, afgewezen, aangehouden) → how many members decided that; who is
            in none of these has not decided.
        lijst: the agenda that was adopted, with the rules of its profile; those in force on `op`
            count.

    Raises:
        Botsing: rules give different outcomes, and that is a fault.
        Onenigheid: the two evaluators disagree.
    """
    beoordelaar = Nabeoordelaar(lijst, op)
    if not beoordelaar.gaat_over("besluit"):
        return None
    feiten = feiten_van_besluit(geteld, lijst.profiel)
    return beoordelaar.beoordeel("besluit", feiten, naam="het besluit")
