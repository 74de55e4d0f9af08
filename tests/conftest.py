"""What every test may use: golden files for what people read, and how hypothesis searches."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import regelmap_van

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from agenda.kennis.profiel import Profiel
    from regels.regelset import Regelset

# CI repeats the same search every time, and looks longer; a developer's machine looks further
# with every run.
_IN_CI = bool(os.environ.get("CI"))
settings.register_profile(
    "agenda", deadline=None, derandomize=_IN_CI, max_examples=100 if _IN_CI else 40
)
settings.load_profile("agenda")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--werk-bij",
        action="store_true",
        help="schrijf de verwachte uitvoer opnieuw; lees daarna wat er veranderde (git diff)",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--werk-bij") and os.environ.get("CI"):
        raise pytest.UsageError("--werk-bij mag niet in CI: daar liggen de verwachtingen vast")


_gelezen: dict[bytes, tuple[Profiel, Regelset]] = {}
"""What profiles say, by what stands in their files."""


def _lees_profiel(map_: Path) -> tuple[Profiel, Regelset]:
    """As `lees_profiel`; a profile with the same files is read once per process."""
    inhoud = sha256(map_.resolve().name.encode())
    for deel in (map_, regelmap_van(map_)):
        for pad in sorted(pad for pad in deel.rglob("*") if pad.is_file()):
            inhoud.update(f"{pad.relative_to(deel)}\0{pad.stat().st_size}\0".encode())
            inhoud.update(pad.read_bytes())
    sleutel = inhoud.digest()
    if sleutel not in _gelezen:
        _gelezen[sleutel] = lees_profiel(map_)
    return _gelezen[sleutel]


@pytest.fixture(scope="session", autouse=True)
def _gelijke_profielen_eenmaal() -> Iterator[None]:
    """A third of the time of all tests went to reading the same few profiles."""
    with pytest.MonkeyPatch.context() as anders:
        for module in ("dossier", "profielkeuze", "registercontrole"):
            anders.setattr(f"agenda.invoer.{module}.lees_profiel", _lees_profiel)
        for module in ("nieuw", "bekrachtigen"):
            anders.setattr(f"agenda.{module}.lees_profiel", _lees_profiel)
        yield


@pytest.fixture(scope="session", autouse=True)
def _geen_stroomuitval() -> Iterator[None]:
    """No test loses its power: nothing waits until the disk has everything, with all else on it."""
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr("os.fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of this machine, one for all tests: a process can drive Playwright only once."""
    from bouwers_browser import start_browser
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = start_browser(playwright.chromium)
        yield browser
        browser.close()


@pytest.fixture
def goud(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with the golden file at a path; with --werk-bij, write the file."""
    werk_bij = request.config.getoption("--werk-bij")

    def vergelijk(pad: Path, tekst: str) -> None:
        if werk_bij:
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(tekst, encoding="utf-8", newline="\n")
        assert pad.exists(), f"{pad.name} is er nog niet: draai pytest --werk-bij en lees het na"
        assert tekst == pad.read_text(encoding="utf-8")

    return vergelijk
