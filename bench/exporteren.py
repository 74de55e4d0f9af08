"""How long the document for the meeting takes, form by form, beside pandoc on the same Markdown.

With `--geheugen`: what whole commands take of memory, and how much they write. See bench/README.md.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from koude_start import schrijf_dossiers
from onderwerpen import lees, maak_dossier

from agenda.exporteren import VORMEN, maak_bestanden
from agenda.invoer.dossier import lees_dossier
from agenda.rangorde.prioritering import prioriteer
from agenda.stuk.opstellen import stel_stuk_op
from agenda.stuk.vormen.md import stuk_md
from agenda.uitleg.jaaragenda import Jaaragenda

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.rangorde.ranglijst import Ranglijst

VOORBEELD = Path(__file__).parents[1] / "tests" / "voorbeeld-42"
PANDOC = ("docx", "html")
MEET = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""A small process in between: a process begins with the memory of the one that started it."""


def main() -> None:
    """Print a table per size."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--groottes", type=int, nargs="*", default=[1000])
    opties.add_argument("--rondes", type=int, default=3)
    opties.add_argument("--zaad", type=int, default=2022, help="seed of the random topics")
    opties.add_argument("--geheugen", action="store_true", help="memory and bytes, no times")
    keuze = opties.parse_args()
    if keuze.geheugen:
        for aantal in keuze.groottes:
            meet_geheugen(aantal, keuze.zaad)
        return
    meet("the example", lees_voorbeeld, keuze.rondes)
    for aantal in keuze.groottes:
        meet(f"{aantal} random topics", lambda n=aantal: maak(n, keuze.zaad), keuze.rondes)


def meet_geheugen(aantal: int, zaad: int) -> None:
    """The peak of memory of whole commands on random topics in YAML, and the bytes they write."""
    print(f"\n{aantal} random topics: peak of memory, and what is written")
    with tempfile.TemporaryDirectory() as map_:
        schrijf_dossiers(Path(map_), aantal, zaad)
        dossier = str(Path(map_, "yaml"))
        for vorm in ("csv", "json", "docx", "pdf"):
            doel = Path(map_, vorm)
            piek = geheugen(["exporteer", dossier, "--als", vorm, "--naar", str(doel)])
            (stuk,) = doel.glob(f"[!.]*.{vorm}")
            print(f"  {f'exporteer --als {vorm}':26}{piek:6.0f} MB{omvang(stuk):8.2f} MB")
        uit = Path(map_, "robuust.json")
        piek = geheugen(["robuust", dossier, "--formaat", "json", "--uit", str(uit)])
        print(f"  {'robuust --formaat json':26}{piek:6.0f} MB{omvang(uit):8.2f} MB")


def geheugen(opdracht: list[str]) -> float:
    """The most memory that one run of `agenda` has, in MB (Linux)."""
    meet = [sys.executable, "-c", MEET, sys.executable, "-m", "cli", *opdracht]
    return int(subprocess.run(meet, check=True, capture_output=True).stdout) / 1024


def omvang(pad: Path) -> float:
    """The size of a file, in MB."""
    return pad.stat().st_size / 1e6


def lees_voorbeeld() -> Ranglijst:
    """The ranked list of the example dossier."""
    gelezen = lees_dossier(VOORBEELD)
    return prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset)


def maak(aantal: int, zaad: int) -> Ranglijst:
    """A ranked list of random topics."""
    profiel, regelset = lees()
    return prioriteer(maak_dossier(aantal, zaad, profiel, regelset), profiel, regelset)


def meet(naam: str, ranglijst: Callable[[], Ranglijst], rondes: int) -> None:
    """Time every form alone, then all forms together from the start."""
    print(f"\n{naam}: {len(ranglijst().alle)} topics, median of {rondes}")
    geheel = gemeten(lambda: maak_bestanden(Jaaragenda(ranglijst()), tuple(VORMEN)), rondes)
    print(f"  read, rank and all forms together {geheel:8.2f} s")
    agenda = Jaaragenda(ranglijst())
    stuk = stel_stuk_op(agenda)
    opstellen = gemeten(lambda: stel_stuk_op(Jaaragenda(ranglijst())), rondes)
    print(f"  read, rank and draw up            {opstellen:8.2f} s")
    for vorm, maak_vorm in VORMEN.items():
        duur = gemeten(lambda m=maak_vorm: m(agenda, lambda: stuk), rondes)
        print(f"  {vorm:34}{duur:8.2f} s")
    tekst = stuk_md(stuk)
    for vorm in PANDOC:
        print(f"  {f'pandoc, {vorm} from our Markdown':34}{met_pandoc(tekst, vorm, rondes)}")


def met_pandoc(tekst: str, vorm: str, rondes: int) -> str:
    """What a user would do without us: our Markdown through pandoc."""
    try:
        import pypandoc
    except ImportError:
        return "  not measured: pip install -e .[bench]"
    with tempfile.TemporaryDirectory() as map_:
        doel = str(Path(map_, f"stuk.{vorm}"))
        duur = gemeten(lambda: pypandoc.convert_text(tekst, vorm, "gfm", outputfile=doel), rondes)
    return f"{duur:8.2f} s"


def gemeten(werk: Callable[[], object], rondes: int) -> float:
    """The median time of some work, in seconds."""
    tijden = []
    for _ in range(rondes):
        begin = time.perf_counter()
        werk()
        tijden.append(time.perf_counter() - begin)
    return statistics.median(tijden)


if __name__ == "__main__":
    main()
