"""The expected place, where shares, «even», an order and limits meet: counted anew."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from agenda.onderwerp.grens import Grens
from agenda.robuust import rondlopen
from agenda.robuust.paren import PrecieseParen
from agenda.robuust.passend import Passend
from agenda.robuust.standpunt import Standpunt
from agenda.robuust.tegenspraak import passende_weging
from agenda.robuust.uitspraken import alle_vlakken, samen_gezegd, uitspraak_van_grenzen
from agenda.robuust.verwacht import liggingen_van, verwachte_plaatsen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agenda.rangorde.patroon import Delen

DEEL = st.integers(0, 13).map(lambda ja: Fraction(ja, 13))
HEEL = st.integers(0, 1)
VLAK = st.sampled_from(alle_vlakken(4))
ORDES = [(), (frozenset({2}), frozenset({0, 1})), (frozenset({3}), frozenset({1}))]
LIMIETEN = (Grens(minstens=10, hoogstens=60), Grens(), Grens(hoogstens=50), Grens(minstens=5))


def test_wat_door_een_deel_gelijk_staat_krijgt_dezelfde_plaats() -> None:
    """Drawn places differ by chance; the known chance of each pair does not."""
    helft = {tuple(Fraction(i == nummer, 2) for i in range(5)): 1 for nummer in range(5)}
    wegingen = PrecieseParen(5)

    verwacht = verwachte_plaatsen(wegingen, helft)

    assert set(verwacht.values()) == {Fraction(3)}
    assert verwachte_plaatsen(wegingen, helft, liggingen_van(wegingen, helft)) == verwacht


@settings(max_examples=25, deadline=None)
@given(
    orde=st.sampled_from(ORDES),
    boven=st.lists(VLAK, max_size=2, unique=True),
    op=st.lists(VLAK, max_size=1),
    aantallen=st.one_of(
        st.dictionaries(st.tuples(*[deel] * 4), st.integers(1, 3), min_size=2, max_size=5)
        for deel in (DEEL, HEEL)
    ),
    begrensd=st.booleans(),
)
def test_wat_samen_gezegd_kan_worden_weegt_zoals_nageteld(
    orde: tuple[frozenset[int], ...],
    boven: list[tuple[int, ...]],
    op: list[tuple[int, ...]],
    aantallen: dict[Delen, int],
    begrensd: bool,
) -> None:
    """Point by point, in whole numbers: the scores thirteen times as high."""
    standpunt = Standpunt(orde, tuple(boven), tuple(op))
    grenzen = LIMIETEN if begrensd else ()
    alles = samen_gezegd([uitspraak_van_grenzen(grenzen), standpunt.uitspraak(4)])
    assume(passende_weging(alles, 4) is not None)
    heel = all(deel in (0, 1) for patroon in aantallen for deel in patroon)

    wegingen = Passend(4, standpunt, grenzen, heel=heel)
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(rondlopen, "TREKKINGEN", 300)
        gebied = wegingen._gebied

    nummers = gebied.kies(range(len(gebied.delen)), wegingen._punten)
    punten = [(gebied.weging(nummer), gebied.delen[nummer]) for nummer in nummers]
    assert all(_past(weging, orde, boven, op, grenzen) for weging, _ in punten)
    scores = [({p: _score(weging, p) for p in aantallen}, massa) for weging, massa in punten]
    totaal = sum(massa for _, massa in scores)
    assert wegingen.totaal == totaal > 0
    assert verwachte_plaatsen(wegingen, aantallen) == _verwacht(scores, aantallen)
    for een, ander in combinations(aantallen, 2):
        heen, terug = wegingen.wint([(een, ander), (ander, een)])
        assert heen + terug == totaal
        assert heen == sum(
            Fraction(massa, 1 if score[een] > score[ander] else 2)
            for score, massa in scores
            if score[een] >= score[ander]
        )


def _score(weging: Sequence[int], patroon: Delen) -> int:
    return sum(gewicht * int(13 * deel) for gewicht, deel in zip(weging, patroon, strict=True))


def _past(
    weging: Sequence[int],
    orde: Sequence[frozenset[int]],
    boven: Sequence[Sequence[int]],
    op: Sequence[Sequence[int]],
    grenzen: Sequence[Grens],
) -> bool:
    def hoogte(vlak: Sequence[int]) -> int:
        return sum(a * b for a, b in zip(weging, vlak, strict=True))

    alles = sum(weging)
    return (
        min(weging) > 0
        and all(min(weging[c] for c in z) > max(weging[c] for c in r) for z, r in pairwise(orde))
        and all(hoogte(vlak) > 0 for vlak in boven)
        and not any(map(hoogte, op))
        and all(
            grens.minstens * alles <= 100 * gewicht <= grens.hoogstens * alles
            for gewicht, grens in zip(weging, grenzen, strict=False)
        )
    )


def _verwacht(
    scores: Sequence[tuple[Mapping[Delen, int], int]], aantallen: Mapping[Delen, int]
) -> dict[Delen, Fraction]:
    som: Counter[Delen] = Counter()
    for score, massa in scores:
        for patroon, eigen in score.items():
            boven = sum(n for p, n in aantallen.items() if score[p] > eigen)
            gelijk = sum(n for p, n in aantallen.items() if score[p] == eigen)
            som[patroon] += massa * (2 * boven + gelijk + 1)
    totaal = 2 * sum(massa for _, massa in scores)
    return {patroon: Fraction(som[patroon], totaal) for patroon in aantallen}
