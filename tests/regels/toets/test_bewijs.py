"""Both evaluators are asked about every input of a rule; one that errs is caught."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import prod
from typing import TYPE_CHECKING

import pytest
from bouwers_regels import VELDEN, alleen_met_motor, maak_regel, maak_voorwaarde
from bouwers_regels import regels as regels_
from hypothesis import given, settings

from regels.durable_motor import JA, Motor
from regels.model import Veld
from regels.referentie import oordeel
from regels.toets.bewijs import bewijs
from regels.toets.toetsen import toets_regels
from regels.toetser import Onenigheid
from regels.waarden import proefwaarden

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regels.model import Regel, Waarde

BIJ_NAAM = {veld.naam: veld for veld in VELDEN} | {
    "kleur": Veld("kleur", "welke kleur", ("rood", "geel", "groen"))
}


@dataclass
class Verkeerd:
    """An engine that judges as the reference does, but for one input."""

    fout_bij: Mapping[str, Waarde | None]
    gevraagd: list[dict[str, Waarde | None]] = field(default_factory=list)

    def vraag(self, regel: Regel, feiten: Mapping[str, Waarde | None]) -> frozenset[int]:
        self.gevraagd.append(dict(feiten))
        goed = oordeel(regel, feiten)
        if dict(feiten) == self.fout_bij:
            return frozenset() if goed.uitkomst == "ja" else frozenset({JA})
        if goed.uitkomst == "ja":
            return frozenset({JA})
        return frozenset(n for n, deel in enumerate(goed.toetsen) if deel.uitkomst == "nee")


REGEL = maak_regel(maak_voorwaarde("aantal", "minstens", 2), maak_voorwaarde("akkoord", "is", "ja"))


@pytest.mark.parametrize("aantal", [0, 1, 2, 3, None])
@pytest.mark.parametrize("akkoord", ["ja", "nee", None])
def test_een_verkeerd_antwoord_valt_op_bij_welke_invoer_ook(
    aantal: int | None, akkoord: str | None
) -> None:
    feiten = {"aantal": aantal, "akkoord": akkoord}

    with pytest.raises(Onenigheid) as gevangen:
        bewijs(REGEL, BIJ_NAAM, Verkeerd(feiten))

    assert gevangen.value.verwacht.regel is REGEL


@alleen_met_motor
def test_een_regel_die_verkeerd_wordt_vertaald_valt_op_in_de_hele_toets() -> None:
    """The engine gets «more than 2» where the rule says «at least 2»."""
    verkeerd = maak_regel(maak_voorwaarde("aantal", "meer_dan", 2), *REGEL.als[1:])

    with pytest.raises(Onenigheid):
        toets_regels([REGEL], (), BIJ_NAAM, lambda _: Motor([verkeerd]))


def test_elke_invoer_wordt_gevraagd_en_geen_twee_keer() -> None:
    motor = Verkeerd({})

    deel = bewijs(REGEL, BIJ_NAAM, motor)

    gevraagd = {tuple(feiten.items()) for feiten in motor.gevraagd}
    assert (deel.beoordeeld, deel.van, deel.exact) == (15, 15, True)
    assert len(gevraagd) == len(motor.gevraagd) == 15


def test_van_te_veel_invoer_wordt_een_deel_gevraagd_dat_alle_waarden_raakt() -> None:
    als = [maak_voorwaarde(naam, "minstens", 1) for naam in ("aantal", "kosten")]
    motor = Verkeerd({})

    deel = bewijs(maak_regel(*als), BIJ_NAAM, motor, hoogstens=7)

    assert (deel.beoordeeld, deel.van, deel.exact) == (7, 16, False)
    assert {feiten["aantal"] for feiten in motor.gevraagd} == {None, 0, 1, 2}
    assert {feiten["kosten"] for feiten in motor.gevraagd} == {None, 0, 1, 2}


@alleen_met_motor
@settings(max_examples=30)
@given(regels_)
def test_durable_rules_en_de_referentie_zijn_het_eens_over_alle_invoer(regel: Regel) -> None:
    deel = bewijs(regel, BIJ_NAAM, Motor([regel]), hoogstens=2000)

    per_veld = [
        proefwaarden(BIJ_NAAM[naam], [v for v in regel.als if v.veld == naam])
        for naam in regel.velden
    ]
    assert deel.van == prod(len(waarden) + 1 for waarden in per_veld)


def test_zonder_motor_beoordeelt_de_referentie_alleen() -> None:
    toets = toets_regels([REGEL], (), BIJ_NAAM, lambda _: None)

    assert (toets.evaluatoren, toets.beoordeeld) == (("referentie",), 15)
