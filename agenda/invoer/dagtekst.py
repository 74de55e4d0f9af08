"""A day as people type it: «1-2-2027», «1 februari 2027», «2027-02-01»."""

from __future__ import annotations

import re
from datetime import date

_MAANDEN = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_OOK = {"mrt": 3}
_JAAR_VOOROP = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_DAG_VOOROP = re.compile(
    r"([0-9]{1,2})\s*[-/.\s]\s*([0-9]{1,2}|[a-z]{3,9})\.?\s*[-/.\s]\s*([0-9]{4})"
)


def dag_in(tekst: str) -> date | None:
    """The day that a text names, the day before the month as in Dutch; None when it names none."""
    tekst = tekst.strip().lower()
    if voorop := _JAAR_VOOROP.fullmatch(tekst):
        jaar, maand, dag = voorop.groups()
    elif achterop := _DAG_VOOROP.fullmatch(tekst):
        dag, maand, jaar = achterop.groups()
    else:
        return None
    try:
        return date(int(jaar), int(maand) if maand.isdigit() else _maand(maand), int(dag))
    except ValueError:
        return None


def _maand(woord: str) -> int:
    kort = woord[:3]
    return _OOK[kort] if kort in _OOK else _MAANDEN.index(kort) + 1
