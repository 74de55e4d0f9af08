"""Every field of a topic: what is refused, where it stands and what is said of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    CRITERIA,
    KOPPEN,
    als_yaml,
    fout_van,
    fouten_van,
    maak_dossier,
    maak_onderwerp,
    meegeleverd,
    meegeleverde_lijst,
    onderwerp_uit,
    onderwerpen_van,
    yaml_waarden,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.controleren import controleer_dossier
from agenda.invoer.onderwerpen import onderwerpen_uit
from regels.lezen.yaml import ontleed_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from regels.melding import Melding

BEGIN = "onderwerpen:\n  - code: wijk-ggz\n    titel: Wijkteams\n    thema: wonen\n"


def met_onderwerpen(map_: Path, tekst: str) -> Path:
    maak_dossier(map_)
    (map_ / "onderwerpen.yaml").write_text(tekst, encoding="utf-8")
    return map_


VELDEN = {
    "onbekend plan": ("plannen: [samen-dichtbi]", "5:15", "plannen.1", "«samen-dichtbi»"),
    "plan is een getal": ("plannen: [3]", "5:15", "plannen.1", "«3»"),
    "plannen geen lijst": ("plannen: samen-dichtbij", "5:5", "plannen", "«samen-dichtbij»"),
    "onbekend voorstel": ("voorstellen: [1, 26]", "5:22", "voorstellen.2", "«26»"),
    "voorstel nul": ("voorstellen: [0]", "5:19", "voorstellen.1", "«0»"),
    "voorstel met komma": ("voorstellen: [7.0]", "5:19", "voorstellen.1", "«7.0»"),
    "voorstel als tekst": ("voorstellen: ['7']", "5:19", "voorstellen.1", "«7»"),
    "voorstel is waar": ("voorstellen: [yes]", "5:19", "voorstellen.1", "«yes»"),
    "onbekende deelregio": ("regios: [rivierland]", "5:14", "regios.1", "«rivierland»"),
    "afstemming wellicht": ("afstemming_nodig: wellicht", "5:5", "afstemming_nodig", "«wellicht»"),
    "afstemming yes": ("afstemming_nodig: yes", "5:5", "afstemming_nodig", "«yes»"),
    "onbekend criterium": ("criteria: {veiligheit: ja}", "5:16", "criteria.veiligheit", None),
    "onbekend criterium, kort": ("criteria: [veiligheit]", "5:16", "criteria.veiligheit", None),
    "criterium misschien": (
        "criteria: {veiligheid: misschien}",
        "5:16",
        "criteria.veiligheid.waarde",
        "«misschien»",
    ),
    "criterium yes": ("criteria: {veiligheid: yes}", "5:16", "criteria.veiligheid.waarde", "«yes»"),
    "criterium als lijst": (
        "criteria: {veiligheid: [ja]}",
        "5:16",
        "criteria.veiligheid.waarde",
        "een lijst",
    ),
    "onbekend veld bij criterium": (
        "criteria: {veiligheid: {waarde: ja, bronn: x}}",
        "5:41",
        "criteria.veiligheid",
        "onbekend veld «bronn»",
    ),
    "onderbouwing is een getal": (
        "criteria: {veiligheid: {waarde: ja, onderbouwing: 5}}",
        "5:41",
        "criteria.veiligheid.onderbouwing",
        "«5»",
    ),
    "criteria als woord": ("criteria: ja", "5:5", "criteria", "«ja»"),
    "criteria door elkaar": ("criteria: [veiligheid, {wal-en-schip: ja}]", "5:5", "criteria", None),
    "wacht op zichzelf": ("afhankelijk_van: [wijk-ggz]", "5:23", "afhankelijk_van.1", None),
    "wacht op niets": ("afhankelijk_van: [opvang]", "5:23", "afhankelijk_van.1", "«opvang»"),
    "inspanning onder nul": ("inspanning_fte: -0.5", "5:5", "inspanning_fte", "«-0.5»"),
    "inspanning te hoog": ("inspanning_fte: 100.1", "5:5", "inspanning_fte", "«100.1»"),
    "inspanning is veel": ("inspanning_fte: veel", "5:5", "inspanning_fte", "«veel»"),
    "inspanning is waar": ("inspanning_fte: true", "5:5", "inspanning_fte", "«true»"),
    "kosten onder nul": ("kosten_euro: -5", "5:5", "kosten_euro", "«-5»"),
    "kosten in centen": ("kosten_euro: 1.5", "5:5", "kosten_euro", "«1.5»"),
    "kosten te hoog": ("kosten_euro: 1000000000001", "5:5", "kosten_euro", "«1000000000001»"),
    "bevoegdheid": ("bevoegdheid: burgemeester", "5:5", "bevoegdheid", "«burgemeester»"),
    "onbekende gemeente": ("ingediend_door: GM0999", "5:5", "ingediend_door", "«GM0999»"),
    "toelichting is een getal": ("toelichting: 5", "5:5", "toelichting", "«5»"),
    "onbekend veld": ("titell: x", "5:5", "", "onbekend veld «titell»"),
}


@pytest.mark.parametrize(("regel", "plek", "veld", "gevonden"), VELDEN.values(), ids=VELDEN.keys())
def test_een_fout_in_een_veld_heeft_een_plek_en_toont_wat_er_staat(
    tmp_path: Path, regel: str, plek: str, veld: str, gevonden: str | None
) -> None:
    fout = fout_van(met_onderwerpen(tmp_path, f"{BEGIN}    {regel}\n"))

    assert (str(fout.plek), fout.veld) == (f"onderwerpen.yaml:{plek}", veld)
    assert gevonden is None or fout.gevonden == gevonden
    assert fout.verwacht


@pytest.mark.parametrize(
    ("regel", "suggestie"),
    [
        ("plannen: [samen-dichtbi]", "samen-dichtbij"),
        ("regios: [rivierland]", "rivierenland"),
        ("criteria: [veiligheit]", "veiligheid"),
        ("criteria: {veiligheit: nee}", "veiligheid"),
        ("bevoegdheid: colege", "college"),
        ("titell: x", "titel"),
    ],
)
def test_een_naam_die_bijna_klopt_krijgt_een_suggestie(
    tmp_path: Path, regel: str, suggestie: str
) -> None:
    fout = fout_van(met_onderwerpen(tmp_path, f"{BEGIN}    {regel}\n"))

    assert fout.suggestie == f"bedoelde u «{suggestie}»?"


@pytest.mark.parametrize("regel", ["criteria: ja", "criteria: [veiligheid, {wal-en-schip: ja}]"])
def test_criteria_in_een_verkeerde_vorm_krijgen_uitleg_over_criteria(
    tmp_path: Path, regel: str
) -> None:
    fout = fout_van(met_onderwerpen(tmp_path, f"{BEGIN}    {regel}\n"))

    assert "lijst" in fout.verwacht
    assert "criteria" in fout.verwacht


@pytest.mark.parametrize(
    ("code", "goed"),
    [
        ("ab", True),
        ("a" * 40, True),
        ("0-9", True),
        ("a", False),
        ("a" * 41, False),
        ("Wijk", False),
        ("wijk_ggz", False),
        ("één", False),
    ],
)
def test_een_code_heeft_twee_tot_veertig_kleine_letters_cijfers_en_streepjes(
    tmp_path: Path, code: str, goed: bool
) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp(code)])

    if goed:
        assert onderwerp_uit(map_).code == code
    else:
        assert fout_van(map_).veld == "code"


@pytest.mark.parametrize(
    "titel", ["", "   ", "x" * 301, "twee\nregels", "met\ttab", "bel\x07", "\x85", "\x9b31m"]
)
def test_een_titel_is_een_regel_zonder_stuurtekens(tmp_path: Path, titel: str) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp(titel=titel)])

    fout = fout_van(map_)

    assert fout.veld == "titel"
    assert "\n" not in str(fout)
    assert str(fout).isprintable()


@pytest.mark.parametrize("tekst", ["bel\x07", "\x1b[31mrood", "x" * 10_001])
def test_een_toelichting_is_niet_te_lang_en_zonder_stuurtekens(tmp_path: Path, tekst: str) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp(toelichting=tekst)])

    assert fout_van(map_).veld == "toelichting"


@pytest.mark.parametrize("teken", ["\\e[31m", "\\n", "\\u202e"], ids=["kleur", "regel", "omkeer"])
@pytest.mark.parametrize(
    "regel", ['criteria: {{"rood{}": ja}}', 'criteria: ["rood{}"]', '"rood{}": 1']
)
def test_een_stuurteken_in_een_naam_komt_niet_in_de_melding(
    tmp_path: Path, regel: str, teken: str
) -> None:
    map_ = met_onderwerpen(tmp_path, f"{BEGIN}    {regel.format(teken)}\n")

    assert str(fout_van(map_)).isprintable()


def test_een_dubbele_code_verwijst_naar_de_eerste(tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp(), maak_onderwerp()], "excel")

    fout = fout_van(map_)

    assert str(fout.plek) == "onderwerpen.xlsx!Onderwerpen!A3"
    assert "onderwerpen.xlsx!Onderwerpen!A2" in fout.verwacht


def test_een_leeg_onderwerp_mist_code_titel_en_thema(tmp_path: Path) -> None:
    fouten = fouten_van(met_onderwerpen(tmp_path, "onderwerpen:\n  - {}\n"))

    assert [(f.veld, f.gevonden) for f in fouten] == [
        ("code", "niets"),
        ("thema", "niets"),
        ("titel", "niets"),
    ]


@pytest.mark.parametrize(
    ("regel", "gevonden"),
    [("- zomaar tekst", "«zomaar tekst»"), ("- [a]", "een lijst"), ("-", "niets")],
)
def test_een_onderwerp_dat_geen_groep_velden_is_wordt_aangewezen(
    tmp_path: Path, regel: str, gevonden: str
) -> None:
    fout = fout_van(met_onderwerpen(tmp_path, f"{BEGIN}  {regel}\n"))

    assert (fout.plek.regel, fout.gevonden) == (5, gevonden)
    assert "code, titel, thema" in fout.verwacht


@pytest.mark.parametrize(
    "tekst", ["onderwerp: []\n", "onderwerpen:\n", "[]\n", "onderwerpen: []\nrest: 1\n", "tekst\n"]
)
def test_het_bestand_heeft_een_lijst_onderwerpen_en_verder_niets(
    tmp_path: Path, tekst: str
) -> None:
    fout = fout_van(met_onderwerpen(tmp_path, tekst))

    assert str(fout.plek) == "onderwerpen.yaml:1:1"
    assert "«onderwerpen»" in fout.verwacht


def test_alle_fouten_van_een_bestand_komen_in_een_keer(tmp_path: Path) -> None:
    tekst = BEGIN + "    plannen: [a, b]\n    regios: [c]\n  - code: Fout\n    titel: ''\n"

    fouten = fouten_van(met_onderwerpen(tmp_path, tekst))

    assert [(f.plek.regel, f.veld) for f in fouten] == [
        (5, "plannen.1"),
        (5, "plannen.2"),
        (6, "regios.1"),
        (7, "code"),
        (7, "thema"),
        (8, "titel"),
    ]


def test_lijsten_worden_gesorteerd_en_dubbels_vallen_weg() -> None:
    velden = {"voorstellen": [7, 1, 7], "plannen": ["samen-dichtbij", "regioplan-bw"]}

    (onderwerp,) = onderwerpen_van(maak_onderwerp(**velden))

    assert onderwerp.voorstellen == (1, 7)
    assert onderwerp.plannen == ("regioplan-bw", "samen-dichtbij")


def test_criteria_staan_in_de_volgorde_van_de_regels_en_zonder_lege() -> None:
    tags = dict.fromkeys(reversed(CRITERIA), "ja") | {"veiligheid": "onbekend"}

    (onderwerp,) = onderwerpen_van(maak_onderwerp(criteria=tags))

    assert list(onderwerp.criteria) == [code for code in CRITERIA if code != "veiligheid"]


@pytest.mark.parametrize("waarde", [0, 100, Decimal("0.40"), Decimal("99.99")])
def test_een_inspanning_van_0_tot_en_met_100_mag(waarde: int | Decimal) -> None:
    (onderwerp,) = onderwerpen_van(maak_onderwerp(inspanning_fte=waarde))

    assert onderwerp.inspanning_fte == waarde


@pytest.mark.parametrize("aantal", [100, 101])
def test_een_lijst_heeft_hoogstens_honderd_delen(tmp_path: Path, aantal: int) -> None:
    velden = {"voorstellen": [7] * aantal}
    map_ = maak_dossier(tmp_path, [maak_onderwerp(**velden)])

    if aantal == 100:
        assert onderwerp_uit(map_).voorstellen == (7,)
    else:
        assert fout_van(map_).veld == "voorstellen"


NAMEN = [*KOPPEN.values(), *CRITERIA, "criteria", "waarde", "ja", "onbekend", "wonen", "wijk-ggz"]


@pytest.mark.traag
@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(NAMEN), yaml_waarden(NAMEN), max_size=4))
def test_welke_waarden_er_ook_staan_het_is_een_onderwerp_of_een_fout_in_de_invoer(
    velden: dict[str, Any],
) -> None:
    meldingen: list[Melding] = []
    tekst = als_yaml({"onderwerpen": [maak_onderwerp(**velden), maak_onderwerp("ander")]})
    gelezen = ontleed_yaml(tekst, "onderwerpen.yaml")

    goed = onderwerpen_uit(gelezen, meegeleverd()[0], meegeleverde_lijst(), meldingen)

    assert len(goed) == 2 or meldingen
    assert all(fout.plek.regel and fout.verwacht for fout in meldingen)


@pytest.mark.parametrize("titel", ["\u00ad", "\u2060\u200b", "\u0301", "\u200b \u2060"])
def test_een_titel_waar_niets_van_te_zien_is_wordt_geweigerd(titel: str, tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp(titel=titel)])

    (fout,) = controleer_dossier(map_).fouten

    assert (fout.veld, fout.verwacht) == ("titel", "minstens één teken dat te zien is")
