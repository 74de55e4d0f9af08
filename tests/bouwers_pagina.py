"""The page as tests read it: parsed strictly, and text as a reader sees it."""

from __future__ import annotations

import os
import random
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import html5lib
from bouwers_agenda import BEIDE, CRITERIA, maak_onderwerp, ranglijst_van
from stukken import voorbeeld

from agenda.stuk.opstellen import stel_stuk_op
from agenda.stuk.vormen.pagina.pagina import maak_pagina
from agenda.uitleg.jaaragenda import Jaaragenda

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from bouwers_agenda import Rauw
    from playwright.sync_api import Page

LASTIG = {
    "script": "<script>alert(1)</script> & \"meer\" 'zo'",
    "sluit": "</title></style></script><img src=x onerror=alert(1)>",
    "formule": "=cmd|' /C calc'!A0",
    "lang": "heel " * 59 + "lang!",
    "woord": "a" * 300,
    "rtl": "שלום עולם مرحبا",
    "emoji": "Samen 👩‍👩‍👧 verder 🎉",
    "accent": "Één regio",
    "md": "**vet** [link](javascript:alert(1)) `x`",
}
"""Titles that some program would take for more than text."""


@cache
def voorbeeldpagina() -> str:
    """The page of the example."""
    return pagina_van(voorbeeld())


def pagina_van(agenda: Jaaragenda) -> str:
    """The page of an agenda."""
    return maak_pagina(agenda, stel_stuk_op(agenda))


def lastige_agenda() -> Jaaragenda:
    """Topics with titles and reasons that some program would take for more than text."""
    return Jaaragenda(
        ranglijst_van(
            *(
                maak_onderwerp(code, titel=titel, toelichting=titel, criteria=["veiligheid"])
                for code, titel in LASTIG.items()
            ),
            maak_onderwerp("onbeslist", titel=LASTIG["script"], regios=None),
            maak_onderwerp("afgewezen", titel=LASTIG["sluit"], regios=["rivierenland"]),
        )
    )


def veel_onderwerpen(aantal: int) -> list[Rauw]:
    """Topics of all kinds, the same ones every time."""
    kans = random.Random(aantal)
    themas = [thema.code for thema in voorbeeld().ranglijst.profiel.themas]
    return [
        maak_onderwerp(
            f"onderwerp-{nummer}",
            titel=f"{kans.choice(('Wonen', 'Zorg', 'Één loket', 'zorg'))} in wijk {nummer % 97}",
            thema=kans.choice(themas),
            voorstellen=kans.sample(range(1, 26), kans.randrange(3)),
            regios=kans.choice((BEIDE, BEIDE, BEIDE, None, ["rivierenland"])),
            criteria={code: kans.choice(("ja", "nee", "onbekend")) for code in CRITERIA},
            afhankelijk_van=[f"onderwerp-{nummer - 1}"] if nummer % 5 == 1 else [],
        )
        for nummer in range(aantal)
    ]


def lees_pagina(pagina: str) -> Element:
    """The tree of a page; the smallest fault in its form is a failure."""
    ontleder = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    wortel: Element = ontleder.parse(pagina)
    return wortel


def met_id(wortel: Element, naam: str) -> Element:
    """The one element with this name."""
    (element,) = (e for e in wortel.iter() if e.get("id") == naam)
    return element


def met_klasse(wortel: Element, klasse: str) -> list[Element]:
    """All elements with this class."""
    return [e for e in wortel.iter() if klasse in (e.get("class") or "").split()]


def tekst_van(element: Element) -> str:
    """What stands in an element, on one line."""
    return plat("".join(_stukken(element)))


def _stukken(element: Element) -> list[str]:
    delen = [element.text or ""]
    for kind in element:
        delen += [" ", *_stukken(kind), " ", kind.tail or ""]
    return delen


def plat(tekst: str) -> str:
    """Text with each gap as one space."""
    return " ".join(tekst.split())


def rijen_van(wortel: Element) -> list[dict[str, Any]]:
    """The rows of the ranked list on the page, as a reader sees them."""
    rijen = []
    for rij in met_id(wortel, "ranglijst").iterfind(".//table/tbody/tr[@id]"):
        if "plaats" not in (rij[0].get("class") or ""):
            continue
        link = rij.find("th/a")
        assert link is not None
        rijen.append(
            {
                "code": (rij.get("id") or "").removeprefix("rij-"),
                "titel": tekst_van(link),
                "href": link.get("href"),
                "plaats": tekst_van(met_klasse(rij[0], "nu")[0]),
                "samen": tekst_van(met_klasse(rij[0], "gedeeld")[0]),
                "antwoorden": [tekst_van(cel) for cel in met_klasse(rij, "c")],
                "punten": tekst_van(met_klasse(rij, "samen")[0]),
                "strook": tekst_van(met_klasse(rij, "strook")[0]),
                "kans": [tekst_van(cel) for cel in met_klasse(rij, "kans")],
                "merken": [tekst_van(e) for k in ("na", "afwijking") for e in met_klasse(rij, k)],
            }
        )
    return rijen


def wacht_op_adres(pagina: Page, begin: str) -> str:
    """Wait until the address holds a state that begins so; it is written once weighing rests."""
    lees = "() => decodeURIComponent(location.hash)"
    pagina.wait_for_function(f"(begin) => ({lees})().startsWith(begin)", arg=begin)
    adres: str = pagina.evaluate(lees)
    return adres


_LABELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _axe() -> str:
    """The check: the one that is installed, or a newer one that stands in AXE."""
    if eigen := os.environ.get("AXE"):
        return Path(eigen).read_text(encoding="utf-8")
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


_GEZIEN = frozenset({"color-contrast", "document-title", "html-has-lang", "link-name"})


def keur(pagina: Page, gezien: frozenset[str] = _GEZIEN) -> list[str]:
    """What axe-core holds against the page as it now stands.

    Args:
        gezien: rules that must have found something to judge; else the check itself has not run.
    """
    pagina.evaluate(_axe())
    uit = pagina.evaluate(
        """(labels) => axe.run(document, {
          runOnly: {type: 'tag', values: labels}, iframes: false, resultTypes: ['violations']})""",
        _LABELS,
    )
    geslaagd = {regel["id"] for regel in uit["passes"]}
    assert geslaagd >= gezien
    return [
        f"{regel['id']}: {knoop['target']} {knoop['failureSummary']}"
        for regel in uit["violations"]
        for knoop in regel["nodes"]
    ]
