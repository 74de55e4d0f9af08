"""The chapter on what fits in the year: only where topics say what they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.jaarplan import jaarplan_van
from agenda.stuk.blokken import Deel, noten_eronder
from agenda.weergave.jaar.jaarplan import jaarplan_tabellen
from agenda.weergave.jaar.zinnen import titels_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.uitleg.jaaragenda import Jaaragenda


def jaarplan_hoofdstuk(agenda: Jaaragenda) -> Iterator[Deel]:
    """The chapter, if there is a plan."""
    jaarplan = agenda.eenmaal(jaarplan_van)
    if jaarplan is None:
        return
    # Without codes: paper is narrow, and each topic has a part of its own that gives its code.
    tabellen = (tabel.zonder("Code") for tabel in jaarplan_tabellen(jaarplan, titels_tekst))
    eerste, *andere = tabellen
    delen = (Deel(f"jaarplan-{n}", tabel.titel, (tabel,)) for n, tabel in enumerate(andere, 1))
    yield Deel(
        "jaarplan",
        "Wat past er in het jaar?",
        noten_eronder(eerste),
        tuple(delen),
    )
