"""Why each topic stands where it stands, in plain Dutch, made from its explanation.

What holds for all topics of the list is said once, at the head of the chapter; what a rule asks
stands with the rules. Of a topic stands what is known of that topic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.onderwerp.invullijst import velden_voor
from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.stuk.blokken import Alinea, Deel, Marge
from agenda.stuk.hoe_zeker import hoe_zeker_zin
from agenda.stuk.plek import berekende_plaats, genoemd_met_plek, strook_van
from agenda.stuk.weging import blokjes, weging
from agenda.uitleg.uitleg import zin_van
from agenda.voortgang.gevolgd import stand_bij
from agenda.weergave.besluit import afwijking_zin
from agenda.weergave.getallen import dag
from agenda.weergave.kenmerken import NIET_INGEVULD, kenmerken, onderbouwde
from agenda.weergave.lezing import lezing_zin, punten_zin
from agenda.weergave.robuust.plek import bereik
from agenda.weergave.samenhang.verbanden import voorstelnaam
from agenda.weergave.uitleg.korte_verandering import korte_veranderingen
from agenda.weergave.voortgang.onderwerp import stand_zinnen
from agenda.weergave.woorden import als_zin, heeft_plek, onderwerp_anker, score_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.rangorde.besluit import Vastgesteld
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.uitleg import Reden, Uitleg

_WAAROM = {
    "toegelaten": "Waarom op de agenda.",
    "onbeslist": "Nog te weten.",
    "niet-toegelaten": "Waarom niet op de agenda.",
}


def voor_alle(agenda: Jaaragenda) -> tuple[str, ...]:
    """The facts that hold for every admitted topic, as sentences; none for a single topic."""
    lijst = [[*_feiten(agenda.uitleg(lid.code))] for lid in agenda.ranglijst.toegelaten]
    if len(lijst) < 2:  # noqa: PLR2004 - one topic has nobody beside it
        return ()
    eerste, *andere = lijst
    return tuple(zin for zin in eerste if all(zin in feiten for feiten in andere))


def motivering(
    agenda: Jaaragenda,
    lid: Beoordeeld,
    overal: tuple[str, ...] = (),
    geplaatst: Vastgesteld | None = None,
) -> Deel:
    """The part about one topic, wherever it stands.

    Args:
        overal: the facts that hold for every admitted topic, and are said elsewhere.
        geplaatst: its place on the agenda; None when it is not admitted.
    """
    return Deel(
        onderwerp_anker(lid.code),
        lid.titel,
        tuple(_alineas(agenda, lid, overal)),
        marge=_marge(agenda, lid, geplaatst),
    )


def _alineas(agenda: Jaaragenda, lid: Beoordeeld, overal: tuple[str, ...]) -> Iterator[Alinea]:
    uitleg, vastgesteld = agenda.uitleg(lid.code), agenda.vastgesteld(lid.code)
    if vastgesteld and vastgesteld.afwijking:
        yield Alinea(afwijking_zin(vastgesteld), nadruk=True)
    if uitleg.onderwerp.toelichting:
        yield Alinea(uitleg.onderwerp.toelichting)
    yield from _voortgang(agenda, lid)
    if uitleg.uitgangspunten:
        yield from _toelating(uitleg, overal)
    yield from weging(uitleg, agenda.ranglijst.profiel)
    yield from _antwoorden(agenda, uitleg)
    yield from _samenhang(agenda, lid)
    if lid.plaats is not None:
        yield Alinea(hoe_zeker_zin(agenda, lid.code), aanhef="Hoe zeker.")
    if zinnen := [*korte_veranderingen(agenda.veranderingen(lid.code), lid.plaats)]:
        waar = " van de berekende uitkomst" if agenda.wijkt_af else ""
        yield Alinea(" ".join(zinnen), aanhef=f"Kleinste verandering{waar}.")


def _voortgang(agenda: Jaaragenda, lid: Beoordeeld) -> Iterator[Alinea]:
    """How it stands with it, where the agenda is followed."""
    stand = stand_bij(agenda)
    onderwerp = stand.op_code.get(lid.code) if stand else None
    if stand and onderwerp:
        bron = als_zin(onderwerp.feit.bron) if onderwerp.feit and onderwerp.feit.bron else ""
        zinnen = " ".join(stand_zinnen(onderwerp, stand.profiel))
        yield Alinea(zinnen, aanhef=f"Stand op {dag(stand.op)}.", bron=bron)


def _marge(agenda: Jaaragenda, lid: Beoordeeld, geplaatst: Vastgesteld | None) -> Marge:
    """Its place and points at a glance, its theme, and what else is filled in of it."""
    uitleg, profiel = agenda.uitleg(lid.code), agenda.ranglijst.profiel
    regels = [*_punten(agenda, lid)]
    strook = None
    if lid.plaats is not None:
        strook = strook_van(agenda, lid.code)
        berekend = "berekend " if agenda.wijkt_af else ""
        regels.append(f"kan {berekend}zijn: plaats {bereik(strook.beste, strook.slechtste)}")
    regels.append(profiel.thema[lid.onderwerp.thema].naam)
    regels += [
        f"{naam}: {waarde}"
        for naam, waarde in kenmerken(lid.onderwerp, profiel)
        if waarde != NIET_INGEVULD
    ]
    groot = klein = ""
    if geplaatst and geplaatst.plaats is not None:
        berekend = berekende_plaats(geplaatst)
        anders = ["anders"] if geplaatst.afwijking else []
        gedeeld = ["gedeeld"] if geplaatst.gedeeld else []
        groot = str(geplaatst.plaats)
        klein = ", ".join((*anders, *gedeeld, *([f"berekend: {berekend}"] if berekend else ())))
    elif heeft_plek(agenda.ranglijst):
        klein = STATUSNAMEN[uitleg.status]
    return Marge(groot, klein, tuple(regels), blokjes(uitleg), strook)


def _punten(agenda: Jaaragenda, lid: Beoordeeld) -> Iterator[str]:
    """Its points; of a topic without a place those that it would have."""
    if not agenda.ranglijst.rangschikt:
        return
    zou = "" if lid.plaats is not None else "zou krijgen: "
    punten = score_tekst(lid.uitslag)
    yield f"{zou}{punten} {'punt' if punten == '1' else 'punten'}"
    uitleg = agenda.uitleg(lid.code)
    if lezing := punten_zin(uitleg.lezingen, uitleg.score):
        yield lezing


def _toelating(uitleg: Uitleg, overal: tuple[str, ...]) -> Iterator[Alinea]:
    """Why it is where it is; of a topic without a place also per rule what came out."""
    if uitleg.status == "toegelaten":
        if zinnen := [zin for zin in _feiten(uitleg) if zin not in overal]:
            yield Alinea(" ".join(zinnen), aanhef=_WAAROM[uitleg.status])
        return
    beslist = {"onbeslist": "onbekend", "niet-toegelaten": "nee"}[uitleg.status]
    waarom: list[str] = []
    verder: list[str] = []
    for deel in uitleg.uitgangspunten:
        kop = f"{deel.regel.titel}: {deel.uitkomst}."
        doorslag = [r for r in deel.voorwaarden if deel.uitkomst == r.uitkomst == beslist]
        rest = [r for r in deel.voorwaarden if r not in doorslag]
        if doorslag:
            waarom += [kop, *map(_zin, doorslag)]
            verder += map(_zin, rest)
        else:
            verder += [kop, *map(_zin, rest)]
    yield Alinea(" ".join(waarom), aanhef=_WAAROM[uitleg.status])
    if verder:
        yield Alinea(" ".join(verder), aanhef="Verder bekend of gevraagd.")


def _feiten(uitleg: Uitleg) -> Iterator[str]:
    """What was found for each condition of the rules for admission, as sentences."""
    for deel in uitleg.uitgangspunten:
        yield from map(_zin, deel.voorwaarden)


def _zin(reden: Reden) -> str:
    return als_zin(zin_van(reden))


def _antwoorden(agenda: Jaaragenda, uitleg: Uitleg) -> Iterator[Alinea]:
    """On what the answers to the region's own questions rest, as far as that is filled in."""
    for kop, waarde, feit in onderbouwde(uitleg.onderwerp, agenda.ranglijst.profiel):
        waarom = als_zin(feit.onderbouwing) if feit.onderbouwing else ""
        tekst = " ".join(filter(None, (waarom, lezing_zin(feit.lezing))))
        bron = als_zin(feit.bron) if feit.bron else ""
        yield Alinea(tekst, aanhef=f"{kop}: {waarde}.", bron=bron)


def _samenhang(agenda: Jaaragenda, lid: Beoordeeld) -> Iterator[Alinea]:
    """What it is tied to; nothing where a region has no proposals and nothing must come first."""
    verbanden, profiel = agenda.verbanden(lid.code), agenda.ranglijst.profiel
    namen = [voorstelnaam(d, profiel, begin=False) for d in verbanden.draagt_bij_aan]
    zinnen = [f"Draagt bij aan {opsomming(namen, 'en')}."] if namen else []
    if profiel.voorstellen and not namen:
        aantal = profiel.woorden.voorstel.geteld(len(profiel.voorstellen))
        zinnen.append(f"Draagt niet bij aan een van de {aantal}.")
    if verbanden.vereist:
        zinnen.append(f"Kan pas na {genoemd_met_plek(agenda, verbanden.vereist)}.")
    if wachten := verbanden.wacht_hierop:
        werkwoord = "wacht" if len(wachten) == 1 else "wachten"
        zinnen.append(f"Hierop {werkwoord} {genoemd_met_plek(agenda, wachten)}.")
    if zinnen:
        yield Alinea(" ".join(zinnen), aanhef="Hangt samen.")


def leeg_zin(agenda: Jaaragenda) -> str:
    """Of how many topics what is not filled in, once for all; empty when all of it is."""
    profiel, alle = agenda.ranglijst.profiel, agenda.ranglijst.alle
    leeg: dict[str, int] = {veld.kort: 0 for veld in velden_voor(profiel) if veld.kort}
    for lid in alle:
        for naam, waarde in kenmerken(lid.onderwerp, profiel):
            leeg[naam] += waarde == NIET_INGEVULD
    delen = [f"‘{naam}’ bij {aantal}" for naam, aantal in leeg.items() if aantal]
    if not delen:
        return ""
    van = profiel.woorden.onderwerp.geteld(len(alle))
    return (
        "Wat niet is ingevuld, staat er niet bij. Van de "
        f"{van} is niet ingevuld: {opsomming(delen, 'en')}."
    )
