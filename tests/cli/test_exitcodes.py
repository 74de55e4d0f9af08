"""Every exit code of the contract, reached for real."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from regels import durable_motor

if TYPE_CHECKING:
    from collections.abc import Callable

    from regels.model import Regel

KLEIN = Path(__file__).parent / "dossier-klein"
LEZEND = {
    "controleer": ["controleer"],
    "prioriteer": ["prioriteer"],
    "waarom": ["waarom", "wolken-delen"],
    "regels": ["regels"],
}
elke_opdracht = pytest.mark.parametrize("opdracht", LEZEND.values(), ids=LEZEND.keys())


@elke_opdracht
def test_code_0_als_het_gelukt_is(opdracht: list[str], draai: Callable) -> None:
    afloop = draai(*opdracht, KLEIN)

    assert (afloop.code, afloop.fout) == (0, "")


@pytest.mark.parametrize("code", ["zeemeermin-begroeten", "feeen-bijscholen"])
def test_code_0_ook_als_een_onderwerp_niet_op_de_lijst_komt(code: str, draai: Callable) -> None:
    assert draai("waarom", code, KLEIN).code == 0


def _ontplof(*_: object, **__: object) -> None:
    raise ZeroDivisionError("float division by zero")


def test_code_1_voor_een_fout_in_het_programma_in_het_nederlands(
    draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agenda.rangorde.prioritering.Beoordelaar", _ontplof)

    afloop = draai("prioriteer", KLEIN)

    assert (afloop.code, afloop.uit) == (1, "")
    assert afloop.fout == (
        "Er ging iets mis in het programma (ZeroDivisionError). Meld dit, met wat --debug toont.\n"
    )


def test_debug_toont_bij_een_fout_in_het_programma_waar_het_misging(
    draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agenda.rangorde.prioritering.Beoordelaar", _ontplof)

    afloop = draai("prioriteer", KLEIN, "--debug")

    zin, kop, *_, laatste = afloop.fout.splitlines()
    assert (afloop.code, afloop.uit) == (1, "")
    assert zin.startswith("Er ging iets mis in het programma")
    assert kop == "Traceback (most recent call last):"
    assert laatste == "ZeroDivisionError: float division by zero"


def test_debug_verandert_niets_als_het_goed_gaat(draai: Callable) -> None:
    assert draai("prioriteer", KLEIN, "--debug") == draai("prioriteer", KLEIN)


@pytest.mark.parametrize(
    ("args", "zin"),
    [
        (["prioritiseer"], "De opdracht «prioritiseer» bestaat niet. Bedoelde u «prioriteer»?"),
        (["prioriteer", "--format", "json"], "De optie «--format» bestaat niet."),
        (
            ["regels", "--formaat", "excel"],
            "Verkeerde waarde voor --formaat: «excel». Verwacht: tabel, json, csv of md.",
        ),
        (["waarom"], "CODE ontbreekt. Verwacht: een tekst."),
        (["controleer", "a", "b"], "Dit is te veel: «b»."),
        (["nieuw", "nu"], "Verkeerde waarde voor JAAR: «nu». Verwacht: een heel getal"),
    ],
)
def test_code_2_voor_verkeerd_gebruik(
    args: list[str], zin: str, draai: Callable, geen_engels: Callable
) -> None:
    afloop = draai(*args)

    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout.startswith(f"Fout: {zin}")
    geen_engels(afloop.fout)


@elke_opdracht
def test_code_3_voor_verkeerde_invoer(
    opdracht: list[str], draai: Callable, maak_dossier: Callable
) -> None:
    afloop = draai(*opdracht, maak_dossier(instellingen="jaar: [2027\n"))

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.startswith("dossier.yaml:")


@pytest.mark.skipif(not durable_motor.beschikbaar(), reason="durable-rules laadt hier niet")
def test_code_4_als_de_twee_evaluatoren_het_oneens_zijn_met_onderwerp_en_regel(
    draai: Callable, monkeypatch: pytest.MonkeyPatch, geen_engels: Callable
) -> None:
    eerlijk = durable_motor.Motor.vraag

    def lieg(motor: durable_motor.Motor, regel: Regel, feiten: object) -> frozenset[int]:
        return frozenset() if regel.code == "planrelatie" else eerlijk(motor, regel, feiten)

    monkeypatch.setattr(durable_motor.Motor, "vraag", lieg)

    afloop = draai("prioriteer", KLEIN)

    assert (afloop.code, afloop.uit) == (4, "")
    assert afloop.fout.count("\n") == 1
    assert "draken-temmen" in afloop.fout
    assert "planrelatie" in afloop.fout
    assert "Er is geen ranglijst gemaakt." in afloop.fout
    geen_engels(afloop.fout)


def _verdubbel(regelbestand: Path) -> None:
    """Add a second version of the first rule, in force at the same time."""
    kop, eerste, *_ = regelbestand.read_text("utf-8").split("  - code: ")
    with regelbestand.open("a", encoding="utf-8") as bestand:
        bestand.write(f"  - code: {eerste}")
    assert kop.endswith("regels:\n")


@elke_opdracht
def test_code_4_als_eigen_regels_elkaar_overlappen(
    opdracht: list[str],
    draai: Callable,
    eigen_profiel: Path,
    geen_engels: Callable,
) -> None:
    _verdubbel(eigen_profiel / "regels" / "uitgangspunten.yaml")

    afloop = draai(*opdracht, KLEIN, "--themas", eigen_profiel)

    assert (afloop.code, afloop.uit) == (4, "")
    assert afloop.fout.startswith("regels/uitgangspunten.yaml:")
    assert "planrelatie" in afloop.fout
    assert "overlapt" in afloop.fout
    geen_engels(afloop.fout)


def test_code_4_als_een_eigen_regel_nooit_kan_gelden(draai: Callable, eigen_profiel: Path) -> None:
    regels = eigen_profiel / "regels" / "uitgangspunten.yaml"
    oud = "- {veld: afstemming_nodig, is: ja}"
    tekst = regels.read_text("utf-8")
    regels.write_text(tekst.replace(oud, f"{oud}\n      {oud.replace('ja', 'nee')}"), "utf-8")

    afloop = draai("regels", "--themas", eigen_profiel)

    assert (afloop.code, afloop.uit) == (4, "")
    assert "beide-regios" in afloop.fout


def test_eigen_regels_zonder_tegenspraak_werken_gewoon(
    draai: Callable, eigen_profiel: Path
) -> None:
    regels = eigen_profiel / "regels" / "criteria.yaml"
    regels.write_text(
        regels.read_text("utf-8").replace("titel: Veiligheid", "titel: Rust"), "utf-8"
    )

    afloop = draai("prioriteer", KLEIN, "--themas", eigen_profiel)

    assert (afloop.code, afloop.fout) == (0, "")
    assert "Wal en schip, Rust" in afloop.uit


@elke_opdracht
def test_code_5_als_de_map_van_de_uitvoer_er_niet_is(
    opdracht: list[str], draai: Callable, tmp_path: Path, geen_engels: Callable
) -> None:
    doel = tmp_path / "weg" / "uit.txt"

    afloop = draai(*opdracht, KLEIN, "--uit", doel)

    assert (afloop.code, afloop.uit) == (5, "")
    assert afloop.fout.startswith(f"{doel}: kan niet worden geschreven")
    assert list(tmp_path.iterdir()) == []
    geen_engels(afloop.fout.replace(str(doel), ""))


@pytest.mark.parametrize("bestand", ["onderwerpen.xlsx", "onderwerpen.csv", "dossier.yaml"])
def test_code_5_als_een_bestand_op_slot_zit(
    bestand: str,
    draai: Callable,
    maak_dossier: Callable,
    monkeypatch: pytest.MonkeyPatch,
    geen_engels: Callable,
) -> None:
    onderwerpen = bestand if bestand != "dossier.yaml" else "onderwerpen.yaml"
    dossier = maak_dossier("Code;Titel;Thema\n", bestand=onderwerpen)
    gewoon = Path.read_bytes

    def lees(pad: Path) -> bytes:
        if pad.name == bestand:
            raise PermissionError(13, "Permission denied", str(pad))
        return gewoon(pad)

    monkeypatch.setattr(Path, "read_bytes", lees)

    afloop = draai("prioriteer", dossier)

    assert (afloop.code, afloop.uit) == (5, "")
    assert afloop.fout == (
        f"{bestand}: het bestand is niet te lezen. Is het nog open in een ander programma?\n"
    )
    geen_engels(afloop.fout)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="alleen waar /dev/full bestaat")
@pytest.mark.parametrize("opdracht", ["prioriteer", "controleer"])
def test_code_5_als_de_schijf_vol_is(
    opdracht: str, proces: Callable, geen_engels: Callable
) -> None:
    with Path("/dev/full").open("wb") as vol:
        klaar = proces(opdracht, KLEIN, stdout=vol)

    fout = klaar.stderr.decode()
    assert klaar.returncode == 5
    assert fout
    geen_engels(fout)


def test_code_130_als_de_gebruiker_afbreekt(
    draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breek_af(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("agenda.rangorde.prioritering.Beoordelaar", breek_af)

    afloop = draai("prioriteer", KLEIN)

    assert (afloop.code, afloop.uit, afloop.fout) == (130, "", "Afgebroken.\n")


def test_afbreken_tijdens_schrijven_laat_het_oude_bestand_staan(
    draai: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breek_af(*_: object) -> None:
        raise KeyboardInterrupt

    doel = tmp_path / "uit.json"
    doel.write_text("oud", "utf-8")
    monkeypatch.setattr("os.fsync", breek_af)

    afloop = draai("prioriteer", KLEIN, "--uit", doel)

    assert (afloop.code, afloop.uit, afloop.fout) == (130, "", "Afgebroken.\n")
    assert [pad.name for pad in tmp_path.iterdir()] == ["uit.json"]
    assert doel.read_text("utf-8") == "oud"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent geen namen in losse bytes")
def test_een_naam_die_geen_tekst_is_wordt_zichtbaar_geweigerd(draai: Callable) -> None:
    afloop = draai("prioriteer", "dossier-\udcff")

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.startswith(r"dossier-\udcff: dossier: gevonden niets")
