"""From ten thousand to a million topics in memory: does a topic cost the same, and how much memory?

Each size runs in a process of its own, so that each peak is its own. See bench/README.md.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.rangorde.ranglijst import Beoordeeld

GROOTTES = (10_000, 100_000, 1_000_000)
STAP = 97
"""Topics are explained in steps of this many, so that a run cut short saw all kinds of topic."""


def main() -> None:
    """Run each size in a process of its own and print the table."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--groottes", type=int, nargs="+", default=GROOTTES)
    opties.add_argument("--zaad", type=int, default=2022, help="seed of the random topics")
    opties.add_argument("--grens", type=float, default=120, help="seconds for explaining, per size")
    opties.add_argument("--alleen", type=int, help=argparse.SUPPRESS)
    keuze = opties.parse_args()
    if keuze.alleen:
        print(json.dumps(meet(keuze.alleen, keuze.zaad, keuze.grens)))
        return
    koppen = {
        "topics": 9,
        "make": 9,
        "prioriteer": 12,
        "per topic": 11,
        "leg_uit": 10,
        "each": 11,
        "explained": 11,
        "topics alone": 14,
        "peak memory": 13,
    }
    print("".join(f"{kop:>{breedte}}" for kop, breedte in koppen.items()))
    for aantal in keuze.groottes:
        opdracht = [sys.executable, __file__, "--alleen", str(aantal)]
        opdracht += ["--zaad", str(keuze.zaad), "--grens", str(keuze.grens)]
        uitvoer = subprocess.run(opdracht, check=True, stdout=subprocess.PIPE).stdout
        print(rij(json.loads(uitvoer)), flush=True)


def meet(aantal: int, zaad: int, grens: float) -> dict[str, Any]:
    """Seconds and megabytes for one size."""
    from onderwerpen import lees, maak_dossier

    from agenda.rangorde.prioritering import prioriteer
    from agenda.uitleg.uitleg import Uitlegger

    profiel, regelset = lees()
    begin = time.perf_counter()
    dossier = maak_dossier(aantal, zaad, profiel, regelset)
    gemaakt = time.perf_counter()
    geheugen_onderwerpen = geheugen()
    voor = time.perf_counter()
    ranglijst = prioriteer(dossier, profiel, regelset)
    beslist = time.perf_counter()
    uitgelegd, punten = 0, 0
    uitlegger = Uitlegger(ranglijst)
    for beoordeeld in verspreid(ranglijst.alle):
        punten += uitlegger.leg_uit(beoordeeld).score  # used, then let go
        uitgelegd += 1
        if uitgelegd % 100 == 0 and time.perf_counter() - beslist > grens:
            break
    einde = time.perf_counter()
    return {
        "aantal": aantal,
        "maken": gemaakt - begin,
        "beslissen": beslist - voor,
        "uitleggen": einde - beslist,
        "uitgelegd": uitgelegd,
        "geheugen_onderwerpen": geheugen_onderwerpen,
        "geheugen": geheugen(),
    }


def verspreid(alle: Sequence[Beoordeeld]) -> Iterator[Beoordeeld]:
    """Every topic once, from all over the list."""
    for begin in range(STAP):
        yield from alle[begin::STAP]


def geheugen() -> float:
    """The highest use of memory of this process so far, in MB."""
    hoogste = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return hoogste / (1_000_000 if sys.platform == "darwin" else 1_000_000 / 1024)


def rij(meting: dict[str, Any]) -> str:
    """One row of the table."""
    aantal, uitgelegd = meting["aantal"], meting["uitgelegd"]
    return (
        f"{aantal:>9}{meting['maken']:>7.1f} s{meting['beslissen']:>10.2f} s"
        f"{meting['beslissen'] / aantal * 1e6:>8.1f} µs{meting['uitleggen']:>8.1f} s"
        f"{meting['uitleggen'] / uitgelegd * 1e6:>8.1f} µs{uitgelegd / aantal:>11.1%}"
        f"{meting['geheugen_onderwerpen']:>11.0f} MB{meting['geheugen']:>10.0f} MB"
    )


if __name__ == "__main__":
    main()
