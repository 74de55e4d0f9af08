"""The explanation of one topic as data: JSON for programs, one flat table for Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.score import als_data
from agenda.weergave.besluit import vastgesteld_json
from agenda.weergave.getallen import score_csv
from agenda.weergave.indeling.uitleg import indeling_rijen
from agenda.weergave.jaar.waarom import jaarplan_van_json, kalender_van_json
from agenda.weergave.kop import herkomst_json
from agenda.weergave.oordelen import antwoord_tekst, stemmen_json, stemmen_rijen
from agenda.weergave.samenhang.verbanden import verbanden_json, verbanden_rijen
from agenda.weergave.uitleg.indeling import indelingen_json
from agenda.weergave.uitleg.kosten import kosten_data
from agenda.weergave.uitleg.route import route_json, route_rijen
from agenda.weergave.uitleg.verandering import verandering_json, verandering_rijen
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import hoogstens_json, periode_json

if TYPE_CHECKING:
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.uitleg import Reden

KOPPEN = (
    *("Code", "Soort", "Regel", "Uitkomst", "Gevonden", "Verwacht"),
    *("Gewicht", "Punten", "Onderbouwing", "Bron", "Lezing"),
)
"""The columns of the flat table of an explanation."""


def uitleg_json(agenda: Jaaragenda, code: str) -> dict[str, Any]:
    """The whole answer of one topic, with what was decided and where it came from."""
    vastgesteld = agenda.vastgesteld(code)
    return {
        "schema": "agenda/uitleg/1",
        **onderwerp_json(agenda, code),
        **jaarplan_van_json(agenda, code),
        **kalender_van_json(agenda, code),
        **(vastgesteld_json(vastgesteld) if vastgesteld else {}),
        "herkomst": herkomst_json(agenda.ranglijst),
    }


def onderwerp_json(agenda: Jaaragenda, code: str) -> dict[str, Any]:
    """All that is told of one topic, without what is the same for every topic of the list."""
    uitleg, profiel = agenda.uitleg(code), agenda.ranglijst.profiel
    citeer = profiel.citeer
    return {
        "code": uitleg.onderwerp.code,
        "titel": uitleg.onderwerp.titel,
        "thema": uitleg.onderwerp.thema,
        "toelichting": uitleg.onderwerp.toelichting,
        "status": uitleg.status,
        "plaats": uitleg.plaats,
        **hoogstens_json("deelt_met", [onderwerp.code for onderwerp in uitleg.deelt_met]),
        "uitgangspunten": [
            {
                "regel": deel.regel.code,
                "titel": deel.regel.titel,
                "uitkomst": deel.uitkomst,
                "bron": citeer(deel.regel.bron),
                "lezing": deel.regel.bron.lezing,
                **periode_json(deel.regel),
                "zin": deel.regel.zin,
                "voorwaarden": [_voorwaarde_json(reden) for reden in deel.voorwaarden],
            }
            for deel in uitleg.uitgangspunten
        ],
        "criteria": [
            {
                "criterium": deel.regel.code,
                "titel": deel.regel.titel,
                "waarde": deel.waarde,
                "gewicht": deel.gewicht,
                "punten": als_data(deel.punten),
                "onderbouwing": uitleg.tag(deel).onderbouwing,
                "bron": uitleg.tag(deel).bron,
                "lezing": uitleg.tag(deel).lezing,
                **({"oordelen": stemmen_json(deel.stemmen)} if deel.stemmen else {}),
                "zin": deel.regel.zin,
                "bron_regel": citeer(deel.regel.bron),
                "lezing_regel": deel.regel.bron.lezing,
                **periode_json(deel.regel),
            }
            for deel in uitleg.criteria
        ],
        "score": als_data(uitleg.score) if uitleg.criteria else None,
        "score_max": als_data(uitleg.score_max) if uitleg.criteria else None,
        "lezingen": uitleg.lezingen.lezingen,
        "samenhang": verbanden_json(agenda.verbanden(code), profiel),
        "kleinste_verandering": verandering_json(agenda.veranderingen(code)),
        **indelingen_json(agenda, code),
        **kosten_data(agenda, code),
        "route": route_json(agenda.route(code), profiel),
    }


def _voorwaarde_json(reden: Reden) -> dict[str, Any]:
    return {
        "veld": reden.veld,
        "gevonden": "onbekend" if reden.gevonden is None else reden.gevonden,
        "verwacht": reden.verwacht,
        "uitkomst": reden.uitkomst,
        "toelichting": reden.toelichting,
    }


def uitleg_tabel(agenda: Jaaragenda, code: str) -> Tabel:
    """The same as one flat table: a row for each condition, criterion, vote, tie and step."""
    uitleg, profiel = agenda.uitleg(code), agenda.ranglijst.profiel
    rijen = [
        (
            code,
            "uitgangspunt",
            deel.regel.titel,
            reden.uitkomst,
            _gevonden(reden),
            reden.verwacht,
            "",
            "",
            "",
            profiel.citeer(deel.regel.bron),
            deel.regel.bron.lezing,
        )
        for deel in uitleg.uitgangspunten
        for reden in deel.voorwaarden
    ]
    return Tabel(
        "Uitleg",
        KOPPEN,
        (
            *rijen,
            *(
                (
                    code,
                    "criterium",
                    deel.regel.titel,
                    deel.waarde,
                    antwoord_tekst(deel.waarde, deel.telling),
                    "ja",
                    deel.gewicht,
                    score_csv(deel.punten),
                    uitleg.tag(deel).onderbouwing,
                    uitleg.tag(deel).bron,
                    uitleg.tag(deel).lezing,
                )
                for deel in uitleg.criteria
            ),
            *(rij for deel in uitleg.criteria for rij in stemmen_rijen(code, deel, profiel)),
            *verandering_rijen(code, agenda.veranderingen(code), uitleg.plaats),
            *indeling_rijen(code, agenda.indelingsuitleg(code), profiel),
            *verbanden_rijen(agenda.verbanden(code), profiel),
            *route_rijen(code, agenda.route(code), profiel),
        ),
    )


def _gevonden(reden: Reden) -> str:
    waarde = "onbekend" if reden.gevonden is None else reden.gevonden
    herkomst = f" ({reden.toelichting})" if reden.toelichting else ""
    return f"{reden.omschrijving}: gevonden {waarde}{herkomst}"
