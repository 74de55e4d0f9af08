"""Where criteria count for a share: pairs exactly, places drawn, held against plain counting."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, meegeleverd, ranglijst_uit
from bouwers_oordelen import maak_verdeeld_dossier, stemmen, willekeurig
from hypothesis import given, settings
from hypothesis import strategies as st
from patronen_agenda import delen

from agenda.rangorde.patroon import Patroon, patroon_van
from agenda.robuust.exact import Exact
from agenda.robuust.gewichten import marge, trek_alle, trek_orde
from agenda.robuust.groep import weeg_gemeenten
from agenda.robuust.onbekend import verdeel_patronen
from agenda.robuust.onderling import kans_boven
from agenda.robuust.paren import PrecieseParen
from agenda.robuust.robuustheid import Robuustheid, onderzoek
from agenda.robuust.trekkingen import Trekkingen
from agenda.weergave.robuust.robuust import toon_robuust

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.robuust.wegingen import Orde

DEEL = st.integers(0, 13).map(lambda ja: Fraction(ja, 13))
PATROON = st.tuples(*[DEEL] * 5)
ORDES: list[Orde] = [
    (),
    (frozenset({1}), frozenset({3})),
    (frozenset({1}), frozenset({0, 2})),
    (frozenset({4, 3}), frozenset({0})),
    tuple(frozenset({c}) for c in (2, 0, 1, 4, 3)),
    (frozenset({2}), frozenset({0, 1, 3, 4})),
]


@settings(max_examples=200)
@given(st.lists(st.integers(-13, 13), min_size=2, max_size=6, unique=True))
def test_de_kans_van_een_paar_is_het_gedeelde_verschil(verschil: list[int]) -> None:
    """Of x₊^(k-1), at the differences; so this only is when none of these are equal."""
    macht = len(verschil) - 1
    som = sum(
        Fraction(max(x, 0) ** macht, prod(x - y for y in verschil if y != x)) for x in verschil
    )

    assert kans_boven(tuple(Fraction(x, 13) for x in verschil)) == som


@given(PATROON, PATROON)
def test_een_van_de_twee_staat_boven_behalve_als_ze_gelijk_zijn(een: Any, ander: Any) -> None:
    heen = kans_boven(tuple(a - b for a, b in zip(een, ander, strict=True)))
    terug = kans_boven(tuple(b - a for a, b in zip(een, ander, strict=True)))

    assert heen + terug == (een != ander)


@pytest.mark.parametrize("orde", ORDES)
def test_met_ja_en_nee_is_de_kans_van_een_paar_die_van_de_cellen(orde: Orde) -> None:
    """Within an order too: the cells are another road to the same fraction."""
    cellen, vorm = Exact(5, orde), PrecieseParen(5, orde)
    paren = [(delen(een), delen(ander)) for een in range(0, 32, 3) for ander in range(32)]

    precies = zip(cellen.wint(paren), vorm.wint(paren), strict=True)
    assert all(Fraction(a, cellen.totaal) == Fraction(b) / vorm.totaal for a, b in precies)


@pytest.mark.parametrize("orde", ORDES)
def test_de_kans_van_een_paar_is_wat_trekken_geeft(orde: Orde) -> None:
    kans = np.random.default_rng(5)
    patronen = [tuple(Fraction(int(ja), 13) for ja in kans.integers(0, 14, 5)) for _ in range(8)]
    paren = [(een, ander) for een in patronen for ander in patronen]
    gewichten = trek_orde(5, orde)(np.random.default_rng(9), 100_000)

    wegingen = PrecieseParen(5, orde)

    for (een, ander), massa in zip(paren, wegingen.wint(paren), strict=True):
        hoger = gewichten @ np.array([float(a - b) for a, b in zip(een, ander, strict=True)]) > 0
        assert abs(massa / wegingen.totaal - hoger.mean()) < 2 * marge(100_000)
    assert wegingen.speling == 0


def test_bij_een_te_grote_groep_zonder_volgorde_wordt_ook_een_paar_getrokken() -> None:
    orde = (frozenset({0}), frozenset(range(1, 7)))
    een, ander = tuple([Fraction(1, 2)] * 7), (Fraction(1), *[Fraction(0)] * 6)

    getrokken, precies = PrecieseParen(7, orde), PrecieseParen(7)

    assert getrokken.speling > 0
    assert getrokken.verwacht_boven({een: 1, ander: 1}) == {}
    assert getrokken.wint([(ander, een)]) == Trekkingen(7, orde).wint([(ander, een)])
    assert precies.wint([(ander, een)]) == [precies.totaal * Fraction(1, 2) ** 6]


@settings(max_examples=15)
@given(st.lists(st.tuples(PATROON, st.lists(st.booleans(), min_size=5, max_size=5)), max_size=7))
def test_de_plaatsen_zijn_die_van_wegingen_die_apart_zijn_getrokken(ruw: Any) -> None:
    """Own draws and a plain count; what is unknown may all become yes, or no."""
    patronen = [
        Patroon(zeker, tuple(1 if open_ else deel for deel, open_ in zip(zeker, mag, strict=True)))
        for zeker, mag in ruw
    ]
    wegingen = PrecieseParen(5)
    gewichten = trek_alle(5)(np.random.default_rng(8), 20_000)
    verdelingen = verdeel_patronen(wegingen, patronen)

    for nummer, patroon in enumerate(patronen):
        anderen = patronen[:nummer] + patronen[nummer + 1 :]
        for gevonden, eigen, andere in (
            (verdelingen[patroon].zeker, patroon.zeker, [p.zeker for p in anderen]),
            (verdelingen[patroon].gunstig, patroon.mogelijk, [p.zeker for p in anderen]),
            (verdelingen[patroon].ongunstig, patroon.zeker, [p.mogelijk for p in anderen]),
        ):
            gelijk = 1 + andere.count(eigen)
            verschillend = [p for p in andere if p != eigen]
            score = gewichten @ np.array(eigen, dtype=float)
            boven = sum((gewichten @ np.array(p, dtype=float) > score) for p in verschillend)
            boven = np.zeros(len(score)) + boven
            for rang in range(1, len(patronen) + 1):
                deel = (boven + 1 <= rang).mean()
                assert abs(float(gevonden.in_top(rang)) - deel) < 4 * marge(20_000)
            assert gevonden.verwacht == 1 + Fraction(gelijk - 1, 2) + sum(
                kans_boven(tuple(a - b for a, b in zip(p, eigen, strict=True)))
                for p in verschillend
            )
            assert sum(gevonden.plaatsen.values()) == 1
            assert abs(float(gevonden.verwacht) - boven.mean() - (gelijk + 1) / 2) < 0.1


def test_wat_gelijk_is_heeft_dezelfde_verdeling_en_deelt_altijd(tmp_path: Path) -> None:
    robuustheid = van(tmp_path, aa="9 3 1", bb="9 3 1", cc="10 3 0", dd="13 0 0")

    aa, bb, cc, dd = (k for k in sorted(robuustheid.plaatskansen, key=lambda k: k.onderwerp.code))
    assert aa.verdeling == bb.verdeling
    assert [lid.code for lid in robuustheid.altijd_boven(aa)] == ["dd", "cc"]
    assert (robuustheid.aantal_gelijk(aa), robuustheid.aantal_gelijk(cc)) == (2, 1)
    assert dd.verdeling.plaatsen == {1: 1}
    assert aa.verdeling.plaatsen == {3: Fraction(1, 2), 4: Fraction(1, 2)}
    # The unknown voice makes ten of thirteen: as much as cc has.
    assert (aa.gunstig.beste, aa.gunstig.slechtste) == (2, 3)


def van(map_: Path, **tellingen: str) -> Robuustheid:
    """A dossier where «9 3 1» say yes, no and unknown of Veiligheid, and all say no of the rest."""
    rijen = []
    for code, telling in tellingen.items():
        ja, nee, onbekend = map(int, telling.split())
        rijen += stemmen(code, "veiligheid", "j" * ja + "n" * nee + "?" * onbekend)
        for criterium in CRITERIA:
            if criterium != "veiligheid":
                rijen += stemmen(code, criterium, "n" * 13)
    onderwerpen = [maak_onderwerp(code, criteria=None) for code in tellingen]
    return onderzoek(ranglijst_uit(maak_verdeeld_dossier(map_, onderwerpen, rijen)))


def test_zeggen_alle_gemeenten_hetzelfde_dan_blijft_alles_precies(tmp_path: Path) -> None:
    robuustheid = van(tmp_path, aa="13 0 0", bb="0 13 0", cc="0 0 13")
    uit = json.loads(toon_robuust(robuustheid).als("json", 100))

    assert (robuustheid.trekking, robuustheid.verdeeld, uit["methode"]) == (None, False, "exact")
    assert "precies" not in uit
    assert [p["criteria"] for p in uit["patronen"]] == [["veiligheid"], []]


def test_de_json_zegt_per_patroon_welk_deel_telt_en_wat_getrokken_is(tmp_path: Path) -> None:
    uit = json.loads(toon_robuust(van(tmp_path, aa="9 3 1", bb="13 0 0")).als("json", 100))

    assert [p["criteria"] for p in uit["patronen"]] == [
        {"veiligheid": "9/13"} if deel == 9 else ["veiligheid"] for deel in (13, 9)
    ]
    assert uit["methode"] == "getrokken"
    assert uit["trekkingen"] == {"aantal": 100_000, "zaad": 2022, "marge": 0.003099}
    assert {"verwacht", "altijd_erboven"} <= set(uit["precies"])
    tekst = " ".join(toon_robuust(van(tmp_path, aa="9 3 1", bb="13 0 0")).als("md", 100).split())
    assert "telt een criterium voor het deel dat ja zegt" in tekst
    assert "geschat met 100.000 willekeurige wegingen" in tekst


def test_met_grenzen_is_ook_de_verwachting_getrokken(tmp_path: Path) -> None:
    onderwerpen, rijen, _ = willekeurig(4, 12)
    grenzen = {"veiligheid": {"minstens": 20, "hoogstens": 100}}
    map_ = maak_verdeeld_dossier(tmp_path, onderwerpen, rijen, gewichtsgrenzen=grenzen)
    uit = json.loads(toon_robuust(onderzoek(ranglijst_uit(map_))).als("json", 100))

    assert uit["methode"] == "getrokken"
    assert "verwacht" not in uit["precies"]
    for onderwerp in uit["onderwerpen"]:
        patroon = uit["patronen"][onderwerp["patroon"]]
        verwacht = sum(int(n) * Fraction(deel) for n, deel in patroon["plaatsen"].items())
        assert Fraction(onderwerp["verwacht"]) == verwacht


def test_de_volgorde_van_de_invoer_en_van_de_oordelen_verandert_niets(tmp_path: Path) -> None:
    onderwerpen, rijen, gewichten = willekeurig(6, 12)
    een = maak_verdeeld_dossier(tmp_path / "een", onderwerpen, rijen, gewichten=gewichten)
    twee = maak_verdeeld_dossier(
        tmp_path / "twee", onderwerpen[::-1], rijen[::-1], gewichten=gewichten
    )

    assert [
        toon_robuust(onderzoek(ranglijst_uit(map_))).als("json", 100) for map_ in (een, twee)
    ] == [toon_robuust(onderzoek(ranglijst_uit(een))).als("json", 100)] * 2


@pytest.mark.traag
@settings(max_examples=10)
@given(st.lists(PATROON, min_size=2, max_size=5), st.lists(st.permutations(range(5)), min_size=1))
def test_een_duel_telt_wie_in_meer_dan_de_helft_van_haar_wegingen_kiest(
    patronen: list[Any], volgordes: list[list[int]]
) -> None:
    gemeenten = meegeleverd()[0].regio.leden[: len(volgordes) + 1]
    ordes: dict[str, Orde] = {
        gemeente.code: tuple(frozenset({c}) for c in volgorde)
        for gemeente, volgorde in zip(gemeenten, volgordes, strict=False)
    }
    groep = weeg_gemeenten(gemeenten, ordes, patronen, lambda orde: PrecieseParen(5, orde), 1)

    for duel in groep.duels:
        per_gemeente = []
        for gemeente in gemeenten:
            wegingen = PrecieseParen(5, ordes.get(gemeente.code, ()))
            massa = Fraction(wegingen.wint([(duel.een, duel.ander)])[0])
            per_gemeente.append(massa * 2 - wegingen.totaal)
        assert duel.voor == sum(verschil > 0 for verschil in per_gemeente)
        assert duel.tegen == sum(verschil < 0 for verschil in per_gemeente)
    aantallen = Counter(patronen)
    for patroon, stand in groep.standen.items():
        per_gemeente = []
        for gemeente in gemeenten:
            boven = PrecieseParen(5, ordes.get(gemeente.code, ())).verwacht_boven(aantallen)
            per_gemeente.append(boven[patroon] + Fraction(aantallen[patroon] + 1, 2))
        assert stand.verdeling.verwacht == sum(per_gemeente) / len(gemeenten)
        assert stand.laagste == max(per_gemeente)


def test_een_patroon_is_het_deel_dat_ja_zegt_en_dat_wat_nog_ja_kan_worden(tmp_path: Path) -> None:
    onderwerpen, rijen, gewichten = willekeurig(2, 16)
    lijst = ranglijst_uit(maak_verdeeld_dossier(tmp_path, onderwerpen, rijen, gewichten=gewichten))

    for lid in lijst.toegelaten:
        patroon, weegt = patroon_van(lid.uitslag), gewichten.values()
        zeker, mogelijk = (
            sum(w * deel for w, deel in zip(weegt, kant, strict=True)) for kant in patroon
        )
        assert (zeker, mogelijk) == (lid.uitslag.score, lid.uitslag.score_max)
