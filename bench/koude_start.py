"""A cold start: the whole process of `agenda waarom` beside two others with the same libraries.

One only imports them; the other is the smallest program that really uses them (kleinste.py).
Measured in turns, one after the other, so that what else the machine does falls on both. See
bench/README.md.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agenda.onderwerp.invullijst import Invullijst

BASIS = 'python -c "import pydantic, typer, yaml"'
KLEINSTE = "the smallest program that uses them"
DOELEN = {"agenda waarom, YAML": (2.3, 1.3), "agenda waarom, Excel": (2.8, 1.6)}
"""At most how many times the imports, and how many times the smallest program."""


def main() -> None:
    """Measure and print."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--aantal", type=int, default=100, help="number of topics")
    opties.add_argument("--paren", type=int, default=25, help="number of rounds")
    opties.add_argument("--zaad", type=int, default=2022, help="seed of the random topics")
    keuze = opties.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        code = schrijf_dossiers(Path(map_), keuze.aantal, keuze.zaad)
        agenda = str(Path(sys.executable).parent / "agenda")
        tijden = meet(
            {
                BASIS: [sys.executable, "-c", "import pydantic, typer, yaml"],
                KLEINSTE: [
                    sys.executable,
                    str(Path(__file__).with_name("kleinste.py")),
                    str(Path(map_, "yaml")),
                ],
                "agenda waarom, YAML": [agenda, "waarom", code, str(Path(map_, "yaml"))],
                "agenda waarom, Excel": [agenda, "waarom", code, str(Path(map_, "excel"))],
            },
            keuze.paren,
            Path(map_, "pycache"),
        )
    toon(tijden, keuze.aantal)


def toon(tijden: Mapping[str, Sequence[tuple[float, float]]], aantal: int) -> None:
    """Print the table; a ratio is the median of the ratios of the rounds, of processor time."""
    print(f"{aantal} topics, {len(tijden[BASIS])} rounds; vs: times as much processor time\n")
    print(f"{'':42}{'process':>10}{'min - max':>16}{'processor':>12}{'vs imports':>12}{'least':>8}")
    processor = {wie: [paar[1] for paar in metingen] for wie, metingen in tijden.items()}
    for wie, metingen in tijden.items():
        klok = [paar[0] * 1000 for paar in metingen]
        imports, kleinste = (
            verhouding(processor[basis], processor[wie]) for basis in (BASIS, KLEINSTE)
        )
        print(
            f"{wie:42}{median(klok):>7.0f} ms{f'{min(klok):.0f} - {max(klok):.0f}':>13} ms"
            f"{median(processor[wie]) * 1000:>9.0f} ms{imports:>11.2f}x{kleinste:>7.2f}x"
        )
    print(f"\n«least»: times as much as {KLEINSTE}.")
    for wie, doelen in DOELEN.items():
        for basis, doel in zip((BASIS, KLEINSTE), doelen, strict=True):
            keer = verhouding(processor[basis], processor[wie])
            oordeel = "met" if keer <= doel else "NOT met"
            print(f"Goal: {wie} at most {doel} times «{basis}»: {keer:.2f}, {oordeel}")


def verhouding(eerste: Sequence[float], tweede: Sequence[float]) -> float:
    """How many times as long the second takes: the median over the rounds."""
    return median(b / a for a, b in zip(eerste, tweede, strict=True))


def schrijf_dossiers(map_: Path, aantal: int, zaad: int) -> str:
    """Write the same topics as YAML and as Excel; gives the code of the topic in the middle."""
    import yaml
    from onderwerpen import JAAR, PROFIEL, lees, onderwerpvelden

    from agenda.onderwerp.invullijst import invullijst
    from agenda.onderwerp.omgeving import Omgeving

    profiel, regelset = lees()
    omgeving = Omgeving(profiel, regelset.criteria)
    onderwerpen = [_als_lijst(velden) for velden in onderwerpvelden(aantal, zaad, omgeving)]
    for soort in ("yaml", "excel"):
        (map_ / soort).mkdir()
        tekst = f"jaar: {JAAR}\nprofiel: {PROFIEL}\n"
        (map_ / soort / "dossier.yaml").write_text(tekst, encoding="utf-8")
    tekst = yaml.safe_dump({"onderwerpen": onderwerpen}, allow_unicode=True, sort_keys=False)
    (map_ / "yaml" / "onderwerpen.yaml").write_text(tekst, encoding="utf-8")
    lijst = invullijst(profiel, regelset.criteria)
    schrijf_excel(map_ / "excel" / "onderwerpen.xlsx", onderwerpen, lijst)
    return str(onderwerpen[aantal // 2]["code"])


def _als_lijst(velden: dict[str, Any]) -> dict[str, Any]:
    return {
        naam: list(waarde) if isinstance(waarde, tuple) else waarde
        for naam, waarde in velden.items()
    }


def schrijf_excel(pad: Path, onderwerpen: Sequence[Mapping[str, Any]], lijst: Invullijst) -> None:
    """Write topics under the headings of the program's own template."""
    from openpyxl import Workbook

    from agenda.invoer.kolommen import kolommen

    boek = Workbook(write_only=True)
    blad = boek.create_sheet("Onderwerpen")
    gebruikt = kolommen(lijst)
    blad.append([kolom.kop for kolom in gebruikt])
    for onderwerp in onderwerpen:
        blad.append([_cel(onderwerp, kolom.pad) for kolom in gebruikt])
    boek.save(pad)


def _cel(onderwerp: Mapping[str, Any], pad: Sequence[str]) -> Any:
    waarde: Any = onderwerp
    for deel in pad:
        waarde = waarde.get(deel) if waarde is not None else None
    if isinstance(waarde, list):
        return "; ".join(map(str, waarde)) or "geen"
    return waarde


def meet(
    opdrachten: Mapping[str, Sequence[str]], paren: int, pycache: Path
) -> dict[str, list[tuple[float, float]]]:
    """Seconds of each round of each command (by the clock, of the processor), in turns.

    Args:
        pycache: an empty folder for compiled modules, filled by the first round. Installed, the
            program has them; in a checkout where Python may not write them it would have none.

    Raises:
        CalledProcessError: a command failed.
    """
    omgeving = os.environ | {"PYTHONPYCACHEPREFIX": str(pycache), "PYTHONDONTWRITEBYTECODE": ""}
    namen = list(opdrachten)
    tijden: dict[str, list[tuple[float, float]]] = {wie: [] for wie in namen}
    for ronde in range(-1, paren):  # the first one is not counted
        draai = ronde % len(namen)
        for wie in namen[draai:] + namen[:draai]:
            voor, begin = processortijd(), time.perf_counter()
            subprocess.run(opdrachten[wie], check=True, stdout=subprocess.DEVNULL, env=omgeving)
            duur = time.perf_counter() - begin
            if ronde >= 0:
                tijden[wie].append((duur, processortijd() - voor))
    return tijden


def processortijd() -> float:
    """Seconds that the commands that ended have used of the processor, user and system."""
    gebruik = resource.getrusage(resource.RUSAGE_CHILDREN)
    return gebruik.ru_utime + gebruik.ru_stime


if __name__ == "__main__":
    main()
