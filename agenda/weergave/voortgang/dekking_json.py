"""Who has what proposals ask, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.kennis.regio import Lid
from agenda.voortgang.dekking import partijen
from agenda.weergave.kop import herkomst_json, kop_json
from regels.model import Bron

if TYPE_CHECKING:
    from agenda.kennis.dekking import Doel
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.laag import Vindplaats
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.voortgang.dekking import Cel, Dekkingsoverzicht, Partij, Rij


def dekking_json(dekking: Dekkingsoverzicht, ranglijst: Ranglijst) -> dict[str, Any]:
    """Everything that is known, cell by cell; keys stay, also where there is nothing."""
    lid = dekking.lid
    return {
        **kop_json(ranglijst, "agenda/voorstellen/1"),
        "op": dekking.op.isoformat(),
        "gemeente": {"code": lid.code, "naam": lid.naam} if lid else None,
        "voorstellen": [
            {
                "nummer": deel.voorstel.nummer,
                "titel": deel.voorstel.titel,
                "onderdelen": [_onderdeel_json(rij) for rij in deel.rijen],
            }
            for deel in dekking.voorstellen
        ],
        "niets_bekend": [rij.onderdeel.code for rij in dekking.gaten],
        "doelen": [_doel_json(doel, dekking.profiel) for doel in dekking.doelen],
        "ingevuld": len(dekking.gevuld),
        "lezingen": sum(bool(cel.lezing) for cel in dekking.gevuld),
        "herkomst": herkomst_json(ranglijst),
    }


def soort_van(wie: Partij) -> str:
    """What kind of party it is: gemeente or deelregio."""
    return "gemeente" if isinstance(wie, Lid) else "deelregio"


def vindplaats(bron: Bron | Vindplaats | None) -> tuple[str, str]:
    """The document and the place in it; of a source in words only these."""
    if bron is None:
        return "", ""
    waar = bron if isinstance(bron, Bron) else bron.bron
    return (waar.document, waar.plaats) if waar else ("", getattr(bron, "tekst", ""))


def _onderdeel_json(rij: Rij) -> dict[str, Any]:
    onderdeel = rij.onderdeel
    return {
        "code": onderdeel.code,
        "naam": onderdeel.naam,
        "van": onderdeel.van,
        "gevraagd": onderdeel.gevraagd == "ja",
        "opmerking": onderdeel.opmerking,
        "bron": _bron_json(onderdeel.bron),
        "telling": rij.telling,
        "vakken": [_cel_json(cel) for cel in rij.cellen],
    }


def _cel_json(cel: Cel) -> dict[str, Any]:
    feit = cel.feit
    return {
        **_wie_json(cel.wie),
        "toestand": cel.toestand,
        "sinds": feit.sinds if feit else None,
        "op": feit.op.isoformat() if feit and feit.op else None,
        "toelichting": feit.toelichting if feit else "",
        "bron": _bron_json(cel.bron),
        **({"daarin": [_cel_json(deel) for deel in cel.binnen]} if cel.binnen else {}),
    }


def _wie_json(wie: Partij) -> dict[str, str]:
    return {"soort": soort_van(wie), "code": wie.code, "naam": wie.naam}


def _bron_json(bron: Bron | Vindplaats | None) -> dict[str, str] | None:
    if bron is None:
        return None
    document, plaats = vindplaats(bron)
    return {
        "document": document,
        "plaats": plaats,
        "opmerking": bron.opmerking,
        "lezing": bron.lezing,
    }


def _doel_json(doel: Doel, profiel: Profiel) -> dict[str, Any]:
    return {
        "code": doel.code,
        "naam": doel.naam,
        "voorstel": doel.voorstel,
        "thema": doel.thema,
        "waarde": doel.waarde,
        "tot": doel.tot,
        "eenheid": doel.eenheid,
        "grens": doel.grens,
        "wanneer": doel.wanneer,
        "wie": [_wie_json(wie) for wie in partijen(doel, profiel)],
        "staat": doel.staat,
        "bron": _bron_json(doel.bron),
    }
