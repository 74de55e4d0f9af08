"""Weigh all weightings exactly, for at most five yes/no criteria.

The weightings fall apart in finitely many cells on which the order of the patterns is the same
(bench/maak_cellen.py makes cellen.json). Counting those cells by their volume gives every chance as
an exact fraction (docs/besluiten/008).
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache, cached_property
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from agenda.rangorde.patroon import bits_van
from agenda.robuust.wegingen import Gewoon, Orde, past

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agenda.onderwerp.grens import Grens
    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.score import Getal

MAX_CRITERIA = 5
_BESTAND = Path(__file__).with_name("cellen.json")


class Cellen(NamedTuple):
    """The cells of the weightings with w1 > … > wn.

    Attributes:
        gewichten: a weighting inside each cell.
        delen: the volume of each cell.
        noemer: what the volumes add up to.
    """

    gewichten: tuple[tuple[int, ...], ...]
    delen: tuple[int, ...]
    noemer: int


@cache
def lees_cellen(aantal: int) -> Cellen:
    """The cells for a number of criteria, 0 to 5; without criteria there is one empty weighting."""
    if not aantal:
        return Cellen(((),), (1,), 1)
    lijst = json.loads(_BESTAND.read_text(encoding="utf-8"))[str(aantal)]
    gewichten = tuple(tuple(gewicht) for gewicht, _ in lijst["cellen"])
    return Cellen(gewichten, tuple(deel for _, deel in lijst["cellen"]), lijst["noemer"])


@cache
def lees_hoekpunten(aantal: int) -> tuple[tuple[int, ...], ...]:
    """The corners of these cells, each as the smallest whole numbers in proportion."""
    lijst = json.loads(_BESTAND.read_text(encoding="utf-8"))[str(aantal)]
    return tuple(map(tuple, lijst["hoekpunten"]))


def zijn_er_cellen(aantal: int, grenzen: Sequence[Grens], *, heel: bool) -> bool:
    """Whether weightings can be weighed exactly, by cells.

    Args:
        aantal: the number of criteria.
        grenzen: per criterion the limits of its weight; empty when there are none.
        heel: whether every criterion counts wholly or not at all.
    """
    return heel and aantal <= MAX_CRITERIA and not grenzen


class Exact(Gewoon):
    """All weightings that fit an order of the criteria, exactly (see `wegingen.Wegingen`).

    Args:
        aantal: the number of criteria, 0 to 5.
        orde: the order that they must fit; empty for all weightings.
    """

    def __init__(self, aantal: int, orde: Orde = ()) -> None:
        self._cellen = lees_cellen(aantal)
        self._aantal = aantal
        self._rangordes = [r for r in permutations(range(aantal)) if past(r, orde)]

    @property
    def speling(self) -> int:
        """Nothing is left to chance."""
        return 0

    @property
    def totaal(self) -> int:
        """The volume of all cells; of every order of the criteria as often as of the others."""
        return len(self._rangordes) * self._cellen.noemer

    def boven(self, aantallen: Mapping[Delen, int]) -> dict[Delen, dict[int, int]]:
        """How many topics stand above each pattern; see `Wegingen.boven`."""
        nummers = {patroon: bits_van(patroon) for patroon in aantallen}
        uit: dict[Delen, Counter[int]] = {patroon: Counter() for patroon in aantallen}
        for kaart in self._kaarten:
            per_patroon = [0] * len(kaart)
            for patroon, aantal in aantallen.items():
                per_patroon[kaart[nummers[patroon]]] = aantal
            for patroon, massa in uit.items():
                for groep, deel in _erboven(self._aantal)[kaart[nummers[patroon]]].items():
                    massa[sum([per_patroon[ander] for ander in groep])] += deel
        return {patroon: dict(sorted(massa.items())) for patroon, massa in uit.items()}

    def wint(self, paren: Sequence[tuple[Delen, Delen]]) -> Sequence[Getal]:
        """The weight of the weightings in which the first of two patterns scores higher."""
        gewonnen = _gewonnen(self._aantal)
        nummers = [(bits_van(een), bits_van(twee)) for een, twee in paren]
        return [sum(gewonnen[k[een]][k[twee]] for k in self._kaarten) for een, twee in nummers]

    @cached_property
    def _kaarten(self) -> list[list[int]]:
        """Per order of the criteria: a pattern → what it is by these, the heaviest first."""
        return [
            [
                sum((patroon >> zwaar & 1) << plek for plek, zwaar in enumerate(rangorde))
                for patroon in range(2**self._aantal)
            ]
            for rangorde in self._rangordes
        ]


@cache
def _erboven(aantal: int) -> list[Counter[frozenset[int]]]:
    """Per pattern: those above it → the volume of w1 > … > wn where it is so."""
    uit: list[Counter[frozenset[int]]] = [Counter() for _ in range(2**aantal)]
    cellen = lees_cellen(aantal)
    for gewichten, deel in zip(cellen.gewichten, cellen.delen, strict=True):
        scores = [0]
        for gewicht in gewichten:
            scores += [score + gewicht for score in scores]
        volgorde = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
        for plek, patroon in enumerate(volgorde):
            uit[patroon][frozenset(volgorde[:plek])] += deel
    return uit


@cache
def _gewonnen(aantal: int) -> list[list[int]]:
    """The volume of w1 > … > wn in which one pattern scores higher than another."""
    return [
        [sum(d for groep, d in erboven.items() if een in groep) for erboven in _erboven(aantal)]
        for een in range(2**aantal)
    ]
