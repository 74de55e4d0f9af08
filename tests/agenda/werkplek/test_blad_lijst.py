"""The exported page in a frame: it weighs and explains, and can do nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_pagina import voorbeeldpagina
from bouwers_werkplek import ga, geef, open_voorbeeld, tekst

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import FrameLocator, Page

pytestmark = pytest.mark.traag


def kader(pagina: Page) -> FrameLocator:
    pagina.locator("#lijstvak iframe:not(.wacht)").wait_for()
    return pagina.frame_locator("#lijstvak iframe")


def open_lijst(pagina: Page, tmp_path: Path, inhoud: str) -> FrameLocator:
    bestand = tmp_path / "lijst.html"
    bestand.write_text(inhoud, encoding="utf-8")
    geef(pagina, bestand)
    return kader(pagina)


def test_de_lijst_van_het_dossier_weegt_en_legt_uit(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    pagina.get_by_role("link", name="Bekijk de lijst").click()
    lijst = kader(pagina)

    veld = lijst.get_by_role("spinbutton", name="Wal en schip, gewicht van de 100")
    veld.fill("60")
    veld.press("Enter")
    lijst.locator("#proefzin").get_by_text("op een andere plaats").wait_for()
    lijst.locator(".ranglijst tbody tr[id] a").nth(1).click()
    assert lijst.locator("#paneel").get_by_text("Wat telt mee?").is_visible()
    lijst.locator("#zoek").fill("sekswerkers")
    lijst.locator("#zoek").press("Enter")
    assert lijst.locator("#telling").get_by_text("1 van").is_visible()
    assert pagina.url.endswith("#lijst")


def test_een_link_in_de_lijst_blijft_in_de_lijst(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek()
    lijst = open_lijst(pagina, tmp_path, voorbeeldpagina())

    lijst.get_by_role("link", name="Oplegger").click()

    assert lijst.locator("#oplegger h2").evaluate("(e) => e.getBoundingClientRect().top") < 300
    assert pagina.url.endswith("#lijst")
    assert pagina.locator("#lijstvak iframe").count() == 1


def test_de_lijst_is_te_bewaren_en_af_te_drukken(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek()
    open_lijst(pagina, tmp_path, voorbeeldpagina())

    with pagina.expect_download() as gekregen:
        pagina.get_by_role("button", name="Bewaar als pagina (html)").click()
    assert gekregen.value.path().read_text(encoding="utf-8") == voorbeeldpagina()
    pagina.evaluate(
        "() => { document.querySelector('iframe').contentWindow.print = () => { window.op = 1; }; }"
    )
    pagina.get_by_role("button", name="Afdrukken of PDF").click()
    assert pagina.evaluate("() => window.op") == 1


def test_een_lijst_van_een_andere_versie_is_te_lezen_en_zegt_wat_niet_kan(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek()
    anders = voorbeeldpagina().replace('"use strict";', '"use strict"; top.geraakt = 1;')

    lijst = open_lijst(pagina, tmp_path, anders)

    assert "Deze pagina komt uit een andere versie" in tekst(pagina)
    assert lijst.locator(".ranglijst tbody tr[id]").count() > 20
    assert pagina.evaluate("() => window.geraakt") is None


GEMEEN = """
<meta http-equiv="refresh" content="0;url=https://voorbeeld.invalid/x">
<base href="https://voorbeeld.invalid/"><link rel="stylesheet" href="https://voorbeeld.invalid/a.css">
<img src="https://voorbeeld.invalid/a.png" onerror="top.geraakt = 1">
<iframe src="https://voorbeeld.invalid/"></iframe><a id="weg" href="https://voorbeeld.invalid/"
 target="_top" onclick="top.geraakt = 2">weg</a><svg onload="top.geraakt = 3"><a
 xlink:href="javascript:top.geraakt=4"><text y="20">svg</text></a></svg>
<form action="https://voorbeeld.invalid/"><button id="stuur">stuur</button></form>
<script>top.geraakt = 5;</script><script src="https://voorbeeld.invalid/a.js"></script>
<p style="background:url(https://voorbeeld.invalid/b.png)">stijl</p>
<style>body { background: url(https://voorbeeld.invalid/c.png); }
@import "https://voorbeeld.invalid/d.css";</style>
"""


def test_een_gemene_pagina_doet_niets_en_gaat_nergens_heen(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek(streng=False)
    gemeen = voorbeeldpagina().replace("<main>", f"<main>{GEMEEN}", 1)

    lijst = open_lijst(pagina, tmp_path, gemeen)
    lijst.locator("#weg").click()
    lijst.locator("#stuur").click()
    pagina.wait_for_timeout(300)

    assert pagina.evaluate("() => window.geraakt") is None
    assert pagina.url.startswith("file:")
    assert lijst.locator(".ranglijst tbody tr[id]").count() > 20


def test_de_lijst_van_een_ander_bestand_maakt_weer_plaats(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    open_lijst(pagina, tmp_path, voorbeeldpagina())

    pagina.get_by_role("button", name="Toon de lijst van").click()
    kader(pagina)

    assert pagina.get_by_role("button", name="Toon de lijst van").count() == 0
    ga(pagina, "Waarom")
    assert not pagina.locator("#lijstvak").is_visible()
