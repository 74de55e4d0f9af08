"""The Toetser: one question per rule and combination, and no answer when the evaluators differ."""

from __future__ import annotations

import pytest
from bouwers_regels import Schijnmotor, alleen_met_motor, maak_regel, maak_voorwaarde

from regels import durable_motor, referentie
from regels.durable_motor import JA
from regels.toetser import Onenigheid, Toetser, maak_toetser


def test_motor_krijgt_elke_combinatie_van_waarden_een_keer() -> None:
    regel = maak_regel(maak_voorwaarde("aantal", "minstens", 1))
    motor = Schijnmotor(frozenset({JA}))
    toetser = Toetser([regel], motor)

    oordelen = [toetser.oordeel(regel, {"aantal": aantal}) for aantal in (1, 2, 1, 2, 1)]

    assert [oordeel.uitkomst for oordeel in oordelen] == ["ja"] * 5
    assert motor.vragen == [("proefregel", {"aantal": 1}), ("proefregel", {"aantal": 2})]
    assert oordelen[0] is oordelen[2]


def test_andere_feiten_dan_die_van_de_regel_geven_geen_nieuwe_vraag() -> None:
    regel = maak_regel(maak_voorwaarde("aantal", "minstens", 1))
    motor = Schijnmotor(frozenset({JA}))
    toetser = Toetser([regel], motor)

    for kosten in (None, 10, 20, 30):
        toetser.oordeel(regel, {"aantal": 1, "kosten": kosten})

    assert len(motor.vragen) == 1


def test_elke_regel_heeft_zijn_eigen_antwoord() -> None:
    eerste = maak_regel(maak_voorwaarde("aantal", "minstens", 1), code="eerste")
    tweede = maak_regel(maak_voorwaarde("aantal", "minder_dan", 1), code="tweede")
    toetser = Toetser([eerste, tweede], None)

    uitkomsten = [toetser.oordeel(regel, {"aantal": 1}).uitkomst for regel in (eerste, tweede)]

    assert uitkomsten == ["ja", "nee"]
    assert toetser.regels == (eerste, tweede)


def test_onbekend_en_niet_genoemd_zijn_dezelfde_combinatie() -> None:
    regel = maak_regel()
    motor = Schijnmotor(frozenset())
    toetser = Toetser([regel], motor)

    uitkomsten = [toetser.oordeel(regel, feiten).uitkomst for feiten in ({}, {"aantal": None})]

    assert uitkomsten == ["onbekend", "onbekend"]
    assert len(motor.vragen) == 1


@pytest.mark.parametrize(
    ("aantal", "leugen"),
    [
        (1, frozenset[int]()),
        (1, frozenset({0})),
        (1, frozenset({JA, 0})),
        (0, frozenset({JA})),
        (0, frozenset[int]()),
        (0, frozenset({1})),
        (None, frozenset({JA})),
        (None, frozenset({0})),
    ],
)
def test_motor_die_iets_anders_zegt_houdt_de_run_tegen(
    aantal: int | None, leugen: frozenset[int]
) -> None:
    regel = maak_regel(maak_voorwaarde("aantal", "minstens", 1))
    toetser = Toetser([regel], Schijnmotor(leugen))

    with pytest.raises(Onenigheid) as gevangen:
        toetser.oordeel(regel, {"aantal": aantal})

    assert gevangen.value.verwacht.regel is regel
    assert gevangen.value.gevuurd == leugen
    assert gevangen.value.onderwerp == ""


@pytest.mark.parametrize(
    ("gevuurd", "antwoord"),
    [
        (frozenset({JA}), "ja"),
        (frozenset[int](), "onbekend"),
        (frozenset({0}), "nee op voorwaarde 1"),
        (frozenset({2, 0}), "nee op voorwaarde 1 en nee op voorwaarde 3"),
    ],
)
def test_onenigheid_zegt_in_woorden_wat_de_motor_antwoordde(
    gevuurd: frozenset[int], antwoord: str
) -> None:
    assert Onenigheid(referentie.oordeel(maak_regel(), {}), gevuurd).antwoord == antwoord


def test_onenigheid_wordt_niet_onthouden_als_antwoord() -> None:
    regel = maak_regel()
    toetser = Toetser([regel], Schijnmotor(frozenset()))

    for _ in range(2):
        with pytest.raises(Onenigheid):
            toetser.oordeel(regel, {"aantal": 1})


def test_motor_noemt_elke_voorwaarde_waar_niet_aan_is_voldaan() -> None:
    regel = maak_regel(
        maak_voorwaarde("aantal", "minstens", 1),
        maak_voorwaarde("akkoord", "is", "ja"),
        maak_voorwaarde("kosten", "hoogstens", 10),
    )
    toetser = Toetser([regel], Schijnmotor(frozenset({0, 2})))

    oordeel = toetser.oordeel(regel, {"aantal": 0, "kosten": 11})

    assert [toets.uitkomst for toets in oordeel.toetsen] == ["nee", "onbekend", "nee"]


def test_zonder_motor_beslist_de_referentie_alleen() -> None:
    regel = maak_regel()
    toetser = Toetser([regel], None)

    assert toetser.evaluatoren == ("referentie",)
    assert toetser.oordeel(regel, {"aantal": 1}).uitkomst == "ja"


def test_met_motor_staan_beide_evaluatoren_genoemd() -> None:
    toetser = Toetser([maak_regel()], Schijnmotor(frozenset()))

    assert toetser.evaluatoren == ("durable-rules 2.0.28", "referentie")


@alleen_met_motor
def test_waar_durable_rules_draait_beslist_het_mee() -> None:
    regel = maak_regel()
    toetser = maak_toetser([regel])

    assert len(toetser.evaluatoren) == 2
    assert toetser.oordeel(regel, {"aantal": 1}).uitkomst == "ja"


def test_waar_durable_rules_niet_laadt_beslist_de_referentie(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(durable_motor, "beschikbaar", lambda: False)

    assert maak_toetser([maak_regel()]).evaluatoren == ("referentie",)
