"""A file is written whole, or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from agenda.opslag.bestand import schrijf, schrijf_alle
from regels.melding import Bestandsfout


def test_een_nieuw_bestand_heeft_precies_deze_inhoud(tmp_path: Path) -> None:
    schrijf(tmp_path / "uit.md", "één\r\n".encode())

    assert (tmp_path / "uit.md").read_bytes() == "één\r\n".encode()
    assert [pad.name for pad in tmp_path.iterdir()] == ["uit.md"]


@pytest.mark.traag
def test_een_bestand_dat_er_al_is_wordt_vervangen(tmp_path: Path) -> None:
    (tmp_path / "uit.md").write_text("iets wat langer is dan het nieuwe")

    schrijf(tmp_path / "uit.md", b"nieuw")

    assert (tmp_path / "uit.md").read_bytes() == b"nieuw"


@pytest.mark.skipif(os.name == "nt", reason="Windows kent deze rechten niet")
def test_anderen_mogen_het_bestand_lezen_zoals_elk_ander_bestand(tmp_path: Path) -> None:
    (tmp_path / "gewoon").touch()

    schrijf(tmp_path / "uit.md", b"x")

    assert (tmp_path / "uit.md").stat().st_mode == (tmp_path / "gewoon").stat().st_mode


@pytest.mark.traag
@pytest.mark.parametrize("naam", ["weg/uit.md", "map", "bestand/uit.md"])
def test_waar_niet_geschreven_kan_worden_blijft_niets_achter(tmp_path: Path, naam: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").write_text("oud")

    with pytest.raises(Bestandsfout) as gevangen:
        schrijf(tmp_path / naam, b"x")

    assert gevangen.value.bestand == str(tmp_path / naam)
    assert "geschreven" in gevangen.value.reden
    assert sorted(pad.name for pad in tmp_path.rglob("*")) == ["bestand", "map"]
    assert (tmp_path / "bestand").read_text() == "oud"


@pytest.mark.traag
def test_van_een_map_waar_niet_geschreven_mag_worden_wordt_de_map_genoemd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "uit.md").write_text("oud")
    echt = Path.open

    def weiger(pad: Path, mode: str = "r", *rest: Any, **meer: Any) -> Any:
        if mode == "xb":
            raise PermissionError(errno.EROFS, "Read-only file system", str(pad))
        return echt(pad, mode, *rest, **meer)

    monkeypatch.setattr(Path, "open", weiger)

    with pytest.raises(Bestandsfout) as gevangen:
        schrijf_alle(tmp_path, {"uit.md": b"nieuw", "ander.md": b"nieuw"})

    assert gevangen.value.bestand == str(tmp_path)
    assert "geschreven" in gevangen.value.reden
    assert (tmp_path / "uit.md").read_text() == "oud"
