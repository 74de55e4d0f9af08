"""Rules that share no fact, also not through a classification, are taken apart into groups."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, NamedTuple

from regels.ingedeeld import over_van
from regels.model import NA_BESLUIT
from regels.waarden import cellen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from regels.indeling import Indeling
    from regels.model import Regel, Veld, Voorwaarde, Waarde

MOET = ("uitgangspunt", "controle")
"""The kinds of rule that must all say ja."""


class Groep(NamedTuple):
    """Rules in force together that share facts.

    Attributes:
        indelingen: those that share these facts, each after those on which its rules rest.
        cellen: fact that no classification gives → one value for all that cannot be told apart.
    """

    regels: tuple[Regel, ...]
    indelingen: tuple[Indeling, ...]
    cellen: Mapping[str, tuple[Waarde, ...]]

    @property
    def combinaties(self) -> int:
        """How many complete inputs can be told apart."""
        return prod(map(len, self.cellen.values()))

    @property
    def kan_strijden(self) -> bool:
        """Whether its rules can contradict each other; each by itself can always be met."""
        moeten = [regel for regel in self.regels if regel.soort in MOET]
        return bool(self.indelingen) or len(moeten) > 1

    @property
    def sleutel(self) -> tuple[object, ...]:
        """What the analysis of the group depends on: equal for the same versions of its rules."""
        versies = tuple((r.code, r.geldig_van, r.geldig_tot) for r in self.regels)
        return versies, tuple(indeling.code for indeling in self.indelingen)

    def invoer(self, nummer: int) -> dict[str, Waarde]:
        """One of the complete inputs, numbered from 0; the last fact changes fastest."""
        feiten: dict[str, Waarde] = {}
        for naam, waarden in reversed(tuple(self.cellen.items())):
            nummer, plek = divmod(nummer, len(waarden))
            feiten[naam] = waarden[plek]
        return dict(reversed(tuple(feiten.items())))

    def geven(self, indeling: Indeling) -> tuple[Regel, ...]:
        """The rules of a classification."""
        return tuple(regel for regel in self.regels if indeling.code in regel.gevolg)

    def basis(self, indeling: Indeling) -> set[str]:
        """The facts on which a classification rests, also through others."""
        per_code = {ander.code: ander for ander in self.indelingen}
        velden = {veld for regel in self.geven(indeling) for veld in regel.velden}
        eigen = velden - set(per_code)
        return eigen.union(*(self.basis(per_code[code]) for code in velden & set(per_code)))


def groepen(
    regels: Sequence[Regel], indelingen: Sequence[Indeling], velden: Mapping[str, Veld]
) -> Iterator[Groep]:
    """Take rules in force together apart, in the order in which each group begins.

    Rules over what comes after the decision are judged apart from the others, so they come last,
    with what they rest on: no rule is needless because of one that is judged elsewhere.

    Args:
        indelingen: each after those on which its rules rest.
        velden: every fact that a rule may use, by name.
    """
    codes = {indeling.code: indeling for indeling in indelingen}
    na = [regel for regel in regels if over_van(regel, codes) in NA_BESLUIT]
    voor = [regel for regel in regels if regel not in na]
    rust_op = _rust_op(na, regels)
    ook = [regel for regel in voor if rust_op.intersection(regel.gevolg)]
    apart = [(voor, samen) for samen in _samen(voor)]
    apart += [([*ook, *na], samen) for samen in _samen([*na, *ook]) if _raakt(na, samen)]
    for deel, samen in apart:
        eigen = tuple(regel for regel in deel if regel.velden[0] in samen)
        eisen = eisen_van(eigen)
        yield Groep(
            eigen,
            tuple(indeling for indeling in indelingen if indeling.code in samen),
            {n: cellen(velden[n], eisen[n]) for n in eisen if n not in codes},
        )


def _rust_op(na: Iterable[Regel], regels: Sequence[Regel]) -> set[str]:
    """The facts and classifications on which rules rest, also through others."""
    velden: set[str] = set()
    nieuw = {veld for regel in na for veld in regel.velden}
    while nieuw - velden:
        velden |= nieuw
        nieuw = {veld for r in regels if velden.intersection(r.gevolg) for veld in r.velden}
    return velden


def _raakt(regels: Iterable[Regel], samen: set[str]) -> bool:
    return any(regel.velden[0] in samen for regel in regels)


def eisen_van(regels: Iterable[Regel]) -> dict[str, list[Voorwaarde]]:
    """Fact → every condition on it, of whatever rule."""
    eisen: dict[str, list[Voorwaarde]] = {}
    for voorwaarde in (voorwaarde for regel in regels for voorwaarde in regel.als):
        eisen.setdefault(voorwaarde.veld, []).append(voorwaarde)
    return eisen


def _samen(regels: Iterable[Regel]) -> list[set[str]]:
    """Facts and classifications that rules join, each in one set."""
    delen: list[set[str]] = []
    for regel in regels:
        nieuw = {*regel.velden, *regel.gevolg}
        nummers = [nummer for nummer, deel in enumerate(delen) if deel & nieuw]
        if not nummers:
            delen.append(nieuw)
            continue
        eerste, *rest = nummers
        delen[eerste] = nieuw.union(*(delen[nummer] for nummer in nummers))
        delen = [deel for nummer, deel in enumerate(delen) if nummer not in rest]
    return delen
