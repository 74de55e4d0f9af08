"""The built workplace as a user has it: opened from disk, with its own engine."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bouwers_werkplek import ga, rust
from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Download, FrameLocator, Page

HOOFDMAP = Path(__file__).parents[1]
VOORBEELD = HOOFDMAP / "voorbeelden" / "nijmegen-rivierenland-2022-excel"
KLAAR = "Het programma is klaar om te rekenen."
GEDULD = 120_000
"""Milliseconds: the machines that run these tests do other work too."""
VENSTER = {"width": 1366, "height": 768}


def bestanden_van(map_: Path) -> dict[str, str]:
    """Path → content of every file in a folder, as text that goes into a page."""
    return {
        pad.relative_to(map_).as_posix(): base64.b64encode(pad.read_bytes()).decode()
        for pad in sorted(map_.rglob("*"))
        if pad.is_file()
    }


def native(*args: object, map_: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The command line itself, the whole process."""
    return subprocess.run(
        [sys.executable, "-m", "cli", *map(str, args)],
        cwd=map_,
        env={"PYTHONPATH": str(HOOFDMAP), "COLUMNS": "100", "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def zonder_evaluatoren(tekst: str) -> str:
    """JSON without the names of who judged: one of the two is not in a browser."""
    uit, aantal = re.subn(r'("evaluatoren":\s*)\[[^]]*\]', r"\1[]", tekst)
    assert aantal
    return uit


def opdracht(pagina: Page, regel: str) -> tuple[str, str]:
    """Type a command, as at a prompt; gives what it answered, and the sentence with its code."""
    ga(pagina, "Opdracht")
    veld = pagina.get_by_role("textbox", name="Opdracht")
    veld.fill(f"agenda {regel}")
    veld.press("Enter")
    rust(pagina)
    uit = pagina.locator(".uitvoer pre")
    antwoord = (uit.text_content() or "") if uit.count() else ""
    return antwoord, pagina.locator(".uitvoer .noot").last.inner_text()


def kader(pagina: Page) -> FrameLocator:
    """The list, once it stands in its frame."""
    pagina.locator("#lijstvak iframe:not(.wacht)").wait_for()
    return pagina.frame_locator("#lijstvak iframe")


def ranglijst(pagina: Page) -> list[dict[str, Any]]:
    """The order that the engine of a page gives, by code and place."""
    tekst, code = opdracht(pagina, f"prioriteer {dossier(pagina)} --formaat json")
    assert code == "Klaar, code 0."
    return [{naam: o[naam] for naam in ("code", "plaats")} for o in json.loads(tekst)["ranglijst"]]


def dossier(pagina: Page) -> str:
    """What is open, by the name of its folder."""
    return pagina.locator("#kies-dossier").input_value()


def bewaar(pagina: Page, knop: str) -> Download:
    """What a button gives to take home."""
    with pagina.expect_download() as gekregen:
        pagina.get_by_role("button", name=knop).click()
    return gekregen.value


def laat_vallen(pagina: Page, bestanden: Mapping[str, bytes]) -> None:
    """Drop files that were made up here, by an event as a browser makes it."""
    delen = {naam: base64.b64encode(inhoud).decode() for naam, inhoud in bestanden.items()}
    pagina.evaluate(
        """(delen) => {
          const mee = new DataTransfer();
          for (const [naam, inhoud] of Object.entries(delen)) {
            const bytes = Uint8Array.from(atob(inhoud), (teken) => teken.charCodeAt(0));
            mee.items.add(new File([bytes], naam));
          }
          for (const soort of ['dragenter', 'dragover', 'drop']) {
            document.body.dispatchEvent(
              new DragEvent(soort, { bubbles: true, cancelable: true, dataTransfer: mee }));
          }
        }""",
        delen,
    )


FOUTEN: dict[str, dict[int, Any]] = {
    "Thema": {1: "woonen", 2: "<img src=x onerror=alert(1)>", 3: "=1+1"},
    "Afstemming nodig": {4: "misschien"},
    "Regio's": {5: "rivierland"},
    "Veiligheid": {6: "jaa"},
    "Voorstellen": {7: "26"},
    "Afhankelijk van": {8: "bestaat-niet"},
    "Titel": {9: None},
    "Kosten (€)": {10: "duur"},
}
"""Column → what goes wrong in which row: ten in all."""


def maak_tien_fouten(map_: Path) -> Path:
    """The example with ten faults."""
    shutil.copytree(VOORBEELD, map_)
    werkmap = load_workbook(map_ / "onderwerpen.xlsx")
    blad = werkmap["Onderwerpen"]
    kop = next(rij for rij in range(1, 9) if blad.cell(rij, 1).value == "Code")
    kolommen = {cel.value: cel.column for cel in blad[kop]}
    for naam, cellen in FOUTEN.items():
        for rij, waarde in cellen.items():
            cel = blad.cell(kop + rij, kolommen[naam])
            cel.value = waarde
            if waarde is not None:
                cel.data_type = "s"
    werkmap.save(map_ / "onderwerpen.xlsx")
    return map_
