"""Progress in words: states, what is missing, and the answer in one or two sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.voortgang.standfeit import NAMEN
from agenda.weergave.getallen import dag
from agenda.weergave.kop import agenda_van
from agenda.weergave.woorden import als_kop, hoogstens, in_zin, telwoord
from regels.taal import opsomming

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel
    from agenda.voortgang.stand import GeenBesluit, Hiaat, Hiaatsoort, Onderwerpstand, Stand
    from agenda.voortgang.standfeit import Actie, Toestand, Uitvoerder

HIAATKOPPEN: dict[Hiaatsoort, str] = {
    "vereiste-gestopt": "Wat eerst moest, is gestopt",
    "te-laat": "Te laat, zonder nieuwe datum",
    "actie-voorbij": "Een actie had al klaar moeten zijn",
    "geen-stand": "Er is nog niets over gemeld",
    "geen-volgende-stap": "Er is geen volgende stap",
    "geen-datum": "Er is geen dag waarop het klaar moet zijn",
    "niemand": "Er staat niet bij wie het doet",
}
"""What is missing → how people say it."""

_WERKWOORDEN: dict[Toestand, tuple[str, str]] = {
    "klaar": ("is klaar", "zijn klaar"),
    "loopt": ("loopt", "lopen"),
    "doorgeschoven": ("is doorgeschoven", "zijn doorgeschoven"),
    "gestopt": ("is gestopt", "zijn gestopt"),
    "niet-begonnen": ("is niet begonnen", "zijn niet begonnen"),
}
"""State → the same in a sentence about one topic, and about more."""


def toestand_tekst(toestand: Toestand) -> str:
    """«Niet begonnen»."""
    return als_kop(NAMEN[toestand][0])


def toestand_cel(onderwerp: Onderwerpstand) -> str:
    """The state, with it said aloud when it is late: «Loopt, te laat»."""
    return f"{toestand_tekst(onderwerp.toestand)}{', te laat' if onderwerp.te_laat else ''}"


def met_toestand(onderwerp: Onderwerpstand) -> str:
    """A topic with its state: «Titel (loopt, te laat)»."""
    return f"{onderwerp.titel} ({in_zin(toestand_cel(onderwerp))})"


def titel_van(stand: Stand) -> str:
    """«Strategische agenda 2027, Nijmegen en Rivierenland: stand op 1 juni 2027»."""
    return f"{agenda_van(stand.agenda.ranglijst)}: stand op {dag(stand.op)}"


def antwoord(stand: Stand) -> str:
    """How it stands, in one or two sentences."""
    woord, aantal = stand.profiel.woorden.onderwerp, len(stand.onderwerpen)
    if not aantal:
        return f"Er zijn geen {woord.meer} vastgesteld."
    delen = []
    for toestand, (een, meer) in _WERKWOORDEN.items():
        hoeveel = len(stand.met_toestand(toestand))
        if hoeveel:
            delen.append(f"{telwoord(hoeveel)} {een if hoeveel == 1 else meer}")
    wat = f"{aantal} vastgestelde {woord.meer}" if aantal > 1 else f"het vastgestelde {woord.een}"
    zin = f"Stand op {dag(stand.op)} van {wat}: {opsomming(delen, 'en')}."
    laat = len(stand.te_laat)
    if laat:
        is_ = "is" if laat == 1 else "zijn"
        zin += f" {als_kop(telwoord(laat))} daarvan {is_} te laat."
    return zin


def wat_mist(onderwerp: Onderwerpstand, stand: Stand) -> list[str]:
    """What is missing at a topic, by kind."""
    return [HIAATKOPPEN[hiaat.soort] for hiaat in stand.hiaten_bij.get(onderwerp.code, ())]


def hiaat_zin(hiaat: Hiaat, stand: Stand) -> str:
    """What is missing at a topic, as a sentence that stands beside its title."""
    onderwerp, feit = hiaat.onderwerp, hiaat.onderwerp.feit
    if hiaat.soort == "te-laat" and feit and feit.klaar_op:
        return f"Het moest klaar zijn op {dag(feit.klaar_op)}. Er is geen nieuwe datum."
    if hiaat.soort == "vereiste-gestopt":
        titels = [f"«{stand.op_code[code].titel}»" for code in hiaat.waar]
        werkwoord = "is" if len(titels) == 1 else "zijn"
        return f"Dit kan pas na {opsomming(titels, 'en')}, en dat {werkwoord} gestopt."
    if hiaat.soort == "actie-voorbij":
        voorbij = [a for a in onderwerp.acties if a.wat in hiaat.waar and a.voor]
        delen = [f"«{a.wat}» (vóór {dag(a.voor)})" for a in voorbij if a.voor]
        return f"De dag is voorbij van: {opsomming(hoogstens(delen), 'en')}."
    return f"{HIAATKOPPEN[hiaat.soort]}."


def wie_tekst(wie: Uitvoerder | None, profiel: Profiel) -> str:
    """«Tiel, beleidsadviseur»; empty when nobody is named."""
    if wie is None:
        return ""
    lid = profiel.lid.get(wie.gemeente) if wie.gemeente else None
    return ", ".join(deel for deel in (lid.naam if lid else wie.gemeente, wie.functie) if deel)


def gremium_tekst(actie: Actie, profiel: Profiel) -> str:
    """The body that does it; empty when none is named."""
    return profiel.gremium[actie.gremium].naam if actie.gremium else ""


def geen_besluit_zin(fout: GeenBesluit) -> str:
    """That nothing was adopted yet, and what to do."""
    return (
        f"In {fout.map_} is nog niets vastgesteld, dus er is geen voortgang."
        " Leg eerst vast wat is besloten, met: agenda vaststellen"
    )
