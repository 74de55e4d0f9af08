"""Where WebAssembly is not allowed a list that was made before can still be read and weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_browser import start_browser
from bouwers_pagina import keur, voorbeeldpagina
from bouwers_werkplek import VOORBEELD, geef, sleep, tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.traag


@pytest.fixture
def zonder_wasm(browser: Browser) -> Iterator[Browser]:
    """A browser that is locked down; a Playwright can start more than one."""
    anders = start_browser(browser.browser_type, "--js-flags=--jitless")
    yield anders
    anders.close()


def test_zonder_webassembly_leest_en_weegt_een_lijst(
    open_werkplek: Callable[..., Page], zonder_wasm: Browser, tmp_path: Path
) -> None:
    pagina = open_werkplek(zonder_wasm)
    zin = "Deze browser of laptop staat WebAssembly niet toe, en daarom"
    assert zin in tekst(pagina)
    assert keur(pagina) == []

    (tmp_path / "lijst.html").write_text(voorbeeldpagina(), encoding="utf-8")
    geef(pagina, tmp_path / "lijst.html")
    lijst = pagina.frame_locator("#lijstvak iframe")
    veld = lijst.get_by_role("spinbutton", name="Wal en schip, gewicht van de 100")
    veld.fill("60")
    veld.press("Enter")
    lijst.locator("#proefzin").get_by_text("op een andere plaats").wait_for()
    lijst.locator(".ranglijst tbody tr[id] a").first.click()
    assert lijst.locator("#paneel").get_by_text("Wat telt mee?").is_visible()


def test_zonder_webassembly_zegt_een_dossier_waarom_het_niet_opengaat(
    open_werkplek: Callable[..., Page], zonder_wasm: Browser
) -> None:
    pagina = open_werkplek(zonder_wasm)

    sleep(pagina, VOORBEELD)

    pagina.locator("#verteld").get_by_text("Voor een dossier is WebAssembly nodig.").wait_for()
    pagina.locator("#menu").get_by_role("link", name="Zekerheid").click()
    pagina.get_by_text("moet de pagina rekenen, en dat kan hier niet").wait_for()
