"""What people changed in an exported file is not lost."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
LIJST = ".agenda-export.json"
MD, CSV = "strategische-agenda-2027.md", "strategische-agenda-2027.csv"


@pytest.fixture
def exporteer(draai: Callable, tmp_path: Path) -> Callable:
    def exporteer(*args: object, als: str = "md,csv") -> object:
        return draai("exporteer", KLEIN, "--als", als, "--naar", tmp_path / "uit", *args)

    return exporteer


@pytest.fixture
def uit(exporteer: Callable, tmp_path: Path) -> Path:
    assert exporteer().code == 0
    return tmp_path / "uit"


def test_de_lijst_noemt_elk_bestand_met_zijn_vingerafdruk(uit: Path, exporteer: Callable) -> None:
    assert exporteer(als="json").code == 0

    lijst = json.loads((uit / LIJST).read_text("utf-8"))
    verwacht = {
        pad.name: hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in uit.iterdir()
        if pad.name != LIJST
    }
    assert len(lijst) == 3
    assert lijst == verwacht


def test_een_tweede_export_over_eigen_werk_gaat_gewoon(uit: Path, exporteer: Callable) -> None:
    assert exporteer().code == 0


WAT = {
    "met de hand veranderd": lambda uit: (uit / MD).write_text("mijn werk", "utf-8"),
    "van een ander": lambda uit: (uit / "strategische-agenda-2027.json").write_text("{}", "utf-8"),
    "zonder lijst, van een eerdere versie": lambda uit: (
        (uit / LIJST).unlink(),
        (uit / MD).write_text("wat een eerdere versie schreef", "utf-8"),
    ),
    "een lijst die geen lijst is": lambda uit: (uit / LIJST).write_text("[" * 10_000, "utf-8"),
    "een lijst met andere waarden": lambda uit: (uit / LIJST).write_text('{"a": 1}', "utf-8"),
    "een map": lambda uit: ((uit / MD).unlink(), (uit / MD).mkdir()),
}
if os.name != "nt":
    WAT["een leiding"] = lambda uit: ((uit / MD).unlink(), os.mkfifo(uit / MD))


@pytest.mark.traag
@pytest.mark.parametrize("wat", WAT)
def test_wat_het_programma_niet_zelf_schreef_blijft_staan(
    wat: str, uit: Path, exporteer: Callable, geen_engels: Callable
) -> None:
    WAT[wat](uit)
    voor = {p.name: p.read_bytes() for p in uit.iterdir() if p.is_file()}

    afloop = exporteer(als="md,csv,json")

    assert (afloop.code, afloop.uit) == (5, "")
    assert {p.name: p.read_bytes() for p in uit.iterdir() if p.is_file()} == voor
    geen_engels(afloop.fout)
    if wat not in ("een map", "een leiding"):
        assert "--vervang" in afloop.fout
        assert exporteer("--vervang", als="md,csv,json").code == 0
        assert exporteer(als="md,csv,json").code == 0


def test_nieuwe_stukken_naast_een_oude_lijst_maakt_de_volgende_keer_af(
    uit: Path, exporteer: Callable
) -> None:
    oud = dict.fromkeys((MD, CSV), "0" * 64)
    (uit / LIJST).write_text(json.dumps(oud), "utf-8")  # as a run leaves it that was killed

    assert exporteer().code == 0
    assert "0" * 64 not in (uit / LIJST).read_text("utf-8")
