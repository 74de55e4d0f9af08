"""The workplace as tests see it: the real page, and the program running beside the browser."""

from __future__ import annotations

import base64
import tempfile
from contextlib import chdir
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_motor import werkplek

from agenda.werkplek.blad import maak_blad
from agenda.werkplek.gegevens import werkplekgegevens
from cli import werkplekmotor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

HOOFDMAP = Path(__file__).parents[1]
VOORBEELD = HOOFDMAP / "voorbeelden" / "nijmegen-rivierenland-2022-excel"


@cache
def blad() -> str:
    """The page, with an engine that asks the test to run the program."""
    nep = (HOOFDMAP / "tests/agenda/werkplek/nepmotor.js").read_text("utf-8")
    handleiding = (HOOFDMAP / "docs/handleiding.md").read_text("utf-8")
    # The library for Markdown, out of the page that was built: it stands before our own script.
    markdown = werkplek().read_text("utf-8").split("<script>", 2)[1].partition("</script>")[0]
    return maak_blad(werkplekgegevens(handleiding), [markdown], nep, "")


def koppel(pagina: Page) -> None:
    """Let the page run the real program, in a folder that is thrown away each time."""
    pagina.expose_function("nepDraai", draai)
    pagina.expose_function("nepPak", pak)
    pagina.expose_function("nepPakUit", pak_uit)


def draai(args: list[str], bestanden: Mapping[str, str]) -> dict[str, Any]:
    """One command on these files, as the engine does it."""
    with tempfile.TemporaryDirectory() as naam, chdir(naam):
        antwoord = werkplekmotor.draai(args, _uit_tekst(bestanden), (), lambda tekst: None)
    return {**antwoord, "geschreven": _als_tekst(antwoord["geschreven"])}


def pak(bestanden: Mapping[str, str], map_: str) -> str:
    """A folder as one zip."""
    with tempfile.TemporaryDirectory() as naam, chdir(naam):
        return base64.b64encode(werkplekmotor.pak(_uit_tekst(bestanden), (), map_)["zip"]).decode()


def pak_uit(inhoud: str) -> dict[str, Any]:
    """The files in a zip, or a sentence."""
    uit = werkplekmotor.pak_uit(base64.b64decode(inhoud))
    return {"bestanden": _als_tekst(uit["bestanden"])} if "bestanden" in uit else uit


def _uit_tekst(bestanden: Mapping[str, str]) -> dict[str, bytes]:
    return {pad: base64.b64decode(inhoud) for pad, inhoud in bestanden.items()}


def _als_tekst(bestanden: Mapping[str, bytes]) -> dict[str, str]:
    return {pad: base64.b64encode(inhoud).decode() for pad, inhoud in bestanden.items()}


def geef(pagina: Page, *paden: Path, knop: str = "Bestanden kiezen") -> None:
    """Choose files, or a folder, with a button."""
    ga(pagina, "Openen")
    with pagina.expect_file_chooser() as kiezer:
        pagina.get_by_role("button", name=knop).click()
    kiezer.value.set_files([str(pad) for pad in paden])


def sleep(pagina: Page, *paden: Path) -> None:
    """Drag files or folders from outside, as a hand does."""
    sessie = pagina.context.new_cdp_session(pagina)
    data = {"items": [], "files": [str(pad) for pad in paden], "dragOperationsMask": 1}
    for soort in ("dragEnter", "dragOver", "drop"):
        sessie.send("Input.dispatchDragEvent", {"type": soort, "x": 600, "y": 400, "data": data})


def open_voorbeeld(pagina: Page) -> None:
    """Open the example, and wait until it is checked."""
    geef(pagina, VOORBEELD, knop="Map kiezen")
    pagina.get_by_role("link", name="Bekijk de lijst").wait_for()
    rust(pagina)


def ga(pagina: Page, naam: str) -> None:
    """Go to a part by its link in the menu, and wait until it is there."""
    menu = pagina.locator("#knop-menu")
    if menu.is_visible():
        menu.click()
    pagina.locator("#menu").get_by_role("link", name=naam).click()
    pagina.get_by_role("heading", name=naam, level=2).wait_for()
    rust(pagina)


def rust(pagina: Page) -> None:
    """Wait until the program has nothing to do any more."""
    pagina.wait_for_function(
        "() => !document.querySelector('[aria-busy]') && !document.body.matches('.bezig')"
    )


def tab_naar(pagina: Page, naam: str) -> None:
    """Go by Tab alone to what has this name."""
    lees = "() => { const e = document.activeElement;"
    lees += " return e.getAttribute('aria-label') || e.firstChild?.textContent || ''; }"
    for _ in range(80):
        pagina.keyboard.press("Tab")
        if pagina.evaluate(lees).strip() == naam:
            return
    pytest.fail(f"met Tab is «{naam}» niet te bereiken")


def open_met_toetsen(pagina: Page) -> None:
    """Open the example by its folder, with the keyboard alone."""
    # A key is faster than a click: the browser must know beforehand that a test chooses the files.
    with pagina.expect_file_chooser() as kiezer:
        tab_naar(pagina, "Map kiezen")
        pagina.keyboard.press("Enter")
    kiezer.value.set_files(str(VOORBEELD))
    pagina.get_by_role("link", name="Bekijk de lijst").wait_for()
    rust(pagina)


def tekst(pagina: Page) -> str:
    """What stands in the part that is in sight."""
    return pagina.locator("#inhoud").inner_text()
