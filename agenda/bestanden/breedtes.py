"""How wide the columns of a table are on paper, in Word and PDF alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agenda.weergave.vormen import Tabel

REGEL = 100
"""About so many letters fit on a line of a table on A4."""
_MARGE = 3
_MAX_VAST = 22
_MIN_WOORD, _MAX_WOORD = 6, 15
_MAX_LENGTE = 240


def kolomdelen(tabel: Tabel) -> tuple[int, ...]:
    """Per column its share of the width of the table, in thousandths.

    A column gets what its longest line needs, when that is short and the column need not wrap.
    The others share what is left after the length of their texts, and never get less than their
    longest word asks: of a longer text more is on a line, but a short one need not be a column of
    single words.
    """
    kolommen = [
        [kop, *map(str, kolom)]
        for kop, *kolom in zip(tabel.koppen, *tabel.rijen, strict=True)
    ]
    maten: list[int] = []
    delen: list[float] = []
    for nummer, cellen in enumerate(kolommen):
        regels = [regel for cel in cellen for regel in cel.split("\n")]
        langste = max(map(len, regels))
        woord = max((len(w) for r in regels for w in r.replace("-", "- ").split()), default=0)
        rekbaar = nummer in tabel.rekbaar or langste > _MAX_VAST
        kleinst = min(max(woord, _MIN_WOORD), _MAX_WOORD)
        maten.append((kleinst if rekbaar else langste) + _MARGE)
        gemiddeld = sum(min(len(cel), _MAX_LENGTE) for cel in cellen) / len(cellen)
        delen.append(gemiddeld if rekbaar else 0)
    over = max(REGEL - sum(maten), 0)
    som = sum(delen)
    breedtes = [m + (over * d / som if som else 0) for m, d in zip(maten, delen, strict=True)]
    duizendsten = [int(1000 * b / sum(breedtes)) for b in breedtes]
    duizendsten[-1] += 1000 - sum(duizendsten)
    return tuple(duizendsten)
