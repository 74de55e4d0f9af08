"""What is filled in about the criteria themselves, and what a member says of a topic that is there.

The order in which members put the criteria, the limits of their weights, and answers per criterium:
lists of the same kind as that of a topic (`invullijst.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.onderwerp.invullijst import Invullijst, criteriumveld, lidveld
from agenda.onderwerp.onderwerp import VELDEN
from agenda.onderwerp.velden import Invulveld

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.kennis.profiel import Profiel

_PLAATSVRAAG = (
    "Hoe zwaar weegt {titel}: «{zin}» 1 weegt het zwaarst. Even zwaar als een ander criterium? Geef"
    " allebei hetzelfde getal."
)
_MINSTENS = Invulveld(
    "Minstens (%)",
    "percentage",
    "Voor welk deel van alle gewichten samen het criterium minstens telt, in hele procenten: 0 tot"
    " en met 99.",
    "niets",
    10.0,
    14,
    naam="minstens",
)
_HOOGSTENS = Invulveld(
    "Hoogstens (%)",
    "percentage",
    "Voor welk deel van alle gewichten samen het criterium hoogstens telt, in hele procenten: 1 tot"
    " en met 100.",
    "niets",
    40.0,
    14,
    naam="hoogstens",
)


def voorkeurenlijst(profiel: Profiel, criteria: Mapping[str, str]) -> Invullijst:
    """A member, and the place that it gives each criterium; the code of that is the field's name.

    Args:
        criteria: code → title.
    """
    plaatsen = (
        Invulveld(titel, "plaats", _PLAATSVRAAG, "niets", 1.0, naam=code)
        for code, titel in criteria.items()
    )
    return Invullijst((lidveld(profiel), *plaatsen), criteria)


def grenzenlijst(criteria: Mapping[str, str]) -> Invullijst:
    """A criterium, and between what shares of all weight together it stays."""
    return Invullijst((criteriumveld(criteria), _MINSTENS, _HOOGSTENS), criteria)


def oordelenbladlijst(criteria: Mapping[str, str]) -> Invullijst:
    """A topic that is there already, and an answer for each criterium with why and where."""
    velden = {veld.naam: veld for veld in VELDEN}
    code = velden["code"]._replace(vraag="De code van {onderwerp}. Die staat er al.")
    titel = velden["titel"]._replace(vraag="Waar {onderwerp} over gaat.", leeg="niets")
    return Invullijst((code, titel, velden["criteria"]), criteria)
