"""What is expected when: of each adopted topic its meetings, its actions and the day it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from agenda.jaar.jaarkalender import GeenKalender
from agenda.jaar.jaarplan import agendakalender
from agenda.voortgang.standfeit import AF

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.spreiding import Punt
    from agenda.kennis.route import Gremium
    from agenda.uitleg.route import Stap
    from agenda.voortgang.stand import Onderwerpstand, Stand

Termijnsoort = Literal["overleg", "actie", "klaar"]


class Termijn(NamedTuple):
    """Something that is expected.

    Attributes:
        datum: None when no day is known.
        soort: a meeting that treats it, an action, or that it is done.
        gremium: the body that it is expected of; None when nobody said.
        wat: what it is, in words.
        stap: of a meeting the step on the way to a decision.
        voorbij: whether the day lies before the one that was asked.
    """

    datum: date | None
    soort: Termijnsoort
    onderwerp: Onderwerpstand
    gremium: Gremium | None
    wat: str
    stap: Stap | None = None
    voorbij: bool = False


def termijnagenda(stand: Stand) -> tuple[Termijn, ...]:
    """Everything that is expected of topics that are not done; what has no day comes last.

    Meetings before the day are left out; an action or a topic that should have been done is not.

    Raises:
        ModuleNotFoundError: the library that knows the holidays, or that makes plans, is missing.
    """
    alle = [*_uit_feiten(stand), *_uit_kalender(stand)]
    return tuple(sorted(alle, key=_volgorde))


def _volgorde(termijn: Termijn) -> tuple[bool, str, int, str, str]:
    datum = termijn.datum
    plaats = termijn.onderwerp.vastgesteld.plaats or 0
    return (datum is None, str(datum), plaats, termijn.onderwerp.titel, termijn.wat)


def _uit_feiten(stand: Stand) -> Iterator[Termijn]:
    """What people wrote down."""
    gremia = stand.profiel.gremium
    for onderwerp in stand.onderwerpen:
        if onderwerp.toestand in AF:
            continue
        for actie in onderwerp.acties:
            wie = gremia[actie.gremium] if actie.gremium else None
            voorbij = bool(actie.voor and actie.voor < stand.op)
            yield Termijn(actie.voor, "actie", onderwerp, wie, actie.wat, voorbij=voorbij)
        if onderwerp.klaar_op:
            dag = onderwerp.klaar_op
            yield Termijn(dag, "klaar", onderwerp, None, "", voorbij=onderwerp.te_laat)


def _uit_kalender(stand: Stand) -> Iterator[Termijn]:
    """What the calendar of the year expects, and the steps of which no day is known."""
    try:
        kalender = agendakalender(stand.agenda)
    except GeenKalender:
        kalender = None
    open_ = {o.code: o for o in stand.onderwerpen if o.toestand not in AF}
    gepland = {(punt.onderwerp, punt.halte.stap) for punt in _punten(kalender)}
    for punt in _punten(kalender):
        if punt.onderwerp in open_ and punt.datum >= stand.op:
            stap = stand.agenda.route(punt.onderwerp).op_gewone_weg[punt.halte.stap]
            onderwerp = open_[punt.onderwerp]
            yield Termijn(punt.datum, "overleg", onderwerp, stap.gremium, stap.reden, stap)
    for code, onderwerp in open_.items():
        for nummer, stap in enumerate(stand.agenda.route(code).op_gewone_weg):
            if stap.uitkomst == "ja" and (code, nummer) not in gepland:
                yield Termijn(None, "overleg", onderwerp, stap.gremium, stap.reden, stap)


def _punten(kalender: Jaarkalender | None) -> tuple[Punt, ...]:
    return kalender.spreiding.punten if kalender else ()
