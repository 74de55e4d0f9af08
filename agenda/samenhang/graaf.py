"""The graph of topics, proposals, themes and plans: typed nodes and typed edges.

Nodes are called after their kind: «onderwerp:wijk-ggz», «voorstel:7», «thema:wonen»,
«plan:samen-dichtbij». Attributes are text or whole numbers; what is unknown is left out.

| edge | from → to | meaning |
|---|---|---|
| draagt-bij-aan | onderwerp → voorstel, voorstel → voorstel | the first helps the second |
| vereist | onderwerp → onderwerp, voorstel → voorstel | the second must come first |
| hoort-bij | onderwerp → thema or plan, voorstel → thema or plan | what it is part of |
| opgevolgd-door | plan → plan, voorstel → plan | what came in its place |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.score import als_data
from agenda.samenhang.samenhang import Samenhang

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx as nx

    from agenda.kennis.profiel import Profiel
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.samenhang.samenhang import Verbanden
    from regels.model import Bron

Knoop = tuple[str, dict[str, Any]]
Lijn = tuple[str, str, dict[str, Any]]


def onderwerpknoop(code: str) -> str:
    """The name of a topic's node."""
    return f"onderwerp:{code}"


def voorstelknoop(nummer: int) -> str:
    """The name of a proposal's node."""
    return f"voorstel:{nummer}"


def bouw_graaf(ranglijst: Ranglijst) -> nx.DiGraph[str]:
    """The whole graph of a ranked list and the profile that it was made by."""
    import networkx as nx

    profiel = ranglijst.profiel
    graaf: nx.DiGraph[str] = nx.DiGraph()
    graaf.add_nodes_from(_kennisknopen(profiel))
    # Of the whole list, so that a part of the graph still says who serves a proposal.
    for nummer, dekking in Samenhang(ranglijst).dekking.items():
        graaf.nodes[voorstelknoop(nummer)]["dekking"] = dekking.beste
    graaf.add_nodes_from(_onderwerpknoop(lid) for lid in ranglijst.alle)
    graaf.add_edges_from(_kennislijnen(profiel))
    for lid in ranglijst.alle:
        graaf.add_edges_from(_onderwerplijnen(lid))
    return graaf


def rond_onderwerp(graaf: nx.DiGraph[str], verbanden: Verbanden) -> nx.DiGraph[str]:
    """A topic with all that it is tied to, near and, through prerequisites, far."""
    knoop = onderwerpknoop(verbanden.onderwerp.code)
    onderwerpen = (onderwerpknoop(lid.code) for lid in verbanden.alle_onderwerpen)
    return _uitsnede(graaf, {*graaf.successors(knoop), *onderwerpen})


def rond_voorstel(graaf: nx.DiGraph[str], nummer: int) -> nx.DiGraph[str]:
    """A proposal with all that it is tied to."""
    knoop = voorstelknoop(nummer)
    return _uitsnede(graaf, {knoop, *graaf.successors(knoop), *graaf.predecessors(knoop)})


def geraakt_door(graaf: nx.DiGraph[str], verbanden: Verbanden) -> nx.DiGraph[str]:
    """What a topic takes with it when it is dropped: topics that wait, proposals left alone."""
    leden = (verbanden.onderwerp, *verbanden.wacht_hierop, *verbanden.daarna)
    voorstellen = (voorstelknoop(d.voorstel.nummer) for d in verbanden.als_enige)
    return _uitsnede(graaf, {*(onderwerpknoop(lid.code) for lid in leden), *voorstellen})


def _uitsnede(graaf: nx.DiGraph[str], knopen: set[str]) -> nx.DiGraph[str]:
    """Part of the graph, with the themes of its nodes, in the order of the whole."""
    themas = {f"thema:{graaf.nodes[k]['thema']}" for k in knopen if "thema" in graaf.nodes[k]}
    deel: nx.DiGraph[str] = graaf.__class__()
    deel.add_nodes_from((k, d) for k, d in graaf.nodes(data=True) if k in knopen | themas)
    deel.add_edges_from((a, b, d) for a, b, d in graaf.edges(data=True) if a in deel and b in deel)
    return deel


def _kennisknopen(profiel: Profiel) -> Iterator[Knoop]:
    for thema in profiel.themas:
        gegevens = {"soort": "thema", "code": thema.code, "titel": thema.naam}
        yield f"thema:{thema.code}", {**gegevens, "nummer": thema.nummer}
    for plan in profiel.plannen:
        gegevens = {"soort": "plan", "code": plan.code, "titel": plan.titel}
        yield f"plan:{plan.code}", {**gegevens, **_bron(plan.bron, profiel)}
    for voorstel in profiel.voorstellen:
        yield (
            voorstelknoop(voorstel.nummer),
            {
                "soort": "voorstel",
                "nummer": voorstel.nummer,
                "titel": voorstel.titel,
                "thema": voorstel.thema,
                "staat": voorstel.staat,
                **_bron(voorstel.bron, profiel),
            },
        )


def _kennislijnen(profiel: Profiel) -> Iterator[Lijn]:
    for plan in profiel.plannen:
        yield from _lijnen(f"plan:{plan.code}", "opgevolgd-door", "plan", plan.opgevolgd_door)
    for voorstel in profiel.voorstellen:
        van = voorstelknoop(voorstel.nummer)
        yield from _lijnen(van, "hoort-bij", "thema", [voorstel.thema])
        yield from _lijnen(van, "hoort-bij", "plan", [voorstel.plan])
        yield from _lijnen(van, "opgevolgd-door", "plan", voorstel.opgevolgd_door)
        for verband in voorstel.verbanden:
            gegevens = {"soort": verband.soort, **_bron(verband.bron, profiel)}
            yield van, voorstelknoop(verband.voorstel), gegevens


def _bron(bron: Bron, profiel: Profiel) -> dict[str, str]:
    """Where something stands, with what is noted of it."""
    gegevens = {
        "bron": profiel.citeer(bron),
        "opmerking": bron.opmerking,
        "lezing": bron.lezing,
    }
    return {naam: tekst for naam, tekst in gegevens.items() if tekst}


def _onderwerpknoop(lid: Beoordeeld) -> Knoop:
    onderwerp, uitslag = lid.onderwerp, lid.uitslag
    gegevens: dict[str, Any] = {
        "soort": "onderwerp",
        "code": onderwerp.code,
        "titel": onderwerp.titel,
        "thema": onderwerp.thema,
        "status": uitslag.status,
        "waar": lid.waar,
        "score": als_data(uitslag.score),
        "score_max": als_data(uitslag.score_max),
    }
    if lid.plaats is not None:
        gegevens |= {"plaats": lid.plaats, "gedeeld": "ja" if lid.gedeeld else "nee"}
    return onderwerpknoop(onderwerp.code), gegevens


def _onderwerplijnen(lid: Beoordeeld) -> Iterator[Lijn]:
    onderwerp = lid.onderwerp
    van = onderwerpknoop(onderwerp.code)
    yield from _lijnen(van, "hoort-bij", "thema", [onderwerp.thema])
    yield from _lijnen(van, "hoort-bij", "plan", onderwerp.plannen or ())
    yield from _lijnen(van, "draagt-bij-aan", "voorstel", onderwerp.voorstellen or ())
    yield from _lijnen(van, "vereist", "onderwerp", onderwerp.afhankelijk_van)


def _lijnen(van: str, soort: str, naar: str, sleutels: Iterable[str | int]) -> Iterator[Lijn]:
    for sleutel in sleutels:
        yield van, f"{naar}:{sleutel}", {"soort": soort}
