"""What does not fit in a year, and what was assumed, in Dutch sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.spreiding import WACHT
from agenda.onderwerp.kalender import PER_VERGADERING
from agenda.weergave.getallen import dag, weekdag_en_dag
from agenda.weergave.woorden import hoogstens_tekst, in_zin
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.jaarplan import Jaarplan
    from agenda.jaar.kalender import Knelpunt
    from agenda.jaar.ongebruikt import Ongebruikt
    from agenda.jaar.spreiding import GeenPlek
    from agenda.kennis.profiel import Profiel


TE_FIJN = (
    "Voor dit dossier is geen jaarplan te maken. Het aantal dat oordeelt, is bij elk onderwerp"
    " anders. De punten worden daardoor breuken die zo fijn zijn, dat niet te bewijzen is wat het"
    " beste plan is."
)


def knelpunt_zin(knelpunt: Knelpunt, profiel: Profiel) -> str:
    """What does not fit in the days of a body, and what stands in the way."""
    namen = opsomming(map(in_zin, knelpunt.door), "en")
    door = f" Dat komt door: {namen}." if namen else ""
    van, tot = dag(knelpunt.van), dag(knelpunt.tot)
    if knelpunt.soort == "gat":
        weken = telling(knelpunt.aantal, "week", "weken")
        return f"Tussen {van} en {tot} zit meer dan {weken}.{door}"
    if knelpunt.soort == "geen-dag":
        return f"Van {van} tot en met {tot} is er geen dag vrij voor een vergadering.{door}"
    if knelpunt.soort == "te-laat":
        wie = in_zin(profiel.gremium[knelpunt.bij].naam)
        dagen = telling(knelpunt.aantal, "dag", "dagen")
        return f"Minstens {dagen} vóór {van} ({wie}) is er geen dag vrij om die voor te bereiden."
    vast, door = weekdag_en_dag(knelpunt.van), in_zin(knelpunt.door[0])
    return f"De vaste datum {vast} is geen gewone werkdag: {door}."


def te_vroeg_zin(zonder: GeenPlek, datum: date) -> str:
    """That a topic is fixed on a day on which it cannot be there yet."""
    eerst = dag(zonder.vanaf)
    return f"Staat vast op {dag(datum)}, maar kan daar op zijn vroegst op {eerst} zijn."


_ZONDER_GEVOLG = {
    "niet-op-de-agenda": "want het is niet of nog niet toegelaten tot de agenda",
    "niet-gekozen": "want het staat niet in het plan van dit jaar",
    "niet-langs": "want het gaat niet langs dit overleg, of dat is nog niet bekend",
    "vastgelopen": "want een stap ervoor heeft geen plek",
}


def ongebruikt_zin(afspraak: Ongebruikt, jaarkalender: Jaarkalender) -> str:
    """That what people fixed comes to nothing, and why."""
    titel = jaarkalender.titel(afspraak.onderwerp) if afspraak.onderwerp else ""
    if afspraak.soort == "genodigde":
        waar = f" bij «{titel}»" if titel else ""
        return f"«{afspraak.wie}» is gevraagd{waar}, maar zo'n vergadering is er niet."
    waarom = _ZONDER_GEVOLG[afspraak.soort]
    return f"«{titel}» staat hier vast in kalender.yaml, maar komt niet op de agenda, {waarom}."


def aannames(jaarkalender: Jaarkalender) -> Iterator[str]:
    """What the days and places rest on, so that people can set it another way."""
    kalender = jaarkalender.kalender
    if onbekend := kalender.vrij.onbekend:
        namen = opsomming(map(in_zin, onbekend), "en")
        yield (
            f"Van {kalender.jaar} is niet bekend wanneer dit is: {namen}. De dagen waarop dat in"
            " andere jaren viel, zijn daarom overgeslagen."
        )
    yield (
        "De datums volgen uit hoe vaak een overleg bijeenkomt. Ze vallen niet in het weekend, op"
        " een feestdag of in een schoolvakantie van een van de schoolregio's. Een school mag van de"
        " vakantie in het voorjaar en het najaar afwijken."
    )
    yield from _schoolregios(jaarkalender.profiel)
    if jaarkalender.volgorde:
        yield from _plekken(jaarkalender)
    if zonder := [jaarkalender.profiel.gremium[g].naam for g in kalender.zonder_dagen]:
        zij = "Die komen" if len(zonder) > 1 else "Dat komt"
        yield (
            f"Geen datum: {opsomming(map(in_zin, zonder), 'en')}. {zij} bijeen op afroep, of de"
            " bron zegt niet hoe vaak. Zet u in kalender.yaml een datum, dan staat die hier ook."
        )


def keuze_zin(profiel: Profiel, jaarplan: Jaarplan | None) -> str:
    """Which topics get a place in the meetings: those of the plan, or all when there is none."""
    woord = profiel.woorden.onderwerp
    if jaarplan is None:
        return (
            f"Er is geen jaarplan. Daarom is voor alle {woord.meer} van de lijst een plek gezocht."
        )
    jaar = jaarplan.opgave.jaren[0]
    if not jaarplan.eerste_jaar:
        return f"In het jaarplan begint niets in {jaar}. Daarom staat er niets op de agenda."
    return f"Een plek krijgen alleen de {woord.meer} die volgens het jaarplan in {jaar} beginnen."


def _plekken(jaarkalender: Jaarkalender) -> Iterator[str]:
    """How topics get their place, and for which no room is kept."""
    afspraken = jaarkalender.afspraken
    eigen = " waar kalender.yaml niets zegt" if afspraken.onderwerpen_per_vergadering else ""
    woord = jaarkalender.profiel.woorden.onderwerp
    yield (
        f"Wie eerder staat in de volgorde van uitvoeren, kiest eerst. Er passen hoogstens"
        f" {PER_VERGADERING} {woord.meer} in een vergadering{eigen}, en tussen twee stappen zitten"
        f" minstens {WACHT} dagen. Dat zijn keuzes van dit programma; in kalender.yaml kunt u"
        " datums, aantallen en weekdagen vastzetten."
    )
    yield from onzeker_zinnen(jaarkalender)


def _schoolregios(profiel: Profiel) -> Iterator[str]:
    """That all school regions count, as long as it is not known in which one members lie."""
    bekend = sum(
        lid.schoolregio is not None and lid.schoolregio.regio != "onbekend"
        for lid in profiel.regio.leden
    )
    if onbekend := profiel.regio.aantal - bekend:
        woord = profiel.woorden.lid
        yield (
            f"Van {telling(onbekend, woord.een, woord.meer)} is de schoolregio niet bekend."
            " Daarom tellen de vakanties van alle drie de schoolregio's."
        )


def onzeker_zinnen(jaarkalender: Jaarkalender) -> Iterator[str]:
    """For which topics it is not known whether they must come along a body."""
    woord = jaarkalender.profiel.woorden.onderwerp
    for gremium, codes in jaarkalender.onzeker.items():
        wie = jaarkalender.profiel.gremium[gremium].naam
        namen = hoogstens_tekst([jaarkalender.titel(code) for code in codes])
        yield (
            f"{wie}: van {telling(len(codes), woord.een, woord.meer)} is niet bekend of deze stap"
            f" nodig is. Daar is geen plek voor gehouden: {namen}."
        )
