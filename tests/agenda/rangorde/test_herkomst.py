"""What counts in the hashes by which a result can be made again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import als_yaml, map_van_profiel, ranglijst_uit, vervang

from agenda.rangorde.herkomst import Herkomst, herkomst_van

if TYPE_CHECKING:
    from pathlib import Path

PROFIEL = "bibliotheken-zilverkust"
DOSSIER = map_van_profiel("dossiers") / "bibliotheken-2026"
SOMMEN = ("regels_sha256", "themas_sha256", "invoer_sha256")


@pytest.fixture
def proef(tmp_path: Path) -> tuple[Path, Path]:
    """A dossier and its profile, to be changed."""
    shutil.copytree(DOSSIER, tmp_path / "dossier")
    shutil.copytree(map_van_profiel(PROFIEL), tmp_path / PROFIEL)
    return tmp_path / "dossier", tmp_path / PROFIEL


def herkomst(proef: tuple[Path, Path]) -> Herkomst:
    return herkomst_van(ranglijst_uit(*proef))


@pytest.mark.parametrize(
    ("deel", "bestand", "was", "wordt", "som"),
    [
        (1, "indelingen.yaml", "naam: Elk huis zelf", "naam: Ieder zelf", "regels_sha256"),
        (1, "regels/aanpak.yaml", "zin: Iets voor peuters", "zin: Wat peuters", "regels_sha256"),
        (1, "velden.yaml", "hoogste: 5000", "hoogste: 4000", "themas_sha256"),
        (1, "samenwerkingen.yaml", "duinhuis: 3", "duinhuis: 4", "themas_sha256"),
        (1, "woorden.yaml", "een: rubriek", "een: onderdeel", "themas_sha256"),
        (1, "route.yaml", "{uren: 48}", "{uren: 24}", "themas_sha256"),
        (0, "onderwerpen.yaml", "bezoekers: 230", "bezoekers: 231", "invoer_sha256"),
        (0, "leden.yaml", "stoelen: 80", "stoelen: 81", "invoer_sha256"),
        (
            0,
            "deelname.yaml",
            "lid: molenplein, geschoold: nee",
            "lid: molenplein, geschoold: ja",
            "invoer_sha256",
        ),
    ],
)
def test_wat_verandert_staat_in_zijn_eigen_controlegetal_en_in_geen_ander(
    proef: tuple[Path, Path], deel: int, bestand: str, was: str, wordt: str, som: str
) -> None:
    voor = herkomst(proef)
    vervang(proef[deel] / bestand, was, wordt)

    na = herkomst(proef)

    assert [naam for naam in SOMMEN if getattr(voor, naam) != getattr(na, naam)] == [som]


def test_de_volgorde_van_rijen_maakt_niet_uit(proef: tuple[Path, Path]) -> None:
    import yaml

    voor = herkomst(proef)
    for naam in ("onderwerpen", "leden", "deelname"):
        pad = proef[0] / f"{naam}.yaml"
        rijen = yaml.safe_load(pad.read_text(encoding="utf-8"))[naam]
        pad.write_text(als_yaml({naam: rijen[::-1]}), encoding="utf-8")

    assert herkomst(proef) == voor
