"""Small problems of choosing a plan, and their answers by trying every plan that there is."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from agenda.jaar.kegel import Kegel, inproduct
from agenda.jaar.vraagstuk import Extra, Vraagstuk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Periode = tuple[int | None, ...]


class Geval(NamedTuple):
    """A problem, what each topic brings, and what was chosen before."""

    stuk: Vraagstuk
    waarden: tuple[int, ...]
    vorige: frozenset[int]


def past(stuk: Vraagstuk, periode: Periode) -> bool:
    for i, j in stuk.vereist:
        pi, pj = periode[i], periode[j]
        if pi is not None and (pj is None or pj > pi):
            return False
    for belasting, capaciteit in ((stuk.inspanning, stuk.capaciteit), *stuk.extra):
        for jaar, ruimte in enumerate(capaciteit):
            if sum(b for b, p in zip(belasting, periode, strict=True) if p == jaar) > ruimte:
                return False
    return True


def alle_plannen(stuk: Vraagstuk) -> Iterator[Periode]:
    keuzes = (None, *range(stuk.perioden))
    return (p for p in product(keuzes, repeat=stuk.aantal) if past(stuk, p))


def sleutel(periode: Periode, waarden: Sequence[int], vorige: frozenset[int]) -> tuple[object, ...]:
    """The key of the contract; the smallest one is the plan."""
    gekozen = {i for i, p in enumerate(periode) if p is not None}
    return (
        -sum(waarden[i] for i in gekozen),
        len(gekozen ^ vorige),
        sum(p for p in periode if p is not None),
        tuple(p is None for p in periode),
        tuple(-1 if p is None else p for p in periode),
    )


def beste(geval: Geval, erin: frozenset[int] = frozenset(), een_van: frozenset[int] = frozenset()):
    """The best plan by trying them all; None when no plan meets the demand."""
    plannen = [
        p
        for p in alle_plannen(geval.stuk)
        if all(p[i] is not None for i in erin)
        and (not een_van or any(p[i] is not None for i in een_van))
    ]
    return min(plannen, key=lambda p: sleutel(p, geval.waarden, geval.vorige), default=None)


def telling(periode: Periode, criteria: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    gekozen = [c for p, c in zip(periode, criteria, strict=True) if p is not None]
    return tuple(map(sum, zip(*gekozen, strict=True))) or (0,) * len(criteria[0])


def tellende(
    stuk: Vraagstuk, criteria: Sequence[tuple[int, ...]], wegingen: Kegel
) -> list[frozenset[int]]:
    """Every plan that counts: at some weighting no plan that fits scores higher."""
    per_telling: dict[tuple[int, ...], set[frozenset[int]]] = {}
    for p in alle_plannen(stuk):
        gekozen = frozenset(i for i, jaar in enumerate(p) if jaar is not None)
        per_telling.setdefault(telling(p, criteria), set()).add(gekozen)
    return [
        gekozen
        for t, groep in per_telling.items()
        if wint_ergens(t, per_telling, wegingen)
        for gekozen in groep
    ]


def wint_ergens(eigen: tuple[int, ...], alle: dict[tuple[int, ...], object], w: Kegel) -> bool:
    kegel = Kegel([], [])
    kegel.dimensie, kegel.rijen, kegel.hoeken = w.dimensie, [*w.rijen], [*w.hoeken]
    for ander in alle:
        if ander != eigen:
            kegel.snijd(tuple(a - b for a, b in zip(eigen, ander, strict=True)))
    return any(inproduct((1,) * w.dimensie, hoek.vector) > 0 for hoek in kegel.hoeken)


@st.composite
def gevallen(draw: st.DrawFn, hoogstens: int = 6, jaren: int = 3, met_extra: bool = True) -> Geval:
    n = draw(st.integers(1, hoogstens))
    perioden = draw(st.integers(1, jaren))
    getal = st.integers(0, 5)
    rij = st.tuples(*[getal] * n)
    paar = st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))
    ruimte = st.tuples(*[st.integers(0, 9)] * perioden)
    extra = st.lists(st.builds(Extra, rij, ruimte), max_size=2 if met_extra else 0)
    stuk = Vraagstuk(
        draw(rij),
        tuple(dict.fromkeys(draw(st.lists(paar, max_size=3)))),
        draw(ruimte),
        tuple(draw(extra)),
    )
    return Geval(stuk, draw(rij), draw(st.frozensets(st.integers(0, n - 1), max_size=n)))
