"""What a body decided of a ranked list: who, when, and where it left the calculated order."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from agenda.rangorde.ranglijst import op_titel
from regels.taal import bedoelde_u

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst


class Afwijking(NamedTuple):
    """A topic that gets another place than the rules calculate, with the reason."""

    code: str
    plaats: int
    reden: str


class Besluit(NamedTuple):
    """Who adopted the agenda, on which day, and what was changed in the order."""

    door: str
    datum: date
    afwijkingen: tuple[Afwijking, ...] = ()


class Vastgesteld(NamedTuple):
    """A topic in the order that was decided, beside how it was calculated.

    Attributes:
        plaats: None where the region does not rank.
        gedeeld: whether another topic has the same decided place.
        berekend: the topic with its calculated place.
        afwijking: why its place is not the calculated one; None when nobody moved it.
    """

    plaats: int | None
    gedeeld: bool
    berekend: Beoordeeld
    afwijking: Afwijking | None

    @property
    def code(self) -> str:
        """The code of the topic."""
        return self.berekend.code

    @property
    def titel(self) -> str:
        """The title of the topic."""
        return self.berekend.titel


_GEEN_PLAATSEN = "dit profiel rangschikt niet, dus er zijn geen plaatsen om van af te wijken"


class OnmogelijkeAfwijkingen(ValueError):
    """Topics cannot get the place that was asked for.

    Attributes:
        fouten: every deviation that cannot be, with why not, in words.
    """

    def __init__(self, fouten: Iterable[tuple[Afwijking, str]]) -> None:
        self.fouten = tuple(fouten)
        super().__init__("; ".join(f"{a.code}: {reden}" for a, reden in self.fouten))


def stel_vast(ranglijst: Ranglijst, afwijkingen: Iterable[Afwijking]) -> tuple[Vastgesteld, ...]:
    """The admitted topics in the order that was decided; without places where there are none.

    The topics that nobody moves keep their calculated order, and share their places as before;
    the others are put between them. Two topics that are given one place share it.

    Raises:
        OnmogelijkeAfwijkingen: of a topic that is not in the list, has no place or is named twice,
            or of a place that lies inside a shared place or beyond the end of the list.
    """
    if not ranglijst.rangschikt:
        fouten = [(afwijking, _GEEN_PLAATSEN) for afwijking in afwijkingen]
        if fouten:
            raise OnmogelijkeAfwijkingen(fouten)
        return tuple(Vastgesteld(None, False, b, None) for b in ranglijst.toegelaten)
    per_code, fouten = _per_code(ranglijst, afwijkingen)
    return _met_plaatsen(ranglijst, per_code, fouten)


def _met_plaatsen(
    ranglijst: Ranglijst,
    per_code: Mapping[str, Afwijking],
    fouten: list[tuple[Afwijking, str]],
) -> tuple[Vastgesteld, ...]:
    uit: list[Vastgesteld] = []
    for groep in _in_volgorde(ranglijst.toegelaten, per_code):
        plaats = len(uit) + 1
        eigen = [per_code.get(geplaatst.code) for geplaatst in groep]
        fouten += [(a, _tussen(uit, a.plaats, plaats)) for a in eigen if a and a.plaats != plaats]
        uit += [
            Vastgesteld(plaats, len(groep) > 1, geplaatst, afwijking)
            for geplaatst, afwijking in zip(groep, eigen, strict=True)
        ]
    if fouten:
        raise OnmogelijkeAfwijkingen(fouten)
    return tuple(uit)


def _per_code(
    ranglijst: Ranglijst, afwijkingen: Iterable[Afwijking]
) -> tuple[dict[str, Afwijking], list[tuple[Afwijking, str]]]:
    """Code → its deviation, and every deviation of a topic that cannot have one."""
    statussen = {b.code: b for b in ranglijst.alle}
    per_code: dict[str, Afwijking] = {}
    fouten = []
    for afwijking in afwijkingen:
        beoordeeld = statussen.get(afwijking.code)
        if beoordeeld is None:
            hulp = bedoelde_u(afwijking.code, statussen)
            fouten.append((afwijking, f"geen onderwerp heeft deze code{hulp and '; '}{hulp}"))
        elif beoordeeld.status != "toegelaten":
            reden = f"het onderwerp is {beoordeeld.waar} en heeft dus geen plaats"
            fouten.append((afwijking, reden))
        elif afwijking.code in per_code:
            fouten.append((afwijking, "het onderwerp staat er twee keer"))
        else:
            per_code[afwijking.code] = afwijking
    return per_code, fouten


def _in_volgorde(
    toegelaten: Iterable[Beoordeeld], per_code: Mapping[str, Afwijking]
) -> Iterator[list[Beoordeeld]]:
    """Topics that get one place together, from the first place to the last."""
    blijvend = [g for g in toegelaten if g.code not in per_code]
    verplaatst = [g for g in toegelaten if g.code in per_code]

    def gevraagd(geplaatst: Beoordeeld) -> int:
        return per_code[geplaatst.code].plaats

    gesorteerd = groupby(sorted(verplaatst, key=gevraagd), gevraagd)
    wachtend = [sorted(groep, key=op_titel) for _, groep in gesorteerd]
    plaats = 1
    for _, groep in groupby(blijvend, lambda g: g.plaats):
        while wachtend and gevraagd(wachtend[0][0]) <= plaats:
            plaats += len(wachtend[0])
            yield wachtend.pop(0)
        gelijk = list(groep)
        plaats += len(gelijk)
        yield gelijk
    yield from wachtend


def _tussen(uit: Sequence[Vastgesteld], gevraagd: int, eerste: int) -> str:
    """Why a place is not free: it lies inside a shared place, or after the last one."""
    gelijk = [v for v in uit if v.gedeeld and v.plaats == uit[-1].plaats]
    gedeeld = eerste - len(gelijk)
    if gelijk and gedeeld < gevraagd < eerste:
        return (
            f"plaats {gevraagd} valt binnen de gedeelde plaats {gedeeld}"
            f" van {len(gelijk)} onderwerpen; kies plaats {gedeeld} of {eerste},"
            " of geef ook andere onderwerpen van die gedeelde plaats een eigen plaats"
        )
    return f"plaats {gevraagd} kan niet; de plaats die hier aan de beurt is, is {eerste}"
