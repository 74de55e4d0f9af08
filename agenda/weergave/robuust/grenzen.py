"""Within which limits weightings count, and how these were drawn, in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from agenda.onderwerp.grens import ALLES
from agenda.weergave.getallen import getal, komma, procent
from regels.taal import opsomming

if TYPE_CHECKING:
    from agenda.onderwerp.grens import Grens
    from agenda.robuust.robuustheid import Robuustheid, Trekking


def welke_wegingen(robuustheid: Robuustheid) -> str:
    """Which weightings count."""
    if robuustheid.grenzen:
        return "Hier telt elke verdeling van de gewichten die binnen de grenzen past, even zwaar."
    return "Hier telt elke verdeling van de gewichten over de criteria even zwaar."


def grenzen_tekst(robuustheid: Robuustheid) -> str:
    """The limits of the weights, as far as these say something."""
    criteria = zip(robuustheid.ranglijst.criteria, robuustheid.grenzen, strict=True)
    return opsomming(
        (f"{r.titel} {_grens_tekst(grens)}" for r, grens in criteria if not grens.zegt_niets), "en"
    )


def buiten_de_grenzen(robuustheid: Robuustheid) -> str:
    """The criteria whose weight in the dossier itself lies outside its limits."""
    gewichten = robuustheid.ranglijst.gewichten
    samen = sum(gewichten.values())
    delen = [
        (regel, Fraction(gewichten[regel.code], samen), grens)
        for regel, grens in zip(robuustheid.ranglijst.criteria, robuustheid.grenzen, strict=True)
        if samen
    ]
    return opsomming(
        (
            f"{regel.titel} telt daar voor {procent(deel)}"
            for regel, deel, grens in delen
            if not grens.minstens <= deel * ALLES <= grens.hoogstens
        ),
        "en",
    )


def _grens_tekst(grens: Grens) -> str:
    if grens.hoogstens == ALLES:
        return f"minstens {grens.minstens}%"
    if grens.minstens == 0:
        return f"hoogstens {grens.hoogstens}%"
    return f"{grens.minstens}% tot en met {grens.hoogstens}%"


def hoe_geschat(trekking: Trekking) -> str:
    """By how many draws, and how far a share may be off."""
    return (
        f"geschat met {getal(trekking.aantal)} willekeurige wegingen (zaad {trekking.zaad}),"
        f" op {komma(trekking.marge * 100)} procentpunt na"
    )
