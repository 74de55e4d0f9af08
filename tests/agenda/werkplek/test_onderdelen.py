"""What goes into the workplace is fixed to the byte, and the same as what is installed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from agenda.werkplek import ophalen
from agenda.werkplek.gegevens import werkplekgegevens
from agenda.werkplek.onderdelen import ONDERDELEN, Onderdeel
from agenda.werkplek.ophalen import haal_op
from agenda.werkplek.programma import handleiding, programmabestanden
from agenda.werkplek.sbom import maak_sbom
from regels.melding import Bestandsfout

PROJECT = Path(__file__).parents[3]


def _vast() -> dict[str, set[str]]:
    """Name → versions that a machine may get."""
    uit: dict[str, set[str]] = {}
    for regel in (PROJECT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        if "==" in regel and not regel.startswith("#"):
            eis = Requirement(regel.rstrip(" \\"))
            uit.setdefault(eis.name, set()).add(str(eis.specifier).removeprefix("=="))
    return uit


@pytest.mark.parametrize("deel", ONDERDELEN, ids=lambda deel: deel.naam)
def test_een_onderdeel_heeft_een_versie_een_som_en_een_licentie(deel: Onderdeel) -> None:
    assert re.fullmatch("[0-9a-f]{64}", deel.sha256)
    assert deel.versie in deel.bestand
    assert deel.licentie
    assert bool(deel.neemt) == (deel.register == "pypi")


def test_wat_ook_op_een_computer_komt_heeft_daar_dezelfde_versie() -> None:
    vast = _vast()
    anders = {
        deel.naam: (deel.versie, vast.get(deel.naam))
        for deel in ONDERDELEN
        if deel.register == "pypi" and deel.versie not in vast.get(deel.naam, set())
    }
    assert anders == {}


def test_een_ander_bestand_wordt_geweigerd_en_er_wordt_niets_gemaakt(tmp_path: Path) -> None:
    for deel in ONDERDELEN:
        (tmp_path / deel.bestand).write_bytes(b"iets anders")
    with pytest.raises(Bestandsfout) as fout:
        haal_op(tmp_path)
    zin = str(fout.value)
    assert ONDERDELEN[0].bestand in zin
    assert ONDERDELEN[0].sha256 in zin
    assert "Haal het weg" in zin


def test_een_register_dat_iets_anders_geeft_laat_niets_achter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def geef(onderdelen: list[Onderdeel], klad: Path) -> None:
        for deel in onderdelen:
            (klad / deel.bestand).write_bytes(b"nagemaakt")

    monkeypatch.setattr(ophalen, "_haal", geef)
    with pytest.raises(Bestandsfout, match="is niet het bestand"):
        haal_op(tmp_path / "bewaard")
    assert list((tmp_path / "bewaard").iterdir()) == []


def test_een_register_dat_niet_antwoordt_wordt_een_zin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(ophalen.sys, "executable", str(tmp_path / "geen-python"))
    with pytest.raises(Bestandsfout, match="kan de onderdelen niet ophalen"):
        haal_op(tmp_path / "bewaard")
    assert list((tmp_path / "bewaard").iterdir()) == []


def test_zonder_node_staat_er_wat_u_moet_doen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(ophalen, "find_spec", lambda naam: None)
    with pytest.raises(Bestandsfout, match="Installeer Node"):
        ophalen.node()


def test_de_lijst_van_onderdelen_noemt_alles_en_is_elke_keer_gelijk() -> None:
    lijst = json.loads(maak_sbom("agenda.html", b"inhoud"))
    assert (lijst["bomFormat"], lijst["specVersion"]) == ("CycloneDX", "1.6")
    assert [deel["purl"] for deel in lijst["components"]] == [deel.purl for deel in ONDERDELEN]
    assert lijst["metadata"]["component"]["name"] == "agenda.html"
    assert maak_sbom("agenda.html", b"inhoud") == maak_sbom("agenda.html", b"inhoud")
    assert maak_sbom("agenda.html", b"inhoud") != maak_sbom("agenda.html", b"andere inhoud")


def test_het_programma_gaat_er_heel_in_behalve_de_werkplek_zelf() -> None:
    bestanden = programmabestanden(None)
    assert {naam.partition("/")[0] for naam in bestanden} == {"agenda", "cli", "regels", "thema's"}
    assert not any(naam.startswith("agenda/werkplek/") for naam in bestanden)
    assert not any("__pycache__" in naam for naam in bestanden)
    for map_ in ("agenda", "cli", "regels", "thema's"):
        for pad in (PROJECT / map_).rglob("*"):
            naam = pad.relative_to(PROJECT).as_posix()
            hoort = pad.is_file() and "__pycache__" not in naam
            assert naam in bestanden or not hoort or naam.startswith("agenda/werkplek/")
    assert "thema's/standaard.yaml" in bestanden


def test_een_eigen_profiel_gaat_mee_onder_zijn_eigen_code_en_staat_voorop() -> None:
    eigen = PROJECT / "tests" / "profielen" / "bibliotheken-zilverkust"
    nieuw = programmabestanden(eigen).keys() - programmabestanden(None).keys()
    assert {naam.rpartition("/")[0].split("/")[1] for naam in nieuw} == {eigen.name}
    gegevens = werkplekgegevens("", eigen)
    assert gegevens.voorop == eigen.name
    assert eigen.name in {profiel.code for profiel in gegevens.profielen}
    assert gegevens.standaardprofiel == werkplekgegevens("").voorop


def test_een_eigen_profiel_komt_heel_in_de_plaats_van_het_meegeleverde(tmp_path: Path) -> None:
    eigen = tmp_path / "eigen"
    shutil.copytree(PROJECT / "thema's" / "arnhem-2014", eigen)
    weg = next(pad.name for pad in eigen.iterdir() if pad.name.startswith("teksten"))
    (eigen / weg).unlink()
    bestanden = programmabestanden(eigen)
    assert "thema's/arnhem-2014/regio.yaml" in bestanden
    assert f"thema's/arnhem-2014/{weg}" not in bestanden


def test_de_handleiding_gaat_mee() -> None:
    assert handleiding() == (PROJECT / "docs" / "handleiding.md").read_text(encoding="utf-8")


def test_wat_in_de_worker_wordt_vervangen_moet_er_staan() -> None:
    from agenda.werkplek.motordelen import _vervang

    assert _vervang("een twee", ("een", "drie")) == "drie twee"
    with pytest.raises(ValueError, match="vier"):
        _vervang("een twee", ("vier", "drie"))
