"""Every plan of a problem of some size, in numpy: up to sixteen million for twelve topics."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from bouwers_plan import wint_ergens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bouwers_plan import Periode

    from agenda.jaar.kegel import Kegel, Vector
    from agenda.jaar.vraagstuk import Vraagstuk

LEEG: frozenset[int] = frozenset()


class AllePlannen:
    """All plans that fit, in the order of the last part of the key.

    A plan is a place in a grid with an axis per topic: its periods, and after these «not chosen».
    A set of topics is a number, with the bit of the first topic as the highest.

    Attributes:
        plannen: the places of the plans that fit.
        keuze: of each of these plans the set of topics.
        begin: of each of these plans the sum of its periods.
    """

    def __init__(self, stuk: Vraagstuk) -> None:
        self.n, self.jaren = stuk.aantal, stuk.perioden
        self.vorm = (self.jaren + 1,) * self.n
        past = np.ones(self.vorm, dtype=bool)
        for i, j in stuk.vereist:
            if i != j:
                past &= self._op_assen(i, j)
        for belasting, capaciteit in ((stuk.inspanning, stuk.capaciteit), *stuk.extra):
            for jaar, ruimte in enumerate(capaciteit):
                past &= self._som((b * (p == jaar) for p in self._keuzes()) for b in belasting) <= (
                    ruimte
                )
        self.plannen = np.flatnonzero(past)
        self.keuze = self._van(
            (self._bit(i) * (p < self.jaren) for p in self._keuzes()) for i in range(self.n)
        )
        self.begin = self._van(
            (p * (p < self.jaren) for p in self._keuzes()) for _ in range(self.n)
        )

    def beste(
        self,
        waarden: Sequence[int],
        vorige: frozenset[int] = LEEG,
        erin: frozenset[int] = LEEG,
        een_van: frozenset[int] = LEEG,
    ) -> Periode | None:
        """The first plan by the key of the contract; None when no plan meets the demand."""
        moet, een = self._bits(erin), self._bits(een_van)
        over = np.flatnonzero(self.keuze & moet == moet)
        if een:
            over = over[self.keuze[over] & een != 0]
        if not over.size:
            return None
        per_keuze = np.array([sum(waarden[i] for i in s) for s in self._sets()])
        anders = np.array([len(s ^ vorige) for s in self._sets()])
        for laagst in (-per_keuze[self.keuze], anders[self.keuze], self.begin, -self.keuze):
            over = over[laagst[over] == laagst[over].min()]
        plaats = np.unravel_index(self.plannen[over[0]], self.vorm)
        return tuple(None if p == self.jaren else int(p) for p in plaats)

    def sets(self) -> list[frozenset[int]]:
        """Every set of topics that some plan holds."""
        alle = self._sets()
        return [alle[nummer] for nummer in np.unique(self.keuze)]

    def tellingen(self, criteria: Sequence[Vector]) -> dict[Vector, list[frozenset[int]]]:
        """How often each criterion can stand in a plan → the sets of topics with which it does."""
        per_telling: dict[Vector, list[frozenset[int]]] = {}
        for gekozen in self.sets():
            telling = tuple(sum(criteria[i][k] for i in gekozen) for k in range(len(criteria[0])))
            per_telling.setdefault(telling, []).append(gekozen)
        return per_telling

    def tellende(self, criteria: Sequence[Vector], wegingen: Kegel) -> list[frozenset[int]]:
        """Every set that counts: at some weighting no plan that fits scores higher.

        Where one plan has no criterion less often than another, and one more often, the other never
        counts, because every criterion weighs something.
        """
        per_telling = self.tellingen(criteria)
        top = {a: s for a, s in per_telling.items() if not any(_boven(b, a) for b in per_telling)}
        return [s for t, groep in top.items() if wint_ergens(t, top, wegingen) for s in groep]

    def _keuzes(self) -> range:
        return range(self.jaren + 1)

    def _bit(self, onderwerp: int) -> int:
        return 1 << (self.n - 1 - onderwerp)

    def _bits(self, onderwerpen: Iterable[int]) -> int:
        return sum(map(self._bit, onderwerpen))

    def _sets(self) -> list[frozenset[int]]:
        nummers = range(self.n)
        return [frozenset(i for i in nummers if s & self._bit(i)) for s in range(1 << self.n)]

    def _som(self, per_onderwerp: Iterable[Iterable[int]]) -> np.ndarray:
        """What each plan adds up to, from what each choice of each topic brings."""
        return reduce(np.add.outer, [np.array([*rij], dtype=np.int32) for rij in per_onderwerp])

    def _van(self, per_onderwerp: Iterable[Iterable[int]]) -> np.ndarray:
        return self._som(per_onderwerp).ravel()[self.plannen]

    def _op_assen(self, i: int, j: int) -> np.ndarray:
        """Whether topic i starts no earlier than topic j, or not at all."""
        p = np.arange(self.jaren + 1)
        mag = (p[:, None] == self.jaren) | (p[None, :] <= p[:, None])
        assen = [self.jaren + 1 if as_ in (i, j) else 1 for as_ in range(self.n)]
        return (mag if i < j else mag.T).reshape(assen)


def _boven(een: Vector, ander: Vector) -> bool:
    return een != ander and all(a >= b for a, b in zip(een, ander, strict=True))
