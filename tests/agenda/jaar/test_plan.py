"""The plan is the first by the key of the contract, whatever the solver does."""

from __future__ import annotations

import random

import pytest
from bouwers_plan import Geval, beste, gevallen, past
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.jaar.eenstemmig import onderzoek_eenstemmigheid
from agenda.jaar.plan import Kiezer, Plan, kies
from agenda.jaar.vraagstuk import Extra, Vraagstuk
from agenda.jaar.wegingen import wegingskegel


def _kies(geval: Geval, zaad: int = 0) -> Plan:
    stuk = geval.stuk
    return kies(
        geval.waarden,
        stuk.inspanning,
        stuk.vereist,
        stuk.capaciteit,
        geval.vorige,
        extra=stuk.extra,
        zaad=zaad,
    )


@settings(max_examples=120, deadline=None)
@given(gevallen(hoogstens=5))
def test_het_plan_is_dat_van_alles_proberen(geval: Geval) -> None:
    plan = _kies(geval)
    verwacht = beste(geval)
    assert verwacht is not None
    assert plan.periode == verwacht
    assert plan.waarde == sum(geval.waarden[i] for i in plan.gekozen)
    assert plan.bewezen
    assert plan.marge == 0


@settings(max_examples=60, deadline=None)
@given(gevallen(hoogstens=5, jaren=2), st.data())
def test_een_plan_met_een_eis_is_dat_van_alles_proberen(geval: Geval, data: st.DataObject) -> None:
    nummers = st.frozensets(st.integers(0, geval.stuk.aantal - 1), max_size=2)
    erin, een_van = data.draw(nummers), data.draw(nummers)
    plan = Kiezer(geval.stuk).kies(geval.waarden, geval.vorige, erin=erin, een_van=een_van)
    assert (plan and plan.periode) == beste(geval, erin, een_van)


@pytest.mark.traag
@settings(max_examples=15, deadline=None)
@given(gevallen(hoogstens=40, jaren=4))
def test_een_plan_past_altijd_en_het_zaad_maakt_niet_uit(geval: Geval) -> None:
    plan = _kies(geval)
    assert past(geval.stuk, plan.periode)
    assert _kies(geval, zaad=7) == plan


def test_de_volgorde_van_eisen_en_paren_maakt_niet_uit() -> None:
    wil = random.Random(13)
    n = 25
    waarden = [wil.randrange(4) for _ in range(n)]
    inspanning = [wil.randrange(1, 6) for _ in range(n)]
    vereist = [(i, wil.randrange(i)) for i in range(1, n, 3)]
    extra = [Extra([wil.randrange(3) for _ in range(n)], [4, 4]) for _ in range(3)]
    een = kies(waarden, inspanning, vereist, [15, 10], extra=extra)
    ander = kies(waarden, inspanning, vereist[::-1] * 2, [15, 10], extra=extra[::-1], zaad=3)
    assert ander == een


def test_wie_vorig_jaar_gekozen_was_gaat_voor_bij_gelijke_waarde() -> None:
    assert kies([2, 2], [1, 1], [], [1]).gekozen == {0}
    assert kies([2, 2], [1, 1], [], [1], {1}).gekozen == {1}


def test_een_onderwerp_zonder_punten_vult_geen_ruimte_op() -> None:
    assert kies([0, 1], [1, 1], [], [5]).periode == (None, 0)
    assert kies([0, 1], [1, 1], [(1, 0)], [5]).periode == (0, 0)


def test_zonder_onderwerpen_of_zonder_jaren_is_het_plan_leeg() -> None:
    assert kies([], [], [], [3]) == Plan((), 0, bewezen=True, marge=0)
    assert kies([1], [1], [], []).periode == (None,)


@pytest.mark.parametrize(
    ("waarden", "inspanning", "vereist", "capaciteit", "vorige"),
    [
        ([1], [1, 2], [], [1], ()),
        ([-1], [1], [], [1], ()),
        ([1.5], [1], [], [1], ()),
        ([1], [1], [(0, 1)], [1], ()),
        ([1], [1], [], [-1], ()),
        ([1], [1], [], [1], (4,)),
        ([True], [1], [], [1], ()),
    ],
)
def test_wat_geen_vraagstuk_is_wordt_geweigerd(
    waarden: list, inspanning: list, vereist: list, capaciteit: list, vorige: tuple
) -> None:
    with pytest.raises(ValueError, match=r"getallen|nummers|lengte"):
        kies(waarden, inspanning, vereist, capaciteit, vorige)


@pytest.mark.traag
def test_125_onderwerpen_over_vier_jaar_geeft_bij_elk_zaad_hetzelfde_plan() -> None:
    wil = random.Random(4)
    n = 125
    waarden = [wil.randrange(6) for _ in range(n)]
    inspanning = [wil.randrange(1, 12) for _ in range(n)]
    plan = kies(waarden, inspanning, [], [26] * 4)
    assert plan.bewezen
    assert past(Vraagstuk(tuple(inspanning), (), (26,) * 4), plan.periode)
    assert kies(waarden, inspanning, [], [26] * 4, zaad=5) == plan


def lastig(aantal: int = 30, jaren: int = 3) -> tuple[list[int], Vraagstuk]:
    """A problem with a value per topic that is nearly its effort: nothing stands out."""
    wil = random.Random(3)
    waarden = [wil.randrange(100, 200) for _ in range(aantal)]
    last = tuple(waarde + wil.randrange(-3, 3) for waarde in waarden)
    paren = ((i, wil.randrange(i)) for i in range(1, aantal) if wil.random() < 0.3)
    return waarden, Vraagstuk(last, tuple(paren), (777,) * jaren)


@pytest.mark.traag
def test_een_vraag_stopt_na_een_vast_aantal_vertakkingen_en_dan_is_het_plan_niet_bewezen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("agenda.jaar.oplosser.MAX_KNOPEN", 5)
    waarden, stuk = lastig()
    plan = kies(waarden, stuk.inspanning, stuk.vereist, stuk.capaciteit)
    assert not plan.bewezen
    assert plan.marge > 0
    per_jaar = [0] * stuk.perioden
    for i, jaar in enumerate(plan.periode):
        if jaar is not None:
            per_jaar[jaar] += stuk.inspanning[i]
    assert all(vol <= 777 for vol in per_jaar)
    assert plan == kies(waarden, stuk.inspanning, stuk.vereist, stuk.capaciteit)
    assert Kiezer(stuk).hoogste(tuple(waarden)) == plan.waarde + plan.marge


def test_wat_niet_bewezen_raakt_maakt_het_onderzoek_van_alle_wegingen_niet_volledig(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("agenda.jaar.oplosser.MAX_KNOPEN", 5)
    waarden, stuk = lastig()
    criteria = [(waarde, 300 - waarde) for waarde in waarden]
    gevonden = onderzoek_eenstemmigheid(stuk, criteria, wegingskegel(2), 20)
    assert not gevonden.volledig
