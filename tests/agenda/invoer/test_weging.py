"""Preferences and limits mean the same wherever they stand, and stand in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from bouwers_agenda import (
    CRITERIA,
    als_yaml,
    fout_van,
    fouten_van,
    json_uit,
    lees,
    maak_dossier,
    maak_onderwerp,
    ranglijst_uit,
)

from agenda.rangorde.herkomst import herkomst_van

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from openpyxl import Workbook

VOORKEUREN = {
    "GM0268": ["veiligheid", ["wal-en-schip", "wetswijziging"]],
    "GM0281": ["laaghangend-fruit", "veiligheid"],
}
GRENZEN = {"veiligheid": {"minstens": 10, "hoogstens": 40}, "laaghangend-fruit": {"hoogstens": 20}}
KOPPEN = ["Gemeente", *CRITERIA.values()]
RIJEN = [["Tiel", None, None, 2, None, 1], ["GM0268", "2.", 2, "1e"]]
GRENSKOPPEN = ["Criterium", "Minstens (%)", "Hoogstens (%)"]
GRENSRIJEN = [["laaghangend-fruit", None, "20 %"], ["Veiligheid", 10, 40]]
WAAR = ("dossier.yaml", "voorkeuren.yaml", "blad", "csv")


def met_bladen(map_: Path, **bladen: list[list[Any]]) -> Workbook:
    """Put sheets in the workbook of a dossier."""
    boek = openpyxl.load_workbook(map_ / "onderwerpen.xlsx")
    for naam, rijen in bladen.items():
        blad = boek.create_sheet(naam)
        for rij in rijen:
            blad.append(rij)
    boek.save(map_ / "onderwerpen.xlsx")
    return boek


def csv_van(rijen: list[list[Any]]) -> str:
    return "".join(";".join("" if c is None else str(c) for c in rij) + "\n" for rij in rijen)


def dossier(map_: Path, waar: str, **instellingen: Any) -> Path:
    """A dossier that says the same, in one of the places."""
    onderwerpen = [maak_onderwerp("een", criteria=["veiligheid"]), maak_onderwerp("twee")]
    in_yaml: Mapping[str, Any] = {"gewichtsgrenzen": GRENZEN}
    if waar == "dossier.yaml":
        in_yaml = {"voorkeuren": VOORKEUREN, **in_yaml}
    if waar in ("blad", "csv"):
        in_yaml = {}
    maak_dossier(map_, onderwerpen, "excel", **in_yaml, **instellingen)
    if waar == "voorkeuren.yaml":
        tekst = als_yaml({"voorkeuren": VOORKEUREN})
        (map_ / "voorkeuren.yaml").write_text(tekst, encoding="utf-8")
    if waar == "blad":
        met_bladen(map_, Voorkeuren=[KOPPEN, *RIJEN], grenzen=[GRENSKOPPEN, *GRENSRIJEN])
    if waar == "csv":
        (map_ / "voorkeuren.csv").write_text(csv_van([KOPPEN, *RIJEN]), encoding="utf-8")
        (map_ / "grenzen.csv").write_text(csv_van([GRENSKOPPEN, *GRENSRIJEN]), encoding="utf-8")
    return map_


@pytest.mark.parametrize("waar", WAAR[1:])
def test_waar_een_voorkeur_staat_maakt_voor_de_uitkomst_niets_uit(
    tmp_path: Path, waar: str
) -> None:
    een = dossier(tmp_path / "een", "dossier.yaml")
    ander = dossier(tmp_path / "ander", waar)

    assert lees(ander).dossier == lees(een).dossier
    assert herkomst_van(ranglijst_uit(ander)) == herkomst_van(ranglijst_uit(een))
    assert json_uit(ander) == json_uit(een)


def test_zonder_voorkeuren_en_grenzen_zijn_lege_bladen_hetzelfde_als_geen(tmp_path: Path) -> None:
    zonder = dossier(tmp_path / "zonder", "blad")
    boek = openpyxl.load_workbook(zonder / "onderwerpen.xlsx")
    del boek["Voorkeuren"], boek["grenzen"]
    boek.save(zonder / "onderwerpen.xlsx")
    leeg = dossier(tmp_path / "leeg", "")
    (leeg / "dossier.yaml").write_text("jaar: 2027\n")
    met_bladen(leeg, Voorkeuren=[KOPPEN, ["Tiel"]], Grenzen=[GRENSKOPPEN, ["Veiligheid"]])

    assert lees(leeg).dossier == lees(zonder).dossier
    assert lees(leeg).dossier.instellingen.voorkeuren == {}
    assert json_uit(leeg) == json_uit(zonder)


def test_verschillende_gemeenten_mogen_op_verschillende_plekken_staan(tmp_path: Path) -> None:
    map_ = dossier(
        tmp_path, "voorkeuren.yaml", voorkeuren={"Druten": ["veiligheid", "wetswijziging"]}
    )
    met_bladen(map_, Voorkeuren=[KOPPEN, ["Buren", 1, 2]])
    (map_ / "voorkeuren.csv").write_text("Gemeente;Veiligheid;Wetswijziging\nHeumen;1;2\n")

    voorkeuren = lees(map_).dossier.instellingen.voorkeuren

    assert list(voorkeuren) == ["GM0214", "GM0225", "GM0252", "GM0268", "GM0281"]
    assert voorkeuren["GM0225"] == (("veiligheid",), ("wetswijziging",))


def test_een_voorkeur_op_twee_plekken_is_een_fout_die_allebei_noemt(tmp_path: Path) -> None:
    map_ = dossier(tmp_path, "voorkeuren.yaml", voorkeuren={"GM0281": ["veiligheid"]})
    met_bladen(map_, Voorkeuren=[KOPPEN, ["Nijmegen", 1, 2]])
    (map_ / "voorkeuren.csv").write_text("Gemeente;Veiligheid;Wetswijziging\nTiel;1;2\n")

    fouten = fouten_van(map_)

    assert [(str(fout.plek), fout.gevonden) for fout in fouten] == [
        ("onderwerpen.xlsx!Voorkeuren!A2", "«Nijmegen», dat ook staat op voorkeuren.yaml:2:3"),
        ("voorkeuren.csv:2:1", "«Tiel», dat ook staat op dossier.yaml:9:3"),
        ("voorkeuren.yaml:6:3", "«Tiel», dat ook staat op dossier.yaml:9:3"),
    ]


def test_een_grens_op_twee_plekken_is_een_fout_die_allebei_noemt(tmp_path: Path) -> None:
    map_ = dossier(tmp_path, "dossier.yaml")
    met_bladen(map_, Grenzen=[GRENSKOPPEN, ["Veiligheid", 5]])

    fout = fout_van(map_)

    assert str(fout.plek) == "onderwerpen.xlsx!Grenzen!A2"
    assert fout.gevonden.startswith("«Veiligheid», dat ook staat op dossier.yaml:")


def test_grenzen_op_een_blad_die_samen_niet_kunnen_worden_daar_gemeld(tmp_path: Path) -> None:
    map_ = dossier(tmp_path, "")
    (map_ / "dossier.yaml").write_text("jaar: 2027\n")
    met_bladen(map_, Grenzen=[GRENSKOPPEN, ["Veiligheid", 60], ["Wal en schip", 50]])

    fout = fout_van(map_)

    assert str(fout.plek) == "onderwerpen.xlsx!Grenzen!A2"
    assert fout.gevonden == "«Veiligheid en Wal en schip»"
    assert "samen minder zijn dan 100 (nu 110)" in fout.verwacht


def test_een_voorkeur_op_een_blad_moet_passen_bij_grenzen_in_dossier_yaml(tmp_path: Path) -> None:
    map_ = dossier(tmp_path, "", gewichten={})
    met_bladen(map_, Voorkeuren=[KOPPEN, ["Nijmegen", None, None, None, 2, 1]])
    (map_ / "dossier.yaml").write_text(
        als_yaml(
            {
                "jaar": 2027,
                "gewichtsgrenzen": {
                    "borging-samenwerking": {"minstens": 50},
                    "laaghangend-fruit": {"hoogstens": 10},
                },
            }
        )
    )

    assert "de voorkeur van GM0268" in fout_van(map_).verwacht


def test_een_fout_in_dossier_yaml_blijft_een_fout_naast_een_goed_blad(tmp_path: Path) -> None:
    map_ = dossier(tmp_path, "", voorkeuren=["veiligheid"])
    met_bladen(map_, Voorkeuren=[KOPPEN, *RIJEN])

    assert [fout.plek.bestand for fout in fouten_van(map_)] == ["dossier.yaml"]


def test_fouten_in_voorkeuren_yaml_hebben_hun_regel(tmp_path: Path) -> None:
    map_ = dossier(tmp_path, "")
    (map_ / "voorkeuren.yaml").write_text(
        "voorkeuren:\n  GM9999: [veiligheid]\n  Tiel: [veiligheidd, veiligheid]\nanders: 1\n"
    )

    fouten = {str(fout.plek): fout for fout in fouten_van(map_)}

    assert list(fouten) == ["voorkeuren.yaml:2:3", "voorkeuren.yaml:3:10", "voorkeuren.yaml:4:1"]
    assert fouten["voorkeuren.yaml:3:10"].suggestie == "bedoelde u «veiligheid»?"


@pytest.mark.parametrize("inhoud", ["voorkeuren: [a]", "- a", "voorkeuren: veiligheid", "a: *b"])
def test_een_voorkeurenbestand_van_een_andere_vorm_wordt_geweigerd(
    tmp_path: Path, inhoud: str
) -> None:
    map_ = dossier(tmp_path, "")
    (map_ / "voorkeuren.yaml").write_text(inhoud)

    assert {fout.plek.bestand for fout in fouten_van(map_)} == {"voorkeuren.yaml"}


def test_wat_er_staat_is_wat_is_gevonden_ook_buiten_dossier_yaml(tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp("een")])
    (map_ / "voorkeuren.yaml").write_text("voorkeuren: {Tiel: veiligheid, Buren: {}}\n")

    assert [melding.gevonden for melding in fouten_van(map_)] == [
        "«veiligheid»",
        "een groep velden",
    ]


def test_een_grens_die_niet_kan_wordt_eenmaal_genoemd(tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp("een")])
    (map_ / "grenzen.csv").write_text(csv_van([GRENSKOPPEN, ["Veiligheid", 50, 40]]))

    assert [str(melding.plek) for melding in fouten_van(map_)] == ["grenzen.csv:2:3"]


def test_een_bestand_dat_niet_meetelt_wordt_genoemd(tmp_path: Path) -> None:
    map_ = dossier(tmp_path, "")
    (map_ / "grenzen.yaml").touch()
    (map_ / "voorkeuren.xlsx").touch()

    namen = {str(melding.plek): melding.verwacht for melding in lees(map_).waarschuwingen()}

    assert namen["grenzen.yaml"] == "het blad Grenzen in onderwerpen.xlsx, of grenzen.csv"
    assert "voorkeuren.yaml of voorkeuren.csv" in namen["voorkeuren.xlsx"]


@pytest.mark.parametrize("naam", ["Voorkeuren (2)", "Volgorde", "Voorkeur"])
def test_een_blad_onder_een_andere_naam_telt_niet_mee_en_wordt_genoemd(
    tmp_path: Path, naam: str
) -> None:
    map_ = dossier(tmp_path, "")
    met_bladen(map_, **{naam: [KOPPEN, *RIJEN]})

    (melding,) = (m for m in lees(map_).waarschuwingen() if m.plek.blad == naam)

    assert "alleen het blad «Voorkeuren» telt mee" in melding.suggestie
    assert lees(map_).dossier.instellingen.voorkeuren == {}
