"""What commands about weights and places say of a dossier in which municipalities differ."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agenda.jaar import noemer

if TYPE_CHECKING:
    from collections.abc import Callable

OORDELEN = Path(__file__).parent / "dossier-oordelen"
GOUD = Path(__file__).parents[1] / "goud"


def test_robuust_met_oordelen_ziet_er_zo_uit(draai: Callable, goud: Callable) -> None:
    goud(GOUD / "cli-robuust-oordelen.txt", draai("robuust", OORDELEN, "--top", 2).uit)


def test_tegenover_met_oordelen_ziet_er_zo_uit(draai: Callable, goud: Callable) -> None:
    een, ander = eerste_twee(draai)
    afloop = draai("waarom", een, OORDELEN, "--tegenover", ander)

    goud(GOUD / "cli-tegenover-oordelen.txt", afloop.uit)


def eerste_twee(draai: Callable) -> list[str]:
    uit = json.loads(draai("prioriteer", OORDELEN, "--formaat", "json").uit)
    return [onderwerp["code"] for onderwerp in uit["ranglijst"][:2]]


@pytest.mark.parametrize("opdracht", [("robuust",), ("gewichten", "--stel", "veiligheid=3")])
@pytest.mark.parametrize("formaat", ["json", "csv", "md"])
def test_elke_vorm_is_twee_keer_hetzelfde(
    opdracht: tuple[str, ...], formaat: str, draai: Callable
) -> None:
    een, ander = (draai(*opdracht, OORDELEN, "--formaat", formaat) for _ in range(2))

    assert (een.code, een.fout) == (0, "")
    assert een.uit == ander.uit
    assert "Fraction" not in een.uit


def test_punten_die_te_fijn_zijn_voor_een_jaarplan_staan_er_in_een_zin(
    draai: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = tmp_path / "2028"
    shutil.copytree(OORDELEN, map_)
    pad = map_ / "onderwerpen.yaml"
    tekst = pad.read_text("utf-8").replace("    titel:", "    inspanning_fte: 0.4\n    titel:")
    pad.write_text(tekst, encoding="utf-8")
    assert draai("jaarplan", map_).code == 0
    monkeypatch.setattr(noemer, "MAX_NOEMER", 12)

    afloop = draai("jaarplan", map_)

    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout.count("\n") == 1
    assert "geen jaarplan te maken" in afloop.fout
