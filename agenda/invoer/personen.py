"""Text that looks like it is about a person: a topic is about policy, so people are left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.onderwerp.onderwerp import VELDEN
from agenda.onderwerp.tag import TAGVELDEN
from regels.melding import Melding
from regels.taal import toon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

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
_GEEN_PERSOON = "niets over personen"
_HULP = "laat personen buiten de agenda"


def lijkt_op_persoon(tekst: str) -> Iterator[str]:
    """What in a text looks like it is about one person, as a finding says it."""
    if "@" in tekst:
        yield from (f"{toon(deel)}, een e-mailadres" for deel in _EMAIL.findall(tekst))
    for gevonden in _TELEFOON.findall(tekst):
        if not _DATUM.search(gevonden):
            yield f"{toon(gevonden)}, een telefoonnummer"
    for gevonden in _NEGEN.findall(tekst):
        if _elfproef(re.sub(r"\D", "", gevonden)):
            yield f"{toon(gevonden)}, een getal dat een burgerservicenummer kan zijn"


def _elfproef(cijfers: str) -> bool:
    som = sum(int(cijfer) * gewicht for cijfer, gewicht in zip(cijfers, _GEWICHTEN, strict=True))
    return som % 11 == 0 and int(cijfers) > 0


def meld_personen(
    onderwerpen: Iterable[Onderwerp],
    criteria: Mapping[str, str],
    plek: Callable[[str, Pad], Plek],
) -> Iterator[Melding]:
    """A warning for each text of a topic that looks like it is about a person.

    Args:
        criteria: code → title.
        plek: the place of a field, by the code of its topic and its path in there.
    """
    for onderwerp in onderwerpen:
        for kop, pad, tekst in _teksten(onderwerp, criteria):
            for gevonden in lijkt_op_persoon(tekst):
                veld = f"{onderwerp.code}: {kop}"
                yield Melding(plek(onderwerp.code, pad), veld, gevonden, _GEEN_PERSOON, _HULP)


def _teksten(onderwerp: Onderwerp, criteria: Mapping[str, str]) -> Iterator[tuple[str, Pad, str]]:
    """Every text that somebody typed freely: its heading, its path, and the text."""
    for veld in VELDEN:
        if veld.soort in ("code", "tekst"):
            yield veld.kop, (veld.naam,), getattr(onderwerp, veld.naam)
    for code, tag in onderwerp.criteria.items():
        for deel in TAGVELDEN:
            if deel.soort == "tekst":
                kop = deel.kop.format(titel=criteria[code])
                yield kop, ("criteria", code, deel.naam), getattr(tag, deel.naam)
