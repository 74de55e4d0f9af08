"""Where WebAssembly is switched off: the same file says so, and a list still reads and weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_browser import start_browser
from bouwers_eind import VOORBEELD, kader, native
from bouwers_pagina import keur
from bouwers_werkplek import ga, sleep, tekst

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.traag


def test_zonder_webassembly_leest_weegt_en_filtert_een_lijst_van_de_opdrachtregel(
    open_eind: Callable[..., Page], browser: Browser, tmp_path: Path
) -> None:
    klaar = native("exporteer", VOORBEELD, "--als", "html", "--naar", tmp_path)
    assert klaar.returncode == 0, klaar.stderr
    (bestand,) = tmp_path.glob("[!.]*.html")
    anders = start_browser(browser.browser_type, "--js-flags=--jitless")
    try:
        pagina = open_eind(anders, rekent=False)
        assert pagina.evaluate("() => typeof WebAssembly") == "undefined"
        assert "staat WebAssembly niet toe" in tekst(pagina)
        assert keur(pagina) == []

        sleep(pagina, bestand)
        lijst = kader(pagina)
        rijen = lijst.locator(".ranglijst tbody tr[id]")
        volgorde = "(rijen) => rijen.map((rij) => rij.id)"
        eerst = rijen.evaluate_all(volgorde)
        assert len(eerst) > 20
        veld = lijst.get_by_role("spinbutton", name="Wal en schip, gewicht van de 100")
        veld.fill("60")
        veld.press("Enter")
        lijst.locator("#proefzin").get_by_text("op een andere plaats").wait_for()
        gewogen = rijen.evaluate_all(volgorde)
        assert gewogen != eerst
        assert sorted(gewogen) == sorted(eerst)

        lijst.locator(".ranglijst tbody tr[id] a").first.click()
        assert lijst.locator("#paneel").get_by_text("Wat telt mee?").is_visible()
        lijst.locator("#zoek").fill("sekswerkers")
        lijst.locator("#zoek").press("Enter")
        lijst.locator("#telling").get_by_text("1 van").wait_for()

        sleep(pagina, VOORBEELD)
        pagina.locator("#verteld").get_by_text("Voor een dossier is WebAssembly nodig").wait_for()
        ga(pagina, "Handleiding")
        assert "Het programma beslist niets." in tekst(pagina)
        pagina.close()
    finally:
        anders.close()
