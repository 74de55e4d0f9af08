"""A new dossier: two files that are right from the start, or nothing at all."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from bouwers_agenda import (
    kopie_van_profiel,
    lees,
    meegeleverd,
    meegeleverde_lijst,
    onderwerp_uit,
    vervang,
)

from agenda import nieuw
from agenda.invoer import sjabloonkolommen
from agenda.invoer.kolommen import kolommen
from agenda.nieuw import maak_dossier
from agenda.opslag import nieuwe_map
from agenda.opslag.bestand import schrijf
from agenda.opslag.tijdelijk import vul
from regels.melding import Bestandsfout, Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

KOPRIJ, VOORBEELDRIJ = 4, 5


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    maak_dossier(tmp_path / "2027", 2027, None)
    return tmp_path / "2027"


@pytest.fixture
def boek(map_: Path) -> Workbook:
    return openpyxl.load_workbook(map_ / "onderwerpen.xlsx")


def rij(blad: Worksheet, nummer: int) -> dict[str, Any]:
    """Heading → cell, of one row with topics."""
    koppen = [str(cel.value) for cel in blad[KOPRIJ]]
    return dict(zip(koppen, blad[nummer], strict=True))


def controles(blad: Worksheet) -> dict[str, tuple[str, Any]]:
    """Heading → kind of data validation and the range of its cells."""
    koppen = {cel.column_letter: str(cel.value) for cel in blad[KOPRIJ]}
    return {
        koppen[re.sub("[0-9].*", "", str(controle.sqref))]: (str(controle.sqref), controle)
        for controle in blad.data_validations.dataValidation
    }


def test_de_nieuwe_map_bevat_instellingen_en_een_werkmap_zonder_onderwerpen(map_: Path) -> None:
    gelezen = lees(map_)

    assert sorted(pad.name for pad in map_.iterdir()) == ["dossier.yaml", "onderwerpen.xlsx"]
    assert gelezen.dossier.onderwerpen == ()
    assert gelezen.dossier.instellingen.jaar == 2027
    assert gelezen.dossier.instellingen.peildatum == date(2027, 1, 1)


def test_de_gewichten_gelden_zodra_het_hekje_ervoor_weg_is(map_: Path) -> None:
    pad = map_ / "dossier.yaml"
    voor, kop, na = pad.read_text(encoding="utf-8").partition("# gewichten:")
    tekst = voor + re.sub("^# ", "", kop + na, flags=re.MULTILINE)
    pad.write_text(tekst.replace("veiligheid: 1", "veiligheid: 7"), encoding="utf-8")

    gewichten = lees(map_).dossier.instellingen.gewichten

    assert list(gewichten) == list(meegeleverd()[1].criteria)
    assert gewichten["veiligheid"] == 7


def test_drie_rijen_onder_het_voorbeeld_zijn_drie_onderwerpen(map_: Path, boek: Workbook) -> None:
    blad = boek["Onderwerpen"]
    for nummer, code in enumerate(("een", "twee", "drie"), start=VOORBEELDRIJ + 1):
        cellen = rij(blad, nummer)
        for kop, waarde in (("Code", code), ("Titel", "=1+1"), ("Thema", "wonen")):
            cellen[kop].value = waarde
            cellen[kop].data_type = "s"
        cellen["Voorstellen"].value = "1; 7"
    boek.save(map_ / "onderwerpen.xlsx")

    onderwerpen = lees(map_).dossier.onderwerpen

    assert [onderwerp.code for onderwerp in onderwerpen] == ["drie", "een", "twee"]
    assert {onderwerp.titel for onderwerp in onderwerpen} == {"=1+1"}
    assert {onderwerp.voorstellen for onderwerp in onderwerpen} == {(1, 7)}


def test_de_voorbeeldrij_is_een_goed_onderwerp_zodra_zij_een_eigen_code_heeft(
    map_: Path, boek: Workbook
) -> None:
    assert rij(boek["Onderwerpen"], VOORBEELDRIJ)["Code"].value == "voorbeeld"
    rij(boek["Onderwerpen"], VOORBEELDRIJ)["Code"].value = "eigen-code"
    boek.save(map_ / "onderwerpen.xlsx")

    onderwerp = onderwerp_uit(map_)

    assert onderwerp.voorstellen is not None
    assert onderwerp.regios == ("rijk-van-nijmegen", "rivierenland")
    assert {tag.waarde for tag in onderwerp.criteria.values()} == {"ja", "nee", "onbekend"}
    assert all(tag.onderbouwing and tag.bron for tag in onderwerp.criteria.values())


def test_de_koppen_zijn_die_van_de_tabel_in_dezelfde_volgorde(boek: Workbook) -> None:
    verwacht = [kolom.kop for kolom in kolommen(meegeleverde_lijst())]

    bladen = ["Onderwerpen", "Deelname", "Voorkeuren", "Grenzen", "Uitleg", "Lijsten"]
    assert boek.sheetnames == bladen
    assert boek.active is boek["Onderwerpen"]
    assert [cel.value for cel in boek["Onderwerpen"][KOPRIJ]] == verwacht
    assert boek["Onderwerpen"].freeze_panes == "C5"
    assert boek["Onderwerpen"].auto_filter.ref == "A4:AK504"


def test_elke_kop_heeft_een_opmerking_met_uitleg(boek: Workbook) -> None:
    uitleg = {cel.value: cel.comment.text for cel in boek["Onderwerpen"][KOPRIJ]}

    assert all(uitleg.values())
    assert "wonen = Wonen" in uitleg["Thema"]
    assert "GM0268 = Nijmegen" in uitleg["Ingediend door"]
    assert meegeleverd()[1].regels[0].zin in uitleg["Wetswijziging"]


def test_verplichte_kolommen_zijn_te_zien_zonder_kleur(boek: Workbook) -> None:
    boven = {cel.value: cel.offset(-1).value for cel in boek["Onderwerpen"][KOPRIJ]}

    assert [kop for kop, label in boven.items() if label == "verplicht"] == [
        "Code",
        "Titel",
        "Thema",
    ]


def test_keuzelijsten_staan_op_de_goede_kolommen_en_verwijzen_naar_een_naam(
    boek: Workbook,
) -> None:
    lijsten = {
        kop: controle.formula1
        for kop, (_, controle) in controles(boek["Onderwerpen"]).items()
        if controle.type == "list"
    }

    assert lijsten == {
        "Thema": "Themas",
        "Afstemming nodig": "JaNeeOnbekend",
        **dict.fromkeys(meegeleverd()[1].criteria.values(), "JaNeeOnbekend"),
        "Bevoegdheid": "Bevoegdheden",
        "Ingediend door": "Gemeenten",
        "Samenwerking": "Samenwerkingen",
        **dict.fromkeys(("Groot beleidsstuk", "Juridische toets", "Urgent"), "JaNeeOnbekend"),
    }
    assert {*lijsten.values(), "Plaatsen", "LedenOfAlle"} == set(boek.defined_names)


def test_keuzelijsten_werken_in_vijfhonderd_rijen(boek: Workbook) -> None:
    assert controles(boek["Onderwerpen"])["Thema"][0] == "D5:D504"


def test_kolommen_met_meer_codes_hebben_hulp_in_plaats_van_een_keuzelijst(boek: Workbook) -> None:
    for kop in ("Plannen", "Voorstellen", "Regio's", "Afhankelijk van"):
        _, controle = controles(boek["Onderwerpen"])[kop]

        assert controle.type in (None, "none")
        assert "Zet er ; tussen" in controle.prompt


def test_het_verborgen_blad_heeft_de_waarden_van_elke_keuzelijst(boek: Workbook) -> None:
    profiel, _ = meegeleverd()
    waarden = {
        naam: [cel.value for (cel,) in boek[blad][bereik]]
        for naam, deel in boek.defined_names.items()
        for blad, bereik in deel.destinations
    }

    assert boek["Lijsten"].sheet_state == "hidden"
    assert waarden == {
        "Themas": list(profiel.thema),
        "JaNeeOnbekend": ["ja", "nee", "onbekend"],
        "Bevoegdheden": ["college", "raad", "onbekend"],
        "Gemeenten": list(profiel.lid),
        "Samenwerkingen": list(profiel.samenwerking),
        "Plaatsen": [1, 2, 3, 4, 5],
        "LedenOfAlle": [*(lid.naam for lid in profiel.regio.leden), "alle"],
    }


def test_excel_maakt_van_een_code_of_titel_geen_getal_datum_of_formule(boek: Workbook) -> None:
    blad = boek["Onderwerpen"]
    getallen = {"Inspanning (fte)", "Kosten (€)"}

    for cel in blad[VOORBEELDRIJ]:
        kop = blad.cell(KOPRIJ, cel.column).value
        vorm = blad.column_dimensions[cel.column_letter].number_format
        assert (vorm == "@") == (cel.number_format == "@") == (kop not in getallen), kop


def test_het_blad_uitleg_noemt_elke_kolom_en_alle_codes(boek: Workbook) -> None:
    profiel, _ = meegeleverd()
    rijen = [cellen for cellen in boek["Uitleg"].iter_rows(values_only=True) if cellen[0]]
    eerste = [cellen[0] for cellen in rijen]

    for kolom in kolommen(meegeleverde_lijst()):
        assert all(rijen[eerste.index(kolom.kop)]), f"{kolom.kop} mist uitleg of voorbeeld"
    for code in (*profiel.thema, *profiel.plan, *profiel.voorstel, *profiel.deelregio):
        assert code in eerste
    assert ("GM0268", "Nijmegen", "rijk-van-nijmegen", None) in rijen
    voorstel = profiel.voorstel[23]
    assert (23, voorstel.titel, voorstel.thema, "afgerond") in rijen


def test_het_blad_uitleg_is_nooit_het_blad_met_onderwerpen(map_: Path, boek: Workbook) -> None:
    boek["Onderwerpen"].title = "Lijst 2027"
    boek.save(map_ / "onderwerpen.xlsx")

    assert lees(map_).dossier.onderwerpen == ()


@pytest.mark.traag
@pytest.mark.parametrize("begin", ["=1+", "+", "-", "@", "{=1}", "http://"])
def test_namen_uit_het_profiel_blijven_tekst(tmp_path: Path, begin: str) -> None:
    profiel = kopie_van_profiel(tmp_path)
    vervang(profiel / "themas.yaml", "naam: Wonen", f'naam: "{begin}wonen"')
    vervang(profiel / "regio.yaml", "naam: Nijmegen en Rivierenland", f'naam: "{begin}regio"')

    maak_dossier(tmp_path / "2027", 2027, profiel)

    boek = openpyxl.load_workbook(tmp_path / "2027" / "onderwerpen.xlsx")
    cellen = [cel for cellen in boek["Uitleg"].iter_rows() for cel in cellen]
    (naam,) = (cel for cel in cellen if cel.value == f"{begin}wonen")
    assert (naam.data_type, naam.hyperlink) == ("s", None)
    assert lees(tmp_path / "2027", profiel).dossier.onderwerpen == ()


def test_een_eigen_profiel_in_een_map_met_een_andere_naam_past_bij_het_dossier(
    tmp_path: Path,
) -> None:
    profiel = kopie_van_profiel(tmp_path).rename(tmp_path / "onze regio")
    vervang(profiel / "regio.yaml", "code: nijmegen-rivierenland", 'code: "12"')

    maak_dossier(tmp_path / "2027", 2027, profiel)

    assert lees(tmp_path / "2027", profiel).dossier.instellingen.profiel == "12"


def test_twee_keer_maken_geeft_dezelfde_bytes(tmp_path: Path) -> None:
    for naam in ("een", "twee"):
        maak_dossier(tmp_path / naam, 2027, None)

    for naam in ("dossier.yaml", "onderwerpen.xlsx"):
        assert (tmp_path / "een" / naam).read_bytes() == (tmp_path / "twee" / naam).read_bytes()


@pytest.mark.parametrize(
    "bestaand", ["dossier.yaml", "onderwerpen.yaml", "onderwerpen.ods", "Onderwerpen.xlsx"]
)
def test_een_map_met_een_dossier_blijft_zoals_zij_is(tmp_path: Path, bestaand: str) -> None:
    (tmp_path / bestaand).write_text("van mij")

    with pytest.raises(Invoerfout) as gevangen:
        maak_dossier(tmp_path, 2027, None)

    assert gevangen.value.meldingen[0].gevonden == bestaand
    assert [pad.read_text() for pad in tmp_path.iterdir()] == ["van mij"]


def test_een_map_met_iets_anders_mag(tmp_path: Path) -> None:
    (tmp_path / "notulen.docx").touch()

    maak_dossier(tmp_path, 2027, None)

    assert lees(tmp_path).dossier.onderwerpen == ()


def test_een_jaar_zonder_regels_geeft_geen_dossier(tmp_path: Path) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        maak_dossier(tmp_path / "2020", 2020, None)

    (melding,) = gevangen.value.meldingen
    assert (melding.veld, melding.gevonden) == ("jaar", "«2020»")
    assert "2022-01-01" in melding.suggestie
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("doel", ["bestand", "bestand/2027", "bestand/diep/2027"])
def test_waar_een_bestand_in_de_weg_staat_kan_geen_map_komen(tmp_path: Path, doel: str) -> None:
    (tmp_path / "bestand").write_text("van mij")

    with pytest.raises(Bestandsfout):
        maak_dossier(tmp_path / doel, 2027, None)

    assert (tmp_path / "bestand").read_text() == "van mij"


@pytest.mark.parametrize(
    ("onderbreking", "gemeld"),
    [(OSError(28, "schijf vol"), Bestandsfout), (KeyboardInterrupt(), KeyboardInterrupt)],
)
@pytest.mark.parametrize("eerste_goed", [0, 1])
def test_als_schrijven_misgaat_blijft_er_niets_half_achter(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    onderbreking: BaseException,
    gemeld: type[BaseException],
    eerste_goed: int,
) -> None:
    geschreven: list[Path] = []

    def hapert(pad: Path, inhoud: bytes, **_: bool) -> None:
        if len(geschreven) == eerste_goed:
            raise onderbreking
        vul(pad, inhoud)
        geschreven.append(pad)

    monkeypatch.setattr(nieuwe_map, "vul", hapert)

    with pytest.raises(gemeld):
        maak_dossier(tmp_path / "nieuw" / "diep" / "2027", 2027, None)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("onderbreking", [Bestandsfout("x", "schijf vol"), KeyboardInterrupt()])
@pytest.mark.parametrize("eerste_goed", [0, 1])
def test_een_map_die_er_al_was_blijft_staan_als_schrijven_misgaat(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    onderbreking: BaseException,
    eerste_goed: int,
) -> None:
    (tmp_path / "notulen.docx").touch()
    geschreven: list[Path] = []

    def hapert(pad: Path, inhoud: bytes, **_: bool) -> None:
        if len(geschreven) == eerste_goed:
            raise onderbreking
        schrijf(pad, inhoud, als_invoer=True)
        geschreven.append(pad)

    monkeypatch.setattr(nieuw, "schrijf", hapert)

    with pytest.raises(type(onderbreking)):
        maak_dossier(tmp_path, 2027, None)

    assert [pad.name for pad in tmp_path.iterdir()] == ["notulen.docx"]


def test_een_lege_map_die_er_al_was_is_na_afloop_dezelfde_map(tmp_path: Path) -> None:
    voor = tmp_path.stat().st_ino

    maak_dossier(tmp_path, 2027, None)

    assert tmp_path.stat().st_ino == voor
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["dossier.yaml", "onderwerpen.xlsx"]


def test_maakt_iemand_net_de_map_dan_blijft_die_zoals_zij_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def net_eerder(pad: Path, inhoud: bytes) -> None:
        vul(pad, inhoud)
        (tmp_path / "2027").mkdir(exist_ok=True)

    monkeypatch.setattr(nieuwe_map, "vul", net_eerder)

    with pytest.raises(Bestandsfout, match="de map kan niet worden gemaakt"):
        maak_dossier(tmp_path / "2027", 2027, None)

    assert [pad.name for pad in tmp_path.rglob("*")] == ["2027"]


@pytest.mark.parametrize("doel", ["", "nieuw/2027"])
def test_in_een_besluit_komt_geen_dossier(doel: str, tmp_path: Path) -> None:
    for naam in ("besluit.json", "ontvangstbewijs.json"):
        (tmp_path / naam).touch()

    with pytest.raises(Bestandsfout, match="hoort bij een besluit"):
        maak_dossier(tmp_path / doel, 2027, None)

    assert len(list(tmp_path.iterdir())) == 2


def test_wat_excel_niet_kan_bevatten_is_een_fout_en_valt_niet_stil_weg(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sjabloonkolommen._AANWIJZING, "tekst", "x" * 40_000)

    with pytest.raises(RuntimeError, match="XlsxWriter"):
        maak_dossier(tmp_path / "2027", 2027, None)

    assert list(tmp_path.iterdir()) == []
