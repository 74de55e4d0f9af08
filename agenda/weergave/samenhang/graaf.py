"""The graph in the languages of other programs: GraphML, DOT and Mermaid.

GraphML holds everything, as data: «A vereist B». DOT and Mermaid are for drawing: topics and
proposals by theme, with arrows in reading direction, from what comes first to what comes later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from agenda.kennis.woorden import EIGEN_WOORDEN
from agenda.weergave.tekening.indeling import pijlen
from agenda.weergave.tekening.xml import leesbaar_in_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from agenda.kennis.woorden import Woorden

_BIJZONDER_IN_MERMAID = re.compile(r"""["#$<>&`|\[\]{}()*_~\\:;%@]""")
_RAND = {"onbeslist": "dashed", "niet-toegelaten": "dotted", "geen": "dotted"}
"""How the edge of a node is drawn, by status of a topic or coverage of a proposal."""


def graphml(graaf: nx.DiGraph[str]) -> str:
    """GraphML, with every attribute; networkx reads it back as it was."""
    import networkx as nx

    schoon: nx.DiGraph[str] = nx.DiGraph()
    schoon.add_nodes_from((knoop, _schoon(d)) for knoop, d in graaf.nodes(data=True))
    schoon.add_edges_from((van, naar, _schoon(d)) for van, naar, d in graaf.edges(data=True))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(nx.generate_graphml(schoon)) + "\n"
    )


def _schoon(gegevens: dict[str, Any]) -> dict[str, Any]:
    return {
        naam: leesbaar_in_xml(waarde) if isinstance(waarde, str) else waarde
        for naam, waarde in gegevens.items()
    }


def dot(graaf: nx.DiGraph[str], titel: str, woorden: Woorden = EIGEN_WOORDEN) -> str:
    """DOT, the language of Graphviz."""
    tekstregels = [
        "digraph samenhang {",
        f"  graph [rankdir=LR, label={_dot_tekst(titel)}, labelloc=t, fontname=Arial];",
        "  node [shape=box, fontname=Arial, fontsize=11];",
        "  edge [fontname=Arial, fontsize=9];",
    ]
    for nummer, (thema, knopen) in enumerate(_per_thema(graaf, woorden), start=1):
        tekstregels += [f"  subgraph cluster_{nummer} {{", f"    label={_dot_tekst(thema)};"]
        for knoop in knopen:
            vorm = "rounded" if graaf.nodes[knoop]["soort"] == "voorstel" else "solid"
            rand = _RAND.get(_klasse(graaf, knoop))
            stijl = _dot_tekst(f"{vorm},{rand}" if rand else vorm)
            tekst = _dot_tekst(_naam(graaf, knoop, woorden))
            tekstregels.append(f"    {_dot_tekst(knoop)} [label={tekst}, style={stijl}];")
        tekstregels.append("  }")
    for van, naar, soort in pijlen(graaf):
        stijl = " [style=dashed, arrowhead=vee, label=eerst]" if soort == "vereist" else ""
        tekstregels.append(f"  {_dot_tekst(van)} -> {_dot_tekst(naar)}{stijl};")
    return "\n".join([*tekstregels, "}"]) + "\n"


def mermaid(graaf: nx.DiGraph[str], titel: str, woorden: Woorden = EIGEN_WOORDEN) -> str:
    """A Mermaid flowchart."""
    namen = _korte_namen(graaf)
    tekstregels = ["flowchart LR", f"  accTitle: {_mermaid_tekst(' '.join(titel.split()))}"]
    for nummer, (thema, knopen) in enumerate(_per_thema(graaf, woorden), start=1):
        tekstregels.append(f'  subgraph t{nummer}["{_mermaid_tekst(thema)}"]')
        for knoop in knopen:
            voorstel = graaf.nodes[knoop]["soort"] == "voorstel"
            open_, dicht = ("([", "])") if voorstel else ("[", "]")
            tekst = _mermaid_tekst(_naam(graaf, knoop, woorden))
            tekstregels.append(f'    {namen[knoop]}{open_}"{tekst}"{dicht}')
        tekstregels.append("  end")
    for van, naar, soort in pijlen(graaf):
        pijl = "-. eerst .->" if soort == "vereist" else "-->"
        tekstregels.append(f"  {namen[van]} {pijl} {namen[naar]}")
    tekstregels += [
        "  classDef dashed stroke-dasharray:7 4",
        "  classDef dotted stroke-dasharray:2 3",
    ]
    for rand in ("dashed", "dotted"):
        leden = [namen[k] for k in namen if _RAND.get(_klasse(graaf, k)) == rand]
        if leden:
            tekstregels.append(f"  class {','.join(leden)} {rand}")
    return "\n".join(tekstregels) + "\n"


def _per_thema(graaf: nx.DiGraph[str], woorden: Woorden) -> Iterator[tuple[str, list[str]]]:
    """The name of each theme, with its topics and proposals."""
    for _, thema in graaf.nodes(data=True):
        if thema["soort"] == "thema":
            naam = f"{woorden.thema.kop} {thema['nummer']}: {thema['titel']}"
            yield naam, [k for k, d in graaf.nodes(data=True) if d.get("thema") == thema["code"]]


def _klasse(graaf: nx.DiGraph[str], knoop: str) -> str:
    gegevens = graaf.nodes[knoop]
    return str(gegevens.get("status") or gegevens["dekking"])


def _naam(graaf: nx.DiGraph[str], knoop: str, woorden: Woorden) -> str:
    gegevens = graaf.nodes[knoop]
    if gegevens["soort"] == "voorstel":
        staat = "" if gegevens["staat"] == "actueel" else f" ({gegevens['staat']})"
        return f"{woorden.voorstel.kop} {gegevens['nummer']}{staat}: {gegevens['titel']}"
    waar = gegevens["waar"]
    return f"{waar[:1].upper()}{waar[1:]}: {gegevens['titel']}" if waar else str(gegevens["titel"])


def _korte_namen(graaf: nx.DiGraph[str]) -> dict[str, str]:
    """Names that are no word of Mermaid's own: o1, o2 …, v7."""
    onderwerpen = [k for k, d in graaf.nodes(data=True) if d["soort"] == "onderwerp"]
    namen = {knoop: f"o{nummer}" for nummer, knoop in enumerate(onderwerpen, start=1)}
    voorstellen = [(k, d) for k, d in graaf.nodes(data=True) if d["soort"] == "voorstel"]
    return namen | {knoop: f"v{gegevens['nummer']}" for knoop, gegevens in voorstellen}


def _dot_tekst(tekst: str) -> str:
    r"""A quoted text; Graphviz reads \\ as a backslash and \n as the end of a line."""
    veilig = tekst.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "\\n".join(veilig.splitlines()) + '"'


def _mermaid_tekst(tekst: str) -> str:
    """Text inside quotes, with what Mermaid would take for its own written as a number."""

    def nummer(teken: re.Match[str]) -> str:
        return f"#{ord(teken[0])};"

    return "<br>".join(
        _BIJZONDER_IN_MERMAID.sub(nummer, tekstregel) for tekstregel in tekst.splitlines()
    )
