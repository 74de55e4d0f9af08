"""What is filled in of a topic, in a document and in a workbook: one list, from the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.onderwerp.invullijst import velden_voor, waarde_van
from agenda.weergave.getallen import fte_tekst, getal
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.feit import Feit
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.velden import Invulveld, Veldsoort

NIET_INGEVULD = "niet ingevuld"

_TEKST: dict[Veldsoort, Callable[[Any, Invulveld, Profiel], str]] = {
    "ja-nee": lambda waarde, *_: str(waarde),
    "keuze": lambda waarde, veld, _: dict(veld.keuzes)[waarde],
    "keuzes": lambda waarde, veld, _: (
        opsomming((dict(veld.keuzes)[deel] for deel in waarde), "en") or "geen"
    ),
    "getal": lambda waarde, veld, _: f"{getal(waarde)} {veld.eenheid[waarde != 1]}".rstrip(),
    "tekst": lambda waarde, *_: str(waarde),
    "decimaal": lambda waarde, *_: fte_tekst(waarde),
    "bedrag": lambda waarde, *_: f"€ {getal(waarde)}",
    "gemeente": lambda waarde, _, profiel: _leden(waarde, profiel),
}
"""How a value reads in a document, by what its field holds."""


def _leden(waarde: str | tuple[str, ...], profiel: Profiel) -> str:
    """The name of one member, or of several."""
    codes = (waarde,) if isinstance(waarde, str) else waarde
    return opsomming((profiel.lid[code].naam for code in codes), "en")


_BREEDTES: dict[Veldsoort, int] = {
    "ja-nee": 12,
    "keuze": 12,
    "keuzes": 18,
    "getal": 11,
    "tekst": 30,
    "decimaal": 11,
    "bedrag": 12,
    "gemeente": 18,
}
_GETALLEN = ("decimaal", "bedrag", "getal")
"""In a cell a number stands bare: its heading has the unit, and one can count with it."""


def _stukvelden(profiel: Profiel) -> Iterator[Invulveld]:
    return (veld for veld in velden_voor(profiel) if veld.kort)


def kenmerken(onderwerp: Onderwerp, profiel: Profiel) -> Iterator[tuple[str, str]]:
    """What documents list of a topic; what is missing is said so."""
    for veld in _stukvelden(profiel):
        yield veld.kort, _tekst(onderwerp, veld, profiel)


def alleen_getoond(onderwerp: Onderwerp, profiel: Profiel) -> Iterator[tuple[str, str]]:
    """The fields of the region that are only shown, and count for nothing: heading, and value."""
    getoond = {v.code for v in profiel.velden if v.veld.alleen_tonen}
    for veld in velden_voor(profiel):
        if veld.naam in getoond:
            yield veld.kop, _tekst(onderwerp, veld, profiel)


def _tekst(onderwerp: Onderwerp, veld: Invulveld, profiel: Profiel) -> str:
    waarde = waarde_van(onderwerp, veld)
    leeg = waarde in (None, "onbekend")
    return NIET_INGEVULD if leeg else _TEKST[veld.soort](waarde, veld, profiel)


def onderbouwde(onderwerp: Onderwerp, profiel: Profiel) -> Iterator[tuple[str, str, Feit]]:
    """The answers to the region's own questions that say where they come from."""
    for veld in _stukvelden(profiel):
        feit = onderwerp.feiten.get(veld.naam) if veld.eigen else None
        if feit is not None and not feit.kaal:
            yield veld.kort, _TEKST[veld.soort](feit.waarde, veld, profiel), feit


def kenmerkkoppen(profiel: Profiel) -> tuple[tuple[str, int], ...]:
    """The same as headings of a sheet, with their width."""
    return tuple(
        (veld.kop if veld.soort in _GETALLEN else veld.kort, _BREEDTES[veld.soort])
        for veld in _stukvelden(profiel)
    )


def kenmerkcellen(onderwerp: Onderwerp, profiel: Profiel) -> Iterator[str | int | Decimal]:
    """The same as cells: a number stays a number, a word what was filled in."""
    for veld in _stukvelden(profiel):
        waarde = waarde_van(onderwerp, veld)
        if waarde is not None and veld.soort in ("gemeente", "keuzes"):
            yield _TEKST[veld.soort](waarde, veld, profiel)
        else:
            yield "" if waarde is None else waarde
