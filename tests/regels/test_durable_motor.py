"""The small door to durable-rules, and the traps of the engine that it keeps shut."""

from __future__ import annotations

import sys
import threading
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
from bouwers_regels import alleen_met_motor, maak_regel, maak_voorwaarde

from regels.durable_motor import JA, NAAM, VERSIE, Motor, beschikbaar, veld_hash
from regels.toetser import maak_toetser

if TYPE_CHECKING:
    from pathlib import Path

TWEE = maak_regel(
    maak_voorwaarde("aantal", "minstens", 2), maak_voorwaarde("akkoord", "is", "ja"), code="twee"
)


def test_de_motor_draait_overal_waar_durable_rules_hoort_te_staan() -> None:
    """Keeps the tests that need the engine from being skipped where it runs: on every Python."""
    assert beschikbaar() is (sys.platform != "win32")


@pytest.mark.parametrize(
    ("module", "inhoud"),
    [
        ("durable_rules_engine", None),
        (
            "durable_rules_engine",
            "raise ImportError('durable_rules_engine.so: undefined symbol: PyEval_CallObject')",
        ),
    ],
    ids=["niet geïnstalleerd", "niet te laden"],
)
def test_een_motor_die_niet_laadt_is_er_niet(
    module: str, inhoud: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for naam in [naam for naam in sys.modules if naam.startswith("durable")]:
        monkeypatch.delitem(sys.modules, naam)
    if inhoud is None:
        monkeypatch.setitem(sys.modules, module, None)
    else:
        (tmp_path / f"{module}.py").write_text(inhoud, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)

    assert not beschikbaar()
    assert maak_toetser([TWEE]).evaluatoren == ("referentie",)


@alleen_met_motor
@pytest.mark.parametrize(
    ("feiten", "gevuurd"),
    [
        ({"aantal": 2, "akkoord": "ja"}, {JA}),
        ({"aantal": 1, "akkoord": "ja"}, {0}),
        ({"aantal": 2, "akkoord": "nee"}, {1}),
        ({"aantal": 1, "akkoord": "nee"}, {0, 1}),
        ({"aantal": 2}, set()),
        ({"aantal": 1}, {0}),
        ({"aantal": None, "akkoord": "nee"}, {1}),
        ({}, set()),
    ],
)
def test_motor_zegt_of_de_regel_geldt_of_welke_voorwaarde_niet(
    feiten: dict[str, int | str | None], gevuurd: set[int]
) -> None:
    assert Motor([TWEE]).vraag(TWEE, feiten) == gevuurd


@alleen_met_motor
def test_motor_start_geen_threads() -> None:
    vooraf = set(threading.enumerate())

    Motor([TWEE]).vraag(TWEE, {"aantal": 2})

    assert set(threading.enumerate()) == vooraf


@alleen_met_motor
def test_duizenden_feiten_waar_niets_over_te_zeggen_is_breken_het_proces_niet() -> None:
    motor = Motor([TWEE])

    antwoorden = {motor.vraag(TWEE, {"kosten": nummer}) for nummer in range(2_000)}

    assert antwoorden == {frozenset()}


@alleen_met_motor
def test_hetzelfde_feit_mag_vaker_gevraagd_worden() -> None:
    motor = Motor([TWEE])

    antwoorden = [motor.vraag(TWEE, {"aantal": 2, "akkoord": "ja"}) for _ in range(3)]

    assert antwoorden == [{JA}] * 3


@alleen_met_motor
def test_een_vraag_laat_niets_na_voor_de_volgende() -> None:
    motor = Motor([TWEE])
    motor.vraag(TWEE, {"aantal": 1, "akkoord": "nee"})

    assert motor.vraag(TWEE, {}) == frozenset()


@alleen_met_motor
def test_twee_motoren_naast_elkaar_storen_elkaar_niet() -> None:
    streng = maak_regel(maak_voorwaarde("aantal", "minstens", 100))
    soepel = maak_regel(maak_voorwaarde("aantal", "minstens", 1))
    eerste, tweede = Motor([streng]), Motor([soepel])

    feiten = {"aantal": 50}

    assert (eerste.vraag(streng, feiten), tweede.vraag(soepel, feiten)) == ({0}, {JA})


@alleen_met_motor
def test_dezelfde_regels_kunnen_twee_keer_in_een_motor() -> None:
    for _ in range(2):
        assert Motor([TWEE]).vraag(TWEE, {"aantal": 2, "akkoord": "ja"}) == {JA}


@alleen_met_motor
def test_een_motor_die_weg_is_laat_geen_geheugen_achter() -> None:
    import resource

    def geheugen_na(aantal: int) -> int:
        for _ in range(aantal):
            Motor([TWEE]).vraag(TWEE, {"aantal": 2})
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    vooraf = geheugen_na(50)

    assert geheugen_na(500) - vooraf < 5_000  # kB; kept, they would be 35,000


@alleen_met_motor
def test_de_versie_in_de_herkomst_is_de_versie_die_draait() -> None:
    assert version(NAAM) == VERSIE


def test_costarring_en_liquid_hebben_dezelfde_hash() -> None:
    assert veld_hash("costarring") == veld_hash("liquid")


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)],
)
def test_hash_is_fnv1a_van_32_bits(naam: str, waarde: int) -> None:
    """Published test vectors of the Fowler-Noll-Vo hash."""
    assert veld_hash(naam) == waarde


@alleen_met_motor
def test_de_motor_verwart_velden_met_dezelfde_hash_echt() -> None:
    """Why rules with such names are refused; when this fails, that check is no longer needed."""
    from durable.engine import Host

    gezien: list[int] = []

    class StilleHost(Host):  # type: ignore[misc]  # the library has no types
        def _run(self) -> None:
            return

    host = StilleHost()
    patroon = {"$and": [{"soort": "proef"}, {"costarring": 1}]}
    host.set_rulesets(
        {"hash": {"r": {"all": [{"m": patroon}], "run": lambda c: gezien.append(c.m.liquid)}}}
    )
    host.assert_fact("hash", {"sid": 1, "id": 1, "soort": "proef", "liquid": 1})

    assert gezien == [1]
