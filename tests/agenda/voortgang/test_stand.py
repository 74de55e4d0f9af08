"""One state on every day, late exactly when it is, and what is missing named."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from bouwers_agenda import maak_onderwerp
from bouwers_stand import BESLUIT, dagen, feit, rijen, stand_op, vastgesteld
from hypothesis import given
from hypothesis import strategies as st

from agenda.voortgang.stand import HIAATSOORTEN, Stand
from agenda.voortgang.standfeit import TOESTANDEN, Actie, Standfeit, Uitvoerder

CODES = ("een", "twee")
AGENDA = vastgesteld()


def soorten(stand: Stand, code: str = "een") -> list[str]:
    """What is missing at a topic."""
    return [hiaat.soort for hiaat in stand.hiaten if hiaat.onderwerp.code == code]


def test_zonder_rij_is_een_onderwerp_niet_begonnen_sinds_het_besluit() -> None:
    een = stand_op("2027-06-01").op_code["een"]

    assert (een.toestand, een.sinds, een.klaar_op) == ("niet-begonnen", BESLUIT, None)


def test_de_laatste_rij_die_niet_na_de_dag_ligt_telt() -> None:
    rij = [feit(op="2027-04-01"), feit(op="2027-09-01", toestand="klaar")]

    assert stand_op("2027-03-31", *rij).op_code["een"].toestand == "niet-begonnen"
    assert stand_op("2027-04-01", *rij).op_code["een"].toestand == "loopt"
    assert stand_op("2027-08-31", *rij).op_code["een"].toestand == "loopt"
    assert stand_op("2027-09-01", *rij).op_code["een"].toestand == "klaar"


def test_die_rij_telt_als_geheel() -> None:
    rij = [feit(klaar_op="2027-05-01"), feit(op="2027-06-01")]

    assert stand_op("2027-07-01", *rij).op_code["een"].klaar_op is None


def test_sinds_is_het_begin_van_dezelfde_toestand() -> None:
    rij = [feit(op="2027-04-01"), feit(op="2027-06-01", volgende_stap="Verder")]

    assert stand_op("2027-07-01", *rij).op_code["een"].sinds == date(2027, 4, 1)


@pytest.mark.parametrize("toestand", TOESTANDEN)
def test_te_laat_is_na_de_dag_en_niet_klaar_of_gestopt(toestand: str) -> None:
    rij = feit(toestand=toestand, klaar_op="2027-05-01")

    assert not stand_op("2027-05-01", rij).op_code["een"].te_laat
    laat = stand_op("2027-05-02", rij).op_code["een"].te_laat
    assert laat == (toestand not in ("klaar", "gestopt"))


def test_wat_ontbreekt_wordt_genoemd_en_wat_af_is_mist_niets() -> None:
    compleet = {"volgende_stap": "Verder", "wie": Uitvoerder(gemeente="GM0281")}

    assert soorten(stand_op("2027-06-01")) == ["geen-stand"]
    assert soorten(stand_op("2027-06-01", feit())) == [
        *("geen-volgende-stap", "geen-datum", "niemand"),
    ]
    assert soorten(stand_op("2027-06-01", feit(klaar_op="2027-05-01", **compleet))) == ["te-laat"]
    assert soorten(stand_op("2027-06-01", feit(klaar_op="2027-07-01", **compleet))) == []
    for af in ("klaar", "gestopt"):
        assert soorten(stand_op("2027-06-01", feit(toestand=af))) == []


def test_een_actie_waarvan_de_dag_voorbij_is_wordt_genoemd() -> None:
    acties = (Actie(wat="Schrijven", voor=date(2027, 5, 1)), Actie(wat="Later"))
    stand = stand_op("2027-06-01", feit(acties=acties))

    assert [h.waar for h in stand.hiaten if h.soort == "actie-voorbij"] == [("Schrijven",)]


def test_wat_wacht_op_iets_dat_gestopt_is_wordt_genoemd() -> None:
    agenda = vastgesteld(maak_onderwerp("een", afhankelijk_van=["twee"]), maak_onderwerp("twee"))
    gestopt = stand_op("2027-06-01", feit("twee", toestand="gestopt"), agenda=agenda)
    klaar = stand_op("2027-06-01", feit("twee", toestand="klaar"), agenda=agenda)

    assert "vereiste-gestopt" in soorten(gestopt)
    assert "vereiste-gestopt" not in soorten(klaar)
    assert gestopt.op_code["twee"].wachtend == ("een",)


def test_wachten_gaat_ook_door_een_onderwerp_dat_niet_is_vastgesteld() -> None:
    agenda = vastgesteld(
        maak_onderwerp("een", afhankelijk_van=["niet"]),
        maak_onderwerp("niet", afhankelijk_van=["twee"], regios=["rivierenland"]),
        maak_onderwerp("twee"),
    )

    assert stand_op("2027-06-01", agenda=agenda).op_code["twee"].wachtend == ("een",)


def test_een_voorstel_komt_vooruit_als_een_onderwerp_loopt_of_klaar_is() -> None:
    agenda = vastgesteld(maak_onderwerp("een", voorstellen=[7]), maak_onderwerp("twee"))

    def vooruit(*feiten: Standfeit) -> bool:
        stand = stand_op("2027-06-01", *feiten, agenda=agenda)
        return next(v.vooruit for v in stand.voorstellen if v.voorstel.nummer == 7)

    assert not vooruit()
    assert not vooruit(feit(toestand="doorgeschoven"))
    assert vooruit(feit())
    assert vooruit(feit(toestand="klaar"))


@given(data=st.data())
def test_elk_onderwerp_heeft_op_elke_dag_precies_een_toestand(data: st.DataObject) -> None:
    feiten = data.draw(rijen(CODES))
    op = data.draw(dagen(BESLUIT))
    stand = Stand(AGENDA, tuple(data.draw(st.permutations(feiten))), op)

    assert sorted(o.code for o in stand.onderwerpen) == sorted(CODES)
    for onderwerp in stand.onderwerpen:
        eigen = [f for f in feiten if f.onderwerp == onderwerp.code and f.op <= op]
        laatste = max(eigen, key=lambda f: f.op, default=None)
        toestand = laatste.toestand if laatste else "niet-begonnen"
        klaar = laatste.klaar_op if laatste else None
        assert onderwerp.toestand == toestand
        assert onderwerp.te_laat == bool(
            klaar and klaar < op and toestand not in ("klaar", "gestopt")
        )
        assert onderwerp.sinds <= op
    assert {h.soort for h in stand.hiaten} <= set(HIAATSOORTEN)


@given(data=st.data())
def test_de_toestanden_van_een_jaar_sluiten_aan_en_zeggen_wat_elke_dag_zegt(
    data: st.DataObject,
) -> None:
    feiten = tuple(data.draw(rijen(CODES)))
    perioden = Stand(AGENDA, feiten, BESLUIT).perioden("een")

    assert perioden[-1].tot is None
    for eerste, tweede in itertools.pairwise(perioden):
        assert eerste.tot == tweede.van
        assert eerste.toestand != tweede.toestand
    dag = data.draw(dagen(BESLUIT))
    (nu,) = [p for p in perioden if p.van <= dag and (p.tot is None or dag < p.tot)]
    assert Stand(AGENDA, feiten, dag).op_code["een"].toestand == nu.toestand


def test_wat_later_is_gemeld_is_bekend() -> None:
    rij = feit(op="2027-09-01")

    assert stand_op("2027-06-01", rij).later == date(2027, 9, 1)
    assert stand_op("2027-09-01", rij).later is None
    assert stand_op(str(date(2027, 9, 1) + timedelta(days=1)), rij).later is None
