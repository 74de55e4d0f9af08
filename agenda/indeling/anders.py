"""What would have to be known, or be otherwise, for another outcome of a classification."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.indeling.proeffeiten import Proeffeit, Proeffeiten
from regels.eigen_uitkomsten import ONBEKEND

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from agenda.feiten.boek import Waarover
    from agenda.indeling.indelingen import Indelingen
    from agenda.onderwerp.feit import Feitwaarde
    from regels.model import Veld

MAX_MOGELIJKHEDEN = 20
"""So many smallest changes are kept for one outcome."""
_MAX_PROEVEN = 3_000
"""So many combinations of other facts are tried: a few seconds when much is unknown."""


class Wijziging(NamedTuple):
    """One fact that would have another value; `gevonden` is None when it is unknown now."""

    veld: Veld
    gevonden: Feitwaarde | None
    nieuw: Feitwaarde


Samen = tuple[Wijziging, ...]
"""Facts that change together, none of which can be missed."""


class Uitkomstwijziging(NamedTuple):
    """The smallest changes that would give another outcome; empty when none was found.

    Attributes:
        mogelijkheden: each with as few facts as can be.
        volledig: whether all are there, and whether it is certain that no smaller one exists.
    """

    uitkomst: str
    mogelijkheden: tuple[Samen, ...]
    volledig: bool


class TeWeten(NamedTuple):
    """The smallest sets of unknown facts that always settle the outcome, once they are known.

    Attributes:
        volledig: whether all are there, and whether it is certain that no smaller one exists.
    """

    sets: tuple[tuple[Veld, ...], ...]
    volledig: bool


class _Genoeg(Exception):
    """As many combinations were tried as may be."""


class Zoeker:
    """Tries one classification of one subject on other facts.

    Args:
        over: what it classifies.

    Attributes:
        velden: the fields on which it rests.
    """

    def __init__(self, indelingen: Indelingen, code: str, over: Waarover) -> None:
        self._nu = indelingen.deel_in(code, over)
        self._proef = Proeffeiten(indelingen, code, over)
        self.velden = self._proef.velden
        self._exact = self._nu.exact and self._proef.volledig
        self._onbekend = [feit for feit in self._proef.feiten if feit.nu is None]
        self._over = _MAX_PROEVEN

    def te_weten(self) -> TeWeten:
        """What would settle the outcome, whatever turns out; nothing when it is known."""
        if not self._nu.mogelijk:
            return TeWeten((), True)
        self._over = _MAX_PROEVEN
        alles, volledig = tuple(feit.veld for feit in self._onbekend), self._exact
        try:
            for aantal in range(1, len(self._onbekend)):
                keuzen = combinations(self._onbekend, aantal)
                sets = [tuple(f.veld for f in keuze) for keuze in keuzen if self._beslist(keuze)]
                if sets:
                    heel = volledig and len(sets) <= MAX_MOGELIJKHEDEN
                    return TeWeten(tuple(sets[:MAX_MOGELIJKHEDEN]), heel)
        except _Genoeg:
            volledig = False
        return TeWeten((alles,), volledig)

    def veranderingen(self) -> tuple[Uitkomstwijziging, ...]:
        """Per other outcome the smallest changes by which it would surely be that."""
        self._over = _MAX_PROEVEN
        doelen = [u for u in self._nu.indeling.waarden if u != self._nu.uitkomst]
        gevonden: dict[str, list[Samen]] = {}
        alles_geprobeerd = True
        try:
            for aantal in range(1, len(self._proef.feiten) + 1):
                nog = [doel for doel in doelen if doel not in gevonden]
                if nog:
                    gevonden |= self._met_zoveel(aantal, nog)
        except _Genoeg:
            alles_geprobeerd = False
        return tuple(self._wijziging(d, gevonden.get(d, []), alles_geprobeerd) for d in doelen)

    def _wijziging(
        self, doel: str, mogelijkheden: list[Samen], alles_geprobeerd: bool
    ) -> Uitkomstwijziging:
        # What was found was found after every smaller set had been tried. Only of one fact at a
        # time is it certain that every value was tried when numbers hang together.
        samen = not mogelijkheden or len(mogelijkheden[0]) > 1
        zeker = self._exact and not (samen and self._proef.hangen_samen)
        heel = len(mogelijkheden) <= MAX_MOGELIJKHEDEN if mogelijkheden else alles_geprobeerd
        return Uitkomstwijziging(doel, tuple(mogelijkheden[:MAX_MOGELIJKHEDEN]), zeker and heel)

    def _met_zoveel(self, aantal: int, doelen: Sequence[str]) -> dict[str, list[Samen]]:
        """Per outcome the changes of so many facts that give it."""
        per_doel: dict[str, list[Samen]] = {}
        for keuze in combinations(self._proef.feiten, aantal):
            raak: dict[str, list[Samen]] = {}
            for waarden in product(*(feit.anders for feit in keuze)):
                uitkomst = self._bij(keuze, waarden)
                if uitkomst in doelen:
                    delen = zip(keuze, waarden, strict=True)
                    samen = tuple(Wijziging(feit.veld, feit.nu, nieuw) for feit, nieuw in delen)
                    raak.setdefault(str(uitkomst), []).append(samen)
            for uitkomst, pogingen in raak.items():
                per_doel.setdefault(uitkomst, []).extend(_naaste(pogingen))
        return per_doel

    def _beslist(self, keuze: Sequence[Proeffeit]) -> bool:
        """Whether the outcome is known once these facts are, whatever they turn out to be."""
        alle = product(*(feit.anders for feit in keuze))
        return all(self._bij(keuze, waarden) != ONBEKEND for waarden in alle)

    def _bij(self, keuze: Sequence[Proeffeit], waarden: Sequence[Any]) -> str | None:
        self._over -= 1
        if self._over < 0:
            raise _Genoeg
        anders: Mapping[str, Any] = {
            feit.veld.naam: waarde for feit, waarde in zip(keuze, waarden, strict=True)
        }
        return self._proef.bij(anders)


def _naaste(pogingen: Iterable[Samen]) -> list[Samen]:
    """Of changes of the same facts those that lie nearest; words all lie equally far."""
    per_woord: dict[tuple[object, ...], list[Samen]] = {}
    for samen in pogingen:
        woorden = tuple(w.nieuw if isinstance(w.nieuw, str) else None for w in samen)
        per_woord.setdefault(woorden, []).append(samen)
    naast = []
    for gelijk in per_woord.values():
        minste = min(map(_afstand, gelijk))
        naast += [samen for samen in gelijk if _afstand(samen) == minste]
    return naast


def _afstand(samen: Samen) -> tuple[int, int]:
    """How many choices differ, and how much the numbers do."""
    keuzen = getallen = 0
    for wijziging in samen:
        nu, nieuw = wijziging.gevonden, wijziging.nieuw
        if isinstance(nieuw, tuple):
            keuzen += len(set(nieuw) ^ set(nu if isinstance(nu, tuple) else ()))
        elif isinstance(nieuw, int):
            getallen += abs(nieuw - (nu if isinstance(nu, int) else 0))
    return keuzen, getallen
