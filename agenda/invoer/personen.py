"""Whether a text seems to lead to a person: topics are about policy, people stay out of them."""

from __future__ import annotations

import re

_MAILADRES = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[a-zA-Z]{2,}")
_TELEFOON = re.compile(r"(?<![\d.,])(?:(?:\+|00)31[\s-]?(?:\(0\))?|0)[1-9](?:[\s-]?\d){8}(?!\d)")
_BSN = re.compile(r"(?<![\d.,-])(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3})(?![\d-]|[.,]\d)")


def lijkt_op_persoon(tekst: str) -> str:
    """What in a text leads to a person: its kind, or nothing."""
    if _MAILADRES.search(tekst):
        return "een e-mailadres"
    if _TELEFOON.search(tekst):
        return "een telefoonnummer"
    nummers = (re.sub(r"\D", "", gevonden[0]) for gevonden in _BSN.finditer(tekst))
    return "een burgerservicenummer" if any(map(_elfproef, nummers)) else ""


def _elfproef(nummer: str) -> bool:
    """The check that every burgerservicenummer meets, and one in eleven other numbers."""
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    som = sum(g * int(cijfer) for g, cijfer in zip(gewichten, nummer, strict=True))
    return som % 11 == 0 and int(nummer) > 0
