"""The template asks what a region asks; an empty profile is right from the start."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import yaml
from bouwers_agenda import als_yaml, lees
from bouwers_eigen_velden import VERZONNEN

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import meegeleverde_profielen
from agenda.nieuw import maak_dossier, maak_profiel
from agenda.onderwerp.feit import Feit
from regels.melding import Bestandsfout, Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

KOPRIJ, EERSTE_RIJ = 4, 5


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    maak_dossier(tmp_path / "2026", 2026, VERZONNEN)
    return tmp_path / "2026"


@pytest.fixture
def boek(map_: Path) -> Workbook:
    return openpyxl.load_workbook(map_ / "onderwerpen.xlsx")


def koppen(blad: Worksheet) -> list[Any]:
    return [cel.value for cel in blad[KOPRIJ] if cel.value]


def keuzelijsten(blad: Worksheet) -> dict[Any, str | None]:
    """Heading → the name of its dropdown."""
    op_letter = {cel.column_letter: cel.value for cel in blad[KOPRIJ]}
    return {
        op_letter[str(controle.sqref)[0]]: controle.formula1
        for controle in blad.data_validations.dataValidation
        if controle.type == "list"
    }


def lijst(boek: Workbook, naam: str) -> list[Any]:
    ((blad, bereik),) = boek.defined_names[naam].destinations
    return [cel.value for (cel,) in boek[blad][bereik]]


def test_er_is_een_blad_voor_alles_waar_de_regio_iets_over_vraagt(boek: Workbook) -> None:
    assert boek.sheetnames == ["Onderwerpen", "Leden", "Deelname", "Uitleg", "Lijsten"]
    assert koppen(boek["Leden"]) == ["Vestiging", "Stoelen"]
    assert koppen(boek["Deelname"]) == ["Activiteit", "Vestiging", "Geschoold"]


def test_kolommen_waar_de_regio_niets_aan_heeft_zijn_er_niet(boek: Workbook) -> None:
    assert koppen(boek["Onderwerpen"]) == [
        *("Code", "Titel", "Toelichting", "Rubriek", "Afhankelijk van", "Inspanning (fte)"),
        *("Kosten (€)", "Ingediend door", "Landelijk programma", "Bezoekers", "Publiek"),
        *("Ruimten", "Foldertekst", "Samenwerking"),
    ]


def test_een_eigen_veld_heeft_zijn_vraag_een_voorbeeld_en_een_keuzelijst(boek: Workbook) -> None:
    blad = boek["Onderwerpen"]
    uitleg = {cel.value: cel.comment.text for cel in blad[KOPRIJ]}
    voorbeeld = {cel.value: blad.cell(EERSTE_RIJ, cel.column).value for cel in blad[KOPRIJ]}

    assert uitleg["Publiek"] == "Voor wie is het? Kies uit de lijst."
    assert "keuken = een keuken" in uitleg["Ruimten"]
    assert (voorbeeld["Bezoekers"], voorbeeld["Publiek"]) == (60, "peuters")
    assert lijst(boek, str(keuzelijsten(blad)["Publiek"])) == [
        *("peuters", "senioren", "iedereen", "onbekend")
    ]
    assert keuzelijsten(blad)["Landelijk programma"] == "JaNeeOnbekend"


def test_de_vragen_zijn_in_de_woorden_van_de_regio(boek: Workbook) -> None:
    uitleg = {cel.value: cel.comment.text for cel in boek["Onderwerpen"][KOPRIJ]}

    assert boek["Onderwerpen"]["A1"].value.startswith("Activiteiten voor het seizoensplan 2026 van")
    assert uitleg["Kosten (€)"] == "Wat de activiteit kost, in hele euro's."
    assert uitleg["Rubriek"].startswith("De code van de rubriek.")


def test_op_het_blad_leden_staan_alle_leden_al_bij_naam(boek: Workbook) -> None:
    namen = [boek["Leden"].cell(rij, 1).value for rij in range(EERSTE_RIJ, EERSTE_RIJ + 4)]

    assert namen == ["Duinhuis", "Havenzaal", "Molenplein", None]
    assert lijst(boek, str(keuzelijsten(boek["Deelname"])["Vestiging"])) == [*namen[:3], "alle"]


def test_een_leeg_sjabloon_zegt_niets_en_een_ingevuld_sjabloon_wordt_gelezen(
    map_: Path, boek: Workbook
) -> None:
    assert lees(map_, VERZONNEN).dossier.leden == {}
    boek["Leden"].cell(EERSTE_RIJ + 1, 2).value = 80
    for rij, cellen in enumerate((("week", "Week", "", "Ontmoeten"),), start=EERSTE_RIJ + 1):
        for kolom, waarde in enumerate(cellen, start=1):
            boek["Onderwerpen"].cell(rij, kolom).value = waarde or None
    for kolom, waarde in enumerate(("Week", "alle", "x"), start=1):
        boek["Deelname"].cell(EERSTE_RIJ, kolom).value = waarde
    boek.save(map_ / "onderwerpen.xlsx")

    dossier = lees(map_, VERZONNEN).dossier

    assert dossier.leden == {"havenzaal": {"stoelen": Feit(80)}}
    assert [(d.onderwerp, d.lid, d.feiten) for d in dossier.deelname] == [
        ("week", None, {"geschoold": Feit("ja")})
    ]


def test_het_blad_uitleg_noemt_de_kolommen_van_elk_blad(boek: Workbook) -> None:
    eerste = [cellen[0] for cellen in boek["Uitleg"].iter_rows(values_only=True)]

    for blad in ("Onderwerpen", "Leden", "Deelname"):
        assert f"Kolommen van het blad {blad}" in eerste
        assert set(koppen(boek[blad])) <= set(eerste)


def test_vragen_over_het_jaar_staan_in_dossier_yaml_en_gelden_zonder_hekje(tmp_path: Path) -> None:
    maak_dossier(tmp_path / "2014", 2014, None, "arnhem-2014")
    pad = tmp_path / "2014" / "dossier.yaml"
    voor, kop, na = pad.read_text(encoding="utf-8").partition("# feiten:")
    zonder = "\n".join(regel.removeprefix("# ") for regel in (kop + na).splitlines())
    vragen = [
        v
        for v in lees_profiel(meegeleverde_profielen() / "arnhem-2014")[0].velden
        if v.over == "jaar" and v.afgeleid is None
    ]

    pad.write_text(voor + zonder, encoding="utf-8")

    assert lees(tmp_path / "2014").dossier.feiten == {}
    assert yaml.safe_load(pad.read_text(encoding="utf-8"))["feiten"] == {
        veld.code: "onbekend" for veld in vragen
    }
    assert all(str(veld.vraag) in zonder for veld in vragen)


LASTIG = {
    "een kop die langer is dan Excel toont": {"kop": "Wat " * 20, "vraag": "Waarom? " * 35},
    "een meervoud met spaties": {"meervoud": "de keuzes van nu"},
    "een meervoud dat een cel kan zijn": {"meervoud": "A1"},
    "een meervoud dat er al is": {"meervoud": "Themas"},
    "een kop die een formule lijkt": {"kop": "=1+1"},
}


@pytest.mark.parametrize("velden", LASTIG.values(), ids=LASTIG.keys())
def test_hoe_de_regio_een_veld_ook_noemt_er_komt_een_sjabloon(
    tmp_path: Path, velden: dict[str, str]
) -> None:
    profiel = tmp_path / "profiel"
    shutil.copytree(VERZONNEN, profiel)
    inhoud = yaml.safe_load((profiel / "velden.yaml").read_text(encoding="utf-8"))
    schoon = {naam: tekst.strip() for naam, tekst in velden.items()}
    for veld in inhoud["velden"][2:4]:
        veld |= schoon if veld["code"] == "ruimten" else {**schoon, "kop": "Publiek"}
    (profiel / "velden.yaml").write_text(als_yaml(inhoud), encoding="utf-8")

    maak_dossier(tmp_path / "2026", 2026, profiel)

    boek = openpyxl.load_workbook(tmp_path / "2026" / "onderwerpen.xlsx")
    assert lijst(boek, str(keuzelijsten(boek["Onderwerpen"])["Publiek"]))[0] == "peuters"
    assert lijst(boek, "Themas")[0] == "leesplezier"
    assert schoon.get("kop", "Ruimten") in koppen(boek["Onderwerpen"])


def test_uit_een_map_met_meer_profielen_kiest_u_er_een(tmp_path: Path) -> None:
    shutil.copytree(VERZONNEN, tmp_path / "p" / "bibliotheken-zilverkust")

    maak_dossier(tmp_path / "enige", 2026, tmp_path / "p")
    shutil.copytree(VERZONNEN, tmp_path / "p" / "ander")
    maak_dossier(tmp_path / "gekozen", 2026, tmp_path / "p", "bibliotheken-zilverkust")
    with pytest.raises(Invoerfout) as gevangen:
        maak_dossier(tmp_path / "niet", 2026, tmp_path / "p")

    for naam in ("enige", "gekozen"):
        gekozen = lees(tmp_path / naam, tmp_path / "p").dossier.instellingen.profiel
        assert gekozen == "bibliotheken-zilverkust"
    (melding,) = gevangen.value.meldingen
    assert (melding.gevonden, melding.suggestie) == ("2 profielen", "kies er een met --voor")


def test_elk_meegeleverd_profiel_is_te_kiezen(tmp_path: Path) -> None:
    for map_ in meegeleverde_profielen().glob("*/regio.yaml"):
        code = map_.parent.name
        maak_dossier(tmp_path / code, 2027, None, code)

        assert lees(tmp_path / code).dossier.instellingen.profiel == code


@pytest.mark.parametrize(
    ("voor", "themas", "gevonden"),
    [("arnhem2014", None, "«arnhem2014»"), ("ander", VERZONNEN, "«ander»")],
)
def test_een_profiel_dat_er_niet_is_wordt_geen_dossier(
    tmp_path: Path, voor: str, themas: Path | None, gevonden: str
) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        maak_dossier(tmp_path / "2027", 2027, themas, voor)

    assert gevangen.value.meldingen[0].gevonden == gevonden
    assert list(tmp_path.iterdir()) == []


def test_een_nieuw_profiel_wordt_zonder_bevinding_gelezen(tmp_path: Path) -> None:
    maak_profiel(tmp_path / "Onze Regio")

    profiel, regelset = lees_profiel(tmp_path / "Onze Regio")

    assert profiel.regio.code == "onze-regio"
    assert profiel.regio.leden == ()
    assert [indeling.code for indeling in regelset.indelingen] == ["wie_doet_het"]


def test_wat_in_een_nieuw_profiel_achter_een_hekje_staat_klopt_ook(tmp_path: Path) -> None:
    maak_profiel(tmp_path / "p")
    for pad in (tmp_path / "p").rglob("*.yaml"):
        tekst = pad.read_text(encoding="utf-8").replace("leden: []\n", "")
        begin = "leden:|  - |aantal_leden:|deelregios:" if pad.name == "regio.yaml" else "$^"
        aan = re.sub(rf"^# (?={begin})|(?<=^  )# (?=- code:|  )", "", tekst, flags=re.MULTILINE)
        pad.write_text(aan, encoding="utf-8")

    profiel, regelset = lees_profiel(tmp_path / "p")

    assert list(profiel.lid) == ["eerste-lid", "tweede-lid"]
    assert profiel.regio.aantal == 12
    assert list(profiel.veld) == ["moet_het_samen", "voor_wie", "wil_meedoen"]
    assert [regel.soort for regel in regelset.regels] == ["indeling", "controle"]


@pytest.mark.parametrize("naam", ["12", "no", "2027-01-01", "é", "x" * 60])
def test_elke_naam_van_een_map_geeft_een_geldig_profiel(tmp_path: Path, naam: str) -> None:
    maak_profiel(tmp_path / naam)

    assert lees_profiel(tmp_path / naam)[0].regio.code in (naam[:40], "mijn-regio")


@pytest.mark.parametrize("bestaand", ["regio.yaml", "regels", "Velden.yaml", "LEESMIJ.md"])
def test_een_map_met_een_profiel_blijft_zoals_zij_is(tmp_path: Path, bestaand: str) -> None:
    (tmp_path / bestaand).write_text("van mij")

    with pytest.raises(Invoerfout) as gevangen:
        maak_profiel(tmp_path)

    assert gevangen.value.meldingen[0].gevonden == bestaand
    assert [pad.name for pad in tmp_path.rglob("*")] == [bestaand]


def test_een_profiel_kan_in_een_map_waar_al_iets_anders_staat(tmp_path: Path) -> None:
    (tmp_path / "notulen.docx").touch()

    maak_profiel(tmp_path)

    assert lees_profiel(tmp_path)


def test_waar_niet_geschreven_kan_worden_komt_geen_profiel(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("van mij")

    with pytest.raises(Bestandsfout):
        maak_profiel(tmp_path / "bestand" / "p")

    assert [pad.name for pad in tmp_path.rglob("*")] == ["bestand"]


def test_een_dossier_voor_een_nieuw_profiel_begint_zonder_fouten(tmp_path: Path) -> None:
    maak_profiel(tmp_path / "p")
    maak_dossier(tmp_path / "2027", 2027, tmp_path / "p")

    gelezen = lees(tmp_path / "2027", tmp_path / "p")

    assert (gelezen.dossier.onderwerpen, gelezen.waarschuwingen()) == ((), ())
