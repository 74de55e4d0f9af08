"""Where topics stand, as a document says it: a place that was moved is always marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Strook
from agenda.weergave.woorden import plaats_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.rangorde.besluit import Vastgesteld
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda


def heeft_grens(agenda: Jaaragenda) -> bool:
    """Whether some topics are in the top and some are not."""
    return len(agenda.volgorde) > agenda.top


def afwijking_kort(vastgesteld: Vastgesteld) -> str:
    """That a topic was moved, wherever its place is named: «anders, berekend: plaats 5»."""
    return f"anders, berekend: plaats {vastgesteld.berekend.plaats}"


def waar_tekst(agenda: Jaaragenda, lid: Beoordeeld) -> str:
    """Where a topic stands: «plaats 5», «onbeslist», «plaats 3; anders, berekend: plaats 5»."""
    vastgesteld = agenda.vastgesteld(lid.code)
    anders = afwijking_kort(vastgesteld) if vastgesteld and vastgesteld.afwijking else ""
    return "; ".join(filter(None, (lid.waar, anders)))


def genoemd_met_plek(agenda: Jaaragenda, leden: Iterable[Beoordeeld]) -> str:
    """Topics within a sentence: «‘Housing First’ (plaats 22) en ‘Grip’ (onbeslist)»."""
    namen = []
    for lid in leden:
        waar = waar_tekst(agenda, lid)
        namen.append(f"‘{lid.titel}’ ({waar})" if waar else f"‘{lid.titel}’")
    return opsomming(namen, "en")


def berekende_plaats(vastgesteld: Vastgesteld) -> str:
    """The calculated place, where that reads otherwise than the decided one; else empty."""
    plaats, berekend = plaats_tekst(vastgesteld), plaats_tekst(vastgesteld.berekend)
    return "" if plaats == berekend else berekend


def strook_van(agenda: Jaaragenda, code: str) -> Strook:
    """Where a topic may stand, as `kan_zijn` says it."""
    verdeling = agenda.plaatskansen(code).verdeling
    beste = verdeling.beste
    slechtste = beste if verdeling.altijd_zelfde else verdeling.slechtste
    gemiddeld = max(beste, min(slechtste, round(float(verdeling.verwacht), 4)))
    return Strook(beste, slechtste, gemiddeld, len(agenda.volgorde), agenda.top)
