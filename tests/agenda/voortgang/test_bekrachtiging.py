"""What counts of each member on a day: its latest decision, and of one day the last line."""

from __future__ import annotations

import random
from datetime import date

from bouwers_bekrachtiging import DAG, LEDEN, PROFIEL, willekeurig_besluit
from hypothesis import given
from hypothesis import strategies as st

from agenda.voortgang.bekrachtiging import Bekrachtiging, aantallen, met_uitkomst, op_dag

TIEL, DRUTEN = "GM0281", "GM0225"
EERST = Bekrachtiging(TIEL, "college", date(2027, 2, 1), "aangehouden")
DAARNA = Bekrachtiging(TIEL, "gemeenteraad", date(2027, 3, 2), "ingestemd")


def van(gemeente: str, per_lid: tuple[Bekrachtiging, ...]) -> Bekrachtiging:
    (een,) = (deel for deel in per_lid if deel.gemeente == gemeente)
    return een


def test_alle_leden_staan_er_altijd_in_de_volgorde_van_het_profiel() -> None:
    per_lid = op_dag([EERST], PROFIEL)

    assert tuple(deel.gemeente for deel in per_lid) == LEDEN
    assert van(DRUTEN, per_lid) == Bekrachtiging(DRUTEN, None, None, "onbekend")


def test_een_later_besluit_volgt_het_eerdere_op_wanneer_het_ook_werd_opgeschreven() -> None:
    for volgorde in ([EERST, DAARNA], [DAARNA, EERST]):
        assert van(TIEL, op_dag(volgorde, PROFIEL)) == DAARNA
        assert van(TIEL, op_dag(volgorde, PROFIEL, date(2027, 3, 1))) == EERST
        assert van(TIEL, op_dag(volgorde, PROFIEL, date(2027, 1, 31))).datum is None


def test_van_twee_besluiten_op_een_dag_telt_de_laatste_regel() -> None:
    zelfde_dag = DAARNA._replace(uitkomst="afgewezen")

    assert van(TIEL, op_dag([DAARNA, zelfde_dag], PROFIEL)) == zelfde_dag
    assert van(TIEL, op_dag([zelfde_dag, DAARNA], PROFIEL)) == DAARNA


def test_elke_uitkomst_wordt_geteld_ook_die_er_niet_is() -> None:
    per_lid = op_dag([DAARNA, Bekrachtiging(DRUTEN, "college", DAG, "onbekend")], PROFIEL)

    assert aantallen(per_lid) == {
        "ingestemd": 1,
        "afgewezen": 0,
        "aangehouden": 0,
        "onbekend": len(LEDEN) - 1,
    }
    assert met_uitkomst(per_lid, "ingestemd") == (TIEL,)
    assert DRUTEN in met_uitkomst(per_lid, "onbekend")


@given(st.integers(), st.integers(0, 30))
def test_op_elke_dag_heeft_elk_lid_een_uitkomst_die_niet_later_is(zaad: int, aantal: int) -> None:
    toeval = random.Random(zaad)
    besluiten = [willekeurig_besluit(toeval) for _ in range(aantal)]
    dag = willekeurig_besluit(toeval).datum
    assert dag is not None

    per_lid = op_dag(besluiten, PROFIEL, dag)

    assert sum(aantallen(per_lid).values()) == len(LEDEN)
    for deel in per_lid:
        eigen = [b for b in besluiten if b.gemeente == deel.gemeente and b.datum <= dag]
        later = [b for b in eigen if deel.datum is not None and b.datum > deel.datum]
        assert deel in eigen or not eigen
        assert not later
        op_die_dag = [b for b in eigen if b.datum == deel.datum]
        assert not eigen or op_die_dag[-1] == deel
