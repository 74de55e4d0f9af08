"""A workbook for a new year: the template, filled with what stood in the old one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from agenda.invoer.kolommen import PLAATSEN, als_tekst, kolommen_ernaast
from agenda.invoer.rijen import ledennamen
from agenda.invoer.sjabloonvorm import Sjabloonkolom

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agenda.invoer.kolommen import Kolom
    from agenda.invoer.sjabloonvorm import Sjabloonblad
    from agenda.invoer.tabelvorm import Tabelvorm
    from agenda.kennis.profiel import Profiel

Rij = dict[str, Any]
"""What a row says, as it was read."""
_GROEPEN = ("criteria", PLAATSEN)
"""Under these stand several values, each by the code of a criterium."""
_ELDERS = "inspanning_per"
"""A topic gets this from another sheet."""
_RUIMTE = 100
"""So many rows below the last one have dropdowns too."""
_EXCEL_KENT = 15
"""So many digits of a number are kept."""


def gevuld_blad(
    blad: Sjabloonblad, vorm: Tabelvorm, rijen: Sequence[Rij], profiel: Profiel
) -> Sjabloonblad:
    """A sheet of the template with rows in it; rows that it has of itself and nobody filled stay.

    Args:
        vorm: the table that stands on it.
        rijen: what stood in the old one, by the codes of what it names.
    """
    ernaast = (*vorm.ernaast, *kolommen_ernaast(vorm.lijst))
    erbij = [kolom for kolom in ernaast if any(_waarde(r, kolom.pad) is not None for r in rijen)]
    kolommen = (*vorm.kolommen, *erbij)
    cellen = [tuple(_cel(rij, kolom, profiel) for kolom in kolommen) for rij in rijen]
    genoemd = {rij[0] for rij in cellen}
    alle = (*cellen, *(rij for rij in blad.rijen if rij[0] not in genoemd))
    ruimte = len(alle) + _RUIMTE if blad.voorbeeld else len(alle)
    return replace(
        blad,
        kolommen=(*blad.kolommen, *map(_sjabloonkolom, erbij)),
        rijen=alle,
        invulrijen=max(blad.invulrijen, ruimte),
    )


def zonder_plaats(vorm: Tabelvorm, rijen: Sequence[Rij]) -> set[str]:
    """What rows say for which the table has no column: the names of these fields and criteria."""
    namen = {kolom.pad[1] if kolom.pad[0] in _GROEPEN else kolom.pad[0] for kolom in vorm.kolommen}
    namen |= {kolom.pad[0] for kolom in vorm.ernaast}
    return {naam for rij in rijen for naam in _ingevuld(rij)} - namen


def _ingevuld(rij: Rij) -> Iterator[str]:
    for naam, waarde in rij.items():
        if naam in _GROEPEN:
            yield from waarde
        elif waarde is not None and naam != _ELDERS:
            yield naam


def _waarde(rij: Rij, pad: tuple[str, ...]) -> Any:
    """What stands at a path in a row; of a field beside which something is said, its value."""
    waarde: Any = rij
    for deel in pad:
        waarde = waarde.get(deel) if isinstance(waarde, dict) else None
    return waarde.get("waarde") if isinstance(waarde, dict) else waarde


def _cel(rij: Rij, kolom: Kolom, profiel: Profiel) -> str | float:
    """A cell that is read back as this value."""
    waarde = _waarde(rij, kolom.pad)
    if waarde is None:
        return ""
    if kolom.lijst:
        return "; ".join(map(als_tekst, waarde)) or "geen"
    naam = _namen(kolom, profiel).get(waarde) if isinstance(waarde, str) else None
    if naam is not None:
        return naam
    if isinstance(waarde, int | Decimal) and not isinstance(waarde, bool):
        getal = als_tekst(waarde)
        return getal if len(getal) > _EXCEL_KENT else float(waarde)
    return als_tekst(waarde)


def _namen(kolom: Kolom, profiel: Profiel) -> Mapping[str, str]:
    """Code → name, of what a table calls by its name."""
    if kolom.veld.naam == "lid":
        return ledennamen(profiel)
    return dict(kolom.veld.keuzes) if kolom.veld.naam == "criterium" else {}


def _sjabloonkolom(kolom: Kolom) -> Sjabloonkolom:
    vraag = kolom.veld.vraag.format(titel=kolom.kop.partition(" ")[2]) or "Waar het staat."
    return Sjabloonkolom(
        kop=kolom.kop, uitleg=vraag, leeg="mag leeg", voorbeeld="", breedte=28, hulp=False
    )
