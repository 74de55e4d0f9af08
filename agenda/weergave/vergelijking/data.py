"""Two agendas beside each other as data: JSON for programs, one flat table for Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.rangorde.score import als_data
from agenda.vergelijking.stappen import STAPPEN, Gewichtverschil, Regelverschil
from agenda.weergave.besluit import besluit_json
from agenda.weergave.kop import herkomst_json, kop_json
from agenda.weergave.vergelijking.kleinste import kleinste_json
from agenda.weergave.vergelijking.routes import routes_json
from agenda.weergave.vergelijking.verloop import met_verloop, verloop_json
from agenda.weergave.vergelijking.verschillen import verschil_woorden
from agenda.weergave.vergelijking.zinnen import STAPNAMEN, stap_zin, waardoor
from agenda.weergave.vormen import Tabel

if TYPE_CHECKING:
    from agenda.rangorde.besluit import Besluit
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.vergelijking.positie import Stapgevolg
    from agenda.vergelijking.stappen import Verschil
    from agenda.vergelijking.vergelijken import Overgenomen, Vergelijking
    from agenda.vergelijking.wijzigingen import Wijziging

MAX_CODES = 5
"""Of the topics that passed a topic, so many are named; how many there are is always exact."""


def vergelijking_json(vergelijking: Vergelijking) -> dict[str, Any]:
    """Everything about both agendas and what is between them."""
    return {
        "schema": "agenda/vergelijking/1",
        "oud": _kant(vergelijking.oud, vergelijking.besluiten[0]),
        "nieuw": _kant(vergelijking.nieuw, vergelijking.besluiten[1]),
        "volgorde_van_stappen": list(STAPPEN),
        "maatstaf": [
            {"stap": stand.stap, **_verschil(verschil, vergelijking)}
            for stand in vergelijking.tussenstanden
            for verschil in stand.verschillen
        ],
        **({"overig": list(vergelijking.overig)} if vergelijking.overig else {}),
        **kleinste_json(vergelijking.kleinste),
        "alleen_nieuw": [_los(deel) for deel in vergelijking.nieuwe],
        "alleen_oud": [_los(deel) for deel in vergelijking.weg],
        "beide": [_overgenomen(deel, vergelijking) for deel in vergelijking.overgenomen],
        **verloop_json(vergelijking),
    }


def _kant(ranglijst: Ranglijst, besluit: Besluit | None) -> dict[str, Any]:
    kop = kop_json(ranglijst, "")
    del kop["schema"]
    return {
        **kop,
        **({"besluit": besluit_json(besluit, ranglijst)} if besluit else {}),
        "gewichten": dict(ranglijst.gewichten),
        "herkomst": herkomst_json(ranglijst),
    }


def _verschil(verschil: Verschil, vergelijking: Vergelijking) -> dict[str, Any]:
    woorden = vergelijking.nieuw.profiel.woorden
    wat, was, wordt = verschil_woorden(verschil, vergelijking.velden, woorden)
    if isinstance(verschil, Gewichtverschil):
        soort, code = "gewicht", verschil.criterium.code
    elif isinstance(verschil, Regelverschil):
        soort, code = "regel", verschil.regel.code
    else:
        soort, code = verschil.soort, verschil.code
    return {"soort": soort, "code": code, "wat": wat, "oud": was, "nieuw": wordt}


def _los(deel: Beoordeeld) -> dict[str, Any]:
    return {"code": deel.code, "titel": deel.titel, **_waar(deel)}


def _waar(deel: Beoordeeld) -> dict[str, Any]:
    return {
        "status": deel.status,
        "plaats": deel.plaats,
        "gedeeld": None if deel.plaats is None else deel.gedeeld,
        "score": als_data(deel.uitslag.score) if deel.uitslag.criteria else None,
    }


def _overgenomen(deel: Overgenomen, vergelijking: Vergelijking) -> dict[str, Any]:
    return {
        "code": deel.onderwerp.code,
        "titel": deel.onderwerp.titel,
        "oud": _waar(deel.oud),
        "nieuw": _waar(deel.nieuw),
        "plaatsen_hoger": deel.plaatsen,
        "stappen": [_stap(stap, deel, vergelijking) for stap in deel.stappen if stap.doet_iets],
        "wijzigingen": [_wijziging(wijziging) for wijziging in deel.wijzigingen],
        **({"route": routes_json(deel.route, vergelijking)} if deel.route else {}),
    }


def _stap(gevolg: Stapgevolg, deel: Overgenomen, vergelijking: Vergelijking) -> dict[str, Any]:
    """A step; where there is no place, the places risen are those that the scores would give."""
    erboven, niet_meer, *_ = vergelijking.passanten(deel, gevolg)
    geplaatst = vergelijking.rangschikt and gevolg.naar.status == "toegelaten"
    return {
        "stap": gevolg.stap,
        "plaatsen_hoger": gevolg.plaatsen,
        "status": gevolg.naar.status,
        "plaats": gevolg.naar.plaats if geplaatst else None,
        "gedeeld": gevolg.naar.gedeeld if geplaatst else None,
        "regels": [oordeel.regel.code for oordeel in gevolg.oordelen],
        "nu_erboven": len(erboven),
        "niet_meer_erboven": len(niet_meer),
        "codes_nu_erboven": list(erboven[:MAX_CODES]),
        "codes_niet_meer_erboven": list(niet_meer[:MAX_CODES]),
        "zin": stap_zin(gevolg, deel, vergelijking) if gevolg.telt else "",
    }


def _wijziging(wijziging: Wijziging) -> dict[str, Any]:
    oud, nieuw = (list(w) if isinstance(w, tuple) else w for w in (wijziging.oud, wijziging.nieuw))
    deel = wijziging.veld.naam if wijziging.criterium else ""
    wie = {"gemeente": wijziging.gemeente} if wijziging.gemeente else {}
    return {"veld": wijziging.naam, "deel": deel, **wie, "oud": oud, "nieuw": nieuw}


def vergelijking_plat(vergelijking: Vergelijking) -> Tabel:
    """Every topic on one row, for use in Excel."""
    leeg = ("",) * (len(STAPPEN) + 3)
    rijen: list[tuple[str | int, ...]] = [
        _rij(deel, vergelijking) for deel in vergelijking.overgenomen
    ]
    for wat, delen in (("nieuw", vergelijking.nieuwe), ("weg", vergelijking.weg)):
        for deel in delen:
            waar = _cellen(deel)
            kanten = (*waar, "", "", "") if wat == "weg" else ("", "", "", *waar)
            rijen.append((wat, deel.code, deel.titel, *kanten, *leeg))
    rang = ("Plaats oud", "Gedeeld oud", "Plaats nieuw", "Gedeeld nieuw", "Plaatsen hoger")
    status = ("Status oud", "Status nieuw", *(f"Door {STAPNAMEN[stap]}" for stap in STAPPEN))
    leeg = () if vergelijking.rangschikt else rang
    leeg = leeg if vergelijking.rangschikt or vergelijking.toetst else (*leeg, *status, "Waardoor")
    tabel = Tabel(
        "Vergelijking",
        (
            "Wat",
            "Code",
            "Titel",
            "Status oud",
            "Plaats oud",
            "Gedeeld oud",
            "Status nieuw",
            "Plaats nieuw",
            "Gedeeld nieuw",
            "Plaatsen hoger",
            *(f"Door {STAPNAMEN[stap]}" for stap in STAPPEN),
            "Waardoor",
            "Andere gegevens",
        ),
        tuple(rijen),
    )
    return met_verloop(tabel, vergelijking).zonder(*leeg)


def _rij(deel: Overgenomen, vergelijking: Vergelijking) -> tuple[str | int, ...]:
    wat = "gelijk"
    if deel.andere_status:
        wat = "andere status"
    elif deel.verschoven:
        wat = "verschoven"
    plaatsen = deel.plaatsen
    stappen = ["" if plaatsen is None else gevolg.plaatsen for gevolg in deel.stappen]
    return (
        wat,
        deel.onderwerp.code,
        deel.onderwerp.titel,
        *_cellen(deel.oud),
        *_cellen(deel.nieuw),
        "" if plaatsen is None else plaatsen,
        *stappen,
        "\n".join(waardoor(deel, vergelijking)),
        ", ".join(_anders(deel)),
    )


def _anders(deel: Overgenomen) -> list[str]:
    """What is different about the topic itself: its fields and criteria, and its route."""
    namen = dict.fromkeys(wijziging.naam for wijziging in deel.wijzigingen)
    return [*namen, "route"] if deel.route else [*namen]


def _cellen(deel: Beoordeeld) -> tuple[str | int, str | int, str]:
    status = STATUSNAMEN[deel.status]
    if deel.plaats is None:
        return status, "", ""
    return status, deel.plaats, "ja" if deel.gedeeld else "nee"
