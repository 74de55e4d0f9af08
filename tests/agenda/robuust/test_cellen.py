"""Counting with sets of cells gives what numpy gives point by point."""

from __future__ import annotations

import sys
from functools import cache
from itertools import combinations, product
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from patronen_agenda import delen

from agenda.onderwerp.grens import Grens
from agenda.robuust.celgebied import Celgebied, alle_cellen
from agenda.robuust.doorsnede import cellen_op
from agenda.robuust.exact import Exact
from agenda.robuust.gebied import Soorten
from agenda.robuust.getrokken import Getrokken
from agenda.robuust.inhoud import _determinant
from agenda.robuust.passend import Passend
from agenda.robuust.passende_gewichten import kleinste_gewichten
from agenda.robuust.punten import minder_dan, per_som, plus, tel
from agenda.robuust.standpunt import Standpunt
from agenda.robuust.tegenspraak import passende_weging, past_bij
from agenda.robuust.trekkingen import Trekkingen
from agenda.robuust.uitspraken import Uitspraak, alle_vlakken, tegenover, uitspraak_van_orde

VLAKKEN = st.sampled_from([kant for v in alle_vlakken(4) for kant in (v, tegenover(v))])
ORDES = st.permutations(range(4)).flatmap(
    lambda rij: st.integers(0, 4).map(lambda n: tuple(frozenset({c}) for c in rij[:n]))
)
AANTALLEN = st.dictionaries(st.integers(0, 15), st.integers(1, 300), min_size=1)


@cache
def _wegingen(aantal: int, op: tuple[tuple[int, ...], ...] = ()) -> np.ndarray:
    """The weighting inside each cell: cells × criteria."""
    cellen = cellen_op(aantal, op)
    return np.array([cellen.weging(nummer) for nummer in range(len(cellen.delen))])


@settings(max_examples=30, deadline=None)
@given(ORDES, AANTALLEN)
def test_precies_is_wat_numpy_over_de_cellen_telt(
    orde: tuple[frozenset[int], ...], aantallen: dict[int, int]
) -> None:
    cellen, wegingen = alle_cellen(4), _wegingen(4)
    per_patroon = {delen(bits, 4): aantal for bits, aantal in aantallen.items()}
    massas = np.array(cellen.delen)
    for boven in uitspraak_van_orde(orde, 4).boven:
        massas = massas * (wegingen @ np.array(boven) > 0)
    scores = {p: wegingen @ np.array(p) for p in per_patroon}

    exact = Exact(4, orde)

    assert exact.totaal == massas.sum()
    erboven = exact.boven(per_patroon)
    for patroon, eigen in scores.items():
        hoger = sum(n * (scores[p] > eigen) for p, n in per_patroon.items())
        verwacht = {int(n): int(massas[hoger == n].sum()) for n in np.unique(hoger)}
        assert erboven[patroon] == {n: massa for n, massa in verwacht.items() if massa}
    paren = list(combinations(per_patroon, 2))
    assert exact.wint(paren) == [int(massas[scores[a] > scores[b]].sum()) for a, b in paren]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(VLAKKEN, max_size=3),
    st.lists(VLAKKEN, max_size=1),
    AANTALLEN,
    st.integers(1, 400),
)
def test_cellen_en_trekkingen_op_dezelfde_wegingen_zeggen_hetzelfde(
    boven: list[tuple[int, ...]],
    op: list[tuple[int, ...]],
    aantallen: dict[int, int],
    top: int,
) -> None:
    """Cells count in whole numbers, draws in numpy."""
    gezegd = Uitspraak(tuple(boven), tuple(op))
    cellen, getrokken = cellen_op(4, gezegd.op), Getrokken(_wegingen(4, gezegd.op))
    soorten = Soorten(tuple(delen(bits, 4) for bits in aantallen), tuple(aantallen.values()))

    past = cellen.past(gezegd)
    assert past == getrokken.past(gezegd)
    assert cellen.in_top(soorten, top) == getrokken.in_top(soorten, top)
    assert cellen.massa(past) == sum(cellen.kies(cellen.delen, past))
    nummers = range(len(cellen.delen))
    assert [*cellen.kies(nummers, cellen.eerste(past, top))] == [*cellen.kies(nummers, past)][:top]


@given(
    st.integers(1, 3).flatmap(
        lambda n: st.lists(st.lists(st.integers(1, 40), min_size=n, max_size=n), min_size=1)
    ),
    st.integers(1, 6),
    st.data(),
)
def test_de_inhoud_van_een_groep_cellen_is_de_som(
    gewichten: list[list[int]], keer: int, data: st.DataObject
) -> None:
    aantal = len(gewichten[0])
    inhouden = data.draw(st.lists(st.integers(1, 10**20), min_size=len(gewichten), max_size=99))
    volgordes = data.draw(st.lists(st.permutations(range(aantal)), min_size=keer, max_size=keer))
    cellen = Celgebied(
        [tuple(rij) for rij in gewichten], inhouden[: len(gewichten)], [*map(tuple, volgordes)]
    )
    punten = data.draw(st.integers(0, cellen.alles))

    assert cellen.massa(punten) == sum(cellen.kies(cellen.delen, punten))


@given(st.lists(st.tuples(st.integers(0, 2**9 - 1), st.integers(0, 40))), st.integers(0, 99))
def test_wat_voor_alle_punten_tegelijk_is_geteld_klopt_punt_voor_punt(
    groepen: list[tuple[int, int]], grens: int
) -> None:
    def waarde(som: list[int], punt: int) -> int:
        return sum((deel >> punt & 1) << plek for plek, deel in enumerate(som))

    som, alles = tel(groepen), 2**9 - 1
    sommen = [sum(n for groep, n in groepen if groep >> punt & 1) for punt in range(9)]

    assert [waarde(som, punt) for punt in range(9)] == sommen
    assert [waarde(plus(som, som), punt) for punt in range(9)] == [2 * s for s in sommen]
    assert minder_dan(som, grens, alles) == sum(1 << p for p, s in enumerate(sommen) if s < grens)
    per = per_som(som, alles)
    assert [*per] == sorted(set(sommen))
    assert all(per[s] >> punt & 1 for punt, s in enumerate(sommen))
    assert sum(groep.bit_count() for groep in per.values()) == 9


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(
            st.lists(st.integers(-9, 9), min_size=n, max_size=n), min_size=n, max_size=n
        )
    )
)
def test_de_determinant_is_die_van_numpy(matrix: list[list[int]]) -> None:
    assert abs(_determinant(matrix)) == abs(round(np.linalg.det(np.array(matrix))))


@settings(max_examples=40, deadline=None)
@given(st.lists(VLAKKEN, max_size=3), st.lists(VLAKKEN, max_size=1), st.integers(1, 3))
def test_de_kleinste_gewichten_zijn_de_eerste_van_alle(
    boven: list[tuple[int, ...]], op: list[tuple[int, ...]], deler: int
) -> None:
    """All rows up to twelve in all, in the order in which they are preferred."""
    gezegd = Uitspraak(tuple(boven), tuple(op))

    def goed(gewichten: tuple[int, ...]) -> bool:
        return gewichten[0] % deler == 0

    rijen = [w for w in product(range(1, 10), repeat=4) if sum(w) <= 12 and past_bij(w, gezegd)]
    eerste = min(filter(goed, rijen), key=lambda w: (sum(w), max(w), w), default=None)
    if passende_weging(gezegd, 4) is None:
        assert eerste is None
    elif eerste:
        assert kleinste_gewichten(4, gezegd, goed, ()) == eerste


def test_na_genoeg_getallen_komen_de_gewichten_uit_wat_bekend_is() -> None:
    bekend = [(101, 1, 1), (7, 3, 9), (3, 7, 9)]

    gevonden = kleinste_gewichten(3, Uitspraak(), lambda w: w in bekend, bekend)

    assert gevonden == (3, 7, 9)  # found on the way: all rows with a total of 19 were tried
    assert sum(3 * comb(totaal - 1, 2) for totaal in range(3, 20)) < 5_000_000


@pytest.mark.parametrize("soort", ["grenzen", "meer criteria", "antwoord"])
def test_wie_trekt_zonder_numpy_hoort_dat_numpy_er_niet_is(
    soort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    wegingen = {
        "grenzen": lambda: Trekkingen(5, grenzen=(Grens(10, 100),) * 5),
        "meer criteria": lambda: Trekkingen(6),
        "antwoord": lambda: Passend(6, Standpunt((), ((1, -1, 0, 0, 0, 0),))),
    }[soort]()
    aantal = 5 if soort == "grenzen" else 6

    with pytest.raises(ModuleNotFoundError) as fout:
        wegingen.boven({delen(3, aantal): 1, delen(4, aantal): 2})

    assert fout.value.name == "numpy"
