"""Two topics against each other: the difference adds up, and the share of weightings is exact."""

from __future__ import annotations

import random
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, plaatsen, ranglijst_van
from hypothesis import given, settings
from hypothesis import strategies as st
from lijsten_agenda import TAGS, gewichten

from agenda.uitleg.paar import verhouding_van, zet_tegenover
from agenda.uitleg.uitleg import leg_uit
from agenda.weergave.uitleg.paar_zinnen import voorwaarde_tekst

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.uitleg.paar import Paar

AANTALLEN = [(een, ander) for een in range(6) for ander in range(6) if een or ander]


def lijst(
    een: object, ander: object, weegt: Mapping[str, int] | None = None, **velden: object
) -> Ranglijst:
    """Topics «een» and «ander» with these criteria; the other one with these fields."""
    return ranglijst_van(
        maak_onderwerp("een", criteria=een),
        maak_onderwerp("ander", criteria=ander, **velden),
        gewichten=weegt,
    )


def paar_van(ranglijst: Ranglijst) -> Paar:
    return zet_tegenover(leg_uit(ranglijst, "een"), leg_uit(ranglijst, "ander"))


@given(TAGS, TAGS, gewichten(100))
def test_de_verschillen_per_criterium_tellen_op_tot_het_verschil_in_score(
    een: dict[str, str], ander: dict[str, str], weegt: dict[str, int]
) -> None:
    paar = paar_van(lijst(een, ander, weegt))

    assert sum(deel.punten for deel in paar.criteria) == paar.verschil
    assert paar.verschil == paar.een.score - paar.ander.score


@cache
def boven(een: int, ander: int) -> Fraction:
    """The chance that the one sum of exponential draws is the larger, draw by draw.

    Take the smaller of two first draws off both sums. Each is the smaller as often; and what is
    left of the larger is as good as new, for such draws have no memory.
    """
    if een == 0 or ander == 0:
        return Fraction(ander == 0)
    return (boven(een - 1, ander) + boven(een, ander - 1)) / 2


def aandeel(een: int, ander: int) -> Fraction:
    """The share for one who is ahead on so many criteria, and behind on so many."""
    return verhouding_van((1,) * een + (-1,) * ander).aandeel


@pytest.mark.parametrize(("een", "ander"), AANTALLEN)
def test_het_aandeel_is_hetzelfde_als_trek_voor_trek_gerekend(een: int, ander: int) -> None:
    assert aandeel(een, ander) == boven(een, ander)
    assert aandeel(een, ander) + aandeel(ander, een) == 1


@pytest.mark.parametrize(
    ("een", "ander", "deel"),
    [(1, 1, "1/2"), (2, 1, "3/4"), (1, 2, "1/4"), (3, 1, "7/8"), (3, 2, "11/16"), (4, 1, "15/16")],
)
def test_het_aandeel_van_bekende_gevallen(een: int, ander: int, deel: str) -> None:
    assert aandeel(een, ander) == Fraction(deel)


def test_het_aandeel_klopt_met_gelote_gewichten_van_de_simplex() -> None:
    """Differences between sorted uniform numbers are a weighting drawn evenly from the simplex."""
    kans, aantal = random.Random(2027), 20_000
    keer = 0
    for _ in range(aantal):
        snedes = [0, *sorted(kans.random() for _ in range(4)), 1]
        a, b, c, d, _rest = (hoog - laag for laag, hoog in pairwise(snedes))
        keer += a + b + c > d

    assert abs(keer / aantal - aandeel(3, 1)) < 0.015


@pytest.mark.parametrize(
    ("een", "ander", "verhouding", "aandeel"),
    [
        (["veiligheid"], ["veiligheid"], "altijd-gelijk", 0),
        ([], [], "altijd-gelijk", 0),
        (["veiligheid", "wal-en-schip"], ["veiligheid"], "altijd-boven", 1),
        ([], ["veiligheid"], "altijd-onder", 0),
        (["wal-en-schip"], ["veiligheid"], "wisselt", Fraction(1, 2)),
    ],
)
def test_de_verhouding_volgt_uit_wie_welke_criteria_heeft(
    een: list[str], ander: list[str], verhouding: str, aandeel: Fraction
) -> None:
    assert paar_van(lijst(een, ander)).verhouding == (verhouding, aandeel)


@settings(max_examples=60)
@given(TAGS, TAGS, gewichten())
def test_de_omslag_in_woorden_is_waar_voor_elke_weging(
    een: dict[str, str], ander: dict[str, str], weegt: dict[str, int]
) -> None:
    paar = paar_van(lijst(een, ander, weegt))
    plaats = plaatsen(lijst(een, ander, weegt))
    mee, tegen = (
        sum(weegt[regel.code] * keer for regel, keer in delen)
        for delen in (paar.voor_een, paar.voor_ander)
    )

    assert (plaats["een"] < plaats["ander"]) == (mee > tegen)
    assert (plaats["een"] > plaats["ander"]) == (mee < tegen)
    assert paar.verhouding is not None
    if paar.verhouding.soort == "altijd-boven" and all(weegt.values()):
        assert plaats["een"] < plaats["ander"]
    assert bool(voorwaarde_tekst(paar)) == (paar.verhouding.soort == "wisselt")


@pytest.mark.parametrize(
    ("een", "ander", "zin"),
    [
        (
            ["wetswijziging", "borging-samenwerking"],
            ["veiligheid"],
            (
                "ander komt boven een zodra veiligheid zwaarder weegt dan"
                " wetswijziging en borging samenwerking samen"
            ),
        ),
        (
            ["veiligheid"],
            ["wal-en-schip", "laaghangend-fruit"],
            (
                "een komt boven ander zodra veiligheid zwaarder weegt dan"
                " «wal en schip» en laaghangend fruit samen"
            ),
        ),
        (
            ["veiligheid", "wetswijziging"],
            ["veiligheid", "wal-en-schip"],
            (
                "een komt boven ander zodra wetswijziging zwaarder weegt dan wal en schip,"
                " en ander komt boven een zodra het andersom is"
            ),
        ),
        (["veiligheid"], [], ""),
    ],
)
def test_de_omslag_is_een_zin(een: list[str], ander: list[str], zin: str) -> None:
    assert voorwaarde_tekst(paar_van(lijst(een, ander))) == zin


@settings(max_examples=60)
@given(TAGS, TAGS, gewichten(), st.data())
def test_wat_bekend_wordt_valt_binnen_de_grenzen(
    een: dict[str, str], ander: dict[str, str], weegt: dict[str, int], keuze: st.DataObject
) -> None:
    nu = paar_van(lijst(een, ander, weegt))
    antwoord = st.sampled_from(["ja", "nee"])
    bekend = [
        {code: keuze.draw(antwoord) if tag == "onbekend" else tag for code, tag in tags.items()}
        for tags in (een, ander)
    ]
    later = paar_van(lijst(*bekend, weegt))

    laag, hoog = nu.verschil_grenzen
    assert laag <= later.verschil <= hoog
    slechtst, best = nu.grenzen or (nu.verhouding, nu.verhouding)
    assert slechtst is not None
    assert best is not None
    assert later.verhouding is not None
    assert slechtst.aandeel <= later.verhouding.aandeel <= best.aandeel
    if "onbekend" not in (*een.values(), *ander.values()):
        assert nu.grenzen is None


@pytest.mark.parametrize(
    ("velden", "status"), [({"regios": []}, "niet-toegelaten"), ({"regios": None}, "onbeslist")]
)
def test_wie_geen_plaats_heeft_staat_niet_boven_of_onder_een_ander(
    velden: dict[str, object], status: str
) -> None:
    paar = paar_van(lijst(["veiligheid"], ["wal-en-schip", "veiligheid"], **velden))

    assert [uitleg.status for uitleg in paar.zonder_plaats] == [status]
    assert (paar.verhouding, paar.grenzen, voorwaarde_tekst(paar)) == (None, None, "")
    assert [deel.punten for deel in paar.criteria] == [0, -1, 0, 0, 0]


@given(TAGS, TAGS)
def test_andersom_gevraagd_is_het_spiegelbeeld(een: dict[str, str], ander: dict[str, str]) -> None:
    heen = paar_van(lijst(een, ander))
    terug = zet_tegenover(heen.ander, heen.een)

    assert terug.verschil == -heen.verschil
    assert (terug.voor_een, terug.voor_ander) == (heen.voor_ander, heen.voor_een)
    assert [deel.regel.code for deel in terug.criteria] == list(CRITERIA)
