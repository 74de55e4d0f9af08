"""What is said of a plan is what every plan says, up to twelve topics over three years."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, ranglijst_van
from bouwers_alle_plannen import LEEG, AllePlannen
from bouwers_plan import Geval, alle_plannen, beste, tellende

from agenda.jaar.eenstemmig import onderzoek_eenstemmigheid
from agenda.jaar.jaarplan import Jaarplan, Wissel, maak_jaarplan
from agenda.jaar.kegel import Vector, inproduct
from agenda.jaar.plan import Kiezer
from agenda.jaar.vraagstuk import Extra, Vraagstuk
from agenda.jaar.wegingen import wegingskegel

if TYPE_CHECKING:
    from collections.abc import Collection

MATEN = [(12, 3), (11, 3), (10, 3), (12, 2), (11, 2), (12, 1), (12, 3), (12, 2), (9, 3), (12, 1)]
"""So many topics, and years, in each round."""


def _geval(wil: random.Random, n: int, jaren: int) -> Geval:
    """A problem of which about half fits, with few different values: many plans are equal."""
    last = tuple(wil.randrange(1, 7) for _ in range(n))
    ruimte = max(last) + sum(last) // (3 * jaren)
    paren = {(wil.randrange(n), wil.randrange(n)) for _ in range(wil.randrange(5))}
    extra = tuple(
        Extra(tuple(wil.randrange(4) for _ in range(n)), (wil.randrange(3, n),) * jaren)
        for _ in range(wil.randrange(3))
    )
    stuk = Vraagstuk(last, tuple(sorted(paren)), (ruimte,) * jaren, extra)
    vorige = frozenset(wil.sample(range(n), wil.randrange(n)))
    return Geval(stuk, tuple(wil.randrange(4) for _ in range(n)), vorige)


def _criteria(wil: random.Random, n: int, k: int = 5) -> tuple[Vector, ...]:
    return tuple(tuple(int(wil.random() < 0.4) for _ in range(k)) for _ in range(n))


@pytest.mark.parametrize("zaad", range(12))
def test_alle_plannen_in_numpy_zijn_alle_plannen(zaad: int) -> None:
    """The judge of the tests below, against trying one plan after another."""
    wil = random.Random(zaad)
    n = 5
    geval = _geval(wil, n, zaad % 3 + 1)
    alle = AllePlannen(geval.stuk)
    assert len(alle.plannen) == sum(1 for _ in alle_plannen(geval.stuk))
    erin, een_van = frozenset(wil.sample(range(n), 1)), frozenset(wil.sample(range(n), 2))
    for eis in ((LEEG, LEEG), (erin, LEEG), (LEEG, een_van), (erin, een_van)):
        assert alle.beste(geval.waarden, geval.vorige, *eis) == beste(geval, *eis)
    criteria = _criteria(wil, n, 3)
    wegingen = wegingskegel(3)
    tellen = alle.tellende(criteria, wegingen)
    assert len(tellen) == len(set(tellen))
    assert set(tellen) == set(tellende(geval.stuk, criteria, wegingen))


@pytest.mark.traag
@pytest.mark.parametrize(("zaad", "maat"), [*enumerate(MATEN)])
def test_het_plan_is_het_eerste_van_alle_plannen(zaad: int, maat: tuple[int, int]) -> None:
    wil = random.Random(zaad)
    geval = _geval(wil, *maat)
    alle, kiezer = AllePlannen(geval.stuk), Kiezer(geval.stuk)
    nummers = range(geval.stuk.aantal)
    eisen = [(LEEG, LEEG), (LEEG, frozenset(wil.sample(nummers, 3)))]
    eisen += [(frozenset((wil.choice(nummers),)), LEEG) for _ in range(2)]
    for erin, een_van in eisen:
        plan = kiezer.kies(geval.waarden, geval.vorige, erin=erin, een_van=een_van)
        assert (plan and plan.periode) == alle.beste(geval.waarden, geval.vorige, erin, een_van)
        assert plan is None or plan.bewezen


@pytest.mark.traag
@pytest.mark.parametrize(("zaad", "maat"), [*enumerate(MATEN, 100)])
def test_kern_bespreken_en_niet_zijn_die_van_alle_plannen(zaad: int, maat: tuple[int, int]) -> None:
    wil = random.Random(zaad)
    geval = _geval(wil, *maat)
    stuk, n = geval.stuk, geval.stuk.aantal
    criteria, wegingen = _criteria(wil, n), wegingskegel(5)
    tellen = AllePlannen(stuk).tellende(criteria, wegingen)
    heel = onderzoek_eenstemmigheid(stuk, criteria, wegingen)
    assert heel.volledig
    assert heel.kern == frozenset(range(n)).intersection(*tellen)
    assert heel.niet == frozenset(range(n)) - frozenset().union(*tellen)
    assert heel.bespreken == frozenset(range(n)) - heel.kern - heel.niet
    for gewichten in ((1,) * 5, *(tuple(wil.choices(range(1, 101), k=5)) for _ in range(3))):
        waarden = tuple(inproduct(gewichten, c) for c in criteria)
        plan = Kiezer(stuk).kies(waarden, geval.vorige)
        assert plan is not None
        assert plan.gekozen in tellen
        assert heel.kern <= plan.gekozen
        assert not heel.niet & plan.gekozen
    for budget in (0, 1, 2, 5, heel.vragen // 4, heel.vragen // 2, heel.vragen - 1, heel.vragen):
        deel = onderzoek_eenstemmigheid(stuk, criteria, wegingen, budget)
        assert deel.vragen <= budget
        assert deel.bespreken <= heel.bespreken
        assert heel.kern <= deel.kern
        assert heel.niet <= deel.niet
        assert deel.volledig == (budget == heel.vragen)


def _jaarplan(wil: random.Random, n: int, jaren: int) -> Jaarplan:
    """A plan of a ranked list, in which about a third of the topics fits in 2.6 fte a year."""
    rauw = []
    for nummer in range(n):
        eerst = [f"o-{wil.randrange(nummer):02}"] if nummer and wil.random() < 0.2 else []
        rauw.append(
            maak_onderwerp(
                f"o-{nummer:02}",
                inspanning_fte=Decimal(wil.randrange(1, 17)) / 10 * (1 + (jaren == 1)),
                criteria=[c for c in CRITERIA if wil.random() < 0.4],
                afhankelijk_van=eerst,
            )
        )
    gewichten = {c: wil.choice((1, 1, 2, 5)) for c in CRITERIA}
    return maak_jaarplan(ranglijst_van(*rauw, gewichten=gewichten), jaren)


def _meeste_spijt(eigen: Vector, alle: Collection[Vector]) -> Fraction:
    hoeken = [hoek.vector for hoek in wegingskegel(5).hoeken]
    hoogste = [max(inproduct(hoek, telling) for telling in alle) for hoek in hoeken]
    return max(
        Fraction(meest - inproduct(hoek, eigen), sum(hoek))
        for hoek, meest in zip(hoeken, hoogste, strict=True)
    )


@pytest.mark.traag
@pytest.mark.parametrize(("zaad", "maat"), [*enumerate(MATEN, 200)])
def test_spijt_tegenplan_en_verdringing_zijn_die_van_alle_plannen(
    zaad: int, maat: tuple[int, int]
) -> None:
    wil = random.Random(zaad)
    plan = _jaarplan(wil, *maat)
    stuk = plan.opgave.stuk
    assert (stuk.aantal, stuk.perioden) == maat
    alle = AllePlannen(stuk)
    onderwerpen = plan.opgave.onderwerpen
    waarden = tuple(b.uitslag.score for b in onderwerpen)
    gekozen = plan.plan.gekozen
    assert plan.plan.periode == alle.beste(waarden)

    def wissel(erin: frozenset[int] = LEEG, een_van: frozenset[int] = LEEG) -> Wissel | None:
        ander = alle.beste(waarden, gekozen, erin, een_van)
        if ander is None:
            return None
        anders = frozenset(i for i, p in enumerate(ander) if p is not None)
        kost = sum(waarden[i] for i in gekozen) - sum(waarden[i] for i in anders)
        codes = plan.opgave.codes
        return Wissel(codes(anders - gekozen), codes(gekozen - anders), kost)

    buiten = frozenset(range(stuk.aantal)) - gekozen
    assert plan.tegenplan == (wissel(een_van=buiten) if buiten else None)
    assert plan.verdringingen == {onderwerpen[i].code: wissel(erin=frozenset((i,))) for i in buiten}

    criteria = tuple(
        tuple(int(oordeel.uitkomst == "ja") for oordeel in b.uitslag.criteria) for b in onderwerpen
    )
    tellingen = alle.tellingen(criteria)
    eigen = tuple(sum(criteria[i][k] for i in gekozen) for k in range(5))

    def mist(weging: Vector) -> Fraction:
        most = max(inproduct(weging, telling) for telling in tellingen)
        return Fraction(most - inproduct(weging, eigen), sum(weging))

    spijt = plan.houdbaarheid.spijt
    assert spijt.mist == _meeste_spijt(eigen, tellingen)
    assert all(mist(tuple(wil.choices(range(1, 101), k=5))) <= spijt.mist for _ in range(50))
    ander, minst = plan.houdbaarheid.minste_spijt
    assert minst == min(_meeste_spijt(telling, tellingen) for telling in tellingen)
    eigen_van_ander = tuple(sum(criteria[i][k] for i in ander.gekozen) for k in range(5))
    assert _meeste_spijt(eigen_van_ander, tellingen) == minst <= spijt.mist

    tellen = alle.tellende(criteria, wegingskegel(5))
    labels = plan.houdbaarheid.labels
    assert labels.volledig
    assert labels.kern == plan.opgave.codes(frozenset(range(stuk.aantal)).intersection(*tellen))
    assert set(labels.kern) <= set(plan.perioden)
    assert not set(labels.niet) & set(plan.perioden)
