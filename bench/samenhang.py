"""How long coverage, order of execution and the rest of `agenda samenhang` take, by size.

Every topic is admitted and needs three earlier ones on average; codes are shuffled. See
bench/README.md.
"""

from __future__ import annotations

import argparse
import random
import time
from typing import TYPE_CHECKING, Any

import networkx as nx
from onderwerpen import JAAR, PROFIEL, lees, maak_onderwerp, onderwerpvelden

from agenda.onderwerp.instellingen import Instellingen
from agenda.onderwerp.omgeving import Omgeving
from agenda.onderwerp.onderwerp import Dossier
from agenda.rangorde.prioritering import prioriteer
from agenda.samenhang.graaf import bouw_graaf
from agenda.samenhang.kringen import kringen
from agenda.samenhang.samenhang import Samenhang

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.rangorde.ranglijst import Ranglijst

GROOTTES = (10_000, 30_000, 100_000)
STEEKPROEF = 200
"""So many topics are followed with plain networkx; the time for all is worked out from that."""


def main() -> None:
    """Print a row per size, and plain networkx beside it."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--groottes", type=int, nargs="+", default=GROOTTES)
    opties.add_argument("--zaad", type=int, default=2022, help="seed of the random topics")
    keuze = opties.parse_args()
    for aantal in keuze.groottes:
        ranglijst = maak_ranglijst(aantal, keuze.zaad)
        vereist = {b.onderwerp.code: b.onderwerp.afhankelijk_van for b in ranglijst.alle}
        lijnen = sum(map(len, vereist.values()))
        print(f"\n{aantal} topics, {lijnen} prerequisites")
        samenhang = Samenhang(ranglijst)
        tijden = {
            "circles, on reading": gemeten(lambda vereist=vereist: kringen(vereist)),
            "coverage": gemeten(lambda s=samenhang: s.dekking),
            "order of execution": gemeten(lambda s=samenhang: s.volgorde),
            "chains": gemeten(lambda s=samenhang: s.ketens),
            "what unlocks what": gemeten(lambda s=samenhang: s.ontgrendelt),
            "the graph": gemeten(lambda r=ranglijst: bouw_graaf(r)),
        }
        graaf = nx.DiGraph((naar, van) for van, lijst in vereist.items() for naar in lijst)
        steekproef = random.Random(keuze.zaad).sample(list(vereist), STEEKPROEF)
        graaf.add_nodes_from(vereist)
        deel = gemeten(lambda g=graaf, s=steekproef: [len(nx.descendants(g, c)) for c in s])
        assert [len(nx.descendants(graaf, c)) for c in steekproef[:20]] == [
            samenhang.ontgrendelt[c] for c in steekproef[:20]
        ]
        tijden["what unlocks what, plain networkx (worked out)"] = deel * aantal / STEEKPROEF
        for naam, seconden in tijden.items():
            print(f"  {naam:<48}{seconden:>9.2f} s{seconden / aantal * 1e6:>9.1f} µs per topic")


def gemeten(werk: Callable[[], Any]) -> float:
    """Seconds that one call takes."""
    begin = time.perf_counter()
    werk()
    return time.perf_counter() - begin


def maak_ranglijst(aantal: int, zaad: int) -> Ranglijst:
    """A ranked list of admitted topics with prerequisites."""
    profiel, regelset = lees()
    kies = random.Random(zaad)
    basis = list(onderwerpvelden(aantal, zaad, Omgeving(profiel, regelset.criteria)))
    codes = [velden["code"] for velden in basis]
    eerder = codes[:]
    kies.shuffle(eerder)
    vereist: dict[str, set[str]] = {code: set() for code in codes}
    for _ in range(3 * aantal):
        eerst, later = sorted(kies.sample(range(aantal), 2))
        if len(vereist[eerder[later]]) < 100:
            vereist[eerder[later]].add(eerder[eerst])
    omgeving = Omgeving(profiel, regelset.criteria, frozenset(codes))
    context = {"omgeving": omgeving}
    toegelaten = {"plannen": ("samen-dichtbij",), "afstemming_nodig": "ja"}
    toegelaten["regios"] = tuple(profiel.deelregio)
    onderwerpen = tuple(
        maak_onderwerp(
            {**velden, **toegelaten, "afhankelijk_van": tuple(vereist[velden["code"]])}, omgeving
        )
        for velden in basis
    )
    instellingen = Instellingen.__pydantic_validator__.validate_python(
        {"jaar": JAAR, "profiel": PROFIEL}, context=context
    )
    ranglijst = prioriteer(Dossier(instellingen, onderwerpen), profiel, regelset)
    assert len(ranglijst.toegelaten) == aantal
    return ranglijst


if __name__ == "__main__":
    main()
