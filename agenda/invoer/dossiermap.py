"""The folder of a dossier that a user points at, and which one was meant when it is none."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from agenda.invoer import DOSSIERBESTAND
from agenda.opslag.rollen import GEMEENTENMAP
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import opsomming

if TYPE_CHECKING:
    from pathlib import Path

_HOOGSTENS = 5
"""So many folders are named in one sentence."""


def eis_map(map_: Path) -> None:
    """Refuse what is no folder.

    Raises:
        Invoerfout: it is a file, or nothing.
    """
    try:
        bestaat, is_map = map_.exists(), map_.is_dir()
    except PermissionError:
        raise  # it is there and may not be seen: another thing than wrong input
    except OSError:  # a name that no file can have
        bestaat = is_map = False
    verwacht = "een map met een dossier"
    if is_map and map_.name == GEMEENTENMAP and (hulp := voeg_samen(map_)):
        raise Invoerfout([Melding(Plek(str(map_)), "dossier", "werkmappen", verwacht, hulp)])
    if not is_map:
        gevonden = "een bestand" if bestaat else "niets"
        waar = ". (deze map)" if str(map_.parent) == "." else map_.parent
        hulp = f"geef de map waar het in staat: {waar}" if bestaat else ""
        hulp = (voeg_samen(map_.parent) if bestaat else "") or hulp or bedoelde_map(map_.parent)
        raise Invoerfout([Melding(Plek(str(map_)), "dossier", gevonden, verwacht, hulp)])


def voeg_samen(map_: Path) -> str:
    """What to do with the workbooks of members in a dossier; empty when there are none.

    Args:
        map_: the dossier, or its folder with the workbooks.
    """
    doel = map_.parent if map_.name == GEMEENTENMAP else map_
    werkmappen = doel / GEMEENTENMAP
    if not (is_dossier(doel) and werkmappen.is_dir()):
        return ""
    return (
        "voeg de werkmappen eerst samen, dan ziet u ook de fouten daarin: agenda samenvoegen"
        f" {quote(str(werkmappen))} --naar {quote(str(doel))}"
    )


def bedoelde_map(map_: Path) -> str:
    """The dossiers in a folder, for whoever forgot to name one of them."""
    try:
        mappen = sorted(pad.parent for pad in map_.glob(f"*/{DOSSIERBESTAND}"))
    except OSError:
        return ""
    genoemd = opsomming(mappen[-_HOOGSTENS:])
    return f"bedoelde u de map {genoemd}? Typ die achter de opdracht" if mappen else ""


def is_dossier(map_: Path) -> bool:
    """Whether a folder holds a dossier."""
    try:
        return (map_ / DOSSIERBESTAND).is_file()
    except OSError:
        return False
