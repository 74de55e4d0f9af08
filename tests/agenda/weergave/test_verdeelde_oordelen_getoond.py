"""What people and programs read where municipalities differ: list, explanation and numbers."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import CRITERIA, json_van, maak_onderwerp, ranglijst_van
from bouwers_oordelen import (
    gemeenten,
    met_stemmen,
    oordeel,
    oordelen_van,
    stemmen,
    willekeurig,
)
from bouwers_vergelijking import kant_van

from agenda.rangorde.prioritering import prioriteer
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.getallen import afgerond, score_cel, score_csv, score_getal
from agenda.weergave.oordelen import MERKEN
from agenda.weergave.ranglijst import leeshulp, toon_ranglijst
from agenda.weergave.uitleg.uitleg import toon_uitleg
from agenda.weergave.vormen import Tabel, csv_tekst, tabel_tekst

if TYPE_CHECKING:
    from bouwers_oordelen import Oordeelrij

RIJEN = [
    *stemmen("brug", "veiligheid", "jjjjjjjjjnnn?"),
    *stemmen("brug", "wal-en-schip", "j" * 13),
    *stemmen("brug", "wetswijziging", "n" * 13),
    *stemmen("brug", "laaghangend-fruit", "?" * 13),
    *stemmen("brug", "borging-samenwerking", "j"),
]


def agenda_met(rijen: list[Oordeelrij], *anders: dict[str, Any], **gewichten: int) -> Jaaragenda:
    topics = [maak_onderwerp("brug", criteria={}), *anders]
    oordelen = oordelen_van(rijen)
    return Jaaragenda(ranglijst_van(*topics, gewichten=gewichten, oordelen=oordelen))


def test_de_json_geeft_per_criterium_het_antwoord_en_de_aantallen_ernaast() -> None:
    (brug,) = json_van(agenda_met(RIJEN).ranglijst)["ranglijst"]

    assert brug["score"] == "23/13"
    assert brug["score_max"] == "49/13"
    assert brug["criteria"] == {
        "wetswijziging": "nee",
        "wal-en-schip": "ja",
        "veiligheid": "verdeeld",
        "borging-samenwerking": "verdeeld",
        "laaghangend-fruit": "onbekend",
    }
    assert brug["oordelen"] == {
        "wetswijziging": {"ja": 0, "nee": 13, "onbekend": 0},
        "wal-en-schip": {"ja": 13, "nee": 0, "onbekend": 0},
        "veiligheid": {"ja": 9, "nee": 3, "onbekend": 1},
        "borging-samenwerking": {"ja": 1, "nee": 0, "onbekend": 12},
        "laaghangend-fruit": {"ja": 0, "nee": 0, "onbekend": 13},
    }


def test_een_hele_score_blijft_een_getal() -> None:
    rijen = [*stemmen("brug", "veiligheid", "jn"), *stemmen("brug", "wetswijziging", "nj")]

    (brug,) = json_van(agenda_met(rijen).ranglijst)["ranglijst"]

    assert (brug["score"], brug["score_max"]) == (1, 4)


def test_een_onderwerp_zonder_oordelen_heeft_die_sleutel_niet() -> None:
    ander = maak_onderwerp("dijk", criteria=["veiligheid"])

    uit = {deel["code"]: deel for deel in json_van(agenda_met(RIJEN, ander).ranglijst)["ranglijst"]}

    assert "oordelen" in uit["brug"]
    assert "oordelen" not in uit["dijk"]
    assert uit["dijk"]["criteria"]["veiligheid"] == "ja"


def test_telt_mee_noemt_hoeveel_gemeenten_ja_zeggen_en_de_leeshulp_legt_dat_uit() -> None:
    tekst = toon_ranglijst(agenda_met(RIJEN)).als("tabel", 200)

    assert "Wal en schip (13 van 13), Veiligheid (9 van 13), Borging samenwerking (1 van" in tekst
    assert "1,77 tot 3,77" in tekst
    assert "(23/13 tot 49/13)" in tekst
    assert "«(9 van 13)»: van de 13 gemeenten die dit beoordelen, zeggen er 9 ja." in tekst


def test_een_criterium_zonder_gewicht_telt_niet_mee_ook_als_alle_ja_zeggen() -> None:
    tekst = toon_ranglijst(agenda_met(RIJEN, **{"wal-en-schip": 0})).als("tabel", 200)

    assert "Wal en schip (13 van 13)" not in tekst


def test_zonder_oordelen_is_er_geen_leeshulp_bij() -> None:
    zonder = ranglijst_van(maak_onderwerp("brug"))

    assert len(leeshulp(zonder)) == 2
    assert len(leeshulp(agenda_met(RIJEN).ranglijst)) == 4


def test_in_de_csv_is_een_score_een_getal_en_staat_de_breuk_ernaast() -> None:
    tabel = toon_ranglijst(agenda_met(RIJEN)).als("csv", 80)
    (rij,) = csv.DictReader(io.StringIO(tabel.removeprefix("\ufeff")), delimiter=";")

    assert rij["Score"] == "1,77"
    assert rij["Hoogste score"] == "3,77"
    assert rij["Score precies"] == "1,77 tot 3,77 (23/13 tot 49/13)"
    assert rij["Veiligheid"] == "verdeeld: 9 ja, 3 nee, 1 onbekend"
    assert rij["Wal en schip"] == "ja"


def test_zonder_oordelen_is_de_csv_zoals_zij_was() -> None:
    tabel = toon_ranglijst(Jaaragenda(ranglijst_van(maak_onderwerp("brug")))).als("csv", 80)

    assert "Score precies" not in tabel
    assert "verdeeld" not in tabel


def test_waarom_geeft_elke_gemeente_een_merkteken_dat_zonder_kleur_leest() -> None:
    tekst = toon_uitleg(agenda_met(RIJEN), "brug").als("tabel", 80)

    assert "VERDEELD · Veiligheid: 9 van 13 gemeenten zeggen ja: 9/13 van 1 punt" in tekst
    assert "Borging samenwerking: 1 van 13 gemeenten zegt ja" in tekst
    assert "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✗ ✗ ✗ ?" in tekst
    assert tekst.count("✗ nee (3): ") == 1
    assert "? onbekend (1): " in tekst
    assert "Score: 0 + 1 + 9/13 + 1/13 + 0 = 23/13, afgerond 1,77" in tekst
    assert max(map(len, tekst.splitlines())) <= 80
    assert {len(merk) for merk in MERKEN.values()} == {1}


def test_waarom_zegt_wie_waarom_ja_zegt_en_bij_wie_dat_ontbreekt() -> None:
    een, twee, drie = gemeenten()[:3]
    rijen = [
        oordeel(
            "brug", een, "veiligheid", "ja", onderbouwing="Er is overlast", bron="Nota, blz. 3"
        ),
        oordeel("brug", twee, "veiligheid", "ja", lezing="Zo lezen wij het."),
        oordeel("brug", drie, "veiligheid", "nee", onderbouwing="Hier speelt dit niet."),
        oordeel("brug", drie, "wetswijziging", "nee"),
    ]
    agenda = agenda_met(rijen)
    naam = {code: lid.naam for code, lid in agenda.ranglijst.profiel.lid.items()}

    tekst = toon_uitleg(agenda, "brug").als("md", 80)

    assert f"- {naam[een]}: Er is overlast. Bron: Nota, blz. 3.\n" in tekst
    assert f"- {naam[twee]}: Onze lezing: Zo lezen wij het.\n" in tekst
    assert f"- Onderbouwing ontbreekt bij: {naam[twee]}.\n" in tekst
    assert f"- {naam[drie]}: Hier speelt dit niet.\n" in tekst
    assert f"? onbekend (2): {naam[een]} (niets ingevuld), {naam[twee]} (niets ingevuld)" in tekst


def test_de_json_van_waarom_noemt_elke_gemeente_met_wat_zij_schreef_en_waar() -> None:
    een, twee = gemeenten()[:2]
    schreef = {"onderbouwing": "Er is overlast", "bron": "Nota", "lezing": "Wij lezen dit zo"}
    waar = {"vindplaats": "Nijmegen.xlsx!Onderwerpen!F7"}
    rijen = [
        oordeel("brug", een, "veiligheid", "ja", **schreef, **waar),
        oordeel("brug", twee, "wetswijziging", "nee"),
    ]

    uit = json.loads(toon_uitleg(agenda_met(rijen), "brug").als("json", 80))

    delen = {deel["criterium"]: deel for deel in uit["criteria"]}
    leeg = dict.fromkeys(("onderbouwing", "bron", "lezing", "vindplaats"), "")
    assert delen["veiligheid"]["oordelen"] == [
        {"gemeente": een, "waarde": "ja", **schreef, **waar},
        {"gemeente": twee, "waarde": "onbekend", **leeg},
    ]
    assert (delen["veiligheid"]["waarde"], delen["veiligheid"]["punten"]) == ("verdeeld", "1/2")
    assert uit["score"] == "1/2"


@pytest.mark.parametrize("zaad", range(3))
def test_de_punten_in_de_json_tellen_precies_op_tot_de_score(zaad: int) -> None:
    onderwerpen, rijen, gewichten = willekeurig(zaad, 12)
    lijst = ranglijst_van(*onderwerpen, gewichten=gewichten, oordelen=oordelen_van(rijen))
    agenda = Jaaragenda(lijst)

    for lid in lijst.alle:
        uit = json.loads(toon_uitleg(agenda, lid.code).als("json", 80))
        punten = [Fraction(deel["punten"]) for deel in uit["criteria"]]
        assert sum(punten) == Fraction(uit["score"]) == lid.uitslag.score
        for deel in uit["criteria"]:
            if "oordelen" in deel:
                ja = sum(stem["waarde"] == "ja" for stem in deel["oordelen"])
                aantal = len(deel["oordelen"])
                gewicht = gewichten[deel["criterium"]]
                assert Fraction(deel["punten"]) == Fraction(gewicht * ja, aantal)


def test_gelijke_feiten_met_andere_oordelen_geven_elk_hun_eigen_uitleg() -> None:
    rijen = [*stemmen("brug", "veiligheid", "jn"), *stemmen("dijk", "veiligheid", "jjn")]
    agenda = agenda_met(rijen, maak_onderwerp("dijk", criteria={}), maak_onderwerp("haven"))

    punten = {
        code: sum(deel.punten for deel in agenda.uitleg(code).criteria)
        for code in ("brug", "dijk", "haven")
    }

    assert punten == {"brug": Fraction(1, 2), "dijk": Fraction(2, 3), "haven": 0}
    assert {deel.telling for deel in agenda.uitleg("haven").criteria} == {None}


@pytest.mark.parametrize(
    ("score", "getal", "uitgelegd"),
    [
        (3, "3", "3"),
        (Fraction(38, 13), "2,92", "38/13, afgerond 2,92"),
        (Fraction(1, 8), "0,13", "1/8, afgerond 0,13"),
        (Fraction(5, 2), "2,50", "5/2, afgerond 2,50"),
        (Fraction(-42, 65), "-0,65", "-42/65, afgerond -0,65"),
    ],
)
def test_een_score_leest_als_getal_met_de_breuk_erbij(
    score: int | Fraction, getal: str, uitgelegd: str
) -> None:
    assert score_getal(score) == getal
    assert str(score_cel(score)).replace(".", ",") == getal
    assert afgerond(score) == uitgelegd


def test_een_regel_over_meer_antwoorden_telt_wat_zij_bij_elke_gemeente_geeft() -> None:
    als = [
        {"veld": code, "vergelijking": "is", "waarde": "ja"}
        for code in ("veiligheid", "wetswijziging")
    ]
    kant = kant_van({"brug": {"criteria": {}}}, regels={"veiligheid": {"als": als}})
    een, twee = gemeenten()[:2]
    antwoorden = [(een, "veiligheid", "ja"), (een, "wetswijziging", "ja")]
    antwoorden += [(twee, "veiligheid", "ja"), (twee, "wetswijziging", "nee")]
    kant = met_stemmen(kant, [oordeel("brug", *antwoord) for antwoord in antwoorden])

    lijst = prioriteer(kant.dossier, kant.profiel, kant.regelset)

    (brug,) = lijst.toegelaten
    stemmen_veilig = brug.uitslag.stemmen[list(CRITERIA).index("veiligheid")]
    assert [(stem.waarde, stem.uitkomst) for stem in stemmen_veilig] == [
        ("ja", "ja"),
        ("ja", "nee"),
    ]
    assert brug.uitslag.score == Fraction(1, 2) + Fraction(1, 2)
    weergave = toon_uitleg(Jaaragenda(lijst), "brug")
    tekst, data = weergave.als("tabel", 100), json.loads(weergave.als("json", 100))
    veilig = next(deel for deel in data["criteria"] if deel["criterium"] == "veiligheid")
    assert [stem.get("telt_als") for stem in veilig["oordelen"]] == [None, "nee"]
    assert f"✗ nee (1): {kant.profiel.lid[twee].naam} (vulde ja in)" in tekst


def test_een_getal_onder_nul_blijft_in_csv_een_getal_en_een_tekst_een_tekst() -> None:
    rij = (score_csv(Fraction(-42, 65)), score_csv(-1), "-1")

    tabel = Tabel("Proef", ("Breuk", "Heel", "Tekst"), (rij,))

    assert csv_tekst(tabel).splitlines()[1] == "-0,65;-1;'-1"
    assert "-0,65" in tabel_tekst(tabel, 80)
