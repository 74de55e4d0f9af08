"""Kern, bespreken and niet go over the weightings that fit the answers, counted anew here."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, ranglijst_van
from bouwers_plan import alle_plannen, tellende, telling
from bouwers_vragen import antwoord, met_antwoorden, zegt
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.jaar.jaarplan import Jaarplan, maak_jaarplan
from agenda.jaar.kegel import inproduct
from agenda.jaar.wegingen import Tegenspraak, wegingskegel
from agenda.robuust import rondlopen
from agenda.robuust.gesprek import Vraag
from agenda.robuust.tegenspraak import past_bij
from agenda.robuust.uitspraken import GEEN_UITSPRAAK, Uitspraak
from agenda.weergave.jaar.jaarplan import toon_jaarplan

if TYPE_CHECKING:
    from agenda.onderwerp.antwoord import Gewichtsantwoord

VIJF = tuple(CRITERIA)


@st.composite
def gezegd(draw: st.DrawFn, aantal: int) -> Uitspraak:
    """What somebody with small whole weights answers."""
    gewichten = draw(st.tuples(*[st.integers(1, 5)] * aantal))
    vlak = st.tuples(*[st.integers(-1, 1)] * aantal).filter(lambda v: 1 in v and -1 in v)
    boven, op = [], []
    for deel in draw(st.lists(vlak, max_size=3)):
        hoogte = inproduct(deel, gewichten)
        if hoogte:
            boven.append(deel if hoogte > 0 else tuple(-getal for getal in deel))
        else:
            op.append(deel)
    return Uitspraak(tuple(boven), tuple(op))


@settings(max_examples=40, deadline=None)
@given(gezegd(3))
def test_de_kegel_houdt_precies_de_gewichten_die_passen(uitspraak: Uitspraak) -> None:
    kegel = wegingskegel(3, gezegd=uitspraak)

    for gewichten in product(range(1, 10), repeat=3):
        binnen = all(inproduct(rij, gewichten) >= 0 for rij in kegel.rijen)
        assert binnen is past_bij(gewichten, uitspraak)
    for hoek in kegel.hoeken:
        assert past_bij(hoek.vector, uitspraak)


def test_wat_alleen_met_heel_scheve_gewichten_kan_past_toch() -> None:
    trap = tuple(tuple((n == zwaar) - (n > zwaar) for n in range(10)) for zwaar in range(9))
    nauw = Uitspraak(boven=trap)

    assert wegingskegel(10, gezegd=nauw).hoeken
    with pytest.raises(Tegenspraak):
        wegingskegel(2, [(1, -1)], Uitspraak(boven=((-1, 1),)))
    assert wegingskegel(2).hoeken == wegingskegel(2, gezegd=GEEN_UITSPRAAK).hoeken


@st.composite
def plannen(draw: st.DrawFn) -> tuple[Jaarplan, list[Gewichtsantwoord], dict[str, int]]:
    """A plan of some topics with answers of somebody with weights, and these weights."""
    rauw = [
        maak_onderwerp(
            f"o-{n}",
            inspanning_fte=Decimal(draw(st.integers(4, 16))) / 10,
            criteria=draw(st.lists(st.sampled_from(VIJF), unique=True)),
        )
        for n in range(draw(st.integers(2, 5)))
    ]
    gewichten = dict(zip(VIJF, draw(st.tuples(*[st.integers(1, 6)] * 5)), strict=True))
    antwoorden = []
    for _ in range(draw(st.integers(1, 3))):
        kanten = draw(st.tuples(*[st.integers(-1, 1)] * 5).filter(lambda v: 1 in v and -1 in v))
        vraag = Vraag(
            *(tuple(c for c, k in zip(VIJF, kanten, strict=True) if k == t) for t in (1, -1))
        )
        antwoorden.append(antwoord(*vraag, zegt(gewichten, vraag)))
    lijst = met_antwoorden(ranglijst_van(*rauw), antwoorden)
    return maak_jaarplan(lijst), antwoorden, gewichten


@pytest.mark.traag
@settings(max_examples=20, deadline=None)
@given(plannen(), st.randoms(use_true_random=False))
def test_kern_en_niet_zijn_die_van_elk_beste_plan_bij_gewichten_die_passen(
    geval: tuple[Jaarplan, list[Gewichtsantwoord], dict[str, int]], kans: object
) -> None:
    """Plans that are best at whole weights: in each all of kern, in none any of niet."""
    plan, antwoorden, eigen = geval
    stuk = plan.opgave.stuk
    criteria = tuple(
        tuple(int(o.uitkomst == "ja") for o in b.uitslag.criteria) for b in plan.opgave.onderwerpen
    )
    tellingen: dict[frozenset[str], tuple[int, ...]] = {}
    for p in alle_plannen(stuk):
        gekozen = frozenset(i for i, jaar in enumerate(p) if jaar is not None)
        tellingen[frozenset(plan.opgave.codes(gekozen))] = telling(p, criteria)

    def beste_bij(weging: tuple[int, ...]) -> list[frozenset[str]]:
        scores = {codes: inproduct(t, weging) for codes, t in tellingen.items()}
        return [codes for codes, score in scores.items() if score == max(scores.values())]

    labels = plan.houdbaarheid.labels
    assert labels.volledig
    wegingen = [tuple(eigen.values())]
    for _ in range(300):
        weging = tuple(kans.randint(1, 20) for _ in VIJF)  # type: ignore[attr-defined]
        bij = dict(zip(VIJF, weging, strict=True))
        if all(zegt(bij, Vraag(a.links, a.rechts)) == a.antwoord for a in antwoorden):
            wegingen.append(weging)
    for weging in wegingen:
        for beste in beste_bij(weging):
            assert set(labels.kern) <= beste
            assert beste.isdisjoint(labels.niet)
    # What is for discussion is in one plan that counts, and out of another; tried with every plan.
    tellend = tellende(stuk, criteria, plan.houdbaarheid._wegingen)
    toppers = [frozenset(plan.opgave.codes(gekozen)) for gekozen in tellend]
    for code in labels.bespreken:
        assert {code in codes for codes in toppers} == {True, False}


def test_een_antwoord_maakt_kern_van_wat_besproken_moest_worden(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rondlopen, "TREKKINGEN", 500)
    lijst = ranglijst_van(
        maak_onderwerp("veilig", inspanning_fte=2, criteria=["veiligheid"]),
        maak_onderwerp("wet", inspanning_fte=2, criteria=["wetswijziging"]),
    )
    gegeven = antwoord(["veiligheid"], ["wetswijziging"], "links")
    van_een = antwoord(["wetswijziging"], ["veiligheid"], "links", "GM0268")

    zonder = maak_jaarplan(lijst)
    met = maak_jaarplan(met_antwoorden(lijst, [gegeven, van_een]))

    assert zonder.houdbaarheid.labels.bespreken == ("veilig", "wet")
    assert (met.houdbaarheid.labels.kern, met.houdbaarheid.labels.niet) == (("veilig",), ("wet",))
    assert met.houdbaarheid.deel_wegingen == {"veilig": 1, "wet": 0}
    assert "die bij de antwoorden in antwoorden.yaml passen" in toon_jaarplan(met).tekst(1_000)
    assert "antwoorden.yaml" not in toon_jaarplan(zonder).tekst(1_000)
