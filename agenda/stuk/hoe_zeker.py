"""How sure the order is: a chapter with all topics, and the sentences about one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.gewichten.proef import herweeg
from agenda.stuk.aanhaling import op_papier
from agenda.stuk.blokken import Alinea, Deel, Lijst, Onderwerpentabel
from agenda.stuk.plek import heeft_grens, strook_van
from agenda.weergave.getallen import komma, procent
from agenda.weergave.robuust.plek import bereik, deel_van_wegingen, deelt_zin, kan_zijn
from agenda.weergave.robuust.robuust import noten_van
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import hoogstens_tekst, onderwerp_anker, plaats_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.robuust.robuustheid import Plaatskansen, Robuustheid
    from agenda.uitleg.jaaragenda import Jaaragenda


def hoe_zeker_hoofdstuk(agenda: Jaaragenda) -> Deel:
    """What other weights and other answers would do."""
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    inleiding = Alinea(
        "De gewichten van de criteria zijn een keuze. Deze tabel laat zien welke plaats"
        f" {woord.elk} krijgt als die keuze anders uitvalt."
    )
    gelijken = tuple(
        f"{hoogstens_tekst([lid.titel for lid in groep])}."
        for groep in agenda.robuustheid.gelijken.values()
        if len(groep) > 1
    )
    delen: tuple[Deel, ...] = tuple(_dubbel(agenda))
    if gelijken:
        kop = f"Deze {woord.meer} staan bij elke weging gelijk"
        delen += (Deel("hoe-zeker-gelijk", kop, (Lijst(gelijken),)),)
    return Deel("hoe-zeker", "Hoe zeker is de volgorde?", (inleiding, _tabel(agenda)), delen)


def als_dubbel(agenda: Jaaragenda) -> dict[tuple[str, ...], list[str]]:
    """Who would stand first if one criterion counted twice as much.

    Returns:
        The titles on the first place → the criteria with which that is so; nothing when there is
        nothing to choose.
    """
    ranglijst = agenda.ranglijst
    regels = [regel for regel in ranglijst.criteria if ranglijst.gewichten[regel.code]]
    uit: dict[tuple[str, ...], list[str]] = {}
    if len(regels) > 1 and len(ranglijst.toegelaten) > 1:
        for regel in regels:
            anders = herweeg(ranglijst, {regel.code: 2 * ranglijst.gewichten[regel.code]})
            eersten = tuple(lid.titel for lid in anders.toegelaten if lid.plaats == 1)
            uit.setdefault(eersten, []).append(regel.titel)
    return uit


def _dubbel(agenda: Jaaragenda) -> Iterator[Deel]:
    plaats_1 = "de berekende plaats 1" if agenda.wijkt_af else "plaats 1"
    rijen = tuple(
        (opsomming(namen), hoogstens_tekst(titels)) for titels, namen in als_dubbel(agenda).items()
    )
    if rijen:
        koppen = ("Telt dubbel", f"Dan staat op {plaats_1}")
        tabel = Tabel("Wat als één criterium dubbel telt?", koppen, rijen, rekbaar=(0, 1))
        yield Deel("hoe-zeker-dubbel", tabel.titel, (tabel,))


def _tabel(agenda: Jaaragenda) -> Onderwerpentabel:
    """Of every admitted topic the places that it can get."""
    robuustheid, top = agenda.robuustheid, agenda.top
    verder = heeft_grens(agenda)
    onbekend = verder and any(kansen.hangt_af for kansen in robuustheid.plaatskansen)
    plaats = "Berekend" if agenda.wijkt_af else "Plaats"
    vaak = (f"In de top {top}",) if verder else ()
    anders = ("Met wat onbekend is",) if onbekend else ()
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    rijen = []
    for kansen in robuustheid.plaatskansen:
        verdeling = kansen.verdeling
        laag, hoog = kansen.ongunstig.in_top(top), kansen.gunstig.in_top(top)
        rijen.append(
            (
                plaats_tekst(kansen.onderwerp).replace(" (gedeeld)", ""),
                kansen.onderwerp.titel,
                *((procent(verdeling.in_top(top)),) if verder else ()),
                *((bereik(procent(laag), procent(hoog)),) if onbekend else ()),
                komma(verdeling.verwacht),
                kan_zijn(verdeling, 1),
            )
        )
    koppen = (plaats, woord.kop, *vaak, *anders, "Verwacht", "Kan zijn")
    tabel = Tabel(
        f"Hoe zeker is de {'berekende ' if agenda.wijkt_af else ''}volgorde?",
        koppen,
        tuple(rijen),
        (
            *_leeshulp(robuustheid, onbekend=onbekend),
            *map(op_papier, noten_van(robuustheid, met_onbekend=False)),
        ),
        rekbaar=(1,),
        rechts=tuple(range(2, len(koppen) - 1)),
    )
    codes = [kansen.onderwerp.code for kansen in robuustheid.plaatskansen]
    return Onderwerpentabel(
        tabel,
        1,
        tuple(map(onderwerp_anker, codes)),
        stroken=tuple(strook_van(agenda, code) for code in codes),
        dicht=True,
    )


def _leeshulp(robuustheid: Robuustheid, *, onbekend: bool) -> Iterator[str]:
    samen = (k for k in robuustheid.plaatskansen if robuustheid.aantal_gelijk(k) > 1)
    if any(kansen.verdeling.altijd_zelfde for kansen in samen):
        yield "Wie altijd een plaats deelt, heeft als ‘Verwacht’ het midden van die plaatsen."
    if onbekend:
        yield (
            "‘Met wat onbekend is’ loopt van het slechtste (het eigen onbekende is nee, al het"
            " andere ja) tot het beste (andersom)."
        )


def hoe_zeker_zin(agenda: Jaaragenda, code: str) -> str:
    """Where one topic may stand with other weights, and how often it is in the top."""
    robuustheid, kansen = agenda.robuustheid, agenda.plaatskansen(code)
    verdeling, gelijk = kansen.verdeling, robuustheid.aantal_gelijk(kansen)
    waar = " in de berekende volgorde" if agenda.wijkt_af else ""
    if verdeling.altijd_zelfde and gelijk > 1:
        zin = deelt_zin(verdeling, gelijk).removeprefix("deelt ")
        plek = f"deelt het{waar} {zin}"
    elif verdeling.altijd_zelfde:
        plek = f"staat het{waar} altijd op plaats {verdeling.beste}"
    else:
        plek = (
            f"staat het{waar} op plaats {verdeling.beste} tot en met {verdeling.slechtste},"
            f" gemiddeld op {komma(verdeling.verwacht)}"
        )
    grenzen = " die binnen de grenzen passen," if robuustheid.grenzen else ""
    zinnen = [f"Met andere gewichten{grenzen} {plek}."]
    if heeft_grens(agenda):
        zinnen += _in_de_top(agenda, kansen, waar)
    return " ".join(zinnen)


def _in_de_top(agenda: Jaaragenda, kansen: Plaatskansen, waar: str) -> Iterator[str]:
    getrokken = agenda.robuustheid.trekking is not None
    vaak = deel_van_wegingen(kansen.verdeling.in_top(agenda.top), getrokken=getrokken)
    anders = ""
    if kansen.patroon.zeker != kansen.patroon.mogelijk:
        laag, hoog = kansen.ongunstig.in_top(agenda.top), kansen.gunstig.in_top(agenda.top)
        deel = bereik(procent(laag), procent(hoog))
        anders = f"; door wat nog onbekend is, kan dat {deel} worden"
    yield f"Bij {vaak} staat het{waar} bij de eerste {agenda.top}{anders}."
