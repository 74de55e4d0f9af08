"""The command line inside the workplace: the same words, the same files, and what is progress."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from cli.werkplekmotor import draai, pak, pak_uit

if TYPE_CHECKING:
    from pathlib import Path

DOSSIER = b"jaar: 2027\n"
ONDERWERPEN = b"""onderwerpen:
  - code: wonen-en-zorg
    titel: Wonen en zorg
    thema: wonen
"""
BESTANDEN = {"2027/dossier.yaml": DOSSIER, "2027/onderwerpen.yaml": ONDERWERPEN}


@pytest.fixture(autouse=True)
def _eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def stil(tekst: str) -> None:
    """Nobody watches."""


def test_een_opdracht_geeft_wat_de_opdrachtregel_geeft() -> None:
    antwoord = draai(["prioriteer", "2027", "--formaat", "json"], BESTANDEN, (), stil)
    assert antwoord["code"] == 0
    assert '"schema": "agenda/ranglijst/1"' in antwoord["uit"]
    assert antwoord["fout"] == ""
    assert antwoord["geschreven"] == {}


def test_wat_een_opdracht_schrijft_komt_terug_met_inhoud() -> None:
    antwoord = draai(["exporteer", "2027", "--als", "csv", "--naar", "uit"], BESTANDEN, (), stil)
    assert antwoord["code"] == 0
    assert sorted(antwoord["geschreven"]) == [
        "uit/.agenda-export.json",
        "uit/strategische-agenda-2027.csv",
    ]
    assert antwoord["geschreven"]["uit/strategische-agenda-2027.csv"].startswith(b"\xef\xbb\xbf")


def test_wat_weg_is_is_ook_voor_een_opdracht_weg() -> None:
    draai(["controleer", "2027"], BESTANDEN, (), stil)
    antwoord = draai(["controleer", "2027"], {}, ["2027/onderwerpen.yaml"], stil)
    assert antwoord["code"] == 3
    assert not os.path.exists("2027/onderwerpen.yaml")  # noqa: PTH110 - only whether it is there


def test_een_lege_map_verdwijnt_met_haar_laatste_bestand(tmp_path: Path) -> None:
    draai(["--version"], {"a/b/c.txt": b"x"}, (), stil)
    draai(["--version"], {}, ["a/b/c.txt"], stil)
    assert list(tmp_path.iterdir()) == []


def test_verkeerd_gebruik_en_foute_invoer_zijn_een_code_en_een_zin() -> None:
    assert draai(["prioriter"], {}, (), stil)["code"] == 2
    antwoord = draai(["prioriteer", "2028"], {}, (), stil)
    assert antwoord["code"] == 3
    assert "2028" in antwoord["fout"]


def test_voortgang_gaat_naar_wie_kijkt_en_niet_in_de_meldingen() -> None:
    rijen = "".join(
        f"  - {{code: code-{n}, titel: Titel {n}, thema: wonen, voorstellen: [14]}}\n"
        for n in range(200)
    )
    veel = {
        "2027/dossier.yaml": DOSSIER,
        "2027/onderwerpen.yaml": f"onderwerpen:\n{rijen}".encode(),
    }
    gezien: list[str] = []
    antwoord = draai(
        ["exporteer", "2027", "--als", "md,csv", "--naar", "uit"], veel, (), gezien.append
    )
    assert antwoord["fout"].startswith("Gemaakt in uit: ")
    assert gezien[-1].endswith("klaar")


def test_een_pad_naar_buiten_wordt_niet_geschreven(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.\."):
        draai(["--version"], {"../weg.txt": b"x"}, (), stil)
    assert not (tmp_path.parent / "weg.txt").exists()


def test_een_dossier_gaat_in_een_zip_en_komt_er_gelijk_uit() -> None:
    zip_ = pak(BESTANDEN, (), "2027")["zip"]
    assert pak({}, (), "2027")["zip"] == zip_
    assert pak_uit(zip_) == {"bestanden": BESTANDEN}


def test_wat_geen_zip_is_wordt_een_zin() -> None:
    assert "niet te lezen" in pak_uit(b"geen zip")["fout"]
