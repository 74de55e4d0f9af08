"""The layout is guarded: each contract is kept, and each is broken by one import of its own.

What goes where stands in docs/besluiten/016-het-huis.md.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOOFDMAP = Path(__file__).parents[1]
CONTRACTEN = tomllib.loads((HOOFDMAP / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]

FOUT: dict[str, tuple[str, str]] = {
    "De opdrachtregel gebruikt de agenda, de agenda gebruikt de regels, nooit andersom": (
        "regels/taal.py",
        "import agenda.kennis.profiel",
    ),
    "Een kamer gebruikt alleen wat eronder staat, en elke kamer heeft haar plaats": (
        "agenda/zolder.py",
        "",
    ),
    "Geen twee delen gebruiken elkaar, ook niet via andere": (
        "cli/lever.py",
        "import cli.prioriteer",
    ),
    "Het domein weet niets van de schijf": (
        "agenda/feiten/boek.py",
        "import agenda.opslag.bestand",
    ),
    "Alleen regels.durable_motor kent durable-rules": (
        "regels/toetser.py",
        "import durable_rules_engine",
    ),
    "Alleen de opdrachtregel kent Typer": ("agenda/nieuw.py", "import typer"),
    "Alleen regels.lezen.yaml leest YAML": ("agenda/invoer/dossier.py", "import yaml"),
    "Alleen wie Excel leest, kent openpyxl": ("agenda/invoer/tabel.py", "import openpyxl"),
    "Alleen wie Excel schrijft, kent XlsxWriter": (
        "agenda/weergave/vormen.py",
        "import xlsxwriter",
    ),
    "Alleen wie Word schrijft, kent python-docx": ("agenda/stuk/opstellen.py", "import docx"),
    "Alleen wie bladzijden zet, kent Typst": ("agenda/exporteren.py", "import typst"),
    "Alleen wie wegingen trekt, kent numpy": ("agenda/robuust/exact.py", "import numpy"),
    "Alleen de oplosser kent HiGHS": ("agenda/jaar/plan.py", "import highspy"),
    "Alleen de tekening kent graphlay": ("agenda/weergave/woorden.py", "import graphlay"),
    "Alleen wie vrije dagen zoekt, kent holidays": ("agenda/jaar/kalender.py", "import holidays"),
    "Alleen wie een kalenderbestand maakt, kent icalendar": (
        "agenda/weergave/vormen.py",
        "import icalendar",
    ),
    "Alleen wie tabellen toont, kent tabulate": ("cli/lever.py", "import tabulate"),
    "Alleen wie woorden afbreekt, kent pyphen": ("agenda/weergave/vormen.py", "import pyphen"),
    "Alleen de samenhang en haar weergave kennen networkx": (
        "agenda/rangorde/ranglijst.py",
        "import networkx",
    ),
}
"""Contract → a file and what is added to it; an empty file is a room without a place."""


def _houdt(map_: Path) -> dict[str, bool]:
    """Which contracts the packages in a folder keep."""
    lint = "from importlinter.cli import lint_imports_command as lint; lint()"
    proces = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache"],
        cwd=map_,
        env={"PYTHONPATH": str(map_), "COLUMNS": "500", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    uitkomsten = [
        tekstregel.rsplit(" ", 1)
        for tekstregel in proces.stdout.splitlines()
        if tekstregel.endswith(("KEPT", "BROKEN"))
    ]
    assert uitkomsten, proces.stdout + proces.stderr
    return {naam: uitkomst == "KEPT" for naam, uitkomst in uitkomsten}


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    for naam in ("regels", "agenda", "cli"):
        shutil.copytree(
            HOOFDMAP / naam, tmp_path / naam, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(HOOFDMAP / "pyproject.toml", tmp_path)
    return tmp_path


def test_elke_afspraak_over_het_huis_heeft_een_fout_die_haar_breekt() -> None:
    assert [contract["name"] for contract in CONTRACTEN] == [*FOUT]


def test_het_huis_houdt_zich_aan_elke_afspraak(kopie: Path) -> None:
    assert _houdt(kopie) == dict.fromkeys(FOUT, True)


@pytest.mark.traag
@pytest.mark.parametrize("afspraak", FOUT)
def test_een_import_op_de_verkeerde_plek_breekt_zijn_eigen_afspraak(
    afspraak: str, kopie: Path
) -> None:
    bestand, erbij = FOUT[afspraak]
    with (kopie / bestand).open("a", encoding="utf-8") as doel:
        doel.write(f"\n{erbij}\n")
    assert not _houdt(kopie)[afspraak]
