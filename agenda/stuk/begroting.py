"""The chapter on what the year costs and whom, when there is something to split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.begroten import te_verdelen
from agenda.stuk.blokken import Deel
from agenda.weergave.jaar.begroting_tabellen import begroting_tabellen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.uitleg.jaaragenda import Jaaragenda


def begroting_hoofdstukken(agenda: Jaaragenda) -> Iterator[Deel]:
    """One chapter, with a part for each table; none without an amount and a key."""
    begroting = te_verdelen(agenda)
    if begroting is None:
        return
    delen = (
        Deel(f"begroting-{nummer}", tabel.titel, (tabel,))
        for nummer, tabel in enumerate(begroting_tabellen(begroting, agenda.ranglijst.profiel), 1)
    )
    yield Deel("begroting", "Wat het kost, en wie het betaalt", (), tuple(delen))
