"""What the secretary decided on the sheet «Beslist», and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from agenda.samenvoeging.inbreng import Over
    from agenda.samenvoeging.lijken import Paar
    from regels.melding import Melding, Plek

BEIDE = "beide"
"""The answer that two topics which look alike are two topics."""
ONBEKEND = "onbekend"
"""The answer that nobody knows."""


class Beslisrij(NamedTuple):
    """A row of the sheet, as somebody left it.

    Attributes:
        over: of what the value is asked; of two topics that look alike, the first.
        veld: the name of the field; empty for two topics.
        ander: the second topic; empty for a field.
        keuze: what was filled in, as text.
        plek: of the choice.
    """

    over: Over
    veld: str
    ander: str
    keuze: str
    opmerking: str
    plek: Plek

    @property
    def sleutel(self) -> Sleutel:
        """What there is one row for."""
        return Sleutel(self.over, self.veld, self.ander)


class Sleutel(NamedTuple):
    """A question: the value of a field of something, or whether two topics are one."""

    over: Over
    veld: str = ""
    ander: str = ""


@dataclass(frozen=True, slots=True)
class Beslissingen:
    """Every row, and what the choices in them say.

    Attributes:
        waarden: question about a field → the value chosen; None is «onbekend».
        paren: two codes → the one that stays, or `BEIDE`.
        mis: question → what is wrong with its choice.
    """

    rijen: tuple[Beslisrij, ...] = ()
    waarden: Mapping[Sleutel, Any] = field(default_factory=dict)
    paren: Mapping[Paar, str] = field(default_factory=dict)
    mis: Mapping[Sleutel, tuple[Melding, ...]] = field(default_factory=dict)


class Opgegaan(NamedTuple):
    """Which topics went into which.

    Attributes:
        wordt: code → the code under which it goes on.
        kringen: codes that go into each other, or into two that both stay.
    """

    wordt: Mapping[str, str]
    kringen: tuple[tuple[str, ...], ...]


def welke_blijven(paren: Mapping[Paar, str], codes: Collection[str]) -> Opgegaan:
    """Follow every choice to the code that stays.

    Args:
        paren: two codes → the one that stays, or `BEIDE`.
        codes: those that are there now; a choice between others waits until they are back.
    """
    naar: dict[str, set[str]] = {}
    for paar, blijft in sorted(paren.items()):
        if blijft != BEIDE and all(code in codes for code in paar):
            naar.setdefault(next(code for code in paar if code != blijft), set()).add(blijft)
    wordt = {code: code for code in sorted(codes)}
    kringen = []
    for code in sorted(naar):
        eind = _einden(code, naar)
        if len(eind) == 1:
            wordt[code] = next(iter(eind))
        else:
            kringen.append((code, *sorted(eind or naar[code])))
    return Opgegaan(wordt, tuple(kringen))


def _einden(code: str, naar: Mapping[str, Iterable[str]]) -> set[str]:
    """The codes that stay where one goes into; none when it comes back to itself."""
    gezien, rand, eind = {code}, [code], set()
    while rand:
        verder = naar.get(hier := rand.pop())
        if verder is None:
            eind.add(hier)
            continue
        for volgende in verder:
            if volgende not in gezien:
                gezien.add(volgende)
                rand.append(volgende)
    return eind
