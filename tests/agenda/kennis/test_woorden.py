"""A noun of a region stands in a sentence with what goes with its article."""

from __future__ import annotations

import pytest

from agenda.kennis.woorden import EIGEN_WOORDEN, Woord

TAAK = Woord("taak", "taken", "de")
ONDERWERP = EIGEN_WOORDEN.onderwerp

VORMEN = {
    "met_lidwoord": ("de taak", "het onderwerp"),
    "deze": ("deze taak", "dit onderwerp"),
    "elk": ("elke taak", "elk onderwerp"),
    "geen": ("geen enkele taak", "geen enkel onderwerp"),
    "welk": ("welke taak", "welk onderwerp"),
    "die": ("die", "dat"),
    "zij": ("die", "het"),
    "kop": ("Taak", "Onderwerp"),
    "koppen": ("Taken", "Onderwerpen"),
}


@pytest.mark.parametrize(("vorm", "verwacht"), VORMEN.items(), ids=VORMEN)
def test_wat_bij_een_woord_hoort_volgt_uit_zijn_lidwoord(
    vorm: str, verwacht: tuple[str, str]
) -> None:
    assert (getattr(TAAK, vorm), getattr(ONDERWERP, vorm)) == verwacht


def test_een_bijvoeglijk_woord_buigt_mee() -> None:
    assert (TAAK.met("onbeslist"), ONDERWERP.met("onbeslist")) == (
        "onbesliste taak",
        "onbeslist onderwerp",
    )


def test_een_aantal_heeft_enkelvoud_of_meervoud() -> None:
    assert [TAAK.geteld(aantal) for aantal in (0, 1, 2)] == ["0 taken", "1 taak", "2 taken"]
