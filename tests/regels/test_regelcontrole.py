"""Rules that are well formed but wrong: types, sources, rules that can never be met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_regels import (
    VELDEN,
    fouten_bij,
    laad,
    maak_bestand,
    maak_regelblok,
    maak_voorwaarde,
    met_voorwaarden,
    plekken,
)
from hypothesis import given
from hypothesis import strategies as st

from regels.durable_motor import EIGEN_VELDEN, veld_hash
from regels.melding import Regelstrijd
from regels.model import MAX_GETAL, MAX_VOORWAARDEN
from regels.operatoren import VERGELIJKWOORDEN
from regels.referentie import houdt

if TYPE_CHECKING:
    from pathlib import Path

    from regels.model import Vergelijkwoord, Voorwaarde


def is_te_vervullen(map_: Path, *voorwaarden: str) -> bool:
    """Whether rules with these conditions are accepted; any other fault fails the test."""
    try:
        laad(map_, met_voorwaarden(*voorwaarden))
    except Regelstrijd as strijd:
        (melding,) = strijd.meldingen
        assert "nooit" in melding.gevonden
        return False
    return True


@pytest.mark.parametrize(
    "voorwaarden",
    [
        ["{veld: aantal, minder_dan: 0}"],
        ["{veld: aantal, hoogstens: -1}"],
        ["{veld: aantal, is: -1}"],
        ["{veld: aantal, minstens: 2}", "{veld: aantal, hoogstens: 1}"],
        ["{veld: aantal, meer_dan: 1}", "{veld: aantal, minder_dan: 2}"],
        ["{veld: aantal, is: 1}", "{veld: aantal, is: 2}"],
        ["{veld: aantal, is: 1}", "{veld: aantal, niet: 1}"],
        ["{veld: aantal, hoogstens: 0}", "{veld: aantal, niet: 0}"],
        [
            "{veld: aantal, minstens: 5}",
            "{veld: aantal, hoogstens: 7}",
            *(f"{{veld: aantal, niet: {getal}}}" for getal in (5, 6, 7)),
        ],
        ["{veld: akkoord, is: ja}", "{veld: akkoord, is: nee}"],
        ["{veld: akkoord, is: ja}", "{veld: akkoord, niet: ja}"],
        ["{veld: akkoord, niet: ja}", "{veld: akkoord, niet: nee}"],
        ["{veld: kosten, is: 1}", "{veld: akkoord, is: ja}", "{veld: kosten, is: 2}"],
    ],
)
def test_regel_die_nooit_kan_gelden_is_in_strijd(tmp_path: Path, voorwaarden: list[str]) -> None:
    assert not is_te_vervullen(tmp_path, *voorwaarden)


@pytest.mark.parametrize(
    "voorwaarden",
    [
        ["{veld: aantal, minder_dan: 1}"],
        ["{veld: aantal, hoogstens: 0}"],
        ["{veld: aantal, meer_dan: -1}"],
        ["{veld: aantal, niet: 0}"],
        ["{veld: aantal, minstens: 2}", "{veld: aantal, hoogstens: 2}"],
        ["{veld: aantal, meer_dan: 1}", "{veld: aantal, minder_dan: 3}"],
        ["{veld: aantal, is: 1}", "{veld: aantal, niet: 2}"],
        ["{veld: aantal, is: 1}", "{veld: aantal, is: 1}"],
        [
            "{veld: aantal, minstens: 5}",
            "{veld: aantal, hoogstens: 8}",
            *(f"{{veld: aantal, niet: {getal}}}" for getal in (5, 6, 7)),
        ],
        [f"{{veld: aantal, niet: {getal}}}" for getal in range(MAX_VOORWAARDEN)],
        [f"{{veld: aantal, hoogstens: {MAX_GETAL}}}", f"{{veld: aantal, minstens: {MAX_GETAL}}}"],
        ["{veld: akkoord, niet: ja}"],
        ["{veld: akkoord, is: ja}", "{veld: akkoord, niet: nee}"],
        ["{veld: kosten, is: 1}", "{veld: akkoord, is: ja}", "{veld: aantal, is: 2}"],
    ],
)
def test_regel_die_net_wel_kan_gelden_mag(tmp_path: Path, voorwaarden: list[str]) -> None:
    assert is_te_vervullen(tmp_path, *voorwaarden)


_kleine_voorwaarden = st.lists(
    st.builds(
        maak_voorwaarde, st.just("aantal"), st.sampled_from(VERGELIJKWOORDEN), st.integers(-2, 6)
    ),
    min_size=1,
    max_size=6,
)


@given(_kleine_voorwaarden)
def test_strijd_is_precies_dat_geen_getal_aan_alles_voldoet(
    tmp_path_factory: pytest.TempPathFactory, als: list[Voorwaarde]
) -> None:
    """Held against trying every number that can make a difference."""
    voorwaarden = [f"{{veld: aantal, {v.vergelijking}: {v.waarde}}}" for v in als]
    map_ = tmp_path_factory.mktemp("regels")

    kan = any(all(houdt(voorwaarde, getal) for voorwaarde in als) for getal in range(20))

    assert is_te_vervullen(map_, *voorwaarden) is kan


def test_regel_die_meer_vraagt_dan_een_onderwerp_kan_hebben_is_in_strijd(tmp_path: Path) -> None:
    """No number above the greatest is accepted, in a rule or in a topic."""
    assert not is_te_vervullen(tmp_path, f"{{veld: aantal, meer_dan: {MAX_GETAL}}}")


@pytest.mark.parametrize(("getal", "mag"), [(MAX_GETAL, True), (MAX_GETAL + 1, False)])
def test_getal_in_een_regel_heeft_een_grens(tmp_path: Path, getal: int, *, mag: bool) -> None:
    bestand = met_voorwaarden("{veld: aantal, minstens: 1}", f"{{veld: kosten, is: {getal}}}")

    if mag:
        assert laad(tmp_path, bestand).regels[0].als[1].waarde == getal
    else:
        assert plekken(fouten_bij(tmp_path, bestand)) == [(10, 24)]


def test_het_grootste_aantal_voorwaarden_mag_en_meer_niet(tmp_path: Path) -> None:
    voorwaarden = ["{veld: aantal, minstens: 1}"] * MAX_VOORWAARDEN

    (regel,) = laad(tmp_path, met_voorwaarden(*voorwaarden)).regels

    assert len(regel.als) == MAX_VOORWAARDEN
    (melding,) = fouten_bij(tmp_path, met_voorwaarden(*voorwaarden, voorwaarden[0]))
    assert (melding.veld, plekken([melding])) == ("als", [(8, 5)])


@pytest.mark.parametrize(
    ("voorwaarde", "kolom", "suggestie"),
    [
        ("{veld: aantl, is: 1}", 10, "bedoelde u «aantal»?"),
        ("{veld: Kosten, is: 1}", 10, "bedoelde u «kosten»?"),
        ("{veld: xyz, is: 1}", 10, ""),
        ("{veld: aantal, is: ja}", 24, ""),
        ("{veld: aantal, is: 010}", 24, ""),
        ("{veld: aantal, is: onbekend}", 24, ""),
        ("{veld: akkoord, is: jaa}", 25, "bedoelde u «ja»?"),
        ("{veld: akkoord, niet: onbekend}", 25, ""),
        ("{veld: akkoord, is: JA}", 25, "bedoelde u «ja»?"),
        ("{veld: akkoord, meer_dan: 1}", 9, ""),
        ("{veld: akkoord, hoogstens: ja}", 9, ""),
    ],
)
def test_voorwaarde_die_niet_bij_het_veld_past(
    tmp_path: Path, voorwaarde: str, kolom: int, suggestie: str
) -> None:
    (melding,) = fouten_bij(tmp_path, met_voorwaarden(voorwaarde))

    assert melding.veld == "regel proefregel"
    assert plekken([melding]) == [(9, kolom)]
    assert melding.suggestie == suggestie


@pytest.mark.parametrize("woord", [*VERGELIJKWOORDEN])
def test_elke_vergelijking_past_bij_een_getal(tmp_path: Path, woord: Vergelijkwoord) -> None:
    (regel,) = laad(tmp_path, met_voorwaarden(f"{{veld: aantal, {woord}: 1}}")).regels

    assert regel.als == (maak_voorwaarde("aantal", woord, 1),)


@pytest.mark.parametrize(
    ("gegeven", "kolom"),
    [("{aantl: 1}", 20), ("{aantal: veel}", 20), ("{aantal: 1, akkoord: onbekend}", 31)],
)
def test_voorbeeld_houdt_zich_aan_de_velden(tmp_path: Path, gegeven: str, kolom: int) -> None:
    blok = maak_regelblok(voorbeelden=f"\n      - {{gegeven: {gegeven}, verwacht: ja}}")

    (melding,) = fouten_bij(tmp_path, maak_bestand(blok))

    assert melding.veld == "regel proefregel"
    assert plekken([melding]) == [(11, kolom)]


def test_bron_is_een_bekend_document(tmp_path: Path) -> None:
    blok = maak_regelblok(bron="{document: evaluaties, plaats: thema 1}")

    (melding,) = fouten_bij(tmp_path, maak_bestand(blok))

    assert (melding.gevonden, melding.suggestie) == ("«evaluaties»", "bedoelde u «evaluatie»?")
    assert plekken([melding]) == [(6, 12)]


@pytest.mark.parametrize(
    ("tot", "mag"), [("2022-01-02", True), ("2022-01-01", True), ("2021-12-31", False)]
)
def test_regel_houdt_niet_op_voor_hij_begint(tmp_path: Path, tot: str, *, mag: bool) -> None:
    bestand = maak_bestand(maak_regelblok(geldig_van="2022-01-01", geldig_tot=tot))

    if mag:
        assert str(laad(tmp_path, bestand).regels[0].geldig_tot) == tot
    else:
        assert [melding.gevonden for melding in fouten_bij(tmp_path, bestand)] == [f"«{tot}»"]


def _criterium(code: str) -> str:
    return maak_regelblok(
        code=code,
        soort="criterium",
        als=f"\n      - {{veld: {code}, is: ja}}",
        voorbeelden=f"\n      - {{gegeven: {{{code}: ja}}, verwacht: ja}}",
    )


@pytest.mark.parametrize("andersom", [True, False])
def test_velden_met_dezelfde_hash_worden_geweigerd(tmp_path: Path, *, andersom: bool) -> None:
    namen = ["costarring", "liquid"]
    eerste, tweede = reversed(namen) if andersom else namen

    (melding,) = fouten_bij(
        tmp_path, maak_bestand(_criterium(eerste)), maak_bestand(_criterium(tweede))
    )

    assert melding.plek.bestand.endswith("b.yaml")
    assert melding.veld == f"regel {tweede}"
    assert f"«{tweede}»" in melding.gevonden
    assert f"«{eerste}»" in melding.gevonden


@pytest.mark.parametrize("naam", ["soort", "sid", "id"])
def test_namen_die_de_motor_zelf_gebruikt_worden_geweigerd(tmp_path: Path, naam: str) -> None:
    (melding,) = fouten_bij(tmp_path, maak_bestand(_criterium(naam)))

    assert f"«{naam}»" in melding.gevonden


def test_een_code_met_een_naam_van_de_motor_mag_als_er_geen_veld_zo_heet(tmp_path: Path) -> None:
    (regel,) = laad(tmp_path, maak_bestand(maak_regelblok(code="soort"))).regels

    assert regel.code == "soort"


def test_velden_van_de_tests_en_van_de_motor_zijn_uit_elkaar_te_houden() -> None:
    namen = [*EIGEN_VELDEN, *(veld.naam for veld in VELDEN)]

    assert len({veld_hash(naam) for naam in namen}) == len(namen)
