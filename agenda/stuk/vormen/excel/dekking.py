"""The sheets with who has what proposals ask: the matrix, a row per cell, and the targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.vormen.excel.werkblad import Blad, Bladkolom, bladkolommen
from agenda.weergave.voortgang.dekking import dekking_plat, doelen_tabel
from agenda.weergave.voortgang.dekking_woorden import TOESTANDNAMEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.voortgang.dekking import Dekkingsoverzicht, Partij, Rij
    from agenda.weergave.vormen import Tabel

_BREEDTES = {"Titel": 36, "Onderdeel": 36, "Toelichting": 36, "Plaats": 36, "Onze lezing": 50}
_BREEDTES |= {"Doel": 36, "Waar het staat": 60, "Hoeveel": 26, "Wanneer": 26, "Voor wie": 26}
_SMAL = 16


def dekking_bladen(dekking: Dekkingsoverzicht) -> Iterator[Blad]:
    """All sheets."""
    yield _matrix(dekking)
    yield _blad("Per vak", dekking_plat(dekking), vast=4)
    if dekking.doelen:
        yield _blad("Doelen", doelen_tabel(dekking), vast=2)


def _matrix(dekking: Dekkingsoverzicht) -> Blad:
    """A row per part, a column per subregion and per member, in words."""
    regio = dekking.profiel.regio
    partijen: tuple[Partij, ...] = (*regio.deelregios, *regio.leden)
    kop = dekking.profiel.woorden.voorstel.kop

    def rij_van(rij: Rij) -> tuple[str | int, ...]:
        per = {cel.wie: TOESTANDNAMEN[cel.toestand] for cel in rij.alle}
        onderdeel = rij.onderdeel
        eerst = (onderdeel.voorstel, onderdeel.naam, onderdeel.gevraagd)
        return (*eerst, *(per.get(wie, "") for wie in partijen), onderdeel.opmerking)

    kolommen = (
        *bladkolommen((kop, 10), ("Onderdeel", 36), ("Gevraagd", 10)),
        *(Bladkolom(wie.naam, 11) for wie in partijen),
        Bladkolom("Opmerking", 60),
    )
    return Blad("Wie heeft wat", kolommen, tuple(map(rij_van, dekking.rijen)), vast=2)


def _blad(naam: str, tabel: Tabel, vast: int) -> Blad:
    kolommen = ((kop, _BREEDTES.get(kop, _SMAL)) for kop in tabel.koppen)
    return Blad(naam, bladkolommen(*kolommen), tabel.rijen, vast)
