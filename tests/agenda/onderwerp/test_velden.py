"""Every field of a topic is wherever fields are listed; a new one comes by itself."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

import openpyxl
import pytest
from bouwers_agenda import dossier_met, fout_van, meegeleverd, meegeleverde_lijst, onderwerp_uit
from bouwers_vergelijking import kant_van, toetsers

from agenda.feiten.waarneming import basisvelden
from agenda.invoer.kolommen import kolommen
from agenda.nieuw import maak_dossier
from agenda.onderwerp.invullijst import waarde_van
from agenda.onderwerp.onderwerp import VELDEN, Onderwerp
from agenda.onderwerp.tag import TAGVELDEN, Tag
from agenda.onderwerp.velden import ZONDER_KOLOM, Veldsoort
from agenda.vergelijking.vergelijken import vergelijk
from agenda.weergave.vergelijking.vergelijking import toon_vergelijking

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.onderwerp.velden import Invulveld

CEL: dict[Veldsoort, tuple[Any, Any]] = {
    "tekstregel": ("Iets\nanders", "Iets anders"),
    "tekst": ("Iets anders", "Iets anders"),
    "ja-nee": ("nee", "nee"),
    "keuze": ("raad", "raad"),
    "decimaal": ("0,25", Decimal("0.25")),
    "bedrag": ("€ 1.200", 1200),
    "thema": ("Wonen", "wonen"),
    "gemeente": ("gm0281", "GM0281"),
    "plannen": ("regioplan-bw", ("regioplan-bw",)),
    "voorstellen": ("7; 3", (3, 7)),
    "deelregio's": ("rivierenland", ("rivierenland",)),
    "onderwerpen": ("geen", ()),
    "samenwerking": ("WMO-jeugd", "wmo-jeugd"),
    "keuzes": ("tuin; keuken", ("keuken", "tuin")),
    "getal": ("60", 60),
}
"""Kind → what somebody types in a cell, and what the topic then holds."""

ALLE_VELDEN = meegeleverde_lijst().velden
"""The fields of every topic, with those that the shipped region asks itself."""

INVULVELDEN = [
    veld for veld in ALLE_VELDEN if veld.soort not in ("code", "criteria", *ZONDER_KOLOM)
]
"""The fields that are filled in once for a topic, and are not what it is known by."""

van_elk_veld = pytest.mark.parametrize("veld", INVULVELDEN, ids=lambda veld: veld.naam)


@pytest.mark.parametrize(("model", "rijen"), [(Onderwerp, VELDEN), (Tag, TAGVELDEN)])
def test_elk_veld_van_het_model_heeft_een_rij_en_elke_rij_een_veld(
    model: type[Any], rijen: tuple[Invulveld, ...]
) -> None:
    van_de_regio = {"feiten"} if model is Onderwerp else set()

    namen = {veld.name for veld in fields(model)}

    assert namen - van_de_regio == {rij.naam for rij in rijen}


def test_van_elke_soort_is_bekend_hoe_een_cel_wordt_gelezen() -> None:
    buiten_onderwerpen = {"plaats", "percentage", "datum"}
    zonder_cel = {"code", "criteria", "onderwerp", *ZONDER_KOLOM, *buiten_onderwerpen}
    assert CEL.keys() | zonder_cel == set(get_args(Veldsoort))
    for kolom in kolommen(meegeleverde_lijst()):
        assert kolom.lees(kolom.veld.voorbeeld or "x") is not None


def test_elk_veld_staat_met_uitleg_en_voorbeeld_in_het_sjabloon(tmp_path: Path) -> None:
    maak_dossier(tmp_path / "2027", 2027, None)
    blad = openpyxl.load_workbook(tmp_path / "2027" / "onderwerpen.xlsx")["Onderwerpen"]
    kolom_van = {cel.value: cel for cel in blad[4]}

    los = [veld.kop for veld in ALLE_VELDEN if veld.soort not in ("criteria", *ZONDER_KOLOM)]
    van_criteria = [
        veld.kop.format(titel=titel)
        for titel in meegeleverd()[1].criteria.values()
        for veld in TAGVELDEN
    ]
    assert sorted(kolom_van) == sorted([*los, *van_criteria])
    for kop, cel in kolom_van.items():
        assert cel.comment.text, kop
        assert cel.offset(1).value not in (None, ""), kop


@van_elk_veld
def test_elk_veld_komt_uit_een_tabel_in_het_onderwerp(tmp_path: Path, veld: Invulveld) -> None:
    getypt, verwacht = CEL[veld.soort]
    rij = {"Code": "proef", "Titel": "Proef", "Thema": "wonen", veld.kop: getypt}
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows([rij.keys(), rij.values()])

    onderwerp = onderwerp_uit(dossier_met(tmp_path, uit.getvalue(), "csv"))

    assert waarde_van(onderwerp, veld) == verwacht


@van_elk_veld
def test_leeg_betekent_wat_de_rij_zegt(tmp_path: Path, veld: Invulveld) -> None:
    """A field that must be there is missed; of any other an empty cell is the same as none."""
    koppen = {"Code": "proef", "Titel": "Proef", "Thema": "wonen", veld.kop: ""}
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows([koppen.keys(), koppen.values()])
    map_ = dossier_met(tmp_path, uit.getvalue(), "csv")

    if veld.leeg == "verplicht":
        assert fout_van(map_).veld == veld.kop
        return
    waarde = waarde_van(onderwerp_uit(map_), veld)
    assert waarde in (None, "onbekend") if veld.leeg == "onbekend" else waarde in (None, "", ())


@van_elk_veld
def test_een_verandering_in_alleen_dit_veld_staat_in_de_vergelijking(veld: Invulveld) -> None:
    _, waarde = CEL[veld.soort]
    if veld.soort == "onderwerpen":
        waarde = ("ander",)
    ander = {"titel": "Een ander onderwerp"}
    nieuw = list(waarde) if isinstance(waarde, tuple) else waarde

    gevonden = vergelijk(
        kant_van({"brug": {}, "ander": ander}),
        kant_van({"brug": {veld.naam: nieuw}, "ander": ander}),
        maak=toetsers(),
    )

    assert not gevonden.zelfde
    weergave = toon_vergelijking(gevonden)
    tabel = weergave.als("tabel", 100)
    assert "Er is niets veranderd" not in tabel
    assert f"\nbrug    {veld.kop} " in tabel
    assert f"| brug | {veld.kop} |" in weergave.als("md", 100).replace("\\", "")
    brug = next(d for d in json.loads(weergave.als("json", 100))["beide"] if d["code"] == "brug")
    assert [(w["veld"], w["deel"]) for w in brug["wijzigingen"]] == [(veld.naam, "")]
    rijen = csv.DictReader(io.StringIO(weergave.als("csv", 100).lstrip("\ufeff")), delimiter=";")
    anders = {rij["Code"]: rij["Andere gegevens"] for rij in rijen}
    assert anders["brug"].split(", ")[0] == veld.naam
    assert anders["ander"] == ""


@pytest.mark.parametrize("deel", TAGVELDEN, ids=lambda veld: veld.naam)
def test_een_verandering_in_een_deel_van_een_tag_staat_in_de_vergelijking(deel: Invulveld) -> None:
    _, waarde = CEL[deel.soort]

    gevonden = vergelijk(
        kant_van({"brug": {"criteria": {}}}),
        kant_van({"brug": {"criteria": {"veiligheid": {deel.naam: waarde}}}}),
        maak=toetsers(),
    )

    assert not gevonden.zelfde
    kop = deel.kop.format(titel="Veiligheid")
    assert f"\nbrug    {kop} " in toon_vergelijking(gevonden).als("tabel", 100)


def test_een_keuze_kent_in_regels_en_in_een_tabel_dezelfde_woorden() -> None:
    profiel, _ = meegeleverd()
    feiten = {veld.naam: veld.keuzes for veld in basisvelden(profiel)}

    met_keuzes = {rij.naam: rij.codes for rij in ALLE_VELDEN if rij.codes}

    assert met_keuzes.keys() == profiel.veld.keys()
    assert met_keuzes == {naam: feiten[naam] for naam in met_keuzes}


def test_een_veld_dat_een_feit_is_mag_in_een_regel_en_een_ander_niet() -> None:
    profiel, regelset = meegeleverd()
    eigen = {veld.naam for veld in ALLE_VELDEN}

    feiten = {veld.naam for veld in basisvelden(profiel)}

    assert feiten & eigen == {veld.naam for veld in ALLE_VELDEN if veld.feit}
    assert feiten <= regelset.velden.keys()
