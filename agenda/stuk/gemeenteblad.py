"""The year of one member as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Deel, Gegevens, Stuk
from agenda.stuk.verantwoording import verklaringen
from agenda.weergave.jaar.gemeenteblad import gemeente_tabellen
from agenda.weergave.kop import agenda_van, herkomst_rijen

if TYPE_CHECKING:
    from agenda.jaar.gemeenteblad import Gemeenteblad


def gemeentestuk(blad: Gemeenteblad) -> Stuk:
    """A chapter per table, and at the end by what it was made."""
    lijst = blad.agenda.ranglijst
    return Stuk(
        blad.lid.naam,
        agenda_van(lijst),
        tuple(verklaringen(blad.agenda)),
        (
            *(
                Deel(f"deel-{nummer}", tabel.titel, (tabel.zonder("Code"),))
                for nummer, tabel in enumerate(gemeente_tabellen(blad), start=1)
            ),
            Deel("herkomst", "Versies en controlegetallen", (Gegevens(herkomst_rijen(lijst)),)),
        ),
    )
