"""Group orders beside those of two other programs, on random votes.

pref-voting (MIT) judges Schulze and Copeland: every pair, not only the winner. corankco (GPL-2, so
never shipped) judges Kemeny: the least disagreement, and that its order is one of ours. Both bring
hundreds of megabytes (numba, ortools, pandas, a solver), so they are no dependency of the tests.
Install them apart: pip install pref-voting==1.18.2 corankco==7.2.0
"""

from __future__ import annotations

import argparse
import random
import time
from itertools import combinations

from agenda.robuust.kemeny import kemeny
from agenda.robuust.stemming import Stemming, copeland, schulze

Rangen = dict[int, int]
"""Topic → its rank on one ballot; equal ranks tie, who is not on it is compared with nobody."""


def stembiljetten(kans: random.Random, stemmers: int, onderwerpen: int) -> list[Rangen]:
    """Ballots with ties and gaps; every topic is on one at least."""
    uit: list[Rangen] = []
    for _ in range(stemmers):
        niveaus = kans.choice((3, 8, onderwerpen * onderwerpen))
        weg = kans.choice((0, 0, 0.3))
        rangen = {
            onderwerp: kans.randrange(niveaus)
            for onderwerp in range(onderwerpen)
            if kans.random() >= weg
        }
        uit.append(rangen)
    uit[0] = {onderwerp: kans.randrange(niveaus) for onderwerp in range(onderwerpen)}
    return uit


def stemming_van(biljetten: list[Rangen], onderwerpen: int) -> Stemming:
    """The same votes, pair by pair."""
    voorsprong = [[0] * onderwerpen for _ in range(onderwerpen)]
    for rangen in biljetten:
        for een, ander in combinations(rangen, 2):
            teken = (rangen[een] < rangen[ander]) - (rangen[een] > rangen[ander])
            voorsprong[een][ander] += teken
            voorsprong[ander][een] -= teken
    return Stemming([1] * onderwerpen, voorsprong)


def toets_pref_voting(biljetten: list[Rangen], stemming: Stemming) -> None:
    """Schulze and Copeland: who stands above whom, for every pair."""
    from pref_voting.c1_methods import copeland_ranking
    from pref_voting.margin_based_methods import beat_path_defeat
    from pref_voting.profiles_with_ties import ProfileWithTies

    alle = range(len(stemming.aantallen))
    profiel = ProfileWithTies(biljetten, candidates=list(alle))
    wint = beat_path_defeat(profiel)
    assert schulze(stemming) == tuple(1 + wint.in_degree(onderwerp) for onderwerp in alle)
    rangen = copeland_ranking(profiel, local=False).rmap
    verwacht = tuple(1 + sum(rangen[b] < rangen[a] for b in alle) for a in alle)
    assert copeland(stemming) == verwacht


def toets_corankco(biljetten: list[Rangen], stemming: Stemming) -> None:
    """Kemeny: the least disagreement, and an order that has it."""
    # The door to its solvers asks for CPLEX without looking; this one uses CBC.
    from corankco.algorithms.exact.exactalgorithmpulp import ExactAlgorithmPulp
    from corankco.dataset import Dataset
    from corankco.scoringscheme import ScoringScheme

    emmers = [
        [{o for o in rangen if rangen[o] == rang} for rang in sorted(set(rangen.values()))]
        for rangen in biljetten
    ]
    # A tie costs as much as both orders together: it is never better than one of them.
    kosten = ScoringScheme([[0.0, 1.0, 0.0, 0.0, 0.0, 0.0], [1.0, 1.0, 0.0, 0.0, 0.0, 0.0]])
    beste = ExactAlgorithmPulp().compute_consensus_rankings(
        Dataset.from_raw_list([emmer for emmer in emmers if emmer]), kosten
    )
    orde = [int(str(deel)) for emmer in beste.consensus_rankings[0] for deel in emmer]
    # In its ties any order is as good, or there would be a better one.
    hun = sum(max(0, stemming.voorsprong[later][eerder]) for eerder, later in combinations(orde, 2))
    gevonden = kemeny(stemming)
    assert gevonden
    assert gevonden.tegen == hun
    for plaats, onderwerp in enumerate(orde, 1):
        van, tot = gevonden.plaatsen[onderwerp]
        assert van <= plaats <= tot


def main() -> None:
    """Compare all, or stop at the first difference."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--aantal", type=int, default=500)
    opties.add_argument("--stemmers", type=int, default=13)
    opties.add_argument("--onderwerpen", type=int, default=25)
    keuze = opties.parse_args()
    paren = [
        (biljetten, stemming_van(biljetten, keuze.onderwerpen))
        for biljetten in (
            stembiljetten(random.Random(zaad), keuze.stemmers, keuze.onderwerpen)
            for zaad in range(keuze.aantal)
        )
    ]
    begin = time.process_time()
    for _, stemming in paren:
        kemeny(stemming)
    print(f"Kemeny here: {(time.process_time() - begin) / keuze.aantal:.3f} s each")
    for rechter in (toets_pref_voting, toets_corankco):
        for nummer, paar in enumerate(paren, 1):
            rechter(*paar)
            if nummer % 50 == 0:
                print(f"{rechter.__name__}: {nummer} the same", flush=True)


if __name__ == "__main__":
    main()
