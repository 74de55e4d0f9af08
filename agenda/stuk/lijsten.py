"""The list of topics on the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Onderwerpentabel
from agenda.stuk.plek import genoemd_met_plek, waar_tekst
from agenda.weergave.besluit import afwijking_zin
from agenda.weergave.oordelen import telt_mee_delen
from agenda.weergave.ranglijst import leeshulp
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import onderwerp_anker, score_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.rangorde.besluit import Vastgesteld
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda

MAX_KOLOMMEN = 7
"""With more criteria than this their answers do not fit beside each other on paper."""
ONBEKEND = "?"


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


def ranglijst_tabel(agenda: Jaaragenda) -> Onderwerpentabel:
    """The admitted topics in their order; the calculated place stands beside a decided one."""
    ranglijst = agenda.ranglijst
    criteria = ranglijst.criteria if ranglijst.rangschikt else ()
    los = len(criteria) <= MAX_KOLOMMEN
    berekend = ("Berekend",) if agenda.wijkt_af else ()
    woorden = ranglijst.profiel.woorden
    koppen = (
        *(("Plaats", *berekend) if criteria else ()),
        woorden.onderwerp.kop,
        *((r.titel for r in criteria) if los else ("Telt mee",)),
        *(("Punten",) if criteria else ()),
    )
    titel = koppen.index(woorden.onderwerp.kop)
    antwoorden = tuple(range(titel + 1, titel + 1 + len(criteria))) if los else ()
    tabel = Tabel(
        "Ranglijst" if criteria else woorden.onderwerp.koppen,
        koppen,
        tuple(_rij(agenda, v, los=los) for v in agenda.volgorde),
        leeshulp(ranglijst)[:1] if criteria else (),
        rekbaar=(titel,) if los else (titel, titel + 1),
    )
    doelen = tuple(onderwerp_anker(v.code) for v in agenda.volgorde)
    return Onderwerpentabel(tabel, titel, doelen, antwoorden, dicht=True, bladzijden=True)


def _rij(agenda: Jaaragenda, v: Vastgesteld, *, los: bool) -> tuple[str, ...]:
    ranglijst, lid = agenda.ranglijst, v.berekend
    thema = ranglijst.profiel.thema[lid.onderwerp.thema].naam
    titel = f"{v.titel}\n{' · '.join((thema, *_kan_pas_na(agenda, lid)))}"
    if not ranglijst.rangschikt:
        return (titel,)
    anders = "\nanders" if v.afwijking else ""
    return (
        f"{v.plaats}{anders}",
        *((str(lid.plaats),) if agenda.wijkt_af else ()),
        titel,
        *(_antwoorden(lid) if los else (", ".join(telt_mee_delen(lid, ranglijst.gewichten)),)),
        score_tekst(lid.uitslag, "\n"),
    )


def _antwoorden(lid: Beoordeeld) -> Iterator[str]:
    """Per criterion «ja», «nee» or «?»; of municipalities that differ how many say ja."""
    uitslag = lid.uitslag
    for nummer in range(len(uitslag.criteria)):
        waarde = uitslag.waarde(nummer)
        if waarde == "verdeeld":
            telling = uitslag.tellingen[nummer]
            yield f"{telling.ja} van {telling.aantal}"
        else:
            yield ONBEKEND if waarde == "onbekend" else waarde


def _kan_pas_na(agenda: Jaaragenda, lid: Beoordeeld) -> Iterator[str]:
    if eerst := agenda.samenhang.vereist_door(lid.onderwerp):
        waar = [
            waar_tekst(agenda, ander)
            if ander.plaats is not None
            else genoemd_met_plek(agenda, [ander])
            for ander in eerst
        ]
        yield f"kan pas na {opsomming(dict.fromkeys(waar), 'en')}"
