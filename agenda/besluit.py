"""What a body decided of a ranked list: who, when, and where it left the calculated order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from agenda.ranglijst import Geplaatst, Ranglijst


@dataclass(frozen=True, slots=True)
class Afwijking:
    """A topic that gets another place than the rules calculate, with the reason."""

    code: str
    plaats: int
    reden: str


@dataclass(frozen=True, slots=True)
class Besluit:
    """Who adopted the agenda, on which day, and what was changed in the order."""

    door: str
    datum: date
    afwijkingen: tuple[Afwijking, ...] = ()


class Vastgesteld(NamedTuple):
    """A topic in the order that was decided; `geplaatst` keeps the place that was calculated.

    Attributes:
        gedeeld: whether another topic has the same decided place.
        afwijking: why its place is not the calculated one; None when nobody moved it.
    """

    plaats: int
    gedeeld: bool
    geplaatst: Geplaatst
    afwijking: Afwijking | None


class OnmogelijkeAfwijking(ValueError):
    """A topic cannot get the place that was asked for.

    Attributes:
        reden: why not, in words.
    """

    def __init__(self, afwijking: Afwijking, reden: str) -> None:
        self.afwijking = afwijking
        self.reden = reden
        super().__init__(afwijking.code, reden)


def stel_vast(ranglijst: Ranglijst, afwijkingen: Iterable[Afwijking]) -> tuple[Vastgesteld, ...]:
    """The admitted topics in the order that was decided.

    The topics that nobody moves keep their calculated order, and share their places as before;
    the others are put between them. Two topics that are given one place share it.

    Raises:
        OnbekendOnderwerp: no topic has that code.
        OnmogelijkeAfwijking: the topic has no place in the list, is named twice, or the place
            lies inside a shared place or beyond the end of the list.
    """
    per_code: dict[str, Afwijking] = {}
    for afwijking in afwijkingen:
        _eis_plaats(ranglijst, afwijking, per_code)
        per_code[afwijking.code] = afwijking
    verplaatst = sorted(
        (g for g in ranglijst.toegelaten if g.onderwerp.code in per_code),
        key=lambda g: per_code[g.onderwerp.code].plaats,
    )
    wachtend = [
        (plaats, list(groep))
        for plaats, groep in groupby(verplaatst, lambda g: per_code[g.onderwerp.code].plaats)
    ]
    blijvend = [
        list(groep)
        for _, groep in groupby(
            (g for g in ranglijst.toegelaten if g.onderwerp.code not in per_code),
            lambda g: g.plaats,
        )
    ]
    uit: list[Vastgesteld] = []
    while wachtend or blijvend:
        plaats = len(uit) + 1
        nu = wachtend.pop(0)[1] if wachtend and wachtend[0][0] <= plaats else None
        groep = nu or (blijvend.pop(0) if blijvend else wachtend.pop(0)[1])
        for geplaatst in groep:
            eigen = per_code.get(geplaatst.onderwerp.code)
            if eigen is not None and eigen.plaats != plaats:
                raise OnmogelijkeAfwijking(eigen, _tussen(uit, eigen.plaats, plaats))
            uit.append(Vastgesteld(plaats, len(groep) > 1, geplaatst, eigen))
    return tuple(uit)


def _eis_plaats(ranglijst: Ranglijst, afwijking: Afwijking, eerder: dict[str, Afwijking]) -> None:
    geplaatst = ranglijst.zoek(afwijking.code)
    if geplaatst.uitslag.status != "toegelaten":
        raise OnmogelijkeAfwijking(
            afwijking, f"het onderwerp is {geplaatst.waar} en heeft dus geen plaats"
        )
    if afwijking.code in eerder:
        raise OnmogelijkeAfwijking(afwijking, "het onderwerp staat er twee keer")


def _tussen(uit: list[Vastgesteld], gevraagd: int, eerste: int) -> str:
    """Why a place is not free: it lies inside a shared place, or after the last one."""
    gelijk = [v for v in uit if v.plaats < gevraagd and v.gedeeld and v.plaats == uit[-1].plaats]
    if gelijk and gevraagd < eerste:
        return (
            f"plaats {gevraagd} valt binnen de gedeelde plaats {gelijk[0].plaats}"
            f" van {len(gelijk)} onderwerpen; kies plaats {gelijk[0].plaats} of {eerste},"
            " of geef ook andere onderwerpen van die gedeelde plaats een eigen plaats"
        )
    return f"plaats {gevraagd} is er niet; de eerstvolgende vrije plaats is {eerste}"
