"""Weights and scores as people compare them on the page: as shares of 100."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from agenda.weergave.getallen import komma

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.rangorde.score import Getal

ALLES = 100
"""What all criteria count for together."""
SMALST = 6
"""So many pixels wide a criterion stays that counts for nothing."""


class Honderd:
    """The weights of one list, each as a share of 100; nothing is lost but in what is shown."""

    def __init__(self, ranglijst: Ranglijst) -> None:
        self._gewichten = [ranglijst.gewichten[regel.code] for regel in ranglijst.criteria]
        self._som = sum(self._gewichten)

    def aandeel(self, nummer: int) -> str:
        """What a criterion counts for, by its position, in whole parts."""
        return komma(self.van(self._gewichten[nummer]), 0)

    def van(self, punten: Getal) -> Fraction:
        """So many points of all that can be had, as a share of 100."""
        return Fraction(punten) * ALLES / self._som if self._som else Fraction(0)

    def tekst(self, punten: Getal) -> str:
        """The same for people: «60», «58,5»."""
        return komma(self.van(punten)).removesuffix(",0")

    def procent(self, punten: Getal) -> str:
        """The same as a width in a picture."""
        return f"{round(float(self.van(punten)), 2):g}%"

    @property
    def zwaarder(self) -> list[bool]:
        """Of every criterion whether it counts for more than the average."""
        return [gewicht * len(self._gewichten) > self._som for gewicht in self._gewichten]

    @property
    def gelijk(self) -> bool:
        """Whether every criterion counts for as much."""
        return len(set(self._gewichten)) == 1

    @property
    def breedtes(self) -> str:
        """The columns of the criteria, as wide as they weigh."""
        aantal = len(self._gewichten)
        if not self._som:
            return " ".join([f"calc(var(--breed) / {aantal})"] * aantal)
        nullen = self._gewichten.count(0) * SMALST
        return " ".join(
            f"calc((var(--breed) - {nullen}px) * {round(gewicht / self._som, 5):g})"
            if gewicht
            else f"{SMALST}px"
            for gewicht in self._gewichten
        )

    @property
    def delen(self) -> str:
        """The same for what is as wide as its own ground: shares of it."""
        if not self._som:
            return f"repeat({len(self._gewichten)}, minmax(0, 1fr))"
        return " ".join(f"minmax(0, {g}fr)" if g else f"{SMALST}px" for g in self._gewichten)
