"""Decide and explain topics: Agenda beside zen-engine, rule-engine and bare durable-rules.

All decide the same topics by the same rules in one run, in turns; every round is checked to give
identical statuses and scores before a figure is printed. See bench/README.md.
"""

from __future__ import annotations

import argparse
import gc
import time
from statistics import median
from typing import TYPE_CHECKING

from motoren import (
    durable_kaal,
    een_knoop,
    knoop_per_regel,
    naam,
    regel_motor,
    zen_handleiding,
    zen_motor,
)
from onderwerpen import lees, maak_dossier

from agenda.feiten.planwijzer import wijs_plannen
from agenda.feiten.waarneming import Waarneming
from agenda.rangorde.prioritering import prioriteer
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.uitleg.uitleg import Uitlegger
from regels.durable_motor import Motor
from regels.toetser import Toetser, maak_toetser

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from motoren import Beslisser, Beslissing, Feiten

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Dossier
    from regels.model import Regel
    from regels.regelset import Regelset

    Maker = Callable[[tuple[Regel, ...]], Toetser]

AGENDA = "Agenda: decide and explain in full"
KOUD = "Agenda: the same, its engine built afresh"
PAGINA = "Agenda: the same, and all else of «waarom»"
BESLIS = "Agenda: decide only"
ZEN_REGEL = "zen-engine, trace, a node per rule"
ZEN_SNELST = "zen-engine, trace, all rules in one node"
ZEN_HANDLEIDING = "zen-engine, trace, as its manual begins"
RULE_ENGINE = "rule-engine, no explanation"
DURABLE = "bare durable-rules, no explanation"


def main() -> None:
    """Measure and print."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--aantal", type=int, default=1000, help="number of topics")
    opties.add_argument("--rondes", type=int, default=15, help="number of rounds")
    opties.add_argument("--zaad", type=int, default=2022, help="seed of the random topics")
    opties.add_argument("--lezingen", action="store_true", help="nine of ten topics have readings")
    keuze = opties.parse_args()

    profiel, regelset = lees()
    dossier = maak_dossier(keuze.aantal, keuze.zaad, profiel, regelset, lezingen=keuze.lezingen)
    regels = regelset.op(dossier.instellingen.peildatum)
    feiten = maak_feiten(dossier, profiel, regels)
    deelnemers: dict[str, Beslisser] = {
        AGENDA: agenda_met_uitleg(dossier, profiel, regelset, met_motor(regels)),
        KOUD: agenda_met_uitleg(dossier, profiel, regelset, maak_toetser),
        PAGINA: agenda_met_pagina(dossier, profiel, regelset),
        BESLIS: agenda_zonder_uitleg(dossier, profiel, regelset),
        ZEN_REGEL: zen_motor(knoop_per_regel(regels), regels, feiten),
        ZEN_SNELST: zen_motor(een_knoop(regels), regels, feiten),
        ZEN_HANDLEIDING: zen_handleiding(knoop_per_regel(regels), regels, feiten),
        RULE_ENGINE: regel_motor(regels, feiten),
        DURABLE: durable_kaal(regels, feiten),
    }
    tijden = meet(deelnemers, keuze.rondes)
    soorten = {tuple(sorted(bekend.items())) for _, bekend in feiten}
    print(
        f"{keuze.aantal} topics, {len(soorten)} different combinations of facts,"
        f" {len(regels)} rules, {keuze.rondes} rounds; all agree on every status and score."
    )
    toon(tijden, keuze.aantal)


def maak_feiten(dossier: Dossier, profiel: Profiel, regels: Sequence[Regel]) -> list[Feiten]:
    """The facts of each topic, for the engines that are not Agenda."""
    waarneming = Waarneming(
        profiel,
        wijs_plannen(profiel, dossier.instellingen.peildatum),
        [veld for regel in regels for veld in regel.velden],
    )
    return [
        (
            onderwerp.code,
            {
                naam(veld): waarde
                for veld, waarde in zip(
                    waarneming.velden, waarneming.waarden(onderwerp), strict=True
                )
                if waarde is not None
            },
        )
        for onderwerp in dossier.onderwerpen
    ]


def meet(deelnemers: Mapping[str, Beslisser], rondes: int) -> dict[str, list[float]]:
    """Seconds of the processor of each round of each contestant, each round in another order.

    Raises:
        AssertionError: two contestants decide differently.
    """
    namen = list(deelnemers)
    verwacht = {wie: sorted(deelnemers[wie]()) for wie in namen}[AGENDA]  # also warms up
    tijden: dict[str, list[float]] = {wie: [] for wie in namen}
    for ronde in range(rondes):
        draai = ronde % len(namen)
        for wie in namen[draai:] + namen[:draai]:
            gc.collect()
            gc.disable()  # as timeit does, and as `agenda` itself does
            begin = time.process_time()
            beslissingen = deelnemers[wie]()
            tijden[wie].append(time.process_time() - begin)
            gc.enable()
            assert sorted(beslissingen) == verwacht, f"{wie} decides differently"
    return tijden


def toon(tijden: Mapping[str, Sequence[float]], aantal: int) -> None:
    """Print the table and what it says of the goals."""
    print(f"\n{'':42}{'median':>10}{'min - max':>20}{'per topic':>12}{'vs Agenda':>11}")
    for wie, seconden in tijden.items():
        ms = sorted(seconde * 1000 for seconde in seconden)
        bereik = f"{ms[0]:.1f} - {ms[-1]:.1f}"
        print(
            f"{wie:42}{median(ms):>7.1f} ms{bereik:>17} ms{median(ms) * 1000 / aantal:>9.1f} µs"
            f"{verhouding(tijden[AGENDA], seconden):>10.2f}x"
        )
    print(
        "\n«vs Agenda»: median over the rounds of its time by that of «decide and explain in full»."
    )
    for wie, doel in ((ZEN_SNELST, 2.0), (ZEN_REGEL, 2.0), (RULE_ENGINE, 1.0)):
        keer = verhouding(tijden[AGENDA], tijden[wie])
        oordeel = "met" if keer >= doel else "NOT met"
        print(f"Goal: {doel:.0f}x as fast as {wie}: {keer:.2f}x, {oordeel}")


def verhouding(eerste: Sequence[float], tweede: Sequence[float]) -> float:
    """How many times as long the second takes: the median over the rounds."""
    return median(b / a for a, b in zip(eerste, tweede, strict=True))


def met_motor(regels: Sequence[Regel]) -> Maker:
    """Makes evaluators with rules that durable-rules compiled before, as the others have them.

    What they answered is not kept: each run asks both of them again.
    """
    motor = Motor(regels)
    return lambda regels: Toetser(regels, motor)


def agenda_met_uitleg(
    dossier: Dossier, profiel: Profiel, regelset: Regelset, maak: Maker
) -> Beslisser:
    """Agenda as it is: facts made, both evaluators asked and compared, topics explained.

    An `Uitleg` is whole when it is there; nothing of it is put off until it is read. Like a trace,
    it is let go after use.
    """

    def draai() -> list[Beslissing]:
        ranglijst = prioriteer(dossier, profiel, regelset, maak=maak)
        uitleg = map(Uitlegger(ranglijst).leg_uit, ranglijst.alle)
        return [(u.onderwerp.code, u.status, u.score) for u in uitleg]

    return draai


def agenda_met_pagina(dossier: Dossier, profiel: Profiel, regelset: Regelset) -> Beslisser:
    """All that `agenda waarom` tells: also what hangs together, the route, the smallest change."""

    def draai() -> list[Beslissing]:
        agenda = Jaaragenda(prioriteer(dossier, profiel, regelset))
        beslissingen = []
        for beoordeeld in agenda.alle:
            code = beoordeeld.code
            uitleg = agenda.uitleg(code)
            assert agenda.verbanden(code)
            assert agenda.route(code).stappen
            assert agenda.veranderingen(code)
            beslissingen.append((code, uitleg.status, uitleg.score))
        return beslissingen

    return draai


def agenda_zonder_uitleg(dossier: Dossier, profiel: Profiel, regelset: Regelset) -> Beslisser:
    """The same without the explanation."""

    def draai() -> list[Beslissing]:
        ranglijst = prioriteer(dossier, profiel, regelset)
        return [(b.code, b.status, b.uitslag.score) for b in ranglijst.alle]

    return draai


if __name__ == "__main__":
    main()
