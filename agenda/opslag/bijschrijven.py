"""Add to a file that only grows: no run loses what another adds at the same moment."""

from __future__ import annotations

import time
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from agenda.opslag.bestand import eis_te_vervangen
from agenda.opslag.rollen import weiger_in_besluit
from agenda.opslag.tijdelijk import BEURTEN, VOOR, WACHT, alleen, naar_schijf, schrijf_weg
from regels.melding import Bestandsfout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def schrijf_bij(
    pad: Path, lees: Callable[[Path], bytes], vervolg: Callable[[bytes], bytes]
) -> None:
    """Add to the end of a file; a run that is killed leaves it as it was, or with all of it added.

    Args:
        pad: the file; made when it is not there yet.
        lees: gives what stands there, and nothing (b"") when there is no file; may refuse.
        vervolg: gives what to add, out of what stands there; may refuse.

    Raises:
        GeweigerdDoel: it would stand in a decision.
        Bestandsfout: the file is locked, the folder may not be written, or others keep it busy.
    """
    weiger_in_besluit(pad.parent)
    try:
        with alleen(pad.parent):
            for _ in range(BEURTEN):
                bezig = _probeer(pad, lees, vervolg)
                if bezig is None:
                    return
                time.sleep(WACHT)
    except OSError as fout:
        reden = "kan niet worden geschreven. Mag u hier schrijven, en is het nergens meer open?"
        raise Bestandsfout(str(pad), reden) from fout
    reden = "er schrijft al iemand in. Probeer het straks nog een keer. Is er niemand bezig? Haal"
    raise Bestandsfout(str(pad), f"{reden} dan in deze map het bestand {bezig} weg.")


def _probeer(
    pad: Path, lees: Callable[[Path], bytes], vervolg: Callable[[bytes], bytes]
) -> str | None:
    """Add once; when somebody else is adding to the same content, the name of his file.

    Where a folder cannot be held, the new file is the hold: its name follows from the content that
    it goes on from, so that there is one, and it is only made when it is not there. Who comes too
    late finds other content once he has it.
    """
    eis_te_vervangen(pad)
    oud = lees(pad)
    heel = oud + vervolg(oud)
    nieuw = pad.with_name(f"{VOOR}{sha256(pad.name.encode() + oud).hexdigest()}")
    try:
        bestand = nieuw.open("xb")
    except FileExistsError:
        return nieuw.name
    try:
        with bestand:
            schrijf_weg(bestand, heel)
        if lees(pad) != oud:
            return nieuw.name
        nieuw.replace(pad)
        naar_schijf(pad.parent)
    finally:
        with suppress(OSError):
            nieuw.unlink()
    return None
