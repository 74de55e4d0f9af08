"""The browser of the system, for tests that look at a page: without any network."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType

_NAMEN = ("chromium", "chromium-browser", "google-chrome")
_UIT = (
    # What Playwright switches off itself; the last list that a browser is given is the one it has.
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"),
    *("OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"),
    # Each window prepares two pages for its address bar: a third of the time of these tests.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
)
_OPTIES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(_UIT)}",
)


def start_browser(soort: BrowserType, *opties: str) -> Browser:
    """The browser of this machine; in CI its absence is a failure."""
    gevonden = next(filter(None, map(shutil.which, _NAMEN)), None)
    if gevonden is None:
        zeg = pytest.fail if os.environ.get("CI") else pytest.skip
        zeg("geen Chromium op deze machine; op Debian: apt-get install chromium")
    return soort.launch(executable_path=gevonden, args=[*_OPTIES, *opties])
