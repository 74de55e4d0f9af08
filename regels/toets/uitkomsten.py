"""What is wrong with a classification: an outcome that never comes, a hole, a clash."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from regels.toets.bevinding import Bevinding, namen, noem_feiten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regels.indeling import Indeling
    from regels.toets.doorloop import Doorloop


def uitkomsten(door: Doorloop) -> Iterator[Bevinding]:
    """What is wrong with each classification of a group that has rules in force."""
    for nummer, indeling in enumerate(door.groep.indelingen):
        if door.groep.geven(indeling):
            yield from _nooit(door, nummer, indeling)
            yield from _niet_gedekt(door, indeling)
            if indeling.botsing == "fout":
                yield from _botst(door, indeling)


def _nooit(door: Doorloop, nummer: int, indeling: Indeling) -> Iterator[Bevinding]:
    gezien = {stand.uitkomsten[nummer] for stand in door.standen}
    for code in indeling.codes:
        plekken = [
            p for p, r in enumerate(door.groep.regels) if r.gevolg.get(indeling.code) == code
        ]
        kan = any(door.kolommen[plek] for plek in plekken)
        if code in gezien or not (kan or code == indeling.anders):
            continue
        hulp = "verander de voorwaarden van de regels, of haal de uitkomst weg"
        if code == indeling.anders and not kan:
            hulp = "er is altijd een regel die iets anders zegt: haal de uitkomst weg bij «anders»"
        yield Bevinding(
            "uitkomst-nooit",
            tuple(door.groep.regels[plek] for plek in plekken),
            f"de uitkomst «{code}» van {indeling.code}, die er nooit uitkomt",
            "uitkomsten die elk kunnen",
            hulp,
            indeling,
            code,
        )


def _niet_gedekt(door: Doorloop, indeling: Indeling) -> Iterator[Bevinding]:
    """Facts for which no rule says ja, where the classification claims that one always does."""
    if indeling.anders is not None:
        return
    masker = _masker(door, indeling)
    eerste = next((n for stand, n in door.standen.items() if not stand.ja & masker), None)
    if eerste is not None:
        feiten = noem_feiten(door.groep.invoer(eerste), door.groep.basis(indeling))
        yield Bevinding(
            "niet-gedekt",
            door.groep.geven(indeling),
            f"feiten waarbij geen enkele regel een uitkomst geeft: {feiten}",
            "bij alle feiten een uitkomst, of «anders»",
            "schrijf er een regel bij, of zeg met «anders» wat het dan is",
            indeling,
            indeling.code,
        )


def _masker(door: Doorloop, indeling: Indeling) -> int:
    regels = enumerate(door.groep.regels)
    return sum(1 << plek for plek, regel in regels if indeling.code in regel.gevolg)


def _botst(door: Doorloop, indeling: Indeling) -> Iterator[Bevinding]:
    """Per two outcomes the first rules that can hold together; not those that always do."""
    geven = [p for p, regel in enumerate(door.groep.regels) if indeling.code in regel.gevolg]
    gezien = set()
    for a, b in combinations(geven, 2):
        regels = (door.groep.regels[a], door.groep.regels[b])
        paar = frozenset(regel.gevolg[indeling.code] for regel in regels)
        samen = door.kolommen[a] & door.kolommen[b]
        altijd = door.kolommen[a] == door.kolommen[b] != door.overal
        if len(paar) == 1 or not samen or altijd or paar in gezien:
            continue
        gezien.add(paar)
        eerste = tuple(door.standen.values())[(samen & -samen).bit_length() - 1]
        feiten = noem_feiten(door.groep.invoer(eerste), door.groep.basis(indeling))
        yield Bevinding(
            "botsing-kan",
            regels,
            f"regels die samen kunnen gelden en niet hetzelfde zeggen: {namen(regels)};"
            f" zo bij {feiten}",
            f"voor {indeling.code} nooit twee uitkomsten tegelijk",
            "maak de voorwaarden strenger, of kies bij «botsing» voor bespreken of volgorde",
            indeling,
        )
