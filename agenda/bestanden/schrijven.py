"""Write files whole or not at all: a temporary file in the same folder, then rename."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from regels.fouten import Bestandsfout

if TYPE_CHECKING:
    from collections.abc import Mapping


def schrijf(pad: Path, inhoud: bytes) -> None:
    """Write a file atomically; an existing file is replaced.

    Raises:
        Bestandsfout: the file is locked, or the folder is missing or may not be written.
    """
    try:
        handvat, tijdelijk = tempfile.mkstemp(prefix=".agenda-", dir=pad.parent)
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


def _umask() -> int:
    """The mask for new files; there is no way to read it without setting it."""
    masker = os.umask(0)
    os.umask(masker)
    return masker
