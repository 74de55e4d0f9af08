"""Write files in one child process after another, and kill each one a step later than the last.

A step is a moment at which Python tells its audit hooks that it will open, make, rename, link or
take away something. It runs outside pytest, as a process with one thread, so that it may fork.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

from agenda.bestanden.schrijven import schrijf_alle

STAPPEN = (
    "open",
    *("os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod", "os.utime"),
    *("shutil.", "tempfile.", "fcntl.", "ctypes.dlsym"),
)
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


def main(sjabloon: Path, werk: Path, hier: str) -> None:
    """Copy the template once per step, and leave every copy as the killed process left it.

    Args:
        sjabloon: a folder; the files are written in its folder «uit».
        werk: where the copies go, as 000, 001 …
        hier: «ja» to stand in the folder while writing.
    """
    for stap in range(MAX):
        kopie = werk / f"{stap:03}"
        shutil.copytree(sjabloon, kopie)
        kind = os.fork()
        if not kind:
            if hier == "ja":
                os.chdir(kopie / "uit")
            sterf_bij(stap)
            schrijf_alle(kopie / "uit", {"a.md": b"nieuw a", "b.csv": b"nieuw b", "c": b"nieuw c"})
            os._exit(0)
        if os.waitpid(kind, 0)[1] == 0:
            return
    sys.exit("het kwam nooit klaar")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
