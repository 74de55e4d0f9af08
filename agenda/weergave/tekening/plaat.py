"""The picture of the graph as SVG: bands of themes, topics with their place, proposals, a legend.

What differs differs in form too, not only in colour. Every node carries its whole text as a title,
and the picture has a title and a description for who does not see it; the same content stands in
the table of `agenda samenhang`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.weergave.tekening.indeling import (
    BREED,
    HOOG,
    LETTER,
    REGEL,
    TEKENRUIMTE,
    Indeling,
    Punt,
    deel_in,
    pijlen,
    titelregels,
    tussen_voorstellen,
)
from agenda.weergave.tekening.letters import breek_af
from agenda.weergave.tekening.opzet import ALLES, Opzet
from agenda.weergave.tekening.svg import svg_document, svg_pijl, svg_tekst, xml_tekst
from agenda.weergave.woorden import onderwerp_anker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import networkx as nx

_GOOT = 170
"""Room on the left for the names of the themes."""
_KOP, _VOET, _RAND = 78, 152, 16
_MINSTENS = 900
"""The least width: that of the legend."""
_BOOG, _BOOGSTAP = 26, 13
"""How far a line between proposals reaches out, and how much further each next one."""

_STIJL = """
text { font-size: 12px }
.kop { font-size: 16px; font-weight: bold }
.kolom, .thema { font-weight: bold }
.band { fill: #fff } .band.even { fill: #f1f1f1 } .scheiding { stroke: #888 }
.vak { fill: #fff; stroke: #111; stroke-width: 1.4 }
.onbeslist .vak { stroke-dasharray: 7 4 }
.niet-toegelaten .vak, .geen .vak { stroke-dasharray: 1.5 3.5; stroke-linecap: round }
.nummer { font-weight: bold; text-anchor: middle }
.lijn { fill: none; stroke: #333; stroke-width: 1.3; stroke-linejoin: round }
.lijn.vereist { stroke: #000; stroke-width: 2.4; stroke-dasharray: 9 4 }
.lijn.voorstellen { stroke: #000; stroke-width: 2; stroke-dasharray: 0.1 4; stroke-linecap: round }
.lijn.voorstellen.vereist { stroke-dasharray: 9 4; stroke-width: 1.6 }
""".strip()


def teken(
    graaf: nx.DiGraph[str],
    titel: str,
    elders: str = "Dezelfde inhoud staat als tabel in agenda samenhang.",
    opzet: Opzet = ALLES,
) -> str:
    """Draw a graph as SVG.

    Args:
        graaf: as `agenda.graaf` builds it, or part of it.
        titel: what the picture is called.
        elders: where the same content stands for who does not see the picture.
        opzet: what there can be in it.
    """
    indeling = deel_in(graaf)
    bogen = _bogen(graaf, indeling)
    rechts = max((x for x, _ in indeling.midden.values()), default=BREED / 2) + BREED / 2
    boogruimte = _BOOG + _BOOGSTAP * len(bogen) if bogen else 0
    breedte = max(_GOOT + rechts + boogruimte + _RAND, _MINSTENS)
    onder = max((band.onder for band in indeling.banden), default=0.0)
    (kop,) = breek_af(titel, 16, breedte - 2 * _RAND, 1)
    delen = [
        svg_tekst(_RAND, 28, kop, "kop"),
        f'<g transform="translate({_GOOT},{_KOP})">',
        *_banden(graaf, indeling, breedte),
        *_koppen(graaf, indeling, opzet),
        *_lijnen(graaf, indeling),
        *_naast_voorstellen(bogen, indeling, rechts),
        *_vakken(graaf, indeling, opzet),
        "</g>",
        *_legenda(_KOP + onder + 24, opzet),
    ]
    maat = breedte, _KOP + onder + _VOET
    return svg_document(titel, f"{_beschrijving(graaf, opzet)} {elders}", maat, _STIJL, delen)


def _beschrijving(graaf: nx.DiGraph[str], opzet: Opzet) -> str:
    """The picture in a few sentences."""
    onderwerpen = [d for _, d in graaf.nodes(data=True) if d["soort"] == "onderwerp"]
    voorstellen = [d for _, d in graaf.nodes(data=True) if d["soort"] == "voorstel"]
    bediend = sum(d["dekking"] == "toegelaten" for d in voorstellen)
    eerst = sum(soort == "vereist" for _, _, soort in pijlen(graaf))
    telling = ", ".join(
        f"{sum(d['status'] == status for d in onderwerpen)} {naam}"
        for status, naam in STATUSNAMEN.items()
    )
    woorden = opzet.woorden
    onderwerp, voorstel = woorden.onderwerp, woorden.voorstel
    per_status = f" ({telling})" if opzet.toetst else ""
    ook, bij = "", ""
    if opzet.voorstellen:
        ook = f" en {len(voorstellen)} {voorstel.meer}"
        bij = f" Bij {bediend} {voorstel.meer} hoort een toegelaten {onderwerp.een}."
    return (
        f"{len(onderwerpen)} {onderwerp.meer}{per_status}{ook}, per {woorden.thema.een} onder"
        f" elkaar.{bij} {eerst} lijnen zeggen {onderwerp.welk} eerst moet."
    )


def _banden(graaf: nx.DiGraph[str], indeling: Indeling, breedte: float) -> Iterator[str]:
    for nummer, band in enumerate(indeling.banden):
        hoogte = band.onder - band.boven
        even = " even" if nummer % 2 else ""
        yield (
            f'<rect class="band{even}" x="{-_GOOT}" y="{band.boven:g}" width="{breedte:g}"'
            f' height="{hoogte:g}"/>'
        )
        thema = graaf.nodes[f"thema:{band.thema}"]
        naam = breek_af(f"{thema['nummer']}. {thema['titel']}", 12, _GOOT - 2 * _RAND, 5)
        for n, tekst in enumerate(naam):
            yield svg_tekst(_RAND - _GOOT, band.boven + 24 + 15 * n, tekst, "thema")


def _koppen(graaf: nx.DiGraph[str], indeling: Indeling, opzet: Opzet) -> Iterator[str]:
    eerst = any(soort == "vereist" and _is(graaf, k, "onderwerp") for k, _, soort in pijlen(graaf))
    koppen = {
        "onderwerp": (
            f"{opzet.woorden.onderwerp.koppen}{', met hun plaats' if opzet.plaatsen else ''}",
            *(("(streepjeslijn: wat links staat, moet eerst)",) if eerst else ()),
        ),
        "voorstel": (f"{opzet.woorden.voorstel.koppen}, met hun nummer",),
    }
    for soort, tekstregels in koppen.items():
        links = [x for knoop, (x, _) in indeling.midden.items() if _is(graaf, knoop, soort)]
        if links:
            for nummer, tekstregel in enumerate(tekstregels):
                yield svg_tekst(min(links) - BREED / 2, -24 + 15 * nummer, tekstregel, "kolom")


def _is(graaf: nx.DiGraph[str], knoop: str, soort: str) -> bool:
    return bool(graaf.nodes[knoop]["soort"] == soort)


def _lijnen(graaf: nx.DiGraph[str], indeling: Indeling) -> Iterator[str]:
    for van, naar, soort in pijlen(graaf):
        if not tussen_voorstellen(graaf, van, naar):
            pad = "M" + " L".join(map(_xy, indeling.lijnen[van, naar]))
            yield svg_pijl(pad, soort, "open" if soort == "vereist" else "dicht")


def _xy(punt: Punt) -> str:
    return f"{punt[0]:g} {punt[1]:g}"


def _bogen(graaf: nx.DiGraph[str], indeling: Indeling) -> list[tuple[str, str, str]]:
    """Lines between proposals; the short ones first, to be drawn inside the long ones."""
    lijnen = [pijl for pijl in pijlen(graaf) if tussen_voorstellen(graaf, *pijl[:2])]
    hoogte = {knoop: y for knoop, (_, y) in indeling.midden.items()}
    return sorted(lijnen, key=lambda pijl: abs(hoogte[pijl[0]] - hoogte[pijl[1]]))


def _naast_voorstellen(
    bogen: list[tuple[str, str, str]], indeling: Indeling, rechts: float
) -> Iterator[str]:
    for spoor, (van, naar, soort) in enumerate(bogen):
        y1, y2 = indeling.midden[van][1], indeling.midden[naar][1]
        # Away from the middle of the node, so that what leaves and what arrives stay apart.
        y1, y2 = (y1 + 6, y2 - 6) if y1 < y2 else (y1 - 6, y2 + 6)
        uit = rechts + (_BOOG + _BOOGSTAP * spoor) / 0.75
        pad = f"M{rechts:g} {y1:g} C{uit:g} {y1:g} {uit:g} {y2:g} {rechts + 2:g} {y2:g}"
        yield svg_pijl(pad, f"voorstellen {soort}", "open" if soort == "vereist" else "dicht")


def _vakken(graaf: nx.DiGraph[str], indeling: Indeling, opzet: Opzet) -> Iterator[str]:
    for knoop, midden in indeling.midden.items():
        gegevens = graaf.nodes[knoop]
        if gegevens["soort"] == "voorstel":
            yield _voorstelvak(gegevens, midden, indeling.hoogte[knoop], opzet)
        else:
            yield _onderwerpvak(gegevens, midden, indeling.hoogte[knoop])


def _onderwerpvak(gegevens: dict[str, Any], midden: Punt, hoogte: float) -> str:
    status, plaats = gegevens["status"], gegevens.get("plaats")
    waar = f": {gegevens['waar']}" if gegevens["waar"] else ""
    uitleg = f"{gegevens['titel']} ({gegevens['code']}){waar}"
    zonder = {"onbeslist": "?", "niet-toegelaten": "–"}
    teken = str(plaats) if plaats else zonder.get(status, "")
    naam = onderwerp_anker(gegevens["code"])
    vak = _Vak(naam, f"onderwerp {status}", teken, uitleg, midden, hoogte, 2)
    return _vak(vak, titelregels(gegevens))


def _voorstelvak(gegevens: dict[str, Any], midden: Punt, hoogte: float, opzet: Opzet) -> str:
    nummer, staat = gegevens["nummer"], gegevens["staat"]
    titel = gegevens["titel"] if staat == "actueel" else f"({staat}) {gegevens['titel']}"
    dekking = gegevens["dekking"]
    uitleg = f"{opzet.woorden.voorstel.kop} {nummer}: {titel}"
    naam = f"voorstel-{nummer}"
    vak = _Vak(naam, f"voorstel {dekking}", str(nummer), uitleg, midden, hoogte, HOOG / 2)
    return _vak(vak, titelregels(gegevens))


class _Vak(NamedTuple):
    """A node to draw."""

    naam: str
    klasse: str
    teken: str
    uitleg: str
    midden: Punt
    hoogte: float
    rond: float


def _vak(vak: _Vak, tekstregels: Sequence[str]) -> str:
    x, y = vak.midden[0] - BREED / 2, vak.midden[1] - vak.hoogte / 2
    eerste = vak.midden[1] + LETTER / 3 - REGEL / 2 * (len(tekstregels) - 1)
    rand = (
        f'<rect class="vak" x="{x:g}" y="{y:g}" width="{BREED}" height="{vak.hoogte:g}"'
        f' rx="{vak.rond:g}"/>'
    )
    teksten = [svg_tekst(x + TEKENRUIMTE / 2, vak.midden[1] + 4, vak.teken, "nummer")]
    teksten += [
        svg_tekst(x + TEKENRUIMTE, eerste + REGEL * n, tekstregel)
        for n, tekstregel in enumerate(tekstregels)
    ]
    titels = f"<title>{xml_tekst(vak.uitleg)}</title>"
    return f'<g id="{vak.naam}" class="{vak.klasse}">{titels}{rand}{"".join(teksten)}</g>'


def _legenda(boven: float, opzet: Opzet) -> Iterator[str]:
    """How to read the picture; what a region does not have is not explained."""
    een, voor = opzet.woorden.onderwerp, opzet.woorden.voorstel
    ander = f"{voor.lidwoord} andere"
    vakken = [
        ("toegelaten", f"toegelaten {een.een}", f"met een toegelaten {een.een}"),
        ("onbeslist", f"{een.met('onbeslist')} (?)", f"met alleen onbesliste {een.meer}"),
        ("geen", f"niet toegelaten {een.een} (–)", f"zonder zulke {een.meer}"),
    ]
    lijnen = [
        ("draagt-bij-aan", "dicht", f"{een.met_lidwoord} draagt bij aan {voor.met_lidwoord}"),
        ("vereist", "open", f"{een.met_lidwoord} links moet eerst, dan {een.die} rechts"),
        ("voorstellen draagt-bij-aan", "dicht", f"{voor.deze} helpt {ander}"),
        ("voorstellen vereist", "open", f"{voor.deze} moet eerst, dan {ander}"),
    ]
    if not opzet.voorstellen:
        lijnen = lijnen[1:2]
    yield svg_tekst(_RAND, boven, "Zo leest u het plaatje", "kolom")
    for nummer, (klasse, wat, met) in enumerate(vakken if opzet.toetst else ()):
        y = boven + 14 + 26 * nummer
        woorden = f"{wat}; {voor.een} {met}" if opzet.voorstellen else wat
        yield (
            f'<g class="{klasse}"><rect class="vak" x="{_RAND}" y="{y:g}" width="22" height="16"'
            f' rx="2"/><rect class="vak" x="{_RAND + 28}" y="{y:g}" width="30" height="16" rx="8"/>'
            f"</g>{svg_tekst(_RAND + 68, y + 12, woorden)}"
        )
    for nummer, (klasse, punt, woorden) in enumerate(lijnen):
        y = boven + 22 + 26 * nummer
        x = 520
        yield svg_pijl(f"M{x} {y:g} L{x + 48} {y:g}", klasse, punt) + svg_tekst(
            x + 58, y + 4, woorden
        )
