"""With more criteria than the cells cover, or within limits, the questions rest on draws."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import (
    CRITERIA,
    fout_van,
    kopie_van_profiel,
    maak_dossier,
    maak_onderwerp,
    ranglijst_uit,
)
from bouwers_vragen import antwoord, met_antwoorden, top_bij, zegt

from agenda.robuust import rondlopen
from agenda.robuust.gesprek import Gesprek, Vraag
from agenda.robuust.toppen import mogelijke_vragen

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.rangorde.ranglijst import Ranglijst

ZEVEN = (*CRITERIA, "klimaat", "bereik")
REGEL = """
  - code: {0}
    soort: criterium
    titel: {0}
    zin: Dit gaat over {0}.
    bron: {{document: inrichtingsplan, plaats: "§3"}}
    als:
      - {{veld: {0}, is: ja}}
    voorbeelden:
      - {{gegeven: {{{0}: ja}}, verwacht: ja}}
      - {{gegeven: {{{0}: nee}}, verwacht: nee}}
      - {{gegeven: {{}}, verwacht: onbekend}}
"""


@pytest.fixture
def lijst(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ranglijst:
    """A list on seven criteria."""
    monkeypatch.setattr(rondlopen, "TREKKINGEN", 1_000)
    profiel = kopie_van_profiel(tmp_path)
    with (profiel / "regels" / "criteria.yaml").open("a", encoding="utf-8") as regels:
        regels.writelines(REGEL.format(code) for code in ZEVEN[5:])
    kans = random.Random(7)
    rauw = [maak_onderwerp(f"o-{n}", criteria=kans.sample(ZEVEN, 3)) for n in range(12)]
    return ranglijst_uit(maak_dossier(tmp_path / "2027", rauw), profiel)


@pytest.mark.traag
def test_ook_met_zeven_criteria_ligt_de_top_na_een_paar_vragen_vast(lijst: Ranglijst) -> None:
    eigen = dict(zip(ZEVEN, (9, 14, 3, 22, 6, 6, 11), strict=True))
    even = Vraag((ZEVEN[4],), (ZEVEN[5],))
    antwoorden = [antwoord(*even, zegt(eigen, even))]
    while (vraag := (gesprek := Gesprek(met_antwoorden(lijst, antwoorden), 4)).vraag) is not None:
        assert len(vraag.links) + len(vraag.rechts) <= 5
        antwoorden.append(antwoord(*vraag, zegt(eigen, vraag)))

    assert gesprek.trekking is not None
    assert (gesprek.klaar, len(antwoorden) < 15) == (True, True)
    assert {b.code for b in gesprek.in_top} == top_bij(lijst, eigen, 4)
    assert gesprek.gewichten is not None
    assert top_bij(lijst, gesprek.gewichten, 4) == top_bij(lijst, eigen, 4)
    for gegeven in antwoorden:
        assert zegt(gesprek.gewichten, Vraag(gegeven.links, gegeven.rechts)) == gegeven.antwoord
    assert len(gesprek.redenen) == 12


def test_met_veel_criteria_blijft_het_aantal_vragen_te_overzien() -> None:
    for aantal in (6, 10, 20, 60):
        vragen = mogelijke_vragen(aantal)
        assert len(set(vragen)) == len(vragen)
        assert all(sum(map(abs, vlak)) <= 5 for vlak in vragen)
        assert len(vragen) <= max(1_000, aantal * (aantal - 1) // 2)


def test_binnen_grenzen_valt_een_vraag_weg_die_de_grenzen_al_beantwoorden(tmp_path: Path) -> None:
    rauw = [
        maak_onderwerp("een", criteria=["veiligheid"]),
        maak_onderwerp("twee", criteria=["wal-en-schip"]),
    ]
    grenzen = {"veiligheid": {"minstens": 30}, "wal-en-schip": {"hoogstens": 20}}

    gesprek = Gesprek(ranglijst_uit(maak_dossier(tmp_path, rauw, gewichtsgrenzen=grenzen)), 1)

    assert (gesprek.klaar, gesprek.vraag) == (True, None)
    assert [b.code for b in gesprek.in_top] == ["een"]
    assert gesprek.redenen[0].antwoorden == ()


def test_in_een_lang_bestand_wordt_de_kleinste_tegenspraak_gevonden(tmp_path: Path) -> None:
    """Hundreds of answers, of which one goes against an order of all criteria."""
    namen = list(CRITERIA)
    paren = [(een, ander) for n, een in enumerate(namen) for ander in namen[n + 1 :]]
    rijen = [f"- {{links: [{een}], rechts: [{ander}], antwoord: links}}\n" for een, ander in paren]
    rijen.append(f"- {{links: [{namen[2]}], rechts: [{namen[0]}, {namen[1]}], antwoord: links}}\n")
    maak_dossier(tmp_path)
    tekst = "antwoorden:\n" + "".join(rijen * 40)
    (tmp_path / "antwoorden.yaml").write_text(tekst, encoding="utf-8")

    gevonden = fout_van(tmp_path).gevonden
    assert "antwoord 2 («Wetswijziging»" in gevonden
    assert gevonden.count("(") == 2
