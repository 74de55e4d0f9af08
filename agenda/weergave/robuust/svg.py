"""The picture of how firmly the order stands: topics against places, as SVG.

The darker, the more weightings; each number stands in its field too, so it can be read in black and
white. The same numbers stand in the CSV and the JSON of `agenda robuust`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.getallen import komma, procent, procentgetal
from agenda.weergave.robuust.grenzen import grenzen_tekst, hoe_geschat
from agenda.weergave.tekening.letters import breek_af
from agenda.weergave.tekening.svg import svg_document, svg_tekst, xml_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from agenda.robuust.robuustheid import Plaatskansen, Robuustheid

_RAND, _KOP = 16, 92
_PLAATS, _TITEL = 44, 330
"""Room for the place on the list, and for the title behind it."""
_VELD, _RIJ = 26, 20
_GETAL = 68
"""Room for each of the two numbers on the right."""
_MINSTENS = 760
"""The least width: that of the legend."""
_LETTER = 12
_MAX_TEKSTREGELS = 9
"""Lines that one sentence under the picture may take."""
_DONKER = 0.45
"""From this share on a field is so dark that its number is white."""

_STIJL = """
text { font-size: 12px }
.kop { font-size: 16px; font-weight: bold }
.kolom { font-weight: bold; text-anchor: middle }
.kant { font-weight: bold }
.plaats { text-anchor: end }
.deel { font-size: 10px; text-anchor: middle }
.licht { fill: #fff }
.rechts { text-anchor: middle }
.veld { stroke: #999; stroke-width: 0.5 }
.lijn { stroke: #ddd }
.top { stroke: #000; stroke-width: 2.5; stroke-dasharray: 7 4 }
""".strip()


def teken(robuustheid: Robuustheid, titel: str) -> str:
    """Draw every topic with its share of each place.

    Args:
        titel: what the picture is called.
    """
    plaatskansen = robuustheid.plaatskansen
    links = _RAND + _PLAATS + _TITEL
    rechts = links + _VELD * len(plaatskansen)
    breedte = max(rechts + 2 * _GETAL + _RAND, _MINSTENS)
    onder = _KOP + _RIJ * len(plaatskansen)
    (kop,) = breek_af(titel, 16, breedte - 2 * _RAND, 1)
    legenda = [
        tekstregel
        for zin in _legenda(robuustheid)
        for tekstregel in breek_af(zin, _LETTER, breedte - 2 * _RAND, _MAX_TEKSTREGELS)
    ]
    delen = [
        svg_tekst(_RAND, 28, kop, "kop"),
        *_koppen(robuustheid, links, rechts),
        *(
            deel
            for nummer, kansen in enumerate(plaatskansen)
            for deel in _rij(robuustheid, kansen, links, _KOP + _RIJ * nummer)
        ),
        *_topgrens(robuustheid, links, onder),
        *(
            svg_tekst(_RAND, onder + 30 + 20 * n, tekstregel)
            for n, tekstregel in enumerate(legenda)
        ),
    ]
    maat = (breedte, onder + 36 + 20 * len(legenda))
    return svg_document(titel, _beschrijving(robuustheid), maat, _STIJL, delen)


def _koppen(robuustheid: Robuustheid, links: float, rechts: float) -> Iterator[str]:
    """The words above the columns."""
    yield svg_tekst(_RAND, _KOP - 8, "Plaats en onderwerp", "kant")
    if not robuustheid.plaatskansen:
        return
    yield svg_tekst(links, _KOP - 28, "Deel van de wegingen per plaats, in procenten", "kant")
    for nummer in range(len(robuustheid.plaatskansen)):
        yield svg_tekst(links + _VELD * (nummer + 0.5), _KOP - 8, str(nummer + 1), "kolom")
    for kolom, (boven, eronder) in enumerate(
        (("Verwachte", "plaats"), ("In de", f"top {robuustheid.top}"))
    ):
        midden = rechts + _GETAL * (kolom + 0.5)
        yield svg_tekst(midden, _KOP - 24, boven, "kolom")
        yield svg_tekst(midden, _KOP - 8, eronder, "kolom")


def _rij(
    robuustheid: Robuustheid, kansen: Plaatskansen, links: float, boven: float
) -> Iterator[str]:
    """One topic: its place, its title, a field for each place, and two numbers."""
    onderwerp, verdeling = kansen.onderwerp, kansen.verdeling
    aantal, letters = len(robuustheid.plaatskansen), boven + _RIJ - 6
    (kort,) = breek_af(onderwerp.titel, _LETTER, _TITEL - 14, 1)
    yield f"<g><title>{xml_tekst(f'{onderwerp.titel} ({onderwerp.code})')}</title>"
    yield svg_tekst(_RAND + _PLAATS - 12, letters, str(onderwerp.plaats), "plaats")
    yield svg_tekst(_RAND + _PLAATS, letters, kort)
    onder = boven + _RIJ
    eind = links + _VELD * aantal + 2 * _GETAL
    yield f'<line class="lijn" x1="{_RAND}" y1="{onder}" x2="{eind:g}" y2="{onder}"/>'
    for plaats, deel in verdeling.plaatsen.items():
        yield from _veld(links + _VELD * (plaats - 1), boven, deel)
    rechts = links + _VELD * aantal
    yield svg_tekst(rechts + _GETAL * 0.5, letters, komma(verdeling.verwacht), "rechts")
    yield svg_tekst(
        rechts + _GETAL * 1.5, letters, procent(verdeling.in_top(robuustheid.top)), "rechts"
    )
    yield "</g>"


def _veld(x: float, y: float, deel: Fraction) -> Iterator[str]:
    """A field that is darker for a greater share, with the share in it."""
    grijs = round(245 * (1 - float(deel)))
    kleur = f"#{grijs:02x}{grijs:02x}{grijs:02x}"
    yield (
        f'<rect class="veld" x="{x:g}" y="{y:g}" width="{_VELD}" height="{_RIJ}" fill="{kleur}"/>'
    )
    klasse = "deel licht" if deel >= _DONKER else "deel"
    yield svg_tekst(x + _VELD / 2, y + _RIJ - 6.5, procentgetal(deel), klasse)


def _topgrens(robuustheid: Robuustheid, links: float, onder: float) -> Iterator[str]:
    """The line behind the last place of the top."""
    if robuustheid.top < len(robuustheid.plaatskansen):
        x = links + _VELD * robuustheid.top
        yield f'<line class="top" x1="{x:g}" y1="{_KOP - 20}" x2="{x:g}" y2="{onder + 6:g}"/>'


def _legenda(robuustheid: Robuustheid) -> Iterator[str]:
    """What a field and the line mean, and how it was found."""
    if not robuustheid.plaatskansen:
        yield "Er zijn geen toegelaten onderwerpen."
        return
    yield _hoe(robuustheid)
    if robuustheid.grenzen:
        yield f"Grenzen, als deel van alle gewichten samen: {grenzen_tekst(robuustheid)}."
    if robuustheid.top < len(robuustheid.plaatskansen):
        yield f"Streepjeslijn: de grens van de top {robuustheid.top}."
    leeg = "die plaats kan niet" if robuustheid.trekking is None else "die plaats kwam niet voor"
    yield f"Hoe donkerder het vak, hoe groter het deel. Een leeg vak: {leeg}."


def _hoe(robuustheid: Robuustheid) -> str:
    trekking = robuustheid.trekking
    if trekking is None:
        return "Elke verdeling van de gewichten telt even zwaar. Precies berekend."
    past = " die binnen de grenzen past," if robuustheid.grenzen else ""
    hoe = hoe_geschat(trekking).capitalize()
    return f"Elke verdeling van de gewichten{past} telt even zwaar. {hoe}."


def _beschrijving(robuustheid: Robuustheid) -> str:
    """The picture in a few sentences."""
    plaatskansen, top = robuustheid.plaatskansen, robuustheid.top
    aantal = len(plaatskansen)
    altijd = sum(kansen.verdeling.in_top(top) == 1 for kansen in plaatskansen)
    nooit = sum(kansen.verdeling.in_top(top) == 0 for kansen in plaatskansen)
    return (
        f"Een tabel van {aantal} onderwerpen tegen {aantal} plaatsen. Elk vak zegt in"
        f" welk deel van de wegingen het onderwerp die plaats heeft. Altijd in de top {top}:"
        f" {altijd}. Nooit: {nooit}. Dezelfde getallen staan in de CSV en de JSON."
    )
