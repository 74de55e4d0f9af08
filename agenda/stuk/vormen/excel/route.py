"""The sheets with the routes: which topic passes which body, and what each body does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.stuk.vormen.excel.werkblad import Blad, Bladkolom, bladkolommen
from agenda.weergave.lezing import bron_zin
from agenda.weergave.uitleg.route import besluit_tekst, rol_en_termijn
from agenda.weergave.woorden import als_kop, heeft_plek
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Gremium, Routestap
    from agenda.stuk.vormen.excel.werkblad import Bladrij
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.route import Route, Stap

    Langs = tuple[str, str]
    """A way and a body: the same body may stand on two ways."""

_WAAR = "Plaats"
_JA, _WEET_NIET = "ja", "?"
_LEESHULP = (
    "Ingevuld: {wat} gaat hierlangs. Een vraagteken: dat hangt af van wat nog niet is ingevuld;"
    " wat dat is, staat in de laatste kolom. Leeg: {wat} komt hier niet."
    " Wat elk van hen doet, staat op het blad {blad}."
)
_WIE_DOET_WAT = "Wie doet wat"
_NIET_OP_DE_ROUTE = "staat op geen enkele route"


def route_bladen(agenda: Jaaragenda) -> Iterator[Blad]:
    """A row per topic and a column per body; then the bodies. Nothing without a route."""
    profiel = agenda.ranglijst.profiel
    if profiel.route:
        yield _wie_langs_wie(agenda)
    if profiel.gremia:
        yield _overleggen(profiel)


def _wie_langs_wie(agenda: Jaaragenda) -> Blad:
    profiel = agenda.ranglijst.profiel
    plekken = tuple(dict.fromkeys((stap.weg, stap.gremium) for stap in profiel.route))
    # «ja» fits a narrow column; what a body does, needs a wide one.
    breedte = 14 if profiel.toon_rollen else 5
    blad = Blad(
        "Route",
        (
            *bladkolommen((_WAAR, 12), ("Code", 24), ("Titel", 36)),
            *(
                Bladkolom(_kop(plek, profiel), breedte, rechtop=not profiel.toon_rollen)
                for plek in plekken
            ),
            *bladkolommen(("Wie beslist", 20), ("Nog niet ingevuld", 36)),
        ),
        tuple(_rijen(agenda, plekken)),
        vast=3,
        boven=_LEESHULP.format(wat=profiel.woorden.onderwerp.met_lidwoord, blad=_WIE_DOET_WAT),
    )
    return blad if heeft_plek(agenda.ranglijst) else blad.zonder(_WAAR)


def _kop(plek: Langs, profiel: Profiel) -> str:
    """The name of the body; on another way than the usual one with that way before it."""
    weg, gremium = profiel.weg[plek[0]], profiel.gremium[plek[1]]
    return gremium.naam if weg == profiel.wegen[0] else f"{als_kop(weg.in_zin)}: {gremium.naam}"


def _rijen(agenda: Jaaragenda, plekken: Iterable[Langs]) -> Iterator[Bladrij]:
    plaats = {v.code: v.plaats for v in agenda.volgorde}
    profiel = agenda.ranglijst.profiel
    for beoordeeld in agenda.alle:
        route = agenda.route(beoordeeld.code)
        yield (
            plaats.get(beoordeeld.code) or STATUSNAMEN[beoordeeld.status],
            *(beoordeeld.code, beoordeeld.titel),
            *(_cel(route, plek, profiel) for plek in plekken),
            besluit_tekst(route),
            _nog_nodig(route),
        )


def _cel(route: Route, plek: Langs, profiel: Profiel) -> str:
    """What a topic does at a body: «ja», «adviseert», «?»; empty when it does not pass there."""
    hier = [stap for stap in route.stappen if (stap.weg.code, stap.gremium.code) == plek]
    return "; ".join(dict.fromkeys(_stap(stap, profiel) for stap in hier))


def _stap(stap: Stap, profiel: Profiel) -> str:
    wat = rol_en_termijn(stap, profiel) or _JA
    if stap.uitkomst == "ja":
        return wat
    return _WEET_NIET if wat == _JA else f"{wat} {_WEET_NIET}"


def _nog_nodig(route: Route) -> str:
    """What must be found out before it is known which bodies the topic passes."""
    velden = dict.fromkeys(veld.omschrijving for stap in route.stappen for veld in stap.onbekend)
    return opsomming(velden, "en")


def _overleggen(profiel: Profiel) -> Blad:
    """Each body on its step of a route, and below these the bodies that are on none."""
    op_route = {stap.gremium for stap in profiel.route}
    stappen = ((profiel.gremium[stap.gremium], stap) for stap in profiel.route)
    andere = ((g, None) for g in profiel.gremia if g.code not in op_route)
    return Blad(
        _WIE_DOET_WAT,
        bladkolommen(
            *(("Wie", 24), ("Weg", 18), ("Waarom op de route", 34), ("Bron van de stap", 26)),
            *(("Soort", 12), ("Wat zij doen", 40), ("Hoe vaak", 20), ("Beslist", 9)),
            *(("Bron van «Beslist»", 20), ("Bron", 20)),
        ),
        tuple(_overleg(gremium, stap, profiel) for gremium, stap in (*stappen, *andere)),
        vast=1,
    )


def _overleg(gremium: Gremium, stap: Routestap | None, profiel: Profiel) -> Bladrij:
    weg, waarom, bron = "", _NIET_OP_DE_ROUTE, ""
    if stap is not None:
        weg, waarom = profiel.weg[stap.weg].naam, stap.reden
        bron = bron_zin(stap.bron, profiel)
    besluit = gremium.bron_besluit
    return (
        *(gremium.naam, weg, waarom, bron),
        gremium.soort,
        "\n".join(filter(None, (gremium.taak, gremium.opmerking))),
        gremium.ritme or "",
        profiel.beslist(gremium),
        bron_zin(besluit, profiel) if besluit else "",
        bron_zin(gremium.bron, profiel),
    )
