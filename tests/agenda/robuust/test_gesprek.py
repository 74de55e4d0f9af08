"""A few questions settle the top, exactly; what is proposed and why holds when counted anew."""

from __future__ import annotations

import random
from fractions import Fraction
from functools import cache
from itertools import combinations, pairwise, product
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import pytest
from bouwers_agenda import maak_onderwerp, ranglijst_van
from bouwers_vragen import (
    CRITERIA,
    antwoord,
    met_antwoorden,
    top_bij,
    trek_gewichten,
    voorbeeld,
    vraag_door,
    zegt,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.robuust.celgebied import alle_cellen
from agenda.robuust.gesprek import Gesprek, Vraag
from agenda.robuust.toppen import mogelijke_vragen
from agenda.robuust.uitspraken import Uitspraak, samen_gezegd, uitspraak_van

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.onderwerp.antwoord import Gewichtsantwoord


def _controleer(gesprek: Gesprek, gewichten: Mapping[str, int]) -> None:
    """The conclusion is that of the hidden weights, and of the ones that are proposed."""
    lijst, top = gesprek.ranglijst, gesprek.top
    assert gesprek.klaar
    verwacht = top_bij(lijst, gewichten, top)
    assert {b.code for b in gesprek.in_top} == verwacht
    assert not gesprek.open
    assert gesprek.gewichten is not None
    assert top_bij(lijst, gesprek.gewichten, top) == verwacht
    assert min(gesprek.gewichten.values()) >= 1
    for _, gegeven in gesprek.antwoorden:
        kanten = [sum(gesprek.gewichten[c] for c in k) for k in (gegeven.links, gegeven.rechts)]
        kant = {1: "links", 0: "even", -1: "rechts"}[
            (kanten[0] > kanten[1]) - (kanten[0] < kanten[1])
        ]
        assert kant == gegeven.antwoord


def _elke_reden_is_nodig(gesprek: Gesprek) -> None:
    """With all answers that are named it is forced; with one of them left out it is not."""
    per_reden = {(r.in_top, r.antwoorden): r for r in gesprek.redenen}
    for (binnen, nummers), reden in per_reden.items():
        keuzes = [nummers, *([n for n in nummers if n != weg] for weg in nummers)]
        for nummer, keuze in enumerate(keuzes):
            over = [gegeven for n, gegeven in gesprek.antwoorden if n in keuze]
            gezegd = samen_gezegd([uitspraak_van(a, CRITERIA) for a in over])
            zeker = _altijd(reden.onderwerp.code, gezegd, binnen=binnen)
            assert zeker is (nummer == 0)


def _altijd(code: str, gezegd: Uitspraak, *, binnen: bool) -> bool:
    """Whether a topic is in the top, or out of it, in every cell that fits; «even» aside."""
    assert not gezegd.op
    cellen = alle_cellen(5)
    passend = f"{cellen.past(gezegd):0{len(cellen.delen)}b}".encode()
    in_top = _boven(code)[np.frombuffer(passend, "S1") == b"1"] < 10
    return bool((in_top == binnen).all())


@cache
def _boven(code: str) -> np.ndarray:
    """How many topics score higher than this one, for each cell."""
    scores = _scores()
    return sum((anders > scores[code]).astype(int) for anders in scores.values())


@cache
def _scores() -> dict[str, np.ndarray]:
    cellen = alle_cellen(5)
    wegingen = np.array([cellen.weging(n) for n in range(len(cellen.delen))])
    patronen = {
        b.code: [o.uitkomst == "ja" for o in b.uitslag.criteria] for b in voorbeeld().toegelaten
    }
    return {code: wegingen @ patroon for code, patroon in patronen.items()}


@pytest.mark.parametrize("zaad", range(2))
def test_na_een_paar_vragen_ligt_de_top_vast_en_klopt_zij(zaad: int) -> None:
    gewichten = trek_gewichten(random.Random(zaad))

    gesprek = vraag_door(gewichten)

    assert len(gesprek.antwoorden) <= 11
    _controleer(gesprek, gewichten)
    _elke_reden_is_nodig(gesprek)


@pytest.mark.traag
def test_tweehonderd_verborgen_wegingen_kosten_in_het_midden_hoogstens_zes_vragen() -> None:
    kans = random.Random(2022)
    aantallen, gezien = [], set()
    for _ in range(200):
        gewichten = trek_gewichten(kans)
        gesprek = vraag_door(gewichten)
        aantallen.append(len(gesprek.antwoorden))
        _controleer(gesprek, gewichten)
        if gesprek not in gezien:  # who gives the same answers, gets the same reasons
            gezien.add(gesprek)
            _elke_reden_is_nodig(gesprek)
    assert median(aantallen) <= 6
    assert max(aantallen) <= 11


def test_even_is_het_vlak_zelf_en_het_deel_is_dat_van_het_vlak() -> None:
    """With a = b = s, u = 2s has density 3(1 - u)², and c is (1 - u) times a Beta(1, 2).

    So c > s has chance ¾ ∫ (2 - 3u)² du from 0 to ⅔, which is ⅔.
    """
    lijst = voorbeeld()
    een, twee, drie = CRITERIA[:3]

    gesprek = Gesprek(
        met_antwoorden(lijst, [antwoord([een], [twee], "even"), antwoord([een], [drie], "links")])
    )

    assert gesprek.deel == Fraction(1, 3)
    assert gesprek.gewichten is not None
    assert gesprek.gewichten[een] == gesprek.gewichten[twee] > gesprek.gewichten[drie]


def test_weet_niet_haalt_niets_weg_en_wordt_niet_nog_eens_gevraagd() -> None:
    lijst = voorbeeld()
    eerste = Gesprek(lijst)
    assert eerste.vraag is not None

    daarna = Gesprek(met_antwoorden(lijst, [antwoord(*eerste.vraag, "weet-niet")]))

    assert daarna.deel == 1
    assert daarna.in_top == eerste.in_top
    assert daarna.vraag not in (None, eerste.vraag)


def test_wie_niets_weet_krijgt_elke_vraag_een_keer_en_dan_geen_meer() -> None:
    lijst = ranglijst_van(
        maak_onderwerp("een", criteria=["veiligheid"]),
        maak_onderwerp("twee", criteria=["wetswijziging"]),
    )
    vragen = [
        antwoord(*([c for c, k in zip(CRITERIA, vlak, strict=True) if k == t] for t in (1, -1)), w)
        for vlak in mogelijke_vragen(5)
        for w in ["weet-niet"]
    ]
    antwoorden = vragen[:-2]
    for _ in range(2):
        vraag = Gesprek(met_antwoorden(lijst, antwoorden), 1).vraag
        assert vraag is not None
        antwoorden.append(antwoord(*vraag, "weet-niet"))

    gesprek = Gesprek(met_antwoorden(lijst, antwoorden), 1)

    assert {(a.links, a.rechts) for a in antwoorden} == {(a.links, a.rechts) for a in vragen}
    assert (gesprek.vraag, gesprek.klaar, len(gesprek.open), len(vragen)) == (None, False, 2, 90)


def test_vier_keer_even_laat_een_weging_over() -> None:
    paren = pairwise(CRITERIA)
    gesprek = Gesprek(met_antwoorden(voorbeeld(), [antwoord([a], [b], "even") for a, b in paren]))

    assert (gesprek.klaar, gesprek.deel) == (True, 1)
    assert gesprek.gewichten == dict.fromkeys(CRITERIA, 1)
    assert {b.code for b in gesprek.in_top} == top_bij(voorbeeld(), gesprek.gewichten, 10)


def test_gewichten_die_niet_klein_kunnen_zijn_komen_uit_de_cel_zelf() -> None:
    """The cell whose smallest weights are largest, pinned down by every question there is."""
    cellen = alle_cellen(5)
    weging = list(max(map(cellen.weging, range(len(cellen.delen))), key=lambda w: (sum(w), w)))
    antwoorden = []
    for vlak in mogelijke_vragen(5):
        vraag = Vraag(
            *([c for c, k in zip(CRITERIA, vlak, strict=True) if k == t] for t in (1, -1))
        )
        antwoorden.append(antwoord(*vraag, zegt(dict(zip(CRITERIA, weging, strict=True)), vraag)))

    gesprek = Gesprek(met_antwoorden(voorbeeld(), antwoorden))

    assert sum(weging) == 95
    assert (gesprek.klaar, gesprek.deel > 0) == (True, True)
    assert gesprek.gewichten is not None
    assert [*gesprek.gewichten.values()] == weging


CODES = CRITERIA[:3]


@st.composite
def lijst_en_antwoorden(draw: st.DrawFn) -> tuple[list[list[str]], list[Gewichtsantwoord]]:
    """Topics on three criteria, and answers of somebody with small whole weights."""
    criteria = draw(st.lists(st.lists(st.sampled_from(CODES), unique=True), min_size=2, max_size=6))
    gewichten = dict(zip(CODES, draw(st.tuples(*[st.integers(1, 6)] * 3)), strict=True))
    antwoorden = []
    for _ in range(draw(st.integers(0, 4))):
        kanten = draw(st.tuples(*[st.integers(-1, 1)] * 3).filter(lambda k: 1 in k and -1 in k))
        links, rechts = ([c for c, k in zip(CODES, kanten, strict=True) if k == t] for t in (1, -1))
        som = sum(k * gewichten[c] for c, k in zip(CODES, kanten, strict=True))
        waarde = "links" if som > 0 else "rechts" if som < 0 else "even"
        antwoorden.append(antwoord(links, rechts, waarde))
    return criteria, antwoorden


@settings(max_examples=10, deadline=None)
@given(lijst_en_antwoorden(), st.integers(1, 4))
def test_wat_zeker_is_is_zeker_bij_alle_kleine_gewichten_die_passen(
    geval: tuple[list[list[str]], list[Gewichtsantwoord]], top: int
) -> None:
    """Brute force: the other criteria weigh next to nothing, and no topic has them."""
    criteria, antwoorden = geval
    lijst = ranglijst_van(
        *(maak_onderwerp(f"o-{n}", criteria=deel) for n, deel in enumerate(criteria))
    )
    gesprek = Gesprek(met_antwoorden(lijst, antwoorden), top)

    per_gelijk: dict[int, set[frozenset[str]]] = {}
    for getallen in product(range(1, 13), repeat=3):
        weging = dict.fromkeys(CRITERIA, 0) | dict(zip(CODES, getallen, strict=True))
        if all(_past(weging, gegeven) for gegeven in antwoorden):
            sommen = [sum(deel) for n in range(4) for deel in combinations(getallen, n)]
            toppers = frozenset(top_bij(lijst, weging, top))
            per_gelijk.setdefault(len(set(sommen)), set()).add(toppers)
    # Where most sums differ, nothing is equal but what the answers make equal.
    toppen = per_gelijk[max(per_gelijk)]
    assert {b.code for b in gesprek.in_top} == frozenset.intersection(*toppen)
    alle = {b.code for b in lijst.toegelaten}
    assert {b.code for b in gesprek.buiten_top} == alle - frozenset().union(*toppen)
    assert gesprek.klaar is (len(toppen) == 1) is (gesprek.vraag is None)
    assert gesprek.gewichten is not None
    assert all(_past(gesprek.gewichten, gegeven) for gegeven in antwoorden)
    if gesprek.klaar:
        assert {b.code for b in gesprek.in_top} == top_bij(lijst, gesprek.gewichten, top)


def _past(gewichten: Mapping[str, int], gegeven: Gewichtsantwoord) -> bool:
    return zegt(gewichten, Vraag(gegeven.links, gegeven.rechts)) == gegeven.antwoord


@pytest.mark.traag
@settings(max_examples=30, deadline=None)
@given(lijst_en_antwoorden(), st.integers(1, 4))
def test_de_reden_is_de_kleinste_groep_antwoorden_ook_met_even(
    geval: tuple[list[list[str]], list[Gewichtsantwoord]], top: int
) -> None:
    """Every set of answers is tried; what it settles is counted anew by the test above."""
    criteria, antwoorden = geval
    lijst = ranglijst_van(
        *(maak_onderwerp(f"o-{n}", criteria=deel) for n, deel in enumerate(criteria))
    )
    nummers = range(1, len(antwoorden) + 1)
    zeker: dict[tuple[int, ...], tuple[set[str], set[str]]] = {}
    for keuze in (k for n in range(len(antwoorden) + 1) for k in combinations(nummers, n)):
        deel = Gesprek(met_antwoorden(lijst, [antwoorden[n - 1] for n in keuze]), top)
        zeker[keuze] = {b.code for b in deel.in_top}, {b.code for b in deel.buiten_top}

    for reden in Gesprek(met_antwoorden(lijst, antwoorden), top).redenen:
        kant = 0 if reden.in_top else 1
        genoeg = [keuze for keuze, wie in zeker.items() if reden.onderwerp.code in wie[kant]]
        assert reden.antwoorden == min(genoeg, key=lambda keuze: (len(keuze), keuze))
