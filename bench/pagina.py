"""How fast the page puts topics in order at other weights, in the browser's own measurement.

Needs Chromium and playwright, as the tests of the page do. See bench/README.md.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path

from exporteren import maak
from playwright.sync_api import sync_playwright

from agenda.stuk.opstellen import stel_stuk_op
from agenda.stuk.vormen.pagina.pagina import maak_pagina
from agenda.uitleg.jaaragenda import Jaaragenda

WEEG = """async (rondes) => {
  const tijden = [];
  for (let n = 0; n < rondes; n += 1) {
    const veld = document.querySelectorAll('.stel input')[n % 5];
    veld.value = [60, 5, 40, 10, 70, 25, 33][n % 7];
    const begin = performance.now();
    veld.dispatchEvent(new Event('change', {bubbles: true}));
    document.body.getBoundingClientRect();
    tijden.push(performance.now() - begin);
    await new Promise((klaar) => requestAnimationFrame(() => setTimeout(klaar, 50)));
  }
  return tijden;
}"""


def main() -> None:
    """Print the time from a typed weight to a list that is laid out."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--aantal", type=int, default=1000)
    opties.add_argument("--rondes", type=int, default=15)
    opties.add_argument("--zaad", type=int, default=2022, help="seed of the random topics")
    keuze = opties.parse_args()
    agenda = Jaaragenda(maak(keuze.aantal, keuze.zaad))
    pagina = maak_pagina(agenda, stel_stuk_op(agenda))
    with tempfile.TemporaryDirectory() as map_, sync_playwright() as playwright:
        bestand = Path(map_) / "pagina.html"
        bestand.write_text(pagina, encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--headless", "--no-sandbox", "--disable-gpu"],
        )
        blad = browser.new_page(viewport={"width": 1366, "height": 768})
        blad.goto(bestand.as_uri())
        blad.wait_for_timeout(1000)
        tijden = blad.evaluate(WEEG, keuze.rondes)
        browser.close()
    toegelaten = len(agenda.ranglijst.toegelaten)
    print(f"{keuze.aantal} topics, {toegelaten} with a place, page of {len(pagina):,} bytes")
    print(f"ms: median {statistics.median(tijden):.0f}, {min(tijden):.0f} to {max(tijden):.0f}")


if __name__ == "__main__":
    main()
