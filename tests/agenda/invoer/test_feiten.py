"""What a region asks itself: every kind is read, and every wrong value is pointed at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from bouwers_agenda import (
    als_yaml,
    feit_van,
    fout_van,
    lees,
    maak_dossier,
    map_van_profiel,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.onderwerp.feit import Feit
from agenda.onderwerp.onderwerp import Deelname
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from agenda.onderwerp.onderwerp import Dossier
    from regels.melding import Melding

PROFIEL = "bibliotheken-zilverkust"
THEMAS = map_van_profiel(PROFIEL)
ACTIVITEIT = {"code": "voorleesweek", "titel": "Voorleesweek", "thema": "leesplezier"}


def dossier_met(map_: Path, *, bestanden: dict[str, Any] | None = None, **velden: Any) -> Path:
    """A dossier with one activity, and other files beside it."""
    maak_dossier(map_, [{**ACTIVITEIT, **velden}], profiel=PROFIEL)
    for naam, inhoud in (bestanden or {}).items():
        tekst = inhoud if isinstance(inhoud, str) else als_yaml(inhoud)
        (map_ / naam).write_text(tekst, encoding="utf-8")
    return map_


def gevallen(naam: str) -> list[dict[str, str]]:
    """Cases that a colleague can add."""
    tekst = (Path(__file__).parent / "gevallen" / f"{naam}.yaml").read_text(encoding="utf-8")
    uit: list[dict[str, str]] = yaml.safe_load(tekst)
    return uit


def gelezen(map_: Path) -> Dossier:
    return lees(map_, THEMAS).dossier


GOED = {
    "ja of nee": ("landelijk", "ja", "ja"),
    "een getal": ("bezoekers", 0, 0),
    "het hoogste getal": ("bezoekers", 5000, 5000),
    "een keuze": ("publiek", "senioren", "senioren"),
    "een lijst staat in de volgorde van het veld": (
        "ruimten",
        ["tuin", "podium"],
        ("podium", "tuin"),
    ),
    "een lege lijst is bekend": ("ruimten", [], ()),
    "tekst": ("folder", "Kom luisteren.\nHet is gratis.", "Kom luisteren.\nHet is gratis."),
    "onbekend": ("landelijk", "onbekend", "onbekend"),
    "niets": ("landelijk", None, "onbekend"),
    "onbekend met uitleg": (
        "landelijk",
        {"waarde": "onbekend", "onderbouwing": "Nagevraagd."},
        "onbekend",
    ),
}


@pytest.mark.parametrize(("veld", "waarde", "verwacht"), GOED.values(), ids=GOED.keys())
def test_elke_soort_feit_wordt_gelezen(
    tmp_path: Path, veld: str, waarde: object, verwacht: object
) -> None:
    (onderwerp,) = gelezen(dossier_met(tmp_path, **{veld: waarde})).onderwerpen

    assert feit_van(onderwerp, veld) == verwacht


@pytest.mark.parametrize(
    ("bron", "lezing", "verwacht"),
    [
        ("Verslag", "Zo lezen wij het.", ("Verslag", "Zo lezen wij het.")),
        ({"document": "handboek", "plaats": "blz. 9"}, "", ("Handboek blz. 9", "")),
        (
            {"document": "handboek", "plaats": "blz. 9", "lezing": "Bij de bron."},
            "",
            ("Handboek blz. 9", "Bij de bron."),
        ),
        (
            {"document": "handboek", "plaats": "blz. 9", "lezing": "Bij de bron."},
            "Bij het feit.",
            ("Handboek blz. 9", "Bij het feit."),
        ),
    ],
)
def test_naast_een_waarde_staat_waarom_en_waar(
    tmp_path: Path, bron: object, lezing: str, verwacht: tuple[str, str]
) -> None:
    feit = {"waarde": 40, "onderbouwing": "Net als vorig jaar.", "bron": bron, "lezing": lezing}

    (onderwerp,) = gelezen(dossier_met(tmp_path, bezoekers=feit)).onderwerpen

    assert onderwerp.feiten["bezoekers"] == Feit(40, "Net als vorig jaar.", *verwacht)


@pytest.mark.parametrize("geval", gevallen("feitfouten"), ids=lambda geval: geval["naam"])
def test_een_feit_dat_niet_past_wordt_aangewezen(tmp_path: Path, geval: dict[str, str]) -> None:
    map_ = dossier_met(tmp_path)
    pad = map_ / "onderwerpen.yaml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(f"{tekst}  {geval['regel']}\n", encoding="utf-8")

    fout = fout_van(map_, THEMAS)

    assert str(fout).partition(": ")[2] == geval["verwacht"]
    assert fout.plek.regel == tekst.count("\n") + 1


def test_in_een_tabel_staan_de_eigen_velden_onder_hun_kop(tmp_path: Path) -> None:
    maak_dossier(tmp_path, profiel=PROFIEL)
    (tmp_path / "onderwerpen.yaml").unlink()
    koppen = "Code;Titel;Thema;Landelijk programma;Bezoekers;Publiek;Ruimten;Foldertekst\n"
    rij = 'voorleesweek;Voorlezen;Leesplezier;x;120;Senioren;"tuin; podium";Kom luisteren.\n'
    (tmp_path / "onderwerpen.csv").write_text(koppen + rij, encoding="utf-8")

    (onderwerp,) = gelezen(tmp_path).onderwerpen

    assert {code: feit.waarde for code, feit in onderwerp.feiten.items()} == {
        "landelijk": "ja",
        "bezoekers": 120,
        "publiek": "senioren",
        "ruimten": ("podium", "tuin"),
        "folder": "Kom luisteren.",
    }


# --- Of the year, of members and of pairs ---


def test_leden_en_paren_staan_in_bestanden_van_hun_eigen(tmp_path: Path) -> None:
    bron = {"document": "handboek", "plaats": "blz. 5"}
    bestanden = {
        "leden.yaml": {"leden": [{"lid": "duinhuis", "stoelen": 150, "bron": bron}]},
        "deelname.yaml": {
            "deelname": [
                {"onderwerp": "voorleesweek", "lid": "duinhuis", "geschoold": "ja"},
                {"onderwerp": "alle", "lid": "havenzaal", "geschoold": "nee"},
                {"onderwerp": "voorleesweek", "lid": "alle", "geschoold": "nee", "bron": "Telling"},
            ]
        },
    }

    dossier = gelezen(dossier_met(tmp_path, bestanden=bestanden))

    assert dossier.leden == {"duinhuis": {"stoelen": Feit(150, bron="Handboek blz. 5")}}
    assert dossier.deelname == (
        Deelname(None, "havenzaal", {"geschoold": Feit("nee")}),
        Deelname("voorleesweek", None, {"geschoold": Feit("nee", bron="Telling")}),
        Deelname("voorleesweek", "duinhuis", {"geschoold": Feit("ja")}),
    )


def test_een_feit_over_het_jaar_staat_in_dossier_yaml(tmp_path: Path) -> None:
    groepen = ["jeugdwet", "wmo-2015"]
    maak_dossier(tmp_path, profiel="arnhem-2014", feiten={"expertgroepen": groepen})

    assert lees(tmp_path).dossier.feiten == {"expertgroepen": Feit(("jeugdwet", "wmo-2015"))}


@pytest.mark.parametrize("geval", gevallen("rijfouten"), ids=lambda geval: geval["naam"])
def test_wat_in_leden_en_paren_niet_klopt_wordt_aangewezen(
    tmp_path: Path, geval: dict[str, str]
) -> None:
    map_ = dossier_met(tmp_path, bestanden={geval["bestand"]: geval["inhoud"]})

    assert str(fout_van(map_, THEMAS)) == geval["verwacht"]


WAARDEN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 6000)
    | st.sampled_from(["ja", "alle", "duinhuis", "voorleesweek", "onbekend", "tuin", ""]),
    lambda dieper: (
        st.lists(dieper, max_size=2)
        | st.dictionaries(st.sampled_from(["waarde", "bron", "document", "plaats"]), dieper)
    ),
    max_leaves=4,
)
SLEUTELS = st.sampled_from(["onderwerp", "lid", "bron", "geschoold", "stoelen", "zomaar"])


@pytest.mark.traag
@settings(max_examples=50)
@given(
    st.sampled_from(["leden", "deelname"]), st.lists(st.dictionaries(SLEUTELS, WAARDEN) | WAARDEN)
)
def test_welke_rijen_er_ook_staan_het_zijn_feiten_of_fouten(
    tmp_path_factory: pytest.TempPathFactory, naam: str, rijen: list[Any]
) -> None:
    map_ = dossier_met(
        tmp_path_factory.mktemp("dossier"), bestanden={f"{naam}.yaml": {naam: rijen}}
    )

    fouten: tuple[Melding, ...] = ()
    try:
        gelezen(map_)
    except Invoerfout as fout:
        fouten = fout.meldingen

    assert all(str(fout).isprintable() and fout.verwacht for fout in fouten)
    assert {fout.plek.bestand for fout in fouten} <= {f"{naam}.yaml"}
