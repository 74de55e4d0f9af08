"""The sheets with the year of one member: amounts as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.vormen.excel.werkblad import Blad, bladkolommen
from agenda.weergave.jaar.gemeenteblad import gemeente_rijen, kosten_rijen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.gemeenteblad import Gemeenteblad


def gemeente_bladen(blad: Gemeenteblad) -> Iterator[Blad]:
    """A sheet with everything, a row per finding, and one with what it costs."""
    koppen = (("Soort", 14), ("Code", 26), ("Titel", 50), ("Wat", 40), ("Toelichting", 60))
    zonder_kosten = tuple(rij for rij in gemeente_rijen(blad) if rij[0] != "kosten")
    yield Blad("Blad", bladkolommen(*koppen), zonder_kosten, vast=1)
    if blad.aandelen:
        bedragen = (("Samen (€)", 16), (f"Deel van {blad.lid.naam} (€)", 26))
        yield Blad(
            "Kosten",
            bladkolommen(("Code", 26), ("Wat", 60), *bedragen),
            tuple(kosten_rijen(blad)),
            vast=1,
        )
