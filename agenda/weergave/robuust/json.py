"""How firmly the order stands, as data for programs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from agenda.rangorde.patroon import is_heel
from agenda.weergave.getallen import breuk, decimaal
from agenda.weergave.kop import herkomst_json, kop_json
from agenda.weergave.robuust.geschillen import geschil_json
from agenda.weergave.robuust.groepsordes import groepsordes_json
from agenda.weergave.samenhang.verbanden import codes_van
from agenda.weergave.woorden import MAX_GENOEMD, hoogstens_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agenda.rangorde.patroon import Delen, Patroon
    from agenda.robuust.groep import Duel, Groep
    from agenda.robuust.robuustheid import Plaatskansen, Robuustheid
    from agenda.robuust.verdeling import Verdeling
    from regels.model import Regel

SCHEMA = "agenda/robuust/2"


def robuust_json(robuustheid: Robuustheid) -> dict[str, Any]:
    """Every topic over all weightings, with what belongs to it."""
    ranglijst, groep = robuustheid.ranglijst, robuustheid.groep
    trekking = robuustheid.trekking
    uit: dict[str, Any] = {
        "schema": SCHEMA,
        "methode": _methode(robuustheid),
        "top": robuustheid.top,
        **kop_json(ranglijst, SCHEMA),
        "criteria": [regel.code for regel in ranglijst.criteria],
        "gewichten": dict(ranglijst.gewichten),
    }
    if trekking:
        uit["trekkingen"] = {
            "aantal": trekking.aantal,
            "zaad": trekking.zaad,
            "marge": round(trekking.marge, 6),
        }
    if robuustheid.verdeeld:
        uit["precies"] = _precies(robuustheid)
    if robuustheid.grenzen:
        uit["gewichtsgrenzen"] = {
            regel.code: {"minstens": grens.minstens, "hoogstens": grens.hoogstens}
            for regel, grens in zip(ranglijst.criteria, robuustheid.grenzen, strict=True)
            if not grens.zegt_niets
        }
    nummers = {patroon: nummer for nummer, patroon in enumerate(robuustheid.gelijken)}
    uit["patronen"] = _patronen_json(robuustheid)
    per_patroon: dict[Patroon, dict[str, Any]] = {}
    for kansen in robuustheid.plaatskansen:
        if kansen.patroon not in per_patroon:
            per_patroon[kansen.patroon] = _kansen_json(robuustheid, kansen)
    uit["onderwerpen"] = [
        _kop_json(robuustheid, kansen, nummers) | per_patroon[kansen.patroon]
        for kansen in robuustheid.plaatskansen
    ]
    uit["gelijk"] = [
        codes_van(gelijken) for gelijken in robuustheid.gelijken.values() if len(gelijken) > 1
    ]
    uit["vragen"] = [tag._asdict() for tag in robuustheid.openstaand]
    if groep:
        uit |= _groep_json(robuustheid, groep, nummers)
    if groep and (ordes := robuustheid.groepsordes):
        uit |= groepsordes_json(robuustheid, groep, ordes)
    if robuustheid.met_antwoorden:
        uit["geschillen"] = [geschil_json(geschil) for geschil in robuustheid.geschillen]
    uit["onbeslist"] = codes_van(ranglijst.onbeslist)
    uit["herkomst"] = herkomst_json(ranglijst)
    return uit


def _methode(robuustheid: Robuustheid) -> str:
    if robuustheid.trekking is None:
        return "exact"
    return "getrokken" if robuustheid.verdeeld else "monte-carlo"


def _precies(robuustheid: Robuustheid) -> list[str]:
    """The keys that hold no estimate, where the places are drawn."""
    paren = [] if robuustheid.grenzen else ["verwacht", "verwacht_decimaal"]
    return [*paren, "altijd_eronder", "altijd_erboven", "gelijk", "gelijk_met", "vragen"]


def _patronen_json(robuustheid: Robuustheid) -> list[dict[str, Any]]:
    """Of every set of criteria that some topic has: the criteria, and the share of each place."""
    criteria, groep = robuustheid.ranglijst.criteria, robuustheid.groep
    verdelingen = {k.patroon.zeker: k.verdeling for k in robuustheid.plaatskansen}
    uit = []
    for patroon, verdeling in verdelingen.items():
        rij: dict[str, Any] = {
            "criteria": _criteria_json(criteria, patroon),
            "plaatsen": _plaatsen_json(verdeling),
        }
        if groep:
            rij["plaatsen_groep"] = _plaatsen_json(groep.standen[patroon].verdeling)
        uit.append(rij)
    return uit


def _criteria_json(criteria: Sequence[Regel], patroon: Delen) -> list[str] | dict[str, str]:
    """The criteria that hold; how much of each counts where some count for a share."""
    delen = {regel.code: deel for regel, deel in zip(criteria, patroon, strict=True) if deel}
    if is_heel(patroon):
        return [*delen]
    return {code: breuk(Fraction(deel)) for code, deel in delen.items()}


def _plaatsen_json(verdeling: Verdeling) -> dict[str, str]:
    return {str(plaats): breuk(deel) for plaats, deel in verdeling.plaatsen.items()}


def _kop_json(
    robuustheid: Robuustheid, kansen: Plaatskansen, nummers: Mapping[Delen, int]
) -> dict[str, Any]:
    """What is a topic's own."""
    geplaatst = kansen.onderwerp
    gelijken = robuustheid.gelijken[kansen.patroon.zeker]
    return {
        "code": geplaatst.code,
        "titel": geplaatst.titel,
        "plaats": geplaatst.plaats,
        "gedeeld": geplaatst.gedeeld,
        "patroon": nummers[kansen.patroon.zeker],
        **hoogstens_json("gelijk_met", [c for c in codes_van(gelijken) if c != geplaatst.code]),
    }


def _kansen_json(robuustheid: Robuustheid, kansen: Plaatskansen) -> dict[str, Any]:
    """What all topics with the same pattern share."""
    top = robuustheid.top
    return {
        **_verdeling_json(kansen.verdeling, top),
        **hoogstens_json("altijd_eronder", codes_van(robuustheid.altijd_onder(kansen))),
        **hoogstens_json("altijd_erboven", codes_van(robuustheid.altijd_boven(kansen))),
        "met_onbekend": {
            "beste": kansen.gunstig.beste,
            "slechtste": kansen.ongunstig.slechtste,
            "verwacht": [breuk(kansen.gunstig.verwacht), breuk(kansen.ongunstig.verwacht)],
            "top_kans": [breuk(kansen.ongunstig.kans(top)), breuk(kansen.gunstig.kans(top))],
            "in_top_kans": [
                breuk(kansen.ongunstig.in_top(top)),
                breuk(kansen.gunstig.in_top(top)),
            ],
        },
    }


def _verdeling_json(verdeling: Verdeling, top: int) -> dict[str, Any]:
    """What is told of a distribution over the places, in fractions and in decimals."""
    return {
        "beste": verdeling.beste,
        "slechtste": verdeling.slechtste,
        "verwacht": breuk(verdeling.verwacht),
        "verwacht_decimaal": decimaal(verdeling.verwacht),
        "top_kans": breuk(verdeling.kans(top)),
        "top_kans_decimaal": decimaal(verdeling.kans(top)),
        "in_top_kans": breuk(verdeling.in_top(top)),
        "in_top_kans_decimaal": decimaal(verdeling.in_top(top)),
    }


def _groep_json(
    robuustheid: Robuustheid, groep: Groep, nummers: Mapping[Delen, int]
) -> dict[str, Any]:
    """The keys that the group adds."""
    standen = []
    for kansen in robuustheid.plaatskansen:
        samen = groep.standen[kansen.patroon.zeker]
        standen.append(
            {
                "code": kansen.onderwerp.code,
                "plaats": kansen.onderwerp.plaats,
                "plaats_groep": samen.plaats,
                "patroon": nummers[kansen.patroon.zeker],
                **_verdeling_json(samen.verdeling, robuustheid.top),
                "slechtst_af": {
                    "gemeenten": [gemeente.code for gemeente in samen.slechtst_af],
                    "verwacht": breuk(samen.laagste),
                },
                "gemeenten_in_top": samen.in_top,
            }
        )
    w = groep.kendall_w
    return {
        "groep": standen,
        "kendall_w": None if w is None else breuk(w),
        "kendall_w_decimaal": None if w is None else decimaal(w),
        "gemeenten": len(groep.gemeenten),
        "met_voorkeur": [gemeente.code for gemeente in groep.met_voorkeur],
        "meerderheid": [_duel_json(robuustheid, duel) for duel in groep.duels],
        "kringen": [
            [codes_van(robuustheid.gelijken[duel.een])[:MAX_GENOEMD] for duel in kring]
            for kring in groep.kringen
        ],
    }


def _duel_json(robuustheid: Robuustheid, duel: Duel) -> dict[str, Any]:
    return {
        **hoogstens_json("boven", codes_van(robuustheid.gelijken[duel.een])),
        **hoogstens_json("onder", codes_van(robuustheid.gelijken[duel.ander])),
        "voor": duel.voor,
        "tegen": duel.tegen,
    }
