"""Text that looks like it is about a person: a topic is about policy, so people are left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.onderwerp.invullijst import waarde_van
from agenda.onderwerp.tag import TAGVELDEN
from regels.melding import Melding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from agenda.onderwerp.invullijst import Invullijst
    from agenda.onderwerp.onderwerp import Onderwerp
    from regels.lezen.yaml import Pad
    from regels.melding import Plek

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_TELEFOON = re.compile(
    r"(?<![\w.,/+-])(?:(?:\+|00)31 ?(?:\(0\))?[ -]?|\(?0)[1-9](?:[ )-]{0,3}\d){8}(?![\w/-]|[.,]\d)"
)
_DATUM = re.compile(r"\d{1,2}-\d{1,2}-\d{4}")
_NEGEN = re.compile(
    r"(?<![\w.,/-])(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}[ -]\d{3}[ -]\d{3})(?![\w/-]|[.,]\d)"
)
"""Nine digits as people write a number of a person; in threes with dots it is an amount."""
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
"""What the digits of a burgerservicenummer count for; together they are a multiple of eleven."""
_VRIJ = ("tekst", "tekstregel")
_GEEN_PERSOON = "een tekst zonder gegevens van mensen"
_HULP = "laat mensen weg: wat hier staat, komt in alle stukken"


def lijkt_op_persoon(tekst: str) -> str:
    """What in a text leads to a person: its kind, or nothing."""
    if "@" in tekst and _EMAIL.search(tekst):
        return "een e-mailadres"
    if any(not _DATUM.search(nummer) for nummer in _TELEFOON.findall(tekst)):
        return "een telefoonnummer"
    nummers = (re.sub(r"\D", "", gevonden) for gevonden in _NEGEN.findall(tekst))
    return "een burgerservicenummer" if any(map(_elfproef, nummers)) else ""


def _elfproef(cijfers: str) -> bool:
    som = sum(int(cijfer) * gewicht for cijfer, gewicht in zip(cijfers, _GEWICHTEN, strict=True))
    return som % 11 == 0 and int(cijfers) > 0


def meld_personen(
    onderwerpen: Iterable[Onderwerp],
    invullijst: Invullijst,
    plek: Callable[..., Plek],
) -> Iterator[Melding]:
    """A warning for each text of a topic that looks like it is about a person.

    Args:
        invullijst: what may be filled in.
        plek: the place of a field, by the code of its topic and its path there.
    """
    for onderwerp in onderwerpen:
        for kop, pad, tekst in _teksten(onderwerp, invullijst):
            yield from meld_tekst(tekst, plek(onderwerp.code, *pad), f"{onderwerp.code}: {kop}")


def meld_tekst(tekst: str, plek: Plek, kop: str) -> Iterator[Melding]:
    """A warning when a text looks like it is about a person.

    Args:
        kop: what the text is of.
    """
    soort = lijkt_op_persoon(tekst)
    if soort:
        # What was found is not shown again: it should not be in the output either.
        gevonden = f"een tekst waarin {soort} lijkt te staan"
        yield Melding(plek, kop, gevonden, _GEEN_PERSOON, _HULP)


def _teksten(onderwerp: Onderwerp, invullijst: Invullijst) -> Iterator[tuple[str, Pad, str]]:
    """Every text that somebody typed freely: its heading, its path, and the text."""
    for veld in invullijst.velden:
        if veld.soort in ("code", *_VRIJ):
            yield veld.kop, (veld.naam,), waarde_van(onderwerp, veld) or ""
        feit = onderwerp.feiten.get(veld.naam) if veld.eigen else None
        if feit is not None and not feit.kaal:
            for naam in ("onderbouwing", "bron", "lezing"):
                yield f"{naam} van {veld.kop}", (veld.naam, naam), getattr(feit, naam)
    for code, tag in onderwerp.criteria.items():
        for deel in TAGVELDEN:
            if deel.soort in _VRIJ:
                kop = deel.kop.format(titel=invullijst.criteria[code])
                yield kop, ("criteria", code, deel.naam), getattr(tag, deel.naam)
