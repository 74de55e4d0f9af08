"""The region's own words for what the program works with: a topic may be called a task."""

from typing import Annotated, Literal

from regels.lezen.model import keuze, model
from regels.model import Tekstregel

Lidwoord = Literal["de", "het"]


@model
class Woord:
    """A noun: one, more, and its article."""

    een: Tekstregel
    meer: Tekstregel
    lidwoord: Annotated[Lidwoord, keuze(Lidwoord)] = "de"

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
    def kop_ander(self) -> str:
        """«Andere taak», «Ander onderwerp»."""
        return f"{'Andere' if self.lidwoord == 'de' else 'Ander'} {self.een}"

    @property
    def geen(self) -> str:
        """«geen enkele taak», «geen enkel onderwerp»."""
        return f"{self.geen_enkel} {self.een}"

    @property
    def geen_enkel(self) -> str:
        """«geen enkele», «geen enkel»."""
        return f"geen {'enkele' if self.lidwoord == 'de' else 'enkel'}"

    @property
    def welk(self) -> str:
        """«welke taak», «welk onderwerp»."""
        return f"{'welke' if self.lidwoord == 'de' else 'welk'} {self.een}"

    @property
    def die(self) -> str:
        """What stands for it once it is named: «die», «dat»."""
        return "die" if self.lidwoord == "de" else "dat"

    @property
    def zij(self) -> str:
        """What goes on about it in a sentence: «die», «het»."""
        return "die" if self.lidwoord == "de" else "het"

    def met(self, woord: str) -> str:
        """With an adjective and no article, or «een»: «onbesliste taak», «onbeslist onderwerp»."""
        return f"{woord}{'e' if self.lidwoord == 'de' else ''} {self.een}"

    def geteld(self, aantal: int) -> str:
        """«1 taak», «3 taken»."""
        return f"{aantal} {self.een if aantal == 1 else self.meer}"

    @property
    def kop(self) -> str:
        """As a heading: «Taak»."""
        return self.een[:1].upper() + self.een[1:]

    @property
    def koppen(self) -> str:
        """As a heading over several: «Taken»."""
        return self.meer[:1].upper() + self.meer[1:]


@model
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
