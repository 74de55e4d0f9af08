"""How firmly the top of the list stands, in two sentences."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from agenda.weergave.getallen import procent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.robuust.robuustheid import Robuustheid

VAST = Fraction(85, 100)
"""From this share of the weightings on, a place in the top is called firm."""


def antwoord_van(robuustheid: Robuustheid) -> str:
    """What other weights and other answers do to the top; empty without topics."""
    if not robuustheid.plaatskansen:
        return ""
    return " ".join((_gewichten(robuustheid), *_onbekend(robuustheid)))


def _gewichten(robuustheid: Robuustheid) -> str:
    top, kansen = robuustheid.top, robuustheid.plaatskansen
    if len(kansen) <= top:
        return f"Alle {len(kansen)} onderwerpen op de lijst passen in de top {top}."
    nu = [k for k in kansen if k.onderwerp.plaats is not None and k.onderwerp.plaats <= top]
    delen = [k.verdeling.in_top(top) for k in nu]
    laagste = procent(min(delen))
    if min(delen) == 1:
        return f"Wie nu in de top {top} staat, staat daar bij alle andere gewichten ook."
    if min(delen) >= VAST:
        return (
            f"Andere gewichten veranderen de top {top} weinig: wie er nu in staat, staat er bij"
            f" minstens {laagste} van de wegingen in."
        )
    vast = sum(deel >= VAST for deel in delen)
    return (
        f"Andere gewichten kunnen de top {top} veranderen: van de {len(nu)} onderwerpen die er nu"
        f" in staan, {'blijft' if vast == 1 else 'blijven'} er {vast or 'geen'} bij minstens"
        f" {procent(VAST)} van de wegingen; het minst vaste blijft er bij {laagste}."
    )


def _onbekend(robuustheid: Robuustheid) -> Iterator[str]:
    """What the unknown answers can still do, where there are any that count."""
    if open_ := len(robuustheid.openstaand):
        over = len({tag.onderwerp for tag in robuustheid.openstaand})
        waar = "1 onderwerp" if over == 1 else f"{over} onderwerpen"
        wat = "is 1 antwoord" if open_ == 1 else f"zijn samen {open_} antwoorden"
        kan = "Dat kan" if open_ == 1 else "Die kunnen"
        yield f"Bij {waar} {wat} onbekend. {kan} de top {robuustheid.top} nog veranderen."
    elif any(k.hangt_af for k in robuustheid.plaatskansen):
        yield f"Wat nog onbekend is, verandert de top {robuustheid.top} niet."
