"""How fast thirteen workbooks of sixty topics each become one dossier, and are ranked.

Each member brings in sixty topics: twenty that all members bring in, with answers and amounts that
differ, and forty of its own. Every answer has a reason and a source. See bench/README.md.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import xlsxwriter

from agenda.invoer.dossier import lees_dossier
from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import vind_profiel
from agenda.invoer.standaard import standaardprofiel
from agenda.invoer.tabelvorm import onderwerptabel
from agenda.onderwerp.invullijst import invullijst
from agenda.rangorde.prioritering import prioriteer
from agenda.samenvoegen import schrijf_dossier, voeg_bestanden_samen
from agenda.weergave.samenvoeging.verslag import toon_verslag
from regels.volger import stil

if TYPE_CHECKING:
    from collections.abc import Iterator

ONDERWERPEN, GEZAMENLIJK = 60, 20
WOORDEN = (
    *("aanpak", "wonen", "zorg", "jeugd", "schulden", "werk", "dagbesteding", "opvang", "toegang"),
    *("regie", "preventie", "wijkteam", "mantelzorg", "vervoer", "inkoop", "toezicht", "ambulant"),
    *("crisis", "herstel", "uitstroom", "participatie", "inkomen", "samenwerking", "dashboards"),
)


def main() -> None:
    """Measure and print."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--rondes", type=int, default=3)
    keuze = opties.parse_args()
    metingen: dict[str, list[tuple[float, float]]] = {}
    for ronde in range(keuze.rondes):
        with TemporaryDirectory() as map_:
            maak_werkmappen(Path(map_), random.Random(ronde))
            for wat, duur in meet(Path(map_)):
                metingen.setdefault(wat, []).append(duur)
    alles = [0.0, 0.0]
    for wat, duren in metingen.items():
        klok, rekentijd = (median(deel) for deel in zip(*duren, strict=True))
        alles = [alles[0] + klok, alles[1] + rekentijd]
        print(f"{wat}: {klok:.2f} s ({rekentijd:.2f} s of the processor)")
    print(f"together: {alles[0]:.2f} s ({alles[1]:.2f} s of the processor)")


def maak_werkmappen(map_: Path, wil: random.Random) -> None:
    """A dossier, and a workbook for each member."""
    profiel, regelset = lees_profiel(vind_profiel(standaardprofiel(), None))
    koppen = [k.kop for k in onderwerptabel(invullijst(profiel, regelset.criteria)).kolommen]
    (map_ / "werkmappen").mkdir()
    (map_ / "2027").mkdir()
    (map_ / "2027" / "dossier.yaml").write_text("jaar: 2027\n", encoding="utf-8")
    themas, regios = [t.code for t in profiel.themas], "; ".join(profiel.deelregio)
    for lid in profiel.regio.leden:
        with xlsxwriter.Workbook(map_ / "werkmappen" / f"{lid.naam}.xlsx") as boek:
            blad = boek.add_worksheet("Onderwerpen")
            blad.write_row(0, 0, koppen)
            for rij in range(1, ONDERWERPEN + 1):
                samen = rij <= GEZAMENLIJK
                code = f"samen-{rij}" if samen else f"{lid.code.lower()}-{rij}"
                vast = random.Random(code)
                cellen: dict[str, object] = {
                    "Code": code,
                    "Titel": " ".join(vast.sample(WOORDEN, 5)),
                    "Thema": vast.choice(themas),
                    "Toelichting": "Wat er speelt, in een paar zinnen. " * 4,
                    "Plannen": profiel.plannen[0].code,
                    "Regio's": regios,
                    "Afstemming nodig": "ja",
                    "Kosten (€)": vast.randrange(100) * 1000 + wil.randrange(2),
                    "Ingediend door": lid.naam,
                }
                for titel in regelset.criteria.values():
                    cellen[titel] = wil.choice(("ja", "nee", "onbekend"))
                    cellen[f"Onderbouwing {titel}"] = "Dat blijkt uit de evaluatie."
                    cellen[f"Bron {titel}"] = "Evaluatie, thema 1"
                for kolom, kop in enumerate(koppen):
                    if kop in cellen:
                        blad.write(rij, kolom, cellen[kop])


def meet(map_: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    """Each step with how long it takes: by the clock, and of the processor."""
    klok, rekentijd = time.perf_counter(), time.process_time()

    def duur() -> tuple[float, float]:
        nonlocal klok, rekentijd
        eerder = klok, rekentijd
        klok, rekentijd = time.perf_counter(), time.process_time()
        return klok - eerder[0], rekentijd - eerder[1]

    werk = voeg_bestanden_samen([map_ / "werkmappen"], map_ / "2027", None, stil)
    assert not werk.fouten, werk.fouten
    yield "read and put together", duur()
    schrijf_dossier(werk)
    toon_verslag(werk.verslag).als("tabel", 120)
    yield "write, and the report", duur()
    gelezen = lees_dossier(map_ / "2027")
    lijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset)
    assert len(lijst.alle) == GEZAMENLIJK + 13 * (ONDERWERPEN - GEZAMENLIJK)
    yield "read the dossier and rank", duur()


if __name__ == "__main__":
    main()
