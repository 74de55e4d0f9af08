"""The picture of how firmly the order stands: well-formed, complete, and nothing overlaps."""

from __future__ import annotations

import random
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, ranglijst_van

from agenda.robuust.robuustheid import onderzoek
from agenda.weergave.robuust.robuust import toon_robuust
from agenda.weergave.tekening.letters import breedte_van

NS = "{http://www.w3.org/2000/svg}"
LASTIG = '<script>alert("x")</script> & «Wij» ' * 8


def plaatje(aantal: int, titel: str = "", top: int = 10) -> ET.Element:
    kies = random.Random(7)
    rauw = [
        maak_onderwerp(
            f"a-{n}",
            titel=titel[:300] or f"Onderwerp {n}",
            criteria=[code for code in CRITERIA if kies.random() < 0.5],
        )
        for n in range(aantal)
    ]
    svg = toon_robuust(onderzoek(ranglijst_van(*rauw), top)).als("svg", 100)
    return ET.fromstring(svg)  # noqa: S314 - our own text


@pytest.mark.parametrize("aantal", [0, 1, 25, 60])
def test_het_plaatje_zegt_wat_het_is_en_heeft_een_rij_per_onderwerp(aantal: int) -> None:
    svg = plaatje(aantal)

    assert svg.get("role") == "img"
    assert "hoe stevig" in (svg.findtext(f"{NS}title") or "")
    assert f"{aantal} onderwerpen" in (svg.findtext(f"{NS}desc") or "")
    assert len(svg.findall(f"{NS}g")) == aantal


def test_de_hele_titel_blijft_tekst_en_staat_erbij() -> None:
    for rij in plaatje(3, LASTIG).findall(f"{NS}g"):
        assert (rij.findtext(f"{NS}title") or "").startswith(LASTIG[:300].strip())
        assert any((tekst.text or "").endswith("…") for tekst in rij.findall(f"{NS}text"))


@pytest.mark.parametrize("titel", ["", "W" * 300, LASTIG])
def test_geen_tekst_valt_over_een_andere_of_buiten_het_plaatje(titel: str) -> None:
    svg = plaatje(60, titel)
    breed, hoog = float(svg.get("width", 0)), float(svg.get("height", 0))

    vakken = [_vak(tekst) for tekst in svg.iter(f"{NS}text")]
    for links, boven, rechts, onder in vakken:
        assert 0 <= links <= rechts <= breed
        assert 0 <= boven <= onder <= hoog
    vakken.sort(key=lambda vak: (vak[3], vak[0]))
    for een, twee in pairwise(vakken):
        if een[3] == twee[3]:
            assert een[2] <= twee[0] + 1, (een, twee)


def _vak(tekst: ET.Element) -> tuple[float, float, float, float]:
    """Where a text stands, without the room that other fonts may need."""
    klasse = tekst.get("class") or ""
    hoogte = 10 if "deel" in klasse else 16 if klasse == "kop" else 12
    breedte = breedte_van(tekst.text or "", hoogte)
    x, y = float(tekst.get("x", 0)), float(tekst.get("y", 0))
    midden = klasse.split(" ")[0] in ("deel", "kolom", "rechts")
    begin = x - breedte * (1 if klasse == "plaats" else 0.5 if midden else 0)
    return begin, y - hoogte, begin + breedte, y


def test_elk_vak_draagt_zijn_getal() -> None:
    rijen = plaatje(4).findall(f"{NS}g")

    for rij in rijen:
        getallen = [t for t in rij.findall(f"{NS}text") if "deel" in (t.get("class") or "")]
        assert len(getallen) == len(rij.findall(f"{NS}rect")) > 0


def test_de_grens_van_de_top_staat_er_alleen_als_er_iets_onder_valt() -> None:
    assert plaatje(5, top=2).findall(f"{NS}line[@class='top']")
    assert not plaatje(5, top=5).findall(f"{NS}line[@class='top']")
