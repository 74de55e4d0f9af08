"""Topics in a CSV file: UTF-8 with or without byte order mark, separated by ; or a comma."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from agenda.bestanden.tabel import Rij, lees_tabel
from regels.fouten import Melding, Plek
from regels.yaml_lezer import Gelezen, lees_tekst, schone_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def lees_csv(
    pad: Path, naam: str, criteria: Mapping[str, str], meldingen: list[Melding]
) -> Gelezen | None:
    """Read topics from a CSV file; as `lees_tabel`.

    Raises:
        Invoerfout: the file is missing, too large or not UTF-8.
    """
    tekst = lees_tekst(pad, naam)
    regels = tekst.splitlines(keepends=True)
    kop = next((regel for regel in regels if "code" in regel.casefold()), "")
    lezer = csv.reader(regels, delimiter=max(";,", key=kop.count), strict=True)
    try:
        return lees_tabel(_rijen(lezer), naam, "", criteria, meldingen)
    except csv.Error:
        plek = Plek(naam, max(lezer.line_num, 1), 1)
        verwacht = "elk aanhalingsteken dat een cel opent, sluit die ook"
        meldingen.append(Melding(plek, "", "een rij die niet te lezen is", verwacht))
        return None


def _rijen(lezer: Any) -> Iterator[Rij]:
    """Rows that are not empty, with the line on which they begin."""
    begin = 1
    for cellen in lezer:
        rij = [schone_tekst(cel) or None for cel in cellen]
        if any(rij):
            yield begin, rij
        begin = lezer.line_num + 1
