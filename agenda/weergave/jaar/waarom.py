"""Whether one topic fits in the year and when it is treated, as parts of its explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.ontbreekt import of_zin
from agenda.weergave.vormen import Tak
from agenda.weergave.woorden import als_kop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.jaarplan import Jaarplan
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda


def jaarplan_takken(agenda: Jaaragenda, code: str) -> Iterator[Tak]:
    """Whether it fits, and what it would displace; nothing where there is no plan."""
    takken = of_zin(lambda: [*_plantakken(agenda, code)])
    yield from (Tak(takken),) if isinstance(takken, str) else takken


def _plantakken(agenda: Jaaragenda, code: str) -> Iterator[Tak]:
    gevonden = _in_plan(agenda, code)
    if gevonden is None:
        return
    from agenda.weergave.jaar.jaarplan import wacht_zin
    from agenda.weergave.jaar.zinnen import verdringt_zin

    jaarplan, b = gevonden
    jaar = jaarplan.opgave.jaren[0]
    if waarom := wacht_zin(jaarplan, b):
        yield Tak(f"Past het in {jaar}? Dat is nog niet te zeggen: {waarom}")
    elif code in jaarplan.perioden:
        yield Tak(f"Past in het jaarplan van {jaar}")
    else:
        zin = als_kop(verdringt_zin(jaarplan, code, jaarplan.verdringt(code)))
        yield Tak(f"Past dit jaar niet: het staat niet in het jaarplan van {jaar}", (Tak(zin),))


def jaarplan_van_json(agenda: Jaaragenda, code: str) -> dict[str, Any]:
    """The same for programs; without a solver it is not known, and why stands there."""
    gevonden = of_zin(lambda: _plan_json(agenda, code))
    if isinstance(gevonden, str):
        gevonden = {"gekozen": None, "verdringt": None, "ontbreekt": gevonden}
    return {"jaarplan": gevonden} if gevonden else {}


def _plan_json(agenda: Jaaragenda, code: str) -> dict[str, Any]:
    gevonden = _in_plan(agenda, code)
    if gevonden is None:
        return {}
    from agenda.weergave.jaar.jaarplan import verdringt_json, wacht_zin

    jaarplan, b = gevonden
    if wacht_zin(jaarplan, b):
        return {"gekozen": None, "verdringt": None}
    if code in jaarplan.perioden:
        return {"gekozen": True, "verdringt": None}
    verdringt = verdringt_json(jaarplan, code, jaarplan.verdringt(code))
    return {"gekozen": False, "verdringt": verdringt}


def _in_plan(agenda: Jaaragenda, code: str) -> tuple[Jaarplan, Beoordeeld] | None:
    """The plan and the topic; most dossiers have no efforts, and then nothing of it is loaded."""
    toegelaten = {b.code: b for b in agenda.ranglijst.toegelaten}
    if all(b.onderwerp.inspanning_fte is None for b in toegelaten.values()):
        return None
    from agenda.jaar.jaarplan import jaarplan_van

    jaarplan = agenda.eenmaal(jaarplan_van) if code in toegelaten else None
    return (jaarplan, toegelaten[code]) if jaarplan else None


def kalender_takken(agenda: Jaaragenda, code: str) -> Iterator[Tak]:
    """On which agendas it stands, or what shows that.

    Working out the days of a year takes time, and most dossiers ask nothing of the calendar: only
    one with `kalender.yaml` is told here.
    """
    if not _kent_vergaderingen(agenda, code):
        return
    if agenda.ranglijst.dossier.kalender is None:
        yield Tak("Wanneer staat het op een agenda? Dat toont: agenda vergadering")
        return
    from agenda.weergave.getallen import dag
    from agenda.weergave.jaar.plankalender import kalender_of_zin

    jaarkalender = kalender_of_zin(lambda: _kalender(agenda))
    if isinstance(jaarkalender, str):
        yield Tak(jaarkalender)
    elif code in jaarkalender.volgorde:
        punten = [p for p in jaarkalender.spreiding.punten if p.onderwerp == code]
        gremium = agenda.ranglijst.profiel.gremium
        waar = tuple(Tak(f"{gremium[p.gremium].naam}, {dag(p.datum)}") for p in punten)
        kop = "Staat op de agenda van" if waar else "Heeft dit jaar geen plek op een agenda"
        yield Tak(kop, waar)


def kalender_van_json(agenda: Jaaragenda, code: str) -> dict[str, Any]:
    """The same for programs; only where people fixed something."""
    if agenda.ranglijst.dossier.kalender is None or not _kent_vergaderingen(agenda, code):
        return {}
    from agenda.weergave.jaar.plankalender import kalender_of_zin

    jaarkalender = kalender_of_zin(lambda: _kalender(agenda))
    if isinstance(jaarkalender, str):
        return {}
    punten = [p for p in jaarkalender.spreiding.punten if p.onderwerp == code]
    waar = [{"gremium": p.gremium, "datum": p.datum.isoformat(), "vast": p.vast} for p in punten]
    return {"vergaderingen": waar}


def _kent_vergaderingen(agenda: Jaaragenda, code: str) -> bool:
    """Whether the topic can stand on the agenda of a meeting that has a day."""
    lijst = agenda.ranglijst
    toegelaten = any(b.code == code for b in lijst.toegelaten)
    vaste = lijst.dossier.kalender.vaste_datums if lijst.dossier.kalender else ()
    ritmes = any(gremium.schema is not None for gremium in lijst.profiel.gremia)
    return toegelaten and bool(lijst.profiel.route) and bool(vaste or ritmes)


def _kalender(agenda: Jaaragenda) -> Jaarkalender:
    from agenda.jaar.jaarplan import agendakalender

    return agenda.eenmaal(agendakalender)
