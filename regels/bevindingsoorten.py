"""What can be found in rules, by kind: a row per kind, and how serious each is.

A fault stops every command; a warning is told by `regels --toets` and `controleer`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from regels.melding import Invoerfout, Regelstrijd

if TYPE_CHECKING:
    from collections.abc import Collection

    from regels.melding import Melding

Ernst = Literal["fout", "waarschuwing"]


class Soort(NamedTuple):
    """One kind of finding.

    Attributes:
        strijd: whether rules contradict; the others are wrong input.
        wat: what it is, for people.
    """

    naam: str
    wat: str
    ernst: Ernst = "fout"
    strijd: bool = False


VORM = "vorm"
"""What is found of anything that has no kind of its own: a file that is not well formed."""

SOORTEN = {
    rij.naam: rij
    for rij in (
        Soort(VORM, "een bestand of een regel die niet klopt van vorm"),
        Soort("onbekend-veld", "een veld dat er niet is"),
        Soort("verkeerde-soort", "een vergelijking of een deel van een regel dat hier niet past"),
        Soort("onbekende-waarde", "een waarde die het veld niet kan hebben"),
        Soort("buiten-bereik", "een getal dat te groot is voor het veld"),
        Soort("alleen-tonen", "een regel op een veld dat alleen wordt getoond"),
        Soort("verkeerd-over", "een feit over iets dat de regel niet kan zien"),
        Soort("kring", "indelingen die op elkaar wachten"),
        Soort("onbekende-uitkomst", "een indeling of een uitkomst die er niet is"),
        Soort("onbekende-bron", "een bron die niet in bronnen.yaml staat"),
        Soort("dubbele-naam", "een naam die al bezet is"),
        Soort("overlap", "twee versies van een regel op één dag", strijd=True),
        Soort("gat", "dagen tussen twee versies waarop geen van beide geldt", strijd=True),
        Soort("nooit-waar", "een regel die nooit ja kan zijn", strijd=True),
        Soort("altijd-waar", "een regel die altijd ja is als alles bekend is", "waarschuwing"),
        Soort("dode-voorwaarde", "een voorwaarde die nooit iets verandert", "waarschuwing"),
        Soort("zelfde", "regels die altijd hetzelfde zeggen", "waarschuwing"),
        Soort("dubbel-criterium", "criteria die samen dubbel tellen", "waarschuwing"),
        Soort("volgt-uit", "een regel die al uit een andere volgt", "waarschuwing"),
        Soort("strijdig", "regels die niet samen kunnen", strijd=True),
        Soort("nooit-beslissend", "een regel die nooit verschil maakt", "waarschuwing"),
        Soort("uitkomst-nooit", "een uitkomst die er nooit uitkomt", "waarschuwing"),
        Soort("uitkomst-zonder-regel", "een uitkomst die geen regel geeft"),
        Soort("niet-gedekt", "feiten waarbij geen regel een uitkomst geeft", strijd=True),
        Soort("botsing-kan", "regels die samen gelden en elkaar tegenspreken", strijd=True),
        Soort("voorbeeld-faalt", "een voorbeeld waar iets anders uitkomt"),
    )
}
"""Name → its row, root causes first."""


def ernst_van(melding: Melding) -> Ernst:
    """Whether a finding stops every command."""
    return SOORTEN[melding.soort or VORM].ernst


def als_fout(meldingen: Collection[Melding]) -> Invoerfout:
    """What to raise for faults: `Regelstrijd` when rules contradict and nothing else is wrong."""
    strijd = all(SOORTEN[melding.soort or VORM].strijd for melding in meldingen)
    return Regelstrijd(meldingen) if strijd else Invoerfout(meldingen)
