"""What the tests of the command line share: run the program, make dossiers, recognise English."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from cli.uitgang import voer_uit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

BREEDTE = "100"
GOED = """onderwerpen:
  - code: goed
    titel: Een goed onderwerp
    thema: wonen
"""
# What libraries say and how Python shows its own values; words that are Dutch too are left out.
_ENGELS = re.compile(
    r"\b(input should|valid|invalid|error|traceback|exception|expected|unexpected|found|missing|"
    r"field|string|none|null|line|column|key|value|mapping|scanning|parsing|duplicate|unknown|"
    r"must|should|cannot|could|not|while|file|folder|directory|permission|denied|no such|errno|"
    r"codec|decode|archive|corrupt|row|sheet|cell|dict|tuple|list|int|str|bool|float|true|false|"
    r"required|forbidden|greater|less|than|the|with|from|this|unable|failed|default|usage|"
    r"options?|commands?|arguments?|aborted)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Afloop:
    """How a run of the program ended."""

    code: int
    uit: str
    fout: str


@pytest.fixture
def draai(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Afloop]:
    """Run `agenda` inside this process, as if in a window of a fixed width."""
    monkeypatch.setenv("COLUMNS", BREEDTE)

    def draai(*args: object) -> Afloop:
        capsys.readouterr()
        code = voer_uit([str(arg) for arg in args])
        gezegd = capsys.readouterr()
        return Afloop(code, gezegd.out, gezegd.err)

    return draai


def _omgeving(extra: dict[str, str] | None) -> dict[str, str]:
    storend = ("PYTHONUTF8", "PYTHONIOENCODING", "NO_COLOR", "FORCE_COLOR")
    schoon = {naam: waarde for naam, waarde in os.environ.items() if naam not in storend}
    return schoon | {"COLUMNS": BREEDTE} | (extra or {})


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Start `agenda` as a process of its own; keywords go to Popen."""

    def start(
        *args: object, env: dict[str, str] | None = None, **popen: object
    ) -> subprocess.Popen[bytes]:
        opdracht = [sys.executable, "-m", "cli", *map(str, args)]
        return subprocess.Popen(opdracht, **{"cwd": tmp_path, "env": _omgeving(env)} | popen)

    return start


@pytest.fixture
def proces(
    start: Callable[..., subprocess.Popen[bytes]],
) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run `agenda` as a process of its own and keep what it says, as bytes."""

    def proces(*args: object, **popen: object) -> subprocess.CompletedProcess[bytes]:
        leidingen = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with start(*args, **leidingen | popen) as bezig:
            uit, fout = bezig.communicate(timeout=60)
        return subprocess.CompletedProcess(bezig.args, bezig.returncode, uit, fout)

    return proces


@pytest.fixture
def maak_dossier(tmp_path: Path) -> Callable[..., Path]:
    """Make a dossier in a folder of its own; None leaves a file out."""

    def maak(
        onderwerpen: str | bytes | None = GOED,
        *,
        instellingen: str | bytes | None = "jaar: 2027\n",
        bestand: str = "onderwerpen.yaml",
        map_: str = "dossier",
    ) -> Path:
        dossier = tmp_path / map_
        dossier.mkdir()
        for naam, inhoud in (("dossier.yaml", instellingen), (bestand, onderwerpen)):
            if inhoud is not None:
                ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
                (dossier / naam).write_bytes(ruw)
        return dossier

    return maak


@pytest.fixture
def veel_onderwerpen() -> Callable[[int], str]:
    """YAML with so many admitted topics."""

    def maak(aantal: int) -> str:
        onderwerp = (
            "  - {{code: verzonnen-{0}, titel: Verzonnen onderwerp {0}, thema: wonen,"
            " plannen: [samen-dichtbij], regios: [rijk-van-nijmegen, rivierenland],"
            " afstemming_nodig: ja, criteria: [veiligheid]}}\n"
        )
        return "onderwerpen:\n" + "".join(map(onderwerp.format, range(aantal)))

    return maak


@pytest.fixture
def maak_excel() -> Callable[..., bytes]:
    """A workbook; per sheet its rows. Text stays text, also when it looks like a formula."""

    def maak(rijen: Iterable[Sequence[object]], *, blad: str = "Onderwerpen") -> bytes:
        return maak_bladen({blad: rijen})

    def maak_bladen(bladen: dict[str, Iterable[Sequence[object]]]) -> bytes:
        import xlsxwriter

        uit = io.BytesIO()
        opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(uit, opties) as boek:
            for naam, rijen in bladen.items():
                blad = boek.add_worksheet(naam)
                for nummer, rij in enumerate(rijen):
                    blad.write_row(nummer, 0, rij)
        return uit.getvalue()

    maak.bladen = maak_bladen  # type: ignore[attr-defined]
    return maak


@pytest.fixture
def afdruk() -> Callable[[Path], dict[str, str]]:
    """Every file and folder below a folder, with a hash of what is in it."""

    def afdruk(map_: Path) -> dict[str, str]:
        return {
            pad.relative_to(map_).as_posix(): hashlib.sha256(pad.read_bytes()).hexdigest()
            if pad.is_file()
            else "map"
            for pad in sorted(map_.rglob("*"))
        }

    return afdruk


@pytest.fixture
def geen_engels() -> Callable[[str], None]:
    """Fail on an English word outside «», where what the user typed is repeated."""

    def controleer(tekst: str) -> None:
        assert _ENGELS.findall(re.sub("«[^»]*»", "", tekst)) == []

    return controleer


@pytest.fixture
def eigen_profiel(tmp_path: Path) -> Path:
    """A copy of the shipped profile, its rules inside, to be changed."""
    from agenda.invoer.profielmap import meegeleverde_profielen

    map_ = tmp_path / "mijn-regio"
    shutil.copytree(meegeleverde_profielen() / "nijmegen-rivierenland", map_)
    return map_
