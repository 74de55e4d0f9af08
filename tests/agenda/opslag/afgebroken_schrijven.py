"""Write files in one child process after another, and kill each one a step later than the last.

A step is a moment at which Python tells its audit hooks that it will open, make, rename or take
away something. It runs outside pytest, as a process with one thread, so that it may fork.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path

from agenda.opslag.bestand import schrijf_alle
from agenda.opslag.bijschrijven import schrijf_bij
from agenda.opslag.nieuwe_map import schrijf_map
from regels.melding import Bestandsfout

STAPPEN = (
    "open",
    *("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime"),
    *("shutil.", "tempfile.", "fcntl."),
)
NIEUW = {"a.md": b"nieuw a", "b.csv": b"nieuw b", "c": b"nieuw c"}
BESLUIT = {"invoer/a.yaml": b"invoer", "mdto/invoer/a.xml": b"mdto", "bewijs": b"bewijs"}
REGISTER, ERBIJ = "a.md", b" en meer"
MAX = 500


def sterf_bij(stap: int) -> None:
    """Kill this process just before its so many-th step."""
    gezet = 0

    def tel(gebeurtenis: str, _: object) -> None:
        nonlocal gezet
        if gebeurtenis.startswith(STAPPEN):
            gezet += 1
            if gezet > stap:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(tel)


def zet_op_slot(naam: str) -> None:
    """No file may get this name, as when another program opened it a moment ago."""
    echt = Path.replace

    def op_slot(zelf: Path, doel: Path) -> Path:
        if Path(doel).name == naam:
            raise PermissionError(errno.EACCES, "", str(doel))
        return echt(zelf, doel)

    Path.replace = op_slot  # type: ignore[method-assign]


def schrijf(map_: Path, wat: str) -> None:
    """What the child does: export, with or without a lock on the last file, decide, or add."""
    if wat == "besluit":
        schrijf_map(map_, BESLUIT, lambda nieuw: (nieuw / "bewijs").read_bytes(), alleen_lezen=True)
        return
    if wat == "bij":
        schrijf_bij(map_ / REGISTER, Path.read_bytes, lambda _: ERBIJ)
        return
    if wat == "slot":
        zet_op_slot("c")
    with suppress(Bestandsfout):
        schrijf_alle(map_, NIEUW)


def main(sjabloon: Path, werk: Path, wat: str) -> None:
    """Copy the template once per step, and leave every copy as the killed process left it.

    Args:
        sjabloon: a folder; the files are written in its folder «uit».
        werk: where the copies go, as 000, 001 …
        wat: «export», «slot», «besluit» or «bij».
    """
    for stap in range(MAX):
        kopie = werk / f"{stap:03}"
        shutil.copytree(sjabloon, kopie)
        kind = os.fork()
        if not kind:
            sterf_bij(stap)
            schrijf(kopie / "uit", wat)
            os._exit(0)
        einde = os.waitpid(kind, 0)[1]
        if einde == 0:
            return
        if not os.WIFSIGNALED(einde):
            sys.exit("het ging anders mis")
    sys.exit("het kwam nooit klaar")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
