"""What is found in random rules equals what trying every input without any grouping finds."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from bouwers_indeling import Regelgeheel, alle_invoer, regelgehelen
from hypothesis import given, settings

from regels.ingedeeld import Botsing, uitkomst_bij
from regels.referentie import oordeel
from regels.toets.beslissend import nooit_beslissend
from regels.toets.doorloop import BOTST, Doorloop, doorloop
from regels.toets.groep import groepen
from regels.toets.paren import paren
from regels.toets.per_regel import per_regel
from regels.toets.uitkomsten import uitkomsten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regels.model import Regel, Voorwaarde, Waarde
    from regels.toets.bevinding import Bevinding

    Uitslag = tuple[frozenset[str], dict[str, str]]

GEHELEN = regelgehelen(soorten=("indeling", "uitgangspunt", "criterium", "controle"))
GENOEG = settings(max_examples=50)


def _zegt_ja(regel: Regel, feiten: dict[str, Waarde | None]) -> bool:
    """On a classification in which rules clash where they may not, nothing holds."""
    return not any(feiten.get(v) == BOTST for v in regel.velden) and (
        oordeel(regel, feiten).uitkomst == "ja"
    )


def _uitslag(geheel: Regelgeheel, feiten: dict[str, Waarde | None]) -> Uitslag:
    """The codes of the rules that say ja, and what each classification comes to."""
    vol, kwam = dict(feiten), {}
    for indeling in geheel.indelingen:
        geven = [r for r in geheel.regels if indeling.code in r.gevolg and _zegt_ja(r, vol)]
        try:
            kwam[indeling.code] = uitkomst_bij(indeling, geven)
        except Botsing:
            kwam[indeling.code] = BOTST
        vol[indeling.code] = kwam[indeling.code]
    return frozenset(regel.code for regel in geheel.regels if _zegt_ja(regel, vol)), kwam


def _delen(geheel: Regelgeheel) -> Iterator[tuple[Doorloop, Regelgeheel, list[Uitslag]]]:
    """Each group as it is analysed, beside all that trying every input gives."""
    for groep in groepen(geheel.regels, geheel.indelingen, geheel.velden):
        deel = Regelgeheel(groep.regels, groep.indelingen, geheel.velden)
        yield doorloop(groep), deel, [_uitslag(deel, feiten) for feiten in alle_invoer(deel)]


def _codes(bevindingen: Iterable[Bevinding], *soorten: str) -> set[str]:
    return {b.regels[0].code for b in bevindingen if b.soort in soorten}


@GENOEG
@given(GEHELEN)
def test_groepen_delen_geen_feit_en_houden_alle_regels(geheel: Regelgeheel) -> None:
    delen = list(groepen(geheel.regels, geheel.indelingen, geheel.velden))

    assert sorted(r.code for deel in delen for r in deel.regels) == sorted(
        regel.code for regel in geheel.regels
    )
    for a, b in combinations(delen, 2):
        namen = [{v for r in deel.regels for v in (*r.velden, *r.gevolg)} for deel in (a, b)]
        assert not namen[0] & namen[1]


@GENOEG
@given(GEHELEN)
def test_standen_zijn_alles_wat_regels_samen_kunnen_zeggen(geheel: Regelgeheel) -> None:
    for door, deel, uitslagen in _delen(geheel):
        gevonden = {
            (
                frozenset(r.code for p, r in enumerate(deel.regels) if stand.ja >> p & 1),
                stand.uitkomsten,
            )
            for stand in door.standen
        }
        assert gevonden == {(ja, tuple(kwam.values())) for ja, kwam in uitslagen}
        for stand, nummer in door.standen.items():
            _, kwam = _uitslag(deel, dict(door.groep.invoer(nummer)))
            assert tuple(kwam.values()) == stand.uitkomsten


@GENOEG
@given(GEHELEN)
def test_regels_die_altijd_of_nooit_ja_zijn(geheel: Regelgeheel) -> None:
    for door, deel, uitslagen in _delen(geheel):
        keren = {r.code: sum(r.code in ja for ja, _ in uitslagen) for r in deel.regels}
        gevonden = list(per_regel(door))
        assert _codes(gevonden, "nooit-waar") == {c for c, n in keren.items() if not n}
        assert _codes(gevonden, "altijd-waar") == {
            code for code, aantal in keren.items() if aantal == len(uitslagen)
        }


@pytest.mark.traag
@GENOEG
@given(GEHELEN)
def test_zonder_dode_voorwaarden_zegt_een_regel_hetzelfde_en_geen_kan_er_nog_uit(
    geheel: Regelgeheel,
) -> None:
    for door, deel, uitslagen in _delen(geheel):
        dood: dict[str, set[int]] = {}
        vast = _codes(per_regel(door), "nooit-waar", "altijd-waar")
        for bevinding in per_regel(door):
            if bevinding.soort == "dode-voorwaarde":
                dood.setdefault(bevinding.regels[0].code, set()).add(int(bevinding.deel))
        for plek, regel in enumerate(deel.regels):
            if regel.code in vast:
                continue
            over = [v for n, v in enumerate(regel.als) if n not in dood.get(regel.code, ())]
            assert _met(deel, plek, over) == uitslagen
            if len(over) > 1:
                for nummer in range(len(over)):
                    minder = [v for n, v in enumerate(over) if n != nummer]
                    assert _met(deel, plek, minder) != uitslagen


def _met(deel: Regelgeheel, plek: int, als: list[Voorwaarde]) -> list[Uitslag]:
    """What comes out of every input when one rule has other conditions."""
    regels = list(deel.regels)
    regels[plek] = replace(regels[plek], als=tuple(als))
    ander = deel._replace(regels=tuple(regels))
    return [_uitslag(ander, feiten) for feiten in alle_invoer(deel)]


@GENOEG
@given(GEHELEN)
def test_regels_die_hetzelfde_zeggen_of_uit_elkaar_volgen(geheel: Regelgeheel) -> None:
    for door, deel, uitslagen in _delen(geheel):
        vast = _codes(per_regel(door), "nooit-waar", "altijd-waar")
        zelfde, volgt = set(), set()
        for bevinding in paren(door):
            codes = [regel.code for regel in bevinding.regels]
            if bevinding.soort in ("zelfde", "dubbel-criterium"):
                zelfde |= set(combinations(codes, 2))
            elif bevinding.soort == "volgt-uit":
                volgt.add(frozenset(codes))
        for a, b in combinations(deel.regels, 2):
            if (a.soort, a.gevolg) != (b.soort, b.gevolg) or vast & {a.code, b.code}:
                continue
            paren_ja = {(a.code in ja, b.code in ja) for ja, _ in uitslagen}
            assert ((a.code, b.code) in zelfde) == (paren_ja == {(True, True), (False, False)})
            if frozenset((a.code, b.code)) in volgt:
                assert len(paren_ja) == 3
                assert len(paren_ja & {(True, False), (False, True)}) == 1


@GENOEG
@given(GEHELEN)
def test_regels_die_samen_moeten_en_niet_samen_kunnen(geheel: Regelgeheel) -> None:
    for door, deel, uitslagen in _delen(geheel):
        for soort in ("uitgangspunt", "controle"):
            moeten = {
                r.code
                for r in deel.regels
                if r.soort == soort and any(r.code in ja for ja, _ in uitslagen)
            }
            strijdig = [
                {regel.code for regel in b.regels}
                for b in paren(door)
                if b.soort == "strijdig" and b.regels[0].soort == soort
            ]
            kan = any(moeten <= ja for ja, _ in uitslagen)
            assert len(strijdig) == (0 if kan else 1)
            for codes in strijdig:
                assert not any(codes <= ja for ja, _ in uitslagen)
                assert all(any(codes - {c} <= ja for ja, _ in uitslagen) for c in codes)


@GENOEG
@given(GEHELEN)
def test_wat_er_mis_is_met_een_indeling(geheel: Regelgeheel) -> None:
    for door, deel, uitslagen in _delen(geheel):
        gevonden = [*uitkomsten(door), *(b for b in paren(door) if b.indeling)]
        for indeling in deel.indelingen:
            geven = {
                r.code: r.gevolg[indeling.code] for r in deel.regels if indeling.code in r.gevolg
            }
            eigen = [b for b in gevonden if b.indeling == indeling]
            soorten = {bevinding.soort for bevinding in eigen}
            kwam = {uit[indeling.code] for _, uit in uitslagen}
            leeg = any(not ja & set(geven) for ja, _ in uitslagen)
            assert ("niet-gedekt" in soorten) == bool(geven and leeg and indeling.anders is None)
            if indeling.botsing == "fout":
                assert bool(soorten & {"botsing-kan", "strijdig"}) == (BOTST in kwam)
            nooit = {b.deel for b in eigen if b.soort == "uitkomst-nooit"}
            kan = {geven[code] for code in geven if any(code in ja for ja, _ in uitslagen)}
            kan |= {indeling.anders} & set(indeling.codes) if geven else set()
            assert nooit == kan - kwam


@GENOEG
@given(GEHELEN)
def test_regels_die_nooit_verschil_maken(geheel: Regelgeheel) -> None:
    for door, deel, uitslagen in _delen(geheel):
        nooit = _codes(nooit_beslissend(door, frozenset()), "nooit-beslissend")
        moet = {r.code for r in deel.regels if r.soort == "uitgangspunt"}
        controles = {r.code for r in deel.regels if r.soort == "controle"}
        for regel in deel.regels:
            if regel.soort == "indeling":
                (code,) = regel.gevolg
                indeling = next(i for i in deel.indelingen if i.code == code)
                geven = [r for r in deel.regels if code in r.gevolg]
                zelfde = all(
                    _kwam(indeling, geven, ja) == _kwam(indeling, geven, ja - {regel.code})
                    for ja, _ in uitslagen
                )
                assert (regel.code in nooit) == zelfde
            elif regel.soort == "criterium":
                bij = {regel.code in ja for ja, _ in uitslagen if moet <= ja}
                alles = {regel.code in ja for ja, _ in uitslagen}
                vast = bool(moet) and len(bij) == 1 and len(alles) == 2
                assert (regel.code in nooit) == vast
            else:
                anderen = (moet if regel.soort == "uitgangspunt" else controles) - {regel.code}
                beslist = any(anderen <= ja and regel.code not in ja for ja, _ in uitslagen)
                assert (regel.code in nooit) != beslist


def _kwam(indeling, geven: list[Regel], ja: frozenset[str]) -> str:
    try:
        return uitkomst_bij(indeling, [regel for regel in geven if regel.code in ja])
    except Botsing:
        return BOTST
