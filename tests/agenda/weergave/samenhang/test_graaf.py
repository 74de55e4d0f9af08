"""The graph, and its forms for other programs: what networkx, Graphviz and Mermaid read back."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import networkx as nx
import pydot
import pytest
from bouwers_agenda import Rauw, maak_onderwerp, meegeleverd, ranglijst_van

from agenda.samenhang.graaf import bouw_graaf, geraakt_door, rond_onderwerp, rond_voorstel
from agenda.samenhang.samenhang import Samenhang
from agenda.weergave.samenhang.graaf import dot, graphml, mermaid
from agenda.weergave.tekening.indeling import pijlen
from agenda.weergave.tekening.plaat import teken

if TYPE_CHECKING:
    from collections.abc import Iterable

TITELS = {
    "aanhaling": "De \"eerste\", de 'tweede' en de «derde»",
    "haken": "a [b] (c) {d} <e> >f] ([g])",
    "pijpen": "Wonen | werken || leren",
    "schuin": r"C:\nieuw\"map\\",
    "opmaak": "*vet* _schuin_ `code` ~weg~ # kop %% niets %%{init: {}}%%",
    "tekencode": "R&amp;D &lt;b&gt; &#65; #35; & meer; einde",
    "pijlen": "a --> b -.-> c ==> d; end",
    "script": "<script>alert(1)</script>",
    "stijl": 'Lifestyle: "x"; classDef a:b#c; $$x$$',
    "rtl": "שלום עולם مرحبا 👩‍👩‍👧",
}


def graaf_van(*rauw: Rauw, **opties: Any) -> nx.DiGraph[str]:
    return bouw_graaf(ranglijst_van(*rauw, **opties))


def lastig() -> nx.DiGraph[str]:
    """Every title above, each topic waiting for the one before it, each serving two proposals."""
    vorige: list[str] = []
    onderwerpen = []
    for nummer, (code, titel) in enumerate(TITELS.items(), start=1):
        velden: dict[str, Any] = {"titel": titel, "afhankelijk_van": vorige}
        velden["afstemming_nodig"] = ["ja", "nee", None][nummer % 3]
        velden["voorstellen"] = [nummer, 25]
        onderwerpen.append(maak_onderwerp(code, **velden))
        vorige = [code]
    return graaf_van(*onderwerpen)


def lijnen(graaf: nx.DiGraph[str], soort: str) -> set[tuple[str, str]]:
    return {(van, naar) for van, naar, d in graaf.edges(data=True) if d["soort"] == soort}


def knopen(graaf: nx.DiGraph[str], *soorten: str) -> set[str]:
    return {knoop for knoop, d in graaf.nodes(data=True) if d["soort"] in soorten}


def test_de_graaf_heeft_vier_soorten_knopen_en_vier_soorten_lijnen() -> None:
    profiel, _ = meegeleverd()
    graaf = graaf_van(
        maak_onderwerp("aa", voorstellen=[7], plannen=["regioplan-bw"], afhankelijk_van=["bb"]),
        maak_onderwerp("bb", thema="wonen", voorstellen=None, plannen=[]),
    )

    assert knopen(graaf, "onderwerp") == {"onderwerp:aa", "onderwerp:bb"}
    assert knopen(graaf, "voorstel") == {f"voorstel:{n}" for n in range(1, 26)}
    assert knopen(graaf, "thema") == {f"thema:{code}" for code in profiel.thema}
    assert knopen(graaf, "plan") == {f"plan:{code}" for code in profiel.plan}
    assert len(graaf) == 2 + 25 + 6 + 7
    assert ("onderwerp:aa", "voorstel:7") in lijnen(graaf, "draagt-bij-aan")
    assert ("voorstel:2", "voorstel:1") in lijnen(graaf, "draagt-bij-aan")
    assert lijnen(graaf, "vereist") == {
        ("onderwerp:aa", "onderwerp:bb"),
        ("voorstel:1", "voorstel:7"),
    }
    assert {
        ("onderwerp:aa", "thema:sluitend-netwerk"),
        ("onderwerp:aa", "plan:regioplan-bw"),
        ("voorstel:14", "thema:wonen"),
        ("voorstel:14", "plan:samen-dichtbij"),
    } <= lijnen(graaf, "hoort-bij")
    assert lijnen(graaf, "opgevolgd-door") == {
        ("voorstel:23", "plan:centrumregeling-bw-mo"),
        ("voorstel:23", "plan:dienstverleningsovereenkomst-bw-mo"),
    }
    assert graaf.edges["voorstel:2", "voorstel:1"]["bron"] == "Evaluatie bijlage A, voorstel 2"
    assert graaf.nodes["onderwerp:aa"]["plaats"] == 1
    assert "plaats" not in graaf.nodes["onderwerp:bb"]


def test_een_uitsnede_houdt_alleen_wat_erbij_hoort() -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp("aa", voorstellen=[7]),
        maak_onderwerp("bb", voorstellen=[7, 14], afhankelijk_van=["aa"]),
        maak_onderwerp("cc", voorstellen=[14], afhankelijk_van=["bb"]),
        maak_onderwerp("dd", voorstellen=[7]),
    )
    graaf, samenhang = bouw_graaf(ranglijst), Samenhang(ranglijst)
    wat = ("onderwerp", "voorstel")

    rond = rond_onderwerp(graaf, samenhang.verbanden_van("cc"))
    voorstel = rond_voorstel(graaf, 14)
    weg = geraakt_door(graaf, samenhang.verbanden_van("aa"))

    drie = {f"onderwerp:{code}" for code in ("aa", "bb", "cc")}
    assert knopen(rond, *wat) == {*drie, "voorstel:14"}
    tweetal = {"onderwerp:bb", "onderwerp:cc"}
    assert knopen(voorstel, *wat) == {*tweetal, "voorstel:14", "voorstel:1", "voorstel:5"}
    assert knopen(weg, *wat) == drie
    assert knopen(voorstel, "thema") == {"thema:sluitend-netwerk", "thema:wonen"}


def test_een_uitsnede_vergeet_niet_wie_er_buiten_haar_aan_een_voorstel_bijdraagt() -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp("binnen", voorstellen=[7], afstemming_nodig=None),
        maak_onderwerp("buiten", voorstellen=[7]),
    )
    graaf, samenhang = bouw_graaf(ranglijst), Samenhang(ranglijst)

    rond = rond_onderwerp(graaf, samenhang.verbanden_van("binnen"))

    assert "onderwerp:buiten" not in rond
    assert rond.nodes["voorstel:7"]["dekking"] == "toegelaten"
    assert graaf.nodes["voorstel:8"]["dekking"] == "geen"
    assert 'class="voorstel toegelaten"' in teken(rond, "x")


# GraphML


def test_graphml_leest_in_networkx_terug_met_alle_eigenschappen() -> None:
    graaf = lastig()
    lastige = graphml(lastig())

    terug = nx.read_graphml(io.BytesIO(lastige.encode()))

    assert dict(terug.nodes(data=True)) == dict(graaf.nodes(data=True))
    assert {(a, b): d for a, b, d in terug.edges(data=True)} == {
        (a, b): d for a, b, d in graaf.edges(data=True)
    }
    assert terug.is_directed()


# DOT


def ontdot(tekst: str) -> str:
    """A quoted DOT text as Graphviz shows it."""
    assert tekst[0] == tekst[-1] == '"'
    return re.sub(r"\\(.)", lambda m: {"n": "\n"}.get(m[1], m[1]), tekst[1:-1], flags=re.DOTALL)


def dotknopen(deel: Any) -> Iterable[Any]:
    yield from (k for k in deel.get_nodes() if k.get_name() not in ("node", "edge", "graph"))
    for onder in deel.get_subgraphs():
        yield from dotknopen(onder)


def test_dot_is_goed_gevormd_en_toont_elke_titel_zoals_hij_is() -> None:
    graaf = lastig()

    (gelezen,) = pydot.graph_from_dot_data(dot(graaf, 'Titel "met" \\ en\nregel'))

    (algemeen,) = gelezen.get_graph_defaults()
    assert ontdot(algemeen["label"]) == 'Titel "met" \\ en\nregel'
    tekst = {ontdot(k.get_name()): ontdot(k.get("label")) for k in dotknopen(gelezen)}
    assert set(tekst) == knopen(graaf, "onderwerp", "voorstel")
    for code, titel in TITELS.items():
        assert tekst[f"onderwerp:{code}"].partition(": ")[2] == titel
    getekend = {(ontdot(e.get_source()), ontdot(e.get_destination())) for e in gelezen.get_edges()}
    assert getekend == {(van, naar) for van, naar, _ in pijlen(graaf)}


def test_een_titel_met_regeleinden_blijft_een_regel_dot_en_mermaid() -> None:
    graaf = lastig()
    graaf.nodes["onderwerp:haken"]["titel"] = 'Een "titel"\nop [twee] | regels'

    (gelezen,) = pydot.graph_from_dot_data(dot(graaf, "x"))
    tekst = {ontdot(k.get_name()): ontdot(k.get("label")) for k in dotknopen(gelezen)}

    assert tekst["onderwerp:haken"].endswith(': Een "titel"\nop [twee] | regels')
    assert '#58; Een #34;titel#34;<br>op #91;twee#93; #124; regels"' in mermaid(graaf, "x")


# Mermaid. The same dossier was drawn by Mermaid 11 in a browser; it showed every title as it is.

MERMAIDREGEL = re.compile(
    r"""flowchart\ LR
    | \ \ accTitle:\ [^"<>{}|\[\]]+
    | \ \ subgraph\ t\d+\["(?P<thema>[^"]*)"\]
    | \ \ \ \ (?P<onderwerp>o\d+)\["(?P<titel>[^"]*)"\]
    | \ \ \ \ (?P<voorstel>v\d+)\(\["(?P<naam>[^"]*)"\]\)
    | \ \ end
    | \ \ (?P<van>[ov]\d+)\ (?:-->|-\.\ eerst\ \.->)\ (?P<naar>[ov]\d+)
    | \ \ classDef\ (?:dashed|dotted)\ stroke-dasharray:\d\ \d
    | \ \ class\ [ov]\d+(?:,[ov]\d+)*\ (?:dashed|dotted)""",
    re.VERBOSE,
)
LOS_TEKEN = re.compile(r"""["$<>`|\[\]{}()*_~\\:;%@&]""")


def ontmermaid(tekst: str) -> str:
    """A label as Mermaid shows it; no sign that it could take for its own is left in it."""
    kaal = re.sub(r"#\d+;", "", tekst)
    assert not LOS_TEKEN.search(kaal), kaal
    return re.sub(r"#(\d+);", lambda m: chr(int(m[1])), tekst)


def test_mermaid_is_goed_gevormd_en_toont_elke_titel_zoals_hij_is() -> None:
    graaf = lastig()

    regels = mermaid(graaf, "Titel: <b> & %% {x}").splitlines()

    delen = [MERMAIDREGEL.fullmatch(regel) for regel in regels]
    assert [r for r, deel in zip(regels, delen, strict=True) if deel is None] == []
    gevonden = [deel.groupdict() for deel in delen if deel]
    titels = [ontmermaid(d["titel"]).partition(": ")[2] for d in gevonden if d["titel"]]
    assert sorted(titels) == sorted(TITELS.values())
    namen = [d["onderwerp"] or d["voorstel"] for d in gevonden if d["onderwerp"] or d["voorstel"]]
    assert len(namen) == len(set(namen)) == len(TITELS) + 25
    paren = [(d["van"], d["naar"]) for d in gevonden if d["van"]]
    assert len(paren) == len(list(pijlen(graaf)))
    assert {naam for paar in paren for naam in paar} <= set(namen)
    assert sum(regel == "  end" for regel in regels) == sum(bool(d["thema"]) for d in gevonden)


@pytest.mark.parametrize("maak", [dot, mermaid])
def test_wat_eerst_moet_staat_voor_wat_erop_wacht(maak: Any) -> None:
    graaf = graaf_van(maak_onderwerp("eerst"), maak_onderwerp("later", afhankelijk_van=["eerst"]))

    tekst = maak(graaf, "x")

    pijl = r"o1 -\. eerst \.-> o2" if maak is mermaid else '"onderwerp:eerst" -> "onderwerp:later"'
    assert re.search(pijl, tekst)
