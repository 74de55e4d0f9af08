"""What is said of a plan is what trying every plan says."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, ranglijst_van
from bouwers_plan import Geval, alle_plannen, beste, sleutel, tellende, telling
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.jaar.jaarplan import Jaarplan, Wissel, maak_jaarplan
from agenda.jaar.kegel import inproduct
from agenda.jaar.wegingen import wegingskegel

if TYPE_CHECKING:
    from bouwers_agenda import Rauw

ANTWOORDEN = ("ja", "nee", "nee", "onbekend")


@st.composite
def onderwerpen(draw: st.DrawFn, hoogstens: int = 5) -> list[Rauw]:
    codes = [f"o-{n}" for n in range(draw(st.integers(1, hoogstens)))]
    antwoorden = st.fixed_dictionaries({c: st.sampled_from(ANTWOORDEN) for c in CRITERIA})
    rauw = []
    for n, code in enumerate(codes):
        eerst = draw(st.lists(st.sampled_from(codes[:n]), max_size=1)) if n else []
        fte = Decimal(draw(st.integers(1, 18))) / 10
        rauw.append(
            maak_onderwerp(
                code, inspanning_fte=fte, criteria=draw(antwoorden), afhankelijk_van=eerst
            )
        )
    return draw(st.permutations(rauw))


def _geval(plan: Jaarplan, vorige: frozenset[int] = frozenset()) -> Geval:
    waarden = tuple(b.uitslag.score for b in plan.opgave.onderwerpen)
    return Geval(plan.opgave.stuk, waarden, vorige)


def _verschil(plan: Jaarplan, ander: tuple[int | None, ...] | None) -> Wissel | None:
    if ander is None:
        return None
    gekozen = {i for i, p in enumerate(ander) if p is not None}
    waarden = _geval(plan).waarden
    return Wissel(
        plan.opgave.codes(frozenset(gekozen - plan.plan.gekozen)),
        plan.opgave.codes(frozenset(plan.plan.gekozen - gekozen)),
        plan.plan.waarde - sum(waarden[i] for i in gekozen),
    )


@settings(max_examples=25, deadline=None)
@given(onderwerpen(), st.integers(1, 2))
def test_tegenplan_en_verdringing_zijn_die_van_alles_proberen(rauw: list[Rauw], jaren: int) -> None:
    plan = maak_jaarplan(ranglijst_van(*rauw), jaren)
    geval = _geval(plan, plan.plan.gekozen)
    assert plan.plan.periode == beste(_geval(plan))
    buiten = frozenset(range(geval.stuk.aantal)) - plan.plan.gekozen
    assert plan.tegenplan == (_verschil(plan, beste(geval, een_van=buiten)) if buiten else None)
    for b in plan.weggelaten:
        nummer = plan.opgave.onderwerpen.index(b)
        assert plan.verdringt(b.code) == _verschil(plan, beste(geval, frozenset((nummer,))))


@settings(max_examples=25, deadline=None)
@given(onderwerpen())
def test_spijt_is_het_meeste_dat_een_weging_mist(rauw: list[Rauw]) -> None:
    plan = maak_jaarplan(ranglijst_van(*rauw))
    criteria = _criteria(plan, "ja")
    tellingen = {telling(p, criteria) for p in alle_plannen(plan.opgave.stuk)}
    eigen = telling(plan.plan.periode, criteria)
    spijt = plan.houdbaarheid.spijt

    def mist(weging: tuple[int, ...]) -> Fraction:
        most = max(inproduct(weging, t) for t in tellingen)
        return Fraction(most - inproduct(weging, eigen), sum(weging))

    assert spijt.mist == max(mist(hoek.vector) for hoek in wegingskegel(5).hoeken)
    raster = (w for w in product((1, 5, 60), repeat=5))
    assert all(mist(weging) <= spijt.mist for weging in raster)


@settings(max_examples=25, deadline=None)
@given(onderwerpen(), st.integers(1, 2), st.tuples(*[st.integers(0, 5)] * 5).filter(any))
def test_minste_spijt_is_die_van_alles_proberen(
    rauw: list[Rauw], jaren: int, gewichten: tuple[int, ...]
) -> None:
    lijst = ranglijst_van(*rauw, gewichten=dict(zip(CRITERIA, gewichten, strict=True)))
    plan = maak_jaarplan(lijst, jaren)
    criteria = _criteria(plan, "ja")
    alle = {p: telling(p, criteria) for p in alle_plannen(plan.opgave.stuk)}
    hoeken = [hoek.vector for hoek in wegingskegel(5).hoeken]
    hoogste = {h: max(inproduct(h, t) for t in alle.values()) for h in hoeken}
    spijt = {
        p: max(Fraction(hoogste[h] - inproduct(h, t), sum(h)) for h in hoeken)
        for p, t in alle.items()
    }
    ander, minst = plan.houdbaarheid.minste_spijt
    assert minst == min(spijt.values())
    gelijk = [p for p in alle if spijt[p] == minst]
    waarden = _geval(plan).waarden
    assert ander.periode == min(gelijk, key=lambda p: sleutel(p, waarden, plan.plan.gekozen))
    assert plan.minste_spijt == _verschil(plan, ander.periode)


def _criteria(plan: Jaarplan, *tellen: str) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(int(oordeel.uitkomst in tellen) for oordeel in b.uitslag.criteria)
        for b in plan.opgave.onderwerpen
    )


@settings(max_examples=20, deadline=None)
@given(onderwerpen())
def test_wat_onbekend_is_wordt_als_nee_en_als_ja_gelezen(rauw: list[Rauw]) -> None:
    plan = maak_jaarplan(ranglijst_van(*rauw))
    alle = frozenset(range(plan.opgave.stuk.aantal))
    gevonden = []
    for tellen in (("ja",), ("ja", "onbekend")):
        plannen = tellende(plan.opgave.stuk, _criteria(plan, *tellen), wegingskegel(5))
        gevonden.append((alle.intersection(*plannen), alle - frozenset().union(*plannen)))
    (kern, niet), (kern_ja, niet_ja) = gevonden
    labels = plan.houdbaarheid.labels
    assert set(labels.kern) == set(plan.opgave.codes(kern & kern_ja))
    assert set(labels.niet) == set(plan.opgave.codes(niet & niet_ja))
    assert set(labels.hangt_af_van) == set(plan.opgave.codes((kern ^ kern_ja) | (niet ^ niet_ja)))
    assert set(labels.hangt_af_van) <= set(labels.bespreken)
    assert labels.volledig
    assert set(labels.kern) <= set(plan.perioden)
    assert not set(labels.niet) & set(plan.perioden)


@settings(max_examples=20, deadline=None)
@given(onderwerpen())
def test_het_deel_van_de_wegingen_is_alles_bij_kern_en_niets_bij_niet(rauw: list[Rauw]) -> None:
    if any("onbekend" in r["criteria"].values() for r in rauw):
        rauw = [{**r, "criteria": [c for c, w in r["criteria"].items() if w == "ja"]} for r in rauw]
    plan = maak_jaarplan(ranglijst_van(*rauw))
    houdbaar = plan.houdbaarheid
    delen = houdbaar.deel_wegingen
    assert set(delen) == {b.code for b in plan.opgave.onderwerpen}
    assert all(delen[code] == 1 for code in houdbaar.labels.kern)
    assert all(delen[code] == 0 for code in houdbaar.labels.niet)
    assert all(0 <= deel <= 1 for deel in delen.values())


def test_het_deel_van_de_wegingen_klopt_waar_het_te_berekenen_is() -> None:
    """Two topics that do not fit together, each with one criterion: one half of the weightings."""
    lijst = ranglijst_van(
        maak_onderwerp("aa", inspanning_fte=2, criteria=["veiligheid"]),
        maak_onderwerp("bb", inspanning_fte=2, criteria=["wetswijziging"]),
    )
    houdbaar = maak_jaarplan(lijst).houdbaarheid
    delen = houdbaar.deel_wegingen
    assert sum(delen.values()) == 1
    assert delen["aa"] == pytest.approx(0.5, abs=0.01)


@pytest.mark.traag
def test_de_volgorde_van_de_onderwerpen_maakt_niet_uit() -> None:
    rauw = [
        maak_onderwerp(f"o-{n}", inspanning_fte=Decimal(n % 5 + 1) / 4, criteria=criteria)
        for n, criteria in enumerate([["veiligheid"], ["wetswijziging"], ["veiligheid"]] * 5)
    ]
    een, ander = (maak_jaarplan(ranglijst_van(*lijst), 2) for lijst in (rauw, rauw[::-1]))
    assert een.perioden == ander.perioden
    assert een.houdbaarheid.labels == ander.houdbaarheid.labels
    assert een.houdbaarheid.deel_wegingen == ander.houdbaarheid.deel_wegingen
    assert (een.tegenplan, een.verdringingen) == (ander.tegenplan, ander.verdringingen)
