"""What is told of the orders of the group: who decides, and what cannot be told."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, meegeleverd, ranglijst_van

from agenda.onderwerp.grens import Grens
from agenda.robuust import knoop
from agenda.robuust.exact import Exact
from agenda.robuust.groep import weeg_gemeenten
from agenda.robuust.robuustheid import Robuustheid, onderzoek
from agenda.weergave.robuust.robuust import toon_robuust

CODES = tuple(CRITERIA)
DRAAIEND = ("012", "120", "201")


def met(ordes: list[str], *, stil: int = 0, top: int = 1) -> Robuustheid:
    """Three topics with one criterion each, as municipalities with these orders see them."""
    robuustheid = onderzoek(
        ranglijst_van(*(maak_onderwerp(f"a-{n}", criteria=[CODES[n]]) for n in range(3))), top
    )
    gemeenten = meegeleverd()[0].regio.leden[: len(ordes) + stil]
    groep = weeg_gemeenten(
        gemeenten,
        {
            g.code: tuple(frozenset({int(criterium)}) for criterium in orde)
            for g, orde in zip(gemeenten, ordes, strict=False)
        },
        [kansen.patroon.zeker for kansen in robuustheid.plaatskansen],
        lambda orde: Exact(5, orde),
        top,
    )
    return replace(robuustheid, groep=groep)


def tekst_van(robuustheid: Robuustheid, vorm: str = "tabel") -> str:
    return " ".join(toon_robuust(robuustheid).als(vorm, 200).split())


def test_zijn_de_stillen_de_meerderheid_dan_staat_dat_erbij() -> None:
    zin = "Zij stemmen gelijk en zijn samen de meerderheid."

    assert zin in tekst_van(met(["012"], stil=2))
    assert zin not in tekst_van(met(["012"], stil=1))
    assert "stemt mee met alle wegingen: 1 van 2." in tekst_van(met(["012"], stil=1))
    assert "stemt mee met alle wegingen" not in tekst_van(met(["012", "012"]))


def test_met_grenzen_stemmen_de_stillen_met_wat_daarbinnen_past() -> None:
    met_grenzen = replace(met(["012"], stil=1), grenzen=(Grens(10, 40), *[Grens()] * 4))

    assert "alle wegingen die binnen de grenzen passen: 1 van 2." in tekst_van(met_grenzen)


def test_wie_het_eens_is_krijgt_bij_elke_manier_die_volgorde() -> None:
    uit = toon_robuust(met(["201"] * 3)).json()

    for orde in uit["groepsordes"]:
        assert orde["plaatsen"] == {"a-2": 1, "a-0": 2, "a-1": 3}
        assert (orde["in_top"], orde["alleen_hier_in_top"]) == (["a-2"], [])
    assert uit["altijd_in_top"] == ["a-2"]
    assert uit["groepsordes"][1]["oneens"] == {"aantal": 0, "van": 9}


def test_bij_een_kring_zijn_alle_drie_de_kemenyvolgordes_even_goed() -> None:
    robuustheid = met([*DRAAIEND])

    assert "Zij zien 4 van de 9 keer twee onderwerpen andersom." in tekst_van(robuustheid)
    assert tekst_van(robuustheid).count(" 1 tot 3 ") >= 3
    assert "Wie samen in een kring zit, deelt dus een plaats." in tekst_van(robuustheid)
    assert "Kring:" in tekst_van(robuustheid)


@pytest.mark.parametrize("vorm", ["tabel", "md", "csv", "json"])
def test_zonder_kemeny_staan_de_andere_er_wel(vorm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knoop, "MAX_LEDEN", 2)
    robuustheid = met([*DRAAIEND])

    if vorm == "json":
        _, kemeny, *andere = json.loads(toon_robuust(robuustheid).als(vorm, 200))["groepsordes"]
        assert kemeny["plaatsen"] is None
        assert kemeny["uitleg"].startswith("Staat er niet bij.")
        assert all(orde["plaatsen"] for orde in andere)
    elif vorm == "csv":
        assert ";;1;1;1;" in tekst_van(robuustheid, vorm)
    else:
        assert "Kemeny: staat er niet bij." in tekst_van(robuustheid, vorm)
