"""Drawing at random: it agrees with the exact answer, and with what others published."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from patronen_agenda import delen
from smaa import Beta, Gelijkmatig, Normaal, smaa, trek_vast

from agenda.robuust.exact import Exact
from agenda.robuust.gewichten import marge, trek_alle, trek_met_eis, trek_orde
from agenda.robuust.sorteren import porties, sorteer
from agenda.robuust.trekkingen import Trekkingen

MARGE = 1.5 * marge(100_000)
"""Many shares are held against their answer at once; the seed is fixed, so this is no gamble."""
LITERATUUR = yaml.safe_load(
    (Path(__file__).parent / "literatuur" / "smaa.yaml").read_text(encoding="utf-8")
)
GELIJKMATIG = yaml.safe_load(
    (Path(__file__).parent / "literatuur" / "smaa_gelijkmatig.yaml").read_text(encoding="utf-8")
)
ORDES: list[tuple[frozenset[int], ...]] = [
    (),
    (frozenset({1}), frozenset({0, 2})),
    (frozenset({4}), frozenset({3}), frozenset({0, 1, 2})),
]


@pytest.mark.parametrize("orde", ORDES)
def test_trekken_geeft_binnen_de_marge_hetzelfde_als_precies_rekenen(
    orde: tuple[frozenset[int], ...],
) -> None:
    precies, getrokken = Exact(5, orde), Trekkingen(5, orde)
    aantallen = {delen(bits): bits % 4 for bits in range(0, 32, 3)}
    paren = [(delen(een), delen(ander)) for een in range(32) for ander in range(32)]

    boven, ongeveer = precies.boven(aantallen), getrokken.boven(aantallen)
    for patroon in aantallen:
        assert boven[patroon].keys() >= ongeveer[patroon].keys()
        for aantal, massa in boven[patroon].items():
            verschil = massa / precies.totaal - ongeveer[patroon].get(aantal, 0) / getrokken.totaal
            assert abs(verschil) < MARGE
    winst = zip(precies.wint(paren), getrokken.wint(paren), strict=True)
    assert all(abs(a / precies.totaal - b / getrokken.totaal) < MARGE for a, b in winst)


def test_gewichten_zijn_gelijkmatig_getrokken_en_niet_achteraf_gelijk_gemaakt() -> None:
    gewichten = trek_alle(5)(np.random.default_rng(1), 100_000)

    assert np.allclose(gewichten.sum(axis=1), 1)
    assert abs((gewichten[:, 0] > 0.5).mean() - 0.0625) < MARGE


@pytest.mark.parametrize("orde", ORDES)
def test_gewichten_met_een_orde_passen_daar_altijd_bij(orde: tuple[frozenset[int], ...]) -> None:
    gewichten = trek_orde(5, orde)(np.random.default_rng(1), 1000)

    for zwaar, licht in pairwise(orde):
        zwaarste = gewichten[:, sorted(zwaar)].min(axis=1)
        assert (zwaarste > gewichten[:, sorted(licht)].max(axis=1)).all()
    assert np.allclose(gewichten.sum(axis=1), 1)


def test_een_eis_aan_de_gewichten_geeft_het_antwoord_van_de_wegingen_die_eraan_voldoen() -> None:
    trek = trek_met_eis(trek_alle(3), lambda gewichten: gewichten[:, 0] > gewichten[:, 1])
    matrix = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]

    gevonden = smaa(matrix, trek).verdelingen

    precies = Exact(3, (frozenset({0}), frozenset({1})))
    alleen = [delen(2**n, 3) for n in range(3)]
    boven = precies.boven(dict.fromkeys(alleen, 1))
    for patroon, verdeling in zip(alleen, gevonden, strict=True):
        for plaats, deel in verdeling.plaatsen.items():
            assert abs(deel - Fraction(boven[patroon][plaats - 1], precies.totaal)) < MARGE


def test_een_eis_waar_niets_aan_voldoet_wordt_geweigerd() -> None:
    trek = trek_met_eis(trek_alle(2), lambda gewichten: gewichten[:, 0] > 1)

    with pytest.raises(ValueError, match="meets the demand"):
        trek(np.random.default_rng(1), 10)


def test_gelijke_rijen_delen_hun_plaatsen_en_krijgen_dezelfde_getallen() -> None:
    uit = smaa([[0.3, 0.7], [0.9, 0.1], [0.3, 0.7]], trekkingen=1000).verdelingen

    assert uit[0] == uit[2]
    for plaats in (1, 2, 3):
        assert sum(verdeling.plaatsen.get(plaats, 0) for verdeling in uit) == 1


def test_verschillende_rijen_met_dezelfde_score_delen_hun_plaatsen() -> None:
    uit = smaa([[1, 1, 0], [1, 0, 1], [0, 0, 0]], trek_vast([2, 1, 1]), 10).verdelingen

    half = Fraction(1, 2)
    assert [dict(verdeling.plaatsen) for verdeling in uit] == [
        {1: half, 2: half},
        {1: half, 2: half},
        {3: Fraction(1)},
    ]
    assert [(v.beste, v.slechtste) for v in uit] == [(1, 2), (1, 2), (3, 3)]


def test_hetzelfde_zaad_geeft_hetzelfde_antwoord() -> None:
    matrix = np.random.default_rng(3).random((6, 7))

    assert smaa(matrix, trekkingen=5000) == smaa(matrix, trekkingen=5000)
    assert smaa(matrix, trekkingen=5000) != smaa(matrix, trekkingen=5000, zaad=1)


def test_normaal_verdeelde_waarden_winnen_zo_vaak_als_de_verdeling_zegt() -> None:
    uit = smaa(Normaal([[1.0], [0.5]], [[0.8], [0.6]]))

    verwacht = 1 - NormalDist(0.5, 1.0).cdf(0)
    assert abs(float(uit.verdelingen[0].plaatsen[1]) - verwacht) < uit.marge


@pytest.mark.parametrize("geval", LITERATUUR, ids=lambda geval: geval["naam"])
def test_een_gepubliceerd_voorbeeld_komt_er_weer_uit(geval: dict[str, Any]) -> None:
    waarden = Beta(geval["alfa"], geval["beta"], geval["slechtste"], geval["beste"])
    trek = trek_vast(geval["gewichten"]) if "gewichten" in geval else None

    uit = smaa(waarden, trek)

    for verdeling, gedrukt in zip(uit.verdelingen, geval["eerste"], strict=True):
        verschil = abs(float(verdeling.plaatsen[1]) - gedrukt)
        assert verschil < marge(geval["trekkingen"])


def als_waarden(geval: dict[str, Any]) -> Gelijkmatig:
    """Values from 0, the worst in the table, to 1, the best: the linear scale of these papers."""
    tabel = np.array(geval["waarden"], dtype=np.float64) * geval["meer_is_beter"]
    slechtste, bereik = tabel.min(axis=0), np.ptp(tabel, axis=0)
    tiende = np.broadcast_to(bereik / 10, tabel.shape)
    afwijking = tiende if geval["afwijking"] == "tiende" else np.array(geval["afwijking"])
    return Gelijkmatig((tabel - slechtste) / bereik, afwijking / bereik)


@pytest.mark.parametrize("geval", GELIJKMATIG, ids=lambda geval: geval["naam"])
def test_een_gepubliceerde_tabel_met_alle_plaatsen_komt_er_weer_uit(geval: dict[str, Any]) -> None:
    uit = smaa(als_waarden(geval))
    afgerond = 0.5  # percentage points: printed without decimals

    for verdeling, gedrukt in zip(uit.verdelingen, geval["plaatsen"], strict=True):
        for plaats, procent in enumerate(gedrukt, start=1):
            verschil = abs(float(verdeling.plaatsen.get(plaats, 0)) * 100 - procent)
            assert verschil <= afgerond + 100 * uit.marge


SCORES = st.floats(-2, 2) | st.sampled_from([0.0, -0.0, 0.5, float(np.nextafter(0.5, 1)), 5e-324])


@given(
    st.integers(1, 9).flatmap(
        lambda n: st.lists(st.lists(SCORES, min_size=n, max_size=n), min_size=1)
    )
)
def test_wie_zeker_verschilt_staat_in_de_goede_volgorde_en_gelijk_is_nooit_zeker(
    rijen: list[list[float]],
) -> None:
    scores = np.array(rijen, dtype=np.float64).reshape(len(rijen), -1)

    oplopend, zeker = sorteer(scores)

    for rij, volgorde, is_zeker in zip(rijen, oplopend.tolist(), zeker, strict=True):
        assert sorted(volgorde) == list(range(len(rij)))
        gesorteerd = [rij[nummer] for nummer in volgorde]
        assert gesorteerd == sorted(rij) or not is_zeker
        assert len(set(rij)) == len(rij) or not is_zeker


def test_verschillende_scores_zijn_vrijwel_altijd_zeker() -> None:
    _, zeker = sorteer(np.random.default_rng(1).random((1000, 100)))

    assert zeker.all()


@given(st.integers(0, 500), st.integers(0, 50), st.integers(1, 20), st.integers(1, 200))
def test_porties_zijn_samen_alle_trekkingen_elk_een_keer(
    trekkingen: int, getallen: int, minstens: int, samen: int
) -> None:
    delen = porties(trekkingen, getallen, minstens, samen)

    assert [n for deel in delen for n in range(trekkingen)[deel]] == list(range(trekkingen))


def test_wat_meer_criteria_heeft_staat_bij_geen_enkele_trekking_lager() -> None:
    aantal = 12
    patronen = [delen(2**n - 1, aantal) for n in range(aantal + 1)]

    boven = Trekkingen(aantal).boven(dict.fromkeys(reversed(patronen), 1))

    assert [list(boven[patroon]) for patroon in patronen] == [[aantal - n] for n in range(13)]
