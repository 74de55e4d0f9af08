"""The sheet with the motivation of every topic: a block per topic, made to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.stuk.vormen.excel.werkblad import Drukblad, Drukblok, bladkolommen, leden_tekst
from agenda.uitleg.uitleg import zin_van
from agenda.weergave.besluit import afwijking_zin
from agenda.weergave.getallen import komma, procent, score_cel, score_getal
from agenda.weergave.indeling.woorden import grond_zin, uitkomst_tekst
from agenda.weergave.kenmerken import NIET_INGEVULD, kenmerken, onderbouwde
from agenda.weergave.oordelen import antwoord_tekst, wie_tekst
from agenda.weergave.robuust.plek import bereik, deelt_zin
from agenda.weergave.uitleg.kosten import kosten_takken
from agenda.weergave.woorden import als_kop, als_zin, in_zin, plaats_tekst, zinnen_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.rangorde.besluit import Vastgesteld
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.stuk.vormen.excel.werkblad import Bladcel, Drukrij
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.uitleg import Uitleg

_PUNTEN = 2
"""The number of the column with the points, that only a region has that ranks its topics."""
_RECHTS = (("Waarom", 50), ("Bron", 26), ("Onze lezing", 37))
_KOLOMMEN = (("Wat", 22), ("Antwoord", 11), ("Punten", 7), *_RECHTS)
_ZONDER_PUNTEN = (("Wat", 22), ("Antwoord", 19), *_RECHTS)


def motivering_blad(agenda: Jaaragenda) -> Drukblad:
    """Every topic in a block, admitted or not, in the order of the agenda."""
    lijst = agenda.ranglijst
    geplaatst = (_blok(agenda, v.berekend, v) for v in agenda.volgorde)
    andere = (_blok(agenda, b) for b in (*lijst.onbeslist, *lijst.niet_toegelaten))
    kolommen = _KOLOMMEN if lijst.rangschikt else _ZONDER_PUNTEN
    return Drukblad("Motivering", bladkolommen(*kolommen), (*geplaatst, *andere))


def _blok(
    agenda: Jaaragenda, beoordeeld: Beoordeeld, vastgesteld: Vastgesteld | None = None
) -> Drukblok:
    uitleg = agenda.uitleg(beoordeeld.code)
    plek = _plek(agenda, beoordeeld, vastgesteld)
    rijen = (
        *_wat(agenda, uitleg, vastgesteld),
        *_waarom(agenda, uitleg),
        *_ingedeeld(agenda, beoordeeld.code),
        *_verder(agenda, uitleg),
    )
    if not agenda.ranglijst.rangschikt:
        rijen = tuple((*rij[:_PUNTEN], *rij[_PUNTEN + 1 :]) for rij in rijen)
    return Drukblok(" · ".join(filter(None, (plek, beoordeeld.titel))), rijen)


def _plek(agenda: Jaaragenda, beoordeeld: Beoordeeld, vastgesteld: Vastgesteld | None) -> str:
    """«Plaats 1 (gedeeld)», or the status; empty where a region puts topics nowhere."""
    if vastgesteld and agenda.ranglijst.rangschikt:
        return f"Plaats {plaats_tekst(vastgesteld)}"
    return als_kop(STATUSNAMEN[beoordeeld.status]) if agenda.ranglijst.toetst else ""


def _wat(agenda: Jaaragenda, uitleg: Uitleg, vastgesteld: Vastgesteld | None) -> Iterator[Drukrij]:
    """What the topic is, what was filled in, and whether its place was decided otherwise."""
    onderwerp, profiel = uitleg.onderwerp, agenda.ranglijst.profiel
    thema = f"{profiel.woorden.thema.kop}: {profiel.thema[onderwerp.thema].naam}"
    yield "Code", onderwerp.code, None, None, thema, None
    if vastgesteld and vastgesteld.afwijking:
        yield _zin("Anders vastgesteld", afwijking_zin(vastgesteld))
    if onderwerp.toelichting:
        yield _zin("Toelichting", onderwerp.toelichting)
    if uitleg.redenen:
        yield _zin("Reden", zinnen_tekst(uitleg.redenen))
    if gegevens := _gegevens(onderwerp, profiel):
        yield _zin("Gegevens", gegevens)


def _gegevens(onderwerp: Onderwerp, profiel: Profiel) -> str:
    """What was filled in, on one line; what was not comes last, in one sentence."""
    velden = tuple(kenmerken(onderwerp, profiel))
    delen = [f"{kop}: {tekst}" for kop, tekst in velden if tekst != NIET_INGEVULD]
    if leeg := [in_zin(kop) for kop, tekst in velden if tekst == NIET_INGEVULD]:
        delen.append(f"Niet ingevuld: {opsomming(leeg, 'en')}")
    return " · ".join(delen)


def _waarom(agenda: Jaaragenda, uitleg: Uitleg) -> Iterator[Drukrij]:
    """Each rule with its answer, each answer to a question of the region, and the points."""
    profiel = agenda.ranglijst.profiel
    for punt in uitleg.uitgangspunten:
        feiten = zinnen_tekst(map(zin_van, punt.voorwaarden))
        yield punt.regel.titel, punt.uitkomst, None, feiten, None, None
    for kop, waarde, feit in onderbouwde(uitleg.onderwerp, profiel):
        yield kop, waarde, None, feit.onderbouwing, feit.bron, feit.lezing
    for deel in uitleg.criteria:
        tag = uitleg.tag(deel)
        waarom = wie_tekst(deel.stemmen, profiel) or tag.onderbouwing
        antwoord = antwoord_tekst(deel.waarde, deel.telling)
        yield deel.regel.titel, antwoord, score_cel(deel.punten), waarom, tag.bron, tag.lezing
    if uitleg.criteria:
        yield "Samen", "", score_cel(uitleg.score), _hoogstens(uitleg), None, None


def _ingedeeld(agenda: Jaaragenda, code: str) -> Iterator[Drukrij]:
    """What the rules of a region make of a topic, and why."""
    if agenda.ranglijst.indelingen:
        for uitkomst in agenda.onderwerp_indeling(code).uitkomsten:
            grond = als_zin(grond_zin(uitkomst, agenda.ranglijst.velden))
            yield uitkomst.indeling.naam, uitkomst_tekst(uitkomst), None, grond, None, None


def _hoogstens(uitleg: Uitleg) -> str:
    if uitleg.score == uitleg.score_max:
        return ""
    return f"Hoogstens {score_getal(uitleg.score_max)}, als alles wat nog onbekend is ja blijkt."


def _verder(agenda: Jaaragenda, uitleg: Uitleg) -> Iterator[Drukrij]:
    """How firmly its place stands, what it costs, and what it is tied to."""
    code, woord = uitleg.onderwerp.code, agenda.ranglijst.profiel.woorden.voorstel
    if uitleg.plaats is not None:
        yield _zin("Hoe zeker?", _stevigheid(agenda, code))
    for tak in kosten_takken(agenda, code):
        zinnen = (tak.zin.removeprefix("Kosten: "), *(deel.zin for deel in tak.takken))
        yield _zin("Kosten", "\n".join(map(als_zin, zinnen)))
    verbanden = agenda.verbanden(code)
    voorstellen = (f"{d.voorstel.nummer}: {d.voorstel.titel}" for d in verbanden.draagt_bij_aan)
    for wat, tekst in (
        (f"Draagt bij aan {woord.een}", "\n".join(voorstellen)),
        ("Kan pas na", leden_tekst(verbanden.vereist)),
        ("Hierop wacht", leden_tekst(verbanden.wacht_hierop)),
    ):
        if tekst:
            yield _zin(wat, tekst)


def _stevigheid(agenda: Jaaragenda, code: str) -> str:
    """«Met andere gewichten op plaats 1 tot 8, gemiddeld op 3,4. Bij 96% … bij de eerste 10.»."""
    kansen = agenda.plaatskansen(code)
    verdeling = kansen.verdeling
    waar = "in de berekende volgorde " if agenda.wijkt_af else ""
    plek = bereik(verdeling.beste, verdeling.slechtste)
    zinnen = [f"Met andere gewichten {waar}op plaats {plek}, gemiddeld {komma(verdeling.verwacht)}"]
    zinnen.append(
        f"Bij {procent(verdeling.in_top(agenda.top))} van de wegingen bij de eerste {agenda.top}"
    )
    if deelt := deelt_zin(verdeling, agenda.robuustheid.aantal_gelijk(kansen)):
        zinnen.append(als_kop(deelt))
    return " ".join(map(als_zin, zinnen))


def _zin(wat: str, tekst: Bladcel) -> Drukrij:
    """A row with one text over all columns but the first."""
    return wat, tekst, None, None, None, None
