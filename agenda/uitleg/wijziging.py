"""What would have to be otherwise for another outcome: facts, weights or answers, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from agenda.kennis.regio import Lid
    from agenda.kennis.woorden import Woord
    from agenda.onderwerp.oordeel import Telling
    from regels.model import Regel, Uitkomst, Veld, Waarde

Doel = Literal["toelating", "hoger", "lager", "in-top", "uit-top"]


class Feitwijziging(NamedTuple):
    """One fact that would have another value.

    Attributes:
        gevonden: the value now; None is unknown.
        nieuw: the nearest value that would do.
        gevraagd: every value that would do, in words.
        nu: where the value of now comes from; empty when the value says it all.
        dan: how the fact would read then; empty when `gevraagd` says it all.
    """

    veld: Veld
    gevonden: Waarde | None
    nieuw: Waarde
    gevraagd: str
    nu: str
    dan: str


class Gewichtwijziging(NamedTuple):
    """One criterion that would have another weight."""

    criterium: Regel
    gewicht: int
    nieuw: int


class Stemwijziging(NamedTuple):
    """Some municipalities that would have another answer on one criterion.

    Attributes:
        telling: what they say now.
        nieuw: the answer that they would have.
        aantal: how many of them.
        wie: those whose other answer would do it, in the order of their codes; any of these, when
            they are more than `aantal`.
        woord: what the region calls a municipality.
    """

    criterium: Regel
    telling: Telling
    nieuw: Uitkomst
    aantal: int
    wie: tuple[Lid, ...]
    woord: Woord


Wijziging = Feitwijziging | Gewichtwijziging | Stemwijziging


class Mogelijkheid(NamedTuple):
    """Changes that would do it together, and none of them can be missed.

    Attributes:
        plaats: the place that the topic would have; None when that is not the question.
    """

    wijzigingen: tuple[Wijziging, ...]
    plaats: int | None


class Verandering(NamedTuple):
    """What would turn the outcome of one question; nothing when there are no possibilities.

    Attributes:
        mogelijkheden: all smallest ones; each does it alone.
        belet: facts that no value can make as the rules ask, in words.
    """

    doel: Doel
    mogelijkheden: tuple[Mogelijkheid, ...]
    belet: tuple[str, ...] = ()
