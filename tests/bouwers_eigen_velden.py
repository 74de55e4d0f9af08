"""Dossiers for a profile with fields of its own over topics, members and pairs, in every form."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlsxwriter
from bouwers_agenda import als_yaml

from agenda.invoer.profiel import lees_profiel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Rijen = list[dict[str, Any]]

PROFIELEN = Path(__file__).parent / "profielen"
VERZONNEN = PROFIELEN / "bibliotheken-zilverkust"
LEESPLEZIER = {"titel": "Voorleesweek", "thema": "leesplezier"}
_VAST = {"Code": "code", "Titel": "titel", "Rubriek": "thema"}
_ERNAAST = ("onderbouwing", "bron", "lezing")
_NAMEN = {
    "onderwerpen": ("Onderwerpen", "onderwerp", _VAST),
    "leden": ("Leden", "lid", {"Vestiging": "lid"}),
    "deelname": ("Deelname", "deelname", {"Activiteit": "onderwerp", "Vestiging": "lid"}),
}


def schrijf_dossier(
    map_: Path,
    onderwerpen: Rijen,
    leden: Rijen | None = None,
    deelname: Rijen | None = None,
    vorm: str = "yaml",
) -> Path:
    """A dossier for the invented profile; a list given as None is not written."""
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / "dossier.yaml").write_text("jaar: 2026\nprofiel: bibliotheken-zilverkust\n")
    lijsten = {"onderwerpen": onderwerpen, "leden": leden, "deelname": deelname}
    gevuld = {naam: lijst for naam, lijst in lijsten.items() if lijst is not None}
    if vorm == "excel":
        schrijf_werkmap(map_ / "onderwerpen.xlsx", {n: als_tabel(n, r) for n, r in gevuld.items()})
        return map_
    for naam, rijen in gevuld.items():
        if vorm == "yaml":
            (map_ / f"{naam}.yaml").write_text(als_yaml({naam: rijen}), encoding="utf-8")
        else:
            uit = io.StringIO()
            csv.writer(uit, delimiter=";").writerows(als_tabel(naam, rijen))
            (map_ / f"{naam}.csv").write_bytes(uit.getvalue().encode())
    return map_


def als_tabel(naam: str, rijen: Rijen) -> list[list[Any]]:
    """Headings and cells of a list, with what stands beside a value in columns of its own."""
    _, over, vast = _NAMEN[naam]
    velden = [v for v in lees_profiel(VERZONNEN)[0].velden if v.over == over and not v.afgeleid]
    koppen = [*vast]
    for veld in velden:
        koppen += [veld.kop, *(f"{deel.capitalize()} {veld.kop}" for deel in _ERNAAST)]
    tabel: list[list[Any]] = [koppen]
    for rij in rijen:
        cellen = [rij.get(sleutel, "") for sleutel in vast.values()]
        for veld in velden:
            feit = rij.get(veld.code)
            delen = feit if isinstance(feit, dict) else {"waarde": feit}
            cellen += [_cel(delen.get(deel)) for deel in ("waarde", *_ERNAAST)]
        tabel.append(cellen)
    return tabel


def _cel(waarde: Any) -> Any:
    if isinstance(waarde, list):
        return "; ".join(waarde) or "geen"
    return "" if waarde is None else waarde


def schrijf_werkmap(pad: Path, bladen: Mapping[str, Sequence[Sequence[Any]]]) -> None:
    opties = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with xlsxwriter.Workbook(pad, opties) as boek:
        for naam, tabel in bladen.items():
            blad = boek.add_worksheet(_NAMEN[naam][0])
            for nummer, cellen in enumerate(tabel):
                blad.write_row(nummer, 0, cellen)
