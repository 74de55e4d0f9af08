"""The picture and the tables of a year: everything is in them, whatever the profile."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from bouwers_agenda import lees

from agenda.jaar.jaarkalender import Jaarkalender, maak_jaarkalender
from agenda.kennis.route import ROLLEN
from agenda.rangorde.prioritering import prioriteer
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.jaar.kalender import (
    VERGADERINGKOPPEN,
    kalender_json,
    kalender_tabellen,
    vergadering_rijen,
)
from agenda.weergave.jaar.plaat import teken_jaar
from agenda.weergave.vergadering import GEVRAAGD
from agenda.weergave.vormen import tabel_md, tabel_tekst

VOORBEELDEN = Path(__file__).parents[4] / "voorbeelden"
NAAM = {"svg": "http://www.w3.org/2000/svg"}


def kalender_van(naam: str) -> Jaarkalender:
    gelezen = lees(VOORBEELDEN / naam)
    lijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset)
    return maak_jaarkalender(Jaaragenda(lijst))


def test_elke_vergadering_is_een_stip_met_haar_dag() -> None:
    jaarkalender = kalender_van("nijmegen-rivierenland-2022")
    plaat = ET.fromstring(teken_jaar(jaarkalender))  # noqa: S314 - our own output
    stippen = plaat.findall(".//svg:circle", NAAM)
    assert len(stippen) == len(jaarkalender.kalender.vergaderingen)
    dagen = [t.text for t in plaat.findall(".//svg:text[@class='klein']", NAAM)]
    assert sorted(dagen) == sorted(str(v.datum.day) for v in jaarkalender.kalender.vergaderingen)


def test_elk_moment_van_een_ander_profiel_is_een_balk() -> None:
    plaat = ET.fromstring(teken_jaar(kalender_van("arnhem-2014")))  # noqa: S314 - our own output
    assert len(plaat.findall(".//svg:rect[@class='moment']", NAAM)) == 12


@pytest.mark.parametrize("naam", ["nijmegen-rivierenland-2022", "arnhem-2014"])
def test_elke_vorm_is_er_en_twee_keer_gelijk(naam: str) -> None:
    jaarkalender = kalender_van(naam)
    for tabel in kalender_tabellen(jaarkalender):
        assert tabel_tekst(tabel, 100)
        assert tabel_md(tabel)
    assert teken_jaar(jaarkalender) == teken_jaar(kalender_van(naam))


def test_rijen_en_json_noemen_elke_vergadering() -> None:
    jaarkalender = kalender_van("nijmegen-rivierenland-2022")
    rijen = list(vergadering_rijen(jaarkalender))
    assert all(len(rij) == len(VERGADERINGKOPPEN) for rij in rijen)
    uit = kalender_json(jaarkalender)
    assert {(v["datum"], v["gremium"]) for v in uit["vergaderingen"]} == {rij[:2] for rij in rijen}
    geplaatst = sum(len(v["onderwerpen"]) for v in uit["vergaderingen"])
    assert geplaatst == len(jaarkalender.spreiding.punten)


def test_bij_elke_rol_staat_wat_er_wordt_gevraagd() -> None:
    assert GEVRAAGD.keys() == ROLLEN.keys()
