"""One fault of each kind planted in sound rules: it is found, and nothing else is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from bouwers_regeltoets import bevonden, lees, soort_en_regels

from regels.bevindingsoorten import SOORTEN
from regels.melding import Invoerfout, Regelstrijd

HIER = Path(__file__).parent
GOED = yaml.safe_load((HIER / "goed.yaml").read_text(encoding="utf-8"))
GEPLANT = yaml.safe_load((HIER / "geplant.yaml").read_text(encoding="utf-8"))


def veranderd(lijst: list[dict[str, Any]], anders: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A list of blocks in which some are changed; `erbij` adds one with a code that is there."""
    uit = [dict(blok) for blok in lijst]
    for blok in anders:
        zelfde = [deel for deel in uit if deel["code"] == blok["code"] and "erbij" not in blok]
        if zelfde:
            zelfde[0].update(blok)
        else:
            uit.append({naam: waarde for naam, waarde in blok.items() if naam != "erbij"})
    return uit


def test_in_goede_regels_wordt_niets_gevonden(tmp_path: Path) -> None:
    assert bevonden(tmp_path, GOED["regels"], GOED["indelingen"]) == ()


@pytest.mark.parametrize("geval", GEPLANT, ids=lambda geval: geval["naam"])
def test_geplante_fout_wordt_gevonden_en_verder_niets(
    geval: dict[str, Any], tmp_path: Path
) -> None:
    regels = veranderd(GOED["regels"], geval.get("regels", []))
    indelingen = veranderd(GOED["indelingen"], geval.get("indelingen", []))

    gevonden = soort_en_regels(bevonden(tmp_path, regels, indelingen))

    assert gevonden == sorted((soort, tuple(codes)) for soort, codes in geval["verwacht"])


@pytest.mark.parametrize("geval", GEPLANT, ids=lambda geval: geval["naam"])
def test_fout_houdt_het_lezen_tegen_en_een_waarschuwing_niet(
    geval: dict[str, Any], tmp_path: Path
) -> None:
    regels = veranderd(GOED["regels"], geval.get("regels", []))
    indelingen = veranderd(GOED["indelingen"], geval.get("indelingen", []))
    fouten = [s for soort, _ in geval["verwacht"] if (s := SOORTEN[soort]).ernst == "fout"]

    if not fouten:
        lees(tmp_path, regels, indelingen)
        return
    with pytest.raises(Invoerfout) as gevangen:
        lees(tmp_path, regels, indelingen)
    assert isinstance(gevangen.value, Regelstrijd) == all(soort.strijd for soort in fouten)


def test_van_elke_soort_is_er_een_geplant() -> None:
    geplant = {soort for geval in GEPLANT for soort, _ in geval["verwacht"]}

    assert geplant == set(SOORTEN)
    assert len(GEPLANT) >= 30
