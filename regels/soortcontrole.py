"""Whether a rule says what its kind asks, and nothing that belongs to another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.model import ZIET
from regels.taal import opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regels.gelezen import GelezenRegel
    from regels.melding import Melding

_HOORT_BIJ = {"gevolg": "indeling", "over": "controle", "anders": "controle"}
_SOORT = "verkeerde-soort"
_WAT = {
    "gevolg": "een indeling met haar uitkomst, zoals {indeling: uitkomst}",
    "over": opsomming(ZIET),
    "anders": "wat er te zeggen is als het niet klopt",
}


def soortfouten(deel: GelezenRegel) -> Iterator[Melding]:
    """What is missing for its kind, and what does not belong to it."""
    for naam, soort in _HOORT_BIJ.items():
        waarde = getattr(deel.regel, naam)
        if deel.regel.soort == soort and not waarde:
            verwacht = f"{_WAT[naam]} (verplicht)"
            yield deel.melding((naam,), f"geen {naam}", verwacht, soort=_SOORT)
        elif deel.regel.soort != soort and waarde:
            gevonden = f"«{naam}» bij {toon(deel.regel.soort)}"
            verwacht = f"alleen bij een {soort}"
            yield deel.melding((naam,), gevonden, verwacht, soort=_SOORT)
