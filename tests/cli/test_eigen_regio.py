"""The chapter «Een eigen regio» is followed to the letter: what it prints is written and run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
from bouwers_eigen_velden import PROFIELEN, VERZONNEN

from agenda.invoer.dossier import lees_dossier
from agenda.invoer.profiel import lees_profiel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest

HOOFDSTUK = Path(__file__).parents[2] / "docs" / "eigen-regio.md"
DEEL = re.compile(
    r"^```(?P<soort>yaml|console)\n(?P<blok>.*?)^```$"
    r"|Verwijder `(?P<weg>[^`]+)`"
    r"|^Blad \*\*(?P<blad>\w+)\*\*:\n\n(?P<tabel>(?:\|[^\n]*\n)+)",
    re.DOTALL | re.MULTILINE,
)
EERSTE_RIJ = {"Onderwerpen": 6, "Leden": 5, "Deelname": 5}
"""Below the headings, and below the example of the template."""


def delen() -> Iterator[re.Match[str]]:
    return DEEL.finditer(HOOFDSTUK.read_text(encoding="utf-8"))


def volg(deel: re.Match[str], draai: Callable) -> None:
    """Do what a part of the chapter says."""
    if deel["weg"]:
        Path(deel["weg"]).unlink()
    elif deel["blad"]:
        vul_in(deel["blad"], deel["tabel"])
    elif deel["soort"] == "yaml":
        eerste, _, inhoud = deel["blok"].partition("\n")
        pad = Path(eerste.removeprefix("# "))
        assert pad.parent.is_dir(), f"{pad} staat in een map die er niet is"
        pad.write_text(inhoud, encoding="utf-8")
    else:
        draai_sessie(deel["blok"], draai)


def vul_in(blad: str, tabel: str) -> None:
    """Fill in a sheet of the template: the cells of a printed table, under their headings."""
    boek = openpyxl.load_workbook("2026/onderwerpen.xlsx")
    kolom = {cel.value: cel.column for cel in boek[blad][4]}
    koppen, _, *rijen = (
        [cel.strip() for cel in rij.strip("|").split("|")] for rij in tabel.strip().split("\n")
    )
    for nummer, cellen in enumerate(rijen, start=EERSTE_RIJ[blad]):
        for kop, cel in zip(koppen, cellen, strict=True):
            boek[blad].cell(nummer, kolom[kop]).value = cel or None
    boek.save("2026/onderwerpen.xlsx")


def draai_sessie(blok: str, draai: Callable) -> None:
    opdracht, *getoond = blok.removeprefix("$ ").splitlines()
    woorden = shlex.split(opdracht)[1:]
    afloop = draai(*woorden)
    stroom = (afloop.uit + afloop.fout).splitlines()
    assert afloop.code in (0, 3), stroom
    volgende = iter(stroom)
    ontbreekt = [r for r in getoond if r != "…" and r not in volgende]
    assert ontbreekt == [], opdracht


def test_wie_het_hoofdstuk_volgt_krijgt_wat_er_staat(
    draai: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "88")

    for deel in delen():
        volg(deel, draai)

    gemaakt, regels = lees_profiel(tmp_path / "bibliotheken-zilverkust")
    bedoeld, bedoelde_regels = lees_profiel(VERZONNEN)
    assert gemaakt.delen == bedoeld.delen
    assert {r.code: r for r in regels.regels} == {r.code: r for r in bedoelde_regels.regels}
    assert regels.indelingen == bedoelde_regels.indelingen
    dossier = lees_dossier(tmp_path / "2026", tmp_path / "bibliotheken-zilverkust").dossier
    voorbeeld = lees_dossier(PROFIELEN / "dossiers" / "bibliotheken-2026", PROFIELEN).dossier
    assert dossier.leden == voorbeeld.leden
    assert dossier.deelname == voorbeeld.deelname
    assert [o.code for o in dossier.onderwerpen] == [o.code for o in voorbeeld.onderwerpen]


def test_elk_bestand_van_het_lege_profiel_komt_in_het_hoofdstuk_voor() -> None:
    leeg = Path(__file__).parents[2] / "agenda" / "leeg-profiel"
    tekst = HOOFDSTUK.read_text(encoding="utf-8")

    for pad in leeg.rglob("*"):
        if pad.is_file():
            assert f"bibliotheken-zilverkust/{pad.relative_to(leeg).as_posix()}" in tekst
