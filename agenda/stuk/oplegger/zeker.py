"""How sure the order is: what other weights would do, and what the unknown answers still may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.rangorde.lezing import tel_lezingen
from agenda.stuk.blokken import Alinea, Deel
from agenda.stuk.hoe_zeker import als_dubbel
from agenda.stuk.oplegger.zinnen import aantal, genoemd, is_of_zijn, met_aanhef
from agenda.weergave.getallen import procent
from agenda.weergave.lezing import telling_zin
from agenda.weergave.robuust.antwoord import VAST
from agenda.weergave.robuust.plek import bereik
from agenda.weergave.woorden import als_kop, in_zin, telwoord
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.robuust.openstaand import OpenTag
    from agenda.robuust.robuustheid import Plaatskansen
    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda


def zeker(agenda: Jaaragenda) -> Iterator[Deel]:
    """Two facts apart, weights and unknown answers, and the first place with other weights."""
    if not agenda.ranglijst.rangschikt or not agenda.volgorde:
        return
    blokken: list[Blok] = [*_gewichten(agenda), *_dubbel(agenda), *_onbekend(agenda)]
    if any(tel_lezingen(lid, agenda.ranglijst.gewichten).lezingen for lid in agenda.alle):
        blokken.append(Alinea(telling_zin(agenda)))
    yield Deel("oplegger-zeker", "Hoe zeker is dit?", tuple(blokken))


def _gewichten(agenda: Jaaragenda) -> Iterator[Alinea]:
    """What other weights do with who stands on the first place."""
    robuustheid, woord = agenda.robuustheid, agenda.ranglijst.profiel.woorden.onderwerp
    if agenda.wijkt_af:
        yield Alinea(
            "Dit gaat over de berekende volgorde, niet over de plaatsen die bij het vaststellen"
            " zijn veranderd."
        )
    eerste = [k for k in robuustheid.plaatskansen if k.onderwerp.plaats == 1]
    alle = len(robuustheid.plaatskansen)
    if alle == 1:
        aanhef = "Andere gewichten veranderen niets."
        yield met_aanhef(aanhef, f"Er staat maar {aantal(woord, 1)} op de lijst.")
        return
    bovenste = f"de bovenste {telwoord(len(eerste))}"
    if agenda.wijkt_af:
        bovenste = f"de {telwoord(len(eerste))} op de berekende plaats 1"
    wie = genoemd(eerste[0].onderwerp.titel) if len(eerste) == 1 else bovenste
    past = alle <= agenda.top
    zinnen = _plaatsen(eerste, wie) if past else _in_de_top(agenda, eerste, wie)
    grens = "Daarbij tellen alleen gewichten die binnen de afgesproken grenzen passen."
    yield met_aanhef(*zinnen, *([grens] if robuustheid.grenzen else []))


def _plaatsen(eerste: Sequence[Plaatskansen], wie: str) -> tuple[str, ...]:
    """How far those on the first place may fall, when all topics fit in the top."""
    alleen = len(eerste) == 1
    if all(k.verdeling.altijd_zelfde for k in eerste):
        blijft = "blijft" if alleen else "blijven"
        return (f"Ook met andere gewichten {blijft} {wie} op plaats 1.",)
    slechtste = max(k.verdeling.slechtste for k in eerste)
    wie = wie if alleen else f"een van {wie}"
    return (f"Met andere gewichten kan {wie} zakken tot plaats {slechtste}.",)


def _in_de_top(agenda: Jaaragenda, eerste: Sequence[Plaatskansen], wie: str) -> tuple[str, str]:
    """How often those on the first place are in the top."""
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    delen = [k.verdeling.in_top(agenda.top) for k in eerste]
    alleen, getrokken = len(eerste) == 1, agenda.robuustheid.trekking is not None
    blijft = ("blijft", "blijven")[not alleen]
    meestal = "altijd" if set(delen) == {1} and not getrokken else "meestal"
    vast = f"Ook met andere gewichten {blijft} {wie} {meestal} bij de {_eerste(agenda)}."
    los = f"Andere gewichten kunnen veel veranderen aan {wie}."
    zij = f"{als_kop(woord.zij)} staat" if alleen else "Zij staan"
    if set(delen) == {1} and not getrokken:
        vaak = "elke weging"
    else:
        deel = bereik(procent(min(delen)), procent(max(delen)))
        vaak = f"{'ongeveer ' if getrokken else ''}{deel} van de wegingen"
    zin = (
        f"{zij} daar bij {vaak}."
        if min(delen) >= VAST
        else (f"{zij} bij {vaak} bij de {_eerste(agenda)}.")
    )
    return vast if min(delen) >= VAST else los, f"{zin}{_zakken(eerste)}"


def _zakken(eerste: Sequence[Plaatskansen]) -> str:
    """How far those on the first place may fall; nothing when they never do."""
    slechtste = {k.verdeling.slechtste for k in eerste if not k.verdeling.altijd_zelfde}
    if not slechtste or max(slechtste) == 1:
        return ""
    ver = f"tot plaats {max(slechtste)}"
    if len(eerste) == 1:
        return f" Dat kan zakken {ver}."
    if len(slechtste) > 1:
        ver = f"de een tot plaats {min(slechtste)}, de ander {ver}"
    return f" Of zij op plaats 1 blijven, hangt van de gewichten af: zij kunnen zakken, {ver}."


def _eerste(agenda: Jaaragenda) -> str:
    return f"{'berekende ' if agenda.wijkt_af else ''}eerste {agenda.top}"


def _onbekend(agenda: Jaaragenda) -> Iterator[Alinea]:
    """How many answers are unknown, what they may change, and with which to begin."""
    ranglijst, woord = agenda.ranglijst, agenda.ranglijst.profiel.woorden.onderwerp
    per_onderwerp = [n for n in map(tel_onbekend, ranglijst.toegelaten) if n]
    antwoorden = sum(per_onderwerp)
    if not antwoorden:
        wie = f"de {woord.meer}" if len(ranglijst.toegelaten) > 1 else woord.met_lidwoord
        yield Alinea(f"Van {wie} op de lijst is elk antwoord bekend.", nadruk=True)
        return
    hoeveel = f"{telwoord(antwoorden)} {'antwoord' if antwoorden == 1 else 'antwoorden'}"
    samen = "samen " if len(per_onderwerp) > 1 else ""
    zin = (
        f"Bij {aantal(woord, len(per_onderwerp))} {is_of_zijn(antwoorden)} {samen}{hoeveel} nog"
        " onbekend."
    )
    if tags := agenda.robuustheid.openstaand:
        aanhef = f"Andere antwoorden kunnen de {_eerste(agenda)} plaatsen veranderen."
        yield met_aanhef(aanhef, zin, _begin_bij(tags[0], ranglijst))
    elif len(ranglijst.toegelaten) <= agenda.top:
        yield met_aanhef("Andere antwoorden kunnen de punten nog veranderen.", zin)
    else:
        yield met_aanhef(
            f"Andere antwoorden veranderen niet wie er bij de {_eerste(agenda)} staan.", zin
        )


def _begin_bij(tag: OpenTag, ranglijst: Ranglijst) -> str:
    """The first question that is worth an answer."""
    titel = ranglijst.zoek(tag.onderwerp).titel
    criterium = next(r for r in ranglijst.criteria if r.code == tag.criterium)
    return (
        f"Zoek als eerste uit of ‘{in_zin(criterium.titel)}’ geldt voor {genoemd(titel)}: dat kan"
        " het meest veranderen."
    )


def tel_onbekend(lid: Beoordeeld) -> int:
    """How many answers about a topic are unknown: those of all who speak of it."""
    uitslag = lid.uitslag
    if uitslag.tellingen:
        return sum(telling.onbekend for telling in uitslag.tellingen)
    return sum(oordeel.uitkomst == "onbekend" for oordeel in uitslag.criteria)


def _dubbel(agenda: Jaaragenda) -> Iterator[Alinea]:
    """How much of the first place is left if one criterion counted twice as much."""
    anders = als_dubbel(agenda)
    if not anders:
        return
    nu = {lid.titel for lid in agenda.ranglijst.toegelaten if lid.plaats == 1}
    plaats_1 = "de berekende plaats 1" if agenda.wijkt_af else "plaats 1"
    eersten = [{*titels} for titels in anders]
    if all(eerste == nu for eerste in eersten):
        yield Alinea(f"Telt één criterium dubbel, dan staat op {plaats_1} hetzelfde als nu.")
    elif all(eerste <= nu for eerste in eersten):
        aantallen = [len(eerste) for eerste in eersten]
        hoeveel = opsomming(map(telwoord, sorted({*aantallen})))
        blijft = "blijft" if hoeveel == "één" else "blijven"
        zin = f"Telt één criterium dubbel, dan {blijft} {hoeveel} van hen op {plaats_1}."
        yield Alinea(f"{zin} Welke, hangt af van het criterium.")
    else:
        zin = f"Telt één criterium dubbel, dan kan iets anders op {plaats_1} staan."
        yield Alinea(f"{zin} Het hele stuk zegt wat.")
