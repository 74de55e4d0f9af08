"""The meetings as iCalendar: what every calendar program reads, and reads again after a change.

A meeting keeps its UID by its number among those of its body in the year. Whoever exports again
into the same file raises SEQUENCE where something changed; a meeting that is gone is cancelled.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from agenda import __version__
from agenda.weergave.woorden import hoogstens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icalendar import Calendar, Event, Timezone

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.kalender import Vergadering

ZONE = "Europe/Amsterdam"
_OVERGANGEN = (
    ("DAYLIGHT", datetime(1970, 3, 29, 2), 1, 2, "CEST", 3),  # noqa: DTZ001 - local by definition
    ("STANDARD", datetime(1970, 10, 25, 3), 2, 1, "CET", 10),  # noqa: DTZ001 - the same
)
"""Of each half of the year: its begin, the hours before and after it, its name and its month."""


class GeenKalenderbestand(Exception):
    """The file that is to be replaced is no calendar, so nothing can be kept of it."""


def kalender_ics(jaarkalender: Jaarkalender, oud: bytes | None = None) -> bytes:
    """The meetings of a year.

    Args:
        jaarkalender: the year.
        oud: the calendar that this one replaces; None for the first one.

    Raises:
        GeenKalenderbestand: `oud` is no calendar.
        ModuleNotFoundError: the library that writes calendars is missing.
    """
    from icalendar import Calendar

    vorige = _vorige(oud) if oud else {}
    regio, jaar = jaarkalender.profiel.regio, jaarkalender.kalender.jaar
    uit = Calendar()
    uit.add("prodid", f"-//agenda//agenda {__version__}//NL")
    uit.add("version", "2.0")
    uit.add("calscale", "GREGORIAN")
    uit.add("method", "PUBLISH")
    uit.add("x-wr-calname", f"Vergaderingen {jaar}, {regio.naam}")
    uit.add("x-wr-timezone", ZONE)
    uit.add_component(_zone())
    nummers: dict[str, Iterator[int]] = {}
    for vergadering in jaarkalender.kalender.vergaderingen:
        nummer = next(nummers.setdefault(vergadering.gremium, count(1)))
        uid = f"{jaar}-{vergadering.gremium}-{nummer}@{regio.code}.agenda"
        event = _event(jaarkalender, vergadering, uid)
        event.add("sequence", _volgnummer(event, vorige.pop(uid, None)))
        uit.add_component(event)
    for _, event in sorted(vorige.items()):
        uit.add_component(_afgezegd(event, _stempel(jaarkalender)))
    return bytes(uit.to_ical())


def _event(jaarkalender: Jaarkalender, vergadering: Vergadering, uid: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", _stempel(jaarkalender))
    event.add("summary", jaarkalender.profiel.gremium[vergadering.gremium].naam)
    tijd = jaarkalender.afspraken.tijden.get(vergadering.gremium)
    if tijd is None:
        event.add("dtstart", vergadering.datum)
        event.add("dtend", vergadering.datum + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", _op(vergadering.datum, tijd.van))
        event.add("dtend", _op(vergadering.datum, tijd.tot))
    event.add("status", "CONFIRMED" if vergadering.vast else "TENTATIVE")
    if tekst := "\n".join(_beschrijving(jaarkalender, vergadering)):
        event.add("description", tekst)
    return event


def _beschrijving(jaarkalender: Jaarkalender, vergadering: Vergadering) -> Iterator[str]:
    titels = [jaarkalender.titel(c) for c in jaarkalender.onderwerpen_van(vergadering)]
    yield from (f"{nummer}. {titel}" for nummer, titel in enumerate(titels, start=1))
    wie = jaarkalender.gasten(vergadering, None)
    if wie:
        yield f"Gasten: {'; '.join(hoogstens(wie))}"


def _op(dag: date, tijd: time) -> datetime:
    return datetime.combine(dag, tijd, ZoneInfo(ZONE))


def _stempel(jaarkalender: Jaarkalender) -> datetime:
    """The peildatum: the same run gives the same bytes."""
    return datetime.combine(jaarkalender.peildatum, time(), UTC)


def _zone() -> Timezone:
    """The rules of Dutch time, written out: a machine with other rules gives the same bytes."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", ZONE)
    for soort, begin, voor, na, naam, maand in _OVERGANGEN:
        deel: Any = TimezoneDaylight() if soort == "DAYLIGHT" else TimezoneStandard()
        deel.add("dtstart", begin)
        deel.add("tzoffsetfrom", timedelta(hours=voor))
        deel.add("tzoffsetto", timedelta(hours=na))
        deel.add("tzname", naam)
        deel.add("rrule", {"freq": "yearly", "bymonth": maand, "byday": "-1SU"})
        zone.add_component(deel)
    return zone


def _vorige(oud: bytes) -> dict[str, Event]:
    """The meetings of an earlier export by UID."""
    from icalendar import Calendar

    try:
        kalender = Calendar.from_ical(oud)
        return {str(event["uid"]): event for event in _events(kalender)}
    except (ValueError, KeyError) as fout:
        raise GeenKalenderbestand from fout


def _events(kalender: Calendar) -> Iterator[Any]:
    yield from kalender.walk("VEVENT")


def _volgnummer(event: Event, oud: Event | None) -> int:
    """How many times a meeting was changed: one more when it differs from the earlier export."""
    if oud is None:
        return 0
    nummer = int(oud.get("sequence", 0))
    return nummer if _inhoud(event) == _inhoud(oud) else nummer + 1


def _inhoud(event: Event) -> Mapping[str, bytes]:
    """What a reader sees of a meeting."""
    apart = ("SEQUENCE", "DTSTAMP")
    return {naam: bytes(waarde.to_ical()) for naam, waarde in event.items() if naam not in apart}


def _afgezegd(oud: Event, stempel: datetime) -> Event:
    """A meeting that is not in the calendar any more; once cancelled it stays as it is."""
    if str(oud.get("status")) == "CANCELLED":
        return oud
    nummer = int(oud.get("sequence", 0)) + 1
    for naam in ("status", "sequence", "dtstamp"):
        oud.pop(naam, None)
    oud.add("status", "CANCELLED")
    oud.add("sequence", nummer)
    oud.add("dtstamp", stempel)
    return oud
