"""What is written as YAML is read back as what it was."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.invoer.yamltekst import yaml_groep, yaml_lijst
from regels.lezen.tekst import geen_tekst, schone_tekst
from regels.lezen.yaml import ontleed_yaml

TEKST = st.text(max_size=40).map(schone_tekst).filter(lambda tekst: not geen_tekst(tekst))
NAAM = st.from_regex("[a-z][a-z_]{1,8}", fullmatch=True)
GETAL = st.integers(0, 10**12) | st.decimals(0, 100, places=2).filter(lambda d: d != int(d))
ENKEL = TEKST | GETAL | st.sampled_from(["ja", "no", "yes", "null", "01", "2027-01-01", "1e5", "~"])
WAARDE = ENKEL | st.lists(ENKEL, max_size=3) | st.dictionaries(NAAM, ENKEL, min_size=1, max_size=3)
RIJ = st.dictionaries(NAAM, WAARDE, min_size=1, max_size=5)


def _gelezen(tekst: str) -> Any:
    return ontleed_yaml(tekst, "x.yaml").waarde


@pytest.mark.traag
@settings(max_examples=40)
@given(st.lists(RIJ, max_size=4))
def test_een_lijst_komt_terug_zoals_zij_was(rijen: list[dict[str, Any]]) -> None:
    assert _gelezen(yaml_lijst("rijen", rijen, "Twee regels\nuitleg")) == {"rijen": rijen}


@settings(max_examples=40)
@given(st.dictionaries(NAAM, WAARDE, min_size=1))
def test_een_groep_ook(groep: dict[str, Any]) -> None:
    assert _gelezen(yaml_groep("groep", groep, "")) == {"groep": groep}


def test_een_decimaal_getal_blijft_een_getal() -> None:
    assert "0.4" in yaml_lijst("rijen", [{"fte": Decimal("0.4")}], "")
