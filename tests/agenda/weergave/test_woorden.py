"""Shares inside a sentence."""

from __future__ import annotations

from fractions import Fraction

import pytest

from agenda.weergave.getallen import procent
from agenda.weergave.woorden import deel_tekst


@pytest.mark.parametrize(
    ("deel", "tekst"),
    [
        (Fraction(3, 4), "75% (3/4)"),
        (Fraction(0), "0%"),
        (Fraction(1), "100%"),
        (Fraction(5, 16), "ongeveer 31% (5/16)"),
        (Fraction(5, 8), "ongeveer 63% (5/8)"),
        (Fraction(1, 300), "minder dan 1% (1/300)"),
        (Fraction(299, 300), "meer dan 99% (299/300)"),
    ],
)
def test_een_deel_staat_er_precies_en_in_procenten(deel: Fraction, tekst: str) -> None:
    assert deel_tekst(deel) == tekst


@pytest.mark.parametrize("teller", range(1, 8))
def test_een_zin_en_een_tabel_ronden_hetzelfde_deel_gelijk_af(teller: int) -> None:
    """Halves too: 1/8 is 13% in both."""
    deel = Fraction(teller, 8)

    assert procent(deel) in deel_tekst(deel)
