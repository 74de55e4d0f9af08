"""What stands on each sheet of the workbook; how it looks stands in `werkboek.py`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from agenda.ranglijst import STATUSNAMEN
from agenda.uitleg import feit_van
from agenda.weergave.ranglijst import herkomst_rijen, telt_mee
from agenda.weergave.route import route_cellen
from agenda.weergave.verbanden import naam_van
from agenda.weergave.woorden import zinnen_tekst

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from agenda.jaaragenda import Jaaragenda
    from agenda.ranglijst import Beoordeeld, Geplaatst
    from agenda.samenhang import Lid

Cel = str | int | Decimal
Rij = tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A heading; `breedte` in characters."""

    kop: str
    breedte: int


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet; `vast` is how many columns stay in view when one scrolls to the right."""

    naam: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    vast: int = 0


def bladen_van(agenda: Jaaragenda) -> tuple[Blad, ...]:
    """All sheets, in the order of the document."""
    lijst = agenda.ranglijst
    return (
        _ranglijst(agenda),
        _redenen(agenda, "Onbeslist", "Dit moeten we nog weten", lijst.onbeslist),
        _redenen(agenda, "Niet toegelaten", "Reden", lijst.niet_toegelaten),
        _motivering(agenda),
        _dekking(agenda),
        *((_afwijkingen(agenda),) if agenda.wijkt_af else ()),
        _herkomst(agenda),
    )


def _kolommen(*kolommen: tuple[str, int]) -> tuple[Kolom, ...]:
    return tuple(Kolom(kop, breedte) for kop, breedte in kolommen)


def _ja_nee(waar: object) -> str:
    return "ja" if waar else "nee"


def _ranglijst(agenda: Jaaragenda) -> Blad:
    lijst = agenda.ranglijst
    berekend = (Kolom("Berekende plaats", 10),) if agenda.wijkt_af else ()
    return Blad(
        "Ranglijst",
        (
            *_kolommen(("Plaats", 8), ("Gedeeld", 9)),
            *berekend,
            *_kolommen(
                ("Code", 26),
                ("Titel", 50),
                ("Thema", 26),
                ("Score", 8),
                ("Hoogste score", 9),
            ),
            *(Kolom(regel.titel, 14) for regel in lijst.criteria),
            *_kolommen(("Telt mee", 30), ("Kan pas na", 30)),
        ),
        tuple(
            (
                v.plaats,
                _ja_nee(v.gedeeld),
                *((v.geplaatst.plaats,) if berekend else ()),
                v.geplaatst.onderwerp.code,
                v.geplaatst.onderwerp.titel,
                lijst.profiel.thema[v.geplaatst.onderwerp.thema].naam,
                v.geplaatst.uitslag.score,
                v.geplaatst.uitslag.score_max,
                *(oordeel.uitkomst for oordeel in v.geplaatst.uitslag.criteria),
                telt_mee(v.geplaatst.uitslag, lijst),
                _leden(agenda.samenhang.vereist_door(v.geplaatst.onderwerp)),
            )
            for v in agenda.volgorde
        ),
        vast=4 + len(berekend),
    )


def _leden(leden: Iterable[Lid]) -> str:
    return "\n".join(f"{naam_van(lid)}, {lid.waar}" for lid in leden)


def _redenen(agenda: Jaaragenda, naam: str, kop: str, lijst: Iterable[Beoordeeld]) -> Blad:
    return Blad(
        naam,
        _kolommen(("Code", 26), ("Titel", 50), ("Thema", 26), (kop, 90)),
        tuple(
            (
                b.onderwerp.code,
                b.onderwerp.titel,
                agenda.ranglijst.profiel.thema[b.onderwerp.thema].naam,
                zinnen_tekst(agenda.leg_uit(b).redenen),
            )
            for b in lijst
        ),
        vast=2,
    )


def _motivering(agenda: Jaaragenda) -> Blad:
    lijst = agenda.ranglijst
    uitgangspunten = tuple(regel for regel in lijst.regels if regel.soort == "uitgangspunt")
    return Blad(
        "Motivering",
        (
            *_kolommen(("Code", 26), ("Titel", 40), ("Status", 14), ("Plaats", 8), ("Gedeeld", 9)),
            *_kolommen(("Thema", 26), ("Toelichting", 60)),
            *(
                kolom
                for regel in uitgangspunten
                for kolom in _kolommen((regel.titel, 14), (f"Gevonden: {regel.titel}", 45))
            ),
            *_kolommen(("Reden", 50)),
            *(
                kolom
                for regel in lijst.criteria
                for kolom in _kolommen(
                    (regel.titel, 14),
                    (f"Punten {regel.titel}", 10),
                    (f"Onderbouwing {regel.titel}", 45),
                    (f"Bron {regel.titel}", 30),
                )
            ),
            *_kolommen(("Score", 8), ("Hoogste score", 9)),
            *_kolommen(("Beste plaats", 8), ("Slechtste plaats", 9), ("Gemiddelde plaats", 11)),
            *_kolommen((f"Bij de eerste {agenda.top} (%)", 12)),
            *_kolommen(("Voorstellen", 40), ("Kan pas na", 40), ("Hierop wacht", 40)),
            *_kolommen(("Inspanning (fte)", 11), ("Kosten (€)", 12), ("Bevoegd", 12)),
            *_kolommen(("Ingediend door", 18), ("Wie bespreekt", 110), ("Wie beslist", 30)),
        ),
        (
            *(
                _motivering_rij(agenda, v.geplaatst, (v.plaats, _ja_nee(v.gedeeld)))
                for v in agenda.volgorde
            ),
            *(
                _motivering_rij(agenda, b, ("", ""))
                for b in (*lijst.onbeslist, *lijst.niet_toegelaten)
            ),
        ),
        vast=2,
    )


def _motivering_rij(agenda: Jaaragenda, b: Geplaatst | Beoordeeld, plek: tuple[Cel, Cel]) -> Rij:
    profiel = agenda.ranglijst.profiel
    uitleg = agenda.leg_uit(b)
    onderwerp, verbanden = uitleg.onderwerp, uitleg.verbanden
    gemeente = profiel.gemeente.get(onderwerp.ingediend_door or "")
    return (
        onderwerp.code,
        onderwerp.titel,
        STATUSNAMEN[uitleg.status],
        *plek,
        profiel.thema[onderwerp.thema].naam,
        onderwerp.toelichting,
        *(
            cel
            for deel in uitleg.uitgangspunten
            for cel in (
                deel.uitkomst,
                "\n".join(map(feit_van, deel.voorwaarden)),
            )
        ),
        zinnen_tekst(uitleg.redenen),
        *(
            cel
            for deel in uitleg.criteria
            for cel in (deel.waarde, deel.punten, deel.tag.onderbouwing, deel.tag.bron)
        ),
        uitleg.score,
        uitleg.score_max,
        *_stevigheid(agenda, b),
        "\n".join(f"{d.voorstel.nummer}: {d.voorstel.titel}" for d in verbanden.draagt_bij_aan),
        _leden(verbanden.vereist),
        _leden(verbanden.wacht_hierop),
        "" if onderwerp.inspanning_fte is None else onderwerp.inspanning_fte,
        "" if onderwerp.kosten_euro is None else onderwerp.kosten_euro,
        onderwerp.bevoegdheid,
        gemeente.naam if gemeente else "",
        *route_cellen(uitleg.route, uitleg.status),
    )


def _stevigheid(agenda: Jaaragenda, b: Geplaatst | Beoordeeld) -> Rij:
    """Best, worst and expected place over all weightings, and the share among the first."""
    if b.uitslag.status != "toegelaten":
        return ("",) * 4
    verdeling = agenda.stand(b.onderwerp.code).verdeling
    procent = 100 * verdeling.kans(agenda.top)
    return verdeling.beste, verdeling.slechtste, _rond(verdeling.verwacht), _rond(procent)


def _rond(getal: Fraction) -> Decimal:
    """A fraction in at most two decimals, half to even."""
    return Decimal(round(getal * 100)) / 100


def _dekking(agenda: Jaaragenda) -> Blad:
    profiel = agenda.ranglijst.profiel
    return Blad(
        "Dekking",
        _kolommen(
            ("Nr", 6),
            ("Voorstel", 60),
            ("Thema", 26),
            ("Staat", 12),
            ("Aantal toegelaten", 11),
            ("Toegelaten", 36),
            ("Onbeslist", 36),
            ("Niet toegelaten", 36),
        ),
        tuple(
            (
                nummer,
                dekking.voorstel.titel,
                profiel.thema[dekking.voorstel.thema].naam,
                dekking.voorstel.staat,
                len(dekking.toegelaten),
                *(
                    "\n".join(lid.onderwerp.code for lid in leden)
                    for leden in (dekking.toegelaten, dekking.onbeslist, dekking.niet_toegelaten)
                ),
            )
            for nummer, dekking in agenda.samenhang.dekking.items()
        ),
        vast=2,
    )


def _afwijkingen(agenda: Jaaragenda) -> Blad:
    return Blad(
        "Afwijkingen",
        _kolommen(
            ("Code", 26),
            ("Titel", 50),
            ("Vastgestelde plaats", 12),
            ("Berekende plaats", 12),
            ("Reden", 70),
        ),
        tuple(
            (
                v.geplaatst.onderwerp.code,
                v.geplaatst.onderwerp.titel,
                v.plaats,
                v.geplaatst.plaats,
                v.afwijking.reden,
            )
            for v in agenda.volgorde
            if v.afwijking
        ),
        vast=2,
    )


def _herkomst(agenda: Jaaragenda) -> Blad:
    lijst, besluit = agenda.ranglijst, agenda.besluit
    instellingen = lijst.dossier.instellingen
    rijen: list[Rij] = [
        ("Regio", lijst.profiel.regio.naam, ""),
        ("Agendajaar", str(instellingen.jaar), ""),
        ("Peildatum", instellingen.peildatum.isoformat(), ""),
        (
            "Status",
            f"vastgesteld door {besluit.door} op {besluit.datum.isoformat()}"
            if besluit
            else "voorstel, nog niet vastgesteld",
            "",
        ),
        *(
            ("Wie besluit", v.zin, lijst.profiel.citeer(v.bron))
            for v in lijst.profiel.teksten.verklaringen
        ),
        *((f"Gewicht {r.titel}", lijst.gewichten[r.code], "") for r in lijst.criteria),
        *((f"Regel {r.titel}", r.zin, lijst.profiel.citeer(r.bron)) for r in lijst.regels),
        *((wat, waarde, "") for wat, waarde in herkomst_rijen(lijst)),
    ]
    return Blad("Herkomst", _kolommen(("Wat", 32), ("Waarde", 80), ("Bron", 50)), tuple(rijen), 1)
