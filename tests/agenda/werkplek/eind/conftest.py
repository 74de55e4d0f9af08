"""The workplace that was built, opened from disk: it may ask for itself, and for nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_eind import GEDULD, KLAAR, VENSTER
from bouwers_motor import motor_alleen, werkplek

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

# What runs in the frame of the list is the script of the program alone: the policy sees to that.
_MAG = ("An iframe which has both allow-scripts and allow-same-origin",)
_EIGEN = ("blob:", "about:srcdoc")


@pytest.fixture(scope="session")
def motor(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with nothing but the engine, for one command after another."""
    bestand = motor_alleen(tmp_path_factory.mktemp("motor") / "motor.html")
    context = browser.new_context()
    context.set_default_timeout(GEDULD)
    pagina = context.new_page()
    pagina.goto(bestand.as_uri())
    pagina.wait_for_function("window.duur || window.reden")
    assert pagina.evaluate("window.reden") is None
    yield pagina
    context.close()


@pytest.fixture
def open_eind(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open the workplace and wait for its engine.

    An error on the page, and anything it asks for beside itself, is a failure.
    """
    fouten: list[str] = []
    contexten = []
    adres = werkplek().as_uri()

    def open_(
        welke: Browser | None = None, *, streng: bool = True, rekent: bool = True, **context: object
    ) -> Page:
        contexten.append((welke or browser).new_context(**{"viewport": VENSTER} | context))
        contexten[-1].set_default_timeout(GEDULD)
        pagina = contexten[-1].new_page()
        if streng:
            pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
            pagina.on("console", lambda zin: fouten.append(zin.text))
            pagina.on("request", lambda vraag: fouten.append(vraag.url))
        pagina.goto(adres)
        if rekent:
            pagina.get_by_text(KLAAR).wait_for()
        return pagina

    yield open_
    for context in contexten:
        context.close()
    assert [f for f in fouten if f != adres and not f.startswith((*_MAG, *_EIGEN))] == []
