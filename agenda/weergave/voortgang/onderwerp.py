"""How it stands with one topic, in sentences, for the part about that topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.getallen import dag
from agenda.weergave.voortgang.woorden import gremium_tekst, toestand_tekst, wie_tekst
from agenda.weergave.woorden import als_zin, hoogstens
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.voortgang.stand import Onderwerpstand
    from agenda.voortgang.standfeit import Actie


def stand_zinnen(onderwerp: Onderwerpstand, profiel: Profiel) -> Iterator[str]:
    """Its state and since when, when it must be done, what happens next, and who does it."""
    feit = onderwerp.feit
    if feit is None:
        yield f"{toestand_tekst(onderwerp.toestand)}. Er is nog niets over gemeld."
        return
    yield f"{toestand_tekst(onderwerp.toestand)} sinds {dag(onderwerp.sinds)}."
    if onderwerp.te_laat and feit.klaar_op:
        yield f"Te laat: het moest klaar zijn op {dag(feit.klaar_op)}."
    elif feit.klaar_op:
        yield f"Moet klaar zijn op {dag(feit.klaar_op)}."
    if feit.volgende_stap:
        yield f"Volgende stap: {als_zin(feit.volgende_stap)}"
    if wie := wie_tekst(feit.wie, profiel):
        yield f"Wie: {wie}."
    if feit.acties:
        acties = [_actie(actie, profiel) for actie in feit.acties]
        yield f"Acties: {opsomming(hoogstens(acties), 'en')}."
    if feit.toelichting:
        yield als_zin(feit.toelichting)


def _actie(actie: Actie, profiel: Profiel) -> str:
    wie, voor = gremium_tekst(actie, profiel), actie.voor
    delen = [wie] if wie else []
    delen += [f"vóór {dag(voor)}"] if voor else []
    wanneer = f" ({', '.join(delen)})" if delen else ""
    return f"«{actie.wat}»{wanneer}"
