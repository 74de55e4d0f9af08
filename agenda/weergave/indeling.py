"""Where everything goes in the picture of the graph: themes as bands, what comes first on the left.

Graphviz (dot) finds the places and the lines; it only gets names made here and sizes, no text of
a user. Lengths are in pixels, y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

BREED, HOOG = 250, 42
"""The size of a node."""

_PUNT = 72
"""Graphviz measures nodes in inches of 72 points; a point is a pixel here."""
_KOLOMAFSTAND, _RIJAFSTAND = 72, 8
_BANDRAND = 12
_DWANG = (100, 1_000, 10_000)
"""How many lines tie each theme to its turn: more than dot can win by putting themes in another
order. When a number is not enough, the next one is tried."""

Punt = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Band:
    """The strip of a theme: its top and its bottom."""

    thema: str
    boven: float
    onder: float


@dataclass(frozen=True, slots=True)
class Indeling:
    """Where everything goes.

    Attributes:
        midden: node → its centre.
        lijnen: (from, to) → the points of a line of cubic curves: begin, then three per curve.
        banden: the strips, from top to bottom.
    """

    midden: Mapping[str, Punt]
    lijnen: Mapping[tuple[str, str], tuple[Punt, ...]]
    banden: tuple[Band, ...]


def deel_in(graaf: nx.DiGraph[str]) -> Indeling:
    """Find a place for every topic and proposal of a graph, theme by theme.

    Lines between proposals are left out: the picture draws them beside the column of proposals.
    """
    themas = [gegevens["code"] for _, gegevens in _van_soort(graaf, "thema")]
    for dwang in _DWANG:
        indeling = _met_dot(graaf, themas, dwang)
        if [band.thema for band in indeling.banden] == themas:
            break
    return indeling


def stroomlijnen(graaf: nx.DiGraph[str]) -> Iterator[tuple[str, str, str]]:
    """The lines that dot draws, in reading direction: from, to, kind.

    A prerequisite comes before what needs it, and a topic before the proposal that it serves.
    """
    for van, naar, gegevens in graaf.edges(data=True):
        soorten = graaf.nodes[van]["soort"], graaf.nodes[naar]["soort"]
        if soorten == ("onderwerp", "onderwerp"):
            yield naar, van, gegevens["soort"]
        elif soorten == ("onderwerp", "voorstel"):
            yield van, naar, gegevens["soort"]


def _van_soort(graaf: nx.DiGraph[str], soort: str) -> list[tuple[str, dict[str, Any]]]:
    return [(knoop, d) for knoop, d in graaf.nodes(data=True) if d["soort"] == soort]


def _met_dot(graaf: nx.DiGraph[str], themas: list[str], dwang: int) -> Indeling:
    import pygraphviz

    tekening = pygraphviz.AGraph(
        directed=True,
        strict=False,
        rankdir="LR",
        newrank="true",
        nodesep=str(_RIJAFSTAND / _PUNT),
        ranksep=str(_KOLOMAFSTAND / _PUNT),
        splines="spline",
    )
    maat = {"width": str(BREED / _PUNT), "height": str(HOOG / _PUNT)}
    tekening.node_attr.update(shape="box", fixedsize="true", label="", **maat)
    leden: dict[str, list[str]] = {thema: [] for thema in themas}
    for soort in ("voorstel", "onderwerp"):
        for knoop, gegevens in _van_soort(graaf, soort):
            leden[gegevens["thema"]].append(knoop)
    stroom = list(stroomlijnen(graaf))
    laatste_kolom = [knoop for knoop, _ in _van_soort(graaf, "voorstel")]
    gaat_verder = {van for van, _, _ in stroom}
    for thema in themas:
        # A theme reaches from the first column to the last, and its turn is fixed by a pole
        # outside it: dot keeps an order that is drawn between nodes, but not one between clusters.
        paal, begin, eind = f"paal:{thema}", f"begin:{thema}", f"eind:{thema}"
        tekening.add_nodes_from((paal, begin, eind), width="0.01", height="0.01")
        tekening.add_nodes_from(leden[thema])
        strook = [begin, *leden[thema], eind]
        tekening.add_subgraph(strook, name=f"cluster_{thema}", margin=str(_BANDRAND))
        laatste_kolom.append(eind)
        for nummer in range(dwang):
            tekening.add_edge(paal, begin, key=str(nummer), style="invis")
        onderwerpen = [k for k in leden[thema] if graaf.nodes[k]["soort"] == "onderwerp"]
        los = [knoop for knoop in onderwerpen if knoop not in gaat_verder]
        steunlijnen = [(begin, knoop) for knoop in onderwerpen or [eind]]
        for van, naar in steunlijnen + [(knoop, eind) for knoop in los]:
            tekening.add_edge(van, naar, style="invis", weight="0")
    tekening.add_subgraph([f"paal:{thema}" for thema in themas], rank="same")
    tekening.add_subgraph(laatste_kolom, rank="same")
    for eerste, tweede in pairwise(themas):
        tekening.add_edge(f"paal:{eerste}", f"paal:{tweede}", style="invis")
    for van, naar, soort in stroom:
        tekening.add_edge(van, naar, key=soort)
    tekening.layout(prog="dot")
    return _gelezen(tekening, graaf, leden)


def _gelezen(tekening: Any, graaf: nx.DiGraph[str], leden: Mapping[str, list[str]]) -> Indeling:
    """The places that dot found."""

    def plek(knoop: str) -> Punt:
        return _getallen(tekening.get_node(knoop).attr["pos"])

    rauw = {knoop: plek(knoop) for strook in leden.values() for knoop in strook}
    links = min((x for x, _ in rauw.values()), default=0.0) - BREED / 2
    boven = max(y for x, y in map(_getallen, tekening.graph_attr["bb"].split(",", 2)[2:]))

    def punt(x: float, y: float) -> Punt:
        """From what dot measures, from below, to a place in the picture."""
        return round(x - links, 1), round(boven - y, 1)

    midden = {knoop: punt(*plek) for knoop, plek in rauw.items()}
    lijnen = {
        (van, naar): tuple(
            punt(*p) for p in _punten(tekening.get_edge(van, naar, soort).attr["pos"])
        )
        for van, naar, soort in stroomlijnen(graaf)
    }
    banden = []
    for thema, strook in leden.items():
        hoogtes = [midden[knoop][1] for knoop in strook] or [punt(*plek(f"eind:{thema}"))[1]]
        rand = HOOG / 2 + _BANDRAND
        banden.append(Band(thema, min(hoogtes) - rand, max(hoogtes) + rand))
    return Indeling(midden, lijnen, tuple(sorted(banden, key=lambda band: band.boven)))


def _punten(lijn: str) -> list[Punt]:
    """The points of a line; dot names its end, behind the arrow, first."""
    eind, *punten = lijn.removeprefix("e,").split()
    return [_getallen(punt) for punt in (*punten, eind)]


def _getallen(punt: str) -> Punt:
    x, y = punt.split(",")
    return float(x), float(y)
