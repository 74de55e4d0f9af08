"""What a body decided: moved topics stand where they were put, and the rest keeps its order."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, ranglijst_van
from hypothesis import given, settings
from hypothesis import strategies as st
from lijsten_agenda import toegelaten

from agenda.rangorde.besluit import Afwijking, OnmogelijkeAfwijkingen, stel_vast

if TYPE_CHECKING:
    from random import Random

    from bouwers_agenda import Rauw

    from agenda.rangorde.besluit import Vastgesteld
    from agenda.rangorde.ranglijst import Ranglijst

RANG = list(CRITERIA)


def lijst_met(*scores: int) -> Ranglijst:
    """A ranked list of a, b, c … with these scores."""
    return ranglijst_van(
        *(
            maak_onderwerp(f"o-{letter}", titel=letter, criteria=RANG[:score])
            for letter, score in zip("abcdefgh", scores, strict=False)
        )
    )


def volgorde(ranglijst: Ranglijst, **plaatsen: int) -> list[tuple[str, int]]:
    afwijkingen = [Afwijking(f"o-{letter}", p, "omdat") for letter, p in plaatsen.items()]
    return [(v.titel, v.plaats) for v in stel_vast(ranglijst, afwijkingen)]


def fouten(ranglijst: Ranglijst, *afwijkingen: Afwijking) -> dict[str, str]:
    with pytest.raises(OnmogelijkeAfwijkingen) as gevangen:
        stel_vast(ranglijst, afwijkingen)
    return {afwijking.code: reden for afwijking, reden in gevangen.value.fouten}


def test_zonder_afwijking_is_het_de_berekende_lijst() -> None:
    ranglijst = lijst_met(3, 2, 2, 0)

    for v, geplaatst in zip(stel_vast(ranglijst, []), ranglijst.toegelaten, strict=True):
        assert v == (geplaatst.plaats, geplaatst.gedeeld, geplaatst, None)


@pytest.mark.parametrize(
    ("scores", "plaatsen", "verwacht"),
    [
        ((3, 2, 1), {"c": 1}, [("c", 1), ("a", 2), ("b", 3)]),
        ((3, 2, 1), {"a": 3}, [("b", 1), ("c", 2), ("a", 3)]),
        ((3, 2, 1), {"a": 2, "c": 2}, [("b", 1), ("a", 2), ("c", 2)]),
        ((2, 2, 1), {"b": 1}, [("b", 1), ("a", 2), ("c", 3)]),
        ((2, 2, 2), {"b": 3}, [("a", 1), ("c", 1), ("b", 3)]),
        ((2, 2, 1), {"c": 1}, [("c", 1), ("a", 2), ("b", 2)]),
        ((4, 3, 2, 1), {"d": 1, "a": 4}, [("d", 1), ("b", 2), ("c", 3), ("a", 4)]),
        ((1,), {"a": 1}, [("a", 1)]),
    ],
)
def test_wie_verplaatst_is_staat_op_zijn_plaats(
    scores: tuple[int, ...], plaatsen: dict[str, int], verwacht: list[tuple[str, int]]
) -> None:
    assert volgorde(lijst_met(*scores), **plaatsen) == verwacht


def test_een_plaats_binnen_een_gedeelde_plaats_kan_niet_en_er_staat_wat_wel_kan() -> None:
    reden = fouten(lijst_met(3, 3, 3, 1), Afwijking("o-d", 2, "x"))["o-d"]

    assert "gedeelde plaats 1 van 3 onderwerpen" in reden
    assert "kies plaats 1 of 4" in reden


def test_alle_onmogelijke_afwijkingen_staan_er_samen() -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp("wonen-eerst"),
        maak_onderwerp("later"),
        maak_onderwerp("buiten", plannen=[], voorstellen=[]),
    )
    gevonden = fouten(
        ranglijst,
        Afwijking("wonen-erst", 1, "x"),
        Afwijking("buiten", 1, "x"),
        Afwijking("later", 9, "x"),
        Afwijking("later", 1, "x"),
    )

    assert "bedoelde u «wonen-eerst»?" in gevonden["wonen-erst"]
    assert "niet toegelaten" in gevonden["buiten"]
    assert set(gevonden) == {"wonen-erst", "buiten", "later"}


@st.composite
def lijst_en_plaatsen(trek: st.DrawFn) -> tuple[list[Rauw], dict[str, int]]:
    lijst = trek(toegelaten())
    codes = [onderwerp["code"] for onderwerp in lijst]
    plaats = st.integers(-1, len(codes) + 2)
    return lijst, trek(st.dictionaries(st.sampled_from(codes), plaats))


def uitkomst(
    ranglijst: Ranglijst, afwijkingen: list[Afwijking]
) -> tuple[Vastgesteld, ...] | OnmogelijkeAfwijkingen:
    try:
        return stel_vast(ranglijst, afwijkingen)
    except OnmogelijkeAfwijkingen as fout:
        return fout


@settings(max_examples=150, deadline=None)
@given(lijst_en_plaatsen())
def test_de_vastgestelde_volgorde_klopt_of_wordt_geweigerd(
    keuze: tuple[list[Rauw], dict[str, int]],
) -> None:
    ranglijst = ranglijst_van(*keuze[0])
    gevraagd = keuze[1]
    afwijkingen = [Afwijking(code, plaats, "omdat") for code, plaats in gevraagd.items()]
    uit = uitkomst(ranglijst, afwijkingen)
    if isinstance(uit, OnmogelijkeAfwijkingen):
        assert gevraagd
        assert {a.code for a, _ in uit.fouten} <= set(gevraagd)
        return

    plaatsen = {v.code: v.plaats for v in uit}
    berekend = {g.onderwerp.code: g.plaats for g in ranglijst.toegelaten}
    assert plaatsen.keys() == berekend.keys()
    assert {code: plaatsen[code] for code in gevraagd} == gevraagd
    # Standard competition ranking: a place is one more than the number of topics above it.
    assert all(v.plaats == 1 + sum(a.plaats < v.plaats for a in uit) for v in uit)
    assert all(v.gedeeld == ([*plaatsen.values()].count(v.plaats) > 1) for v in uit)
    assert [v.plaats for v in uit] == sorted(v.plaats for v in uit)
    # Whoever was not moved keeps its relation to everyone else who was not moved.
    for een, ander in combinations(berekend.keys() - gevraagd.keys(), 2):
        assert (plaatsen[een] < plaatsen[ander]) == (berekend[een] < berekend[ander])
        assert (plaatsen[een] == plaatsen[ander]) == (berekend[een] == berekend[ander])
    assert {v.code for v in uit if v.afwijking} == gevraagd.keys()


@settings(max_examples=50, deadline=None)
@given(toegelaten(minstens=2), st.data())
def test_elk_onderwerp_kan_naar_de_eerste_en_naar_de_laatste_plaats(
    lijst: list[Rauw], keuze: st.DataObject
) -> None:
    ranglijst = ranglijst_van(*lijst)
    code = keuze.draw(st.sampled_from([onderwerp["code"] for onderwerp in lijst]))

    for plaats in (1, len(lijst)):
        uit = stel_vast(ranglijst, [Afwijking(code, plaats, "omdat")])
        assert [v.code for v in uit if v.plaats == plaats] == [code]


@settings(max_examples=50, deadline=None)
@given(lijst_en_plaatsen(), st.randoms())
def test_de_volgorde_van_de_afwijkingen_maakt_niet_uit(
    keuze: tuple[list[Rauw], dict[str, int]], toeval: Random
) -> None:
    ranglijst = ranglijst_van(*keuze[0])
    afwijkingen = [Afwijking(code, plaats, "omdat") for code, plaats in keuze[1].items()]
    geschud = list(afwijkingen)
    toeval.shuffle(geschud)

    eerst, daarna = uitkomst(ranglijst, afwijkingen), uitkomst(ranglijst, geschud)

    if isinstance(eerst, OnmogelijkeAfwijkingen):
        assert isinstance(daarna, OnmogelijkeAfwijkingen)
        assert set(eerst.fouten) == set(daarna.fouten)
    else:
        assert eerst == daarna
