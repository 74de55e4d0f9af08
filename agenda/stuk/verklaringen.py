"""What the region says of every export: who decides, and what the list is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Gegevens
from agenda.uitleg.route import zonder_besluit
from agenda.weergave.kop import herkomst_rijen
from agenda.weergave.uitleg.route import beslisser_in_zin, zonder_besluit_zin
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.uitleg.jaaragenda import Jaaragenda

HERKOMST = "Versies en controlegetallen"


def verklaringen(agenda: Jaaragenda) -> tuple[Alinea, ...]:
    """What the region says of every export: who decides, and what the list is not."""
    return (*(Alinea(zin, nadruk=True) for zin in wie_beslist(agenda)), *voorbehoud(agenda))


def herkomst_deel(lijst: Ranglijst) -> Deel:
    """The last part of a document of its own: by what it was made."""
    return Deel("herkomst", HERKOMST, (Gegevens(herkomst_rijen(lijst)),))


def voorbehoud(agenda: Jaaragenda) -> tuple[Alinea, ...]:
    """What the list is not, in the words of the region."""
    profiel = agenda.ranglijst.profiel
    alineas = [
        Alinea(f"{v.zin} (Bron: {profiel.citeer(v.bron)}.)", nadruk=True)
        for v in profiel.teksten.verklaringen
    ]
    if profiel.regio.opmerking:
        alineas.append(Alinea(profiel.regio.opmerking))
    return tuple(alineas)


def wie_beslist(agenda: Jaaragenda) -> Iterator[str]:
    """Who on the way of these topics does not decide, and who does; from the bodies' own data."""
    profiel = agenda.ranglijst.profiel
    if gremia := zonder_besluit(profiel):
        yield zonder_besluit_zin(gremia, profiel)
    if beslissers := [beslisser_in_zin(g) for g in profiel.beslissers]:
        lid, apart = profiel.woorden.lid, all(g.per_lid == "ja" for g in profiel.beslissers)
        waar = f", in {lid.elk} apart" if apart else ""
        yield f"Alleen het besluit van {opsomming(beslissers)} telt{waar}."
