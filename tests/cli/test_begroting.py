"""`agenda begroting`: every form, one amount, another key, and one sentence when there is none."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from bouwers_agenda import maak_dossier, maak_onderwerp
from bouwers_begroting import (
    KUST,
    REGIOBEGROTING,
    maak_activiteit,
    maak_begrotingsdossier,
    maak_kust,
    maak_laag,
)

if TYPE_CHECKING:
    from collections.abc import Callable

GOUD = Path(__file__).parents[1] / "goud"
VOORBEELDEN = REGIOBEGROTING.parent
MEEDOEN = KUST | {"deelname": {"indeling": "geschoold", "is": "ja"}}


@pytest.fixture
def kust(tmp_path: Path) -> tuple[object, ...]:
    """A dossier of the coast in which one house stays out of a topic, with its profile."""
    dossier = maak_begrotingsdossier(
        tmp_path,
        [maak_laag(), maak_laag("zaal", 40, samenwerking="zaal")],
        [maak_activiteit(kosten_euro=80)],
        [
            {"onderwerp": "voorleesweek", "lid": "duinhuis", "geschoold": "ja"},
            {"onderwerp": "voorleesweek", "lid": "havenzaal", "geschoold": "nee"},
        ],
    )
    zaal = {"code": "zaal", "naam": "De zaal", "leden": "alle", "bron": KUST["bron"]}
    return dossier, "--themas", maak_kust(tmp_path, MEEDOEN, zaal)


@pytest.mark.parametrize("formaat", ["tabel", "md"])
def test_de_regiobegroting_staat_er_zoals_zij_is_gedrukt(
    formaat: str, draai: Callable, goud: Callable
) -> None:
    afloop = draai("begroting", REGIOBEGROTING, "--formaat", formaat)

    assert (afloop.code, afloop.fout) == (0, "")
    goud(GOUD / f"cli-begroting.{'txt' if formaat == 'tabel' else 'md'}", afloop.uit)


def test_json_heeft_de_vorm_van_het_contract(draai: Callable) -> None:
    data = json.loads(draai("begroting", REGIOBEGROTING, "--formaat", "json").uit)

    assert (data["schema"], data["totaal"]) == ("agenda/begroting/1", 2_579_668)
    assert data["verdeling"][0] == {
        "gemeente": "GM1945",
        "naam": "Berg en Dal",
        "aandeel": "291296/2579668",
        "bedrag": 291296,
    }
    assert [(laag["code"], laag["totaal"]) for laag in data["lagen"]] == [
        ("basis", 2_529_668),
        ("kwartiermaker", 50_000),
    ]
    assert all(
        sum(d["bedrag"] for d in laag["verdeling"]) == laag["totaal"] for laag in data["lagen"]
    )
    assert [(deel["klopt"], deel["onafhankelijk"]) for deel in data["gedrukt"]] == [
        (True, False),
        (True, True),
    ]


@pytest.mark.parametrize("getypt", ["50000", "50.000", "€ 50.000"])
def test_een_los_bedrag_wordt_verdeeld(getypt: str, draai: Callable) -> None:
    opdracht = ("begroting", REGIOBEGROTING, "--bedrag", getypt, "--sleutel", "wmo-jeugd")
    data = json.loads(draai(*opdracht, "--formaat", "json").uit)

    assert data["totaal"] == 50_000
    bedragen = [deel["bedrag"] for deel in data["verdeling"]]
    assert bedragen == [5646, 3539, 2919, 2161, 921, 28785, 6029]
    assert (data["lagen"], data["onderwerpen"]) == ([], [])


@pytest.mark.parametrize("getypt", ["-5", "nan", "5,50", "vijf", "", "1.00", "10000000000000"])
def test_een_bedrag_dat_geen_bedrag_is_wordt_geweigerd(
    getypt: str, draai: Callable, geen_engels: Callable
) -> None:
    afloop = draai("begroting", REGIOBEGROTING, "--bedrag", getypt)

    assert (afloop.code, afloop.uit) == (2, "")
    assert f"--bedrag: gevonden «{getypt}»; verwacht een bedrag in hele euro's" in afloop.fout
    geen_engels(afloop.fout)


WEL_MET = "Verdelen kan wel met: --sleutel wmo-jeugd."
ZONDER_SLEUTEL = (
    "de samenwerking Beschermd wonen en maatschappelijke opvang (bw-mo) heeft geen sleutel: een"
    " sleutel om de kosten van deze samenwerking te verdelen staat in geen van de bronnen"
)
GEEN_SAMENWERKING = "is geen samenwerking van het profiel nijmegen-rivierenland"


@pytest.mark.parametrize(
    ("dossier", "opties", "zin"),
    [
        ("arnhem-2014", [], "Het profiel arnhem-2014 heeft geen sleutel om kosten te verdelen."),
        (
            "nijmegen-rivierenland-2022",
            [],
            f"In dit dossier staat geen bedrag om te verdelen, en {ZONDER_SLEUTEL}.",
        ),
        (
            "regiobegroting-2022",
            ["--sleutel", "bw-mo"],
            f"Er is niets te verdelen, want {ZONDER_SLEUTEL}. {WEL_MET}",
        ),
        (
            "regiobegroting-2022",
            ["--sleutel", "wmo-jeud"],
            f"--sleutel: «wmo-jeud» {GEEN_SAMENWERKING}; bedoelde u «wmo-jeugd»?",
        ),
    ],
)
def test_zonder_bedrag_of_sleutel_is_er_een_zin_en_code_2(
    dossier: str, opties: list[str], zin: str, draai: Callable, tmp_path: Path
) -> None:
    uit = tmp_path / "uit.md"

    afloop = draai("begroting", VOORBEELDEN / dossier, *opties, "--formaat", "md", "--uit", uit)

    assert (afloop.code, afloop.uit, afloop.fout) == (2, "", f"{zin}\n")
    assert not uit.exists()


def test_de_tabel_zegt_wie_niet_meedoet_wat_onbekend_is_en_wat_niet_is_verdeeld(
    kust: tuple, draai: Callable, goud: Callable
) -> None:
    goud(GOUD / "cli-begroting-deelname.txt", draai("begroting", *kust).uit)


def test_lezingen_in_de_begroting_worden_geteld(draai: Callable, tmp_path: Path) -> None:
    zin = "Van de 11 bedragen in de begroting zijn er 6 onze lezing."
    assert zin in " ".join(draai("begroting", VOORBEELDEN / "regiobegroting-2022").uit.split())
    draai("exporteer", VOORBEELDEN / "regiobegroting-2022", "--als", "md", "--naar", tmp_path)
    (stuk,) = tmp_path.glob("*.md")
    assert zin in stuk.read_text("utf-8")
    dossier = maak_begrotingsdossier(tmp_path, [maak_laag()])
    assert "onze lezing" not in draai("begroting", dossier, "--themas", maak_kust(tmp_path)).uit


def test_doet_wie_de_rest_krijgt_niet_mee_dan_gaat_die_naar_het_grootste_deel(
    draai: Callable, tmp_path: Path
) -> None:
    dossier = maak_begrotingsdossier(
        tmp_path,
        onderwerpen=[maak_activiteit(kosten_euro=10)],
        deelname=[{"onderwerp": "voorleesweek", "lid": "duinhuis", "geschoold": "nee"}],
    )

    uit = draai("begroting", dossier, "--themas", maak_kust(tmp_path, MEEDOEN)).uit

    assert "Havenzaal 7; Molenplein 3" in uit
    assert "wat het afronden overlaat, gaat hier daarom naar het grootste deel." in uit


def test_csv_heeft_een_rij_per_bedrag_en_lid(kust: tuple, draai: Callable) -> None:
    uit = draai("begroting", *kust, "--formaat", "csv").uit

    rijen = list(csv.DictReader(io.StringIO(uit.removeprefix("\ufeff")), delimiter=";"))
    onderwerp = [rij for rij in rijen if rij["Soort"] == "onderwerp"]
    assert [(rij["Code vestiging"], rij["Bedrag"], rij["Deelname"]) for rij in onderwerp] == [
        ("duinhuis", "60", "ja"),
        ("molenplein", "20", "onbekend"),
        ("havenzaal", "0", "nee"),
    ]
    assert [rij["Bedrag"] for rij in rijen if rij["Deelname"] == "niet verdeeld"] == ["40"]


def test_xlsx_heeft_getallen_die_optellen_en_steeds_dezelfde_bytes(
    kust: tuple, draai: Callable, tmp_path: Path
) -> None:
    paden = [tmp_path / naam for naam in ("een.xlsx", "twee.xlsx")]

    for pad in paden:
        assert draai("begroting", *kust, "--formaat", "xlsx", "--uit", pad).code == 0

    assert paden[0].read_bytes() == paden[1].read_bytes()
    boek = openpyxl.load_workbook(paden[0])
    assert boek.sheetnames == ["Begroting", "Begroting per deel", "Begrotingslagen"]
    bedragen = {rij[1]: rij[3] for rij in boek["Begroting"].iter_rows(min_row=2, values_only=True)}
    samen = bedragen.pop("Samen")
    assert samen == sum(bedrag for naam, bedrag in bedragen.items() if naam) == 180
    assert draai("begroting", *kust, "--formaat", "xlsx").code == 2


def test_het_stuk_en_de_werkmap_krijgen_een_hoofdstuk_en_de_json_de_bedragen(
    kust: tuple, draai: Callable, tmp_path: Path
) -> None:
    naar = tmp_path / "uit"

    assert draai("exporteer", *kust, "--als", "md,xlsx,json", "--naar", naar).code == 0

    (md,) = naar.glob("*.md")
    (xlsx,) = naar.glob("*.xlsx")
    (gegevens,) = naar.glob("*-20*.json")
    assert "Wat het kost, en wie het betaalt" in md.read_text("utf-8")
    assert "dat zegt de bron niet" in md.read_text("utf-8")
    assert "Begroting" in openpyxl.load_workbook(xlsx).sheetnames
    assert json.loads(gegevens.read_text("utf-8"))["begroting"]["totaal"] == 180


def test_zonder_bedragen_is_er_geen_hoofdstuk(draai: Callable, tmp_path: Path) -> None:
    voorbeeld = VOORBEELDEN / "centraal-gelderland-2022"

    draai("exporteer", voorbeeld, "--als", "md,json", "--naar", tmp_path)

    (md,) = tmp_path.glob("*.md")
    (gegevens,) = tmp_path.glob("*-20*.json")
    assert "wie het betaalt" not in md.read_text("utf-8")
    assert "begroting" not in json.loads(gegevens.read_text("utf-8"))


def test_waarom_zegt_wat_een_onderwerp_kost_en_wat_het_een_lid_kost(
    kust: tuple, draai: Callable
) -> None:
    samen = draai("waarom", "voorleesweek", *kust).uit
    een = draai("waarom", "voorleesweek", *kust, "--gemeente", "Duinhuis").uit
    buiten = draai("waarom", "voorleesweek", *kust, "--gemeente", "Havenzaal").uit
    data = json.loads(draai("waarom", "voorleesweek", *kust, "--formaat", "json").uit)

    assert "Kosten: samen € 80" in samen
    assert "Duinhuis: € 60" in samen
    assert "Kosten: kost Duinhuis € 60 van € 80" in een
    assert "Kosten: kost Havenzaal niets" in buiten
    assert [deel["bedrag"] for deel in data["kosten"]["verdeling"]] == [60, 20]
    assert data["kosten"]["doen_niet_mee"] == ["havenzaal"]


def test_waarom_bij_een_gemeente_kan_ook_waar_alleen_kosten_te_verdelen_zijn(
    draai: Callable, tmp_path: Path
) -> None:
    onderwerpen = [
        maak_onderwerp("met-kosten", kosten_euro=50_000, samenwerking="wmo-jeugd"),
        maak_onderwerp("zonder-sleutel", kosten_euro=5),
        maak_onderwerp("zonder-kosten"),
    ]
    dossier = maak_dossier(tmp_path / "dossier", onderwerpen)

    met = draai("waarom", "met-kosten", dossier, "--gemeente", "Nijmegen")
    zonder = draai("waarom", "zonder-kosten", dossier, "--gemeente", "Nijmegen")

    assert "Kosten: kost Nijmegen € 28.785 van € 50.000" in met.uit
    assert zonder.code == 2
    assert "niet verdeeld, want" in draai("waarom", "zonder-sleutel", dossier).uit
