"""Order of execution, what unlocks what and chains, against a calculation of another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.samenhang import volgorde
from agenda.samenhang.kringen import kringen
from agenda.samenhang.volgorde import bereikbaar, ketens, lengtes, ontgrendelt, uitvoervolgorde

if TYPE_CHECKING:
    from collections.abc import Mapping

Vereist = dict[str, tuple[str, ...]]


@st.composite
def vereisten(draw: st.DrawFn, hoogstens: int = 9) -> Vereist:
    """Codes in any order of preference, with prerequisites without circles."""
    aantal = draw(st.integers(1, hoogstens))
    bouwvolgorde = [f"c{n}" for n in range(aantal)]
    vereist = {
        code: tuple(draw(st.lists(st.sampled_from(bouwvolgorde[:n]), unique=True)) if n else ())
        for n, code in enumerate(bouwvolgorde)
    }
    return {code: vereist[code] for code in draw(st.permutations(bouwvolgorde))}


def alle_eerst(code: str, vereist: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Everything that must come before a code, by recursion."""
    eigen = set(vereist[code])
    return eigen.union(*(alle_eerst(eerst, vereist) for eerst in eigen))


def alle_ketens(code: str, vereist: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
    """Every chain that ends with a code."""
    if not vereist[code]:
        return [[code]]
    return [[*k, code] for eerst in vereist[code] for k in alle_ketens(eerst, vereist)]


def test_een_vereiste_buiten_de_lijst_houdt_niemand_op() -> None:
    vereist = {"b": ("buiten",), "a": ("b",)}
    assert uitvoervolgorde(vereist, vereist) == ["b", "a"]
    assert ontgrendelt(vereist, {"a", "b"}) == {"b": 1, "a": 0}
    assert ketens(vereist, 10) == [("b", "a")]


@given(vereisten(), st.data(), st.integers(1, 4))
def test_ontgrendelt_telt_wie_er_direct_of_via_andere_op_wacht(
    vereist: Vereist, data: st.DataObject, blok: int
) -> None:
    """Whatever number of codes is followed at the same time."""
    tellen_mee = data.draw(st.sets(st.sampled_from(list(vereist))))

    with pytest.MonkeyPatch.context() as vervang:
        vervang.setattr(volgorde, "_BLOK", blok)
        gevonden = ontgrendelt(vereist, tellen_mee)

    assert gevonden == {
        code: sum(code in alle_eerst(ander, vereist) for ander in tellen_mee) for code in vereist
    }
    assert list(gevonden) == list(vereist)


@given(vereisten(hoogstens=7))
def test_ketens_zijn_de_langste_weg_naar_elk_onderwerp_waar_niets_op_wacht(
    vereist: Vereist,
) -> None:
    gevonden = ketens(vereist, hoogstens=99)

    einden = {c for c in vereist if vereist[c] and not any(c in e for e in vereist.values())}
    assert {keten[-1] for keten in gevonden} == einden
    assert len(gevonden) == len(einden)
    assert [len(k) for k in gevonden] == sorted((len(k) for k in gevonden), reverse=True)
    for keten in gevonden:
        assert list(keten) in alle_ketens(keten[-1], vereist)
        assert len(keten) == max(map(len, alle_ketens(keten[-1], vereist)))
    assert ketens(vereist, hoogstens=1) == gevonden[:1]


@given(vereisten(hoogstens=7))
def test_lengtes_en_bereik_kloppen_met_alle_wegen(vereist: Vereist) -> None:
    assert lengtes(vereist) == {c: max(map(len, alle_ketens(c, vereist))) for c in vereist}
    for code in vereist:
        assert bereikbaar(code, vereist) == alle_eerst(code, vereist)


@pytest.mark.traag
def test_een_keten_van_tienduizend_stappen_loopt_niet_vast() -> None:
    codes = [f"t{n}" for n in range(10_000)]
    vereist = dict(zip(codes, [(), *((code,) for code in codes)], strict=False))

    assert uitvoervolgorde(vereist, codes[::-1]) == codes
    assert uitvoervolgorde(vereist, codes[::-2]) == codes[1::2]  # every other one not admitted
    assert ketens(vereist, 10) == [tuple(codes)]
    assert ontgrendelt(vereist, set(codes[-1:]))["t0"] == 1
    assert len(bereikbaar("t9999", vereist)) == 9_999
    assert kringen(vereist) == []
    assert kringen({**vereist, "t0": ("t9999",)}) == [
        ("t0", *reversed(codes[1:]))  # whoever waits, for whom: t0 → t9999 → … → t1 → t0
    ]
