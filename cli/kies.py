"""Find what the user calls by its name or its code, or tell what there is to choose from."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from cli.nederlands import Gebruiksfout

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.regio import Lid
    from agenda.kennis.route import Gremium

T = TypeVar("T")


def kies_gremium(profiel: Profiel, genoemd: str) -> Gremium:
    """The body with this code or name.

    Raises:
        Gebruiksfout: there is none.
    """
    namen = [naam for gremium in profiel.gremia for naam in (gremium.code, gremium.naam)]
    gevonden = profiel.vind_gremium(genoemd)
    return _gevonden(gevonden, "overleg", genoemd, namen, profiel.gremium)


def kies_lid(profiel: Profiel, genoemd: str) -> Lid:
    """The member with this code or name.

    Raises:
        Gebruiksfout: there is none.
    """
    leden = profiel.regio.leden
    namen = [naam for lid in leden for naam in (lid.naam, lid.code)]
    gevonden, kies = profiel.vind_lid(genoemd), [lid.naam for lid in leden]
    return _gevonden(gevonden, profiel.woorden.lid.een, genoemd, namen, kies)


def kies_beslisser(profiel: Profiel, genoemd: str) -> Gremium:
    """The body with this code or name, or the only one that free text names; it may decide.

    Raises:
        Gebruiksfout: there is none, or it may not.
    """
    from agenda.kennis.bevoegd import die_beslissen, genoemde_gremia, mag_beslissen
    from regels.taal import bedoelde_u

    precies = profiel.vind_gremium(genoemd)
    gevonden = [precies] if precies else list(chain(*genoemde_gremia(genoemd, profiel)))
    if len(gevonden) == 1:
        if mag_beslissen(gevonden[0], profiel):
            return gevonden[0]
        raise Gebruiksfout(f"«{gevonden[0].naam}» mag niet beslissen. {wie_wel(profiel)}")
    namen = [naam for g in die_beslissen(profiel) for naam in (g.code, g.naam, *g.ook_genoemd)]
    lijkt_op = bedoelde_u(genoemd, namen)
    hulp = f"; {lijkt_op}" if lijkt_op else f". {wie_wel(profiel)}"
    raise Gebruiksfout(f"Geen gremium heeft de naam of de code «{genoemd}»{hulp}")


def wie_wel(profiel: Profiel) -> str:
    """Who may decide, as a sentence."""
    from agenda.kennis.bevoegd import die_beslissen
    from regels.taal import opsomming

    wel = [f"«{gremium.naam}»" for gremium in die_beslissen(profiel)]
    return f"Beslissen mag: {opsomming(wel)}." if wel else "Geen gremium van het profiel mag dat."


def lees_dag(keuze: str, getypt: str) -> date:
    """The day that was typed after an option, as people write it.

    Raises:
        Gebruiksfout: it is no day.
    """
    from agenda.invoer.dagtekst import dag_in

    dag = dag_in(getypt)
    if dag is None:
        raise Gebruiksfout(f"{keuze}: «{getypt}» is geen dag. Schrijf een datum zoals 2027-01-31.")
    return dag


def _gevonden(
    wie: T | None, woord: str, genoemd: str, namen: Iterable[str], kies_uit: Iterable[str]
) -> T:
    from regels.taal import bedoelde_u, opsomming

    if wie is not None:
        return wie
    alle = opsomming(kies_uit)
    hulp = bedoelde_u(genoemd, list(namen)) or (f"kies uit {alle}." if alle else "er zijn er geen.")
    raise Gebruiksfout(f"Geen {woord} heeft de naam of de code «{genoemd}»; {hulp}")
