"""The workplace in Chromium beside the command line: its size, its start, its answers, its memory.

Needs a built file, Chromium and playwright. See bench/README.md.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from koude_start import schrijf_dossiers
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser, Page

PROJECT = Path(__file__).parents[1]
VOORBEELD = PROJECT / "voorbeelden" / "nijmegen-rivierenland-2022-excel"
GEDULD = 600_000
RUST = "() => !document.querySelector('[aria-busy]') && !document.body.matches('.bezig')"
GROOT = {
    "controleer": ("controleer", "{}"),
    "prioriteer, JSON": ("prioriteer", "{}", "--formaat", "json"),
    "exporteer: csv, md, json, xlsx": (
        *("exporteer", "{}", "--als", "csv,md,json,xlsx", "--naar", "uit", "--vervang"),
    ),
}
"""What is asked of many topics, in the workplace and natively."""


def main() -> None:
    """Print the figures of all rounds."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("bestand", type=Path, help="what `agenda werkplek` made")
    opties.add_argument("--aantal", type=int, default=1000, help="topics")
    opties.add_argument("--rondes", type=int, default=3)
    opties.add_argument("--zaad", type=int, default=2022, help="seed of the random topics")
    keuze = opties.parse_args()
    tijden: dict[str, list[float]] = {}
    geheugen: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as klad, sync_playwright() as playwright:
        map_ = Path(klad)
        schrijf_dossiers(map_, keuze.aantal, keuze.zaad)
        shutil.copytree(VOORBEELD, map_ / "voorbeeld")
        for _ in range(keuze.rondes):
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--headless", "--no-sandbox", "--disable-gpu"],
            )
            in_de_browser(browser, keuze.bestand.resolve(), map_, tijden, geheugen)
            browser.close()
            op_de_opdrachtregel(map_, tijden)
    print(f"{keuze.bestand.stat().st_size / 1e6:.1f} MB; {keuze.aantal} topics in YAML;", end=" ")
    print(f"{keuze.rondes} rounds, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print(f"{'seconds, median (min - max)':52}{'browser':>22}{'command line':>22}{'MB after':>10}")
    for wat in geheugen:
        eigen, ander = (toon(tijden.get(f"{waar} {wat}", [])) for waar in ("browser", "native"))
        print(f"{wat:52}{eigen:>22}{ander:>22}{median(geheugen[wat]):>10.0f}")


def toon(metingen: Sequence[float]) -> str:
    """Figures in a cell, or nothing where there are none."""
    if not metingen:
        return ""
    return f"{median(metingen):.2f} ({min(metingen):.2f} - {max(metingen):.2f})"


def in_de_browser(
    browser: Browser,
    bestand: Path,
    map_: Path,
    tijden: dict[str, list[float]],
    geheugen: dict[str, list[float]],
) -> None:
    """Open the workplace once, and do everything in it, one thing after another."""
    pagina = browser.new_page(viewport={"width": 1366, "height": 768})
    pagina.set_default_timeout(GEDULD)

    def meet(wat: str) -> AbstractContextManager[None]:
        return _meet(wat, tijden, geheugen, lambda: _pss(browser))

    with meet("open: from nothing until it can compute"):
        pagina.goto(bestand.as_uri())
        pagina.get_by_text("Het programma is klaar om te rekenen.").wait_for()
    for keer in ("first", "second"):
        ga(pagina, "Openen")
        with meet(f"the Excel example, {keer} time: findings"):
            geef(pagina, VOORBEELD if keer == "first" else VOORBEELD / "onderwerpen.xlsx")
            pagina.locator("#vak .bevindingen").first.wait_for()
            pagina.wait_for_function(RUST)
        with meet(f"the Excel example, {keer} time: list shown"):
            pagina.locator("#menu").get_by_role("link", name="Lijst").click()
            pagina.frame_locator("#lijstvak iframe:not(.wacht)").locator(".ranglijst").wait_for()
            pagina.wait_for_function(RUST)
    ga(pagina, "Openen")
    with meet("many topics: findings"):
        geef(pagina, map_ / "yaml")
        pagina.locator("#vak .bevindingen").first.wait_for()
        pagina.wait_for_function(RUST)
    ga(pagina, "Opdracht")
    for wat, woorden in GROOT.items():
        regel = pagina.get_by_role("textbox", name="Opdracht")
        regel.fill(" ".join(("agenda", *woorden)).format("yaml"))
        with meet(f"many topics: {wat}"):
            regel.press("Enter")
            pagina.wait_for_function(RUST)
        assert pagina.get_by_text("Klaar, code 0.").is_visible()


def geef(pagina: Page, pad: Path) -> None:
    """Choose a file, or a folder, as a user does."""
    with pagina.expect_file_chooser() as kiezer:
        knop = "Map kiezen" if pad.is_dir() else "Bestanden kiezen"
        pagina.get_by_role("button", name=knop).click()
    kiezer.value.set_files(str(pad))


def ga(pagina: Page, naam: str) -> None:
    """Go to a part."""
    pagina.locator("#menu").get_by_role("link", name=naam).click()
    pagina.get_by_role("heading", name=naam, level=2).wait_for()
    pagina.wait_for_function(RUST)


def op_de_opdrachtregel(map_: Path, tijden: dict[str, list[float]]) -> None:
    """The same natively: each command a process of its own."""
    voorbeeld = str(map_ / "voorbeeld")
    lijst = ["exporteer", voorbeeld, "--als", "html", "--naar", "uit", "--vervang"]
    opdrachten = {
        "the Excel example, first time: findings": ["controleer", voorbeeld],
        "the Excel example, first time: list shown": lijst,
        "many topics: findings": ["controleer", str(map_ / "yaml"), "--formaat", "json"],
    }
    for wat, woorden in GROOT.items():
        opdrachten[f"many topics: {wat}"] = [w.format(map_ / "yaml") for w in woorden]
    for wat, args in opdrachten.items():
        begin = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "cli", *args],
            cwd=map_,
            env=os.environ | {"PYTHONPATH": str(PROJECT)},
            check=True,
            capture_output=True,
        )
        tijden.setdefault(f"native {wat}", []).append(time.perf_counter() - begin)


@contextmanager
def _meet(
    wat: str,
    tijden: dict[str, list[float]],
    geheugen: dict[str, list[float]],
    pss: Callable[[], float],
) -> Iterator[None]:
    begin = time.perf_counter()
    yield
    tijden.setdefault(f"browser {wat}", []).append(time.perf_counter() - begin)
    geheugen.setdefault(wat, []).append(pss())


def _pss(browser: Browser) -> float:
    """Megabytes of all processes that show pages: what they share with others counts in part."""
    sessie = browser.new_browser_cdp_session()
    processen = sessie.send("SystemInfo.getProcessInfo")["processInfo"]
    sessie.detach()
    soort = "renderer"
    teksten = [
        Path(f"/proc/{proces['id']}/smaps_rollup").read_text("ascii")
        for proces in processen
        if proces["type"] == soort
    ]
    kilobytes = [
        int(regel) for tekst in teksten for regel in re.findall(r"^Pss: +(\d+)", tekst, re.M)
    ]
    return sum(kilobytes) * 1024 / 1e6


if __name__ == "__main__":
    main()
