"""What is different about the way of a topic to a decision: who discusses it, and who decides."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from agenda.weergave.uitleg.route import besluit_tekst, route_json
from agenda.weergave.vormen import Tabel
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.route import Weg
    from agenda.uitleg.route import Route, Stap
    from agenda.vergelijking.routes import Routeverschil
    from agenda.vergelijking.vergelijken import Vergelijking

Stapsleutel = tuple["Weg", str, int]
"""A step as both sides know it: the way, the code of the body, and which time it comes there."""


def routes_tabel(vergelijking: Vergelijking) -> Tabel:
    """For each topic with another route, what is different about it."""
    return Tabel(
        "Andere route: wie bespreekt en wie beslist?",
        ("Code", "Wie", "Was", "Wordt"),
        tuple(
            (deel.onderwerp.code, *rij)
            for deel in vergelijking.andere_route
            if deel.route
            for rij in _verschillen(deel.route)
        ),
        rekbaar=(1, 2, 3),
    )


def _verschillen(verschil: Routeverschil) -> Iterator[tuple[str, str, str]]:
    """Each step that came, went or is more or less certain, then the order, then who decides."""
    oud, nieuw = (_stappen(route) for route in verschil)
    gewone_weg = verschil.nieuw.gewone_weg
    for sleutel in dict.fromkeys((*nieuw, *oud)):
        was, wordt = (_toestand(stappen.get(sleutel)) for stappen in (oud, nieuw))
        if was != wordt:
            yield _naam(sleutel, nieuw.get(sleutel) or oud[sleutel], gewone_weg), was, wordt
    toen, nu = (
        [sleutel for sleutel in oud if sleutel in nieuw],
        [sleutel for sleutel in nieuw if sleutel in oud],
    )
    if toen != nu:
        was, wordt = (
            ", ".join(_naam(sleutel, nieuw[sleutel], gewone_weg) for sleutel in deze)
            for deze in (toen, nu)
        )
        yield "de volgorde", was, wordt
    was, wordt = map(besluit_tekst, verschil)
    if was != wordt:
        yield "het besluit", was, wordt


def _stappen(route: Route) -> dict[Stapsleutel, Stap]:
    keer: Counter[tuple[Weg, str]] = Counter()
    stappen: dict[Stapsleutel, Stap] = {}
    for stap in (*route.op_gewone_weg, *route.andere):
        wie = (stap.weg, stap.gremium.code)
        keer[wie] += 1
        stappen[*wie, keer[wie]] = stap
    return stappen


def _naam(sleutel: Stapsleutel, stap: Stap, gewone_weg: Weg | None) -> str:
    weg, _, keer = sleutel
    naam = stap.gremium.naam if weg == gewone_weg else f"{weg.in_zin}: {stap.gremium.naam}"
    return naam if keer == 1 else f"{naam} ({keer}e keer)"


def _toestand(stap: Stap | None) -> str:
    if stap is None:
        return "niet"
    if stap.uitkomst == "ja":
        return "wel"
    velden = opsomming((veld.omschrijving for veld in stap.onbekend), "en")
    return f"nog niet bekend (niet ingevuld: {velden})"


def routes_json(verschil: Routeverschil, vergelijking: Vergelijking) -> dict[str, Any]:
    """Both ways, as the explanation of a topic gives them."""
    return {
        "oud": route_json(verschil.oud, vergelijking.oud.profiel),
        "nieuw": route_json(verschil.nieuw, vergelijking.nieuw.profiel),
    }
