"""Colour repeats a word: every outcome, status, place and title, and nothing else."""

from __future__ import annotations

import re
import sys

import pytest

from cli.kleur import gekleurd
from cli.stromen import toont_kleur

TABEL = """Strategische agenda 2027: een lange titel
ranglijst
=========

Plaats       Code
-----------  ----
1 (gedeeld)  ja
2            nee

Gewichten: Wal en schip
1, Veiligheid 1.
"""


@pytest.mark.parametrize(
    ("zin", "woord", "kleur"),
    [
        ("├─ JA · Wal en schip: 1 van 1 punt", "JA", 32),
        ("│  └─ NEE · Veiligheid", "NEE", 31),
        ("│  ├─ ONBEKEND · Veiligheid", "ONBEKEND", 33),
        ("├─ VERDEELD · Veiligheid", "VERDEELD", 33),
        ("├─ Status: niet toegelaten", "niet toegelaten", 31),
        ("├─ Status: toegelaten", "toegelaten", 32),
        ("Niet toegelaten. Raakt alleen Rivierenland.", "Niet toegelaten", 31),
        ("Onbeslist. Moeten de deelregio's hierover afstemmen?", "Onbeslist", 33),
        ("Plaats 1, gedeeld met 3; score 3 van 5", "Plaats 1", 1),
        ("Berekende plaats 4; score 3 van 5", "Berekende plaats 4", 1),
    ],
)
def test_een_woord_krijgt_zijn_kleur(zin: str, woord: str, kleur: int) -> None:
    assert gekleurd(zin) == zin.replace(woord, f"\x1b[{kleur}m{woord}\x1b[0m")


@pytest.mark.parametrize(
    "zin", ["Ja: Afstemming is nodig.", "ja · nee", "Status: onbekend", "1, 2"]
)
def test_een_gewone_zin_krijgt_geen_kleur(zin: str) -> None:
    assert gekleurd(zin) == zin


def test_in_een_tabel_zijn_de_titel_en_de_plaatsen_vet() -> None:
    vet = re.findall("\x1b\\[1m(.*?)\x1b\\[0m", gekleurd(TABEL))

    assert vet == ["Strategische agenda 2027: een lange titel", "ranglijst", "1 (gedeeld)", "2"]


@pytest.mark.parametrize(
    ("omgeving", "systeem", "kleur"),
    [
        ({"TERM": "xterm"}, "linux", True),
        ({"TERM": "xterm", "NO_COLOR": ""}, "linux", True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "linux", False),
        ({"TERM": "dumb"}, "linux", False),
        ({}, "win32", False),
        ({"WT_SESSION": "een"}, "win32", True),
    ],
)
def test_een_terminal_toont_kleur_tenzij_zij_dat_niet_kan_of_wil(
    omgeving: dict[str, str], systeem: str, kleur: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for naam in ("NO_COLOR", "TERM", "WT_SESSION"):
        monkeypatch.delenv(naam, raising=False)
    for naam, waarde in omgeving.items():
        monkeypatch.setenv(naam, waarde)
    monkeypatch.setattr(sys, "platform", systeem)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert toont_kleur() is kleur

    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    assert toont_kleur() is False
