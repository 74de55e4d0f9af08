"""What stands in a folder only while something is written, and who may clear it."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from regels.fouten import Bestandsfout

if TYPE_CHECKING:
    from collections.abc import Iterator

VOOR = ".agenda-tijdelijk-"
"""What the name of everything begins with that a killed run may leave behind."""

JOURNAAL = ".agenda-journaal.json"
"""What an interrupted run leaves to be finished: see journaal.py."""

_WACHT, _BEURTEN = 0.1, 100


@contextmanager
def alleen(map_: Path) -> Iterator[None]:
    """Hold a folder while something is made in it, so that two runs do not get in each other's way.

    Where a folder cannot be held (Windows, some network disks) nothing is held.

    Raises:
        Bestandsfout: another run holds the folder for too long.
    """
    handvat = _houd(map_)
    try:
        yield
    finally:
        if handvat is not None:
            os.close(handvat)


def ruim_resten_op(map_: Path) -> None:
    """Clear what a killed run left in a folder that is held; a journal is still to be finished.

    A run that is killed loses its hold, so whoever has it knows that what lies there is nobody's.
    """
    if os.name != "nt" and not (map_ / JOURNAAL).exists():
        for rest in map_.glob(f"{VOOR}*"):
            ruim_op(rest)


def _houd(map_: Path) -> int | None:
    try:
        import fcntl
    except ImportError:
        return None
    try:
        handvat = os.open(map_, os.O_RDONLY)
    except OSError:
        return None
    for _ in range(_BEURTEN):
        try:
            fcntl.flock(handvat, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_WACHT)
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


def schrijf_tijdelijk(map_: Path, inhoud: bytes) -> Path:
    """A new file in a folder, safely on disk, with the rights that every new file has."""
    handvat, naam = tempfile.mkstemp(prefix=VOOR, dir=map_)
    tijdelijk = Path(naam)
    try:
        with os.fdopen(handvat, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.chmod(0o666 & ~_umask())
    except BaseException:
        tijdelijk.unlink(missing_ok=True)
        raise
    return tijdelijk


def maak_tijdelijke_map(naast: Path) -> Path:
    """A new folder beside another, with the rights that every new folder has."""
    tijdelijk = Path(tempfile.mkdtemp(prefix=VOOR, dir=naast.parent))
    tijdelijk.chmod(0o777 & ~_umask())
    return tijdelijk


def vul(map_: Path, naam: str, inhoud: bytes) -> None:
    """Write a file that is not there yet, safely on disk."""
    with (map_ / naam).open("xb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())


def ruim_op(pad: Path) -> None:
    """Take away what is not finished, or not needed any more."""
    if pad.is_dir() and not pad.is_symlink():
        if os.name == "nt":  # there a read-only file cannot be taken away
            for deel in pad.rglob("*"):
                deel.chmod(0o700)
        shutil.rmtree(pad, ignore_errors=True)
    else:
        pad.unlink(missing_ok=True)


def eis_te_vervangen(pad: Path) -> None:
    """A file that may be written, or none: the system would replace a read-only file too.

    Raises:
        PermissionError: it is read-only, or a folder.
    """
    if pad.is_dir():
        raise PermissionError(errno.EACCES, "", str(pad))
    if pad.exists() and not (pad.stat().st_mode & 0o222 and os.access(pad, os.W_OK)):
        raise PermissionError(errno.EACCES, "", str(pad))


def naar_schijf(map_: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handvat = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(handvat)
    finally:
        os.close(handvat)


def _umask() -> int:
    """The mask for new files; there is no way to read it without setting it."""
    masker = os.umask(0)
    os.umask(masker)
    return masker
