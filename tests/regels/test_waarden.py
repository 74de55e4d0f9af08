"""A few values stand for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bouwers_regels import VELDEN, maak_voorwaarde
from hypothesis import given
from hypothesis import strategies as st

from regels.model import Veld
from regels.operatoren import VERGELIJKWOORDEN
from regels.referentie import houdt
from regels.waarden import cellen, proefwaarden

if TYPE_CHECKING:
    from regels.model import Voorwaarde

AANTAL, _, AKKOORD, _ = VELDEN
EISEN = st.lists(
    st.builds(
        maak_voorwaarde, st.just("aantal"), st.sampled_from(VERGELIJKWOORDEN), st.integers(0, 12)
    ),
    max_size=4,
)


@given(EISEN, st.integers(0, 15))
def test_wat_een_waarde_met_de_voorwaarden_doet_doet_een_van_de_proefwaarden_ook(
    voorwaarden: list[Voorwaarde], hoogste: int
) -> None:
    def gedrag(waarde: int | str) -> tuple[bool, ...]:
        return tuple(houdt(voorwaarde, waarde) for voorwaarde in voorwaarden)

    waarden = proefwaarden(AANTAL, voorwaarden, hoogste)

    assert set(waarden) <= set(range(hoogste + 1))
    assert {gedrag(w) for w in waarden} == {gedrag(w) for w in range(hoogste + 1)}
    assert list(waarden) == sorted(set(waarden))


def test_een_keuze_heeft_al_haar_waarden() -> None:
    assert proefwaarden(AKKOORD, [maak_voorwaarde("akkoord", "is", "ja")]) == ("ja", "nee")


@given(EISEN, st.integers(0, 12))
def test_cellen_zijn_de_waarden_die_voorwaarden_uit_elkaar_houden(
    eisen: list[Voorwaarde], hoogste: int
) -> None:
    veld = Veld("aantal", "hoeveel", hoogste=hoogste)
    gevonden = cellen(veld, eisen)

    gedrag = [tuple(houdt(v, getal) for v in eisen) for getal in range(hoogste + 1)]
    van_cellen = [tuple(houdt(v, getal) for v in eisen) for getal in gevonden]
    assert len(set(van_cellen)) == len(van_cellen)
    assert set(van_cellen) == set(gedrag)
    assert all(0 <= int(getal) <= hoogste for getal in gevonden)


def test_keuzes_die_geen_voorwaarde_uit_elkaar_houdt_zijn_een_cel() -> None:
    veld = Veld("kleur", "welke kleur", ("rood", "geel", "groen"))

    assert cellen(veld, [maak_voorwaarde("kleur", "is", "geel")]) == ("rood", "geel")
