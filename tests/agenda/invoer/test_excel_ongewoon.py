"""What a reader of values does not see: merged, hidden and struck-through cells, odd files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    dossier_met,
    fout_van,
    fouten_van,
    lees,
    onderwerp_uit,
    verander_deel,
    werkmap,
)
from openpyxl.styles import Font

from agenda.controleren import controleer_dossier

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import openpyxl

    from regels.melding import Melding

STRICT = "purl.oclc.org/ooxml/spreadsheetml"
BLAD = "xl/worksheets/sheet1.xml"
KOP = ["Code", "Titel", "Thema", "Toelichting"]
RIJEN = [[f"a{n}", f"Onderwerp {n}", "wonen", "Tekst"] for n in range(2, 7)]


def boek_met(verander: Callable[[Any], object]) -> openpyxl.Workbook:
    """A workbook with five topics, in rows 2 to 6, changed by hand."""
    boek = werkmap(KOP, *RIJEN)
    verander(boek.active)
    return boek


def waarschuwing(map_: Path) -> Melding:
    controle = controleer_dossier(map_)
    assert controle.fout is None, str(controle.fout)
    (gevonden,) = controle.waarschuwingen
    return gevonden


@pytest.mark.parametrize("bereik", ["C3:C5", "D2:D6", "B3:D3"])
def test_samengevoegde_cellen_zijn_een_zin(tmp_path: Path, bereik: str) -> None:
    map_ = dossier_met(tmp_path, boek_met(lambda blad: blad.merge_cells(bereik)))

    fout = fout_van(map_)

    assert str(fout.plek).endswith(f"!{bereik.split(':')[0]}")
    assert fout.gevonden == f"samengevoegde cellen: {bereik.replace(':', ' tot en met ')}"
    assert "hef de samenvoeging op" in fout.suggestie


@pytest.mark.parametrize("bereik", ["F3:G5", "A9:D9", "E2:E3"])
def test_samengevoegde_cellen_naast_of_onder_de_tabel_doen_er_niet_toe(
    tmp_path: Path, bereik: str
) -> None:
    map_ = dossier_met(tmp_path, boek_met(lambda blad: blad.merge_cells(bereik)))

    assert len(lees(map_).dossier.onderwerpen) == 5


def test_een_andere_fout_naast_samengevoegde_cellen_blijft_staan(tmp_path: Path) -> None:
    def verander(blad: Any) -> None:
        blad.merge_cells("C3:C5")
        blad["C6"] = "wone"

    fouten = fouten_van(dossier_met(tmp_path, boek_met(verander)))

    assert [str(fout.plek).split("!")[-1] for fout in fouten] == ["C3", "C6"]


def test_een_samengevoegde_opmerking_onder_de_tabel_is_een_zin(tmp_path: Path) -> None:
    def verander(blad: Any) -> None:
        blad["A8"] = "Let op: concept"
        blad.merge_cells("A8:D8")

    assert "een rij zonder" in fout_van(dossier_met(tmp_path, boek_met(verander))).gevonden


@pytest.mark.parametrize(
    ("rijen", "gevonden"),
    [
        ([3], "1 verborgen rij, die gewoon meetelt: a3 (rij 3)"),
        ([3, 5], "2 verborgen rijen, die gewoon meetellen: a3 (rij 3) en a5 (rij 5)"),
    ],
)
def test_verborgen_rijen_worden_geteld_en_genoemd(
    tmp_path: Path, rijen: list[int], gevonden: str
) -> None:
    def verander(blad: Any) -> None:
        for rij in rijen:
            blad.row_dimensions[rij].hidden = True

    map_ = dossier_met(tmp_path, boek_met(verander))

    melding = waarschuwing(map_)
    assert (melding.gevonden, str(melding.plek).split("!")[-1]) == (gevonden, "A3")
    assert len(lees(map_).dossier.onderwerpen) == 5


def test_een_verborgen_lege_rij_is_niets(tmp_path: Path) -> None:
    def verander(blad: Any) -> None:
        blad.row_dimensions[20].hidden = True

    assert controleer_dossier(dossier_met(tmp_path, boek_met(verander))).waarschuwingen == ()


def test_een_lege_verborgen_kolom_is_niets(tmp_path: Path) -> None:
    def verander(blad: Any) -> None:
        blad.column_dimensions["D"].hidden = True
        for rij in range(2, 7):
            blad[f"D{rij}"] = None

    assert controleer_dossier(dossier_met(tmp_path, boek_met(verander))).waarschuwingen == ()


def test_een_verborgen_kolom_wordt_genoemd(tmp_path: Path) -> None:
    def verander(blad: Any) -> None:
        blad.column_dimensions["D"].hidden = True

    melding = waarschuwing(dossier_met(tmp_path, boek_met(verander)))

    assert melding.gevonden == "1 verborgen kolom: D; wat daar staat, telt mee"


@pytest.mark.parametrize("cellen", ["ABCD", "B"])
def test_doorgestreepte_tekst_wordt_geteld_en_genoemd(tmp_path: Path, cellen: str) -> None:
    def verander(blad: Any) -> None:
        for kolom in cellen:
            blad[f"{kolom}4"].font = Font(strike=True)

    melding = waarschuwing(dossier_met(tmp_path, boek_met(verander)))

    verwacht = "1 rij met doorgestreepte tekst, die gewoon meetelt: a4 (rij 4)"
    assert melding.gevonden == verwacht


def verwissel(xml: str) -> str:
    """The cells of row 2 in reversed order."""
    begin, eind = xml.index('<c r="A2"'), xml.index("</row>", xml.index('<c r="A2"'))
    cellen = xml[begin:eind].split("<c ")[1:]
    return xml[:begin] + "".join(f"<c {cel}" for cel in reversed(cellen)) + xml[eind:]


def herhaal(xml: str, begin: str, eind: str) -> str:
    van = xml.index(begin)
    tot = xml.index(eind, van) + len(eind)
    return xml[:tot] + xml[van:tot] + xml[tot:]


STIL_VERLIES: dict[str, Callable[[str], str]] = {
    "cellen in omgekeerde volgorde": verwissel,
    "een cel twee keer": lambda x: herhaal(x, '<c r="B2"', "</c>"),
    "een rij twee keer": lambda x: herhaal(x, '<row r="3"', "</row>"),
    "een cel in een andere rij": lambda x: x.replace('r="B3"', 'r="B4"'),
    "een tekst met een negatief nummer": lambda x: re.sub(
        r't="inlineStr"><is><t>[^<]*</t></is>', 't="s"><v>-1</v>', x
    ),
}


@pytest.mark.parametrize("verander", STIL_VERLIES.values(), ids=STIL_VERLIES.keys())
def test_wat_openpyxl_stil_verliest_wordt_geweigerd(
    tmp_path: Path, verander: Callable[[str], str]
) -> None:
    map_ = dossier_met(tmp_path, werkmap(KOP, *RIJEN))
    verander_deel(map_ / "onderwerpen.xlsx", BLAD, verander)

    fout = fout_van(map_)

    assert (str(fout.plek), "door elkaar" in fout.gevonden) == ("onderwerpen.xlsx", True)


def test_cellen_zonder_adres_worden_gewoon_gelezen(tmp_path: Path) -> None:
    map_ = dossier_met(tmp_path, werkmap(KOP, *RIJEN))
    verander_deel(map_ / "onderwerpen.xlsx", BLAD, lambda x: x.replace(' r="B3"', ""))

    assert len(lees(map_).dossier.onderwerpen) == 5


def test_een_strikte_werkmap_zegt_hoe_op_te_slaan(tmp_path: Path) -> None:
    map_ = dossier_met(tmp_path, werkmap(KOP, *RIJEN))
    oud, nieuw = "schemas.openxmlformats.org/spreadsheetml/2006", STRICT
    verander_deel(map_ / "onderwerpen.xlsx", "xl/workbook.xml", lambda x: x.replace(oud, nieuw))

    fout = fout_van(map_)

    assert ("Strict" in fout.gevonden, "Excel-werkmap" in fout.suggestie) == (True, True)


@pytest.mark.parametrize("leeg", ["<v></v>", "<v/>", ""])
def test_een_formule_met_een_lege_uitkomst_is_een_lege_cel(tmp_path: Path, leeg: str) -> None:
    map_ = dossier_met(tmp_path, werkmap(KOP, ["a2", "Titel", "wonen", '=IF(Z1="","",Z1)']))

    def verander(xml: str) -> str:
        begin = xml.index('<c r="D2"')
        eind = xml.index("</c>", begin)
        return f'{xml[:begin]}<c r="D2" t="str"><f>IF(Z1="","",Z1)</f>{leeg}{xml[eind:]}'

    verander_deel(map_ / "onderwerpen.xlsx", BLAD, verander)

    assert onderwerp_uit(map_).toelichting == ""
