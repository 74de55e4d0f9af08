"""Tables, JSON, CSV and Markdown: text from users stays text, and nothing is lost."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    BEIDE,
    CRITERIA,
    fouten_van,
    maak_dossier,
    maak_onderwerp,
    meegeleverd,
    ranglijst_van,
)
from hypothesis import given
from hypothesis import strategies as st

from agenda.controleren import controleer_dossier
from agenda.stuk.vormen.pagina.opmaak import Opmaak
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.controle import toon_controle
from agenda.weergave.ranglijst import toon_ranglijst
from agenda.weergave.regels import toon_regels
from agenda.weergave.uitleg.uitleg import toon_uitleg
from agenda.weergave.vormen import (
    Tabel,
    Tak,
    boom_md,
    boom_tekst,
    csv_tekst,
    md_tekst,
    tabel_md,
    tabel_tekst,
)

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.rangorde.ranglijst import Ranglijst

HERKOMST = {"versie", "evaluatoren", "regels_sha256", "themas_sha256", "invoer_sha256"}
KWAAD = 'Wonen | *zorg* [x](y) <script>alert("1")</script> `_#_`'
KAAL_HTML = re.compile(r"(?<!\\)[<>]")


def voorbeeld() -> Ranglijst:
    """One topic of each status, two of them on a shared place."""
    return ranglijst_van(
        maak_onderwerp("aa", criteria={"veiligheid": "ja"}, voorstellen=[7, 1]),
        maak_onderwerp("bb", criteria=["wal-en-schip"], afhankelijk_van=["aa", "cc"]),
        maak_onderwerp("cc", criteria=[]),
        maak_onderwerp("dd", regios=["rivierenland"]),
        maak_onderwerp("ee", afstemming_nodig=None),
    )


def csv_rijen(tekst: str) -> list[list[str]]:
    assert tekst.startswith("\ufeff")
    return list(csv.reader(io.StringIO(tekst[1:], newline=""), delimiter=";", strict=True))


def test_de_json_van_de_ranglijst_heeft_de_sleutels_van_het_contract() -> None:
    uit = json.loads(toon_ranglijst(Jaaragenda(voorbeeld())).als("json", 80))

    assert uit["schema"] == "agenda/ranglijst/1"
    assert (uit["profiel"], uit["jaar"], uit["peildatum"]) == (
        "nijmegen-rivierenland",
        2027,
        "2027-01-01",
    )
    assert uit["gewichten"] == dict.fromkeys(CRITERIA, 1)
    assert uit["herkomst"].keys() >= HERKOMST
    eerste = uit["ranglijst"][0]
    assert {n: eerste[n] for n in ("plaats", "gedeeld", "code", "thema", "score", "score_max")} == {
        "plaats": 1,
        "gedeeld": True,
        "code": "aa",
        "thema": "sluitend-netwerk",
        "score": 1,
        "score_max": 5,
    }
    assert (eerste["titel"], eerste["voorstellen"]) == ("Titel van aa", [1, 7])
    assert eerste["criteria"] == dict.fromkeys(CRITERIA, "onbekend") | {"veiligheid": "ja"}
    assert uit["ranglijst"][1]["afhankelijk_van"] == ["aa", "cc"]


@pytest.mark.parametrize(
    ("lijst", "code", "uitkomst"),
    [("onbeslist", "ee", "onbekend"), ("niet_toegelaten", "dd", "nee")],
)
def test_wie_niet_op_de_lijst_staat_heeft_in_de_json_zijn_uitgangspunten_en_redenen(
    lijst: str, code: str, uitkomst: str
) -> None:
    (uit,) = json.loads(toon_ranglijst(Jaaragenda(voorbeeld())).als("json", 80))[lijst]

    assert (uit["code"], uit["titel"]) == (code, f"Titel van {code}")
    assert uit["uitgangspunten"] == {"planrelatie": "ja", "beide-regios": uitkomst}
    assert len(uit["redenen"]) == 1


def test_de_json_van_de_uitleg_heeft_de_sleutels_van_het_contract() -> None:
    ranglijst = voorbeeld()

    uit = json.loads(toon_uitleg(Jaaragenda(ranglijst), "ee").als("json", 80))

    assert (uit["code"], uit["status"], uit["plaats"], uit["score"]) == ("ee", "onbeslist", None, 0)
    assert uit["herkomst"].keys() >= HERKOMST
    for deel in uit["uitgangspunten"]:
        assert deel.keys() >= {"regel", "uitkomst", "bron", "zin", "voorwaarden"}
        for voorwaarde in deel["voorwaarden"]:
            assert voorwaarde.keys() >= {"veld", "gevonden", "verwacht", "uitkomst"}
    for deel in uit["criteria"]:
        assert deel.keys() >= {"criterium", "waarde", "gewicht", "punten", "onderbouwing", "bron"}
    assert uit["uitgangspunten"][1]["voorwaarden"][1]["gevonden"] == "onbekend"


def test_de_punten_in_de_json_van_de_uitleg_tellen_op_tot_de_score() -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp(criteria=["veiligheid", "wetswijziging"]), gewichten={"veiligheid": 4}
    )

    uit = json.loads(toon_uitleg(Jaaragenda(ranglijst), "wijk-ggz").als("json", 80))

    assert sum(deel["punten"] for deel in uit["criteria"]) == uit["score"] == 5


def test_de_json_van_de_regels_noemt_elke_regel_met_zin_en_bron() -> None:
    profiel, regelset = meegeleverd()

    uit = json.loads(toon_regels(regelset, profiel).als("json", 80))

    assert [regel["code"] for regel in uit["regels"] if regel["soort"] == "criterium"] == [
        *CRITERIA
    ]
    voor = [regel["bron"] for regel in uit["regels"] if "over" not in regel]
    na = [regel["bron"] for regel in uit["regels"] if "over" in regel]
    assert all(bron.startswith("Inrichtingsplan §3") for bron in voor)
    assert all(bron.startswith("Inrichtingsplan §2") for bron in na)
    assert (len(voor), len(na)) == (7, 11)


def test_de_csv_van_de_regels_heeft_een_rij_per_regel() -> None:
    profiel, regelset = meegeleverd()

    kop, *rijen = csv_rijen(toon_regels(regelset, profiel).als("csv", 80))

    assert [rij[kop.index("Code")] for rij in rijen] == [r.code for r in regelset.alle_regels]
    assert all(rij[kop.index("Zin")] and rij[kop.index("Bron")] for rij in rijen)


def test_json_toont_accenten_zoals_ze_zijn_en_eindigt_met_een_regeleinde() -> None:
    tekst = toon_ranglijst(Jaaragenda(ranglijst_van(maak_onderwerp(titel="Één loket 🏠")))).als(
        "json", 80
    )

    assert '"titel": "Één loket 🏠"' in tekst
    assert tekst.endswith("}\n")


@pytest.mark.parametrize("formule", ["=1+1", "+31 24", "-1", "@SOM(A1)"])
def test_een_titel_die_excel_als_formule_leest_krijgt_in_csv_een_aanhalingsteken(
    formule: str,
) -> None:
    ranglijst = ranglijst_van(maak_onderwerp(titel=formule))

    kop, rij = csv_rijen(toon_ranglijst(Jaaragenda(ranglijst)).als("csv", 80))

    assert rij[kop.index("Titel")] == f"'{formule}"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_elke_cel_die_excel_als_formule_kan_lezen_krijgt_een_aanhalingsteken(begin: str) -> None:
    tabel = Tabel("Proef", ("Tekst", "Getal"), ((f"{begin}cel", 5), ("x=1", -5)))

    _, *rijen = csv_rijen(csv_tekst(tabel))

    assert rijen == [[f"'{begin}cel", "5"], ["x=1", "-5"]]


def test_ook_een_kop_uit_eigen_regels_wordt_in_csv_geen_formule() -> None:
    assert csv_rijen(csv_tekst(Tabel("Proef", ("=1+1",), ()))) == [["'=1+1"]]


def test_de_csv_van_de_ranglijst_heeft_een_rij_per_onderwerp() -> None:
    kop, *rijen = csv_rijen(toon_ranglijst(Jaaragenda(voorbeeld())).als("csv", 80))

    per_code = {rij[kop.index("Code")]: dict(zip(kop, rij, strict=True)) for rij in rijen}
    assert list(per_code) == ["aa", "bb", "cc", "ee", "dd"]
    assert (per_code["aa"]["Plaats"], per_code["aa"]["Gedeeld"]) == ("1", "ja")
    assert (per_code["aa"]["Score"], per_code["aa"]["Hoogste score"]) == ("1", "5")
    assert per_code["aa"]["Voorstellen"] == "1; 7"
    assert (per_code["cc"]["Plaats"], per_code["cc"]["Gedeeld"]) == ("3", "nee")
    assert (per_code["dd"]["Status"], per_code["dd"]["Plaats"]) == ("niet toegelaten", "")
    assert "Rivierenland" in per_code["dd"]["Reden"]
    assert per_code["ee"]["Status"] == "onbeslist"


def test_de_csv_van_de_uitleg_heeft_een_rij_per_voorwaarde_criterium_en_alles_erna() -> None:
    ranglijst = voorbeeld()

    kop, *rijen = csv_rijen(toon_uitleg(Jaaragenda(ranglijst), "aa").als("csv", 80))

    punten = [rij[kop.index("Punten")] for rij in rijen]
    soorten = [rij[kop.index("Soort")] for rij in rijen]
    criteria = ["uitgangspunt"] * 3 + ["criterium"] * 5
    anders = [*["verandering"] * 2, *["samenhang"] * 3]
    route = [*["route"] * 9, "route, spoed", *["route"] * 3]
    assert soorten == [*criteria, *anders, *route]
    assert [rij[3:6] for rij in rijen[8:10]] == [
        ["niets", "", "Hoger staan kan niet, want het staat op plaats 1."],
        ["plaats 2", "ja", "veiligheid: nee (nu: ja)"],
    ]
    assert sum(int(punt) for punt in punten if punt) == 1


def test_markdown_laat_tekst_van_gebruikers_tekst_zijn() -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp("aa", titel=KWAAD, toelichting=f"{KWAAD}\n\n# kop\n| a | b |"),
        maak_onderwerp("bb", titel=KWAAD, regios=[]),
    )

    lijst = toon_ranglijst(Jaaragenda(ranglijst)).als("md", 80)
    uitleg = toon_uitleg(Jaaragenda(ranglijst), "aa").als("md", 80)

    for tekst in (lijst, uitleg):
        assert not KAAL_HTML.search(tekst)
        assert "\\<script\\>" in tekst
    rijen = [regel for regel in lijst.splitlines() if regel.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", rij)) for rij in rijen} == {6, 4}
    assert [regel for regel in uitleg.splitlines() if regel.startswith("#")] == [
        uitleg.splitlines()[0]
    ]


@pytest.mark.parametrize("teken", list("\\`*_{}[]<>#|~"))
def test_elk_teken_dat_markdown_iets_zegt_krijgt_een_schuine_streep(teken: str) -> None:
    assert md_tekst(f"a{teken}b") == f"a\\{teken}b"


def test_markdown_toont_een_html_entiteit_zoals_zij_getypt_is() -> None:
    assert md_tekst("R&amp;D") in ("R\\&amp;D", "R&amp;amp;D")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_een_cel_in_markdown_blijft_op_een_regel_en_in_een_kolom(tekst: str) -> None:
    uit = tabel_md(Tabel("T", ("Kop", "Nog een"), ((tekst, "x"),)))

    *_, rij = uit.rstrip("\n").split("\n")
    assert rij.endswith("| x |")
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", rij)) == 3


def test_een_boom_in_markdown_springt_per_laag_in() -> None:
    boom = (Tak("een", (Tak("twee\nregels"),)), Tak("<b>"))

    assert boom_md(boom) == "- een\n  - twee regels\n- \\<b\\>\n"


def te_breed(tekst: str, breedte: int) -> list[str]:
    return [regel for regel in tekst.splitlines() if len(regel) > breedte]


@pytest.mark.parametrize("breedte", [60, 80, 100, 120, 160])
def test_de_ranglijst_past_in_de_breedte_van_het_scherm(breedte: int) -> None:
    lijst = [
        maak_onderwerp(f"onderwerp-met-naam-{n}", titel="Beschermd thuis wonen " * 5, **velden)
        for n, velden in enumerate(
            ({"criteria": list(CRITERIA)}, {"criteria": {}}, {"regios": []}, {"plannen": None})
        )
    ]

    tekst = toon_ranglijst(Jaaragenda(ranglijst_van(*lijst))).als("tabel", breedte)

    assert te_breed(tekst, breedte) == []


def test_zonder_een_kolom_staan_de_bedragen_nog_rechts() -> None:
    tabel = Tabel("T", ("A", "B", "C"), ((1, 2, 3),), ("n",), rekbaar=(0, 1), rechts=(2,))
    assert tabel.zonder("A") == Tabel("T", ("B", "C"), ((2, 3),), ("n",), (0,), (1,))
    cellen = Opmaak().tabel(tabel)
    assert '<td class="rechts">3</td>' in cellen
    assert "<td>2</td>" in cellen


def test_een_kolom_wordt_niet_smaller_dan_haar_langste_woord_als_een_andere_ruimte_over_heeft() -> (
    None
):
    lang = "meerjarenprogrammabegroting"
    rijen = (("een twee drie vier vijf zes", lang, "zeven acht negen tien elf twaalf"),)
    tekst = tabel_tekst(Tabel("T", ("A", "B", "C"), rijen, rekbaar=(0, 1, 2)), 60)
    assert lang in tekst
    assert te_breed(tekst, 60) == []


def test_ook_een_code_van_veertig_tekens_past_op_een_scherm_van_tachtig() -> None:
    tekst = toon_ranglijst(Jaaragenda(ranglijst_van(maak_onderwerp("a" * 40)))).als("tabel", 80)

    assert te_breed(tekst, 80) == []


@pytest.mark.parametrize("breedte", [60, 80, 120])
def test_de_uitleg_past_in_de_breedte_van_het_scherm(breedte: int) -> None:
    toelichting = "De gemeenten stemmen dit samen af met de zorgverzekeraars. " * 10
    ranglijst = ranglijst_van(
        maak_onderwerp("aa", toelichting=toelichting, criteria=list(CRITERIA)),
        maak_onderwerp("bb", titel="Een lange titel die niet op één regel past " * 3),
    )

    for code in ("aa", "bb"):
        tekst = toon_uitleg(Jaaragenda(ranglijst), code).als("tabel", breedte)
        assert te_breed(tekst, breedte) == []


def test_de_regels_passen_in_de_breedte_van_het_scherm() -> None:
    profiel, regelset = meegeleverd()

    assert te_breed(toon_regels(regelset, profiel).als("tabel", 80), 80) == []


@given(
    st.lists(st.tuples(st.text("ab -", max_size=30), st.text("ab -", max_size=200)), max_size=5),
    st.integers(80, 160),
)
def test_een_tabel_vouwt_rekbare_kolommen_en_verliest_geen_letter(
    rijen: list[tuple[str, str]], breedte: int
) -> None:
    tabel = Tabel("Proef", ("Vast", "Rekbaar"), tuple(rijen), rekbaar=(1,))

    uit = tabel_tekst(tabel, breedte)

    lijf = uit.split("\n", 3)[3]
    assert te_breed(uit, breedte) == []
    for letter in "ab":
        letters = "".join("".join(rij) for rij in rijen).count(letter)
        assert lijf.count(letter) - ("Rekbaar Vast".count(letter) if rijen else 0) == letters


@given(st.recursive(st.just(()), lambda takken: st.lists(takken, max_size=3), max_leaves=8))
def test_een_boom_heeft_een_regel_per_tak(vorm: Any) -> None:
    def bouw(deel: Any) -> Tak:
        return Tak("tak", tuple(bouw(onder) for onder in deel))

    boom = bouw(vorm)
    regels = boom_tekst((boom,), 80).splitlines()

    aantal = str(boom).count("zin='tak'")
    assert len(regels) == aantal
    assert all(re.fullmatch(r"(│  |   )*(├─ |└─ )tak", regel) for regel in regels)


def test_een_lege_lijst_zegt_dat_er_niets_is() -> None:
    tekst, md = (
        toon_ranglijst(Jaaragenda(ranglijst_van())).als(vorm, 80) for vorm in ("tabel", "md")
    )

    assert tekst.count("(geen)") == md.count("(geen)") == 3


def test_een_gedeelde_plaats_wordt_gezegd() -> None:
    for vorm in ("tabel", "md"):
        assert "1 (gedeeld)" in toon_ranglijst(Jaaragenda(voorbeeld())).als(vorm, 120)
    ranglijst = voorbeeld()
    uitleg = toon_uitleg(Jaaragenda(ranglijst), "aa").als("tabel", 120)
    assert "Plaats 1 (gedeeld)" in uitleg
    assert "Titel van bb (bb)" in uitleg


def test_een_afhankelijkheid_staat_bij_de_plaats_en_in_de_uitleg() -> None:
    ranglijst = voorbeeld()

    for vorm in ("tabel", "md"):
        lijst = toon_ranglijst(Jaaragenda(ranglijst)).als(vorm, 160)
        assert "– kan pas na aa (plaats 1) en cc (plaats 3)" in lijst
        uitleg = toon_uitleg(Jaaragenda(ranglijst), "bb").als(vorm, 160)
        assert "Titel van aa (aa): plaats 1" in uitleg.partition("Kan pas na")[2]
        assert "Titel van cc (cc): plaats 3" in uitleg.partition("Kan pas na")[2]


def test_de_csv_van_de_uitleg_noemt_ook_de_samenhang() -> None:
    ranglijst = voorbeeld()

    def samenhang(code: str) -> list[list[str]]:
        kop, *rijen = csv_rijen(toon_uitleg(Jaaragenda(ranglijst), code).als("csv", 80))
        assert {len(rij) for rij in rijen} == {len(kop)}
        return [rij[2:5] for rij in rijen if rij[1] == "samenhang"]

    assert [rij[0] for rij in samenhang("aa")] == ["draagt bij aan"] * 2 + ["hierop wacht"]
    assert samenhang("bb") == [
        ["kan pas na", "plaats 1", "Titel van aa (aa)"],
        ["kan pas na", "plaats 3", "Titel van cc (cc)"],
    ]
    assert samenhang("ee") == []


def test_een_score_met_onbekende_criteria_is_een_bereik() -> None:
    tekst = toon_ranglijst(Jaaragenda(voorbeeld())).als("tabel", 120)

    assert re.search(r"1 \(gedeeld\) +1 tot 5 +aa", tekst)
    assert re.search(r"3 +0 +cc", tekst)


def test_de_uitleg_zegt_wanneer_een_onderbouwing_ontbreekt_en_wat_onbekend_was() -> None:
    criteria: dict[str, Any] = {
        "veiligheid": "ja",
        "wal-en-schip": {"waarde": "nee", "onderbouwing": "Er is plek", "bron": "Evaluatie"},
    }
    ranglijst = ranglijst_van(
        maak_onderwerp(criteria=criteria, afstemming_nodig=None, regios=BEIDE),
        gewichten={"veiligheid": 2},
    )

    tekst = toon_uitleg(Jaaragenda(ranglijst), "wijk-ggz").als("tabel", 120)

    assert "Onderbouwing: ontbreekt" in tekst
    assert "Onderbouwing: Er is plek" in tekst
    assert "Bron: Evaluatie\n" in tekst
    assert "JA · Veiligheid: 2 van 2 punten" in tekst
    assert "ONBEKEND · Wetswijziging: 0 van 1 punt\n" in tekst
    plat = " ".join(tekst.replace("│", " ").split())
    assert "Geen plaats, want het onderwerp is onbeslist." in plat


@pytest.mark.parametrize("vorm", ["tabel", "md", "csv", "json"])
def test_controleer_toont_elke_fout_in_elke_vorm(tmp_path: Path, vorm: str) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp(thema="wone", titel="")])

    tekst = toon_controle(controleer_dossier(map_)).als(vorm, 80)

    for fout in fouten_van(map_):
        assert str(fout.plek) in tekst
        assert fout.veld in tekst
    assert "wonen" in tekst


@pytest.mark.parametrize("vorm", ["tabel", "md", "csv", "json"])
def test_controleer_toont_elke_waarschuwing_in_elke_vorm(tmp_path: Path, vorm: str) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp(criteria=["veiligheid", "wal-en-schip"])])
    controle = controleer_dossier(map_)

    tekst = toon_controle(controle).als(vorm, 80)

    assert len(controle.waarschuwingen) == 2
    assert all(str(waarschuwing.plek) in tekst for waarschuwing in controle.waarschuwingen)
    assert (controle.samenvatting in tekst) == (vorm != "csv")
