"""What must be looked at again in a new year: each thing once, with why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from bouwers_agenda import maak_onderwerp, meegeleverd, onderwerpen_van

from agenda.kennis.profiel import Plan, Profiel
from agenda.voortgang.nakijken import Nakijkpunt, Vorig, nakijkpunten
from regels.model import Bron

DAG = date(2028, 1, 1)
CRITERIA = ("veiligheid", "wetswijziging")
_ONGEVRAAGD = ("groot_beleidsstuk", "juridische_toets", "urgent")
BEKEND: dict[str, Any] = dict.fromkeys(_ONGEVRAAGD, "nee") | {"bevoegdheid": "college"}
OPGEVOLGD = "het Beleidsplan Samen Dichtbij, opgevolgd door het plan Beleidsplan Nieuw"


def profiel_met(**staten: str) -> Profiel:
    """The shipped profile in which one plan was succeeded, and proposals have another state."""
    profiel = meegeleverd()[0]
    bron = Bron("evaluatie", "verzonnen")
    plannen = [
        replace(plan, geldig_tot=date(2027, 6, 30), opgevolgd_door=("nieuw-plan",))
        if plan.code == "samen-dichtbij"
        else plan
        for plan in profiel.plannen
    ]
    nieuw = Plan("nieuw-plan", "Beleidsplan Nieuw", bron, geldig_van=date(2027, 7, 1))
    voorstellen = [
        replace(v, staat=staten.get(f"v{v.nummer}", v.staat)) for v in profiel.voorstellen
    ]
    return replace(profiel, plannen=(*plannen, nieuw), voorstellen=tuple(voorstellen))


def punten(
    profiel: Profiel | None = None,
    wachtte_op: dict[str, tuple[str, ...]] | None = None,
    **velden: Any,
) -> tuple[Nakijkpunt, ...]:
    """Of one topic of which everything is known, but for these fields."""
    onderwerp = maak_onderwerp("een", **{**BEKEND, **velden})
    achter = {"af": ("Wat af is", "klaar"), "weg": ("Wat weg is", "gestopt")}
    vorig = Vorig(2027, achter, wachtte_op or {})  # type: ignore[arg-type]  # plain texts
    return nakijkpunten(
        onderwerpen_van(onderwerp), vorig, profiel or meegeleverd()[0], CRITERIA, DAG
    )


def test_klopt_alles_nog_dan_is_er_niets_om_na_te_kijken() -> None:
    assert punten() == ()


def test_een_plan_dat_is_opgevolgd() -> None:
    (punt,) = punten(profiel_met())

    assert (punt.pad, punt.soort) == (("plannen",), "plan")
    assert punt.zin == OPGEVOLGD


def test_een_voorstel_dat_is_losgelaten_of_afgerond() -> None:
    profiel = replace(profiel_met(v1="losgelaten", v2="afgerond"), plannen=meegeleverd()[0].plannen)

    gevonden = punten(profiel, voorstellen=[1, 2, 3])

    assert [(p.soort, p.zin) for p in gevonden] == [
        ("voorstel", "voorstel 1, dat is losgelaten"),
        ("voorstel", "het afgeronde voorstel 2 van het Beleidsplan Samen Dichtbij"),
    ]


def test_een_bron_die_een_opgevolgd_plan_noemt_of_ouder_is_dan_het_plan() -> None:
    tags = {
        "veiligheid": {"waarde": "ja", "bron": "beleidsplan samen dichtbij, hoofdstuk 2"},
        "wetswijziging": {"waarde": "ja", "bron": "Verslag van 12 mei 2026"},
    }

    gevonden = [p for p in punten(profiel_met(), criteria=tags) if p.soort == "bron"]

    assert [(p.pad, p.zin) for p in gevonden] == [
        (
            ("criteria", "wetswijziging", "bron"),
            "de bron is van 2026, en het plan Beleidsplan Nieuw geldt vanaf 2027",
        ),
        (
            ("criteria", "veiligheid", "bron"),
            f"de bron noemt {OPGEVOLGD}",
        ),
    ]


def test_de_naam_van_de_evaluatie_is_niet_die_van_het_plan() -> None:
    naam = "Evaluatie van het beleidsplan Samen Dichtbij, thema 1, 2027"
    tags = {"veiligheid": {"waarde": "ja", "bron": naam}, "wetswijziging": "nee"}

    assert [p.soort for p in punten(profiel_met(), criteria=tags)] == ["plan"]


def test_een_bron_zonder_jaartal_of_van_later_is_niet_ingehaald() -> None:
    tags = {
        "veiligheid": {"waarde": "ja", "bron": "Nota 12026, blz. 3"},
        "wetswijziging": {"waarde": "ja", "bron": "Nota 2019-2027"},
    }

    assert [p.soort for p in punten(profiel_met(), criteria=tags)] == ["plan"]


def test_iets_waarop_het_wachtte_en_dat_nu_klaar_of_gestopt_is() -> None:
    gevonden = punten(wachtte_op={"een": ("af", "weg"), "ander": ("af",)})

    assert [(p.pad, p.zin) for p in gevonden] == [
        (("afhankelijk_van",), "«Wat af is» (af) is klaar, en is hier weggehaald"),
        (
            ("afhankelijk_van",),
            "«Wat weg is» (weg) is gestopt, en is hier weggehaald; kan dit nog zonder?",
        ),
    ]


def test_bedragen_en_inspanning_van_het_oude_jaar() -> None:
    gevonden = punten(kosten_euro=0, inspanning_per={"GM0281": 1})

    assert [(p.pad, p.zin) for p in gevonden] == [
        (("inspanning_per",), "dit was voor 2027"),
        (("kosten_euro",), "dit was voor 2027"),
    ]


def test_wat_onbekend_is_telt_alleen_als_iemand_ernaar_vraagt() -> None:
    gevonden = punten(
        regios=None, plannen=None, voorstellen=None, criteria={"veiligheid": "ja"}, bevoegdheid=None
    )

    assert {p.pad for p in gevonden} == {
        ("regios",),
        ("plannen",),
        ("voorstellen",),
        ("bevoegdheid",),
        ("criteria", "wetswijziging", "waarde"),
    }
    assert {p.soort for p in gevonden} == {"onbekend"}
