"""The year of one member as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Deel, Gegevens, Stuk
from agenda.stuk.verklaringen import verklaringen
from agenda.weergave.jaar.gemeenteblad import gemeente_tabellen
from agenda.weergave.kop import agenda_van, herkomst_rijen

if TYPE_CHECKING:
    from agenda.jaar.gemeenteblad import Gemeenteblad


def gemeentestuk(blad: Gemeenteblad) -> Stuk:
    """One part, with a heading per table, and at the end by what it was made."""
    lijst = blad.agenda.ranglijst
    tabellen = enumerate(gemeente_tabellen(blad), start=1)
    herkomst = Gegevens(herkomst_rijen(lijst))
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
                    Deel("herkomst", "Versies en controlegetallen", (herkomst,)),
                ),
            ),
        ),
    )
