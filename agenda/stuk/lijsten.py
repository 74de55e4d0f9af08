"""The lists of the document: ranked, undecided, not admitted, and what the proposals get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel
from agenda.weergave.besluit import afwijking_zin
from agenda.weergave.getallen import komma, procent
from agenda.weergave.ranglijst import leeshulp, redenen_tabel, telt_mee
from agenda.weergave.robuust.plek import plek_tekst
from agenda.weergave.robuust.robuust import noten_van
from agenda.weergave.samenhang.verbanden import kan_pas_na
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import plaats_tekst, score_tekst

if TYPE_CHECKING:
    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda


def ranglijst_deel(agenda: Jaaragenda) -> Deel:
    """The list of topics on the agenda, with what was moved in it."""
    blokken: list[Blok] = [ranglijst_tabel(agenda)]
    blokken += [
        Alinea(f"{v.titel}: {afwijking_zin(v)}", nadruk=True)
        for v in agenda.volgorde
        if v.afwijking
    ]
    kop = f"De {agenda.ranglijst.profiel.woorden.onderwerp.meer}"
    kop = "De ranglijst" if agenda.ranglijst.rangschikt else kop
    return Deel(lijst_anker(agenda), kop, tuple(blokken), nieuwe_pagina=True)


def lijst_anker(agenda: Jaaragenda) -> str:
    """The `code` of the chapter with the list of topics on the agenda."""
    return "ranglijst" if agenda.ranglijst.rangschikt else "onderwerpen"


def ranglijst_tabel(agenda: Jaaragenda) -> Tabel:
    """The admitted topics in their order; the calculated place stands beside a decided one."""
    ranglijst = agenda.ranglijst
    berekend = ("Berekend",) if agenda.wijkt_af else ()
    rijen = []
    for v in agenda.volgorde:
        onderwerp = v.berekend.onderwerp
        na = (f"\n{zin[:1].upper()}{zin[1:]}" for zin in kan_pas_na(v.berekend, agenda.samenhang))
        rijen.append(
            (
                plaats_tekst(v),
                *((str(v.berekend.plaats),) if berekend else ()),
                score_tekst(v.berekend.uitslag, "\n"),
                onderwerp.code,
                f"{onderwerp.titel}{''.join(na)}",
                ranglijst.profiel.thema[onderwerp.thema].naam,
                telt_mee(v.berekend, ranglijst),
            )
        )
    titel_kolom = 3 + len(berekend)
    woorden = ranglijst.profiel.woorden
    tabel = Tabel(
        "Ranglijst" if ranglijst.rangschikt else woorden.onderwerp.koppen,
        ("Plaats", *berekend, "Score", "Code", "Titel", woorden.thema.kop, "Telt mee"),
        tuple(rijen),
        leeshulp(ranglijst) if ranglijst.rangschikt else (),
        rekbaar=(titel_kolom, titel_kolom + 2),
    )
    return tabel if ranglijst.rangschikt else tabel.zonder("Plaats", "Score", "Telt mee")


def onbeslist_tabel(agenda: Jaaragenda) -> Tabel:
    """The undecided topics with what must be found out."""
    lijst = agenda.ranglijst.onbeslist
    return redenen_tabel("Onbeslist", "Dit moeten we nog weten", agenda, lijst)


def niet_toegelaten_tabel(agenda: Jaaragenda) -> Tabel:
    """The topics that are not admitted with the reason."""
    lijst = agenda.ranglijst.niet_toegelaten
    return redenen_tabel("Niet toegelaten", "Reden", agenda, lijst)


def dekking_tabel(agenda: Jaaragenda) -> Tabel:
    """Of every proposal which topics serve it."""
    profiel = agenda.ranglijst.profiel
    thema, voorstel = profiel.woorden.thema, profiel.woorden.voorstel
    return Tabel(
        f"Dekking van de {voorstel.meer}",
        ("Nr", voorstel.kop, thema.kop, "Staat", "Toegelaten", "Onbeslist"),
        tuple(
            (
                nummer,
                dekking.voorstel.titel,
                profiel.thema[dekking.voorstel.thema].naam,
                dekking.voorstel.staat,
                "\n".join(lid.titel for lid in dekking.toegelaten) or "geen",
                "\n".join(lid.titel for lid in dekking.onbeslist) or "geen",
            )
            for nummer, dekking in agenda.samenhang.dekking.items()
        ),
        rekbaar=(1, 4, 5),
    )


def stevigheid_tabel(agenda: Jaaragenda) -> Tabel:
    """Of every admitted topic the places that it can get with other weights."""
    robuustheid = agenda.robuustheid
    wat, plaats = ("berekende volgorde", "Berekend") if agenda.wijkt_af else ("volgorde", "Plaats")
    return Tabel(
        f"Hoe stevig is de {wat}?",
        (plaats, "Titel", "Kan zijn", "Verwacht", f"In de top {agenda.top}"),
        tuple(
            (
                plaats_tekst(kansen.onderwerp),
                kansen.onderwerp.titel,
                plek_tekst(kansen.verdeling, robuustheid.aantal_gelijk(kansen)),
                komma(kansen.verdeling.verwacht),
                procent(kansen.verdeling.in_top(agenda.top)),
            )
            for kansen in robuustheid.plaatskansen
        ),
        tuple(noten_van(robuustheid, met_onbekend=False)),
        rekbaar=(1, 2),
    )
