"""The order of the criteria and the limits of their weights, as people type them in a table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from bouwers_agenda import CRITERIA, meegeleverd
from hypothesis import given
from hypothesis import strategies as st

from agenda.invoer.csv_bestand import lees_csv
from agenda.invoer.excel import lees_excel
from agenda.invoer.tabel import lees_tabel
from agenda.invoer.tabelvorm import grenzentabel, onderwerptabel, voorkeurentabel
from agenda.invoer.weegtabellen import grenzen_uit, voorkeuren_uit
from agenda.onderwerp.invullijst import invullijst

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.invoer.weegtabellen import Gegeven
    from regels.melding import Melding

PROFIEL = meegeleverd()[0]
VOORKEUREN = voorkeurentabel(PROFIEL, CRITERIA)
GRENZEN = grenzentabel(CRITERIA)
KOPPEN = ["Gemeente", *CRITERIA.values()]
GRENSKOPPEN = ["Criterium", "Minstens (%)", "Hoogstens (%)"]


def voorkeuren(*rijen: list[Any], koppen: list[Any] = KOPPEN) -> tuple[dict[str, Gegeven], list]:
    meldingen: list[Melding] = []
    genummerd = enumerate([koppen, *rijen], start=1)
    gelezen = lees_tabel(genummerd, "proef.xlsx", "Voorkeuren", VOORKEUREN, meldingen)
    uit = voorkeuren_uit(gelezen, PROFIEL, CRITERIA, meldingen) if gelezen else {}
    return uit, sorted(meldingen)


def grenzen(*rijen: list[Any]) -> tuple[dict[str, Any], list[Melding]]:
    meldingen: list[Melding] = []
    genummerd = enumerate([GRENSKOPPEN, *rijen], start=1)
    gelezen = lees_tabel(genummerd, "proef.xlsx", "Grenzen", GRENZEN, meldingen)
    assert gelezen is not None
    uit = grenzen_uit(gelezen, PROFIEL, CRITERIA, meldingen)
    return {code: gegeven.waarde for code, gegeven in uit.items()}, sorted(meldingen)


@pytest.mark.parametrize(
    "cel", [1, "1", "1e", "1.", "1ste", "1ᵉ", "nr 1", "Nr. 1", "plaats 1", "1,0", " 1 ", "1°"]
)
def test_een_plaats_wordt_begrepen_zoals_mensen_haar_typen(cel: object) -> None:
    uit, fouten = voorkeuren(["Nijmegen", cel, 2])

    assert fouten == []
    assert uit["GM0268"].waarde == [["wetswijziging"], ["wal-en-schip"]]


@pytest.mark.parametrize("cel", [None, "onbekend", "Onbekend"])
def test_een_lege_cel_zegt_niets_over_het_criterium(cel: object) -> None:
    uit, fouten = voorkeuren(["Nijmegen", 2, cel, 1])

    assert fouten == []
    assert uit["GM0268"].waarde == [["veiligheid"], ["wetswijziging"]]


def test_gelijke_plaatsen_zijn_een_groep_en_een_gat_tussen_plaatsen_telt_niet() -> None:
    uit, fouten = voorkeuren(["Tiel", 1, 3, 1, 5, None])

    assert fouten == []
    assert uit["GM0281"].waarde == [
        ["wetswijziging", "veiligheid"],
        ["wal-en-schip"],
        ["borging-samenwerking"],
    ]


def test_een_gemeente_zonder_plaatsen_zegt_niets_ook_niet_twee_keer() -> None:
    assert voorkeuren(["Tiel"], ["Tiel", None, None], ["GM0268"]) == ({}, [])


@pytest.mark.parametrize("naam", ["GM0268", "gm0268", "Nijmegen", "gemeente nijmegen", "NIJMEGEN "])
def test_een_gemeente_mag_met_haar_naam_of_haar_code(naam: str) -> None:
    assert list(voorkeuren([naam, 1, 2])[0]) == ["GM0268"]


def test_een_kop_mag_de_naam_of_de_code_van_het_criterium_zijn() -> None:
    uit, fouten = voorkeuren(
        ["Tiel", 2, 1, 3], koppen=["gemeente", "wal-en-schip", "VEILIGHEID", "Wetswijziging"]
    )

    assert fouten == []
    assert uit["GM0281"].waarde == [["veiligheid"], ["wal-en-schip"], ["wetswijziging"]]


def test_naam_en_code_van_een_criterium_naast_elkaar_is_twee_keer() -> None:
    _, fouten = voorkeuren(["Tiel", 2, 1], koppen=["Gemeente", "wal-en-schip", "Wal en schip"])

    assert [str(fout.plek) for fout in fouten] == ["proef.xlsx!Voorkeuren!C1"]
    assert "voor de tweede keer" in fouten[0].gevonden


def test_van_elke_waarde_is_de_cel_bekend() -> None:
    gegeven = voorkeuren(["Buren", 1], ["Tiel", 2, None, 1])[0]["GM0281"]

    assert str(gegeven.plek) == "proef.xlsx!Voorkeuren!A3"
    assert str(gegeven.cellen["veiligheid"]) == "proef.xlsx!Voorkeuren!D3"


def test_elke_fout_wordt_genoemd_met_haar_cel() -> None:
    _, fouten = voorkeuren(
        ["Tiell", 1, 2],
        [None, 1, 2],
        ["Tiel", 0, 6, "eerst", Decimal("1.5"), "weet niet"],
        ["Nijmegen", 1, 2],
        ["GM0268", "fout"],
    )

    gemeld = {str(fout.plek).rpartition("!")[2]: fout for fout in fouten}
    assert list(gemeld) == ["A2", "A3", "B4", "C4", "D4", "E4", "F4", "A6", "B6"]
    assert gemeld["A2"].suggestie == "bedoelde u «Tiel»?"
    assert gemeld["B4"].verwacht == "een plaats: 1 tot en met 5; 1 weegt het zwaarst"
    assert gemeld["F4"].suggestie == "laat de cel leeg als u het niet weet"
    assert gemeld["A6"].verwacht == "één rij voor elk (zie ook proef.xlsx!Voorkeuren!A5)"


@given(st.dictionaries(st.sampled_from(list(CRITERIA)), st.integers(1, 5)))
def test_de_volgorde_van_de_plaatsen_is_de_volgorde_van_de_groepen(plaatsen: dict) -> None:
    uit, fouten = voorkeuren(["Tiel", *(plaatsen.get(code) for code in CRITERIA)])

    assert fouten == []
    groepen = uit["GM0281"].waarde if plaatsen else []
    assert [{plaatsen[code] for code in groep} for groep in groepen] == [
        {plaats} for plaats in sorted({*plaatsen.values()})
    ]
    assert sorted(code for groep in groepen for code in groep) == sorted(plaatsen)


@pytest.mark.parametrize("cel", [10, "10", "10%", "10 %", "10,0", "10.0 %", "10 procent"])
def test_een_percentage_wordt_begrepen_zoals_mensen_het_typen(cel: object) -> None:
    assert grenzen(["Veiligheid", cel]) == ({"veiligheid": {"minstens": 10}}, [])


@pytest.mark.parametrize(
    ("waarde", "opmaak", "gelezen"),
    [(0.1, "0%", 10), (0.07, "0.00%", 7), (1, "0%", 100), (40, '0"%"', 40), (40, "General", 40)],
)
def test_een_cel_met_een_procentopmaak_is_wat_zij_laat_zien(
    tmp_path: Path, waarde: float, opmaak: str, gelezen: int
) -> None:
    boek = openpyxl.Workbook()
    boek.active.title = "Onderwerpen"
    boek.active.append(["Code", "Titel", "Thema"])
    blad = boek.create_sheet("Grenzen")
    blad.append(GRENSKOPPEN)
    blad.append(["Veiligheid", None, waarde])
    blad["C2"].number_format = opmaak
    boek.save(tmp_path / "boek.xlsx")
    meldingen: list[Melding] = []

    vormen = (onderwerptabel(invullijst(PROFIEL, CRITERIA)), GRENZEN)
    _, tabel = lees_excel(tmp_path / "boek.xlsx", "boek.xlsx", vormen, meldingen)
    assert tabel is not None
    uit = grenzen_uit(tabel, PROFIEL, CRITERIA, meldingen)

    assert (meldingen, uit["veiligheid"].waarde) == ([], {"hoogstens": gelezen})


def test_een_grens_is_een_heel_percentage_en_zegt_anders_wat_u_moet_typen() -> None:
    _, fouten = grenzen(
        ["Veiligheid", "0,1", 0],
        ["Wal en schip", Decimal("12.5"), "veel"],
        ["Wetswijziging", 50, 20],
        ["Veiligheidd", 1],
        ["Veiligheid", 5],
        ["veiligheid", 5],
    )

    gemeld = {str(fout.plek).rpartition("!")[2]: fout for fout in fouten}
    assert list(gemeld) == ["B2", "C2", "B3", "C3", "C4", "A5", "A6", "A7"]
    assert gemeld["B2"].suggestie == "typ een heel getal: 10 voor 10%"
    assert gemeld["B3"].verwacht == "een heel percentage: 0 tot en met 99"
    assert gemeld["C4"].verwacht == "meer dan «Minstens (%)» (50)"
    assert gemeld["A5"].suggestie == "bedoelde u «veiligheid»?"


def test_een_criterium_zonder_grenzen_zegt_niets() -> None:
    assert grenzen(["Veiligheid"], ["Wal en schip", None, None]) == ({}, [])


def test_een_csv_bestand_zegt_hetzelfde(tmp_path: Path) -> None:
    (tmp_path / "voorkeuren.csv").write_text("Gemeente;Veiligheid;Wal en schip\nTiel;2.;1e\n")
    meldingen: list[Melding] = []

    gelezen = lees_csv(tmp_path / "voorkeuren.csv", "voorkeuren.csv", VOORKEUREN, meldingen)
    assert gelezen is not None
    uit = voorkeuren_uit(gelezen, PROFIEL, CRITERIA, meldingen)

    assert (meldingen, uit["GM0281"].waarde) == ([], [["wal-en-schip"], ["veiligheid"]])
    assert str(uit["GM0281"].plek) == "voorkeuren.csv:2:1"
