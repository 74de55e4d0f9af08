"""Rules over what comes after the decision: read apart, and every planted fault is found."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import map_van_profiel, vervang
from bouwers_werkgroepen import profiel_van

from agenda.invoer.profiel import lees_profiel
from agenda.regeltoetsen import toets
from regels.melding import Invoerfout
from regels.model import NA_BESLUIT

if TYPE_CHECKING:
    from pathlib import Path

PROFIELEN = (
    "nijmegen-rivierenland",
    "arnhem-2014",
    "centraal-gelderland",
    "bibliotheken-zilverkust",
)


@pytest.fixture
def zilverkust(tmp_path: Path) -> Path:
    map_ = tmp_path / "bibliotheken-zilverkust"
    shutil.copytree(map_van_profiel("bibliotheken-zilverkust"), map_)
    return map_


@pytest.mark.parametrize("profiel", PROFIELEN)
def test_in_de_regels_van_elk_profiel_wordt_niets_gevonden(profiel: str) -> None:
    getoetst, meldingen = toets(profiel_van(profiel)[1])

    assert meldingen == ()
    assert getoetst.zonder_voorbeeld == 0


@pytest.mark.parametrize("profiel", PROFIELEN)
def test_wat_na_het_besluit_komt_staat_apart(profiel: str) -> None:
    _, regelset = profiel_van(profiel)

    assert not {veld.over for veld in regelset.velden.values()} & {*NA_BESLUIT}
    assert {veld.over for veld in regelset.na.velden.values()} <= {*NA_BESLUIT}
    assert not {indeling.over for indeling in regelset.indelingen} & {*NA_BESLUIT}
    assert {regelset.na.over(regel) for regel in regelset.na.regels} <= {*NA_BESLUIT}
    assert not {regel.over for regel in regelset.regels} & {*NA_BESLUIT}


def test_zonder_zulke_regels_zijn_er_ook_hun_feiten_niet() -> None:
    assert profiel_van("centraal-gelderland")[1].na == ((), {}, ())


def test_een_profiel_met_een_eigen_veld_van_die_naam_blijft_zoals_het_was(zilverkust: Path) -> None:
    (zilverkust / "regels" / "na-besluit.yaml").unlink()
    bestand = zilverkust / "velden.yaml"
    bestand.write_text(bestand.read_text("utf-8") + _EIGEN, "utf-8")

    profiel, regelset = lees_profiel(zilverkust)

    assert profiel.veld["aantal_zetels"].over == "jaar"
    assert regelset.velden["aantal_zetels"].over == "jaar"


_EIGEN = """
  - code: aantal_zetels
    over: jaar
    kop: Zetels
    vraag: Hoeveel zetels zijn er?
    soort: getal
    bron: {document: handboek, plaats: blz. 1}
"""


def test_een_eigen_veld_van_die_naam_naast_zulke_regels_is_een_dubbele_naam(
    zilverkust: Path,
) -> None:
    velden = zilverkust / "velden.yaml"
    velden.write_text(velden.read_text("utf-8") + _EIGEN, "utf-8")

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(zilverkust)

    (melding,) = gevangen.value.meldingen
    assert (melding.soort, melding.gevonden) == ("dubbele-naam", "een eigen veld «aantal_zetels»")


GEPLANT = {
    "een feit van een onderwerp": (
        "      - {veld: aantal_leden_met_zetel, minstens: 2}",
        "      - {veld: bezoekers, minstens: 2}",
        ("verkeerd-over", "tafel-is-gezellig"),
    ),
    "een feit van een lid bij een groep": (
        "      - {veld: aantal_leden_met_zetel, minstens: 2}",
        "      - {veld: aantal_leden_met_zetel, minstens: 2}\n      - {veld: stoelen, minstens: 1}",
        ("verkeerd-over", "tafel-is-gezellig"),
    ),
    "een feit van een groep bij een besluit": (
        "      - {veld: leden_ingestemd, minstens: 2}",
        "      - {veld: leden_ingestemd, minstens: 2}\n      - {veld: aantal_zetels, minstens: 1}",
        ("verkeerd-over", "genoeg-huizen-voor"),
    ),
    "een feit dat er niet is": (
        "      - {veld: leden_ingestemd, minstens: 2}",
        "      - {veld: leden_ingestemd, minstens: 2}\n      - {veld: leden_ingestmd, minstens: 2}",
        ("onbekend-veld", "genoeg-huizen-voor"),
    ),
    "een voorbeeld dat niet uitkomt": (
        "{gegeven: {leden_ingestemd: 1}, verwacht: nee}",
        "{gegeven: {leden_ingestemd: 1}, verwacht: ja}",
        ("voorbeeld-faalt", "genoeg-huizen-voor"),
    ),
    "een getal dat niet kan": (
        "      - {veld: leden_ingestemd, minstens: 2}",
        "      - {veld: leden_ingestemd, minstens: 4}",
        ("buiten-bereik", "genoeg-huizen-voor"),
    ),
    "een onderwerp dat er niet is": (
        "    over: besluit",
        "    over: bestuur",
        ("", ""),
    ),
}


@pytest.mark.parametrize("geval", GEPLANT)
def test_een_geplante_fout_wordt_gevonden(geval: str, zilverkust: Path) -> None:
    was, wordt, verwacht = GEPLANT[geval]
    vervang(zilverkust / "regels" / "na-besluit.yaml", was, wordt)

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(zilverkust)

    gevonden = {(m.soort, *m.regels) for m in gevangen.value.meldingen}
    assert (verwacht if verwacht[1] else ("",)) in gevonden


def test_een_veld_van_een_profiel_gaat_nooit_over_wat_na_het_besluit_komt(
    zilverkust: Path,
) -> None:
    velden = zilverkust / "velden.yaml"
    eigen = _EIGEN.replace("over: jaar", "over: groep").replace("aantal_zetels", "sfeer_aan_tafel")
    velden.write_text(velden.read_text("utf-8") + eigen, "utf-8")

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(zilverkust)

    (melding,) = gevangen.value.meldingen
    assert melding.verwacht == "jaar, onderwerp, lid of deelname"


def test_een_regel_over_een_onderwerp_ziet_niets_van_na_het_besluit(zilverkust: Path) -> None:
    bestand = zilverkust / "regels" / "controles.yaml"
    vervang(
        bestand,
        "      - {veld: totaal_stoelen, minstens: 300}",
        "      - {veld: leden_ingestemd, minstens: 3}",
    )

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(zilverkust)

    assert "verkeerd-over" in {melding.soort for melding in gevangen.value.meldingen}
