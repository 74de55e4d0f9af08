"""The strip of a row: from the best to the worst place over all weightings, and the place now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.stuk.plek import heeft_grens
from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.weergave.getallen import komma
from agenda.weergave.robuust.plek import kan_zijn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.rangorde.besluit import Vastgesteld
    from agenda.uitleg.jaaragenda import Jaaragenda

BREED, HOOG = 252, 40
KANT = 8
"""From the edge to the first place, and from the last place to the edge."""
PUNT, SMAL = 5, 7
"""The points of the block of the place now, and how narrow it may become."""
_UIT_ELKAAR = 20
"""So far numbers on the scale lie from each other."""
_STAPPEN = (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)
_GETALLEN = 6


class Schaal(NamedTuple):
    """Where places lie in a strip.

    Attributes:
        plaatsen: how many places there are.
        top: the last place of the top.
    """

    plaatsen: int
    top: int

    @property
    def eenheid(self) -> float:
        """How far two places lie from each other."""
        return (BREED - 2 * KANT) / max(self.plaatsen - 1, 1)

    def x(self, plaats: float) -> float:
        """Where a place lies."""
        if self.plaatsen == 1:
            return BREED / 2
        return round(KANT + (plaats - 1) * self.eenheid, 1)

    def blok(self, plaats: int, aantal: int) -> str:
        """The block of a place that so many share, as a path."""
        midden = self.x(plaats + (aantal - 1) / 2)
        half = max(aantal * self.eenheid, SMAL) / 2
        punt = min(PUNT, half)
        links, rechts, y = round(midden - half, 1), round(midden + half, 1), HOOG / 2
        return (
            f"M{links:g} {y:g}L{round(links + punt, 1):g} {y - 9:g}H{round(rechts - punt, 1):g}"
            f"L{rechts:g} {y:g}L{round(rechts - punt, 1):g} {y + 9:g}H{round(links + punt, 1):g}Z"
        )

    def getallen(self) -> Iterator[tuple[int, float]]:
        """The numbers above the strips, each with where it stands; that of the top goes first."""
        if self.plaatsen < 1:
            return
        stap = next((s for s in _STAPPEN if self.plaatsen / s <= _GETALLEN), self.plaatsen)
        gewenst = [self.top] if self.top < self.plaatsen else []
        gewenst += [1, self.plaatsen, *range(stap, self.plaatsen, stap)]
        gezet: list[int] = []
        for plaats in gewenst:
            if all(abs(self.x(plaats) - self.x(ander)) >= _UIT_ELKAAR for ander in gezet):
                gezet.append(plaats)
        yield from ((plaats, self.x(plaats)) for plaats in sorted(gezet))


def schaal_van(agenda: Jaaragenda) -> Schaal:
    """The scale of all strips of one list."""
    return Schaal(len(agenda.volgorde), agenda.top)


def schaalkop(agenda: Jaaragenda) -> str:
    """The numbers above the strips; a reader hears them in each row."""
    schaal = schaal_van(agenda)
    getallen = "".join(
        f'<text x="{x:g}" y="11"{_bij_top(agenda, plaats)}>{plaats}</text>'
        for plaats, x in schaal.getallen()
    )
    return f'<svg class="schaal" viewBox="0 0 {BREED} 14" aria-hidden="true">{getallen}</svg>'


def _bij_top(agenda: Jaaragenda, plaats: int) -> str:
    return ' class="top"' if heeft_grens(agenda) and plaats == agenda.top else ""


def strook(agenda: Jaaragenda, v: Vastgesteld, aantal: int) -> str:
    """The strip of a topic, with the same in words.

    Args:
        aantal: how many topics share its place now.
    """
    kansen, schaal = agenda.plaatskansen(v.code), schaal_van(agenda)
    verdeling = kansen.verdeling
    links, rechts = schaal.x(verdeling.beste), schaal.x(verdeling.slechtste)
    bol = schaal.x(float(verdeling.verwacht))
    woorden = kan_zijn(verdeling, agenda.robuustheid.aantal_gelijk(kansen))
    y = HOOG // 2
    return (
        f'<span class="voorlezen">{tekst(woorden)}; gemiddeld {komma(verdeling.verwacht)}</span>'
        f'<svg viewBox="0 0 {BREED} {HOOG}" aria-hidden="true">'
        f'<path class="blok" d="{schaal.blok(v.plaats or 1, aantal)}"/>'
        f'<path class="lijn" d="M{links:g} {y}H{rechts:g}M{links:g} {y - 6}V{y + 6}'
        f'M{rechts:g} {y - 6}V{y + 6}"/><circle class="bol" cx="{bol:g}" cy="{y}" r="6"/></svg>'
    )


def grens_stijl(agenda: Jaaragenda) -> str:
    """Where the border of the top runs through the strips, as CSS; empty when it does not."""
    if not heeft_grens(agenda):
        return ""
    x = schaal_van(agenda).x(agenda.top + 0.5)
    return f'  --top: {round(100 * x / BREED, 3):g}%;\n  --toptekst: "top {agenda.top}: ";\n'
