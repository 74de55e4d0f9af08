"""Which topics fit in a period: the plan with the highest value, and of equal plans always one.

Of two plans with the same value the key of `kies` decides, never the solver. What is proved is
proved by the solver's bound; that the plan fits and what it brings is checked in whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.jaar.oplosser import Onbewezen
from agenda.jaar.vraagstuk import (
    Extra,
    Vraagstuk,
    eis_geheel,
    kolom_van,
    maak_oplosser,
    overheersing,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from agenda.jaar.oplosser import Antwoord, Oplosser

_BLOKKEN = (6, 14, 20)
"""So many codes are settled by one question; the first ones are the hardest, the last size goes on.
A block of 20 gives whole numbers below 2^20, which a solver in floats tells apart."""
_BITS = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """What is chosen, and when.

    Attributes:
        periode: per topic the period in which it starts, or None when it is not chosen.
        waarde: the total of the values of what is chosen.
        bewezen: whether no plan that fits has a higher value, and none with this value goes before
            it by the key.
        marge: the proven upper bound on the value, minus the value; 0 when it is proved.
    """

    periode: tuple[int | None, ...]
    waarde: int
    bewezen: bool
    marge: int

    @property
    def gekozen(self) -> frozenset[int]:
        """The topics that are chosen."""
        return frozenset(i for i, periode in enumerate(self.periode) if periode is not None)


def kies(
    waarden: Sequence[int],
    inspanning: Sequence[int],
    vereist: Sequence[tuple[int, int]],
    capaciteit: Sequence[int],
    vorige: Collection[int] = (),
    *,
    extra: Sequence[Extra] = (),
    zaad: int = 0,
) -> Plan:
    """The plan with the highest value that fits; of equal plans the first by this key.

    The key, in this order: the highest total; the fewest changes against `vorige`; the smallest sum
    of start periods; the set by code (an earlier code in); the periods by code (an earlier period
    for an earlier code). The code of a topic is its index. Without `vorige` that is nothing, so a
    topic that brings nothing is not chosen.

    Args:
        waarden: per topic what it brings; whole numbers of 0 or more.
        inspanning: per topic what it loads in the period in which it starts; as above.
        vereist: pairs (i, j): topic i needs topic j, in the same period or an earlier one.
        capaciteit: per period the room, in the unit of `inspanning`.
        vorige: the topics that were chosen last year.
        extra: more capacities, each with its own load per topic.
        zaad: changes the order in which the solver works, and never the plan.

    Raises:
        ValueError: the lengths differ, or a number is negative or not whole.
        Onbewezen: the solver gave no answer that holds.

    Example:
        >>> kies([3, 2, 2], [2, 1, 1], [], [2]).periode
        (None, 0, 0)
    """
    vraagstuk = Vraagstuk(
        tuple(inspanning), tuple(dict.fromkeys(vereist)), tuple(capaciteit), tuple(extra)
    )
    eis_geheel(waarden, vraagstuk, vorige)
    plan = Kiezer(vraagstuk, zaad).kies(tuple(waarden), frozenset(vorige))
    assert plan is not None  # noqa: S101 - nothing at all always fits
    return plan


class Kiezer:
    """Answers questions about one problem.

    Args:
        vraagstuk: what can be chosen.
        zaad: changes the order in which the solver works, and never the plan.
    """

    def __init__(self, vraagstuk: Vraagstuk, zaad: int = 0) -> None:
        self.vraagstuk = vraagstuk
        self._zaad = zaad

    def kies(
        self,
        waarden: tuple[int, ...],
        vorige: frozenset[int] = frozenset(),
        *,
        erin: frozenset[int] = frozenset(),
        een_van: frozenset[int] = frozenset(),
        minstens: Sequence[tuple[Sequence[int], int]] = (),
        op_sleutel: bool = True,
    ) -> Plan | None:
        """As the function `kies`, among the plans that meet a demand.

        Args:
            waarden: per topic what it brings.
            vorige: what the plan is to change as little as it can.
            erin: topics that the plan must hold.
            een_van: topics of which it must hold at least one; empty demands nothing.
            minstens: a number per topic, and what these add up to at least for what is chosen.
            op_sleutel: whether the code settles what is equal by the rest of the key.

        Returns:
            None when no plan that fits meets the demand.
        """
        stuk = self.vraagstuk
        if not stuk.aantal or not stuk.perioden:
            leeg = Plan((None,) * stuk.aantal, 0, bewezen=True, marge=0)
            return None if erin or een_van else leeg
        oplosser = maak_oplosser(stuk, self._zaad)
        laatste = self._laatste
        if not minstens:  # exchanging two topics would change what these add up to
            for eis in overheersing(stuk, waarden, vorige, een_van, erin):
                oplosser.eis(eis, 0)
        for getallen, totaal in minstens:
            oplosser.eis({laatste(i): -getal for i, getal in enumerate(getallen)}, -totaal)
        if een_van:
            oplosser.eis({laatste(i): -1 for i in een_van}, -1)
        oplosser.zet_vast({laatste(i): 1 for i in erin})
        doel = {laatste(i): waarde for i, waarde in enumerate(waarden)}
        beste = oplosser.maximaliseer(doel)
        if beste is None:
            return None
        marge = beste.grens - beste.waarde
        oplosser.eis({kolom: -factor for kolom, factor in doel.items()}, -beste.waarde)
        eerste = op_sleutel
        try:
            beste = self._minste_verandering(oplosser, vorige)
            if op_sleutel:
                beste = self._op_code(oplosser, beste)
        except Onbewezen:
            eerste = False  # what was found before it stopped has this value all the same
        waarde = sum(factor * beste.waarden[kolom] for kolom, factor in doel.items())
        bewezen = eerste and marge == 0
        return Plan(self._perioden(beste.waarden), waarde, bewezen=bewezen, marge=marge)

    def hoogste(self, waarden: tuple[int, ...]) -> int:
        """The highest value of any plan that fits; a bound on it where the solver stopped halfway.

        Raises:
            Onbewezen: the solver gave no answer that holds.
        """
        stuk = self.vraagstuk
        if not stuk.aantal or not stuk.perioden:
            return 0
        doel = {self._laatste(i): waarde for i, waarde in enumerate(waarden)}
        antwoord = maak_oplosser(stuk, self._zaad).maximaliseer(doel)
        assert antwoord is not None  # noqa: S101 - nothing at all always fits
        return antwoord.grens

    def _laatste(self, onderwerp: int) -> int:
        """The column that says whether a topic is chosen at all."""
        return kolom_van(self.vraagstuk, onderwerp, self.vraagstuk.perioden - 1)

    def _minste_verandering(self, oplosser: Oplosser, vorige: frozenset[int]) -> Antwoord:
        """Of the plans with this value one with the fewest changes, and then the earliest."""
        stuk = self.vraagstuk
        jaren = stuk.perioden
        zwaar = stuk.aantal * max(1, jaren - 1) + 1
        doel: dict[int, int] = {}
        for i in range(stuk.aantal):
            doel[self._laatste(i)] = zwaar if i in vorige else -zwaar
            doel[self._laatste(i)] -= jaren - 1
            for jaar in range(jaren - 1):
                doel[kolom_van(stuk, i, jaar)] = 1
        gevonden = _antwoord(oplosser, doel)
        oplosser.eis({kolom: -factor for kolom, factor in doel.items()}, -gevonden.waarde)
        return gevonden

    def _op_code(self, oplosser: Oplosser, beste: Antwoord) -> Antwoord:
        """Settle the rest by code: first which topics are in, then their periods."""
        stuk = self.vraagstuk
        jaren = stuk.perioden
        kolommen = [[self._laatste(i)] for i in range(stuk.aantal)]
        beste = _in_blokken(oplosser, beste, kolommen)
        if jaren == 1:
            return beste
        gekozen = [i for i in range(stuk.aantal) if beste.waarden[self._laatste(i)]]
        per_jaar = [[kolom_van(stuk, i, jaar) for jaar in range(jaren - 1)] for i in gekozen]
        return _in_blokken(oplosser, beste, per_jaar)

    def _perioden(self, waarden: Sequence[int]) -> tuple[int | None, ...]:
        stuk = self.vraagstuk
        jaren = stuk.perioden
        perioden: list[int | None] = []
        for i in range(stuk.aantal):
            begonnen = sum(waarden[kolom_van(stuk, i, jaar)] for jaar in range(jaren))
            perioden.append(jaren - begonnen if begonnen else None)
        return tuple(perioden)


def _antwoord(oplosser: Oplosser, doel: Mapping[int, int]) -> Antwoord:
    """The best columns, where a plan that meets every row was found before.

    Raises:
        Onbewezen: the solver does not find that plan any more, or proves no best one.
    """
    gevonden = oplosser.maximaliseer(doel)
    if gevonden is None or gevonden.grens != gevonden.waarde:
        raise Onbewezen("no proof of the best of equal plans")
    return gevonden


def _in_blokken(oplosser: Oplosser, beste: Antwoord, kolommen: Sequence[Sequence[int]]) -> Antwoord:
    """Settle columns in their order, the first one most important, some at a time.

    Args:
        kolommen: per topic the columns that are all wanted; so many of them is one digit.
    """
    for blok in _verdeel(kolommen):
        doel: dict[int, int] = {}
        gewicht = 1
        for delen in reversed(blok):
            for kolom in delen:
                doel[kolom] = gewicht
            gewicht *= len(delen) + 1
        if sum(doel.values()) > sum(f * beste.waarden[k] for k, f in doel.items()):
            beste = _antwoord(oplosser, doel)
        oplosser.zet_vast({kolom: beste.waarden[kolom] for delen in blok for kolom in delen})
    return beste


def _verdeel(kolommen: Sequence[Sequence[int]]) -> Iterator[Sequence[Sequence[int]]]:
    """The columns in blocks that one whole number of some twenty bits can tell apart."""
    begin, nummer = 0, 0
    while begin < len(kolommen):
        grootte = _BLOKKEN[min(nummer, len(_BLOKKEN) - 1)]
        per_deel = len(kolommen[begin]).bit_length()
        grootte = max(1, min(grootte, _BITS // per_deel))
        yield kolommen[begin : begin + grootte]
        begin += grootte
        nummer += 1
