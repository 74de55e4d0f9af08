"""The smallest change really gives the other outcome, and nothing smaller does: by brute force."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import lees, meegeleverd
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.feiten.boek import Waarover
from agenda.indeling.anders import Zoeker
from agenda.indeling.indelingen import Indelingen
from agenda.kennis.velden import Keuze, Profielveld
from agenda.onderwerp.feit import Feit
from agenda.onderwerp.instellingen import Instellingen
from agenda.onderwerp.onderwerp import Deelname, Dossier
from agenda.weergave.indeling.woorden import botsing_zin
from regels.eigen_uitkomsten import BESPREKEN, GEEN, ONBEKEND
from regels.indeling import Indeling, Indelingsuitkomst
from regels.ingedeeld import Botsing
from regels.lijstvelden import deelvelden, regel_op_deelvelden
from regels.model import Bron, Regel, Voorbeeld, Voorwaarde
from regels.operatoren import VERGELIJKWOORDEN
from regels.toetser import Toetser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.indeling.anders import Wijziging
    from agenda.invoer.dossier import GelezenDossier
    from agenda.onderwerp.onderwerp import Onderwerp

VOORBEELDEN = Path(__file__).parents[3] / "voorbeelden"
PROFIELEN = Path(__file__).parents[2] / "profielen"
BRON = Bron("inrichtingsplan", "§3")
HOOGSTE = 5
VELDEN = (
    Profielveld(code="wet", over="onderwerp", kop="Wet", soort="ja-nee", bron=BRON),
    Profielveld(
        code="soort",
        over="onderwerp",
        kop="Soort",
        soort="keuze",
        keuzes=(Keuze("aa"), Keuze("bb"), Keuze("cc")),
        bron=BRON,
    ),
    Profielveld(
        code="aard",
        over="onderwerp",
        kop="Aard",
        soort="keuzes",
        keuzes=(Keuze("xx"), Keuze("yy")),
        bron=BRON,
    ),
    Profielveld(
        code="aantal", over="onderwerp", kop="Aantal", soort="getal", hoogste=HOOGSTE, bron=BRON
    ),
)
DOMEIN: dict[str, list[Any]] = {
    "wet": ["ja", "nee"],
    "soort": ["aa", "bb", "cc"],
    "aard": [(), ("xx",), ("yy",), ("xx", "yy")],
    "aantal": [*range(HOOGSTE + 1)],
}
UITKOMSTEN = ("een", "twee", "drie")

_IS = st.sampled_from(["is", "niet"])


def _voorwaarde(
    veld: str, woord: st.SearchStrategy[str], waarde: st.SearchStrategy[Any]
) -> st.SearchStrategy[Voorwaarde]:
    return st.tuples(st.just(veld), woord, waarde).map(lambda delen: Voorwaarde(*delen))


voorwaarden = st.one_of(
    _voorwaarde("wet", _IS, st.just("ja")),
    _voorwaarde("soort", _IS, st.sampled_from(["aa", "bb"])),
    _voorwaarde("aard", _IS, st.sampled_from(["xx", "yy"])),
    _voorwaarde("aantal", st.sampled_from(VERGELIJKWOORDEN), st.integers(0, HOOGSTE)),
)


@st.composite
def regelsets(draw: st.DrawFn) -> tuple[tuple[Regel, ...], tuple[Indeling, ...]]:
    """A few rules of one classification, and perhaps a second one that rests on it."""
    eerste = draw(_regels("eerste", voorwaarden))
    indelingen = [_indeling(draw, "eerste")]
    regels = [*eerste]
    if draw(st.booleans()):
        op_eerste = _voorwaarde("eerste", _IS, st.sampled_from(UITKOMSTEN))
        regels += draw(_regels("tweede", st.one_of(op_eerste, voorwaarden)))
        indelingen.append(_indeling(draw, "tweede"))
    return tuple(regels), tuple(indelingen)


def _indeling(draw: st.DrawFn, code: str) -> Indeling:
    return Indeling(
        code=code,
        over="onderwerp",
        naam=code,
        uitkomsten=tuple(map(Indelingsuitkomst, UITKOMSTEN)),
        botsing=draw(st.sampled_from(["bespreken", "volgorde"])),
        anders=draw(st.sampled_from([GEEN, "drie"])),
        bron=BRON,
    )


def _regels(code: str, als: st.SearchStrategy[Voorwaarde]) -> st.SearchStrategy[list[Regel]]:
    een = st.tuples(st.sampled_from(UITKOMSTEN), st.lists(als, min_size=1, max_size=3))
    return st.lists(een, min_size=1, max_size=4).map(
        lambda lijst: [
            Regel(
                code=f"{code}-{nummer}",
                soort="indeling",
                titel=f"Regel {nummer}",
                zin="Zo is het.",
                bron=BRON,
                als=tuple(voorwaarden_),
                voorbeelden=(Voorbeeld({}, "onbekend"),),
                gevolg={code: uitkomst},
            )
            for nummer, (uitkomst, voorwaarden_) in enumerate(lijst)
        ]
    )


feiten = st.fixed_dictionaries({}, optional={n: st.sampled_from(w) for n, w in DOMEIN.items()})


@cache
def _kaal() -> Onderwerp:
    """A topic of which nothing is known."""
    onderwerp = copy(lees(VOORBEELDEN / "arnhem-2014").dossier.onderwerpen[0])
    object.__setattr__(onderwerp, "feiten", {})
    return onderwerp


def _indelingen(
    regels: tuple[Regel, ...], indelingen: tuple[Indeling, ...], bekend: Mapping[str, Any]
) -> tuple[Indelingen, Waarover]:
    """One topic with these facts, judged by these rules."""
    profiel = replace(meegeleverd()[0], velden=VELDEN)
    onderwerp = _met_feiten(_kaal(), {naam: Feit(waarde) for naam, waarde in bekend.items()})
    velden = {veld.code: veld.veld for veld in VELDEN} | {i.code: i.veld for i in indelingen}
    alle = velden | deelvelden(velden.values())
    op_delen = [regel_op_deelvelden(regel, velden) for regel in regels]
    dossier = Dossier(
        Instellingen(jaar=2027, profiel="proef", peildatum=date(2027, 1, 1)), (onderwerp,)
    )
    gemaakt = Indelingen(
        dossier,
        profiel,
        op_delen,
        alle,
        indelingen,
        date(2027, 1, 1),
        lambda regels_: Toetser(regels_, None),
    )
    return gemaakt, Waarover(onderwerp)


def _met_feiten(onderwerp: Onderwerp, feiten_: Mapping[str, Feit]) -> Onderwerp:
    """The topic with these facts; it was checked already."""
    ander = copy(onderwerp)
    object.__setattr__(ander, "feiten", {**onderwerp.feiten, **feiten_})
    return ander


def _waar(voorwaarde: Voorwaarde, vol: Mapping[str, Any]) -> bool:
    waarde = vol[voorwaarde.veld]
    if isinstance(waarde, tuple):
        return (voorwaarde.waarde in waarde) == (voorwaarde.vergelijking == "is")
    return voorwaarde.operator.test(waarde, voorwaarde.waarde)


def _volledig(
    regels: tuple[Regel, ...], indelingen: tuple[Indeling, ...], vol: dict[str, Any]
) -> str:
    """The outcome of the last classification when every fact is known, apart from the program."""
    for indeling in indelingen:
        ja = [
            regel.gevolg[indeling.code]
            for regel in regels
            if indeling.code in regel.gevolg and all(_waar(v, vol) for v in regel.als)
        ]
        if not ja:
            vol[indeling.code] = indeling.anders
        elif len(set(ja)) == 1:
            vol[indeling.code] = ja[0]
        else:
            eerste = min(ja, key=UITKOMSTEN.index)
            vol[indeling.code] = BESPREKEN if indeling.botsing == "bespreken" else eerste
    return str(vol[indelingen[-1].code])


class Kracht:
    """Every outcome of every full set of facts."""

    def __init__(self, regels: tuple[Regel, ...], indelingen: tuple[Indeling, ...]) -> None:
        self._per_vol = {
            vol: _volledig(regels, indelingen, dict(zip(DOMEIN, vol, strict=True)))
            for vol in product(*DOMEIN.values())
        }

    def bij(self, bekend: Mapping[str, Any]) -> str:
        over = [[bekend[naam]] if naam in bekend else w for naam, w in DOMEIN.items()]
        uitkomsten = {self._per_vol[vol] for vol in product(*over)}
        return uitkomsten.pop() if len(uitkomsten) == 1 else ONBEKEND


def _andere(bekend: Mapping[str, Any], namen: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """These facts with each of the named ones otherwise."""
    keuzes = [[w for w in DOMEIN[naam] if w != bekend.get(naam)] for naam in namen]
    for waarden in product(*keuzes):
        yield {**bekend, **dict(zip(namen, waarden, strict=True))}


@settings(max_examples=30)
@given(regelset=regelsets(), bekend=feiten)
def test_de_kleinste_verandering_geeft_de_uitkomst_en_geen_kleinere_doet_dat(
    regelset: tuple[tuple[Regel, ...], tuple[Indeling, ...]], bekend: dict[str, Any]
) -> None:
    indelingen, over = _indelingen(*regelset, bekend)
    code, kracht = regelset[1][-1].code, Kracht(*regelset)

    for deel in Zoeker(indelingen, code, over).veranderingen():
        assert deel.volledig
        goed = {
            namen
            for aantal in range(1, len(DOMEIN) + 1)
            for namen in combinations(DOMEIN, aantal)
            if any(kracht.bij(anders) == deel.uitkomst for anders in _andere(bekend, namen))
        }
        minste = min(map(len, goed), default=0)
        gevonden = {tuple(w.veld.naam for w in samen) for samen in deel.mogelijkheden}
        assert {frozenset(n) for n in goed if len(n) == minste} == set(map(frozenset, gevonden))
        for samen in deel.mogelijkheden:
            anders = {wijziging.veld.naam: wijziging.nieuw for wijziging in samen}
            assert kracht.bij({**bekend, **anders}) == deel.uitkomst
            assert all(w.gevonden == bekend.get(w.veld.naam) != w.nieuw for w in samen)


@settings(max_examples=60)
@given(regelset=regelsets(), bekend=feiten)
def test_wat_er_te_weten_is_maakt_de_uitkomst_zeker_en_minder_doet_dat_niet(
    regelset: tuple[tuple[Regel, ...], tuple[Indeling, ...]], bekend: dict[str, Any]
) -> None:
    indelingen, over = _indelingen(*regelset, bekend)
    code, kracht = regelset[1][-1].code, Kracht(*regelset)
    weten = Zoeker(indelingen, code, over).te_weten()

    onbekend = tuple(naam for naam in DOMEIN if naam not in bekend)
    goed = [
        namen
        for aantal in range(len(onbekend) + 1)
        for namen in combinations(onbekend, aantal)
        if all(kracht.bij(anders) != ONBEKEND for anders in _andere(bekend, namen))
    ]
    minste = min(map(len, goed))
    verwacht = {frozenset(namen) for namen in goed if len(namen) == minste} if minste else set()
    assert {frozenset(veld.naam for veld in velden) for velden in weten.sets} == verwacht
    assert weten.volledig


DOSSIERS = {
    "arnhem": (VOORBEELDEN / "arnhem-2014", None),
    "gelderland": (VOORBEELDEN / "centraal-gelderland-2022", None),
    "botsing": (PROFIELEN / "dossiers" / "centraal-gelderland-botsing", None),
    "bibliotheken": (PROFIELEN / "dossiers" / "bibliotheken-2026", PROFIELEN),
}


def test_een_botsing_die_niet_mag_noemt_het_onderwerp_en_de_regels_die_botsen() -> None:
    indeling = Indeling(
        code="eerste",
        over="onderwerp",
        naam="Eerste",
        uitkomsten=tuple(map(Indelingsuitkomst, UITKOMSTEN)),
        botsing="fout",
        bron=BRON,
    )
    regels = tuple(
        Regel(
            code=f"zegt-{uitkomst}",
            soort="indeling",
            titel="Regel",
            zin="Zo is het.",
            bron=BRON,
            als=(Voorwaarde("wet", "is", "ja"),),
            voorbeelden=(Voorbeeld({}, "onbekend"),),
            gevolg={"eerste": uitkomst},
        )
        for uitkomst in ("een", "twee")
    )
    indelingen, over = _indelingen(regels, (indeling,), {"wet": "ja"})
    with pytest.raises(Botsing) as gevangen:
        indelingen.deel_in("eerste", over)

    code = _kaal().code
    assert (gevangen.value.onderwerp, gevangen.value.lid) == (code, "")
    assert botsing_zin(gevangen.value) == (
        f"Onderwerp {code}: de regels zegt-een (een) en zegt-twee (twee) geven niet dezelfde"
        " uitkomst voor eerste, en dat moet wel."
    )


@pytest.mark.traag
@pytest.mark.parametrize("naam", DOSSIERS)
def test_wie_het_dossier_zo_verandert_krijgt_die_uitkomst(naam: str) -> None:
    map_, themas = DOSSIERS[naam]
    gelezen = lees(map_, themas)
    nu = _indelingen_van(gelezen, gelezen.dossier)
    geprobeerd = 0
    for indeling in nu.indelingen:
        for over in nu.alles_over(indeling.over):
            for deel in Zoeker(nu, indeling.code, over).veranderingen():
                for samen in deel.mogelijkheden:
                    if any(nu.boek.volgt_uit(w.veld.naam) for w in samen):
                        continue  # what follows from others cannot be filled in
                    ander = _indelingen_van(gelezen, _met(gelezen.dossier, samen, over))
                    (plek,) = (
                        daar
                        for daar in ander.alles_over(indeling.over)
                        if _codes(daar) == _codes(over)
                    )
                    assert ander.deel_in(indeling.code, plek).uitkomst == deel.uitkomst
                    geprobeerd += 1
    assert geprobeerd > 10


def _codes(over: Waarover) -> list[str]:
    return [deel.code for deel in over if deel]


def _indelingen_van(gelezen: GelezenDossier, dossier: Dossier) -> Indelingen:
    """What the classifications of a dossier come to, by the reference evaluator alone."""
    regelset, peildatum = gelezen.regelset, dossier.instellingen.peildatum
    return Indelingen(
        dossier,
        gelezen.profiel,
        regelset.op(peildatum),
        regelset.velden,
        regelset.indelingen,
        peildatum,
        lambda regels: Toetser(regels, None),
    )


def _met(dossier: Dossier, samen: tuple[Wijziging, ...], over: Waarover) -> Dossier:
    """The dossier in which these facts are so."""
    code = over.onderwerp.code if over.onderwerp else ""
    lid = over.lid.code if over.lid else ""
    for wijziging in samen:
        feit = {wijziging.veld.naam: Feit(wijziging.nieuw)}
        if wijziging.veld.over == "jaar":
            dossier = replace(dossier, feiten={**dossier.feiten, **feit})
        elif wijziging.veld.over == "onderwerp":
            onderwerpen = tuple(
                _met_feiten(o, feit) if o.code == code else o for o in dossier.onderwerpen
            )
            dossier = replace(dossier, onderwerpen=onderwerpen)
        elif wijziging.veld.over == "lid":
            leden = {**dossier.leden, lid: {**dossier.leden.get(lid, {}), **feit}}
            dossier = replace(dossier, leden=leden)
        else:
            eigen = next((r for r in dossier.deelname if r[:2] == (code, lid)), None)
            rest = tuple(r for r in dossier.deelname if r is not eigen)
            rij = Deelname(code, lid, {**(eigen.feiten if eigen else {}), **feit})
            dossier = replace(dossier, deelname=(*rest, rij))
    return dossier
