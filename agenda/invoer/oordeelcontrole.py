"""What will be asked about in the answers of municipalities: who are silent, and what lacks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from agenda.invoer.personen import meld_tekst
from regels.melding import Melding, Plek
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from agenda.invoer.oordelen import Oordelenbestand
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.oordeel import Gemeenteoordeel

_VRIJ = ("onderbouwing", "bron", "lezing", "vindplaats")
"""The parts of an answer that are free text."""
_MAX_NAMEN = 3


def over_oordelen(
    bestand: Oordelenbestand,
    profiel: Profiel,
    criteria: Mapping[str, str],
    onderwerpen: Iterable[Onderwerp],
) -> Iterator[Melding]:
    """A warning for each municipality of which something lacks, and for each text on a person."""
    per_lid: dict[str, list[Gemeenteoordeel]] = defaultdict(list)
    for oordeel in bestand.oordelen:
        per_lid[oordeel.gemeente].append(oordeel)
    besproken = {oordeel.onderwerp for oordeel in bestand.oordelen}
    naam = bestand.gelezen.bestand if bestand.gelezen else ""
    yield from _zonder_stem(Plek(naam), profiel, besproken, onderwerpen)
    for lid in profiel.regio.leden:
        van_lid = per_lid.get(lid.code, [])
        if not van_lid:
            if besproken:
                verwacht = f"oordelen van elke {profiel.woorden.lid.een}"
                yield Melding(Plek(naam), lid.naam, "geen enkel oordeel", verwacht)
            continue
        plek = bestand.plek(van_lid[0], "gemeente")
        for gevonden, verwacht, hulp in _tekort(van_lid, besproken, profiel, criteria):
            yield Melding(plek, lid.naam, gevonden, verwacht, hulp)
        zonder = [o for o in van_lid if o.waarde == "ja" and not o.onderbouwing]
        if zonder:
            waar = _namen([f"{o.onderwerp} ({criteria[o.criterium]})" for o in zonder])
            yield Melding(
                bestand.plek(zonder[0]),
                lid.naam,
                f"{len(zonder)} keer «ja» zonder onderbouwing: {waar}",
                "bij elk «ja» een onderbouwing in een paar woorden",
            )
    for oordeel in bestand.oordelen:
        for veld in _VRIJ:
            kop = f"{oordeel.onderwerp}: {veld} bij {criteria[oordeel.criterium]}"
            yield from meld_tekst(getattr(oordeel, veld), bestand.plek(oordeel, veld), kop)


def _zonder_stem(
    plek: Plek, profiel: Profiel, besproken: set[str], onderwerpen: Iterable[Onderwerp]
) -> Iterator[Melding]:
    """The topics of which nobody speaks, where of others somebody does."""
    codes = [onderwerp.code for onderwerp in onderwerpen if onderwerp.code not in besproken]
    if codes and besproken:
        woorden = profiel.woorden
        yield Melding(
            plek,
            woorden.onderwerp.koppen,
            f"geen oordelen over {woorden.onderwerp.geteld(len(codes))}: {_namen(codes)}",
            f"oordelen van {woorden.lid.meer} over {woorden.onderwerp.elk}",
            "zonder oordelen telt wat er bij de criteria zelf staat",
        )


def _tekort(
    van_lid: Sequence[Gemeenteoordeel],
    besproken: set[str],
    profiel: Profiel,
    criteria: Mapping[str, str],
) -> Iterator[tuple[str, str, str]]:
    """What one municipality did not answer: what was found, what is expected, what to do."""
    woorden = profiel.woorden
    per_onderwerp: dict[str, int] = defaultdict(int)
    for oordeel in van_lid:
        per_onderwerp[oordeel.onderwerp] += 1
    stil = sorted(besproken - per_onderwerp.keys())
    if stil:
        wat = woorden.onderwerp.geteld(len(stil))
        gevonden = f"geen oordeel over {wat} waar anderen wel over oordelen: {_namen(stil)}"
        verwacht = f"een oordeel over {woorden.onderwerp.elk}"
        yield gevonden, verwacht, f"daar telt deze {woorden.lid.een} nu niet mee"
    half = [code for code, aantal in per_onderwerp.items() if aantal < len(criteria)]
    if half:
        wat = woorden.onderwerp.geteld(len(half))
        gevonden = f"niet elk criterium ingevuld bij {wat}: {_namen(half)}"
        yield gevonden, "een oordeel over elk criterium", "wat leeg is, telt als onbekend"


def _namen(namen: Sequence[str]) -> str:
    over = len(namen) - _MAX_NAMEN
    if over > 0:
        return f"{', '.join(namen[:_MAX_NAMEN])} en nog {over}"
    return opsomming(namen, "en")


def zonder_oordelen(
    onderwerpen: Iterable[Onderwerp], oordelen: Iterable[Gemeenteoordeel]
) -> tuple[Onderwerp, ...]:
    """The topics without what municipalities say of them together."""
    besproken = {oordeel.onderwerp for oordeel in oordelen}
    return tuple(
        onderwerp.met_criteria({}) if onderwerp.code in besproken else onderwerp
        for onderwerp in onderwerpen
    )
