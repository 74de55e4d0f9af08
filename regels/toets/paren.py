"""What is wrong with rules beside each other: the same, implied, or never together."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from regels.toets.bevinding import Bevinding, namen
from regels.toets.groep import MOET
from regels.toets.per_regel import vaste_regels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regels.model import Regel
    from regels.toets.doorloop import Doorloop


def paren(door: Doorloop) -> Iterator[Bevinding]:
    """What is wrong with rules of one kind beside each other.

    A rule that says the same to every input is left out: that is said of the rule itself.
    """
    vast = vaste_regels(door)
    soorten: dict[tuple[object, ...], list[int]] = {}
    for plek, regel in enumerate(door.groep.regels):
        if plek not in vast:
            soorten.setdefault((regel.soort, *regel.gevolg.items()), []).append(plek)
    for plekken in soorten.values():
        soort = door.groep.regels[plekken[0]].soort
        klassen: dict[int, list[int]] = {}
        for plek in plekken:
            klassen.setdefault(door.kolommen[plek], []).append(plek)
        for klasse in klassen.values():
            if len(klasse) > 1:
                yield _zelfde(soort, tuple(door.groep.regels[plek] for plek in klasse))
        for nauw, ruim in _volgt(list(klassen)):
            yield _volgt_uit(*(door.groep.regels[klassen[kolom][0]] for kolom in (nauw, ruim)))
        if soort in MOET:
            yield from _nooit_samen(door, list(klassen), klassen)
    yield from _zelfde_maar_anders(door, vast)


def _zelfde(soort: str, regels: tuple[Regel, ...]) -> Bevinding:
    if soort == "criterium":
        return Bevinding(
            "dubbel-criterium",
            regels,
            f"criteria die altijd hetzelfde zeggen: {namen(regels)}; samen tellen zij dubbel",
            "elk criterium één keer",
            "houd er één, of verander de voorwaarden",
        )
    return Bevinding(
        "zelfde",
        regels,
        f"regels die altijd hetzelfde zeggen: {namen(regels)}",
        "regels die verschillen",
        "houd er één, of verander de voorwaarden",
    )


def _volgt(kolommen: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the second says ja whenever the first does, and no third stands between."""
    onder = {a: [b for b in kolommen if a != b and not a & ~b] for a in kolommen}
    for nauw, ruimer in onder.items():
        for ruim in ruimer:
            if not any(ruim in onder[tussen] for tussen in ruimer):
                yield nauw, ruim


def _volgt_uit(nauw: Regel, ruim: Regel) -> Bevinding:
    wat = f"een regel die uit een andere volgt: als {nauw.code} ja is, is {ruim.code} dat ook"
    verwacht = "regels die elk iets toevoegen"
    if nauw.soort == "criterium":
        hulp = "is dat niet de bedoeling, maak de criteria dan los van elkaar"
        wat += "; dat telt dan twee keer"
        return Bevinding("volgt-uit", (ruim, nauw), wat, verwacht, hulp)
    over = ruim if nauw.soort in MOET else nauw
    ander = nauw if over is ruim else ruim
    hulp = f"haal {over.code} weg, of verander de voorwaarden"
    return Bevinding("volgt-uit", (over, ander), wat, verwacht, hulp)


def _nooit_samen(
    door: Doorloop, kolommen: Sequence[int], klassen: dict[int, list[int]]
) -> Iterator[Bevinding]:
    """A smallest set of rules that must all say ja and never do."""
    nodig = list(kolommen)
    if _samen(nodig, door.overal):
        return
    for kolom in kolommen:
        zonder = [ander for ander in nodig if ander != kolom]
        if not _samen(zonder, door.overal):
            nodig = zonder
    regels = tuple(door.groep.regels[klassen[kolom][0]] for kolom in nodig)
    gevolg = "zo komt geen enkel onderwerp op de agenda"
    if regels[0].soort == "controle":
        gevolg = "zo klopt er altijd een niet"
    yield Bevinding(
        "strijdig",
        regels,
        f"regels die nooit samen ja zijn: {namen(regels)}; {gevolg}",
        "regels die samen kunnen gelden",
        "verander de voorwaarden van een van deze regels",
    )


def _samen(kolommen: Sequence[int], overal: int) -> int:
    for kolom in kolommen:
        overal &= kolom
    return overal


def _zelfde_maar_anders(door: Doorloop, vast: frozenset[int]) -> Iterator[Bevinding]:
    """Rules of a classification that always hold together and give different outcomes."""
    for indeling in door.groep.indelingen:
        if indeling.botsing == "volgorde":
            continue
        plekken = [
            plek
            for plek, regel in enumerate(door.groep.regels)
            if indeling.code in regel.gevolg and plek not in vast
        ]
        for a, b in combinations(plekken, 2):
            regels = (door.groep.regels[a], door.groep.regels[b])
            anders = regels[0].gevolg != regels[1].gevolg
            if anders and door.kolommen[a] == door.kolommen[b]:
                yield Bevinding(
                    "strijdig",
                    regels,
                    f"regels die altijd samen gelden en niet hetzelfde zeggen: {namen(regels)}",
                    f"regels die voor {indeling.code} niet altijd botsen",
                    "verander de voorwaarden van een van deze regels",
                    indeling,
                )
