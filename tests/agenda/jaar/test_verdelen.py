"""Splitting one amount: whole euros, and never one lost, whatever the key."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.jaar.verdeling import GeenSleutel, verdeel

MACRO = {
    "berg-en-dal": 291296,
    "beuningen": 182593,
    "druten": 150605,
    "heumen": 111508,
    "mook": 47535,
    "nijmegen": 1485059,
    "wijchen": 311072,
}
LEDEN = st.text("abcdefgh", min_size=1, max_size=4)
SLEUTELS = st.dictionaries(LEDEN, st.integers(0, 10**12), min_size=1, max_size=30).filter(
    lambda sleutel: any(sleutel.values())
)


@pytest.mark.traag
@settings(max_examples=1000)
@given(st.integers(0, 10**12), SLEUTELS, LEDEN)
def test_bij_duizend_sleutels_en_bedragen_raakt_geen_euro_kwijt(
    bedrag: int, sleutel: dict[str, int], rest_naar: str
) -> None:
    delen = verdeel(bedrag, sleutel, rest_naar)

    assert sum(deel.bedrag for deel in delen) == bedrag
    assert [deel.lid for deel in delen] == list(sleutel)
    assert all(type(deel.bedrag) is int for deel in delen)
    naar = rest_naar if sleutel.get(rest_naar) else min(sleutel, key=lambda c: (-sleutel[c], c))
    for deel in delen:
        if deel.lid != naar:
            precies = Fraction(bedrag) * sleutel[deel.lid] / sum(sleutel.values())
            assert deel.bedrag == int(precies + Fraction(1, 2))


@given(st.integers(0, 10**9), SLEUTELS, st.integers(1, 10**6))
def test_een_sleutel_in_een_andere_eenheid_verdeelt_hetzelfde(
    bedrag: int, sleutel: dict[str, int], keer: int
) -> None:
    groter = {lid: deel * keer for lid, deel in sleutel.items()}

    assert verdeel(bedrag, groter) == verdeel(bedrag, sleutel)


@given(st.integers(0, 10**9), SLEUTELS)
def test_de_volgorde_van_de_sleutel_doet_er_niet_toe(bedrag: int, sleutel: dict[str, int]) -> None:
    omgekeerd = dict(reversed(sleutel.items()))

    assert set(verdeel(bedrag, omgekeerd)) == set(verdeel(bedrag, sleutel))


def test_de_kwartiermaker_komt_uit_zoals_hij_is_gedrukt() -> None:
    delen = verdeel(50_000, MACRO, "nijmegen")

    assert [deel.bedrag for deel in delen] == [5646, 3539, 2919, 2161, 921, 28785, 6029]


def test_twee_lagen_geven_de_hele_tabel_en_drie_lagen_niet() -> None:
    def samen(*lagen: int) -> dict[str, int]:
        delen = [verdeel(laag, MACRO, "nijmegen") for laag in lagen]
        return {lid: sum(deel[n].bedrag for deel in delen) for n, lid in enumerate(MACRO)}

    drie = samen(2_411_193, 118_475, 50_000)

    assert samen(2_529_668, 50_000) == MACRO
    anders = {lid: drie[lid] - bedrag for lid, bedrag in MACRO.items() if drie[lid] != bedrag}
    assert anders == {"nijmegen": 1, "wijchen": -1}


@pytest.mark.parametrize(
    ("rest_naar", "verwacht"), [("c", [33, 33, 34]), (None, [34, 33, 33]), ("z", [34, 33, 33])]
)
def test_de_rest_gaat_naar_wie_is_genoemd_en_anders_naar_het_grootste_deel(
    rest_naar: str | None, verwacht: list[int]
) -> None:
    delen = verdeel(100, {"a": 1, "b": 1, "c": 1}, rest_naar)

    assert [deel.bedrag for deel in delen] == verwacht


def test_een_halve_euro_gaat_naar_boven() -> None:
    assert [deel.bedrag for deel in verdeel(1, {"a": 1, "b": 1}, "b")] == [1, 0]


@pytest.mark.parametrize("sleutel", [{}, {"a": 0}])
def test_zonder_delen_is_er_niets_te_verdelen(sleutel: dict[str, int]) -> None:
    with pytest.raises(GeenSleutel):
        verdeel(10, sleutel)
