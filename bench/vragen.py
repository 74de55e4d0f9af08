"""How many questions settle the top, and how long the next one takes.

Somebody has hidden weights, drawn evenly from all weightings, and answers by these. The example is
the 42 topics of tests/voorbeeld-42, unknown is no. See bench/README.md.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from agenda.invoer.dossier import lees_dossier
from agenda.rangorde.patroon import patroon_van
from agenda.rangorde.prioritering import prioriteer
from agenda.robuust.celgebied import alle_cellen
from agenda.robuust.gebied import Soorten
from agenda.robuust.toppen import kies_vraag, mogelijke_vragen
from agenda.robuust.uitspraken import Uitspraak, samen_gezegd, tegenover

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agenda.robuust.gebied import Gebied
    from agenda.robuust.uitspraken import Vlak

    Kies = Callable[[Gebied, int, list[int], Sequence[Vlak]], Vlak | None]

VOORBEELD = Path(__file__).parents[1] / "tests" / "voorbeeld-42"
CRITERIA, TOP, ZAAD = 5, 10, 2022
EERST = "{links: [veiligheid], rechts: [wetswijziging], antwoord: links}"
TWEEDE = "{links: [wal-en-schip, laaghangend-fruit], rechts: [borging-samenwerking], antwoord: %s}"
DERDE = "{links: [wetswijziging], rechts: [laaghangend-fruit], antwoord: links}"
RIJEN = {
    "no answer yet": [],
    "three answers": [EERST, TWEEDE % "rechts", DERDE],
    "one of them «even»": [EERST, TWEEDE % "even", DERDE],
}


def main() -> None:
    """Measure and print."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--wegingen", type=int, default=200, help="hidden weightings")
    opties.add_argument("--rondes", type=int, default=5, help="runs of the whole command")
    keuze = opties.parse_args()
    alle = mogelijke_vragen(CRITERIA)
    manieren: dict[str, tuple[Sequence[Vlak], Kies]] = {
        "as the program asks": (alle, _meest),
        "at most three criteria": ([v for v in alle if sum(map(abs, v)) <= 3], _meest),
        "one against one": ([v for v in alle if sum(map(abs, v)) == 2], _meest),
        "what halves the weightings": (alle, _halveer),
    }
    toppers = _toppen()
    for naam, (vragen, kies) in manieren.items():
        vast, aantallen = meet_vragen(toppers, vragen, kies, keuze.wegingen)
        midden = f"median {median(aantallen):g}, max {max(aantallen)}"
        print(f"{naam}: settled {vast} of {len(aantallen)}, {midden}")
    for naam, rijen in RIJEN.items():
        print(f"the whole command, {naam}: {meet_opdracht(rijen, keuze.rondes)}")


def _meest(gebied: Gebied, punten: int, toppers: list[int], vragen: Sequence[Vlak]) -> Vlak | None:
    return kies_vraag(gebied, punten, toppers, vragen, ())


def _halveer(
    gebied: Gebied, punten: int, toppers: list[int], vragen: Sequence[Vlak]
) -> Vlak | None:
    """The question that divides what is left most evenly, whatever the top."""
    del toppers
    totaal = gebied.massa(punten)
    scheef = {
        vlak: abs(2 * gebied.massa(boven) - totaal)
        for vlak in vragen
        if 0 < (boven := gebied.boven(vlak) & punten) < punten
    }
    return min(scheef, key=scheef.__getitem__, default=None)


def _toppen() -> list[int]:
    """Per pattern of the example the cells in which it is in the top."""
    gelezen = lees_dossier(VOORBEELD)
    lijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset)
    keren = Counter(patroon_van(b.uitslag).zeker for b in lijst.toegelaten)
    waarden = tuple(tuple(map(int, patroon)) for patroon in keren)
    return alle_cellen(CRITERIA).in_top(Soorten(waarden, tuple(keren.values())), TOP)


def meet_vragen(
    toppers: list[int], vragen: Sequence[Vlak], kies: Kies, aantal: int
) -> tuple[int, list[int]]:
    """For how many hidden weightings the top gets settled, and in how many questions each."""
    cellen, kans = alle_cellen(CRITERIA), random.Random(ZAAD)
    bekend: dict[tuple[Uitspraak, ...], tuple[bool, Vlak | None]] = {}
    vast, aantallen = 0, []
    for _ in range(aantal):
        gewichten = [kans.expovariate(1) for _ in range(CRITERIA)]
        gezegd: tuple[Uitspraak, ...] = ()
        while True:
            if gezegd not in bekend:
                punten = cellen.past(samen_gezegd(gezegd))
                klaar = all(groep & punten in (0, punten) for groep in toppers)
                vraag = None if klaar else kies(cellen, punten, toppers, vragen)
                bekend[gezegd] = klaar, vraag
            klaar, vraag = bekend[gezegd]
            if vraag is None:
                break
            hoger = sum(a * b for a, b in zip(vraag, gewichten, strict=True)) > 0
            gezegd += (Uitspraak(boven=(vraag if hoger else tegenover(vraag),)),)
        vast += klaar
        aantallen.append(len(gezegd))
    return vast, aantallen


def meet_opdracht(rijen: Sequence[str], rondes: int) -> str:
    """The time of `agenda vragen` from start to exit, with these answers in the dossier."""
    processor, klok = [], []
    with tempfile.TemporaryDirectory() as map_:
        dossier = shutil.copytree(VOORBEELD, Path(map_, "2022"))
        tekst = "".join(f"- {rij}\n" for rij in rijen)
        if rijen:
            (dossier / "antwoorden.yaml").write_text(f"antwoorden:\n{tekst}", encoding="utf-8")
        for _ in range(rondes):
            voor, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            opdracht = [sys.executable, "-m", "cli", "vragen", str(dossier)]
            subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL)
            na = resource.getrusage(resource.RUSAGE_CHILDREN)
            klok.append(time.perf_counter() - begin)
            processor.append(na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime)
    return f"processor {median(processor):.2f} s, clock {median(klok):.2f} s (min {min(klok):.2f})"


if __name__ == "__main__":
    main()
