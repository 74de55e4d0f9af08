"""Which bodies of a region a text names, and whether these may decide."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Gremium

_ALTERNATIEVEN = re.compile(r"\b(?:en|of)\b")


class Genoemd(NamedTuple):
    """The bodies that a text names: those that may decide, those that may not, and in between.

    Attributes:
        anders: they have another role than to decide, and no source says that they may not.
    """

    beslissen: tuple[Gremium, ...]
    anders: tuple[Gremium, ...]
    beslissen_niet: tuple[Gremium, ...]


def mag_beslissen(gremium: Gremium, profiel: Profiel) -> bool:
    """Whether a body has the power to adopt an agenda: by its role, or by what it is for."""
    if gremium in profiel.beslissers:
        return True
    return gremium.soort == "besluit" and not profiel.rollen(gremium)


def die_beslissen(profiel: Profiel) -> tuple[Gremium, ...]:
    """The bodies that have that power, in the order of the profile."""
    return tuple(gremium for gremium in profiel.gremia if mag_beslissen(gremium, profiel))


def _heeft_andere_rol(gremium: Gremium, profiel: Profiel) -> bool:
    """Whether a body adopts what others decide on, or is told of it though it could decide."""
    if gremium.beslist == "nee" or mag_beslissen(gremium, profiel):
        return False
    return gremium.soort == "besluit" or "stelt-vast" in profiel.rollen(gremium)


def genoemde_gremia(tekst: str, profiel: Profiel) -> Genoemd:
    """The bodies that free text names, by code, by a part of the name or by another name.

    Singular and plural, capitals and accents make no difference: «Colleges van de gemeenten» names
    the body «College», «pfo Rivierenland» the body «PFO van elke deelregio».
    """
    stammen = set(_stammen(tekst))
    genoemd = [g for g in profiel.gremia if any(naam and naam <= stammen for naam in _namen(g))]
    return Genoemd(
        tuple(g for g in genoemd if mag_beslissen(g, profiel)),
        tuple(g for g in genoemd if _heeft_andere_rol(g, profiel)),
        tuple(
            g for g in genoemd if not (mag_beslissen(g, profiel) or _heeft_andere_rol(g, profiel))
        ),
    )


def _namen(gremium: Gremium) -> Iterator[set[str]]:
    """Every way to name a body, each as the words that must all be there."""
    yield set(_stammen(gremium.code))
    kort = gremium.naam.partition(" van ")[0]
    for deel in (*_ALTERNATIEVEN.split(kort), *gremium.ook_genoemd):
        yield set(_stammen(deel))


def _stammen(tekst: str) -> Iterator[str]:
    """The words of a text, such that one raad and two raden are the same."""
    plat = unicodedata.normalize("NFKD", tekst.casefold())
    plat = "".join(teken for teken in plat if not unicodedata.combining(teken))
    for woord in re.findall(r"[^\W_]+", plat):
        stam = re.sub(r"(?<=...)(?:en|s)$", "", woord)
        yield re.sub(r"(.)\1", r"\1", stam)
