"""What was on the agenda of the decision before: which topics, by their codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agenda.opslag.besluitmap import RANGLIJSTBESTAND, VORIGEBESTAND
from regels.lezen.tekst import lees_bytes
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import toon

if TYPE_CHECKING:
    from pathlib import Path

_SLEUTEL = "vorige"


def lees_vorige(
    map_: Path, genoemd: str | None, meldingen: list[Melding], *, bevroren: bool
) -> tuple[str, ...] | None:
    """The codes of the topics that were adopted then, sorted.

    Args:
        map_: the dossier.
        genoemd: the folder of the decision before it, as the dossier names it.
        meldingen: every fault is added to this list.
        bevroren: whether the dossier is that of a decision; it keeps these codes itself, because
            what it names may have moved since.

    Returns:
        Empty when no decision is named; None when there is nothing where it should be.
    """
    if genoemd is None:
        return ()
    naam = VORIGEBESTAND if bevroren else f"{genoemd}/{RANGLIJSTBESTAND}"
    if not (map_ / naam).is_file():
        return None
    try:
        gelezen = _lees(map_ / naam, naam)
    except Invoerfout as fout:
        meldingen.extend(fout.meldingen)
        return None
    codes = gelezen[_SLEUTEL] if bevroren else [deel["code"] for deel in gelezen["ranglijst"]]
    return tuple(sorted(codes))


def _lees(pad: Path, naam: str) -> Any:
    """What the program wrote itself.

    Raises:
        Invoerfout: it is something else.
    """
    verwacht = "de ranglijst van een besluit, zoals dit programma die maakt"
    inhoud = lees_bytes(pad, naam)
    try:
        gelezen = json.loads(inhoud)
        codes = gelezen.get(_SLEUTEL, [deel["code"] for deel in gelezen.get("ranglijst", ())])
        goed = bool(gelezen.keys() & {_SLEUTEL, "ranglijst"}) and all(type(c) is str for c in codes)
    except (ValueError, AttributeError, KeyError, TypeError) as fout:
        gevonden = toon(inhoud[:40].decode("utf-8", "replace"))
        raise Invoerfout([Melding(Plek(naam), "", gevonden, verwacht)]) from fout
    if not goed:
        raise Invoerfout([Melding(Plek(naam), "", "iets anders", verwacht)])
    return gelezen


def vorige_json(codes: tuple[str, ...]) -> dict[str, Any]:
    """The same codes as a decision keeps them."""
    return {_SLEUTEL: list(codes)}
