"""How fast a year plan is found and proved, and where the budget of questions ends.

Efforts are drawn: no source gives any. «Real» criteria are those of the 42 topics of
tests/voorbeeld-42 (unknown is no); «dense» ones are yes with a chance of 0.45. See bench/README.md.
"""

from __future__ import annotations

import argparse
import random
import shutil
import time
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.dossier import lees_dossier
from agenda.jaar.eenstemmig import BUDGET, onderzoek_eenstemmigheid
from agenda.jaar.jaarplan import maak_jaarplan
from agenda.jaar.plan import kies
from agenda.jaar.vraagstuk import Vraagstuk
from agenda.jaar.wegingen import wegingskegel
from agenda.rangorde.prioritering import prioriteer
from agenda.weergave.jaar.jaarplan import toon_jaarplan

if TYPE_CHECKING:
    from agenda.jaar.kegel import Vector
    from agenda.rangorde.ranglijst import Ranglijst

VOORBEELD = Path(__file__).parents[1] / "tests" / "voorbeeld-42"
CRITERIA = 5
RUIMTE = 260
"""2.6 fte, in hundredths."""


class Geval(NamedTuple):
    """A problem with what each topic has of each criterion."""

    stuk: Vraagstuk
    criteria: tuple[Vector, ...]


def main() -> None:
    """Measure and print."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--rondes", type=int, default=3, help="seeds per size")
    opties.add_argument("--budget", type=int, default=BUDGET)
    opties.add_argument("--kort", action="store_true", help="leave out what takes minutes")
    keuze = opties.parse_args()
    echt = echte_criteria()
    for aantal, jaren, paren in ((125, 4, 0), (125, 4, 40), (3_000, 1, 0), (3_000, 1, 300)):
        if aantal < 1_000 or not keuze.kort:
            meet_kies(aantal, jaren, paren, keuze.rondes)
    maten = [(25, 1, 0, echt), (25, 1, 0, None), (42, 1, 0, echt), (42, 1, 14, echt)]
    if not keuze.kort:
        maten += [(42, 1, 0, None), (60, 1, 0, echt), (42, 2, 0, echt), (125, 1, 0, echt)]
    for aantal, jaren, paren, criteria in maten:
        meet_wegingen(aantal, jaren, paren, criteria, keuze.rondes, keuze.budget)
    meet_opdracht(keuze.rondes)


def echte_criteria() -> list[Vector]:
    """What the topics of the example have of each criterion."""
    gelezen = lees_dossier(VOORBEELD)
    lijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset)
    return [tuple(int(o.uitkomst == "ja") for o in b.uitslag.criteria) for b in lijst.alle]


def geval(aantal: int, jaren: int, paren: int, criteria: list[Vector] | None, zaad: int) -> Geval:
    """A problem: efforts of 0.05 to 0.5 fte, and pairs that lead to an earlier topic."""
    wil = random.Random(zaad)
    if criteria is None:
        gekozen = [tuple(int(wil.random() < 0.45) for _ in range(CRITERIA)) for _ in range(aantal)]
    else:
        gekozen = [wil.choice(criteria) for _ in range(aantal)]
        gekozen[: len(criteria)] = wil.sample(criteria, min(aantal, len(criteria)))
    last = tuple(5 * wil.randrange(1, 11) for _ in range(aantal))
    later = wil.sample(range(1, aantal), paren)
    vereist = tuple((i, wil.randrange(i)) for i in later)
    return Geval(Vraagstuk(last, vereist, (RUIMTE,) * jaren), tuple(gekozen))


def meet_kies(aantal: int, jaren: int, paren: int, rondes: int) -> None:
    """The whole key, at equal weights."""
    tijden, bewezen, som = [], 0, sha256()
    for zaad in range(rondes):
        stuk, criteria = geval(aantal, jaren, paren, None, zaad)
        waarden = [sum(c) for c in criteria]
        begin = time.process_time()
        plan = kies(waarden, stuk.inspanning, stuk.vereist, stuk.capaciteit)
        tijden.append(time.process_time() - begin)
        bewezen += plan.bewezen
        som.update(repr(plan).encode())
    wat = f"kies, {aantal} topics × {jaren} years, {paren} prerequisites"
    proef = f"bewezen {bewezen} of {rondes}"
    toon(wat, tijden, f"{proef}, sha256 of the plans {som.hexdigest()[:12]}")


def meet_wegingen(
    aantal: int, jaren: int, paren: int, criteria: list[Vector] | None, rondes: int, budget: int
) -> None:
    """Kern, bespreken and niet over all weightings."""
    tijden, vragen, af, plannen, labels = [], [], 0, [], []
    for zaad in range(rondes):
        stuk, eigen = geval(aantal, jaren, paren, criteria, zaad)
        begin = time.process_time()
        gevonden = onderzoek_eenstemmigheid(stuk, eigen, wegingskegel(CRITERIA), budget)
        tijden.append(time.process_time() - begin)
        vragen.append(gevonden.vragen)
        plannen.append(len(gevonden.plannen))
        af += gevonden.volledig
        labels.append((len(gevonden.kern), len(gevonden.bespreken), len(gevonden.niet)))
    soort = "dense" if criteria is None else "real"
    wat = f"all weightings, {aantal} {soort} × {jaren}, {paren} prerequisites"
    proef = f"questions {median(vragen):.0f}/{max(vragen)}, plans {median(plannen):.0f}"
    toon(wat, tijden, f"{proef}, bewezen {af} of {rondes}, kern/bespreken/niet {labels}")


def meet_opdracht(rondes: int) -> None:
    """All that the command shows of the 42 topics, with drawn efforts."""
    tijden, bewezen, aantal = [], 0, 0
    for zaad in range(rondes):
        lijst = met_inspanning(zaad)
        begin = time.process_time()
        jaarplan = maak_jaarplan(lijst)
        toon_jaarplan(jaarplan).als("json", 100)
        tijden.append(time.process_time() - begin)
        bewezen += jaarplan.plan.bewezen and jaarplan.houdbaarheid.labels.volledig
        aantal = len(lijst.toegelaten)
    proef = f"bewezen {bewezen} of {rondes}"
    toon("agenda jaarplan, its JSON, the example", tijden, f"{proef}, {aantal} admitted")


def met_inspanning(zaad: int) -> Ranglijst:
    """The example with drawn efforts."""
    wil = random.Random(zaad)
    with TemporaryDirectory() as map_:
        dossier = Path(map_) / "2022"
        shutil.copytree(VOORBEELD, dossier)
        bestand = dossier / "onderwerpen.yaml"
        regels = []
        for regel in bestand.read_text(encoding="utf-8").splitlines():
            regels.append(regel)
            if regel.startswith("    thema: "):
                regels.append(f"    inspanning_fte: {5 * wil.randrange(1, 11) / 100}")
        bestand.write_text("\n".join(regels), encoding="utf-8")
        gelezen = lees_dossier(dossier)
    return prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset)


def toon(wat: str, tijden: list[float], meer: str) -> None:
    """One line of figures."""
    print(f"{wat}: median {median(tijden):.2f} s (max {max(tijden):.2f}); {meer}", flush=True)


if __name__ == "__main__":
    main()
