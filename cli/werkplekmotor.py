"""The command line inside the workplace: run a command on files that somebody gives, and tell all.

The page hands over files and words, and gets back what the program wrote: on its streams, and in
its folder. Nothing here knows of a browser, so the tests run it as it is.
"""

from __future__ import annotations

import gc
import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


class Antwoord(TypedDict):
    """What a command did.

    Attributes:
        code: the exit code.
        uit: what it wrote on stdout.
        fout: what it wrote on stderr, progress aside.
        geschreven: path → content of each file that is new or changed.
        weg: the paths of files that are gone.
    """

    code: int
    uit: str
    fout: str
    geschreven: dict[str, bytes]
    weg: list[str]


class _Stroom(io.TextIOWrapper):
    """What is written on it is kept, to be told as a whole."""

    def __init__(self) -> None:
        self._ruw = io.BytesIO()
        super().__init__(self._ruw, encoding="utf-8", newline="\n")

    def inhoud(self) -> str:
        self.flush()
        return self._ruw.getvalue().decode("utf-8")


class _Meldstroom(_Stroom):
    """A stderr that a person sees at once: what is progress goes to whoever watches."""

    def __init__(self, volger: Callable[[str], object]) -> None:
        super().__init__()
        self._volger = volger
        self._bezig = False

    def isatty(self) -> bool:
        return True

    def write(self, tekst: str) -> int:
        if tekst.startswith("\r"):
            self._bezig = True
            self._volger(tekst.strip())
            return len(tekst)
        if self._bezig and tekst in ("", "\n"):  # the end of the line of progress
            self._bezig = tekst == ""
            return len(tekst)
        return super().write(tekst)


def draai(
    args: Iterable[str],
    bestanden: Mapping[str, Any],
    weg: Iterable[str],
    volger: Callable[[str], object],
) -> Antwoord:
    """Run one command in the current folder.

    Args:
        args: the words after the program name.
        bestanden: path in that folder → content, of what is new since the last time.
        weg: paths of what is gone since then.
        volger: is told how far long work is.
    """
    from cli.uitgang import voer_uit

    _leg_neer(bestanden, weg)
    voor = _staat()
    uit, fout = _Stroom(), _Meldstroom(volger)
    woorden = list(args)
    oud, sys.argv = sys.argv, ["agenda", *woorden]
    gc.disable()  # as the program itself does; afterwards there is time to clear away
    try:
        with redirect_stdout(uit), redirect_stderr(fout):
            code = voer_uit(woorden)
    finally:
        gc.enable()
        sys.argv = oud
    na = _staat()
    return {
        "code": code,
        "uit": uit.inhoud(),
        "fout": fout.inhoud(),
        "geschreven": {
            pad: Path(pad).read_bytes() for pad, staat in na.items() if voor.get(pad) != staat
        },
        "weg": sorted(voor.keys() - na.keys()),
    }


def pak(bestanden: Mapping[str, Any], weg: Iterable[str], map_: str) -> dict[str, bytes]:
    """A folder as one zip file, the same bytes for the same files."""
    from agenda.invoer.dossierzip import pak_dossier_in

    _leg_neer(bestanden, weg)
    return {"zip": pak_dossier_in(Path(map_))}


def pak_uit(inhoud: Any) -> dict[str, Any]:
    """The files in a zip file, or the sentence that says why not."""
    from agenda.invoer.dossierzip import GeenDossierzip, pak_dossier_uit

    try:
        return {"bestanden": pak_dossier_uit(_bytes(inhoud))}
    except GeenDossierzip as fout:
        return {"fout": str(fout)}


def _leg_neer(bestanden: Mapping[str, Any], weg: Iterable[str]) -> None:
    gegeven = bestanden.to_py() if hasattr(bestanden, "to_py") else bestanden
    for pad in weg:
        Path(pad).unlink(missing_ok=True)
        for map_ in Path(pad).parents[:-1]:
            if map_.is_dir() and not any(map_.iterdir()):
                map_.rmdir()
    for pad, inhoud in gegeven.items():
        doel = Path(_binnen(pad))
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(_bytes(inhoud))


def _binnen(pad: str) -> PurePosixPath:
    deel = PurePosixPath(pad)
    if deel.is_absolute() or ".." in deel.parts:
        raise ValueError(pad)
    return deel


def _bytes(inhoud: Any) -> bytes:
    """Bytes, of Python or of a browser."""
    ruw = inhoud.to_bytes() if hasattr(inhoud, "to_bytes") else bytes(inhoud)
    return bytes(ruw)


def _staat() -> dict[str, tuple[int, int, int]]:
    """Every file below the current folder, with what changes when it is written."""
    from agenda.opslag.boom import bestanden_in

    staten = {naam: pad.stat() for naam, pad in bestanden_in(Path())}
    return {
        naam: (staat.st_mtime_ns, staat.st_size, staat.st_ino) for naam, staat in staten.items()
    }
