"""The calendar file: strict, the same after reading, and recognised again after a change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import als_yaml, lees, maak_dossier, maak_onderwerp
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from agenda.jaar.jaarkalender import Jaarkalender, maak_jaarkalender
from agenda.rangorde.prioritering import prioriteer
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.jaar.ics import ZONE, GeenKalenderbestand, kalender_ics

if TYPE_CHECKING:
    from pathlib import Path

WERKGROEP = "regionale-werkgroep"
EERSTE = "2027-regionale-werkgroep-1@nijmegen-rivierenland.agenda"


def kalender_van(
    map_: Path, afspraken: dict[str, Any] | None = None, titel: str = "Iets", **instellingen: Any
) -> Jaarkalender:
    maak_dossier(map_, [maak_onderwerp(titel=titel)], **instellingen)
    if afspraken:
        (map_ / "kalender.yaml").write_text(als_yaml(afspraken), encoding="utf-8")
    gelezen = lees(map_)
    return maak_jaarkalender(
        Jaaragenda(prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset))
    )


def events(inhoud: bytes) -> dict[str, Any]:
    kalender = Calendar.from_ical(inhoud)
    assert not [fout for deel in kalender.walk() for fout in deel.errors]
    return {str(event["uid"]): event for event in kalender.walk("VEVENT")}


def test_de_kalender_is_geldig_en_blijft_gelijk_na_inlezen(tmp_path: Path) -> None:
    jaarkalender = kalender_van(tmp_path)
    inhoud = kalender_ics(jaarkalender)
    assert Calendar.from_ical(inhoud).to_ical() == inhoud
    assert len(events(inhoud)) == len(jaarkalender.kalender.vergaderingen)
    assert inhoud == kalender_ics(jaarkalender)


def test_elke_regel_is_hoogstens_75_bytes_en_eindigt_zoals_het_hoort(tmp_path: Path) -> None:
    inhoud = kalender_ics(kalender_van(tmp_path, titel="Überlang 🙂 " * 20))
    *regels, slot = inhoud.split(b"\r\n")
    assert slot == b""
    assert all(len(regel) <= 75 and b"\n" not in regel for regel in regels)


def test_elke_vergadering_heeft_wat_een_agenda_eist(tmp_path: Path) -> None:
    jaarkalender = kalender_van(tmp_path, peildatum=date(2027, 2, 1))
    gevonden = events(kalender_ics(jaarkalender))
    dagen = sorted(event.decoded("dtstart") for event in gevonden.values())
    assert dagen == [v.datum for v in jaarkalender.kalender.vergaderingen]
    for event in gevonden.values():
        assert event["dtstamp"].to_ical() == b"20270201T000000Z"
        assert event["sequence"] == 0
        assert event["status"] == "TENTATIVE"


def test_een_tijd_staat_in_nederlandse_tijd(tmp_path: Path) -> None:
    afspraken = {"tijden": {WERKGROEP: {"van": "13:30", "tot": "15:00"}}}
    event = events(kalender_ics(kalender_van(tmp_path, afspraken)))[EERSTE]
    assert event["dtstart"].params["tzid"] == ZONE
    assert event["dtstart"].to_ical() == b"20270114T133000"
    assert event.decoded("dtstart").utcoffset().total_seconds() == 3600


def test_zonder_verandering_blijft_de_kalender_gelijk(tmp_path: Path) -> None:
    jaarkalender = kalender_van(tmp_path)
    inhoud = kalender_ics(jaarkalender)
    assert kalender_ics(jaarkalender, inhoud) == inhoud


def test_na_een_verandering_blijft_de_uid_en_stijgt_sequence(tmp_path: Path) -> None:
    eerste = kalender_ics(kalender_van(tmp_path / "a"))
    vast = {"vaste_datums": [{"gremium": WERKGROEP, "datum": date(2027, 1, 19)}]}
    tweede = kalender_ics(kalender_van(tmp_path / "b", vast), eerste)
    oud, nieuw = events(eerste), events(tweede)
    assert oud.keys() <= nieuw.keys()
    assert nieuw[EERSTE].decoded("dtstart") == date(2027, 1, 19)
    assert (nieuw[EERSTE]["sequence"], nieuw[EERSTE]["status"]) == (1, "CONFIRMED")
    gelijk = [uid for uid in oud if oud[uid]["dtstart"] == nieuw[uid]["dtstart"]]
    assert gelijk
    derde = events(kalender_ics(kalender_van(tmp_path / "c"), tweede))
    assert derde[EERSTE]["sequence"] == 2


def test_een_vergadering_die_vervalt_wordt_afgezegd(tmp_path: Path) -> None:
    vast = {"vaste_datums": [{"gremium": "juridische-werkgroep", "datum": date(2027, 3, 2)}]}
    eerste = kalender_ics(kalender_van(tmp_path / "a", vast))
    zonder = kalender_van(tmp_path / "b")
    tweede = kalender_ics(zonder, eerste)
    event = events(tweede)["2027-juridische-werkgroep-1@nijmegen-rivierenland.agenda"]
    assert (event["status"], event["sequence"]) == ("CANCELLED", 1)
    assert kalender_ics(zonder, tweede) == tweede


@pytest.mark.parametrize("oud", [b"geen kalender", b"\xff\xfe", b"BEGIN:VCALENDAR\r\n"])
def test_een_bestand_dat_geen_kalender_is_wordt_niet_vervangen(tmp_path: Path, oud: bytes) -> None:
    with pytest.raises(GeenKalenderbestand):
        kalender_ics(kalender_van(tmp_path), oud)


@pytest.mark.traag
@settings(max_examples=20)
@given(titel=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=200))
def test_elke_titel_komt_heel_terug(titel: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    jaarkalender = kalender_van(tmp_path_factory.mktemp("ics"), titel=titel)
    inhoud = kalender_ics(jaarkalender)
    assert Calendar.from_ical(inhoud).to_ical() == inhoud
    beschreven = {str(e["description"]) for e in events(inhoud).values() if "description" in e}
    assert beschreven == {f"1. {jaarkalender.titel('wijk-ggz')}"}
