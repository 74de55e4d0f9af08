"""The facts over what comes after the decision: of a working group, a member in these, a decision.

Only rules over one of these see them; see `regels.model.NA_BESLUIT`. What they come to on a day is
worked out in agenda/voortgang/.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.model import MAX_GETAL, Veld

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.profiel import Profiel

GREMIUM, TREKKER = "gremium", "trekker"
AANTAL_ZETELS, LEDEN_MET_ZETEL = "aantal_zetels", "aantal_leden_met_zetel"
CENTRUM, DEELREGIOS = "centrum_vertegenwoordigd", "deelregios_vertegenwoordigd"
"""Over a working group."""

AANTAL_WERKGROEPEN, INZET_PROCENT = "aantal_werkgroepen", "inzet_procent"
BOVEN_RUIMTE = "inzet_boven_ruimte_procent"
"""Over a member in the working groups."""

INGESTEMD, AFGEWEZEN, AANGEHOUDEN = "leden_ingestemd", "leden_afgewezen", "leden_aangehouden"
ZONDER_BESLUIT, NIET_INGESTEMD = "leden_zonder_besluit", "leden_niet_ingestemd"
"""Over an adopted agenda: how many members decided what."""

JA_NEE = ("ja", "nee")
_PROCENT = ("procent", "procent")


def navelden(profiel: Profiel) -> tuple[Veld, ...]:
    """The facts that rules over what comes after the decision may use."""
    return (*_van_groep(profiel), *_van_zetels(profiel), *_van_besluit(profiel))


def _van_groep(profiel: Profiel) -> Iterator[Veld]:
    regio, woord = profiel.regio, profiel.woorden
    lid = (woord.lid.een, woord.lid.meer)
    if profiel.gremia:
        gremia = tuple((gremium.code, gremium.naam) for gremium in profiel.gremia)
        codes = tuple(profiel.gremium)
        yield Veld(GREMIUM, "soort werkgroep", codes, over="groep", namen=gremia)
    zetels = "zetels in de werkgroep"
    yield Veld(AANTAL_ZETELS, zetels, eenheid=("zetel", "zetels"), over="groep")
    wie = f"{woord.lid.meer} met een zetel in de werkgroep"
    yield Veld(LEDEN_MET_ZETEL, wie, eenheid=lid, over="groep", hoogste=regio.aantal or MAX_GETAL)
    if regio.leden:
        leden = tuple((wie.code, wie.naam) for wie in regio.leden)
        yield Veld(
            TREKKER, "trekker van de werkgroep", tuple(profiel.lid), over="groep", namen=leden
        )
    if regio.centrum:
        naam = profiel.lid[regio.centrum].naam
        yield Veld(CENTRUM, f"vertegenwoordiging van {naam} als centrum", JA_NEE, over="groep")
    if regio.deelregios:
        yield Veld(
            DEELREGIOS,
            f"vertegenwoordigde {woord.deelregio.meer}",
            tuple(profiel.deelregio),
            over="groep",
            meer=True,
            namen=tuple((deel.code, deel.naam) for deel in regio.deelregios),
        )


def _van_zetels(profiel: Profiel) -> Iterator[Veld]:
    lid = profiel.woorden.lid.een
    groepen = ("werkgroep", "werkgroepen")
    yield Veld(AANTAL_WERKGROEPEN, f"werkgroepen van de {lid}", eenheid=groepen, over="zetels")
    procent = "inzet in werkgroepen, in procenten van een voltijdbaan"
    yield Veld(INZET_PROCENT, procent, eenheid=_PROCENT, over="zetels")
    boven = "inzet boven de ruimte die er is, in procenten van een voltijdbaan"
    yield Veld(BOVEN_RUIMTE, boven, eenheid=_PROCENT, over="zetels")


def _van_besluit(profiel: Profiel) -> Iterator[Veld]:
    woord, aantal = profiel.woorden.lid, profiel.regio.aantal or MAX_GETAL
    for naam, wat in (
        (INGESTEMD, "hebben ingestemd"),
        (AFGEWEZEN, "hebben afgewezen"),
        (AANGEHOUDEN, "hebben aangehouden"),
        (ZONDER_BESLUIT, "nog niet hebben besloten"),
        (NIET_INGESTEMD, "niet of nog niet hebben ingestemd"),
    ):
        eenheid = (woord.een, woord.meer)
        omschrijving = f"{woord.meer} die {wat}"
        yield Veld(naam, omschrijving, eenheid=eenheid, over="besluit", hoogste=aantal)
