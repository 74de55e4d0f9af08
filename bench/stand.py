"""How long `agenda stand` takes on a full year, beside only the latest row per topic in pandas.

See bench/README.md.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from koude_start import schrijf_dossiers
from openpyxl import load_workbook

from agenda.voortgang.standfeit import MAX_RIJEN, TOESTANDEN
from cli.uitgang import voer_uit

BESLUIT = date(2022, 3, 1)
DAG = date(2022, 12, 31)
LAATSTE = """
import sys, pandas
rijen = pandas.read_excel(sys.argv[1], sheet_name="Stand", header=int(sys.argv[2]) - 1,
                          engine="calamine")
onderwerp, op, toestand = rijen.columns[0], rijen.columns[2], rijen.columns[3]
rijen = rijen.dropna(subset=[toestand])
rijen[op] = pandas.to_datetime(rijen[op])
laatste = rijen[rijen[op] <= "2022-12-31"].sort_values(op).groupby(onderwerp).tail(1)
laatste[[onderwerp, op, toestand]].to_json(sys.argv[3], orient="records")
"""
"""What a user would do without us: no check, no gap, no picture, nothing that waits."""


def main() -> None:
    """Print a table: whole processes, in turns."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--aantal", type=int, default=1000, help="topics")
    opties.add_argument("--rijen", type=int, default=MAX_RIJEN, help="rows about them")
    opties.add_argument("--rondes", type=int, default=5)
    opties.add_argument("--zaad", type=int, default=2022, help="seed of topics and rows")
    keuze = opties.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        dossier = maak_jaar(Path(map_), keuze.aantal, keuze.rijen, keuze.zaad)
        print(f"{keuze.aantal} adopted topics, {keuze.rijen} rows, median of {keuze.rondes}\n")
        meet(dossier, Path(map_), keuze.rondes)


def maak_jaar(map_: Path, aantal: int, rijen: int, zaad: int) -> Path:
    """A dossier with a decision, and its workbook of progress filled in."""
    schrijf_dossiers(map_, aantal, zaad)
    dossier = map_ / "yaml"
    roep("vaststellen", dossier, "--datum", BESLUIT, "--door", "Colleges van B en W")
    roep("stand", dossier, "--werkblad")
    vul(dossier / "stand.xlsx", rijen, zaad)
    return dossier


def roep(opdracht: str, *rest: object) -> None:
    """Run a command, quietly."""
    with contextlib.redirect_stderr(io.StringIO()) as fout:
        code = voer_uit([opdracht, *map(str, rest)])
    if code:
        raise SystemExit(f"{opdracht}: {code}\n{fout.getvalue()}")


def vul(pad: Path, aantal: int, zaad: int) -> None:
    """Fill the workbook in: every topic at most one row a day."""
    kies = random.Random(zaad)
    boek = load_workbook(pad)
    blad = boek["Stand"]
    kop = kopregel(pad)
    codes = [blad.cell(rij, 1).value for rij in range(kop + 1, blad.max_row + 1)]
    codes = [code for code in codes if code]
    dagen = [BESLUIT + timedelta(days=dag) for dag in range((DAG - BESLUIT).days)]
    paren = kies.sample(range(len(codes) * len(dagen)), aantal)
    for rij, paar in enumerate(paren, kop + 1):
        code, op = codes[paar % len(codes)], dagen[paar // len(codes)]
        klaar_op = op + timedelta(days=kies.randrange(200))
        waarden = (code, None, op, kies.choice(TOESTANDEN), klaar_op, "Bespreken in de werkgroep")
        for kolom, waarde in enumerate(waarden, 1):
            blad.cell(rij, kolom, waarde)
    boek.save(pad)


def kopregel(pad: Path) -> int:
    """The row of the sheet with its headings."""
    blad = load_workbook(pad, read_only=True)["Stand"]
    rijen = blad.iter_rows(values_only=True)
    return next(rij for rij, waarden in enumerate(rijen, 1) if waarden[1:2] == ("Titel",))


def meet(dossier: Path, map_: Path, rondes: int) -> None:
    """Time whole processes, each way in turn."""
    agenda = [str(Path(sys.executable).parent / "agenda"), "stand", str(dossier), "--op", str(DAG)]
    wegen = {
        f"agenda stand --formaat {vorm}": [*agenda, "--formaat", vorm, "--uit", f"uit.{vorm}"]
        for vorm in ("json", "csv", "svg", "xlsx", "docx")
    }
    pad = dossier / "stand.xlsx"
    wegen["pandas, only the latest rows"] = [
        *(sys.executable, "-c", LAATSTE),
        *(str(pad), str(kopregel(pad)), "laatste.json"),
    ]
    tijden: dict[str, list[float]] = {naam: [] for naam in wegen}
    for _ in range(rondes):
        for naam, opdracht in wegen.items():
            begin = time.perf_counter()
            subprocess.run(opdracht, check=True, cwd=map_, capture_output=True)
            tijden[naam].append(time.perf_counter() - begin)
            for uit in (*map_.glob("uit.*"), *map_.glob("laatste.json")):
                assert uit.stat().st_size > 0
                uit.unlink()
    for naam, metingen in tijden.items():
        print(f"  {naam:32}{statistics.median(metingen):8.2f} s")


if __name__ == "__main__":
    main()
