"""Titles that look alike: what is proposed, what is not, and that it stays within bounds."""

from __future__ import annotations

import time
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agenda.samenvoeging.lijken import MAX_GEVONDEN, kale_titel, zoek_gelijkenis


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Respijtzorg in de regio", "Respijtzorg in de regio"),
        ("Plekken voor een time-out", "Een plek voor time-out"),
        ("Wijk-GGZ-teams doorontwikkelen", "Doorontwikkelen van de wijk GGZ teams"),
        ("Regisseur dakloosheid", "regisseur dakloosheit"),
        ("Één loket", "Een loket"),
    ],
)
def test_titels_die_op_elkaar_lijken_worden_voorgelegd(een: str, ander: str) -> None:
    assert zoek_gelijkenis({"a": een, "b": ander}).paren == (("a", "b"),)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Fase 1 van het programma", "Fase 2 van het programma"),
        ("Respijtzorg in de regio", "Schuldhulp in de regio"),
        ("Wonen", "Zorg"),
        ("???", "???"),
    ],
)
def test_titels_die_iets_anders_zeggen_niet(een: str, ander: str) -> None:
    assert zoek_gelijkenis({"a": een, "b": ander}).paren == ()


def test_van_een_paar_dat_bekend_is_wordt_niets_meer_gevraagd() -> None:
    titels = {"a": "Respijtzorg", "b": "Respijtzorg"}
    assert zoek_gelijkenis(titels, {("a", "b"): "beide"}).paren == ()


def test_dezelfde_titel_wordt_ook_gevonden_tussen_heel_veel_die_erop_lijken() -> None:
    titels = {f"t{n:04}": f"Afspraken over wonen en zorg in wijk {n}" for n in range(2_000)}
    titels["x"] = titels["t0100"]
    begin = time.perf_counter()
    gevonden = zoek_gelijkenis(titels)

    assert gevonden.paren == (("t0100", "x"),)
    assert time.perf_counter() - begin < 5


def test_er_is_een_grens_en_dat_wordt_gezegd() -> None:
    namen = ("".join(paar) for paar in combinations("abcdefghij", 2))
    titels = {naam: f"Aanpak van wonen en zorg {naam}" for naam in namen}
    gevonden = zoek_gelijkenis(titels)

    assert len(gevonden.paren) == MAX_GEVONDEN
    assert not gevonden.volledig
    assert zoek_gelijkenis({"a": "Wonen", "b": "Wonen"}).volledig


@given(st.dictionaries(st.text("abc", min_size=1), st.text(max_size=40), max_size=8))
def test_de_volgorde_doet_er_niet_toe_en_een_paar_staat_er_eenmaal(titels: dict[str, str]) -> None:
    paren = zoek_gelijkenis(titels).paren

    assert zoek_gelijkenis(dict(reversed(titels.items()))).paren == paren
    assert list(paren) == sorted(set(paren))
    assert all(een < ander for een, ander in paren)


@given(st.text(max_size=30))
@example("\N{MATHEMATICAL BOLD ITALIC CAPITAL ALPHA}")
def test_een_kale_titel_blijft_wat_hij_is(titel: str) -> None:
    assert kale_titel(kale_titel(titel)) == kale_titel(titel)
