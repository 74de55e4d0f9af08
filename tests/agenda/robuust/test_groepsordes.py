"""One order out of many voices: each way against a judge that knows nothing of our code."""

from __future__ import annotations

import random
from itertools import combinations, permutations
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.jaar.oplosser import Oplosser
from agenda.robuust import knoop
from agenda.robuust.kemeny import kemeny
from agenda.robuust.stemming import Stemming, copeland, meerderheid, schulze


class Profiel(NamedTuple):
    """Votes: per voter the pairs that it puts in order, and per pattern its number of topics."""

    aantallen: list[int]
    voor: list[list[int]]

    @property
    def verschil(self) -> list[list[int]]:
        n = range(len(self.aantallen))
        return [[self.voor[a][b] - self.voor[b][a] for b in n] for a in n]

    @property
    def stemming(self) -> Stemming:
        return Stemming(self.aantallen, self.verschil)


def profiel(zaad: int, stemmers: int = 13, patronen: int = 25) -> Profiel:
    """Ballots with ties, and partial orders: of some topics nothing is said."""
    kans = random.Random(zaad)
    voor = [[0] * patronen for _ in range(patronen)]
    for _ in range(stemmers):
        niveaus = kans.choice((2, 5, patronen**2))
        rangen = [kans.randrange(niveaus) for _ in range(patronen)]
        stil = {p for p in range(patronen) if kans.random() < kans.choice((0, 0, 0.3))}
        for a, b in permutations(set(range(patronen)) - stil, 2):
            voor[a][b] += rangen[a] < rangen[b]
    return Profiel([kans.choice((1, 1, 1, 2, 3)) for _ in range(patronen)], voor)


@st.composite
def profielen(trek: st.DrawFn, meeste: int = 6) -> Profiel:
    """Small leads, so that there are many circles and ties."""
    n = trek(st.integers(1, meeste))
    voor = [[0] * n for _ in range(n)]
    for a, b in combinations(range(n), 2):
        voor[a][b], voor[b][a] = trek(st.integers(0, 2)), trek(st.integers(0, 2))
    return Profiel(trek(st.lists(st.integers(1, 3), min_size=n, max_size=n)), voor)


def plaatsen(aantallen: list[int], boven: list[set[int]]) -> tuple[int, ...]:
    """From per pattern who stands above it."""
    return tuple(1 + sum(aantallen[b] for b in groep) for groep in boven)


def oneens(votes: Profiel, orde: tuple[int, ...]) -> int:
    """Kendall's distance over topics: a voter without preference disagrees with nobody."""
    return sum(
        votes.voor[later][eerder] * votes.aantallen[later] * votes.aantallen[eerder]
        for eerder, later in combinations(orde, 2)
    )


def minst(votes: Profiel) -> int:
    """What the smaller side of every pair counts."""
    return sum(
        min(votes.voor[a][b], votes.voor[b][a]) * votes.aantallen[a] * votes.aantallen[b]
        for a, b in combinations(range(len(votes.aantallen)), 2)
    )


def alle_beste(votes: Profiel) -> tuple[tuple[tuple[int, int], ...], int]:
    """Every order one by one: the best and the worst places, and the least disagreement."""
    nummers = range(len(votes.aantallen))
    kosten = {orde: oneens(votes, orde) for orde in permutations(nummers)}
    laagste = min(kosten.values())
    gezien: list[set[int]] = [set() for _ in nummers]
    for orde, bedrag in kosten.items():
        if bedrag == laagste:
            plaats = 1
            for nummer in orde:
                gezien[nummer].add(plaats)
                plaats += votes.aantallen[nummer]
    return tuple((min(p), max(p)) for p in gezien), laagste


@settings(max_examples=150)
@given(profielen())
def test_kemeny_is_wat_alle_volgordes_natellen_geeft(votes: Profiel) -> None:
    gevonden = kemeny(votes.stemming)

    assert gevonden
    assert (gevonden.plaatsen, gevonden.tegen + minst(votes)) == alle_beste(votes)


def _twee_kringen(tussen: list[tuple[int, int]]) -> Profiel:
    voor = [[0] * 7 for _ in range(7)]
    for a, b in ((0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), *tussen):
        voor[a][b] = 1
    return Profiel([1, 2, 1, 1, 1, 3, 2], voor)


@pytest.mark.parametrize("tussen", [[], [(0, 3)], [(0, 3), (1, 4)], [(0, 6), (6, 4)], [(6, 2)]])
def test_kringen_die_elkaar_deels_raken_worden_in_elke_menging_geteld(
    tussen: list[tuple[int, int]],
) -> None:
    votes = _twee_kringen(tussen)
    gevonden = kemeny(votes.stemming)

    assert gevonden
    assert (gevonden.plaatsen, gevonden.tegen + minst(votes)) == alle_beste(votes)


class Rechter:
    """Kemeny by whole-number programming: a column per pair, and a row per circle that turns up."""

    def __init__(self, votes: Profiel) -> None:
        self.votes = votes
        self.paren = list(combinations(range(len(votes.aantallen)), 2))
        self.kolom = {paar: nummer for nummer, paar in enumerate(self.paren)}
        self.oplosser = Oplosser(len(self.paren))
        n, verschil = votes.aantallen, votes.verschil
        # Per pair: what it brings when the first stands above the second.
        self.winst = {
            nummer: verschil[a][b] * n[a] * n[b] for nummer, (a, b) in enumerate(self.paren)
        }

    def beste(self, doel: dict[int, int]) -> tuple[int, set[tuple[int, int]]]:
        """The most that these columns can bring in an order, and who stands above whom in it."""
        while True:
            antwoord = self.oplosser.maximaliseer(doel)
            assert antwoord
            assert antwoord.grens == antwoord.waarde
            boven = {
                paar if waarde else paar[::-1]
                for paar, waarde in zip(self.paren, antwoord.waarden, strict=True)
            }
            kringen = [
                kring
                for a, b, c in combinations(range(len(self.votes.aantallen)), 3)
                for kring in ((a, b, c), (a, c, b))
                if boven.issuperset(zip(kring, kring[1:] + kring[:1], strict=True))
            ]
            if not kringen:
                return antwoord.waarde, boven
            for a, b, c in kringen:
                self.breek(((a, b), (b, c), (c, a)))

    def breek(self, kring: tuple[tuple[int, int], ...]) -> None:
        vooruit = [paar for paar in kring if paar in self.kolom]
        terug = [paar[::-1] for paar in kring if paar not in self.kolom]
        termen = {self.kolom[p]: 1 for p in vooruit} | {self.kolom[p]: -1 for p in terug}
        self.oplosser.eis(termen, 2 - len(terug))

    def plaats(self, nummer: int, teken: int) -> int:
        """The best (1) or worst (-1) place of a pattern, among the orders that are left."""
        n = self.votes.aantallen
        doel = {}
        for ander in set(range(len(n))) - {nummer}:
            paar = (min(nummer, ander), max(nummer, ander))
            doel[self.kolom[paar]] = teken * n[ander] * (1 if paar[0] == nummer else -1)
        _, boven = self.beste(doel)
        return 1 + sum(n[a] for a, b in boven if b == nummer)


def _vergelijk_kemeny(votes: Profiel, nagekeken: int) -> None:
    gevonden = kemeny(votes.stemming)
    assert gevonden
    rechter = Rechter(votes)
    meest, boven = rechter.beste(rechter.winst)
    assert minst(votes) + gevonden.tegen == sum(
        votes.voor[b][a] * votes.aantallen[a] * votes.aantallen[b] for a, b in boven
    )
    rechter.oplosser.eis({kolom: -bedrag for kolom, bedrag in rechter.winst.items()}, -meest)
    for nummer in range(nagekeken):
        plaats = (rechter.plaats(nummer, 1), rechter.plaats(nummer, -1))
        assert gevonden.plaatsen[nummer] == plaats


def _vergelijk_de_andere(votes: Profiel) -> None:
    n, verschil = range(len(votes.aantallen)), votes.verschil
    wint = [{b for b in n if verschil[a][b] > 0} for a in n]
    gelijk = [{b for b in n if b != a and not verschil[a][b]} for a in n]
    alle = votes.aantallen
    punten = [
        2 * sum(alle[b] for b in wint[a]) + sum(alle[b] for b in gelijk[a]) + alle[a] - 1 for a in n
    ]
    hoger = [{b for b in n if punten[b] > punten[a]} for a in n]
    assert copeland(votes.stemming) == plaatsen(alle, hoger)

    verder = [_alles_via(wint, a) for a in n]
    eronder = [{b for b in n if a in verder[b] and b not in verder[a]} for a in n]
    assert meerderheid(votes.stemming) == plaatsen(alle, eronder)

    sterk = _sterkste(verschil)
    hoger = [{b for b in n if sterk[b][a] > sterk[a][b]} for a in n]
    assert schulze(votes.stemming) == plaatsen(alle, hoger)


def _alles_via(wint: list[set[int]], begin: int) -> set[int]:
    gezien: set[int] = set()
    te_doen = list(wint[begin])
    while te_doen:
        if (nu := te_doen.pop()) not in gezien:
            gezien.add(nu)
            te_doen += wint[nu]
    return gezien


def _sterkste(verschil: list[list[int]]) -> list[list[int]]:
    """Per pair the largest lead with which there still is a way; 0 when there is none."""
    sterk = [[0] * len(verschil) for _ in verschil]
    for grens in sorted({meer for rij in verschil for meer in rij if meer > 0}):
        wint = [{b for b, meer in enumerate(rij) if meer >= grens} for rij in verschil]
        for a in range(len(verschil)):
            for b in _alles_via(wint, a):
                sterk[a][b] = grens
    return sterk


@pytest.mark.traag
@pytest.mark.parametrize("zaad", range(30))
def test_dertien_gemeenten_en_25_patronen_zoals_de_rechters(zaad: int) -> None:
    votes = profiel(zaad)

    _vergelijk_kemeny(votes, 0)
    _vergelijk_de_andere(votes)


@pytest.mark.traag
@pytest.mark.parametrize("tien", range(50))
def test_vijfhonderd_keer_dertien_gemeenten_zoals_de_rechters(tien: int) -> None:
    for zaad in range(30 + tien * 10, 40 + tien * 10):
        votes = profiel(zaad)
        _vergelijk_kemeny(votes, 1)
        _vergelijk_de_andere(votes)


def test_wat_niet_binnen_de_grenzen_kan_staat_er_niet_bij(monkeypatch: pytest.MonkeyPatch) -> None:
    votes = profiel(0)
    assert kemeny(votes.stemming)

    monkeypatch.setattr(knoop, "MAX_LEDEN", 3)
    assert kemeny(votes.stemming) is None
    monkeypatch.setattr(knoop, "MAX_LEDEN", 64)
    monkeypatch.setattr(knoop, "MAX_BEGINNEN", 5)
    assert kemeny(votes.stemming) is None


def test_kringen_die_niets_met_elkaar_te_maken_hebben_worden_niet_eindeloos_gemengd() -> None:
    """Ten circles of three that tie: 7 beginnings each, in every combination."""
    verschil = [[0] * 30 for _ in range(30)]
    for kring in range(0, 30, 3):
        for a, b in ((0, 1), (1, 2), (2, 0)):
            verschil[kring + a][kring + b] = 1
            verschil[kring + b][kring + a] = -1

    assert kemeny(Stemming([1] * 30, verschil)) is None


def test_zonder_enige_meerderheid_deelt_alles_elke_plaats() -> None:
    stemming = Stemming([2, 1, 3], [[0] * 3] * 3)

    assert kemeny(stemming) == (((1, 5), (1, 6), (1, 4)), 0)
    assert copeland(stemming) == schulze(stemming) == meerderheid(stemming) == (1, 1, 1)


@settings(max_examples=60)
@given(profielen(), st.randoms(use_true_random=False))
def test_de_volgorde_van_de_invoer_telt_niet(votes: Profiel, kans: random.Random) -> None:
    nieuw = list(range(len(votes.aantallen)))
    kans.shuffle(nieuw)
    stemming = votes.stemming
    ander = Stemming(
        [stemming.aantallen[i] for i in nieuw],
        [[stemming.voorsprong[i][j] for j in nieuw] for i in nieuw],
    )

    for manier in (copeland, schulze, meerderheid, lambda s: kemeny(s).plaatsen):
        assert manier(ander) == tuple(manier(stemming)[i] for i in nieuw)


@settings(max_examples=60)
@given(profielen())
def test_wie_van_alle_andere_wint_staat_overal_bovenaan(votes: Profiel) -> None:
    stemming = votes.stemming
    alles = 2 ** len(votes.aantallen) - 1
    for nummer, verslaat in enumerate(stemming.verslaat):
        if verslaat == alles & ~(1 << nummer):
            assert copeland(stemming)[nummer] == schulze(stemming)[nummer] == 1
            assert meerderheid(stemming)[nummer] == 1
            assert kemeny(stemming).plaatsen[nummer] == (1, 1)


@settings(max_examples=60)
@given(profielen())
def test_gelijke_onderwerpen_los_of_samen_geeft_dezelfde_plaatsen(votes: Profiel) -> None:
    """A pattern with n topics stands where n patterns with one topic each would stand."""
    van = [p for p, aantal in enumerate(votes.aantallen) for _ in range(aantal)]
    stemming = votes.stemming
    los = Stemming([1] * len(van), [[stemming.voorsprong[a][b] for b in van] for a in van])

    for manier in (copeland, schulze, meerderheid):
        assert manier(los) == tuple(manier(stemming)[p] for p in van)
    assert kemeny(los).tegen == kemeny(stemming).tegen
