"""The year plan, for people and programs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from agenda.rangorde.ranglijst import als_data
from agenda.weergave.getallen import breuk, decimaal, procent
from agenda.weergave.jaar.kalender import kalender_vormen
from agenda.weergave.jaar.plankalender import (
    behandeld,
    plankalender_json,
    plankalender_tabellen,
)
from agenda.weergave.jaar.ruimte import fte, ruimte_tekst
from agenda.weergave.jaar.zinnen import codes_tekst, noten_van, verdringt_zin
from agenda.weergave.kop import herkomst_json, kop_json
from agenda.weergave.samenhang.verbanden import naam_van
from agenda.weergave.vormen import Tabel, in_tabellen
from agenda.weergave.woorden import als_kop, hoogstens, of_leeg, plaats_tekst, score_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.jaarplan import Jaarplan, Wissel
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.weergave.jaar.zinnen import Noem
    from agenda.weergave.vormen import Weergave

KOLOMMEN = (
    ("Code", 26),
    ("Titel", 50),
    ("Plaats", 8),
    ("Score", 9),
    ("Inspanning (fte)", 11),
    ("Gekozen", 10),
    ("Jaar", 8),
    ("Over alle wegingen", 14),
    ("Deel van de wegingen", 12),
    ("Opmerking", 70),
)
"""The columns of the flat table, with their width on a sheet."""


def toon_jaarplan(jaarplan: Jaarplan, oud: bytes | None = None) -> Weergave:
    """The plan with what is to be said of it, and its meetings.

    Args:
        jaarplan: the plan.
        oud: the calendar file that this one replaces; None for the first one.
    """
    return in_tabellen(
        json=lambda: jaarplan_json(jaarplan),
        tabellen=lambda: (*jaarplan_tabellen(jaarplan), *plankalender_tabellen(jaarplan)),
        csv=lambda: plat(jaarplan),
        anders=kalender_vormen(lambda: jaarplan.kalender, oud),
    )


def jaarplan_titel(jaarplan: Jaarplan) -> str:
    """«Jaarplan 2027», or «Jaarplan 2027 tot en met 2029»."""
    begin, eind = jaarplan.opgave.jaren[0], jaarplan.opgave.jaren[-1]
    return f"Jaarplan {begin}" + (f" tot en met {eind}" if eind > begin else "")


def jaarplan_tabellen(jaarplan: Jaarplan, noem: Noem = codes_tekst) -> Iterator[Tabel]:
    """What is chosen, what is left out, and of what the effort is not known.

    Args:
        noem: how what a topic would displace is called.
    """
    opgave = jaarplan.opgave
    jaar = ("Jaar",) if len(opgave.jaren) > 1 else ()
    koppen = ("Plaats", "Score", "Inspanning", *jaar, "Wegingen", "Deel", "Code", "Titel")
    yield Tabel(
        jaarplan_titel(jaarplan),
        koppen,
        tuple(
            (
                *_begin(jaarplan, b),
                *((jaarplan.perioden[b.code],) if jaar else ()),
                *_eind(jaarplan, b),
            )
            for b in jaarplan.gekozen
        ),
        tuple(noten_van(jaarplan)),
        rekbaar=(len(koppen) - 1,),
    )
    if jaarplan.weggelaten:
        yield Tabel(
            "Past niet in het plan",
            ("Plaats", "Score", "Inspanning", "Wegingen", "Deel", "Code", "Titel", "Toch erin?"),
            tuple(
                (*_begin(jaarplan, b), *_eind(jaarplan, b), _toch(jaarplan, b.code, noem))
                for b in jaarplan.weggelaten
            ),
            rekbaar=(6, 7),
        )
    if opgave.zonder_inspanning or opgave.wacht_op:
        yield _zonder_inspanning(jaarplan)


def _zonder_inspanning(jaarplan: Jaarplan) -> Tabel:
    rijen = (
        (plaats_tekst(b), b.code, b.titel, als_kop(waarom))
        for b in jaarplan.lijst.toegelaten
        if (waarom := wacht_zin(jaarplan, b))
    )
    return Tabel(
        "Hiervan is niet bekend hoeveel werk het kost",
        ("Plaats", "Code", "Titel", "Opmerking"),
        tuple(rijen),
        (
            "Deze onderwerpen staan niet in het plan: wat onbekend is, wordt niet ingepland.",
            f"Zonder dat iets wijkt, past er nog bij: {ruimte_tekst(jaarplan) or 'niets'}.",
        ),
        rekbaar=(2, 3),
    )


def _begin(jaarplan: Jaarplan, b: Beoordeeld) -> tuple[str, ...]:
    return (
        plaats_tekst(b),
        score_tekst(b.uitslag),
        fte(jaarplan.opgave.grenzen[0].last(b.onderwerp)),
    )


def _eind(jaarplan: Jaarplan, b: Beoordeeld) -> tuple[str, ...]:
    houdbaar = jaarplan.houdbaarheid
    return houdbaar.label(b.code), procent(houdbaar.deel_wegingen[b.code]), b.code, b.titel


def _toch(jaarplan: Jaarplan, code: str, noem: Noem = codes_tekst) -> str:
    if code not in jaarplan.verdringingen:
        return ""
    return verdringt_zin(jaarplan, code, jaarplan.verdringingen[code], noem)


def plat(jaarplan: Jaarplan) -> Tabel:
    """One row for each admitted topic, with the meetings that treat it."""
    waar = behandeld(jaarplan)
    rijen = (
        (*map(_tekst, rij), waar.get(str(rij[0]), ""))  # the code comes first
        for rij in blad_rijen(jaarplan)
    )
    koppen = (*(kop for kop, _ in KOLOMMEN), "Vergaderingen")
    return Tabel(jaarplan_titel(jaarplan), koppen, tuple(rijen))


def _tekst(cel: str | int | Decimal) -> str | int:
    return f"{cel:f}".replace(".", ",") if isinstance(cel, Decimal) else cel


def blad_rijen(jaarplan: Jaarplan) -> Iterator[tuple[str | int | Decimal, ...]]:
    """One row for each admitted topic; an amount of work stays a number."""
    houdbaar = jaarplan.houdbaarheid
    for b in jaarplan.lijst.toegelaten:
        inspanning = b.onderwerp.inspanning_fte
        vraagt = "" if inspanning is None else inspanning
        begin = (b.code, b.titel, of_leeg(b.plaats), score_tekst(b.uitslag), vraagt)
        if waarom := wacht_zin(jaarplan, b):
            yield (*begin, "onbekend", "", "", "", als_kop(waarom))
            continue
        jaar = jaarplan.perioden.get(b.code)
        yield (
            *begin,
            "nee" if jaar is None else "ja",
            of_leeg(jaar),
            houdbaar.label(b.code),
            procent(houdbaar.deel_wegingen[b.code]),
            _toch(jaarplan, b.code) if jaar is None else "",
        )


def jaarplan_json(jaarplan: Jaarplan) -> dict[str, Any]:
    """The plan as data; every list of topics holds codes, sorted."""
    opgave, houdbaar, plan = jaarplan.opgave, jaarplan.houdbaarheid, jaarplan.plan
    labels, spijt = houdbaar.labels, houdbaar.spijt
    return {
        **kop_json(jaarplan.lijst, "agenda/jaarplan/1"),
        "jaren": list(opgave.jaren),
        "capaciteit": breuk(opgave.capaciteit),
        "minstens": opgave.minstens,
        "grenzen": [{"naam": g.naam, "capaciteit": breuk(g.fte)} for g in opgave.grenzen[1:]],
        "gekozen": sorted(jaarplan.perioden),
        "perioden": dict(sorted(jaarplan.perioden.items())),
        "waarde": als_data(jaarplan.punten),
        "bewezen": plan.bewezen,
        "marge": als_data(opgave.punten(plan.marge)),
        "over": {str(jaar): breuk(ruimte) for jaar, ruimte in jaarplan.over.items()},
        "kern": list(labels.kern),
        "bespreken": list(labels.bespreken),
        "niet": list(labels.niet),
        "hangt_af_van": {code: list(van) for code, van in labels.hangt_af_van.items()},
        "onbekend_bij": list(labels.onbekend_bij),
        "volledig": labels.volledig,
        "vragen": labels.vragen,
        "gewichten_tellen": houdbaar.gewichten_tellen,
        "deel_wegingen": {c: decimaal(deel) for c, deel in sorted(houdbaar.deel_wegingen.items())},
        "zonder_inspanning": [b.code for b in opgave.zonder_inspanning],
        "wacht_op": {code: list(van) for code, van in opgave.wacht_op.items()},
        "niet_toegelaten_nodig": {c: list(van) for c, van in opgave.niet_toegelaten.items()},
        "tegenplan": _wissel_json(jaarplan.tegenplan),
        "spijt": {
            "punten": breuk(spijt.mist),
            "mogelijk": breuk(spijt.mogelijk),
            "gewichten": {c: breuk(deel) for c, deel in spijt.aandelen.items()},
        },
        "verdringt": {
            code: verdringt_json(jaarplan, code, wissel)
            for code, wissel in sorted(jaarplan.verdringingen.items())
        },
        "vergaderingen": plankalender_json(jaarplan),
        "herkomst": herkomst_json(jaarplan.lijst),
    }


def _wissel_json(wissel: Wissel | None) -> dict[str, Any] | None:
    if wissel is None:
        return None
    return {"erin": list(wissel.erin), "eruit": list(wissel.eruit), "kost": als_data(wissel.kost)}


def verdringt_json(jaarplan: Jaarplan, code: str, wissel: Wissel | None) -> dict[str, Any]:
    """What a topic that was left out would displace, as data."""
    if wissel is None:
        knelt = [naam or "totaal" for naam in jaarplan.waar_het_knelt(code)]
        return {"past": False, "erin": [], "eruit": [], "kost": None, "knelt": knelt}
    return {"past": True, **(_wissel_json(wissel) or {}), "knelt": []}


def wacht_zin(jaarplan: Jaarplan, b: Beoordeeld) -> str:
    """Why nothing is said of a topic in the plan; empty when something is."""
    if b.onderwerp.inspanning_fte is None:
        return "de inspanning is niet ingevuld"
    if wacht := jaarplan.opgave.wacht_op.get(b.code):
        leden = {lid.code: lid for lid in jaarplan.opgave.zonder_inspanning}
        namen = opsomming(hoogstens([naam_van(leden[code]) for code in wacht]), "en")
        return f"niet ingevuld is de inspanning van wat eerst moet: {namen}"
    return ""
