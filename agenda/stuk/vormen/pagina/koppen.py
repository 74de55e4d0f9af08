"""The headings of the ranked list: names in a row, and in a row of their own what each weighs.

Without a script the weights are text; the script shows the fields and the buttons beside them.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from agenda.stuk.plek import heeft_grens
from agenda.stuk.vormen.pagina.honderd import ALLES, Honderd
from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.stuk.vormen.pagina.strook import schaalkop

if TYPE_CHECKING:
    from agenda.uitleg.jaaragenda import Jaaragenda

WAAIERBREED, WAAIERHOOG, TUSSEN = 1000, 16, 7
"""The fan is drawn on this ground, and stretched to where it stands."""


def koppen(agenda: Jaaragenda) -> str:
    """The head of the list: names, weights, and the fan to the bars below them."""
    return (
        f'<thead role="rowgroup">\n<tr role="row" class="namen">{_namen(agenda)}</tr>\n'
        f'<tr role="row" class="gewichten">{_gewichten(agenda)}</tr>\n'
        f'<tr role="presentation" class="balken" aria-hidden="true">{_balken(agenda)}</tr>\n'
        "</thead>\n"
    )


def _namen(agenda: Jaaragenda) -> str:
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    kans = _kop("kans", f"Kans op top {agenda.top}") if heeft_grens(agenda) else ""
    return (
        f"{_kop('plaats', 'Plaats')}{_kop('naam', woord.kop)}"
        f"{''.join(_kop('c', regel.titel) for regel in agenda.ranglijst.criteria)}"
        f"{_kop('samen', 'Samen', '<span>punten van 100</span>')}"
        f"{_kop('strook', 'Hoe zeker is deze plaats?', schaalkop(agenda))}{kans}"
    )


def _kop(klasse: str, naam: str, erbij: str = "") -> str:
    return (
        f'<th role="columnheader" scope="col" class="{klasse}">{tekst(naam)}'
        f"{f' {erbij}' if erbij else ''}</th>"
    )


def _gewichten(agenda: Jaaragenda) -> str:
    honderd = Honderd(agenda.ranglijst)
    velden = "".join(
        f'<td role="cell" class="c"><span class="gewicht">{honderd.aandeel(nummer)}</span>'
        f"{_veld(nummer, regel.titel, honderd)}</td>"
        for nummer, regel in enumerate(agenda.ranglijst.criteria)
    )
    over = 3 if heeft_grens(agenda) else 2
    return (
        '<td role="cell" colspan="2" aria-colspan="2" class="hoe">Hoe zwaar telt elk criterium?'
        ' Samen 100.<span class="met-script" hidden> Typ een getal of sleep een balk'
        f' breder.</span></td>{velden}<td role="cell" colspan="{over}" aria-colspan="{over}"'
        ' class="niets"></td>'
    )


def _veld(nummer: int, titel: str, honderd: Honderd) -> str:
    """A weight to set, by typing or by steps."""
    naam = tekst(titel)
    return (
        f'<span class="stel met-script" data-nummer="{nummer}" hidden>'
        f"{_stap('min', '−', f'{naam} minder zwaar')}"
        f'<input type="number" min="0" max="{ALLES}" step="1" autocomplete="off"'
        f' value="{honderd.aandeel(nummer)}" aria-label="{naam}, gewicht van de {ALLES}">'
        f"{_stap('plus', '+', f'{naam} zwaarder')}</span>"
    )


def _stap(klasse: str, teken: str, woorden: str) -> str:
    erbij = f'<span class="voorlezen"> {woorden}</span>'
    return f'<button type="button" class="{klasse}">{teken}{erbij}</button>'


def _balken(agenda: Jaaragenda) -> str:
    """The bars, each as wide as its criterion weighs, and what joins them to the headings."""
    honderd, aantal = Honderd(agenda.ranglijst), len(agenda.ranglijst.criteria)
    stukken = "".join(
        f'<span class="balk{" zwaarder" if zwaar else ""}" data-nummer="{nummer}"></span>'
        for nummer, zwaar in enumerate(honderd.zwaarder)
    )
    return (
        f'<td role="presentation" colspan="{aantal}"><svg class="waaier" preserveAspectRatio="none"'
        f' viewBox="0 0 {WAAIERBREED} {WAAIERHOOG}">{_waaier(agenda)}</svg>'
        f'<span class="balkrij">{stukken}</span></td>'
    )


def _waaier(agenda: Jaaragenda) -> str:
    ranglijst = agenda.ranglijst
    aantal = len(ranglijst.criteria)
    gewichten = [ranglijst.gewichten[regel.code] for regel in ranglijst.criteria]
    som = sum(gewichten)
    delen = [g / som for g in gewichten] if som else [1 / aantal] * aantal
    randen = [0.0, *accumulate(delen)]
    return "".join(
        f'<path d="{_vlak(nummer / aantal, 1 / aantal, randen[nummer], deel)}"/>'
        for nummer, deel in enumerate(delen)
    )


def _vlak(boven: float, breed: float, onder: float, deel: float) -> str:
    """From a heading, which is as wide as the others, to its bar; shares of the whole width."""
    links, rechts = WAAIERBREED * boven, WAAIERBREED * (boven + breed) - TUSSEN
    van, tot = WAAIERBREED * onder, max(WAAIERBREED * (onder + deel) - TUSSEN, 0)
    return f"M{links:.0f} 0H{rechts:.0f}L{tot:.0f} {WAAIERHOOG}H{van:.0f}Z"
