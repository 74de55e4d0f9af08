"""Nothing is wrong with the rules of any shipped profile, and every outcome has an example."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import meegeleverde_profielen
from agenda.regeltoetsen import over_regels, toets

if TYPE_CHECKING:
    from pathlib import Path

PROFIELEN = sorted(map_.parent for map_ in meegeleverde_profielen().glob("*/regio.yaml"))


@pytest.mark.parametrize("map_", PROFIELEN, ids=lambda map_: map_.name)
def test_in_een_meegeleverd_profiel_is_niets_te_vinden(map_: Path) -> None:
    _, regelset = lees_profiel(map_)

    getoetst, meldingen = toets(regelset)

    assert meldingen == ()
    assert over_regels(regelset) == ([], [])
    assert all(deel.exact for deel, _ in getoetst.groepen)
    assert all(deel.exact for deel in getoetst.bewijzen)
    assert getoetst.zonder_voorbeeld == 0


def test_dezelfde_regel_onder_een_andere_code_wordt_een_waarschuwing_met_haar_plek() -> None:
    _, regelset = lees_profiel(PROFIELEN[-1])
    criterium = next(regel for regel in regelset.regels if regel.soort == "criterium")
    dubbel = replace(criterium, code="nog-een-keer")

    fouten, waarschuwingen = over_regels(replace(regelset, regels=(*regelset.regels, dubbel)))

    assert fouten == []
    assert [(m.soort, m.regels) for m in waarschuwingen] == [
        ("dubbel-criterium", (criterium.code, "nog-een-keer"))
    ]
    assert waarschuwingen[0].plek.bestand.startswith("regels/")
