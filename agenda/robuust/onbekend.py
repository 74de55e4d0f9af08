"""Where a topic stands over all weightings, and what its unknown answers can make of that."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from agenda.robuust.verdeling import Ligging, midden, verdeel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from agenda.rangorde.patroon import Delen, Patroon
    from agenda.robuust.verdeling import Verdeling
    from agenda.robuust.wegingen import Wegingen


class Verdelingen(NamedTuple):
    """How the places of a topic are spread.

    Attributes:
        zeker: with everything that is unknown as nee.
        gunstig: with its own unknowns as ja and those of all others as nee.
        ongunstig: the other way round.
    """

    zeker: Verdeling
    gunstig: Verdeling
    ongunstig: Verdeling


def verdeel_patronen(wegingen: Wegingen, patronen: Sequence[Patroon]) -> dict[Patroon, Verdelingen]:
    """Per pattern how its places are spread; `patronen` are those of all topics."""
    zeker = Counter(patroon.zeker for patroon in patronen)
    mogelijk = Counter(patroon.mogelijk for patroon in patronen)
    alle = dict.fromkeys([*zeker, *mogelijk])
    met_nee = _Stand(wegingen, alle, zeker)
    met_ja = _Stand(wegingen, alle, mogelijk) if mogelijk != zeker else met_nee
    # Among the others the topic itself must not be counted: with its unknowns the other way it is
    # above itself, or, when it has none, equal to itself.
    uit: dict[Patroon, Verdelingen] = {}
    for patroon in set(patronen):
        laag, hoog = patroon
        eigen = laag == hoog
        uit[patroon] = Verdelingen(
            met_nee.van(laag, 0, zeker[laag]),
            met_nee.van(hoog, 0, zeker[hoog] - eigen + 1),
            met_ja.van(laag, int(not eigen), mogelijk[laag] - eigen + 1),
        )
    return uit


class _Stand:
    """Where patterns stand among so many topics of each.

    Args:
        alle: every pattern that is asked about.
        aantallen: pattern → the number of topics that have it.
    """

    def __init__(
        self, wegingen: Wegingen, alle: Iterable[Delen], aantallen: Counter[Delen]
    ) -> None:
        per_patroon = {patroon: aantallen[patroon] for patroon in alle}
        self._boven = wegingen.boven(per_patroon)
        self._verwacht: Mapping[Delen, Fraction] = wegingen.verwacht_boven(per_patroon)

    def van(self, patroon: Delen, minder: int, gelijk: int) -> Verdeling:
        """How the places of a topic are spread.

        Args:
            minder: how many of those above it do not count.
            gelijk: how many share its place in every weighting, itself included.
        """
        liggingen = {Ligging(n - minder, gelijk): m for n, m in self._boven[patroon].items()}
        boven = self._verwacht.get(patroon)
        return verdeel(liggingen, None if boven is None else boven - minder + midden(gelijk))
