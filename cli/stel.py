"""`--stel veiligheid=3`: other weights as the user types them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.onderwerp.instellingen import MAX_GEWICHT
from cli.nederlands import Gebruiksfout
from regels.taal import bedoelde_u, opsomming

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


def lees_stel(getypt: Sequence[str], criteria: Collection[str]) -> dict[str, int]:
    """Criterion → weight, from words such as «veiligheid=3».

    Args:
        getypt: what the user typed after each --stel.
        criteria: the codes of the criteria in force.

    Raises:
        Gebruiksfout: with everything that is wrong with it.
    """
    paren = [[deel.strip() for deel in woord.partition("=")] for woord in getypt]
    codes = [code for code, _, _ in paren]
    voorbeeld = next(iter(criteria), "code")
    fouten = [
        f"«{woord}»: {fout}"
        for nummer, (woord, (code, teken, gewicht)) in enumerate(zip(getypt, paren, strict=True))
        for fout in (
            _fouten(code, gewicht, criteria, codes[:nummer])
            if teken
            else [f"er ontbreekt een =, zoals in {voorbeeld}=3."]
        )
    ]
    if fouten:
        raise Gebruiksfout(f"Bij --stel: {' '.join(fouten)}")
    return {code: int(gewicht) for code, _, gewicht in paren}


def _fouten(
    code: str, gewicht: str, criteria: Collection[str], eerder: Collection[str]
) -> Iterator[str]:
    if code not in criteria:
        hulp = bedoelde_u(code, criteria) or f"kies uit {opsomming(criteria)}."
        yield f"«{code}» is geen criterium; {hulp}"
    elif code in eerder:
        yield f"{code} staat er twee keer."
    if not re.fullmatch("[0-9]{1,9}", gewicht) or int(gewicht) > MAX_GEWICHT:
        yield f"«{gewicht}» is geen heel getal van 0 tot en met {MAX_GEWICHT}."
