"""Where everything goes in the picture of the graph: themes as bands, what comes first on the left.

graphlay finds the places and the lines; it only gets sizes and numbers, no text of a user. Lengths
are in pixels, y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from agenda.samenhang.volgorde import lengtes
from agenda.weergave.tekening.letters import breek_af

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import graphlay
    import networkx as nx

BREED, HOOG = 290, 42
"""The width of a node, and its least height."""
LETTER, REGEL = 12, 14
"""The height of a letter in a node, and of a line of text."""
TEKENRUIMTE = 38
"""Room for the place or the number of a node, left of its title."""
_MAX_REGELS = 12
"""So many lines hold a title of 300 letters."""

_BANDRAND = 12
_KOLOMAFSTAND, _RIJAFSTAND = 72, 9
_OPTIES: dict[str, Any] = {
    "direction": "leftright",
    "routing": {"style": "orthogonal"},
    "spacing": {
        "layer_gap": _KOLOMAFSTAND,
        "node_gap": _RIJAFSTAND,
        "isolated_gap": _RIJAFSTAND,
        "dummy_gap": _RIJAFSTAND,
        "port_gap": 7,
    },
}

MAX_ONDERWERPEN = 400
"""More make a picture that nobody can read, and that takes long to make."""

Punt = tuple[float, float]


class TeVeelInBeeld(ValueError):
    """There are too many topics for one picture: how many, and how many there may be."""

    def __init__(self, aantal: int) -> None:
        self.aantal = aantal
        self.hoogstens = MAX_ONDERWERPEN
        super().__init__(aantal)


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
        hoogte: node → its height.
        lijnen: (from, to) → the points of a line with square corners.
        banden: the strips, from top to bottom, in the order of the themes.
    """

    midden: Mapping[str, Punt]
    hoogte: Mapping[str, float]
    lijnen: Mapping[tuple[str, str], tuple[Punt, ...]]
    banden: tuple[Band, ...]


def deel_in(graaf: nx.DiGraph[str]) -> Indeling:
    """Find a place for every topic and proposal of a graph.

    First each theme by itself, below each other in their order; then the lines between all of
    them. Lines between proposals are left out: the picture draws them beside their column.

    Raises:
        TeVeelInBeeld: the graph holds more topics than a picture can show.
        ModuleNotFoundError: the library that draws is missing.
    """
    aantal = sum(gegevens["soort"] == "onderwerp" for _, gegevens in graaf.nodes(data=True))
    if aantal > MAX_ONDERWERPEN:
        raise TeVeelInBeeld(aantal)
    import graphlay

    kolommen = _kolommen(graaf)
    hoog = {knoop: _hoogte(graaf.nodes[knoop]) for knoop in kolommen}
    lijnen = [(a, b) for a, b, _ in pijlen(graaf) if not tussen_voorstellen(graaf, a, b)]
    geheel, boven, banden = graphlay.Graph(), 0.0, []
    for _, thema in graaf.nodes(data=True):
        leden = [k for k in kolommen if graaf.nodes[k]["thema"] == thema.get("code")]
        if thema["soort"] == "thema" and leden:
            hoogtes = _op_nummer(_hoogtes(leden, lijnen, kolommen, hoog), graaf, hoog)
            onder = boven + max(y + hoog[k] / 2 for k, y in hoogtes.items()) + 2 * _BANDRAND
            for knoop in leden:
                x = kolommen[knoop] * (BREED + _KOLOMAFSTAND) + BREED / 2
                y = boven + _BANDRAND + hoogtes[knoop]
                _zet(geheel, knoop, kolommen, hoog, position={"x": x, "y": y})
            banden.append(Band(thema["code"], boven, onder))
            boven = onder
    for van, naar in lijnen:
        geheel.edge(van, naar)
    if not banden:
        return Indeling({}, {}, {}, ())
    tekening = graphlay.reroute(geheel, options=_OPTIES)
    midden = {k: _punt(d["center"]) for k, d in zip(tekening.ids, tekening.nodes, strict=True)}
    punten = [tuple(map(_punt, lijn["points"])) for lijn in tekening.edges]
    return Indeling(midden, hoog, dict(zip(lijnen, punten, strict=True)), tuple(banden))


def titelregels(gegevens: Mapping[str, Any]) -> list[str]:
    """The title of a topic or proposal as it stands in its node, line by line."""
    staat = gegevens.get("staat", "actueel")
    titel = gegevens["titel"] if staat == "actueel" else f"({staat}) {gegevens['titel']}"
    return breek_af(titel, LETTER, BREED - TEKENRUIMTE - 12, _MAX_REGELS)


def _hoogte(gegevens: Mapping[str, Any]) -> float:
    return max(HOOG, REGEL * len(titelregels(gegevens)) + REGEL)


def pijlen(graaf: nx.DiGraph[str]) -> Iterator[tuple[str, str, str]]:
    """Every line to draw, in reading direction: from, to, kind.

    What must come first stands before what needs it, and who helps before what is helped.
    """
    for van, naar, gegevens in graaf.edges(data=True):
        if gegevens["soort"] == "vereist":
            yield naar, van, "vereist"
        elif gegevens["soort"] == "draagt-bij-aan":
            yield van, naar, "draagt-bij-aan"


def tussen_voorstellen(graaf: nx.DiGraph[str], van: str, naar: str) -> bool:
    """Whether a line runs between two proposals."""
    return bool(graaf.nodes[van]["soort"] == graaf.nodes[naar]["soort"] == "voorstel")


def _kolommen(graaf: nx.DiGraph[str]) -> dict[str, int]:
    """Node → its column, from 0: topics before what needs them, proposals in the last one.

    Topics that neither need nor precede another stand in the last column of topics: left of them
    stands only what must come first.
    """
    soort = graaf.nodes(data="soort")
    daarna: dict[str, list[str]] = {k: [] for k in graaf if soort[k] == "onderwerp"}
    for van, naar, _ in pijlen(graaf):
        if naar in daarna:
            daarna[van].append(naar)
    afstand = lengtes(daarna)
    laatste = max(afstand.values(), default=0)
    kolommen = {k: laatste - afstand[k] for k in daarna}
    return kolommen | {knoop: laatste for knoop in graaf if soort[knoop] == "voorstel"}


def _hoogtes(
    leden: list[str],
    lijnen: list[tuple[str, str]],
    kolommen: Mapping[str, int],
    hoog: Mapping[str, float],
) -> dict[str, float]:
    """How far the centre of each node of one theme lies below the top of the highest of them."""
    import graphlay

    vraag = graphlay.Graph()
    for knoop in leden:
        _zet(vraag, knoop, kolommen, hoog)
    for van, naar in lijnen:
        if van in vraag.ids and naar in vraag.ids:
            vraag.edge(van, naar)
    hoogtes = {k: y for k, (_, y) in graphlay.layout(vraag, options=_OPTIES).positions().items()}
    hoogste = min(y - hoog[knoop] / 2 for knoop, y in hoogtes.items())
    return {knoop: round(y - hoogste, 1) for knoop, y in hoogtes.items()}


def _op_nummer(
    hoogtes: Mapping[str, float], graaf: nx.DiGraph[str], hoog: Mapping[str, float]
) -> dict[str, float]:
    """The same heights, with the proposals put in the order of their numbers."""
    voorstellen = [k for k in hoogtes if graaf.nodes[k]["soort"] == "voorstel"]
    gevonden = sorted(voorstellen, key=hoogtes.__getitem__)
    tussen = [
        (hoogtes[onder] - hoog[onder] / 2) - (hoogtes[boven] + hoog[boven] / 2)
        for boven, onder in pairwise(gevonden)
    ]
    uit = dict(hoogtes)
    y = hoogtes[gevonden[0]] - hoog[gevonden[0]] / 2 if gevonden else 0.0
    op_nummer = sorted(voorstellen, key=lambda k: graaf.nodes[k]["nummer"])
    for knoop, ruimte in zip(op_nummer, [*tussen, 0.0], strict=False):
        uit[knoop] = round(y + hoog[knoop] / 2, 1)
        y += hoog[knoop] + ruimte
    return uit


def _zet(
    vraag: graphlay.Graph,
    knoop: str,
    kolommen: Mapping[str, int],
    hoog: Mapping[str, float],
    **velden: Any,
) -> None:
    vraag.node(knoop, width=BREED, height=hoog[knoop], rank={"fixed": kolommen[knoop]}, **velden)


def _punt(punt: Mapping[str, float]) -> Punt:
    return round(punt["x"], 1), round(punt["y"], 1)
