"""The ranked list: a row per topic, with its criteria in columns and its certainty beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.lijsten import ranglijst_tabel
from agenda.stuk.oplegger.zinnen import per_plaats
from agenda.stuk.plek import heeft_grens
from agenda.stuk.vormen.pagina.groepen import (
    grens_zinnen,
    kan_pas_na,
    over_de_grens,
    samen_tekst,
)
from agenda.stuk.vormen.pagina.honderd import Honderd
from agenda.stuk.vormen.pagina.koppen import koppen
from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.stuk.vormen.pagina.strook import strook
from agenda.stuk.vormen.pagina.tabellen import noten, onderwerp_link, rij_anker, toestand_merk
from agenda.stuk.vormen.pagina.vakken import PATROON, samen, vakken
from agenda.weergave.getallen import procent
from agenda.weergave.woorden import plaats_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.rangorde.besluit import Vastgesteld
    from agenda.uitleg.jaaragenda import Jaaragenda

_WEGEN = (
    '<button type="button" id="knop-wegen" class="smal met-script" aria-expanded="false" hidden>'
    "De gewichten: wijzig</button>\n"
)
"""What opens the weights where there is no room for them."""


def ranglijst(agenda: Jaaragenda) -> str:
    """The list, with the weights in its headings; the script moves and hides its rows."""
    tabel = ranglijst_tabel(agenda).tabel
    if not agenda.volgorde:
        return f"{PATROON}<p>{tekst(tabel.titel)}: geen.</p>\n{noten(tabel)}"
    kolommen = len(agenda.ranglijst.criteria) + (5 if heeft_grens(agenda) else 4)
    zonder = "" if heeft_grens(agenda) else " zonder-top"
    lijf = "\n".join(_rijen(agenda, kolommen))
    return (
        f'{PATROON}<div class="vak-lijst">\n{_WEGEN}'
        f'<table class="lijst ranglijst{zonder}" role="table"'
        f' aria-labelledby="lijst-ranglijst">\n<caption id="lijst-ranglijst">'
        f"{tekst(tabel.titel)}</caption>\n{koppen(agenda)}"
        f'<tbody role="rowgroup">\n{lijf}\n</tbody>\n</table>\n</div>\n'
    )


def _rijen(agenda: Jaaragenda, kolommen: int) -> Iterator[str]:
    honderd = Honderd(agenda.ranglijst)
    gezien = False
    for plaats, groep in per_plaats(agenda.volgorde):
        if over_de_grens(agenda, plaats, len(groep)):
            gezien = True
            yield _grensrij(agenda, plaats, len(groep), kolommen)
        for nummer, v in enumerate(groep):
            yield _rij(agenda, v, honderd, nummer, len(groep))
    if heeft_grens(agenda) and not gezien:
        yield _grensrij(agenda, agenda.top, 0, kolommen)


def _grensrij(agenda: Jaaragenda, plaats: int, aantal: int, kolommen: int) -> str:
    """The border of the top, where it runs through topics that share a place.

    Where it does not, the row waits at the end of the list for other weights.
    """
    waar, waarom = map(tekst, grens_zinnen(agenda, plaats, aantal))
    weg = "" if aantal else " hidden"
    return (
        f'<tr role="row" class="grens"{weg}><td role="cell" colspan="{kolommen}"'
        f' aria-colspan="{kolommen}"><strong>{waar}</strong> <span>{waarom}</span></td></tr>'
    )


def _rij(agenda: Jaaragenda, v: Vastgesteld, honderd: Honderd, nummer: int, aantal: int) -> str:
    """The row of a topic.

    Args:
        nummer: which it is of those that share its place, from 0.
        aantal: how many these are.
    """
    uitleg = agenda.uitleg(v.code)
    kans = agenda.plaatskansen(v.code).verdeling.in_top(agenda.top)
    laatste = f'<td role="cell" class="kans">{procent(kans)}</td>' if heeft_grens(agenda) else ""
    return (
        f'<tr role="row" id="{rij_anker(v.code)}" class="{groepsklasse(nummer, aantal)}">'
        f'<td role="cell" class="plaats"><span class="nu">{v.plaats}</span>'
        f'<span class="gedeeld">{samen_tekst(aantal)}</span><span class="stap"></span></td>'
        f'<th role="rowheader" scope="row" class="naam">{onderwerp_link(v.code, v.titel)}'
        f"{_merken(agenda, v)}</th>{''.join(vakken(uitleg))}{samen(uitleg, honderd)}"
        f'<td role="cell" class="strook">{strook(agenda, v, aantal)}</td>{laatste}</tr>'
    )


def groepsklasse(nummer: int, aantal: int) -> str:
    """How a row stands in a shared place: first, last, or alone."""
    eerste, laatste = nummer == 0, nummer == aantal - 1
    delen = [("eerste", eerste), ("laatste", laatste), ("gelijk", aantal > 1)]
    return " ".join(naam for naam, is_zo in delen if is_zo)


def _merken(agenda: Jaaragenda, v: Vastgesteld) -> str:
    """What is to be known beside a title: what it waits for, and that its place was changed."""
    uit = toestand_merk(agenda, v.code)
    if na := kan_pas_na(agenda, v.berekend):
        uit += f'<span class="na">{tekst(na)}</span>'
    if v.afwijking:
        uit += f'<span class="afwijking">{tekst(_afwijking(v))}</span>'
    return uit


def _afwijking(v: Vastgesteld) -> str:
    """That a place was changed: «afwijking: vastgesteld op 3, berekend 5»."""
    return f"afwijking: vastgesteld op {plaats_tekst(v)}, berekend {plaats_tekst(v.berekend)}"
