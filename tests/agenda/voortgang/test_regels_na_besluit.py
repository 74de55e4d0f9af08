"""What the rules over groups, members in these and decisions say: the cases of every profile."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from bouwers_werkgroepen import (
    als_groep,
    groepen_van,
    lijst_van,
    maak_groep,
    maak_zetel,
    profiel_van,
    uitkomsten,
)
from hypothesis import given
from hypothesis import strategies as st

from agenda.voortgang.besluitoordeel import beoordeel_besluit
from agenda.voortgang.groepsfeiten import (
    feiten_van_besluit,
    feiten_van_groep,
    feiten_van_zetels,
)
from agenda.voortgang.nabeoordeling import Nabeoordelaar
from regels.toetser import Onenigheid, Toetser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regels.model import Regel

HIER = Path(__file__).parent / "gevallen"


def _gevallen(naam: str) -> list[Any]:
    alle = yaml.safe_load((HIER / f"{naam}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(geval, id=geval["zin"]) for geval in alle]


@cache
def _beoordelaar(profiel: str) -> Nabeoordelaar:
    gekend, regelset = profiel_van(profiel)
    return Nabeoordelaar(lijst_van(gekend, regelset), date(2027, 6, 1))


def _groep(nummer: int, velden: Mapping[str, Any]) -> dict[str, Any]:
    zetels = velden.get("zetels")
    if zetels is not None:
        zetels = [maak_zetel(**{"functie": "adviseur", **zetel}) for zetel in zetels]
    return maak_groep(f"groep-{nummer}", **{**velden, "zetels": zetels})


@pytest.mark.parametrize("geval", _gevallen("werkgroepen"))
def test_wat_de_regels_over_een_werkgroep_zeggen(geval: dict[str, Any], tmp_path: Path) -> None:
    profiel, _ = profiel_van(geval["profiel"])
    (groep,) = groepen_van(tmp_path, profiel, _groep(1, geval["groep"]))

    oordeel = _beoordelaar(geval["profiel"]).beoordeel("groep", feiten_van_groep(groep, profiel))

    assert uitkomsten(oordeel) == geval["verwacht"]


@pytest.mark.parametrize("geval", _gevallen("zetels"))
def test_wat_de_regels_over_de_inzet_zeggen(geval: dict[str, Any], tmp_path: Path) -> None:
    profiel, _ = profiel_van(geval["profiel"])
    rauw = [_groep(nummer, velden) for nummer, velden in enumerate(geval["groepen"])]
    groepen = groepen_van(tmp_path, profiel, *rauw)
    lid = profiel.lid[geval["lid"]]

    feiten = feiten_van_zetels(lid, groepen, None)
    oordeel = _beoordelaar(geval["profiel"]).beoordeel("zetels", feiten, lid)

    bekend = {naam: "onbekend" if w is None else w for naam, w in feiten.items()}
    assert {naam: bekend[naam] for naam in geval["feiten"]} == geval["feiten"]
    assert uitkomsten(oordeel) == geval["verwacht"]


@pytest.mark.parametrize("geval", _gevallen("besluit"))
def test_wat_een_profiel_maakt_van_wat_de_leden_besloten(geval: dict[str, Any]) -> None:
    profiel, regelset = profiel_van(geval["profiel"])

    oordeel = beoordeel_besluit(geval["geteld"], lijst_van(profiel, regelset), date(2027, 6, 1))

    gevonden = "geen regel" if oordeel is None else uitkomsten(oordeel)
    assert gevonden == geval["verwacht"]


def test_wie_niet_besloot_is_wie_overblijft() -> None:
    profiel, _ = profiel_van("nijmegen-rivierenland")

    feiten = feiten_van_besluit({"ingestemd": 9, "afgewezen": 1, "aangehouden": 1}, profiel)

    assert feiten == {
        "leden_ingestemd": 9,
        "leden_afgewezen": 1,
        "leden_aangehouden": 1,
        "leden_zonder_besluit": 2,
        "leden_niet_ingestemd": 4,
    }


def test_regels_van_een_andere_dag_tellen_niet() -> None:
    profiel, regelset = profiel_van("arnhem-2014")
    eerder = Nabeoordelaar(lijst_van(profiel, regelset), date(2014, 3, 13))
    lid = profiel.lid["GM0202"]

    oordeel = eerder.beoordeel("zetels", feiten_van_zetels(lid, (), None), lid)

    assert oordeel.controles == ()


_WIE = ["GM0268", "GM0225", "GM0281", "GM0216", "rijk-van-nijmegen", "rivierenland"]
_ZETELS = st.lists(
    st.builds(
        lambda gemeente, namens: maak_zetel(gemeente, namens=namens),
        st.sampled_from(_WIE[:4]),
        st.lists(st.sampled_from(_WIE), max_size=2),
    ),
    max_size=5,
)
_GREMIA = ["tijdelijke-werkgroep", "tijdelijk-bestuurlijk-kernteam", "juridische-werkgroep", None]


@given(gremium=st.sampled_from(_GREMIA), zetels=st.none() | _ZETELS, data=st.data())
def test_beide_evaluatoren_zijn_het_eens_en_de_volgorde_van_zetels_maakt_niet_uit(
    gremium: str | None, zetels: list[dict[str, Any]] | None, data: st.DataObject
) -> None:
    profiel, _ = profiel_van("nijmegen-rivierenland")
    anders = None if zetels is None else data.draw(st.permutations(zetels))

    feiten, geschud = (
        feiten_van_groep(als_groep(profiel, maak_groep(gremium=gremium, zetels=deel)), profiel)
        for deel in (zetels, anders)
    )

    assert feiten == geschud
    # Raises Onenigheid when they do not agree.
    _beoordelaar("nijmegen-rivierenland").beoordeel("groep", feiten)


class _Dwars:
    """An engine that fires nothing, whatever it is asked."""

    def vraag(self, regel: Regel, feiten: Mapping[str, object]) -> frozenset[int]:
        return frozenset()


def test_een_motor_die_iets_anders_zegt_houdt_alles_tegen() -> None:
    profiel, regelset = profiel_van("nijmegen-rivierenland")
    lijst = lijst_van(profiel, regelset)

    def maak(regels: tuple[Regel, ...]) -> Toetser:
        return Toetser(regels, _Dwars())

    dwars = Nabeoordelaar(lijst, date(2027, 6, 1), maak)

    with pytest.raises(Onenigheid):
        dwars.beoordeel("besluit", feiten_van_besluit({"ingestemd": 13}, profiel))
