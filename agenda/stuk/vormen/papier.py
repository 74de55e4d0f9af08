"""What Word and PDF share: names beside each other, and the widths of columns."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from agenda.stuk.blokken import Onderwerpentabel, tabel_van

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from agenda.stuk.blokken import Gegevens, Strook, Stuk
    from agenda.weergave.vormen import Tabel

Koppen = tuple[str, ...]

_REGEL = 130
"""About so many letters fit on a line of a table on A4."""
_MARGE = 2.5
_SMAL = 8
"""Of a column with answers; its heading need not fit on a line."""
_STROOK = 21
"""Of the column with strips, that stand under its text."""
_MAX_VAST = 22
_MIN_WOORD, _MAX_WOORD = 6, 17
_STAPPEN = 40
_MAX_RIJEN = 200


def strook_zin(strook: Strook) -> str:
    """How to read a strip, below a table with them."""
    grens = f" Stippellijn: plaats {strook.grens}." if strook.grens < strook.plaatsen else ""
    return (
        f"De strook loopt van plaats 1 tot {strook.plaatsen}. Vlak: waar het met andere gewichten"
        f" kan staan. Streepje: het gemiddelde.{grens}"
    )


def naast_elkaar(gegevens: Gegevens) -> list[tuple[str, ...]]:
    """The names and values in two columns, read from top to bottom: rows of four cells."""
    rijen = gegevens.rijen
    helft = -(-len(rijen) // 2)
    rechts = (*rijen[helft:], *[("", "")] * (2 * helft - len(rijen)))
    return [(*links, *rechts[nummer]) for nummer, links in enumerate(rijen[:helft])]


def breedtes_van(stuk: Stuk) -> Mapping[Koppen, tuple[int, ...]]:
    """Per column its share of the width of the table, in thousandths.

    Tables under the same headings have the same columns, however their texts differ. A column
    that need not wrap gets what its longest line needs, any other at least what its longest word
    asks. What is left goes, bit by bit, to where it makes the tables lowest.

    Returns:
        The shares by the headings of the table; they add up to 1000.
    """
    per_kop: dict[Koppen, list[Tabel]] = defaultdict(list)
    smal: dict[Koppen, tuple[int, ...]] = {}
    met_strook: set[Koppen] = set()
    blokken = (*stuk.omslag, *(blok for _, deel in stuk.alle() for blok in deel.blokken))
    for blok in blokken:
        if tabel := tabel_van(blok):
            per_kop[tabel.koppen].append(tabel)
            if isinstance(blok, Onderwerpentabel):
                smal[tabel.koppen] = blok.antwoorden
                met_strook |= {tabel.koppen} if blok.stroken else set()
    return {
        kop: _delen(kop, tabellen, smal.get(kop, ()), met_strook=kop in met_strook)
        for kop, tabellen in per_kop.items()
    }


def _delen(
    koppen: Koppen, tabellen: Sequence[Tabel], antwoorden: Sequence[int], *, met_strook: bool
) -> tuple[int, ...]:
    rijen = [tuple(map(str, rij)) for tabel in tabellen for rij in tabel.rijen]
    rijen = rijen[:: len(rijen) // _MAX_RIJEN + 1]
    rekbaar = tabellen[0].rekbaar
    breedtes = [
        _SMAL if nummer in antwoorden else _minstens(kolom, rekbaar=nummer in rekbaar) + _MARGE
        for nummer, kolom in enumerate(zip(koppen, *rijen, strict=True))
    ]
    if met_strook:
        breedtes[-1] = max(breedtes[-1], _STROOK)
    over = _REGEL - sum(breedtes)
    lengtes = [[len(cel) for cel in rij] for rij in rijen]
    mag = rekbaar or tuple(range(len(koppen)))
    for _ in range(_STAPPEN if over > 0 else 0):
        breedtes = _verbreed(breedtes, mag, over / _STAPPEN, lengtes)
    duizendsten = [int(1000 * breedte / sum(breedtes)) for breedte in breedtes]
    duizendsten[-1] += 1000 - sum(duizendsten)
    return tuple(duizendsten)


def _minstens(kolom: Iterable[str], *, rekbaar: bool) -> float:
    kop, *cellen = kolom
    # A heading is bold, and so somewhat wider.
    tekstregels = [f"{kop} ", *(tekstregel for cel in cellen for tekstregel in cel.split("\n"))]
    langste = max(map(len, tekstregels))
    if not rekbaar and langste <= _MAX_VAST:
        return langste
    woorden = [len(w) for tekstregel in cellen for w in tekstregel.replace("-", "- ").split()]
    woorden += [len(w) + 1 for w in kop.replace("-", "- ").split()]
    return min(max(_MIN_WOORD, *woorden, 0), _MAX_WOORD)


def _verbreed(
    breedtes: Sequence[float],
    mag: Sequence[int],
    stap: float,
    lengtes: Sequence[Sequence[int]],
) -> list[float]:
    """Give one step to the column, out of these, where it makes the rows together lowest."""

    def hoogte(kolom: int) -> float:
        proef = [b + stap if nummer == kolom else b for nummer, b in enumerate(breedtes)]
        return sum(max(map(_tekstregels, rij, proef)) for rij in lengtes)

    beste = min(mag, key=hoogte)
    return [b + stap if nummer == beste else b for nummer, b in enumerate(breedtes)]


def _tekstregels(lengte: int, breedte: float) -> float:
    """About how many lines a text takes; never less than one."""
    return max(lengte / (breedte - _MARGE), 1.0)
