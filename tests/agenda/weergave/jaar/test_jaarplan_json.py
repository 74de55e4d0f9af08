"""The year plan as data: the same bytes with every version of the solver that is allowed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jaarplan import met_inspanning

from agenda.jaar.jaarplan import maak_jaarplan
from agenda.weergave.jaar.jaarplan import toon_jaarplan

if TYPE_CHECKING:
    from collections.abc import Callable

GOUD = Path(__file__).parents[3] / "goud" / "jaarplan.json"
NIET_VAN_HET_PLAN = ("herkomst", "vergaderingen", "vragen")
"""What changes with the program, the profile, or the way to the proof: another version of the
solver may find another of equal plans first, and ask a few questions more or less."""


@pytest.mark.traag
def test_het_plan_als_gegevens_is_zoals_afgesproken(goud: Callable) -> None:
    uit = json.loads(toon_jaarplan(maak_jaarplan(met_inspanning(0), 2)).als("json", 100))
    for sleutel in NIET_VAN_HET_PLAN:
        del uit[sleutel]
    assert uit["bewezen"]
    assert uit["volledig"]
    goud(GOUD, json.dumps(uit, ensure_ascii=False, indent=2) + "\n")
