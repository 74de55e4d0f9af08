"""How a way to a decision is called."""

from __future__ import annotations

import pytest

from agenda.kennis.route import Weg


@pytest.mark.parametrize(
    ("code", "kop"),
    [("vlug", "Vlug"), ("zonder-overleg-vooraf", "Zonder overleg vooraf")],
)
def test_de_kop_van_een_weg_is_zijn_code_in_gewone_woorden(code: str, kop: str) -> None:
    assert Weg(code, "Een weg").als_kop == kop
