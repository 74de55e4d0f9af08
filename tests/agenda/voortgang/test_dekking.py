"""Who has what proposals ask, on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from bouwers_dekking import BRON, dekking, eigen, feit, profiel, toestanden
from hypothesis import given
from hypothesis import strategies as st

from agenda.kennis.dekking import TOESTANDEN, Dekkingskennis, Doel
from agenda.rangorde.herkomst import vingerafdruk
from agenda.voortgang.dekking import GeenDekking, dekking_op

LEDEN = [lid.naam for lid in profiel().regio.leden]


def test_wat_geen_bron_zegt_is_onbekend_en_nooit_nee() -> None:
    overzicht = dekking()

    assert {cel.toestand for rij in overzicht.rijen for cel in rij.alle} == {"onbekend"}
    assert overzicht.gevuld == ()


def test_het_laatste_feit_dat_niet_na_de_dag_ligt_telt() -> None:
    zelf = (
        eigen("2027-03-01", toestand="nee", gemeente="Tiel"),
        eigen("2027-02-01", toestand="bezig", gemeente="Tiel"),
    )

    assert toestanden(dekking(zelf=zelf, op="2027-01-31")) == {}
    assert toestanden(dekking(zelf=zelf, op="2027-02-01")) == {"Tiel": "bezig"}
    assert toestanden(dekking(zelf=zelf, op="2027-02-28")) == {"Tiel": "bezig"}
    assert toestanden(dekking(zelf=zelf, op="2027-03-01")) == {"Tiel": "nee"}


def test_een_feit_zonder_dag_is_het_oudste() -> None:
    zelf = (eigen("2001-01-01", toestand="bezig", gemeente="Buren"),)
    van_ouds = feit(gemeente=("Buren", "Tiel"))

    assert toestanden(dekking(van_ouds, zelf=zelf)) == {"Buren": "bezig", "Tiel": "ja"}


def test_op_een_dag_gaat_wat_de_regio_zelf_weet_voor_het_profiel() -> None:
    van_profiel = feit(gemeente="Buren", op=date(2026, 5, 1))
    zelf = (eigen("2026-05-01", toestand="nee", gemeente="Buren"),)

    assert toestanden(dekking(van_profiel, zelf=zelf)) == {"Buren": "nee"}


def test_een_feit_kan_weer_onbekend_maken() -> None:
    zelf = (eigen("2026-05-01", toestand="onbekend", gemeente="Buren"),)

    assert toestanden(dekking(feit(gemeente="Buren"), zelf=zelf)) == {"Buren": "onbekend"}


def test_een_gemeente_heet_naar_haar_naam_of_haar_code() -> None:
    assert toestanden(dekking(feit(gemeente=("GM0281", "buren")))) == {"Buren": "ja", "Tiel": "ja"}


def test_alle_en_een_deelregio_vullen_het_vak_van_elke_gemeente() -> None:
    assert list(toestanden(dekking(feit(gemeente="alle")))) == LEDEN
    rivierenland = toestanden(dekking(feit(deelregio="Rivierenland")))
    assert list(rivierenland) == LEDEN[7:]


def test_een_gemeente_in_een_deelregio_vult_het_vak_van_de_deelregio_niet() -> None:
    overzicht = dekking(feit("plek", gemeente=("Tiel", "Nijmegen")))
    rij = overzicht.rijen[0]

    assert rij.telling["onbekend"] == 2
    assert [[deel.wie.naam for deel in cel.binnen] for cel in rij.cellen] == [
        ["Nijmegen"],
        ["Tiel"],
    ]
    assert toestanden(dekking(feit("plek", deelregio="rivierenland")), "plek") == {
        "Rivierenland": "ja"
    }


def test_een_gat_is_gevraagd_en_van_niemand_bekend() -> None:
    assert [rij.onderdeel.code for rij in dekking().gaten] == ["plek", "punt"]
    overzicht = dekking(feit("plek", gemeente="Tiel"), feit(gemeente="Tiel", toestand="nee"))
    assert overzicht.gaten == ()


def test_een_gemeente_ziet_haar_eigen_vakken_en_die_van_haar_deelregio() -> None:
    tiel = profiel().vind_lid("Tiel")
    assert tiel
    overzicht = dekking(
        feit(gemeente=("Tiel", "Buren")), feit("plek", gemeente=("Tiel", "Buren", "Nijmegen"))
    ).voor(tiel)

    namen = [[cel.wie.naam for cel in rij.alle] for rij in overzicht.rijen]
    assert namen == [["Rivierenland", "Tiel"], ["Tiel"], ["Tiel"]]


def test_een_doel_geldt_voor_wie_het_noemt_en_anders_voor_iedereen() -> None:
    doelen = (
        Doel(code="aa", naam="A", bron=BRON, wanneer=2030, voorstel=1),
        Doel(code="bb", naam="B", bron=BRON, wanneer=2030, voorstel=1, deelregio="Rivierenland"),
        Doel(code="cc", naam="C", bron=BRON, wanneer=2030, voorstel=1, gemeente=["Buren"]),
    )
    kennis = replace(dekking().profiel.dekking or Dekkingskennis(onderdelen=()), doelen=doelen)
    overzicht = dekking_op(replace(profiel(), dekking=kennis), (), date(2027, 1, 1))

    def van(naam: str) -> list[str]:
        lid = profiel().vind_lid(naam)
        assert lid
        return [doel.code for doel in overzicht.voor(lid).doelen]

    assert [van(naam) for naam in ("Nijmegen", "Tiel", "Buren")] == [
        ["aa"],
        ["aa", "bb"],
        ["aa", "bb", "cc"],
    ]


def test_zonder_onderdelen_is_er_geen_antwoord() -> None:
    with pytest.raises(GeenDekking) as fout:
        dekking_op(replace(profiel(), dekking=None), (), date(2027, 1, 1))
    assert fout.value.voorstellen == "voorstellen"


def test_wie_wat_heeft_verandert_geen_vingerafdruk() -> None:
    zonder = replace(profiel(), dekking=None)

    assert vingerafdruk(profiel().delen) == vingerafdruk(zonder.delen)


FEITEN = st.lists(
    st.tuples(st.sampled_from(LEDEN), st.integers(0, 400), st.sampled_from(TOESTANDEN)),
    unique_by=lambda feit: feit[:2],
    max_size=30,
)
BEGIN = date(2027, 1, 1)


@given(FEITEN, st.integers(0, 400), st.randoms(use_true_random=False))
def test_elk_vak_heeft_op_elke_dag_een_toestand_in_welke_volgorde_de_feiten_ook_staan(
    feiten: list[tuple[str, int, str]], dag: int, willekeur: object
) -> None:
    zelf = [
        eigen((BEGIN + timedelta(n)).isoformat(), toestand=toestand, gemeente=naam)
        for naam, n, toestand in feiten
    ]
    op = (BEGIN + timedelta(dag)).isoformat()
    eerst = dekking(zelf=tuple(zelf), op=op)
    willekeur.shuffle(zelf)  # type: ignore[attr-defined]  # a Random, which hypothesis does not name

    assert dekking(zelf=tuple(zelf), op=op).rijen == eerst.rijen
    verwacht = {}
    for naam, n, toestand in sorted(feiten, key=lambda feit: feit[1]):
        if n <= dag:
            verwacht[naam] = toestand
    assert toestanden(eerst) == verwacht
    for rij in eerst.rijen:
        assert sum(rij.telling.values()) == len(rij.cellen)
