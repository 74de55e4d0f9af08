"""What a topic asks of each member: the same in YAML, in a sheet, and in deelname.csv."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from bouwers_agenda import als_yaml, fout_van, fouten_van, lees, maak_dossier, maak_onderwerp

from agenda import nieuw

if TYPE_CHECKING:
    from pathlib import Path

KOPPEN = ("Onderwerp", "Gemeente", "Inspanning (fte)")


def dossier_met(map_: Path, rijen: list[tuple[Any, ...]], **velden: Any) -> Path:
    """Two topics, and deelname.csv with these rows."""
    onderwerpen = [maak_onderwerp("aa", **velden), maak_onderwerp("bb")]
    maak_dossier(map_, onderwerpen)
    tekst = "\n".join(";".join(map(str, rij)) for rij in (KOPPEN, *rijen))
    (map_ / "deelname.csv").write_text(tekst, encoding="utf-8")
    return map_


def per_lid(map_: Path) -> dict[str, Decimal]:
    (aa,) = (o for o in lees(map_).dossier.onderwerpen if o.code == "aa")
    return dict(aa.inspanning_per)


def test_de_inspanning_per_lid_mag_in_een_csv(tmp_path: Path) -> None:
    rijen = [("aa", "Nijmegen", "0,1"), ("Titel van aa", "GM0281", "0.2 fte"), ("bb", "Tiel", "")]
    gevonden = per_lid(dossier_met(tmp_path, rijen))
    assert gevonden == {"GM0268": Decimal("0.1"), "GM0281": Decimal("0.2")}


def test_een_rij_voor_alle_gemeenten_geldt_waar_geen_rij_de_gemeente_noemt(tmp_path: Path) -> None:
    gevonden = per_lid(dossier_met(tmp_path, [("aa", "Nijmegen", "0,1"), ("aa", "alle", "0,02")]))
    assert len(gevonden) == 13
    assert gevonden.pop("GM0268") == Decimal("0.1")
    assert set(gevonden.values()) == {Decimal("0.02")}


def test_in_yaml_staat_hetzelfde_bij_het_onderwerp_of_in_deelname(tmp_path: Path) -> None:
    bij = maak_dossier(tmp_path / "bij", [maak_onderwerp("aa", inspanning_per={"Tiel": 0.1})])
    los = maak_dossier(tmp_path / "los", [maak_onderwerp("aa")])
    rijen = [{"onderwerp": "aa", "lid": "Tiel", "inspanning_fte": 0.1}]
    (los / "deelname.yaml").write_text(als_yaml({"deelname": rijen}), encoding="utf-8")
    assert lees(bij).dossier.onderwerpen == lees(los).dossier.onderwerpen


def test_het_sjabloon_vraagt_de_inspanning_per_gemeente_en_leest_haar(tmp_path: Path) -> None:
    map_ = tmp_path / "2027"
    nieuw.maak_dossier(map_, 2027, None)
    boek = openpyxl.load_workbook(map_ / "onderwerpen.xlsx")
    onderwerpen, deelname = boek["Onderwerpen"], boek["Deelname"]
    (kop,) = (rij for rij in range(1, 9) if deelname.cell(rij, 1).value == KOPPEN[0])
    assert [deelname.cell(kop, kolom).value for kolom in (1, 2, 3)] == list(KOPPEN)
    deelname.append(["aa", "Nijmegen", 0.1])
    deelname.append(["zz", "Nijmege", "veel"])
    koppen = {cel.value: cel.column for rij in onderwerpen.iter_rows() for cel in rij}
    laatste = onderwerpen.max_row + 1
    for naam, waarde in (("Code", "aa"), ("Titel", "Titel"), ("Thema", "wonen")):
        onderwerpen.cell(laatste, koppen[naam], waarde)
    boek.save(map_ / "onderwerpen.xlsx")

    fouten = fouten_van(map_)

    rij = deelname.max_row
    assert [str(fout.plek) for fout in fouten] == [
        f"onderwerpen.xlsx!Deelname!{kolom}{rij}" for kolom in "ABC"
    ]
    deelname.delete_rows(rij)
    boek.save(map_ / "onderwerpen.xlsx")
    assert per_lid(map_) == {"GM0268": Decimal("0.1")}


@pytest.mark.parametrize(
    ("rijen", "gevonden", "verwacht"),
    [
        ([("aa", "Tiel", "veel")], "«veel»", "een getal van 0 tot en met 100, zoals 0,4"),
        ([("aa", "Tiel", "-0,1")], "«-0,1»", "een getal van 0 tot en met 100, zoals 0,4"),
        ([("aa", "Tiel", "NaN")], "«NaN»", "een getal van 0 tot en met 100, zoals 0,4"),
        ([("zz", "Tiel", "0,1")], "«zz»", "een van alle, aa of bb"),
        ([("aa", "Tiell", "0,1")], "«Tiell»", "een lid dat er is"),
        ([("alle", "Tiel", "0,1")], "«alle» onderwerpen", "een onderwerp bij naam"),
        ([("aa", "Tiel", "0,1")] * 2, "«aa, GM0281» voor de tweede keer", "één rij voor elk"),
    ],
)
def test_een_fout_in_de_inspanning_per_lid_wordt_aangewezen(
    rijen: list[tuple[Any, ...]], gevonden: str, verwacht: str, tmp_path: Path
) -> None:
    fout = fout_van(dossier_met(tmp_path, rijen))
    assert (fout.plek.bestand, fout.gevonden) == ("deelname.csv", gevonden)
    assert verwacht in fout.verwacht


def test_de_inspanning_per_lid_staat_op_een_plek(tmp_path: Path) -> None:
    map_ = dossier_met(tmp_path, [("aa", "Tiel", "0,1")], inspanning_per={"Buren": 0.1})
    assert "op één plek" in fout_van(map_).verwacht


def test_meer_bij_de_leden_dan_in_totaal_is_een_waarschuwing(tmp_path: Path) -> None:
    map_ = dossier_met(tmp_path, [("aa", "alle", "0,1")], inspanning_fte=0.4)
    (melding,) = (m for m in lees(map_).waarschuwingen() if "inspanning" in m.veld)
    assert melding.gevonden == "0,4 fte; de leden samen 1,3 fte"
