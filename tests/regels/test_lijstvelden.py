"""Fields that hold several choices, as rules are judged on them and as people read them."""

from __future__ import annotations

import pytest

from regels.lijstvelden import noem_feit


@pytest.mark.parametrize(
    ("naam", "waarde", "zin"),
    [
        ("kosten", 5, "kosten: 5"),
        ("kosten", None, "kosten: onbekend"),
        ("aard:inkoop", "ja", "aard met inkoop"),
        ("aard:inkoop", "nee", "aard zonder inkoop"),
        ("aard:inkoop", None, "aard: onbekend"),
    ],
)
def test_feit_leest_zoals_iemand_het_zegt(naam: str, waarde: object, zin: str) -> None:
    assert noem_feit(naam, waarde) == zin
