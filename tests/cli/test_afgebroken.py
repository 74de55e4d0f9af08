"""Kill the whole program at many moments: what it was writing is old or new, never a mixture.

Every single step of the writing is tried in tests/agenda/test_samen_schrijven.py; this is the whole
command, as a process that the system ends.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KLEIN = Path(__file__).parent / "dossier-klein"
KEREN = 10
MAX_SECONDEN = 15

pytestmark = [
    pytest.mark.traag,
    pytest.mark.skipif(os.name == "nt", reason="Windows kent geen SIGKILL"),
]


def momenten(duur: float) -> Iterator[float]:
    """Delays within the time that a run takes: most of them near its end, where files appear."""
    toeval = random.Random(2027)
    einde = time.monotonic() + MAX_SECONDEN
    for keer in range(KEREN):
        if time.monotonic() < einde:
            begin = 0.0 if keer % 4 == 0 else 0.75
            yield duur * toeval.uniform(begin, 1.1)


def zichtbaar(map_: Path) -> dict[str, bytes]:
    return {
        pad.relative_to(map_).as_posix(): pad.read_bytes()
        for pad in sorted(map_.rglob("*"))
        if pad.is_file() and not any(deel.startswith(".agenda-") for deel in pad.parts)
    }


def duur_van(proces: Callable, *args: object) -> float:
    begin = time.monotonic()
    assert proces(*args).returncode == 0
    return time.monotonic() - begin


def breek_af(start: Callable, na: float, *args: object) -> None:
    with start(*args) as bezig:
        time.sleep(na)
        bezig.kill()


def test_vaststellen_laat_een_heel_besluit_achter_of_geen(
    start: Callable, proces: Callable, draai: Callable, tmp_path: Path
) -> None:
    sjabloon = shutil.copytree(KLEIN, tmp_path / "sjabloon")
    args = ("--door", "PFO", "--datum", "2027-01-15", "--als", "md,json")
    goed = shutil.copytree(sjabloon, tmp_path / "goed")
    duur = duur_van(proces, "vaststellen", goed, *args)
    heel, geen = zichtbaar(goed), zichtbaar(sjabloon)

    uitkomsten = []
    for nummer, na in enumerate(momenten(duur)):
        dossier = shutil.copytree(sjabloon, tmp_path / str(nummer))
        breek_af(start, na, "vaststellen", dossier, *args)
        staat = zichtbaar(dossier)
        assert staat in (heel, geen)
        uitkomsten.append(staat == heel)
        assert draai("vaststellen", dossier, *args).code == (3 if uitkomsten[-1] else 0)
        assert [pad.name for pad in (dossier / "besluiten").iterdir()] == ["2027-01-15"]
    assert len(uitkomsten) > 2


def test_exporteer_laat_de_oude_stukken_achter_of_de_nieuwe(
    start: Callable, proces: Callable, tmp_path: Path
) -> None:
    dossier = shutil.copytree(KLEIN, tmp_path / "dossier")
    sjabloon = tmp_path / "sjabloon"
    als = ("--als", "md,json,csv", "--naar")
    assert proces("exporteer", dossier, *als, sjabloon).returncode == 0
    (sjabloon / "eigen brief.docx").write_bytes(b"van mij")
    (dossier / "dossier.yaml").write_text("jaar: 2027\ngewichten: {veiligheid: 9}\n", "utf-8")
    goed = shutil.copytree(sjabloon, tmp_path / "goed")
    duur = duur_van(proces, "exporteer", dossier, *als, goed)
    oud, nieuw = zichtbaar(sjabloon), zichtbaar(goed)
    assert oud.keys() == nieuw.keys()
    assert oud != nieuw

    aantal = 0
    for nummer, na in enumerate(momenten(duur)):
        uit = shutil.copytree(sjabloon, tmp_path / str(nummer))
        breek_af(start, na, "exporteer", dossier, *als, uit)
        assert zichtbaar(uit) in (oud, nieuw)
        aantal += 1
    assert aantal > 2
