"""Dossiers with amounts for tests, of an invented region with keys of its own."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bouwers_agenda import als_yaml

from agenda.invoer.dossier import lees_dossier
from agenda.rangorde.prioritering import prioriteer
from agenda.uitleg.jaaragenda import Jaaragenda

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.jaar.kosten import Bijdrage

HOOFDMAP = Path(__file__).parents[1]
ZILVERKUST = HOOFDMAP / "tests/profielen/bibliotheken-zilverkust"
REGIOBEGROTING = HOOFDMAP / "voorbeelden/regiobegroting-2022"
BRON = {"document": "handboek", "plaats": "blz. 15"}
KUST: dict[str, Any] = {
    "code": "hele-kust",
    "naam": "De hele kust",
    "leden": "alle",
    "sleutel": {"duinhuis": 3, "havenzaal": 2, "molenplein": 1},
    "rest_naar": "duinhuis",
    "bron": BRON,
}


def maak_laag(code: str = "vast", bedrag: Any = 100, **velden: Any) -> dict[str, Any]:
    """A layer; a field given as None is left out."""
    alles = {
        "code": code,
        "soort": "basis",
        "naam": f"Laag {code}",
        "bedrag": bedrag,
        "reden": "Wat altijd nodig is.",
        "bron": BRON,
        **velden,
    }
    return {naam: waarde for naam, waarde in alles.items() if waarde is not None}


def maak_activiteit(code: str = "voorleesweek", **velden: Any) -> dict[str, Any]:
    return {"code": code, "titel": f"Titel van {code}", "thema": "leesplezier", **velden}


def maak_kust(map_: Path, *samenwerkingen: dict[str, Any]) -> Path:
    """The profile, with these cooperations in place of its own."""
    profiel = map_ / "profiel"
    shutil.copytree(ZILVERKUST, profiel)
    if samenwerkingen:
        inhoud = als_yaml({"samenwerkingen": list(samenwerkingen)})
        (profiel / "samenwerkingen.yaml").write_text(inhoud, encoding="utf-8")
    return profiel


def maak_begrotingsdossier(
    map_: Path,
    lagen: Sequence[Any] | None = None,
    onderwerpen: Sequence[Any] = (),
    deelname: Sequence[Any] = (),
    leden: Sequence[Any] = (),
    **ander: Any,
) -> Path:
    """A dossier for the coast; without layers it has no `begroting.yaml`."""
    bestanden: dict[str, Any] = {
        "dossier.yaml": {"jaar": 2026, "profiel": "bibliotheken-zilverkust"},
        "onderwerpen.yaml": {"onderwerpen": list(onderwerpen)},
    }
    if lagen is not None:
        bestanden["begroting.yaml"] = {"lagen": list(lagen), **ander}
    for naam, rijen in (("deelname", deelname), ("leden", leden)):
        if rijen:
            bestanden[f"{naam}.yaml"] = {naam: list(rijen)}
    dossier = map_ / "dossier"
    dossier.mkdir()
    for naam, inhoud in bestanden.items():
        (dossier / naam).write_text(als_yaml(inhoud), encoding="utf-8")
    return dossier


def lees_jaar(dossier: Path, profiel: Path | None = None) -> Jaaragenda:
    gelezen = lees_dossier(dossier, profiel)
    return Jaaragenda(prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset))


def bedragen(bijdragen: Sequence[Bijdrage]) -> dict[str, int]:
    return {bijdrage.lid.code: bijdrage.bedrag for bijdrage in bijdragen}
