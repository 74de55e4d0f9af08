"""What every test may use: golden files for what people read, and how hypothesis searches."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A property goes through the same lines many times: to measure that takes minutes."""
    for test in items:
        if "hypothesis" in test.keywords:
            test.add_marker("no_cover")


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
