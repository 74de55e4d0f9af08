"""What stands in a folder only while something is written, and who may clear it."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from regels.melding import Bestandsfout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedWriter
    from pathlib import Path

VOOR = ".agenda-tijdelijk-"
"""What the name of everything begins with that a killed run may leave behind."""

OUD_JOURNAAL = ".agenda-journaal.json"
"""What a killed run of an earlier version may have left; nothing has to be finished any more."""

WACHT, BEURTEN = 0.1, 100
"""So many seconds, and so often, a run waits for another that is busy."""


@contextmanager
def alleen(map_: Path) -> Iterator[None]:
    """Hold a folder while something is made in it, and clear what a killed run left there.

    A run that is killed loses its hold, so whoever has it knows that what lies there is nobody's.
    Where a folder cannot be held (Windows, the browser, some network disks) nothing is held, and
    what lies there stays: it may be of a run that is busy. The old journal is of nobody.

    Raises:
        Bestandsfout: another run holds the folder for too long.
    """
    handvat = _houd(map_)
    try:
        for patroon in (OUD_JOURNAAL, *([f"{VOOR}*"] if handvat is not None else [])):
            for rest in map_.glob(patroon):
                _ruim_op(rest)
        yield
    finally:
        if handvat is not None:
            os.close(handvat)


def _houd(map_: Path) -> int | None:
    try:
        import fcntl
    except ImportError:
        return None
    try:
        handvat = os.open(map_, os.O_RDONLY)
    except OSError:
        return None
    for _ in range(BEURTEN):
        try:
            fcntl.flock(handvat, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(WACHT)
        except OSError:
            break
        else:
            return handvat
    else:
        os.close(handvat)
        reden = "er is al iemand bezig in deze map. Probeer het straks nog een keer."
        raise Bestandsfout(str(map_), reden)
    os.close(handvat)
    return None


@contextmanager
def tijdelijke_naam(map_: Path) -> Iterator[Path]:
    """A new name of our own in a folder; what still has it at the end is taken away."""
    pad = map_ / f"{VOOR}{os.urandom(8).hex()}"
    try:
        yield pad
    finally:
        _ruim_op(pad)


def vul(pad: Path, inhoud: bytes) -> None:
    """Write a file that is not there yet, safely on disk."""
    with pad.open("xb") as bestand:
        schrijf_weg(bestand, inhoud)


def schrijf_weg(bestand: BufferedWriter, inhoud: bytes) -> None:
    """Write what an open file gets, safely on disk."""
    bestand.write(inhoud)
    bestand.flush()
    os.fsync(bestand.fileno())


def naar_schijf(map_: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handvat = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(handvat)
    finally:
        os.close(handvat)


def _ruim_op(pad: Path) -> None:
    if pad.is_dir() and not pad.is_symlink():
        if os.name == "nt":  # there a read-only file cannot be taken away
            for deel in pad.rglob("*"):
                deel.chmod(0o700)
        shutil.rmtree(pad, ignore_errors=True)
    else:
        pad.unlink(missing_ok=True)
