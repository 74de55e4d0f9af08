"""Two agendas beside each other: each reason for a move, and what always holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from bouwers_agenda import BEIDE, CRITERIA, meegeleverd
from bouwers_vergelijking import MAG_KANT, kant_van, toetsers, vergelijk_kanten
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.rangorde.prioritering import maatstaf_van, prioriteer_met
from agenda.vergelijking.vergelijken import vergelijk
from agenda.weergave.vergelijking.vergelijking import toon_vergelijking
from agenda.weergave.vergelijking.verschillen import verschil_woorden, wijziging_woorden
from agenda.weergave.vergelijking.zinnen import waar, waardoor, waardoor_status

if TYPE_CHECKING:
    from agenda.vergelijking.stappen import Kant
    from agenda.vergelijking.vergelijken import Vergelijking

BESTANDEN = sorted((Path(__file__).parent / "vergelijkingen").glob("*.yaml"))
GEVALLEN = [
    pytest.param(geval, id=geval["naam"])
    for bestand in BESTANDEN
    for geval in yaml.safe_load(bestand.read_text(encoding="utf-8"))
]
MAG_VERWACHT = {"niets", "nieuw", "weg", "maatstaf", "plaats", "stappen", "zin", "wijzigingen"}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_de_vergelijking_is_zoals_het_geval_zegt(geval: dict[str, Any]) -> None:
    gevonden = vergelijk_kanten(geval["oud"], geval["nieuw"])

    verwacht = geval["verwacht"]
    delen = {deel.onderwerp.code: deel for deel in gevonden.overgenomen}
    assert gevonden.zelfde == ("niets" in verwacht)
    assert codes(gevonden.nieuwe) == verwacht.get("nieuw", [])
    assert codes(gevonden.weg) == verwacht.get("weg", [])
    if "maatstaf" in verwacht:
        assert maatstaf(gevonden) == verwacht["maatstaf"]
    for code, plaatsen in verwacht.get("plaats", {}).items():
        assert [waar(kant).removeprefix("plaats ") for kant in delen[code][:2]] == plaatsen, code
    for code, stappen in verwacht.get("stappen", {}).items():
        assert {s.stap: s.plaatsen for s in delen[code].stappen if s.plaatsen} == stappen, code
    for code, zinnen in verwacht.get("zin", {}).items():
        assert waardoor(delen[code], gevonden) == zinnen, code
    for code, zinnen in verwacht.get("wijzigingen", {}).items():
        woorden = (wijziging_woorden(w, CRITERIA) for w in delen[code].wijzigingen)
        assert [f"{wat}: {was} → {wordt}" for wat, was, wordt in woorden] == zinnen, code


@pytest.mark.parametrize("geval", GEVALLEN)
def test_een_geval_gebruikt_alleen_woorden_die_de_proef_kent(geval: dict[str, Any]) -> None:
    assert geval.keys() == {"naam", "oud", "nieuw", "verwacht"}
    assert geval["oud"].keys() | geval["nieuw"].keys() <= MAG_KANT
    assert geval["verwacht"].keys() <= MAG_VERWACHT


REGELS = st.sampled_from(
    [
        {},
        {"laaghangend-fruit": "geen"},
        {"duurzaamheid": {"titel": "Duurzaamheid"}},
        {"veiligheid": {"geldig_tot": date(2027, 6, 30)}},
        {
            "planrelatie": {
                "als": [
                    {
                        "veld": "aantal_geldige_planrelaties",
                        "vergelijking": "minstens",
                        "waarde": 2,
                    }
                ]
            }
        },
    ]
)
PLANNEN = st.sampled_from(
    [{}, {"samen-dichtbij": {"geldig_tot": date(2027, 6, 30)}}, {"regioplan-bw": "geen"}]
)


@st.composite
def kanten(trek: st.DrawFn) -> Kant:
    """One side: few topics, so that the sides share many; anything about them may differ."""
    regels, plannen = trek(REGELS), trek(PLANNEN)
    criteria = (set(CRITERIA) | set(regels)) - {"laaghangend-fruit", "planrelatie"}
    bestaand = ["samen-dichtbij", "evaluatie-samen-dichtbij"]
    bestaand += [] if "regioplan-bw" in plannen else ["regioplan-bw"]
    velden = st.fixed_dictionaries(
        {
            "titel": st.sampled_from(["De brug", "De tunnel"]),
            "plannen": st.lists(st.sampled_from(bestaand), max_size=2) | st.none(),
            "regios": st.sampled_from([BEIDE, BEIDE, BEIDE[:1]]),
            "criteria": st.lists(st.sampled_from(sorted(criteria)), unique=True),
        }
    )
    onderwerpen = trek(st.dictionaries(st.sampled_from(["aa", "bb", "cc", "dd", "ee"]), velden))
    return kant_van(
        onderwerpen,
        peildatum=trek(st.sampled_from([date(2027, 1, 1), date(2028, 1, 1)])),
        gewichten=trek(st.dictionaries(st.sampled_from(sorted(criteria)), st.integers(0, 4))),
        regels=regels,
        plannen=plannen,
    )


@settings(max_examples=30)
@given(kanten(), kanten())
def test_de_stappen_zijn_samen_de_hele_verschuiving(oud: Kant, nieuw: Kant) -> None:
    gevonden = vergelijk(oud, nieuw, maak=toetsers())

    for deel in gevonden.overgenomen:
        for vorige, volgende in zip(deel.stappen, deel.stappen[1:], strict=False):
            assert vorige.naar == volgende.van
        eerste, laatste = deel.stappen[0].van, deel.stappen[-1].naar
        assert eerste.uitslag == deel.oud.uitslag
        assert laatste.uitslag == deel.nieuw.uitslag
        assert sum(stap.plaatsen for stap in deel.stappen) == eerste.plaats - laatste.plaats
        for kant, stand in ((deel.oud, eerste), (deel.nieuw, laatste)):
            if kant.plaats is not None:
                assert (stand.plaats, stand.gedeeld) == (kant.plaats, kant.gedeeld)


@settings(max_examples=30)
@given(kanten(), kanten())
def test_wie_passeerde_is_in_elke_stap_precies_de_verschuiving(oud: Kant, nieuw: Kant) -> None:
    gevonden = vergelijk(oud, nieuw, maak=toetsers())

    for deel in gevonden.overgenomen:
        for stap in deel.stappen:
            wie = gevonden.passanten(deel, stap)
            assert len(wie.niet_meer) - len(wie.erboven) == stap.plaatsen
            assert deel.onderwerp.code not in sum(wie, ())


@settings(max_examples=30)
@given(kanten(), kanten())
def test_de_eigen_stap_is_de_oude_agenda_met_alleen_dit_onderwerp_nieuw(
    oud: Kant, nieuw: Kant
) -> None:
    gevonden = vergelijk(oud, nieuw, maak=toetsers())

    for deel in gevonden.overgenomen:
        code = deel.onderwerp.code
        gemengd = tuple(deel.onderwerp if o.code == code else o for o in oud.dossier.onderwerpen)
        dossier = replace(oud.dossier, onderwerpen=gemengd)
        echt = prioriteer_met(
            dossier, maatstaf_van(nieuw.dossier, nieuw.profiel, nieuw.regelset), maak=toetsers()
        ).zoek(code)
        stand = deel.stappen[4].naar
        assert stand.uitslag == echt.uitslag
        if echt.plaats is not None:
            assert (stand.plaats, stand.gedeeld) == (echt.plaats, echt.gedeeld)


@settings(max_examples=30)
@given(kanten())
def test_een_dossier_is_gelijk_aan_zichzelf(kant: Kant) -> None:
    gevonden = vergelijk(kant, kant, maak=toetsers())

    assert gevonden.zelfde
    assert (gevonden.verschoven, gevonden.andere_status, maatstaf(gevonden)) == ((), (), [])
    assert not any(stap.telt or stap.oordelen for d in gevonden.overgenomen for stap in d.stappen)
    assert "Er is niets veranderd: " in toon_vergelijking(gevonden).als("tabel", 100)


@settings(max_examples=30)
@given(kanten(), kanten())
def test_andersom_vergelijken_is_het_spiegelbeeld(oud: Kant, nieuw: Kant) -> None:
    heen, terug = (vergelijk(*paar, maak=toetsers()) for paar in ((oud, nieuw), (nieuw, oud)))

    assert (heen.nieuwe, heen.weg) == (terug.weg, terug.nieuwe)
    spiegel = {deel.onderwerp.code: deel for deel in terug.overgenomen}
    assert spiegel.keys() == {deel.onderwerp.code for deel in heen.overgenomen}
    for deel in heen.overgenomen:
        ander = spiegel[deel.onderwerp.code]
        assert (deel.oud, deel.nieuw) == (ander.nieuw, ander.oud)
        assert deel.plaatsen == (None if ander.plaatsen is None else -ander.plaatsen)
        assert {w._replace(oud=w.nieuw, nieuw=w.oud) for w in ander.wijzigingen} == set(
            deel.wijzigingen
        )


@settings(max_examples=30)
@given(kanten(), kanten(), st.randoms(use_true_random=False))
def test_de_volgorde_van_de_invoer_doet_er_niet_toe(oud: Kant, nieuw: Kant, toeval: Any) -> None:
    def geschud(kant: Kant) -> Kant:
        onderwerpen = list(kant.dossier.onderwerpen)
        toeval.shuffle(onderwerpen)
        return kant._replace(dossier=type(kant.dossier)(kant.dossier.instellingen, onderwerpen))

    json_gewoon, json_geschud = (
        zonder_vingerafdruk(vergelijk(*paar, maak=toetsers()))
        for paar in ((oud, nieuw), (geschud(oud), geschud(nieuw)))
    )
    assert json_gewoon == json_geschud


@settings(max_examples=30)
@given(kanten(), kanten())
def test_een_stap_waarin_niets_anders_is_doet_niets(oud: Kant, nieuw: Kant) -> None:
    gevonden = vergelijk(oud, nieuw, maak=toetsers())

    for nummer, stand in enumerate(gevonden.tussenstanden):
        if not stand.verschillen:
            assert not any(deel.stappen[nummer].telt for deel in gevonden.overgenomen)
    for deel in gevonden.overgenomen:
        assert bool(deel.stappen[4].oordelen) <= bool(deel.wijzigingen)


def test_gelden_op_de_nieuwe_dag_geen_oude_regels_dan_hoort_alles_bij_de_regels() -> None:
    codes_van_regels = [*CRITERIA, "planrelatie", "beide-regios"]
    tot, van = (
        {code: {naam: dag} for code in codes_van_regels}
        for naam, dag in (("geldig_tot", date(2027, 12, 31)), ("geldig_van", date(2028, 1, 1)))
    )
    onderwerpen = {"brug": ["veiligheid"], "tunnel": []}
    oud = {"onderwerpen": onderwerpen, "regels": tot}

    gevonden = vergelijk_kanten(oud, {"peildatum": date(2028, 1, 1), "regels": van})

    verschillen = {stand.stap: len(stand.verschillen) for stand in gevonden.tussenstanden}
    assert verschillen == {"peildatum": 0, "kennis": 0, "regels": 7, "gewichten": 0}
    assert not gevonden.verschoven


def test_een_plan_of_deelregio_die_alleen_de_oude_kant_kent_telt_niet_mee() -> None:
    oud = kant_van({"brug": {"plannen": ["oud-plan"]}}, plannen={"oud-plan": {}})
    regio = oud.profiel.regio
    eerste = regio.deelregios[0]
    leden = tuple(lid for lid in regio.leden if lid.deelregio == eerste.code)
    kleiner = replace(regio, deelregios=(eerste,), leden=leden)
    profiel = replace(meegeleverd()[0], regio=kleiner)
    nieuw = kant_van({"brug": {"plannen": ["samen-dichtbij"]}})._replace(profiel=profiel)

    gevonden = vergelijk(oud, nieuw, maak=toetsers())

    (deel,) = gevonden.overgenomen
    kennis = deel.stappen[1]
    feiten = {t.voorwaarde.veld: t.gevonden for o in kennis.naar.uitslag[1] for t in o.toetsen}
    assert feiten["aantal_geldige_planrelaties"] == 0
    assert feiten["aantal_geraakte_deelregios"] == 1


def test_een_ander_gremium_of_een_andere_route_is_niet_hetzelfde() -> None:
    oud = kant_van({"brug": []})
    eerste, *rest = oud.profiel.gremia
    hernoemd = replace(oud.profiel, gremia=(replace(eerste, taak="iets anders"), *rest))
    korter = replace(oud.profiel, route=oud.profiel.route[1:])

    for profiel, anders in ((hernoemd, [eerste.code]), (korter, [])):
        gevonden = vergelijk(oud, oud._replace(profiel=profiel), maak=toetsers())
        tabel = toon_vergelijking(gevonden).als("tabel", 100)

        assert [v.code for s in gevonden.tussenstanden for v in s.verschillen] == anders
        assert not gevonden.zelfde
        assert "Er is niets veranderd" not in tabel
        assert ("iets anders" in tabel) == bool(anders)


def test_stappen_die_elkaar_opheffen_staan_er_ook_als_het_onderwerp_op_zijn_plaats_blijft() -> None:
    oud = {"onderwerpen": {"brug": ["wal-en-schip"], "tunnel": ["veiligheid"]}}
    nieuw = {
        "onderwerpen": {"brug": ["wal-en-schip", "veiligheid"], "tunnel": ["veiligheid"]},
        "gewichten": {"veiligheid": 2, "wal-en-schip": 0},
    }

    gevonden = vergelijk_kanten(oud, nieuw)

    assert codes(gevonden.opgeheven) == ["brug", "tunnel"]
    assert [waardoor(deel, gevonden) for deel in gevonden.opgeheven] == [
        [
            "1 lager door de gewichten (score 1 → 0)",
            "1 hoger door eigen gegevens (Veiligheid: nee → ja)",
        ],
        [
            "plaats niet meer gedeeld door de gewichten (score 1 → 2)",
            "plaats nu gedeeld door andere onderwerpen (nu gelijk: brug)",
        ],
    ]
    assert "stappen elkaar opheffen" in toon_vergelijking(gevonden).als("tabel", 100)


def test_een_andere_code_bij_dezelfde_titel_wordt_gemeld() -> None:
    oud, nieuw = ({"onderwerpen": {code: {"titel": "De brug"}}} for code in ("brug", "brug-2"))

    tekst = toon_vergelijking(vergelijk_kanten(oud, nieuw)).als("tabel", 100)

    assert "Let op: «De brug» had de code brug en heeft nu brug-2." in tekst


def test_wat_een_onderwerp_uiteindelijk_tegenhoudt_staat_onder_wat_de_status_veranderde() -> None:
    oud = {"onderwerpen": {"brug": {"plannen": ["oud-plan"]}}, "plannen": {"oud-plan": {}}}
    strenger = [{"veld": "aantal_geldige_planrelaties", "vergelijking": "minstens", "waarde": 2}]
    nieuw = {
        "onderwerpen": {"brug": {"plannen": ["samen-dichtbij"]}},
        "plannen": {},
        "regels": {"planrelatie": {"als": strenger}},
    }

    gevonden = vergelijk_kanten(oud, nieuw)

    wat = "Duidelijke relatie met een regionaal plan:"
    feit = "geldige plannen waar het onderwerp bij hoort:"
    assert waardoor_status(gevonden.overgenomen[0], gevonden) == [
        f"de kennis van de regio: {wat} ja → nee, want {feit} 0, gevraagd minstens 1",
        f"nu: {wat} nee, want {feit} 1, gevraagd minstens 2",
    ]


def test_gekke_titels_blijven_tekst_in_elke_vorm() -> None:
    titel = "=cmd|' /C calc'!A0 <script>alert(1)</script> | *vet*"
    oud = {"onderwerpen": {"brug": [], "pont": {"titel": titel, "criteria": []}}}
    nieuw = {"onderwerpen": {"pont": {"titel": titel, "criteria": ["veiligheid"]}}}

    weergave = toon_vergelijking(vergelijk_kanten(oud, nieuw))

    assert ";\"'=cmd" in weergave.als("csv", 100) or ";'=cmd" in weergave.als("csv", 100)
    assert "<script>" not in weergave.als("md", 100)
    assert json.loads(weergave.als("json", 100))["beide"][0]["titel"] == titel


def test_json_noemt_beide_kanten_en_telt_op() -> None:
    oud = {"onderwerpen": {"brug": ["veiligheid"], "tunnel": [], "weg": []}}
    nieuw = {"onderwerpen": {"tunnel": ["veiligheid", "wetswijziging"], "brug": ["veiligheid"]}}

    uit = json.loads(toon_vergelijking(vergelijk_kanten(oud, nieuw)).als("json", 100))

    assert uit["schema"] == "agenda/vergelijking/1"
    assert uit["oud"]["herkomst"]["invoer_sha256"] != uit["nieuw"]["herkomst"]["invoer_sha256"]
    assert [deel["code"] for deel in uit["alleen_oud"]] == ["weg"]
    assert [deel["plaatsen_hoger"] for deel in uit["beide"]] == [1, -1]
    for deel in uit["beide"]:
        assert sum(stap["plaatsen_hoger"] for stap in deel["stappen"]) == deel["plaatsen_hoger"]
    assert [stap["stap"] for stap in uit["beide"][0]["stappen"]] == ["eigen"]
    assert uit["volgorde_van_stappen"][-2:] == ["eigen", "anderen"]


def codes(delen: Any) -> list[str]:
    return [deel.onderwerp.code for deel in delen]


def maatstaf(gevonden: Vergelijking) -> list[str]:
    verschillen = (v for stand in gevonden.tussenstanden for v in stand.verschillen)
    van_regio = gevonden.nieuw.profiel.woorden
    woorden = (verschil_woorden(verschil, gevonden.velden, van_regio) for verschil in verschillen)
    return [f"{wat}: {was} → {wordt}" for wat, was, wordt in woorden]


def zonder_vingerafdruk(gevonden: Vergelijking) -> dict[str, Any]:
    """The JSON without the hash over the input, which a reader of files makes on sorted topics."""
    uit: dict[str, Any] = json.loads(toon_vergelijking(gevonden).als("json", 100))
    for kant in ("oud", "nieuw"):
        del uit[kant]["herkomst"]["invoer_sha256"]
    return uit
