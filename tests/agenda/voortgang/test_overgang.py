"""Which topics go along to the next year, and which rows still hold."""

from __future__ import annotations

import pytest
from bouwers_stand import feit, rijen
from hypothesis import given

from agenda.voortgang.overgang import laatste_feiten, maak_overgang
from agenda.voortgang.standfeit import TOESTANDEN, Standfeit


@pytest.mark.parametrize("toestand", TOESTANDEN)
def test_alleen_klaar_en_gestopt_blijven_achter(toestand: str) -> None:
    overgang = maak_overgang(["een", "twee"], [feit(toestand=toestand)])

    af = toestand in ("klaar", "gestopt")
    assert overgang.mee == (("twee",) if af else ("een", "twee"))
    assert overgang.achter == ({"een": toestand} if af else {})


def test_de_laatste_rij_beslist_ook_als_iets_weer_begint() -> None:
    feiten = [feit(op="2027-09-01", toestand="loopt"), feit(op="2027-04-01", toestand="klaar")]

    overgang = maak_overgang(["een"], feiten)

    assert overgang.mee == ("een",)
    assert overgang.feiten == (feiten[0],)


def test_wat_is_doorgeschoven_begint_zonder_rij() -> None:
    overgang = maak_overgang(["een"], [feit(op="2027-09-01", toestand="doorgeschoven")])

    assert overgang.feiten == ()


@given(rijen(["een", "twee", "drie"]))
def test_elk_onderwerp_gaat_mee_of_blijft_achter_en_houdt_hoogstens_een_rij(
    feiten: list[Standfeit],
) -> None:
    codes = ("een", "twee")

    overgang = maak_overgang(codes, feiten)

    assert sorted((*overgang.mee, *overgang.achter)) == sorted(codes)
    assert len({f.onderwerp for f in overgang.feiten}) == len(overgang.feiten)
    assert {f.onderwerp for f in overgang.feiten} <= set(overgang.mee)
    assert all(laatste_feiten(feiten)[f.onderwerp] == f for f in overgang.feiten)
