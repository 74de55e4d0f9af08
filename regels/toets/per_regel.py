"""What is wrong with one rule: never ja, always ja, or a condition that changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.taal import opsomming
from regels.toets.bevinding import Bevinding, noem_voorwaarde

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from regels.model import Regel
    from regels.toets.doorloop import Doorloop


def vaste_regels(door: Doorloop) -> frozenset[int]:
    """The places of the rules that say the same to every input."""
    kolommen = enumerate(door.kolommen)
    return frozenset(plek for plek, kolom in kolommen if kolom in (0, door.overal))


def per_regel(door: Doorloop) -> Iterator[Bevinding]:
    """What is wrong with each rule by itself."""
    codes = {indeling.code for indeling in door.groep.indelingen}
    for plek, regel in enumerate(door.groep.regels):
        if not door.kolommen[plek]:
            yield _nooit_waar(regel, codes)
        elif door.kolommen[plek] == door.overal:
            yield Bevinding(
                "altijd-waar",
                (regel,),
                "een regel die altijd ja is als alles bekend is",
                "een regel die ook nee kan zijn",
                "verander de voorwaarden, of haal de regel weg",
            )
        else:
            for nummer in _dood(len(regel.als), door.patronen[plek]):
                yield Bevinding(
                    "dode-voorwaarde",
                    (regel,),
                    f"de voorwaarde «{noem_voorwaarde(regel.als[nummer])}»,"
                    " die nooit iets verandert naast de andere",
                    "voorwaarden die elk iets uitmaken",
                    "haal de voorwaarde weg, of maak haar strenger",
                    deel=str(nummer),
                )


def _nooit_waar(regel: Regel, indelingen: Collection[str]) -> Bevinding:
    via = [naam for naam in regel.velden if naam in indelingen]
    suggestie = "verander de voorwaarden, of haal de regel weg"
    if via:
        suggestie = f"kijk wanneer {opsomming(via, 'en')} wordt wat deze regel vraagt"
    return Bevinding(
        "nooit-waar",
        (regel,),
        "een regel die nooit kan gelden, welke feiten er ook zijn",
        "voorwaarden die samen kunnen gelden",
        suggestie,
    )


def _dood(aantal: int, patronen: Collection[int]) -> list[int]:
    """The conditions that can go one after the other, from the last to the first."""
    over = (1 << aantal) - 1
    weg = []
    for nummer in reversed(range(aantal)):
        if all(patroon & over != 1 << nummer for patroon in patronen):
            over ^= 1 << nummer
            weg.append(nummer)
    return weg[::-1]
