"""What counts on the list, and how much: else nobody can say whether the weights are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel
from agenda.weergave.vormen import Tabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.uitleg.jaaragenda import Jaaragenda

MAX_CRITERIA = 8
"""So many criteria fit in the memo; all of them stand in the document."""


def criteria(agenda: Jaaragenda) -> Iterator[Deel]:
    """Each criterion in a sentence, with its weight."""
    ranglijst = agenda.ranglijst
    if not ranglijst.rangschikt or not ranglijst.alle:
        return
    woord = ranglijst.profiel.woorden.onderwerp
    rijen = tuple((r.titel, r.zin, ranglijst.gewichten[r.code]) for r in ranglijst.criteria)
    over = len(rijen) - MAX_CRITERIA
    tabel = Tabel(
        "Waarop punten rusten",
        ("Criterium", "Wat het zegt", "Gewicht"),
        rijen[:MAX_CRITERIA],
        (f"En nog {over}; zij staan in het hele stuk.",) if over > 0 else (),
        rekbaar=(0, 1),
        rechts=(2,),
    )
    gelijk = len({*ranglijst.gewichten.values()}) == 1
    zwaar = "Alle criteria wegen nu even zwaar." if gelijk and len(rijen) > 1 else ""
    zin = f"Een criterium dat geldt, geeft een {woord.een} zoveel punten als zijn gewicht. {zwaar}"
    yield Deel("oplegger-criteria", "Criteria", (Alinea(zin.rstrip()), tabel))
