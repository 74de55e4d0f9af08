"""Policy cases of classifications as data: a colleague adds one in gevallen/*.yaml."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from bouwers_agenda import als_yaml, lees

from agenda.rangorde.prioritering import prioriteer
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.indeling.woorden import grond_zin
from agenda.weergave.kenmerken import alleen_getoond
from regels.lezen.yaml import lees_yaml

if TYPE_CHECKING:
    from agenda.uitleg.indeling import Indelingsuitleg

BESTANDEN = sorted((Path(__file__).parent / "gevallen").glob("*.yaml"))
VERZONNEN = Path(__file__).parents[2] / "profielen"
CODE = "proef"
PROFIELEN: dict[str, tuple[str, dict[str, Any]]] = {
    "arnhem-2014": ("jeugdwet", {"jaar": 2014, "peildatum": date(2014, 3, 14)}),
    "centraal-gelderland": ("jeugd", {"jaar": 2022}),
    "bibliotheken-zilverkust": ("leesplezier", {"jaar": 2026}),
}
"""Profile → a theme of it, and the settings of a year in which its rules hold."""


def _gevallen() -> list[Any]:
    """Cases as the program reads YAML: «ja» and «nee» are words."""
    return [
        pytest.param(geval, id=geval["naam"])
        for pad in BESTANDEN
        for geval in lees_yaml(pad, pad.name).waarde
    ]


def _agenda(geval: dict[str, Any], map_: Path) -> Jaaragenda:
    """The agenda of a dossier with what is given."""
    profiel = geval["profiel"]
    eigen = VERZONNEN if (VERZONNEN / profiel).exists() else None
    thema, instellingen = PROFIELEN[profiel]
    onderwerp = {"code": CODE, "titel": "Proef", "thema": thema, **geval.get("onderwerp", {})}
    bestanden: dict[str, Any] = {
        "dossier": {"profiel": profiel, **instellingen, "feiten": geval.get("feiten", {})},
        "onderwerpen": {"onderwerpen": [onderwerp]},
    }
    if "lid" in geval:
        bestanden["deelname"] = {"deelname": [{"onderwerp": CODE, **geval["lid"]}]}
    for naam, inhoud in bestanden.items():
        (map_ / f"{naam}.yaml").write_text(als_yaml(inhoud), encoding="utf-8")
    gelezen = lees(map_, eigen)
    return Jaaragenda(prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset))


@pytest.mark.parametrize("geval", _gevallen())
def test_geval(geval: dict[str, Any], tmp_path: Path) -> None:
    agenda = _agenda(geval, tmp_path)
    verwacht = dict(geval["verwacht"])
    lid = geval.get("lid", {}).get("lid")

    uitleg = {deel.indeling.code: deel for deel in agenda.indelingsuitleg(CODE)}
    if lid:
        uitleg |= {deel.indeling.code: deel for deel in agenda.deelname_uitleg(CODE, lid)}
    uitkomsten = verwacht.pop("uitkomsten", {}) | verwacht.pop("bij_lid", {})
    assert {code: uitleg[code].ingedeeld.uitkomst for code in uitkomsten} == uitkomsten
    mogelijk = verwacht.pop("mogelijk", {})
    assert {code: [*uitleg[code].ingedeeld.mogelijk] for code in mogelijk} == mogelijk
    grond = verwacht.pop("grond", {})
    assert {code: uitleg[code].grond for code in grond} == grond
    beslist = verwacht.pop("beslist", {})
    assert {code: _beslissen(uitleg[code]) for code in beslist} == beslist
    weten = verwacht.pop("te_weten", {})
    assert {code: _te_weten(uitleg[code]) for code in weten} == weten
    controles = verwacht.pop("controles", {})
    gevonden = {c.regel.code: c for c in agenda.overzicht.controles if c.over.lid is None or lid}
    assert {code: gevonden[code].oordeel.uitkomst for code in controles} == controles
    if zin := verwacht.pop("zin", ""):
        assert zin in {gevonden[code].zin for code in controles}
    if waarom := verwacht.pop("waarom", ""):
        assert [grond_zin(uitleg[code].ingedeeld) for code in uitkomsten] == [waarom]
    if getoond := verwacht.pop("alleen_getoond", {}):
        (enige,) = agenda.ranglijst.dossier.onderwerpen
        assert dict(alleen_getoond(enige, agenda.ranglijst.profiel)) == getoond
    assert not verwacht, f"dit kent de test niet: {[*verwacht]}"


def _beslissen(uitleg: Indelingsuitleg) -> list[str]:
    return [deel.regel.code for deel in uitleg.regels if deel.beslist]


def _te_weten(uitleg: Indelingsuitleg) -> list[list[str]]:
    return [[veld.naam for veld in velden] for velden in uitleg.te_weten.sets]


def test_geen_twee_gevallen_hebben_dezelfde_naam() -> None:
    namen = [geval["naam"] for pad in BESTANDEN for geval in yaml.safe_load(pad.read_text("utf-8"))]

    assert len(namen) == len(set(namen))
