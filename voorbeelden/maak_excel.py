"""Make the Excel form of the example from its YAML form: the template of `agenda nieuw`, filled in.

Run from the root of the project: `.venv/bin/python voorbeelden/maak_excel.py`.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.styles import Alignment

from agenda.invoer.dossier import lees_dossier
from agenda.invoer.kolommen import kolommen
from agenda.nieuw import maak_dossier

if TYPE_CHECKING:
    from agenda.onderwerp.onderwerp import Onderwerp

VOORBEELD = Path(__file__).parent / "nijmegen-rivierenland-2022"
IN_EXCEL = VOORBEELD.with_name(f"{VOORBEELD.name}-excel")


def main() -> None:
    """Write the folder anew."""
    gelezen = lees_dossier(VOORBEELD)
    shutil.rmtree(IN_EXCEL, ignore_errors=True)
    maak_dossier(IN_EXCEL, gelezen.dossier.instellingen.jaar, None)
    shutil.copy(VOORBEELD / "dossier.yaml", IN_EXCEL)
    pad = IN_EXCEL / "onderwerpen.xlsx"
    boek = load_workbook(pad)
    blad = boek["Onderwerpen"]
    blad["A2"].value = (
        "Onze lezing van openbare documenten, geen besluit van de regio. " + blad["A2"].value
    )
    voorbeeldrij = next(rij for rij in blad.iter_rows() if rij[0].value == "voorbeeld")[0].row
    paden = [kolom.pad for kolom in kolommen(gelezen.regelset.criteria)]
    for nummer, onderwerp in enumerate(gelezen.dossier.onderwerpen):
        for kolom, pad_van_veld in enumerate(paden, start=1):
            cel = blad.cell(voorbeeldrij + nummer, kolom)
            cel.value = waarde(onderwerp, pad_van_veld)
            cel.style = "Normal"
            cel.alignment = Alignment(wrap_text=True, vertical="top")
    boek.save(pad)


def waarde(onderwerp: Onderwerp, pad: tuple[str, ...]) -> str | float | None:
    """What stands in the cell of a field; None where nothing is known."""
    if pad[0] == "criteria":
        tag = onderwerp.criteria.get(pad[1])
        return getattr(tag, pad[2]) or None if tag else None
    inhoud = getattr(onderwerp, pad[0])
    if isinstance(inhoud, tuple):
        return "; ".join(map(str, inhoud)) or (None if pad[0] == "afhankelijk_van" else "geen")
    return None if inhoud in ("", "onbekend") else inhoud


main()
