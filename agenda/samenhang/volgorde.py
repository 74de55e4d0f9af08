"""What prerequisites alone say: the order of execution, what unlocks what, and chains.

Every function takes `vereist`: code → the codes that must come first, without circles, its keys in
the order of preference. Codes that are no key are passed over.
"""

from __future__ import annotations

from graphlib import TopologicalSorter
from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_BLOK = 16_384
"""How many codes are followed through the prerequisites at the same time, a bit for each."""


def uitvoervolgorde(vereist: Mapping[str, Collection[str]], voorkeur: Iterable[str]) -> list[str]:
    """The codes of `voorkeur` in order of execution: what the first one needs goes first.

    A code is as urgent as the most preferred one among itself and all that need it, directly or
    through others. Each time the most urgent one (then the most preferred) follows, of those whose
    prerequisites in `voorkeur` all came before it.

    Args:
        vereist: of all codes; those that are not in `voorkeur` only pass on what is needed.
        voorkeur: the codes to put in order, the most preferred first.
    """
    rang = {code: nummer for nummer, code in enumerate(voorkeur)}
    urgentie = {code: rang.get(code, len(rang)) for code in vereist}
    wachtend: dict[str, list[str]] = {code: [] for code in vereist}
    for code in _achteraan_eerst(vereist):
        for eerst in wachtend.keys() & vereist[code]:
            wachtend[eerst].append(code)
            urgentie[eerst] = min(urgentie[eerst], urgentie[code])
    nodig = {code: len(wachtend.keys() & vereist[code]) for code in vereist}
    vrij = [code for code, aantal in nodig.items() if not aantal]
    aan_de_beurt: list[tuple[int, int, str]] = []
    uit: list[str] = []
    while vrij or aan_de_beurt:
        # What has no turn of its own holds nobody up: it is through before the next turn.
        while vrij:
            code = vrij.pop()
            if code in rang:
                heappush(aan_de_beurt, (urgentie[code], rang[code], code))
            else:
                vrij += _vrijgegeven(code, wachtend, nodig)
        if aan_de_beurt:
            *_, code = heappop(aan_de_beurt)
            uit.append(code)
            vrij = _vrijgegeven(code, wachtend, nodig)
    return uit


def _vrijgegeven(
    code: str, wachtend: Mapping[str, Collection[str]], nodig: dict[str, int]
) -> list[str]:
    """Count a code as done; the codes that then wait for nothing any more."""
    for later in wachtend[code]:
        nodig[later] -= 1
    return [later for later in wachtend[code] if not nodig[later]]


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
