"""Numbers as people and programs read them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from agenda.weergave.vormen import Getaltekst

if TYPE_CHECKING:
    from datetime import date

    from agenda.rangorde.score import Getal

_CIJFERS = 6


def breuk(waarde: Fraction) -> str:
    """A fraction in lowest terms: «7/8», and «1» for a whole number."""
    return str(waarde)


def decimaal(waarde: Fraction) -> float:
    """A fraction as a decimal number, in six decimals."""
    return round(float(waarde), _CIJFERS)


def komma(waarde: Fraction | float, decimalen: int = 1) -> str:
    """A number the Dutch way: «4,3»; a half is rounded up."""
    keer = 10**decimalen
    heel = int(Fraction(waarde) * keer + Fraction(1, 2))
    stap = Decimal(heel) / keer
    return str(stap.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)).replace(".", ",")


def score_getal(score: Getal) -> str:
    """A score as people compare it: «3», or in two decimals «2,92»; so too a difference."""
    if isinstance(score, int):
        return str(score)
    return f"{'-' if score < 0 else ''}{komma(abs(score), 2)}"


def score_cel(score: Getal) -> int | Decimal:
    """A score as a cell that one can count with, in two decimals when it is not whole."""
    return score if isinstance(score, int) else Decimal(score_getal(score).replace(",", "."))


def score_csv(score: Getal) -> int | Getaltekst:
    """The same for a flat table: «2,92», which Excel takes for a number."""
    return score if isinstance(score, int) else Getaltekst(score_getal(score))


def afgerond(score: Getal) -> str:
    """An exact score, and how much that is about: «38/13, afgerond 2,92»; a whole one bare."""
    return str(score) if isinstance(score, int) else f"{score}, afgerond {score_getal(score)}"


def procent(kans: Fraction) -> str:
    """A chance as a whole percentage; what is hardly possible or nearly certain stays visible."""
    return f"{procentgetal(kans)}%"


def procentgetal(kans: Fraction) -> str:
    """A chance in whole hundredths: «0», «<1», «37», «>99» or «100»."""
    heel = int(kans * 100 + Fraction(1, 2))
    if heel == 0 and kans:
        return "<1"
    return ">99" if heel == 100 and kans < 1 else str(heel)  # noqa: PLR2004 - per cent


MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


def dag(datum: date) -> str:
    """A day the Dutch way: «1 januari 2027»."""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


_WEEKDAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


def weekdag_en_dag(datum: date) -> str:
    """A day with its day of the week: «do 14 januari 2027»."""
    return f"{_WEEKDAGEN[datum.weekday()]} {dag(datum)}"


def korte_dag(datum: date) -> str:
    """A day where the year stands above it: «14 januari»."""
    return f"{datum.day} {MAANDEN[datum.month - 1]}"


def fte_tekst(fte: Decimal | int) -> str:
    """An amount of work, without rounding: «0,4 fte»."""
    return f"{Decimal(fte).normalize():f} fte".replace(".", ",")


def getal(waarde: int) -> str:
    """A whole number with points between the thousands: «100.000»."""
    return f"{waarde:,}".replace(",", ".")
