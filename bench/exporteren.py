"""How long the document for the meeting takes, form by form, beside pandoc on the same Markdown.

See bench/README.md.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

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


def main() -> None:
    """Print a table per size."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--groottes", type=int, nargs="*", default=[1000])
    opties.add_argument("--rondes", type=int, default=3)
    opties.add_argument("--zaad", type=int, default=2022, help="seed of the random topics")
    keuze = opties.parse_args()
    meet("the example", lees_voorbeeld, keuze.rondes)
    for aantal in keuze.groottes:
        meet(f"{aantal} random topics", lambda n=aantal: maak(n, keuze.zaad), keuze.rondes)


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
