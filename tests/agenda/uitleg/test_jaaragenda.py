"""What is told of a topic is made once, and is the same alone as among others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import maak_onderwerp, ranglijst_uit, ranglijst_van
from hypothesis import given, settings
from hypothesis import strategies as st
from lijsten_agenda import niet_toegelaten, toegelaten
from stukken import VOORBEELD

from agenda.exporteren import VORMEN, maak_bestanden
from agenda.rangorde.ranglijst import OnbekendOnderwerp
from agenda.samenhang.samenhang import Samenhang
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.uitleg.route import Routewijzer
from agenda.uitleg.uitleg import Uitlegger, leg_uit
from agenda.uitleg.verandering import Veranderaar
from agenda.weergave.ranglijst import toon_ranglijst
from agenda.weergave.uitleg.uitleg import toon_uitleg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bouwers_agenda import Rauw

STAPPEN: Mapping[str, tuple[type, str]] = {
    "uitleg": (Uitlegger, "leg_uit"),
    "verbanden": (Samenhang, "verbanden_van"),
    "route": (Routewijzer, "route_van"),
    "veranderingen": (Veranderaar, "veranderingen"),
}
"""What is told of a topic → the step that makes it."""


@pytest.fixture
def keren(monkeypatch: pytest.MonkeyPatch) -> dict[str, Counter[str]]:
    """Per step, how often each topic was asked for."""
    keren: dict[str, Counter[str]] = {wat: Counter() for wat in STAPPEN}
    for wat, (maker, stap) in STAPPEN.items():
        echt = getattr(maker, stap)

        def geteld(zelf: Any, over: Any, wat: str = wat, echt: Any = echt) -> Any:
            keren[wat][over if isinstance(over, str) else over.code] += 1
            return echt(zelf, over)

        monkeypatch.setattr(maker, stap, geteld)
    return keren


@pytest.mark.traag
def test_alle_vormen_samen_leggen_elk_onderwerp_een_keer_uit(
    keren: dict[str, Counter[str]],
) -> None:
    agenda = Jaaragenda(ranglijst_uit(VOORBEELD))

    maak_bestanden(agenda, tuple(VORMEN))

    codes = [beoordeeld.code for beoordeeld in agenda.alle]
    assert len(codes) == 52
    assert keren == {wat: Counter(codes) for wat in STAPPEN}


def test_waarom_vraagt_elke_stap_een_keer_en_alleen_voor_dat_onderwerp(
    keren: dict[str, Counter[str]],
) -> None:
    agenda = Jaaragenda(ranglijst_van(maak_onderwerp(), maak_onderwerp("ander")))

    for vorm in ("tabel", "json", "csv", "md"):
        toon_uitleg(agenda, "wijk-ggz").als(vorm, 80)

    assert keren == {wat: Counter(["wijk-ggz"]) for wat in STAPPEN}


@pytest.mark.parametrize("vorm", ["tabel", "json", "csv", "md"])
def test_de_ranglijst_legt_alleen_uit_wat_geen_plaats_heeft(
    vorm: str, keren: dict[str, Counter[str]]
) -> None:
    agenda = Jaaragenda(ranglijst_uit(VOORBEELD))

    toon_ranglijst(agenda).als(vorm, 80)

    zonder_plaats = Counter(b.code for b in agenda.alle if b.plaats is None)
    assert keren.pop("uitleg") == zonder_plaats
    assert not any(keren.values())


@pytest.mark.traag
@settings(max_examples=60)
@given(toegelaten(0), st.lists(niet_toegelaten(), max_size=4))
def test_een_onderwerp_tussen_andere_krijgt_dezelfde_uitleg_als_een_voor_een(
    met_plaats: list[Rauw], zonder_plaats: list[Rauw]
) -> None:
    ranglijst = ranglijst_van(
        *met_plaats, *({**rauw, "code": f"z-{n}"} for n, rauw in enumerate(zonder_plaats))
    )
    samen = Jaaragenda(ranglijst)

    for code in [beoordeeld.code for beoordeeld in ranglijst.alle]:
        alleen = Jaaragenda(ranglijst)
        assert samen.uitleg(code) == leg_uit(ranglijst, code)
        assert samen.veranderingen(code) == alleen.veranderingen(code)
        assert samen.route(code) == alleen.route(code)


def test_een_toelichting_van_een_onderwerp_komt_niet_bij_een_ander_met_dezelfde_feiten() -> None:
    plannen = {"een": ["samen-dichtbij"], "ander": ["regioplan-bw"]}
    ranglijst = ranglijst_van(*(maak_onderwerp(code, plannen=p) for code, p in plannen.items()))
    agenda = Jaaragenda(ranglijst)

    een, ander = (agenda.uitleg(code).uitgangspunten[0] for code in plannen)

    assert een.oordeel is ander.oordeel
    assert "Samen Dichtbij" in een.voorwaarden[0].toelichting
    assert "Regioplan" in ander.voorwaarden[0].toelichting
    assert "Samen Dichtbij" not in ander.voorwaarden[0].toelichting


@pytest.mark.parametrize("wat", STAPPEN)
def test_een_code_die_er_niet_is_wordt_niet_verteld(wat: str) -> None:
    agenda = Jaaragenda(ranglijst_van(maak_onderwerp()))

    with pytest.raises(OnbekendOnderwerp) as gevangen:
        getattr(agenda, wat)("wijk-gz")

    assert gevangen.value.suggestie == "bedoelde u «wijk-ggz»?"
