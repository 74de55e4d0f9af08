"""Classifications equal what trying every way to fill in the unknown facts gives."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from bouwers_indeling import (
    BASIS,
    Regelgeheel,
    alle_waarden,
    indelingsregel,
    maak_indeling,
    regelgehelen,
)
from bouwers_regels import maak_voorwaarde
from hypothesis import given
from hypothesis import strategies as st

from regels import indeler as module
from regels.eigen_uitkomsten import BESPREKEN, GEEN, ONBEKEND
from regels.indeler import Indeler
from regels.ingedeeld import Botsing, uitkomst_bij
from regels.model import Veld
from regels.referentie import oordeel
from regels.toetser import Toetser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regels.model import Waarde


def maak_indeler(geheel: Regelgeheel) -> Indeler:
    return Indeler(geheel.indelingen, Toetser(geheel.regels, None), geheel.velden)


def _uitkomst(geheel: Regelgeheel, code: str, feiten: dict[str, Waarde | None]) -> str:
    """On complete facts; a classification that is not named is judged when a rule asks for it."""
    indeling = next(indeling for indeling in geheel.indelingen if indeling.code == code)
    if code in feiten:
        return str(feiten[code])
    regels = [regel for regel in geheel.regels if code in regel.gevolg]
    for ander in geheel.indelingen:
        if ander.code not in feiten and any(ander.code in regel.velden for regel in regels):
            feiten[ander.code] = _uitkomst(geheel, ander.code, feiten)
    return uitkomst_bij(indeling, [r for r in regels if oordeel(r, feiten).uitkomst == "ja"])


def door_te_proberen(
    geheel: Regelgeheel, code: str, feiten: Mapping[str, Waarde | None]
) -> set[str]:
    """Every outcome of a classification that some way to fill in the unknown facts gives."""
    return _met_botsingen(geheel, code, feiten)[0]


def _met_botsingen(
    geheel: Regelgeheel, code: str, feiten: Mapping[str, Waarde | None]
) -> tuple[set[str], list[Botsing]]:
    """The same, and every clash that some way to fill them in gives."""
    bekend = {naam: waarde for naam, waarde in feiten.items() if waarde is not None}
    onbekend = [naam for naam in BASIS if naam not in bekend]
    gevonden, botsingen = set(), []
    for waarden in product(*(alle_waarden(geheel, naam) for naam in onbekend)):
        vol: dict[str, Waarde | None] = {**bekend, **dict(zip(onbekend, waarden, strict=True))}
        try:
            gevonden.add(_uitkomst(geheel, code, vol))
        except Botsing as fout:
            botsingen.append(fout)
    return gevonden, botsingen


@st.composite
def gehelen_met_feiten(draw: st.DrawFn) -> tuple[Regelgeheel, dict[str, Waarde | None]]:
    """Rules with facts, some unknown; the first classification may be a fact too."""
    geheel = draw(regelgehelen())
    feiten = {naam: draw(st.none() | st.sampled_from(alle_waarden(geheel, naam))) for naam in BASIS}
    eerste = geheel.indelingen[0]
    if eerste.waarden and draw(st.booleans()):
        feiten[eerste.code] = draw(st.sampled_from(eerste.waarden))
    return geheel, feiten


@given(gehelen_met_feiten())
def test_indeling_is_wat_elke_aanvulling_geeft(
    gegeven: tuple[Regelgeheel, dict[str, Waarde | None]],
) -> None:
    geheel, feiten = gegeven
    indeler = maak_indeler(geheel)

    for indeling in geheel.indelingen:
        verwacht, botsingen = _met_botsingen(geheel, indeling.code, feiten)
        if not verwacht:
            with pytest.raises(Botsing):
                indeler.deel_in(indeling.code, feiten)
            continue
        ingedeeld = indeler.deel_in(indeling.code, feiten)
        assert ingedeeld.exact
        if len(verwacht) == 1 and botsingen and len(indeling.codes) > 1:
            assert ingedeeld.uitkomst == ONBEKEND
            assert verwacht < set(ingedeeld.mogelijk)
            continue
        if len(verwacht) == 1:
            assert (ingedeeld.uitkomst, ingedeeld.mogelijk) == (verwacht.pop(), ())
        else:
            assert ingedeeld.uitkomst == ONBEKEND
            assert set(ingedeeld.mogelijk) == verwacht
            assert len(ingedeeld.mogelijk) == len(verwacht)


@given(gehelen_met_feiten(), st.integers(0, 3))
def test_ruw_antwoord_mist_nooit_een_uitkomst(
    gegeven: tuple[Regelgeheel, dict[str, Waarde | None]], hoogstens: int
) -> None:
    geheel, feiten = gegeven
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(module, "MAX_AANVULLINGEN", hoogstens)
        indeler = maak_indeler(geheel)
        for indeling in geheel.indelingen:
            verwacht = door_te_proberen(geheel, indeling.code, feiten)
            try:
                ingedeeld = indeler.deel_in(indeling.code, feiten)
            except Botsing:
                assert not verwacht
            else:
                assert verwacht <= {*ingedeeld.mogelijk, ingedeeld.uitkomst}


def test_beslissend_feit_dat_onbekend_is_laat_elke_uitkomst_open() -> None:
    regels = (
        indelingsregel("aa", {"kleur": "rood"}, maak_voorwaarde("akkoord", "is", "ja")),
        indelingsregel("bb", {"kleur": "geel"}, maak_voorwaarde("aantal", "minstens", 2)),
    )
    indeler = maak_indeler(Regelgeheel(regels, (maak_indeling(),), dict(BASIS)))

    assert indeler.deel_in("kleur", {"akkoord": "ja"}).mogelijk == ("rood", BESPREKEN)
    assert indeler.deel_in("kleur", {"akkoord": "nee"}).mogelijk == ("geel", GEEN)
    assert indeler.deel_in("kleur", {}).mogelijk == ("rood", "geel", BESPREKEN, GEEN)


def test_indeling_die_als_feit_is_gegeven_blijft_wat_zij_is() -> None:
    regels = (indelingsregel("aa", {"kleur": "rood"}, maak_voorwaarde("akkoord", "is", "ja")),)
    indeler = maak_indeler(Regelgeheel(regels, (maak_indeling(),), dict(BASIS)))

    ingedeeld = indeler.deel_in("kleur", {"kleur": "groen", "akkoord": "ja"})

    assert (ingedeeld.uitkomst, ingedeeld.mogelijk) == ("groen", ())


def test_botsing_in_een_indeling_die_al_gegeven_is_doet_er_niet_toe() -> None:
    kleur, maat = maak_indeling("kleur", "fout"), maak_indeling("maat")
    regels = (
        indelingsregel("aa", {"kleur": "rood"}, maak_voorwaarde("akkoord", "is", "ja")),
        indelingsregel("bb", {"kleur": "geel"}, maak_voorwaarde("akkoord", "is", "ja")),
        indelingsregel("cc", {"maat": "groen"}, maak_voorwaarde("kleur", "is", "rood")),
    )
    velden = {**BASIS, "kleur": kleur.veld}
    indeler = maak_indeler(Regelgeheel(regels, (kleur, maat), velden))

    assert indeler.deel_in("maat", {"kleur": "rood", "akkoord": "ja"}).uitkomst == "groen"
    with pytest.raises(Botsing) as gevangen:
        indeler.deel_in("maat", {"akkoord": "ja"})
    assert [regel.code for regel in gevangen.value.regels] == ["aa", "bb"]


def test_twintig_onbekende_feiten_geven_nog_een_antwoord_dat_exact_is() -> None:
    velden = {f"feit-{n}": Veld(f"feit-{n}", "een feit", ("ja", "nee")) for n in range(20)}
    regels = tuple(
        indelingsregel(f"r-{n}", {"kleur": "rood"}, maak_voorwaarde(f"feit-{n}", "is", "ja"))
        for n in range(20)
    )
    indeler = maak_indeler(Regelgeheel(regels, (maak_indeling(),), velden))

    ingedeeld = indeler.deel_in("kleur", {})

    assert (ingedeeld.mogelijk, ingedeeld.exact) == (("rood", GEEN), True)
