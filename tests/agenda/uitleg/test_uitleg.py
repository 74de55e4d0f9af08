"""Why a topic stands where it stands, as a value."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import BEIDE, CRITERIA, maak_onderwerp, meegeleverd, ranglijst_van, redenen_van

from agenda.rangorde.prioritering import maatstaf_van, prioriteer_met
from agenda.rangorde.ranglijst import OnbekendOnderwerp
from agenda.uitleg.uitleg import leg_uit

if TYPE_CHECKING:
    from agenda.onderwerp.onderwerp import Onderwerp


def codes(onderwerpen: tuple[Onderwerp, ...]) -> list[str]:
    return [onderwerp.code for onderwerp in onderwerpen]


def test_een_toegelaten_onderwerp_heeft_een_plaats_en_zijn_punten() -> None:
    criteria = {
        "veiligheid": {"waarde": "ja", "onderbouwing": "Er is overlast", "bron": "Evaluatie"},
        "wal-en-schip": "nee",
    }

    uitleg = leg_uit(
        ranglijst_van(maak_onderwerp(criteria=criteria), gewichten={"veiligheid": 3}), "wijk-ggz"
    )

    assert (uitleg.status, uitleg.plaats, uitleg.score, uitleg.score_max) == ("toegelaten", 1, 3, 6)
    assert [(deel.regel.code, deel.waarde, deel.punten) for deel in uitleg.criteria] == [
        ("wetswijziging", "onbekend", 0),
        ("wal-en-schip", "nee", 0),
        ("veiligheid", "ja", 3),
        ("borging-samenwerking", "onbekend", 0),
        ("laaghangend-fruit", "onbekend", 0),
    ]
    assert uitleg.tag(uitleg.criteria[2]).onderbouwing == "Er is overlast"
    assert uitleg.tag(uitleg.criteria[0]).onderbouwing == ""


def test_wie_de_plaats_deelt_staat_erbij_op_titel() -> None:
    lijst = [maak_onderwerp(code, titel=titel) for code, titel in (("aa", "C"), ("bb", "B"))]
    ander = maak_onderwerp("cc", titel="A")
    hoger = maak_onderwerp("dd", criteria=["veiligheid"])

    uitleg = leg_uit(ranglijst_van(*lijst, ander, hoger), "aa")

    assert (uitleg.plaats, codes(uitleg.deelt_met)) == (2, ["cc", "bb"])


@pytest.mark.parametrize(
    ("regios", "status"), [(None, "onbeslist"), (BEIDE[:1], "niet-toegelaten")]
)
def test_wat_niet_is_toegelaten_heeft_geen_plaats_en_deelt_die_met_niemand(
    regios: list[str] | None, status: str
) -> None:
    criteria = ["veiligheid"]
    lijst = [maak_onderwerp("aa", criteria=criteria), maak_onderwerp("bb", criteria=criteria)]
    weg = maak_onderwerp("weg", criteria=criteria, regios=regios)

    uitleg = leg_uit(ranglijst_van(*lijst, weg), "weg")

    assert (uitleg.status, uitleg.plaats, uitleg.deelt_met) == (status, None, ())
    assert uitleg.score == 1


def test_een_voorwaarde_zegt_wat_gevonden_is_wat_de_regel_vraagt_en_waar_het_vandaan_komt() -> None:
    uitleg = leg_uit(ranglijst_van(maak_onderwerp(regios=["rivierenland"])), "wijk-ggz")

    regios, afstemming = uitleg.uitgangspunten[1].voorwaarden
    assert (regios.veld, regios.gevonden, regios.uitkomst) == (
        "aantal_geraakte_deelregios",
        1,
        "nee",
    )
    assert regios.verwacht.startswith("minstens 2")
    assert regios.toelichting == "raakt alleen Rivierenland"
    assert (afstemming.gevonden, afstemming.verwacht, afstemming.uitkomst) == ("ja", "ja", "ja")


def test_redenen_noemen_alleen_wat_de_doorslag_geeft() -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp("nee", regios=["rivierenland"], plannen=None),
        maak_onderwerp("weet-niet", afstemming_nodig=None),
        maak_onderwerp("twee-keer-nee", regios=[], plannen=[]),
    )

    redenen = redenen_van(ranglijst)

    assert {code: len(zinnen) for code, zinnen in redenen.items()} == {
        "nee": 1,
        "weet-niet": 1,
        "twee-keer-nee": 2,
    }
    assert "raakt alleen Rivierenland" in redenen["nee"][0]
    assert "afstemmen" in redenen["weet-niet"][0]


def test_een_reden_zegt_het_feit_en_niet_wat_de_regel_vraagt() -> None:
    ranglijst = ranglijst_van(maak_onderwerp(plannen=[]))

    (reden,) = redenen_van(ranglijst)["wijk-ggz"]

    assert reden == "hoort bij geen plan en geen voorstel"


def test_alle_banden_met_plannen_en_voorstellen_worden_uitgelegd() -> None:
    velden = {"plannen": ["samen-dichtbij", "regioplan-bw"], "voorstellen": [7, 23]}

    uitleg = leg_uit(ranglijst_van(maak_onderwerp(**velden)), "wijk-ggz")

    (voorwaarde,) = uitleg.uitgangspunten[0].voorwaarden
    assert voorwaarde.gevonden == 4
    for deel in ("Samen Dichtbij", "Regioplan", "voorstel 7", "voorstel 23", "Centrumregeling"):
        assert deel in voorwaarde.toelichting


def test_een_lijst_van_een_andere_dag_legt_uit_wat_op_die_dag_gold() -> None:
    profiel, regelset = meegeleverd()
    dossier = ranglijst_van(maak_onderwerp(plannen=["samen-dichtbij"])).dossier
    eerder = maatstaf_van(dossier, profiel, regelset)._replace(peildatum=date(2017, 6, 1))

    uitleg = leg_uit(prioriteer_met(dossier, eerder), "wijk-ggz")

    (plannen,) = uitleg.uitgangspunten[0].voorwaarden
    assert plannen.gevonden == 0
    assert plannen.toelichting.endswith("pas geldig vanaf 2018-01-01")


def test_een_plan_en_een_voorstel_van_dat_plan_zijn_samen_een_plan() -> None:
    uitleg = leg_uit(ranglijst_van(maak_onderwerp(voorstellen=[1, 7])), "wijk-ggz")

    assert uitleg.uitgangspunten[0].voorwaarden[0].gevonden == 1


@pytest.mark.parametrize(
    ("code", "suggestie"), [("wijk-gz", "bedoelde u «wijk-ggz»?"), ("opvang", "")]
)
def test_een_code_die_er_niet_is_geeft_een_suggestie_als_die_er_is(
    code: str, suggestie: str
) -> None:
    with pytest.raises(OnbekendOnderwerp) as gevangen:
        leg_uit(ranglijst_van(maak_onderwerp()), code)

    assert (gevangen.value.code, gevangen.value.suggestie) == (code, suggestie)


def test_elk_criterium_van_de_regels_staat_in_de_uitleg_in_die_volgorde() -> None:
    uitleg = leg_uit(ranglijst_van(maak_onderwerp(criteria=None)), "wijk-ggz")

    assert [deel.regel.code for deel in uitleg.criteria] == list(CRITERIA)
