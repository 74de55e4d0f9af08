"""The page of an agenda, opened from the file system, without any network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_pagina import pagina_van

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from agenda.uitleg.jaaragenda import Jaaragenda

VENSTER = {"width": 1440, "height": 900}


@pytest.fixture
def open_pagina(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open the page of an agenda from the file system.

    Any error on the page, and anything it fetches beside itself, is a failure.
    """
    fouten: list[str] = []
    eigen: set[str] = set()
    contexten = []

    def open_(agenda: Jaaragenda, **context: object) -> Page:
        bestand = tmp_path / "pagina.html"
        bestand.write_text(pagina_van(agenda), encoding="utf-8")
        eigen.add(bestand.as_uri())
        contexten.append(browser.new_context(**{"viewport": VENSTER} | context))
        pagina = contexten[-1].new_page()
        pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
        pagina.on("console", lambda zin: fouten.append(zin.text))
        pagina.on("request", lambda vraag: fouten.append(vraag.url))
        pagina.goto(bestand.as_uri())
        return pagina

    yield open_
    for context in contexten:
        context.close()
    assert [fout for fout in fouten if fout not in eigen] == []
