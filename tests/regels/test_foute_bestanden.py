"""One file per fault, named after it, with what the user reads beside it.

A new case is a new file in fout/; `pytest --werk-bij` writes the expected messages.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bouwers_regels import DOCUMENTEN, VELDEN

from regels.melding import Invoerfout
from regels.regelset import lees_regels

if TYPE_CHECKING:
    from collections.abc import Callable

FOUT = Path(__file__).parent / "fout"
BESTANDEN = sorted(FOUT.glob("*.yaml"))


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda bestand: bestand.stem)
def test_fout_bestand_geeft_de_meldingen_die_ernaast_staan(
    bestand: Path, tmp_path: Path, goud: Callable[[Path, str], None]
) -> None:
    map_ = tmp_path / "regels"
    map_.mkdir()
    shutil.copy(bestand, map_)

    with pytest.raises(Invoerfout) as gevangen:
        lees_regels(map_, VELDEN, DOCUMENTEN)

    soort = type(gevangen.value).__name__
    goud(bestand.with_suffix(".txt"), f"{soort}\n{gevangen.value}\n")


def test_elke_verwachting_hoort_bij_een_fout_bestand() -> None:
    assert {pad.stem for pad in FOUT.glob("*.txt")} == {bestand.stem for bestand in BESTANDEN}
