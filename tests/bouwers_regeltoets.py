"""Rules and classifications as they stand in files, for tests of what is found in them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from bouwers_regels import DOCUMENTEN

from regels.bevindingsoorten import VORM
from regels.lezen.yaml import lees_yaml
from regels.melding import Invoerfout, Melding
from regels.model import Veld
from regels.regelset import Regelset, lees_regels
from regels.toets.toetsen import toets_regels

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

VELDEN = (
    Veld("aantal", "hoeveel het er zijn"),
    Veld("kosten", "wat het kost"),
    Veld("akkoord", "of het akkoord is", ("ja", "nee")),
    Veld("bevoegdheid", "wie besluit", ("college", "raad")),
    Veld("zaal", "welke zaal", ("a1", "b1", "c1")),
    Veld("aard", "waar het om gaat", ("inkoop", "zorg", "bouw"), meer=True),
    Veld("folder", "de kleur van de folder", ("rood", "geel"), alleen_tonen=True),
    Veld("wil_niet", "of de gemeente niet wil", ("ja", "nee"), over="deelname"),
    Veld("gasten", "hoeveel gasten er komen", over="jaar", hoogste=10),
)
_BRON = {"document": "inrichtingsplan", "plaats": "§3"}
_REGEL = {
    "soort": "indeling",
    "titel": "Proefregel",
    "zin": "Het is zo.",
    "bron": _BRON,
    "voorbeelden": [{"gegeven": {}, "verwacht": "onbekend"}],
}
_INDELING = {"naam": "Wat is het", "bron": _BRON}


def _yaml(waarde: object) -> str:
    """YAML without anchors, with days as days."""
    return re.sub(r'"(\d{4}-\d{2}-\d{2})"', r"\1", json.dumps(waarde, default=str))


def schrijf(map_: Path, regels: Sequence[dict[str, Any]], indelingen: Sequence[Any] = ()) -> Path:
    """Write rules and classifications with all that a test does not care about filled in."""
    regelmap = map_ / "regels"
    regelmap.mkdir(exist_ok=True)
    vol = {"regels": [{**_REGEL, **regel} for regel in regels]}
    (regelmap / "regels.yaml").write_text(_yaml(vol), encoding="utf-8")
    (map_ / "indelingen.yaml").write_text(
        _yaml({"indelingen": [{**_INDELING, **indeling} for indeling in indelingen]}),
        encoding="utf-8",
    )
    return regelmap


def lees(map_: Path, regels: Sequence[dict[str, Any]], indelingen: Sequence[Any] = ()) -> Regelset:
    regelmap = schrijf(map_, regels, indelingen)
    bestand = lees_yaml(map_ / "indelingen.yaml", "indelingen.yaml") if indelingen else None
    return lees_regels(regelmap, VELDEN, DOCUMENTEN, bestand)


def bevonden(
    map_: Path, regels: Sequence[dict[str, Any]], indelingen: Sequence[Any] = ()
) -> tuple[Melding, ...]:
    """Everything that is found: on reading, or else by the analysis."""
    try:
        regelset = lees(map_, regels, indelingen)
    except Invoerfout as fout:
        return fout.meldingen
    toets = toets_regels(regelset.regels, regelset.indelingen, regelset.velden)
    return tuple(map(regelset.plekken.melding, toets.bevindingen))


def soort_en_regels(meldingen: Sequence[Melding]) -> list[tuple[str, tuple[str, ...]]]:
    return sorted((melding.soort or VORM, melding.regels) for melding in meldingen)
