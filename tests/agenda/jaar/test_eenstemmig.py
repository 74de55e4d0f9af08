"""Kern, niet and bespreken are those of every plan that counts."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations

import pytest
from bouwers_plan import Geval, gevallen, tellende
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.jaar.eenstemmig import Eenstemmigheid, onderzoek_eenstemmigheid
from agenda.jaar.kegel import Kegel, inproduct, primitief
from agenda.jaar.plan import kies
from agenda.jaar.vraagstuk import Vraagstuk
from agenda.jaar.wegingen import Tegenspraak, wegingskegel

Criteria = tuple[tuple[int, ...], ...]


@st.composite
def met_criteria(draw: st.DrawFn, hoogstens: int = 5, jaren: int = 2) -> tuple[Geval, Criteria]:
    geval = draw(gevallen(hoogstens=hoogstens, jaren=jaren))
    k = draw(st.integers(1, 4))
    rij = st.tuples(*[st.integers(0, 1)] * k)
    return geval, draw(st.tuples(*[rij] * geval.stuk.aantal))


def _verwacht(stuk: Vraagstuk, criteria: Criteria, wegingen: Kegel) -> tuple[frozenset[int], ...]:
    plannen = tellende(stuk, criteria, wegingen)
    alle = frozenset(range(stuk.aantal))
    kern = alle.intersection(*plannen)
    return kern, alle - frozenset().union(*plannen)


@settings(max_examples=60, deadline=None)
@given(met_criteria())
def test_kern_en_niet_zijn_die_van_alle_plannen(geval: tuple[Geval, Criteria]) -> None:
    (stuk, _, _), criteria = geval
    wegingen = wegingskegel(len(criteria[0]))
    gevonden = onderzoek_eenstemmigheid(stuk, criteria, wegingen)
    assert (gevonden.kern, gevonden.niet) == _verwacht(stuk, criteria, wegingen)
    assert gevonden.volledig
    assert gevonden.kern | gevonden.niet | gevonden.bespreken == set(range(stuk.aantal))


@settings(max_examples=40, deadline=None)
@given(met_criteria(), st.data())
def test_grenzen_maken_de_wegingen_nauwer(
    geval: tuple[Geval, Criteria], data: st.DataObject
) -> None:
    (stuk, _, _), criteria = geval
    k = len(criteria[0])
    rij = data.draw(st.tuples(*[st.integers(-3, 3)] * k))
    try:
        nauw = wegingskegel(k, [rij])
    except Tegenspraak:
        return
    gevonden = onderzoek_eenstemmigheid(stuk, criteria, nauw)
    assert (gevonden.kern, gevonden.niet) == _verwacht(stuk, criteria, nauw)
    ruim = onderzoek_eenstemmigheid(stuk, criteria, wegingskegel(k))
    assert ruim.kern <= gevonden.kern
    assert ruim.niet <= gevonden.niet


@settings(max_examples=40, deadline=None)
@given(met_criteria(hoogstens=8), st.integers(0, 12), st.integers(0, 3))
def test_een_budget_spreekt_het_hele_antwoord_nooit_tegen(
    geval: tuple[Geval, Criteria], budget: int, zaad: int
) -> None:
    (stuk, _, _), criteria = geval
    wegingen = wegingskegel(len(criteria[0]))
    heel = onderzoek_eenstemmigheid(stuk, criteria, wegingen)
    deel = onderzoek_eenstemmigheid(stuk, criteria, wegingen, budget, zaad)
    assert deel.bespreken <= heel.bespreken
    assert heel.kern <= deel.kern | deel.ongezien
    assert heel.niet <= deel.niet | deel.ongezien
    assert deel.vragen <= budget
    if deel.volledig:
        assert (deel.kern, deel.niet) == (heel.kern, heel.niet)


@settings(max_examples=30, deadline=None)
@given(met_criteria(hoogstens=8), st.data())
def test_kern_is_altijd_gekozen_en_niet_nooit(
    geval: tuple[Geval, Criteria], data: st.DataObject
) -> None:
    (stuk, _, vorige), criteria = geval
    gevonden = onderzoek_eenstemmigheid(stuk, criteria, wegingskegel(len(criteria[0])))
    gewichten = data.draw(st.tuples(*[st.integers(1, 100)] * len(criteria[0])))
    waarden = [inproduct(gewichten, c) for c in criteria]
    plan = kies(waarden, stuk.inspanning, stuk.vereist, stuk.capaciteit, vorige, extra=stuk.extra)
    assert gevonden.kern <= plan.gekozen
    assert not gevonden.niet & plan.gekozen


def _echt(n: int, zaad: int) -> tuple[Vraagstuk, Criteria]:
    wil = random.Random(zaad)
    criteria = tuple(tuple(int(wil.random() < 0.25) for _ in range(5)) for _ in range(n))
    return Vraagstuk(tuple(wil.randrange(1, 9) for _ in range(n)), (), (26,)), criteria


def _omgekeerd(gevonden: Eenstemmigheid, n: int) -> tuple[set[int], set[int]]:
    return {n - 1 - i for i in gevonden.kern}, {n - 1 - i for i in gevonden.niet}


@pytest.mark.traag
def test_volgorde_van_onderwerpen_en_criteria_maakt_niet_uit() -> None:
    stuk, criteria = _echt(18, 3)
    een = onderzoek_eenstemmigheid(stuk, criteria, wegingskegel(5))
    om = Vraagstuk(stuk.inspanning[::-1], (), stuk.capaciteit)
    ander = onderzoek_eenstemmigheid(
        om, tuple(c[::-1] for c in criteria[::-1]), wegingskegel(5), zaad=9
    )
    assert een.volledig
    assert _omgekeerd(ander, 18) == (een.kern, een.niet)


@pytest.mark.traag
def test_hoeken_blijven_kleine_hele_getallen() -> None:
    stuk, criteria = _echt(20, 8)
    gevonden = onderzoek_eenstemmigheid(stuk, criteria, wegingskegel(5))
    assert gevonden.volledig
    assert 0 < gevonden.grootste < 2**31


def _hoeken_door_oplossen(rijen: list[tuple[int, ...]], d: int) -> set[tuple[int, ...]]:
    """Every ray on d - 1 independent rows that makes no row negative: a second way to find them."""
    stralen = set()
    for keuze in combinations(rijen, d - 1):
        straal = _kern(keuze, d)
        for teken in (1, -1) if straal else ():
            richting = primitief(teken * x for x in straal)
            if all(inproduct(rij, richting) >= 0 for rij in rijen):
                stralen.add(richting)
    return stralen


def _kern(rijen: tuple[tuple[int, ...], ...], d: int) -> tuple[int, ...] | None:
    """The one direction on all rows; None when there are more."""
    matrix = [[Fraction(x) for x in rij] for rij in rijen]
    pivots: list[int] = []
    for kolom in range(d):
        nummer = len(pivots)
        gevonden = next((r for r in range(nummer, len(matrix)) if matrix[r][kolom]), None)
        if gevonden is None:
            continue
        matrix[nummer], matrix[gevonden] = matrix[gevonden], matrix[nummer]
        deler = matrix[nummer][kolom]
        matrix[nummer] = [x / deler for x in matrix[nummer]]
        for r, rij in enumerate(matrix):
            if r != nummer:
                matrix[r] = [x - rij[kolom] * y for x, y in zip(rij, matrix[nummer], strict=True)]
        pivots.append(kolom)
    if len(pivots) != d - 1:
        return None
    (vrij,) = set(range(d)) - set(pivots)
    straal = [Fraction(0)] * d
    straal[vrij] = Fraction(1)
    for nummer, kolom in enumerate(pivots):
        straal[kolom] = -matrix[nummer][vrij]
    deler = 1
    for x in straal:
        deler *= x.denominator
    return primitief(int(x * deler) for x in straal)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, 4).flatmap(
        lambda d: st.lists(st.tuples(*[st.integers(-4, 4)] * d), max_size=5).map(lambda r: (d, r))
    )
)
def test_hoeken_zijn_die_van_vergelijkingen_oplossen(geval: tuple[int, list]) -> None:
    d, rijen = geval
    kegel = wegingskegel(d)
    for rij in rijen:
        kegel.snijd(rij)
    assert {hoek.vector for hoek in kegel.hoeken} == _hoeken_door_oplossen(kegel.rijen, d)
    assert len({hoek.vector for hoek in kegel.hoeken}) == len(kegel.hoeken)


def test_elk_criterium_telt_voor_minstens_een_vierhonderdeerste() -> None:
    hoeken = {hoek.vector for hoek in wegingskegel(5).hoeken}
    assert hoeken == {tuple(397 if i == j else 1 for j in range(5)) for i in range(5)}


def test_grenzen_die_niet_samen_kunnen_zijn_een_tegenspraak() -> None:
    with pytest.raises(Tegenspraak):
        wegingskegel(2, [(1, -1), (-1, 1)])
