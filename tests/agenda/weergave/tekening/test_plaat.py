"""The picture: everything in it, nothing on top of anything else, readable without colour."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import CRITERIA, Rauw, maak_onderwerp, meegeleverd, ranglijst_van

from agenda.samenhang.graaf import bouw_graaf
from agenda.weergave.tekening.indeling import BREED, HOOG, MAX_ONDERWERPEN, TeVeelInBeeld, deel_in
from agenda.weergave.tekening.letters import breedte_van, breek_af
from agenda.weergave.tekening.plaat import teken

if TYPE_CHECKING:
    import networkx as nx

SVG = "{http://www.w3.org/2000/svg}"
WOORDEN = ["regionale", "afspraken", "over", "maatschappelijke", "opvang"]
WOORDEN += ["schuldhulpverlening", "GGZ", "wijk"]


def dossier(aantal: int, zaad: int = 1) -> list[Rauw]:
    """Topics as a region has them: most serve a proposal of their own theme, some wait."""
    toeval = random.Random(zaad)
    voorstellen = meegeleverd()[0].voorstel
    onderwerpen: list[Rauw] = []
    for n in range(aantal):
        thema = toeval.choice([v.thema for v in voorstellen.values()])
        eigen = [nummer for nummer, v in voorstellen.items() if v.thema == thema]
        keuze = eigen if toeval.random() < 0.8 else list(voorstellen)
        onderwerpen.append(
            maak_onderwerp(
                f"o{n}",
                titel=" ".join(toeval.choices(WOORDEN, k=toeval.randint(2, 12))),
                thema=thema,
                voorstellen=toeval.sample(keuze, min(len(keuze), toeval.randint(0, 3))),
                afstemming_nodig=toeval.choice(["ja", "ja", "nee", None]),
                criteria=[c for c in CRITERIA if toeval.random() < 0.4],
                afhankelijk_van=[f"o{m}" for m in toeval.sample(range(n), min(n, n % 5 == 4))],
            )
        )
    return onderwerpen


def graaf_van(*rauw: Rauw) -> nx.DiGraph[str]:
    return bouw_graaf(ranglijst_van(*rauw))


def gelezen(graaf: nx.DiGraph[str], titel: str = "Proef") -> ET.Element:
    return ET.fromstring(teken(graaf, titel))  # noqa: S314 - our own output


@pytest.mark.parametrize("aantal", [1, 30, 60, 120])
def test_niets_ligt_over_iets_anders_en_geen_lijn_loopt_door_een_vak(aantal: int) -> None:
    graaf = graaf_van(*dossier(aantal))
    indeling = deel_in(graaf)

    hoogte = indeling.hoogte
    assert set(hoogte.values()) > {HOOG} or aantal == 1
    for (een, (x1, y1)), (twee, (x2, y2)) in combinations(indeling.midden.items(), 2):
        assert abs(x1 - x2) >= BREED or abs(y1 - y2) >= (hoogte[een] + hoogte[twee]) / 2
    for (van, naar), punten in indeling.lijnen.items():
        for (x1, y1), (x2, y2) in pairwise(punten):
            assert min(abs(x1 - x2), abs(y1 - y2)) < 1
            for knoop, (x, y) in indeling.midden.items():
                if knoop not in (van, naar):
                    breed, hoog = BREED / 2 - 1, hoogte[knoop] / 2 - 1  # a line may touch it
                    naast = max(x1, x2) <= x - breed or min(x1, x2) >= x + breed
                    assert naast or max(y1, y2) <= y - hoog or min(y1, y2) >= y + hoog


@pytest.mark.parametrize("aantal", [5, 60])
def test_elk_thema_is_een_band_op_zijn_beurt_met_alleen_eigen_vakken(aantal: int) -> None:
    graaf = graaf_van(*dossier(aantal))
    indeling = deel_in(graaf)

    assert [band.thema for band in indeling.banden] == list(meegeleverd()[0].thema)
    assert all(a.onder == b.boven for a, b in pairwise(indeling.banden))
    banden = {band.thema: band for band in indeling.banden}
    for knoop, (_, y) in indeling.midden.items():
        band = banden[graaf.nodes[knoop]["thema"]]
        half = indeling.hoogte[knoop] / 2
        assert band.boven < y - half < y + half < band.onder


def test_wat_eerst_moet_staat_links_en_voorstellen_staan_rechts() -> None:
    graaf = graaf_van(*dossier(60))
    midden = deel_in(graaf).midden

    voorstellen = {x for knoop, (x, _) in midden.items() if knoop.startswith("voorstel")}
    assert voorstellen == {max(x for x, _ in midden.values())}
    for van, naar, gegevens in graaf.edges(data=True):
        if gegevens["soort"] == "vereist" and van.startswith("onderwerp"):
            assert midden[naar][0] < midden[van][0]


def test_alleen_wat_eerst_moet_staat_links_van_andere_onderwerpen() -> None:
    graaf = graaf_van(*dossier(60))
    midden = deel_in(graaf).midden
    eerst = {naar for _, naar, d in graaf.edges(data=True) if d["soort"] == "vereist"}

    onderwerpen = [knoop for knoop in midden if knoop.startswith("onderwerp")]
    rechts = max(midden[knoop][0] for knoop in onderwerpen)
    assert {knoop for knoop in onderwerpen if midden[knoop][0] < rechts} == eerst & {*onderwerpen}
    assert "streepjeslijn: wat links" in teken(graaf, "x")
    assert "streepjeslijn: wat links" not in teken(graaf_van(maak_onderwerp()), "x")


@pytest.mark.parametrize("aantal", [1, 30, 120])
def test_voorstellen_staan_per_thema_op_nummer(aantal: int) -> None:
    graaf = graaf_van(*dossier(aantal))
    midden = deel_in(graaf).midden

    voorstellen = sorted(
        (k for k in midden if k.startswith("voorstel")), key=lambda k: midden[k][1]
    )
    per_thema: dict[str, list[int]] = {}
    for knoop in voorstellen:
        gegevens = graaf.nodes[knoop]
        per_thema.setdefault(gegevens["thema"], []).append(gegevens["nummer"])
    assert all(nummers == sorted(nummers) for nummers in per_thema.values())
    assert sum(map(len, per_thema.values())) == 25


def test_elke_titel_staat_er_heel_in_en_past_in_zijn_vak() -> None:
    titels = {
        "script": "<script>alert(1)</script> & \"meer\" 'zo'",
        "lang": "heel " * 59 + "lang!",
        "woord": "a" * 300,
        "rtl": "שלום עולם مرحبا",
        "emoji": "Samen 👩‍👩‍👧 verder 🎉" * 9,
    }
    beeld = gelezen(graaf_van(*(maak_onderwerp(c, titel=t) for c, t in titels.items())), "<T> & U")

    assert beeld.findtext(f"{SVG}title") == "<T> & U"
    for code, titel in titels.items():
        vak = next(g for g in beeld.iter(f"{SVG}g") if g.get("id") == f"onderwerp-{code}")
        uitleg = vak.findtext(f"{SVG}title")
        assert uitleg == f"{titel} ({code}): plaats 1"
        rechthoek = vak.find(f"{SVG}rect")
        assert rechthoek is not None
        rechts = float(rechthoek.get("x", 0)) + float(rechthoek.get("width", 0))
        nummer, *regels = vak.iter(f"{SVG}text")
        assert nummer.text == "1"
        tekst = " ".join(regel.text or "" for regel in regels)
        assert tekst == titel.replace(chr(0xFFFE), chr(0xFFFD)) or code in ("woord", "emoji")
        boven, hoog = (float(rechthoek.get(naam, 0)) for naam in ("y", "height"))
        assert boven < float(regels[0].get("y", 0)) - 9
        assert float(regels[-1].get("y", 0)) + 3 < boven + hoog
        for regel in regels:
            assert float(regel.get("x", 0)) + breedte_van(regel.text or "", 12) <= rechts


def test_status_dekking_en_staat_zijn_aan_de_vorm_te_zien() -> None:
    graaf = graaf_van(
        maak_onderwerp("ja", voorstellen=[1]),
        maak_onderwerp("open", voorstellen=[2], afstemming_nodig=None),
        maak_onderwerp("nee", voorstellen=[3], afstemming_nodig="nee"),
    )
    klasse = {g.get("id"): g.get("class") for g in gelezen(graaf).iter(f"{SVG}g")}
    tekens = {
        g.get("id"): next(g.iter(f"{SVG}text")).text
        for g in gelezen(graaf).iter(f"{SVG}g")
        if g.get("id")
    }

    assert klasse["onderwerp-ja"] == "onderwerp toegelaten"
    assert klasse["onderwerp-open"] == "onderwerp onbeslist"
    assert klasse["onderwerp-nee"] == "onderwerp niet-toegelaten"
    assert [klasse[f"voorstel-{n}"] for n in (1, 2, 3)] == [
        "voorstel toegelaten",
        "voorstel onbeslist",
        "voorstel geen",
    ]
    assert (tekens["onderwerp-ja"], tekens["onderwerp-open"]) == ("1", "?")
    assert (tekens["onderwerp-nee"], tekens["voorstel-23"]) == ("–", "23")
    assert "(afgerond) Nijmegen" in teken(graaf, "x")


def test_een_schermlezer_krijgt_een_titel_en_een_beschrijving() -> None:
    beeld = gelezen(graaf_van(*dossier(30)))

    namen = (beeld.get("aria-labelledby") or "").split()
    delen = {deel.get("id"): deel.text or "" for deel in beeld}
    assert (beeld.get("role"), beeld.get("lang")) == ("img", "nl")
    assert delen[namen[0]] == "Proef"
    assert delen[namen[1]].startswith("30 onderwerpen (")
    assert "25 voorstellen" in delen[namen[1]]


def test_het_plaatje_haalt_niets_van_buiten_en_is_elke_keer_gelijk() -> None:
    graaf = graaf_van(*dossier(40))
    tekst = teken(graaf, "x")

    assert tekst == teken(graaf_van(*reversed(dossier(40))), "x")
    assert tekst.count("http") == 1  # the name of the SVG language itself
    assert "url(#" in tekst


def test_een_lange_kop_past_in_het_plaatje_en_staat_heel_in_de_titel() -> None:
    lang = f"Samenhang. {'heel ' * 59}lang!"
    beeld = gelezen(graaf_van(maak_onderwerp()), lang)

    (kop,) = (t for t in beeld.iter(f"{SVG}text") if t.get("class") == "kop")
    rechts = float(kop.get("x", 0)) + breedte_van(kop.text or "", 16)
    assert rechts <= float(beeld.get("width", 0))
    assert beeld.findtext(f"{SVG}title") == lang


def test_de_koppen_van_de_kolommen_staan_naast_elkaar_ook_bij_een_enkel_onderwerp() -> None:
    beeld = gelezen(graaf_van(maak_onderwerp()))
    koppen = [t for t in beeld.iter(f"{SVG}text") if t.get("class") == "kolom"]
    plekken = {(float(t.get("x", 0)), float(t.get("y", 0))): t.text or "" for t in koppen}

    for (x1, y1), tekst in plekken.items():
        for x2, y2 in plekken:
            if y1 == y2 and x1 < x2:
                assert x1 + 1.1 * breedte_van(tekst, 12) <= x2  # bold letters are wider


def test_te_veel_onderwerpen_voor_een_plaatje_wordt_gezegd() -> None:
    graaf = graaf_van(*(maak_onderwerp(f"o{n}") for n in range(MAX_ONDERWERPEN + 1)))

    with pytest.raises(TeVeelInBeeld) as fout:
        teken(graaf, "x")

    assert (fout.value.aantal, fout.value.hoogstens) == (401, 400)


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        ("kort", ["kort"]),
        ("twee woorden samen", ["twee woorden", "samen"]),
        ("een twee drie vier vijf zes zeven acht", ["een twee drie", "vier vijf zes…"]),
        ("Langwoordzonderspaties", ["Langwoordzo…"]),
    ],
)
def test_tekst_breekt_af_op_woorden_en_zegt_dat_er_meer_is(tekst: str, regels: list[str]) -> None:
    assert breek_af(tekst, 10, 80, 2) == regels


def test_een_letter_met_een_teken_erop_is_zo_breed_als_zonder() -> None:
    assert breedte_van("é", 10) == breedte_van("e\u0301", 10) == breedte_van("e", 10)
    assert breedte_van("漢", 10) > breedte_van("W", 10) * 0.9


def test_een_dossier_zonder_onderwerpen_geeft_een_plaatje_van_de_voorstellen() -> None:
    beeld = gelezen(graaf_van())

    assert sum((g.get("id") or "").startswith("voorstel-") for g in beeld.iter(f"{SVG}g")) == 25
