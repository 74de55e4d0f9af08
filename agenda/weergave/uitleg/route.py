"""The route of a topic in sentences, as data and as rows: one value, whatever the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.kennis.route import ROLLEN
from agenda.weergave.indeling.momenten import termijn_tekst
from agenda.weergave.lezing import bron_json, bron_met_lezing
from agenda.weergave.vormen import Tak
from agenda.weergave.woorden import als_kop, in_zin
from regels.taal import opsomming

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Gremium, Routestap
    from agenda.rangorde.ranglijst import Status
    from agenda.uitleg.route import Route, Stap

ROUTEKOP = "Route: wie bespreekt en wie beslist?"
GEEN_ROUTE = "Dit profiel zegt niet wie bespreekt en wie beslist."
_ALS_TOEGELATEN = "Dit geldt als het onderwerp alsnog wordt toegelaten."


def route_zinnen(route: Route, profiel: Profiel) -> tuple[str, ...]:
    """The whole route, a sentence per step: «1. Kernteam (op afroep): … Inrichtingsplan §2.3.2».

    The other ways, who decides and who does not follow after the steps of the usual way.
    """
    if not route.stappen:
        return (GEEN_ROUTE,)
    langs = enumerate(route.op_gewone_weg, start=1)
    eerst = (f"{n}. {_stap(stap, profiel)}" for n, stap in langs)
    andere = (f"{als_kop(stap.weg.in_zin)}, {_stap(stap, profiel)}" for stap in route.andere)
    return (*eerst, *andere, *slot_zinnen(route, profiel))


def korte_stappen(route: Route, profiel: Profiel) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The steps of the usual and of the other ways, in order, without rhythm and source."""

    def kort(stap: Stap) -> str:
        return f"{stap.gremium.naam}{rol_tekst(stap, profiel)}: {stap_reden(stap)}"

    eerst = tuple(map(kort, route.op_gewone_weg))
    andere = tuple(f"{als_kop(stap.weg.in_zin)}, {kort(stap)}" for stap in route.andere)
    return eerst, andere


def slot_zinnen(route: Route, profiel: Profiel) -> tuple[str, ...]:
    """Who decides, and who on the usual way does not."""
    besluit = _besluit_zin(route)
    if not route.zonder_besluit:
        return (besluit,)
    return besluit, zonder_besluit_zin(route.zonder_besluit, profiel)


def _besluit_zin(route: Route) -> str:
    """Who decides, as a sentence: «Het besluit is aan de gemeenteraad.»."""
    namen = opsomming(map(beslisser_in_zin, route.besluit))
    if route.besluit_bekend:
        return f"Het besluit is aan {namen}."
    return f"Wie besluit,{f' {namen},' if namen else ''} is nog niet bekend."


def beslisser_in_zin(gremium: Gremium) -> str:
    """A body that decides, within a sentence: «het college»."""
    return gremium.met_lidwoord or in_zin(gremium.naam)


def besluit_tekst(route: Route) -> str:
    """Who decides, for a cell: «gemeenteraad», or «college of gemeenteraad (nog niet bekend)»."""
    namen = opsomming(in_zin(gremium.naam) for gremium in route.besluit)
    if route.besluit_bekend:
        return namen
    return f"{namen} (nog niet bekend)" if namen else "nog niet bekend"


def zonder_besluit_zin(gremia: tuple[Gremium, ...], profiel: Profiel) -> str:
    """That these boards do not decide, with where that stands."""
    namen = als_kop(opsomming((g.met_lidwoord or g.naam for g in gremia), "en"))
    bronnen = [*filter(None, dict.fromkeys(_bron_besluit(g, profiel) for g in gremia))]
    werkwoord = "besluit" if len(gremia) == 1 else "besluiten"
    waar = f" ({'; '.join(bronnen)})" if bronnen else ""
    return f"{namen} {werkwoord} niet{waar}."


def _stap(stap: Stap, profiel: Profiel) -> str:
    ritme = f" ({stap.gremium.ritme})" if stap.gremium.ritme else ""
    wie = f"{stap.gremium.naam}{ritme}{rol_tekst(stap, profiel)}"
    return f"{wie}: {stap_reden(stap)} {bron_met_lezing(stap.bron, profiel)}"


def rol_tekst(stap: Stap, profiel: Profiel) -> str:
    """What a body does in a step, after its name: « – hakt de knoop door, binnen 24 uur»."""
    rol = rol_en_termijn(stap, profiel)
    return f" – {rol}" if rol else ""


def rol_en_termijn(stap: Stap | Routestap, profiel: Profiel) -> str:
    """What a body does in a step, and within how long: «hakt de knoop door, binnen 24 uur».

    Empty where the profile leaves that to the reason of the step.
    """
    if not profiel.toon_rollen:
        return ""
    rol = ROLLEN[stap.rol] if stap.rol else ""
    binnen = termijn_tekst(stap.termijn, profiel) if stap.termijn else ""
    return ", ".join(filter(None, (rol, binnen)))


def stap_reden(stap: Stap) -> str:
    """Why a step, and what must be found out first when it is not known whether it is needed."""
    if not stap.onbekend:
        return stap.reden
    velden = opsomming((veld.omschrijving for veld in stap.onbekend), "en")
    return f"{stap.reden} (Nog niet ingevuld: {velden}.)"


def route_tak(route: Route, profiel: Profiel, status: Status) -> Tak:
    """The route as a branch of an explanation."""
    zinnen = route_zinnen(route, profiel)
    if route.stappen and status != "toegelaten":
        zinnen = (_ALS_TOEGELATEN, *zinnen)
    return Tak(ROUTEKOP, tuple(map(Tak, zinnen)))


def route_json(route: Route, profiel: Profiel) -> dict[str, Any]:
    """The route for programs."""
    return {
        "stappen": [_stap_json(stap, profiel) for stap in route.stappen],
        "nog_te_bepalen": [stap.gremium.code for stap in route.nog_te_bepalen],
        "besluit": {
            "bekend": route.besluit_bekend,
            "gremia": [gremium.code for gremium in route.besluit],
        },
        "beslist_niet": [gremium.code for gremium in route.zonder_besluit],
        "zinnen": list(route_zinnen(route, profiel)),
    }


def _stap_json(stap: Stap, profiel: Profiel) -> dict[str, Any]:
    return {
        "weg": stap.weg.code,
        "gremium": stap.gremium.code,
        "naam": stap.gremium.naam,
        "soort": stap.gremium.soort,
        "ritme": stap.gremium.ritme,
        "beslist": profiel.beslist(stap.gremium),
        "uitkomst": stap.uitkomst,
        "onbekend": [veld.naam for veld in stap.onbekend],
        "reden": stap.reden,
        **(_rol_json(stap) if profiel.toon_rollen else {}),
        **bron_json(stap.bron, profiel),
    }


def _rol_json(stap: Stap) -> dict[str, Any]:
    """What the body does in a step, and within how long."""
    termijn = stap.termijn
    if termijn is None:
        return {"rol": stap.rol, "termijn": None}
    if termijn.uren is not None:
        return {"rol": stap.rol, "termijn": {"uren": termijn.uren}}
    voor = {"dagen_voor": termijn.dagen_voor, "gremium": termijn.gremium}
    return {"rol": stap.rol, "termijn": voor}


def route_rijen(code: str, route: Route, profiel: Profiel) -> tuple[tuple[str, ...], ...]:
    """Rows for the flat table of the explanation, in its columns: one per step, then who decides.

    Args:
        code: of the topic.
    """
    rijen = [
        (
            code,
            "route" if stap.weg == route.gewone_weg else f"route, {stap.weg.code}",
            f"{stap.gremium.naam}{rol_tekst(stap, profiel)}",
            stap.uitkomst,
            opsomming((f"{veld.omschrijving}: onbekend" for veld in stap.onbekend), "en"),
            stap.reden,
            profiel.citeer(stap.bron),
            stap.bron.lezing,
        )
        for stap in route.stappen
    ]
    slot = [(code, "route", *deel) for deel in _slotrijen(route, profiel)]
    return tuple((*rij[:5], "", "", "", *rij[5:]) for rij in [*rijen, *slot])


def _slotrijen(route: Route, profiel: Profiel) -> list[tuple[str, str, str, str, str, str]]:
    """Who decides, and each board that does not: rule, outcome, found, reason and source."""
    if not route.stappen:
        return [("route", "onbekend", GEEN_ROUTE, "", "", "")]
    besluit = (
        "besluit",
        "ja" if route.besluit_bekend else "onbekend",
        besluit_tekst(route),
        "",
        "",
        "",
    )
    return [besluit] + [
        (f"{gremium.naam} beslist", "nee", "", "", *_bron_en_lezing(gremium, profiel))
        for gremium in route.zonder_besluit
    ]


def _bron_besluit(gremium: Gremium, profiel: Profiel) -> str:
    return bron_met_lezing(gremium.bron_besluit, profiel) if gremium.bron_besluit else ""


def _bron_en_lezing(gremium: Gremium, profiel: Profiel) -> tuple[str, str]:
    bron = gremium.bron_besluit
    return (profiel.citeer(bron), bron.lezing) if bron else ("", "")
