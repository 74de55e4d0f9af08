"""The folder of a decision: its parts, and how it is read back as the dossier it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.besluit import Besluit

BESLUITEN = "besluiten"
INVOER = "invoer"
PROFIEL = "profiel"
BESLUITBESTAND = "besluit.json"
MDTOBESTAND = "mdto.xml"
RANGLIJSTBESTAND = "ranglijst.json"
ONTVANGSTBEWIJS = "ontvangstbewijs.json"


class Vindplaats(NamedTuple):
    """Where a dossier is read from.

    Attributes:
        map_: the folder with dossier.yaml and the topics.
        profielmap: the profile that was frozen with it; None outside a decision.
        besluit: what was decided; None outside a decision.
    """

    map_: Path
    profielmap: Path | None = None
    besluit: Besluit | None = None


def is_besluitmap(map_: Path) -> bool:
    """Whether a folder is that of a decision, also when one of its parts was taken away."""
    try:
        delen = {
            naam
            for naam in (ONTVANGSTBEWIJS, BESLUITBESTAND, INVOER)
            if (map_ / naam).exists() or (map_ / naam).is_symlink()
        }
    except OSError:  # a name that no file can have
        return False
    return len(delen) > 1


def vind_dossier(map_: Path) -> Vindplaats:
    """Where the dossier stands that a user points at: a dossier folder, or that of a decision.

    What a decision was made from is held against its receipt first.

    Raises:
        Invoerfout: the receipt or the decision cannot be read, or the input of the decision is
            not what it was.
    """
    if not is_besluitmap(map_):
        return Vindplaats(map_)
    from agenda.bestanden.besluit_json import lees_besluit  # most dossiers are no decision
    from agenda.bestanden.ontvangstbewijs import controleer_ontvangst

    controleer_ontvangst(map_, alleen=(f"{INVOER}/", f"{PROFIEL}/", BESLUITBESTAND))
    return Vindplaats(map_ / INVOER, map_ / PROFIEL, lees_besluit(map_))
