"""What stands on each sheet of the workbook; how it looks stands in `werkboek.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.begroten import te_verdelen
from agenda.stuk.verklaringen import verklaringen
from agenda.stuk.vormen.excel.begroting import begroting_bladen
from agenda.stuk.vormen.excel.gegevens import gegevens_blad
from agenda.stuk.vormen.excel.indeling import indeling_bladen
from agenda.stuk.vormen.excel.jaarplan import jaarplan_bladen_van
from agenda.stuk.vormen.excel.kalender import kalender_bladen_van
from agenda.stuk.vormen.excel.motivering import motivering_blad
from agenda.stuk.vormen.excel.oordelen import oordelen_bladen
from agenda.stuk.vormen.excel.route import route_bladen
from agenda.stuk.vormen.excel.stand import stand_bladen
from agenda.stuk.vormen.excel.werkblad import (
    Blad,
    Bladkolom,
    Drukblad,
    bladkolommen,
    bladnaam,
    ja_nee,
    leden_tekst,
)
from agenda.voortgang.gevolgd import gevolgde
from agenda.weergave.besluit import status_tekst
from agenda.weergave.bronlezingen import bronlezingen
from agenda.weergave.getallen import score_cel
from agenda.weergave.kop import herkomst_rijen
from agenda.weergave.lezing import bron_met_lezing, telling_zin
from agenda.weergave.oordelen import PRECIES, antwoorden
from agenda.weergave.ranglijst import telt_mee
from agenda.weergave.woorden import of_leeg, periode_tekst, score_tekst, zinnen_tekst

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.kennis.profiel import Profiel
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.stuk.vormen.excel.werkblad import Bladrij
    from agenda.uitleg.jaaragenda import Jaaragenda
    from regels.model import Regel


def bladen_van(agenda: Jaaragenda) -> tuple[Blad | Drukblad, ...]:
    """All sheets, in the order of the document."""
    lijst = agenda.ranglijst
    redenen = (
        _redenen(agenda, "Onbeslist", "Dit moeten we nog weten", lijst.onbeslist),
        _redenen(agenda, "Niet toegelaten", "Reden", lijst.niet_toegelaten),
    )
    return (
        _ranglijst(agenda),
        *(redenen if lijst.toetst else ()),
        *(stand_bladen(gevolgd) if (gevolgd := gevolgde(agenda)) else ()),
        *jaarplan_bladen_van(agenda),
        *indeling_bladen(agenda),
        *kalender_bladen_van(agenda),
        *_begroting(agenda),
        motivering_blad(agenda),
        *route_bladen(agenda),
        gegevens_blad(agenda),
        *oordelen_bladen(lijst),
        *((_dekking(agenda),) if lijst.profiel.voorstellen else ()),
        *((_afwijkingen(agenda),) if agenda.wijkt_af else ()),
        _herkomst(agenda),
    )


def _begroting(agenda: Jaaragenda) -> Iterable[Blad]:
    begroting = te_verdelen(agenda)
    return begroting_bladen(begroting, agenda.ranglijst.profiel) if begroting else ()


def _ranglijst(agenda: Jaaragenda) -> Blad:
    lijst = agenda.ranglijst
    berekend = (Bladkolom("Berekende plaats", 10),) if agenda.wijkt_af else ()
    woorden = lijst.profiel.woorden
    blad = Blad(
        "Ranglijst" if lijst.rangschikt else bladnaam(woorden.onderwerp.koppen),
        (
            *bladkolommen(("Plaats", 8), ("Gedeeld", 9)),
            *berekend,
            *bladkolommen(
                ("Code", 26),
                ("Titel", 50),
                (woorden.thema.kop, 26),
                ("Score", 8),
                ("Hoogste score", 9),
                (PRECIES, 22),
            ),
            *(Bladkolom(regel.titel, 14) for regel in lijst.criteria),
            *bladkolommen(("Telt mee", 30), ("Kan pas na", 30)),
        ),
        tuple(
            (
                of_leeg(v.plaats),
                ja_nee(v.gedeeld),
                *((of_leeg(v.berekend.plaats),) if berekend else ()),
                v.code,
                v.titel,
                lijst.profiel.thema[v.berekend.onderwerp.thema].naam,
                score_cel(v.berekend.uitslag.score),
                score_cel(v.berekend.uitslag.score_max),
                score_tekst(v.berekend.uitslag),
                *antwoorden(v.berekend.uitslag),
                telt_mee(v.berekend, lijst),
                leden_tekst(agenda.samenhang.vereist_door(v.berekend.onderwerp)),
            )
            for v in agenda.volgorde
        ),
        vast=4 + len(berekend),
    )
    rang = ("Plaats", "Gedeeld", "Score", "Hoogste score", "Telt mee")
    blad = blad if lijst.dossier.oordelen else blad.zonder(PRECIES)
    blad = blad if lijst.rangschikt else blad.zonder(*rang)
    return blad.zonder("Kan pas na") if agenda.samenhang.leeg else blad


def _redenen(agenda: Jaaragenda, naam: str, kop: str, lijst: Iterable[Beoordeeld]) -> Blad:
    thema = agenda.ranglijst.profiel.woorden.thema.kop
    return Blad(
        naam,
        bladkolommen(("Code", 26), ("Titel", 50), (thema, 26), (kop, 90)),
        tuple(
            (
                b.code,
                b.titel,
                agenda.ranglijst.profiel.thema[b.onderwerp.thema].naam,
                zinnen_tekst(agenda.uitleg(b.code).redenen),
            )
            for b in lijst
        ),
        vast=2,
    )


def _dekking(agenda: Jaaragenda) -> Blad:
    profiel = agenda.ranglijst.profiel
    return Blad(
        "Dekking",
        bladkolommen(
            ("Nr", 6),
            (profiel.woorden.voorstel.kop, 60),
            (profiel.woorden.thema.kop, 26),
            ("Staat", 12),
            ("Aantal toegelaten", 11),
            ("Toegelaten", 36),
            ("Onbeslist", 36),
            ("Niet toegelaten", 36),
            ("Bron", 30),
        ),
        tuple(
            (
                nummer,
                dekking.voorstel.titel,
                profiel.thema[dekking.voorstel.thema].naam,
                dekking.voorstel.staat,
                len(dekking.toegelaten),
                *(
                    "\n".join(lid.code for lid in leden)
                    for leden in (dekking.toegelaten, dekking.onbeslist, dekking.niet_toegelaten)
                ),
                bron_met_lezing(dekking.voorstel.bron, profiel),
            )
            for nummer, dekking in agenda.samenhang.dekking.items()
        ),
        vast=2,
    )


def _afwijkingen(agenda: Jaaragenda) -> Blad:
    return Blad(
        "Afwijkingen",
        bladkolommen(
            ("Code", 26),
            ("Titel", 50),
            ("Vastgestelde plaats", 12),
            ("Berekende plaats", 12),
            ("Reden", 70),
        ),
        tuple(
            (
                v.code,
                v.titel,
                of_leeg(v.plaats),
                of_leeg(v.berekend.plaats),
                v.afwijking.reden,
            )
            for v in agenda.volgorde
            if v.afwijking
        ),
        vast=2,
    )


def _herkomst(agenda: Jaaragenda) -> Blad:
    lijst = agenda.ranglijst
    instellingen = lijst.dossier.instellingen
    rijen: list[Bladrij] = [
        ("Regio", lijst.profiel.regio.naam, ""),
        ("Agendajaar", str(instellingen.jaar), ""),
        ("Peildatum", instellingen.peildatum.isoformat(), ""),
        ("Status", status_tekst(agenda.besluit), ""),
        *(("Verklaring", alinea.tekst, "") for alinea in verklaringen(agenda)),
        *((f"Gewicht {r.titel}", lijst.gewichten[r.code], "") for r in lijst.criteria),
        *((f"Regel {r.titel}", r.zin, _bron_van(r, lijst.profiel)) for r in lijst.regels),
        ("Onze lezing", telling_zin(agenda), ""),
        *(
            (f"Onze lezing: {wat}", bron.lezing, lijst.profiel.citeer(bron))
            for wie, bron in bronlezingen(lijst)
            for wat in wie
        ),
        *((wat, waarde, "") for wat, waarde in herkomst_rijen(lijst)),
    ]
    return Blad(
        "Herkomst", bladkolommen(("Wat", 32), ("Waarde", 80), ("Bron", 50)), tuple(rijen), 1
    )


def _bron_van(regel: Regel, profiel: Profiel) -> str:
    """Where a rule comes from, and when it is in force."""
    return f"{profiel.citeer(regel.bron)} ({periode_tekst(regel)})"
