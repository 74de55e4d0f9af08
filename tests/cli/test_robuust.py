"""`agenda robuust` on the command line: its JSON, what people read, its refusals."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
GOUD = Path(__file__).parents[1] / "goud"


def test_json_van_robuust_heeft_de_vaste_vorm(draai: Callable) -> None:
    uit = json.loads(draai("robuust", KLEIN, "--top", 2, "--formaat", "json").uit)

    assert (uit["schema"], uit["methode"], uit["top"]) == ("agenda/robuust/1", "exact", 2)
    assert "groep" not in uit
    sterren = next(o for o in uit["onderwerpen"] if o["code"] == "sterren-tellen")
    vast = ("plaats", "beste", "slechtste", "verwacht", "plaatsen", "top_kans")
    assert {naam: sterren[naam] for naam in vast} == {
        "plaats": 2,
        "beste": 1,
        "slechtste": 3,
        "verwacht": "7/4",
        "plaatsen": {"1": "1/2", "2": "1/4", "3": "1/4"},
        "top_kans": "3/4",
    }
    for onderwerp in uit["onderwerpen"]:
        assert sum(map(Fraction, onderwerp["plaatsen"].values())) == 1


def test_robuust_met_voorkeuren_geeft_ook_de_groep(draai: Callable, tmp_path: Path) -> None:
    for bestand in KLEIN.iterdir():
        (tmp_path / bestand.name).write_bytes(bestand.read_bytes())
    with (tmp_path / "dossier.yaml").open("a", encoding="utf-8") as dossier:
        dossier.write("voorkeuren: {GM0268: [veiligheid, [wal-en-schip, wetswijziging]]}\n")
    afloop = draai("robuust", tmp_path, "--formaat", "json")
    uit = json.loads(afloop.uit)

    assert (afloop.code, uit["met_voorkeur"], uit["gemeenten"]) == (0, ["GM0268"], 13)
    assert 0 <= Fraction(uit["kendall_w"]) <= 1
    for onderwerp in uit["groep"]:
        assert sum(map(Fraction, onderwerp["plaatsen"].values())) == 1
    assert "Kendalls W" in draai("robuust", tmp_path).uit


def test_robuust_ziet_er_zo_uit(draai: Callable, goud: Callable) -> None:
    goud(GOUD / "cli-robuust.txt", draai("robuust", KLEIN, "--top", 2).uit)


def test_een_top_van_nul_is_verkeerd_gebruik(draai: Callable, geen_engels: Callable) -> None:
    afloop = draai("robuust", KLEIN, "--top", 0)

    assert (afloop.code, afloop.uit) == (2, "")
    geen_engels(afloop.fout)
