"""What the README and the manual show of the program is what the program says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bouwers_samenvoegen import maak_dertien
from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROJECT = Path(__file__).parents[2]
HANDLEIDING = Path(__file__).parent / "dossier-handleiding"
OORDELEN = Path(__file__).parent / "dossier-oordelen"
SESSIE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def sessies(document: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each command in a document, with the lines shown below it."""
    for blok in SESSIE.findall((PROJECT / document).read_text(encoding="utf-8")):
        for opdracht in re.split(r"^\$ ", blok, flags=re.MULTILINE)[1:]:
            eerste, *getoond = opdracht.splitlines()
            yield shlex.split(eerste)[1:], [regel for regel in getoond if regel != "…"]


@pytest.mark.traag
@pytest.mark.parametrize(("document", "breedte"), [("README.md", 100), ("docs/handleiding.md", 88)])
def test_wat_een_document_laat_zien_zegt_het_programma_ook(
    document: str,
    breedte: int,
    draai: Callable,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", str(breedte))
    shutil.copytree(PROJECT / "voorbeelden", "voorbeelden")
    shutil.copytree(OORDELEN, "2028")

    for woorden, getoond in sessies(document):
        if any(" fouten in " in regel for regel in getoond):
            vul_met_fouten(Path("2027/onderwerpen.xlsx"))
        elif woorden[0] == "samenvoegen" and not Path("werkmappen").exists():
            maak_dertien(tmp_path / "dertien").rename("werkmappen")
        elif document != "README.md" and woorden[0] != "nieuw":
            shutil.copytree(HANDLEIDING, "2027", dirs_exist_ok=True)
        afloop = draai(*woorden)
        stroom = iter((afloop.uit + afloop.fout).splitlines())
        assert [regel for regel in getoond if regel not in stroom] == [], " ".join(woorden)


def vul_met_fouten(pad: Path) -> None:
    """Fill in a fresh template as the manual shows it: with faults."""
    boek = load_workbook(pad)
    blad = boek["Onderwerpen"]
    for rij in range(6, 10):
        blad[f"A{rij}"], blad[f"B{rij}"], blad[f"D{rij}"] = f"rij-{rij}", "Een titel", "wonen"
    blad["D6"], blad["F7"], blad["H7"], blad["AE9"] = "woonen", "26", "misschien", "ongeveer 5000"
    boek.save(pad)
