"""Write files whole or not at all: what is new stands beside the old until it gets its name."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, NamedTuple

from agenda.opslag.besluitmap import werkelijk
from agenda.opslag.nieuwe_map import BestaatAl, schrijf_map
from agenda.opslag.rollen import weiger_in_besluit, weiger_invoer
from agenda.opslag.tijdelijk import VOOR, alleen, naar_schijf, tijdelijke_naam, vul
from regels.melding import Bestandsfout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def schrijf(pad: Path, inhoud: bytes, *, als_invoer: bool = False) -> None:
    """Write a file atomically; an existing file is replaced, what a link points at is written.

    What is no ordinary file (a pipe, a device) is not replaced but written to.

    Args:
        pad: the file.
        inhoud: what it gets.
        als_invoer: it is made to be input; else no input is ever overwritten.

    Raises:
        GeweigerdDoel: it was read, or is part of a dossier, a profile or a decision.
        Bestandsfout: the file is locked, or the folder is missing or may not be written.
    """
    try:
        if als_invoer:
            weiger_in_besluit(pad.parent)
        else:
            weiger_invoer(pad)
        eis_te_vervangen(pad)
        if pad.exists() and not pad.is_file():
            with suppress(BrokenPipeError), pad.open("wb") as leiding:
                leiding.write(inhoud)
            return
        echt = werkelijk(pad)
        with tijdelijke_naam(echt.parent) as nieuw:
            vul(nieuw, inhoud)
            nieuw.replace(echt)
    except OSError as fout:
        reden = "kan niet worden geschreven. Bestaat de map, en is het bestand nergens meer open?"
        raise Bestandsfout(str(pad), reden) from fout


def schrijf_alle(
    map_: Path,
    bestanden: Mapping[str, bytes],
    slot: Callable[[], Mapping[str, bytes]] = dict,
    *,
    als_invoer: bool = False,
) -> None:
    """Write several files into a folder; it is made when it is missing.

    A fault leaves everything as it was. A run that is killed leaves every file whole, old or new,
    and doing it again completes the set: see docs/besluiten/014-vaststellen.md.

    Args:
        map_: the folder.
        bestanden: name → content.
        slot: what is written last, asked for when nobody else is busy in the folder; may refuse.
        als_invoer: it is made to be input; else no input is ever overwritten.

    Raises:
        GeweigerdDoel: a file was read, or is part of a dossier, a profile or a decision.
        Bestandsfout: a file is locked, or the folder may not be written; nothing has changed.
    """
    if als_invoer:
        weiger_in_besluit(map_)
    for naam in () if als_invoer else bestanden:
        weiger_invoer(map_ / naam)
    try:
        if not map_.exists():
            with suppress(BestaatAl):  # somebody was just before us
                schrijf_map(map_, {**bestanden, **slot()})
                return
        if not map_.is_dir():
            reden = "kan niet worden gemaakt. Staat er al een bestand met die naam?"
            raise Bestandsfout(str(map_), reden)
        _vervang(map_, bestanden, slot)
    except OSError as fout:
        reden = "kan niet worden geschreven. Mag u hier schrijven, en is het nergens meer open?"
        raise Bestandsfout(_genoemd(fout, map_), reden) from fout


class _Vervanging(NamedTuple):
    """A file that waits for its name: the place, the new content, and a copy of the old."""

    doel: Path
    nieuw: Path
    oud: Path | None

    def zet_terug(self) -> None:
        if self.nieuw.exists():  # it never got its name
            return
        if self.oud is None:
            self.doel.unlink(missing_ok=True)
        else:
            self.oud.replace(self.doel)


def _vervang(
    map_: Path, nieuw: Mapping[str, bytes], slot: Callable[[], Mapping[str, bytes]]
) -> None:
    """Give the files their names one by one; when one cannot have it, the old ones come back."""
    with alleen(map_), ExitStack() as opruimen, ExitStack() as terug:
        for naam in nieuw:
            _eis_los(map_ / naam)
        bestanden = {**nieuw, **slot()}
        klaar = [_leg_klaar(map_ / naam, deel, opruimen) for naam, deel in bestanden.items()]
        for bestand in klaar:
            terug.callback(bestand.zet_terug)
            bestand.nieuw.replace(bestand.doel)
        naar_schijf(map_)
        terug.pop_all()


def _leg_klaar(pad: Path, inhoud: bytes, opruimen: ExitStack) -> _Vervanging:
    doel = werkelijk(pad)  # what a link points at is written; the link stays
    nieuw = opruimen.enter_context(tijdelijke_naam(doel.parent))
    vul(nieuw, inhoud)
    if not doel.exists():
        return _Vervanging(doel, nieuw, None)
    oud = opruimen.enter_context(tijdelijke_naam(doel.parent))
    shutil.copy2(doel, oud)
    return _Vervanging(doel, nieuw, oud)


def eis_te_vervangen(pad: Path) -> None:
    """A file that may be written, or none: the system would replace a read-only file too.

    Raises:
        PermissionError: it is read-only, or a folder.
    """
    if pad.is_dir():
        raise PermissionError(errno.EACCES, "", str(pad))
    if pad.exists() and not (pad.stat().st_mode & 0o222 and os.access(pad, os.W_OK)):
        raise PermissionError(errno.EACCES, "", str(pad))


def _eis_los(pad: Path) -> None:
    """A file that may be written, and that no other program has open (Windows), or none.

    Raises:
        OSError: it may not be written now.
    """
    eis_te_vervangen(pad)
    if pad.is_file():
        with pad.open("r+b"):
            pass
    elif pad.exists():
        raise PermissionError(errno.EACCES, "", str(pad))


def _genoemd(fout: OSError, map_: Path) -> str:
    """The file that could not be written; the folder when that file has a name of our own."""
    naam = str(fout.filename or map_)
    return str(map_) if VOOR in naam else naam
