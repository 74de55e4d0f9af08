"""The same rules in three other engines, each translated from the `Regel` objects of the profile.

Each function compiles once and gives back a function that decides every topic. Facts are made
beforehand, and what a decision does not need is left out: the choices here are in their favour.
"""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any

import rule_engine  # type: ignore[import-untyped]  # ships no types
import zen
from durable.engine import Host

from regels.operatoren import OPERATOREN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from regels.model import Regel, Voorwaarde
    from regels.operatoren import Operator

    Beslisser = Callable[[], list["Beslissing"]]

Beslissing = tuple[str, str, int]
"""Code of a topic, its status and its score."""
Feiten = tuple[str, dict[str, Any]]
"""Code of a topic and its known facts; field names with _ for -, as expressions want them."""

UITDRUKKING = {"": "==", "$neq": "!=", "$gte": ">=", "$lte": "<=", "$gt": ">", "$lt": "<"}
"""The sign of durable-rules → the same in an expression of zen-engine and rule-engine."""
_MET_TRACE: Any = {"trace": True}


def zen_motor(
    graaf: dict[str, Any], regels: Sequence[Regel], feiten: Sequence[Feiten]
) -> Beslisser:
    """zen-engine with trace, by its static loader.

    The loader compiles the graph once. It is by far the fastest way into zen-engine 2.1:
    `evaluate_batch` takes half as long again, and facts as JSON text are not faster than a dict.
    """
    motor = zen.ZenEngine({"loader": {"type": "static", "content": {"regels": graaf}}})
    return _zen(lambda bekend: motor.evaluate("regels", bekend, _MET_TRACE), regels, feiten)


def zen_handleiding(
    graaf: dict[str, Any], regels: Sequence[Regel], feiten: Sequence[Feiten]
) -> Beslisser:
    """zen-engine with trace as its manual begins: `create_decision`, once, then `evaluate`."""
    besluit = zen.ZenEngine().create_decision(zen.ZenDecisionContent(json.dumps(graaf)))
    return _zen(lambda bekend: besluit.evaluate(bekend, _MET_TRACE), regels, feiten)


def _zen(
    vraag: Callable[[dict[str, Any]], Any], regels: Sequence[Regel], feiten: Sequence[Feiten]
) -> Beslisser:
    uitgangspunten = [naam(r.code) for r in regels if r.soort == "uitgangspunt"]
    criteria = [naam(r.code) for r in regels if r.soort == "criterium"]
    assert vraag(feiten[0][1])["trace"], "zen-engine gives no trace"

    def draai() -> list[Beslissing]:
        beslissingen = []
        for code, bekend in feiten:
            uitkomst = vraag(bekend)["result"]
            status = status_van([uitkomst[u] for u in uitgangspunten])
            score = sum([uitkomst[criterium] == "ja" for criterium in criteria])
            beslissingen.append((code, status, score))
        return beslissingen

    return draai


def knoop_per_regel(regels: Iterable[Regel]) -> dict[str, Any]:
    """A graph with an expression node per rule, side by side: each rule has its place in the trace.

    A decision table per rule does the same and is a tenth slower.
    """
    return _graaf([_knoop(naam(regel.code), [regel]) for regel in regels])


def een_knoop(regels: Iterable[Regel]) -> dict[str, Any]:
    """A graph with all rules in one expression node: the least work for zen-engine."""
    return _graaf([_knoop("regels", regels)])


def _knoop(id_: str, regels: Iterable[Regel]) -> dict[str, Any]:
    uitdrukkingen = [
        {"id": naam(regel.code), "key": naam(regel.code), "value": _drie_waarden(regel)}
        for regel in regels
    ]
    return {
        "id": id_,
        "name": id_,
        "type": "expressionNode",
        "content": {"expressions": uitdrukkingen},
    }


def _drie_waarden(regel: Regel) -> str:
    if len(regel.als) == 1:
        (v,) = regel.als
        return f'{naam(v.veld)} == null ? "onbekend" : ({vergelijk(v)} ? "ja" : "nee")'
    return f'{nee(regel)} ? "nee" : ({ja(regel)} ? "ja" : "onbekend")'


def _graaf(knopen: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Facts go to every node; answers come out together. An output node would only take time."""
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [{"id": "feiten", "name": "feiten", "type": "inputNode"}, *knopen],
        "edges": [
            {"id": knoop["id"], "sourceId": "feiten", "targetId": knoop["id"], "type": "edge"}
            for knoop in knopen
        ],
    }


def regel_motor(regels: Sequence[Regel], feiten: Sequence[Feiten]) -> Beslisser:
    """rule-engine with compiled rules, and only those that the decision needs.

    Two for each uitgangspunt (ja, nee), one for each criterium. A missing field is None.
    """
    velden = [naam(veld) for regel in regels for veld in regel.velden]
    volledig = [(code, dict.fromkeys(velden) | bekend) for code, bekend in feiten]
    uitgangspunten = [
        (rule_engine.Rule(ja(regel)), rule_engine.Rule(nee(regel)))
        for regel in regels
        if regel.soort == "uitgangspunt"
    ]
    criteria = [rule_engine.Rule(ja(regel)) for regel in regels if regel.soort == "criterium"]

    def draai() -> list[Beslissing]:
        beslissingen = []
        for code, bekend in volledig:
            uitkomsten = [
                "ja" if waar.matches(bekend) else "nee" if onwaar.matches(bekend) else "onbekend"
                for waar, onwaar in uitgangspunten
            ]
            score = sum([criterium.matches(bekend) for criterium in criteria])
            beslissingen.append((code, status_van(uitkomsten), score))
        return beslissingen

    return draai


def durable_kaal(regels: Sequence[Regel], feiten: Sequence[Feiten]) -> Beslisser:
    """durable-rules with all rules in one set, every topic asked, and only the rules it needs."""
    host, gevuurd = _StilleHost(), []
    anker = {"soort": "onderwerp"}

    def regel(wat: tuple[str, str], als: Iterable[dict[str, Any]]) -> dict[str, Any]:
        voorwaarden = [dict(anker), *als]
        return {"all": [{"m": {"$and": voorwaarden}}], "run": lambda _: gevuurd.append(wat)}

    # Deleting the state of a fact that no rule handled ends the process: the first rule sees all.
    vertaald = {"gezien": regel(("gezien", ""), [])}
    for r in regels:
        als = [_durable(v.operator, v) for v in r.als]
        vertaald[f"{r.code}_ja"] = regel((r.soort, r.code), als)
        if r.soort == "uitgangspunt":
            for nummer, v in enumerate(r.als):
                als = [_durable(OPERATOREN[v.operator.tegendeel], v)]
                vertaald[f"{r.code}_nee{nummer}"] = regel(("nee", r.code), als)
    host.set_rulesets({"alles": vertaald})
    aantal = sum(r.soort == "uitgangspunt" for r in regels)
    sids = count(1)

    def draai() -> list[Beslissing]:
        beslissingen = []
        for code, bekend in feiten:
            sid = next(sids)
            gevuurd.clear()
            host.assert_fact("alles", {"sid": sid, "id": sid, **anker, **bekend})
            host.delete_state("alles", sid)
            soorten = [soort for soort, _ in gevuurd]
            if "nee" in soorten:
                status = "niet-toegelaten"
            else:
                toegelaten = soorten.count("uitgangspunt") == aantal
                status = "toegelaten" if toegelaten else "onbeslist"
            beslissingen.append((code, status, soorten.count("criterium")))
        return beslissingen

    return draai


class _StilleHost(Host):  # type: ignore[misc]  # the library has no types
    """Without its two timer threads, which would take time from the others."""

    def _run(self) -> None:
        return


def _durable(operator: Operator, voorwaarde: Voorwaarde) -> dict[str, Any]:
    paar = {naam(voorwaarde.veld): voorwaarde.waarde}
    return {operator.teken: paar} if operator.teken else paar


def naam(code: str) -> str:
    """A name that expressions can use."""
    return code.replace("-", "_")


def vergelijk(voorwaarde: Voorwaarde) -> str:
    """The condition as an expression of zen-engine and rule-engine."""
    return _uitdrukking(voorwaarde.operator, voorwaarde)


def tegendeel(voorwaarde: Voorwaarde) -> str:
    """The opposite of the condition."""
    return _uitdrukking(OPERATOREN[voorwaarde.operator.tegendeel], voorwaarde)


def _uitdrukking(operator: Operator, voorwaarde: Voorwaarde) -> str:
    teken = UITDRUKKING[operator.teken]
    return f"{naam(voorwaarde.veld)} {teken} {json.dumps(voorwaarde.waarde)}"


def ja(regel: Regel) -> str:
    """All conditions hold; equality needs no guard, since nothing is equal to an unknown value."""
    return " and ".join(
        vergelijk(v) if not v.operator.teken else f"{naam(v.veld)} != null and {vergelijk(v)}"
        for v in regel.als
    )


def nee(regel: Regel) -> str:
    """One condition definitely does not hold."""
    return " or ".join(f"({naam(v.veld)} != null and {tegendeel(v)})" for v in regel.als)


def status_van(uitkomsten: Sequence[str]) -> str:
    """What the uitgangspunten come to."""
    if "nee" in uitkomsten:
        return "niet-toegelaten"
    return "onbeslist" if "onbekend" in uitkomsten else "toegelaten"
