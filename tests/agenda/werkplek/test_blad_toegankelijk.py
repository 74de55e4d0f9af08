"""The workplace for everyone: axe-core finds nothing, a keyboard is enough, and it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bouwers_pagina import keur
from bouwers_werkplek import ga, open_met_toetsen, open_voorbeeld, rust, tab_naar

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag

UITERLIJK: dict[str, dict[str, Any]] = {
    "licht": {"color_scheme": "light"},
    "donker": {"color_scheme": "dark"},
    "smal": {"viewport": {"width": 400, "height": 800}},
    "hoog contrast": {"forced_colors": "active"},
}


def namen(pagina: Page) -> list[str]:
    """The parts in the menu."""
    eerste = "(links) => links.map((link) => link.firstChild.textContent)"
    uit: list[str] = pagina.locator("#menu a").evaluate_all(eerste)
    return uit


@pytest.mark.parametrize("uiterlijk", UITERLIJK)
def test_axe_vindt_niets_en_niets_valt_buiten_beeld(
    open_werkplek: Callable[..., Page], uiterlijk: str
) -> None:
    pagina = open_werkplek(**UITERLIJK[uiterlijk])
    assert keur(pagina) == []
    open_voorbeeld(pagina)
    breed = pagina.viewport_size or {}
    for naam in namen(pagina):
        ga(pagina, naam)
        assert keur(pagina) == [], naam
        assert pagina.evaluate("() => document.documentElement.scrollWidth") == breed["width"], naam


def test_axe_vindt_niets_in_een_vraag(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Openen")
    pagina.locator("details.dossier summary").click()
    pagina.get_by_role("button", name="Bewerk dossier.yaml").click()

    # Only what stands in the question can be reached, and there is no link in it.
    assert keur(pagina, frozenset({"color-contrast", "label"})) == []


def toets(pagina: Page, *toetsen: str) -> None:
    for naam in toetsen:
        pagina.keyboard.press(naam)


def test_alles_gaat_met_alleen_het_toetsenbord(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("() => document.activeElement.textContent") == "Naar de inhoud"
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("() => document.activeElement.id") == "inhoud"

    open_met_toetsen(pagina)
    assert pagina.evaluate("() => document.activeElement.textContent") == "Bevindingen"

    toets(pagina, "Shift+Tab")
    pagina.locator("#menu a", has_text="Vragen").focus()
    pagina.keyboard.press("Enter")
    rust(pagina)
    assert pagina.evaluate("() => document.activeElement.textContent") == "Vragen"
    tab_naar(pagina, "Weet ik niet")
    pagina.keyboard.press("Enter")
    rust(pagina)
    assert "Wat weegt zwaarder" in pagina.evaluate("() => document.activeElement.textContent")


def test_de_lijst_past_op_een_gewone_laptop(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Lijst")
    lijst = pagina.frame_locator("#lijstvak iframe")
    lijst.locator(".ranglijst").wait_for()

    assert lijst.locator("html").evaluate("(e) => e.scrollWidth <= e.clientWidth")
    eerste = lijst.locator(".ranglijst tbody tr[id]").first
    assert eerste.evaluate("(e) => e.getBoundingClientRect().top") < 400
    assert pagina.evaluate("() => document.documentElement.scrollHeight") == 768
