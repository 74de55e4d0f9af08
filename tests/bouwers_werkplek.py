"""The workplace as tests see it: the real page, and the program running beside the browser."""

from __future__ import annotations

import base64
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bouwers_motor import werkplek

from agenda.werkplek.blad import maak_blad
from agenda.werkplek.gegevens import werkplekgegevens

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
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        was = {pad: base64.b64decode(inhoud) for pad, inhoud in bestanden.items()}
        for pad, inhoud in was.items():
            (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
            (map_ / pad).write_bytes(inhoud)
        proces = subprocess.run(
            [sys.executable, "-m", "cli", *args],
            cwd=map_,
            env={"PYTHONPATH": str(HOOFDMAP), "COLUMNS": "120", "PATH": os.environ["PATH"]},
            capture_output=True,
            check=False,
        )
        wordt = {
            pad.relative_to(map_).as_posix(): pad.read_bytes()
            for pad in map_.rglob("*")
            if pad.is_file()
        }
    return {
        "code": proces.returncode,
        "uit": proces.stdout.decode(),
        "fout": proces.stderr.decode(),
        "geschreven": {
            pad: base64.b64encode(inhoud).decode()
            for pad, inhoud in wordt.items()
            if was.get(pad) != inhoud
        },
        "weg": [pad for pad in was if pad not in wordt],
    }


def pak(bestanden: Mapping[str, str], map_: str) -> str:
    """A folder as one zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zip_:
        for pad, inhoud in sorted(bestanden.items()):
            if pad.startswith(f"{map_}/"):
                zip_.writestr(pad, base64.b64decode(inhoud))
    return base64.b64encode(buffer.getvalue()).decode()


def pak_uit(inhoud: str, naam: str) -> dict[str, Any]:
    """The files in a zip, or a sentence."""
    try:
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(inhoud))) as zip_:
            delen = {d.filename: zip_.read(d) for d in zip_.infolist() if not d.is_dir()}
    except (zipfile.BadZipFile, ValueError):
        return {"fout": f"«{naam}» is geen zip-bestand, of het is beschadigd."}
    return {"bestanden": {p: base64.b64encode(i).decode() for p, i in delen.items()}}


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


def tekst(pagina: Page) -> str:
    """What stands in the part that is in sight."""
    return pagina.locator("#inhoud").inner_text()
