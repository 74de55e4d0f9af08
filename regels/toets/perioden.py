"""Rules change from day to day: the sets of rules that are in force together, each once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regels.model import Regel


class Periode(NamedTuple):
    """Days on which the same rules are in force; None is an open end."""

    van: date | None
    tot: date | None
    regels: tuple[Regel, ...]


def perioden(regels: Sequence[Regel]) -> list[Periode]:
    """Every period in which the same rules are in force, from early to late; not those without."""
    begin = {regel.geldig_van for regel in regels if regel.geldig_van}
    begin |= {
        regel.geldig_tot + timedelta(days=1)
        for regel in regels
        if regel.geldig_tot and regel.geldig_tot < date.max
    }
    dagen: list[date | None] = [None, *sorted(begin)]
    einden: list[date | None] = [*(dag - timedelta(days=1) for dag in sorted(begin)), None]
    return [
        Periode(van, tot, geldig)
        for van, tot in zip(dagen, einden, strict=True)
        if (geldig := tuple(r for r in regels if r.geldt_op(van or tot or date.min)))
    ]
