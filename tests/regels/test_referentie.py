"""The reference evaluator: six comparison words, three values, and what must always hold."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from bouwers_regels import feiten_bij, maak_regel, maak_voorwaarde, regels
from hypothesis import given, settings
from hypothesis import strategies as st

from regels.model import MAX_GETAL
from regels.referentie import alle, houdt, oordeel

if TYPE_CHECKING:
    from regels.model import Uitkomst, Vergelijkwoord

UITKOMSTEN = ("ja", "nee", "onbekend")


@pytest.mark.parametrize(
    ("vergelijking", "eronder", "gelijk", "erboven"),
    [
        ("is", False, True, False),
        ("niet", True, False, True),
        ("minstens", False, True, True),
        ("hoogstens", True, True, False),
        ("meer_dan", False, False, True),
        ("minder_dan", True, False, False),
    ],
)
@pytest.mark.parametrize("grens", [1, 10, MAX_GETAL - 1])
def test_vergelijking_op_en_naast_de_grens(
    vergelijking: Vergelijkwoord, grens: int, *, eronder: bool, gelijk: bool, erboven: bool
) -> None:
    voorwaarde = maak_voorwaarde("aantal", vergelijking, grens)

    gevonden = [houdt(voorwaarde, waarde) for waarde in (grens - 1, grens, grens + 1)]

    assert gevonden == [eronder, gelijk, erboven]


@pytest.mark.parametrize(
    ("vergelijking", "waarde", "verwacht"),
    [("is", "ja", True), ("is", "nee", False), ("niet", "ja", False), ("niet", "nee", True)],
)
def test_woorden_zijn_gelijk_of_niet(
    vergelijking: Vergelijkwoord, waarde: str, *, verwacht: bool
) -> None:
    assert houdt(maak_voorwaarde("akkoord", vergelijking, "ja"), waarde) is verwacht


@pytest.mark.parametrize(
    ("uitkomsten", "verwacht"),
    [
        (("ja", "ja"), "ja"),
        (("ja", "nee"), "nee"),
        (("ja", "onbekend"), "onbekend"),
        (("nee", "ja"), "nee"),
        (("nee", "nee"), "nee"),
        (("nee", "onbekend"), "nee"),
        (("onbekend", "ja"), "onbekend"),
        (("onbekend", "nee"), "nee"),
        (("onbekend", "onbekend"), "onbekend"),
    ],
)
def test_driewaardige_en_van_twee(uitkomsten: tuple[Uitkomst, ...], verwacht: Uitkomst) -> None:
    assert alle(uitkomsten) == verwacht


@pytest.mark.parametrize("uitkomsten", list(product(UITKOMSTEN, repeat=3)))
def test_driewaardige_en_van_drie_is_twee_keer_die_van_twee(
    uitkomsten: tuple[Uitkomst, ...],
) -> None:
    eerste, tweede, derde = uitkomsten

    assert alle(uitkomsten) == alle([alle([eerste, tweede]), derde])


@pytest.mark.parametrize("uitkomst", UITKOMSTEN)
def test_een_uitkomst_alleen_blijft_wat_ze_is(uitkomst: Uitkomst) -> None:
    assert alle([uitkomst]) == uitkomst


@pytest.mark.parametrize("uitkomsten", list(product(UITKOMSTEN, repeat=3)))
def test_regel_volgt_uit_zijn_voorwaarden(uitkomsten: tuple[Uitkomst, ...]) -> None:
    waarde_bij = {"ja": 1, "nee": 0, "onbekend": None}
    velden = ("eerste", "tweede", "derde")
    regel = maak_regel(*[maak_voorwaarde(veld, "is", 1) for veld in velden])

    gegeven = dict(zip(velden, (waarde_bij[uitkomst] for uitkomst in uitkomsten), strict=True))

    assert oordeel(regel, gegeven).uitkomst == alle(uitkomsten)


def test_oordeel_zegt_per_voorwaarde_wat_er_gevonden_is() -> None:
    minstens = maak_voorwaarde("aantal", "minstens", 2)
    akkoord = maak_voorwaarde("akkoord", "is", "ja")
    regel = maak_regel(minstens, akkoord)

    gegeven = oordeel(regel, {"aantal": 1, "kosten": 5})

    assert gegeven.regel is regel
    assert [(t.voorwaarde, t.gevonden, t.uitkomst) for t in gegeven.toetsen] == [
        (minstens, 1, "nee"),
        (akkoord, None, "onbekend"),
    ]


def test_niets_ingevuld_is_onbekend_en_nul_is_bekend() -> None:
    regel = maak_regel(maak_voorwaarde("aantal", "minstens", 1))

    assert oordeel(regel, {"aantal": None}).uitkomst == "onbekend"
    assert oordeel(regel, {}).uitkomst == "onbekend"
    assert oordeel(regel, {"aantal": 0}).uitkomst == "nee"


@settings(max_examples=60)
@given(st.data())
def test_volgorde_van_voorwaarden_maakt_niet_uit(data: st.DataObject) -> None:
    regel = data.draw(regels)
    feiten = data.draw(feiten_bij(regel))
    anders = maak_regel(*data.draw(st.permutations(regel.als)))

    eerst, daarna = oordeel(regel, feiten), oordeel(anders, feiten)

    assert daarna.uitkomst == eerst.uitkomst
    assert set(daarna.toetsen) == set(eerst.toetsen)


@settings(max_examples=60)
@given(st.data())
def test_meer_weten_draait_een_beslissing_niet_om(data: st.DataObject) -> None:
    regel = data.draw(regels)
    alles = data.draw(feiten_bij(regel))
    bekend = data.draw(st.sets(st.sampled_from(sorted(alles)))) if alles else set()
    minder = {veld: waarde for veld, waarde in alles.items() if veld in bekend}

    eerst, daarna = oordeel(regel, minder), oordeel(regel, alles)

    assert eerst.uitkomst in {daarna.uitkomst, "onbekend"}
    for toets, later in zip(eerst.toetsen, daarna.toetsen, strict=True):
        assert toets.uitkomst in {later.uitkomst, "onbekend"}


@settings(max_examples=60)
@given(st.data())
def test_feiten_waar_de_regel_niet_over_gaat_maken_niet_uit(data: st.DataObject) -> None:
    regel = data.draw(regels)
    feiten = data.draw(feiten_bij(regel))
    alleen_eigen = {veld: waarde for veld, waarde in feiten.items() if veld in regel.velden}

    assert oordeel(regel, alleen_eigen) == oordeel(regel, feiten)
