"""Over all weightings: the exact shares of places, and what must always hold of them."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import permutations
from math import comb
from typing import TYPE_CHECKING, Any

import maak_cellen
import pytest
from bouwers_agenda import CRITERIA, Rauw, maak_onderwerp, ranglijst_van
from hypothesis import given, settings
from hypothesis import strategies as st
from patronen_agenda import delen

from agenda.rangorde.patroon import bits_van
from agenda.robuust.exact import Exact, lees_cellen
from agenda.robuust.robuustheid import Robuustheid, onderzoek
from agenda.robuust.wegingen import altijd_boven
from agenda.weergave.robuust.robuust import toon_robuust

if TYPE_CHECKING:
    from agenda.rangorde.patroon import Delen
    from agenda.robuust.verdeling import Verdeling

CODES = tuple(CRITERIA)
PATRONEN = st.lists(st.lists(st.sampled_from(CODES), unique=True), max_size=9)
MAX = 5


def onderwerpen(patronen: list[list[str]]) -> list[Rauw]:
    """A topic a-0, a-1 … for each set of criteria that hold."""
    return [maak_onderwerp(f"a-{n}", criteria=criteria) for n, criteria in enumerate(patronen)]


def van(*patronen: list[str], top: int = 10) -> Robuustheid:
    return onderzoek(ranglijst_van(*onderwerpen(list(patronen))), top)


def per_code(robuustheid: Robuustheid) -> dict[str, Verdeling]:
    return {s.onderwerp.code: s.verdeling for s in robuustheid.plaatskansen}


def kans_boven(eerste: Delen, tweede: Delen) -> Fraction:
    """The closed form: p criteria only the first has, q only the second."""
    een, ander = bits_van(eerste), bits_van(tweede)
    p, q = (een & ~ander).bit_count(), (ander & ~een).bit_count()
    if not p or not q:
        return Fraction(p > 0)
    m = p + q - 1
    return Fraction(sum(comb(m, k) for k in range(q, m + 1)), 2**m)


@pytest.mark.parametrize("aantal", range(1, MAX + 1))
def test_de_cellen_vullen_samen_alle_wegingen_en_liggen_elk_in_een_eigen_deel(aantal: int) -> None:
    cellen = lees_cellen(aantal)

    assert sum(cellen.delen) == cellen.noemer
    assert min(cellen.delen) > 0
    volgordes = set()
    for gewichten in cellen.gewichten:
        assert list(gewichten) == sorted(set(gewichten), reverse=True)
        scores = [sum(g for i, g in enumerate(gewichten) if p >> i & 1) for p in range(2**aantal)]
        assert len(set(scores)) == 2**aantal
        volgordes.add(tuple(sorted(range(2**aantal), key=scores.__getitem__)))
    assert len(volgordes) == len(cellen.delen)


def test_vijf_criteria_geven_516_cellen_met_de_bekende_noemer() -> None:
    assert [len(lees_cellen(n).delen) for n in range(1, 6)] == [1, 1, 2, 14, 516]
    assert lees_cellen(5).noemer == 4_497_552_259_200


@pytest.mark.parametrize("aantal", range(1, MAX + 1))
def test_elke_kans_van_een_paar_is_die_van_de_gesloten_vorm(aantal: int) -> None:
    alle = Exact(aantal)
    alles = [delen(bits, aantal) for bits in range(2**aantal)]
    paren = [(een, ander) for een in alles for ander in alles]

    for (een, ander), massa in zip(paren, alle.wint(paren), strict=True):
        assert Fraction(massa, alle.totaal) == kans_boven(een, ander)


@pytest.mark.parametrize("aantal", range(1, MAX))
def test_het_script_maakt_de_cellen_die_het_programma_leest(aantal: int) -> None:
    gelezen = lees_cellen(aantal)

    assert [
        (cel.gewichten, cel.deel * gelezen.noemer) for cel in maak_cellen.cellen(aantal)
    ] == list(zip(gelezen.gewichten, gelezen.delen, strict=True))


@pytest.mark.traag
def test_het_script_maakt_precies_het_bestand_met_cellen() -> None:
    assert maak_cellen.tekst() == maak_cellen.BESTAND.read_text(encoding="utf-8")


def test_drie_onderwerpen_met_elk_een_eigen_criterium_hebben_elke_plaats_met_een_derde() -> None:
    robuustheid = van(*([code] for code in CODES[:3]))

    for verdeling in per_code(robuustheid).values():
        assert verdeling.plaatsen == {plaats: Fraction(1, 3) for plaats in (1, 2, 3)}
        assert (verdeling.beste, verdeling.slechtste, verdeling.verwacht) == (1, 3, 2)


def test_een_tegen_twee_criteria_wint_in_een_kwart_van_de_wegingen() -> None:
    verdelingen = per_code(van([CODES[0]], [CODES[1], CODES[2]]))

    assert verdelingen["a-0"].plaatsen == {1: Fraction(1, 4), 2: Fraction(3, 4)}


@pytest.mark.parametrize("aantal", [0, 1, 5])
def test_geen_een_of_alleen_gelijke_onderwerpen_delen_alle_plaatsen(aantal: int) -> None:
    robuustheid = van(*[[CODES[1]]] * aantal)

    assert len(robuustheid.plaatskansen) == aantal
    for verdeling in per_code(robuustheid).values():
        assert verdeling.plaatsen == {p: Fraction(1, aantal) for p in range(1, aantal + 1)}
        assert (verdeling.beste, verdeling.slechtste) == (1, aantal)


@settings(max_examples=15)
@given(PATRONEN)
def test_rijen_en_kolommen_tellen_op_tot_precies_een(patronen: list[list[str]]) -> None:
    verdelingen = per_code(van(*patronen)).values()

    for verdeling in verdelingen:
        assert sum(verdeling.plaatsen.values()) == 1
    for plaats in range(1, len(patronen) + 1):
        assert sum(verdeling.plaatsen.get(plaats, 0) for verdeling in verdelingen) == 1


@settings(max_examples=15)
@given(PATRONEN)
def test_wie_alles_heeft_wat_een_ander_heeft_en_meer_staat_daar_altijd_boven(
    patronen: list[list[str]],
) -> None:
    robuustheid = van(*patronen)

    for een in robuustheid.plaatskansen:
        for ander in robuustheid.plaatskansen:
            zeker, elders = een.patroon.zeker, ander.patroon.zeker
            boven = ander.onderwerp in robuustheid.altijd_onder(een)
            assert boven == altijd_boven(zeker, elders) == (kans_boven(zeker, elders) == 1)
            if boven:
                assert een.verdeling.verwacht < ander.verdeling.verwacht
            if zeker == elders:
                assert een.verdeling == ander.verdeling


@pytest.mark.traag
@settings(max_examples=25)
@given(PATRONEN, st.permutations(CODES))
def test_criteria_van_plaats_verwisselen_verwisselt_het_antwoord_mee(
    patronen: list[list[str]], andere: list[str]
) -> None:
    wissel = dict(zip(CODES, andere, strict=True))
    gewisseld = [[wissel[code] for code in patroon] for patroon in patronen]

    assert per_code(van(*gewisseld)) == per_code(van(*patronen))


@settings(max_examples=12)
@given(PATRONEN, st.randoms(use_true_random=False))
def test_de_volgorde_van_de_invoer_verandert_niets(patronen: list[list[str]], kans: Any) -> None:
    lijst = onderwerpen(patronen)
    geschud = kans.sample(lijst, len(lijst))

    een, twee = onderzoek(ranglijst_van(*lijst)), onderzoek(ranglijst_van(*geschud))

    assert toon_robuust(een).als("json", 100) == toon_robuust(twee).als("json", 100)


@settings(max_examples=12)
@given(PATRONEN.filter(lambda lijst: len(lijst) > 2), st.data())
def test_een_onderwerp_erbij_verandert_de_verwachting_met_de_kans_dat_het_erboven_staat(
    patronen: list[list[str]], data: st.DataObject
) -> None:
    """So the share in which one of two others is above the other cannot have changed."""
    erbij = data.draw(st.lists(st.sampled_from(CODES), unique=True))
    zonder, met = van(*patronen), van(*patronen, erbij)
    nieuw = next(s for s in met.plaatskansen if s.onderwerp.code == f"a-{len(patronen)}")

    voor, na = per_code(zonder), per_code(met)
    for stand in zonder.plaatskansen:
        code, eigen = stand.onderwerp.code, stand.patroon.zeker
        gelijk = Fraction(eigen == nieuw.patroon.zeker, 2)
        assert na[code].verwacht - voor[code].verwacht == (
            kans_boven(nieuw.patroon.zeker, eigen) + gelijk
        )


def test_de_kans_op_de_top_telt_de_eerste_plaatsen() -> None:
    robuustheid = van(*([code] for code in CODES), top=2)

    for verdeling in per_code(robuustheid).values():
        assert verdeling.kans(2) == Fraction(2, 5)
        assert verdeling.kans(5) == verdeling.kans(99) == 1


@pytest.mark.traag
@settings(max_examples=15)
@given(
    st.lists(
        st.fixed_dictionaries(
            {code: st.sampled_from(["ja", "nee", "onbekend"]) for code in CODES[:3]}
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(1, 4),
)
def test_wat_onbekend_is_houdt_de_uitkomst_precies_binnen_het_bereik(
    tags: list[dict[str, str]], top: int
) -> None:
    rauw = [
        maak_onderwerp(f"a-{n}", criteria={**dict.fromkeys(CODES, "nee"), **tag})
        for n, tag in enumerate(tags)
    ]
    robuustheid = onderzoek(ranglijst_van(*rauw), top)

    for stand in robuustheid.plaatskansen:
        code = stand.onderwerp.code
        for eigen, ander, kant in (("ja", "nee", stand.gunstig), ("nee", "ja", stand.ongunstig)):
            ingevuld = [
                onderwerp
                | {
                    "criteria": {
                        naam: (eigen if onderwerp["code"] == code else ander)
                        if waarde == "onbekend"
                        else waarde
                        for naam, waarde in onderwerp["criteria"].items()
                    }
                }
                for onderwerp in rauw
            ]
            assert per_code(onderzoek(ranglijst_van(*ingevuld), top))[code] == kant
        assert stand.gunstig.verwacht <= stand.verdeling.verwacht <= stand.ongunstig.verwacht
        assert stand.ongunstig.kans(top) <= stand.verdeling.kans(top) <= stand.gunstig.kans(top)


def test_de_json_heeft_de_afgesproken_vorm_met_breuken_als_tekst() -> None:
    robuustheid = van([CODES[0]], [CODES[1], CODES[2]], [CODES[1], CODES[2]], top=1)

    uit = json.loads(toon_robuust(robuustheid).als("json", 100))

    assert (uit["schema"], uit["methode"], uit["top"]) == ("agenda/robuust/2", "exact", 1)
    eerste, _, laatste = uit["onderwerpen"]
    assert laatste["code"] == "a-0"
    assert {naam: laatste[naam] for naam in ("plaats", "beste", "slechtste", "verwacht")} == {
        "plaats": 3,
        "beste": 1,
        "slechtste": 3,
        "verwacht": "5/2",
    }
    assert uit["patronen"][laatste["patroon"]] == {
        "criteria": [CODES[0]],
        "plaatsen": {"1": "1/4", "3": "3/4"},
    }
    assert (laatste["top_kans"], laatste["top_kans_decimaal"]) == ("1/4", 0.25)
    assert (laatste["in_top_kans"], eerste["in_top_kans"]) == ("1/4", "3/4")
    gelijk = uit["patronen"][eerste["patroon"]]
    assert gelijk["criteria"] == [CODES[1], CODES[2]]
    assert gelijk["plaatsen"] == {"1": "3/8", "2": "1/2", "3": "1/8"}
    assert (eerste["gelijk_met"], eerste["gelijk_met_aantal"]) == (["a-2"], 1)
    assert "groep" not in uit
    assert "kendall_w" not in uit


def test_zekerheid_staat_er_als_een() -> None:
    uit = json.loads(toon_robuust(van([CODES[0]])).als("json", 100))

    (enige,) = uit["onderwerpen"]
    assert uit["patronen"] == [{"criteria": [CODES[0]], "plaatsen": {"1": "1"}}]
    assert (enige["patroon"], enige["verwacht"], enige["top_kans"]) == (0, "1", "1")


def test_elke_volgorde_van_de_criteria_telt_even_zwaar() -> None:
    delen = {Exact(3, tuple(frozenset({c}) for c in r)).totaal for r in permutations(range(3))}

    assert {deel * 6 for deel in delen} == {Exact(3).totaal}
