"""The help of the real commands is Dutch, complete and the data on stdout is nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args, get_type_hints

import pytest
from bouwers_agenda import maak_onderwerp, ranglijst_van
from typer.main import get_command

from agenda.robuust.robuustheid import onderzoek
from agenda.samenhang.samenhang import Samenhang
from agenda.weergave.robuust.robuust import toon_robuust
from agenda.weergave.samenhang.uitsnede import kies
from cli.app import app
from cli.opties import Formaat
from cli.robuust import robuust
from cli.samenhang import samenhang

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
OORDELEN = Path(__file__).parent / "dossier-oordelen"
GOUD = Path(__file__).parents[1] / "goud"
OPDRACHTEN = sorted(get_command(app).commands)
GEDEELD = ("--formaat", "--uit", "--themas", "--debug", "--help")


def test_de_opdrachten_van_het_contract_zijn_er() -> None:
    assert {"nieuw", "controleer", "prioriteer", "waarom", "regels", "samenhang"} <= set(OPDRACHTEN)


@pytest.mark.parametrize("opdracht", ["", *OPDRACHTEN])
def test_de_hulp_is_nederlands_en_komt_op_stdout(
    opdracht: str, draai: Callable, geen_engels: Callable
) -> None:
    afloop = draai(*opdracht.split(), "--help")

    assert (afloop.code, afloop.fout) == (0, "")
    assert afloop.uit.startswith(f"Gebruik: agenda{f' {opdracht}' if opdracht else ''} [OPTIES]")
    geen_engels(afloop.uit)


@pytest.mark.parametrize(
    "opdracht",
    sorted(set(OPDRACHTEN) - {"nieuw", "exporteer", "vaststellen", "bekrachtig", "werkplek"}),
)
def test_elke_opdracht_heeft_de_gedeelde_opties_met_uitleg(opdracht: str, draai: Callable) -> None:
    regels = draai(opdracht, "--help").uit.splitlines()

    for optie in GEDEELD:
        (regel,) = (regel for regel in regels if regel.startswith(f"  {optie} "))
        assert "  " in regel.strip()


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_verkeerd_gebruik_van_elke_opdracht_is_nederlands(
    opdracht: str, draai: Callable, geen_engels: Callable
) -> None:
    for fout in (["--bestaat-niet"], ["a", "b", "c", "d"], ["--themas"]):
        afloop = draai(opdracht, *fout)
        assert (afloop.code, afloop.uit) == (2, "")
        geen_engels(afloop.fout)


@pytest.mark.parametrize(
    ("naam", "args"),
    {
        "cli-hulp.txt": ["--help"],
        "cli-hulp-prioriteer.txt": ["prioriteer", "--help"],
        "cli-controleer.txt": ["controleer", KLEIN],
        "cli-prioriteer.txt": ["prioriteer", KLEIN],
        "cli-prioriteer.md": ["prioriteer", KLEIN, "--formaat", "md"],
        "cli-waarom-toegelaten.txt": ["waarom", "wolken-delen", KLEIN],
        "cli-waarom-niet-toegelaten.txt": ["waarom", "zeemeermin-begroeten", KLEIN],
        "cli-waarom-onbeslist.txt": ["waarom", "kabouters-huisvesten", KLEIN],
        "cli-prioriteer-oordelen.txt": ["prioriteer", OORDELEN],
        "cli-waarom-oordelen.txt": ["waarom", "nachtopvang", OORDELEN],
        "cli-regels.txt": ["regels", KLEIN],
        "cli-regels-toets.txt": ["regels", KLEIN, "--toets"],
    }.items(),
    ids=lambda deel: deel if isinstance(deel, str) else "",
)
def test_wat_mensen_lezen_is_zoals_afgesproken(
    naam: str, args: list[object], draai: Callable, goud: Callable, geen_engels: Callable
) -> None:
    afloop = draai(*args)

    assert (afloop.code, afloop.fout) == (0, "")
    geen_engels(afloop.uit)
    goud(GOUD / naam, afloop.uit)


@pytest.mark.parametrize(
    ("opdracht", "weergave"),
    [
        (samenhang, lambda lijst: kies(Samenhang(lijst), None, None, None)),
        (robuust, lambda lijst: toon_robuust(onderzoek(lijst))),
    ],
    ids=["samenhang", "robuust"],
)
def test_de_extra_vormen_zijn_die_van_de_weergave(opdracht: Callable, weergave: Callable) -> None:
    """A form that the result does not have would come out as a table."""
    keuzes = get_args(get_type_hints(opdracht)["formaat"])

    anders = weergave(ranglijst_van(maak_onderwerp())).anders
    assert keuzes == (*get_args(Formaat), *anders)


def test_alleen_de_gevraagde_opdracht_wordt_geladen() -> None:
    code = (
        "import sys; from cli.uitgang import voer_uit; voer_uit(['--help']);"
        "voer_uit(['regels', '--help']);"
        f"print('', *(n for n in {OPDRACHTEN} if f'cli.{{n}}' in sys.modules))"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert klaar.stdout.splitlines()[-1].split() == ["regels"]
