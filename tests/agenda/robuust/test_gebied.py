"""Cells on planes: their volumes are exact, and drawing by walking agrees with them."""

from __future__ import annotations

from fractions import Fraction
from math import lcm, prod

import numpy as np
import pytest

from agenda.robuust import inhoud, rondlopen
from agenda.robuust.gebied import Gebied, alle_cellen, cellen_op
from agenda.robuust.gewichten import marge
from agenda.robuust.rondlopen import loop_rond, trek_passende
from agenda.robuust.standpunt import Standpunt
from agenda.robuust.toppen import Soorten, in_top
from agenda.robuust.uitspraken import Uitspraak, alle_vlakken


@pytest.mark.parametrize("aantal", [2, 3, 4])
def test_opgedeeld_in_simplices_heeft_elke_cel_de_inhoud_uit_de_tabel(aantal: int) -> None:
    """The table came from another method (bench/maak_cellen.py)."""
    cellen, hoeken = alle_cellen(aantal), inhoud._hoeken(aantal)
    cel, stukken = inhoud._simplices(
        inhoud._hoeken_van(cellen.gewichten, hoeken), inhoud._op_vlak(hoeken), aantal - 1
    )
    inhouden = [Fraction()] * len(cellen.delen)
    groottes = abs(inhoud._determinanten(hoeken[stukken]))
    for nummer, grootte, punten in zip(cel, groottes, hoeken[stukken], strict=True):
        inhouden[nummer] += Fraction(int(grootte), prod(punten.sum(axis=1).tolist()))

    samen = sum(inhouden)
    assert [deel / samen for deel in inhouden] == [
        Fraction(int(deel), cellen.totaal) for deel in cellen.delen
    ]


def test_op_a_is_b_ligt_elke_volgorde_van_de_andere_even_vaak() -> None:
    vlak = (1, -1, 0, 0, 0)
    cellen = cellen_op(5, (vlak,))
    anders = [(0, 0, 1, -1, 0), (0, 0, 0, 1, -1)]

    deel = cellen.waar((cellen.hoogtes(anders) > 0).all(axis=1))

    assert Fraction(deel.totaal, cellen.totaal) == Fraction(1, 6)
    assert not cellen.hoogtes([vlak]).any()


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

    assert not getrokken.hoogtes(op).any()
    speling = 3 * marge(len(getrokken.delen))  # among many planes one may lie outside two
    for vlak in alle_vlakken(5)[::9]:
        precies = cellen.waar(cellen.hoogtes([vlak])[:, 0] > 0).totaal / cellen.totaal
        geschat = float((getrokken.hoogtes([vlak])[:, 0] > 0).mean())
        assert abs(precies - geschat) < speling


def test_rondlopen_blijft_binnen_wat_gezegd_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rondlopen, "TREKKINGEN", 1_000)
    boven = ((1, -1, 0, 0, 0, 0), (0, 1, -1, -1, 0, 0))
    gezegd = Uitspraak(boven=boven, op=((0, 0, 1, -1, 0, 0),))

    getrokken = loop_rond(6, gezegd, (6, 4, 1, 1, 1, 1))

    assert getrokken.past(gezegd).all()
    assert len(getrokken.delen) > 990


def test_vlakken_die_samen_een_weging_overlaten_hebben_een_cel() -> None:
    vlakken = ((1, -1, 0), (0, 1, -1), (1, 0, -1))

    cellen = cellen_op(3, vlakken)

    assert cellen.gewichten.tolist() == [[1, 1, 1]]
    assert cellen.totaal == 1


def test_wat_te_groot_is_voor_een_kommagetal_wordt_ook_precies_opgeteld() -> None:
    """Seventeen voices and drawn weights: what is even heavy everywhere stays equal."""
    gebied = Gebied(np.array([[10**9 + 1, 10**9 + 1, 7], [3, 3, 1]]), np.ones(2, dtype=np.int64))
    keer = lcm(*range(1, 18))
    patronen = [(keer - 1, 1, 3), (1, keer - 1, 3), (1, keer - 1, 2)]

    hoogtes = gebied.hoogtes(patronen)

    assert hoogtes.tolist() == [
        [sum(g * d for g, d in zip(weging, patroon, strict=True)) for patroon in patronen]
        for weging in gebied.gewichten.tolist()
    ]
    top = in_top(gebied, Soorten(tuple(patronen), (1, 1, 1)), 1)
    assert top.tolist() == [[True, True, False]] * 2


def test_ook_een_smal_gebied_wordt_overal_even_vaak_bezocht() -> None:
    """Known on average: the heaviest weighs a fifth of 1 + 1/2 + … + 1/5, and so on."""
    orde = Standpunt(tuple(frozenset({c}) for c in range(5)))
    gewichten = trek_passende(orde.uitspraak(5), 5).gewichten

    delen = (gewichten / gewichten.sum(axis=1, keepdims=True)).mean(axis=0)

    waar = [sum(Fraction(1, 5 * n) for n in range(plaats, 6)) for plaats in range(1, 6)]
    assert all(abs(deel - float(w)) < 0.004 for deel, w in zip(delen, waar, strict=True))
