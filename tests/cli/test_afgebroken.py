"""Kill the whole program at many moments: a decision is there whole or not, every file is whole.

Every step of the writing is tried in tests/agenda/opslag/test_samen_schrijven.py; this is the whole
command, as a process that the system ends.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KLEIN = Path(__file__).parent / "dossier-klein"
KEREN = 10
MAX_SECONDEN = 15
VEEL = 65
"""So many kills of a command while it writes; together with `KEREN` more than 120."""

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


def bestanden(map_: Path) -> dict[str, bytes]:
    paden = (pad for pad in sorted(map_.rglob("*")) if pad.is_file())
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in paden}


def zichtbaar(map_: Path) -> dict[str, bytes]:
    alle = bestanden(map_)
    return {naam: alle[naam] for naam in alle if ".agenda-tijdelijk-" not in naam}


def duur_van(proces: Callable, *args: object) -> float:
    begin = time.monotonic()
    assert proces(*args).returncode == 0
    return time.monotonic() - begin


def breek_af(start: Callable, na: float, *args: object) -> None:
    with start(*args) as bezig:
        time.sleep(na)
        bezig.kill()


def afgebroken(sjabloon: Path, werk: Path, *args: object) -> Iterator[Path]:
    """Copies of a folder, each as a command left it that was killed while it wrote."""
    werk.mkdir()
    script = Path(__file__).with_name("afgebroken_programma.py")
    opdracht = [sys.executable, script, VEEL, sjabloon, werk, *args]
    subprocess.run(list(map(str, opdracht)), check=True, timeout=300)
    kopieen = sorted(werk.iterdir())
    assert len(kopieen) == VEEL
    yield from kopieen


class Vaststellen:
    """A dossier without a decision, the command, and what it must leave behind."""

    args = ("--door", "Colleges", "--datum", "2027-01-15", "--als", "md,json")

    def __init__(self, proces: Callable, draai: Callable, tmp_path: Path) -> None:
        self.draai = draai
        self.sjabloon = shutil.copytree(KLEIN, tmp_path / "sjabloon")
        goed = shutil.copytree(self.sjabloon, tmp_path / "goed")
        self.duur = duur_van(proces, "vaststellen", goed, *self.args)
        self.geen, self.heel = bestanden(self.sjabloon), bestanden(goed)

    def controleer(self, dossier: Path) -> bool:
        """All old or all new, and the next run makes it whole; was it there already?"""
        staat = zichtbaar(dossier)
        assert staat in (self.heel, self.geen)
        gelukt = staat == self.heel
        afloop = self.draai("vaststellen", dossier, *self.args)
        assert afloop.code == (3 if gelukt else 0)
        assert bestanden(dossier) == self.heel
        assert [pad.name for pad in (dossier / "besluiten").iterdir()] == ["2027-01-15"]
        return gelukt


class Bekrachtigen:
    """A decision with a line beside it, the command that adds one, and what it must leave."""

    wie = ("--gemeente", "GM0281", "--orgaan", "college", "--datum", "2027-03-02")
    args = (*wie, "--uitkomst", "ingestemd")

    def __init__(self, proces: Callable, draai: Callable, tmp_path: Path) -> None:
        self.draai = draai
        self.sjabloon = shutil.copytree(KLEIN, tmp_path / "sjabloon")
        assert proces("vaststellen", self.sjabloon, *Vaststellen.args).returncode == 0
        besluit = self.besluit(self.sjabloon)
        assert proces("bekrachtig", besluit, *self.wie, "--uitkomst", "afgewezen").returncode == 0
        goed = shutil.copytree(self.sjabloon, tmp_path / "goed")
        self.duur = duur_van(proces, "bekrachtig", self.besluit(goed), *self.args)
        self.oud, self.nieuw = bestanden(self.sjabloon), bestanden(goed)
        assert [naam for naam in self.oud if self.oud[naam] != self.nieuw[naam]] == [
            "besluiten/2027-01-15.bekrachtiging.jsonl"
        ]

    @staticmethod
    def besluit(dossier: Path | str) -> Path:
        return Path(dossier, "besluiten", "2027-01-15")

    def controleer(self, dossier: Path) -> bool:
        """The register old or new, and the next run goes on from it; was the line there?"""
        staat = zichtbaar(dossier)
        assert staat in (self.oud, self.nieuw)
        gelukt = staat == self.nieuw
        assert self.draai("bekrachtig", self.besluit(dossier), *self.args).code == 0
        assert zichtbaar(dossier) == bestanden(dossier)
        if not gelukt:
            assert bestanden(dossier) == self.nieuw
        return gelukt


class Exporteren:
    """A folder with older documents, the command, and what it must leave behind."""

    def __init__(self, proces: Callable, draai: Callable, tmp_path: Path) -> None:
        self.draai = draai
        self.dossier = shutil.copytree(KLEIN, tmp_path / "dossier")
        self.sjabloon = tmp_path / "sjabloon"
        self.args = ("exporteer", self.dossier, "--als", "md,json,csv", "--naar")
        assert proces(*self.args, self.sjabloon).returncode == 0
        (self.sjabloon / "eigen brief.docx").write_bytes(b"van mij")
        instellingen = "jaar: 2027\ngewichten: {veiligheid: 9}\n"
        (self.dossier / "dossier.yaml").write_text(instellingen, "utf-8")
        goed = shutil.copytree(self.sjabloon, tmp_path / "goed")
        self.duur = duur_van(proces, *self.args, goed)
        self.oud, self.nieuw = bestanden(self.sjabloon), bestanden(goed)
        assert self.oud.keys() == self.nieuw.keys()
        assert len([naam for naam in self.oud if self.oud[naam] != self.nieuw[naam]]) == 4

    def controleer(self, uit: Path) -> int:
        """Every file whole, old or new, and the next run completes the set; how many were new?"""
        staat = zichtbaar(uit)
        assert staat.keys() == self.oud.keys()
        assert all(staat[naam] in (self.oud[naam], self.nieuw[naam]) for naam in staat)
        assert self.draai(*self.args, uit).code == 0
        assert bestanden(uit) == self.nieuw
        return sum(staat[naam] != self.oud[naam] for naam in staat)


def test_vaststellen_laat_een_heel_besluit_achter_of_geen(
    start: Callable, proces: Callable, draai: Callable, tmp_path: Path
) -> None:
    vaststellen = Vaststellen(proces, draai, tmp_path)

    aantal = 0
    for nummer, na in enumerate(momenten(vaststellen.duur)):
        dossier = shutil.copytree(vaststellen.sjabloon, tmp_path / str(nummer))
        breek_af(start, na, "vaststellen", dossier, *vaststellen.args)
        vaststellen.controleer(dossier)
        aantal += 1
    assert aantal > 2


def test_vaststellen_dat_tijdens_het_schrijven_stopt_laat_een_heel_besluit_achter_of_geen(
    proces: Callable, draai: Callable, tmp_path: Path
) -> None:
    vaststellen = Vaststellen(proces, draai, tmp_path)
    opdracht = ("vaststellen", "MAP", *vaststellen.args)

    kopieen = afgebroken(vaststellen.sjabloon, tmp_path / "werk", *opdracht)

    assert {vaststellen.controleer(kopie) for kopie in kopieen} == {False, True}


def test_bekrachtig_laat_het_register_heel_achter(
    start: Callable, proces: Callable, draai: Callable, tmp_path: Path
) -> None:
    bekrachtigen = Bekrachtigen(proces, draai, tmp_path)

    aantal = 0
    for nummer, na in enumerate(momenten(bekrachtigen.duur)):
        dossier = shutil.copytree(bekrachtigen.sjabloon, tmp_path / str(nummer))
        breek_af(start, na, "bekrachtig", bekrachtigen.besluit(dossier), *bekrachtigen.args)
        bekrachtigen.controleer(dossier)
        aantal += 1
    assert aantal > 2


def test_bekrachtig_dat_tijdens_het_schrijven_stopt_laat_het_register_heel_achter(
    proces: Callable, draai: Callable, tmp_path: Path
) -> None:
    bekrachtigen = Bekrachtigen(proces, draai, tmp_path)
    opdracht = ("bekrachtig", bekrachtigen.besluit("MAP"), *bekrachtigen.args)

    kopieen = afgebroken(bekrachtigen.sjabloon, tmp_path / "werk", *opdracht)

    assert {bekrachtigen.controleer(kopie) for kopie in kopieen} == {False, True}


def test_exporteer_laat_elk_stuk_heel_achter(
    start: Callable, proces: Callable, draai: Callable, tmp_path: Path
) -> None:
    exporteren = Exporteren(proces, draai, tmp_path)

    aantal = 0
    for nummer, na in enumerate(momenten(exporteren.duur)):
        uit = shutil.copytree(exporteren.sjabloon, tmp_path / str(nummer))
        breek_af(start, na, *exporteren.args, uit)
        exporteren.controleer(uit)
        aantal += 1
    assert aantal > 2


def test_exporteer_dat_tijdens_het_schrijven_stopt_laat_elk_stuk_heel_achter(
    proces: Callable, draai: Callable, tmp_path: Path
) -> None:
    exporteren = Exporteren(proces, draai, tmp_path)

    kopieen = afgebroken(exporteren.sjabloon, tmp_path / "werk", *exporteren.args, "MAP")

    assert {0, 4} <= {exporteren.controleer(kopie) for kopie in kopieen}
