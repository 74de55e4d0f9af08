"""How sure the order is: what other weights would do, and what the unknown answers still may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.gewichten.proef import herweeg
from agenda.rangorde.lezing import tel_lezingen
from agenda.stuk.blokken import Alinea, Deel
from agenda.stuk.oplegger.zinnen import aantal, genoemd, is_of_zijn, kort, met_aanhef
from agenda.weergave.getallen import procent
from agenda.weergave.lezing import telling_zin
from agenda.weergave.robuust.antwoord import VAST
from agenda.weergave.robuust.plek import bereik
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import als_kop, in_zin, telwoord
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.robuust.openstaand import OpenTag
    from agenda.robuust.robuustheid import Plaatskansen
    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda

MAX_DUBBEL = 6
"""So many topics fit in the table of who would stand first."""


def zeker(agenda: Jaaragenda) -> Iterator[Deel]:
    """Two facts apart, weights and unknown answers, and the first place with other weights."""
    if not agenda.ranglijst.rangschikt or not agenda.volgorde:
        return
    blokken: list[Blok] = [*_gewichten(agenda), *_onbekend(agenda)]
    if any(tel_lezingen(lid, agenda.ranglijst.gewichten).lezingen for lid in agenda.alle):
        blokken.append(Alinea(telling_zin(agenda)))
    blokken += _dubbel(agenda)
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
    weinig = "veranderen weinig" if min(delen) >= VAST else "kunnen veel veranderen"
    zij = f"{als_kop(woord.zij)} staat" if alleen else "Zij staan"
    if set(delen) == {1} and not getrokken:
        vaak = "elke weging"
    else:
        deel = bereik(procent(min(delen)), procent(max(delen)))
        vaak = f"{'ongeveer ' if getrokken else ''}{deel} van de wegingen"
    zin = f"{zij} bij {vaak} bij de {_eerste(agenda)}."
    return f"Andere gewichten {weinig} aan {wie}.", zin


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
    return f"Begin bij: geldt «{in_zin(criterium.titel)}» voor {genoemd(titel)}?"


def tel_onbekend(lid: Beoordeeld) -> int:
    """How many answers about a topic are unknown: those of all who speak of it."""
    uitslag = lid.uitslag
    if uitslag.tellingen:
        return sum(telling.onbekend for telling in uitslag.tellingen)
    return sum(oordeel.uitkomst == "onbekend" for oordeel in uitslag.criteria)


def _dubbel(agenda: Jaaragenda) -> Iterator[Blok]:
    """Who would stand first if one criterion counted twice as much."""
    ranglijst = agenda.ranglijst
    regels = [regel for regel in ranglijst.criteria if ranglijst.gewichten[regel.code]]
    if len(regels) < 2 or len(ranglijst.toegelaten) < 2:  # noqa: PLR2004 - nothing to choose
        return
    nu = _op_1(ranglijst.toegelaten)
    plaats_1 = "de berekende plaats 1" if agenda.wijkt_af else "plaats 1"
    anders = [
        _op_1(herweeg(ranglijst, {r.code: 2 * ranglijst.gewichten[r.code]}).toegelaten)
        for r in regels
    ]
    if all(eerste == nu for eerste in anders):
        yield Alinea(f"Telt één criterium dubbel, dan staat op {plaats_1} hetzelfde als nu.")
        return
    per_code = {code: titel for eerste in anders for code, titel in eerste.items()}
    rijen = [
        (
            kort(titel),
            opsomming((r.titel for r, e in zip(regels, anders, strict=True) if code in e), "en"),
        )
        for code, titel in per_code.items()
    ]
    over = len(rijen) - MAX_DUBBEL
    woord = ranglijst.profiel.woorden.onderwerp
    yield Tabel(
        "Wat als één criterium dubbel telt?",
        (f"Staat op {plaats_1}", "Als een van deze criteria dubbel telt"),
        tuple(rijen[:MAX_DUBBEL]),
        (f"En nog {aantal(woord, over)}.",) if over > 0 else (),
        rekbaar=(0, 1),
    )


def _op_1(geplaatst: tuple[Beoordeeld, ...]) -> dict[str, str]:
    """The topics on the first place: code → title."""
    return {lid.code: lid.titel for lid in geplaatst if lid.plaats == 1}
