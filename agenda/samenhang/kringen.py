"""Things that wait for each other in a circle."""

from __future__ import annotations

from collections import deque
from graphlib import CycleError, TopologicalSorter
from itertools import chain, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MAX_KRINGEN = 100
"""How many circles are named."""


def kringen(wacht_op: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Circles that together name everything that waits for itself, directly or through others.

    Of what no circle names yet, the first by alphabet each time gives a shortest circle through it.

    Args:
        wacht_op: code → the codes that it waits for; codes that are no key are passed over.

    Returns:
        Circles in the order of waiting, each from its first code by alphabet; sorted; at most
        `MAX_KRINGEN`.
    """
    bekend = {
        code: sorted({naar for naar in lijst if naar in wacht_op})
        for code, lijst in wacht_op.items()
    }
    try:
        TopologicalSorter(bekend).prepare()  # quick, and nearly always the whole answer
    except CycleError:
        alle = chain.from_iterable(_kringen_in(knoop, bekend) for knoop in _knopen(bekend))
        return sorted(islice(alle, MAX_KRINGEN))
    return []


def _knopen(wacht_op: Mapping[str, list[str]]) -> list[set[str]]:
    """Groups of codes that can all be reached from each other, by their first code."""
    import networkx as nx

    graaf: nx.DiGraph[str] = nx.DiGraph(
        (van, naar) for van, lijst in wacht_op.items() for naar in lijst
    )
    knopen = (
        knoop
        for knoop in nx.strongly_connected_components(graaf)
        if len(knoop) > 1 or graaf.has_edge(*knoop, *knoop)
    )
    return sorted(knopen, key=min)


def _kringen_in(knoop: set[str], wacht_op: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Circles that together name every code of a knot."""
    genoemd: set[str] = set()
    for code in sorted(knoop):
        if code not in genoemd:
            kring = _kring_door(code, knoop, wacht_op)
            genoemd.update(kring)
            eerste = kring.index(min(kring))
            yield (*kring[eerste:], *kring[:eerste])


def _kring_door(begin: str, knoop: set[str], wacht_op: Mapping[str, list[str]]) -> tuple[str, ...]:
    """A shortest way from a code of a knot back to itself."""
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
