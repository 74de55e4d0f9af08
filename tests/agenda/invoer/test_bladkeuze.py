"""Which sheet counts, and what is said of another one with topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import dossier_met, werkmap

from agenda.controleren import controleer_dossier

if TYPE_CHECKING:
    from pathlib import Path

    from regels.melding import Melding

KOP = ["Code", "Titel", "Thema"]
RIJ = ["a1", "A", "wonen"]


def waarschuwingen(map_: Path, *rijen: list[Any], zichtbaar: bool = True) -> list[Melding]:
    """What is said of a workbook with a second sheet that holds these rows."""
    boek = werkmap(KOP, RIJ)
    blad = boek.create_sheet("Onderwerpen_2")
    blad.sheet_state = "visible" if zichtbaar else "hidden"
    for rij in rijen:
        blad.append(rij)
    controle = controleer_dossier(dossier_met(map_, boek))
    assert controle.fout is None
    return [*controle.waarschuwingen]


def test_een_kopie_van_het_blad_met_onderwerpen_wordt_genoemd(tmp_path: Path) -> None:
    (gevonden,) = waarschuwingen(tmp_path, ["Titel erboven"], KOP, ["b1", "B", "wonen"])

    assert str(gevonden.plek) == "onderwerpen.xlsx!Onderwerpen_2"
    assert "alleen het blad «Onderwerpen» telt mee" in gevonden.suggestie


@pytest.mark.parametrize(
    "rijen",
    [
        [["Code", "Titel"], ["samen-dichtbij", "Beleidsplan"]],
        [KOP, ["voorbeeld", "Afspraken over een kortere wachttijd", "wonen"]],
        [KOP],
        [["losse aantekeningen"], [None] * 800 + ["ver weg"]],
    ],
    ids=["lijst met codes", "leeg sjabloon", "alleen koppen", "aantekeningen"],
)
def test_een_blad_zonder_onderwerpen_wordt_niet_genoemd(
    tmp_path: Path, rijen: list[list[Any]]
) -> None:
    assert waarschuwingen(tmp_path, *rijen) == []


def test_een_verborgen_blad_wordt_niet_genoemd(tmp_path: Path) -> None:
    assert waarschuwingen(tmp_path, KOP, ["b1", "B", "wonen"], zichtbaar=False) == []
