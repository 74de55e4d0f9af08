"""The year of one member for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.getallen import breuk
from agenda.weergave.indeling.woorden import uitkomsten_json
from agenda.weergave.kop import herkomst_json, kop_json

if TYPE_CHECKING:
    from agenda.jaar.gemeenteblad import Afwijkend, Gemeenteblad
    from agenda.rangorde.ranglijst import Beoordeeld


def gemeente_json(blad: Gemeenteblad) -> dict[str, Any]:
    """Everything that there is to say of a member; keys stay, also where there is nothing."""
    return {
        **kop_json(blad.agenda.ranglijst, "agenda/gemeente/1"),
        "gemeente": {"code": blad.lid.code, "naam": blad.lid.naam},
        "ingebracht": [_ingebracht_json(blad, deel) for deel in blad.ingebracht],
        "spreekt_over": blad.spreekt_over,
        "afwijkend": [_afwijkend_json(deel) for deel in blad.afwijkend],
        "kosten": {
            "totaal": blad.totaal,
            "delen": [
                {"code": kosten.code, "naam": kosten.naam, "samen": kosten.bedrag, "bedrag": deel}
                for kosten, deel in blad.aandelen
            ],
        },
        "inspanning": [{"code": i.onderwerp.code, "fte": str(i.fte)} for i in blad.inspanning],
        "openstaand": [
            {"code": onderwerp.code, "criteria": [regel.code for regel in criteria]}
            for onderwerp, criteria in blad.openstaand
        ],
        "volgorde": [
            {
                "code": deel.onderwerp.code,
                "plaats": deel.plaats,
                "plaats_op_de_lijst": deel.onderwerp.plaats,
                "in_top_kans": breuk(deel.in_top),
            }
            for deel in blad.volgorde
        ],
        "in_te_vullen": [
            {"veld": veld.code, "onderwerpen": [onderwerp.code for onderwerp in onderwerpen]}
            for veld, onderwerpen in blad.in_te_vullen
        ],
        "indelingen": [
            {"code": onderwerp.code if onderwerp else None, **uitkomsten_json(uitkomsten)}
            for onderwerp, uitkomsten in blad.indelingen
        ],
        "herkomst": herkomst_json(blad.agenda.ranglijst),
    }


def _ingebracht_json(blad: Gemeenteblad, beoordeeld: Beoordeeld) -> dict[str, Any]:
    return {
        "code": beoordeeld.code,
        "titel": beoordeeld.titel,
        "status": beoordeeld.status,
        "plaats": beoordeeld.plaats,
        "gedeeld": beoordeeld.gedeeld,
        "redenen": list(blad.agenda.uitleg(beoordeeld.code).redenen),
    }


def _afwijkend_json(deel: Afwijkend) -> dict[str, Any]:
    return {
        "onderwerp": deel.onderwerp.code,
        "criterium": deel.criterium.code,
        "eigen": deel.eigen.waarde,
        "onderbouwing": deel.eigen.onderbouwing,
        "anderen": deel.anderen._asdict(),
    }
