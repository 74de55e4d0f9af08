"""stdout and stderr, also when they are closed or full: no outcome gets lost in a traceback."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import IO

from regels.melding import Bestandsfout

VOL = "kan niet worden geschreven. Is de schijf vol, of is de uitvoer gesloten?"


def maak_bruikbaar() -> None:
    """Dutch text on every console; a stream that is not there becomes one that says so."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - writing is refused
    if sys.stderr is None:  # what is told there is lost; that is what the user asked for
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stroom in (sys.stdout, sys.stderr):
        # A console in an old code page must not crash, and output is the same on every machine.
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def toont_kleur() -> bool:
    """Whether stdout is a terminal that shows colours, and its user has not asked for none.

    On Windows only a terminal that says so of itself does: an old console shows the codes.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    kent_kleur = sys.platform != "win32" or "WT_SESSION" in os.environ or "TERM" in os.environ
    return kent_kleur and sys.stdout.isatty()


def schrijf_uit(tekst: str) -> None:
    """Write a result to stdout.

    Raises:
        Bestandsfout: it is closed, or full.
    """
    try:
        sys.stdout.write(tekst)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has enough
        _laat_los(sys.stdout)
    except OSError as fout:
        _laat_los(sys.stdout)
        raise Bestandsfout("uitvoer", VOL) from fout


def zeg(zin: str) -> None:
    """Say something on stderr; where nobody can hear it, the exit code still tells."""
    try:
        print(zin, file=sys.stderr, flush=True)
    except OSError:
        _laat_los(sys.stderr)


def sluit_af() -> bool:
    """Get rid of what was not yet written; whether that could be done."""
    gelukt = True
    for stroom in (sys.stdout, sys.stderr):
        try:
            if stroom.writable():
                stroom.flush()
        except BrokenPipeError:
            _laat_los(stroom)
        except OSError:
            _laat_los(stroom)
            gelukt = False
    return gelukt


def is_stdout(staat: os.stat_result) -> bool:
    """Whether a file is where stdout goes, whatever it is called."""
    try:
        return os.path.samestat(staat, os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):  # no stream of the system
        return False


def _laat_los(stroom: IO[str]) -> None:
    """What is still waiting must not be tried again at the end of the program."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stroom.fileno())
