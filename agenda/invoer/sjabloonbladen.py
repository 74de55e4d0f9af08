"""What the Excel template asks in a region: a sheet of topics, and what more it wants to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.rijen import ledennamen
from agenda.invoer.sjabloonkolommen import Kolommenmaker
from agenda.invoer.sjabloonvorm import Sjabloonblad
from agenda.invoer.tabelvorm import (
    DEELNAMEBLAD,
    GRENZENBLAD,
    LEDENBLAD,
    VOORKEURENBLAD,
    onderwerptabel,
    tabellen_ernaast,
)
from agenda.kennis.woorden import EIGEN_WOORDEN
from agenda.onderwerp.invullijst import ALLE, invullijst

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agenda.invoer.tabelvorm import Tabelvorm
    from agenda.kennis.profiel import Profiel

_LEEG = "Leeg betekent onbekend; schrijf «geen» als er echt niets is."


def sjabloonbladen(
    profiel: Profiel, criteria: Mapping[str, str], zinnen: Mapping[str, str], jaar: int
) -> tuple[Sjabloonblad, ...]:
    """The sheets that people fill in: topics first, then members and pairs where asked for.

    Args:
        criteria: code → title.
        zinnen: code of a criterium → its sentence.
    """
    vorm = onderwerptabel(invullijst(profiel, criteria))
    maker = Kolommenmaker(profiel, zinnen)
    woord = profiel.woorden.onderwerp
    uitleg = (
        f"Vul per {woord.een} één rij in, onder de gele voorbeeldrij. Zet ; tussen meer codes in"
        " één cel. Leeg betekent onbekend; schrijf «geen» als er echt niets is.\nUitleg: wijs een"
        " kop aan, of zie het blad Uitleg. Klaar? Sla op, sluit Excel en doe: agenda controleer MAP"
        " (de map waar dit bestand in staat)"
    )
    van_onderwerpen = Sjabloonblad(
        vorm.blad, titel_van(profiel, jaar), uitleg, tuple(maker.kolommen(vorm)), voorbeeld=True
    )
    ernaast = tabellen_ernaast(profiel, criteria)
    return (van_onderwerpen, *(_BLADEN[vorm.blad](maker, vorm) for vorm in ernaast))


def titel_van(profiel: Profiel, jaar: int) -> str:
    """What stands above the topics."""
    woorden, naam = profiel.woorden, profiel.regio.naam
    wat = "de agenda"
    if woorden.agenda != EIGEN_WOORDEN.agenda:
        wat = woorden.agenda.met_lidwoord
    return f"{woorden.onderwerp.koppen} voor {wat} {jaar} van {naam}"


def _leden(maker: Kolommenmaker, vorm: Tabelvorm) -> Sjabloonblad:
    profiel, lid = maker.profiel, maker.profiel.woorden.lid
    titel = f"Wat bekend is van {lid.elk}"
    uitleg = f"Vul per {lid.een} in wat u weet. {_LEEG}"
    rijen = tuple((naam,) for naam in ledennamen(profiel).values())
    return Sjabloonblad(
        vorm.blad, titel, uitleg, tuple(maker.kolommen(vorm)), rijen, vaste_kolommen=1
    )


def _deelname(maker: Kolommenmaker, vorm: Tabelvorm) -> Sjabloonblad:
    onderwerp, lid = maker.profiel.woorden.onderwerp, maker.profiel.woorden.lid
    titel = f"Wat bekend is van {onderwerp.elk} bij {lid.elk}"
    uitleg = (
        f"Vul één rij in voor {onderwerp.elk} bij {lid.elk} waar u iets van weet; de andere"
        f" laat u weg. {_LEEG}\nGeldt het voor {ALLE} {onderwerp.meer} of {ALLE} {lid.meer}?"
        f" Schrijf «{ALLE}». Een rij die {onderwerp.met_lidwoord} en {lid.met_lidwoord} noemt,"
        " gaat daarvoor."
    )
    return Sjabloonblad(vorm.blad, titel, uitleg, tuple(maker.kolommen(vorm)))


def _voorkeuren(maker: Kolommenmaker, vorm: Tabelvorm) -> Sjabloonblad:
    profiel, lid = maker.profiel, maker.profiel.woorden.lid
    titel = f"Hoe zwaar de criteria wegen voor {lid.elk}"
    uitleg = (
        f"Zet per {lid.een} een 1 bij het criterium dat het zwaarst weegt, een 2 bij het volgende,"
        " enzovoort. Hetzelfde getal: geen volgorde tussen die twee. Leeg: er is niets over gezegd."
        "\nDe ranglijst verandert hier niet door. Wat het wel doet, toont: agenda robuust MAP"
    )
    rijen = tuple((naam,) for naam in ledennamen(profiel).values())
    kolommen = tuple(maker.kolommen(vorm))
    return Sjabloonblad(
        vorm.blad, titel, uitleg, kolommen, rijen, vaste_kolommen=1, invulrijen=len(rijen)
    )


def _grenzen(maker: Kolommenmaker, vorm: Tabelvorm) -> Sjabloonblad:
    titel = "Hoeveel elk criterium minstens en hoogstens mag tellen"
    uitleg = (
        "Vul alleen iets in als daar afspraken over zijn: in hele procenten van alle gewichten"
        " samen. Leeg: er is geen grens.\nDe ranglijst verandert hier niet door. Wat het wel doet,"
        " toont: agenda robuust MAP"
    )
    rijen = tuple((naam,) for naam in vorm.lijst.criteria.values())
    kolommen = tuple(maker.kolommen(vorm))
    return Sjabloonblad(
        vorm.blad, titel, uitleg, kolommen, rijen, vaste_kolommen=1, invulrijen=len(rijen)
    )


_BLADEN: dict[str, Callable[[Kolommenmaker, Tabelvorm], Sjabloonblad]] = {
    LEDENBLAD: _leden,
    DEELNAMEBLAD: _deelname,
    VOORKEURENBLAD: _voorkeuren,
    GRENZENBLAD: _grenzen,
}
"""How each sheet beside that of topics is made."""
