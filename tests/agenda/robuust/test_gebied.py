"""Cells on planes: their volumes are exact, and drawing by walking agrees with them."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm

import numpy as np
import pytest

from agenda.robuust import rondlopen
from agenda.robuust.celgebied import alle_cellen
from agenda.robuust.doorsnede import cellen_op
from agenda.robuust.gebied import Soorten
from agenda.robuust.getrokken import Getrokken, hoogtes
from agenda.robuust.gewichten import marge
from agenda.robuust.inhoud import inhouden
from agenda.robuust.rondlopen import loop_rond, trek_passende
from agenda.robuust.standpunt import Standpunt
from agenda.robuust.uitspraken import Uitspraak, alle_vlakken


@pytest.mark.parametrize("aantal", [2, 3, 4])
def test_opgedeeld_in_simplices_heeft_elke_cel_de_inhoud_uit_de_tabel(aantal: int) -> None:
    """The table came from another method (bench/maak_cellen.py)."""
    cellen = alle_cellen(aantal)
    deler = gcd(*cellen.delen)

    assert inhouden(cellen, ()) == [deel // deler for deel in cellen.delen]


def test_op_a_is_b_ligt_elke_volgorde_van_de_andere_even_vaak() -> None:
    vlak = (1, -1, 0, 0, 0)
    cellen = cellen_op(5, (vlak,))
    anders = ((0, 0, 1, -1, 0), (0, 0, 0, 1, -1))

    deel = cellen.massa(cellen.past(Uitspraak(boven=anders)))

    assert Fraction(deel, cellen.totaal) == Fraction(1, 6)
    assert cellen.op(vlak) == cellen.alles


VLAKKEN = {
    "een": ((1, -1, -1, 0, 0),),
    "twee": ((1, -1, 0, 0, 0), (0, 0, 1, -1, -1)),
    "drie": ((1, -1, 0, 0, 0), (0, 1, -1, 0, 0), (1, 0, 1, -1, -1)),
}


@pytest.mark.parametrize("naam", VLAKKEN)
def test_rondlopen_geeft_op_vlakken_hetzelfde_als_precies_rekenen(
    naam: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rondlopen, "TREKKINGEN", 4_000)
    op = VLAKKEN[naam]
    cellen = cellen_op(5, op)

    getrokken = trek_passende(Uitspraak(op=op), 5)

    assert getrokken.past(Uitspraak(op=op)) == getrokken.alles
    speling = 3 * marge(len(getrokken.delen))  # among many planes one may lie outside two
    for vlak in alle_vlakken(5)[::9]:
        precies = cellen.massa(cellen.boven(vlak)) / cellen.totaal
        geschat = getrokken.massa(getrokken.boven(vlak)) / getrokken.totaal
        assert abs(precies - geschat) < speling


def test_rondlopen_blijft_binnen_wat_gezegd_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rondlopen, "TREKKINGEN", 1_000)
    boven = ((1, -1, 0, 0, 0, 0), (0, 1, -1, -1, 0, 0))
    gezegd = Uitspraak(boven=boven, op=((0, 0, 1, -1, 0, 0),))

    getrokken = loop_rond(6, gezegd, (6, 4, 1, 1, 1, 1))

    assert getrokken.past(gezegd) == getrokken.alles
    assert len(getrokken.delen) > 990


def test_vlakken_die_samen_een_weging_overlaten_hebben_een_cel() -> None:
    vlakken = ((1, -1, 0), (0, 1, -1), (1, 0, -1))

    cellen = cellen_op(3, vlakken)

    assert (len(cellen.delen), cellen.weging(0), cellen.totaal) == (1, (1, 1, 1), 1)


def test_wat_te_groot_is_voor_een_kommagetal_wordt_ook_precies_opgeteld() -> None:
    """Seventeen voices and drawn weights: what is even heavy everywhere stays equal."""
    gebied = Getrokken(np.array([[10**9 + 1, 10**9 + 1, 7], [3, 3, 1]]))
    keer = lcm(*range(1, 18))
    patronen = [(keer - 1, 1, 3), (1, keer - 1, 3), (1, keer - 1, 2)]

    assert hoogtes(gebied.gewichten, patronen).tolist() == [
        [sum(g * d for g, d in zip(weging, patroon, strict=True)) for patroon in patronen]
        for weging in gebied.gewichten.tolist()
    ]
    assert gebied.in_top(Soorten(tuple(patronen), (1, 1, 1)), 1) == [0b11, 0b11, 0b00]


def test_ook_een_smal_gebied_wordt_overal_even_vaak_bezocht() -> None:
    """Known on average: the heaviest weighs a fifth of 1 + 1/2 + … + 1/5, and so on."""
    orde = Standpunt(tuple(frozenset({c}) for c in range(5)))
    gewichten = trek_passende(orde.uitspraak(5), 5).gewichten

    delen = (gewichten / gewichten.sum(axis=1, keepdims=True)).mean(axis=0)

    waar = [sum(Fraction(1, 5 * n) for n in range(plaats, 6)) for plaats in range(1, 6)]
    assert all(abs(deel - float(w)) < 0.004 for deel, w in zip(delen, waar, strict=True))
