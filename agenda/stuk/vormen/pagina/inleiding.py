"""What opens the page: what is asked of the reader, and what there is to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.oplegger.kern import gevraagd
from agenda.stuk.oplegger.zeker import tel_onbekend
from agenda.stuk.oplegger.zinnen import aantal, per_plaats
from agenda.stuk.plek import heeft_grens
from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.weergave.besluit import status_tekst
from agenda.weergave.woorden import als_kop, telwoord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.stuk.blokken import Stuk
    from agenda.stuk.vormen.pagina.opmaak import Opmaak
    from agenda.uitleg.jaaragenda import Jaaragenda


def titelbalk(agenda: Jaaragenda, stuk: Stuk) -> str:
    """The name of the agenda, of whom it is, and how far it is."""
    regio = agenda.ranglijst.profiel.regio.naam
    naam = stuk.titel.removesuffix(f", {regio}")
    return (
        f'<header>\n<h1>{tekst(naam)} <span class="regio">{tekst(regio)}</span></h1>\n'
        f'<p class="status"><span>{tekst(status_tekst(agenda.besluit))}</span></p>\n</header>\n'
    )


def inleiding(agenda: Jaaragenda, opmaak: Opmaak) -> str:
    """Two columns: what is asked, and what the list says; the script tells here of a trial."""
    deel = gevraagd(agenda, met_wie=False)
    vraag = deel.titel if agenda.besluit else "Wat vragen wij u?"
    return (
        f'<div id="inleiding">\n<section id="gevraagd">\n<h2>{tekst(vraag)}</h2>\n'
        '<button type="button" id="knop-gevraagd" class="smal met-script" aria-expanded="false"'
        f" hidden>{tekst(vraag)}</button>\n<div>{opmaak.blokken(deel.blokken)}</div></section>\n"
        f'<section id="te-zien">\n<h2>Wat ziet u?</h2>\n<p>{_te_zien(agenda)}</p>\n</section>\n'
        f"{_proef(agenda)}</div>\n"
    )


def _proef(agenda: Jaaragenda) -> str:
    """What stands there while somebody tries other weights."""
    if not agenda.ranglijst.rangschikt:
        return ""
    lijst = "de vastgestelde lijst" if agenda.besluit else "de lijst van het voorstel"
    gelijk = len({*agenda.ranglijst.gewichten.values()}) == 1
    terug = "Alles weer even zwaar" if gelijk else "Terug naar de gewichten van de lijst"
    return (
        f'<section id="proef" hidden>\n<h2>Dit is een proef, niet {lijst}</h2>\n'
        f'<button type="button" id="knop-terug">{terug}</button>\n<p id="proefzin"></p>\n'
        "</section>\n"
    )


def _te_zien(agenda: Jaaragenda) -> str:
    """In a few sentences what the list says, and how sure that is; as HTML."""
    if not agenda.ranglijst.rangschikt or not agenda.volgorde:
        return " ".join(map(tekst, _hoeveel(agenda)))
    eerste = f"<strong>{tekst(_plaats_1(agenda))}</strong>"
    zinnen = [*map(tekst, (*_hoe_zeker(agenda), *_onbekend(agenda)))]
    return " ".join([eerste, *zinnen, *_onbeslist(agenda)])


def _plaats_1(agenda: Jaaragenda) -> str:
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    _, eerste = per_plaats(agenda.volgorde)[0]
    deelt = "delen" if len(eerste) > 1 else "staat op"
    return als_kop(f"{aantal(woord, len(eerste))} {deelt} plaats 1.")


def _hoe_zeker(agenda: Jaaragenda) -> Iterator[str]:
    """How many are in the top whatever the weights, how many never, and of how many it depends."""
    if not heeft_grens(agenda):
        return
    kansen = [k.verdeling.in_top(agenda.top) for k in agenda.robuustheid.plaatskansen]
    altijd, nooit = (sum(kans == deel for kans in kansen) for deel in (1, 0))
    top, staan = f"in de top {agenda.top}", "staat" if altijd == 1 else "staan"
    getrokken = "bij elke getrokken weging" if agenda.robuustheid.trekking else "altijd"
    yield (
        f"Zolang elk criterium iets telt, {staan} er {telwoord(altijd)} {getrokken} {top} en"
        f" {telwoord(nooit)} nooit."
    )
    if over := len(kansen) - altijd - nooit:
        yield f"Bij de andere {over} beslist hoe zwaar elk criterium telt."


def _onbekend(agenda: Jaaragenda) -> Iterator[str]:
    if antwoorden := sum(map(tel_onbekend, agenda.ranglijst.toegelaten)):
        een = antwoorden == 1
        yield f"{antwoorden} {'antwoord is' if een else 'antwoorden zijn'} nog onbekend."


def _onbeslist(agenda: Jaaragenda) -> Iterator[str]:
    """How many topics are not decided yet, with a link to them; as HTML."""
    if hoeveel := len(agenda.ranglijst.onbeslist):
        woord, zijn = agenda.ranglijst.profiel.woorden.onderwerp, "is" if hoeveel == 1 else "zijn"
        link = f'<a href="#lijst-onbeslist">{tekst(woord.geteld(hoeveel))}</a>'
        yield f"{link} {zijn} nog onbeslist."


def _hoeveel(agenda: Jaaragenda) -> Iterator[str]:
    alle = len(agenda.ranglijst.alle)
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    if not alle:
        yield f"Er staan nog geen {woord.meer} in dit dossier."
    elif agenda.volgorde:
        hoeveel = len(agenda.volgorde)
        yield f"Er {'staat' if hoeveel == 1 else 'staan'} {aantal(woord, hoeveel)} op de lijst."
    else:
        yield f"Er staat {woord.geen} op de lijst."
