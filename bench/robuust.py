"""How fast the places over all weightings are found: exactly, and by drawing at random.

Drawing is held against a plain numpy ranking of the same matrix, and against pysensmcda (the
package for Python that offers SMAA), all in one run and in turns, on a matrix of yes and no and on
one of graded values. See bench/README.md.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
from onderwerpen import lees, maak_dossier
from pymcdm.methods import TOPSIS, WSM
from pymcdm.normalizations import minmax_normalization
from smaa import smaa

from agenda.rangorde.prioritering import prioriteer
from agenda.robuust.robuustheid import onderzoek
from agenda.weergave.robuust.robuust import toon_robuust

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.rangorde.ranglijst import Ranglijst

CRITERIA = 5


def main() -> None:
    """Measure and print."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--onderwerpen", type=int, default=200, help="admitted topics, exact")
    opties.add_argument("--rijen", type=int, default=100, help="rows of the matrix that is drawn")
    opties.add_argument("--trekkingen", type=int, default=100_000)
    opties.add_argument("--trekkingen-ander", type=int, default=10_000, help="for pysensmcda")
    opties.add_argument("--rondes", type=int, default=5)
    opties.add_argument("--zaad", type=int, default=2022)
    keuze = opties.parse_args()

    lijst = ranglijst_met(keuze.onderwerpen, keuze.zaad)
    for naam, doe in {
        "exact, the value": lambda: onderzoek(lijst),
        "exact, and its JSON": lambda: toon_robuust(onderzoek(lijst)).als("json", 100),
    }.items():
        tijden = [meet(doe) for _ in range(keuze.rondes)]
        grootte = f"{keuze.onderwerpen} topics"
        print(f"{naam}: {grootte}, median {median(tijden):.3f} s (max {max(tijden):.3f})")

    kans = np.random.default_rng(keuze.zaad)
    for soort, matrix in {
        "yes/no": kans.integers(0, 2, (keuze.rijen, CRITERIA)).astype(float),
        "graded": kans.random((keuze.rijen, CRITERIA)),
    }.items():
        print(f"{keuze.rijen} topics × {CRITERIA} criteria, {soort}")
        vergelijk(matrix, keuze.trekkingen, keuze.trekkingen_ander, keuze.rondes)


def vergelijk(matrix: np.ndarray, trekkingen: int, minder: int, rondes: int) -> None:
    """Measure everyone on one matrix, in turns."""
    klaar = laat_zien_dat_ze_hetzelfde_zeggen(matrix, trekkingen, minder)
    print(f"the shares of all agree within {klaar:.4f}")
    deelnemers: dict[str, tuple[Callable[[], object], int]] = {
        "agenda": (lambda: smaa(matrix, trekkingen=trekkingen), trekkingen),
        "plain numpy": (lambda: kaal(matrix, trekkingen), trekkingen),
        "pysensmcda, bare sum": (lambda: ander(matrix, minder), minder),
        "pysensmcda, smaa2, bare sum": (
            lambda: smaa2_met(som, matrix, minder, reverse_ranking=True),
            minder,
        ),
        "pysensmcda, smaa2, WSM": (
            lambda: smaa2_met(WSM(minmax_normalization), matrix, minder),
            minder,
        ),
        "pysensmcda, smaa2, TOPSIS": (lambda: smaa2_met(TOPSIS(), matrix, minder), minder),
    }
    per_trekking: dict[str, list[float]] = {naam: [] for naam in deelnemers}
    for _ in range(rondes):
        for naam, (doe, aantal) in deelnemers.items():
            per_trekking[naam].append(meet(doe) / aantal)
    onze = per_trekking["agenda"]
    for naam, tijden in per_trekking.items():
        keer = median(t / o for t, o in zip(tijden, onze, strict=True))
        print(f"{naam}: {median(tijden) * 1e6:.2f} µs per draw, {keer:.2f} × agenda")


def ranglijst_met(aantal: int, zaad: int) -> Ranglijst:
    """A list with as many admitted topics as asked."""
    profiel, regelset = lees()
    dossier = maak_dossier(aantal * 12, zaad, profiel, regelset)
    ruim = prioriteer(dossier, profiel, regelset)
    codes = {
        geplaatst.onderwerp.code
        for geplaatst in ruim.toegelaten[:: len(ruim.toegelaten) // aantal][:aantal]
    }
    gekozen = tuple(o for o in dossier.onderwerpen if o.code in codes)
    lijst = prioriteer(replace(dossier, onderwerpen=gekozen), profiel, regelset)
    assert len(lijst.toegelaten) == aantal
    return lijst


def meet(doe: Callable[[], object]) -> float:
    """Seconds that it takes."""
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def kaal(matrix: np.ndarray, trekkingen: int) -> np.ndarray:
    """The least that ranking by drawing takes: weights, scores, order, rank. Nothing is counted."""
    gewichten = np.random.default_rng(1).dirichlet(np.ones(CRITERIA), trekkingen)
    volgorde = np.argsort(-(gewichten @ matrix.T), axis=1)
    plaats = np.empty_like(volgorde)
    np.put_along_axis(plaats, volgorde, np.arange(len(matrix))[None, :], axis=1)
    return plaats


def som(waarden: np.ndarray, gewichten: np.ndarray, soorten: np.ndarray) -> np.ndarray:
    """The weighted sum without anything else, as pysensmcda calls a method."""
    return waarden @ gewichten


def ander(matrix: np.ndarray, trekkingen: int) -> np.ndarray:
    """The same question, put to pysensmcda: draw, rank and count, with its least work."""
    from pysensmcda.smaa import rank_acceptability, simulate

    uitkomst = simulate(
        som,
        matrix,
        np.ones(CRITERIA),
        num_samples=trekkingen,
        reverse_ranking=True,
        store="accumulate",
        seed=1,
    )
    return rank_acceptability(uitkomst)


def smaa2_met(
    methode: Callable[..., np.ndarray],
    matrix: np.ndarray,
    trekkingen: int,
    reverse_ranking: bool | None = None,
) -> object:
    """SMAA-2 by the front door of pysensmcda, with all that it computes.

    With the bare sum, with the weighted sum of its companion (WSM), and with TOPSIS, with which
    its manual begins.
    """
    from pysensmcda.smaa import smaa2

    return smaa2(
        methode,
        matrix,
        np.ones(CRITERIA),
        num_samples=trekkingen,
        reverse_ranking=reverse_ranking,
        seed=1,
    )


def laat_zien_dat_ze_hetzelfde_zeggen(matrix: np.ndarray, trekkingen: int, minder: int) -> float:
    """The largest difference between the shares; the program stops when it is no chance.

    Compared on the different rows alone: for equal ones each has its own way to share places.
    """
    matrix = np.unique(matrix, axis=0)
    n = len(matrix)
    ons = np.zeros((n, n))
    for rij, verdeling in enumerate(smaa(matrix, trekkingen=trekkingen).verdelingen):
        for plaats, deel in verdeling.plaatsen.items():
            ons[rij, plaats - 1] = deel
    plaats = kaal(matrix, trekkingen)
    bare = np.array([np.bincount(plaats[:, rij], minlength=n) for rij in range(n)]) / trekkingen
    verschil = float(abs(ons - bare).max())
    assert verschil < 4 * (0.5 / trekkingen) ** 0.5
    los = float(abs(ons - ander(matrix, minder)).max())
    assert los < 4 * (0.25 / minder + 0.25 / trekkingen) ** 0.5
    return max(verschil, los)


if __name__ == "__main__":
    main()
