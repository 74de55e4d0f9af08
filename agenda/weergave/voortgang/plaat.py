"""A picture of the year: a band per adopted topic with its states; legible in black and white."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from agenda.voortgang.standfeit import TOESTANDEN
from agenda.weergave.getallen import MAANDEN, dag
from agenda.weergave.tekening.letters import breedte_van, breek_af
from agenda.weergave.tekening.svg import svg_document, svg_tekst, xml_tekst
from agenda.weergave.voortgang.woorden import antwoord, titel_van, toestand_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.voortgang.stand import Onderwerpstand, Periode, Stand
    from agenda.voortgang.standfeit import Toestand

_RAND, _NAAM, _KOP, _BAND, _BALK = 16, 330, 92, 36, 20
_LETTER, _KLEIN, _STROOK = 13, 11, 20
_BREED = 936
"""How wide the time is, in pixels."""
_MAX_MAANDEN = 36
_STIJL = """\
text { font-size: 13px }
.titel { font-size: 17px; font-weight: bold }
.midden { text-anchor: middle }
.klein { font-size: 11px; text-anchor: middle; paint-order: stroke; stroke: #fff;
  stroke-width: 3px }
.in { font-size: 11px; text-anchor: middle; paint-order: stroke; stroke: #fff; stroke-width: 3px }
.loopt-in { stroke: #9db4d0 }
.klaar-in { fill: #fff; stroke: #154273 }
.lijn { stroke: #bbb; stroke-width: 1 }
.niet-begonnen { fill: #fff; stroke: #111 }
.loopt { fill: #9db4d0; stroke: #111 }
.klaar { fill: #154273; stroke: #111 }
.gestopt { fill: #fff; stroke: #111; stroke-dasharray: 2 3 }
.doorgeschoven { fill: url(#schuin); stroke: #111 }
.straks { opacity: .35 }
.dag { stroke: #111; stroke-width: 1.5; stroke-dasharray: 5 4 }
.doel { fill: #111 }
.laat { fill: #fff; stroke: #111; stroke-width: 2 }"""
_SCHUIN = (
    '<defs><pattern id="schuin" width="6" height="6" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>'
    '<line x1="0" y1="0" x2="0" y2="6" stroke="#555" stroke-width="2"/></pattern></defs>'
)


def teken_stand(stand: Stand) -> str:
    """The picture of the progress of an adopted agenda."""
    tijd = _Tijd(stand)
    onder = _KOP + _BAND * len(stand.onderwerpen)
    titel = titel_van(stand)
    delen = [
        _SCHUIN,
        svg_tekst(_RAND, 30, titel, "titel"),
        *_maanden(tijd, onder),
        *(deel for n, o in enumerate(stand.onderwerpen) for deel in _band(stand, tijd, o, n)),
        *_op(stand, tijd, onder),
        *_legenda(onder + 18),
    ]
    hoog = onder + 18 + _STROOK * 3
    breed = _RAND * 2 + _NAAM + _BREED
    uitleg = f"{antwoord(stand)} Dezelfde feiten staan in de tabel en de JSON."
    return svg_document(titel, uitleg, (breed, hoog), _STIJL, delen)


class _Tijd:
    """Where a day lies: the agenda year, and what of the progress lies before or after it."""

    def __init__(self, stand: Stand) -> None:
        jaar = stand.agenda.ranglijst.dossier.instellingen.jaar
        dagen = [stand.op, stand.besluit.datum, date(jaar, 1, 1), date(jaar, 12, 31)]
        dagen += [feit.op for feit in stand.feiten]
        dagen += [o.klaar_op for o in stand.onderwerpen if o.klaar_op]
        eerste = min(dagen)
        self.begin = date(eerste.year, eerste.month, 1)
        aantal = (max(dagen).year - eerste.year) * 12 + max(dagen).month - eerste.month + 1
        self.maanden = min(aantal, _MAX_MAANDEN)
        self.eind = self.maand(self.maanden)

    def maand(self, nummer: int) -> date:
        """The first day of a month, counted from the first."""
        jaren, maand = divmod(self.begin.month - 1 + nummer, 12)
        return date(self.begin.year + jaren, maand + 1, 1)

    def x(self, dag_: date) -> float:
        """Where a day begins; what lies beyond the end lies on it."""
        deel = (min(dag_, self.eind) - self.begin).days / (self.eind - self.begin).days
        return _RAND + _NAAM + _BREED * max(deel, 0)


def _maanden(tijd: _Tijd, onder: float) -> Iterator[str]:
    kort = tijd.maanden > 12  # noqa: PLR2004 - months of one year have room for their names
    for nummer in range(tijd.maanden):
        eerste = tijd.maand(nummer)
        x, breed = tijd.x(eerste), tijd.x(tijd.maand(nummer + 1)) - tijd.x(eerste)
        naam = MAANDEN[eerste.month - 1]
        yield f'<line class="lijn" x1="{x:.1f}" y1="{_KOP - 24}" x2="{x:.1f}" y2="{onder:g}"/>'
        yield svg_tekst(round(x + breed / 2, 1), _KOP - 10, naam[:1] if kort else naam, "midden")
        if kort and (nummer == 0 or eerste.month == 1):
            yield svg_tekst(round(x, 1), _KOP - 28, str(eerste.year))


def _band(stand: Stand, tijd: _Tijd, onderwerp: Onderwerpstand, nummer: int) -> Iterator[str]:
    boven = _KOP + nummer * _BAND
    for rij, regel in enumerate(breek_af(onderwerp.titel, _LETTER, _NAAM - 12, 2)):
        yield svg_tekst(_RAND, boven + 15 + rij * 15, regel)
    for periode in stand.perioden(onderwerp.code):
        yield from _balk(stand, tijd, periode, boven)
    if onderwerp.klaar_op:
        x, y = tijd.x(onderwerp.klaar_op), boven + (_BAND - 4) / 2
        klasse = "laat" if onderwerp.te_laat else "doel"
        woord = "had klaar moeten zijn" if onderwerp.te_laat else "moet klaar zijn"
        yield (
            f'<path class="{klasse}" d="M{x:.1f} {y - 8:g} l7 8 l-7 8 l-7 -8 z">'
            f"<title>{xml_tekst(f'{woord} op {dag(onderwerp.klaar_op)}')}</title></path>"
        )
    y = boven + _BAND
    yield (f'<line class="lijn" x1="{_RAND}" y1="{y}" x2="{_RAND + _NAAM + _BREED}" y2="{y}"/>')


def _balk(stand: Stand, tijd: _Tijd, periode: Periode, boven: float) -> Iterator[str]:
    """A bar for a state; what is written of days after the one that is asked is pale."""
    eind = periode.tot or tijd.eind
    grens = min(max(stand.op, periode.van), eind)
    y = boven + (_BAND - _BALK) / 2 - 2
    for van, tot, straks in ((periode.van, grens, ""), (grens, eind, " straks")):
        links, rechts = tijd.x(van), tijd.x(tot)
        if rechts <= links:
            continue
        naam = toestand_tekst(periode.toestand)
        yield (
            f'<rect class="{periode.toestand}{straks}" x="{links:.1f}" y="{y:g}"'
            f' width="{rechts - links:.1f}" height="{_BALK}">'
            f"<title>{xml_tekst(f'{naam} vanaf {dag(periode.van)}')}</title></rect>"
        )
        if not straks and breedte_van(naam, _KLEIN) < rechts - links - 8:
            midden = round((links + rechts) / 2, 1)
            yield svg_tekst(midden, y + 14, naam, f"in {periode.toestand}-in")


def _op(stand: Stand, tijd: _Tijd, onder: float) -> Iterator[str]:
    x = tijd.x(stand.op)
    yield f'<line class="dag" x1="{x:.1f}" y1="{_KOP - 40}" x2="{x:.1f}" y2="{onder:g}"/>'
    yield svg_tekst(round(x, 1), _KOP - 44, dag(stand.op), "klein")


def _legenda(boven: float) -> Iterator[str]:
    """What the bars and marks mean."""
    x = float(_RAND)
    for toestand in TOESTANDEN:
        yield _vakje(toestand, x, boven)
        yield svg_tekst(x + 26, boven + 12, toestand_tekst(toestand))
        x += 40 + breedte_van(toestand_tekst(toestand), _LETTER)
    y = boven + _STROOK + 6
    yield f'<path class="doel" d="M{_RAND + 9} {y - 2} l7 8 l-7 8 l-7 -8 z"/>'
    yield svg_tekst(_RAND + 26, y + 10, "Moet dan klaar zijn")
    x = _RAND + 50 + breedte_van("Moet dan klaar zijn", _LETTER)
    yield f'<path class="laat" d="M{x + 9:.1f} {y - 2} l7 8 l-7 8 l-7 -8 z"/>'
    yield svg_tekst(round(x + 26, 1), y + 10, "Had dan klaar moeten zijn: te laat")
    x += 50 + breedte_van("Had dan klaar moeten zijn: te laat", _LETTER)
    yield svg_tekst(round(x, 1), y + 10, "Rechts van de streeplijn is lichter: dat komt nog.")


def _vakje(toestand: Toestand, x: float, y: float) -> str:
    return f'<rect class="{toestand}" x="{x:.1f}" y="{y:g}" width="20" height="14"/>'
