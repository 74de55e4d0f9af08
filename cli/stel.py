"""`--stel veiligheid=3`: other weights as the user types them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.onderwerp import MAX_GEWICHT
from cli.nederlands import Gebruiksfout
from regels.fouten import bedoelde_u, opsomming

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


def lees_stel(getypt: Sequence[str], criteria: Collection[str]) -> dict[str, int]:
    """Criterion → weight, from words such as «veiligheid=3».

    Args:
        getypt: what the user typed after each --stel.
        criteria: the codes of the criteria in force.

    Raises:
        Gebruiksfout: with everything that is wrong with it.
    """
    gewichten: dict[str, int] = {}
    fouten = []
    for woord in getypt:
        code, teken, gewicht = (deel.strip() for deel in woord.partition("="))
        if not teken:
            fouten.append(f"«{woord}»: er ontbreekt een =, zoals in veiligheid=3.")
            continue
        if code not in criteria:
            hulp = bedoelde_u(code, criteria) or f"kies uit {opsomming(criteria)}."
            fouten.append(f"«{woord}»: «{code}» is geen criterium; {hulp}")
        elif code in gewichten:
            fouten.append(f"«{woord}»: {code} staat er twee keer.")
        if not re.fullmatch("[0-9]{1,9}", gewicht) or int(gewicht) > MAX_GEWICHT:
            verwacht = f"een heel getal van 0 tot en met {MAX_GEWICHT}"
            fouten.append(f"«{woord}»: «{gewicht}» is niet {verwacht}.")
        else:
            gewichten[code] = int(gewicht)
    if fouten:
        raise Gebruiksfout(f"Bij --stel: {' '.join(fouten)}")
    return gewichten
