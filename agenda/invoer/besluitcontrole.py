"""Whether the parts of a decision say the same: receipt, decision, list, archive and folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from agenda.invoer import DOSSIERBESTAND, ONDERWERPBESTANDEN
from agenda.invoer.besluit import lees_besluit
from agenda.invoer.ontvangstbewijs import Ontvangst, lees_bewijs, verschillen
from agenda.invoer.profielbestanden import VERPLICHT
from agenda.opslag.besluitmap import (
    BESLUITBESTAND,
    INVOER,
    MDTOBESTAND,
    MDTOMAP,
    ONTVANGSTBEWIJS,
    PROFIEL,
    RANGLIJSTBESTAND,
    mdtopad,
    werkelijk,
)
from regels.lezen.tekst import lees_bytes
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import opsomming, toon, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MAX_LIJST = 500_000_000
_PER_STUK = (BESLUITBESTAND, RANGLIJSTBESTAND, MDTOBESTAND, f"{INVOER}/{DOSSIERBESTAND}")
_REGELS = f"{PROFIEL}/regels/"


def controleer_besluit(map_: Path) -> Ontvangst:
    """Hold a decision against its receipt, and its parts against each other.

    Returns:
        What its receipt says, and what a system left beside it.

    Raises:
        Invoerfout: with everything that is not as it was, or does not fit.
        Bestandsfout: a file may not be read.
    """
    ontvangst = lees_bewijs(map_)
    meldingen, van_systeem = verschillen(map_, ontvangst)
    meldingen += _onvolledig(ontvangst.bestanden)
    if not meldingen:
        meldingen += [*_tegenspraak(map_, ontvangst), *_archief(map_, ontvangst)]
    if meldingen:
        raise Invoerfout(meldingen)
    return ontvangst.met(van_systeem)


def _onvolledig(bestanden: dict[str, Any]) -> Iterator[Melding]:
    """What the receipt must name and does not: each decision holds the same set of files."""
    onderwerpen = [n for n in ONDERWERPBESTANDEN if f"{INVOER}/{n}" in bestanden]
    regels = [pad for pad in bestanden if pad.startswith(_REGELS)]
    nodig = [*_PER_STUK, *(f"{PROFIEL}/{naam}" for naam in VERPLICHT)]
    nodig += [] if onderwerpen else [f"{INVOER}/{ONDERWERPBESTANDEN[0]}"]
    nodig += [] if regels else [f"{_REGELS}*.yaml"]
    gewoon = [p for p in bestanden if p != MDTOBESTAND and not p.startswith(f"{MDTOMAP}/")]
    nodig += [mdtopad(pad) for pad in gewoon]
    for pad in sorted({*nodig} - bestanden.keys()):
        zin = "een bestand dat bij elk besluit hoort"
        yield Melding(Plek(zichtbaar(pad)), "", "niets in het ontvangstbewijs", zin)
    over = {p for p in bestanden if p.startswith(f"{MDTOMAP}/")} - {mdtopad(p) for p in gewoon}
    for pad in sorted(over):
        zin = "alleen gegevens over een bestand dat in het ontvangstbewijs staat"
        yield Melding(Plek(zichtbaar(pad)), "", "gegevens over een bestand dat er niet is", zin)


def _tegenspraak(map_: Path, ontvangst: Ontvangst) -> Iterator[Melding]:
    """Where receipt, decision, list and the name of the folder say different things."""
    besluit, herkomst = lees_besluit(map_), _herkomst(map_)
    dag = besluit.datum.isoformat()
    versies = ontvangst.versies
    paren = (
        ("door", ontvangst.door, besluit.door, BESLUITBESTAND),
        ("datum", ontvangst.datum, dag, BESLUITBESTAND),
        ("versies.agenda", versies.get("agenda"), herkomst.get("versie"), RANGLIJSTBESTAND),
        (
            "versies.evaluatoren",
            versies.get("evaluatoren"),
            herkomst.get("evaluatoren"),
            RANGLIJSTBESTAND,
        ),
    )
    for veld, gevonden, verwacht, waar in paren:
        if gevonden != verwacht:
            zin = f"{_toon(verwacht)}, zoals in {waar}"
            yield Melding(Plek(ONTVANGSTBEWIJS), veld, _toon(gevonden), zin)
    naam = werkelijk(map_).name
    if naam != dag:
        zin = f"«{dag}», de dag van het besluit"
        yield Melding(Plek(zichtbaar(naam)), "naam van de map", toon(naam), zin)


def _toon(waarde: object) -> str:
    return opsomming(map(toon, waarde), "en") if isinstance(waarde, list) else toon(waarde)


def _herkomst(map_: Path) -> dict[str, Any]:
    try:
        lijst = json.loads(lees_bytes(map_ / RANGLIJSTBESTAND, RANGLIJSTBESTAND, _MAX_LIJST))
        herkomst = lijst["herkomst"]
    except (ValueError, RecursionError, KeyError, TypeError):
        herkomst = None
    return herkomst if isinstance(herkomst, dict) else {}


def _archief(map_: Path, ontvangst: Ontvangst) -> Iterator[Melding]:
    """The archive's list of files is that of the receipt: a file cannot leave with its lines."""
    gewoon = [pad for pad in ontvangst.bestanden if mdtopad(pad) in ontvangst.bestanden]
    tekst = lees_bytes(map_ / MDTOBESTAND, MDTOBESTAND, _MAX_LIJST).decode("utf-8", "replace")
    genoemd = [pad for pad in gewoon if f"<verwijzingNaam>{escape(pad)}</verwijzingNaam>" in tekst]
    aantal = tekst.count("<heeftRepresentatie>")
    if len(genoemd) != len(gewoon) or aantal != len(gewoon):
        gevonden, verwacht = f"{aantal} bestanden", f"de {len(gewoon)} van het ontvangstbewijs"
        yield Melding(Plek(MDTOBESTAND), "heeftRepresentatie", gevonden, verwacht)
