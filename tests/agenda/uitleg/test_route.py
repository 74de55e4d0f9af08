"""The route of a topic: cases that a colleague can add, and what always holds."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from bouwers_agenda import (
    Rauw,
    als_yaml,
    feit_van,
    kopie_van_profiel,
    maak_onderwerp,
    meegeleverd,
    onderwerpen_van,
    ranglijst_van,
    vervang,
)
from hypothesis import given
from hypothesis import strategies as st

from agenda.invoer.profiel import lees_profiel
from agenda.rangorde.herkomst import vingerafdruk
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.uitleg.route import Routewijzer
from agenda.weergave.uitleg.route import GEEN_ROUTE, besluit_tekst, route_json, route_zinnen
from agenda.weergave.uitleg.uitleg import toon_uitleg
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from agenda.indeling.indelingen import Indelingen
    from agenda.kennis.profiel import Profiel
    from agenda.uitleg.route import Route, Stap

GEVALLEN = [
    pytest.param(geval, id=geval["naam"])
    for bestand in sorted((Path(__file__).parent / "gevallen" / "route").glob("*.yaml"))
    for geval in yaml.safe_load(bestand.read_text(encoding="utf-8"))
]
ALLES_BEKEND = {
    "kosten_euro": 0,
    "groot_beleidsstuk": "nee",
    "juridische_toets": "nee",
    "urgent": "nee",
    "bevoegdheid": "college",
}
JA_NEE_ONBEKEND = ["ja", "nee", "onbekend"]

onderwerpen = st.fixed_dictionaries(
    {
        "kosten_euro": st.none() | st.integers(0, 10**12),
        "groot_beleidsstuk": st.sampled_from(JA_NEE_ONBEKEND),
        "juridische_toets": st.sampled_from(JA_NEE_ONBEKEND),
        "urgent": st.sampled_from(JA_NEE_ONBEKEND),
        "bevoegdheid": st.sampled_from(["college", "raad", "onbekend"]),
    }
)


def route(profiel: Profiel | None = None, **velden: Any) -> Route:
    """The route of a topic with these fields; what is not named is unknown."""
    (onderwerp,) = onderwerpen_van(maak_onderwerp(**velden))
    gekend, regelset = meegeleverd()
    wijzer = Routewijzer(
        profiel or gekend, date(2027, 1, 1), regelset.velden, _geen_indelingen, regelset.indelingen
    )
    return wijzer.route_van(onderwerp)


def _geen_indelingen() -> Indelingen:
    raise AssertionError("deze route vraagt naar geen enkele indeling")


def codes(stappen: tuple[Stap, ...]) -> list[str]:
    return [stap.gremium.code for stap in stappen]


@pytest.mark.parametrize("geval", GEVALLEN)
def test_de_route_is_zoals_het_geval_zegt(geval: dict[str, Any]) -> None:
    verwacht = geval["verwacht"]

    gevonden = route(**ALLES_BEKEND | geval["gegeven"])

    assert geval.keys() == {"naam", "gegeven", "verwacht"}
    assert verwacht.keys() <= {"langs", "spoed", "nog_te_bepalen", "besluit", "zin"}
    assert codes(gevonden.op_gewone_weg) == verwacht["langs"]
    assert codes(gevonden.andere) == verwacht.get("spoed", [])
    assert codes(gevonden.nog_te_bepalen) == verwacht.get("nog_te_bepalen", [])
    assert besluit_tekst(gevonden) == verwacht["besluit"]
    zinnen = route_zinnen(gevonden, meegeleverd()[0])
    assert any(zin.startswith(verwacht.get("zin", "1.")) for zin in zinnen)


@given(onderwerpen)
def test_wat_geld_kost_gaat_altijd_zeker_langs_de_financiele_werkgroep(velden: Rauw) -> None:
    uitkomsten = {stap.gremium.code: stap.uitkomst for stap in route(**velden).stappen}

    verwacht = {None: "onbekend", 0: None}.get(velden["kosten_euro"], "ja")
    assert uitkomsten.get("financiele-werkgroep") == verwacht


@given(onderwerpen)
def test_de_raad_besluit_precies_als_de_raad_bevoegd_is(velden: Rauw) -> None:
    gevonden = route(**velden)

    besluit = [gremium.code for gremium in gevonden.besluit]
    assert (besluit == ["gemeenteraad"]) == (velden["bevoegdheid"] == "raad")
    assert (besluit == ["college"]) == (velden["bevoegdheid"] == "college")
    assert gevonden.besluit_bekend == (velden["bevoegdheid"] != "onbekend")
    assert set(gevonden.besluit) <= set(meegeleverd()[0].beslissers)


@given(onderwerpen)
def test_de_volgorde_van_de_stappen_hangt_niet_af_van_het_onderwerp(velden: Rauw) -> None:
    alle = [stap.gremium for stap in meegeleverd()[0].route]

    gevonden = codes(route(**velden).stappen)

    assert gevonden == [code for code in alle if code in gevonden]


def test_een_onbekend_feit_laat_elke_stap_staan_die_er_bij_een_antwoord_zou_zijn() -> None:
    """For every way to answer some questions: what is certain, and what is left open."""
    ja_nee = ("ja", "nee")
    antwoorden: dict[str, tuple[Any, ...]] = {
        "kosten_euro": (0, 5),
        "bevoegdheid": ("college", "raad"),
        "groot_beleidsstuk": ja_nee,
        "juridische_toets": ja_nee,
        "urgent": ja_nee,
    }

    def langs(keuze: tuple[Any, ...]) -> Route:
        return route(**dict(zip(antwoorden, keuze, strict=True)))

    volledig = {keuze: set(codes(langs(keuze).stappen)) for keuze in product(*antwoorden.values())}
    for keuze in product(*((*lijst, None) for lijst in antwoorden.values())):
        past = [
            stappen
            for antwoord, stappen in volledig.items()
            if all(deel in (None, ander) for deel, ander in zip(keuze, antwoord, strict=True))
        ]

        gevonden = langs(keuze)

        open_ = set(codes(gevonden.nog_te_bepalen))
        assert set(codes(gevonden.stappen)) == set().union(*past)
        assert set(codes(gevonden.stappen)) - open_ == past[0].intersection(*past)


@given(onderwerpen)
def test_bij_elke_stap_die_nog_een_vraag_is_staat_wat_er_onbekend_is(velden: Rauw) -> None:
    for stap in route(**velden).stappen:
        assert bool(stap.onbekend) == (stap.uitkomst == "onbekend")
        assert all(velden[veld.naam] in (None, "onbekend") for veld in stap.onbekend)


@given(onderwerpen)
def test_de_zinnen_en_de_json_zeggen_hetzelfde_als_de_route(velden: Rauw) -> None:
    profiel, gevonden = meegeleverd()[0], route(**velden)

    zinnen, json = route_zinnen(gevonden, profiel), route_json(gevonden, profiel)

    assert [deel["gremium"] for deel in json["stappen"]] == codes(gevonden.stappen)
    assert json["zinnen"] == list(zinnen)
    for zin, stap in zip(zinnen, (*gevonden.op_gewone_weg, *gevonden.andere), strict=False):
        assert stap.gremium.naam in zin
        assert profiel.citeer(stap.bron) in zin
        assert ("(Nog niet ingevuld: " in zin) == (stap.uitkomst == "onbekend")
    einde = "Het PFO van elke deelregio en het Wethoudersoverleg Gelderland-Zuid besluiten niet"
    assert zinnen[-1] == f"{einde} (Inrichtingsplan §2.4.5)."


def test_de_csv_van_de_uitleg_heeft_een_rij_per_stap_en_zegt_wie_niet_besluit() -> None:
    ranglijst = ranglijst_van(maak_onderwerp(**ALLES_BEKEND | {"kosten_euro": None}))
    tekst = toon_uitleg(Jaaragenda(ranglijst), "wijk-ggz").als("csv", 80)

    rijen = list(csv.DictReader(io.StringIO(tekst[1:]), delimiter=";"))

    route_rijen = [rij for rij in rijen if rij["Soort"] == "route"]
    assert [(rij["Regel"], rij["Uitkomst"], rij["Gevonden"]) for rij in route_rijen] == [
        ("Kernteam", "ja", ""),
        ("Regionale werkgroep", "ja", ""),
        ("Financiële werkgroep", "onbekend", "kosten: onbekend"),
        ("PFO van elke deelregio", "ja", ""),
        ("Wethoudersoverleg Gelderland-Zuid", "ja", ""),
        ("College", "ja", ""),
        ("besluit", "ja", "college"),
        ("PFO van elke deelregio beslist", "nee", ""),
        ("Wethoudersoverleg Gelderland-Zuid beslist", "nee", ""),
    ]
    assert all(rij["Onderbouwing"] for rij in route_rijen[:6])
    assert {rij["Bron"] for rij in route_rijen[-2:]} == {"Inrichtingsplan §2.4.5"}


def test_alleen_college_en_raad_kunnen_besluiten() -> None:
    profiel, _ = meegeleverd()

    assert [(g.code, g.soort) for g in profiel.beslissers] == [
        ("college", "besluit"),
        ("gemeenteraad", "besluit"),
    ]


def test_een_route_verandert_geen_score_en_geen_plaats() -> None:
    gewoon, spoed = maak_onderwerp("gewoon"), maak_onderwerp("spoed", urgent="ja", kosten_euro=9)

    plaatsen = ranglijst_van(gewoon, spoed).toegelaten

    assert [(deel.plaats, deel.gedeeld) for deel in plaatsen] == [(1, True), (1, True)]


def test_de_uitleg_van_wat_niet_is_toegelaten_zegt_dat_de_route_dan_nog_niet_geldt() -> None:
    ranglijst = ranglijst_van(maak_onderwerp("wel"), maak_onderwerp("niet", regios=[]))

    def tekst(code: str) -> str:
        return toon_uitleg(Jaaragenda(ranglijst), code, met_route=True).als("tabel", 200)

    assert "als het onderwerp alsnog wordt toegelaten" in tekst("niet")
    assert "als het onderwerp alsnog wordt toegelaten" not in tekst("wel")


def test_een_profiel_zonder_route_zegt_dat_in_woorden(tmp_path: Path) -> None:
    map_ = kopie_van_profiel(tmp_path)
    # Rules over working groups ask which kind of body a group is.
    weg = ("route.yaml", "gremia.yaml", "indelingen.yaml")
    for naam in (*weg, "regels/werkgroepen.yaml", "regels/overeenstemming.yaml"):
        (map_ / naam).unlink()
    profiel, _ = lees_profiel(map_)

    gevonden = route(profiel, kosten_euro=5)

    assert (gevonden.stappen, gevonden.besluit) == ((), ())
    assert route_zinnen(gevonden, profiel) == (GEEN_ROUTE,)
    ranglijst = ranglijst_van(maak_onderwerp(), profiel=profiel)
    weergave = toon_uitleg(Jaaragenda(ranglijst), "wijk-ggz")
    assert all(GEEN_ROUTE in weergave.als(vorm, 200) for vorm in ("tabel", "json", "csv", "md"))


def test_gremia_en_route_tellen_mee_in_de_vingerafdruk_van_de_kennis() -> None:
    profiel, _ = meegeleverd()
    anders = [
        replace(profiel, route=profiel.route[::-1]),
        replace(profiel, gremia=profiel.gremia[1:]),
    ]

    assert len({vingerafdruk(deel.delen) for deel in (profiel, *anders)}) == 3


def test_de_volgorde_van_gremia_in_hun_bestand_maakt_niet_uit(tmp_path: Path) -> None:
    map_ = kopie_van_profiel(tmp_path)
    inhoud = yaml.safe_load((map_ / "gremia.yaml").read_text(encoding="utf-8"))
    (map_ / "gremia.yaml").write_text(als_yaml({"gremia": inhoud["gremia"][::-1]}), "utf-8")

    assert vingerafdruk(lees_profiel(map_)[0].delen) == vingerafdruk(meegeleverd()[0].delen)


def test_de_route_van_een_ranglijst_is_die_van_de_wijzer() -> None:
    ranglijst = ranglijst_van(maak_onderwerp(kosten_euro=5))

    assert Jaaragenda(ranglijst).route("wijk-ggz") == route(kosten_euro=5)


BREUKEN = {
    "onbekend gremium": (
        ("route.yaml", "- gremium: pfo", "- gremium: pvo"),
        [("gremium", "«pvo»", "- gremium: pvo")],
    ),
    "dubbele code": (
        ("gremia.yaml", "- code: uitvoeringsoverleg", "- code: kernteam"),
        [("code", "«kernteam»", "- code: kernteam")],
    ),
    "onbekende soort": (
        ("gremia.yaml", "soort: advies", "soort: adviserend"),
        [("gremia.11.soort", "«adviserend»", "soort: adviserend")],
    ),
    "soort ontbreekt": (
        (
            "gremia.yaml",
            "B en W]\n    soort: besluit\n",
            "B en W]\n",
        ),
        [("gremia.12.soort", "niets", "- code: college")],
    ),
    "onbekende weg": (
        ("route.yaml", "weg: spoed", "weg: snel"),
        [("weg", "«snel»", "weg: snel")],
    ),
    "onbekend veld in een voorwaarde": (
        ("route.yaml", "veld: kosten_euro", "veld: kosten_euros"),
        [("stap 3", "onbekend veld «kosten_euros»", "- {veld: kosten_euros, meer_dan: 0}")],
    ),
    "waarde die het veld niet kan hebben": (
        ("route.yaml", "bevoegdheid, is: raad", "bevoegdheid, is: raden"),
        [("stap 9", "«raden»", "- {veld: bevoegdheid, is: raden}")],
    ),
    "vergelijking die niet bestaat": (
        ("route.yaml", "meer_dan: 0", "groter: 0"),
        [("als", "«groter»", "- {veld: kosten_euro, groter: 0}")],
    ),
    "meer dan bij een woord": (
        ("route.yaml", "{veld: urgent, is: ja}", "{veld: urgent, meer_dan: ja}"),
        [
            (
                "stap 10",
                "«meer_dan» bij urgent, dat geen getal is",
                "- {veld: urgent, meer_dan: ja}",
            )
        ],
    ),
    "reden ontbreekt": (
        (
            "route.yaml",
            "    reden: De ambtenaren van alle gemeenten maken er samen een advies over.\n",
            "",
        ),
        [("stappen.2.reden", "niets", "- gremium: regionale-werkgroep")],
    ),
}


@pytest.mark.parametrize(("breuk", "verwacht"), BREUKEN.values(), ids=BREUKEN.keys())
def test_wat_in_gremia_en_route_niet_klopt_wordt_aangewezen(
    tmp_path: Path, breuk: tuple[str, str, str], verwacht: list[tuple[str, str, str]]
) -> None:
    map_ = kopie_van_profiel(tmp_path)
    bestand, oud, nieuw = breuk
    vervang(map_ / bestand, oud, nieuw)

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(map_)

    fouten = gevangen.value.meldingen
    regels = (map_ / bestand).read_text(encoding="utf-8").splitlines()
    gevonden = [(f.veld, f.gevonden, regels[f.plek.regel - 1].strip()) for f in fouten]
    assert gevonden == verwacht
    assert all(f.verwacht and f.plek.bestand.endswith(bestand) for f in fouten)


BRON = "    bron:\n      document: inrichtingsplan\n"


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "veld"),
    [
        ("gremia.yaml", BRON, BRON.replace("plan", "plen"), "bron.document"),
        ("route.yaml", BRON, BRON.replace("plan", "plen"), "bron.document"),
        (
            "gremia.yaml",
            "bron_besluit:\n      document: inrichtingsplan",
            "bron_besluit:\n      document: inrichtingsplen",
            "bron_besluit.document",
        ),
    ],
)
def test_een_bron_die_er_niet_is_wordt_aangewezen(
    tmp_path: Path, bestand: str, oud: str, nieuw: str, veld: str
) -> None:
    map_ = kopie_van_profiel(tmp_path)
    tekst = (map_ / bestand).read_text(encoding="utf-8")
    (map_ / bestand).write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(map_)

    (fout,) = gevangen.value.meldingen
    assert (fout.veld, fout.gevonden) == (veld, "«inrichtingsplen»")
    assert fout.suggestie == "bedoelde u «inrichtingsplan»?"
    assert fout.plek.regel == tekst[: tekst.index(oud)].count("\n") + oud.count("\n", 0, -1) + 1


def test_een_route_zonder_gremia_is_een_fout(tmp_path: Path) -> None:
    map_ = kopie_van_profiel(tmp_path)
    (map_ / "gremia.yaml").unlink()

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(map_)

    (fout,) = gevangen.value.meldingen
    assert (fout.veld, fout.gevonden) == ("stappen", "een route zonder gremia")


def test_een_gewone_weg_die_bij_geen_besluit_uitkomt_is_een_fout(tmp_path: Path) -> None:
    map_ = kopie_van_profiel(tmp_path)
    tekst = (map_ / "route.yaml").read_text(encoding="utf-8")
    (map_ / "route.yaml").write_text(tekst.split("  - gremium: college\n")[0], encoding="utf-8")

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(map_)

    (fout,) = gevangen.value.meldingen
    assert fout.gevonden == "een gewone weg zonder besluit"
    assert fout.verwacht == "een stap met de rol besluit"


def test_gremia_zonder_route_mag_en_geeft_geen_route(tmp_path: Path) -> None:
    map_ = kopie_van_profiel(tmp_path)
    (map_ / "route.yaml").unlink()
    profiel, _ = lees_profiel(map_)

    assert len(profiel.gremia) == 13
    assert route_zinnen(route(profiel), profiel) == (GEEN_ROUTE,)


def test_wat_over_de_weg_niet_is_ingevuld_is_onbekend_en_niet_nee() -> None:
    (onderwerp,) = onderwerpen_van(maak_onderwerp())

    velden = ("groot_beleidsstuk", "juridische_toets", "urgent")
    assert [feit_van(onderwerp, veld) for veld in velden] == ["onbekend"] * 3
