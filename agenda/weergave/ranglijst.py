"""The ranked list for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.lezing import tel_lezingen
from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.rangorde.score import als_data
from agenda.weergave.besluit import (
    afwijking_zin,
    besluit_json,
    besluit_zin,
    vastgesteld_json,
)
from agenda.weergave.getallen import score_csv
from agenda.weergave.kop import agenda_van, gewichten_tekst, herkomst_json, kop_json
from agenda.weergave.lezing import punten_zin
from agenda.weergave.oordelen import (
    PRECIES,
    antwoorden,
    leeshulp_oordelen,
    tellingen_json,
    telt_mee_delen,
)
from agenda.weergave.samenhang.verbanden import kan_pas_na
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import of_leeg, plaats_tekst, score_tekst, zinnen_tekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.uitleg.jaaragenda import Jaaragenda


def leeshulp(ranglijst: Ranglijst) -> tuple[str, ...]:
    """How to read a ranked list, below every table of one."""
    return (
        "Gelijke score is een gelijke plaats; daarbinnen staat de lijst op titel.",
        "«3 tot 5»: de score is 3, en wordt 5 als alles wat nog onbekend is, ja blijkt.",
        *leeshulp_oordelen(ranglijst),
    )


def toon_ranglijst(agenda: Jaaragenda) -> Weergave:
    """The ranked, the undecided and the not admitted topics; after a decision in its order."""
    return in_tabellen(
        json=lambda: _json(agenda),
        tabellen=lambda: _tabellen(agenda),
        csv=lambda: _plat(agenda),
    )


def _json(agenda: Jaaragenda) -> dict[str, Any]:
    ranglijst, besluit = agenda.ranglijst, agenda.besluit

    def zonder_plaats(beoordeeld: Beoordeeld) -> dict[str, Any]:
        return {
            "code": beoordeeld.code,
            "titel": beoordeeld.titel,
            "thema": beoordeeld.onderwerp.thema,
            "uitgangspunten": {o.regel.code: o.uitkomst for o in beoordeeld.uitslag.uitgangspunten},
            "lezingen": tel_lezingen(beoordeeld, ranglijst.gewichten).lezingen,
            "redenen": list(agenda.uitleg(beoordeeld.code).redenen),
        }

    return {
        **kop_json(ranglijst, "agenda/ranglijst/1"),
        "gewichten": dict(ranglijst.gewichten),
        **({"besluit": besluit_json(besluit, ranglijst)} if besluit else {}),
        "ranglijst": [
            {
                **_met_plaats(v.berekend, ranglijst.gewichten),
                **(vastgesteld_json(v) if besluit else {}),
            }
            for v in agenda.volgorde
        ],
        "onbeslist": [zonder_plaats(beoordeeld) for beoordeeld in ranglijst.onbeslist],
        "niet_toegelaten": [zonder_plaats(beoordeeld) for beoordeeld in ranglijst.niet_toegelaten],
        "herkomst": herkomst_json(ranglijst),
    }


def _met_plaats(geplaatst: Beoordeeld, gewichten: Mapping[str, int]) -> dict[str, Any]:
    onderwerp, uitslag = geplaatst.onderwerp, geplaatst.uitslag
    return {
        "plaats": geplaatst.plaats,
        "gedeeld": geplaatst.gedeeld,
        "code": onderwerp.code,
        "titel": onderwerp.titel,
        "thema": onderwerp.thema,
        "score": als_data(uitslag.score) if gewichten else None,
        "score_max": als_data(uitslag.score_max) if gewichten else None,
        "lezingen": tel_lezingen(geplaatst, gewichten).lezingen,
        "criteria": {o.regel.code: uitslag.waarde(n) for n, o in enumerate(uitslag.criteria)},
        **tellingen_json(uitslag),
        "voorstellen": list(onderwerp.voorstellen or ()),
        "afhankelijk_van": list(onderwerp.afhankelijk_van),
    }


def _tabellen(agenda: Jaaragenda) -> list[Tabel]:
    ranglijst, besluit = agenda.ranglijst, agenda.besluit
    instellingen = ranglijst.dossier.instellingen
    koppen = ("Score", "Code", "Titel", "Telt mee")
    return [
        Tabel(
            f"{agenda_van(ranglijst)}: ranglijst",
            (*(("Vastgesteld", "Berekend") if besluit else ("Plaats",)), *koppen),
            tuple(
                (
                    *((plaats_tekst(v),) if besluit else ()),
                    plaats_tekst(v.berekend),
                    score_tekst(v.berekend.uitslag, "\n"),
                    v.code,
                    "\n".join(
                        [
                            v.titel,
                            *([f"– {afwijking_zin(v)}"] if v.afwijking else []),
                            *(f"– {na}" for na in kan_pas_na(v.berekend, agenda.samenhang)),
                        ]
                    ),
                    telt_mee(v.berekend, ranglijst),
                )
                for v in agenda.volgorde
            ),
            (
                *([besluit_zin(besluit)] if besluit else []),
                *leeshulp(ranglijst),
                f"Gewichten: {gewichten_tekst(ranglijst)}. Peildatum: {instellingen.peildatum}.",
            ),
            rekbaar=(4, 5) if besluit else (3, 4),
        ),
        *(_niet_geplaatst(agenda) if ranglijst.toetst else ()),
    ]


def _niet_geplaatst(agenda: Jaaragenda) -> tuple[Tabel, Tabel]:
    """The topics without a place, each with its reasons."""
    onbeslist, niet_toegelaten = agenda.ranglijst.onbeslist, agenda.ranglijst.niet_toegelaten
    return (
        redenen_tabel("Onbeslist: dit moeten we nog weten", "Reden", agenda, onbeslist),
        redenen_tabel(
            "Niet toegelaten: dit past niet bij de regels", "Reden", agenda, niet_toegelaten
        ),
    )


def telt_mee(beoordeeld: Beoordeeld, ranglijst: Ranglijst) -> str:
    """The criteria that give a topic its points; on a second line what of it is our reading."""
    gewichten = ranglijst.gewichten
    titels = ", ".join(telt_mee_delen(beoordeeld, gewichten))
    lezing = punten_zin(tel_lezingen(beoordeeld, gewichten), beoordeeld.uitslag.score)
    return f"{titels}\n({lezing})" if lezing else titels


def redenen_tabel(titel: str, kop: str, agenda: Jaaragenda, lijst: Iterable[Beoordeeld]) -> Tabel:
    """Topics without a place, each with its reasons; `kop` says what these are."""
    return Tabel(
        titel,
        ("Code", "Titel", kop),
        tuple((b.code, b.titel, zinnen_tekst(agenda.uitleg(b.code).redenen)) for b in lijst),
        rekbaar=(1, 2),
    )


def _plat(agenda: Jaaragenda) -> Tabel:
    """Every topic on one row, for use in Excel."""
    ranglijst, besluit = agenda.ranglijst, agenda.besluit
    geplaatst = {v.code: v for v in agenda.volgorde}
    rijen = []
    for beoordeeld in agenda.alle:
        onderwerp, uitslag, plaats, gedeeld = beoordeeld
        vastgesteld = geplaatst.get(onderwerp.code)
        afwijking = vastgesteld.afwijking if vastgesteld else None
        redenen = () if vastgesteld else agenda.uitleg(onderwerp.code).redenen
        lezing = punten_zin(tel_lezingen(beoordeeld, ranglijst.gewichten), uitslag.score)
        rijen.append(
            (
                STATUSNAMEN[uitslag.status],
                *((of_leeg(vastgesteld.plaats) if vastgesteld else "",) if besluit else ()),
                of_leeg(plaats),
                ("ja" if gedeeld else "nee") if vastgesteld else "",
                onderwerp.code,
                onderwerp.titel,
                ranglijst.profiel.thema[onderwerp.thema].naam,
                score_csv(uitslag.score) if vastgesteld else "",
                score_csv(uitslag.score_max) if vastgesteld else "",
                score_tekst(uitslag) if vastgesteld else "",
                lezing if vastgesteld else "",
                *(oordeel.uitkomst for oordeel in uitslag.uitgangspunten),
                *antwoorden(uitslag),
                "; ".join(map(str, onderwerp.voorstellen or ())),
                "; ".join(onderwerp.afhankelijk_van),
                zinnen_tekst(redenen),
                *((afwijking.reden if afwijking else "",) if besluit else ()),
            )
        )
    plaatsen = ("Vastgestelde plaats", "Plaats") if besluit else ("Plaats",)
    woorden = ranglijst.profiel.woorden
    koppen = ("Status", *plaatsen, "Gedeeld", "Code", "Titel", woorden.thema.kop)
    scores = ("Score", "Hoogste score", PRECIES, "Onze lezing")
    soorten = ("uitgangspunt", "criterium")
    regels = tuple(r.titel for soort in soorten for r in ranglijst.regels if r.soort == soort)
    waarom = ("Reden", "Reden van afwijking") if besluit else ("Reden",)
    staart = (woorden.voorstel.koppen, "Afhankelijk van", *waarom)
    tabel = Tabel("Ranglijst", (*koppen, *scores, *regels, *staart), tuple(rijen))
    rang = () if ranglijst.rangschikt else (*plaatsen, "Gedeeld", *scores, "Reden van afwijking")
    toets = () if ranglijst.toetst else ("Status", "Reden")
    voorstellen = () if ranglijst.profiel.voorstellen else (woorden.voorstel.koppen,)
    precies = () if ranglijst.dossier.oordelen else (PRECIES,)
    return tabel.zonder(*rang, *toets, *voorstellen, *precies)
