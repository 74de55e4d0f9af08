"""The register of what members decided: read in order, and every change before its end is found."""

from __future__ import annotations

import json
import random
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from bouwers_bekrachtiging import (
    DAG,
    LEEG,
    NAAM,
    fouten_in,
    lees,
    schrijf,
    verander,
    verminkt_aan_het_eind,
    verminkt_voor_het_eind,
    willekeurig_besluit,
)

from agenda.invoer.bekrachtiging import MAX_REGELS, lees_register, ontleed
from agenda.voortgang.bekrachtiging import Bekrachtiging
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EEN = Bekrachtiging("GM0281", "college", DAG, "ingestemd")
TWEE = Bekrachtiging("GM0268", "gemeenteraad", date(2027, 2, 1), "afgewezen")
DRIE = Bekrachtiging("GM0281", "college", date(2027, 2, 1), "aangehouden")
GOED = schrijf([EEN, TWEE, DRIE])
REGELS = GOED.splitlines(keepends=True)


def test_een_regel_zegt_wat_er_is_besloten_en_na_welke_regel() -> None:
    eerste, tweede, _ = map(json.loads, REGELS)

    assert eerste == {
        "schema": "agenda/bekrachtiging/1",
        "besluit": LEEG.besluit,
        "gemeente": "GM0281",
        "orgaan": "college",
        "datum": "2027-01-15",
        "uitkomst": "ingestemd",
        "vorige": None,
    }
    assert list(eerste) == list(tweede)
    assert tweede["vorige"] == lees(REGELS[0]).laatste


def test_wat_is_bijgeschreven_komt_er_in_die_volgorde_uit() -> None:
    register = lees(GOED)

    assert register.bekrachtigingen == (EEN, TWEE, DRIE)
    assert len(set(register.sommen)) == 3
    assert lees(b"") == LEEG
    assert LEEG.laatste is None


def bewaakt(zaad: int) -> None:
    """One random register: right as it is, and wrong in every way in which it can be spoiled."""
    toeval = random.Random(zaad)
    besluiten = tuple(willekeurig_besluit(toeval) for _ in range(toeval.randrange(2, 14)))
    inhoud = schrijf(besluiten)
    heel = lees(inhoud)
    assert heel.bekrachtigingen == besluiten
    regels = inhoud.splitlines(keepends=True)
    for wat, verminkt in verminkt_voor_het_eind(regels, toeval):
        assert verminkt != inhoud
        assert fouten_in(verminkt), (zaad, wat)
    for wat, verminkt in verminkt_aan_het_eind(regels, toeval):
        assert not fouten_in(verminkt), (zaad, wat)
        assert lees(verminkt).laatste != heel.laatste, (zaad, wat)


@pytest.mark.parametrize("zaad", range(25))
def test_elke_verandering_voor_het_eind_valt_op_en_het_eind_aan_zijn_som(zaad: int) -> None:
    bewaakt(zaad)


@pytest.mark.traag
def test_dat_geldt_voor_vijfhonderd_willekeurige_registers() -> None:
    for zaad in range(25, 525):
        bewaakt(zaad)


@pytest.mark.traag
def test_elke_byte_van_elke_regel_telt() -> None:
    for plek in range(len(GOED)):
        for erbij in (1, 32, 128):
            verminkt = bytearray(GOED)
            verminkt[plek] = (verminkt[plek] + erbij) % 256
            anders = bytes(verminkt)
            assert fouten_in(anders) or lees(anders).laatste != lees(GOED).laatste


def fout_op(regel: int, inhoud: bytes) -> str:
    """The only line with a fault, and what is said of it."""
    meldingen = fouten_in(inhoud)
    assert {melding.plek.regel for melding in meldingen} == {regel}
    return " | ".join(map(str, meldingen))


GEVALLEN: dict[str, tuple[int, Callable[[], bytes], str]] = {
    "een BOM": (1, lambda: b"\xef\xbb\xbf" + GOED, "BOM"),
    "regeleinden van Windows": (
        1,
        lambda: GOED.replace(b"\n", b"\r\n"),
        "een regeleinde van Windows (CR LF), ook in 2 andere regels",
    ),
    "geen UTF-8": (3, lambda: GOED[:-5] + b"\xff" + GOED[-5:], "geen UTF-8"),
    "geen JSON": (3, lambda: b"".join(REGELS[:2]) + b"{]\n", "geen JSON"),
    "een lege regel": (4, lambda: GOED + b"\n", "een lege regel"),
    "geen velden": (4, lambda: GOED + b"[1]\n", "gevonden een lijst"),
    "diep": (4, lambda: GOED + b"[" * 999 + b"\n", "geen JSON"),
    "een lange regel": (4, lambda: GOED + b"x" * 1_001 + b"\n", "een regel van 1001 tekens"),
    "een veld twee keer": (
        3,
        lambda: GOED.replace(
            b'"datum":"2027-02-01","uitkomst":"aan', b'"orgaan":"x","uitkomst":"aan'
        ),
        "«orgaan» voor de tweede keer",
    ),
    "een onbekend veld": (
        4,
        lambda: GOED + verander(lees(GOED).regel(EEN), uitkomt="x"),
        "bedoelde u «uitkomst»?",
    ),
    "geen dag": (
        4,
        lambda: GOED + verander(lees(GOED).regel(EEN), datum="2027-02-30"),
        "datum: gevonden «2027-02-30»",
    ),
    "geen uitkomst": (
        4,
        lambda: GOED + verander(lees(GOED).regel(EEN), uitkomst="ja"),
        "verwacht ingestemd, afgewezen, aangehouden of onbekend",
    ),
    "geen lid": (
        4,
        lambda: GOED + verander(lees(GOED).regel(EEN), gemeente="GM0282"),
        "gemeente: gevonden «GM0282»",
    ),
    "mag niet beslissen": (
        4,
        lambda: GOED + verander(lees(GOED).regel(EEN), orgaan="pfo"),
        "orgaan: gevonden «pfo»; verwacht college of gemeenteraad",
    ),
    "een ander besluit": (
        4,
        lambda: GOED + verander(lees(GOED).regel(EEN), besluit="b" * 64),
        "van een ander besluit",
    ),
    "een andere volgorde": (
        4,
        lambda: (
            GOED
            + json.dumps(
                dict(reversed(json.loads(lees(GOED).regel(EEN)).items())), separators=(",", ":")
            ).encode()
            + b"\n"
        ),
        "een andere volgorde",
    ),
    "zonder eind": (3, lambda: GOED[:-1], "zonder regeleinde"),
    "de eerste weg": (1, lambda: b"".join(REGELS[1:]), "null bij de eerste regel"),
    "de tweede veranderd": (
        3,
        lambda: GOED.replace(b"afgewezen", b"ingestemd"),
        "regel 2 is veranderd",
    ),
}


@pytest.mark.parametrize("wat", GEVALLEN)
def test_wat_er_mis_is_wordt_gezegd_bij_zijn_regel(wat: str) -> None:
    regel, inhoud, zin = GEVALLEN[wat]

    assert zin in fout_op(regel, inhoud())


def test_een_register_van_een_ander_besluit_wordt_een_keer_genoemd() -> None:
    anders = schrijf([EEN, TWEE, DRIE], LEEG._replace(besluit="b" * 64))

    assert fout_op(1, anders).count("van een ander besluit") == 1


def test_alle_fouten_staan_in_een_keer_op_hun_regel() -> None:
    inhoud = GOED.replace(b"afgewezen", b"ingestemd") + b"{\n" + b"\n"

    assert [melding.plek.regel for melding in fouten_in(inhoud)] == [3, 4, 5]
    assert {melding.plek.bestand for melding in fouten_in(inhoud)} == {NAAM}


@pytest.mark.parametrize(
    "inhoud",
    [
        b"\n" * 1_000_000,
        GOED * (MAX_REGELS // 2),
        b"x" * 9_999_999,
        b"[" * 9_000_000 + b"\n",
        b'{"a":' * 9_000 + b"\n",
        b"\xff\n" * MAX_REGELS,
    ],
    ids=["lege regels", "veel regels", "een lange regel", "diep", "diepe velden", "geen UTF-8"],
)
def test_een_overvol_register_geeft_snel_een_paar_zinnen(inhoud: bytes) -> None:
    begin = time.monotonic()

    with pytest.raises(Invoerfout) as gevangen:
        ontleed(inhoud, NAAM, LEEG)

    assert len(gevangen.value.zinnen) <= 101
    assert time.monotonic() - begin < 3


def test_een_te_groot_bestand_wordt_niet_gelezen(tmp_path: Path) -> None:
    pad = tmp_path / NAAM
    with pad.open("wb") as bestand:
        bestand.truncate(280_000_000)

    with pytest.raises(Invoerfout, match="een bestand van 280,0 MB"):
        lees_register(pad)


@pytest.mark.parametrize("wat", ["leeg", "een map", "een snelkoppeling"])
def test_wat_geen_bestand_met_regels_is_wordt_geweigerd(wat: str, tmp_path: Path) -> None:
    pad = tmp_path / NAAM
    if wat == "leeg":
        pad.write_bytes(b"")
    elif wat == "een map":
        pad.mkdir()
    else:
        pad.symlink_to(tmp_path / "weg")

    with pytest.raises(Invoerfout, match=wat):
        lees_register(pad)
