"""Rules that never make a difference to what all rules together say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.toets.bevinding import Bevinding
from regels.toets.doorloop import uitkomst_of_botst
from regels.toets.groep import MOET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regels.indeling import Indeling
    from regels.model import Regel
    from regels.toets.doorloop import Doorloop

_VERWACHT = "regels die elk iets uitmaken"
_HULP = "verander de voorwaarden, of haal de regel weg"


def nooit_beslissend(door: Doorloop, genoemd: frozenset[tuple[str, object]]) -> Iterator[Bevinding]:
    """Rules without which every outcome would be the same.

    Args:
        genoemd: code and first day of the rules of which the cause was found already.
    """
    for plek, regel in enumerate(door.groep.regels):
        if (regel.code, regel.geldig_van) in genoemd:
            continue
        if regel.soort in MOET and _volgt_uit_andere(door, plek):
            yield _bevinding(regel, "een regel die volgt uit de andere samen")
        elif regel.soort == "criterium" and (altijd := _bij_toegelaten(door, plek)):
            wat = f"een criterium dat {altijd} is bij elk onderwerp dat wordt toegelaten"
            yield _bevinding(regel, wat)
    for indeling in door.groep.indelingen:
        yield from _in_indeling(door, indeling, genoemd)


def _bevinding(regel: Regel, wat: str, indeling: Indeling | None = None) -> Bevinding:
    return Bevinding("nooit-beslissend", (regel,), wat, _VERWACHT, _HULP, indeling)


def _volgt_uit_andere(door: Doorloop, plek: int) -> bool:
    soort = door.groep.regels[plek].soort
    return not _alle(door, soort, zonder=plek) & ~door.kolommen[plek]


def _bij_toegelaten(door: Doorloop, plek: int) -> str:
    """«ja» or «nee» where a criterium is always that on the agenda; empty where it differs."""
    if not any(regel.soort == "uitgangspunt" for regel in door.groep.regels):
        return ""
    toegelaten = _alle(door, "uitgangspunt")
    kolom = door.kolommen[plek]
    if not toegelaten or kolom in (0, door.overal):
        return ""
    return {0: "nee", toegelaten: "ja"}.get(kolom & toegelaten, "")


def _alle(door: Doorloop, soort: str, zonder: int | None = None) -> int:
    """Where all rules of a kind say ja."""
    samen = door.overal
    for plek, regel in enumerate(door.groep.regels):
        if regel.soort == soort and plek != zonder:
            samen &= door.kolommen[plek]
    return samen


def _in_indeling(
    door: Doorloop, indeling: Indeling, genoemd: frozenset[tuple[str, object]]
) -> Iterator[Bevinding]:
    geven = {
        plek: regel for plek, regel in enumerate(door.groep.regels) if indeling.code in regel.gevolg
    }
    samen = {tuple(plek for plek in geven if stand.ja >> plek & 1) for stand in door.standen}
    for plek, regel in geven.items():
        if (regel.code, regel.geldig_van) in genoemd:
            continue
        zelfde = all(
            _uitkomst(indeling, geven, ja) == _uitkomst(indeling, geven, ja, zonder=plek)
            for ja in samen
            if plek in ja
        )
        if zelfde:
            wat = f"een regel die nooit verschil maakt voor {indeling.code}"
            yield _bevinding(regel, wat, indeling)


def _uitkomst(
    indeling: Indeling, geven: dict[int, Regel], ja: tuple[int, ...], zonder: int | None = None
) -> str:
    return uitkomst_of_botst(indeling, [geven[plek] for plek in ja if plek != zonder])
