"""Why each topic stands where it stands, in plain Dutch, made from its explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Gegevens, Lijst
from agenda.stuk.weging import criteria_deel
from agenda.uitleg.uitleg import zin_van
from agenda.weergave.besluit import afwijking_zin
from agenda.weergave.getallen import komma, procent
from agenda.weergave.kenmerken import kenmerken, onderbouwde
from agenda.weergave.lezing import lezing_zin, punten_zin
from agenda.weergave.robuust.plek import deelt_zin
from agenda.weergave.samenhang.verbanden import voorstelnaam
from agenda.weergave.uitleg.route import GEEN_ROUTE, korte_stappen, slot_zinnen
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import (
    als_zin,
    deel_tekst,
    hoogstens,
    onderwerp_anker,
    plaats_tekst,
    score_tekst,
)
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from agenda.rangorde.besluit import Vastgesteld
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.robuust.robuustheid import Robuustheid
    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.uitleg import Uitleg


def motivering(agenda: Jaaragenda, vastgesteld: Vastgesteld) -> Deel:
    """The part about one admitted topic."""
    geplaatst = vastgesteld.berekend
    uitleg = agenda.uitleg(geplaatst.code)
    if not agenda.ranglijst.rangschikt:
        status = [("Status", geplaatst.waar)] if geplaatst.waar else []
        route = [_route(agenda, geplaatst.code)]
        return _onderwerp(agenda, uitleg, geplaatst.titel, status, meer=route)
    lezing = punten_zin(uitleg.lezingen, uitleg.score)
    score = filter(None, (score_tekst(geplaatst.uitslag), lezing))
    return _onderwerp(
        agenda,
        uitleg,
        f"{plaats_tekst(vastgesteld)} · {geplaatst.titel}",
        [("Plaats", plaats_zin(vastgesteld)), ("Score", "; ".join(score))],
        [Alinea(afwijking_zin(vastgesteld), nadruk=True)] if vastgesteld.afwijking else [],
        [_stevigheid(agenda, geplaatst.code), _route(agenda, geplaatst.code)],
    )


def motivering_zonder_plaats(agenda: Jaaragenda, beoordeeld: Beoordeeld) -> Deel:
    """The part about a topic that is undecided or not admitted."""
    uitleg = agenda.uitleg(beoordeeld.code)
    return _onderwerp(agenda, uitleg, beoordeeld.titel, [("Status", beoordeeld.waar)])


def _onderwerp(
    agenda: Jaaragenda,
    uitleg: Uitleg,
    titel: str,
    voorop: Sequence[tuple[str, str]],
    opmerkingen: Sequence[Blok] = (),
    meer: Sequence[Deel] = (),
) -> Deel:
    """The part about a topic.

    Args:
        voorop: what is told of it first, before what was filled in.
        opmerkingen: what stands before its note.
        meer: the parts that only some topics have.
    """
    onderwerp = uitleg.onderwerp
    toelichting = [Alinea(onderwerp.toelichting)] if onderwerp.toelichting else []
    return Deel(
        onderwerp_anker(onderwerp.code),
        titel,
        (Gegevens((*voorop, *_kenmerken(agenda, uitleg))), *opmerkingen, *toelichting),
        (
            *([_toelating(uitleg)] if uitleg.uitgangspunten else []),
            *([criteria_deel(uitleg, agenda.ranglijst.profiel)] if uitleg.criteria else []),
            *_antwoorden(agenda, uitleg),
            *_samenhang(agenda, onderwerp.code),
            *meer,
        ),
    )


def plaats_zin(vastgesteld: Vastgesteld) -> str:
    """The place, and beside it the calculated one when that is another: «1 (berekend: 4)»."""
    plaats, berekend = plaats_tekst(vastgesteld), plaats_tekst(vastgesteld.berekend)
    return plaats if plaats == berekend else f"{plaats}; berekend: {berekend}"


def _kenmerken(agenda: Jaaragenda, uitleg: Uitleg) -> list[tuple[str, str]]:
    """What is filled in of a topic; what is missing is said so."""
    onderwerp, profiel = uitleg.onderwerp, agenda.ranglijst.profiel
    return [
        (profiel.woorden.thema.kop, profiel.thema[onderwerp.thema].naam),
        ("Code", onderwerp.code),
        *kenmerken(onderwerp, profiel),
    ]


def _toelating(uitleg: Uitleg) -> Deel:
    """Why it is where it is, and what was found for each rule; that stands at the end, once."""
    redenen = tuple(map(als_zin, uitleg.redenen))
    punten = []
    for deel in uitleg.uitgangspunten:
        feiten = (als_zin(zin_van(reden)) for reden in deel.voorwaarden)
        anders = (zin for zin in feiten if zin not in redenen)
        punten.append(" ".join((f"{deel.regel.titel}: {deel.uitkomst}.", *anders)))
    koppen = {
        "toegelaten": "Waarom staat dit op de agenda?",
        "onbeslist": "Wat moeten we nog weten?",
        "niet-toegelaten": "Waarom staat dit niet op de agenda?",
    }
    blokken = (*([Lijst(redenen)] if redenen else []), Lijst(tuple(punten)))
    return Deel(f"toelating-{uitleg.onderwerp.code}", koppen[uitleg.status], blokken)


def _antwoorden(agenda: Jaaragenda, uitleg: Uitleg) -> Iterator[Deel]:
    """On what the answers to the region's own questions rest, as far as that is filled in."""
    rijen = tuple(
        (
            kop,
            waarde,
            "\n".join(filter(None, (feit.onderbouwing, lezing_zin(feit.lezing)))) or "–",
            feit.bron or "–",
        )
        for kop, waarde, feit in onderbouwde(uitleg.onderwerp, agenda.ranglijst.profiel)
    )
    if rijen:
        code = uitleg.onderwerp.code
        koppen = ("Vraag", "Antwoord", "Onderbouwing", "Bron")
        tabel = Tabel(f"Antwoorden voor {code}", koppen, rijen, rekbaar=(2, 3))
        yield Deel(f"antwoorden-{code}", "Waarop rusten de antwoorden?", (tabel,))


def _samenhang(agenda: Jaaragenda, code: str) -> Iterator[Deel]:
    """What it is tied to; nothing where a region has no proposals and nothing must come first."""
    verbanden, profiel = agenda.verbanden(code), agenda.ranglijst.profiel
    punten = [
        f"Draagt bij aan {voorstelnaam(d, profiel, begin=False)}." for d in verbanden.draagt_bij_aan
    ]
    if profiel.voorstellen and not punten:
        aantal = profiel.woorden.voorstel.geteld(len(profiel.voorstellen))
        punten.append(f"Draagt niet bij aan een van de {aantal}.")
    for wat, leden in (
        ("Kan pas na", verbanden.vereist),
        ("Hierop wacht", verbanden.wacht_hierop),
    ):
        punten += [f"{wat}: {', '.join(filter(None, (lid.titel, lid.waar)))}." for lid in leden]
    if punten:
        yield Deel(f"samenhang-{code}", "Wat hangt hiermee samen?", (Lijst(tuple(punten)),))


def _route(agenda: Jaaragenda, code: str) -> Deel:
    """The steps in short; how often each body meets, and the sources, stand at the end once."""
    route = agenda.route(code)
    blokken: tuple[Blok, ...] = (Alinea(GEEN_ROUTE),)
    if route.stappen:
        eerst, andere = korte_stappen(route, agenda.ranglijst.profiel)
        slot = (*andere, *slot_zinnen(route, agenda.ranglijst.profiel))
        blokken = (Lijst(eerst, genummerd=True), Lijst(slot))
    return Deel(f"route-{code}", "Wie bespreekt en wie beslist?", blokken)


def _stevigheid(agenda: Jaaragenda, code: str) -> Deel:
    kansen, robuustheid = agenda.plaatskansen(code), agenda.robuustheid
    verdeling, gelijk = kansen.verdeling, robuustheid.aantal_gelijk(kansen)
    waar = " in de berekende volgorde" if agenda.wijkt_af else ""
    if verdeling.altijd_zelfde and gelijk > 1:
        zin = deelt_zin(verdeling, gelijk).removeprefix("deelt ")
        plek = f"deelt dit onderwerp{waar} {zin}"
    elif verdeling.altijd_zelfde:
        plek = f"staat dit onderwerp{waar} altijd op plaats {verdeling.beste}"
    else:
        plek = (
            f"kan dit onderwerp{waar} op plaats {verdeling.beste} tot en met {verdeling.slechtste}"
            f" staan; gemiddeld op {komma(verdeling.verwacht)}"
        )
    grenzen = " die binnen de grenzen passen," if robuustheid.grenzen else ""
    zinnen = [f"Met andere gewichten{grenzen} {plek}."]
    if len(agenda.volgorde) > agenda.top:
        vaak = _vaak(verdeling.in_top(agenda.top), robuustheid)
        zinnen.append(f"{vaak} staat het{waar} bij de eerste {agenda.top}.")
        if kansen.patroon.zeker != kansen.patroon.mogelijk:
            laag, hoog = kansen.ongunstig.in_top(agenda.top), kansen.gunstig.in_top(agenda.top)
            deel = " of ".join(dict.fromkeys((procent(laag), procent(hoog))))
            zinnen.append(f"Vallen de onbekende antwoorden tegen of mee, dan wordt dat {deel}.")
    gelijken = [
        f"‘{gelijke.titel}’"
        for gelijke in robuustheid.gelijken[kansen.patroon.zeker]
        if gelijke.code != code
    ]
    if gelijken:
        zinnen.append(
            f"Het staat altijd gelijk met {opsomming(hoogstens(gelijken), 'en')}:"
            " daarvoor gelden dezelfde criteria."
        )
    blokken = (Alinea(" ".join(zinnen)),)
    return Deel(f"stevig-{code}", "Hoe stevig is deze plaats?", blokken)


def _vaak(kans: Fraction, robuustheid: Robuustheid) -> str:
    """How often something is so over the weightings; drawn shares are no exact fractions."""
    if robuustheid.trekking:
        return f"Bij ongeveer {procent(kans)} van de wegingen"
    if kans in (0, 1):
        return "Bij elke weging" if kans else "Bij geen enkele weging"
    return f"Bij {deel_tekst(kans)} van de wegingen"
