"""What criteria add up to: whole, or an exact fraction where municipalities differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from agenda.onderwerp.oordeel import Telling
    from regels.model import Oordeel

    Getal = int | Fraction
    """A score: whole, or an exact fraction."""


def weeg(criteria: Iterable[Oordeel], gewichten: Mapping[str, int]) -> tuple[int, int]:
    """Score and highest possible score: the weights of the criteria that are (or may be) ja."""
    score = score_max = 0
    for regel, uitkomst, _ in criteria:
        if uitkomst != "nee":
            gewicht = gewichten[regel.code]
            score += gewicht if uitkomst == "ja" else 0
            score_max += gewicht
    return score, score_max


def weeg_stemmen(
    criteria: Iterable[Oordeel], tellingen: Iterable[Telling], gewichten: Mapping[str, int]
) -> tuple[Getal, Getal]:
    """Score and highest possible score where a criterion counts for who say ja, or may say so."""
    score: Getal = 0
    score_max: Getal = 0
    for oordeel, telling in zip(criteria, tellingen, strict=True):
        gewicht = gewichten[oordeel.regel.code]
        score += punten_van(telling.ja, telling, gewicht)
        score_max += punten_van(telling.aantal - telling.nee, telling, gewicht)
    return heel(score), heel(score_max)


def punten_van(aantal: int, telling: Telling, gewicht: int) -> Getal:
    """What a criterion counts for when so many of the municipalities that speak say ja."""
    from fractions import Fraction  # most dossiers hold no voices

    return heel(Fraction(gewicht * aantal, telling.aantal))


def heel(getal: Getal) -> Getal:
    """The same number, as a whole one when it is whole."""
    return getal.numerator if getal.denominator == 1 else getal


def als_data(getal: Getal) -> int | str:
    """A score for programs: a number when it is whole, and else the exact fraction «38/13»."""
    return getal if isinstance(getal, int) else str(getal)
