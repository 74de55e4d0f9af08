"""The smallest invented topic on which two sets of rules differ."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from bouwers_indeling import BASIS, CODES, Regelgeheel, indelingsregel, maak_indeling, regelgehelen
from bouwers_regels import maak_regel, maak_voorwaarde
from hypothesis import given, settings
from hypothesis import strategies as st

from regels.eigen_uitkomsten import ONBEKEND
from regels.indeler import Indeler
from regels.ingedeeld import Botsing
from regels.model import Veld, Voorwaarde
from regels.referentie import alle, oordeel
from regels.toets.verschil import BOTSING, Geheel, Kleinste, Verschil, kleinste_verschil
from regels.toetser import Toetser
from regels.waarden import proefwaarden

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regels.model import Regel, Waarde

VELDEN = {
    "aantal": Veld("aantal", "hoeveel"),
    "akkoord": Veld("akkoord", "of het akkoord is", ("ja", "nee")),
}


def uitgangspunt(*als: Voorwaarde, code: str = "genoeg") -> Regel:
    return maak_regel(*als, code=code)


def criterium(*als: Voorwaarde, code: str = "duur") -> Regel:
    return replace(maak_regel(*als, code=code), soort="criterium")


def zoek(oud: list[Regel], nieuw: list[Regel]) -> Kleinste:
    kanten = (Geheel(tuple(regels), (), VELDEN) for regels in (oud, nieuw))
    return kleinste_verschil(*kanten)


def test_dezelfde_regels_verschillen_nergens() -> None:
    regels = [uitgangspunt(maak_voorwaarde("aantal", "minstens", 2))]

    assert zoek(regels, regels) == Kleinste(None, 0, exact=True)


def test_regels_die_anders_zijn_opgeschreven_verschillen_nergens() -> None:
    oud = [uitgangspunt(maak_voorwaarde("aantal", "minstens", 2))]
    nieuw = [uitgangspunt(maak_voorwaarde("aantal", "meer_dan", 1))]

    kleinste = zoek(oud, nieuw)

    assert (kleinste.verschil, kleinste.exact) == (None, True)


def test_andere_grens_geeft_het_eerste_getal_waarop_het_uitmaakt() -> None:
    oud = [uitgangspunt(maak_voorwaarde("aantal", "minstens", 2))]
    nieuw = [uitgangspunt(maak_voorwaarde("aantal", "minstens", 3))]

    assert zoek(oud, nieuw).verschil == Verschil({"aantal": 2}, "toelating", "", "ja", "nee")


def test_nieuw_criterium_verschilt_pas_als_het_een_punt_geeft() -> None:
    nieuw = [criterium(maak_voorwaarde("aantal", "minstens", 2))]

    assert zoek([], nieuw).verschil == Verschil({"aantal": 2}, "criterium", "duur", "", "ja")


def test_er_zijn_zoveel_feiten_nodig_als_er_voorwaarden_zijn() -> None:
    als = (maak_voorwaarde("aantal", "minstens", 2), maak_voorwaarde("akkoord", "is", "ja"))

    verschil = zoek([], [criterium(*als)]).verschil

    assert verschil is not None
    assert verschil.feiten == {"aantal": 2, "akkoord": "ja"}


def test_andere_woorden_zijn_geen_verschil() -> None:
    oud = criterium(maak_voorwaarde("aantal", "minstens", 2))

    assert zoek([oud], [replace(oud, zin="Anders gezegd.")]) == Kleinste(None, 0, exact=True)


def test_andere_botsing_in_een_indeling_wordt_gevonden() -> None:
    regels = tuple(
        indelingsregel(f"r-{code}", {"kleur": code}, maak_voorwaarde("akkoord", "is", "ja"))
        for code in CODES[:2]
    )
    oud = Geheel(regels, (maak_indeling(botsing="bespreken"),), dict(BASIS))
    nieuw = Geheel(regels, (maak_indeling(botsing="volgorde"),), dict(BASIS))

    verschil = kleinste_verschil(oud, nieuw).verschil

    assert verschil == Verschil({"akkoord": "ja"}, "indeling", "kleur", "bespreken", "rood")


def test_wie_te_lang_zoekt_zegt_dat() -> None:
    velden = {f"feit-{n}": Veld(f"feit-{n}", "een feit", ("ja", "nee")) for n in range(12)}
    als = [maak_voorwaarde(naam, "is", "ja") for naam in velden]
    kanten = (Geheel((), (), velden), Geheel((criterium(*als),), (), velden))

    assert kleinste_verschil(*kanten, hoogstens=1000) == Kleinste(None, 1000, exact=False)


def _antwoorden(geheel: Regelgeheel, feiten: Mapping[str, Waarde]) -> dict[tuple[str, str], str]:
    indeler = Indeler(geheel.indelingen, Toetser(geheel.regels, None), geheel.velden)
    uit, vol = {}, dict(feiten)
    for indeling in geheel.indelingen:
        try:
            uitkomst = indeler.deel_in(indeling.code, feiten).uitkomst
        except Botsing:
            uitkomst = BOTSING
        uit["indeling", indeling.code] = uitkomst
        if uitkomst not in (ONBEKEND, BOTSING):
            vol[indeling.code] = uitkomst
    moeten = [oordeel(r, vol).uitkomst for r in geheel.regels if r.soort == "uitgangspunt"]
    uit["toelating", ""] = alle(moeten)
    for regel in geheel.regels:
        if regel.soort in ("criterium", "controle"):
            uit[regel.soort, regel.code] = oordeel(regel, vol).uitkomst
    return uit


def _verschillen(oud: dict, nieuw: dict) -> bool:
    for soort, code in {**oud, **nieuw}:
        van, naar = oud.get((soort, code)), nieuw.get((soort, code))
        if soort == "criterium":
            if (van == "ja") != (naar == "ja"):
                return True
        elif soort == "controle":
            if (van == "nee") != (naar == "nee"):
                return True
        elif van is not None and naar is not None and van != naar:
            return True
    return False


@pytest.mark.traag
@settings(max_examples=25)
@given(st.tuples(*[regelgehelen(("indeling", "uitgangspunt", "criterium", "controle"))] * 2))
def test_kleinste_is_wat_alles_proberen_geeft(gehelen: tuple[Regelgeheel, Regelgeheel]) -> None:
    kleinste = kleinste_verschil(*(Geheel(*geheel) for geheel in gehelen))

    keuzen = {
        naam: proefwaarden(
            veld, [v for g in gehelen for r in g.regels for v in r.als if v.veld == naam]
        )
        for naam, veld in BASIS.items()
    }
    aantallen = []
    for waarden in product(*((None, *w) for w in keuzen.values())):
        feiten = {n: w for n, w in zip(keuzen, waarden, strict=True) if w is not None}
        if _verschillen(*(_antwoorden(geheel, feiten) for geheel in gehelen)):
            aantallen.append(len(feiten))
    assert kleinste.exact
    if kleinste.verschil is None:
        assert not aantallen
    else:
        assert len(kleinste.verschil.feiten) == min(aantallen)
