"""Replace files in a folder all together, through a journal that the next run can finish.

First every new file is written beside the old ones. Then a journal gets its name: from that moment
the new files count. Only then do they get their names. Whoever finds a journal finishes it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.bestanden.tijdelijk import (
    JOURNAAL,
    VOOR,
    alleen,
    eis_te_vervangen,
    naar_schijf,
    ruim_resten_op,
    schrijf_tijdelijk,
)
from regels.fouten import Bestandsfout

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_MAX = 1_000_000
_TIJDELIJK = re.compile(re.escape(VOOR) + r"\w{1,40}")

Stap = tuple[str, str]
"""The name of a new file while it waits, and the name that it gets."""


def schrijf_met_journaal(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    """Put files in a folder; after an interruption the next run makes it whole.

    Args:
        map_: the folder, which is there.
        bestanden: name → content.

    Raises:
        OSError: a file is locked or may not be written; everything is as it was.
        Bestandsfout: another run holds the folder for too long, or its journal cannot be read.
    """
    with alleen(map_):
        _maak_af(map_)
        ruim_resten_op(map_)
        stappen: list[Stap] = []
        bewaard: dict[str, str] = {}
        try:
            for naam, inhoud in bestanden.items():
                eis_te_vervangen(map_ / naam)
                stappen.append((schrijf_tijdelijk(map_, inhoud).name, naam))
            _bewaar(map_, bestanden, bewaard)
            journaal = schrijf_tijdelijk(map_, json.dumps(stappen).encode())
            journaal.replace(map_ / JOURNAAL)
        except BaseException:
            _zet_terug(map_, stappen, bewaard)
            raise
        try:
            naar_schijf(map_)
            _voer_uit(map_, stappen)
        except OSError:
            _zet_terug(map_, stappen, bewaard)
            raise
        _weg(map_, bewaard.values())


def maak_af(map_: Path) -> None:
    """Finish what an interrupted run began in a folder.

    Raises:
        Bestandsfout: the journal cannot be read, or a file is locked.
    """
    if (map_ / JOURNAAL).exists():
        with alleen(map_):
            _maak_af(map_)


def _maak_af(map_: Path) -> None:
    pad = map_ / JOURNAAL
    if not pad.exists():
        return
    try:
        stappen = _lees(pad)
    except (ValueError, TypeError, RecursionError) as fout:
        reden = "is niet te lezen. Haal dit bestand weg en doe het nog een keer."
        raise Bestandsfout(str(pad), reden) from fout
    try:
        _voer_uit(map_, [stap for stap in stappen if (map_ / stap[0]).exists()])
    except OSError as fout:
        reden = "kan niet worden afgemaakt. Is een van de bestanden nog ergens open?"
        raise Bestandsfout(str(pad), reden) from fout
    ruim_resten_op(map_)


def _lees(pad: Path) -> list[Stap]:
    if pad.stat().st_size > _MAX:
        raise ValueError(pad)
    return [_stap(deel) for deel in json.loads(pad.read_bytes())]


def _stap(deel: object) -> Stap:
    match deel:
        case [str(tijdelijk), str(naam)] if _TIJDELIJK.fullmatch(tijdelijk):
            if naam == Path(naam).name and naam not in ("", ".", "..") and "\\" not in naam:
                return tijdelijk, naam
    raise ValueError(deel)


def _bewaar(map_: Path, namen: Collection[str], bewaard: dict[str, str]) -> None:
    """Give every file that will be replaced a second name, and say which."""
    for naam in namen:
        if (map_ / naam).exists():
            ander = schrijf_tijdelijk(map_, b"")
            bewaard[naam] = ander.name
            ander.unlink()
            try:
                os.link(map_ / naam, ander)
            except OSError:  # a disk without hard links
                shutil.copy2(map_ / naam, ander)


def _voer_uit(map_: Path, stappen: Sequence[Stap]) -> None:
    for tijdelijk, naam in stappen:
        (map_ / tijdelijk).replace(map_ / naam)
    naar_schijf(map_)
    (map_ / JOURNAAL).unlink()
    naar_schijf(map_)


def _zet_terug(map_: Path, stappen: Sequence[Stap], bewaard: Mapping[str, str]) -> None:
    """Undo the steps that were taken; the journal goes first, so that nobody repeats them."""
    (map_ / JOURNAAL).unlink(missing_ok=True)
    for tijdelijk, naam in stappen:
        if not (map_ / tijdelijk).exists():
            if naam in bewaard:
                (map_ / bewaard[naam]).replace(map_ / naam)
            else:
                (map_ / naam).unlink(missing_ok=True)
    _weg(map_, [*(tijdelijk for tijdelijk, _ in stappen), *bewaard.values()])
    ruim_resten_op(map_)


def _weg(map_: Path, namen: Collection[str]) -> None:
    for naam in namen:
        (map_ / naam).unlink(missing_ok=True)
