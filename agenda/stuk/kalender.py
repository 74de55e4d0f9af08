"""The chapter on the year: when bodies meet, what is treated when, and what does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.jaarplan import agendakalender, jaarplan_van
from agenda.stuk.blokken import Alinea, Deel, Onderwerpentabel
from agenda.weergave.getallen import korte_dag
from agenda.weergave.jaar.kalender import knelpunten_tabel, momentnoten
from agenda.weergave.jaar.plankalender import kalender_of_zin
from agenda.weergave.jaar.woorden import aannames, keuze_zin
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import onderwerp_anker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.uitleg.jaaragenda import Jaaragenda

TITEL = "De vergaderingen van het jaar"


def kalender_hoofdstuk(agenda: Jaaragenda) -> Iterator[Deel]:
    """The chapter, when there is anything to say: of what the plan chose, or of every topic."""
    jaarkalender = kalender_of_zin(lambda: agenda.eenmaal(agendakalender))
    if isinstance(jaarkalender, str):
        if jaarkalender:
            yield Deel("kalender", TITEL, (Alinea(jaarkalender),))
        return
    knelt = knelpunten_tabel(jaarkalender)
    knelpunten = (Deel("kalender-knelt", knelt.titel, (knelt,)),) if knelt else ()
    delen = (*_wanneer(jaarkalender), *knelpunten)
    blokken = [*map(Alinea, momentnoten(jaarkalender))]
    if jaarkalender.kalender.vergaderingen:
        blokken.append(Alinea(keuze_zin(jaarkalender.profiel, agenda.eenmaal(jaarplan_van))))
    if blokken or delen:
        yield Deel("kalender", TITEL, tuple(blokken), delen)


def _wanneer(jaarkalender: Jaarkalender) -> Iterator[Deel]:
    """Per body its days, and per topic on which of these it is treated."""
    if not jaarkalender.kalender.vergaderingen:
        return
    dagen: dict[str, list[str]] = {}
    behandeld: dict[str, dict[str, list[str]]] = {}
    for vergadering in jaarkalender.kalender.vergaderingen:
        naam = jaarkalender.profiel.gremium[vergadering.gremium].naam
        datum = korte_dag(vergadering.datum)
        dagen.setdefault(naam, []).append(f"{datum} (vast)" if vergadering.vast else datum)
        for code in jaarkalender.onderwerpen_van(vergadering):
            behandeld.setdefault(code, {}).setdefault(naam, []).append(datum)
    jaar = jaarkalender.kalender.jaar
    rijen = tuple((naam, ", ".join(wanneer)) for naam, wanneer in dagen.items())
    tabel = Tabel(
        f"Vergaderingen in {jaar}", ("Wie", "Wanneer"), rijen, tuple(aannames(jaarkalender)), (0, 1)
    )
    yield Deel("kalender-dagen", tabel.titel, (tabel,))
    if behandeld:
        namen = [naam for naam in dagen if any(naam in waar for waar in behandeld.values())]
        yield _per_onderwerp(jaarkalender, namen, behandeld)


def _per_onderwerp(
    jaarkalender: Jaarkalender, namen: list[str], behandeld: dict[str, dict[str, list[str]]]
) -> Deel:
    """When each topic is treated, by whom; in the order in which they come up."""
    woord = jaarkalender.profiel.woorden.onderwerp
    rijen = tuple(
        (jaarkalender.titel(code), *(", ".join(waar.get(naam, ("–",))) for naam in namen))
        for code, waar in behandeld.items()
    )
    titel = f"Wanneer komt {woord.elk} langs?"
    tabel = Tabel(titel, (woord.kop, *namen), rijen, rekbaar=(0,))
    doelen = tuple(map(onderwerp_anker, behandeld))
    return Deel("kalender-onderwerpen", titel, (Onderwerpentabel(tabel, 0, doelen, dicht=True),))
