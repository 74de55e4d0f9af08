"""The memo alone: `agenda exporteer --deel oplegger`, and as text for a mail."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"


def test_de_oplegger_komt_in_elke_vorm_van_een_stuk(draai: Callable, tmp_path: Path) -> None:
    afloop = draai("exporteer", KLEIN, "--deel", "oplegger", "--naar", tmp_path)

    assert afloop.code == 0
    namen = {pad.name.partition("oplegger.")[2] for pad in tmp_path.glob("*-oplegger.*")}
    assert namen == {"docx", "pdf", "html", "md", "txt"}


def test_de_pagina_van_de_oplegger_heeft_geen_script(draai: Callable, tmp_path: Path) -> None:
    draai("exporteer", KLEIN, "--deel", "oplegger", "--als", "html", "--naar", tmp_path)

    (pagina,) = tmp_path.glob("*.html")
    tekst = pagina.read_text(encoding="utf-8")
    assert "<h2>Gevraagd</h2>" in tekst
    assert "<script" not in tekst


def test_een_mail_is_alleen_de_oplegger_en_komt_alleen_op_verzoek(
    draai: Callable, tmp_path: Path
) -> None:
    draai("exporteer", KLEIN, "--als", "mail", "--naar", tmp_path)

    (mail,) = (pad for pad in tmp_path.iterdir() if not pad.name.startswith("."))
    assert mail.suffix == ".txt"
    tekst = mail.read_text(encoding="utf-8")
    assert "GEVRAAGD" in tekst
    assert not any(teken in tekst for teken in ("**", "| ---", "##"))


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        (["--deel", "opleger"], "«opleger» is geen deel van dit stuk; bedoelde u «oplegger»?"),
        (["--deel", "zzz"], "Kies uit oplegger, leeswijzer, ranglijst, "),
        (["--deel", "oplegger", "--als", "xlsx"], "«xlsx» is geen vorm van het deel oplegger."),
        (["--deel", "motivering", "--als", "mail"], "«mail» is geen vorm van het deel motivering."),
        (["--deel", "oplegger", "--als", ""], "--als: er staat geen vorm."),
    ],
)
def test_een_deel_of_vorm_die_niet_kan_is_een_fout(
    opties: list[str], zin: str, draai: Callable, tmp_path: Path
) -> None:
    afloop = draai("exporteer", KLEIN, *opties, "--naar", tmp_path)

    assert afloop.code == 2
    assert zin in afloop.fout
    assert list(tmp_path.iterdir()) == []


def test_een_hoofdstuk_kan_apart_in_elke_vorm_die_mensen_lezen(
    draai: Callable, tmp_path: Path
) -> None:
    afloop = draai("exporteer", KLEIN, "--deel", "ranglijst", "--naar", tmp_path)

    assert afloop.code == 0
    namen = sorted(p.name.rpartition("-")[2] for p in tmp_path.glob("[!.]*"))
    assert namen == [f"ranglijst.{vorm}" for vorm in ("docx", "html", "md", "pdf")]
    (tekst,) = (p.read_text(encoding="utf-8") for p in tmp_path.glob("*.md"))
    assert "## De ranglijst" in tekst
    assert "## Gevraagd" not in tekst
    assert "## Motivering" not in tekst
