"""Replace files in a folder all at once, by swapping the whole folder for a new one."""

from __future__ import annotations

import ctypes
import os
import shutil
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.bestanden.tijdelijk import (
    alleen,
    eis_te_vervangen,
    maak_tijdelijke_map,
    naar_schijf,
    ruim_op,
    ruim_resten_op,
    vul,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MAX_ANDERE = 1_000
"""A folder that holds more other files than this is not swapped: it is not one for exports."""

_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2


class KanNiet(Exception):
    """This folder, or this system, does not let a folder be swapped; nothing has changed."""


def verwissel(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    """Put files in a folder in one step; all its other files stay, as the same files.

    Args:
        map_: the folder, which is there.
        bestanden: name → content.

    Raises:
        KanNiet: it is not a folder of plain files that is ours to swap; nothing has changed.
        Bestandsfout: another run holds the folder above it for too long.
    """
    try:
        map_ = map_.resolve(strict=True)
        with alleen(map_.parent), alleen(map_):
            ruim_resten_op(map_.parent)
            ruim_resten_op(map_)
            andere = _andere_bestanden(map_, bestanden)
            nieuw = maak_tijdelijke_map(map_)
            try:
                _vul(nieuw, map_, bestanden, andere)
                _ruil(nieuw, map_)
            except BaseException:
                ruim_op(nieuw)
                raise
            # From here on the new folder has the name, and `nieuw` holds the old one.
            naar_schijf(map_.parent)
            _red_wat_erbij_kwam(nieuw, map_, andere, bestanden)
            ruim_op(nieuw)
    except OSError as fout:
        raise KanNiet from fout


def _andere_bestanden(map_: Path, bestanden: Collection[str]) -> dict[str, int]:
    """Name → inode of every file that stays."""
    staat = map_.stat()
    ons = staat.st_uid == os.geteuid() if hasattr(os, "geteuid") else False
    if not ons or not os.access(map_, os.W_OK) or os.path.ismount(map_):
        raise KanNiet
    if map_.samefile(Path.cwd()):  # a shell that stands in it would stand in the old one
        raise KanNiet
    andere: dict[str, int] = {}
    with os.scandir(map_) as delen:
        for deel in delen:
            gegevens = deel.stat(follow_symlinks=False)
            if not stat.S_ISREG(gegevens.st_mode) or len(andere) >= MAX_ANDERE:
                raise KanNiet
            if deel.name not in bestanden:
                andere[deel.name] = gegevens.st_ino
    return andere


def _vul(
    nieuw: Path, map_: Path, bestanden: Mapping[str, bytes], andere: Mapping[str, int]
) -> None:
    for naam, inhoud in bestanden.items():
        eis_te_vervangen(map_ / naam)
        vul(nieuw, naam, inhoud)
    for naam in andere:
        os.link(map_ / naam, nieuw / naam, follow_symlinks=False)
    shutil.copystat(map_, nieuw)
    os.utime(nieuw)
    if nieuw.stat().st_gid != map_.stat().st_gid:
        raise KanNiet
    naar_schijf(nieuw)


def _ruil(een: Path, ander: Path) -> None:
    """Swap the names of two folders in one step."""
    van, naar = os.fsencode(een), os.fsencode(ander)
    systeem = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            gelukt = systeem.renamex_np(van, naar, _RENAME_SWAP)
        elif sys.platform == "linux":
            gelukt = systeem.renameat2(_AT_FDCWD, van, _AT_FDCWD, naar, _RENAME_EXCHANGE)
        else:
            raise KanNiet
    except AttributeError as fout:  # an older C library
        raise KanNiet from fout
    if gelukt != 0:
        raise KanNiet


def _red_wat_erbij_kwam(
    oud: Path, map_: Path, andere: Mapping[str, int], bestanden: Collection[str]
) -> None:
    """Bring over what somebody put or saved in the folder between the look and the swap."""
    for pad in oud.iterdir():
        bekend = andere.get(pad.name) == pad.lstat().st_ino
        if not bekend and pad.name not in bestanden:
            pad.replace(map_ / pad.name)
