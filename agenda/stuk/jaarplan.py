"""The chapter on what fits in the year: only where topics say what they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.jaarplan import jaarplan_van
from agenda.stuk.blokken import Alinea, Deel, noten_eronder
from agenda.weergave.jaar.jaarplan import jaarplan_tabellen
from agenda.weergave.jaar.zinnen import titels_tekst
from agenda.weergave.ontbreekt import of_zin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.uitleg.jaaragenda import Jaaragenda

_TITEL = "Wat past er in het jaar?"


def jaarplan_hoofdstuk(agenda: Jaaragenda) -> Iterator[Deel]:
    """The chapter, if there is a plan; without a solver the sentence that says so."""
    jaarplan = agenda.eenmaal(jaarplan_van)
    if jaarplan is None:
        return
    # Without codes: paper is narrow, and each topic has a part of its own that gives its code.
    tabellen = of_zin(lambda: [*jaarplan_tabellen(jaarplan, titels_tekst)])
    if isinstance(tabellen, str):
        yield Deel("jaarplan", _TITEL, (Alinea(tabellen),))
        return
    eerste, *andere = (tabel.zonder("Code") for tabel in tabellen)
    delen = (Deel(f"jaarplan-{n}", tabel.titel, (tabel,)) for n, tabel in enumerate(andere, 1))
    yield Deel(
        "jaarplan",
        _TITEL,
        noten_eronder(eerste),
        tuple(delen),
    )
