"""A picture of the year: a band per body, a dot per meeting; legible in black and white."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from agenda.weergave.getallen import MAANDEN, dag
from agenda.weergave.tekening.letters import breek_af
from agenda.weergave.tekening.svg import svg_document, svg_tekst, xml_tekst
from regels.taal import telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.kalender import Vergadering
    from agenda.jaar.momenten import OpDag

_RAND, _NAAM, _MAAND, _KOP = 16, 230, 78, 84
_BAND, _MOMENT, _LETTER, _STIP, _STROOK = 48, 38, 13, 8, 18
_STIJL = """\
text { font-size: 13px }
.titel { font-size: 17px; font-weight: bold }
.midden { text-anchor: middle }
.klein { font-size: 11px; text-anchor: middle; paint-order: stroke; stroke: #fff;
  stroke-width: 3px }
.wit { font-size: 10px; text-anchor: middle; fill: #fff; font-weight: bold }
.lijn { stroke: #999; stroke-width: 1 }
.vrij { fill: #e2e2e2 }
.vol { fill: #111; stroke: #111; stroke-width: 1.5 }
.leeg { fill: #fff; stroke: #111; stroke-width: 1.5 }
.moment { fill: #fff; stroke: #111; stroke-width: 1.5 }
.voorbij { fill: #777; stroke: #111; stroke-width: 1.5 }
.peil { stroke: #111; stroke-width: 1.5; stroke-dasharray: 5 4 }"""


def teken_jaar(jaarkalender: Jaarkalender) -> str:
    """The picture of a year."""
    kalender = jaarkalender.kalender
    gremia = [g for g in jaarkalender.profiel.gremium if kalender.van(g)]
    gremia.sort(key=lambda code: kalender.vergaderingen.index(kalender.van(code)[0]))
    onder = _KOP + _BAND * len(gremia) + _MOMENT * len(jaarkalender.momenten)
    breed = _RAND * 2 + _NAAM + _MAAND * 12
    legenda = list(_legenda(jaarkalender))
    titel = f"Kalender {kalender.jaar}, {jaarkalender.profiel.regio.naam}"
    delen = [
        svg_tekst(_RAND, 30, titel, "titel"),
        *_vakanties(jaarkalender, onder),
        *_maanden(kalender.jaar, onder),
        *_banden(jaarkalender, gremia),
        *_momenten(jaarkalender, _KOP + _BAND * len(gremia)),
        *_peildatum(jaarkalender, onder),
        *(
            svg_tekst(_RAND, onder + 26 + nummer * _STROOK, zin)
            for nummer, zin in enumerate(legenda)
        ),
    ]
    hoog = onder + 26 + len(legenda) * _STROOK + 4
    return svg_document(titel, _beschrijving(jaarkalender), (breed, hoog), _STIJL, delen)


def _x(dag_: date) -> float:
    """Where a day begins."""
    eerste = dag_.replace(day=1)
    lengte = ((eerste + timedelta(days=31)).replace(day=1) - eerste).days
    return _RAND + _NAAM + _MAAND * (dag_.month - 1 + (dag_.day - 1) / lengte)


def _vakanties(jaarkalender: Jaarkalender, onder: float) -> Iterator[str]:
    """A grey column for each stretch of days off, weekends between them included."""
    vrij = jaarkalender.kalender.vrij
    dagen = [(n, d) for n, d in enumerate(sorted(vrij.dagen))]
    for _, groep in groupby(dagen, key=lambda deel: deel[1].toordinal() - deel[0]):
        stuk = [d for _, d in groep]
        begin, breed = _x(stuk[0]), _MAAND * 12 / 365 * len(stuk)
        namen = "; ".join(vrij.namen(stuk[0], stuk[-1]))
        yield (
            f'<rect class="vrij" x="{begin:.1f}" y="{_KOP - 4}" width="{breed:.1f}"'
            f' height="{onder - _KOP + 4:g}"><title>{xml_tekst(namen)}</title></rect>'
        )


def _maanden(jaar: int, onder: float) -> Iterator[str]:
    for maand in range(1, 13):
        x = _x(date(jaar, maand, 1))
        yield f'<line class="lijn" x1="{x:g}" y1="{_KOP - 26}" x2="{x:g}" y2="{onder:g}"/>'
        yield svg_tekst(x + _MAAND / 2, _KOP - 12, MAANDEN[maand - 1], "midden")


def _banden(jaarkalender: Jaarkalender, gremia: list[str]) -> Iterator[str]:
    for nummer, code in enumerate(gremia):
        boven = _KOP + nummer * _BAND
        naam = jaarkalender.profiel.gremium[code].naam
        for rij, regel in enumerate(breek_af(naam, _LETTER, _NAAM - 12, 2)):
            yield svg_tekst(_RAND, boven + 22 + rij * 15, regel)
        yield _streep(boven + _BAND)
        for vergadering in jaarkalender.kalender.van(code):
            yield from _stip(jaarkalender, vergadering, boven)


def _stip(jaarkalender: Jaarkalender, vergadering: Vergadering, boven: float) -> Iterator[str]:
    """A dot with the day above it: full with the number of topics, empty without; fixed: square."""
    x, y = _x(vergadering.datum), boven + 32
    aantal = len(jaarkalender.onderwerpen_van(vergadering))
    klasse = "vol" if aantal else "leeg"
    woord = jaarkalender.profiel.woorden.onderwerp
    uitleg = f"{dag(vergadering.datum)}: {telling(aantal, woord.een, woord.meer)}"
    yield f"<g><title>{xml_tekst(uitleg)}</title>"
    if vergadering.vast:
        maat = 2 * _STIP
        hoek = f'x="{x - _STIP:.1f}" y="{y - _STIP:g}"'
        yield f'<rect class="{klasse}" {hoek} width="{maat}" height="{maat}"/>'
    else:
        yield f'<circle class="{klasse}" cx="{x:.1f}" cy="{y:g}" r="{_STIP}"/>'
    yield svg_tekst(round(x, 1), boven + 17, str(vergadering.datum.day), "klein")
    if aantal:
        yield svg_tekst(round(x, 1), y + 3.5, str(aantal), "wit")
    yield "</g>"


def _momenten(jaarkalender: Jaarkalender, boven: float) -> Iterator[str]:
    """A bar for each moment; an open end runs on to the edge of the year."""
    for nummer, deel in enumerate(jaarkalender.momenten):
        y = boven + nummer * _MOMENT
        yield f"<g><title>{xml_tekst(f'{deel.moment.naam}: {deel.moment.woorden}')}</title>"
        for rij, regel in enumerate(breek_af(deel.moment.naam, _LETTER, _NAAM - 12, 2)):
            yield svg_tekst(_RAND, y + 16 + rij * 15, regel)
        yield from _balk(jaarkalender.kalender.jaar, deel, y)
        yield "</g>"
        yield _streep(y + _MOMENT)


def _balk(jaar: int, deel: OpDag, y: float) -> Iterator[str]:
    eerste, laatste = date(jaar, 1, 1), date(jaar, 12, 31)
    van, tot = deel.moment.van or eerste, deel.moment.tot or laatste
    if deel.stand == "onbekend" or van > laatste or tot < eerste:
        return
    links, rechts = _x(max(van, eerste)), _x(min(tot, laatste)) + _MAAND / 31
    klasse = "voorbij" if deel.stand == "voorbij" else "moment"
    breed = max(rechts - links, 4)
    yield (
        f'<rect class="{klasse}" x="{links:.1f}" y="{y + 11:g}" width="{breed:.1f}" height="16"/>'
    )


def _peildatum(jaarkalender: Jaarkalender, onder: float) -> Iterator[str]:
    """A line at the peildatum, when it lies in the year and after its first day."""
    peildatum = jaarkalender.peildatum
    if peildatum.year == jaarkalender.kalender.jaar and peildatum != date(peildatum.year, 1, 1):
        x = _x(peildatum)
        yield f'<line class="peil" x1="{x:.1f}" y1="{_KOP - 4}" x2="{x:.1f}" y2="{onder:g}"/>'
        yield svg_tekst(round(x, 1), _KOP - 38, "peildatum", "klein")


def _streep(y: float) -> str:
    eind = _RAND + _NAAM + _MAAND * 12
    return f'<line class="lijn" x1="{_RAND}" y1="{y:g}" x2="{eind}" y2="{y:g}"/>'


def _legenda(jaarkalender: Jaarkalender) -> Iterator[str]:
    """What the marks mean."""
    meer = jaarkalender.profiel.woorden.onderwerp.meer
    if jaarkalender.kalender.vergaderingen:
        yield (
            f"Zwart: het aantal {meer} in die vergadering. Wit: nog geen {meer}."
            " Vierkant: een vaste datum. Erboven staat de dag."
        )
    if jaarkalender.momenten:
        yield "Balk: een moment uit de bron. Grijze balk: voorbij op de peildatum."
    onbekend = jaarkalender.kalender.vrij.onbekend
    misschien = ", of een dag waarop die kan vallen" if onbekend else ""
    yield f"Grijze kolom: een feestdag of een schoolvakantie{misschien}."


def _beschrijving(jaarkalender: Jaarkalender) -> str:
    """The picture in a few sentences."""
    kalender = jaarkalender.kalender
    wie = len({v.gremium for v in kalender.vergaderingen})
    return (
        f"Het jaar {kalender.jaar} van links naar rechts, met"
        f" {telling(len(kalender.vergaderingen), 'vergadering', 'vergaderingen')}"
        f" van {telling(wie, 'overleg', 'overleggen')} en"
        f" {telling(len(jaarkalender.momenten), 'moment', 'momenten')}."
        " Dezelfde datums staan in de tabel en de JSON."
    )
