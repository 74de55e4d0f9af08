"""parse(render(x)) == x: what is written to YAML, CSV or Excel is read back the same."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import lees, maak_dossier, maak_onderwerp, onderwerp_uit, onderwerpen_van
from bouwers_onderwerpen import onderwerpen
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from pathlib import Path

    from bouwers_agenda import Rauw

VORMEN = ("yaml", "csv", "excel")
LASTIG = {
    "aanhalingstekens": "zij zei \"ja\" en 'nee', zie “bijlage”",
    "puntkomma": "wonen; zorg, werk",
    "formule": "=1+1",
    "min": "-1+2",
    "apenstaart": "@SOM(A1)",
    "smiley": "👩‍👩‍👧 wonen 🏠",
    "van rechts naar links": "דיור ועבודה, سكن",
    "getal": "2027",
    "kommagetal": "0,40",
    "datum": "2027-01-31",
    "ja als tekst": "ja",
    "waarheid": "true",
    "niets": "null",
    "geen als tekst": "geen",
    "hekje": "# geen opmerking: echt",
    "streepje": "- geen lijst",
    "haken": "{a: [b]} & <b>*x*</b> | y",
    "procent": "%d {0} \\n",
    "regelscheiding": "voor\u2028na",
    "alineascheiding": "voor\u2029na",
    "harde spatie": "vijf\u00a0euro",
    "excelcode": "vorm_x0041_x",
}


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize("tekst", LASTIG.values(), ids=LASTIG.keys())
def test_een_lastige_titel_komt_terug_zoals_hij_is(tmp_path: Path, vorm: str, tekst: str) -> None:
    maak_dossier(tmp_path, [maak_onderwerp(titel=tekst)], vorm)

    assert onderwerp_uit(tmp_path).titel == tekst


@pytest.mark.parametrize("vorm", VORMEN)
def test_een_toelichting_met_meer_regels_komt_terug_zoals_zij_is(tmp_path: Path, vorm: str) -> None:
    tekst = 'Eerst dit; dan dat.\n\n  - een "punt"\n=1+1\n\tingesprongen'
    maak_dossier(tmp_path, [maak_onderwerp(toelichting=tekst)], vorm)

    assert onderwerp_uit(tmp_path).toelichting == tekst


@pytest.mark.parametrize("vorm", VORMEN)
def test_tekst_met_losse_accenten_wordt_tekst_met_vaste_accenten(tmp_path: Path, vorm: str) -> None:
    los = unicodedata.normalize("NFD", "Één café in Oekraïne")
    maak_dossier(tmp_path, [maak_onderwerp(titel=los, toelichting=f"  {los}\n")], vorm)

    onderwerp = onderwerp_uit(tmp_path)

    assert (onderwerp.titel, onderwerp.toelichting) == ("Één café in Oekraïne",) * 2


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize("lengte", [1, 300])
def test_de_kortste_en_de_langste_titel_komen_terug(tmp_path: Path, vorm: str, lengte: int) -> None:
    maak_dossier(tmp_path, [maak_onderwerp(titel="x" * lengte)], vorm)

    assert onderwerp_uit(tmp_path).titel == "x" * lengte


@pytest.mark.traag
@settings(max_examples=40)
@given(onderwerpen(), st.sampled_from(VORMEN))
def test_wat_geschreven_is_wordt_gelijk_teruggelezen(
    tmp_path_factory: pytest.TempPathFactory, lijst: list[Rauw], vorm: str
) -> None:
    map_ = maak_dossier(tmp_path_factory.mktemp("dossier"), lijst, vorm)

    assert lees(map_).dossier.onderwerpen == onderwerpen_van(*lijst)
