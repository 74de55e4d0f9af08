"""What can be chosen, and what fits: the rows that the solver is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.jaar.oplosser import Oplosser

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


class Extra(NamedTuple):
    """A second capacity, such as that of one member: what each topic loads, and the room per
    period."""

    belasting: Sequence[int]
    capaciteit: Sequence[int]


class Vraagstuk(NamedTuple):
    """What can be chosen.

    Attributes:
        inspanning: per topic, in the unit of the capacity.
        vereist: pairs (i, j): i cannot be chosen without j, in the same period or an earlier one.
        capaciteit: the room per period.
    """

    inspanning: tuple[int, ...]
    vereist: tuple[tuple[int, int], ...]
    capaciteit: tuple[int, ...]
    extra: tuple[Extra, ...] = ()

    @property
    def aantal(self) -> int:
        """How many topics there are."""
        return len(self.inspanning)

    @property
    def perioden(self) -> int:
        """How many periods there are."""
        return len(self.capaciteit)

    @property
    def omvang(self) -> int:
        """How many topics there are, each counted once a period."""
        return self.aantal * self.perioden


def kolom_van(stuk: Vraagstuk, onderwerp: int, periode: int) -> int:
    """The column that says whether a topic has started by the end of a period."""
    return onderwerp * stuk.perioden + periode


def maak_oplosser(stuk: Vraagstuk, zaad: int = 0) -> Oplosser:
    """The problem in rows: nothing stops again, what is needed is there, and it fits."""
    jaren = stuk.perioden
    oplosser = Oplosser(stuk.aantal * jaren, zaad)
    for i in range(stuk.aantal):
        for jaar in range(jaren - 1):
            oplosser.eis({kolom_van(stuk, i, jaar): 1, kolom_van(stuk, i, jaar + 1): -1}, 0)
    for i, j in stuk.vereist:
        for jaar in range(jaren):
            oplosser.eis({kolom_van(stuk, i, jaar): 1, kolom_van(stuk, j, jaar): -1}, 0)
    for belasting, capaciteit in ((stuk.inspanning, stuk.capaciteit), *stuk.extra):
        for jaar, ruimte in enumerate(capaciteit):
            termen: dict[int, int] = {}
            for i, last in enumerate(belasting):
                if last:
                    termen[kolom_van(stuk, i, jaar)] = last
                    if jaar:
                        termen[kolom_van(stuk, i, jaar - 1)] = -last
            if sum(last for last in termen.values() if last > 0) > ruimte:
                oplosser.eis(termen, ruimte)
    return oplosser


def overheersing(
    stuk: Vraagstuk,
    waarden: Sequence[int],
    vorige: frozenset[int],
    een_van: frozenset[int] = frozenset(),
    erin: frozenset[int] = frozenset(),
) -> Iterator[dict[int, int]]:
    """Pairs of which the second is never chosen without the first: rows that lose no best plan.

    The first has the earlier code, brings no less, loads no more, needs no more and is needed by no
    less; exchanging the two gives a plan that is better by the key. Only topics that nothing ties
    to others are compared, and of these only neighbours in a chain.

    Args:
        een_van, erin: what the plan must hold, as in `Kiezer.kies`.
    """
    gebonden = {i for paar in stuk.vereist for i in paar} | erin
    jaar = stuk.perioden - 1
    groepen: dict[tuple[object, ...], list[int]] = {}
    for i in range(stuk.aantal):
        if i not in gebonden:
            lasten = tuple(deel.belasting[i] for deel in stuk.extra)
            groepen.setdefault((i in vorige, i in een_van, lasten), []).append(i)
    for groep in groepen.values():
        beste: dict[tuple[int, int], int] = {}  # (value, load) → the last topic with these
        for i in groep:
            boven = beste.get((waarden[i], stuk.inspanning[i]))
            if boven is None:
                boven = next(
                    (
                        j
                        for (waarde, last), j in beste.items()
                        if waarde >= waarden[i] and last <= stuk.inspanning[i]
                    ),
                    None,
                )
            if boven is not None:
                yield {kolom_van(stuk, i, jaar): 1, kolom_van(stuk, boven, jaar): -1}
            beste[waarden[i], stuk.inspanning[i]] = i


def eis_geheel(waarden: Sequence[int], stuk: Vraagstuk, vorige: Collection[int]) -> None:
    """Refuse what is no problem.

    Raises:
        ValueError: with what is wrong.
    """
    n, jaren = len(waarden), stuk.perioden
    lijsten = [waarden, stuk.inspanning, stuk.capaciteit]
    lijsten += [lijst for deel in stuk.extra for lijst in deel]
    if len(stuk.inspanning) != n or any(
        len(deel.belasting) != n or len(deel.capaciteit) != jaren for deel in stuk.extra
    ):
        raise ValueError("lijsten van verschillende lengte")
    if any(type(getal) is not int or getal < 0 for lijst in lijsten for getal in lijst):
        raise ValueError("alleen hele getallen vanaf 0")
    nummers = [i for paar in stuk.vereist for i in paar] + list(vorige)
    if any(type(i) is not int or not 0 <= i < n for i in nummers):
        raise ValueError(f"alleen nummers van 0 tot {n}")
