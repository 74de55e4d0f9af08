"""In an adopted agenda with a deviation every place is the adopted one, or is called calculated."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import maak_dossier, maak_onderwerp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAG = "2027-01-15"


@pytest.fixture
def besluit(tmp_path: Path, draai: Callable) -> Path:
    """Calculated: a, b, c, d; adopted: d, a, b, c. Each needs the one before it."""
    criteria = ["wetswijziging", "wal-en-schip", "veiligheid", "laaghangend-fruit"]
    onderwerpen = [
        maak_onderwerp(f"o{letter}", titel=f"Onderwerp {letter}", criteria=criteria[nr:], **na)
        for nr, (letter, na) in enumerate(
            [
                ("a", {}),
                ("b", {"afhankelijk_van": ["oa"]}),
                ("c", {"afhankelijk_van": ["ob"]}),
                ("d", {}),
            ]
        )
    ]
    dossier = maak_dossier(tmp_path / "2027", onderwerpen)
    args = ("--door", "Colleges", "--datum", DAG, "--als", "md,csv,json,html,xlsx")
    afloop = draai("vaststellen", dossier, *args, "--afwijking", "od:1:De raad vroeg hierom")
    assert afloop.code == 0, afloop.fout
    return dossier / "besluiten" / DAG


@pytest.mark.parametrize(
    "opdracht",
    [["prioriteer"], ["prioriteer", "--formaat", "md"], ["samenhang"], ["waarom", "oc"]],
)
def test_kan_pas_na_noemt_de_vastgestelde_plaats(
    opdracht: list[str], besluit: Path, draai: Callable
) -> None:
    eerste, *rest = opdracht
    code = [rest.pop(0)] if eerste == "waarom" else []
    uit = draai(eerste, *code, besluit, *rest).uit

    assert re.search(r"\(?ob\)?( \(|: )plaats 3", uit)
    assert not re.search(r"\(?ob\)?( \(|: )plaats 2", uit)


def test_de_volgorde_van_uitvoering_gebruikt_de_vastgestelde_plaats(
    besluit: Path, draai: Callable
) -> None:
    uit = json.loads(draai("samenhang", besluit, "--formaat", "json").uit)

    volgorde = [deel if isinstance(deel, str) else deel["code"] for deel in uit["volgorde"]]
    assert volgorde == ["od", "oa", "ob", "oc"]
    assert uit["afwijkingen"] == [{"code": "od", "plaats": 1, "berekend": 4}]
    tabel = draai("samenhang", besluit).uit
    assert "Onderwerp d: vastgesteld op plaats 1, berekend is plaats 4." in tabel
    for vorm in ("svg", "graphml"):
        assert draai("samenhang", besluit, "--formaat", vorm).code == 0


def test_tegenover_zegt_de_vastgestelde_en_de_berekende_plaats(
    besluit: Path, draai: Callable
) -> None:
    uit = draai("waarom", "od", besluit, "--tegenover", "oa").uit

    assert "Vastgesteld: od (plaats 1) staat boven oa (plaats 2)" in uit
    assert "od: Vastgesteld op plaats 1, berekend is plaats 4. Reden: De raad vroeg hierom" in uit
    assert "oa: Vastgesteld op plaats 2, berekend is plaats 1." in uit
    assert "in de berekende volgorde" in uit
    onderwerpen = json.loads(
        draai("waarom", "od", besluit, "--tegenover", "oa", "--formaat", "json").uit
    )["onderwerpen"]
    assert [(o["plaats"], o["vastgestelde_plaats"]) for o in onderwerpen] == [(4, 1), (1, 2)]


def test_waarom_noemt_de_berekende_plaats_zo(besluit: Path, draai: Callable) -> None:
    uit = draai("waarom", "oa", besluit).uit

    assert "Berekende plaats 1" in uit
    assert "Vastgesteld op plaats 2" in uit


def test_het_stuk_noemt_elke_afwijking_en_spreekt_zich_niet_tegen(besluit: Path) -> None:
    stuk = (besluit / "strategische-agenda-2027.md").read_text("utf-8")
    kort = stuk.partition("## Kern")[2].partition("\n## ")[0]

    assert "| 1 | Onderwerp d want: " in kort
    assert "anders: berekend is plaats 4. " in kort
    assert "kan pas na plaats 3" in stuk
    assert "Kan pas na ‘Onderwerp b’ (plaats 3" in stuk
    assert "Kan pas na ‘Onderwerp b’ (plaats 2)" not in stuk
    assert "| Berekend | Onderwerp |" in stuk


@pytest.mark.parametrize("opdracht", ["robuust", "gewichten"])
def test_wat_over_de_berekende_volgorde_gaat_zegt_dat(
    opdracht: str, besluit: Path, draai: Callable
) -> None:
    assert "dit gaat over de berekende volgorde" in draai(opdracht, besluit).fout
    assert draai(opdracht, besluit.parent.parent).fout == ""


def test_twee_die_een_plaats_delen_staan_op_titel(tmp_path: Path, draai: Callable) -> None:
    onderwerpen = [
        maak_onderwerp("een", titel="Zee", criteria=["veiligheid"]),
        maak_onderwerp("twee", titel="Aarde", criteria=[]),
        maak_onderwerp("drie", titel="Maan", criteria=["veiligheid", "wal-en-schip"]),
    ]
    dossier = maak_dossier(tmp_path / "2027", onderwerpen)
    args = ("--door", "Colleges", "--datum", DAG, "--als", "csv")
    samen = ("--afwijking", "een:2:x", "--afwijking", "twee:2:x")
    assert draai("vaststellen", dossier, *args, *samen).code == 0

    uit = json.loads(draai("prioriteer", dossier / "besluiten" / DAG, "--formaat", "json").uit)
    assert [deel["code"] for deel in uit["ranglijst"]] == ["drie", "twee", "een"]
