"""The page on paper: the list on one sheet, then everything, unfolded; or one topic alone."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from bouwers_agenda import ranglijst_uit
from bouwers_pagina import plat
from stukken import voorbeeld

from agenda.uitleg.jaaragenda import Jaaragenda

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag

VEERTIG = Path(__file__).parents[4] / "voorbeeld-42"


def bladen(pagina: Page) -> list[str]:
    """The text of each sheet."""
    with pypdfium2.PdfDocument(io.BytesIO(pagina.pdf(prefer_css_page_size=True))) as pdf:
        return [plat(blad.get_textpage().get_text_bounded()) for blad in pdf]


def test_de_lijst_past_op_een_blad_in_leesbare_letters(open_pagina: Callable[..., Page]) -> None:
    agenda = Jaaragenda(ranglijst_uit(VEERTIG))
    pagina = open_pagina(agenda)
    eerste, tweede, *_ = bladen(pagina)

    assert all(lid.titel.split()[0] in eerste for lid in agenda.ranglijst.toegelaten)
    assert "Hier loopt de grens van de top 10." in eerste
    assert "Nog onbeslist (6): " in eerste
    assert tweede.startswith("Onbeslist")
    pagina.emulate_media(media="print")
    letters = pagina.evaluate(
        """() => [...document.querySelectorAll('.ranglijst :is(a, .nu, .kans, .namen .c)')]
          .map((e) => parseFloat(getComputedStyle(e).fontSize))"""
    )
    assert min(letters) >= 9.5  # CSS pixels: a little over seven points


def test_op_papier_staat_alles_uitgevouwen_en_niets_om_te_bedienen(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    pagina.get_by_label("Thema", exact=True).select_option("wonen")
    tekst = " ".join(bladen(pagina))

    for lid in voorbeeld().ranglijst.alle:
        assert tekst.count(plat(lid.titel).split()[0]) > 0
    assert tekst.count("Kleinste verandering.") == len(voorbeeld().ranglijst.alle)
    pagina.emulate_media(media="print")
    zichtbaar = pagina.locator("table.lijst tbody tr[id]:visible").count()
    assert zichtbaar == len(voorbeeld().ranglijst.alle)
    for keuze in ("form", "nav", "summary", ".sla-over", "button", "input"):
        assert pagina.locator(f"{keuze}:visible").count() == 0


def drukt(pagina: Page, knop: str) -> list[str]:
    """What comes out of the printer when somebody presses a button."""
    pagina.evaluate("() => { window.print = () => { window.gedrukt = document.body.className; }; }")
    pagina.get_by_role("button", name=knop).click()
    pagina.evaluate("() => { document.body.className = window.gedrukt; }")
    return bladen(pagina)


def test_de_knop_drukt_de_lijst_alleen(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(Jaaragenda(ranglijst_uit(VEERTIG)))

    (blad,) = drukt(pagina, "Afdrukken")
    assert "Hoe zeker is deze plaats?" in blad


def test_een_onderwerp_dat_open_staat_gaat_ook_alleen(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld())
    pagina.locator("#rij-meldpunt-wvggz a").click()
    tekst = " ".join(drukt(pagina, "Druk dit onderwerp af"))

    assert "Wat telt mee?" in tekst
    assert "Kleinste verandering." in tekst
    assert "Hoe zeker is deze plaats?" not in tekst
