"""The region's own words for what the program works with: a topic may be called a task."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from regels.model import GESLOTEN, Tekstregel


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Woord:
    """A noun: one, more, and its article."""

    een: Tekstregel
    meer: Tekstregel
    lidwoord: Annotated[Literal["de", "het"], Field(description="de of het")] = "de"

    @property
    def met_lidwoord(self) -> str:
        """«de taak», «het onderwerp»."""
        return f"{self.lidwoord} {self.een}"

    @property
    def met_die(self) -> str:
        """«de taak die», «het onderwerp dat»."""
        return f"{self.met_lidwoord} {'die' if self.lidwoord == 'de' else 'dat'}"

    @property
    def deze(self) -> str:
        """«deze taak», «dit onderwerp»."""
        return f"{'deze' if self.lidwoord == 'de' else 'dit'} {self.een}"

    @property
    def elk(self) -> str:
        """«elke taak», «elk onderwerp»."""
        return f"{'elke' if self.lidwoord == 'de' else 'elk'} {self.een}"

    @property
    def kop(self) -> str:
        """As a heading: «Taak»."""
        return self.een[:1].upper() + self.een[1:]

    @property
    def koppen(self) -> str:
        """As a heading over several: «Taken»."""
        return self.meer[:1].upper() + self.meer[1:]


@dataclass(frozen=True, slots=True, kw_only=True, config=GESLOTEN)
class Woorden:
    """What a region calls things; what it does not say keeps the program's own word."""

    agenda: Woord = Woord("strategische agenda", "strategische agenda's")
    onderwerp: Woord = Woord("onderwerp", "onderwerpen", "het")
    thema: Woord = Woord("thema", "thema's", "het")
    voorstel: Woord = Woord("voorstel", "voorstellen", "het")
    plan: Woord = Woord("plan", "plannen", "het")
    deelregio: Woord = Woord("deelregio", "deelregio's")
    lid: Woord = Woord("gemeente", "gemeenten")


EIGEN_WOORDEN = Woorden()
"""The words of the program."""
