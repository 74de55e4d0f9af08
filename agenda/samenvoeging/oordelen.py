"""The answers on criteria: one of each member, and where members differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.samenvoeging.beslissingen import Sleutel
from agenda.samenvoeging.inbreng import Gezegd, Over
from agenda.samenvoeging.verschil import Verschil

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from agenda.onderwerp.tag import Tag
    from agenda.samenvoeging.beslissingen import Opgegaan
    from agenda.samenvoeging.inbreng import Inbreng, Ledenoordeel


def tel_eenmaal(
    alle: Sequence[Inbreng], opgegaan: Opgegaan
) -> tuple[tuple[Ledenoordeel, ...], tuple[Ledenoordeel, ...]]:
    """One answer of each member, sorted; and those on a topic that became another and that differ.

    Who answered on both counts for what was said of the topic that stays.
    """
    uit: dict[tuple[str, str, str], Ledenoordeel] = {}
    telt_niet = []
    oordelen = [oordeel for inbreng in alle for oordeel in inbreng.oordelen]
    eigen_eerst = sorted(
        oordelen, key=lambda s: (opgegaan.wordt.get(s.onderwerp) != s.onderwerp, s.onderwerp)
    )
    for oordeel in eigen_eerst:
        onderwerp = opgegaan.wordt.get(oordeel.onderwerp, oordeel.onderwerp)
        sleutel = (onderwerp, oordeel.wie, oordeel.criterium)
        geteld = uit.setdefault(sleutel, oordeel._replace(onderwerp=onderwerp))
        if geteld.tag.waarde != oordeel.tag.waarde:
            telt_niet.append(oordeel)
    return tuple(uit[sleutel] for sleutel in sorted(uit)), tuple(
        sorted(telt_niet, key=lambda oordeel: oordeel.plek)
    )


def verdeelde_oordelen(
    oordelen: Iterable[Ledenoordeel], criteria: Mapping[str, str]
) -> Iterator[Verschil]:
    """Criteria of which one says ja and another nee; nobody chooses between these."""
    per: dict[tuple[str, int], list[Ledenoordeel]] = {}
    volgorde = {code: nummer for nummer, code in enumerate(criteria)}
    for oordeel in oordelen:
        per.setdefault((oordeel.onderwerp, volgorde[oordeel.criterium]), []).append(oordeel)
    for (onderwerp, _), delen in sorted(per.items()):
        if {"ja", "nee"} <= {oordeel.tag.waarde for oordeel in delen}:
            code = delen[0].criterium
            gezegd = tuple(Gezegd(s.wie, s.tag.waarde, s.plek) for s in delen)
            yield Verschil("oordeel", Sleutel(Over(onderwerp), code), criteria[code], gezegd)


def eigen_criteria(alle: Iterable[Inbreng], opgegaan: Opgegaan) -> dict[str, Mapping[str, Tag]]:
    """The region's own answers; of a topic that became another only where that one has none."""
    uit: dict[str, Mapping[str, Tag]] = {}
    for inbreng in alle:
        eigen = inbreng.eigen_criteria
        for code in sorted(eigen, key=lambda code: (opgegaan.wordt[code] != code, code)):
            uit.setdefault(opgegaan.wordt[code], eigen[code])
    return uit


def sprekers(oordelen: Iterable[Ledenoordeel]) -> dict[str, frozenset[str]]:
    """Topic → the members with an answer on any criterion: among so many a criterion is shared."""
    uit: dict[str, set[str]] = {}
    for oordeel in oordelen:
        uit.setdefault(oordeel.onderwerp, set()).add(oordeel.wie)
    return {onderwerp: frozenset(wie) for onderwerp, wie in uit.items()}
