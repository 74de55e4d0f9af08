"""`agenda samenvoegen` as a user meets it: thirteen workbooks with what goes wrong in real ones."""

from __future__ import annotations

import json
import os
import shutil
import sys
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import openpyxl
import pytest
import yaml
from bouwers_agenda import KOPPEN, als_yaml, maak_onderwerp, schrijf_yaml
from bouwers_samenvoegen import (
    CULEMBORG,
    DRIE,
    GEMEENTEN,
    INBRENG,
    maak_dertien,
    maak_drie,
    schrijf_bladen,
    schrijf_csv,
)

from agenda.invoer.dossier import lees_dossier
from agenda.invoer.profielmap import meegeleverde_profielen
from cli.uitgang import voer_uit

if TYPE_CHECKING:
    from collections.abc import Callable

GOUD = Path(__file__).parents[1] / "goud"
ZONDER = "--zonder-foute-bestanden"
WIJCHEN = "Wijchen.xlsx"


@pytest.fixture
def werk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the dossier «2027» and three small files in «werkmappen»."""
    maak_drie(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def klaar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The thirteen workbooks, and the dossier that was made of them: only to be looked at."""
    map_ = tmp_path_factory.mktemp("dertien")
    maak_dertien(map_)
    opdracht = [*("samenvoegen", map_ / "werkmappen", "--naar", map_ / "2027"), ZONDER]
    uit = ["--formaat", "json", "--uit", map_ / "verslag.json"]
    assert voer_uit([str(deel) for deel in (*opdracht, *uit)]) == 0
    return map_


@pytest.fixture
def dertien(klaar: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The report on the thirteen workbooks; the dossier stands in «2027»."""
    monkeypatch.chdir(klaar)
    gelezen: dict[str, Any] = json.loads(Path("verslag.json").read_text(encoding="utf-8"))
    return gelezen


@pytest.fixture
def kopie(klaar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The thirteen workbooks beside an empty dossier, to change something in."""
    shutil.copytree(klaar / "werkmappen", tmp_path / "werkmappen")
    monkeypatch.chdir(tmp_path)
    leeg_dossier()
    return tmp_path


@pytest.fixture
def voeg(draai: Callable) -> Callable[..., Any]:
    """Put files together; gives the JSON of the report."""

    def voeg(*wat: object, code: int = 0) -> dict[str, Any]:
        wat = wat or ("werkmappen",)
        afloop = draai("samenvoegen", *wat, "--naar", "2027", "--formaat", "json")
        assert afloop.code == code, afloop.fout
        gelezen: dict[str, Any] = json.loads(afloop.uit)
        return gelezen

    return voeg


def leeg_dossier() -> None:
    shutil.rmtree("2027", ignore_errors=True)
    Path("2027").mkdir()
    Path("2027/dossier.yaml").write_text("jaar: 2027\n", encoding="utf-8")


def lees(naam: str) -> Any:
    return next(iter(yaml.safe_load(Path("2027", naam).read_text(encoding="utf-8")).values()))


def onderwerp(code: str) -> dict[str, Any]:
    (gevonden,) = (deel for deel in lees("onderwerpen.yaml") if deel["code"] == code)
    assert isinstance(gevonden, dict)
    return gevonden


def kies(**keuzes: str) -> None:
    """Fill in the sheet «Beslist»: «code veld» → choice, with _ for every mark."""
    pad = Path("2027/samenvoegen.xlsx")
    boek = openpyxl.load_workbook(pad)
    over = dict(keuzes)
    for rij in boek["Beslist"].iter_rows(min_row=3):
        wat = " ".join(str(rij[kolom].value or "") for kolom in (1, 3, 4))
        naam = "_".join("".join(t if t.isalnum() else " " for t in wat).split()).lower()
        if naam in over:
            rij[5].value = over.pop(naam)
    assert not over
    boek.save(pad)


def zet_in_boek(cel: str, tekst: str, blad: str = "Beslist") -> None:
    """Type something into samenvoegen.xlsx; a sheet that is not there is added."""
    pad = Path("2027/samenvoegen.xlsx")
    boek = openpyxl.load_workbook(pad)
    (boek[blad] if blad in boek.sheetnames else boek.create_sheet(blad))[cel] = tekst
    boek.save(pad)


def vragen() -> dict[tuple[str, str, str], tuple[str, str]]:
    """Topic, field and other topic → choice and state, as the sheet «Beslist» has them."""
    boek = openpyxl.load_workbook("2027/samenvoegen.xlsx")
    rijen = boek["Beslist"].iter_rows(min_row=3, values_only=True)
    return {(r[1], r[3], r[4] or ""): (str(r[5] or ""), str(r[7])) for r in rijen}


def afdruk_van(map_: str = "2027") -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in sorted(Path(map_).iterdir())}


# What is planted, is named.


def test_een_bestand_met_fouten_wordt_genoemd_en_er_wordt_niets_geschreven(
    kopie: Path, draai: Callable
) -> None:
    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027")

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.startswith(f"{WIJCHEN}: gevonden een bestand dat geen Excel is")
    assert [*afdruk_van()] == ["dossier.yaml"]


def test_zonder_een_goed_bestand_wordt_er_niets_geschreven(werk: Path, draai: Callable) -> None:
    voor = sorted(Path("2027").iterdir())
    Path("Tiel.xlsx").write_bytes(b"geen werkmap")

    afloop = draai("samenvoegen", "Tiel.xlsx", "--naar", "2027", ZONDER)

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.startswith("Tiel.xlsx")
    assert sorted(Path("2027").iterdir()) == voor


def test_het_verslag_leest_als_een_verhaal(kopie: Path, draai: Callable, goud: Callable) -> None:
    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027", ZONDER)

    assert afloop.code == 0
    assert f"Let op: «{WIJCHEN}» is niet meegenomen" in afloop.fout
    goud(GOUD / "cli-samenvoegen.txt", afloop.uit)


def test_elk_bestand_staat_in_het_verslag_met_zijn_gemeente(dertien: dict[str, Any]) -> None:
    assert dertien["schema"] == "agenda/samenvoegen/1"
    van_wie = {deel["bestand"]: deel["gemeente"] for deel in dertien["bestanden"]}
    assert len(van_wie) == 12
    assert set(van_wie.values()) == set(GEMEENTEN.values()) - {"GM0296"}
    assert van_wie[CULEMBORG] == "GM0216"
    assert dertien["kopieen"] == [{"bestand": "Tiel (kopie).xlsx", "van": "Tiel.xlsx"}]
    assert [fout.partition(":")[0] for fout in dertien["fouten"]] == [WIJCHEN]
    assert {o["code"] for o in lees("onderwerpen.yaml")} == {
        *(deel["code"] for naam, delen in INBRENG.items() for deel in delen if naam != "Wijchen")
    }


def test_wat_verschilt_staat_er_met_wie_wat_zegt_en_in_welke_cel(dertien: dict[str, Any]) -> None:
    verschillen = {(v["onderwerp"], v["veld"]): v for v in dertien["verschillen"]}

    feiten = {sleutel: v for sleutel, v in verschillen.items() if v["soort"] == "feit"}
    assert feiten.keys() == {("dashboards", "regios"), ("weer-thuis", "kosten_euro")}
    kosten = feiten["weer-thuis", "kosten_euro"]
    assert kosten["waarden"] == {"GM0268": "50000", "GM0281": "60000"}
    assert kosten["plekken"] == {
        "GM0268": "Nijmegen.xlsx!Onderwerpen!AE2",
        "GM0281": "Tiel.xlsx!Onderwerpen!AE2",
    }
    oordelen = {sleutel: v for sleutel, v in verschillen.items() if v["soort"] == "oordeel"}
    assert oordelen.keys() == {
        ("dashboards", "borging-samenwerking"),
        ("dashboards", "laaghangend-fruit"),
        ("regisseur", "wal-en-schip"),
        ("weer-thuis", "wal-en-schip"),
        ("weer-thuis", "veiligheid"),
    }
    op_blad = oordelen["regisseur", "wal-en-schip"]["plekken"]["GM0944"]
    assert op_blad == "Mook en Middelaar.xlsx!Oordelen!D3"


def test_wat_op_elkaar_lijkt_wordt_voorgelegd_en_nooit_vanzelf_een(
    dertien: dict[str, Any],
) -> None:
    assert dertien["lijkt_op"] == [
        ["ggz-wijkteams", "wijk-ggz"],
        ["respijt", "respijtzorg"],
        ["time-out", "time-out-plek"],
    ]
    assert {"respijt", "respijtzorg"} <= {o["code"] for o in lees("onderwerpen.yaml")}


@pytest.mark.usefixtures("dertien")
def test_een_feit_waarover_bestanden_verschillen_is_onbekend() -> None:
    assert "kosten_euro" not in onderwerp("weer-thuis")
    assert "regios" not in onderwerp("dashboards")
    assert onderwerp("weer-thuis")["regios"] == ["rijk-van-nijmegen", "rivierenland"]


@pytest.mark.usefixtures("dertien")
def test_oude_sjablonen_en_een_eigen_tabel_in_csv_doen_gewoon_mee() -> None:
    assert onderwerp("skaeve-huse")["ingediend_door"] == GEMEENTEN["West Betuwe"]
    assert onderwerp("werkplek")["ingediend_door"] == GEMEENTEN["West Maas en Waal"]
    (oordeel,) = (rij for rij in lees("oordelen.yaml") if rij["onderwerp"] == "werkplek")
    assert oordeel["vindplaats"] == "West Maas en Waal.csv:2:7"


@pytest.mark.usefixtures("dertien")
def test_oordelen_komen_van_beide_bladen_met_hun_vindplaats() -> None:
    rijen = {(r["onderwerp"], r["gemeente"], r["criterium"]): r for r in lees("oordelen.yaml")}

    assert rijen["weer-thuis", "GM0268", "veiligheid"] == {
        "onderwerp": "weer-thuis",
        "gemeente": "GM0268",
        "criterium": "veiligheid",
        "waarde": "ja",
        "onderbouwing": "Dat staat in de evaluatie.",
        "vindplaats": "Nijmegen.xlsx!Onderwerpen!Q2",
    }
    assert rijen["regisseur", "GM0944", "veiligheid"]["waarde"] == "nee"
    assert lees("voorkeuren.yaml") == {
        "GM0281": ["veiligheid", ["wal-en-schip", "laaghangend-fruit"]]
    }


@pytest.mark.usefixtures("dertien")
def test_waar_alles_vandaan_komt_staat_op_het_blad_herkomst() -> None:
    boek = openpyxl.load_workbook("2027/samenvoegen.xlsx")
    rijen = {rij[0::4] + rij[3:4]: rij for rij in boek["Herkomst"].iter_rows(values_only=True)}

    assert ("weer-thuis", "50000", "AE2", "Kosten (€)") in rijen
    gezegd = rijen["weer-thuis", "50000", "AE2", "Kosten (€)"]
    assert gezegd[5:8] == ("Nijmegen", "Nijmegen.xlsx", "Onderwerpen")


@pytest.mark.usefixtures("dertien")
def test_het_dossier_is_daarna_te_controleren_en_te_rangschikken(draai: Callable) -> None:
    assert draai("controleer", "2027").code == 0
    assert draai("prioriteer", "2027").code == 0
    dossier = lees_dossier(Path("2027")).dossier
    sleutel = ("regisseur", "wal-en-schip")
    zeggen = {o.gemeente: o.waarde for o in dossier.oordelen if o.sleutel[::2] == sleutel}
    assert zeggen == {"GM0268": "ja", "GM0944": "nee"}


# The order of the files, and doing it again.


@pytest.mark.traag
def test_elke_volgorde_van_dertien_bestanden_geeft_dezelfde_bytes(
    kopie: Path, draai: Callable
) -> None:
    paden = sorted(Path("werkmappen").iterdir())
    uitkomsten = []
    for orde in (paden, paden[::-1], paden[5:] + paden[:5], [Path("werkmappen"), paden[3]]):
        leeg_dossier()
        afloop = draai("samenvoegen", *orde, "--naar", "2027", ZONDER, "--formaat", "json")
        uitkomsten.append((afloop.code, afloop.uit, afdruk_van()))

    assert all(uitkomst == uitkomsten[0] for uitkomst in uitkomsten)


def test_elke_volgorde_en_een_tweede_keer_geven_dezelfde_bytes(werk: Path, voeg: Callable) -> None:
    eerste = voeg(), afdruk_van()
    assert (voeg(), afdruk_van()) == eerste

    for orde in permutations(sorted(Path("werkmappen").iterdir())):
        leeg_dossier()
        assert (voeg(*orde), afdruk_van()) == eerste


def test_wat_is_gekozen_geldt_en_overleeft_een_tweede_keer(werk: Path, voeg: Callable) -> None:
    assert voeg()["open_vragen"] == 2
    kies(weer_thuis_kosten="€ 55.000", time_out_is_hetzelfde_als_time_out_plek="time-out")

    for _ in range(2):
        uit = voeg()
        assert onderwerp("weer-thuis")["kosten_euro"] == 55000
        assert uit["opgegaan"] == {"time-out-plek": "time-out"}
        assert (uit["lijkt_op"], uit["open_vragen"]) == ([], 0)
    assert vragen()["weer-thuis", "Kosten (€)", ""] == (
        "€ 55.000",
        "beslist; dit zegt geen van de bestanden",
    )


def test_van_twee_onderwerpen_die_er_een_zijn_tellen_de_oordelen_samen(
    werk: Path, voeg: Callable
) -> None:
    voeg()
    kies(time_out_is_hetzelfde_als_time_out_plek="time-out-plek")
    voeg()

    indieners = sorted([GEMEENTEN["Nijmegen"], GEMEENTEN["Buren"]])
    assert onderwerp("time-out-plek")["ingediend_door"] == indieners
    assert onderwerp("time-out-plek")["titel"] == "Een plek voor time-out"
    wie = {r["gemeente"] for r in lees("oordelen.yaml") if r["onderwerp"] == "time-out-plek"}
    assert wie == {GEMEENTEN["Nijmegen"], GEMEENTEN["Buren"]}


def test_twee_onderwerpen_blijven_twee_als_iemand_dat_kiest(werk: Path, voeg: Callable) -> None:
    voeg()
    kies(time_out_is_hetzelfde_als_time_out_plek="beide")

    uit = voeg()
    assert (uit["lijkt_op"], uit["opgegaan"]) == ([], {})
    assert uit["lijkt_op_beslist"] == [{"codes": ["time-out", "time-out-plek"], "keuze": "beide"}]


def test_een_keuze_overleeft_een_verbetering_ook_als_de_vraag_weggaat_en_terugkomt(
    werk: Path, voeg: Callable
) -> None:
    voeg()
    kies(weer_thuis_kosten="60000")
    oud = Path("werkmappen/Nijmegen.csv")
    bewaard = oud.read_bytes()

    schrijf_csv(oud, [{**deel, "kosten_euro": 60000} for deel in DRIE["Nijmegen"]])
    uit = voeg()
    assert not any(v["veld"] == "kosten_euro" for v in uit["verschillen"])
    assert vragen()["weer-thuis", "Kosten (€)", ""] == ("60000", "niet meer aan de orde")

    oud.write_bytes(bewaard)
    voeg()
    assert vragen()["weer-thuis", "Kosten (€)", ""] == ("60000", "beslist")
    assert onderwerp("weer-thuis")["kosten_euro"] == 60000


def test_onbekend_is_ook_een_keuze(werk: Path, voeg: Callable) -> None:
    voeg()
    kies(weer_thuis_kosten="onbekend")

    (verschil,) = (v for v in voeg()["verschillen"] if v["veld"] == "kosten_euro")
    assert (verschil["beslist"], verschil["geldt"]) == (True, "onbekend")
    assert "kosten_euro" not in onderwerp("weer-thuis")


def test_een_keuze_die_niet_kan_wordt_genoemd_met_haar_cel(
    werk: Path, voeg: Callable, draai: Callable
) -> None:
    voeg()
    kies(weer_thuis_kosten="veel", time_out_is_hetzelfde_als_time_out_plek="time-uot")
    voor = afdruk_van()

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027")
    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout == (
        "samenvoegen.xlsx!Beslist!F3: Keuze: gevonden «time-uot»; verwacht de code die blijft"
        " (time-out of time-out-plek), of «beide»; bedoelde u «time-out»?\n"
        "samenvoegen.xlsx!Beslist!F4: Kosten (€): gevonden «veel»; verwacht een bedrag in hele"
        " euro's, zoals 50000\n"
    )
    assert afdruk_van() == voor


@pytest.mark.parametrize(
    ("cellen", "plek"),
    [
        (("", "", "Is hetzelfde als", "", "beide"), "E3"),
        (("time-out", "", "Is hetzelfde als", "time-out", "time-out"), "E3"),
        (("time-out", "", "Criteria", "", "ja"), "D3"),
        (("time-out", "", "Inspanning per lid (fte)", "", "1"), "D3"),
    ],
)
def test_een_rij_die_nergens_over_gaat_wordt_genoemd_met_haar_cel(
    werk: Path, voeg: Callable, draai: Callable, cellen: tuple[str, ...], plek: str
) -> None:
    voeg()
    boek = openpyxl.load_workbook("2027/samenvoegen.xlsx")
    for kolom, cel in enumerate(cellen, start=2):
        boek["Beslist"].cell(3, kolom).value = cel
    boek.save("2027/samenvoegen.xlsx")

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027")
    assert afloop.code == 3
    assert afloop.fout.startswith(f"samenvoegen.xlsx!Beslist!{plek}: ")


def test_keuzes_die_in_een_kring_lopen_worden_genoemd(werk: Path, voeg: Callable) -> None:
    titels = dict.fromkeys(("aa", "bb", "cc"), "Een plek voor time-out")
    for naam, (code, titel) in zip(DRIE, titels.items(), strict=True):
        schrijf_csv(Path(f"werkmappen/{naam}.csv"), [maak_onderwerp(code, titel=titel)])
    voeg()
    kies(aa_is_hetzelfde_als_bb="aa", aa_is_hetzelfde_als_cc="cc", bb_is_hetzelfde_als_cc="bb")

    assert voeg(code=3)["opgegaan"] == {}


def test_een_opmerking_bij_een_vraag_blijft_staan(werk: Path, voeg: Callable) -> None:
    voeg()
    zet_in_boek("I3", "Bespreken op 12 mei")
    voeg()

    boek = openpyxl.load_workbook("2027/samenvoegen.xlsx")
    assert boek["Beslist"]["I3"].value == "Bespreken op 12 mei"


def test_een_blad_dat_iemand_erbij_zette_gaat_niet_verloren(
    werk: Path, voeg: Callable, draai: Callable
) -> None:
    voeg()
    zet_in_boek("A1", "van mij", blad="Aantekeningen")
    voor = afdruk_van()

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027")
    assert afloop.code == 3
    assert "samenvoegen.xlsx!Aantekeningen: gevonden een blad dat erbij is gezet" in afloop.fout
    assert afdruk_van() == voor


# One code, and two titles or themes.


@pytest.fixture
def oneens(werk: Path) -> Path:
    """Two members bring in one code with two titles and two themes."""
    shutil.rmtree("werkmappen")
    map_ = Path("werkmappen")
    map_.mkdir()
    for naam, titel, thema in (("Druten", "Wonen", "wonen"), ("Tiel", "Thuis", "participatie")):
        schrijf_csv(map_ / f"{naam}.csv", [maak_onderwerp("huis", titel=titel, thema=thema)])
    return map_


def test_een_code_met_twee_titels_geeft_geen_dossier_maar_wel_de_vraag(
    oneens: Path, draai: Callable
) -> None:
    afloop = draai("samenvoegen", oneens, "--naar", "2027")

    assert (afloop.code, afloop.uit) == (3, "")
    regels = afloop.fout.splitlines()
    assert regels[0] == "Geschreven in 2027: samenvoegen.xlsx."
    assert regels[1].startswith(
        "Druten.csv:2:2: huis: Titel: gevonden «Wonen» (Druten.csv:2:2) en «Thuis» (Tiel.csv:2:2);"
        " verwacht één titel; kies op het blad Beslist van samenvoegen.xlsx"
    )
    assert [*afdruk_van()] == [".agenda-export.json", "dossier.yaml", "samenvoegen.xlsx"]


def test_na_de_keuze_is_er_een_dossier(oneens: Path, voeg: Callable) -> None:
    voeg(oneens, code=3)
    kies(huis_titel="Thuis", huis_thema="Wonen")
    voeg(oneens)

    assert onderwerp("huis")["titel"] == "Thuis"
    assert onderwerp("huis")["thema"] == "wonen"


def test_een_andere_schrijfwijze_is_geen_andere_titel(oneens: Path, voeg: Callable) -> None:
    for naam, titel in (("Druten", "Wijk-GGZ teams"), ("Tiel", "wijk ggz-teams")):
        schrijf_csv(oneens / f"{naam}.csv", [maak_onderwerp("ggz", titel=titel)])

    assert voeg(oneens)["verschillen"] == []


# Of whom a file is.


@pytest.mark.parametrize(
    ("naam", "gevonden"),
    [
        ("inbreng.csv", "niet van welke gemeente dit bestand is"),
        ("Tiel en Druten.csv", "de namen van Druten en Tiel"),
    ],
)
def test_een_bestand_zonder_gemeente_is_een_fout(
    naam: str, gevonden: str, werk: Path, draai: Callable
) -> None:
    schrijf_csv(Path(naam), [maak_onderwerp("aa")])

    afloop = draai("samenvoegen", naam, "--naar", "2027")
    assert (afloop.code, afloop.uit) == (3, "")
    assert gevonden in afloop.fout


def test_wie_bij_een_keuze_weet_niet_typt_leest_wat_er_gekozen_kan_worden(
    werk: Path, voeg: Callable, draai: Callable
) -> None:
    for naam, kosten in (("Tiel", 5), ("Buren", 6)):
        schrijf_csv(Path(f"{naam}.csv"), [maak_onderwerp("aa", kosten_euro=kosten)])
    voeg("Tiel.csv", "Buren.csv")
    zet_in_boek("F3", "weet niet")

    fout = draai("samenvoegen", "Tiel.csv", "Buren.csv", "--naar", "2027").fout
    assert "gevonden «weet niet»" in fout
    assert fout.rstrip().endswith("; kies «onbekend» als niemand het weet")


def test_een_gemeente_krijgt_geen_vraag_die_haar_werkmap_niet_stelt_of_die_zij_al_beantwoordde(
    werk: Path, voeg: Callable
) -> None:
    plannen, weg = ["samen-dichtbij"], dict.fromkeys(("bevoegdheid", "urgent", "regios"))
    for naam, nummers in (("Tiel", [1]), ("Buren", [1, 7])):
        rij = maak_onderwerp("aa", plannen=plannen, voorstellen=nummers, **weg)
        schrijf_csv(Path(f"{naam}.csv"), [rij])

    leden = voeg("Tiel.csv", "Buren.csv")["leden"]
    leeg = [[zin for zin in lid["gevraagd"] if "Nog leeg" in zin] for lid in leden]
    assert leeg == [["Wat weet u van aa? Nog leeg: Regio's."]] * 2


def test_een_naam_van_een_gemeente_met_een_tikfout_wordt_herkend(
    werk: Path, draai: Callable
) -> None:
    schrijf_csv(Path("Teil.csv"), [maak_onderwerp("aa")])

    assert (
        "is het van Tiel? Verbeter dan de naam"
        in draai("samenvoegen", "Teil.csv", "--naar", "2027").fout
    )


def test_wat_een_gemeente_bij_veel_onderwerpen_wordt_gevraagd_staat_bij_elkaar(
    werk: Path, voeg: Callable
) -> None:
    rijen = [
        maak_onderwerp(f"t-{nr:02}", titel=f"Titel {nr}", regios=None, criteria=["veiligheid"])
        for nr in range(12)
    ]
    schrijf_csv(Path("Tiel.csv"), rijen)

    (lid,) = voeg("Tiel.csv")["leden"]
    codes = ", ".join(f"t-{nr:02}" for nr in range(10))
    assert f"Wat weet u van {codes} en nog 2? Nog leeg: Regio's." in lid["gevraagd"]
    (waarom,) = (zin for zin in lid["gevraagd"] if zin.startswith("Waarom"))
    assert waarom.startswith("Waarom is Veiligheid «ja» bij t-00 (Tiel.csv:2:")
    assert waarom.endswith("en nog 2? Er staat geen onderbouwing.")


def test_wie_het_dossier_zelf_noemt_leest_in_welke_map_de_werkmappen_staan(
    werk: Path, draai: Callable
) -> None:
    leeg_dossier()
    Path("2027/gemeenten").mkdir()

    fout = draai("samenvoegen", "2027", "--naar", "2027").fout
    assert fout.rstrip().endswith(f"bedoelde u de map {Path('2027/gemeenten')}?")


def test_een_keuze_die_niet_meer_telt_wordt_genoemd(werk: Path, voeg: Callable) -> None:
    for naam, kosten in (("Tiel", 5), ("Buren", 6)):
        schrijf_csv(Path(f"{naam}.csv"), [maak_onderwerp("aa", kosten_euro=kosten)])
    voeg("Tiel.csv", "Buren.csv")
    kies(aa_kosten="7")
    assert not any("Niet gebruikt" in zin for zin in voeg("Tiel.csv", "Buren.csv")["noten"])

    schrijf_csv(Path("Tiel.csv"), [maak_onderwerp("aa", kosten_euro=6)])
    noten = voeg("Tiel.csv", "Buren.csv")["noten"]
    assert onderwerp("aa")["kosten_euro"] == 6
    (zin,) = (zin for zin in noten if zin.startswith("Niet gebruikt"))
    assert zin.endswith("de keuze op het blad Beslist over Kosten (€) van aa.")


def test_lege_werkmappen_wissen_geen_dossier(werk: Path, voeg: Callable, draai: Callable) -> None:
    voeg()
    was = Path("2027/onderwerpen.yaml").read_bytes()
    for pad in Path("werkmappen").iterdir():
        pad.unlink()
    schrijf_csv(Path("werkmappen/Tiel.csv"), [])

    opdracht = ("samenvoegen", "werkmappen", "--naar", "2027")
    afloop = draai(*opdracht)
    assert (afloop.code, afloop.uit) == (5, "")
    assert "Is dit een tweede ronde? Geef dat bestand de naam eigen.yaml" in afloop.fout
    assert Path("2027/onderwerpen.yaml").read_bytes() == was
    assert draai(*opdracht, "--vervang").code == 0


def test_een_onderwerp_dat_er_nu_niet_meer_is_wordt_genoemd(werk: Path, voeg: Callable) -> None:
    for naam, code in (("Tiel", "aa"), ("Buren", "bb")):
        schrijf_csv(Path(f"{naam}.csv"), [maak_onderwerp(code)])
    assert not any("niet meer in" in zin for zin in voeg("Tiel.csv", "Buren.csv")["noten"])

    schrijf_csv(Path("Tiel.csv"), [maak_onderwerp("cc")])
    noten = voeg("Tiel.csv", "Buren.csv")["noten"]
    assert "Staat niet meer in het dossier, want geen bestand noemt het nog: aa." in noten


def test_wie_eerder_oordeelde_en_nu_niet_wordt_genoemd(werk: Path, voeg: Callable) -> None:
    schrijf_csv(Path("Tiel.csv"), [maak_onderwerp("aa", criteria=["veiligheid"])])
    schrijf_csv(Path("Buren.csv"), [maak_onderwerp("bb", criteria=["veiligheid"])])
    voeg("Tiel.csv", "Buren.csv")
    schrijf_csv(Path("Tiel.csv"), [maak_onderwerp("aa", criteria={})])

    noten = voeg("Tiel.csv", "Buren.csv")["noten"]
    assert (
        "Eerder wel een oordeel, en nu niet meer: Tiel. Wat zij zeiden, telt nu niet mee." in noten
    )


def test_de_kolom_gaat_voor_de_naam_van_het_bestand(werk: Path, voeg: Callable) -> None:
    schrijf_csv(Path("Tiel.csv"), [maak_onderwerp("aa", ingediend_door="Buren")])

    assert voeg("Tiel.csv")["bestanden"][0]["gemeente"] == "GM0214"


def test_twee_gemeenten_in_een_bestand_is_een_fout_met_haar_cel(
    werk: Path, draai: Callable
) -> None:
    rijen = [
        maak_onderwerp("aa", ingediend_door="GM0281"),
        maak_onderwerp("bb", ingediend_door="GM0225"),
    ]
    schrijf_csv(Path("samen.csv"), rijen)
    kolom = [*KOPPEN].index("Ingediend door") + 1

    afloop = draai("samenvoegen", "samen.csv", "--naar", "2027")
    assert afloop.code == 3
    assert f"samen.csv:3:{kolom}: gevonden nog een gemeente: «Druten»" in afloop.fout


def test_twee_verschillende_bestanden_van_een_gemeente_worden_allebei_genoemd(
    werk: Path, draai: Callable
) -> None:
    schrijf_csv(Path("Tiel nieuw.csv"), [maak_onderwerp("bb")])

    afloop = draai("samenvoegen", "werkmappen", "Tiel nieuw.csv", "--naar", "2027", ZONDER)
    assert afloop.code == 3
    assert "Tiel nieuw.csv: gevonden nog een bestand van Tiel: «Tiel.csv»" in afloop.fout


def test_wie_de_vorige_keer_meedeed_en_nu_niet_wordt_genoemd(werk: Path, voeg: Callable) -> None:
    voeg()

    uit = voeg("werkmappen/Nijmegen.csv")
    assert {deel["gemeente"] for deel in uit["vorige_keer"]} == {"GM0214", "GM0281"}
    assert any("«Buren.csv» van Buren deed de vorige keer mee" in zin for zin in uit["noten"])


# What people made stays.


def test_wat_iemand_met_de_hand_veranderde_wordt_niet_overschreven(
    werk: Path, voeg: Callable, draai: Callable
) -> None:
    voeg()
    pad = Path("2027/onderwerpen.yaml")
    pad.write_text(pad.read_text(encoding="utf-8") + "# van mij\n", encoding="utf-8")
    voor = afdruk_van()

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027")
    assert (afloop.code, afloop.uit) == (5, "")
    assert "«onderwerpen.yaml» is niet zoals agenda samenvoegen dit hier schreef" in afloop.fout
    assert afdruk_van() == voor
    assert draai("samenvoegen", "werkmappen", "--naar", "2027", "--vervang").code == 0
    assert "# van mij" not in pad.read_text(encoding="utf-8")


def test_oordelen_die_niemand_meer_geeft_gaan_weg_en_wat_van_een_ander_is_blijft(
    werk: Path, voeg: Callable
) -> None:
    voeg()
    Path("2027/leden.yaml").write_text("leden: []\n", encoding="utf-8")
    for pad in Path("werkmappen").iterdir():
        schrijf_csv(pad, [maak_onderwerp(pad.stem.lower(), criteria={})])

    voeg()
    assert [*afdruk_van()] == [
        *(".agenda-export.json", "dossier.yaml", "leden.yaml", "onderwerpen.yaml"),
        "samenvoegen.xlsx",
    ]


def test_wat_niet_geschreven_kan_worden_laat_alles_zoals_het_was(
    werk: Path, voeg: Callable, draai: Callable
) -> None:
    voeg()
    for pad in Path("werkmappen").iterdir():
        schrijf_csv(pad, [maak_onderwerp(pad.stem.lower(), criteria={})])
    Path("2027/samenvoegen.xlsx").chmod(0o444)
    voor = afdruk_van()

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027")
    assert afloop.code == 5
    assert afdruk_van() == voor


def test_wat_te_groot_is_om_weer_te_lezen_wordt_niet_geschreven(
    werk: Path, draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agenda.invoer.samengevoegd.MAX_BYTES", 500)
    voor = afdruk_van()

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027")
    assert afloop.code == 3
    assert afloop.fout.startswith("onderwerpen.yaml: gevonden ")
    assert afdruk_van() == voor


@pytest.mark.parametrize("naam", ["onderwerpen.xlsx", "onderwerpen.csv", "oordelen.csv"])
def test_een_ander_bestand_van_iemand_blijft_staan_met_wat_te_doen(
    naam: str, werk: Path, draai: Callable
) -> None:
    Path("2027", naam).write_bytes(b"van mij")
    voor = afdruk_van()

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027", "--vervang")
    assert afloop.code == 5
    assert f"{naam}: staat er al, en wordt niet veranderd." in afloop.fout
    assert afdruk_van() == voor


def test_een_leeg_sjabloon_maakt_plaats_en_dat_wordt_gezegd(werk: Path, draai: Callable) -> None:
    shutil.rmtree("2027")
    draai("nieuw", "2027")

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027")
    assert afloop.code == 0
    assert "Het lege sjabloon onderwerpen.xlsx is weg" in afloop.fout
    assert not Path("2027/onderwerpen.xlsx").exists()
    assert draai("controleer", "2027").code == 0


def test_onderwerpen_van_de_regio_zelf_doen_mee_zonder_stem(werk: Path, voeg: Callable) -> None:
    rijen = [
        maak_onderwerp("van-ons", titel="Een kader van ons zelf", criteria=["veiligheid"]),
        maak_onderwerp("time-out", titel="Plekken voor een time-out", thema="wonen", kosten_euro=5),
    ]
    schrijf_csv(Path("2027/eigen.csv"), rijen)

    uit = voeg()
    (eigen,) = (deel for deel in uit["bestanden"] if deel["gemeente"] is None)
    assert eigen["bestand"] == "eigen.csv"
    assert onderwerp("van-ons")["criteria"]["veiligheid"] == {"waarde": "ja"}
    assert onderwerp("time-out")["kosten_euro"] == 5
    assert "ingediend_door" not in onderwerp("van-ons")
    assert onderwerp("time-out")["ingediend_door"] == GEMEENTEN["Nijmegen"]
    assert not any(rij["onderwerp"] == "van-ons" for rij in lees("oordelen.yaml"))
    assert any(
        zin.startswith("De eigen antwoorden op de criteria van time-out") for zin in uit["noten"]
    )


def test_een_fout_in_de_eigen_onderwerpen_houdt_altijd_alles_tegen(
    werk: Path, draai: Callable
) -> None:
    schrijf_csv(Path("2027/eigen.csv"), [maak_onderwerp("aa", thema="woonen")])

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027", ZONDER)
    assert afloop.code == 3
    assert "eigen.csv:2:4: Thema: gevonden «woonen»" in afloop.fout
    assert [*afdruk_van()] == ["dossier.yaml", "eigen.csv"]


@pytest.mark.parametrize(
    ("tekst", "plek"),
    [
        ("leden:\n- {lid: GM0268}\n", "eigen.yaml:1:1"),
        ("onderwerpen:\n- {code: [a, b], titel: Iets, thema: wonen}\n", "eigen.yaml:2:4: code"),
        ("onderwerpen:\n- 7\n", "eigen.yaml:2:3"),
    ],
)
def test_wat_geen_onderwerp_is_in_de_eigen_onderwerpen_wordt_genoemd_met_zijn_plek(
    werk: Path, draai: Callable, tekst: str, plek: str
) -> None:
    Path("2027/eigen.yaml").write_text(tekst, encoding="utf-8")

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027")
    assert afloop.code == 3
    assert afloop.fout.startswith(plek)
    assert not Path("2027/onderwerpen.yaml").exists()


def test_een_volgorde_van_de_criteria_staat_op_een_plek(werk: Path, draai: Callable) -> None:
    tekst = "jaar: 2027\nvoorkeuren: {GM0281: [veiligheid]}\n"
    Path("2027/dossier.yaml").write_text(tekst, encoding="utf-8")
    bladen = {
        "Onderwerpen": [["Code", "Titel", "Thema"]],
        "Voorkeuren": [["Gemeente", "Veiligheid"], ["Tiel", 1]],
    }
    schrijf_bladen(Path("Tiel.xlsx"), bladen)

    afloop = draai("samenvoegen", "Tiel.xlsx", "--naar", "2027")
    assert afloop.code == 3
    assert "Tiel.xlsx!Voorkeuren!A2: Voorkeuren: gevonden een volgorde van Tiel" in afloop.fout


def test_wat_in_een_werkmap_opvalt_staat_in_het_verslag(werk: Path, draai: Callable) -> None:
    rijen = [["Code", "Titel", "Thema"], ["aa", "Een", "wonen"]]
    schrijf_bladen(Path("Tiel.xlsx"), {"Onderwerpen": rijen, "Oud": rijen})

    afloop = draai("samenvoegen", "Tiel.xlsx", "--naar", "2027")
    assert afloop.code == 0
    assert "Let op: dit valt op in de bestanden" in afloop.uit
    assert "nog een blad met onderwerpen" in afloop.uit


def test_wie_op_twee_bladen_iets_anders_antwoordt_moet_kiezen(werk: Path, draai: Callable) -> None:
    bladen = {
        "Onderwerpen": [["Code", "Titel", "Thema", "Veiligheid"], ["aa", "Een", "wonen", "ja"]],
        "Oordelen": [["Code", "Titel", "Veiligheid"], ["aa", "Een", "nee"]],
    }
    schrijf_bladen(Path("Tiel.xlsx"), bladen)

    afloop = draai("samenvoegen", "Tiel.xlsx", "--naar", "2027")
    assert afloop.code == 3
    assert "Tiel.xlsx!Oordelen!C2: Veiligheid: gevonden «nee»; verwacht hetzelfde" in afloop.fout


def test_een_besluit_wordt_niet_veranderd(werk: Path, draai: Callable) -> None:
    schrijf_yaml(Path("2027"), [maak_onderwerp("aa")])
    wie = ("--door", "Colleges en gemeenteraden", "--datum", "2027-02-01", "--als", "csv")
    assert draai("vaststellen", "2027", *wie).code == 0
    besluit = "2027/besluiten/2027-02-01"

    assert draai("samenvoegen", "werkmappen", "--naar", besluit).code == 5


# The forms of the report, and what comes from the command line.


@pytest.mark.parametrize("formaat", ["xlsx", "docx"])
def test_een_document_heeft_een_bladzijde_per_gemeente(
    formaat: str, werk: Path, draai: Callable
) -> None:
    uit = Path(f"verslag.{formaat}")
    opdracht = ("samenvoegen", "werkmappen", "--naar", "2027", "--formaat", formaat)

    assert draai(*opdracht).code == 2
    assert [*afdruk_van()] == ["dossier.yaml"]
    assert draai(*opdracht, "--uit", uit).code == 0
    eerste = uit.read_bytes()
    assert draai(*opdracht, "--uit", uit).code == 0
    assert uit.read_bytes() == eerste
    if formaat == "xlsx":
        bladen = openpyxl.load_workbook(uit).sheetnames
    else:
        alineas = docx.Document(str(uit)).paragraphs
        bladen = [a.text for a in alineas if a.style and a.style.name == "Heading 1"]
    assert [naam for naam in bladen if naam in GEMEENTEN] == sorted(DRIE)


@pytest.mark.parametrize("formaat", ["csv", "md"])
def test_ook_als_tabel_voor_een_ander_programma_en_als_tekst(
    formaat: str, werk: Path, draai: Callable
) -> None:
    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027", "--formaat", formaat)

    assert afloop.code == 0
    kolom = [*KOPPEN].index("Kosten (€)") + 1
    assert f"Nijmegen.csv:2:{kolom}" in afloop.uit


@pytest.mark.parametrize("uit", [("werkmappen/Tiel.csv",), ("scherm", "--formaat", "xlsx")])
def test_een_doel_dat_niet_kan_wordt_geweigerd_voor_er_iets_is_geschreven(
    werk: Path, draai: Callable, monkeypatch: pytest.MonkeyPatch, uit: tuple[str, ...]
) -> None:
    monkeypatch.setattr("cli.lever._is_stdout", lambda doel: doel.name == "scherm")
    voor = afdruk_van()

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027", "--uit", *uit)
    assert afloop.code == 2
    assert afdruk_van() == voor


def test_geen_pad_van_de_machine_staat_in_wat_wordt_gemaakt(
    werk: Path, draai: Callable, tmp_path: Path
) -> None:
    afloop = draai("samenvoegen", tmp_path / "werkmappen", "--naar", tmp_path / "2027")

    assert str(tmp_path) not in afloop.uit
    for naam, inhoud in afdruk_van().items():
        assert str(tmp_path).encode() not in inhoud, naam


@pytest.mark.skipif(sys.platform == "win32", reason="zo'n naam kan daar niet bestaan")
def test_een_naam_die_geen_tekst_is_komt_leesbaar_in_elke_uitvoer(
    werk: Path, draai: Callable
) -> None:
    pad = os.fsencode("werkmappen/Buren ") + b"\xff.csv"
    os.rename("werkmappen/Buren.csv", pad)  # noqa: PTH104 - of bytes pathlib knows nothing

    for formaat in ("tabel", "csv", "json", "docx"):
        uit = ("--uit", f"uit.{formaat}")
        opdracht = ("samenvoegen", "werkmappen", "--naar", "2027", "--formaat", formaat)
        assert draai(*opdracht, *uit).code == 0
    assert {rij["vindplaats"] for rij in lees("oordelen.yaml") if rij["gemeente"] == "GM0214"} == {
        "Buren \\udcff.csv:2:13",
        "Buren \\udcff.csv:2:17",
    }


def test_een_map_zonder_bestanden_zegt_wat_er_moet_staan(werk: Path, draai: Callable) -> None:
    Path("leeg").mkdir()

    afloop = draai("samenvoegen", "leeg", "--naar", "2027")
    assert afloop.code == 3
    assert "leeg: gevonden geen enkel bestand" in afloop.fout


def test_een_ander_soort_bestand_in_de_map_wordt_niet_stil_overgeslagen(
    werk: Path, draai: Callable
) -> None:
    for naam in ("Wijchen.ods", "begeleidende brief.docx", "~$Tiel.xlsx"):
        Path("werkmappen", naam).write_bytes(b"x")

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027")
    assert (afloop.code, len(afloop.fout.splitlines())) == (3, 1)
    assert "Wijchen.ods: gevonden een ander soort bestand" in afloop.fout
    assert "Opslaan als: Excel-werkmap (.xlsx)" in afloop.fout


def test_twee_bestanden_met_een_naam_zijn_niet_uit_elkaar_te_houden(
    werk: Path, draai: Callable
) -> None:
    Path("nieuw").mkdir()
    schrijf_csv(Path("nieuw/Tiel.csv"), [maak_onderwerp("aa")])

    afloop = draai("samenvoegen", "werkmappen", "nieuw", "--naar", "2027")
    assert afloop.code == 3
    assert "nog een bestand met die naam" in afloop.fout


def test_wie_een_onderwerp_noemt_uit_een_bestand_dat_niet_meedoet_doet_ook_niet_mee(
    werk: Path, voeg: Callable
) -> None:
    wacht = maak_onderwerp("wacht", titel="Dit wacht", afhankelijk_van=["time-out"])
    schrijf_csv(Path("werkmappen/Tiel.csv"), [wacht])
    Path("werkmappen/Nijmegen.csv").write_bytes(b"\xff")

    uit = voeg("werkmappen", ZONDER)
    assert {fout.partition(".csv")[0] for fout in uit["fouten"]} == {"Nijmegen", "Tiel"}
    assert [deel["code"] for deel in lees("onderwerpen.yaml")] == ["time-out-plek"]


def test_een_kring_over_bestanden_heen_wordt_genoemd_met_de_cellen(
    oneens: Path, draai: Callable
) -> None:
    for naam, code, na in (("Druten", "aa", "bb"), ("Tiel", "bb", "aa")):
        rij = maak_onderwerp(code, titel=f"Over {code}", afhankelijk_van=[na])
        schrijf_csv(oneens / f"{naam}.csv", [rij])

    afloop = draai("samenvoegen", oneens, "--naar", "2027")
    assert afloop.code == 3
    assert "een kring: aa → bb (Druten.csv:2:" in afloop.fout
    assert "→ aa (Tiel.csv:2:" in afloop.fout


def test_een_profiel_zonder_gemeenten_zegt_in_een_zin_waarom_het_niet_kan(
    werk: Path, draai: Callable
) -> None:
    Path("2027/dossier.yaml").write_text("jaar: 2022\nprofiel: centraal-gelderland\n")

    afloop = draai("samenvoegen", "werkmappen", "--naar", "2027")
    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout.startswith("Dit profiel noemt geen gemeenten bij naam")


def test_wat_een_onderwerp_van_elke_gemeente_vraagt_komt_bij_elkaar(
    werk: Path, voeg: Callable
) -> None:
    onderwerp_ = [["Code", "Titel", "Thema"], ["aa", "Een", "wonen"]]
    kop = ["Onderwerp", "Gemeente", "Inspanning (fte)"]
    for naam, rijen in {
        "Tiel": [["aa", "Tiel", "0,2"], ["aa", "Buren", "0,1"]],
        "Buren": [["aa", "Buren", 0.3]],
    }.items():
        bladen = {"Onderwerpen": onderwerp_, "Deelname": [kop, *rijen]}
        schrijf_bladen(Path(f"{naam}.xlsx"), bladen)
    eigen = maak_onderwerp("bb", inspanning_per={"GM0268": Decimal("0.5")}, criteria={})
    Path("2027/eigen.yaml").write_text(als_yaml({"onderwerpen": [eigen]}), encoding="utf-8")

    uit = voeg("Tiel.xlsx", "Buren.xlsx")
    (verschil,) = uit["verschillen"]
    assert (verschil["lid"], verschil["waarden"]) == (
        "GM0214",
        {"GM0214": "0,3", "GM0281": "0,1"},
    )
    kies(aa_inspanning_fte="0,3")
    voeg("Tiel.xlsx", "Buren.xlsx")
    onderwerpen = {o.code: o for o in lees_dossier(Path("2027")).dossier.onderwerpen}
    assert onderwerpen["aa"].inspanning_per == {
        "GM0214": Decimal("0.3"),
        "GM0281": Decimal("0.2"),
    }
    assert onderwerpen["bb"].inspanning_per == {"GM0268": Decimal("0.5")}


def test_een_regio_zonder_criteria_voegt_feiten_samen(werk: Path, voeg: Callable) -> None:
    Path("2027/dossier.yaml").write_text("jaar: 2015\nprofiel: arnhem-2014\n")
    shutil.rmtree("werkmappen")
    Path("werkmappen").mkdir()
    for naam, antwoord in (("Arnhem", "ja"), ("Wageningen", "nee")):
        schrijf_bladen(
            Path(f"werkmappen/{naam}.xlsx"),
            {
                "Onderwerpen": [
                    ["Code", "Titel", "Cluster", "Kruisje REGIO"],
                    ["vervoer", "Vervoer", "jeugdwet", antwoord],
                ],
                "Deelname": [
                    ["Taak", "Gemeente", "Wil niet meedoen"],
                    ["vervoer", "Renkum", antwoord],
                    ["vervoer", naam, "ja"],
                ],
            },
        )

    uit = voeg()
    assert [(v["onderwerp"], v.get("lid"), v["kop"]) for v in uit["verschillen"]] == [
        ("vervoer", None, "Kruisje REGIO"),
        ("vervoer", "GM0274", "Wil niet meedoen"),
    ]
    kies(vervoer_kruisje_regio="x", vervoer_wil_niet_meedoen="nee")
    voeg()
    assert onderwerp("vervoer")["keuze_regio"] == "ja"
    assert {(r["lid"], r["wil_niet"]) for r in lees("deelname.yaml")} == {
        ("GM0202", "ja"),
        ("GM0274", "nee"),
        ("GM0289", "ja"),
    }
    assert not Path("2027/oordelen.yaml").exists()


@pytest.mark.parametrize("andere_naam", ["Nijmegen", "Overgenomen"])
def test_elke_gemeente_heeft_haar_eigen_blad_hoe_zij_ook_heet(
    werk: Path, draai: Callable, andere_naam: str
) -> None:
    shutil.copytree(meegeleverde_profielen() / "nijmegen-rivierenland", "profiel")
    regio = Path("profiel/regio.yaml")
    tekst = regio.read_text(encoding="utf-8")
    regio.write_text(tekst.replace("naam: Tiel\n", f"naam: {andere_naam}\n"), encoding="utf-8")
    shutil.rmtree("werkmappen")
    Path("werkmappen").mkdir()
    for code in ("GM0268", "GM0281"):
        schrijf_csv(Path(f"werkmappen/{code}.csv"), [maak_onderwerp(code.lower(), titel=code)])
    opdracht = ("samenvoegen", "werkmappen", "--naar", "2027", "--themas", "profiel")

    assert draai(*opdracht, "--formaat", "xlsx", "--uit", "verslag.xlsx").code == 0
    bladen = openpyxl.load_workbook("verslag.xlsx").sheetnames
    assert len({blad.casefold() for blad in bladen}) == len(bladen)
    Path("werkmappen/GM0281.csv").unlink()
    assert json.loads(draai(*opdracht, "--formaat", "json").uit)["vorige_keer"] == [
        {"bestand": "GM0281.csv", "gemeente": "GM0281"}
    ]
