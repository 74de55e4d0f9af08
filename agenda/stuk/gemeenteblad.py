"""The year of one member as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Deel, Stuk
from agenda.stuk.verklaringen import herkomst_deel, verklaringen
from agenda.weergave.jaar.gemeenteblad import gemeente_tabellen
from agenda.weergave.kop import agenda_van

if TYPE_CHECKING:
    from agenda.jaar.gemeenteblad import Gemeenteblad


def gemeentestuk(blad: Gemeenteblad) -> Stuk:
    """One part, with a heading per table, and at the end by what it was made."""
    lijst = blad.agenda.ranglijst
    tabellen = enumerate(gemeente_tabellen(blad), start=1)
    return Stuk(
        blad.lid.naam,
        agenda_van(lijst),
        tuple(verklaringen(blad.agenda)),
        (
            Deel(
                "blad",
                f"Wat deze agenda betekent voor {blad.lid.naam}",
                delen=(
                    *(Deel(f"deel-{n}", t.titel, (t.zonder("Code"),)) for n, t in tabellen),
                    herkomst_deel(lijst),
                ),
            ),
        ),
    )
