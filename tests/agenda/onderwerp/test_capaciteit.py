"""How much work there is room for, and what topics ask of it: as somebody fills it in."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import fout_van, lees, maak_dossier, maak_onderwerp, onderwerp_uit
from bouwers_vergelijking import kant_van, toetsers

from agenda.vergelijking.vergelijken import vergelijk
from agenda.weergave.vergelijking.vergelijking import toon_vergelijking

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("getypt", "verwacht"),
    [
        (Decimal("2.6"), (Decimal("2.6"), {}, {})),
        (3, (Decimal(3), {}, {})),
        (
            {"totaal": Decimal("2.60"), "delen": {"rivierenland": 1}, "leden": {"GM0268": 0}},
            (Decimal("2.6"), {"rivierenland": Decimal(1)}, {"GM0268": Decimal(0)}),
        ),
        ({"leden": {"GM0268": 1}}, (None, {}, {"GM0268": Decimal(1)})),
        (None, None),
    ],
)
def test_capaciteit_is_een_getal_of_een_groep(tmp_path: Path, getypt: Any, verwacht: Any) -> None:
    map_ = maak_dossier(tmp_path / "2027", capaciteit=getypt)
    gelezen = lees(map_).dossier.instellingen.capaciteit
    assert (gelezen and (gelezen.totaal, gelezen.delen, gelezen.leden)) == verwacht


@pytest.mark.parametrize(
    ("getypt", "veld", "verwacht"),
    [
        (-1, "capaciteit", "een getal van 0 tot en met 10000, zoals 0,4"),
        ("veel", "capaciteit", "een getal van 0 tot en met 10000, zoals 0,4"),
        (True, "capaciteit", "een getal van 0 tot en met 10000, zoals 0,4"),
        ([1], "capaciteit", "een getal van 0 tot en met 10000, zoals 0,4"),
        ({"delen": {"betuwe": 1}}, "betuwe", "een deelregio (rijk-van-nijmegen of rivierenland)"),
        ({"totaal": "x"}, "totaal", "een getal van 0 tot en met 10000, zoals 0,4"),
        ({"leden": {"GM0268": -1}}, "GM0268", "een getal van 0 tot en met 10000, zoals 0,4"),
    ],
)
def test_een_verkeerde_capaciteit_wordt_aangewezen(
    tmp_path: Path, getypt: Any, veld: str, verwacht: str
) -> None:
    fout = fout_van(maak_dossier(tmp_path / "2027", capaciteit=getypt))
    assert fout.plek.bestand == "dossier.yaml"
    assert veld in fout.veld
    assert fout.verwacht == verwacht


def test_een_onbekend_veld_in_de_capaciteit_is_een_fout(tmp_path: Path) -> None:
    fout = fout_van(maak_dossier(tmp_path / "2027", capaciteit={"totaal": 1, "lid": {}}))
    assert "«lid»" in fout.gevonden


def test_inspanning_per_lid_staat_op_code(tmp_path: Path) -> None:
    per_lid = {"GM1945": Decimal("0.20"), "GM0268": 1}
    map_ = maak_dossier(tmp_path / "2027", [maak_onderwerp(inspanning_per=per_lid)])
    gelezen = onderwerp_uit(map_).inspanning_per
    assert list(gelezen.items()) == [("GM0268", Decimal(1)), ("GM1945", Decimal("0.2"))]


@pytest.mark.parametrize("per_lid", [{"GM9999": 1}, {"GM0268": -1}, {"GM0268": 101}, [1], "x"])
def test_een_verkeerde_inspanning_per_lid_is_een_fout_in_de_invoer(
    tmp_path: Path, per_lid: Any
) -> None:
    onderwerp = maak_onderwerp(inspanning_per=per_lid)
    fout = fout_van(maak_dossier(tmp_path / "2027", [onderwerp]))
    assert fout.plek.bestand == "onderwerpen.yaml"
    assert "inspanning_per" in fout.veld


def test_een_andere_inspanning_per_lid_staat_in_de_vergelijking() -> None:
    gevonden = vergelijk(
        kant_van({"brug": {}}),
        kant_van({"brug": {"inspanning_per": {"GM0268": Decimal("0.1")}}}),
        maak=toetsers(),
    )
    assert "GM0268: 0.1" in toon_vergelijking(gevonden).als("tabel", 120)


def test_een_dossier_zonder_capaciteit_houdt_zijn_vingerafdruk(tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path / "2027", [maak_onderwerp()])
    instellingen = lees(map_).dossier.instellingen
    inhoud = type(instellingen).__pydantic_serializer__.to_json(instellingen)
    assert b"capaciteit" not in inhoud
    onderwerp = lees(map_).dossier.onderwerpen[0]
    assert b"inspanning_per" not in type(onderwerp).__pydantic_serializer__.to_json(onderwerp)
