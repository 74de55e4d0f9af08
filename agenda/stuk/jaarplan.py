"""The chapter on what fits in the year: only where topics say what they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.jaarplan import jaarplan_van
from agenda.stuk.blokken import Alinea, Deel
from agenda.weergave.jaar.jaarplan import jaarplan_tabellen
from agenda.weergave.vormen import Tabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.uitleg.jaaragenda import Jaaragenda


def jaarplan_hoofdstuk(agenda: Jaaragenda) -> Iterator[Deel]:
    """The chapter, if there is a plan."""
    jaarplan = agenda.eenmaal(jaarplan_van)
    if jaarplan is None:
        return
    eerste, *andere = jaarplan_tabellen(jaarplan)
    kaal = Tabel(eerste.titel, eerste.koppen, eerste.rijen, (), eerste.rekbaar)
    delen = (Deel(f"jaarplan-{n}", tabel.titel, (tabel,)) for n, tabel in enumerate(andere, 1))
    yield Deel(
        "jaarplan",
        "Wat past er in het jaar?",
        (kaal, *map(Alinea, eerste.noten)),
        tuple(delen),
        nieuwe_pagina=True,
    )
