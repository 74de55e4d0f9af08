"""What each municipality said of the weights: its order of the criteria, and its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.onderwerp.voorkeur import orde_van
from agenda.robuust.uitspraken import (
    Uitspraak,
    samen_gezegd,
    uitspraak_van,
    uitspraak_van_orde,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.onderwerp.onderwerp import Dossier
    from agenda.robuust.uitspraken import Vlak
    from agenda.robuust.wegingen import Orde


class Standpunt(NamedTuple):
    """What one municipality said; each part is empty when it said nothing of that kind.

    Attributes:
        orde: its order of the criteria.
        boven, op: what it answered to questions; see `Uitspraak`.
    """

    orde: Orde = ()
    boven: tuple[Vlak, ...] = ()
    op: tuple[Vlak, ...] = ()

    def uitspraak(self, aantal: int) -> Uitspraak:
        """All of it together.

        Args:
            aantal: the number of criteria.
        """
        antwoorden = Uitspraak(self.boven, self.op)
        return samen_gezegd([uitspraak_van_orde(self.orde, aantal), antwoorden])


def standpunten_van(dossier: Dossier, criteria: Sequence[str]) -> dict[str, Standpunt]:
    """Code of a municipality → what it said; of those that gave an order, or an answer
    that says something: «weet-niet» does not.

    Args:
        criteria: every criterion that weighs.
    """
    voorkeuren = dossier.instellingen.voorkeuren
    eigen = [antwoord for antwoord in dossier.antwoorden if antwoord.gemeente is not None]
    uit = {}
    for code in sorted({*voorkeuren, *(str(antwoord.gemeente) for antwoord in eigen)}):
        gezegd = samen_gezegd([uitspraak_van(a, criteria) for a in eigen if a.gemeente == code])
        standpunt = Standpunt(orde_van(voorkeuren.get(code, ()), criteria), *gezegd)
        if code in voorkeuren or any(standpunt):
            uit[code] = standpunt
    return uit
