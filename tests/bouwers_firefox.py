"""Firefox, driven over WebDriver BiDi: what it says on its own, without a driver beside it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from base64 import b64decode
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from websockets.sync.client import ClientConnection

GEDULD = 240
"""Seconds."""
_WS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_GEBEURTENISSEN = ["network.beforeRequestSent", "log.entryAdded"]
_VOORKEUREN = {"browser.download.folderList": 2, "app.update.disabledForTesting": True}


class Firefox:
    """One window of it, with what its page asked for, and what went wrong there."""

    def __init__(self, verbinding: ClientConnection) -> None:
        self._verbinding, self._nummer = verbinding, 0
        self.gevraagd: list[str] = []
        self.fouten: list[str] = []
        self.doe("session.new", capabilities={})
        self.doe("session.subscribe", events=_GEBEURTENISSEN)
        self._venster = self.doe("browsingContext.getTree")["contexts"][0]["context"]

    def doe(self, methode: str, **woorden: Any) -> Any:
        """One command of the protocol; what happens in the meantime is written down."""
        self._nummer += 1
        vraag = {"id": self._nummer, "method": methode, "params": woorden}
        self._verbinding.send(json.dumps(vraag))
        while (bericht := json.loads(self._verbinding.recv(GEDULD))).get("id") != self._nummer:
            wat, inhoud = bericht.get("method"), bericht.get("params", {})
            if wat == "network.beforeRequestSent":
                self.gevraagd.append(inhoud["request"]["url"])
            elif wat == "log.entryAdded" and inhoud["level"] in ("error", "warn"):
                self.fouten.append(inhoud["text"])
        assert bericht["type"] == "success", bericht
        return bericht["result"]

    def ga(self, adres: str) -> None:
        """Open an address, and wait until all of it is there."""
        self.doe("browsingContext.navigate", context=self._venster, url=adres, wait="complete")

    def reken(self, uitdrukking: str) -> Any:
        """The value of an expression in the page, that may be a promise."""
        vraag = {"expression": f"(async () => JSON.stringify((await ({uitdrukking})) ?? null))()"}
        waar = {"target": {"context": self._venster}, "awaitPromise": True}
        uit = self.doe("script.evaluate", **vraag, **waar)
        assert uit["type"] == "success", uit
        return json.loads(uit["result"]["value"])

    def wacht(self, uitdrukking: str) -> Any:
        """Ask until the answer is something; gives that."""
        einde = time.monotonic() + GEDULD
        while not (waarde := self.reken(uitdrukking)):
            assert time.monotonic() < einde, uitdrukking
            time.sleep(0.1)
        return waarde

    def geef(self, css: str, *paden: Path) -> None:
        """Choose files, in a field for them."""
        zoek = {"type": "css", "value": css}
        vond = self.doe("browsingContext.locateNodes", context=self._venster, locator=zoek)
        veld, namen = {"sharedId": vond["nodes"][0]["sharedId"]}, [str(pad) for pad in paden]
        self.doe("input.setFiles", context=self._venster, element=veld, files=namen)

    def beeld(self) -> bytes:
        """What is in sight, as PNG."""
        uit = self.doe("browsingContext.captureScreenshot", context=self._venster)
        return b64decode(uit["data"])


@contextmanager
def start_firefox(map_: Path) -> Iterator[Firefox]:
    """Firefox in a profile of its own, that saves downloads in a folder; in CI it must be there."""
    gevonden = shutil.which("firefox-esr") or shutil.which("firefox")
    if gevonden is None:
        zeg = pytest.fail if os.environ.get("CI") else pytest.skip
        zeg("geen Firefox op deze machine; op Debian: apt-get install firefox-esr")
    if not os.environ.get("CI"):
        pytest.importorskip("websockets")
    from websockets.sync.client import connect

    profiel = map_ / "profiel"
    profiel.mkdir(parents=True)
    voorkeuren = _VOORKEUREN | {"browser.download.dir": str(map_)}
    regels = (f"user_pref({json.dumps(n)}, {json.dumps(w)});\n" for n, w in voorkeuren.items())
    (profiel / "user.js").write_text("".join(regels), encoding="utf-8")
    opdracht = [gevonden, "--headless", "--remote-debugging-port=0", "--no-remote", "--profile"]
    log = profiel / "stderr.txt"
    with log.open("wb") as doel:
        proces = subprocess.Popen([*opdracht, profiel], stderr=doel, stdout=subprocess.DEVNULL)
    try:
        with connect(f"{_adres(log)}/session", max_size=None) as verbinding:
            yield Firefox(verbinding)
    finally:
        proces.terminate()
        proces.wait(GEDULD)


def _adres(log: Path) -> str:
    einde = time.monotonic() + GEDULD
    while not (vond := _WS.search(log.read_text("utf-8"))):
        assert time.monotonic() < einde, log.read_text("utf-8")
        time.sleep(0.1)
    return vond[1]
