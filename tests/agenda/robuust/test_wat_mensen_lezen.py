"""What is told of firmness: the share in the top, who shares, who agrees, and how much is named."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from itertools import permutations

import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, meegeleverd, ranglijst_van
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.exporteren import VORMEN
from agenda.robuust.exact import Exact, lees_cellen
from agenda.robuust.groep import Groep, weeg_gemeenten
from agenda.robuust.robuustheid import Robuustheid, onderzoek
from agenda.stuk.opstellen import stel_stuk_op
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.robuust.robuust import toon_robuust
from agenda.weergave.uitleg.uitleg import toon_uitleg
from agenda.weergave.woorden import MAX_GENOEMD

CODES = tuple(CRITERIA)


def van(*patronen: list[str], top: int = 10) -> Robuustheid:
    lijst = [maak_onderwerp(f"a-{n:03}", criteria=codes) for n, codes in enumerate(patronen)]
    return onderzoek(ranglijst_van(*lijst), top)


@settings(max_examples=10)
@given(
    st.lists(st.lists(st.sampled_from(CODES), unique=True), min_size=1, max_size=6),
    st.integers(1, 6),
)
def test_in_de_top_is_het_deel_van_de_wegingen_met_een_plaats_in_de_top(
    patronen: list[list[str]], top: int
) -> None:
    """Against every cell of every order of three criteria, counted one by one."""
    drie = [sorted(set(patroon) & {*CODES[:3]}) for patroon in patronen]
    cellen = lees_cellen(3)
    in_top = [0] * len(drie)
    for orde in permutations(CODES[:3]):
        for gewichten, deel in zip(cellen.gewichten, cellen.delen, strict=True):
            gewicht = dict(zip(orde, gewichten, strict=True))
            scores = [sum(gewicht[code] for code in patroon) for patroon in drie]
            for nummer, score in enumerate(scores):
                in_top[nummer] += deel * (1 + sum(ander > score for ander in scores) <= top)
    alle = [tuple(int(code in patroon) for code in CODES[:3]) for patroon in drie]
    boven = Exact(3).boven(Counter(alle))
    totaal = 6 * cellen.noemer

    for nummer, patroon in enumerate(alle):
        deel = sum(massa for n, massa in boven[patroon].items() if n + 1 <= top)
        assert deel == in_top[nummer]
    # Only the mutual order of three criteria counts, so the other two change nothing.
    gevonden = {k.onderwerp.code: k.verdeling.in_top(top) for k in van(*drie).plaatskansen}
    assert [gevonden[f"a-{n:03}"] for n in range(len(drie))] == [
        Fraction(deel, totaal) for deel in in_top
    ]


def test_wie_altijd_een_plaats_deelt_leest_dat() -> None:
    robuustheid = van(*[[CODES[0]]] * 4, [])

    for vorm in ("tabel", "md"):
        tekst = " ".join(toon_robuust(robuustheid).als(vorm, 200).split())
        assert tekst.count("deelt altijd de plaatsen 1 tot 4 met drie andere") == 4
        assert "1 (gedeeld)" in tekst
        assert "1 tot 4 " not in tekst.replace("de plaatsen 1 tot 4", "")
    stuk = VORMEN["md"](*_agenda(robuustheid)).decode()
    assert "deelt het altijd de plaatsen 1 tot 4 met drie andere." in stuk
    uit = json.loads(toon_robuust(robuustheid).als("json", 100))
    assert [(o["beste"], o["slechtste"]) for o in uit["onderwerpen"]] == [(1, 4)] * 4 + [(5, 5)]
    assert [o["in_top_kans"] for o in uit["onderwerpen"]] == ["1"] * 5


def test_een_gedeelde_plaats_die_schuift_is_ook_gedeeld() -> None:
    tekst = " ".join(
        toon_robuust(van([CODES[0]], [CODES[0]], [CODES[1]])).als("tabel", 200).split()
    )

    assert "1 tot 3 (gedeeld)" in tekst
    assert tekst.count("deelt de plaats altijd met één ander") == 2


def _groep(sprekers: int, stil: int, *, tegen: bool = False) -> Groep:
    orde = tuple(frozenset({criterium}) for criterium in range(3))
    gemeenten = meegeleverd()[0].regio.leden[: sprekers + stil]
    ordes = {
        g.code: orde[::-1] if tegen and nummer % 2 else orde
        for nummer, g in enumerate(gemeenten[:sprekers])
    }
    return weeg_gemeenten(
        gemeenten, ordes, [(1, 0, 0), (0, 1, 0), (0, 0, 1)], lambda orde: Exact(3, orde), 1
    )


@pytest.mark.parametrize("tegen", [False, True])
def test_kendalls_w_telt_alleen_wie_een_volgorde_gaf(tegen: bool) -> None:
    assert _groep(2, 11, tegen=tegen).kendall_w is None
    assert _groep(3, 10, tegen=tegen).kendall_w == _groep(3, 0, tegen=tegen).kendall_w
    assert _groep(3, 10).kendall_w == 1
    assert _groep(4, 9, tegen=True).kendall_w == 0


def _agenda(robuustheid: Robuustheid) -> tuple:
    agenda = Jaaragenda(robuustheid.ranglijst)
    return agenda, lambda: stel_stuk_op(agenda)


def test_van_veel_gelijke_onderwerpen_worden_er_tien_genoemd() -> None:
    robuustheid = van(*[[CODES[0]]] * 40, *[[]] * 30)
    agenda, _ = _agenda(robuustheid)

    uit = json.loads(toon_robuust(robuustheid).als("json", 100))
    eerste = uit["onderwerpen"][0]
    assert (len(eerste["gelijk_met"]), eerste["gelijk_met_aantal"]) == (MAX_GENOEMD, 39)
    assert (len(eerste["altijd_eronder"]), eerste["altijd_eronder_aantal"]) == (MAX_GENOEMD, 30)
    waarom = json.loads(toon_uitleg(agenda, "a-000").als("json", 100))
    assert (len(waarom["deelt_met"]), waarom["deelt_met_aantal"]) == (MAX_GENOEMD, 39)
    assert "en nog 29" in " ".join(toon_uitleg(agenda, "a-000").als("tabel", 100).split())
    assert "nog 30" in toon_robuust(robuustheid).als("tabel", 100)
    assert "en nog 29" in toon_robuust(robuustheid).als("csv", 100)


@pytest.mark.traag
def test_de_uitvoer_groeit_niet_harder_dan_de_lijst() -> None:
    def groottes(aantal: int) -> dict[str, int]:
        robuustheid = van(*([CODES[n % 5]] for n in range(aantal)))
        paar = _agenda(robuustheid)
        uit = {vorm: len(VORMEN[vorm](*paar)) for vorm in ("json", "csv", "md")}
        robuust = toon_robuust(robuustheid)
        return uit | {
            f"robuust {vorm}": len(robuust.als(vorm, 100)) for vorm in ("json", "csv", "md")
        }

    klein, groot = groottes(120), groottes(480)

    for vorm, omvang in groot.items():
        assert omvang < 4.6 * klein[vorm], vorm


def test_een_lijst_alleen_vraagt_geen_stuk() -> None:
    def geen_stuk() -> None:
        pytest.fail("the document is drawn up")

    agenda, _ = _agenda(van([CODES[0]], []))
    for vorm in ("csv", "json"):
        assert VORMEN[vorm](agenda, geen_stuk)


def test_de_json_van_het_stuk_heeft_elke_route_een_keer() -> None:
    agenda, _ = _agenda(van(*[[CODES[0]]] * 5, []))

    uit = json.loads(VORMEN["json"](agenda, lambda: None))

    los = [
        json.loads(toon_uitleg(agenda, u["code"]).als("json", 100))["route"] for u in uit["uitleg"]
    ]
    assert [uit["routes"][u["route"]] for u in uit["uitleg"]] == los
    assert len(uit["routes"]) == 1
