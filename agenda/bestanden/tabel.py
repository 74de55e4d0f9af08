"""Topics in rows: which heading is which field, and what a cell means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from regels.fouten import Melding, Plek, bedoelde_u, opsomming, toon
from regels.yaml_lezer import Gelezen, Pad

Cel = str | int | Decimal | bool | date | None
"""What a cell holds: clean text or a value; None when it is empty."""
Rij = tuple[int, Sequence[Cel]]
"""The number of a row in its file, counted from 1, and its cells from the first column on."""

MAX_RIJEN = 20_000
VOORBEELDCODE = "voorbeeld"
"""A row with this code is the example of the template and is never a topic."""

ZOEK_KOP_IN = 30
"""Headings stand within this many rows that are not empty."""
_VERPLICHT = ("Code", "Titel", "Thema")


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the table: where its cells go in a topic, and how a cell is read."""

    kop: str
    pad: tuple[str, ...]
    lees: Callable[[Cel], Any]


def kolommen(criteria: Mapping[str, str]) -> list[Kolom]:
    """All columns that a table may have, in the order of the template.

    Args:
        criteria: code → title.
    """
    return [
        Kolom("Code", ("code",), _code),
        Kolom("Titel", ("titel",), _tekst),
        Kolom("Toelichting", ("toelichting",), _tekst),
        Kolom("Thema", ("thema",), _code),
        Kolom("Plannen", ("plannen",), _codes),
        Kolom("Voorstellen", ("voorstellen",), _nummers),
        Kolom("Regio's", ("regios",), _codes),
        Kolom("Afstemming nodig", ("afstemming_nodig",), _keuze),
        *(
            kolom
            for code, titel in criteria.items()
            for kolom in (
                Kolom(titel, ("criteria", code, "waarde"), _keuze),
                Kolom(f"Onderbouwing {titel}", ("criteria", code, "onderbouwing"), _tekst),
                Kolom(f"Bron {titel}", ("criteria", code, "bron"), _tekst),
            )
        ),
        Kolom("Afhankelijk van", ("afhankelijk_van",), _codes),
        Kolom("Inspanning (fte)", ("inspanning_fte",), _decimaal),
        Kolom("Kosten (€)", ("kosten_euro",), _bedrag),
        Kolom("Bevoegdheid", ("bevoegdheid",), _keuze),
        Kolom("Ingediend door", ("ingediend_door",), _gemeente),
    ]


def kolommen_op_kop(criteria: Mapping[str, str]) -> dict[str, Kolom]:
    """The same columns, found by their heading in lower case."""
    return {_normaal(kolom.kop): kolom for kolom in kolommen(criteria)}


def lees_tabel(
    rijen: Iterable[Rij],
    bestand: str,
    blad: str,
    criteria: Mapping[str, str],
    meldingen: list[Melding],
) -> Gelezen | None:
    """Read topics from rows.

    Args:
        rijen: the rows of the file that are not empty.
        blad: name of the worksheet; empty for CSV.
        criteria: code → title.
        meldingen: every fault is added to this list.

    Returns:
        The topics in the shape that YAML gives; None when the columns cannot be made out.
    """
    bekend = kolommen_op_kop(criteria)
    stroom = iter(rijen)
    gelezen = Gelezen({"onderwerpen": []}, bestand)
    kop = kopregel(islice(stroom, ZOEK_KOP_IN), bekend)
    if kop is None:
        verwacht = f"een regel met de koppen {opsomming(_VERPLICHT, 'en')}"
        meldingen.append(Melding(Plek(bestand, blad=blad), "", "geen kopregel", verwacht))
        return None
    (koprij, koppen), rest = kop
    gekozen = _kies_kolommen(koppen, bekend, Plek(bestand, koprij, 0, blad), meldingen)
    if gekozen is None:
        return None
    for nummer, cellen in (*rest, *stroom):
        _lees_rij(nummer, cellen, gekozen, gelezen, Plek(bestand, nummer, 0, blad), meldingen)
        if len(gelezen.waarde["onderwerpen"]) > MAX_RIJEN:
            plek = Plek(bestand, nummer, 1, blad)
            gevonden = f"meer dan {MAX_RIJEN} rijen"
            meldingen.append(Melding(plek, "", gevonden, f"hoogstens {MAX_RIJEN} rijen"))
            return None
    return gelezen


def kopregel(rijen: Iterable[Rij], bekend: Mapping[str, object]) -> tuple[Rij, list[Rij]] | None:
    """The row with the headings, and the rows below it that were read while looking for it.

    Titles above the headings are passed over: the first row with the most known headings, and at
    least two, is taken.
    """
    gelezen = list(rijen)
    tellingen = [
        sum(1 for cel in cellen if isinstance(cel, str) and _normaal(cel) in bekend)
        for _, cellen in gelezen
    ]
    meeste = max(tellingen, default=0)
    if meeste < 2:  # noqa: PLR2004 - one known word is no heading row
        return None
    waar = tellingen.index(meeste)
    return gelezen[waar], gelezen[waar + 1 :]


def _kies_kolommen(
    koppen: Sequence[Cel], bekend: Mapping[str, Kolom], plek: Plek, meldingen: list[Melding]
) -> dict[int, Kolom | None] | None:
    """Column number (from 0) → its column, or None for a heading that is not known."""
    gekozen: dict[int, Kolom | None] = {}
    namen = [kolom.kop for kolom in bekend.values()]
    for nummer, kop in enumerate(koppen):
        if kop is None:
            continue
        kolom = bekend.get(_normaal(str(kop)))
        hier = _cel(plek, nummer)
        if kolom is None:
            hulp = bedoelde_u(kop, namen)
            meldingen.append(
                Melding(hier, "kop", toon(kop), "een bekende kop, zie het sjabloon", hulp)
            )
        elif kolom in gekozen.values():
            meldingen.append(
                Melding(hier, "kop", f"{toon(kop)} voor de tweede keer", "elke kop één keer")
            )
            kolom = None
        gekozen[nummer] = kolom
    aanwezig = {kolom.kop for kolom in gekozen.values() if kolom}
    ontbreekt = [kop for kop in _VERPLICHT if kop not in aanwezig]
    if ontbreekt:
        gevonden = f"geen kolom {opsomming(ontbreekt, 'en')}"
        verwacht = f"minstens de koppen {opsomming(_VERPLICHT, 'en')}"
        meldingen.append(Melding(_cel(plek, 0), "kop", gevonden, verwacht))
        return None
    return gekozen


def _lees_rij(
    nummer: int,
    cellen: Sequence[Cel],
    gekozen: Mapping[int, Kolom | None],
    gelezen: Gelezen,
    plek: Plek,
    meldingen: list[Melding],
) -> None:
    onderwerp: dict[str, Any] = {}
    plekken: dict[Pad, Plek] = {}
    basis: Pad = ("onderwerpen", len(gelezen.waarde["onderwerpen"]))
    for kolomnummer, cel in enumerate(cellen):
        if kolomnummer not in gekozen:
            if cel is not None:
                hier = _cel(plek, kolomnummer)
                verwacht = "alleen cellen onder een kop"
                meldingen.append(Melding(hier, "", f"{toon(cel)} zonder kop erboven", verwacht))
            continue
        kolom = gekozen[kolomnummer]
        if kolom is None:
            continue
        plekken[(*basis, *kolom.pad)] = _cel(plek, kolomnummer)
        if cel is not None:
            groep = onderwerp
            for naam in kolom.pad[:-1]:
                groep = groep.setdefault(naam, {})
            groep[kolom.pad[-1]] = kolom.lees(cel)
    if onderwerp.get("code") == VOORBEELDCODE:
        return
    gelezen.waarde["onderwerpen"].append(onderwerp)
    gelezen.plekken[basis] = _cel(plek, 0)
    gelezen.plekken.update(plekken)


def _cel(rij: Plek, kolomnummer: int) -> Plek:
    return Plek(rij.bestand, rij.regel, kolomnummer + 1, rij.blad)


def _normaal(kop: str) -> str:
    return re.sub(r"\s+", " ", kop).strip().casefold().replace("’", "'")


def _tekst(cel: Cel) -> str:
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    return format(cel, "f") if isinstance(cel, Decimal) else str(cel)


def _code(cel: Cel) -> Any:
    return cel if isinstance(cel, date) else _tekst(cel).lower().replace(" ", "-")


def _gemeente(cel: Cel) -> Any:
    return cel if isinstance(cel, date) else _tekst(cel).upper()


def _keuze(cel: Cel) -> Any:
    if isinstance(cel, date):
        return cel
    woord = _tekst(cel).lower()
    return "ja" if woord == "x" else woord


def _lijst(cel: Cel, lees: Callable[[str], Any]) -> Any:
    if isinstance(cel, date | Decimal):
        return [cel]
    tekst = _tekst(cel)
    if tekst.lower() in ("geen", "onbekend"):
        return [] if tekst.lower() == "geen" else "onbekend"
    return [lees(deel) for deel in map(str.strip, re.split(r"[;\n]", tekst)) if deel]


def _codes(cel: Cel) -> Any:
    return _lijst(cel, _code)


def _nummers(cel: Cel) -> Any:
    return _lijst(cel, lambda deel: int(deel) if re.fullmatch(r"[0-9]{1,9}", deel) else deel)


def _decimaal(cel: Cel) -> Any:
    if isinstance(cel, str) and re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,9})?", cel):
        return Decimal(cel.replace(",", "."))
    return cel


def _bedrag(cel: Cel) -> Any:
    """Whole euros: 50000, also typed as text: «€ 50.000», «50000,-»."""
    if isinstance(cel, str):
        kaal = re.sub(r"^€\s*|,(-|00)$", "", cel)
        if re.fullmatch(r"[0-9]{1,15}|[0-9]{1,3}(\.[0-9]{3}){1,4}", kaal):
            return int(kaal.replace(".", ""))
    return cel
