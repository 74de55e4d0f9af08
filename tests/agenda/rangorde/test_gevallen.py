"""Policy cases as data: a colleague adds one in gevallen/*.yaml, without Python."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from bouwers_agenda import meegeleverd, ranglijst_van

from agenda.kennis.profiel import Plan, Profiel
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.uitleg.uitleg import zin_van
from agenda.weergave.uitleg.verandering import verandering_tak
from regels.model import Bron

if TYPE_CHECKING:
    from agenda.weergave.vormen import Tak

BESTANDEN = sorted((Path(__file__).parent / "gevallen").glob("*.yaml"))
GEVALLEN = [
    pytest.param(geval, id=f"{bestand.stem}: {geval['naam']}")
    for bestand in BESTANDEN
    for geval in yaml.safe_load(bestand.read_text(encoding="utf-8"))
]
MAG_GEGEVEN = {"onderwerp", "plannen", "voorstellen", "peildatum", "gewichten"}
MAG_VERWACHT = {
    "status",
    "uitgangspunten",
    "criteria",
    "score",
    "score_max",
    "reden",
    "zonder_reden",
    "verandering",
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_het_programma_beslist_zoals_het_geval_zegt(geval: dict[str, Any]) -> None:
    gegeven, verwacht = geval["gegeven"], geval["verwacht"]

    agenda = _beslis(gegeven)
    uitleg = agenda.uitleg("proef")

    gevonden = {
        "status": uitleg.status,
        "uitgangspunten": {deel.regel.code: deel.uitkomst for deel in uitleg.uitgangspunten},
        "criteria": {deel.regel.code: deel.waarde for deel in uitleg.criteria},
        "score": uitleg.score,
        "score_max": uitleg.score_max,
    }
    zinnen = "\n".join(zin_van(r) for deel in uitleg.uitgangspunten for r in deel.voorwaarden)
    for naam in [naam for naam in gevonden if naam in verwacht]:
        assert gevonden[naam] == verwacht[naam], naam
    for fragment in _lijst(verwacht.get("reden", [])):
        assert str(fragment) in zinnen
    for fragment in _lijst(verwacht.get("zonder_reden", [])):
        assert str(fragment) not in zinnen
    if "verandering" in verwacht:
        tak = verandering_tak(agenda.veranderingen("proef"), uitleg.plaats)
        assert [deel.zin for deel in _bladeren(tak)] == verwacht["verandering"]


@pytest.mark.parametrize("geval", GEVALLEN)
def test_een_geval_gebruikt_alleen_woorden_die_de_proef_kent(geval: dict[str, Any]) -> None:
    assert geval.keys() == {"naam", "gegeven", "verwacht"}
    assert geval["gegeven"].keys() <= MAG_GEGEVEN
    assert {"status"} <= geval["verwacht"].keys() <= MAG_VERWACHT


def test_geen_twee_gevallen_hebben_dezelfde_naam() -> None:
    namen = [param.id for param in GEVALLEN]

    assert len(set(namen)) == len(namen) >= 40


def _beslis(gegeven: dict[str, Any]) -> Jaaragenda:
    velden = {"code": "proef", "titel": "Proef", "thema": "wonen", **gegeven["onderwerp"]}
    ranglijst = ranglijst_van(
        velden,
        profiel=_profiel(gegeven.get("plannen", {}), gegeven.get("voorstellen", {})),
        peildatum=gegeven.get("peildatum", date(2027, 1, 1)),
        gewichten=gegeven.get("gewichten"),
    )
    return Jaaragenda(ranglijst)


def _profiel(plannen: dict[str, Any], voorstellen: dict[int, Any]) -> Profiel:
    """The shipped profile with these fields of plans and proposals changed, or plans added."""
    profiel, _ = meegeleverd()
    nieuw = dict(profiel.plan)
    for code, velden in plannen.items():
        plan = nieuw.get(code) or Plan(code, code, Bron("evaluatie", "proef"))
        nieuw[code] = replace(
            plan, **{**velden, "opgevolgd_door": tuple(velden.get("opgevolgd_door", ()))}
        )
    return replace(
        profiel,
        plannen=tuple(nieuw.values()),
        voorstellen=tuple(
            replace(voorstel, **voorstellen.get(voorstel.nummer, {}))
            for voorstel in profiel.voorstellen
        ),
    )


def _bladeren(tak: Tak) -> list[Tak]:
    """What stands at the ends of a tree."""
    return [blad for deel in tak.takken for blad in _bladeren(deel)] or [tak]


def _lijst(waarde: Any) -> list[Any]:
    return waarde if isinstance(waarde, list) else [waarde]
