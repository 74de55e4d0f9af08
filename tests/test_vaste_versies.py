"""What gets installed is fixed, to the byte, and fits what pyproject asks for."""

from __future__ import annotations

import re
import tomllib
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from regels.durable_motor import BOUWVLAG, NAAM, VERSIE

PROJECT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
NODIG = PYPROJECT["project"]["dependencies"]
NODIG_DEV = [*NODIG, *PYPROJECT["project"]["optional-dependencies"]["dev"]]
BESTANDEN = {"requirements.txt": NODIG, "requirements-dev.txt": NODIG_DEV}
OMGEVINGEN = [
    {"python_version": python, "python_full_version": f"{python}.1", "sys_platform": systeem}
    for python, systeem in product(("3.11", "3.12", "3.13", "3.14"), ("linux", "darwin", "win32"))
]
_VAST = re.compile(r"[a-z0-9-]+==[0-9a-z.]+( ; [^/]+?)?( +--hash=sha256:[0-9a-f]{64})+")

elk_bestand = pytest.mark.parametrize("bestand", BESTANDEN)


def regels_van(bestand: str) -> list[str]:
    """The entries of a file, each with its hashes on one line."""
    tekst = (PROJECT / bestand).read_text(encoding="utf-8").replace("\\\n", "")
    return [regel for regel in tekst.splitlines() if not regel.startswith("#")]


def telt(eis: Requirement, omgeving: dict[str, str]) -> bool:
    return eis.marker is None or eis.marker.evaluate(omgeving)


@elk_bestand
def test_elk_pakket_heeft_een_versie_en_hashes_en_nergens_een_adres(bestand: str) -> None:
    assert [regel for regel in regels_van(bestand) if not _VAST.fullmatch(regel)] == []
    assert "://" not in (PROJECT / bestand).read_text(encoding="utf-8")


@elk_bestand
@pytest.mark.parametrize("omgeving", OMGEVINGEN, ids=lambda o: "-".join(o.values()))
def test_wat_pyproject_vraagt_staat_precies_een_keer_vast(
    bestand: str, omgeving: dict[str, str]
) -> None:
    vast = [Requirement(regel.partition(" --hash")[0]) for regel in regels_van(bestand)]
    for nodig in map(Requirement, BESTANDEN[bestand]):
        if not telt(nodig, omgeving):
            continue
        naam = canonicalize_name(nodig.name)
        versies = [str(pin.specifier) for pin in vast if pin.name == naam and telt(pin, omgeving)]
        assert len(versies) == 1, nodig
        assert nodig.specifier.contains(versies[0].removeprefix("==")), nodig


def test_de_versies_van_het_programma_zijn_bij_de_tests_dezelfde() -> None:
    assert set(regels_van("requirements.txt")) <= set(regels_van("requirements-dev.txt"))


def test_de_motor_wordt_overal_op_dezelfde_manier_gebouwd() -> None:
    vlag, _, waarde = BOUWVLAG.partition("=")
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    (eerste,) = [regel for regel in readme.splitlines() if regel.startswith("python3 -m venv ")]

    assert f" {BOUWVLAG} " in eerste
    assert PYPROJECT["tool"]["uv"]["extra-build-variables"] == {NAAM: {vlag: waarde}}
    assert f"{NAAM}=={VERSIE}; sys_platform != 'win32'" in NODIG
    (motor,) = [regel for regel in regels_van("requirements.txt") if regel.startswith(NAAM)]
    assert motor.startswith(f"{NAAM}=={VERSIE} ; sys_platform != 'win32'")
