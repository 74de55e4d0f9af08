"""How each part of the list is read, below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.plek import heeft_grens
from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.stuk.vormen.pagina.strook import BREED, HOOG, Schaal
from agenda.weergave.getallen import dag
from agenda.weergave.ranglijst import leeshulp
from agenda.weergave.woorden import hoogstens_tekst

if TYPE_CHECKING:
    from agenda.uitleg.jaaragenda import Jaaragenda


def leeswijzer(agenda: Jaaragenda) -> str:
    """The signs of the list with what they mean; nothing where there is no ranked list."""
    if not agenda.ranglijst.rangschikt or not agenda.volgorde:
        return ""
    schaal, y = Schaal(24, 10), HOOG // 2
    streep = (
        f'<svg class="strookje" viewBox="0 0 {BREED // 2} {HOOG}" aria-hidden="true">'
        f'<path class="lijn" d="M8 {y}H96M8 {y - 6}V{y + 6}M96 {y - 6}V{y + 6}"/>'
        f'<circle class="bol" cx="44" cy="{y}" r="6"/></svg>'
    )
    blok = (
        f'<svg class="blokje" viewBox="0 0 60 {HOOG}" aria-hidden="true">'
        f'<path class="blok" d="{schaal.blok(2, 4)}"/></svg>'
    )
    delen = [
        ('<span class="vak ja"></span>', "ja: telt mee"),
        ('<span class="vak onbekend"></span>', "onbekend: kan nog meetellen"),
        ('<span class="vak nee"></span>', "nee: telt niet mee"),
        (
            '<span class="vak ja lezing"></span>',
            "hoekje eraf: onze lezing, het staat niet letterlijk in de bron",
        ),
        (streep, "van beste tot slechtste plaats over alle wegingen; de bol is het gemiddelde"),
        (blok, "de plaats nu, zo breed als die gedeeld is"),
        ('<span class="haakje"></span>', "een haak: samen op één plaats, daarbinnen op titel"),
    ]
    if heeft_grens(agenda):
        delen.append(
            ('<span class="grensje"></span>', f"links van de stippellijn: de top {agenda.top}")
        )
    if any(v.berekend.onderwerp.afhankelijk_van for v in agenda.volgorde):
        delen.append(('<span class="na"></span>', "kan pas na een ander"))
    if agenda.ranglijst.dossier.oordelen:
        meer = agenda.ranglijst.profiel.woorden.lid.meer
        zin = f"een vak is vol voor het deel van de {meer} dat ja zegt"
        delen.append(('<span class="vak half"></span>', zin))
    punten = "".join(f"<li>{teken} {tekst(zin)}</li>\n" for teken, zin in delen)
    noten = "".join(f'<p class="noot">{tekst(n)}</p>\n' for n in _noten(agenda))
    return (
        '<section id="tekens">\n<h3>Zo leest u de lijst</h3>\n'
        f'<ul class="tekens">\n{punten}</ul>\n{noten}</section>\n'
    )


def _noten(agenda: Jaaragenda) -> tuple[str, ...]:
    """What the table of the documents notes, and how their scores go with those of 100."""
    som = sum(agenda.ranglijst.gewichten.values())
    punten = (
        f"De punten op deze pagina zijn van 100. In de stukken tellen de gewichten op tot {som}:"
        f" daar is een score van {som} hetzelfde als 100 punten hier."
    )
    return (*leeshulp(agenda.ranglijst), punten)


def in_het_kort(agenda: Jaaragenda) -> str:
    """What else is to be known of the list on one sheet of paper; the page itself says it below."""
    lijst, woord = agenda.ranglijst, agenda.ranglijst.profiel.woorden.onderwerp
    zinnen = []
    if lijst.onbeslist:
        titels = hoogstens_tekst([lid.titel for lid in lijst.onbeslist])
        zinnen.append(f"Nog onbeslist ({len(lijst.onbeslist)}): {titels}.")
    if lijst.niet_toegelaten:
        zinnen.append(f"Niet op de lijst: {woord.geteld(len(lijst.niet_toegelaten))}.")
    zinnen.append(f"Peildatum: {dag(lijst.dossier.instellingen.peildatum)}.")
    zinnen.append(lijst.profiel.regio.opmerking)
    return f'<p class="alleen-druk noot">{tekst(" ".join(filter(None, zinnen)))}</p>\n'
