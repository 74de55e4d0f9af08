"""What can be wrong in a profile of form 2, one fault at a time: cases that a colleague can add."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from bouwers_agenda import map_van_profiel, vervang

from agenda.invoer.profiel import lees_profiel
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from regels.melding import Melding

BESTAND = Path(__file__).parent / "gevallen" / "profielfouten.yaml"
GEVALLEN = yaml.safe_load(BESTAND.read_text(encoding="utf-8"))


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["naam"])
def test_wat_in_een_profiel_niet_klopt_staat_er_met_zijn_plek(
    geval: dict[str, str], tmp_path: Path
) -> None:
    map_ = tmp_path / geval["profiel"]
    shutil.copytree(map_van_profiel(geval["profiel"]), map_)
    vervang(map_ / geval["bestand"], geval["was"], geval["wordt"])

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(map_)

    assert [leesbaar(melding, map_) for melding in gevangen.value.meldingen] == geval["verwacht"]


def leesbaar(melding: Melding, map_: Path) -> dict[str, str]:
    """A finding, with the words on its line in place of the number of that line."""
    bestand = melding.plek.bestand.removeprefix(f"{map_.name}/")
    regel = (map_ / bestand).read_text(encoding="utf-8").splitlines()[melding.plek.regel - 1]
    tekst = str(melding).removeprefix(f"{melding.plek}: ").replace(f"{map_.name}/", "")
    return {
        "op": f"{bestand}: {regel.strip()}",
        "melding": re.sub(r"\.yaml:\d+:\d+", ".yaml", tekst),
    }


def test_elk_geval_heeft_een_eigen_naam_en_een_verwachting() -> None:
    namen = [geval["naam"] for geval in GEVALLEN]

    assert len(set(namen)) == len(namen)
    assert all(geval["verwacht"] for geval in GEVALLEN)
