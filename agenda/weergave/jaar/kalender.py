"""The calendar of a year as tables, as rows and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.ongebruikt import ongebruikte_afspraken
from agenda.weergave.getallen import dag, weekdag_en_dag
from agenda.weergave.indeling.momenten import dagen_tekst
from agenda.weergave.jaar.ics import kalender_ics
from agenda.weergave.jaar.kalender_json import kalender_json
from agenda.weergave.jaar.plaat import teken_jaar
from agenda.weergave.jaar.woorden import (
    aannames,
    knelpunt_zin,
    ongebruikt_zin,
    te_vroeg_zin,
)
from agenda.weergave.kop import herkomst_json, kop_json
from agenda.weergave.lezing import bron_met_lezing
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import hoogstens_tekst, in_zin
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.spreiding import GeenPlek

_STANDEN = {
    "voorbij": "voorbij",
    "loopt": "loopt nu",
    "komt": "komt nog",
    "onbekend": "geen dag bekend",
}


def toon_kalender(jaarkalender: Jaarkalender, oud: bytes | None = None) -> Weergave:
    """The calendar of a year in every form.

    Args:
        jaarkalender: the year.
        oud: the calendar file that this one replaces; None for the first one.
    """
    titel = f"Vergaderingen in {jaarkalender.kalender.jaar}"
    return in_tabellen(
        json=lambda: {
            **kop_json(jaarkalender.agenda.ranglijst, "agenda/kalender/1"),
            **kalender_json(jaarkalender),
            "herkomst": herkomst_json(jaarkalender.agenda.ranglijst),
        },
        tabellen=lambda: kalender_tabellen(jaarkalender),
        csv=lambda: Tabel(titel, VERGADERINGKOPPEN, tuple(vergadering_rijen(jaarkalender))),
        anders=kalender_vormen(lambda: jaarkalender, oud),
    )


def kalender_vormen(
    maak: Callable[[], Jaarkalender], oud: bytes | None = None
) -> Mapping[str, Callable[[], str]]:
    """The forms that only a calendar has; it is made when one of them is asked for."""
    return {
        "ics": lambda: kalender_ics(maak(), oud).decode(),
        "svg": lambda: teken_jaar(maak()),
    }


def kalender_tabellen(jaarkalender: Jaarkalender) -> Iterator[Tabel]:
    """The meetings, what does not fit, and the moments; each only where there is something."""
    if jaarkalender.kalender.vergaderingen:
        yield vergaderingen_tabel(jaarkalender)
    if (knelpunten := knelpunten_tabel(jaarkalender)) is not None:
        yield knelpunten
    if jaarkalender.momenten:
        yield momenten_stand_tabel(jaarkalender)


def vergaderingen_tabel(jaarkalender: Jaarkalender, *noten: str) -> Tabel:
    """Every meeting by day, with what is treated there; these notes, and what the days rest on."""
    woord = jaarkalender.profiel.woorden.onderwerp
    return Tabel(
        f"Vergaderingen in {jaarkalender.kalender.jaar}",
        ("Datum", "Wie", "Vast", woord.koppen),
        tuple(
            (
                weekdag_en_dag(v.datum),
                jaarkalender.profiel.gremium[v.gremium].naam,
                "vast" if v.vast else "",
                hoogstens_tekst([jaarkalender.titel(c) for c in jaarkalender.onderwerpen_van(v)]),
            )
            for v in jaarkalender.kalender.vergaderingen
        ),
        (*noten, *aannames(jaarkalender)),
        rekbaar=(1, 3),
    )


def vergadering_rijen(jaarkalender: Jaarkalender) -> Iterator[tuple[str | int, ...]]:
    """A row per meeting and topic, for a flat table: see `VERGADERINGKOPPEN`."""
    for vergadering in jaarkalender.kalender.vergaderingen:
        naam = jaarkalender.profiel.gremium[vergadering.gremium].naam
        begin = (vergadering.datum.isoformat(), vergadering.gremium, naam)
        vast = "ja" if vergadering.vast else "nee"
        for code in jaarkalender.onderwerpen_van(vergadering) or ("",):
            titel = jaarkalender.titel(code) if code else ""
            yield (*begin, vast, code, titel)


VERGADERINGKOPPEN = ("Datum", "Gremium", "Naam", "Vast", "Code", "Titel")


def knelpunten_tabel(jaarkalender: Jaarkalender) -> Tabel | None:
    """What does not fit, days first, then topics; None when everything does."""
    rijen = tuple(_knelpunt_rijen(jaarkalender))
    koppen = ("Wie", "Wanneer", "Wat er niet past")
    return Tabel("Wat niet past in de kalender", koppen, rijen, rekbaar=(0, 2)) if rijen else None


def _knelpunt_rijen(jaarkalender: Jaarkalender) -> Iterator[tuple[str, str, str]]:
    """What does not fit: who, when, and what; days first, then topics."""
    profiel = jaarkalender.profiel
    for knelpunt in jaarkalender.kalender.knelpunten:
        naam = profiel.gremium[knelpunt.gremium].naam
        yield naam, dag(knelpunt.van), knelpunt_zin(knelpunt, profiel)
    for gremium, dag_, aantal in jaarkalender.te_vol:
        past = jaarkalender.afspraken.ruimte(gremium)
        zin = f"Er staan er {aantal} op de agenda; er passen er {past}."
        yield profiel.gremium[gremium].naam, dag(dag_), zin
    for gremium, dag_, ontbreekt in jaarkalender.eenzijdig:
        namen = opsomming((soort.naam for soort in ontbreekt), "en")
        zin = f"De mix is niet compleet. Er staat niets op de agenda dat dit is: {namen}."
        yield profiel.gremium[gremium].naam, dag(dag_), zin
    vol: dict[str, list[GeenPlek]] = {}
    for zonder in jaarkalender.spreiding.zonder:
        if zonder.datum is None:
            vol.setdefault(zonder.gremium, []).append(zonder)
            continue
        zin = (
            f"{jaarkalender.titel(zonder.onderwerp)}: {in_zin(te_vroeg_zin(zonder, zonder.datum))}"
        )
        yield profiel.gremium[zonder.gremium].naam, dag(zonder.datum), zin
    for afspraak in ongebruikte_afspraken(jaarkalender):
        wie = profiel.gremium[afspraak.gremium].naam if afspraak.gremium else "Elk overleg"
        wanneer = dag(afspraak.datum) if afspraak.datum else str(jaarkalender.kalender.jaar)
        yield wie, wanneer, ongebruikt_zin(afspraak, jaarkalender)
    for gremium, groep in vol.items():
        titels = hoogstens_tekst([jaarkalender.titel(zonder.onderwerp) for zonder in groep])
        zin = f"Geen plek meer dit jaar, ook niet voor de stappen erna: {titels}."
        vanaf = f"vanaf {dag(min(zonder.vanaf for zonder in groep))}"
        yield profiel.gremium[gremium].naam, vanaf, zin


def momenten_stand_tabel(jaarkalender: Jaarkalender) -> Tabel:
    """Where each moment of the profile stands on the peildatum."""
    peildatum = dag(jaarkalender.peildatum)
    return Tabel(
        f"Momenten op {peildatum}",
        ("Stand", "Wat", "Gedrukt", "Wij lezen", "Bron"),
        tuple(
            (
                _STANDEN[deel.stand],
                deel.moment.naam,
                deel.moment.woorden,
                dagen_tekst(deel.moment),
                bron_met_lezing(deel.moment.bron, jaarkalender.profiel),
            )
            for deel in jaarkalender.momenten
        ),
        tuple(momentnoten(jaarkalender)),
        rekbaar=(1, 2, 3, 4),
    )


def momentnoten(jaarkalender: Jaarkalender) -> Iterator[str]:
    """That moments are over on the peildatum, and may be late."""
    voorbij = [deel.moment.naam for deel in jaarkalender.momenten if deel.stand == "voorbij"]
    if voorbij:
        yield (
            f"Voorbij op {dag(jaarkalender.peildatum)}: {hoogstens_tekst(voorbij)}. Is dat nog niet"
            " gebeurd, dan is het te laat. Of het gebeurd is, weet dit programma niet."
        )
