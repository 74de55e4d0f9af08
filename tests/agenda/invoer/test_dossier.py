"""A dossier folder: its settings, its one file with topics, and all faults in one run."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    CRITERIA,
    als_yaml,
    fout_van,
    fouten_van,
    lees,
    maak_dossier,
    maak_onderwerp,
    ranglijst_uit,
    yaml_waarden,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.controleren import controleer_dossier

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import TypeVar

    T = TypeVar("T")


def met_instellingen(map_: Path, tekst: str) -> Path:
    maak_dossier(map_)
    (map_ / "dossier.yaml").write_text(tekst, encoding="utf-8")
    return map_


def test_alleen_het_jaar_is_verplicht(tmp_path: Path) -> None:
    instellingen = lees(met_instellingen(tmp_path, "jaar: 2027\n")).dossier.instellingen

    assert instellingen.profiel == "nijmegen-rivierenland"
    assert instellingen.peildatum == date(2027, 1, 1)
    assert instellingen.gewichten == {}


@pytest.mark.parametrize("jaar", [2022, 2027, 2100])
def test_zonder_peildatum_geldt_een_januari_van_het_agendajaar(tmp_path: Path, jaar: int) -> None:
    map_ = maak_dossier(tmp_path, jaar=jaar)

    assert lees(map_).dossier.instellingen.peildatum == date(jaar, 1, 1)


def test_een_peildatum_mag_in_een_ander_jaar_liggen(tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path, peildatum=date(2026, 10, 1))

    assert ranglijst_uit(map_).dossier.instellingen.peildatum == date(2026, 10, 1)


def test_een_criterium_zonder_gewicht_weegt_een(tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path, gewichten={"veiligheid": 3, "wetswijziging": 0})

    assert ranglijst_uit(map_).gewichten == dict.fromkeys(CRITERIA, 1) | {
        "veiligheid": 3,
        "wetswijziging": 0,
    }


@pytest.mark.parametrize("leeg", ["profiel:", "peildatum:", "gewichten:"])
def test_een_instelling_zonder_waarde_is_niet_ingevuld(tmp_path: Path, leeg: str) -> None:
    map_ = met_instellingen(tmp_path, f"jaar: 2027\n{leeg}\n")

    assert lees(map_).dossier == lees(maak_dossier(tmp_path / "gewoon")).dossier


JAAR = "jaar: 2027\n"
FOUTEN = {
    "jaar ontbreekt": ("profiel: nijmegen-rivierenland\n", "1:1", "jaar", "niets"),
    "jaar leeg": ("jaar:\n", "1:1", "jaar", "niets"),
    "jaar is een woord": ("jaar: volgend\n", "1:1", "jaar", "«volgend»"),
    "jaar is tekst": ("jaar: '2027'\n", "1:1", "jaar", "«2027»"),
    "jaar met komma": ("jaar: 2027.5\n", "1:1", "jaar", "«2027.5»"),
    "jaar te vroeg": ("jaar: 1999\n", "1:1", "jaar", "«1999»"),
    "jaar te laat": ("jaar: 2101\n", "1:1", "jaar", "«2101»"),
    "jaar is een lijst": ("jaar: [2027]\n", "1:1", "jaar", "een lijst"),
    "peildatum is een woord": (JAAR + "peildatum: nu\n", "2:1", "peildatum", "«nu»"),
    "peildatum bestaat niet": (
        JAAR + "peildatum: 2027-02-30\n",
        "2:1",
        "peildatum",
        "«2027-02-30»",
    ),
    "peildatum is een jaar": (JAAR + "peildatum: 2027\n", "2:1", "peildatum", "«2027»"),
    "gewicht te hoog": (
        JAAR + "gewichten:\n  veiligheid: 101\n",
        "3:3",
        "gewichten.veiligheid",
        "«101»",
    ),
    "gewicht onder nul": (
        JAAR + "gewichten:\n  veiligheid: -1\n",
        "3:3",
        "gewichten.veiligheid",
        "«-1»",
    ),
    "gewicht met komma": (
        JAAR + "gewichten:\n  veiligheid: 1.5\n",
        "3:3",
        "gewichten.veiligheid",
        "«1.5»",
    ),
    "gewicht is ja": (
        JAAR + "gewichten:\n  veiligheid: yes\n",
        "3:3",
        "gewichten.veiligheid",
        "«yes»",
    ),
    "gewicht leeg": (
        JAAR + "gewichten:\n  veiligheid:\n",
        "3:3",
        "gewichten.veiligheid",
        "niets",
    ),
    "gewicht van onbekend criterium": (
        JAAR + "gewichten:\n  veiligheit: 2\n",
        "3:3",
        "gewichten.veiligheit",
        "«veiligheit»",
    ),
    "gewichten als lijst": (JAAR + "gewichten: [veiligheid]\n", "2:1", "gewichten", "een lijst"),
    "gewichten als getal": (JAAR + "gewichten: 3\n", "2:1", "gewichten", "«3»"),
    "onbekende instelling": (JAAR + "gewihten: {}\n", "2:1", "", "onbekend veld «gewihten»"),
    "naam twee keer": (JAAR + "jaar: 2028\n", "2:1", "", "«jaar» voor de tweede keer"),
    "lijst in plaats van velden": ("- jaar: 2027\n", "1:1", "", "een lijst"),
    "tekst in plaats van velden": ("2027\n", "1:1", "", "«2027»"),
    "geen YAML": ("jaar: [2027\n", "2:1", "", "tekst die geen YAML is"),
    "onbekend profiel": (
        JAAR + "profiel: nijmegn-rivierenland\n",
        "2:1",
        "profiel",
        "«nijmegn-rivierenland»",
    ),
    "profiel is een getal": (JAAR + "profiel: 5\n", "2:1", "profiel", "«5»"),
    "profiel is een lijst": (JAAR + "profiel: [a]\n", "2:1", "profiel", "een lijst"),
    "profiel is een pad": (JAAR + "profiel: ../geheim\n", "2:1", "profiel", "«../geheim»"),
}


@pytest.mark.parametrize(("tekst", "plek", "veld", "gevonden"), FOUTEN.values(), ids=FOUTEN.keys())
def test_elke_fout_in_dossier_yaml_heeft_een_plek_en_een_veld(
    tmp_path: Path, tekst: str, plek: str, veld: str, gevonden: str
) -> None:
    fouten = fouten_van(met_instellingen(tmp_path, tekst))

    assert {(str(f.plek), f.veld, f.gevonden) for f in fouten} == {
        (f"dossier.yaml:{plek}", veld, gevonden)
    }
    assert all(f.verwacht for f in fouten)


@pytest.mark.parametrize("waarde", ["[veiligheid]", "3"])
def test_gewichten_in_een_verkeerde_vorm_krijgen_uitleg_over_gewichten(
    tmp_path: Path, waarde: str
) -> None:
    fout = fout_van(met_instellingen(tmp_path, f"{JAAR}gewichten: {waarde}\n"))

    assert "peildatum" not in fout.verwacht
    assert "criterium" in fout.verwacht


@pytest.mark.parametrize(
    ("tekst", "suggestie"),
    [
        ("profiel: nijmegn-rivierenland", "bedoelde u «nijmegen-rivierenland»?"),
        ("gewichten: {veiligheit: 2}", "bedoelde u «veiligheid»?"),
        ("gewihten: {}", "bedoelde u «gewichten»?"),
    ],
)
def test_een_naam_die_bijna_klopt_krijgt_een_suggestie(
    tmp_path: Path, tekst: str, suggestie: str
) -> None:
    assert fout_van(met_instellingen(tmp_path, f"{JAAR}{tekst}\n")).suggestie == suggestie


@pytest.mark.parametrize("lengte", [41, 5_000])
def test_een_veel_te_lange_naam_van_een_profiel_is_een_gewone_fout(
    tmp_path: Path, lengte: int
) -> None:
    fouten = fouten_van(met_instellingen(tmp_path, f"{JAAR}profiel: {'a' * lengte}\n"))

    assert {(str(f.plek), f.veld) for f in fouten} == {("dossier.yaml:2:1", "profiel")}
    assert all(len(f.gevonden) < 100 for f in fouten)


def test_een_onbekend_profiel_verbergt_de_andere_fouten_van_dossier_yaml_niet(
    tmp_path: Path,
) -> None:
    fouten = fouten_van(met_instellingen(tmp_path, "jaar: nu\nprofiel: bosrand\nkleur: rood\n"))

    assert {f.veld or f.gevonden for f in fouten} >= {"jaar", "profiel", "onbekend veld «kleur»"}


def test_een_onbekend_profiel_verbergt_ook_de_vorm_van_de_onderwerpen_niet(tmp_path: Path) -> None:
    map_ = met_instellingen(tmp_path, "jaar: 2027\nprofiel: bosrand\n")
    (map_ / "onderwerpen.yaml").write_text("onderwerpen: [\n", encoding="utf-8")

    assert [f.plek.bestand for f in fouten_van(map_)] == ["dossier.yaml", "onderwerpen.yaml"]


def test_zonder_dossier_yaml_en_zonder_profiel_komen_beide_fouten(tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path / "2027")
    (map_ / "dossier.yaml").unlink()

    fouten = fouten_van(map_, tmp_path)

    assert {f.veld or f.plek.bestand for f in fouten} == {"dossier.yaml", "--themas"}


NAMEN = ["jaar", "profiel", "peildatum", "gewichten", "nijmegen-rivierenland", *CRITERIA]


@pytest.mark.traag
@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(NAMEN[:4]) | st.text("ab", max_size=2), yaml_waarden(NAMEN)))
def test_welke_instellingen_er_ook_staan_het_is_hoogstens_een_fout_in_de_invoer(
    tmp_path_factory: pytest.TempPathFactory, velden: dict[str, Any]
) -> None:
    map_ = met_instellingen(tmp_path_factory.mktemp("dossier"), als_yaml({"jaar": 2027} | velden))

    controle = controleer_dossier(map_)

    assert all(str(f).isprintable() and f.plek.regel and f.verwacht for f in controle.fouten)


def test_op_een_dag_zonder_regels_is_er_geen_ranglijst(tmp_path: Path) -> None:
    fout = fout_van(maak_dossier(tmp_path, peildatum=date(2021, 12, 31)))

    assert (fout.plek.bestand, fout.plek.regel, fout.veld) == ("dossier.yaml", 2, "peildatum")
    assert "2021-12-31" in fout.gevonden
    assert "2022-01-01" in fout.suggestie


def test_zonder_dossier_yaml_wordt_verteld_hoe_er_een_komt(tmp_path: Path) -> None:
    maak_dossier(tmp_path)
    (tmp_path / "dossier.yaml").unlink()

    fout = fout_van(tmp_path)

    assert (str(fout.plek), fout.gevonden) == ("dossier.yaml", "geen bestand")
    assert "agenda nieuw" in fout.suggestie


@pytest.mark.parametrize(
    ("naam", "gevonden"), [("weg", "niets"), ("bestand.txt", "een bestand"), ("a" * 300, "niets")]
)
def test_wat_geen_map_is_is_geen_dossier(tmp_path: Path, naam: str, gevonden: str) -> None:
    (tmp_path / "bestand.txt").touch()

    fout = fout_van(tmp_path / naam)

    assert (fout.veld, fout.gevonden) == ("dossier", gevonden)


@pytest.mark.parametrize("naam", ["dossier.yaml", "onderwerpen.yaml"])
def test_een_map_met_de_naam_van_een_bestand_is_een_fout(tmp_path: Path, naam: str) -> None:
    maak_dossier(tmp_path)
    (tmp_path / naam).unlink()
    (tmp_path / naam).mkdir()

    fout = fout_van(tmp_path)

    assert (str(fout.plek), fout.gevonden) == (naam, "een map")


@pytest.mark.parametrize(
    "namen",
    [
        ("onderwerpen.xlsx", "onderwerpen.yaml"),
        ("onderwerpen.yaml", "onderwerpen.csv"),
        ("onderwerpen.xlsx", "onderwerpen.yaml", "onderwerpen.csv"),
    ],
)
def test_meer_dan_een_bestand_met_onderwerpen_is_een_fout_die_ze_noemt(
    tmp_path: Path, namen: tuple[str, ...]
) -> None:
    maak_dossier(tmp_path)
    for naam in namen:
        (tmp_path / naam).touch()

    fout = fout_van(tmp_path)

    assert all(naam in f"{fout.plek} {fout.gevonden}" for naam in namen)


def test_zonder_bestand_met_onderwerpen_worden_de_drie_namen_genoemd(tmp_path: Path) -> None:
    maak_dossier(tmp_path)
    (tmp_path / "onderwerpen.yaml").unlink()

    fout = fout_van(tmp_path)

    assert fout.gevonden == "geen bestand"
    assert all(f"onderwerpen.{vorm}" in fout.verwacht for vorm in ("xlsx", "yaml", "csv"))
    assert fout.suggestie == ""


@pytest.mark.parametrize("naam", ["onderwerpen.xlsm", "onderwerpen.xls", "onderwerpen.yml"])
def test_een_bestand_dat_er_op_lijkt_wordt_genoemd(tmp_path: Path, naam: str) -> None:
    maak_dossier(tmp_path)
    (tmp_path / "onderwerpen.yaml").rename(tmp_path / naam)

    assert naam in fout_van(tmp_path).suggestie


def test_fouten_in_dossier_en_onderwerpen_komen_samen_en_op_volgorde(tmp_path: Path) -> None:
    maak_dossier(tmp_path, kleur="rood", gewichten={"veiligheid": 200})
    (tmp_path / "onderwerpen.yaml").unlink()
    (tmp_path / "onderwerpen.csv").write_text(
        "Code;Titel;Thema\n" + "".join(f"a{n};;wone\n" for n in range(1, 11)), encoding="utf-8"
    )

    fouten = fouten_van(tmp_path)

    plekken = [(f.plek.bestand, f.plek.regel) for f in fouten]
    assert plekken == [("dossier.yaml", 2), ("dossier.yaml", 4)] + [
        ("onderwerpen.csv", regel) for regel in range(2, 12) for _ in ("titel", "thema")
    ]


def test_twee_keer_dezelfde_fout_in_dezelfde_cel_staat_er_een_keer(tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp(plannen=["weg"])])

    assert len(set(fouten_van(map_))) == len(fouten_van(map_)) == 1


def test_de_volger_ziet_elk_onderwerp_langskomen(tmp_path: Path) -> None:
    gezien: list[str] = []

    def volg(stroom: Iterable[T], wat: str, aantal: int | None = None) -> Iterable[T]:
        for ding in stroom:
            gezien.append(wat)
            yield ding

    map_ = maak_dossier(tmp_path, [maak_onderwerp("aa"), maak_onderwerp("bb")], "excel")
    controle = controleer_dossier(map_, None, volg)

    assert controle.aantal == 2
    assert gezien == ["Excel lezen"] * 3


def test_controleer_vat_een_goed_dossier_samen(tmp_path: Path) -> None:
    controle = controleer_dossier(maak_dossier(tmp_path, [maak_onderwerp()], "csv"))

    assert controle.fout is None
    assert (controle.bestand, controle.aantal) == ("onderwerpen.csv", 1)
    assert controle.samenvatting.startswith("Geen fouten")


def test_controleer_telt_de_fouten(tmp_path: Path) -> None:
    controle = controleer_dossier(maak_dossier(tmp_path, [maak_onderwerp(thema="x", titel="")]))

    assert len(controle.fouten) == 2
    assert controle.samenvatting == "Fouten: 2."


def test_wie_de_map_van_het_dossier_vergeet_leest_welke_map_hij_bedoelde(tmp_path: Path) -> None:
    for naam in ("2027", "2026"):
        maak_dossier(tmp_path / naam, [maak_onderwerp()])

    eerste = fouten_van(tmp_path)[0]

    assert eerste.gevonden == "geen bestand"
    assert eerste.suggestie == (
        f"bedoelde u de map {tmp_path / '2026'} of {tmp_path / '2027'}? Typ die achter de opdracht"
    )


def test_wie_het_bestand_noemt_leest_dat_de_map_wordt_bedoeld(tmp_path: Path) -> None:
    maak_dossier(tmp_path / "2027", [maak_onderwerp()])

    fout = fout_van(tmp_path / "2027" / "onderwerpen.yaml")

    assert fout.suggestie == f"geef de map waar het in staat: {tmp_path / '2027'}"


@pytest.mark.parametrize("waar", ["", "gemeenten", "gemeenten/Tiel.xlsx"])
def test_wie_werkmappen_laat_controleren_leest_hoe_zij_worden_samengevoegd(
    tmp_path: Path, waar: str
) -> None:
    dossier = tmp_path / "2027"
    (dossier / "gemeenten").mkdir(parents=True)
    (dossier / "dossier.yaml").write_text("jaar: 2027\n", encoding="utf-8")
    (dossier / "gemeenten" / "Tiel.xlsx").write_bytes(b"")

    opdracht = f"agenda samenvoegen {dossier / 'gemeenten'} --naar {dossier}"
    assert fout_van(dossier / waar).suggestie.endswith(opdracht)


def test_een_map_die_er_niet_is_krijgt_de_dossiers_ernaast_als_suggestie(tmp_path: Path) -> None:
    maak_dossier(tmp_path / "2027", [maak_onderwerp()])

    fout = fout_van(tmp_path / "2072")

    assert fout.suggestie.startswith(f"bedoelde u de map {tmp_path / '2027'}?")
