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
VOORBEELDEN = Path(__file__).parents[5] / "voorbeelden"


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

    pagina.locator("#knop-thema").select_option("leesplezier")

    assert zichtbaar(pagina) == ["Dichter op bezoek", "Voorleesweek"]
    assert pagina.locator("#telling").inner_text() == "2 van 5 activiteiten"


def test_er_is_niets_te_wegen_en_geen_filter_voor_wat_er_niet_is(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(zonder_rang())

    namen = pagina.locator(".filters label").all_inner_texts()
    assert namen == ["Rubriek", "Vestiging"]
    assert pagina.locator("select:visible").count() == 2
    assert pagina.locator("input:visible").count() == 1
    assert pagina.locator("button:visible").all_inner_texts() == ["Afdrukken"]


def test_een_titel_opent_wat_erover_te_zeggen_is_en_terug_gaat_naar_de_lijst(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(zonder_rang())
    pagina.locator("table.op-titel a", has_text="Voorleesweek").click()
    assert pagina.locator("#paneel #onderwerp-voorleesweek").is_visible()

    pagina.locator("#knop-thema").select_option("ontmoeten")
    pagina.keyboard.press("Escape")

    # Its row is hidden now, so the focus goes to the head of the list.
    pagina.wait_for_function("() => document.activeElement.id === 'zoek'")


@pytest.mark.parametrize("naam", ["arnhem-2014", "centraal-gelderland-2022"])
def test_ook_een_andere_regio_krijgt_een_pagina_in_haar_eigen_woorden(
    open_pagina: Callable[..., Page], naam: str
) -> None:
    agenda = Jaaragenda(ranglijst_uit(VOORBEELDEN / naam))
    pagina = open_pagina(agenda)
    woord = agenda.ranglijst.profiel.woorden.onderwerp

    rijen = pagina.locator("table.lijst tbody tr[id]:visible")
    assert rijen.count() == len(agenda.ranglijst.alle)
    assert woord.meer in pagina.locator("#te-zien").inner_text()
    pagina.locator("#zoek").fill("qqq")
    over = pagina.locator("#telling").inner_text()
    assert over == f"0 van {len(agenda.ranglijst.alle)} {woord.meer}"
    assert keur(pagina) == []


@pytest.mark.parametrize("kleur", ["light", "dark"])
def test_axe_vindt_niets_zonder_rang(open_pagina: Callable[..., Page], kleur: str) -> None:
    assert keur(open_pagina(zonder_rang(), color_scheme=kleur)) == []
