"""What stands in the settings of a new dossier: dossier.yaml, with what can be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.deelname import invulbaar
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.velden import Profielveld


def nieuwe_instellingen(
    jaar: int, peildatum: date, code: str, profiel: Profiel, criteria: Iterable[str]
) -> str:
    """The text of dossier.yaml.

    Args:
        code: of the profile.
        criteria: their codes.
    """
    later = (peildatum.month, peildatum.day) != (1, 1)
    vroeger = "# Eerder in het jaar gelden nog niet alle regels.\n" if later else ""
    delen = [
        f"""\
# De instellingen van dit dossier. Wat achter een # staat, is uitleg en telt niet mee.

# Het jaar van de agenda.
jaar: {jaar}

# De regio: haar {_wat_de_regio_heeft(profiel)}.
profiel: "{code}"

# {_waarom_peildatum(profiel)} gelden. De dag staat vast: zo geeft dezelfde
# invoer altijd dezelfde uitkomst. Zonder peildatum geldt 1 januari van het jaar.
{vroeger}peildatum: {peildatum}
""",
        *_gewichten(criteria),
        *_jaarfeiten(invulbaar(profiel, "jaar").values()),
    ]
    return "\n".join(delen)


def _wat_de_regio_heeft(profiel: Profiel) -> str:
    woorden = profiel.woorden
    delen = [
        woorden.thema.meer,
        *([woorden.plan.meer] if profiel.plannen else ()),
        *([woorden.voorstel.meer] if profiel.voorstellen else ()),
        *([woorden.lid.meer] if profiel.regio.leden else ()),
    ]
    return opsomming(delen, "en")


def _waarom_peildatum(profiel: Profiel) -> str:
    wat = f"{profiel.woorden.plan.koppen} en regels" if profiel.plannen else "Regels"
    return f"{wat} tellen mee als ze op deze dag"


def _gewichten(criteria: Iterable[str]) -> Iterator[str]:
    gewichten = "\n".join(f"#   {code}: 1" for code in criteria)
    if gewichten:
        yield f"""\
# Hoe zwaar elk criterium telt: een heel getal van 0 tot en met 100. Zonder gewichten telt elk even
# zwaar, met 1. Wilt u dat anders? Haal hieronder overal het eerste teken (#) en de spatie erna weg,
# en pas de getallen aan.
# gewichten:
{gewichten}
"""


def _jaarfeiten(velden: Iterable[Profielveld]) -> Iterator[str]:
    """What the region asks of the year as a whole, to be filled in."""
    vragen = "\n".join(
        f"#   # {veld.vraag} Antwoord: {_antwoord(veld)}.\n#   {veld.code}: onbekend"
        for veld in velden
    )
    if vragen:
        yield f"""\
# Wat er over het jaar als geheel te zeggen is. Weet u iets? Haal hieronder overal het eerste teken
# (#) en de spatie erna weg, en vul in wat u weet.
# feiten:
{vragen}
"""


def _antwoord(veld: Profielveld) -> str:
    """How a question is answered in YAML."""
    if veld.soort == "getal":
        return "een heel getal"
    if veld.soort == "tekst":
        return "een tekst tussen aanhalingstekens"
    if veld.soort == "keuzes":
        return f"een lijst zoals [{veld.codes[0]}], met {opsomming(veld.codes)}"
    return opsomming((*veld.codes, "onbekend"))
