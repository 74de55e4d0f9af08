"""`agenda samenhang` on the command line: its forms, its choices, its refusals."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
GOUD = Path(__file__).parents[1] / "goud"
VOORBEELD = Path(__file__).parents[2] / "voorbeelden" / "nijmegen-rivierenland-2022"


@pytest.fixture
def als_json(draai: Callable) -> Callable[..., dict[str, Any]]:
    def als_json(*woorden: object) -> dict[str, Any]:
        afloop = draai("samenhang", *woorden, "--formaat", "json")
        assert (afloop.code, afloop.fout) == (0, "")
        uit: dict[str, Any] = json.loads(afloop.uit)
        return uit

    return als_json


def test_json_van_samenhang_heeft_de_vaste_vorm(als_json: Callable) -> None:
    uit = als_json(VOORBEELD)

    assert uit["schema"] == "agenda/samenhang/1"
    assert [deel["voorstel"] for deel in uit["dekking"]] == list(range(1, 26))
    for deel in uit["dekking"]:
        assert {"voorstel", "thema", "staat", "toegelaten", "onbeslist"} <= set(deel)
    assert uit["dekking"][6] == {
        "voorstel": 7,
        "titel": "In elke gemeente een gereedschapskist voor GGZ in de wijk",
        "thema": "sluitend-netwerk",
        "staat": "actueel",
        "lezing": "",
        "toegelaten": ["wijk-ggz-teams"],
        "onbeslist": [],
        "niet_toegelaten": [],
    }
    assert uit["vereist_niet_toegelaten"] == [
        {
            "onderwerp": "ips-hele-regio",
            "vereist": "werkzaak-aansluiting",
            "status": "niet-toegelaten",
        }
    ]
    assert uit["ontgrendelt"]["programma-weer-thuis"] == 1
    assert len(uit["volgorde"]) == 29
    eerst, dan = (
        uit["volgorde"].index(code) for code in ("programma-weer-thuis", "spreiding-woonplekken")
    )
    assert eerst < dan


def test_samenhang_van_een_onderwerp_een_voorstel_en_zonder_een_onderwerp(
    als_json: Callable,
) -> None:
    onderwerp = als_json("--onderwerp", "spreiding-woonplekken", VOORBEELD)
    voorstel = als_json("--voorstel", "7", VOORBEELD)
    zonder = als_json("--zonder", "wijk-ggz-teams", VOORBEELD)

    assert onderwerp["schema"] == voorstel["schema"] == "agenda/verbanden/1"
    assert onderwerp["vereist"] == [
        {"code": "programma-weer-thuis", "status": "toegelaten", "plaats": 5}
    ]
    assert [v["voorstel"] for v in onderwerp["voorstellen"]] == [14]
    assert onderwerp["voorstellen"][0]["enige"] is False
    assert [(v["van"], v["soort"], v["naar"]) for v in voorstel["verbanden"]] == [
        (1, "vereist", 7),
        (21, "draagt-bij-aan", 7),
    ]
    assert (zonder["zonder"], zonder["voorstellen_zonder_onderwerp"]) == ("wijk-ggz-teams", [7])


@pytest.mark.parametrize(
    "keuze",
    [
        (),
        ("--onderwerp", "wolken-delen"),
        ("--voorstel", "1"),
        ("--zonder", "wolken-delen"),
        ("--zonder", "zeemeermin-begroeten"),
    ],
)
def test_elke_keuze_is_er_ook_als_graaf_en_als_plaatje(
    keuze: tuple[str, ...], draai: Callable
) -> None:
    tekst = {}
    for formaat in ("graphml", "dot", "mermaid", "svg"):
        afloop = draai("samenhang", *keuze, KLEIN, "--formaat", formaat)
        assert (afloop.code, afloop.fout) == (0, "")
        tekst[formaat] = afloop.uit

    graaf = nx.read_graphml(io.BytesIO(tekst["graphml"].encode()))
    assert all(d["soort"] for _, d in graaf.nodes(data=True))
    assert ET.fromstring(tekst["svg"]).tag.endswith("svg")  # noqa: S314 - our own output
    assert tekst["dot"].startswith("digraph samenhang {")
    assert tekst["mermaid"].startswith("flowchart LR")


@pytest.mark.parametrize(
    ("woorden", "fout"),
    [
        (("--voorstel", "26"), "Geen voorstel heeft nummer 26"),
        (("--onderwerp", "wolken-dele"), "bedoelde u «wolken-delen»?"),
        (("--zonder", "bestaat-niet"), "Geen onderwerp heeft de code «bestaat-niet»"),
        (("--voorstel", "1", "--zonder", "x"), "Kies één van"),
        (("--voorstel", "zeven"), "Verkeerde waarde voor --voorstel: «zeven»"),
        (("--formaat", "png"), "Verkeerde waarde voor --formaat: «png»"),
    ],
)
def test_een_verkeerde_keuze_is_verkeerd_gebruik(
    woorden: tuple[str, ...], fout: str, draai: Callable, geen_engels: Callable
) -> None:
    afloop = draai("samenhang", *woorden, KLEIN)

    assert (afloop.code, afloop.uit) == (2, "")
    assert fout in afloop.fout
    geen_engels(afloop.fout)


def test_graafvormen_zijn_er_alleen_waar_een_graaf_is(draai: Callable) -> None:
    assert draai("prioriteer", KLEIN, "--formaat", "svg").code == 2


def test_een_plaatje_van_te_veel_onderwerpen_wordt_geweigerd_met_een_uitweg(
    draai: Callable, maak_dossier: Callable, veel_onderwerpen: Callable, geen_engels: Callable
) -> None:
    map_ = maak_dossier(onderwerpen=veel_onderwerpen(401))

    geweigerd = draai("samenhang", map_, "--formaat", "svg")
    een = draai("samenhang", map_, "--onderwerp", "verzonnen-7", "--formaat", "svg")

    assert (geweigerd.code, geweigerd.uit) == (2, "")
    assert "401 onderwerpen" in geweigerd.fout
    assert "--onderwerp" in geweigerd.fout
    geen_engels(geweigerd.fout)
    assert een.code == 0


@pytest.mark.parametrize("opdracht", ["samenhang", "prioriteer", "waarom"])
def test_een_kring_is_verkeerde_invoer_voor_elke_opdracht(
    opdracht: str, draai: Callable, geen_engels: Callable
) -> None:
    map_ = Path(__file__).parent / "fout" / "kring-van-vereisten"
    woorden = [opdracht, "aa", map_] if opdracht == "waarom" else [opdracht, map_]

    afloop = draai(*woorden)

    assert afloop.code == 3
    assert afloop.fout == (map_ / "verwacht.txt").read_text(encoding="utf-8")
    geen_engels(afloop.fout)


@pytest.mark.parametrize(
    ("naam", "woorden"),
    [
        ("cli-samenhang.txt", ()),
        ("cli-samenhang-onderwerp.txt", ("--onderwerp", "sterren-tellen")),
        ("cli-samenhang-zonder.txt", ("--zonder", "draken-temmen")),
    ],
)
def test_samenhang_ziet_er_zo_uit(
    naam: str, woorden: tuple[str, ...], draai: Callable, goud: Callable
) -> None:
    goud(GOUD / naam, draai("samenhang", *woorden, KLEIN).uit)


def test_prioriteer_zegt_op_welke_plaats_staat_wat_eerst_moet(draai: Callable) -> None:
    assert (
        "– kan pas na wolken-delen (plaats 2)" in draai("prioriteer", KLEIN, "--formaat", "md").uit
    )


def test_het_plaatje_in_de_handleiding_is_dat_van_het_voorbeeld(
    draai: Callable, goud: Callable
) -> None:
    beeld = Path(__file__).parents[2] / "docs" / "beeld" / "samenhang-voorbeeld.svg"

    goud(beeld, draai("samenhang", VOORBEELD, "--formaat", "svg").uit)
