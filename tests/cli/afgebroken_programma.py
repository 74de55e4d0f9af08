"""Kill the whole program many times while it writes, each time a moment that chance picks.

A process with one thread has everything loaded and forks: so a run takes a tenth of a second, and
nearly every kill falls while files are being made. It runs outside pytest, so that it may fork.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from agenda.opslag.tijdelijk import VOOR
from cli.uitgang import voer_uit

LADEN, METEN = -2, -1
VROEG = 10
"""One in so many kills falls before anything is written."""


def zwijg() -> None:
    """What the program says is for nobody."""
    for stroom in (sys.stdout, sys.stderr):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stroom.fileno())


def meld_begin(pijp: int) -> None:
    """Say through a pipe that the first file of our own is about to be made."""
    gezegd = False

    def luister(gebeurtenis: str, waarden: tuple[object, ...]) -> None:
        nonlocal gezegd
        if not gezegd and gebeurtenis in ("open", "os.mkdir") and VOOR in str(waarden[0]):
            gezegd = True
            os.write(pijp, b"1")

    sys.addaudithook(luister)


def draai(args: list[str], pijp: int) -> None:
    """What the child does: the whole command, and then wait for the kill."""
    try:
        meld_begin(pijp)
        voer_uit(args)
        os.write(pijp, b"2")
        time.sleep(60)
    finally:
        os._exit(1)


def breek_af(args: list[str], na: float | None, *, wacht: bool = True) -> float:
    """Kill a run so many seconds after it begins to write, or when it is ready; say how long."""
    lees, schrijf = os.pipe()
    kind = os.fork()
    if not kind:
        draai(args, schrijf)
    os.close(schrijf)
    if wacht:
        os.read(lees, 1)
    begin = time.monotonic()
    if na is None:
        os.read(lees, 1)
    else:
        time.sleep(na)
    os.kill(kind, signal.SIGKILL)
    os.waitpid(kind, 0)
    os.close(lees)
    return time.monotonic() - begin


def main(aantal: int, sjabloon: Path, werk: Path, args: list[str]) -> None:
    """Copy the template once per kill, and leave every copy as the killed process left it.

    Args:
        aantal: how many kills.
        sjabloon: a folder to copy.
        werk: where the copies go, as 000, 001 …
        args: the words after the program name; «MAP» stands for the copy.
    """
    toeval = random.Random(2027)
    duur = 0.0
    zwijg()
    for nummer in range(-2, aantal):  # the first two load everything, and show how long it takes
        kopie = werk / f"{nummer:03}"
        shutil.copytree(sjabloon, kopie)
        woorden = [deel.replace("MAP", str(kopie)) for deel in args]
        if nummer == LADEN:
            voer_uit(woorden)
        elif nummer == METEN:
            duur = breek_af(woorden, None)
        else:
            na = toeval.uniform(0, duur * 1.2)
            breek_af(woorden, na, wacht=nummer % VROEG != 0)
        if nummer < 0:
            shutil.rmtree(kopie)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])
