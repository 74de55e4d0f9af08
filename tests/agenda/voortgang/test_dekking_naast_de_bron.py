"""What the profile fills in, cell by cell beside the source: nothing more, nothing less."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from bouwers_dekking import profiel

from agenda.voortgang.dekking import Cel, Dekkingsoverzicht, dekking_op

BIJ = yaml.safe_load(
    Path(__file__).with_name("dekking-naast-de-bron.yaml").read_text(encoding="utf-8")
)
Vak = tuple[str, str, str, str, bool]


def overzicht() -> Dekkingsoverzicht:
    return dekking_op(profiel(), (), date(2100, 1, 1))


def vak(onderdeel: str, cel: Cel) -> Vak:
    assert cel.feit
    assert cel.bron
    assert cel.bron.document == "evaluatie"
    plaats = cel.bron.plaats
    assert plaats
    return onderdeel, cel.wie.naam, cel.toestand, plaats, bool(cel.lezing)


def test_elk_ingevuld_vak_staat_in_de_bron_en_wat_daar_staat_is_ingevuld() -> None:
    ingevuld = [
        vak(rij.onderdeel.code, cel) for rij in overzicht().rijen for cel in rij.alle if cel.feit
    ]
    verwacht: list[Vak] = [
        (deel["onderdeel"], wie, deel["toestand"], deel["plaats"], deel.get("lezing") == "ja")
        for deel in BIJ["vakken"]
        for wie in deel["wie"]
    ]

    assert sorted(ingevuld) == sorted(verwacht)
    assert len(ingevuld) == 77


def test_elk_feit_vult_een_vak() -> None:
    kennis = profiel().dekking
    assert kennis
    gebruikt = {id(cel.feit) for cel in overzicht().gevuld}

    assert gebruikt == {id(feit) for feit in kennis.feiten}


def test_wat_de_bron_van_niemand_zegt_vult_geen_vak_en_staat_als_opmerking() -> None:
    per_code = {rij.onderdeel.code: rij for rij in overzicht().rijen}
    for deel in BIJ["geen_vak"]:
        rij = per_code[deel["onderdeel"]]
        assert {cel.toestand for cel in rij.alle} == {"onbekend"}, deel
        assert rij.onderdeel.opmerking, deel


def test_elk_doel_staat_op_zijn_plaats_in_de_bron() -> None:
    doelen = [(doel.code, doel.bron.plaats) for doel in overzicht().doelen]

    assert doelen == [(deel["doel"], deel["plaats"]) for deel in BIJ["doelen"]]


def test_bij_elk_vak_en_elk_doel_staat_een_paar_letterlijke_woorden() -> None:
    alle: list[dict[str, Any]] = [*BIJ["vakken"], *BIJ["geen_vak"], *BIJ["doelen"]]

    assert all(1 <= len(deel["woorden"].split()) <= 20 for deel in alle)


def test_de_tien_voorstellen_die_iets_van_iedereen_vragen_hebben_onderdelen() -> None:
    van: dict[str, set[int]] = {"gemeente": set(), "deelregio": set()}
    for rij in overzicht().rijen:
        van[rij.onderdeel.van].add(rij.onderdeel.voorstel)

    assert van["gemeente"] - {14, 19} == {7, 10, 18, 20, 21, 22}
    assert van["deelregio"] - {14, 19} == {3, 6, 8, 9}


def test_een_respijtvoorziening_is_geen_plek_voor_een_time_out() -> None:
    per_code = {rij.onderdeel.code: rij for rij in overzicht().rijen}

    assert per_code["respijt"].telling["ja"] == 1
    assert per_code["time-out"].telling["onbekend"] == 2


def test_de_doelen_voor_een_deelregio_gelden_alleen_daar() -> None:
    per_code = {doel.code: doel for doel in overzicht().doelen}

    assert per_code["sociale-huur"].deelregio == ("rijk-van-nijmegen",)
    assert (per_code["sociale-huur"].waarde, per_code["sociale-huur"].eenheid) == (6, "procent")
    jongeren = per_code["uitstroom-jongeren"]
    assert (jongeren.deelregio, jongeren.waarde, jongeren.wanneer) == (
        ("rijk-van-nijmegen",),
        25,
        "2022",
    )
    assert (per_code["scenario-3"].voorstel, per_code["scenario-3"].waarde) == (1, 15)
    assert [doel.code for doel in per_code.values() if doel.staat == "losgelaten"] == [
        "helft-bedden"
    ]
