"""The cover and the page in short."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from agenda.kennis.profiel import GEEN_TEKSTEN
from agenda.rangorde.lezing import tel_lezingen
from agenda.stuk.blokken import Alinea, Deel, Gegevens, Lijst
from agenda.stuk.indeling import indeling_punten
from agenda.stuk.verantwoording import verklaringen
from agenda.weergave.besluit import status_tekst, verplaatst_zin
from agenda.weergave.getallen import dag, fte_tekst, getal
from agenda.weergave.lezing import punten_uit_lezing, telling_zin
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import in_zin, plaats_tekst, score_bereik

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.rangorde.besluit import Vastgesteld
    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda

MAX_EERSTE = 25
"""What fits on the page in short."""
MAX_AFWIJKINGEN = 10
"""What fits on the cover."""


def omslag(agenda: Jaaragenda) -> tuple[Blok, ...]:
    """What it is, for whom, and what is asked of the meeting."""
    teksten, besluit = agenda.ranglijst.profiel.teksten, agenda.besluit
    afgeweken = [v for v in agenda.volgorde if v.afwijking]
    aantal = f"{len(afgeweken)} van de berekende volgorde" if afgeweken else "geen"
    return (
        Gegevens(
            (
                ("Voor", teksten.vergadering),
                ("Status", status_tekst(besluit)),
                ("Peildatum", dag(agenda.ranglijst.dossier.instellingen.peildatum)),
                *([("Afwijkingen", aantal)] if besluit and agenda.ranglijst.rangschikt else []),
            )
        ),
        *([Lijst(tuple(_afwijkingen(afgeweken)))] if afgeweken else []),
        Alinea(f"Wat {'werd' if besluit else 'wordt'} gevraagd?", nadruk=True),
        Lijst(_gevraagd(agenda), genummerd=True),
        *verklaringen(agenda),
    )


def _gevraagd(agenda: Jaaragenda) -> tuple[str, ...]:
    """What is asked of the meeting; of a region that does not say so, to discuss what there is."""
    gevraagd = agenda.ranglijst.profiel.teksten.gevraagd
    if gevraagd != GEEN_TEKSTEN.gevraagd:
        return gevraagd
    lijst = "ranglijst" if agenda.ranglijst.rangschikt else "lijst"
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    return (f"Bespreek de {lijst} en de motivering per {woord.een}.",)


def _afwijkingen(afgeweken: Sequence[Vastgesteld]) -> Iterator[str]:
    """Which topics were moved, as far as the cover has room; the reasons stand at the list."""
    for vastgesteld in afgeweken[:MAX_AFWIJKINGEN]:
        yield f"{vastgesteld.titel}: {verplaatst_zin(vastgesteld)}"
    rest = len(afgeweken) - MAX_AFWIJKINGEN
    if rest > 0:
        yield f"En nog {rest} {'ander' if rest == 1 else 'andere'}; zie de ranglijst."


def samenvatting(agenda: Jaaragenda) -> Deel:
    """One page: how many, what needs attention, and the first places."""
    eerste = (_eerste(agenda),) if agenda.ranglijst.rangschikt else ()
    blokken = (Lijst(tuple(_punten(agenda))), *eerste)
    return Deel("samenvatting", "In het kort", blokken, nieuwe_pagina=True)


def _punten(agenda: Jaaragenda) -> Iterator[str]:
    ranglijst, woorden = agenda.ranglijst, agenda.ranglijst.profiel.woorden
    onderwerp = woorden.onderwerp
    aantal = len(ranglijst.alle)
    if not aantal:
        yield f"Er staan nog geen {onderwerp.meer} in dit dossier."
        return
    if ranglijst.toetst:
        yield (
            f"{onderwerp.geteld(aantal)} {'is' if aantal == 1 else 'zijn'} beoordeeld:"
            f" {len(ranglijst.toegelaten)} toegelaten, {len(ranglijst.onbeslist)} onbeslist,"
            f" {len(ranglijst.niet_toegelaten)} niet toegelaten."
        )
    else:
        yield f"Er {'staat' if aantal == 1 else 'staan'} {onderwerp.geteld(aantal)} op de lijst."
    yield from indeling_punten(agenda)
    actueel = [d for d in agenda.samenhang.dekking.values() if not d.losgelaten]
    if actueel:
        gedekt = sum(d.beste == "toegelaten" for d in actueel)
        yield (
            f"Aan {gedekt} van de {len(actueel)} {woorden.voorstel.meer} draagt een toegelaten"
            f" {onderwerp.een} bij."
        )
    yield telling_zin(agenda)
    if agenda.besluit and agenda.wijkt_af:
        aantal = len(agenda.besluit.afwijkingen)
        yield f"Van de berekende volgorde is {aantal} keer afgeweken; de reden staat erbij."
    if ranglijst.rangschikt:
        yield from _openstaand(agenda)
    yield from _beslag(agenda)


def _openstaand(agenda: Jaaragenda) -> Iterator[str]:
    """What is unknown and could change who comes first."""
    tags = agenda.robuustheid.openstaand
    if tags:
        titels = {regel.code: in_zin(regel.titel) for regel in agenda.ranglijst.criteria}
        onderwerpen = len({tag.onderwerp for tag in tags})
        yield (
            f"Nog {len(tags)} antwoorden zijn onbekend en kunnen de eerste {agenda.top} plaatsen"
            f" veranderen (bij {onderwerpen} {agenda.ranglijst.profiel.woorden.onderwerp.meer}),"
            f" zoals"
            f" {titels[tags[0].criterium]} bij {tags[0].onderwerp}."
        )


def _beslag(agenda: Jaaragenda) -> Iterator[str]:
    """What the admitted topics ask, as far as that is filled in."""
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    onderwerpen = [g.onderwerp for g in agenda.ranglijst.toegelaten]
    fte = [o.inspanning_fte for o in onderwerpen if o.inspanning_fte is not None]
    euro = [o.kosten_euro for o in onderwerpen if o.kosten_euro is not None]
    aantal = len(onderwerpen)
    if fte:
        yield (
            f"Inspanning: samen {fte_tekst(sum(fte))} (ingevuld bij {len(fte)} van {aantal}"
            f" {woord.meer})."
        )
    if euro:
        yield (
            f"Kosten: samen € {getal(sum(euro))} (ingevuld bij {len(euro)} van {aantal}"
            f" {woord.meer})."
        )
    if aantal and not fte and not euro:
        wie = f"{woord.geen_enkel} toegelaten {woord.een}"
        wie = wie if agenda.ranglijst.toetst else woord.geen
        yield f"Inspanning en kosten zijn bij {wie} ingevuld."


def _eerste(agenda: Jaaragenda) -> Tabel:
    """The first places; a shared place stands there whole, or is only counted."""
    eerste = [v for v in agenda.volgorde if (v.plaats or 0) <= agenda.top]
    gewichten = agenda.ranglijst.gewichten
    noten: tuple[str, ...] = ()
    if len(eerste) > MAX_EERSTE:
        laatste = eerste[-1].plaats
        kort = list(takewhile(lambda v: v.plaats != laatste, eerste))
        rest = len(eerste) - len(kort)
        wat = agenda.ranglijst.profiel.woorden.onderwerp.meer
        noten = (f"Plaats {laatste} delen {rest} {wat}; zie de ranglijst.",)
        eerste = kort[:MAX_EERSTE]
    rijen = tuple(
        (
            plaats_tekst(v),
            *((plaats_tekst(v.berekend),) if agenda.wijkt_af else ()),
            v.titel,
            score_bereik(v.berekend.uitslag),
            punten_uit_lezing(tel_lezingen(v.berekend, gewichten), v.berekend.uitslag.score) or "–",
        )
        for v in eerste
    )
    titel = f"De eerste {agenda.top} plaatsen"
    plaatsen = ("Plaats", "Berekend") if agenda.wijkt_af else ("Plaats",)
    noten += tuple(f"{v.titel}: {verplaatst_zin(v)}." for v in eerste if v.afwijking)
    koppen = (*plaatsen, "Titel", "Score", "Onze lezing")
    return Tabel(titel, koppen, rijen, noten, rekbaar=(len(plaatsen),))
