"""What is expected when: everything of what is not done, once, in the order of the days."""

from __future__ import annotations

from datetime import date

from bouwers_agenda import maak_onderwerp
from bouwers_stand import feit, stand_op, vastgesteld

from agenda.voortgang.standfeit import Actie
from agenda.voortgang.termijnagenda import termijnagenda


def test_acties_en_de_dag_waarop_het_klaar_is_staan_op_volgorde_van_de_dag() -> None:
    acties = (Actie(wat="Later"), Actie(wat="Eerst", gremium="kernteam", voor=date(2027, 7, 1)))
    stand = stand_op("2027-06-01", feit(klaar_op="2027-06-15", acties=acties))

    eigen = [t for t in termijnagenda(stand) if t.soort != "overleg"]
    assert [(t.datum, t.soort, t.wat) for t in eigen] == [
        (date(2027, 6, 15), "klaar", ""),
        (date(2027, 7, 1), "actie", "Eerst"),
        (None, "actie", "Later"),
    ]
    assert [t.gremium and t.gremium.code for t in eigen] == [None, "kernteam", None]


def test_wat_voorbij_is_en_nog_niet_af_blijft_staan() -> None:
    acties = (Actie(wat="Eerst", voor=date(2027, 5, 1)),)
    stand = stand_op("2027-06-01", feit(klaar_op="2027-05-15", acties=acties))

    assert [t.voorbij for t in termijnagenda(stand) if t.soort != "overleg"] == [True, True]


def test_van_wat_klaar_of_gestopt_is_wordt_niets_meer_verwacht() -> None:
    for af in ("klaar", "gestopt"):
        stand = stand_op(
            "2027-06-01",
            feit(toestand=af, klaar_op="2027-07-01", acties=(Actie(wat="Iets"),)),
            feit("twee", toestand=af),
        )
        assert termijnagenda(stand) == ()


def test_elk_overleg_op_de_weg_van_een_onderwerp_staat_er_een_keer() -> None:
    agenda = vastgesteld(maak_onderwerp("een", bevoegdheid="college"))
    termijnen = termijnagenda(stand_op("2027-03-01", agenda=agenda))

    stappen = [s for s in agenda.route("een").op_gewone_weg if s.uitkomst == "ja"]
    langs = [t.gremium.code for t in termijnen if t.gremium]
    assert len(langs) == len(set(langs))
    assert set(langs) <= {stap.gremium.code for stap in stappen}
    assert "college" in langs  # of which no day follows from a rhythm
    (college,) = [t for t in termijnen if t.gremium and t.gremium.code == "college"]
    assert college.datum is None


def test_vergaderingen_voor_de_dag_staan_er_niet_meer() -> None:
    laat = termijnagenda(stand_op("2027-11-01"))

    assert all(t.datum is None or t.datum >= date(2027, 11, 1) for t in laat)
