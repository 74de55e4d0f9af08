"""What the municipalities together say: each has one voice, whatever its size.

Facts and values are kept apart. The tags of a topic are the same for everyone; which criteria weigh
heavier, each municipality may say for itself. Who gives no order counts with all weightings
(docs/besluiten/008).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import lcm
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.rangorde.patroon import bits_van, is_heel
from agenda.robuust.eensgezindheid import kendall_w
from agenda.robuust.verdeling import Verdeling, opgeteld, verdeel
from agenda.robuust.verwacht import liggingen_van, op_verwacht, verwachte_plaatsen
from agenda.samenhang.kringen import kringen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agenda.kennis.regio import Lid
    from agenda.rangorde.patroon import Delen
    from agenda.robuust.verdeling import Ligging
    from agenda.robuust.wegingen import Wegingen


MIN_VOOR_W = 3
"""From how many municipalities on it is told how far they agree."""


class Groepsstand(NamedTuple):
    """A topic over the weightings of all municipalities.

    Attributes:
        plaats: its competition place when topics are put in order of their expected place.
        verdeling: the mean over the municipalities.
        slechtst_af: the municipalities that expect it lowest.
        laagste: the place which these expect.
        in_top: how many municipalities expect it in the top: their expected place is at most `top`.
    """

    plaats: int
    verdeling: Verdeling
    slechtst_af: tuple[Lid, ...]
    laagste: Fraction
    in_top: int


class Duel(NamedTuple):
    """How many municipalities put one pattern above another in more than half the weightings.

    Attributes:
        voor: those that put the first above the second.
        tegen: those that do the opposite; the rest has no preference, or none that is certain when
            weightings were drawn.
    """

    een: Delen
    ander: Delen
    voor: int
    tegen: int


@dataclass(frozen=True, slots=True)
class Groep:
    """What the municipalities together say of the topics with each pattern.

    Attributes:
        gemeenten: everyone who has a voice.
        met_voorkeur: those who gave an order of the criteria.
        standen: per pattern.
        duels: every pair of patterns, in which the first has most voices or both as many.
        kringen: patterns that beat each other in a circle, each by a majority.
        kendall_w: how far those who gave an order agree, from 0 to 1; None when there is nothing
            to put in order, or when fewer than `MIN_VOOR_W` gave one: who says nothing agrees with
            nobody.
    """

    gemeenten: tuple[Lid, ...]
    met_voorkeur: tuple[Lid, ...]
    standen: Mapping[Delen, Groepsstand]
    duels: tuple[Duel, ...]
    kringen: tuple[tuple[Duel, ...], ...]
    kendall_w: Fraction | None


def weeg_gemeenten(
    gemeenten: Sequence[Lid],
    ordes: Mapping[str, tuple[Any, ...]],
    patronen: Sequence[Delen],
    wegingen: Callable[[tuple[Any, ...]], Wegingen],
    top: int,
) -> Groep:
    """Weigh the topics for every municipality, and take the mean.

    Args:
        gemeenten: everyone who has a voice.
        ordes: municipality code → its order of the criteria, or whatever else it said.
        patronen: the pattern of every topic, in the order of the list.
        wegingen: gives the weightings that fit what was said; of an empty tuple all of them.
        top: how many places the top has.
    """
    aantallen = Counter(patronen)
    paren = list(combinations(aantallen, 2))
    stemmen: dict[tuple[Any, ...], _Stem] = {}
    for orde in {ordes.get(gemeente.code, ()) for gemeente in gemeenten}:
        stemmen[orde] = _stem(wegingen(orde), aantallen, paren)
    per_gemeente = [stemmen[ordes.get(gemeente.code, ())] for gemeente in gemeenten]
    duels = tuple(
        _duel(paar, [stem.voorkeuren[nummer] for stem in per_gemeente])
        for nummer, paar in enumerate(paren)
    )
    met_voorkeur = tuple(g for g in gemeenten if any(ordes.get(g.code, ())))
    sprekers = [stemmen[ordes[gemeente.code]].verwacht for gemeente in met_voorkeur]
    return Groep(
        tuple(gemeenten),
        met_voorkeur,
        _standen(gemeenten, per_gemeente, aantallen, top),
        duels,
        _kringen(duels),
        kendall_w(sprekers, aantallen) if len(sprekers) >= MIN_VOOR_W else None,
    )


class _Stem(NamedTuple):
    """What one order of the criteria says.

    Attributes:
        liggingen: per pattern where its topics stand, by weight.
        verwacht: per pattern the expected place.
        voorkeuren: per pair of patterns 1, -1 or 0: the first, the second or neither is mostly
            above.
    """

    liggingen: Mapping[Delen, Mapping[Ligging, int]]
    totaal: int
    verwacht: Mapping[Delen, Fraction]
    voorkeuren: Sequence[int]


def _stem(
    wegingen: Wegingen, aantallen: Mapping[Delen, int], paren: Sequence[tuple[Delen, Delen]]
) -> _Stem:
    liggingen = liggingen_van(wegingen, aantallen)
    helft = Fraction(wegingen.totaal, 2)
    return _Stem(
        liggingen,
        wegingen.totaal,
        verwachte_plaatsen(wegingen, aantallen, liggingen),
        [
            (massa > helft + wegingen.speling) - (massa < helft - wegingen.speling)
            for massa in wegingen.wint(paren)
        ],
    )


def _standen(
    gemeenten: Sequence[Lid],
    stemmen: Sequence[_Stem],
    aantallen: Mapping[Delen, int],
    top: int,
) -> dict[Delen, Groepsstand]:
    # One voice weighs as much as another: what they weigh together is made the same for all.
    veelvoud = lcm(*(stem.totaal for stem in stemmen))
    verdelingen = {
        patroon: verdeel(
            opgeteld(
                {
                    ligging: massa * (veelvoud // stem.totaal)
                    for ligging, massa in stem.liggingen[patroon].items()
                }
                for stem in stemmen
            ),
            sum(stem.verwacht[patroon] for stem in stemmen) / Fraction(len(stemmen)),
        )
        for patroon in aantallen
    }
    plaatsen = op_verwacht({p: v.verwacht for p, v in verdelingen.items()}, aantallen)
    standen = {}
    for patroon, verdeling in verdelingen.items():
        verwacht = [stem.verwacht[patroon] for stem in stemmen]
        laagste = max(verwacht)
        standen[patroon] = Groepsstand(
            plaatsen[patroon][0],
            verdeling,
            tuple(g for g, v in zip(gemeenten, verwacht, strict=True) if v == laagste),
            laagste,
            sum(v <= top for v in verwacht),
        )
    return standen


def _duel(paar: tuple[Delen, Delen], stemmen: Sequence[int]) -> Duel:
    voor, tegen = stemmen.count(1), stemmen.count(-1)
    een, ander = paar
    return Duel(een, ander, voor, tegen) if voor >= tegen else Duel(ander, een, tegen, voor)


def _kringen(duels: Sequence[Duel]) -> tuple[tuple[Duel, ...], ...]:
    """Circles in which every pattern beats the next one by a majority."""
    gewonnen = {(_naam(d.een), _naam(d.ander)): d for d in duels if d.voor > d.tegen}
    verslaat: dict[str, list[str]] = {}
    for een, ander in gewonnen:
        verslaat.setdefault(een, []).append(ander)
        verslaat.setdefault(ander, [])
    return tuple(
        tuple(
            gewonnen[een, ander] for een, ander in zip(kring, (*kring[1:], kring[0]), strict=True)
        )
        for kring in kringen(verslaat)
    )


def _naam(patroon: Delen) -> str:
    """A name by which circles are put in order."""
    return str(bits_van(patroon)) if is_heel(patroon) else " ".join(map(str, patroon))
