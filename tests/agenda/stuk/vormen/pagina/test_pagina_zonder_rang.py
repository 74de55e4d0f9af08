"""The page of a region that does not rank: a list to filter and to read, without weights."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import ranglijst_uit
from bouwers_pagina import keur

from agenda.uitleg.jaaragenda import Jaaragenda

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag

PROFIELEN = Path(__file__).parents[4] / "profielen"


def zonder_rang() -> Jaaragenda:
    map_ = PROFIELEN / "dossiers" / "bibliotheken-2026"
    return Jaaragenda(ranglijst_uit(map_, PROFIELEN))


def zichtbaar(pagina: Page) -> list[str]:
    rijen = pagina.locator("table.op-titel tbody tr:visible a")
    return rijen.all_text_contents()


def test_filteren_gaat_op_rubriek_en_telt_in_het_woord_van_de_regio(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(zonder_rang())
    assert len(zichtbaar(pagina)) == 5
    assert pagina.locator("#telling").text_content() == "5 van 5 activiteiten"

    pagina.locator("#knop-thema").select_option("leesplezier")

    assert zichtbaar(pagina) == ["Dichter op bezoek", "Voorleesweek"]
    assert pagina.locator("#telling").text_content() == "2 van 5 activiteiten"


def test_er_is_niets_te_wegen_en_geen_filter_voor_wat_er_niet_is(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(zonder_rang())

    assert pagina.locator("form:visible").count() == 1
    assert pagina.locator("select:visible").count() == 1
    assert pagina.locator("input:visible").count() == 0


def test_een_titel_opent_wat_erover_te_zeggen_is_en_terug_gaat_naar_de_lijst(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(zonder_rang())
    pagina.locator("table.op-titel a", has_text="Voorleesweek").click()
    assert pagina.locator("#onderwerp-voorleesweek details").first.get_attribute("open") == ""

    pagina.locator("#knop-thema").select_option("ontmoeten")
    pagina.keyboard.press("Escape")

    # Its row is hidden now, so the focus goes to the head of the list.
    assert pagina.evaluate("() => document.activeElement.id") == "knop-thema"


@pytest.mark.parametrize("kleur", ["light", "dark"])
def test_axe_vindt_niets_zonder_rang(open_pagina: Callable[..., Page], kleur: str) -> None:
    assert keur(open_pagina(zonder_rang(), color_scheme=kleur)) == []
