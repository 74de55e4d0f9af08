"""The folder of a decision: what its parts are called, and how it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BESLUITEN = "besluiten"
INVOER = "invoer"
PROFIEL = "profiel"
BESLUITBESTAND = "besluit.json"
MDTOBESTAND = "mdto.xml"
RANGLIJSTBESTAND = "ranglijst.json"
ONTVANGSTBEWIJS = "ontvangstbewijs.json"


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
