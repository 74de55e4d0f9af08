"""Scores where municipalities differ: an exact share of the weight, held against another sum."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    CRITERIA,
    json_uit,
    json_van,
    maak_dossier,
    maak_onderwerp,
    meegeleverd,
    ranglijst_uit,
    ranglijst_van,
)
from bouwers_oordelen import (
    gemeenten,
    maak_verdeeld_dossier,
    oordeel,
    oordelen_van,
    schrijf_oordelen,
    stemmen,
    willekeurig,
)

from agenda.invoer.oordelen import met_oordelen
from agenda.rangorde.lezing import tel_ja_antwoorden, tel_lezingen
from agenda.uitleg.uitleg import Uitlegger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from agenda.rangorde.ranglijst import Ranglijst


def los_gerekend(
    onderwerpen: Iterable[Mapping[str, Any]],
    rijen: Iterable[Mapping[str, Any]],
    gewichten: Mapping[str, int],
) -> list[dict[str, Any]]:
    """The list as the contract describes it, reckoned straight from the rows."""
    rijen, lijst = list(rijen), []
    for onderwerp in onderwerpen:
        laag = hoog = Fraction(0)
        tellingen, waarden = {}, {}
        van = [rij for rij in rijen if rij["onderwerp"] == onderwerp["code"]]
        n = len({rij["gemeente"] for rij in van})
        for criterium in CRITERIA:
            antwoorden = [rij["waarde"] for rij in van if rij["criterium"] == criterium]
            if not n:
                antwoorden = [onderwerp["criteria"].get(criterium, "onbekend")]
            ja, nee = antwoorden.count("ja"), antwoorden.count("nee")
            uit = n or 1
            tellingen[criterium] = {"ja": ja, "nee": nee, "onbekend": uit - ja - nee}
            alle = {ja: "ja", nee: "nee"}.get(uit)
            waarden[criterium] = alle or ("verdeeld" if ja or nee else "onbekend")
            laag += Fraction(ja, uit) * gewichten[criterium]
            hoog += (1 - Fraction(nee, uit)) * gewichten[criterium]
        deel = {"code": onderwerp["code"], "titel": onderwerp["titel"], "criteria": waarden}
        lijst.append({**deel, "laag": laag, "hoog": hoog, "oordelen": tellingen if n else None})
    for deel in lijst:
        deel["plaats"] = 1 + sum(ander["laag"] > deel["laag"] for ander in lijst)
        deel["gedeeld"] = sum(ander["laag"] == deel["laag"] for ander in lijst) > 1
    return sorted(lijst, key=lambda deel: deel["code"])


def als_getal(waarde: int | str) -> Fraction:
    """A score of the JSON; one that is whole is a number there, and another a text."""
    getal = Fraction(waarde)
    assert isinstance(waarde, int) == (getal.denominator == 1)
    assert isinstance(waarde, int) or waarde == f"{getal.numerator}/{getal.denominator}"
    return getal


def vergelijk_met_los_gerekend(zaad: int, maak: Any) -> None:
    onderwerpen, rijen, gewichten = willekeurig(zaad)
    ranglijst: Ranglijst = maak(onderwerpen, rijen, gewichten)
    json_ = json_van(ranglijst)

    gevonden = [
        {
            "code": deel["code"],
            "titel": deel["titel"],
            "criteria": deel["criteria"],
            "laag": als_getal(deel["score"]),
            "hoog": als_getal(deel["score_max"]),
            "oordelen": deel.get("oordelen"),
            "plaats": deel["plaats"],
            "gedeeld": deel["gedeeld"],
        }
        for deel in json_["ranglijst"]
    ]
    verwacht = los_gerekend(onderwerpen, rijen, gewichten)
    assert sorted(gevonden, key=lambda deel: deel["code"]) == verwacht
    scores = [deel["laag"] for deel in gevonden]
    assert scores == sorted(scores, reverse=True)
    uitlegger = Uitlegger(ranglijst)
    for beoordeeld in ranglijst.alle:
        uitleg = uitlegger.leg_uit(beoordeeld)
        assert sum(deel.punten for deel in uitleg.criteria) == uitleg.score
        assert uitleg.score == beoordeeld.uitslag.score


def uit_waarden(
    onderwerpen: list[Any], rijen: list[Any], gewichten: Mapping[str, int]
) -> Ranglijst:
    return ranglijst_van(*onderwerpen, gewichten=gewichten, oordelen=oordelen_van(rijen))


@pytest.mark.traag
@pytest.mark.parametrize("zaad", range(20))
def test_scores_plaatsen_en_hoogste_scores_zijn_die_van_een_losse_berekening(zaad: int) -> None:
    vergelijk_met_los_gerekend(zaad, uit_waarden)


@pytest.mark.traag
def test_op_tweehonderd_dossiers_van_dertien_bij_veertig_klopt_de_losse_berekening() -> None:
    for zaad in range(1_000, 1_200):
        vergelijk_met_los_gerekend(zaad, uit_waarden)


def test_wat_van_schijf_komt_geeft_dezelfde_lijst(tmp_path: Path) -> None:
    def van_schijf(onderwerpen: list[Any], rijen: list[Any], gewichten: Mapping[str, int]) -> Any:
        return ranglijst_uit(
            maak_verdeeld_dossier(tmp_path, onderwerpen, rijen, gewichten=gewichten)
        )

    vergelijk_met_los_gerekend(7, van_schijf)


@pytest.mark.parametrize("zaad", range(5))
def test_de_volgorde_van_de_invoer_verandert_niets(zaad: int) -> None:
    onderwerpen, rijen, gewichten = willekeurig(zaad)
    eerst = json_van(uit_waarden(onderwerpen, rijen, gewichten))
    dobbel = random.Random(zaad)
    dobbel.shuffle(rijen)
    dobbel.shuffle(onderwerpen)

    dan = json_van(uit_waarden(onderwerpen, rijen, gewichten))

    assert eerst["ranglijst"] == dan["ranglijst"]


def test_een_gelijke_breuk_is_een_gelijke_plaats_ook_bij_een_ander_aantal_gemeenten() -> None:
    rijen = [*stemmen("brug", "veiligheid", "jn"), *stemmen("dijk", "veiligheid", "jjnn")]
    rijen += stemmen("haven", "veiligheid", "jjjjjj?nnnnnn")
    topics = [maak_onderwerp(code, criteria={}) for code in ("brug", "dijk", "haven")]

    lijst = uit_waarden(topics, rijen, {}).toegelaten

    assert [(b.code, b.plaats, b.gedeeld) for b in lijst] == [
        ("brug", 1, True),
        ("dijk", 1, True),
        ("haven", 3, False),
    ]
    assert [b.uitslag.score for b in lijst] == [
        Fraction(1, 2),
        Fraction(1, 2),
        Fraction(6, 13),
    ]


def test_wat_verdeeld_is_is_voor_een_regel_onbekend_en_wat_alle_zeggen_is_zo() -> None:
    (brug,) = ranglijst_van(maak_onderwerp("brug", criteria={})).toegelaten
    rijen = [*stemmen("brug", "veiligheid", "jn"), *stemmen("brug", "wetswijziging", "jj")]
    rijen += stemmen("brug", "wal-en-schip", "n-") + stemmen("brug", "laaghangend-fruit", "nn")

    (samen,) = met_oordelen([brug.onderwerp], oordelen_van(rijen), CRITERIA)

    assert {code: tag.waarde for code, tag in samen.criteria.items()} == {
        "wetswijziging": "ja",
        "laaghangend-fruit": "nee",
    }


def test_een_lezing_telt_per_gemeente_en_voor_haar_deel_van_de_punten() -> None:
    een, twee, drie, vier = gemeenten()[:4]
    rijen = [
        oordeel("brug", een, "veiligheid", "ja", lezing="Zo lezen wij het."),
        oordeel("brug", twee, "veiligheid", "ja"),
        oordeel("brug", drie, "veiligheid", "nee", lezing="Ook een lezing."),
        oordeel("brug", vier, "veiligheid", "onbekend"),
        oordeel("brug", een, "wetswijziging", "ja", lezing="En dit."),
    ]

    (brug,) = uit_waarden([maak_onderwerp("brug", criteria={})], rijen, {"veiligheid": 3}).alle

    lezingen = tel_lezingen(brug, {**dict.fromkeys(CRITERIA, 1), "veiligheid": 3})
    assert lezingen.lezingen == 2
    assert lezingen.punten == Fraction(3, 4) + Fraction(1, 4)
    assert isinstance(lezingen.punten, int)
    assert tel_ja_antwoorden(brug) == 3


def test_een_dossier_zonder_oordelen_houdt_zijn_controlegetal(tmp_path: Path) -> None:
    rauw = [maak_onderwerp("brug", criteria={"veiligheid": "ja"})]
    zonder = json.loads(json_uit(maak_dossier(tmp_path / "a", rauw)))
    leeg = maak_dossier(tmp_path / "b", rauw)
    schrijf_oordelen(leeg, [])
    met = maak_verdeeld_dossier(tmp_path / "c", rauw, stemmen("brug", "veiligheid", "j"))

    som = zonder["herkomst"]["invoer_sha256"]
    assert json.loads(json_uit(leeg))["herkomst"]["invoer_sha256"] == som
    assert json.loads(json_uit(met))["herkomst"]["invoer_sha256"] != som
    assert "oordelen" not in json.dumps(zonder)


def test_elk_deel_van_een_oordeel_telt_mee_in_het_controlegetal(tmp_path: Path) -> None:
    rauw = [maak_onderwerp("brug", criteria={})]
    basis = oordeel("brug", gemeenten()[0], "veiligheid", "ja")
    varianten = [{}, {"waarde": "nee"}, {"criterium": "wetswijziging"}]
    varianten += [{"gemeente": gemeenten()[1]}]
    varianten += [{veld: "x"} for veld in ("onderbouwing", "bron", "lezing", "vindplaats")]

    sommen = set()
    for nummer, anders in enumerate(varianten):
        map_ = maak_verdeeld_dossier(tmp_path / str(nummer), rauw, [basis | anders])
        sommen.add(json.loads(json_uit(map_))["herkomst"]["invoer_sha256"])

    assert len(sommen) == len(varianten)


def test_er_zijn_dertien_gemeenten() -> None:
    assert len(gemeenten()) == len(meegeleverd()[0].regio.leden) == 13
