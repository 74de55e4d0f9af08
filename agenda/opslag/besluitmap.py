"""The folder of a decision: what its parts are called, and how it is known."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

BESLUITEN = "besluiten"
INVOER = "invoer"
PROFIEL = "profiel"
BESLUITBESTAND = "besluit.json"
MDTOBESTAND = "mdto.xml"
MDTOMAP = "mdto"
RANGLIJSTBESTAND = "ranglijst.json"
VORIGEBESTAND = "vorige.json"
ONTVANGSTBEWIJS = "ontvangstbewijs.json"
BEKRACHTIGING = ".bekrachtiging.jsonl"
"""How the name ends of what stands beside a decision: what each member decided on it."""


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


VAN_HET_SYSTEEM = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What a system leaves in a folder that somebody looks at; part of no decision, and no fault."""


def besluitmap_om(map_: Path) -> Path | None:
    """The folder of the decision that a folder is, or stands in; links and `..` are followed."""
    hier = werkelijk(map_)
    return next((ouder for ouder in (hier, *hier.parents) if is_besluitmap(ouder)), None)


def werkelijk(pad: Path) -> Path:
    """Where a path really leads; also of a ring of links and of what may not be entered."""
    return Path(os.path.realpath(pad))


def mdtopad(pad: str) -> str:
    """Where the metadata of a file stand, inside the decision."""
    return f"{MDTOMAP}/{pad}.bestand.mdto.xml"


def registerpad(map_: Path, dag: date) -> Path:
    """Where stands what each member decided on a decision of that day."""
    return werkelijk(map_).parent / f"{dag.isoformat()}{BEKRACHTIGING}"
