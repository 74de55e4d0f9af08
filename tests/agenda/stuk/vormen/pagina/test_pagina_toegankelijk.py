"""The page for everyone: axe-core finds nothing against WCAG 2.2 AA, in every look of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bouwers_pagina import keur, lastige_agenda
from stukken import voorbeeld

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


pytestmark = pytest.mark.traag

UITERLIJK: dict[str, dict[str, Any]] = {
    "licht": {"color_scheme": "light"},
    "donker": {"color_scheme": "dark"},
    "papier": {},
    "smal": {"viewport": {"width": 320, "height": 640}},
    "hoog contrast": {"forced_colors": "active"},
}


@pytest.mark.parametrize("uiterlijk", UITERLIJK)
def test_axe_vindt_niets(open_pagina: Callable[..., Page], uiterlijk: str) -> None:
    pagina = open_pagina(lastige_agenda(), **UITERLIJK[uiterlijk])
    if uiterlijk == "papier":
        pagina.emulate_media(media="print")

    assert keur(pagina) == []


def test_axe_vindt_niets_bij_het_voorbeeld(open_pagina: Callable[..., Page]) -> None:
    assert keur(open_pagina(voorbeeld())) == []


@pytest.mark.parametrize("uiterlijk", ["licht", "donker"])
def test_axe_vindt_niets_met_andere_gewichten_en_alles_open(
    open_pagina: Callable[..., Page], uiterlijk: str
) -> None:
    pagina = open_pagina(lastige_agenda(), **UITERLIJK[uiterlijk])
    pagina.locator("#knop-status").select_option("toegelaten")
    pagina.locator("#knop-gewicht-2").fill("40")
    pagina.locator("table.ranglijst tbody a").first.click()
    pagina.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    pagina.wait_for_function("() => document.getElementById('melding').textContent")
    # Topics out of sight are not laid out until one scrolls there, and then have no real size.
    pagina.evaluate(
        "() => document.querySelectorAll('article, .lijst tbody tr')"
        ".forEach((deel) => { deel.style.contentVisibility = 'visible'; })"
    )

    assert keur(pagina) == []


def test_de_keuring_ziet_een_fout_die_er_is(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(lastige_agenda())
    pagina.evaluate("() => document.querySelector('label[for=knop-thema]').remove()")

    assert [fout.split(":")[0] for fout in keur(pagina)] == ["select-name"]
