"""The engine durable-rules behind one small door; the only module that knows it.

A rule becomes one conjunction that fires for «ja» and, per condition, one rule that fires when that
condition definitely does not hold. What the engine cannot do well is kept away from it: no `$or`,
no `not`, no tests for presence, whole numbers and strings only, one fact at a time in a state of
its own that is deleted afterwards (docs/besluiten/001-twee-evaluatoren.md). It is asked without its
host, the layer around it in Python: nothing here runs actions, keeps states or sets timers.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json, to_json

from regels.operatoren import OPERATOREN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from regels.model import Regel, Voorwaarde, Waarde
    from regels.operatoren import Operator

NAAM = "durable-rules"
VERSIE = "2.0.28"

BOUWVLAG = "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject"
"""With this in the environment the engine is built so that it also loads on Python 3.13 and later,
where one name that it asks of Python is gone. It does no harm on older ones."""

EIGEN_VELDEN = ("soort", "sid", "id", "$s", "$m")
"""Names that every fact carries, or that the engine keeps for itself."""

JA = -1
"""Stands in an answer for «the rule holds»; a number from 0 for a condition that does not."""

_GEZIEN = -2
_ANKER = {"soort": "onderwerp"}


def beschikbaar() -> bool:
    """Whether the engine loads, found out by loading it.

    It may be absent (on Windows), or be there and ask for something that this Python lacks.
    """
    try:
        import durable_rules_engine  # noqa: F401 - whether this works is the question
    except ImportError:
        return False
    return True


def veld_hash(naam: str) -> int:
    """The 32-bit FNV-1a hash by which the engine compares field names."""
    waarde = 0x811C9DC5
    for byte in naam.encode():
        waarde = (waarde ^ byte) * 0x01000193 & 0xFFFFFFFF
    return waarde


class Motor:
    """durable-rules with one rule set per rule.

    Args:
        regels: the rules in force; their codes are distinct.

    Raises:
        ImportError: durable-rules does not load here; see `beschikbaar`.
    """

    def __init__(self, regels: Iterable[Regel]) -> None:
        self._sets: dict[str, tuple[int, tuple[str, ...]]] = {}
        self._sids = count(1)
        import durable_rules_engine as engine

        self._engine: Any = engine
        # At the end of the program the engine's module may be emptied before this is cleared away.
        self._geef_terug = engine.delete_ruleset
        for regel in regels:
            handle = engine.create_ruleset(regel.code, _json(_vertaal(regel)))
            self._sets[regel.code] = (handle, regel.velden)

    def __del__(self) -> None:
        """Give back what the engine holds outside Python: half a megabyte for seven rules."""
        for handle, _ in self._sets.values():
            self._geef_terug(handle)

    def vraag(self, regel: Regel, feiten: Mapping[str, Waarde | None]) -> frozenset[int]:
        """What fired: `JA` when the rule holds, n when condition n definitely does not hold.

        Raises:
            RuntimeError: the engine did not look at the fact.
        """
        engine, (handle, velden) = self._engine, self._sets[regel.code]
        sid = next(self._sids)
        bekend = {v: w for v in velden if (w := feiten.get(v)) is not None}
        fout, staat = engine.assert_fact(handle, _json({"sid": sid, "id": sid, **_ANKER, **bekend}))
        eerste = None if fout else engine.start_action_for_state(handle, staat)
        gevuurd: set[int] = set()
        actie = eerste and eerste[1]
        while actie:
            # No two answers are the same text (`sid`), so there is nothing to keep of one.
            gevuurd.update(map(int, from_json(actie, cache_strings="none")))
            actie = engine.complete_and_start_action(handle, staat)
        if _GEZIEN not in gevuurd:
            raise RuntimeError(f"durable-rules: {regel.code}: {fout}, {sorted(gevuurd)}")
        engine.delete_state(handle, str(sid))
        return frozenset(gevuurd - {_GEZIEN})


def _vertaal(regel: Regel) -> dict[int, Any]:
    """The rules of the engine for one rule, each under the number that it stands for."""
    alle = [_patroon(voorwaarde.operator, voorwaarde) for voorwaarde in regel.als]
    # A fact that no rule handles cannot be cleaned up: deleting its state ends the process, and
    # leaving it fills memory. So one rule handles every fact.
    vertaald = {_GEZIEN: _als([]), JA: _als(alle)}
    for nummer, voorwaarde in enumerate(regel.als):
        tegendeel = OPERATOREN[voorwaarde.operator.tegendeel]
        vertaald[nummer] = _als([_patroon(tegendeel, voorwaarde)])
    return vertaald


def _als(voorwaarden: list[dict[str, Any]]) -> dict[str, Any]:
    return {"all": [{"m": {"$and": [_ANKER, *voorwaarden]}}]}


def _patroon(operator: Operator, voorwaarde: Voorwaarde) -> dict[str, Any]:
    paar = {voorwaarde.veld: voorwaarde.waarde}
    return {operator.teken: paar} if operator.teken else paar


def _json(waarde: dict[Any, Any]) -> str:
    return to_json(waarde).decode()
