"""The workplace opened from the file system, with the program running beside the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_werkplek import blad, koppel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

VENSTER = {"width": 1366, "height": 768}
# What runs in the frame is the script of the program alone: the policy sees to that.
_MAG = ("An iframe which has both allow-scripts and allow-same-origin",)
_EIGEN = ("file:", "blob:", "data:", "about:")


@pytest.fixture
def open_werkplek(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open the workplace; an error on the page, or anything it fetches, is a failure."""
    fouten: list[str] = []
    contexten = []

    def open_(welke: Browser | None = None, *, streng: bool = True, **context: object) -> Page:
        bestand = tmp_path / "agenda.html"
        bestand.write_text(blad(), encoding="utf-8")
        contexten.append((welke or browser).new_context(**{"viewport": VENSTER} | context))
        pagina = contexten[-1].new_page()
        pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
        if streng:
            pagina.on("console", lambda zin: fouten.append(zin.text))
        pagina.on("request", lambda vraag: fouten.append(vraag.url))
        koppel(pagina)
        pagina.goto(bestand.as_uri())
        return pagina

    yield open_
    for context in contexten:
        context.close()
    assert [fout for fout in fouten if not fout.startswith((*_MAG, *_EIGEN))] == []
