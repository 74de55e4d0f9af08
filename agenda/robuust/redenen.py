"""Why a topic is in the top or out of it: the fewest things that were said that force it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.robuust.raken import kleinste_die_raakt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.robuust.gebied import Gebied
    from agenda.robuust.uitspraken import Uitspraak, Vlak


class Reden(NamedTuple):
    """Why a topic is in the top, or out of it.

    Attributes:
        antwoorden: numbers of the answers that are needed; none when it is so anyhow.
        voorkeur: whether the order that the municipality gave is needed too.
    """

    onderwerp: Beoordeeld
    in_top: bool
    antwoorden: tuple[int, ...]
    voorkeur: bool = False


class Redenen:
    """Finds what forces a conclusion.

    A set of things forces it when every weighting that goes against it goes against one of them.

    Args:
        uitspraken: what was said; together they can hold.
        met_top: gives all weightings on some planes, and per row where it is in the top.
    """

    def __init__(
        self,
        uitspraken: Sequence[Uitspraak],
        met_top: Callable[[tuple[Vlak, ...]], tuple[Gebied, list[int]]],
    ) -> None:
        self._uitspraken = uitspraken
        self._met_top = met_top
        self._gevallen: set[tuple[int, int]] = set()
        self._bekeken: set[tuple[Vlak, ...]] = set()
        self._bekijk(0)

    def van(self, soort: int, *, binnen: bool) -> tuple[int, ...]:
        """The positions of the fewest things that force a row in the top, or out of it.

        Of sets with as many the first. Nothing can be left out of it.
        """
        while True:
            tegen = {
                wie for wie, toppers in self._gevallen if bool(toppers >> soort & 1) is not binnen
            }
            keuze = kleinste_die_raakt(tegen)
            # On planes lie weightings that no point beside them stands for.
            if not self._bekijk(keuze):
                return tuple(n for n in range(len(self._uitspraken)) if keuze >> n & 1)

    def _bekijk(self, keuze: int) -> bool:
        """Look at the weightings on the planes of what is chosen; says whether that is news."""
        gekozen = [u for n, u in enumerate(self._uitspraken) if keuze >> n & 1]
        vlakken = tuple(dict.fromkeys(vlak for u in gekozen for vlak in u.op))
        if vlakken in self._bekeken:
            return False
        self._bekeken.add(vlakken)
        self._gevallen |= self._gevallen_in(*self._met_top(vlakken))
        return True

    def _gevallen_in(self, gebied: Gebied, toppers: Sequence[int]) -> set[tuple[int, int]]:
        """What weightings go against, and who is in the top there, each as a set of bits."""
        tegen = [gebied.alles ^ gebied.past(uitspraak) for uitspraak in self._uitspraken]
        verschillend, aantal = set(gebied.per_punt([*tegen, *toppers])), len(tegen)
        return {(_bits(rij[:aantal]), _bits(rij[aantal:])) for rij in verschillend}


def _bits(rij: Sequence[str]) -> int:
    return sum(1 << nummer for nummer, teken in enumerate(rij) if teken == "1")
