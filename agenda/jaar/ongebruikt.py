"""What people fixed in `kalender.yaml` and has no effect: told, so that nobody counts on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.onderwerp.kalender import Genodigde


class Ongebruikt(NamedTuple):
    """An agreement that comes to nothing.

    Attributes:
        soort: `niet-op-de-agenda` (the topic is not admitted), `niet-gekozen` (it is not in the
            plan of the year), `niet-langs` (it does not come along that body), `vastgelopen` (a
            step before has no place), `genodigde` (there is no meeting for that guest).
        wie: of `genodigde` who was asked.
    """

    soort: Literal["niet-op-de-agenda", "niet-gekozen", "niet-langs", "vastgelopen", "genodigde"]
    gremium: str | None
    datum: date | None
    onderwerp: str | None
    wie: str = ""


def ongebruikte_afspraken(jaarkalender: Jaarkalender) -> Iterator[Ongebruikt]:
    """Topics that are fixed on a day and not treated there, and guests that no meeting has."""
    vast = {(p.gremium, p.onderwerp) for p in jaarkalender.spreiding.punten if p.vast}
    for rij in jaarkalender.afspraken.vaste_datums:
        for code in rij.onderwerpen:
            if (rij.gremium, code) not in vast:
                soort = _waarom_niet(jaarkalender, rij.gremium, code)
                yield Ongebruikt(soort, rij.gremium, rij.datum, code)
    for wie in jaarkalender.afspraken.gasten:
        if not _komt(jaarkalender, wie):
            yield Ongebruikt("genodigde", wie.gremium, wie.datum, wie.onderwerp, wie.wie)


def _waarom_niet(
    jaarkalender: Jaarkalender, gremium: str, code: str
) -> Literal["niet-op-de-agenda", "niet-gekozen", "niet-langs", "vastgelopen"]:
    if jaarkalender.op_code[code].status != "toegelaten":
        return "niet-op-de-agenda"
    if code not in jaarkalender.volgorde:
        return "niet-gekozen"
    stappen = jaarkalender.agenda.route(code).op_gewone_weg
    langs = {stap.gremium.code for stap in stappen if stap.uitkomst == "ja"}
    return "vastgelopen" if gremium in langs else "niet-langs"


def _komt(jaarkalender: Jaarkalender, wie: Genodigde) -> bool:
    return any(
        wie.gremium in (None, v.gremium)
        and wie.datum in (None, v.datum)
        and (wie.onderwerp is None or wie.onderwerp in jaarkalender.onderwerpen_van(v))
        for v in jaarkalender.kalender.vergaderingen
    )
