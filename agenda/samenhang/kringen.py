"""Things that wait for each other in a circle."""

from __future__ import annotations

from collections import deque
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def kringen(wacht_op: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """A shortest circle out of every knot of things that wait for each other.

    Args:
        wacht_op: code → the codes that it waits for; codes that are no key are passed over.

    Returns:
        Circles in the order of waiting, each from its first code by alphabet; sorted.
    """
    bekend = {
        code: sorted({naar for naar in lijst if naar in wacht_op})
        for code, lijst in wacht_op.items()
    }
    try:
        TopologicalSorter(bekend).prepare()  # quick, and nearly always the whole answer
    except CycleError:
        return sorted(_kring_in(knoop, bekend) for knoop in _knopen(bekend))
    return []


def _knopen(wacht_op: Mapping[str, list[str]]) -> list[set[str]]:
    """Groups of codes that can all be reached from each other."""
    import networkx as nx

    graaf: nx.DiGraph[str] = nx.DiGraph(
        (van, naar) for van, lijst in wacht_op.items() for naar in lijst
    )
    return [
        knoop
        for knoop in nx.strongly_connected_components(graaf)
        if len(knoop) > 1 or graaf.has_edge(*knoop, *knoop)
    ]


def _kring_in(knoop: set[str], wacht_op: Mapping[str, list[str]]) -> tuple[str, ...]:
    """A shortest way from the first code of a knot back to itself."""
    begin = min(knoop)
    via: dict[str, str] = {}
    te_doen = deque([begin])
    while begin not in via:
        van = te_doen.popleft()
        for naar in wacht_op[van]:
            if naar in knoop and naar not in via:
                via[naar] = van
                te_doen.append(naar)
    weg = [begin]
    while via[weg[-1]] != begin:
        weg.append(via[weg[-1]])
    return (begin, *reversed(weg[1:]))
