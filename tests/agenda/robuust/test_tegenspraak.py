"""What contradicts is found, and the set that is named is the smallest one that there is."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.robuust.doorsnede import cellen_op
from agenda.robuust.raken import kleinste_die_raakt
from agenda.robuust.tegenspraak import kleinste_tegenspraak, passende_weging, past_bij
from agenda.robuust.uitspraken import Uitspraak, samen_gezegd


@st.composite
def uitspraken(
    draw: st.DrawFn, hoogstens: int = 7, criteria: int = 5
) -> tuple[int, list[Uitspraak]]:
    """So many criteria, and answers without any order behind them."""
    aantal = draw(st.integers(2, criteria))
    vlak = st.tuples(*[st.integers(-1, 1)] * aantal).filter(lambda v: 1 in v and -1 in v)
    een = st.one_of(
        vlak.map(lambda v: Uitspraak(boven=(v,))), vlak.map(lambda v: Uitspraak(op=(v,)))
    )
    return aantal, draw(st.lists(een, min_size=1, max_size=hoogstens))


@pytest.mark.traag
@settings(max_examples=100, deadline=None)
@given(uitspraken())
def test_de_kleinste_tegenspraak_is_die_van_alle_deelverzamelingen(
    geval: tuple[int, list[Uitspraak]],
) -> None:
    aantal, gezegd = geval
    nummers = range(len(gezegd))
    botsen = (
        keuze
        for n in range(1, len(gezegd) + 1)
        for keuze in combinations(nummers, n)
        if passende_weging(samen_gezegd([gezegd[i] for i in keuze]), aantal) is None
    )

    assert kleinste_tegenspraak(gezegd, aantal) == next(botsen, ())


@settings(max_examples=40, deadline=None)
@given(uitspraken(4, criteria=4))
def test_er_past_een_weging_als_er_een_cel_past(geval: tuple[int, list[Uitspraak]]) -> None:
    """The cells are another judge: they know nothing of the simplex method."""
    aantal, gezegd = geval
    samen = samen_gezegd(gezegd)
    weging = passende_weging(samen, aantal)
    if weging is not None:
        assert min(weging) >= 1
        assert past_bij(weging, samen)
    if not samen.op:
        cellen = cellen_op(aantal, ())
        assert (weging is not None) is bool(cellen.past(samen))
    elif weging is not None:
        cellen = cellen_op(aantal, samen.op)
        assert cellen.past(samen)
    else:
        assert not any(past_bij(w, samen) for w in product(range(1, 8), repeat=aantal))


def test_wat_elk_apart_kan_en_samen_niet_is_een_hele_kring() -> None:
    kring = [
        (1, -1, 0, 0, 0),
        (0, 1, -1, 0, 0),
        (0, 0, 1, -1, 0),
        (0, 0, 0, 1, -1),
        (-1, 0, 0, 0, 1),
    ]
    gezegd = [Uitspraak(boven=(vlak,)) for vlak in kring]

    assert kleinste_tegenspraak(gezegd, 5) == (0, 1, 2, 3, 4)
    assert kleinste_tegenspraak(gezegd[:4], 5) == ()
    assert kleinste_tegenspraak([*gezegd, Uitspraak(op=(kring[2],))], 5) == (2, 5)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 63), max_size=8))
def test_de_kleinste_die_raakt_is_de_eerste_van_alle_kleinste(groepen: list[int]) -> None:
    goed = [keuze for keuze in range(64) if all(keuze & groep for groep in groepen)]
    kleinst = min(keuze.bit_count() for keuze in goed)

    def namen(keuze: int) -> list[int]:
        return [n for n in range(6) if keuze >> n & 1]

    verwacht = min((k for k in goed if k.bit_count() == kleinst), key=namen)
    assert kleinste_die_raakt(groepen) == verwacht
