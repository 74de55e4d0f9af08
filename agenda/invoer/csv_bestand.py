"""A table in a CSV file: UTF-8 with or without byte order mark, separated by ; a comma or a tab."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

from agenda.invoer.tabel import (
    MAX_KOLOMMEN,
    ZOEK_KOP_IN,
    Rij,
    bekende_koppen,
    lees_tabel,
    te_breed,
)
from regels.lezen.tekst import lees_tekst, schone_tekst
from regels.melding import Melding, Plek

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agenda.invoer.tabelvorm import Tabelvorm
    from regels.lezen.yaml import Gelezen

SCHEIDINGSTEKENS = ";,\t"


def lees_csv(pad: Path, naam: str, vorm: Tabelvorm, meldingen: list[Melding]) -> Gelezen | None:
    """Read a table from a CSV file; as `lees_tabel`.

    Raises:
        Invoerfout: the file is missing, too large or not UTF-8.
    """
    tekst = lees_tekst(pad, naam)
    rijen = _rijen(tekst, scheidingsteken(tekst, naam, vorm), naam, meldingen)
    return lees_tabel(rijen, naam, "", vorm, meldingen)


def scheidingsteken(tekst: str, naam: str, vorm: Tabelvorm) -> str:
    """What stands between the cells of a table: by which the most headings are known."""

    def aantal_koppen(teken: str) -> int:
        eerste = islice(_rijen(tekst, teken, naam, [], strikt=False), ZOEK_KOP_IN)
        return max((bekende_koppen(cellen, vorm.op_kop) for _, cellen in eerste), default=0)

    return max(SCHEIDINGSTEKENS, key=aantal_koppen)


def _rijen(
    tekst: str, teken: str, naam: str, meldingen: list[Melding], *, strikt: bool = True
) -> Iterator[Rij]:
    """Rows that are not empty, with the line on which they begin, up to one that is no CSV."""
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=strikt)
    begin = 1
    try:
        for cellen in lezer:
            rij = [schone_tekst(cel) or None for cel in cellen]
            if len(rij) > MAX_KOLOMMEN and any(rij[MAX_KOLOMMEN:]):
                meldingen.append(te_breed(Plek(naam, begin), len(rij)))
                return
            if any(rij):
                yield begin, rij[:MAX_KOLOMMEN]
            begin = lezer.line_num + 1
    except csv.Error as fout:
        if "field limit" in str(fout):
            gevonden, verwacht = (
                "een cel met veel te veel tekst",
                "hoogstens 100.000 tekens per cel",
            )
        else:
            gevonden = "een aanhalingsteken dat niet goed opent of sluit"
            verwacht = 'om een hele cel heen een aanhalingsteken, en binnen de cel twee: ""'
        meldingen.append(Melding(Plek(naam, begin, 1), "", gevonden, verwacht))
