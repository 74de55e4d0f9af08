"""How sure a place is: how often a topic gets which place, in a sentence and as a picture."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from agenda.stuk.plek import heeft_grens
from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.stuk.vormen.pagina.strook import BREED, schaal_van
from agenda.weergave.getallen import procent
from agenda.weergave.robuust.plek import bereik, deel_van_wegingen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.robuust.robuustheid import Plaatskansen
    from agenda.uitleg.jaaragenda import Jaaragenda

_BREED, _HOOG, _ONDER = 460, 62, 16
_BALK = 15
"""The widest that a bar becomes."""
_LETTERBREED = 21
"""Bars that lie closer than this carry no number."""


def plaatsenbeeld(agenda: Jaaragenda, code: str) -> str:
    """The sentence, and a bar per place below it."""
    kansen = agenda.plaatskansen(code)
    zinnen = " ".join(_zinnen(agenda, kansen))
    beeld = _beeld(agenda, kansen) if len(agenda.volgorde) > 1 else ""
    return f"<p>{tekst(zinnen)}</p>\n{beeld}"


def _zinnen(agenda: Jaaragenda, kansen: Plaatskansen) -> Iterator[str]:
    verdeling, robuust = kansen.verdeling, agenda.robuustheid
    hoe = "Binnen de grenzen van de gewichten" if robuust.grenzen else "Hoe u ook weegt,"
    if verdeling.altijd_zelfde:
        yield f"{hoe} staat het op plaats {verdeling.beste}."
    else:
        yield f"{hoe} staat het tussen plaats {verdeling.beste} en {verdeling.slechtste}."
    if heeft_grens(agenda):
        hoe_vaak = deel_van_wegingen(
            verdeling.in_top(agenda.top), getrokken=robuust.trekking is not None
        )
        yield f"Bij {hoe_vaak} staat het in de top {agenda.top}."
    boven, onder = len(robuust.altijd_boven(kansen)), len(robuust.altijd_onder(kansen))
    vaste = [f"onder {boven} andere"] if boven else []
    vaste += [f"boven {onder} andere"] if onder else []
    if vaste:
        yield f"Het staat altijd {' en '.join(vaste)}."


def _beeld(agenda: Jaaragenda, kansen: Plaatskansen) -> str:
    """A bar per competition place, as high as it comes up often."""
    rangen = kansen.verdeling.rangen
    som, hoogste = sum(rangen.values()), max(rangen.values())
    schaal = schaal_van(agenda)
    keer = _BREED / BREED
    breed = min(_BALK, max(schaal.eenheid * keer * 0.8, 1.5))
    met_getal = schaal.eenheid * keer >= _LETTERBREED * 0.8
    staven, delen = [], []
    for plaats, massa in rangen.items():
        x, hoog = schaal.x(plaats) * keer, max(round((_HOOG - 14) * massa / hoogste, 1), 1)
        staven.append(f"M{x:.0f} {_HOOG}v-{hoog:g}")
        if met_getal:
            deel = tekst(procent(Fraction(massa, som)))
            delen.append(f'<text x="{x:.0f}" y="{_HOOG - hoog - 3:g}">{deel}</text>')
    for plaats, x in schaal.getallen():
        delen.append(f'<text x="{x * keer:.0f}" y="{_HOOG + 13}">{plaats}</text>')
    grens = ""
    if heeft_grens(agenda):
        x = schaal.x(agenda.top + 0.5) * keer
        grens = (
            f'<rect class="in-top" width="{x:.1f}" height="{_HOOG}"/>'
            f'<path class="toplijn" d="M{x:.1f} 0V{_HOOG}"/>'
        )
    titel = f"Plaats {bereik(kansen.verdeling.beste, max(rangen))}"
    return (
        f'<svg class="staven" viewBox="0 0 {_BREED} {_HOOG + _ONDER}" role="img"'
        f' aria-label="{titel}: hoe vaak het op elke plaats staat">{grens}'
        f'<path class="staaf" stroke-width="{breed:.1f}" d="{"".join(staven)}"/>{"".join(delen)}'
        f'<path class="as" d="M0 {_HOOG}H{_BREED}"/></svg>\n'
    )
