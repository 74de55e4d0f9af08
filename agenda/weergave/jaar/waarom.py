"""Whether one topic fits in the year, as a part of its explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.vormen import Tak
from agenda.weergave.woorden import als_kop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.jaarplan import Jaarplan
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda


def jaarplan_takken(agenda: Jaaragenda, code: str) -> Iterator[Tak]:
    """Whether it fits, and what it would displace; nothing where there is no plan."""
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
    """The same for programs."""
    gevonden = _in_plan(agenda, code)
    if gevonden is None:
        return {}
    from agenda.weergave.jaar.jaarplan import verdringt_json, wacht_zin

    jaarplan, b = gevonden
    if wacht_zin(jaarplan, b):
        return {"jaarplan": {"gekozen": None, "verdringt": None}}
    if code in jaarplan.perioden:
        return {"jaarplan": {"gekozen": True, "verdringt": None}}
    verdringt = verdringt_json(jaarplan, code, jaarplan.verdringt(code))
    return {"jaarplan": {"gekozen": False, "verdringt": verdringt}}


def _in_plan(agenda: Jaaragenda, code: str) -> tuple[Jaarplan, Beoordeeld] | None:
    """The plan and the topic; most dossiers have no efforts, and then nothing of it is loaded."""
    toegelaten = {b.code: b for b in agenda.ranglijst.toegelaten}
    if all(b.onderwerp.inspanning_fte is None for b in toegelaten.values()):
        return None
    from agenda.jaar.jaarplan import jaarplan_van

    jaarplan = agenda.eenmaal(jaarplan_van) if code in toegelaten else None
    return (jaarplan, toegelaten[code]) if jaarplan else None
