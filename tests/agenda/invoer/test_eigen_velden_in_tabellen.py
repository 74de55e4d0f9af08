"""What a region asks itself, of topics, members and pairs: the same in YAML, Excel and CSV."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from bouwers_agenda import als_yaml, fout_van, fouten_van, lees, yaml_waarden
from bouwers_eigen_velden import LEESPLEZIER, PROFIELEN, schrijf_dossier, schrijf_werkmap
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.controleren import controleer_dossier
from agenda.invoer.gemarkeerd import markeer
from agenda.onderwerp.feit import Feit
from agenda.weergave.controle import toon_controle
from regels.lezen.tekst import geen_tekst

if TYPE_CHECKING:
    from pathlib import Path

    from bouwers_eigen_velden import Rijen

TABELLEN = ("excel", "csv")
VORMEN = ("yaml", *TABELLEN)
KOPPEN = ["Code", "Titel", "Rubriek"]
EEN = ["een", "Een", "leesplezier"]


def bladen(map_: Path, **bladen: list[list[Any]]) -> Path:
    """A dossier whose workbook holds these sheets, beside one topic."""
    schrijf_dossier(map_, [], vorm="excel")
    schrijf_werkmap(map_ / "onderwerpen.xlsx", {"onderwerpen": [KOPPEN, EEN], **bladen})
    return map_


@pytest.mark.parametrize("vorm", VORMEN)
def test_elke_vorm_zegt_hetzelfde_van_onderwerpen_leden_en_paren(tmp_path: Path, vorm: str) -> None:
    map_ = schrijf_dossier(
        tmp_path,
        [{"code": "week", **LEESPLEZIER, "bezoekers": 120, "ruimten": ["podium", "tuin"]}],
        [{"lid": "Duinhuis", "stoelen": 80}, {"lid": "havenzaal", "stoelen": 40}],
        [
            {"onderwerp": "Voorleesweek", "lid": "duinhuis", "geschoold": "ja"},
            {"onderwerp": "alle", "lid": "Molenplein", "geschoold": "nee"},
        ],
        vorm,
    )

    dossier = lees(map_, PROFIELEN).dossier

    assert dossier.onderwerpen[0].feiten == {
        "bezoekers": Feit(120),
        "ruimten": Feit(("podium", "tuin")),
    }
    assert dossier.leden == {"duinhuis": {"stoelen": Feit(80)}, "havenzaal": {"stoelen": Feit(40)}}
    assert [(d.onderwerp, d.lid, d.feiten["geschoold"].waarde) for d in dossier.deelname] == [
        (None, "molenplein", "nee"),
        ("week", "duinhuis", "ja"),
    ]


@pytest.mark.parametrize(
    ("cel", "waarde"),
    [
        ("x", "ja"),
        (True, "ja"),
        ("Nee.", "nee"),
        ("onbekend", None),
        ("", None),
    ],
)
def test_een_cel_wordt_gelezen_zoals_bij_de_eigen_velden_van_het_programma(
    tmp_path: Path, cel: object, waarde: str | None
) -> None:
    map_ = bladen(
        tmp_path,
        deelname=[["Activiteit", "Vestiging", "Geschoold"], ["een", "Havenzaal", cel]],
    )

    deelname = lees(map_, PROFIELEN).dossier.deelname

    assert [d.feiten["geschoold"].waarde for d in deelname] == ([waarde] if waarde else [])


def test_geen_in_een_lijst_is_echt_geen(tmp_path: Path) -> None:
    schrijf_dossier(tmp_path, [{"code": "een", **LEESPLEZIER, "ruimten": []}], vorm="csv")

    assert lees(tmp_path, PROFIELEN).dossier.onderwerpen[0].feiten == {"ruimten": Feit(())}


def test_onderwerp_en_lid_mogen_ook_zo_heten(tmp_path: Path) -> None:
    map_ = bladen(
        tmp_path, deelname=[["Onderwerp", "Lid", "Geschoold"], ["een", "alle vestigingen", "ja"]]
    )

    (rij,) = lees(map_, PROFIELEN).dossier.deelname

    assert (rij.onderwerp, rij.lid) == ("een", None)


def test_een_bron_in_de_rij_geldt_voor_elk_feit_zonder_eigen_bron(tmp_path: Path) -> None:
    map_ = bladen(
        tmp_path,
        leden=[["Vestiging", "Stoelen", "Bron", "Lezing Stoelen"], ["Duinhuis", 8, "blz. 2", "Zo"]],
    )

    assert lees(map_, PROFIELEN).dossier.leden["duinhuis"]["stoelen"] == Feit(8, "", "blz. 2", "Zo")


def test_thema_mag_ook_boven_de_kolom_van_een_regio_met_een_eigen_woord(tmp_path: Path) -> None:
    schrijf_dossier(tmp_path, [], vorm="csv")
    (tmp_path / "onderwerpen.csv").write_text("Code;Titel;Thema\neen;Een;Ontmoeten\n")

    assert lees(tmp_path, PROFIELEN).dossier.onderwerpen[0].thema == "ontmoeten"


def test_wat_mist_heet_zoals_de_regio_het_noemt(tmp_path: Path) -> None:
    schrijf_dossier(tmp_path, [], vorm="csv")
    (tmp_path / "onderwerpen.csv").write_text("Code;Titel;Bezoekers\neen;Een;1\n")

    assert fout_van(tmp_path, PROFIELEN).gevonden == "geen kolom Rubriek"


FOUTE_BLADEN: dict[str, tuple[dict[str, list[list[Any]]], str]] = {
    "een getal dat geen getal is": (
        {"leden": [["Vestiging", "Stoelen"], ["Duinhuis", "veel"]]},
        "Leden!B2: Stoelen: gevonden «veel»; verwacht een heel getal: 0 of meer",
    ),
    "een onbekend lid": (
        {"leden": [["Vestiging", "Stoelen"], ["Duinhuus", 3]]},
        (
            "Leden!A2: Vestiging: gevonden «Duinhuus»; verwacht een lid dat er is;"
            " bedoelde u «duinhuis»?"
        ),
    ),
    "een onbekend onderwerp": (
        {"deelname": [["Activiteit", "Vestiging", "Geschoold"], ["twee", "Duinhuis", "ja"]]},
        "Deelname!A2: Activiteit: gevonden «twee»; verwacht een van alle of een",
    ),
    "een antwoord dat er niet is": (
        {"deelname": [["Activiteit", "Vestiging", "Geschoold"], ["een", "alle", "misschien"]]},
        (
            "Deelname!C2: Geschoold: gevonden «misschien»; verwacht ja, nee of"
            " onbekend; bedoelde u «onbekend»?"
        ),
    ),
    "twee keer hetzelfde paar": (
        {
            "deelname": [
                ["Activiteit", "Vestiging", "Geschoold"],
                ["een", "Duinhuis", "ja"],
                ["een", "duinhuis", "nee"],
            ]
        },
        (
            "Deelname!B3: Vestiging: gevonden «een, duinhuis» voor de tweede keer;"
            " verwacht één rij voor elk"
        ),
    ),
    "alle bij allebei": (
        {"deelname": [["Activiteit", "Vestiging", "Geschoold"], ["alle", "alle", "ja"]]},
        (
            "Deelname!B2: Vestiging: gevonden «alle» bij allebei; verwacht een"
            " onderwerp of een lid bij naam"
        ),
    ),
    "een kop die er niet is": (
        {"leden": [["Vestiging", "Stoelen", "Stoeltjes"], ["Duinhuis", 3, 4]]},
        (
            "Leden!C1: kop: gevonden «Stoeltjes»; verwacht een bekende kop, zie het"
            " sjabloon; bedoelde u «Stoelen»?"
        ),
    ),
    "een optelling onder de tabel": (
        {"deelname": [["Activiteit", "Vestiging", "Geschoold"], ["", "", "samen 3"]]},
        (
            "Deelname!C2: gevonden een rij zonder Activiteit en Vestiging: «samen 3»;"
            " verwacht één activiteit bij één vestiging in elke rij onder de koppen; haal de rij"
            " weg als het een optelling of opmerking is, of vul haar aan"
        ),
    ),
}


@pytest.mark.parametrize(("bladen_", "verwacht"), FOUTE_BLADEN.values(), ids=FOUTE_BLADEN.keys())
def test_een_fout_op_een_ander_blad_wordt_bij_de_cel_aangewezen(
    tmp_path: Path, bladen_: dict[str, list[list[Any]]], verwacht: str
) -> None:
    fout = fout_van(bladen(tmp_path, **bladen_), PROFIELEN)

    assert str(fout) == f"onderwerpen.xlsx!{verwacht}"
    assert fout.onderwerp == "", "een rij op een ander blad is geen onderwerp"


def test_een_fout_in_een_kolom_ernaast_noemt_de_cel(tmp_path: Path) -> None:
    schrijf_dossier(tmp_path, [], vorm="csv")
    (tmp_path / "onderwerpen.csv").write_text(
        "Code;Titel;Rubriek;Bron Bezoekers;Bezoekers\neen;Een;leesplezier;blz. 1;druk\n"
    )

    assert str(fout_van(tmp_path, PROFIELEN)).startswith(
        "onderwerpen.csv:2:5: Bezoekers: gevonden «druk»"
    )


TE_VEEL = {
    "twee bestanden": (("leden.yaml", "leden.csv"), False, "ook leden.yaml"),
    "een blad en een bestand": (
        ("leden.csv",),
        True,
        "ook het blad Leden in onderwerpen.xlsx",
    ),
}


@pytest.mark.parametrize(("bestanden", "blad", "gevonden"), TE_VEEL.values(), ids=TE_VEEL.keys())
def test_wat_op_twee_plaatsen_staat_is_een_fout_die_beide_noemt(
    tmp_path: Path, bestanden: tuple[str, ...], blad: bool, gevonden: str
) -> None:
    koppen = [["Vestiging", "Stoelen"], ["Duinhuis", 1]]
    map_ = bladen(tmp_path, **({"leden": koppen} if blad else {}))
    inhoud = {"leden.yaml": "leden: []", "leden.csv": "Vestiging;Stoelen\n"}
    for naam in bestanden:
        (map_ / naam).write_text(inhoud[naam])

    fout = fout_van(map_, PROFIELEN)

    assert (fout.plek.bestand, fout.gevonden) == (bestanden[-1], gevonden)
    assert fout.verwacht.startswith("precies één van")


def test_de_controle_noemt_het_blad_en_de_gemarkeerde_kopie_wijst_de_cel_aan(
    tmp_path: Path,
) -> None:
    map_ = bladen(tmp_path / "map", leden=[["Vestiging", "Stoelen"], ["Duinhuis", "veel"]])
    controle = controleer_dossier(map_, PROFIELEN)
    (tmp_path / "kopie.xlsx").write_bytes(
        markeer((map_ / "onderwerpen.xlsx").read_bytes(), controle.fouten, ())
    )
    kopie = openpyxl.load_workbook(tmp_path / "kopie.xlsx")

    assert "Leden!B2 Stoelen: «veel»" in toon_controle(controle).als("tabel", 100)
    assert "FOUT: «veel»" in kopie["Leden"]["B2"].comment.text


def test_verborgen_rijen_op_een_ander_blad_worden_gemeld(tmp_path: Path) -> None:
    map_ = bladen(tmp_path, leden=[["Vestiging", "Stoelen"], ["Duinhuis", 3]])
    boek = openpyxl.load_workbook(map_ / "onderwerpen.xlsx")
    boek["Leden"].row_dimensions[2].hidden = True
    boek.save(map_ / "onderwerpen.xlsx")

    (waarschuwing,) = lees(map_, PROFIELEN).waarschuwingen()

    assert waarschuwing.gevonden == "1 verborgen rij, die gewoon meetelt: Duinhuis (rij 2)"


def test_te_veel_rijen_is_een_fout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agenda.invoer.tabel.MAX_RIJEN", 2)
    schrijf_dossier(tmp_path, [{"code": "een", **LEESPLEZIER}], vorm="yaml")
    (tmp_path / "leden.csv").write_text(
        "Vestiging;Stoelen\nDuinhuis;1\nHavenzaal;2\nMolenplein;3\n"
    )

    (fout,) = fouten_van(tmp_path, PROFIELEN)

    assert (fout.plek.bestand, fout.gevonden) == ("leden.csv", "meer dan 2 rijen")


def test_een_blad_leden_in_een_regio_die_niets_van_leden_vraagt_telt_niet_mee(
    tmp_path: Path,
) -> None:
    (tmp_path / "dossier.yaml").write_text("jaar: 2027\n")
    schrijf_werkmap(
        tmp_path / "onderwerpen.xlsx",
        {"onderwerpen": [["Code", "Titel", "Thema"]], "leden": [["Gemeente", "Wat"], ["x", "y"]]},
    )

    assert lees(tmp_path).dossier.leden == {}


def test_een_fout_in_een_onderwerp_maakt_zijn_rijen_bij_leden_niet_ook_fout(tmp_path: Path) -> None:
    map_ = schrijf_dossier(
        tmp_path,
        [{"code": "week", **LEESPLEZIER, "bezoekers": "veel"}],
        deelname=[{"onderwerp": "week", "lid": "duinhuis", "geschoold": "ja"}],
        vorm="csv",
    )

    assert fout_van(map_, PROFIELEN).plek.bestand == "onderwerpen.csv"


@pytest.mark.parametrize("naam", ["leden.xlsx", "deelname.xls", "leden.yml"])
def test_een_bestand_dat_niemand_leest_wordt_genoemd(tmp_path: Path, naam: str) -> None:
    map_ = schrijf_dossier(tmp_path, [{"code": "een", **LEESPLEZIER}])
    (map_ / naam).touch()

    (waarschuwing,) = lees(map_, PROFIELEN).waarschuwingen()

    assert (waarschuwing.plek.bestand, waarschuwing.gevonden) == (
        naam,
        "een bestand dat niet meetelt",
    )


def test_leden_csv_in_een_regio_die_niets_van_leden_vraagt_is_geen_fout(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("jaar: 2027\n")
    (tmp_path / "onderwerpen.csv").write_text("Code;Titel;Thema\neen;Een;wonen\n")
    (tmp_path / "leden.csv").write_text("Naam;Adres\nIemand;Ergens\n")

    (waarschuwing,) = lees(tmp_path).waarschuwingen()

    assert waarschuwing.verwacht == "geen bestand: dit profiel vraagt er niets over"


def teksten() -> st.SearchStrategy[str]:
    """Text that every form can hold; «onbekend» is no text but the absence of one."""
    teken = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]).filter(
        lambda t: not geen_tekst(t)
    )
    return st.text(teken, max_size=20).map(_schoon).filter(lambda tekst: tekst != "onbekend")


def _schoon(tekst: str) -> str:
    return unicodedata.normalize("NFC", tekst).strip()


def feiten(**velden: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of these fields, as a value or as a value with what stands beside it."""
    ernaast = {naam: teksten() for naam in ("onderbouwing", "bron", "lezing")}
    return st.fixed_dictionaries(
        {},
        optional={
            naam: waarde | st.fixed_dictionaries({"waarde": waarde}, optional=ernaast)
            for naam, waarde in velden.items()
        },
    )


JA_NEE = st.sampled_from(["ja", "nee", "onbekend"])
ONDERWERPFEITEN = feiten(
    landelijk=JA_NEE,
    bezoekers=st.integers(0, 5_000),
    publiek=st.sampled_from(["peuters", "senioren", "iedereen", "onbekend"]),
    ruimten=st.lists(st.sampled_from(["podium", "keuken", "tuin"]), unique=True),
    folder=teksten().filter(bool),
)
LEDEN = ("duinhuis", "havenzaal", "molenplein")


@st.composite
def dossiers(trek: st.DrawFn) -> tuple[Rijen, Rijen, Rijen]:
    codes = [f"code-{n}" for n in range(trek(st.integers(1, 3)))]
    onderwerpen = [
        {"code": code, "titel": code, "thema": "ontmoeten", **trek(ONDERWERPFEITEN)}
        for code in codes
    ]
    leden = [
        {"lid": lid, **trek(feiten(stoelen=st.integers(0, 10**12)))}
        for lid in trek(st.lists(st.sampled_from(LEDEN), unique=True))
    ]
    paar = st.tuples(st.sampled_from([*codes, "alle"]), st.sampled_from([*LEDEN, "alle"]))
    paren = trek(st.lists(paar.filter(lambda p: p != ("alle", "alle")), unique=True, max_size=5))
    deelname = [
        {"onderwerp": onderwerp, "lid": lid, **trek(feiten(geschoold=JA_NEE))}
        for onderwerp, lid in paren
    ]
    return onderwerpen, leden, deelname


@pytest.mark.traag
@settings(max_examples=25)
@given(dossiers(), st.sampled_from(TABELLEN))
def test_yaml_en_een_tabel_zeggen_hetzelfde(
    tmp_path_factory: pytest.TempPathFactory, delen: tuple[Rijen, Rijen, Rijen], vorm: str
) -> None:
    map_ = tmp_path_factory.mktemp("dossier")

    als_yaml = lees(schrijf_dossier(map_ / "yaml", *delen), PROFIELEN).dossier
    als_tabel = lees(schrijf_dossier(map_ / vorm, *delen, vorm), PROFIELEN).dossier

    assert als_tabel == als_yaml


WOORDEN = ("lid", "onderwerp", "bron", "geschoold", "stoelen", "waarde", "duinhuis", "een", "alle")


@pytest.mark.traag
@settings(max_examples=60)
@given(
    st.sampled_from(["leden", "deelname", "onderwerpen"]),
    yaml_waarden(WOORDEN)
    | st.lists(st.dictionaries(st.sampled_from(WOORDEN), yaml_waarden(WOORDEN))),
)
def test_wat_er_ook_in_staat_het_is_een_dossier_of_een_fout_in_de_invoer(
    tmp_path_factory: pytest.TempPathFactory, naam: str, waarde: object
) -> None:
    map_ = schrijf_dossier(tmp_path_factory.mktemp("dossier"), [{"code": "een", **LEESPLEZIER}])
    for inhoud in (waarde, {naam: waarde}):
        (map_ / f"{naam}.yaml").write_text(als_yaml(inhoud), encoding="utf-8")

        controle = controleer_dossier(map_, PROFIELEN)

        assert controle.fout is None or controle.fouten
