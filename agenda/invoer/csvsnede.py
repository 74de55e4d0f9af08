"""Change a CSV file that a person wrote and leave every other row of it as it is."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Celplek = tuple[int, int]
"""On which line a row begins, and in which column a cell stands; both count from 1."""


def met_minder(tekst: str, teken: str, weg: Collection[int], anders: Mapping[Celplek, str]) -> str:
    """The text without some rows, and with other words in some cells.

    Args:
        teken: what stands between the cells.
        weg: on which line each row begins that goes.
        anders: what a cell is to hold.
    """
    regels = list(io.StringIO(tekst, newline=""))
    lezer = csv.reader(iter(regels), delimiter=teken)
    met_ander = {regel for regel, _ in anders}
    uit, begin = [], 1
    for cellen in lezer:
        stuk = "".join(regels[begin - 1 : lezer.line_num])
        if begin in met_ander:
            nieuw = [anders.get((begin, nummer), cel) for nummer, cel in enumerate(cellen, start=1)]
            stuk = _rij(nieuw, teken, stuk)
        if begin not in weg:
            uit.append(stuk)
        begin = lezer.line_num + 1
    return "".join(uit)


def _rij(cellen: list[str], teken: str, was: str) -> str:
    """A row that ends as the old one did."""
    einde = was[len(was.rstrip("\r\n")) :]
    uit = io.StringIO()
    csv.writer(uit, delimiter=teken, lineterminator=einde).writerow(cellen)
    return uit.getvalue()
