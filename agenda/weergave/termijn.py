"""Within how long a step must be done, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.taal import telling

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Termijn


def termijn_tekst(termijn: Termijn | None, profiel: Profiel) -> str:
    """A term in words: «binnen 24 uur»; empty when there is none."""
    if termijn is None:
        return ""
    if termijn.gremium is None or termijn.dagen_voor is None:
        return f"binnen {termijn.uren} uur"
    wie = f"«{profiel.gremium[termijn.gremium].naam}» bijeenkomt"
    if termijn.dagen_voor == 0:
        return f"uiterlijk op de dag dat {wie}"
    return f"uiterlijk {telling(termijn.dagen_voor, 'dag', 'dagen')} voordat {wie}"
