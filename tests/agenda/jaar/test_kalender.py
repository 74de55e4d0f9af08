"""The days on which bodies meet: around holidays, around what is fixed, and never silently late."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise

import pytest
from bouwers_agenda import meegeleverd
from bouwers_jaar import (
    JAAR,
    echte_kalender,
    maak_gremium,
    vakantie,
    vast,
    zes_weken,
    zonder_vakantie,
)
from holidays import country_holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.jaar.kalender import maak_kalender
from agenda.jaar.vrij import (
    SCHOOLREGIOS,
    VAKANTIES,
    _nederland,
    dagen_van,
    schoolregios_van,
    vrije_dagen,
)
from agenda.kennis.ritme import Schema
from agenda.onderwerp.kalender import Kalenderafspraken

JAREN = (2027, 2028, 2029)
DAGEN = list(dagen_van(date(JAAR, 1, 1), date(JAAR, 12, 31)))
dagen = st.sampled_from(DAGEN)
vakanties = st.lists(st.tuples(dagen, st.integers(1, 70)), max_size=6)
werkdagen = st.sampled_from([dag for dag in DAGEN if dag.weekday() < 5])
WEEK = timedelta(days=7)


@pytest.mark.parametrize("jaar", JAREN)
def test_geen_vergadering_op_een_feestdag_in_een_schoolvakantie_of_in_het_weekend(
    jaar: int,
) -> None:
    vrij = vrije_dagen(jaar, SCHOOLREGIOS)
    for vergadering in echte_kalender(jaar).vergaderingen:
        assert vrij.waarom(vergadering.datum) == ""


@pytest.mark.parametrize("jaar", JAREN)
def test_het_kernteam_komt_minstens_een_week_voor_elk_overleg_bijeen(jaar: int) -> None:
    kalender = echte_kalender(jaar)
    voorbereid = {doel for v in kalender.van("kernteam") for doel in v.voor}
    for gremium in ("regionale-werkgroep", "wethoudersoverleg"):
        assert {(gremium, v.datum) for v in kalender.van(gremium)} <= voorbereid
    for vergadering in kalender.van("kernteam"):
        assert all(datum - vergadering.datum >= WEEK for _, datum in vergadering.voor)


@pytest.mark.parametrize("jaar", JAREN)
def test_tussen_twee_werkgroepen_ligt_hoogstens_zes_weken_of_het_wordt_gezegd(jaar: int) -> None:
    kalender = echte_kalender(jaar)
    datums = [v.datum for v in kalender.van("regionale-werkgroep")]
    gezegd = {(k.van, k.tot) for k in kalender.knelpunten if k.soort == "gat"}
    assert {paar for paar in pairwise(datums) if paar[1] - paar[0] > 6 * WEEK} == gezegd
    assert all("Zomervakantie" in k.door for k in kalender.knelpunten)


@pytest.mark.parametrize("jaar", JAREN)
def test_wie_elk_kwartaal_bijeenkomt_heeft_vier_vergaderingen(jaar: int) -> None:
    kwartalen = [(v.datum.month - 1) // 3 for v in echte_kalender(jaar).van("wethoudersoverleg")]
    assert kwartalen == [0, 1, 2, 3]


def test_een_maand_zonder_vrije_dag_wordt_gezegd() -> None:
    kalender = echte_kalender()
    assert {v.datum.month for v in kalender.van("pfo")} == set(range(1, 13)) - {8}
    (knelpunt,) = (k for k in kalender.knelpunten if k.soort == "geen-dag")
    assert (knelpunt.gremium, knelpunt.van) == ("pfo", date(JAAR, 8, 1))


def test_wie_op_afroep_bijeenkomt_heeft_geen_dagen() -> None:
    kalender = echte_kalender()
    assert "juridische-werkgroep" in kalender.zonder_dagen
    assert "college" in kalender.zonder_dagen  # of which no source says how often it meets
    assert "kernteam" not in kalender.zonder_dagen


def test_een_jaar_waarvan_vakanties_niet_bekend_zijn_geldt_niet_als_vrij() -> None:
    assert vrije_dagen(2029, SCHOOLREGIOS).onbekend == ()
    assert vrije_dagen(2030, SCHOOLREGIOS).onbekend == ("Herfstvakantie",)
    vrij = vrije_dagen(2035, SCHOOLREGIOS)
    assert vrij.onbekend == VAKANTIES
    for dag in (date(2035, 7, 30), date(2035, 10, 18), date(2035, 12, 27), date(2035, 5, 1)):
        assert vrij.waarom(dag)


@pytest.mark.parametrize("jaar", [2019, 2024, JAAR, 2030, 2035])
def test_alleen_nederland_laden_geeft_wat_de_bibliotheek_door_haar_eigen_deur_geeft(
    jaar: int,
) -> None:
    feest, school = ("public", "optional"), ("school",)
    eigen = country_holidays("NL", years=jaar, categories=feest, language="nl")
    hier = _nederland()(years=jaar, categories=feest, language="nl")
    assert dict(hier) == dict(eigen)
    for regio in ("Noord", "Midden", "Zuid"):
        eigen = country_holidays("NL", regio, years=jaar, categories=school, language="nl")
        hier = _nederland()(subdiv=regio, years=jaar, categories=school, language="nl")
        assert dict(hier) == dict(eigen)


def test_wie_vrije_dagen_zoekt_laadt_geen_andere_landen() -> None:
    opdracht = (
        "import sys; from agenda.jaar.vrij import vrije_dagen; vrije_dagen(2027, ['zuid']);"
        "print('holidays.countries' in sys.modules)"
    )
    afloop = subprocess.run(
        [sys.executable, "-c", opdracht], capture_output=True, text=True, check=True
    )
    assert afloop.stdout.strip() == "False"


def test_een_dag_is_vrij_als_een_van_de_schoolregios_vrij_is() -> None:
    alleen = [vrije_dagen(JAAR, [regio]).dagen for regio in SCHOOLREGIOS]
    assert set(vrije_dagen(JAAR, SCHOOLREGIOS).dagen) == set().union(*alleen)
    assert vrije_dagen(JAAR, ["zuid"]).waarom(date(JAAR, 2, 18)) == "Voorjaarsvakantie"
    assert vrije_dagen(JAAR, ["noord"]).waarom(date(JAAR, 2, 18)) == ""


def test_een_onbekende_schoolregio_telt_in_alle_drie() -> None:
    assert schoolregios_van(meegeleverd()[0].regio) == SCHOOLREGIOS


def test_een_vaste_dag_blijft_ook_in_de_vakantie_en_dat_wordt_gezegd() -> None:
    gremium = maak_gremium("overleg", Schema(elk="kwartaal"))
    dag = date(JAAR, 3, 4)
    kalender = maak_kalender([gremium], zonder_vakantie(dag), vast("overleg", dag))
    assert [v.datum for v in kalender.van("overleg") if v.vast] == [dag]
    assert len(kalender.vergaderingen) == 4  # it is the one of its quarter
    (knelpunt,) = kalender.knelpunten
    assert (knelpunt.soort, knelpunt.door) == ("vrije-dag", ("Vakantie",))


def test_is_er_geen_dag_om_op_tijd_voor_te_bereiden_dan_wordt_dat_gezegd() -> None:
    gremia = [
        maak_gremium("overleg", Schema(elk="jaar")),
        maak_gremium("voorwerk", Schema(dagen_voor=7, gremia=("overleg",))),
    ]
    kalender = maak_kalender(gremia, zonder_vakantie(), vast("overleg", date(JAAR, 1, 5)))
    (knelpunt,) = kalender.knelpunten
    assert (knelpunt.soort, knelpunt.gremium, knelpunt.bij) == ("te-laat", "voorwerk", "overleg")


def test_een_gremium_komt_bijeen_op_zijn_eigen_weekdag() -> None:
    gremium = maak_gremium("overleg", zes_weken())
    afspraken = Kalenderafspraken(weekdagen={"overleg": "dinsdag"})
    kalender = maak_kalender([gremium], zonder_vakantie(), afspraken)
    assert {v.datum.weekday() for v in kalender.vergaderingen} == {1}


@pytest.mark.traag
@settings(max_examples=150, deadline=None)
@given(vakanties, st.integers(2, 12), st.lists(werkdagen, max_size=5, unique=True))
def test_een_te_lange_tussenpoos_komt_alleen_van_vakanties(
    dicht: list[tuple[date, int]], weken: int, vaste: list[date]
) -> None:
    vrij = zonder_vakantie(*(dag for van, aantal in dicht for dag in vakantie(van, aantal)))
    gremium = maak_gremium("overleg", zes_weken(weken))
    kalender = maak_kalender([gremium], vrij, vast("overleg", *vaste))
    datums = [v.datum for v in kalender.vergaderingen]
    assert set(vaste) <= set(datums)
    assert all(vrij.open(dag) for dag in datums if dag not in vaste)
    lang = {paar for paar in pairwise(datums) if paar[1] - paar[0] > weken * WEEK}
    assert lang == {(k.van, k.tot) for k in kalender.knelpunten if k.soort == "gat"}
    kan = [dag for dag in DAGEN if vrij.open(dag) or dag in vaste]
    te_lang = [(a, b) for a, b in pairwise(kan) if b - a > weken * WEEK]
    for een, ander in lang:  # a stretch that is too long by itself lies in it, and little more
        assert any(
            een <= a and b <= ander and a - een < WEEK and ander - b < WEEK for a, b in te_lang
        ) or any(een <= a and b <= ander for a, b in te_lang if {een, ander} & set(vaste))


@settings(max_examples=100, deadline=None)
@given(vakanties, st.sampled_from(["maand", "kwartaal", "halfjaar", "jaar"]))
def test_elk_deel_van_het_jaar_heeft_een_vergadering_of_een_knelpunt(
    dicht: list[tuple[date, int]], tijdvak: str
) -> None:
    vrij = zonder_vakantie(*(dag for van, aantal in dicht for dag in vakantie(van, aantal)))
    kalender = maak_kalender([maak_gremium("overleg", Schema(elk=tijdvak))], vrij)  # type: ignore[arg-type]
    delen = {"maand": 12, "kwartaal": 4, "halfjaar": 2, "jaar": 1}[tijdvak]
    assert len(kalender.vergaderingen) + len(kalender.knelpunten) == delen
    assert all(vrij.open(v.datum) for v in kalender.vergaderingen)
    for knelpunt in kalender.knelpunten:
        assert not any(map(vrij.open, dagen_van(knelpunt.van, knelpunt.tot)))


@pytest.mark.traag
@settings(max_examples=100, deadline=None)
@given(vakanties, st.integers(1, 30), st.lists(werkdagen, max_size=5, unique=True))
def test_voorbereiding_is_op_tijd_of_er_was_geen_dag(
    dicht: list[tuple[date, int]], dagen_voor: int, vaste: list[date]
) -> None:
    vrij = zonder_vakantie(*(dag for van, aantal in dicht for dag in vakantie(van, aantal)))
    gremia = [
        maak_gremium("voorwerk", Schema(dagen_voor=dagen_voor, gremia=("overleg",))),
        maak_gremium("overleg", zes_weken()),
    ]
    kalender = maak_kalender(gremia, vrij, vast("overleg", *vaste))
    voorbereid = {doel[1] for v in kalender.van("voorwerk") for doel in v.voor}
    te_laat = {k.van for k in kalender.knelpunten if k.soort == "te-laat"}
    assert voorbereid | te_laat == {v.datum for v in kalender.van("overleg")}
    assert not voorbereid & te_laat
    for vergadering in kalender.van("voorwerk"):
        assert all((d - vergadering.datum).days >= dagen_voor for _, d in vergadering.voor)
    for dag in te_laat:
        tot = dag - timedelta(days=dagen_voor)
        assert not any(map(vrij.open, dagen_van(date(JAAR, 1, 1), tot)))


def test_de_volgorde_van_gremia_verandert_geen_dag() -> None:
    profiel, _ = meegeleverd()
    vrij = vrije_dagen(JAAR, SCHOOLREGIOS)
    omgekeerd = maak_kalender(profiel.gremia[::-1], vrij)
    assert set(omgekeerd.vergaderingen) == set(echte_kalender().vergaderingen)
