"""What is asked, and the outcome in a few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.kennis.profiel import GEEN_TEKSTEN
from agenda.stuk.blokken import Alinea, Deel, Gegevens, Lijst
from agenda.stuk.oplegger.indeling import indeling_punten
from agenda.stuk.oplegger.lijst import eerste_plaatsen
from agenda.stuk.oplegger.zinnen import (
    aantal,
    genoemd,
    is_of_zijn,
    met_aanhef,
    per_plaats,
)
from agenda.stuk.plek import afwijking_kort
from agenda.stuk.verklaringen import wie_beslist
from agenda.voortgang.gevolgd import stand_bij
from agenda.weergave.besluit import status_tekst
from agenda.weergave.getallen import dag
from agenda.weergave.woorden import als_kop, heeft_plek, telwoord
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.kennis.woorden import Woord
    from agenda.rangorde.besluit import Vastgesteld
    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda

OPEN = "…" * 12
"""What nobody knows yet when the memo is made: a dotted line to write on."""
MAX_GEDEELD = 3
"""So many shared places are named after the first place."""


def velden(agenda: Jaaragenda) -> Gegevens:
    """For whom it is, from whom, and how far it is."""
    ranglijst = agenda.ranglijst
    wat = "ranglijst" if ranglijst.rangschikt else "lijst"
    return Gegevens(
        (
            ("Aan", ranglijst.profiel.teksten.vergadering),
            ("Van", _afzender(agenda)),
            ("Stand", status_tekst(agenda.besluit)),
            ("Peildatum", dag(ranglijst.dossier.instellingen.peildatum)),
            ("Vergadering", OPEN),
            ("Agendapunt", OPEN),
            ("Bijlagen", f"{wat} met motivering per {ranglijst.profiel.woorden.onderwerp.een}"),
        ),
        naast=True,
    )


def _afzender(agenda: Jaaragenda) -> str:
    """The first body of officials on the usual way that advises or proposes on every topic."""
    profiel = agenda.ranglijst.profiel
    for stap in profiel.route:
        gremium = profiel.gremium[stap.gremium]
        voor = stap.rol in ("adviseert", "stelt-voor") and gremium.soort == "ambtelijk"
        if stap.weg == profiel.gewone_weg and not stap.als and voor:
            return gremium.naam
    return OPEN


def gevraagd(agenda: Jaaragenda, *, met_wie: bool = True) -> Deel:
    """What is asked of the meeting; once it is adopted first what was decided.

    Args:
        met_wie: whether it is said here who decides.
    """
    vragen = Lijst(_vragen(agenda), genummerd=True)
    wie = " ".join(wie_beslist(agenda)) if met_wie else ""
    slot = (Alinea(wie),) if wie else ()
    if agenda.besluit is None:
        return Deel("oplegger-gevraagd", "Gevraagd", (vragen, *slot))
    if stand_bij(agenda):  # what was asked before the decision has had its answer
        return Deel("oplegger-gevraagd", "Besloten", (Alinea(_besloten(agenda)), *slot))
    blokken = (Alinea(_besloten(agenda)), Alinea("Dit werd gevraagd:"), vragen, *slot)
    return Deel("oplegger-gevraagd", "Besloten", blokken)


def _vragen(agenda: Jaaragenda) -> tuple[str, ...]:
    """What the region asks; of one that does not say so, to discuss what there is."""
    eigen = agenda.ranglijst.profiel.teksten.gevraagd
    if eigen != GEEN_TEKSTEN.gevraagd:
        return eigen
    lijst = "ranglijst" if agenda.ranglijst.rangschikt else "lijst"
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    return (f"Bespreek de {lijst} en de motivering per {woord.een}.",)


def _besloten(agenda: Jaaragenda) -> str:
    if not agenda.ranglijst.rangschikt:
        return "De lijst is vastgesteld."
    hoeveel = sum(v.afwijking is not None for v in agenda.volgorde)
    met = f"met {telwoord(hoeveel)} {'afwijking' if hoeveel == 1 else 'afwijkingen'} van"
    return f"De ranglijst is vastgesteld, {met if hoeveel else 'zoals'} de berekende volgorde."


def kern(agenda: Jaaragenda) -> Deel:
    """How many, who come first, and the table of the first places."""
    blokken: list[Blok] = [Alinea(_beoordeeld(agenda))]
    if agenda.ranglijst.alle and agenda.ranglijst.rangschikt:
        groepen = per_plaats(agenda.volgorde)
        blokken.append(met_aanhef(_plaats_1(agenda, groepen), *_verder(agenda, groepen)))
    if punten := tuple(indeling_punten(agenda)):
        blokken.append(Lijst(punten))
    return Deel("oplegger-kern", "Kern", (*blokken, *eerste_plaatsen(agenda)))


def _beoordeeld(agenda: Jaaragenda) -> str:
    ranglijst, woord = agenda.ranglijst, agenda.ranglijst.profiel.woorden.onderwerp
    alle = len(ranglijst.alle)
    if not alle:
        return f"Er staan nog geen {woord.meer} in dit dossier."
    if not heeft_plek(ranglijst):
        return f"Er {'staat' if alle == 1 else 'staan'} {aantal(woord, alle)} op de lijst."
    lijst = "ranglijst" if ranglijst.rangschikt else "lijst"
    staat = ("staat", "staan")
    tellingen = (
        (len(ranglijst.toegelaten), staat, f"op de {lijst}"),
        (len(ranglijst.onbeslist), ("is", "zijn"), "onbeslist"),
        (len(ranglijst.niet_toegelaten), staat, "er niet op"),
    )
    delen = [
        f"{_zij(woord, n, alle)} {werkwoord[n != 1]} {wat}" for n, werkwoord, wat in tellingen if n
    ]
    beoordeeld = f"Er {is_of_zijn(alle)} {aantal(woord, alle)} beoordeeld"
    return f"{beoordeeld}: {opsomming(delen, 'en')}."


def _zij(woord: Woord, deel: int, alle: int) -> str:
    """So many of all: «3», «alle drie», or what stands for the only one."""
    if alle == 1:
        return woord.zij
    return f"alle {telwoord(alle)}" if deel == alle else str(deel)


def _plaats_1(agenda: Jaaragenda, groepen: Sequence[tuple[int, list[Vastgesteld]]]) -> str:
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    if not groepen:
        return f"Er staat {woord.geen} op de ranglijst."
    eerste = groepen[0][1]
    if len(eerste) > 1:
        return als_kop(f"{aantal(woord, len(eerste))} delen plaats 1.")
    anders = f" ({afwijking_kort(eerste[0])})" if eerste[0].afwijking else ""
    return f"{genoemd(eerste[0].titel)} staat op plaats 1{anders}."


def _verder(agenda: Jaaragenda, groepen: Sequence[tuple[int, list[Vastgesteld]]]) -> Iterator[str]:
    """Which other places are shared, what that means, and whether any place was changed."""
    gedeeld = [(plaats, len(groep)) for plaats, groep in groepen if len(groep) > 1]
    andere = [(plaats, hoeveel) for plaats, hoeveel in gedeeld if plaats != 1]
    if andere:
        delen = [f"{telwoord(n)} delen plaats {plaats}" for plaats, n in andere[:MAX_GEDEELD]]
        over = len(andere) - MAX_GEDEELD
        meer = "nog één plaats wordt" if over == 1 else f"nog {telwoord(over)} plaatsen worden"
        delen += [f"{meer} gedeeld"] if over > 0 else []
        yield als_kop(f"{opsomming(delen, 'en')}.")
    if gedeeld and not agenda.wijkt_af:
        yield "Een gelijke score is een gelijke plaats."
    if len(groepen) > 1 and not gedeeld:
        yield "Geen enkele plaats wordt gedeeld."
    if hoeveel := sum(v.afwijking is not None for v in agenda.volgorde):
        wordt = "is één plaats" if hoeveel == 1 else f"zijn {telwoord(hoeveel)} plaatsen"
        yield (
            f"Bij het vaststellen {wordt} veranderd; daar staat ‘anders’, met de berekende plaats."
        )
