"""openpyxl is loaded for a part, and who needs the rest of it notices nothing."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment

if TYPE_CHECKING:
    from pathlib import Path

LEES = (
    "from agenda.invoer import werkmaplezer as w; boek = w.open_werkmap(open({pad!r}, 'rb').read())"
)
SCHRIJF = (
    "import openpyxl; boek = openpyxl.load_workbook({pad!r});"
    "boek.active['A1'].style = 'Good'; boek.active.append([boek.active._charts[0].tagname]);"
    "boek.save({uit!r})"
)
DEEL = "openpyxl.chart openpyxl.pivot openpyxl.writer.excel openpyxl.styles.builtins et_xmlfile"


@pytest.fixture
def pad(tmp_path: Path) -> str:
    """A workbook with a chart, a note, and a sheet that is a chart."""
    boek = Workbook()
    blad = boek.active
    assert blad is not None
    for rij in (["a", "b"], [1, 2], [3, 4]):
        blad.append(rij)
    blad["A2"].comment = Comment("Een opmerking", "iemand")
    for waar in (blad, boek.create_chartsheet("Grafiek")):
        grafiek = BarChart()
        grafiek.add_data(Reference(blad, min_col=1, min_row=1, max_row=3))
        waar.add_chart(grafiek)
    boek.save(tmp_path / "boek.xlsx")
    return str(tmp_path / "boek.xlsx")


def doe(*opdrachten: str) -> list[str]:
    """Run this in a process of its own, where nothing is loaded yet; the words that it says."""
    code = ";".join(("import sys", *opdrachten))
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert klaar.stderr == ""
    return klaar.stdout.split()


def delen(pad: Path) -> dict[str, bytes]:
    """What is in a workbook, but for when it was written."""
    with zipfile.ZipFile(pad) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist() if naam != "docProps/core.xml"}


def test_lezen_laadt_van_openpyxl_alleen_wat_het_nodig_heeft(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "leeg.xlsx")

    geladen = doe(
        LEES.format(pad=str(tmp_path / "leeg.xlsx")),
        f"print('openpyxl' in sys.modules, *{set(DEEL.split())!r} & set(sys.modules))",
    )

    assert geladen == ["True"]


def test_een_blad_dat_een_grafiek_is_wordt_gelezen(pad: str) -> None:
    gelezen = doe(
        LEES.format(pad=pad),
        "print(*boek.sheetnames, len(boek.chartsheets[0]._charts))",
        "print('openpyxl.chart' in sys.modules)",
    )

    assert gelezen == ["Sheet", "Grafiek", "1", "True"]


def test_na_het_lezen_schrijft_openpyxl_hetzelfde_als_anders(pad: str, tmp_path: Path) -> None:
    doe(LEES.format(pad=pad), SCHRIJF.format(pad=pad, uit=str(tmp_path / "na.xlsx")))
    zonder_lxml = "sys.modules['lxml'] = None"  # it only puts spaces in other places
    doe(zonder_lxml, SCHRIJF.format(pad=pad, uit=str(tmp_path / "anders.xlsx")))

    na, anders = (delen(tmp_path / naam) for naam in ("na.xlsx", "anders.xlsx"))
    assert na == anders
    assert any("chart" in naam for naam in na)
    assert any("comments" in naam for naam in na)


def test_een_openpyxl_die_meer_nodig_heeft_wordt_heel_geladen(pad: str) -> None:
    gelezen = doe(
        "from agenda.invoer import werkmaplezer",
        "werkmaplezer._LATER += ('openpyxl.descriptors.serialisable',)",
        LEES.format(pad=pad),
        "print(*boek.sheetnames, 'openpyxl.pivot' in sys.modules)",
    )

    assert gelezen == ["Sheet", "Grafiek", "True"]
