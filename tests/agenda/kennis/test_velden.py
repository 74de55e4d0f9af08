"""Facts that a region asks for itself, as rules see them."""

from __future__ import annotations

import pytest

from agenda.kennis.velden import Profielveld
from regels.model import MAX_GETAL, Bron


@pytest.mark.parametrize(("hoogste", "verwacht"), [(12, 12), (0, 0), (None, MAX_GETAL)])
def test_hoogste_getal_van_een_veld_geldt_ook_voor_regels(
    hoogste: int | None, verwacht: int
) -> None:
    veld = Profielveld(
        code="zetels",
        over="jaar",
        kop="Zetels",
        soort="getal",
        bron=Bron("notitie", "blz. 2"),
        hoogste=hoogste,
    )

    assert veld.veld.hoogste == verwacht
