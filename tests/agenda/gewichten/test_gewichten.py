"""Other weights: the same road as `prioriteer`, and intervals that are exact at both ends."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, ranglijst_van
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lijsten_agenda import gewichten, niet_toegelaten, toegelaten

from agenda.gewichten.interval import Interval, interval_van, zelfde_top
from agenda.gewichten.proef import beproef, herweeg, spelingen
from agenda.weergave.gewichten import interval_tekst

Patronen = dict[tuple[int | Fraction, ...], int]
BREUKEN = st.fractions(0, 4, max_denominator=3)
DEEL = st.sampled_from([0, 1, 1, Fraction(1, 2), Fraction(1, 3), Fraction(2, 3)])
PATRONEN = st.sampled_from([st.integers(0, 1), DEEL]).flatmap(
    lambda deel: st.lists(st.tuples(*[deel] * 3), max_size=6).map(Counter)
)


@settings(max_examples=60)
@given(toegelaten(), niet_toegelaten(), gewichten(), gewichten())
def test_herwegen_geeft_wat_prioriteer_met_die_gewichten_geeft(
    lijst: list[dict[str, object]],
    ander: dict[str, object],
    nu: dict[str, int],
    dan: dict[str, int],
) -> None:
    herwogen = herweeg(ranglijst_van(*lijst, ander, gewichten=nu), dan)
    opnieuw = ranglijst_van(*lijst, ander, gewichten=dan)

    assert herwogen == replace(opnieuw, dossier=herwogen.dossier)


def test_wat_niet_genoemd_is_houdt_zijn_gewicht() -> None:
    ranglijst = ranglijst_van(maak_onderwerp(), gewichten={"veiligheid": 3})

    proef = beproef(ranglijst, {"wetswijziging": 5})

    assert proef.nieuw is not None
    assert list(proef.nieuw.gewichten.values()) == [5, 1, 3, 1, 1]
    assert list(ranglijst.gewichten.values()) == [1, 1, 3, 1, 1]


def test_wie_stijgt_en_wie_daalt_staat_er_met_het_aantal_plaatsen() -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp("aa", criteria=["wetswijziging", "wal-en-schip"]),
        maak_onderwerp("bb", criteria=["veiligheid"]),
        maak_onderwerp("cc", criteria=["laaghangend-fruit"]),
    )

    proef = beproef(ranglijst, {"veiligheid": 3})

    assert [(v.nu.onderwerp.code, v.plaatsen) for v in proef.verschuivingen] == [
        ("bb", 1),
        ("aa", -1),
        ("cc", -1),
    ]
    assert [v.nieuw.gedeeld for v in proef.verschuivingen] == [False] * 3


def test_zonder_andere_gewichten_is_er_niets_om_mee_te_vergelijken() -> None:
    proef = beproef(ranglijst_van(maak_onderwerp()), {})

    assert (proef.nieuw, proef.verschuivingen, proef.speling_nieuw) == (None, (), ())
    assert len(proef.speling_nu) == len(CRITERIA)


def top_van(
    patronen: Patronen, weegt: list[Fraction], top: int
) -> dict[tuple[int | Fraction, ...], int]:
    """Pattern → place, of the places that are in the top; by counting who is above."""
    score = {p: sum(g * deel for deel, g in zip(p, weegt, strict=True)) for p in patronen}
    plaats = {
        p: 1 + sum(aantal for q, aantal in patronen.items() if score[q] > score[p])
        for p in patronen
    }
    return {p: n for p, n in plaats.items() if n <= top}


def met(weegt: list[Fraction], nummer: int, gewicht: Fraction) -> list[Fraction]:
    return [*weegt[:nummer], gewicht, *weegt[nummer + 1 :]]


def bevat(interval: Interval, getal: int | Fraction) -> bool:
    """Whether a number lies in an interval."""
    van, tot = interval.van, interval.tot
    hoog_genoeg = van < getal or (interval.met_van and getal == van)
    laag_genoeg = tot is None or getal < tot or (interval.met_tot and getal == tot)
    return hoog_genoeg and laag_genoeg


def proefgewichten(patronen: Patronen, weegt: list[Fraction], nummer: int) -> list[Fraction]:
    """Every weight at which two topics can meet, and a point on either side of it; in order."""
    lijnen = {
        (sum((g * p[n] for n, g in enumerate(weegt) if n != nummer), Fraction(0)), p[nummer])
        for p in patronen
    }
    raakt = {(a - b) / Fraction(m - k) for a, k in lijnen for b, m in lijnen if k != m}
    knikken = sorted({Fraction(0), weegt[nummer], *(w for w in raakt if w > 0)})
    return sorted([*knikken, *((a + b) / 2 for a, b in pairwise(knikken)), knikken[-1] + 1])


@pytest.mark.traag
@settings(max_examples=100)
@given(PATRONEN, st.lists(BREUKEN, min_size=3, max_size=3), st.integers(0, 2), st.integers(1, 7))
@example(Counter({(1, 0, 0): 1, (0, 1, 0): 1}), [Fraction(1)] * 3, 0, 2)
def test_binnen_het_interval_blijft_de_top_gelijk_en_daarbuiten_niet(
    patronen: Patronen, weegt: list[Fraction], nummer: int, top: int
) -> None:
    interval = interval_van(patronen, weegt, nummer, top)
    nu = top_van(patronen, weegt, top)

    for gewicht in proefgewichten(patronen, weegt, nummer):
        gelijk = top_van(patronen, met(weegt, nummer, gewicht), top) == nu
        assert gelijk == bevat(interval, gewicht), gewicht


@settings(max_examples=100)
@given(PATRONEN, st.lists(BREUKEN, min_size=3, max_size=3), st.integers(0, 2), st.integers(1, 7))
@example(  # while the weight grows a fourth and a fifth pass under the shared third place
    Counter({(0, 1, 0): 2, (1, 0, 0): 2, (Fraction(1, 2), 0, 0): 2}), [Fraction(1)] * 3, 0, 3
)
def test_dezelfde_top_loopt_zo_ver_als_dezelfde_onderwerpen_erin_staan(
    patronen: Patronen, weegt: list[Fraction], nummer: int, top: int
) -> None:
    """From the weight of now to the first one, on either side, with another top."""
    interval = zelfde_top(patronen, weegt, nummer, top)
    nu = top_van(patronen, weegt, top).keys()
    proef = proefgewichten(patronen, weegt, nummer)
    hier = proef.index(weegt[nummer])

    for kant in (proef[hier:], proef[hier::-1]):
        gelijk = True
        for gewicht in kant:
            gelijk = gelijk and top_van(patronen, met(weegt, nummer, gewicht), top).keys() == nu
            assert gelijk == bevat(interval, gewicht), gewicht


@settings(max_examples=60)
@given(
    PATRONEN,
    st.lists(BREUKEN, min_size=3, max_size=3),
    st.integers(0, 2),
    st.fractions(Fraction(1, 5), 5, max_denominator=5),
)
def test_alle_gewichten_keer_hetzelfde_getal_rekt_het_interval_net_zo(
    patronen: Patronen, weegt: list[Fraction], nummer: int, factor: Fraction
) -> None:
    een = interval_van(patronen, weegt, nummer, 3)
    keer = interval_van(patronen, [gewicht * factor for gewicht in weegt], nummer, 3)

    assert keer == Interval(
        een.van * factor,
        een.met_van,
        None if een.tot is None else een.tot * factor,
        een.met_tot,
    )


@settings(max_examples=40)
@given(toegelaten(hoogstens=8), gewichten(), st.integers(1, 8), st.integers(0, 100))
def test_de_speling_klopt_met_wat_prioriteer_bij_elk_gewicht_zegt(
    lijst: list[dict[str, object]], weegt: dict[str, int], top: int, gewicht: int
) -> None:
    ranglijst = ranglijst_van(*lijst, gewichten=weegt)

    def bovenaan(code: str) -> dict[str, int]:
        herwogen = herweeg(ranglijst, {code: gewicht})
        return {g.onderwerp.code: g.plaats for g in herwogen.toegelaten if g.plaats <= top}

    nu = {g.onderwerp.code: g.plaats for g in ranglijst.toegelaten if g.plaats <= top}
    for speling in spelingen(ranglijst, top):
        assert bevat(speling.interval, speling.gewicht)
        assert bevat(speling.interval, gewicht) == (bovenaan(speling.criterium.code) == nu)


def test_wie_in_de_top_erbij_komt_verandert_de_top() -> None:
    """With more weight the third topic would share place 2, and the top 2 would be three."""
    lijst = [
        maak_onderwerp("aa", criteria=["wetswijziging", "wal-en-schip", "borging-samenwerking"]),
        maak_onderwerp("bb", criteria=["wetswijziging", "wal-en-schip"]),
        maak_onderwerp("cc", criteria=["veiligheid"]),
    ]

    speling = spelingen(ranglijst_van(*lijst), 2)[2]

    assert speling.interval == Interval(Fraction(0), True, Fraction(2), False)


@pytest.mark.parametrize(
    ("interval", "tekst"),
    [
        (Interval(Fraction(1), True, Fraction(1), True), "precies 1"),
        (Interval(Fraction(0), True, None, False), "vanaf 0"),
        (Interval(Fraction(1), False, Fraction(7, 2), False), "meer dan 1 en minder dan 7/2"),
        (Interval(Fraction(1, 2), True, Fraction(3), True), "vanaf 1/2 tot en met 3"),
        (Interval(Fraction(2), False, Fraction(3), True), "meer dan 2 tot en met 3"),
        (Interval(Fraction(2), False, None, False), "meer dan 2"),
    ],
)
def test_een_interval_in_woorden(interval: Interval, tekst: str) -> None:
    assert interval_tekst(interval) == tekst


def test_een_lege_lijst_laat_elk_gewicht_vrij() -> None:
    vrij = Interval(Fraction(0), True, None, False)

    assert [s.interval for s in spelingen(ranglijst_van(), 10)] == [vrij] * len(CRITERIA)
