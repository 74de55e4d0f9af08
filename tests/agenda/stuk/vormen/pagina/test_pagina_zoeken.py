"""Searching and filtering on the page, and its state in the address."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import BEIDE, maak_onderwerp, ranglijst_van
from bouwers_pagina import veel_onderwerpen, wacht_op_adres
from stukken import voorbeeld

from agenda.uitleg.jaaragenda import Jaaragenda

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag

ZICHTBAAR = """() => [...document.querySelectorAll('table.lijst tbody tr[id]')]
  .filter((rij) => rij.checkVisibility()).map((rij) => rij.id.slice(4))"""
ADRES = "() => decodeURIComponent(location.hash)"


@cache
def veel() -> Jaaragenda:
    return Jaaragenda(ranglijst_van(*veel_onderwerpen(60)))


def telling(pagina: Page) -> str:
    return pagina.locator("#telling").inner_text()


def test_een_thema_kiezen_toont_precies_wat_erbij_hoort_met_het_aantal(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(veel())
    alle = [lid.code for lid in veel().ranglijst.alle]
    assert pagina.evaluate(ZICHTBAAR) == alle

    pagina.get_by_label("Thema", exact=True).select_option("wonen")

    codes = [lid.code for lid in veel().ranglijst.alle if lid.onderwerp.thema == "wonen"]
    assert 0 < len(codes) < len(alle)
    assert pagina.evaluate(ZICHTBAAR) == codes
    assert telling(pagina) == f"{len(codes)} van {len(alle)} onderwerpen"
    assert wacht_op_adres(pagina, "#") == "#thema=wonen"
    pagina.get_by_role("button", name="Toon alles").click()
    pagina.wait_for_function("() => location.hash === ''")
    assert pagina.evaluate(ZICHTBAAR) == alle


def zoekbaar() -> Jaaragenda:
    onderbouwd = {"veiligheid": {"waarde": "ja", "onderbouwing": "Er is overlást bij het station."}}
    return Jaaragenda(
        ranglijst_van(
            maak_onderwerp("een", titel="Eén loket", toelichting="Voor   wie zoekt."),
            maak_onderwerp("twee", titel="Twee loketten", criteria=onderbouwd),
            maak_onderwerp("drie", titel="Iets anders", regios=["rivierenland"]),
        )
    )


@pytest.mark.parametrize(
    ("gezocht", "gevonden"),
    [
        ("wie LOKET zoekt", ["een"]),
        ("LOKET", ["twee", "een"]),
        ("overlast station", ["twee"]),
        ("voor wie zoekt", ["een"]),
        ("raakt alleen", ["drie"]),
        ("<b>", []),
    ],
)
def test_zoeken_gaat_door_alle_teksten_van_een_onderwerp(
    open_pagina: Callable[..., Page], gezocht: str, gevonden: list[str]
) -> None:
    pagina = open_pagina(zoekbaar())
    pagina.get_by_role("searchbox", name="Zoek in alle teksten").fill(gezocht)

    assert pagina.evaluate(ZICHTBAAR) == gevonden
    assert telling(pagina) == f"{len(gevonden)} van 3 onderwerpen"
    assert pagina.locator("#niets").is_visible() is (not gevonden)


def test_een_gemeente_kiezen_toont_wat_haar_raakt_en_wat_dat_nog_kan(
    open_pagina: Callable[..., Page],
) -> None:
    agenda = Jaaragenda(
        ranglijst_van(
            maak_onderwerp("beide", regios=BEIDE),
            maak_onderwerp("een-deel", regios=["rivierenland"]),
            maak_onderwerp("niet-bekend", regios=None),
            maak_onderwerp("ingediend", regios=["rivierenland"], ingediend_door="GM0268"),
            maak_onderwerp("werk", regios=["rivierenland"], inspanning_per={"GM0268": "0,1"}),
        )
    )
    pagina = open_pagina(agenda)
    keuze = pagina.get_by_label("Gemeente", exact=True)

    keuze.select_option(label="Nijmegen")
    assert set(pagina.evaluate(ZICHTBAAR)) == {"beide", "niet-bekend", "ingediend", "werk"}
    assert telling(pagina) == (
        "4 van 5 onderwerpen: wat Nijmegen raakt. Van 1 daarvan is dat nog niet bekend."
    )
    keuze.select_option(label="Tiel")
    assert len(pagina.evaluate(ZICHTBAAR)) == 5


def test_wat_een_gemeente_beoordeelt_raakt_haar(open_pagina: Callable[..., Page]) -> None:
    from bouwers_oordelen import oordelen_van, stemmen

    onderwerpen = [maak_onderwerp("een", regios=["rivierenland"]), maak_onderwerp("twee")]
    rijen = [*stemmen("twee", "veiligheid", "jn"), *stemmen("een", "veiligheid", "j")]
    lijst = ranglijst_van(*onderwerpen, oordelen=oordelen_van(rijen))
    pagina = open_pagina(Jaaragenda(lijst))

    naam = lijst.profiel.regio.leden[0].naam
    pagina.get_by_label("Gemeente", exact=True).select_option(label=naam)
    assert set(pagina.evaluate(ZICHTBAAR)) == {"een", "twee"}


def test_filters_blijven_gelden_met_andere_gewichten(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(veel())
    pagina.get_by_label("Thema", exact=True).select_option("wonen")
    voor = pagina.evaluate(ZICHTBAAR)
    veld = pagina.locator('.stel[data-nummer="0"] input')
    veld.fill("80")
    veld.press("Enter")

    assert sorted(pagina.evaluate(ZICHTBAAR)) == sorted(voor)
    assert pagina.evaluate(ZICHTBAAR) != voor


def test_het_adres_brengt_alles_terug(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld())
    pagina.locator("#zoek").fill("de & het")
    pagina.locator("#zoek").fill("de")
    pagina.get_by_label("Thema", exact=True).select_option("wonen")
    pagina.get_by_label("Gemeente", exact=True).select_option(label="Tiel")
    veld = pagina.locator('.stel[data-nummer="1"] input')
    veld.fill("40")
    veld.press("Enter")
    eerste = pagina.evaluate(ZICHTBAAR)[0]
    pagina.locator(f"#rij-{eerste} a").click()
    stand = """() => [[...document.querySelectorAll('.lijst tr')].map((rij) => [
        rij.hidden, rij.className, rij.textContent]).join(),
      document.getElementById('paneel').textContent, document.getElementById('te-zien').hidden,
      ...[...document.querySelectorAll('#balk select, #zoek, .stel input')].map((e) => e.value)]"""
    toen = pagina.evaluate(stand)
    adres = pagina.evaluate(ADRES)
    assert adres.startswith(f"#weging=3-8-3-3-3&onderwerp={eerste}&thema=wonen&gemeente=GM")
    assert adres.endswith("&zoek=de")

    pagina.reload()
    assert pagina.evaluate(stand) == toen
    pagina.evaluate("() => { location.hash = ''; }")
    pagina.wait_for_function("() => document.getElementById('zoek').value === ''")
    assert len(pagina.evaluate(ZICHTBAAR)) == len(voorbeeld().ranglijst.alle)
    pagina.go_back()
    pagina.wait_for_function("() => document.getElementById('zoek').value === 'de'")
    assert pagina.evaluate(stand)[1:] == toen[1:]


@pytest.mark.parametrize(
    "onzin",
    [
        "weging=1-2",
        "weging=0-0-0-0-0",
        "weging=101-1-1-1-1",
        "weging=1-1-1-1-x",
        "onderwerp=bestaat-niet",
        "thema=bestaat-niet&gemeente=GM9999&wat=%3Cscript%3E",
        "onderwerp-bestaat-niet",
        "=&&%E0%A4%A",
    ],
)
def test_wat_in_het_adres_niet_klopt_telt_niet(
    open_pagina: Callable[..., Page], onzin: str
) -> None:
    pagina = open_pagina(voorbeeld())
    voor = pagina.locator("#lijsten").text_content()
    pagina.evaluate("(adres) => { location.hash = adres; }", onzin)
    pagina.reload()

    assert pagina.locator("#lijsten").text_content() == voor
    assert not pagina.locator("#proef").is_visible()
    assert pagina.locator("#paneel").inner_text() == ""
