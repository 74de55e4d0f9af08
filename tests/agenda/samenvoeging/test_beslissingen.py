"""Which topics stay when some go into others."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from agenda.samenvoeging.beslissingen import BEIDE, welke_blijven

CODES = ("a", "b", "c", "d", "e")


def test_een_keten_eindigt_bij_de_code_die_blijft() -> None:
    opgegaan = welke_blijven({("a", "b"): "a", ("b", "c"): "b"}, CODES)

    assert opgegaan.wordt == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "e"}


def test_twee_die_twee_zijn_blijven_allebei() -> None:
    assert welke_blijven({("a", "b"): BEIDE}, CODES).wordt["b"] == "b"


def test_een_keuze_over_wat_er_nu_niet_is_wacht() -> None:
    assert welke_blijven({("a", "z"): "z"}, CODES).wordt["a"] == "a"


def test_een_kring_en_twee_die_blijven_worden_genoemd() -> None:
    kring = welke_blijven({("a", "b"): "b", ("b", "c"): "c", ("a", "c"): "a"}, CODES)
    assert [codes[0] for codes in kring.kringen] == ["a", "b", "c"]

    twee = welke_blijven({("a", "b"): "b", ("a", "c"): "c"}, CODES)
    assert twee.kringen == (("a", "b", "c"),)


PAREN = st.dictionaries(st.sampled_from(list(combinations(CODES, 2))), st.integers(0, 2))


@given(PAREN)
def test_wat_blijft_gaat_zelf_nergens_in_op(keuzes: dict[tuple[str, str], int]) -> None:
    paren = {paar: (*paar, BEIDE)[keuze] for paar, keuze in keuzes.items()}
    opgegaan = welke_blijven(paren, CODES)

    assert opgegaan.wordt.keys() == set(CODES)
    if not opgegaan.kringen:
        assert all(opgegaan.wordt[eind] == eind for eind in opgegaan.wordt.values())
        gekozen = {paar: keuze for paar, keuze in paren.items() if keuze != BEIDE}
        assert all(opgegaan.wordt[een] == opgegaan.wordt[ander] for een, ander in gekozen)
