"""Golden files are compared, written only on purpose, and never written in CI."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HOOFDMAP = Path(__file__).parents[2]


def draai(map_: Path, *opties: str, ci: str) -> subprocess.CompletedProcess[str]:
    """Run one golden test in a process of its own, with this project's conftest."""
    (map_ / "conftest.py").write_bytes((HOOFDMAP / "tests" / "conftest.py").read_bytes())
    (map_ / "test_een.py").write_text(
        "from pathlib import Path\n\n"
        "def test_een(goud):\n    goud(Path(__file__).with_name('een.txt'), 'één\\n')\n",
        encoding="utf-8",
    )
    opdracht = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *opties, "."]
    omgeving = os.environ | {"CI": ci, "PYTEST_ADDOPTS": ""}
    return subprocess.run(
        opdracht, cwd=map_, env=omgeving, capture_output=True, text=True, check=False
    )


@pytest.mark.traag
def test_werk_bij_schrijft_wat_daarna_de_verwachting_is(tmp_path: Path) -> None:
    zonder = draai(tmp_path, ci="")
    schrijft = draai(tmp_path, "--werk-bij", ci="")
    daarna = draai(tmp_path, ci="1")

    assert (zonder.returncode, schrijft.returncode, daarna.returncode) == (1, 0, 0)
    assert "--werk-bij" in zonder.stdout
    assert (tmp_path / "een.txt").read_bytes() == "één\n".encode()


@pytest.mark.traag
def test_werk_bij_mag_niet_in_ci(tmp_path: Path) -> None:
    gedraaid = draai(tmp_path, "--werk-bij", ci="1")

    assert gedraaid.returncode == pytest.ExitCode.USAGE_ERROR
    assert not (tmp_path / "een.txt").exists()


def test_andere_tekst_dan_de_verwachting_is_een_fout(
    tmp_path: Path, goud: Callable[[Path, str], None], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--werk-bij"):
        pytest.skip("met --werk-bij wordt er geschreven en niet vergeleken")
    verwachting = tmp_path / "verwachting.txt"
    verwachting.write_text("goed\n", encoding="utf-8")

    goud(verwachting, "goed\n")
    with pytest.raises(AssertionError):
        goud(verwachting, "fout\n")
