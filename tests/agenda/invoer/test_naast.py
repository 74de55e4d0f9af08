"""Other files in the folder: a copy beside the file, another name, a file that is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import fout_van, maak_dossier, maak_onderwerp

from agenda.controleren import controleer_dossier

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "naam",
    [
        "onderwerpen (1).xlsx",
        "Kopie van onderwerpen.xlsx",
        "onderwerpen - kopie.csv",
        "Onderwerpen oud.xls",
    ],
)
def test_een_kopie_naast_het_bestand_wordt_genoemd(tmp_path: Path, naam: str) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp()])
    (map_ / naam).write_bytes(b"")

    (waarschuwing,) = controleer_dossier(map_).waarschuwingen

    assert str(waarschuwing.plek) == naam
    assert "alleen onderwerpen.yaml telt mee" in waarschuwing.suggestie


@pytest.mark.parametrize("slot", ["~$onderwerpen.xlsx", ".~lock.onderwerpen.xlsx#"])
def test_een_bestand_dat_nog_open_is_wordt_genoemd(tmp_path: Path, slot: str) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp()], "excel")
    (map_ / "onderwerpen.yaml").unlink(missing_ok=True)
    (map_ / slot).write_bytes(b"")

    (waarschuwing,) = controleer_dossier(map_).waarschuwingen

    assert "opgeslagen" in waarschuwing.suggestie


@pytest.mark.parametrize("naam", ["Agenda 2027.xlsx", "Onderwerpen.XLSX", "onderwerpen def.csv"])
def test_een_bestand_met_een_andere_naam_wordt_genoemd(tmp_path: Path, naam: str) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp()])
    (map_ / "onderwerpen.yaml").unlink()
    (map_ / naam).write_bytes(b"")

    fout = fout_van(map_)

    assert fout.gevonden == "geen bestand"
    assert (naam in fout.suggestie, "Noem het dan" in fout.suggestie) == (True, True)


def test_een_bestand_dat_het_programma_niet_leest_zegt_hoe_op_te_slaan(tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp()])
    (map_ / "onderwerpen.yaml").unlink()
    (map_ / "onderwerpen.ods").write_bytes(b"")

    assert "Opslaan als" in fout_van(map_).suggestie


@pytest.mark.parametrize("naam", ["onderwerpen.ods", "onderwerpen.xls"])
def test_een_bestand_van_een_andere_soort_kan_het_werk_bevatten(tmp_path: Path, naam: str) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp()], "excel")
    (map_ / naam).write_bytes(b"")

    (waarschuwing,) = controleer_dossier(map_).waarschuwingen

    assert "staat uw werk hierin? Dan: open het in Excel of Calc" in waarschuwing.suggestie
    assert "haal" not in waarschuwing.suggestie
