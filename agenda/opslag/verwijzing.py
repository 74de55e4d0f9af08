"""How a file in one folder names another folder."""

from __future__ import annotations

import os
from pathlib import Path

from agenda.opslag.besluitmap import werkelijk


def pad_naar(doel: Path, vanaf: Path) -> str:
    """The path of a folder as seen from another one, which need not be there yet.

    Links are followed, so that it also leads there from a folder that a link points at. It is the
    whole path where the two are on different drives.
    """
    waar, hier = werkelijk(doel), werkelijk(vanaf)
    try:
        pad = os.path.relpath(waar, hier)
    except ValueError:
        pad = str(waar)
    return pad.replace(os.sep, "/")


def leidt_naar(pad: str, vanaf: Path) -> Path:
    """Where such a path leads, also from a folder that is not there yet."""
    return Path(os.path.normpath(werkelijk(vanaf) / pad))
