"""stdout and stderr closed or full, folders that may not be entered: told, and never a bug."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
alleen_linux = pytest.mark.skipif(sys.platform != "linux", reason="alleen Linux kent /dev/full")

NAAR_STDOUT = [
    f"prioriteer {KLEIN}",
    f"waarom wolken-delen {KLEIN} --formaat json",
    f"controleer {KLEIN}",
    "regels",
    "--help",
    "prioriteer --help",
    "--version",
]


def in_een_schil(regel: str, map_: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m cli {regel}"],
        cwd=map_,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.traag
@alleen_linux
@pytest.mark.parametrize("waarheen", [">&-", ">/dev/full"])
@pytest.mark.parametrize("opdracht", NAAR_STDOUT)
def test_wat_niet_geschreven_kan_worden_geeft_code_5_met_een_zin(
    opdracht: str, waarheen: str, tmp_path: Path
) -> None:
    afloop = in_een_schil(f"{opdracht} {waarheen}", tmp_path)

    assert afloop.returncode == 5
    assert afloop.stderr.decode().count("\n") == 1
    assert afloop.stderr.decode().startswith("uitvoer: kan niet worden geschreven.")


@pytest.mark.traag
@alleen_linux
@pytest.mark.parametrize("opdracht", NAAR_STDOUT)
def test_een_lezer_die_weg_is_geeft_geen_fout(opdracht: str, tmp_path: Path) -> None:
    afloop = in_een_schil(f"{opdracht} 2>fout | true; cat fout >&2", tmp_path)

    assert afloop.stderr == b""


@pytest.mark.traag
@alleen_linux
@pytest.mark.parametrize("waarheen", ["2>&-", "2>/dev/full", ">&- 2>&-", ">/dev/full 2>/dev/full"])
def test_zonder_stderr_blijft_de_code_van_een_fout_staan(waarheen: str, tmp_path: Path) -> None:
    for opdracht, code in (("prioriteer weg", 3), ("prioriteer --weg", 2), ("waarom x", 3)):
        afloop = in_een_schil(f"{opdracht} {waarheen}", tmp_path)
        assert (afloop.returncode, afloop.stdout) == (code, b"")


@pytest.mark.traag
@alleen_linux
@pytest.mark.parametrize("waarheen", [">&-", "2>&-", ">/dev/full", ">&- 2>&- <&-"])
def test_wat_naar_een_bestand_gaat_lukt_ook_zonder_uitvoer(waarheen: str, tmp_path: Path) -> None:
    shutil.copytree(KLEIN, tmp_path / "2027")
    for opdracht in (
        "prioriteer 2027 --formaat json --uit lijst.json",
        "exporteer 2027 --als md --naar uit",
        "nieuw 2028",
    ):
        assert in_een_schil(f"{opdracht} {waarheen}", tmp_path).returncode == 0
    assert (tmp_path / "lijst.json").stat().st_size > 0
    assert (tmp_path / "uit" / "strategische-agenda-2027.md").exists()


@pytest.mark.traag
@alleen_linux
def test_een_volle_stderr_na_het_werk_is_nooit_een_fout_in_het_programma(tmp_path: Path) -> None:
    shutil.copytree(KLEIN, tmp_path / "2027")

    afloop = in_een_schil("exporteer 2027 --als md --naar uit 2>/dev/full", tmp_path)

    assert afloop.returncode == 5
    assert (tmp_path / "uit" / "strategische-agenda-2027.md").exists()


@pytest.mark.parametrize(
    "opdracht",
    ["prioriteer DICHT", "controleer DICHT", "regels DICHT", "prioriteer DICHT/2027"],
)
def test_een_map_die_niet_te_openen_is_geeft_code_5(
    opdracht: str,
    tmp_path: Path,
    draai: Callable,
    geen_engels: Callable,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dicht = tmp_path / "dicht"
    shutil.copytree(KLEIN, dicht)
    echt = os.stat

    def stat(pad: object, *rest: object, **meer: object) -> os.stat_result:
        if isinstance(pad, str | Path) and dicht in Path(pad).parents:
            raise PermissionError(13, "Permission denied", str(pad))
        return echt(pad, *rest, **meer)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", stat)

    afloop = draai(*opdracht.replace("DICHT", str(dicht)).split())

    assert (afloop.code, afloop.uit) == (5, "")
    assert "niet te lezen" in afloop.fout
    geen_engels(afloop.fout.replace(str(tmp_path), ""))


@pytest.mark.parametrize(
    "waarde", ["2_027", "２０２７", "+2027", " 2027 ", "02027", "٢٠٢٧", "2027.0"]
)
@pytest.mark.parametrize(
    "opdracht",
    [
        ("nieuw",),
        ("robuust", KLEIN, "--top"),
        ("gewichten", KLEIN, "--top"),
        ("samenhang", KLEIN, "--voorstel"),
    ],
)
def test_een_getal_staat_er_zoals_mensen_het_schrijven(
    opdracht: tuple[object, ...], waarde: str, draai: Callable, tmp_path: Path
) -> None:
    args = (*opdracht, waarde, tmp_path / "x") if opdracht == ("nieuw",) else (*opdracht, waarde)

    afloop = draai(*args)

    assert (afloop.code, afloop.uit) == (2, "")
    assert "Verwacht: een heel getal" in afloop.fout
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("waarde", ["complete_bash", "complete_zsh", "source_bash", "x", ""])
def test_een_variabele_voor_aanvullen_verandert_niets(
    waarde: str, draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    gewoon = draai("prioriteer", KLEIN)
    for naam in ("_AGENDA_COMPLETE", "_TYPER_COMPLETE_ARGS", "_TYPER_COMPLETE"):
        monkeypatch.setenv(naam, waarde)

    assert draai("prioriteer", KLEIN) == gewoon


@pytest.mark.parametrize(
    ("getypt", "code"),
    [
        ("Wolken eerlijk verdelen over de lucht", "wolken-delen"),
        ("  de MAAN poetsen ", "maan-poetsen"),
        ("Elke nacht samen sterren tellen", "sterren-tellen"),
        ("wolken-dele", "wolken-delen"),
    ],
)
def test_met_een_titel_wordt_de_code_gevonden(getypt: str, code: str, draai: Callable) -> None:
    for opdracht in (
        ("waarom", getypt, KLEIN),
        ("waarom", "draken-temmen", KLEIN, "--tegenover", getypt),
        ("samenhang", KLEIN, "--onderwerp", getypt),
    ):
        afloop = draai(*opdracht)
        assert (afloop.code, afloop.uit) == (2, "")
        assert f"bedoelde u «{code}»" in afloop.fout
