"""A workbook for each municipality: what it asks, and that nobody's work is ever overwritten."""

from __future__ import annotations

import io
import shutil
import unicodedata
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from bouwers_agenda import (
    CRITERIA,
    als_yaml,
    kopie_van_profiel,
    lees,
    maak_dossier,
    maak_onderwerp,
    map_van_profiel,
    meegeleverd,
    meegeleverde_lijst,
)

from agenda.invoer.excel import lees_excel
from agenda.invoer.gemeentewerkmap import INVULRIJEN, gemeentewerkmappen
from agenda.invoer.onderwerpen import onderwerpen_uit
from agenda.invoer.oordelenblad import oordelen_uit
from agenda.invoer.profiel import lees_profiel
from agenda.invoer.tabelvorm import onderwerptabel, oordelenbladtabel, voorkeurentabel
from agenda.invoer.weegtabellen import voorkeuren_uit
from agenda.kennis.profiel import GeenLeden
from agenda.onderwerp.velden import ZONDER_KOLOM
from agenda.opslag.bestand import schrijf
from agenda.opslag.rollen import GeweigerdDoel
from agenda.rangorde.herkomst import vingerafdruk
from agenda.uitdelen import deel_uit
from regels.melding import Bestandsfout, Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from regels.melding import Melding

KOPRIJ = 4
LEDEN = {lid.naam: lid.code for lid in meegeleverd()[0].regio.leden}
EIGEN_VELDEN = ("bevoegdheid", "groot_beleidsstuk", "juridische_toets", "urgent")


def dossier(map_: Path) -> Path:
    """A dossier with two topics."""
    onderwerpen = [maak_onderwerp("aa-een"), maak_onderwerp("bb-twee", titel="=2+2")]
    return maak_dossier(map_ / "2027", onderwerpen)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return dossier(tmp_path)


@pytest.fixture(scope="module")
def eenmaal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with its workbooks, for whoever only reads them."""
    map_ = dossier(tmp_path_factory.mktemp("eenmaal"))
    deel_uit(map_, 2027, None)
    return map_


@pytest.fixture
def uitgedeeld(eenmaal: Path, tmp_path: Path) -> Path:
    """A dossier with its workbooks, to fill in."""
    shutil.copytree(eenmaal, tmp_path / "2027")
    return tmp_path / "2027"


def kolommen(blad: Worksheet) -> dict[str, int]:
    return {str(cel.value): cel.column for cel in blad[KOPRIJ] if cel.value is not None}


def vul(pad: Path, blad: str, rij: int, **cellen: Any) -> None:
    """Fill in cells of a workbook, by heading; an underscore is a space."""
    boek = openpyxl.load_workbook(pad)
    kolom = kolommen(boek[blad])
    for kop, waarde in cellen.items():
        boek[blad].cell(rij, kolom[kop.replace("_", " ")]).value = waarde
    boek.save(pad)


def gelezen(pad: Path) -> tuple[Any, ...]:
    """The topics, preferences, answers and faults in a workbook of a municipality."""
    profiel, _ = meegeleverd()
    lijst = meegeleverde_lijst()
    meldingen: list[Melding] = []
    vormen = (
        onderwerptabel(lijst),
        voorkeurentabel(profiel, CRITERIA),
        oordelenbladtabel(CRITERIA),
    )
    eigen, voorkeuren, oordelen = lees_excel(pad, pad.name, vormen, meldingen)
    assert eigen is not None
    return (
        onderwerpen_uit(eigen, profiel, lijst, meldingen),
        voorkeuren_uit(voorkeuren, profiel, CRITERIA, meldingen) if voorkeuren else {},
        oordelen_uit(oordelen, profiel, CRITERIA, meldingen) if oordelen else (),
        sorted(meldingen),
    )


def test_elke_gemeente_krijgt_een_werkmap_met_haar_naam(map_: Path) -> None:
    uit = deel_uit(map_, 2027, None)

    namen = sorted(pad.name for pad in (map_ / "gemeenten").iterdir())
    assert namen == sorted(f"{naam}.xlsx" for naam in LEDEN) == sorted(uit.gemaakt)
    assert len(namen) == 13
    assert (uit.ingevuld, uit.leeg) == ((), ())


@pytest.mark.traag
def test_een_werkmap_die_niemand_invulde_zegt_niets(eenmaal: Path) -> None:

    for pad in (eenmaal / "gemeenten").iterdir():
        assert gelezen(pad) == ((), {}, (), []), pad.name


def test_wat_is_ingevuld_wordt_gelezen_als_van_die_gemeente(uitgedeeld: Path) -> None:
    pad = uitgedeeld / "gemeenten" / "West Maas en Waal.xlsx"
    vul(pad, "Onderwerpen", 6, Code="nieuw", Titel="Iets nieuws", Thema="wonen", Veiligheid="ja")
    vul(pad, "Voorkeuren", 5, Veiligheid=1, Wal_en_schip="2e")
    vul(pad, "Oordelen", 6, Veiligheid="nee", Bron_Veiligheid="Verslag")

    (onderwerp,), voorkeuren, (oordeel,), fouten = gelezen(pad)

    assert fouten == []
    assert (onderwerp.code, onderwerp.ingediend_door) == ("nieuw", LEDEN["West Maas en Waal"])
    assert voorkeuren[LEDEN["West Maas en Waal"]].waarde == [["veiligheid"], ["wal-en-schip"]]
    assert (oordeel.onderwerp, oordeel.oordeel.bron) == ("bb-twee", "Verslag")


def test_elke_fout_in_een_werkmap_wordt_genoemd_met_haar_cel(uitgedeeld: Path) -> None:
    pad = uitgedeeld / "gemeenten" / "Tiel.xlsx"
    vul(pad, "Onderwerpen", 6, Code="een", Thema="wonnen", Veiligheid="misschien")
    vul(pad, "Onderwerpen", 8, Titel="zonder code en thema")
    vul(pad, "Voorkeuren", 5, Veiligheid=0, Wal_en_schip="eerst", Gemeente="Tielll")
    vul(pad, "Oordelen", 5, Veiligheid="misschien")

    plekken = {str(fout.plek).partition("!")[2] for fout in gelezen(pad)[3]}

    assert plekken == {
        *("Onderwerpen!B6", "Onderwerpen!D6", "Onderwerpen!O6", "Onderwerpen!B8"),
        *("Voorkeuren!A5", "Voorkeuren!C5", "Voorkeuren!D5", "Oordelen!I5"),
    }


def test_een_gemeente_krijgt_de_kolommen_die_haar_gevraagd_worden(eenmaal: Path) -> None:
    boek = openpyxl.load_workbook(eenmaal / "gemeenten" / "Tiel.xlsx")

    koppen = set(kolommen(boek["Onderwerpen"]))

    gevraagd = {veld.kop: veld.aan_lid for veld in meegeleverde_lijst().velden}
    los = [v for v in meegeleverde_lijst().velden if v.soort not in ("criteria", *ZONDER_KOLOM)]
    assert {veld.kop for veld in los if veld.aan_lid} == {k for k in koppen if k in gevraagd}
    assert {veld.naam for veld in los if veld.eigen and not veld.aan_lid} == {*EIGEN_VELDEN}
    assert {f"Bron {titel}" for titel in CRITERIA.values()} <= koppen
    assert not any(kop.startswith("Lezing") for kop in koppen)
    assert len(koppen) < len(list(onderwerptabel(meegeleverde_lijst()).kolommen)) - 10


@pytest.mark.traag
def test_wie_een_vraag_krijgt_verandert_de_kolommen_en_geen_vingerafdruk(tmp_path: Path) -> None:
    profielmap = kopie_van_profiel(tmp_path)
    velden = profielmap / "velden.yaml"
    velden.write_text(velden.read_text(encoding="utf-8").replace("    aan_lid: nee\n", ""))
    profiel, regelset = lees_profiel(profielmap)

    zinnen = {regel.code: regel.zin for regel in regelset.regels}
    (_, inhoud), *_ = gemeentewerkmappen(profiel, regelset.criteria, zinnen, 2027, ())
    blad = openpyxl.load_workbook(io.BytesIO(inhoud))["Onderwerpen"]

    assert {"Bevoegdheid", "Urgent"} <= set(kolommen(blad))
    assert vingerafdruk(profiel.delen) == vingerafdruk(meegeleverd()[0].delen)


def test_boven_elke_kop_staat_de_vraag_en_in_elke_rij_wie_het_is(eenmaal: Path) -> None:
    boek = openpyxl.load_workbook(eenmaal / "gemeenten" / "Tiel.xlsx")

    for blad in ("Onderwerpen", "Voorkeuren", "Oordelen"):
        for kolom in kolommen(boek[blad]).values():
            assert len(str(boek[blad].cell(KOPRIJ - 1, kolom).value)) > 20, (blad, kolom)
        assert str(boek[blad]["A1"].value).startswith("Tiel: ")
    blad = boek["Onderwerpen"]
    door = kolommen(blad)["Ingediend door"]
    waarden = [blad.cell(rij, door).value for rij in range(5, 5 + INVULRIJEN + 1)]
    assert waarden == ["Tiel"] * INVULRIJEN + [None]
    zin = meegeleverd()[1].regels[0].zin
    assert zin in boek["Voorkeuren"].cell(KOPRIJ - 1, 2).value


def test_de_keuzelijst_van_een_plaats_gaat_van_een_tot_het_aantal_criteria(eenmaal: Path) -> None:
    boek = openpyxl.load_workbook(eenmaal / "gemeenten" / "Tiel.xlsx")

    lijsten = {
        str(controle.sqref): controle.formula1
        for controle in boek["Voorkeuren"].data_validations.dataValidation
        if controle.type == "list"
    }
    ((blad, bereik),) = boek.defined_names["Plaatsen"].destinations

    assert {lijsten[f"{letter}5"] for letter in "BCDEF"} == {"Plaatsen"}
    assert [cel.value for (cel,) in boek[blad][bereik]] == [1, 2, 3, 4, 5]


def test_de_onderwerpen_van_het_dossier_staan_op_het_blad_oordelen_als_tekst(eenmaal: Path) -> None:
    blad = openpyxl.load_workbook(eenmaal / "gemeenten" / "Tiel.xlsx")["Oordelen"]

    rijen = [[cel.value for cel in rij[:2]] for rij in blad.iter_rows(min_row=KOPRIJ + 1)]

    assert rijen == [["aa-een", "Titel van aa-een"], ["bb-twee", "=2+2"]]
    assert blad["B6"].data_type == "s"


@pytest.mark.traag
def test_een_nieuw_dossier_krijgt_instellingen_en_nog_geen_bestand_met_onderwerpen(
    tmp_path: Path,
) -> None:
    deel_uit(tmp_path / "2027", 2027, None)
    boek = openpyxl.load_workbook(tmp_path / "2027" / "gemeenten" / "Tiel.xlsx")

    assert sorted(pad.name for pad in (tmp_path / "2027").iterdir()) == [
        "dossier.yaml",
        "gemeenten",
    ]
    assert boek.sheetnames == ["Onderwerpen", "Voorkeuren", "Uitleg", "Lijsten"]
    assert len(deel_uit(tmp_path / "2027", 2027, None).leeg) == 13


@pytest.mark.traag
def test_een_ingevulde_werkmap_blijft_wat_zij_is_en_alleen_wat_ontbreekt_komt_erbij(
    uitgedeeld: Path,
) -> None:
    gemeenten = uitgedeeld / "gemeenten"
    vul(gemeenten / "Tiel.xlsx", "Voorkeuren", 5, Veiligheid=1)
    vul(gemeenten / "Buren.xlsx", "Oordelen", 5, Veiligheid="ja")
    vul(gemeenten / "Druten.xlsx", "Onderwerpen", 6, Code="een")
    (gemeenten / "Heumen.xlsx").write_bytes(b"van iemand")
    (gemeenten / "Wijchen.xlsx").unlink()
    voor = {pad.name: pad.read_bytes() for pad in gemeenten.iterdir()}

    uit = deel_uit(uitgedeeld, 2027, None)

    assert uit.gemaakt == ("Wijchen.xlsx",)
    assert sorted(uit.ingevuld) == ["Buren.xlsx", "Druten.xlsx", "Heumen.xlsx", "Tiel.xlsx"]
    assert len(uit.leeg) == 8
    na = {pad.name: pad.read_bytes() for pad in gemeenten.iterdir()}
    assert {naam: na[naam] for naam in voor} == voor


@pytest.mark.traag
def test_een_werkmap_met_dezelfde_naam_in_andere_tekens_is_dezelfde(map_: Path) -> None:
    (map_ / "gemeenten").mkdir()
    (map_ / "gemeenten" / unicodedata.normalize("NFD", "TIEL.xlsx")).write_bytes(b"van iemand")

    uit = deel_uit(map_, 2027, None)

    assert uit.ingevuld == ("TIEL.xlsx",)
    assert len(list((map_ / "gemeenten").iterdir())) == 13


@pytest.mark.traag
def test_een_werkmap_die_opnieuw_wordt_gemaakt_heeft_dezelfde_bytes(uitgedeeld: Path) -> None:
    pad = uitgedeeld / "gemeenten" / "Tiel.xlsx"
    eerst = pad.read_bytes()
    pad.unlink()

    deel_uit(uitgedeeld, 2027, None)

    assert pad.read_bytes() == eerst


def test_de_werkmappen_tellen_niet_mee_in_het_dossier(eenmaal: Path, map_: Path) -> None:
    met, zonder = lees(eenmaal), lees(map_)

    assert met.dossier == zonder.dossier
    assert met.waarschuwingen() == zonder.waarschuwingen()


def test_geen_uitvoer_komt_in_de_plaats_van_een_werkmap(uitgedeeld: Path) -> None:

    with pytest.raises(GeweigerdDoel, match="wat een gemeente invult"):
        schrijf(uitgedeeld / "gemeenten" / "Tiel.xlsx", b"uitvoer")


@pytest.mark.parametrize(("jaar", "voor", "veld"), [(2028, None, "jaar"), (2027, "x", "profiel")])
def test_een_dossier_van_een_ander_jaar_of_profiel_wordt_geweigerd(
    map_: Path, jaar: int, voor: str | None, veld: str
) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        deel_uit(map_, jaar, None, voor)

    assert [melding.veld for melding in gevangen.value.meldingen] == [veld]
    assert not (map_ / "gemeenten").exists()


def test_een_dossier_zonder_profiel_is_van_het_gewone_profiel(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("jaar: 2027\n", encoding="utf-8")

    assert deel_uit(tmp_path, 2027, None, "nijmegen-rivierenland").gemaakt


def test_een_jaar_waarin_geen_regels_gelden_wordt_genoemd_met_zijn_plek(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("jaar: 2000\n", encoding="utf-8")

    with pytest.raises(Invoerfout, match="geen enkel uitgangspunt"):
        deel_uit(tmp_path, 2000, None)

    assert not (tmp_path / "gemeenten").exists()


def test_een_dossier_met_fouten_krijgt_geen_werkmappen(map_: Path) -> None:
    (map_ / "onderwerpen.yaml").write_text(als_yaml({"onderwerpen": [{"code": "x"}]}))

    with pytest.raises(Invoerfout):
        deel_uit(map_, 2027, None)

    assert not (map_ / "gemeenten").exists()


def test_in_een_besluit_komt_geen_werkmap(map_: Path) -> None:
    for naam in ("besluit.json", "ontvangstbewijs.json"):
        (map_ / naam).touch()

    with pytest.raises(Bestandsfout, match="besluit"):
        deel_uit(map_, 2027, None)

    assert not (map_ / "gemeenten").exists()


@pytest.mark.parametrize(
    ("profiel", "bladen"),
    [
        ("arnhem-2014", ["Onderwerpen", "Uitleg", "Lijsten"]),
        ("bibliotheken-zilverkust", ["Onderwerpen", "Uitleg", "Lijsten"]),
    ],
)
def test_een_regio_zonder_criteria_krijgt_geen_blad_over_criteria(
    tmp_path: Path, profiel: str, bladen: list[str]
) -> None:
    uit = deel_uit(tmp_path / "2027", 2027, map_van_profiel(profiel))

    for naam in uit.gemaakt:
        assert openpyxl.load_workbook(tmp_path / "2027" / "gemeenten" / naam).sheetnames == bladen


def test_een_regio_zonder_leden_krijgt_niets(tmp_path: Path) -> None:
    with pytest.raises(GeenLeden):
        deel_uit(tmp_path / "2027", 2027, None, "centraal-gelderland")

    assert list(tmp_path.iterdir()) == []


def test_het_voorbeeld_bij_de_voorkeuren_is_een_volgorde(tmp_path: Path) -> None:
    deel_uit(tmp_path / "2027", 2027, None)
    blad = openpyxl.load_workbook(tmp_path / "2027" / "gemeenten" / "Tiel.xlsx")["Uitleg"]

    rijen = [(rij[1].value, rij[2].value) for rij in blad.iter_rows()]
    assert [v for vraag, v in rijen if "1 weegt het zwaarst" in str(vraag)] == [1, 2, 3, 4, 5]
