"""What prerequisites alone say: the order of execution, what unlocks what, and chains.

Every function takes `vereist`: code → the codes that must come first, without circles, its keys in
the order of preference. Codes that are no key are passed over.
"""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_BLOK = 16_384
"""How many codes are followed through the prerequisites at the same time, a bit for each."""


def uitvoervolgorde(vereist: Mapping[str, Collection[str]]) -> list[str]:
    """All keys: each time the most preferred one whose prerequisites all came before it."""
    import networkx as nx

    voorkeur = {code: nummer for nummer, code in enumerate(vereist)}
    graaf: nx.DiGraph[str] = nx.DiGraph()
    graaf.add_nodes_from(vereist)
    graaf.add_edges_from(
        (eerst, code) for code, nodig in vereist.items() for eerst in nodig if eerst in voorkeur
    )
    return list(nx.lexicographical_topological_sort(graaf, key=voorkeur.__getitem__))


def ontgrendelt(
    vereist: Mapping[str, Collection[str]], tellen_mee: Collection[str]
) -> dict[str, int]:
    """Of every key, how many of `tellen_mee` need it, directly or through others."""
    achteraan_eerst = _achteraan_eerst(vereist)
    wachtend = [code for code in achteraan_eerst if vereist[code] and code in tellen_mee]
    aantal = dict.fromkeys(vereist, 0)
    for begin in range(0, len(wachtend), _BLOK):
        eigen = {code: 1 << n for n, code in enumerate(wachtend[begin : begin + _BLOK])}
        wacht_hierop = dict.fromkeys(vereist, 0)
        for code in achteraan_eerst:
            bits = wacht_hierop.pop(code)
            aantal[code] += bits.bit_count()
            bits |= eigen.get(code, 0)
            if bits:
                for eerst in vereist[code]:
                    if eerst in wacht_hierop:
                        wacht_hierop[eerst] |= bits
    return aantal


def lengtes(vereist: Mapping[str, Collection[str]]) -> dict[str, int]:
    """Of every key how many stand in the longest chain that ends with it; 1 without any before."""
    lengte: dict[str, int] = {}
    for code in reversed(_achteraan_eerst(vereist)):
        lengte[code] = 1 + max((lengte[e] for e in vereist[code] if e in lengte), default=0)
    return lengte


def ketens(vereist: Mapping[str, Collection[str]], hoogstens: int) -> list[tuple[str, ...]]:
    """The longest chains of prerequisites, each in order of execution.

    One for every key that needs others and that nothing waits for; of equally long ways to it the
    one along the most preferred prerequisites.
    """
    voorkeur = {code: nummer for nummer, code in enumerate(vereist)}
    lengte = lengtes(vereist)
    wordt_op_gewacht = {eerst for nodig in vereist.values() for eerst in nodig}
    einden = [code for code in vereist if lengte[code] > 1 and code not in wordt_op_gewacht]
    einden.sort(key=lambda code: -lengte[code])
    gevonden = []
    for einde in einden[:hoogstens]:
        keten = [einde]
        while lengte[keten[-1]] > 1:
            eerst = [code for code in vereist[keten[-1]] if code in voorkeur]
            keten.append(min(eerst, key=lambda code: (-lengte[code], voorkeur[code])))
        gevonden.append(tuple(reversed(keten)))
    return gevonden


def bereikbaar(code: str, stappen: Mapping[str, Iterable[str]]) -> set[str]:
    """Every code that can be reached from this one, itself not included."""
    gezien: set[str] = set()
    te_doen = [code]
    while te_doen:
        nieuw = {naar for naar in stappen[te_doen.pop()] if naar not in gezien}
        gezien |= nieuw
        te_doen += nieuw
    return gezien


def _achteraan_eerst(vereist: Mapping[str, Collection[str]]) -> list[str]:
    """All keys, each after every key that needs it."""
    volgorde = TopologicalSorter(vereist).static_order()
    return [code for code in volgorde if code in vereist][::-1]
