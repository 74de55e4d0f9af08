"""Write files whole or not at all: what is new stands beside the old until one rename."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from regels.fouten import Bestandsfout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

TIJDELIJK = ".agenda-"
"""What the name of everything begins with that a killed run may leave behind."""

_ALLEEN_LEZEN = 0o444


class BestaatAl(Exception):
    """A folder that was to be made is there already."""


def schrijf(pad: Path, inhoud: bytes) -> None:
    """Write a file atomically; an existing file is replaced.

    Raises:
        Bestandsfout: the file is locked, or the folder is missing or may not be written.
    """
    try:
        handvat, tijdelijk = tempfile.mkstemp(prefix=TIJDELIJK, dir=pad.parent)
        try:
            with os.fdopen(handvat, "wb") as bestand:
                bestand.write(inhoud)
                bestand.flush()
                os.fsync(bestand.fileno())
            Path(tijdelijk).chmod(0o666 & ~_umask())
            Path(tijdelijk).replace(pad)
        except BaseException:
            Path(tijdelijk).unlink(missing_ok=True)
            raise
    except OSError as fout:
        reden = "kan niet worden geschreven. Bestaat de map, en is het bestand nergens meer open?"
        raise Bestandsfout(str(pad), reden) from fout


def schrijf_alle(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    """Write several files into a folder, which is made when it is missing.

    Raises:
        Bestandsfout: a file is locked, or the folder may not be written.
    """
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        reden = "kan niet worden gemaakt. Staat er al een bestand met die naam?"
        raise Bestandsfout(str(map_), reden) from fout
    for naam, inhoud in bestanden.items():
        schrijf(map_ / naam, inhoud)


def schrijf_map(
    doel: Path, bestanden: Mapping[str, bytes], controle: Callable[[Path], None]
) -> None:
    """Make a folder with read-only files, by one rename: it is there whole, or not.

    Args:
        doel: the folder; the one above it is made when it is missing.
        bestanden: path inside the folder → content.
        controle: looks at the folder just before it gets its name, and may refuse it.

    Raises:
        BestaatAl: the folder is there already.
        Bestandsfout: it cannot be made; nothing is left behind.
    """
    nieuw = not doel.parent.exists()
    try:
        try:
            doel.parent.mkdir(exist_ok=True)
            with _alleen(doel.parent):
                _maak_map(doel, bestanden, controle)
        except BaseException:
            if nieuw and doel.parent.is_dir() and not any(doel.parent.iterdir()):
                doel.parent.rmdir()
            raise
    except OSError as fout:
        reden = "kan niet worden gemaakt. Mag u in de map schrijven, en is de schijf niet vol?"
        raise Bestandsfout(str(doel), reden) from fout


def _maak_map(doel: Path, bestanden: Mapping[str, bytes], controle: Callable[[Path], None]) -> None:
    tijdelijk = Path(tempfile.mkdtemp(prefix=TIJDELIJK, dir=doel.parent))
    try:
        tijdelijk.chmod(0o777 & ~_umask())
        mappen = {tijdelijk}
        for naam, inhoud in bestanden.items():
            pad = tijdelijk / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            mappen |= {map_ for map_ in pad.parents if tijdelijk in map_.parents}
            with pad.open("xb") as bestand:
                bestand.write(inhoud)
                bestand.flush()
                os.fsync(bestand.fileno())
            pad.chmod(_ALLEEN_LEZEN)
        controle(tijdelijk)
        for map_ in mappen:
            _naar_schijf(map_)
        _hernoem(tijdelijk, doel)
        _naar_schijf(doel.parent)
    except BaseException:
        _ruim_op(tijdelijk)
        raise


def _hernoem(tijdelijk: Path, doel: Path) -> None:
    if doel.exists():  # POSIX would quietly take the place of an empty folder
        raise BestaatAl(doel)
    try:
        tijdelijk.rename(doel)
    except OSError as fout:
        if doel.exists():
            raise BestaatAl(doel) from fout
        raise


@contextmanager
def _alleen(map_: Path) -> Iterator[None]:
    """Hold a folder while something is made in it, and clear what a killed run left there.

    A run that is killed loses its hold, so whoever has it knows that what lies there is nobody's.
    Where a folder cannot be held (Windows, some network disks) nothing is cleared.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handvat = os.open(map_, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handvat, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fout:
            reden = "er is al iemand bezig in deze map. Probeer het straks nog een keer."
            raise Bestandsfout(str(map_), reden) from fout
        except OSError:
            yield
            return
        for rest in map_.glob(f"{TIJDELIJK}*"):
            _ruim_op(rest)
        yield
    finally:
        os.close(handvat)


def _ruim_op(pad: Path) -> None:
    """Take away what is not finished; read-only files too."""
    if pad.is_dir() and not pad.is_symlink():
        for deel in pad.rglob("*"):
            if deel.is_file() and not deel.is_symlink():
                deel.chmod(0o600)
        shutil.rmtree(pad, ignore_errors=True)
    else:
        pad.unlink(missing_ok=True)


def _naar_schijf(map_: Path) -> None:
    """Make names in a folder survive a power cut, where the system can."""
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
