"""The member that a user names, by its name or its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.nederlands import Gebruiksfout
from regels.taal import bedoelde_u, opsomming

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.regio import Lid


def vind_lid(profiel: Profiel, gevraagd: str) -> Lid:
    """The member with this name or code.

    Raises:
        Gebruiksfout: there is none; it says which there are.
    """
    woord, leden = profiel.woorden.lid, profiel.regio.leden
    for lid in leden:
        if gevraagd.strip().casefold() in (lid.code.casefold(), lid.naam.casefold()):
            return lid
    bekend = [naam for lid in leden for naam in (lid.naam, lid.code)]
    kies = f"kies uit {opsomming(lid.naam for lid in leden)}" if leden else "er zijn er geen"
    hulp = bedoelde_u(gevraagd, bekend) or f"{kies}."
    raise Gebruiksfout(f"Geen {woord.een} heeft de naam of de code «{gevraagd}»; {hulp}")
